"""Strategies for programmes that are still to be planned, with rules of every kind for it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from kompetanse.model import (
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Module,
    ModuleOrder,
    NotBefore,
    Organisation,
    Phase,
    Pin,
    PlanningRules,
    Programme,
    Venue,
)
from kompetanse.testing.needs import any_of, prerequisites

DAY = dt.timedelta(days=1)
MODULES = "abcdefghijklmnopqrst"
COHORTS = ("nord", "sør", "vest", "øst", "midt")
STARTS = st.sampled_from((dt.date(2023, 3, 6), dt.date(2023, 5, 1), dt.date(2022, 12, 12)))
KINDS = (
    "min_gap", "deadlines", "not_before", "pins", "facilitators", "venues", "closed", "cohort-closed",
    "avoid", "max_gap", "same_week", "within_days", "own_day",
)  # fmt: skip
ASKED = st.lists(st.sampled_from(KINDS), unique=True, max_size=5)
ORDERS = st.sampled_from(ModuleOrder)
SHARED = st.sampled_from((False, False, False, True))
LEADERS = st.integers(0, 3)


def _modules(draw: st.DrawFn, max_modules: int, longest: int) -> list[Module]:
    """Draw modules as they can be taught; `longest` is how many days a phase or a lag lasts at most."""
    ids = MODULES[: draw(st.integers(1, max_modules))]
    days: list[int] = []
    for _ in ids:
        days.append(days[-1] + (not draw(SHARED)) if days else 0)
    needs = prerequisites(draw, ids, days, max_lag=2 * longest)
    groups = any_of(draw, ids, days, max_lag=longest)
    phase = st.just(Phase()) | st.integers(0, longest).map(Phase)
    return [
        Module(id_, requires=needs[n], any_of=groups[n], preparation=draw(phase), follow_up=draw(phase))
        for n, id_ in enumerate(ids)
    ]


class _Drawn:
    """What rules are drawn from: the days, the modules and the cohorts."""

    def __init__(self, draw: st.DrawFn, start: dt.date, days: int, ids: Sequence[str], count: int) -> None:
        self.draw, self.start, self.days = draw, start, days
        self.module, self.cohort = st.sampled_from(ids), st.sampled_from(COHORTS[:count])
        self.any_cohort = st.none() | self.cohort
        self.date = st.integers(0, days - 1).map(lambda after: start + DAY * after)

    def periods(self, *, max_size: int = 1) -> list[ClosedPeriod]:
        """Draw periods of a day up to a week."""
        length = st.integers(0, min(6, self.days // 3))
        starts = self.draw(st.lists(self.date, max_size=max_size))
        return [ClosedPeriod(one, one + DAY * self.draw(length), "Fri") for one in starts]

    def some(self, of: Any, *parts: st.SearchStrategy[Any]) -> list[Any]:  # noqa: ANN401  # any of the three nouns
        return self.draw(st.lists(st.builds(of, *parts), min_size=1, max_size=2))

    def facilitators(self) -> list[Facilitator]:
        modules = st.lists(self.module, unique=True, max_size=3)
        return [
            Facilitator(
                id_, modules=self.draw(modules), away=self.periods(), a_day=self.draw(st.integers(1, 2))
            )
            for id_ in ("kari", "ola", "siv")[: self.draw(st.integers(1, 3))]
        ]

    def venues(self) -> list[Venue]:
        capacity = st.just(3) | st.integers(1, 3)
        return [
            Venue(id_, capacity=self.draw(capacity), closed=self.periods())
            for id_ in ("sola", "bryne", "sand")[: self.draw(st.integers(1, 3))]
        ]

    def rules(self, asked: Sequence[str]) -> dict[str, Any]:
        """Draw the rules of the kinds that are asked for, as the fields of `PlanningRules`."""
        gap = self.draw(st.integers(1, max(1, self.days // 4))) if "min_gap" in asked else 0
        drawn: dict[str, Any] = {"min_gap": gap}
        if "max_gap" in asked:
            drawn["max_gap"] = gap + self.draw(st.integers(1, max(1, self.days // 2)))
        for key, of in (("deadlines", Deadline), ("not_before", NotBefore)):
            if key in asked:
                drawn[key] = self.some(of, self.module, self.date, self.any_cohort)
        if "pins" in asked:
            drawn["pins"] = self.some(Pin, self.module, self.cohort, self.date)
        if "same_week" in asked:
            drawn["same_week"] = True
        elif "within_days" in asked:
            drawn["within_days"] = self.draw(st.integers(1, 10))
        drawn["own_day"] = "own_day" in asked
        drawn["facilitators"] = self.facilitators() if "facilitators" in asked else ()
        drawn["venues"] = self.venues() if "venues" in asked else ()
        return drawn


@st.composite
def _planned(draw: st.DrawFn, *, max_modules: int, max_cohorts: int, max_days: int) -> Programme:
    longest = max(1, max_days // 10)
    modules = _modules(draw, max_modules, longest)
    ids = [one.id for one in modules]
    count = draw(st.integers(1, max_cohorts))
    start, days = draw(STARTS), draw(st.integers(1, max_days) | st.just(max_days))
    drawn, asked = _Drawn(draw, start, days, ids, count), draw(ASKED)
    cohorts = [
        Cohort(
            id_,
            members=[f"leder-{id_}"] if "venues" in asked else (),
            closed=drawn.periods() if "cohort-closed" in asked else (),
            avoid=drawn.periods() if "avoid" in asked else (),
        )
        for id_ in COHORTS[:count]
    ]
    return Programme(
        "p",
        modules=modules,
        order=draw(st.permutations(ids)) if draw(SHARED) else ids,
        organisations=[
            Organisation(member, leaders=draw(LEADERS)) for one in cohorts for member in one.members
        ],
        cohorts=cohorts,
        closed=drawn.periods(max_size=2) if "closed" in asked else (),
        planning=PlanningRules(start, start + DAY * (days - 1), order=draw(ORDERS), **drawn.rules(asked)),
    )


def planned_programmes(
    *, max_modules: int = 4, max_cohorts: int = 3, max_days: int = 60
) -> st.SearchStrategy[Programme]:
    """Give programmes that are still to be planned; for some of them there is no timetable at all.

    They start and end within `max_days` calendar days, and have planning rules of every kind but public
    holidays. Up to 20 modules can be taken in some order, though the one that is stated may be another; there
    are up to 5 cohorts. Nothing in them is named that is not there, and no timetable stands in them.
    """
    return _planned(max_modules=max_modules, max_cohorts=max_cohorts, max_days=max_days)
