"""Organisations into groups."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import CannotGroup, InvalidValue, KompetanseError, NothingFound, UnknownOrganisation
from kompetanse.model import Organisation, Programme
from kompetanse.planning import Grouping, form_groups

pytest.importorskip("ortools", reason="the extra plan is not installed")

Pair = tuple[str, str]


def members(found: Grouping) -> list[tuple[str, ...]]:
    return [one.members for one in found.cohorts]


def ways(ids: Sequence[str], groups: int) -> Iterator[list[list[str]]]:
    """Yield every way to part `ids` into so many groups, whatever these are called."""
    if not ids:
        if not groups:
            yield []
        return
    *rest, last = ids
    for way in ways(rest, groups - 1) if groups else ():
        yield [*way, [last]]
    for way in ways(rest, groups):
        for place in range(groups):
            yield [[*one, last] if place == number else one for number, one in enumerate(way)]


def reckoned(
    way: list[list[str]], sizes: Mapping[str, int], scores: Mapping[str, int], *, mixed: bool
) -> tuple[Fraction, Fraction]:
    held = [sum(sizes[id_] for id_ in one) for one in way]
    known = [scored for one in way if (scored := [scores[id_] for id_ in one if id_ in scores])]
    if not scores:
        return Fraction(max(held) - min(held)), Fraction(0)
    mean = Fraction(sum(scores.values()), len(scores))
    off = max(abs(Fraction(sum(one), len(one)) - mean) for one in known)
    spread = Fraction(sum(max(one) - min(one) for one in known))
    return Fraction(max(held) - min(held)), off if mixed else spread


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    ids = [f"o{number}" for number in range(draw(st.integers(1, 7)))]
    some = st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=2)
    sized = draw(st.booleans())
    return {
        "organisations": ids,
        "groups": draw(st.integers(1, 4)),
        "sizes": {id_: draw(st.integers(0, 9)) for id_ in ids} if sized else None,
        "scores": {id_: draw(st.integers(-3, 9)) for id_ in ids if draw(st.integers(0, 5))},
        "together": draw(some),
        "apart": draw(some),
        "mixed": draw(st.booleans()),
    }


@settings(max_examples=120)
@given(wishes())
def test_no_groups_that_keep_the_pairs_are_better(asked: dict[str, Any]) -> None:
    ids, sizes, scores = asked["organisations"], asked["sizes"], asked["scores"]
    sizes = sizes or dict.fromkeys(ids, 1)
    allowed = [
        way
        for way in ways(ids, asked["groups"])
        if all(any(one in group and other in group for group in way) for one, other in asked["together"])
        and not any(one in group and other in group for group in way for one, other in asked["apart"])
    ]
    try:
        found = form_groups(**asked)
    except CannotGroup:
        assert not allowed
        return
    expected = min(reckoned(way, sizes, scores, mixed=asked["mixed"]) for way in allowed)
    told = [one.value for one in found.reached]
    assert found.proven
    assert told == pytest.approx([float(one) for one in expected[: len(told)]])
    way = [list(one) for one in members(found)]
    assert sorted(map(sorted, way)) in [sorted(map(sorted, one)) for one in allowed]
    assert reckoned(way, sizes, scores, mixed=asked["mixed"])[: len(told)] == expected[: len(told)]
    assert [one.size for one in found.groups] == [sum(sizes[id_] for id_ in one) for one in way]
    assert found == form_groups(**asked)


IDS = [f"o{number}" for number in range(23)]
SCORES = {id_: 30 + number * 7 % 41 for number, id_ in enumerate(IDS)}


def test_twenty_three_municipalities_make_groups_of_eight_eight_and_seven() -> None:
    found = form_groups(IDS, 3, scores=SCORES)
    assert sorted(one.size for one in found.groups) == [7, 8, 8]
    assert found.proven
    assert found.size_range == 1
    alike = form_groups(IDS, 3, scores=SCORES, mixed=False)
    means = [one.mean for one in alike.groups if one.mean is not None]
    assert max(means) - min(means) > 20
    assert alike.proven


def test_groups_are_cohorts_of_a_programme(programme: Programme) -> None:
    leaders = {one.id: one.leaders for one in programme.organisations}
    found = form_groups(programme, 3, sizes=leaders)
    assert [one.id for one in found.cohorts] == ["group-1", "group-2", "group-3"]
    assert found.cohorts[0].name.nb == "Gruppe 1"
    assert {id_ for one in found.cohorts for id_ in one.members} == set(leaders)
    assert found == form_groups(programme.organisations, 3, sizes=leaders)
    assert len(found.table().rows) == 23


def test_scores_of_a_card_may_have_any_number_of_decimals() -> None:
    found = form_groups(IDS, 3, scores={id_: score / 7 for id_, score in SCORES.items()}, effort=0.5)
    assert found.reached[1].value < 0.1


def test_all_who_have_a_score_may_come_into_one_group() -> None:
    found = form_groups([*"abcdef"], 2, scores={"a": 1, "b": 2, "c": 4})
    assert [one.cohort.members for one in found.groups] == [("a", "b", "c"), ("d", "e", "f")]
    assert found.proven


def test_groups_stand_in_the_order_of_their_first_organisations() -> None:
    found = form_groups(
        [*"abcdef"], 3, scores=dict(zip("abcdef", (6, 1, 5, 2, 4, 3), strict=True)), mixed=False
    )
    assert [one.cohort.members for one in found.groups] == [("a", "c"), ("b", "d"), ("e", "f")]


def test_scores_count_to_four_digits_of_their_range() -> None:
    found = form_groups([*"abc"], 3, scores={"a": 0, "b": 12.346, "c": 100})
    assert [one.mean for one in found.groups] == [0, 12.35, 100]


def test_an_organisation_without_a_score_is_placed_all_the_same() -> None:
    found = form_groups(["a", "b", "c", "d"], 2, scores={"a": 1.0, "b": 3.0}, mixed=False)
    assert {one.mean for one in found.groups} == {1.0, 3.0}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"together": [("a", "b"), ("b", "c")], "apart": [("c", "a")]},
            "c, a are to be apart, but c – b – a together",
        ),
        ({"apart": [("a", "a")]}, "a cannot be apart from itself"),
        ({"apart": [("a", "b"), ("b", "c"), ("c", "a")]}, "a, b, c are all to be apart"),
        ({"groups": 5}, "there are 4 that can be parted"),
        ({"organisations": (), "groups": 1}, "there are 0 that can be parted"),
    ],
)
def test_wishes_that_clash_are_named(asked: dict[str, Any], told: str) -> None:
    with pytest.raises(CannotGroup, match=told):
        form_groups(**{"organisations": ["a", "b", "c", "d"], "groups": 2, **asked})


def test_a_ring_of_five_that_are_apart_does_not_go_into_two_groups() -> None:
    ring = [(f"o{number}", f"o{(number + 1) % 5}") for number in range(5)]
    with pytest.raises(CannotGroup, match="do not go into 2 groups"):
        form_groups(IDS, 2, apart=ring)
    assert form_groups(IDS, 3, apart=ring).proven


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        ({"groups": 0}, InvalidValue, "groups"),
        ({"groups": "2"}, InvalidValue, "groups"),
        ({"organisations": "ab"}, InvalidValue, "organisations"),
        ({"organisations": ["a", "a"]}, InvalidValue, "'a' already"),
        ({"organisations": ["a b"]}, InvalidValue, "should be an id"),
        ({"organisations": [["a"]]}, InvalidValue, "should be an id"),
        ({"scores": {"a": float("nan")}}, InvalidValue, "scores/a"),
        ({"scores": {"a": float("inf")}}, InvalidValue, "scores/a"),
        ({"scores": {"x": 1}}, UnknownOrganisation, "'x'"),
        ({"scores": [1]}, InvalidValue, "scores"),
        ({"sizes": {"a": 1}}, InvalidValue, "lacks 'b'"),
        ({"sizes": {"a": 1.5, "b": 1}}, InvalidValue, "sizes/a"),
        ({"sizes": {"x": 1}}, UnknownOrganisation, "'x'"),
        ({"together": [("a",)]}, InvalidValue, "together.*pair"),
        ({"together": ["ab"]}, InvalidValue, "together.*pair"),
        ({"apart": 5}, InvalidValue, "apart"),
        ({"apart": [("a", "x")]}, UnknownOrganisation, "'x'"),
        ({"mixed": "yes"}, InvalidValue, "mixed"),
        ({"seed": None}, InvalidValue, "seed"),
        ({"effort": -1}, InvalidValue, "effort"),
    ],
)
def test_what_makes_no_sense_is_refused(
    asked: dict[str, Any], error: type[KompetanseError], told: str
) -> None:
    with pytest.raises(error, match=told):
        form_groups(**{"organisations": ["a", "b"], "groups": 2, **asked})


def test_no_effort_proves_nothing() -> None:
    with pytest.raises(NothingFound, match="does not prove"):
        form_groups(IDS, 3, effort=0)


def test_one_group_holds_everyone() -> None:
    found = form_groups([Organisation("a"), Organisation("b")], 1, scores={"a": 1, "b": 2})
    assert members(found) == [("a", "b")]
    assert found.reached[1].value == 0
