from collections import Counter
from itertools import permutations

import pytest

from kompetanse.errors import InvalidValue, TooManyOrders
from kompetanse.graph.counting import count_orders
from kompetanse.graph.estimating import Estimate, estimate_orders
from kompetanse.graph.posets import Poset
from kompetanse.graph.sampling import sample_order

NONE: tuple[tuple[int, ...], ...] = ((),) * 6
SHAPES = [
    Poset((0, 0, 0b1, 0b11, 0b10, 0b100), NONE),
    Poset((0, 0, 0b11, 0b11, 0b1100, 0b1100), NONE),
    Poset((0, 0b1, 0, 0b100, 0b1010, 0), NONE),
    Poset((0, 0, 0, 0b1, 0b10, 0), ((), (), (0b11,), (), (0b1101,), (0b11100, 0b11))),
    Poset((0, 0b1, 0b10, 0b100, 0, 0), ((), (), (), (), (0b101000,), (0b1,))),
]
# five layers of five; each element waits for two of the layer before it
LAYERS = Poset(
    tuple(
        sum({1 << layer * 5 - 5 + place, 1 << layer * 5 - 5 + (place + 1 + layer) % 5}) if layer else 0
        for layer in range(5)
        for place in range(5)
    ),
    ((),) * 25,
)


def orders_of(one: Poset) -> list[tuple[int, ...]]:
    def is_valid(order: tuple[int, ...]) -> bool:
        taken = [sum(1 << earlier for earlier in order[:place]) for place in range(len(order))]
        return all(
            not one.before[element] & ~done and all(group & done for group in one.choices[element])
            for element, done in zip(order, taken, strict=True)
        )

    return list(filter(is_valid, permutations(range(len(one)))))


@pytest.mark.parametrize("one", SHAPES)
def test_every_order_is_drawn_as_often_as_any_other(one: Poset) -> None:
    orders = orders_of(one)
    drawn = Counter(sample_order(one, seed) for seed in range(40 * len(orders)))
    assert drawn.keys() <= set(orders)
    statistic = sum((drawn[order] - 40) ** 2 / 40 for order in orders)
    freedom = len(orders) - 1
    # The 99.9 % quantile of chi-squared by Wilson and Hilferty (1931); 3.09 is the normal one.
    critical = freedom * (1 - 2 / (9 * freedom) + 3.09 * (2 / (9 * freedom)) ** 0.5) ** 3
    assert statistic < critical


def test_a_seed_draws_the_same_again() -> None:
    assert sample_order(LAYERS, 1) == sample_order(LAYERS, 1) != sample_order(LAYERS, 2)
    assert estimate_orders(LAYERS, 1, 20) == estimate_orders(LAYERS, 1, 20) != estimate_orders(LAYERS, 2, 20)


def test_past_its_budget_a_draw_says_so() -> None:
    with pytest.raises(TooManyOrders) as caught:
        sample_order(LAYERS, 1, budget=10)
    assert caught.value == TooManyOrders(10)


def test_an_interval_holds_the_count_about_as_often_as_it_says() -> None:
    exact = count_orders(LAYERS)
    estimates = [estimate_orders(LAYERS, seed, 60) for seed in range(200)]
    held = sum(one.low <= exact <= one.high for one in estimates)
    assert 176 <= held <= 200  # 190 expected, with a standard deviation of 3.1
    assert abs(sum(one.value for one in estimates) / len(estimates) / exact - 1) < 0.05


@pytest.mark.parametrize("one", SHAPES)
def test_an_estimate_of_a_small_design_is_near_its_count(one: Poset) -> None:
    estimate = estimate_orders(one, 1, 500)
    assert estimate.low <= len(orders_of(one)) <= estimate.high
    assert estimate.value == pytest.approx(len(orders_of(one)), rel=0.2)


def test_a_forest_is_estimated_exactly() -> None:
    forest = Poset((0, 0b1, 0b1, 0b10, 0b10, 0b100), NONE)
    exact = count_orders(forest)
    assert estimate_orders(forest, 1, 2) == Estimate(exact, exact, exact, 2)


def test_one_sample_tells_no_interval() -> None:
    with pytest.raises(InvalidValue, match="samples"):
        estimate_orders(LAYERS, 1, 1)
