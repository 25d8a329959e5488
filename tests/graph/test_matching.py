"""Pairs of greatest worth."""

from collections.abc import Iterator, Mapping
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.graph import best_pairs, matching

Links = Mapping[tuple[str, str], float]
IDS = "abcdefgh"


@st.composite
def links(draw: st.DrawFn) -> Links:
    pairs = [(one, other) for one in IDS for other in IDS if one < other]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=14, unique=True))
    return {pair: draw(st.integers(0, 6)) / 3 for pair in chosen}


def pairings(ids: str, weights: Links) -> Iterator[float]:
    """Yield the worth of every pairing there is."""
    if not ids:
        yield 0.0
        return
    first, rest = ids[0], ids[1:]
    yield from pairings(rest, weights)
    for other in rest:
        if (first, other) in weights:
            for worth in pairings(rest.replace(other, ""), weights):
                yield worth + weights[first, other]


def worth(pairs: tuple[tuple[str, str], ...], weights: Links) -> float:
    return sum(weights[pair] for pair in pairs)


@given(links())
def test_no_other_pairing_is_worth_more(weights: Links) -> None:
    pairs = best_pairs((*pair, weight) for pair, weight in weights.items())
    assert worth(pairs, weights) == pytest.approx(max(pairings(IDS, weights)))


@given(links())
def test_nobody_stands_in_two_pairs_and_no_pair_is_worth_nothing(weights: Links) -> None:
    pairs = best_pairs((*pair, weight) for pair, weight in weights.items())
    ids = [one for pair in pairs for one in pair]
    assert len(ids) == len(set(ids))
    assert all(weights[pair] > 0 for pair in pairs)


@given(links(), st.randoms(use_true_random=False))
def test_the_order_of_the_links_changes_nothing(weights: Links, random: Random) -> None:
    there = [(*pair, weight) for pair, weight in weights.items()]
    turned = [(other, one, weight) for one, other, weight in there]
    random.shuffle(turned)
    assert best_pairs(turned) == best_pairs(there)


def test_two_good_pairs_beat_one_that_is_better_than_either() -> None:
    assert best_pairs([("b", "c", 5), ("c", "d", 3), ("a", "b", 3)]) == (("a", "b"), ("c", "d"))


def test_of_two_links_of_one_pair_the_heavier_counts_and_nobody_goes_with_themselves() -> None:
    assert best_pairs([("a", "b", 5), ("b", "a", 1), ("b", "c", 3), ("c", "c", 9)]) == (("a", "b"),)


def test_differences_far_below_a_point_still_decide() -> None:
    assert best_pairs([("a", "b", 1.0), ("a", "c", 1.0 + 1e-8)]) == (("a", "c"),)


def test_where_there_are_many_links_everyone_that_can_be_is_paired() -> None:
    count = 140
    ids = [f"o{number:03}" for number in range(count)]
    alike = [(one, other, 1.0) for one in ids for other in ids if one < other]
    assert len(alike) > matching.MANY
    assert len(best_pairs(alike)) == count // 2


def test_among_many_links_little_is_lost_by_looking_at_the_best_partners_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    random = Random(1)  # noqa: S311  # no secret: the same links every time
    ids = [f"o{number:02}" for number in range(40)]
    weights = {(one, other): random.random() for one in ids for other in ids if one < other}
    there = [(*pair, weight) for pair, weight in weights.items()]
    exact = worth(best_pairs(there), weights)
    monkeypatch.setattr(matching, "MANY", 100)
    assert 0.98 * exact <= worth(best_pairs(there), weights) <= exact + 1e-9
