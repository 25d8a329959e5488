"""Calendars of cohorts and organisations: what stands in them, and what may not be."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetanse import write_calendars
from kompetanse.errors import (
    InvalidValue,
    MissingExtra,
    UnknownCohort,
    UnknownModule,
    UnknownOrganisation,
    UnwritableFile,
)
from kompetanse.files import atomic
from kompetanse.files.ics import TIMEZONE
from kompetanse.model import (
    Cohort,
    Gathering,
    Module,
    Organisation,
    Phase,
    Programme,
    Provenance,
    Session,
    Text,
    Timetable,
)
from kompetanse.testing.strategies import programmes

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.timedelta(days=1)
TUESDAY = dt.date(2023, 3, 21)
"""The week before the change to summer time, on Sunday 26 March."""
SESSIONS = (
    Session(dt.time(12, 30), dt.time(15), Text("Data, og ledelse", "Data; leadership")),
    Session(dt.time(9), dt.time(11), "Norge i 2040"),
)
MODULES = (
    Module(
        "strategi", Text("Strategi", "Strategy"), preparation=Phase(14, 2, ("Les\nto",)), sessions=SESSIONS
    ),
    Module("ledelse", Text("Ledelse", "Leadership"), follow_up=Phase(1)),
)
PROGRAMME = Programme(
    "løft",
    "Løftet",
    modules=MODULES,
    organisations=(Organisation("sola", "Sola"), Organisation("time"), Organisation("utsira")),
    cohorts=(Cohort("nord", "Nord", ("sola", "time")), Cohort("vest", members=("time",))),
    timetable=Timetable(
        (
            Gathering("strategi", "nord", TUESDAY, place="Bokn"),
            Gathering("ledelse", "nord", TUESDAY + DAY * 14, dt.time(8, 30), dt.time(16)),
            Gathering("strategi", "vest", TUESDAY + DAY),
        )
    ),
)
Parts = dict[str, Any]


def parts(path: Path) -> Parts:
    """The entries of a file, by their uid."""
    held = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(one["UID"]): one for one in held.walk() if one.name in ("VEVENT", "VTODO")}


def part(path: Path, summary: str) -> Any:  # noqa: ANN401  # a component without types
    (found,) = [one for one in parts(path).values() if str(one["SUMMARY"]) == summary]
    return found


def sequences(path: Path) -> dict[str, tuple[int, str]]:
    return {str(one["SUMMARY"]): (int(one["SEQUENCE"]), str(one["STATUS"])) for one in parts(path).values()}


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def with_gatherings(*gatherings: Gathering) -> Programme:
    return attrs.evolve(PROGRAMME, timetable=Timetable(gatherings))


# What stands in a calendar


def test_each_cohort_and_each_organisation_has_a_file(tmp_path: Path) -> None:
    written = write_calendars(PROGRAMME, tmp_path / "kalendere")
    assert [one.name for one in written] == [
        "cohort-nord.ics", "cohort-vest.ics", "organisation-sola.ics", "organisation-time.ics",
        "organisation-utsira.ics",
    ]  # fmt: skip
    assert {one.name for one in written} == contents(tmp_path / "kalendere").keys()
    assert len(parts(written[0])) == 4
    assert parts(written[4]) == {}


def test_a_gathering_is_an_event_with_its_hours_place_and_sessions(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path, lang="nb")
    event = part(tmp_path / "cohort-nord.ics", "Strategi – Nord")
    assert event["DTSTART"].dt == dt.datetime(2023, 3, 21, 9, tzinfo=OSLO)
    assert event["DTSTART"].params["TZID"] == "Europe/Oslo"
    assert event["DTEND"].dt == dt.datetime(2023, 3, 21, 15, tzinfo=OSLO)
    assert event["LOCATION"] == "Bokn"
    assert event["DESCRIPTION"] == "09:00–11:00 Norge i 2040\n12:30–15:00 Data, og ledelse"
    assert "LOCATION" not in part(tmp_path / "cohort-nord.ics", "Ledelse – Nord")


def test_the_last_days_at_home_are_due(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path, lang="nb")
    before = part(tmp_path / "cohort-nord.ics", "Forarbeid: Strategi – Nord")
    assert (before["DTSTART"].dt, before["DUE"].dt) == (TUESDAY - DAY * 14, TUESDAY - DAY)
    assert before["DESCRIPTION"] == "• Les\nto"
    after = part(tmp_path / "cohort-nord.ics", "Etterarbeid: Ledelse – Nord")
    assert after["DUE"].dt == TUESDAY + DAY * 15
    assert "DTSTART" not in after  # it would not be earlier than DUE, as the format wants it


def test_texts_are_in_the_language_asked_for(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    assert "Preparation: Strategy – Nord" in sequences(tmp_path / "cohort-nord.ics")
    with pytest.raises(InvalidValue, match="lang"):
        write_calendars(PROGRAMME, tmp_path, lang="fr")  # type: ignore[arg-type]  # that is what is tested


def test_an_organisation_has_the_events_of_its_cohorts_under_the_same_ids(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    nord, vest = parts(tmp_path / "cohort-nord.ics"), parts(tmp_path / "cohort-vest.ics")
    assert nord.keys() == parts(tmp_path / "organisation-sola.ics").keys()
    assert nord.keys() | vest.keys() == parts(tmp_path / "organisation-time.ics").keys()
    assert nord.keys().isdisjoint(vest)


def test_a_calendar_says_that_it_illustrates(tmp_path: Path) -> None:
    shown = attrs.evolve(PROGRAMME, provenance=(Provenance("timetable", illustrative=True),))
    write_calendars(shown, tmp_path)
    held = icalendar.Calendar.from_ical((tmp_path / "cohort-nord.ics").read_bytes())
    assert held["X-WR-CALNAME"] == "Løftet – Nord (illustrative)"


def test_two_gatherings_for_one_module_are_two_events(tmp_path: Path) -> None:
    twice = with_gatherings(
        Gathering("ledelse", "nord", TUESDAY), Gathering("ledelse", "nord", TUESDAY + DAY)
    )
    write_calendars(twice, tmp_path)
    assert len(parts(tmp_path / "cohort-nord.ics")) == 4  # each with its follow-up


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(programme=programmes())
def test_read_back_every_gathering_has_its_instants_across_the_change_to_summer_time(
    tmp_path_factory: pytest.TempPathFactory, programme: Programme
) -> None:
    folder = tmp_path_factory.mktemp("kal")
    write_calendars(programme, folder)
    read = {
        (one["DTSTART"].dt.astimezone(dt.UTC), one["DTEND"].dt.astimezone(dt.UTC))
        for path in folder.glob("cohort-*.ics")
        for one in parts(path).values()
        if one.name == "VEVENT"
    }
    assert read == {
        tuple(dt.datetime.combine(one.date, time, OSLO).astimezone(dt.UTC) for time in (one.start, one.end))
        for one in programme.timetable.gatherings
    }


UNKNOWN = TIMEZONE.replace("Europe/Oslo", "x")  # of a zone that it knows, the library takes its own rules
WRITTEN: dt.tzinfo = icalendar.Timezone.from_ical(UNKNOWN).to_tz()  # type: ignore[attr-defined]  # it is a Timezone


@given(st.datetimes(dt.datetime(1997, 1, 1), dt.datetime(2090, 1, 1)))  # noqa: DTZ001  # by the clock of Norway
def test_the_timezone_that_is_written_out_has_the_offsets_of_norway(moment: dt.datetime) -> None:
    moment = moment.replace(hour=max(4, moment.hour))  # no hour that there is twice, or not at all
    assert moment.replace(tzinfo=WRITTEN).utcoffset() == moment.replace(tzinfo=OSLO).utcoffset()


HOSTILE = (
    "a,b;c:d", "\\", "\\n", "\\N", "C:\\Nord\\nytt", "\\,", 'x"y"', "^n", "æøå" * 1700, "😀" * 40,
    "BEGIN:VEVENT", "END:VCALENDAR", " a", "a ", "=?utf-8?", "%0D%0A", "a\u00a0b", "x" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("word", HOSTILE, ids=lambda word: ascii(word)[:20])
def test_hostile_names_survive_a_round_trip_and_a_second_run(tmp_path: Path, word: str) -> None:
    module = Module("a", word, preparation=Phase(3, 1, (f"{word}\nSEQUENCE:99\n{word}",)))
    programme = Programme(
        "p",
        word,
        modules=(module,),
        cohorts=(Cohort("c", "C"),),
        timetable=Timetable((Gathering("a", "c", TUESDAY, place=word),)),
    )
    (path,) = write_calendars(programme, tmp_path)
    assert part(path, f"{word} – C")["LOCATION"] == word
    task = part(path, f"Preparation: {word} – C")
    assert task["DESCRIPTION"] == f"• {word}\nSEQUENCE:99\n{word}"
    assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
    first = path.read_bytes()
    write_calendars(programme, tmp_path)
    assert path.read_bytes() == first
    write_calendars(attrs.evolve(programme, timetable=Timetable()), tmp_path)
    assert sequences(path) == {f"{word} – C": (1, "CANCELLED"), f"Preparation: {word} – C": (1, "CANCELLED")}
    assert part(path, f"{word} – C")["LOCATION"] == word


def test_what_breaks_a_line_elsewhere_breaks_it_here(tmp_path: Path) -> None:
    module = Module("a", preparation=Phase(2, 1, ("en\u2028to\u2029tre",)))
    gathering = Gathering("a", "c", TUESDAY)
    programme = Programme("p", modules=(module,), cohorts=(Cohort("c"),), timetable=Timetable((gathering,)))
    (path,) = write_calendars(programme, tmp_path)
    assert part(path, "Preparation: a – c")["DESCRIPTION"] == "• en\nto\ntre"


# Names of files


def test_ids_that_differ_by_case_alone_have_files_of_their_own_everywhere(tmp_path: Path) -> None:
    ids = ("nord", "Nord", "NORD", "ørsta", "a.b", "𐐀" * 64, "𐐨" * 64)
    programme = Programme("p", cohorts=tuple(map(Cohort, ids)), organisations=(Organisation("nord"),))
    names = [one.name for one in write_calendars(programme, tmp_path)]
    assert len({one.casefold() for one in names}) == len(ids) + 1
    assert names[0] == "cohort-nord.ics"
    assert names[3] == "cohort-ørsta.ics"
    assert max(len(one.encode()) for one in names) < 255
    assert [one.name for one in write_calendars(Programme("p", cohorts=(Cohort("Nord"),)), tmp_path)] == [
        names[1]
    ]


# What may not be


def test_a_calendar_whose_events_are_written_otherwise_is_not_written_over(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    path.write_bytes(path.read_bytes().replace(b"BEGIN:VEVENT", b"begin:vevent", 1))
    with pytest.raises(UnwritableFile) as caught:
        write_calendars(PROGRAMME, tmp_path)
    assert caught.value.problem.key == "broken-calendar"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "broken-calendar"),
        (b"\xff\xfe", "broken-calendar"),
        (b"Dear reader", "broken-calendar"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "broken-calendar"),
        (b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "broken-calendar"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", "not-own-calendar"),
    ],
)
def test_a_file_that_is_no_calendar_of_ours_is_left_as_it_is(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    path = tmp_path / "organisation-sola.ics"
    path.write_bytes(content)
    with pytest.raises(UnwritableFile) as caught:
        write_calendars(PROGRAMME, tmp_path)
    assert (caught.value.path, caught.value.problem.key) == (str(path), problem)
    assert contents(tmp_path) == {path.name: content}


def test_a_half_written_calendar_is_left_as_it_is(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    whole = path.read_bytes()
    for length in range(1, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(UnwritableFile, match="cannot be read as a calendar"):
            write_calendars(PROGRAMME, tmp_path)
        assert path.read_bytes() == whole[:length]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"SEQUENCE:0", b"SEQUENCE:many"),
        (b"SEQUENCE:0", b"SEQUENCE:-1"),
        (b"SEQUENCE:0", b"SEQUENCE:99999999999"),
        (b"SEQUENCE:0\r\n", b""),
        (b"UID:", b"X-UID:"),
        (b"BEGIN:VTIMEZONE", b"BEGIN:VEVENT\r\nEND:VEVENT\r\nBEGIN:VTIMEZONE"),
    ],
)
def test_a_calendar_of_which_a_revision_is_not_known_is_broken(
    tmp_path: Path, old: bytes, new: bytes
) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    spoilt = path.read_bytes().replace(old, new, 1)
    path.write_bytes(spoilt)
    with pytest.raises(UnwritableFile, match="cannot be read as a calendar"):
        write_calendars(PROGRAMME, tmp_path)
    assert path.read_bytes() == spoilt


def test_a_calendar_of_another_programme_or_another_cohort_is_left_as_it_is(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    before = contents(tmp_path)
    with pytest.raises(UnwritableFile, match="is not the calendar 'annet/cohort/nord'"):
        write_calendars(attrs.evolve(PROGRAMME, id="annet"), tmp_path)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("programme", "error"),
    [
        (with_gatherings(Gathering("strategy", "nord", TUESDAY)), UnknownModule("strategy", "strategi")),
        (with_gatherings(Gathering("strategi", "nrd", TUESDAY)), UnknownCohort("nrd", "nord")),
        (
            attrs.evolve(PROGRAMME, cohorts=(Cohort("nord", members=("solo",)), Cohort("vest"))),
            UnknownOrganisation("solo", "sola"),
        ),
    ],
)
def test_what_is_not_there_has_no_calendar(tmp_path: Path, programme: Programme, error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        write_calendars(programme, tmp_path / "kal")
    assert caught.value == error
    assert contents(tmp_path) == {}


def test_a_folder_that_cannot_be_made_or_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    for folder in (tmp_path / "a" / "b", tmp_path / "fil", tmp_path / "fil" / "b"):
        with pytest.raises(UnwritableFile, match="there is no folder of that name"):
            write_calendars(PROGRAMME, folder)
    with pytest.raises(UnwritableFile):
        write_calendars(PROGRAMME, "a\0b")
    with pytest.raises(InvalidValue, match=r"write_calendars\.folder"):
        write_calendars(PROGRAMME, None)  # type: ignore[arg-type]  # that is what is tested
    with pytest.raises(InvalidValue, match=r"write_calendars\.programme"):
        write_calendars("p", tmp_path)  # type: ignore[arg-type]  # that is what is tested


def test_a_folder_in_the_place_of_a_calendar_is_told(tmp_path: Path) -> None:
    (tmp_path / "cohort-nord.ics").mkdir()
    with pytest.raises(UnwritableFile, match="is a folder"):
        write_calendars(PROGRAMME, tmp_path)


def test_a_read_only_folder_is_told_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(atomic, "_put", refused)  # a mode would not hold the system's own administrator
    with pytest.raises(UnwritableFile, match="may not be read or written by you"):
        write_calendars(PROGRAMME, tmp_path)
    assert contents(tmp_path) == {}
    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(UnwritableFile, match="may not be read or written by you"):
        write_calendars(PROGRAMME, tmp_path / "kal")


def test_without_the_extra_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra, match=r"pip install 'kompetanse\[calendar\]'") as caught:
        write_calendars(PROGRAMME, tmp_path / "kal")
    assert caught.value == MissingExtra("icalendar", "calendar")
    assert contents(tmp_path) == {}


def test_of_two_with_one_id_the_first_has_the_calendar(tmp_path: Path) -> None:
    twice = *PROGRAMME.cohorts, Cohort("nord", "Another")
    written = write_calendars(attrs.evolve(PROGRAMME, cohorts=twice), tmp_path)
    assert len(written) == 5
    assert "Strategy – Nord" in sequences(written[0])
