"""What becomes of calendars when plans change."""

import datetime as dt
import os
import subprocess
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
from kompetanse.errors import UnwritableFile
from kompetanse.files import atomic
from kompetanse.model import (
    Cohort,
    Gathering,
    Module,
    Organisation,
    Phase,
    Programme,
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


def days(path: Path) -> dict[str, object]:
    return {uid: (one.get("DTSTART") or one["DUE"]).dt for uid, one in parts(path).items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def with_gatherings(*gatherings: Gathering) -> Programme:
    return attrs.evolve(PROGRAMME, timetable=Timetable(gatherings))


def moved(days: int, *modules: str) -> Programme:
    """The programme in which the gatherings for some modules are later."""
    return with_gatherings(
        *(one.shifted(days) if one.module in modules else one for one in PROGRAMME.timetable.gatherings)
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(programme=programmes())
def test_the_same_plan_written_again_changes_no_byte(
    tmp_path_factory: pytest.TempPathFactory, programme: Programme
) -> None:
    folder, other = tmp_path_factory.mktemp("kal"), tmp_path_factory.mktemp("kal")
    write_calendars(programme, folder)
    first = contents(folder)
    write_calendars(programme, folder)
    write_calendars(programme, other)
    assert contents(folder) == first == contents(other)


def test_an_unchanged_file_is_not_touched(tmp_path: Path) -> None:
    (path, *_) = write_calendars(PROGRAMME, tmp_path)
    os.utime(path, (0, 0))
    write_calendars(PROGRAMME, tmp_path)
    assert path.stat().st_mtime == 0


def test_an_event_that_moved_is_updated_and_never_doubled(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    before = parts(path)
    write_calendars(moved(7, "strategi"), tmp_path)
    assert parts(path).keys() == before.keys()
    assert sequences(path) == {
        "Preparation: Strategy – Nord": (1, "NEEDS-ACTION"),
        "Strategy – Nord": (1, "CONFIRMED"),
        "Leadership – Nord": (0, "CONFIRMED"),
        "Follow-up: Leadership – Nord": (0, "NEEDS-ACTION"),
    }
    event = part(path, "Strategy – Nord")
    assert event["DTSTART"].dt == dt.datetime(2023, 3, 28, 9, tzinfo=OSLO)
    assert event["DTSTAMP"].dt == dt.datetime(2000, 1, 1, 0, 1, tzinfo=dt.UTC)
    write_calendars(PROGRAMME, tmp_path)
    assert sequences(path)["Strategy – Nord"] == (2, "CONFIRMED")


def test_unchanged_events_keep_their_bytes(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    kept = path.read_bytes().split(b"BEGIN:V")
    write_calendars(moved(7, "strategi"), tmp_path)
    now = path.read_bytes().split(b"BEGIN:V")
    assert [one for one in kept if b"Leadership" in one] == [one for one in now if b"Leadership" in one]


def test_an_event_that_is_gone_is_cancelled_once_and_comes_back_newer(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    without = attrs.evolve(PROGRAMME, timetable=PROGRAMME.timetable.without("ledelse"))
    write_calendars(without, tmp_path)
    once = path.read_bytes()
    assert sequences(path)["Leadership – Nord"] == (1, "CANCELLED")
    assert sequences(path)["Follow-up: Leadership – Nord"] == (1, "CANCELLED")
    write_calendars(without, tmp_path)
    assert path.read_bytes() == once
    write_calendars(PROGRAMME, tmp_path)
    assert sequences(path)["Leadership – Nord"] == (2, "CONFIRMED")


def test_what_is_cancelled_stands_in_an_order_that_does_not_hang_on_when(tmp_path: Path) -> None:
    texts = set()
    for first, then in (("ledelse", "strategi"), ("strategi", "ledelse")):
        folder = tmp_path / first
        for timetable in (
            PROGRAMME.timetable,
            PROGRAMME.timetable.without(first),
            PROGRAMME.timetable.without(first).without(then),
        ):
            path = write_calendars(attrs.evolve(PROGRAMME, timetable=timetable), folder)[0]
        texts.add(path.read_bytes())
    assert len(texts) == 1


def test_an_organisation_that_changes_cohort_is_told_in_its_own_calendar(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    nord = (tmp_path / "cohort-nord.ics").read_bytes()
    changed = attrs.evolve(
        PROGRAMME, cohorts=(Cohort("nord", "Nord", ("time",)), Cohort("vest", members=("sola", "time")))
    )
    write_calendars(changed, tmp_path)
    after = contents(tmp_path)
    told = sequences(tmp_path / "organisation-sola.ics")
    assert told["Strategy – Nord"] == (1, "CANCELLED")
    assert told["Strategy – vest"] == (0, "CONFIRMED")
    assert (tmp_path / "cohort-nord.ics").read_bytes() == nord
    write_calendars(changed, tmp_path)
    assert contents(tmp_path) == after
    write_calendars(PROGRAMME, tmp_path)
    for file in ("organisation-sola.ics", "cohort-nord.ics"):
        assert sequences(tmp_path / file)["Strategy – Nord"] == (2, "CONFIRMED")


def test_the_calendar_of_a_cohort_that_is_gone_is_cancelled(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    fewer = attrs.evolve(
        PROGRAMME,
        cohorts=PROGRAMME.cohorts[:1],
        timetable=Timetable(PROGRAMME.timetable.of_cohort("nord")),
    )
    (tmp_path / "cohort-copy.ics").write_bytes((tmp_path / "cohort-nord.ics").read_bytes())
    (tmp_path / "cohort-other.ics").write_text("anything", encoding="utf-8")
    (tmp_path / "team-vest.ics").mkdir()
    copied = (tmp_path / "cohort-copy.ics").read_bytes()
    written = write_calendars(fewer, tmp_path)
    assert tmp_path / "cohort-vest.ics" not in written
    assert {status for _, status in sequences(tmp_path / "cohort-vest.ics").values()} == {"CANCELLED"}
    assert (tmp_path / "cohort-copy.ics").read_bytes() == copied
    assert (tmp_path / "cohort-other.ics").read_text(encoding="utf-8") == "anything"


@pytest.mark.parametrize("after", range(5))
def test_a_run_that_was_broken_off_is_made_good_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    for folder in (whole, broken):
        write_calendars(PROGRAMME, folder)
    write_calendars(moved(7, "strategi"), whole)
    put, written = atomic._put, list[Path]()

    def failing(target: Path, data: bytes, mode: int | None) -> None:
        if len(written) == after:
            raise OSError(28, "No space left on device")
        put(target, data, mode)
        written.append(target)

    monkeypatch.setattr(atomic, "_put", failing)
    if after < 4:  # of the five files one has no events, so that nothing changes in it
        with pytest.raises(UnwritableFile, match="No space left on device"):
            write_calendars(moved(7, "strategi"), broken)
    monkeypatch.setattr(atomic, "_put", put)
    write_calendars(moved(7, "strategi"), broken)
    assert contents(broken) == contents(whole)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(plans=st.lists(st.tuples(st.integers(-7, 7), st.sampled_from(("strategi", "ledelse"))), max_size=5))
def test_whatever_came_before_the_calendars_show_the_plan_and_sequences_never_fall(
    tmp_path_factory: pytest.TempPathFactory, plans: list[tuple[int, str]]
) -> None:
    folder, fresh = tmp_path_factory.mktemp("kal"), tmp_path_factory.mktemp("kal")
    write_calendars(PROGRAMME, folder)
    seen: dict[str, int] = {}
    for later, module in plans:
        plan = moved(later, module)
        write_calendars(plan, folder)
        now = {uid: int(one["SEQUENCE"]) for uid, one in parts(folder / "cohort-nord.ics").items()}
        assert all(now[uid] >= sequence for uid, sequence in seen.items())
        seen = now
        write_calendars(plan, fresh)
        times = [
            {
                uid: one.get("DTSTART", one.get("DUE")).dt
                for uid, one in parts(path / "cohort-nord.ics").items()
            }
            for path in (folder, fresh)
        ]
        assert times[0] == times[1]


def test_line_ends_that_a_store_has_changed_are_no_change(tmp_path: Path) -> None:
    path = write_calendars(PROGRAMME, tmp_path)[0]
    first = path.read_bytes()
    path.write_bytes(first.replace(b"\r\n", b"\n"))
    write_calendars(PROGRAMME, tmp_path)
    assert path.read_bytes() == first


def test_ids_are_the_same_in_every_process(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from kompetanse import *\n"
        "p = read_programme(bundled('rogaland') / 'programme.yaml')\n"
        "print(repr([one.read_bytes() for one in write_calendars(p, sys.argv[1])]))"
    )
    seen = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        seen.add(subprocess.run(command, env=env, capture_output=True, check=True).stdout)
    assert len(seen) == 1


def test_ids_never_change_from_version_to_version(tmp_path: Path) -> None:
    write_calendars(PROGRAMME, tmp_path)
    uids = {str(one["SUMMARY"]): uid for uid, one in parts(tmp_path / "cohort-nord.ics").items()}
    assert uids == {
        "Preparation: Strategy – Nord": "7d3da272-8fc2-5594-8755-aa05ee6d81c6",
        "Strategy – Nord": "12bfa4c9-ab9d-5b9e-9187-ab045ca81bf4",
        "Leadership – Nord": "5d4a9758-687f-55b0-b400-f30aedb7bed5",
        "Follow-up: Leadership – Nord": "0ca3b2ba-4e07-5fa1-8b1f-35dd8a2e2fee",
    }
