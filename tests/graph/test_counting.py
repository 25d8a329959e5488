from fractions import Fraction
from itertools import permutations
from math import comb, factorial, prod
from random import Random

import networkx as nx
import pytest

from kompetanse.errors import TooManyOrders
from kompetanse.graph.counting import count_orders, precedence
from kompetanse.graph.places import positions
from kompetanse.graph.posets import Poset, build


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # designs to try, no secrets


def poset(*before: set[int]) -> Poset:
    return Poset(tuple(sum(1 << one for one in needs) for needs in before), ((),) * len(before))


def random_poset(random: Random, count: int, *, choices: bool) -> Poset:
    order = random.sample(range(count), count)
    density = random.random() * 0.6
    before = [0] * count
    groups: list[list[int]] = [[] for _ in range(count)]
    for place, one in enumerate(order):
        before[one] = sum(1 << other for other in order[:place] if random.random() < density)
        for _ in range(random.choice((0, 0, 1, 1, 2)) if choices and place else 0):
            group = 1 << order[random.randrange(place)]
            for _ in range(random.randrange(3)):
                group |= 1 << random.randrange(count)
            groups[one].append(group)
    return Poset(tuple(before), tuple(map(tuple, groups)))


def many(number: int, most: int, seed: int) -> list[Poset]:
    random = seeded(seed)
    return [random_poset(random, random.randint(1, most), choices=bool(n % 2)) for n in range(number)]


def is_valid(one: Poset, order: tuple[int, ...]) -> bool:
    taken = 0
    for element in order:
        if one.before[element] & ~taken or not all(group & taken for group in one.choices[element]):
            return False
        taken |= 1 << element
    return True


def orders_of(one: Poset) -> list[tuple[int, ...]]:
    return [order for order in permutations(range(len(one))) if is_valid(one, order)]


def layered(count: int, seed: int) -> Poset:
    random = seeded(seed)
    layer = [number * 8 // count for number in range(count)]
    earlier = [[other for other in range(one) if layer[other] < layer[one]] for one in range(count)]
    return poset(*(set(random.sample(one, min(2, len(one)))) for one in earlier))


def test_the_count_is_that_of_the_orders_listed() -> None:
    for one in many(2000, 6, seed=1) + many(20, 7, seed=2):
        assert count_orders(one) == len(orders_of(one))


def test_the_count_is_that_of_networkx() -> None:
    random = seeded(3)
    for _ in range(200):
        one = random_poset(random, 7, choices=False)
        graph = nx.DiGraph([(a, b) for b in range(7) for a in range(7) if one.before[b] >> a & 1])
        graph.add_nodes_from(range(7))
        assert count_orders(one) == sum(1 for _ in nx.all_topological_sorts(graph))


def test_two_groups_of_one_that_nothing_waits_for_hang_together() -> None:
    one = Poset((0, 0, 0, 0, 0, 8), ((8, 10), (36, 17), (13,), (), (), ()))
    assert count_orders(one) == len(orders_of(one)) == 80


def test_nothing_has_one_order() -> None:
    assert count_orders(poset()) == 1


def test_a_chain_has_one_order_and_an_antichain_all() -> None:
    assert count_orders(poset(set(), *({one} for one in range(999)))) == 1
    assert count_orders(poset(*[set[int]()] * 1000)) == factorial(1000)


def test_a_forest_has_as_many_orders_as_the_hook_formula_says() -> None:
    random = seeded(4)
    for _ in range(50):
        parents = [random.randrange(-1, one) for one in range(60)]
        size = [1] * 60
        for one in reversed(range(60)):
            if parents[one] >= 0:
                size[parents[one]] += size[one]
        forest = poset(*({parent} if parent >= 0 else set() for parent in parents))
        assert count_orders(forest) == factorial(60) // prod(size)


@pytest.mark.parametrize("width", [1, 2, 3, 10, 50])
def test_a_grid_of_two_rows_has_a_catalan_number_of_orders(width: int) -> None:
    upper = [{one - 1} if one else set() for one in range(width)]
    lower = [{one, width + one - 1} if one else {0} for one in range(width)]
    assert count_orders(poset(*upper, *lower)) == comb(2 * width, width) // (width + 1)


def test_chains_side_by_side_are_shuffled() -> None:
    chains = poset(*({one - 1} if one not in {0, 10, 30} else set() for one in range(60)))
    assert count_orders(chains) == factorial(60) // (factorial(10) * factorial(20) * factorial(30))


def test_layers_that_wait_for_one_another_multiply() -> None:
    layers = poset(
        *(set(range(one // 10 * 10 - 10, one // 10 * 10)) if one > 9 else set() for one in range(40))
    )
    assert count_orders(layers) == factorial(10) ** 4


def test_a_further_mandatory_prerequisite_never_raises_the_count() -> None:
    random = seeded(5)
    for one in many(400, 9, seed=6):
        order = build(one)
        place = random.randrange(len(one))
        before = list(one.before)
        before[order[place]] |= 1 << order[random.randrange(place)] if place else 0
        assert 1 <= count_orders(Poset(tuple(before), one.choices)) <= count_orders(one)


def test_a_further_alternative_never_lowers_the_count() -> None:
    random = seeded(7)
    for one in many(400, 9, seed=8):
        wider = tuple(
            tuple(group | 1 << random.randrange(len(one)) for group in groups) for groups in one.choices
        )
        assert count_orders(Poset(one.before, wider)) >= count_orders(one)


def test_the_count_does_not_depend_on_the_numbers_of_the_elements() -> None:
    random = seeded(9)
    for one in [*many(300, 12, seed=10), layered(30, seed=1)]:
        new = random.sample(range(len(one)), len(one))
        old = sorted(range(len(one)), key=new.__getitem__)

        def renamed(mask: int, new: list[int] = new) -> int:
            return sum(1 << name for element, name in enumerate(new) if mask >> element & 1)

        other = Poset(
            tuple(renamed(one.before[element]) for element in old),
            tuple(tuple(map(renamed, one.choices[element])) for element in old),
        )
        assert count_orders(other) == count_orders(one)


def test_positions_are_the_extremes_of_the_orders_listed() -> None:
    for one in many(1000, 6, seed=11):
        orders = orders_of(one)
        places = [[order.index(element) + 1 for order in orders] for element in range(len(one))]
        assert positions(one) == tuple((min(of_one), max(of_one)) for of_one in places)


def test_turned_around_the_earliest_place_is_the_latest_from_the_end() -> None:
    one = layered(40, seed=2)
    back = poset(*({b for b in range(40) if one.before[b] >> a & 1} for a in range(40)))
    assert positions(back) == tuple((41 - late, 41 - early) for early, late in positions(one))


def test_precedence_is_the_share_of_the_orders_listed() -> None:
    random = seeded(12)
    for one in many(600, 6, seed=13):
        orders = orders_of(one)
        a, b = random.randrange(len(one)), random.randrange(len(one))
        share = Fraction(sum(order.index(a) < order.index(b) for order in orders), len(orders))
        assert precedence(one, a, b) == share


def test_of_two_elements_one_comes_before_the_other() -> None:
    one = layered(30, seed=3)
    assert all(precedence(one, 0, other) + precedence(one, other, 0) == 1 for other in range(1, 30))


def test_past_its_budget_a_count_says_so() -> None:
    one = layered(60, seed=1)
    with pytest.raises(TooManyOrders) as caught:
        count_orders(one, budget=1000)
    assert caught.value == TooManyOrders(1000)
    with pytest.raises(TooManyOrders):
        precedence(one, 0, 59, budget=1000)


def test_past_its_budget_a_search_for_places_says_so() -> None:
    groups = tuple(3 << 2 * pair for pair in range(10))
    with pytest.raises(TooManyOrders):
        positions(Poset((0,) * 21, ((),) * 20 + (groups,)), budget=100)
