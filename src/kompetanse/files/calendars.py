"""Calendars of cohorts and organisations, kept in a folder: a changed plan updates them."""

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from kompetanse.errors import InvalidFile, UnwritableFile
from kompetanse.files.atomic import make_folder, replace_file, unwritable
from kompetanse.files.calendar_items import Calendar, calendars, file_of
from kompetanse.files.ics import Entry, Held, Unreadable, calendar_text, entry_of, read_calendar
from kompetanse.files.sources import StrPath, read_bytes
from kompetanse.model import Language, Programme
from kompetanse.model.rules import demand, shown


def write_calendars(programme: Programme, folder: StrPath, *, lang: Language = "en") -> tuple[Path, ...]:
    """Write a calendar (.ics) for each cohort and each organisation into a folder, and give their paths.

    A calendar holds each gathering as an event, and the last day of preparation and follow-up as to-dos. What
    the folder holds from before is updated: an event that changed keeps its uid and gets a higher SEQUENCE,
    one that is gone is cancelled, one that is as it was keeps its bytes. The folder is made if it is not
    there. Raises `UnwritableFile` where a file of one of the names is no such calendar or cannot be written,
    `UnknownModule`, `UnknownCohort` or `UnknownOrganisation` where the programme names what it has not, and
    `MissingExtra`.
    """
    demand("write_calendars", "programme", programme, Programme)
    demand("write_calendars", "folder", folder, str | os.PathLike)
    wanted = calendars(programme, lang)
    before = {one.file: _kept(Path(folder, one.file), one.key) for one in wanted}
    before |= {file_of(one.key): one for one in _unwanted(programme.id, folder, before.keys())}
    now = _revised(wanted, before)
    texts = {
        one.file: _text(one.key, one.name, [now[item.uid] for item in one.items], before[one.file])
        for one in wanted
    }
    texts |= {file: _text(one.key, one.name, [], one) for file, one in before.items() if file not in texts}
    make_folder(folder)
    for file, text in texts.items():
        _put(Path(folder, file), text.encode())
    return tuple(Path(folder, one.file) for one in wanted)


def _kept(path: Path, key: str) -> Held:
    """Give what a file holds from before; raise `UnwritableFile` where it is not the calendar of that key."""
    if not os.path.exists(path):  # noqa: PTH110  # unlike the method, it raises nothing, whatever the path
        return Held(key)
    try:
        held = read_calendar(read_bytes(path))
    except InvalidFile as error:
        raise UnwritableFile(os.fspath(path), error.faults[0].problem) from None
    except Unreadable:
        raise unwritable(path, "broken-calendar") from None
    if held.key != key:
        raise unwritable(path, "not-own-calendar", expected=shown(key))
    return held


def _unwanted(programme: str, folder: StrPath, wanted: Collection[str]) -> Iterator[Held]:
    """Yield the calendars of cohorts and organisations that the programme has no more."""
    there = Path(folder).glob("*-*.ics") if os.path.isdir(folder) else ()  # noqa: PTH112  # as above
    for path in sorted(there):
        if path.name not in wanted:
            with contextlib.suppress(InvalidFile, Unreadable):  # what is no calendar of ours is no matter
                held = read_calendar(read_bytes(path))
                if held.key.startswith(f"{programme}/") and file_of(held.key) == path.name:
                    yield held


def _revised(wanted: Iterable[Calendar], before: Mapping[str, Held]) -> dict[str, Entry]:
    """Give every entry, by its uid, as it is to stand in each calendar that has it."""
    versions: dict[str, list[Entry]] = {}
    for held in before.values():
        for uid, entry in held.entries.items():
            versions.setdefault(uid, []).append(entry)
    items = {item.uid: item for calendar in wanted for item in calendar.items}
    held_in = ((before[calendar.file].entries, item.uid) for calendar in wanted for item in calendar.items)
    back = {uid for entries, uid in held_in if uid in entries and entries[uid].cancelled}
    return {
        uid: _revision(entry_of(item), versions.get(uid, ()), back=uid in back) for uid, item in items.items()
    }


def _revision(entry: Entry, versions: Sequence[Entry], *, back: bool) -> Entry:
    """Give an entry as the newest of its versions where it says the same, and else as newer than all of them.

    With `back` it is cancelled in a calendar that is to hold it again, and so newer as well.
    """
    newest = max((one for one in versions if not one.cancelled), key=_sequence, default=None)
    if newest is not None and newest.text == entry.text and not back:
        return newest
    return attrs.evolve(entry, sequence=max(map(_sequence, versions), default=-1) + 1)


def _sequence(entry: Entry) -> int:
    return entry.sequence


def _text(key: str, name: str, entries: Iterable[Entry], held: Held) -> str:
    """Give a file of these entries, behind which stands, cancelled, what it held from before and is gone."""
    alive = {one.uid: one for one in entries}
    gone = (one for uid, one in sorted(held.entries.items()) if uid not in alive)
    return calendar_text(key, name, (*alive.values(), *map(_cancelled, gone)))


def _cancelled(entry: Entry) -> Entry:
    return entry if entry.cancelled else attrs.evolve(entry, sequence=entry.sequence + 1, cancelled=True)


def _put(path: Path, data: bytes) -> None:
    """Write a file, unless it says the same already: whoever watches it then sees no change."""
    try:
        same = path.read_bytes() == data
    except OSError:
        same = False
    if not same:
        replace_file(path, data)
