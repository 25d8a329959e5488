"""Files of the format iCalendar (RFC 5545): the only door to the library icalendar.

An event is kept as the text that stands for it in the file. So one that did not change keeps its bytes,
whatever version of the library wrote it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from kompetanse.errors import MissingExtra
from kompetanse.files.calendar_items import Meeting, ToDo

PRODUCT = "-//kompetanse//kompetanse//EN"
KEY = "X-KOMPETANSE-CALENDAR"
ZONE = "Europe/Oslo"
TIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Oslo
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""The clocks of Norway since the autumn of 1996; written out, since a calendar without it is an hour off."""
FIRST_STAMP = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MOST_REVISIONS = 1_000_000

_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTODO)\r\n.*?^END:\1\r\n", re.MULTILINE | re.DOTALL)
_REVISION = re.compile(r"^(SEQUENCE|DTSTAMP|STATUS)[;:][^\r\n]*\r\n", re.MULTILINE)


@attrs.frozen
class Entry:
    """One event or to-do, as the text that stands for it."""

    uid: str
    text: str = attrs.field(repr=False)
    """From its BEGIN to its END, without what `_REVISION` names."""
    sequence: int = 0
    """How often it was changed."""
    cancelled: bool = False

    def in_full(self) -> str:
        """Give the text with what tells the revision.

        DTSTAMP should say when the event was last revised. No clock is read here, so it is made of the
        revision itself: a minute later with every change, so that the newer of two is the later one, and the
        same plan gives the same bytes.
        """
        head, body = self.text.split("\r\n", 1)
        stamp = FIRST_STAMP + dt.timedelta(minutes=self.sequence)
        alive = "CONFIRMED" if head == "BEGIN:VEVENT" else "NEEDS-ACTION"
        status = "CANCELLED" if self.cancelled else alive
        lines = (
            head,
            f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
            f"SEQUENCE:{self.sequence}",
            f"STATUS:{status}",
            body,
        )
        return "\r\n".join(lines)


@attrs.frozen
class Held:
    """A calendar as its file holds it."""

    key: str
    """``""`` where it is none that kompetanse wrote."""
    name: str = ""
    entries: Mapping[str, Entry] = attrs.field(factory=dict)
    """By their uid."""


class Unreadable(Exception):  # says what the file is
    """A file holds no whole calendar."""


def entry_of(item: Meeting | ToDo) -> Entry:
    """Give a gathering or work at home as an entry that was never changed; raise `MissingExtra`."""
    icalendar = _icalendar()
    made = icalendar.Event() if isinstance(item, Meeting) else icalendar.Todo()
    made.add("uid", item.uid)
    texts = {"summary": item.summary, "description": item.about}
    if isinstance(item, Meeting):
        zone = ZoneInfo(ZONE)
        made.add("dtstart", item.start.replace(tzinfo=zone))
        made.add("dtend", item.end.replace(tzinfo=zone))
        texts["location"] = item.place
    else:
        if item.start < item.due:  # the format wants DUE to be later than DTSTART
            made.add("dtstart", item.start)
        made.add("due", item.due)
    for name, text in texts.items():
        if text:
            made.add(name, icalendar.prop.vInline(_escaped(text)))
    return Entry(item.uid, made.to_ical().decode())


def _escaped(text: str) -> str:
    r"""Give a text as the format wants it; what breaks a line becomes ``\n`` (RFC 5545, 3.3.11)."""
    for character in "\\;,":
        text = text.replace(character, "\\" + character)
    return re.sub("[\n\u2028\u2029]", r"\\n", text)


def calendar_text(key: str, name: str, entries: Iterable[Entry]) -> str:
    """Give a whole file; raise `MissingExtra`."""
    icalendar = _icalendar()
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    made.add(KEY, icalendar.prop.vInline(key))
    for property_ in ("name", "x-wr-calname"):
        made.add(property_, icalendar.prop.vInline(_escaped(name)))
    whole: str = made.to_ical().decode()
    end = "END:VCALENDAR\r\n"
    body = "".join(one.in_full() for one in entries)
    return whole.removesuffix(end) + TIMEZONE.replace("\n", "\r\n") + body + end


def read_calendar(data: bytes) -> Held:
    """Give what a file holds; raise `Unreadable` where that is no whole calendar, and `MissingExtra`."""
    icalendar = _icalendar()
    try:
        text = data.decode().replace("\r\n", "\n").replace("\n", "\r\n")
        held = icalendar.Calendar.from_ical(text)
    except Exception as error:  # whatever the library stumbles over
        raise Unreadable from error
    if held.name != "VCALENDAR" or not text.endswith("END:VCALENDAR\r\n"):
        raise Unreadable
    parts = [one for one in held.subcomponents if one.name in ("VEVENT", "VTODO")]
    blocks = [match[0] for match in _BLOCK.finditer(text)]
    key = str(held.get(KEY, ""))
    if not key:
        return Held("")
    if len(parts) != len(blocks):
        raise Unreadable
    entries = map(_entry, parts, blocks)
    return Held(key, str(held.get("NAME", "")), {one.uid: one for one in entries})


def _entry(part: Any, block: str) -> Entry:  # noqa: ANN401  # a component without types
    try:
        uid, sequence = str(part["UID"]), int(part["SEQUENCE"])
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable from error
    if not 0 <= sequence <= MOST_REVISIONS:
        raise Unreadable
    return Entry(uid, _REVISION.sub("", block), sequence, str(part.get("STATUS", "")) == "CANCELLED")


def _icalendar() -> Any:  # noqa: ANN401  # a module
    try:
        import icalendar  # noqa: PLC0415  # an extra: imported where it is needed
    except ImportError:
        raise MissingExtra("icalendar", "calendar") from None
    return icalendar
