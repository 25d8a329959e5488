"""What a programme manager asked for: the right sentence for each case."""

import datetime as dt

import pytest

from kompetanse.checks import check
from kompetanse.errors import InvalidValue, NotRequired, UnknownCohort, Unsound
from kompetanse.graph import DependencyGraph, placements
from kompetanse.model import (
    Cohort,
    Column,
    Drop,
    Gathering,
    Module,
    Move,
    Organisation,
    Participation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Shift,
    Table,
    Timetable,
)
from kompetanse.planning import journey
from kompetanse.report import Words, change_text, error_text, journey_text, table_text
from kompetanse.report.layout import as_text
from kompetanse.report.parts import line
from kompetanse.report.profiles import whole_percents
from kompetanse.whatif import Scenario, compare

DAY = dt.date(2027, 2, 2)
SMALL = Programme(
    "small",
    modules=(Module("a"), Module("b", requires=("a",)), Module("c")),
    order=("a", "b", "c"),
    organisations=(Organisation("x"),),
    cohorts=(Cohort("k", members=("x",)),),
    timetable=Timetable((Gathering("a", "k", DAY), Gathering("b", "k", DAY + dt.timedelta(days=7)))),
)


@pytest.mark.parametrize(
    ("on", "seen", "told"),
    [
        (DAY, (), "Nothing was reported of participation."),
        (dt.date(2027, 1, 1), ("a",), "Participation was reported (a), but no cohort has met yet."),
        (dt.date(2027, 3, 1), ("a",), "Nothing was reported yet of participation in b, only in a."),
        (dt.date(2027, 3, 1), ("a", "b"), "How far x has come with b\n"),
    ],
)
def test_what_is_known_of_participation_is_told_as_it_is(
    on: dt.date, seen: tuple[str, ...], told: str
) -> None:
    participation = [Participation("x", module, attended=1, own_work=0.5) for module in seen]
    assert told in journey_text(journey(SMALL, on=on, participation=participation), "en")


def test_a_programme_without_a_timetable_says_so() -> None:
    text = journey_text(journey(Programme("p", modules=(Module("a"),)), on=DAY), "en")
    assert "To come: a\nNo gatherings are planned yet." in text
    assert "until then" not in text


def test_a_gathering_today_is_today() -> None:
    assert "(i dag)" in journey_text(journey(SMALL, on=DAY), "nb")


def test_a_shift_says_the_new_day_where_the_programme_has_the_gathering() -> None:
    told = change_text(Shift("k", 21, "a"), Words("en", SMALL))
    assert told == "move the gathering of k for a 21 days later, to Tuesday 23 February 2027"
    told = change_text(Shift("k", -1, "a"), Words("nb", SMALL))
    assert told == "framskynd samlingen for k i a 1 dag, til mandag 1. februar 2027"


def test_no_line_ends_inside_a_date_or_between_a_number_and_its_unit() -> None:
    for width in range(60, 100):
        lines = as_text(line("x" * width + " tirsdag 6. juni 2023 og 14 dager")).split("\n")
        assert any("tirsdag 6. juni 2023" in one for one in lines)
        assert any("14 dager" in one for one in lines)


def test_a_column_without_a_value_is_left_out() -> None:
    table = Table((Column("organisation"), Column("target")), [("x", None)])
    assert "Target" not in table_text(table, Words("en"))


def test_percents_of_a_whole_sum_to_100() -> None:
    assert whole_percents((1 / 3, 1 / 3, 1 / 3)) == (34, 33, 33)
    assert whole_percents((0.005, 0.995)) == (1, 99)


@pytest.mark.parametrize("scenarios", [[Drop("a")], Scenario("s")])
def test_what_is_no_list_of_scenarios_is_refused(scenarios: object) -> None:
    with pytest.raises(InvalidValue, match=r"compare\.scenarios"):
        compare(SMALL, scenarios)  # type: ignore[arg-type]  # what a script may pass all the same


def test_a_change_that_would_change_nothing_is_refused() -> None:
    with pytest.raises(InvalidValue, match="as it is"):
        Shift("k", 0)
    with pytest.raises(InvalidValue, match="as it is"):
        Move("a", after="a")


def test_what_is_not_required_and_a_cohort_that_is_not_there_are_told() -> None:
    with pytest.raises(NotRequired) as refused:
        SMALL.without_prerequisite("a", "b")
    assert error_text(refused.value, Words("nb", SMALL)) == "a krever ikke b"
    with pytest.raises(UnknownCohort):
        Shift("q", 7).apply(SMALL)


def test_the_module_that_is_really_required_is_named() -> None:
    with_a = Prerequisite("a", PrerequisiteKind.TOGETHER)
    modules = (Module("a"), Module("b", requires=(with_a,)), Module("c", requires=("a",)))
    *_, last = placements(DependencyGraph(Programme("p", modules=modules, order=("a", "b", "c"))))
    assert (last.module, last.after) == ("c", "a")


def test_one_finding_is_one_finding() -> None:
    assert "1 finding of" in str(Unsound(check(SMALL)[:1]))
