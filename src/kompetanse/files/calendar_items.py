"""What stands in the calendar of a cohort or an organisation: its gatherings, and what is due at home."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Iterable, Iterator

import attrs

from kompetanse.model import (
    Cohort,
    Gathering,
    Language,
    Module,
    Organisation,
    Phase,
    Programme,
    Text,
    item_keys,
)

NAMESPACE = uuid.UUID("6f1c1f0e-6a0b-5d0c-9a51-3d6c0f5b7a42")
"""What every id of an event is made under; it is written nowhere else and never changes."""
PREPARATION, FOLLOW_UP = Text("Forarbeid", "Preparation"), Text("Etterarbeid", "Follow-up")
ILLUSTRATIVE = Text("illustrativt", "illustrative")
LONGEST_NAME = 180
"""Bytes of an id that becomes part of a file's name as it is: no disk takes more than 255 in all."""


@attrs.frozen
class Meeting:
    """A gathering as calendars show it; its times are those of clocks in Norway."""

    uid: str
    summary: str
    start: dt.datetime
    end: dt.datetime
    place: str
    about: str


@attrs.frozen
class ToDo:
    """What is to be done at home, from one day to another, both included."""

    uid: str
    summary: str
    start: dt.date
    due: dt.date
    about: str


@attrs.frozen
class Calendar:
    """One calendar: the file that it is kept in, and what stands in it."""

    file: str
    key: str
    """Which one it is, such as ``rogaland/cohort/nord``: programme, kind and id."""
    name: str
    items: tuple[Meeting | ToDo, ...]


def calendars(programme: Programme, lang: Language) -> tuple[Calendar, ...]:
    """Give a calendar for each cohort and each organisation; of several with one id, for the first.

    An organisation has what each of its cohorts has, under the same ids. Raises `UnknownModule`,
    `UnknownCohort` and `UnknownOrganisation` where the timetable or a cohort names what there is not.
    """
    cohorts = [programme.cohort(id_) for id_ in dict.fromkeys(one.id for one in programme.cohorts)]
    ids = dict.fromkeys(one.id for one in programme.organisations)
    organisations = [programme.organisation(id_) for id_ in ids]
    for gathering in programme.timetable.gatherings:
        programme.cohort(gathering.cohort)
    found = []
    of_member: dict[str, list[Meeting | ToDo]] = {}
    for cohort in cohorts:
        items = tuple(_items(programme, cohort, lang))
        found.append(_calendar(programme, cohort, items, lang))
        for member in dict.fromkeys(cohort.members):
            of_member.setdefault(programme.organisation(member).id, []).extend(items)
    found += [_calendar(programme, one, of_member.get(one.id, ()), lang) for one in organisations]
    return tuple(found)


def _calendar(
    programme: Programme, owner: Cohort | Organisation, items: Iterable[Meeting | ToDo], lang: Language
) -> Calendar:
    kind = "cohort" if isinstance(owner, Cohort) else "organisation"
    name = f"{programme.name.language(lang)} – {owner.name.language(lang)}"
    if programme.is_illustrative("timetable"):
        name += f" ({ILLUSTRATIVE.language(lang)})"
    key = f"{programme.id}/{kind}/{owner.id}"
    return Calendar(file_of(key), key, name, tuple(items))


def file_of(key: str) -> str:
    """Give the name of the file that a calendar is kept in."""
    kind, _, id_ = key.partition("/")[2].partition("/")
    return f"{kind}-{_safe(id_)}.ics"


def _safe(id_: str) -> str:
    """Give an id as a disk may hold it: two that differ by case alone become two files everywhere.

    It hangs on the id alone, so that a new neighbour never renames a file that somebody subscribes to.
    """
    if id_ == id_.casefold() and len(id_.encode()) <= LONGEST_NAME:
        return id_
    return f"{id_[:40]}~{hashlib.sha256(id_.encode()).hexdigest()[:12]}"


def _items(programme: Programme, cohort: Cohort, lang: Language) -> Iterator[Meeting | ToDo]:
    """Yield what stands in the calendar of one cohort, gathering by gathering, earliest first."""
    gatherings = programme.timetable.of_cohort(cohort.id)
    for key, gathering in zip(item_keys(one.module for one in gatherings), gatherings, strict=True):
        module = programme.module(gathering.module)
        seed = f"{programme.id}/{cohort.id}/{key}"
        summary = f"{module.name.language(lang)} – {cohort.name.language(lang)}"
        first = gathering.date - dt.timedelta(days=module.preparation.days)
        yield from _to_do(module.preparation, first, f"{seed}/preparation", (PREPARATION, summary), lang)
        yield _meeting(module, gathering, _uid(f"{seed}/gathering"), summary, lang)
        first = gathering.date + dt.timedelta(days=1)
        yield from _to_do(module.follow_up, first, f"{seed}/follow-up", (FOLLOW_UP, summary), lang)


def _meeting(module: Module, gathering: Gathering, uid: str, summary: str, lang: Language) -> Meeting:
    sessions = sorted(module.sessions, key=lambda one: (one.start, one.end))
    return Meeting(
        uid,
        summary,
        dt.datetime.combine(gathering.date, gathering.start),
        dt.datetime.combine(gathering.date, gathering.end),
        gathering.place.language(lang) if gathering.place else "",
        "\n".join(f"{one.start:%H:%M}–{one.end:%H:%M} {one.theme.language(lang)}" for one in sessions),
    )


def _to_do(
    phase: Phase, first: dt.date, seed: str, summary: tuple[Text, str], lang: Language
) -> Iterator[ToDo]:
    """Yield the work at home, if the module has any days of it."""
    if phase.days:
        what, of = summary
        due = first + dt.timedelta(days=phase.days - 1)
        tasks = "\n".join(f"• {one.language(lang)}" for one in phase.tasks)
        yield ToDo(_uid(seed), f"{what.language(lang)}: {of}", first, due, tasks)


def _uid(seed: str) -> str:
    """Give an id that is the same in every process and for ever: a UUID of version 5 (RFC 9562)."""
    return str(uuid.uuid5(NAMESPACE, seed))
