"""Pairs of organisations that learn from each other."""

from collections.abc import Mapping
from itertools import combinations
from time import process_time
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, UnknownOrganisation, UnknownWave
from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Organisation,
    Programme,
)
from kompetanse.scoring import Partners, ScoreCard, learning_partners, score

TARGETS = {"a": 60, "b": 60, "c": 30}
FRAMEWORK = MaturityFramework(
    "f",
    dimensions=tuple(
        MaturityDimension(id_, target=target, indicators=(Indicator(f"q-{id_}", "?", low=0, high=100),))
        for id_, target in TARGETS.items()
    ),
)
Values = Mapping[str, Mapping[str, float]]


def card_of(values: Values, framework: MaturityFramework = FRAMEWORK) -> ScoreCard:
    answers = tuple(
        Answer(id_, "r", f"q-{one}", value)
        for id_, several in values.items()
        for one, value in several.items()
    )
    programme = Programme("p", framework=framework, organisations=tuple(map(Organisation, values)))
    return score(programme, [Assessment("w", answers)])


def gives(values: Values, one: str, other: str) -> dict[str, float]:
    """What one can give another, by dimension."""
    return {
        id_: values[one][id_] - values[other][id_]
        for id_, target in TARGETS.items()
        if id_ in values[one].keys() & values[other].keys()
        and values[other][id_] < target <= values[one][id_]
    }


@st.composite
def cases(draw: st.DrawFn) -> Values:
    points = st.sampled_from([0, 20, 30, 50, 60, 75, 100])
    ids = [f"o{number}" for number in range(draw(st.integers(0, 6)))]
    return {id_: draw(st.dictionaries(st.sampled_from(list(TARGETS)), points)) for id_ in ids}


def best(values: Values, ids: frozenset[str]) -> float:
    """The worth of the best pairing, by trying all."""
    found = 0.0
    for one, other in combinations(sorted(ids), 2):
        worth = min(sum(gives(values, one, other).values()), sum(gives(values, other, one).values()))
        if worth:
            found = max(found, worth + best(values, ids - {one, other}))
    return found


@given(cases())
def test_each_pair_gives_and_takes_nobody_stands_in_two_and_no_pairing_is_worth_more(values: Values) -> None:
    pairs = learning_partners(card_of(values))
    ids = [id_ for pair in pairs for id_ in (pair.one, pair.other)]
    assert len(ids) == len(set(ids))
    for pair in pairs:
        given_, taken = gives(values, pair.one, pair.other), gives(values, pair.other, pair.one)
        assert pair.one < pair.other
        assert set(pair.gives) == set(given_)
        assert set(pair.takes) == set(taken)
        assert pair.gives
        assert pair.takes
        assert pair.worth == pytest.approx(min(sum(given_.values()), sum(taken.values())))
    assert sum(pair.worth for pair in pairs) == pytest.approx(best(values, frozenset(values)))
    assert list(pairs) == sorted(pairs, key=lambda pair: (-pair.worth, pair.one))


@given(cases(), st.data())
def test_the_order_of_the_organisations_changes_nothing(values: Values, data: st.DataObject) -> None:
    ids = data.draw(st.permutations(list(values)))
    assert learning_partners(card_of({id_: values[id_] for id_ in ids})) == learning_partners(card_of(values))


THREE: Values = {
    "hå": {"a": 90, "b": 20, "c": 0},
    "time": {"a": 30, "b": 80, "c": 50},
    "bokn": {"a": 50, "b": 60, "c": 0},
}


def test_two_who_are_strong_where_the_other_is_weak_are_partners_and_one_is_left_over() -> None:
    # hå gives 60 in a and takes 60 in b and 50 in c; with bokn it would be 40 both ways
    only = Partners("hå", "time", gives=("a",), takes=("b", "c"), worth=60)
    assert learning_partners(card_of(THREE)) == (only,)


def test_what_one_has_most_to_give_is_named_first() -> None:
    values = {"hå": {"a": 60, "b": 100, "c": 0}, "time": {"a": 40, "b": 0, "c": 90}}
    (only,) = learning_partners(card_of(values))
    assert only.gives == ("b", "a")


def test_those_who_stand_apart_are_not_paired() -> None:
    kept = learning_partners(card_of(THREE), apart=[("time", "hå")])
    assert kept == (Partners("bokn", "hå", gives=("b",), takes=("a",), worth=40),)
    assert learning_partners(card_of(THREE), apart=[("time", "bokn", "hå")]) == ()


def test_one_who_only_gives_has_no_partner() -> None:
    assert learning_partners(card_of({"hå": {"a": 90, "b": 90}, "time": {"a": 0, "b": 0}})) == ()


def test_only_the_narrowest_targets_count() -> None:
    wide = MaturityFramework(
        "f", dimensions=(MaturityDimension("w", target=1, dimensions=FRAMEWORK.dimensions),)
    )
    assert learning_partners(card_of(THREE, wide)) == learning_partners(card_of(THREE))
    none = attrs.evolve(
        FRAMEWORK, dimensions=tuple(attrs.evolve(one, target=None) for one in FRAMEWORK.dimensions)
    )
    assert learning_partners(card_of(THREE, none)) == ()


def test_the_whole_country_is_paired_in_a_few_seconds() -> None:
    random = np.random.default_rng(1)
    values = {
        f"o{number:03}": {id_: float(random.integers(0, 101)) for id_ in TARGETS} for number in range(357)
    }
    card = card_of(values)
    start = process_time()
    pairs = learning_partners(card)
    assert process_time() - start < 10
    left = sorted(set(values) - {id_ for pair in pairs for id_ in (pair.one, pair.other)})
    assert len(pairs) > 80
    assert not learning_partners(card_of({id_: values[id_] for id_ in left}))


def test_what_is_not_there_is_refused_and_no_wave_is_no_pair() -> None:
    card = card_of(THREE)
    with pytest.raises(UnknownWave):
        learning_partners(card, wave="v")
    with pytest.raises(UnknownOrganisation):
        learning_partners(card, apart=[("time", "ha")])
    odd: list[Any] = ["time", 5, ["time"], [5], [[5]]]
    for apart in odd:
        with pytest.raises(InvalidValue):
            learning_partners(card, apart=apart)
    assert learning_partners(score(FRAMEWORK, [])) == ()
