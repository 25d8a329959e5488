"""What the parts of a score contribute: always adding up to it."""

from importlib import import_module
from itertools import permutations
from math import prod

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import UnknownDimension, UnknownOrganisation, UnknownWave
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MissingPolicy,
    Organisation,
    Programme,
)
from kompetanse.scoring import ScoreCard, Waterfall, score, suppress, waterfall

Values = dict[str, float]
M = AggregationMethod


def leaf(id_: str, weight: float = 1, target: float | None = None) -> MaturityDimension:
    questions = (Indicator(f"q-{id_}", "?", low=0, high=100),)
    return MaturityDimension(id_, weight=weight, target=target, indicators=questions)


def card_of(framework: MaturityFramework, *values: Values) -> ScoreCard:
    """The card of organisations o0, o1 … by their values on the dimensions that were answered."""
    organisations = tuple(Organisation(f"o{number}") for number in range(len(values)))
    answers = tuple(
        Answer(one.id, "r", f"q-{id_}", value)
        for one, several in zip(organisations, values, strict=True)
        for id_, value in several.items()
    )
    programme = Programme("p", framework=framework, organisations=organisations)
    return score(programme, [Assessment("w", answers)])


def whole(aggregation: Aggregation, *leaves: MaturityDimension) -> MaturityFramework:
    return MaturityFramework("whole", aggregation=aggregation, dimensions=leaves)


def contributions(found: Waterfall) -> list[float]:
    return [one.contribution for one in found.steps]


AGGREGATIONS = st.one_of(
    st.builds(
        Aggregation,
        method=st.sampled_from([one for one in M if one is not M.POWER]),
        missing=st.sampled_from(MissingPolicy),
    ),
    st.builds(Aggregation, method=st.just(M.POWER), power=st.sampled_from([-2, -1, 0, 0.5, 1, 2, 3])),
)


@st.composite
def cases(draw: st.DrawFn, *, fewest: int = 1, most: int = 6) -> tuple[MaturityFramework, Values]:
    count = draw(st.integers(fewest, most))
    leaves = [
        leaf(f"d{number}", draw(st.integers(1, 5)), draw(st.sampled_from([None, 0, 40, 60])))
        for number in range(count)
    ]
    answered = draw(st.lists(st.sampled_from(leaves), unique=True, min_size=1)) if fewest == 1 else leaves
    values: Values = {one.id: draw(st.sampled_from([0, 10, 40, 55.5, 70, 100])) for one in answered}
    return whole(draw(AGGREGATIONS), *leaves), values


@given(cases())
def test_contributions_add_up_to_the_score(case: tuple[MaturityFramework, Values]) -> None:
    card = card_of(*case)
    for node in ("whole", *(one.id for one in case[0].dimensions)):
        found = waterfall(card, organisation="o0", node=node)
        assert found.value == card.of("o0", node, "w").value
        if found.value is None:
            assert (found.base, found.steps) == (0.0, ())
        else:
            assert found.base + sum(contributions(found)) == pytest.approx(found.value, abs=1e-9)


@settings(max_examples=25)
@given(cases(fewest=13, most=16))
def test_they_add_up_where_there_are_many_parts_too(case: tuple[MaturityFramework, Values]) -> None:
    found = waterfall(card_of(*case), organisation="o0")
    assert found.value is not None
    assert found.base + sum(contributions(found)) == pytest.approx(found.value, abs=1e-9)


@given(cases(most=4))
def test_beyond_means_and_sums_it_is_the_mean_over_every_order(
    case: tuple[MaturityFramework, Values],
) -> None:
    framework, values = case
    found = waterfall(card_of(framework, values), organisation="o0")
    if found.value is None or framework.aggregation.method in (M.ARITHMETIC, M.SUM):
        return
    orders = list(permutations(values))
    told = dict.fromkeys(values, 0.0)
    for order in orders:
        at, before = dict.fromkeys(values, 0.0), found.base
        for one in order:
            at[one] = values[one]
            now = card_of(framework, at).of("o0", "whole", "w").value
            assert now is not None
            told[one] += (now - before) / len(orders)
            before = now
    expected = [told.get(one.id, 0.0) for one in framework.dimensions]
    assert contributions(found) == pytest.approx(expected, abs=1e-9)


@given(cases(), st.lists(st.sampled_from([0.0, 50.0, 100.0]), max_size=3))
def test_another_organisation_changes_nothing(
    case: tuple[MaturityFramework, Values], others: list[float]
) -> None:
    framework, values = case
    alone = waterfall(card_of(framework, values), organisation="o0")
    neighbours = ({framework.dimensions[0].id: one} for one in others)
    assert waterfall(card_of(framework, values, *neighbours), organisation="o0") == alone


def test_a_mean_is_shares_times_values_and_what_is_missing_contributes_nothing() -> None:
    framework = whole(Aggregation(), leaf("a", 2), leaf("b", 1), leaf("c", 5))
    found = waterfall(card_of(framework, {"a": 60, "b": 30}), organisation="o0")
    assert [one.part for one in found.steps] == ["a", "b", "c"]
    assert [one.value for one in found.steps] == [60, 30, None]
    assert [one.share for one in found.steps] == pytest.approx([2 / 3, 1 / 3, 0])
    assert contributions(found) == pytest.approx([40, 10, 0])
    assert found.value == pytest.approx(50)


def test_what_counts_as_zero_keeps_its_share() -> None:
    framework = whole(Aggregation(missing=MissingPolicy.ZERO), leaf("a", 1), leaf("b", 3))
    found = waterfall(card_of(framework, {"a": 60}), organisation="o0")
    assert [one.share for one in found.steps] == [0.25, 0.75]
    assert contributions(found) == [15, 0]
    assert found.steps[1].value is None


def test_a_sum_is_weights_times_values_raised_for_what_is_missing() -> None:
    framework = whole(Aggregation(M.SUM), leaf("a", 1), leaf("b", 2), leaf("c", 1))
    assert contributions(waterfall(card_of(framework, {"a": 10, "b": 20, "c": 0}), organisation="o0")) == [
        10, 40, 0,
    ]  # fmt: skip
    found = waterfall(card_of(framework, {"a": 10, "b": 20}), organisation="o0")
    assert contributions(found) == pytest.approx([40 / 3, 160 / 3, 0])
    assert found.value == pytest.approx(200 / 3)


def test_from_zero_a_geometric_mean_is_shared_evenly() -> None:
    # without any of them it is 0: all are needed alike, whatever they weigh
    framework = whole(Aggregation(M.GEOMETRIC), leaf("a", 1), leaf("b", 2), leaf("c", 1))
    found = waterfall(card_of(framework, {"a": 20, "b": 40, "c": 80}), organisation="o0")
    third = prod((20, 40, 40, 80)) ** 0.25 / 3
    assert contributions(found) == pytest.approx([third] * 3)
    assert [one.share for one in found.steps] == [0.25, 0.5, 0.25]
    many = whole(Aggregation(M.MINIMUM), *(leaf(f"d{number:02}") for number in range(15)))
    even = waterfall(card_of(many, {one.id: 30 for one in many.dimensions}), organisation="o0")
    assert contributions(even) == pytest.approx([2] * 15)


def test_a_quadratic_mean_by_hand() -> None:
    # v(a) = 30/√2, v(b) = 40/√2, v(ab) = 50/√2: a gives (30 + 10)/2, b (40 + 20)/2, over √2
    framework = whole(Aggregation(M.POWER, power=2), leaf("a"), leaf("b"))
    found = waterfall(card_of(framework, {"a": 30, "b": 40}), organisation="o0")
    assert contributions(found) == pytest.approx([20 / 2**0.5, 30 / 2**0.5])


def test_many_parts_come_near_the_exact_value(monkeypatch: pytest.MonkeyPatch) -> None:
    leaves = [leaf(f"d{number:02}", 1 + number % 3, target=40) for number in range(10)]
    values = {one.id: 35.0 + 6 * number for number, one in enumerate(leaves)}
    for aggregation in (Aggregation(M.POWER, power=3), Aggregation(M.STAGED)):
        card = card_of(whole(aggregation, *leaves[::-1]), values)
        exact = waterfall(card, organisation="o0")
        with monkeypatch.context() as patch:
            patch.setattr(import_module("kompetanse.scoring.advice.waterfall"), "EXACT", 5)
            near = waterfall(card, organisation="o0")
        assert contributions(near) != contributions(exact)
        assert contributions(near) == pytest.approx(contributions(exact), abs=1.5)


def test_a_stage_that_asks_nothing_stands_at_the_base() -> None:
    framework = whole(Aggregation(M.STAGED), leaf("a", 1, target=0), leaf("b", 3, target=50))
    found = waterfall(card_of(framework, {"a": 80, "b": 60}), organisation="o0")
    assert (found.base, contributions(found), found.value) == (25, [0, 75], 100)


def test_indicators_and_narrower_dimensions_are_parts_alike() -> None:
    mixed = MaturityDimension("mixed", dimensions=(leaf("a"),), indicators=(Indicator("i", "?", 0, 10, 3),))
    card = score(
        MaturityFramework("whole", dimensions=(mixed,)),
        [Assessment("w", (Answer("o0", "r", "q-a", 80), Answer("o0", "r", "i", 4)))],
    )
    found = waterfall(card, organisation="o0", node="mixed")
    assert [(one.part, one.value, one.contribution) for one in found.steps] == [("a", 80, 20), ("i", 40, 30)]
    assert found.table().rows == (("a", 80, 0.25, 20), ("i", 40, 0.75, 30))


def test_without_a_score_there_are_no_steps() -> None:
    framework = whole(Aggregation(), leaf("a"))
    assert waterfall(card_of(framework, {}), organisation="o0") == Waterfall(
        "o0", "whole", "w", 0.0, (), None
    )
    no_wave = attrs.evolve(card_of(framework, {}), waves=(), scores=(), indicators=(), profiles=())
    assert waterfall(no_wave, organisation="o0") == Waterfall("o0", "whole", None, 0.0, (), None)


def test_a_score_whose_parts_are_held_back_is_not_taken_apart() -> None:
    framework = whole(Aggregation(), leaf("a"), leaf("b"))
    organisations = tuple(Organisation(f"o{number}") for number in range(3))
    answers = [
        Answer(one.id, f"r{respondent}", f"q-{part}", 10.0 * respondent)
        for one in organisations
        for part, count in (("a", 6), ("b", 1 if one.id == "o0" else 6))
        for respondent in range(count)
    ]
    programme = Programme("p", framework=framework, organisations=organisations)
    card = suppress(score(programme, [Assessment("w", answers)]), minimum=5)
    found = waterfall(card, organisation="o0")
    assert card.of("o0", "a", "w").withheld
    assert (found.steps, found.base) == ((), 0.0)
    assert found.value is not None


def test_unknown_names_are_refused() -> None:
    card = card_of(whole(Aggregation(), leaf("a")), {"a": 5})
    with pytest.raises(UnknownOrganisation):
        waterfall(card, organisation="o1")
    with pytest.raises(UnknownDimension):
        waterfall(card, organisation="o0", node="b")
    with pytest.raises(UnknownWave):
        waterfall(card, organisation="o0", wave="v")
