"""Strategies for whole programmes in which `check` finds nothing."""

from collections.abc import Sequence

from hypothesis import strategies as st

from kompetanse.model import (
    SECTIONS,
    Cohort,
    MaturityFramework,
    Module,
    Organisation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Provenance,
    Timetable,
)
from kompetanse.testing.frameworks import frameworks
from kompetanse.testing.modules import modules
from kompetanse.testing.timetables import closed_periods, timetables
from kompetanse.testing.words import distinct_ids, ids, texts

Requires = list[list[Prerequisite]]
"""The prerequisites of each module, as the modules are taught."""
BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED


@st.composite
def _prerequisites(draw: st.DrawFn, *, taught: Sequence[str], days: Sequence[int], max_lag: int) -> Requires:
    """Give each module prerequisites on some that are taught earlier, or on the same day.

    Modules on one day are bound to one another in a row, so that they may share it.
    """
    requires: Requires = [[] for _ in taught]
    for one, id_ in enumerate(taught):
        shares = one > 0 and days[one] == days[one - 1]
        if shares:
            kind = draw(st.sampled_from((BEFORE_OR_TOGETHER, TOGETHER)))
            if kind is TOGETHER and draw(st.booleans()):
                requires[one - 1].append(Prerequisite(id_, kind))
            else:
                requires[one].append(Prerequisite(taught[one - 1], kind))
        others = range(one - 1 if shares else one)
        for other in draw(st.lists(st.sampled_from(others), unique=True, max_size=3)) if others else ():
            if days[other] == days[one]:
                kind = draw(st.sampled_from((BEFORE_OR_TOGETHER, RECOMMENDED)))
                requires[one].append(Prerequisite(taught[other], kind))
            else:
                kind = draw(st.sampled_from((BEFORE, BEFORE_OR_TOGETHER, RECOMMENDED)))
                lag = draw(st.just(0) | st.integers(0, max_lag))
                requires[one].append(Prerequisite(taught[other], kind, lag))
    return requires


@st.composite
def _develops(draw: st.DrawFn, *, framework: MaturityFramework | None, count: int) -> list[list[str]]:
    """Give what each of `count` modules develops: something each, and every dimension between them."""
    develops: list[list[str]] = [[] for _ in range(count)]
    topmost = framework.dimensions if framework is not None else ()
    for number in range(max(count, len(topmost)) if topmost else 0):
        dimension = topmost[number % len(topmost)]
        below = [one.id for one in dimension.dimensions]
        instead = bool(below) and draw(st.booleans())
        develops[number % count] += below if instead else [dimension.id]
    return develops


@st.composite
def _organisations(
    draw: st.DrawFn, *, max_organisations: int, max_cohorts: int
) -> tuple[tuple[Organisation, ...], tuple[Cohort, ...]]:
    """Give organisations and cohorts; where there are cohorts, each organisation is in one of them."""
    organisations = tuple(
        Organisation(
            id_,
            draw(texts()),
            draw(st.none() | st.sampled_from(("0301", "1103", "964965226"))),
            draw(st.integers(0, 30)),
        )
        for id_ in draw(distinct_ids(min_size=0, max_size=max_organisations))
    )
    names = draw(distinct_ids(min_size=0, max_size=max_cohorts))
    if not names:
        return organisations, ()
    in_cohort = [draw(st.sampled_from(names)) for _ in organisations]
    members = {
        name: [one.id for one, cohort in zip(organisations, in_cohort, strict=True) if cohort == name]
        for name in names
    }
    return organisations, tuple(Cohort(name, draw(texts()), members[name]) for name in names)


@st.composite
def _modules(
    draw: st.DrawFn, *, taught: Sequence[str], days: Sequence[int], framework: MaturityFramework | None
) -> list[Module]:
    """Give the modules as they are taught."""
    requires = draw(_prerequisites(taught=taught, days=days, max_lag=30))
    develops = draw(_develops(framework=framework, count=len(taught)))
    return [
        draw(modules(id=id_, requires=needs, develops=grows, max_days=20))
        for id_, needs, grows in zip(taught, requires, develops, strict=True)
    ]


@st.composite
def _programmes(
    draw: st.DrawFn, *, min_modules: int, max_modules: int, max_organisations: int, max_cohorts: int
) -> Programme:
    taught = draw(distinct_ids(min_size=min_modules, max_size=max_modules))
    shared = [number > 0 and draw(st.integers(0, 3)) == 3 for number in range(len(taught))]
    days = [sum(not one for one in shared[: number + 1]) for number in range(len(taught))]
    framework = draw(st.none() | frameworks()) if taught else None
    made = draw(_modules(taught=taught, days=days, framework=framework))
    organisations, cohorts = draw(
        _organisations(max_organisations=max_organisations, max_cohorts=max_cohorts)
    )
    timed = draw(timetables(modules=made, days=days, cohorts=cohorts)) if draw(st.booleans()) else Timetable()
    closed = draw(closed_periods(taken=sorted({one.date for one in timed.gatherings})))
    sections = draw(st.lists(st.sampled_from(SECTIONS), unique=True, max_size=2))
    return Programme(
        id=draw(ids()),
        name=draw(texts()),
        about=draw(st.none() | texts()),
        modules=draw(st.permutations(made)),
        order=taught if draw(st.booleans()) else (),
        framework=framework,
        organisations=organisations,
        cohorts=cohorts,
        closed=closed,
        timetable=timed,
        provenance=tuple(Provenance(one, draw(st.booleans()), draw(st.none() | texts())) for one in sections),
    )


def programmes(
    *, min_modules: int = 1, max_modules: int = 5, max_organisations: int = 4, max_cohorts: int = 3
) -> st.SearchStrategy[Programme]:
    """Give programmes in which `kompetanse.checks.check` finds nothing at all.

    They have prerequisites of every kind, with and without lags, modules that share a day, and often a
    framework, organisations in cohorts, a timetable and closed periods. Some state a teaching order.
    """
    return _programmes(
        min_modules=min_modules,
        max_modules=max_modules,
        max_organisations=max_organisations,
        max_cohorts=max_cohorts,
    )
