"""Which block a cohort takes in which round: as stated, all as one, or each in an order of its own."""

from collections.abc import Sequence

import attrs

from kompetanse.model import ModuleOrder
from kompetanse.planning.scheduling.search.rounds import Rounds, weighted
from kompetanse.planning.solver import Linear, Literal


@attrs.frozen(eq=False)
class Taking:
    """The order of each cohort: of its block and round, whether that block is taken then."""

    rounds: Rounds
    taken: list[list[list[Literal]]]
    """For each cohort, block and round; cohorts in one order have one list. Empty where it is stated."""

    def at(self, cohort: int, block: int, k: int) -> Literal:
        """Tell whether a cohort takes a block in a round; in the stated order, True or False."""
        return self.taken[cohort][block][k] if self.taken else block == k

    def sum(self, cohort: int, k: int, days: Sequence[int]) -> Linear:
        """Give the days that go with the block that a cohort takes in a round."""
        if not self.taken:
            return days[k]
        return weighted(days, (block[k] for block in self.taken[cohort]))

    def day(self, cohort: int, block: int) -> Linear:
        """Give the day on which a cohort takes a block."""
        if not self.taken:
            return self.rounds.days[block][cohort]
        reaches = [
            self.rounds.case.reach(k, self.rounds.case.kind_of[cohort]) for k in self.rounds.case.rounds
        ]
        day = self.rounds.model.new_int_var(min(map(min, reaches)), max(map(max, reaches)), "")
        for k, taken in enumerate(self.taken[cohort][block]):
            self.rounds.model.add(day == self.rounds.days[k][cohort]).only_enforce_if(taken)
        return day

    def after(self, cohort: int, first: int, then: int, days: int, given: Sequence[Literal]) -> None:
        """Have a cohort take a block some days after another, where all of `given` hold."""
        model, case = self.rounds.model, self.rounds.case
        if not self.taken:
            if first < then and (then - first) * case.gap < days:
                between = self.rounds.days[then][cohort] - self.rounds.days[first][cohort]
                model.add(between >= days).only_enforce_if(given)
            elif first > then:
                model.add_bool_or([~one for one in given])
            return
        one, other = self.taken[cohort][first], self.taken[cohort][then]
        for k in case.rounds:
            model.add(sum(other[: k + 1]) <= sum(one[:k])).only_enforce_if(given)
        for k in case.rounds:
            for later in case.rounds[k + 1 :]:
                if (later - k) * case.gap < days:
                    between = self.rounds.days[later][cohort] - self.rounds.days[k][cohort]
                    model.add(between >= days).only_enforce_if([*given, one[k], other[later]])


def taking_of(rounds: Rounds) -> Taking:
    """Let cohorts take every block once, one in each round."""
    case, model = rounds.case, rounds.model
    if case.setting.stated:
        return Taking(rounds, [])
    orders = []
    for _ in case.cohorts if case.setting.order is ModuleOrder.OWN else (0,):
        order = [[model.new_bool_var("") for _ in case.rounds] for _ in case.rounds]
        for one in (*order, *zip(*order, strict=True)):
            model.add_exactly_one(one)
        orders.append(order)
    return Taking(rounds, orders if len(orders) == len(case.cohorts) else orders * len(case.cohorts))
