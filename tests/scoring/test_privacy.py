"""Holding back: the tests try to get at what is held back, as somebody who has the framework would."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    MissingPolicy,
    Organisation,
    Programme,
    Scale,
)
from kompetanse.scoring import Score, ScoreCard, changes, score, suppress
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import tree_of

WAVE = "2027"
FEW = 4
"""The minimum that most tests ask for."""
QUICK = settings(max_examples=40)
METHODS = (*AggregationMethod,)
LINEAR = (AggregationMethod.ARITHMETIC, AggregationMethod.SUM)


def points(id_: str, weight: float = 1) -> Indicator:
    return Indicator(id_, "?", weight=weight, scale=Scale.POINTS)


@st.composite
def frameworks(draw: st.DrawFn, methods: Sequence[AggregationMethod] = METHODS) -> MaturityFramework:
    """A whole of one to three dimensions, some with dimensions or indicators of their own below them."""

    def aggregation() -> Aggregation:
        method = draw(st.sampled_from(methods))
        power = draw(st.sampled_from((-2, 0.5, 3))) if method is AggregationMethod.POWER else None
        missing = draw(st.sampled_from(MissingPolicy))
        return Aggregation(method, power, missing, 0.5 if missing is MissingPolicy.REWEIGHT else 0)

    def dimension(id_: str, narrower: int) -> MaturityDimension:
        return MaturityDimension(
            id_,
            weight=draw(st.integers(1, 3)),
            target=60,
            aggregation=aggregation(),
            dimensions=[dimension(f"{id_}{place}", 0) for place in range(narrower)],
            indicators=[
                points(f"i{id_}{place}", draw(st.integers(1, 3)))
                for place in range(draw(st.integers(0 if narrower else 1, 3)))
            ],
        )

    top = [dimension(id_, draw(st.integers(0, 2))) for id_ in "abc"[: draw(st.integers(1, 3))]]
    return MaturityFramework("whole", levels=LEVELS, aggregation=aggregation(), dimensions=top)


LEVELS = (MaturityLevel("low"), MaturityLevel("high", floor=50))


@st.composite
def cards(draw: st.DrawFn, methods: Sequence[AggregationMethod] = METHODS) -> ScoreCard:
    """Organisations with few and with many respondents, who leave out some of the questions."""
    framework = draw(frameworks(methods))
    sizes = draw(st.lists(st.integers(0, 7), min_size=1, max_size=6))
    given_ = draw(st.sampled_from((1.0, 0.9, 0.6)))
    ends = draw(st.sampled_from(((1, 99), (5, 95), (1, 9), (92, 99))))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    answers = tuple(
        Answer(f"o{organisation}", f"r{respondent}", one.id, float(random.uniform(*ends)))
        for organisation, size in enumerate(sizes)
        for respondent in range(size)
        for one in framework.indicators()
        if random.random() < given_
    )
    organisations = tuple(Organisation(f"o{number}") for number in range(len(sizes)))
    programme = Programme("p", framework=framework, organisations=organisations)
    return score(programme, [Assessment(WAVE, answers)])


def rows(card: ScoreCard) -> dict[tuple[str | None, str, bool], Score]:
    """Every score by its organisation, id and whether it is an indicator's."""
    return {
        (one.organisation, one.node, of_indicator): one
        for of_indicator, several in ((False, card.scores), (True, card.indicators))
        for one in several
    }


def pairs(card: ScoreCard, shown: ScoreCard) -> Iterator[tuple[Score, Score]]:
    return zip(rows(card).values(), rows(shown).values(), strict=True)


def organisations_at(card: ScoreCard) -> Iterator[tuple[Score, list[Score]]]:
    """The network's every score, with those of its organisations."""
    known = rows(card)
    for (organisation, node, of_indicator), network in known.items():
        if organisation is None:
            yield network, [known[one, node, of_indicator] for one in card.organisations]


@QUICK
@given(cards())
def test_nothing_shown_rests_on_few_respondents(card: ScoreCard) -> None:
    for before, after in pairs(card, suppress(card, minimum=FEW)):
        few = 0 < (before.respondents or 0) < FEW
        assert after.withheld or not few
        assert after.respondents is None or not 0 < after.respondents < FEW


@QUICK
@given(cards())
def test_what_is_shown_is_as_it_was_and_what_is_held_back_tells_nothing(card: ScoreCard) -> None:
    for before, after in pairs(card, suppress(card, minimum=FEW)):
        bare = attrs.evolve(before, coverage=None, low=None, high=None, error=None, respondents=None)
        if after.withheld:
            assert after == attrs.evolve(bare, value=None, level=None, gap=None, withheld=True)
        elif after != before:
            assert after.organisation is None
            assert after == bare


@QUICK
@given(cards())
def test_a_network_tells_only_its_value_where_an_organisation_is_held_back(card: ScoreCard) -> None:
    for network, own in organisations_at(suppress(card, minimum=FEW)):
        if any(one.withheld for one in own):
            told = network.coverage, network.low, network.high, network.error, network.respondents
            assert told == (None,) * 5


@QUICK
@given(cards())
def test_what_nobody_answered_is_not_held_back(card: ScoreCard) -> None:
    for before, after in pairs(card, suppress(card, minimum=FEW)):
        assert before.respondents or after == before


@QUICK
@given(cards())
def test_by_subtraction_from_the_network_one_gets_at_no_mean_of_few(card: ScoreCard) -> None:
    shown = suppress(card, minimum=FEW)
    for (before, own), (after, left) in zip(organisations_at(card), organisations_at(shown), strict=True):
        told = [one.value is not None for one in own]
        hidden = [one for one, rest in zip(own, left, strict=True) if rest.withheld and one.value is not None]
        if after.value is None or before.value is None or not hidden:
            continue
        total = before.value * sum(told) - sum(one.value for one in left if one.value is not None)
        assert len(hidden) > 1
        assert sum(one.respondents or 0 for one in hidden) >= FEW
        assert 10 - 1e-6 <= total <= 100 * len(hidden) - 10 + 1e-6


@QUICK
@given(cards())
def test_by_subtraction_from_a_node_one_gets_at_no_part(card: ScoreCard) -> None:
    shown, tree = rows(suppress(card, minimum=FEW)), tree_of(card.framework)
    indicators = tuple(one.id for one in card.framework.indicators())
    known = rows(card)
    for organisation in card.organisations:
        for node in tree:
            names = [(tree[one].id, False) for one in node.nodes]
            names += [(indicators[one], True) for one in node.indicators]
            below = [(known[organisation, *one], shown[organisation, *one]) for one in names]
            hidden = [
                (before.value, weight)
                for (before, after), weight in zip(below, node.weights, strict=True)
                if after.withheld and before.value is not None
            ]
            if shown[organisation, node.id, False].value is None or not hidden:
                continue
            assert node.aggregation.method in LINEAR
            assert not any(after.value is not None and after.respondents for _, after in below)
            total, weight = sum(value * part for value, part in hidden), sum(part for _, part in hidden)
            for _, part in hidden:
                most, least = min(100, total / part), max(0, (total - 100 * (weight - part)) / part)
                assert most - least >= 10 - 1e-6


def everything(card: ScoreCard, leaves: Floats) -> Floats:
    """All scores as nodes and indicators × organisations and network, of other values of the indicators.

    What was not answered stays so.
    """
    known = rows(card)
    ids = [one.id for one in card.framework.indicators()]
    told = [[known[one, id_, True].coverage for one in card.organisations] for id_ in ids]
    covered = np.array(told, dtype=np.float64).reshape(leaves.shape)
    values = evaluate(tree_of(card.framework), leaves, covered).values
    there = ~np.isnan(values)
    count = there.sum(axis=1, keepdims=True)
    network = np.where(
        count, np.where(there, values, 0).sum(axis=1, keepdims=True) / np.maximum(count, 1), np.nan
    )
    return np.concatenate((values, network), axis=1)


def attack(card: ScoreCard, shown: ScoreCard) -> int:
    """Count the scores held back that all shown ones together give away; unknown are the indicators'.

    How every score moves with each of them is found by moving them; a score follows from those shown if its
    own movement is a combination of theirs. Says how many; `card` serves to find the movements.
    """
    ids = [(one.id, False) for one in tree_of(card.framework)]
    ids += [(one.id, True) for one in card.framework.indicators()]
    nodes = len(ids) - sum(1 for _ in card.framework.indicators())
    left = rows(shown)
    told = [[left[one, *id_] for one in (*card.organisations, None)] for id_ in ids]
    hidden = np.array([[one.withheld for one in row] for row in told])
    known = rows(card)
    leaves = np.array(
        [[known[one, *id_].value for one in card.organisations] for id_ in ids[nodes:]], dtype=np.float64
    ).reshape(len(ids) - nodes, -1)
    base = everything(card, leaves)
    moves = []
    for place in np.argwhere(hidden[nodes:, :-1] & ~np.isnan(leaves)):
        up, down = leaves.copy(), leaves.copy()
        up[tuple(place)] += 1e-4
        down[tuple(place)] -= 1e-4
        moves.append((everything(card, up) - everything(card, down)) / 2e-4)
    if not moves:
        return 0
    slopes = np.array(moves)  # unknown leaves × nodes and indicators × columns
    there = ~np.isnan(base)
    open_ = slopes[:, ~hidden & there].T
    secret = slopes[:, hidden & there].T
    secret = secret[np.abs(secret).max(axis=1, initial=0) > 1e-6]
    _, sizes, vectors = np.linalg.svd(open_) if len(open_) else (0, np.zeros(0), np.eye(len(moves)))
    null = vectors[int((sizes > 1e-6).sum()) :]
    left_open = np.linalg.norm(secret @ null.T, axis=1)
    return int((left_open < 1e-5 * np.linalg.norm(secret, axis=1)).sum())


@settings(max_examples=80)
@given(cards(LINEAR))
def test_no_score_held_back_follows_from_all_that_are_shown(card: ScoreCard) -> None:
    assert attack(card, suppress(card, minimum=FEW)) == 0


@settings(max_examples=80)
@given(cards())
def test_nor_does_one_where_methods_are_not_linear(card: ScoreCard) -> None:
    assert attack(card, suppress(card, minimum=FEW)) == 0


@QUICK
@given(cards(LINEAR), st.randoms(use_true_random=False))
def test_the_attack_itself_finds_a_single_score_held_back(card: ScoreCard, random: Random) -> None:
    # one organisation's whole score, taken off an untouched card, follows from its parts or from the network
    found = [one for one in card.indicators if one.organisation and one.value is not None]
    if not found or len(card.organisations) < 2:
        return
    one = random.choice(found)
    bare = attrs.evolve(one, value=None, withheld=True)
    naive = tuple(bare if other is one else other for other in card.indicators)
    assert attack(card, attrs.evolve(card, indicators=naive)) == 1


@QUICK
@given(cards(), st.randoms(use_true_random=False))
def test_the_order_of_organisations_changes_nothing(card: ScoreCard, random: Random) -> None:
    order = list(card.organisations)
    random.shuffle(order)
    shuffled = attrs.evolve(card, organisations=tuple(order))
    assert rows(suppress(shuffled, minimum=FEW)) == rows(suppress(card, minimum=FEW))


@QUICK
@given(cards())
def test_to_hold_back_again_changes_nothing(card: ScoreCard) -> None:
    once = suppress(card, minimum=FEW)
    assert suppress(once, minimum=FEW) == once
    assert suppress(once, minimum=2) == once


@QUICK
@given(cards())
def test_where_nothing_is_small_the_card_stays_as_it_is(card: ScoreCard) -> None:
    if any(one.respondents == 1 for one in rows(card).values()):
        return
    assert suppress(card, minimum=2) == attrs.evolve(card, minimum=2)


@QUICK
@given(cards())
def test_an_organisation_has_no_profile_where_anything_of_it_is_held_back(card: ScoreCard) -> None:
    shown = suppress(card, minimum=FEW)
    for before, after in zip(card.profiles, shown.profiles, strict=True):
        own = [one for key, one in rows(shown).items() if key[0] == before.organisation]
        assert after.shares == (() if any(one.withheld for one in own) else before.shares)


@QUICK
@given(cards())
def test_the_networks_change_is_held_back_where_any_of_its_organisations_is(card: ScoreCard) -> None:
    def later(scores: Sequence[Score]) -> tuple[Score, ...]:
        raised = (attrs.evolve(one, wave="2028", respondents=(one.respondents or 0) * 2) for one in scores)
        return (*scores, *raised)

    both = attrs.evolve(
        card,
        waves=(WAVE, "2028"),
        scores=later(card.scores),
        indicators=later(card.indicators),
    )
    shown = suppress(both, minimum=FEW)
    for one in changes(shown):
        if one.organisation is None:
            pairs_ = [
                (shown.of(other, one.node, WAVE), shown.of(other, one.node, "2028"))
                for other in shown.organisations
            ]
            own = [
                new.value - old.value
                for old, new in pairs_
                if old.value is not None and new.value is not None
            ]
            held = any(old.withheld or new.withheld for old, new in pairs_)
            assert one.change == (pytest.approx(sum(own) / len(own)) if own and not held else None)


def network_of(
    sizes: Sequence[int], framework: MaturityFramework, leave_out: Sequence[tuple[str, str, str]] = ()
) -> ScoreCard:
    """Organisations a, b, c and so on, whose respondents answer everything but what is left out."""
    answers = (
        Answer(organisation, f"r{respondent}", one.id, 30 + 4 * (place % 9) + 3 * respondent + number)
        for number, (organisation, size) in enumerate(zip("abcdefgh", sizes, strict=False))
        for respondent in range(size)
        for place, one in enumerate(framework.indicators())
        if (organisation, f"r{respondent}", one.id) not in leave_out
    )
    return score(framework, [Assessment(WAVE, tuple(answers))])


TWO = MaturityFramework(
    "whole",
    levels=LEVELS,
    dimensions=(
        MaturityDimension("x", indicators=(points("x1"), points("x2"))),
        MaturityDimension("y", indicators=(points("y1"),)),
    ),
)


def held_back(shown: ScoreCard) -> set[tuple[str | None, str]]:
    return {(organisation, id_) for (organisation, id_, _), one in rows(shown).items() if one.withheld}


EVERYTHING = {"whole", "x", "y", "x1", "x2", "y1"}


def test_one_small_municipality_of_five_takes_the_next_smallest_with_it() -> None:
    shown = suppress(network_of((8, 6, 2, 7, 6), TWO))
    assert held_back(shown) == {(one, id_) for one in "bc" for id_ in EVERYTHING}
    assert shown.network("whole", WAVE).value is not None
    assert shown.minimum == 5


def test_two_municipalities_that_are_few_together_take_a_third_with_them() -> None:
    # or the network and the two that are shown would tell the mean of two respondents
    shown = suppress(network_of((8, 1, 1, 7), TWO))
    assert held_back(shown) == {(one, id_) for one in "bcd" for id_ in EVERYTHING}


def test_a_small_node_of_a_big_organisation_keeps_the_whole_scores() -> None:
    # of the eight in a, four left out y1, so that y is of few; its only sibling goes with it
    left_out = [("a", f"r{one}", "y1") for one in range(4)]
    shown = suppress(network_of((8, 6, 9), TWO, left_out))
    parts = EVERYTHING - {"whole"}
    assert held_back(shown) == {(one, id_) for one in "ab" for id_ in parts}
    assert all(shown.of(one, "whole", WAVE).value is not None for one in "abc")
    assert all(shown.network(id_, WAVE).value is not None for id_ in ("whole", "x", "y"))
    assert [bool(one.shares) for one in shown.profiles] == [False, False, True]


def test_where_everyone_is_small_the_network_is_told_if_enough_answered_together() -> None:
    shown = suppress(network_of((2, 1, 2), TWO))
    assert held_back(shown) == {(one, id_) for one in "abc" for id_ in EVERYTHING}
    none = suppress(network_of((2, 1, 1), TWO))
    assert held_back(none) == {(one, id_) for one in ("a", "b", "c", None) for id_ in EVERYTHING}


def test_where_nothing_is_small_nothing_is_held_back() -> None:
    card = network_of((5, 6, 7), TWO)
    shown = suppress(card)
    assert (shown.scores, shown.indicators, shown.profiles) == (card.scores, card.indicators, card.profiles)
    assert (card.minimum, shown.minimum) == (None, 5)


def test_a_small_organisation_alone_is_not_told_by_the_network() -> None:
    assert held_back(suppress(network_of((3,), TWO))) == {
        (one, id_) for one in ("a", None) for id_ in EVERYTHING
    }


def at_the_end(framework: MaturityFramework, of_a: float, of_others: float) -> ScoreCard:
    answers = tuple(
        Answer(organisation, f"r{respondent}", one.id, of_a if organisation in "ab" else of_others)
        for organisation, size in (("a", 3), ("b", 3), ("c", 6), ("d", 7))
        for respondent in range(size)
        for one in framework.indicators()
    )
    return score(framework, [Assessment(WAVE, answers)])


@pytest.mark.parametrize("of_a", [0, 100])
def test_those_held_back_whose_sum_is_at_an_end_of_the_scale_take_another_with_them(of_a: float) -> None:
    # without c, everybody could tell that a and b both stand at the end
    shown = suppress(at_the_end(TWO, of_a, 50))
    assert {one for one, _ in held_back(shown)} == {"a", "b", "c"}


def test_the_networks_error_would_tell_two_that_are_held_back() -> None:
    # their mean and their variance make two equations for two unknown: so no error, and no interval of it
    network = suppress(network_of((8, 6, 2, 7, 6), TWO)).network("whole", WAVE)
    assert (network.value is None, network.error, network.low, network.high) == (False, None, None, None)


def test_by_hand_a_weak_weight_leaves_no_room() -> None:
    # x weighs 20 times as much as y, so that the whole tells it to within 5 points
    heavy = attrs.evolve(TWO, dimensions=(attrs.evolve(TWO.dimensions[0], weight=20), TWO.dimensions[1]))
    left_out = [("a", f"r{one}", "y1") for one in range(4)]
    shown = suppress(network_of((8, 6, 9), heavy, left_out))
    assert shown.of("a", "whole", WAVE).withheld


@pytest.mark.parametrize("method", [one for one in AggregationMethod if one not in LINEAR])
def test_a_total_that_is_not_linear_goes_with_its_parts(method: AggregationMethod) -> None:
    power = 2 if method is AggregationMethod.POWER else None
    other = attrs.evolve(TWO, aggregation=Aggregation(method, power))
    left_out = [("a", f"r{one}", "y1") for one in range(4)]
    shown = suppress(network_of((8, 6, 9), other, left_out))
    assert shown.of("a", "whole", WAVE).withheld


def test_a_large_network_keeps_its_whole_score() -> None:
    many = MaturityFramework(
        "whole",
        dimensions=tuple(
            MaturityDimension(f"d{one}", indicators=(points(f"i{one}"), points(f"j{one}")))
            for one in range(70)
        ),
    )
    card = network_of((2, 3, 2, 3, 2, 9), many)
    shown = suppress(card)
    assert shown.network("whole", WAVE).value == card.network("whole", WAVE).value
    assert all(one.withheld for one in shown.scores if one.organisation is None and one.node != "whole")


def test_what_is_held_back_in_one_wave_is_not_in_another() -> None:
    first = [Answer("a", f"r{one}", id_, 40) for one in range(2) for id_ in ("x1", "x2", "y1")]
    second = [Answer("a", f"r{one}", id_, 40 + one) for one in range(6) for id_ in ("x1", "x2", "y1")]
    shown = suppress(score(TWO, [Assessment("1", tuple(first)), Assessment("2", tuple(second))]))
    assert [shown.of("a", "whole", wave).withheld for wave in "12"] == [True, False]
    assert all(one.change is None for one in changes(shown))


@pytest.mark.parametrize("minimum", [1, 0, -5, 2.5, True, "5", None, 10**9])
def test_a_minimum_that_protects_nobody_is_refused(minimum: object) -> None:
    anything: Any = minimum
    with pytest.raises(InvalidValue) as raised:
        suppress(network_of((6,), TWO), minimum=anything)
    assert (raised.value.subject, raised.value.field) == ("suppress", "minimum")


def test_a_card_made_by_a_lower_minimum_cannot_be_held_to_a_higher_one() -> None:
    with pytest.raises(InvalidValue, match="should lie between 2 and 5; found 6"):
        suppress(suppress(network_of((6,), TWO)), minimum=6)
    nothing: Any = None
    with pytest.raises(InvalidValue, match="should be ScoreCard"):
        suppress(nothing)
