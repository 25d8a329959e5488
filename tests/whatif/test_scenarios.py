"""Scenarios that build on one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, RingOfScenarios, ScenarioExists, UnknownScenario
from kompetanse.model import Drop, Programme
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario, in_full, singles


@given(strategies.programmes(min_modules=2), st.data())
def test_a_chain_is_one_scenario_after_another(programme: Programme, data: st.DataObject) -> None:
    options = st.sampled_from(singles(programme))
    drawn = data.draw(st.lists(options, min_size=1, max_size=5))
    chain = [
        Scenario(f"s{place}", changes=one.changes, on=f"s{place - 1}" if place else None)
        for place, one in enumerate(drawn)
    ]
    whole = {one.id: one for one in in_full(data.draw(st.permutations(chain)))}
    assert [change for one in chain for change in one.changes] == list(whole[chain[-1].id].changes)
    assert {one.id: one.on for one in chain} == {one.id: one.on for one in whole.values()}
    assert whole["s0"] == chain[0]


def test_a_chain_may_be_longer_than_python_nests() -> None:
    chain = [Scenario(f"s{place}", on=f"s{place + 1}") for place in range(3000)]
    assert len(in_full([*chain, Scenario("s3000")])) == 3001


def test_a_ring_is_told_from_its_smallest_id() -> None:
    ring = [Scenario("c", on="b"), Scenario("b", on="a"), Scenario("a", on="c"), Scenario("tail", on="c")]
    with pytest.raises(RingOfScenarios) as told:
        in_full(ring[::-1])
    assert told.value == RingOfScenarios(("a", "c", "b"))


def test_one_on_itself_is_a_ring() -> None:
    with pytest.raises(RingOfScenarios):
        in_full([Scenario("a", on="a")])


def test_an_unknown_one_is_told_with_what_may_be_meant() -> None:
    with pytest.raises(UnknownScenario) as told:
        in_full([Scenario("shorter"), Scenario("b", on="shortr")])
    assert told.value == UnknownScenario("shortr", "shorter")


def test_two_of_one_id_are_told() -> None:
    with pytest.raises(ScenarioExists):
        in_full([Scenario("a"), Scenario("a")])


@pytest.mark.parametrize("no_scenarios", [None, "s", {}, [None], [Drop("a")], Scenario("s")])
def test_what_is_no_list_of_scenarios_is_refused(no_scenarios: object) -> None:
    with pytest.raises(InvalidValue, match="in_full"):
        in_full(no_scenarios)  # type: ignore[arg-type]
