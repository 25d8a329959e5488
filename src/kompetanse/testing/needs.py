"""What modules require of one another, so that some timetable keeps to it.

The modules stand as taught, each with the number of its day; modules with one number share a day.
"""

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st

from kompetanse.model import AnyOf, Prerequisite, PrerequisiteKind
from kompetanse.testing.words import BOOLEANS

BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
KINDS = st.sampled_from((BEFORE, BEFORE_OR_TOGETHER, RECOMMENDED))
GROUPED = st.sampled_from((False, False, True))
SHARING = st.sampled_from((BEFORE_OR_TOGETHER, TOGETHER))
NEAREST = 5
"""How many of the modules before it a module may require."""


@cache
def _lags(most: int) -> st.SearchStrategy[int]:
    return st.just(0) | st.integers(0, most)


@cache
def _requirements(max_lag: int) -> st.SearchStrategy[tuple[PrerequisiteKind, int] | None]:
    return st.none() | st.tuples(KINDS, _lags(max_lag))


def prerequisites(
    draw: st.DrawFn, taught: Sequence[str], days: Sequence[int], *, max_lag: int
) -> list[list[Prerequisite]]:
    """Give each module prerequisites on some that are taught earlier, or on the same day.

    Modules on one day are bound to one another in a row, so that they may share it.
    """
    requires: list[list[Prerequisite]] = [[] for _ in taught]
    for one, id_ in enumerate(taught):
        shares = one > 0 and days[one] == days[one - 1]
        for other in range(max(0, one - NEAREST), one - shares):
            if requirement := draw(_requirements(max_lag)):
                kind, lag = requirement
                if days[other] == days[one]:
                    kind, lag = (RECOMMENDED if kind is RECOMMENDED else BEFORE_OR_TOGETHER), 0
                requires[one].append(Prerequisite(taught[other], kind, lag))
        if shares:
            kind = draw(SHARING)
            if kind is TOGETHER and draw(BOOLEANS):
                requires[one - 1].append(Prerequisite(id_, kind))
            else:
                requires[one].append(Prerequisite(taught[one - 1], kind))
    return requires


def any_of(draw: st.DrawFn, taught: Sequence[str], days: Sequence[int], *, max_lag: int) -> list[list[AnyOf]]:
    """Give some modules a group: one that is taught on an earlier day, and others, taught whenever.

    The first, which is in time without a lag, need not stand first.
    """
    groups: list[list[AnyOf]] = [[] for _ in taught]
    for one, id_ in enumerate(taught):
        earlier = [other for other in range(one) if days[other] < days[one]]
        if not earlier or not draw(GROUPED):
            continue
        sure = taught[draw(st.sampled_from(earlier))]
        others = [other for other in taught if other not in (sure, id_)]
        more = draw(st.lists(st.sampled_from(others), unique=True, max_size=2)) if others else []
        options = [Prerequisite(sure), *(Prerequisite(other, lag=draw(_lags(max_lag))) for other in more)]
        groups[one].append(AnyOf(draw(st.permutations(options))))
    return groups
