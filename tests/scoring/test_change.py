"""Change between waves: what is paired, how sure it is, and what it refuses."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import DifferentFrameworks, InvalidValue, UnknownWave
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Organisation,
    Programme,
    Scale,
)
from kompetanse.report import SENTENCES
from kompetanse.scoring import ScoreCard, WaveChange, change_table, changes, changes_between, score
from kompetanse.scoring.student import t_quantile

Points = Mapping[str, Sequence[float]]
"""What the respondents of each organisation scored on the one question there is."""

FRAMEWORK = MaturityFramework(
    "whole", dimensions=(MaturityDimension("part", indicators=(Indicator("i", "?", scale=Scale.POINTS),)),)
)


def card_of(*waves: Points, leaders: int = 0, framework: MaturityFramework = FRAMEWORK) -> ScoreCard:
    """Score waves called 1, 2 and so on, in which an organisation without respondents may take part."""
    ids = sorted({one for wave in waves for one in wave})
    programme = Programme(
        "p", framework=framework, organisations=tuple(Organisation(one, leaders=leaders) for one in ids)
    )
    return score(programme, [assessment(str(n), wave) for n, wave in enumerate(waves, start=1)])


def assessment(wave: str, points: Points) -> Assessment:
    answers = (
        Answer(organisation, f"r{number}", "i", value)
        for organisation, several in points.items()
        for number, value in enumerate(several)
    )
    return Assessment(wave, tuple(answers))


def whole(found: Sequence[WaveChange], organisation: str | None) -> WaveChange:
    (one,) = [row for row in found if row.organisation == organisation and row.node == "whole"]
    return one


WAVES = st.dictionaries(
    st.sampled_from("abcd"), st.lists(st.integers(0, 100), max_size=4), min_size=1, max_size=4
)


@given(WAVES, WAVES, st.integers(0, 6))
def test_there_is_a_row_for_every_organisation_and_node_and_the_networks_come_last(
    first: Points, second: Points, leaders: int
) -> None:
    card = card_of(first, second, leaders=leaders)
    ids = [(one.organisation, one.node) for one in changes(card)]
    assert ids == [(one, node) for one in (*card.organisations, None) for node in ("whole", "part")]


@given(WAVES, WAVES, st.integers(0, 6))
def test_an_organisations_change_is_the_difference_of_its_two_values(
    first: Points, second: Points, leaders: int
) -> None:
    card = card_of(first, second, leaders=leaders)
    for one in changes(card):
        if one.organisation is not None:
            old, new = (card.of(one.organisation, one.node, wave).value for wave in "12")
            assert (one.value_before, one.value_after) == (old, new)
            assert one.change == (None if old is None or new is None else new - old)


@given(WAVES, WAVES, st.integers(0, 6))
def test_the_networks_change_is_the_mean_of_the_paired_changes(
    first: Points, second: Points, leaders: int
) -> None:
    found = changes(card_of(first, second, leaders=leaders))
    own = [one.change for one in found if one.organisation and one.node == "whole"]
    paired = [one for one in own if one is not None]
    told = whole(found, None).change
    assert told == (pytest.approx(sum(paired) / len(paired)) if paired else None)


@given(WAVES, WAVES, st.integers(0, 6))
def test_a_change_is_distinct_exactly_where_its_interval_leaves_out_no_change(
    first: Points, second: Points, leaders: int
) -> None:
    for one in changes(card_of(first, second, leaders=leaders)):
        if one.change is None or one.detectable is None or one.low is None or one.high is None:
            assert (one.low, one.high, one.detectable, one.distinct) == (None,) * 4
        else:
            assert one.low + one.high == pytest.approx(2 * one.change)
            assert one.distinct == (one.low > 1e-9 or one.high < -1e-9)


@given(WAVES, WAVES, st.integers(0, 6))
def test_back_again_is_the_same_change_the_other_way(first: Points, second: Points, leaders: int) -> None:
    organisations = dict.fromkeys("abcd", ())
    there = changes(card_of({**organisations, **first}, {**organisations, **second}, leaders=leaders))
    back = changes(card_of({**organisations, **second}, {**organisations, **first}, leaders=leaders))
    for one, other in zip(there, back, strict=True):
        assert other.change == (None if one.change is None else pytest.approx(-one.change))
        assert other.detectable == (None if one.detectable is None else pytest.approx(one.detectable))
        assert other.distinct == one.distinct


@given(WAVES, WAVES)
def test_two_cards_made_apart_tell_what_one_card_tells(first: Points, second: Points) -> None:
    everyone: Points = dict.fromkeys("abcd", ())
    first, second = {**everyone, **first}, {**everyone, **second}
    apart = changes_between(card_of(first), card_of({}, second, framework=FRAMEWORK))
    assert [attrs.evolve(one, before="1", after="2") for one in apart] == list(
        changes(card_of(first, second))
    )


def test_by_hand_the_minimal_detectable_change_is_welchs() -> None:
    one = whole(changes(card_of({"a": (40, 50, 60)}, {"a": (50, 70, 70, 90)})), "a")
    # variances 100 and 800/3, so squared errors 100/3 and 200/3, with 2 and 3 degrees of freedom
    squares = 100 / 3, 200 / 3
    freedom = int(sum(squares) ** 2 / (squares[0] ** 2 / 2 + squares[1] ** 2 / 3))
    assert freedom == 4
    assert one.change == pytest.approx(20)
    assert one.detectable == pytest.approx(t_quantile(0.95, 4) * 10)
    assert one.distinct is False


def test_ten_of_twelve_leaders_detect_less_than_ten_of_very_many() -> None:
    waves = {"a": tuple(range(40, 50))}, {"a": tuple(range(42, 52))}
    few, many = (whole(changes(card_of(*waves, leaders=leaders)), "a") for leaders in (12, 0))
    assert few.detectable is not None
    assert few.detectable == pytest.approx((many.detectable or 0) * sqrt(1 - 10 / 12))
    assert (few.distinct, many.distinct) == (True, False)


def test_where_everyone_answered_twice_any_change_is_distinct() -> None:
    found = changes(card_of({"a": (40, 50)}, {"a": (40, 51)}, leaders=2))
    assert (whole(found, "a").detectable, whole(found, "a").distinct) == (0.0, True)
    still = changes(card_of({"a": (40, 50)}, {"a": (50, 40)}, leaders=2))
    assert (whole(still, "a").detectable, whole(still, "a").distinct) == (0.0, False)


def test_one_respondent_leaves_no_saying() -> None:
    one = whole(changes(card_of({"a": (40,)}, {"a": (90, 91, 92)})), "a")
    assert (one.change, one.low, one.high, one.detectable, one.distinct) == (51.0, None, None, None, None)


def test_who_answered_once_does_not_count_for_the_network() -> None:
    # the network's values rise by 20 only since b, which stands low, did not answer again
    found = changes(card_of({"a": (50, 60), "b": (10, 20)}, {"a": (50, 60), "b": ()}))
    network = whole(found, None)
    assert (network.value_before, network.value_after, network.change) == (35.0, 55.0, 0.0)
    assert whole(found, "b").change is None
    assert network.distinct is None


def test_by_hand_the_networks_interval_is_that_of_paired_differences_in_two_stages() -> None:
    # three of four organisations, all of whose leaders answered twice: nothing but the first stage is left
    waves = (
        {"a": (10, 20), "b": (30, 40), "c": (60, 70), "d": ()},
        {"a": (20, 30), "b": (44, 54), "c": (78, 88)},
    )
    network = whole(changes(card_of(*waves, leaders=2)), None)
    assert network.change == pytest.approx((10 + 14 + 18) / 3)
    assert network.detectable == pytest.approx(t_quantile(0.95, 2) * sqrt((1 - 3 / 4) * 16 / 3))
    assert network.distinct is True
    # with all four, and half of the leaders of each, nothing but the second is
    everyone = {**waves[0], "d": (0, 10)}, {**waves[1], "d": (0, 10)}
    known = whole(changes(card_of(*everyone, leaders=4)), None)
    assert known.detectable == pytest.approx(t_quantile(0.95, 3) * sqrt((25 + 25) * (1 - 2 / 4) / 4))


def test_some_organisations_that_moved_alike_leave_no_saying_of_the_others() -> None:
    network = whole(
        changes(card_of({"a": (10, 20), "b": (30, 40), "c": ()}, {"a": (15, 25), "b": (35, 45)}, leaders=2)),
        None,
    )
    assert (network.change, network.detectable, network.distinct) == (5.0, None, None)


def test_the_last_two_waves_are_taken_unless_others_are_named() -> None:
    card = card_of({"a": (10,)}, {"a": (20,)}, {"a": (50,)})
    for asked, pair, change in (
        ({}, ("2", "3"), 30),
        ({"before": "1"}, ("1", "3"), 40),
        ({"after": "2"}, ("1", "2"), 10),
        ({"before": "1", "after": "2"}, ("1", "2"), 10),
    ):
        one = whole(changes(card, **asked), "a")
        assert (one.before, one.after, one.change) == (*pair, change)
    assert changes(card, after="1") == ()


def test_of_one_wave_there_is_no_change() -> None:
    assert changes(card_of({"a": (10,)})) == ()
    assert changes(card_of({"a": (10,)}), before="1") == ()
    assert changes(score(FRAMEWORK, [])) == ()
    assert changes_between(score(FRAMEWORK, []), card_of({"a": (10,)})) == ()


def test_what_there_is_no_wave_of_is_refused() -> None:
    card = card_of({"a": (10,)}, {"a": (20,)})
    asked: tuple[Callable[[], object], ...] = (
        lambda: changes(card, before="11"),
        lambda: changes(card, after="11"),
        lambda: changes_between(card, card, before="11"),
        lambda: changes_between(card, card, after="11"),
    )
    for ask in asked:
        with pytest.raises(UnknownWave) as raised:
            ask()
        assert raised.value == UnknownWave("11", "1")


@pytest.mark.parametrize("before", ["2", "3"])
def test_a_wave_before_itself_or_before_an_earlier_one_is_refused(before: str) -> None:
    card = card_of({"a": (10,)}, {"a": (20,)}, {"a": (50,)})
    with pytest.raises(InvalidValue, match=f"should be a wave before 2; found {before}"):
        changes(card, before=before, after="2")


def two(
    *,
    weight: float = 1,
    question: float = 1,
    high: float = 10,
    method: AggregationMethod = AggregationMethod.ARITHMETIC,
    target: float = 50,
) -> MaturityFramework:
    asked = Indicator("i", "?", 0, high, weight=question)
    parts = (
        MaturityDimension("x", weight=weight, target=target, indicators=(asked,)),
        MaturityDimension("y", indicators=(Indicator("j", "?", scale=Scale.LEVELS),)),
    )
    levels = (MaturityLevel("low"), MaturityLevel("high", floor=50))
    return MaturityFramework("m", levels=levels, aggregation=Aggregation(method), dimensions=parts)


STAGED = AggregationMethod.STAGED


@pytest.mark.parametrize(
    ("one", "other", "differing"),
    [
        (two(), attrs.evolve(two(), id="n"), ("id",)),
        (two(), attrs.evolve(two(), version="2"), ("version",)),
        (two(), two(weight=2), ("m",)),
        (two(), two(question=2), ("x",)),
        (two(), two(high=20), ("i",)),
        (two(), two(method=AggregationMethod.GEOMETRIC), ("m",)),
        (two(method=STAGED), two(method=STAGED, target=60), ("m",)),
        (two(), attrs.evolve(two(), levels=(MaturityLevel("low"), MaturityLevel("high", floor=40))), ("j",)),
        (two(), attrs.evolve(two(), dimensions=two().dimensions[:1]), ("m", "y", "j")),
    ],
)
def test_cards_by_other_rules_are_not_compared(
    one: MaturityFramework, other: MaturityFramework, differing: tuple[str, ...]
) -> None:
    with pytest.raises(DifferentFrameworks) as raised:
        changes_between(score(one, []), score(other, []))
    assert raised.value == DifferentFrameworks(other.id, differing)


@pytest.mark.parametrize(
    "other",
    [
        two(target=60),
        attrs.evolve(two(), name="Another name"),
        attrs.evolve(two(), dimensions=two().dimensions[::-1]),
    ],
)
def test_what_changes_no_points_is_no_other_rule(other: MaturityFramework) -> None:
    assert changes_between(score(two(), []), score(other, [])) == ()


def test_what_is_no_card_is_refused() -> None:
    nothing: Any = None
    asked: tuple[Callable[[], object], ...] = (
        lambda: changes(nothing),
        lambda: changes_between(card_of({"a": (1,)}), nothing),
    )
    for ask in asked:
        with pytest.raises(InvalidValue, match="should be ScoreCard"):
            ask()


def test_the_table_has_a_row_for_every_change_and_words_for_all_in_it() -> None:
    found = changes(card_of({"a": (40, 50), "b": (1,)}, {"a": (40, 51), "b": (2,)}, leaders=2))
    table = change_table(found)
    assert table.rows[0] == ("a", "whole", "1", "2", 45.0, 45.5, 0.5, 0.5, 0.5, 0.0, "distinct")
    assert [row[-1] for row in table.rows] == ["distinct"] * 2 + [None] * 2 + [
        "distinct" if one.distinct else "not-distinct" for one in found[-2:]
    ]
    assert {f"column.{one.key}" for one in table.columns} <= SENTENCES.keys()
    assert {"flag.distinct", "flag.not-distinct"} <= SENTENCES.keys()


@pytest.mark.parametrize("odd", [None, "x", [FRAMEWORK]])
def test_a_table_is_made_of_changes_alone(odd: Any) -> None:  # noqa: ANN401  # on purpose
    with pytest.raises(InvalidValue):
        change_table(odd)
