"""Designs side by side with the base."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.errors import CannotApply, UnknownModule
from kompetanse.model import Drop, Module, Move, Prerequisite, Programme, Require, Shift, Unrequire
from kompetanse.testing import strategies
from kompetanse.whatif import Moved, Outcome, Scenario, compare

BASE = Programme(
    "p",
    modules=(Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",))),
    order=("a", "b", "c"),
)


def only(programme: Programme, *changes: Drop | Move | Require | Shift | Unrequire) -> Outcome:
    (outcome,) = compare(programme, [Scenario("s", changes=changes)]).outcomes
    return outcome


def test_a_dropped_module_is_told_and_its_prerequisites_bridged() -> None:
    outcome = only(BASE, Drop("b"))
    assert outcome.result is not None
    assert outcome.difference is not None
    assert outcome.result.sound
    assert outcome.result.order == ("a", "c")
    assert outcome.result.programme.module("c").requires == (Prerequisite("a"),)
    assert (outcome.difference.dropped, outcome.difference.moved) == (("b",), ())


def test_an_order_that_breaks_is_an_outcome_with_its_finding_and_remedy() -> None:
    outcome = only(BASE, Move("b", before="a"))
    assert outcome.result is not None
    assert outcome.difference is not None
    assert not outcome.result.sound
    (finding,) = outcome.difference.appeared
    assert (finding.rule, finding.place) == ("teaching-order", "modules/b/requires/0")
    assert finding.remedies[0].apply(outcome.result.programme) == BASE
    assert outcome.difference.moved == (Moved("b", 2, 1), Moved("a", 1, 2))


def test_a_ring_leaves_no_order() -> None:
    outcome = only(BASE, Require("a", Prerequisite("c")))
    assert outcome.result is not None
    assert outcome.result.order is None
    assert [one.rule for one in outcome.result.errors] == ["ring"]


def test_a_scenario_that_cannot_be_applied_is_an_outcome_and_no_exception() -> None:
    outcome = only(BASE, Drop("a"), Drop("tulip"))
    assert outcome.refused == CannotApply(Drop("tulip"), UnknownModule("tulip"))
    assert (outcome.result, outcome.difference) == (None, None)


def test_changes_are_made_one_after_another() -> None:
    outcome = only(BASE, Unrequire("b", "a"), Move("b", before="a"))
    assert outcome.result is not None
    assert outcome.result.sound
    assert outcome.result.order == ("b", "a", "c")


def test_moving_a_cohort_into_a_closed_week_is_found(programme: Programme) -> None:
    outcome = only(programme, Shift("nord", 28, "ledelse"))
    assert outcome.difference is not None
    closed = [one for one in outcome.difference.appeared if one.rule == "closed-period"]
    assert [(one.place, one["date"]) for one in closed] == [
        ("timetable/gatherings/ledelse/nord", dt.date(2023, 4, 4))
    ]


def test_the_bundled_scenarios(programme: Programme, scenarios: tuple[Scenario, ...]) -> None:
    comparison = compare(programme, scenarios)
    sound = {one.scenario.id: one.result.sound for one in comparison.outcomes if one.result}
    assert sound == {
        "uten-teknologi": True,
        "uten-ledelse": True,
        "teknologi-før-strategi": True,
        "ledelse-først": False,
        "nord-i-påsken": False,
        "strategien-må-modnes": False,
        "kunstig-intelligens": True,
        "strategi-i-ledelse": True,
        "ferdig-i-juni": True,
        "mer-etterarbeid": True,
    }
    days = {one.scenario.id: one.difference.days for one in comparison.outcomes if one.difference}
    assert days["uten-teknologi"] == days["ferdig-i-juni"] == -154
    assert not any(one.refused for one in comparison.outcomes)
    assert len(comparison.table().rows) == 1 + len(scenarios)


@given(strategies.programmes())
def test_a_design_does_not_differ_from_itself(programme: Programme) -> None:
    comparison = compare(programme, [Scenario("same")])
    (outcome,) = comparison.outcomes
    assert outcome.result == comparison.base
    assert outcome.difference is not None
    told = outcome.difference
    assert (told.appeared, told.vanished, told.added, told.dropped, told.moved) == ((), (), (), (), ())
    assert told.leader_hours == 0
    assert told.days in (0, None)


@given(strategies.programmes(), st.data())
def test_an_outcome_says_what_the_verbs_say_of_the_changed_design(
    programme: Programme, data: st.DataObject
) -> None:
    change = Drop(data.draw(st.sampled_from(programme.teaching_order)))
    outcome = only(programme, change)
    assert outcome.result is not None
    assert outcome.result.programme == change.apply(programme)
    assert outcome.result.findings == check(change.apply(programme))


def test_the_first_change_that_cannot_be_made_is_named() -> None:
    with pytest.raises(CannotApply, match="tulip"):
        Scenario("s", changes=(Drop("tulip"),)).apply(BASE)
