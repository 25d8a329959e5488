"""Strategies for whole programmes in which `check` finds nothing."""

import attrs
from hypothesis import strategies as st

from kompetanse.model import (
    SECTIONS,
    Baseline,
    Cohort,
    MaturityFramework,
    Organisation,
    Programme,
    Provenance,
    Timetable,
)
from kompetanse.testing.frameworks import frameworks
from kompetanse.testing.modules import bare_modules, modules
from kompetanse.testing.needs import any_of, prerequisites
from kompetanse.testing.timetables import closed_periods, timetable
from kompetanse.testing.words import BOOLEANS, IDS, MAYBE_TEXT, TEXTS, distinct_ids

SHARED = st.sampled_from((False, False, False, True))
NUMBERS = st.sampled_from((None, "0301", "1103", "964965226"))
SOME_SECTIONS = st.lists(st.sampled_from(SECTIONS), unique=True, max_size=2)
LEADERS = st.integers(0, 30)
FRAMEWORKS = st.none() | frameworks()
WEEKS_APART = st.integers(-4, 4)


def _develops(draw: st.DrawFn, framework: MaturityFramework | None, count: int) -> list[list[str]]:
    """Give what each of `count` modules develops: something each, and every dimension between them."""
    develops: list[list[str]] = [[] for _ in range(count)]
    topmost = framework.dimensions if framework is not None else ()
    for number in range(max(count, len(topmost)) if topmost else 0):
        dimension = topmost[number % len(topmost)]
        below = [one.id for one in dimension.dimensions]
        instead = bool(below) and draw(BOOLEANS)
        develops[number % count] += below if instead else [dimension.id]
    return develops


def _people(
    draw: st.DrawFn, max_organisations: int, max_cohorts: int, *, rich: bool
) -> tuple[list[Organisation], list[Cohort]]:
    """Give organisations and cohorts; where there are cohorts, each organisation is in one of them."""
    organisations = [
        Organisation(id_, draw(TEXTS), draw(NUMBERS), draw(LEADERS)) if rich else Organisation(id_)
        for id_ in draw(distinct_ids(min_size=0, max_size=max_organisations))
    ]
    names = draw(distinct_ids(min_size=0, max_size=max_cohorts))
    members: dict[str, list[str]] = {name: [] for name in names}
    for one in organisations if names else ():
        members[draw(st.sampled_from(names))].append(one.id)
    return organisations, [
        Cohort(name, draw(TEXTS) if rich else name, inside) for name, inside in members.items()
    ]


@st.composite
def _programmes(
    draw: st.DrawFn, *, min_modules: int, max_modules: int, max_organisations: int, max_cohorts: int
) -> Programme:
    rich = draw(BOOLEANS)
    taught = draw(distinct_ids(min_size=min_modules, max_size=max_modules))
    days: list[int] = []
    for _ in taught:
        days.append(days[-1] + (not draw(SHARED)) if days else 0)
    framework = draw(FRAMEWORKS) if taught else None
    needs = prerequisites(draw, taught, days, max_lag=30)
    groups = any_of(draw, taught, days, max_lag=30)
    grows = _develops(draw, framework, len(taught))
    of_kind = modules if rich else bare_modules
    made = [
        draw(of_kind(id=taught[n], requires=needs[n], any_of=groups[n], develops=grows[n]))
        for n in range(len(taught))
    ]
    organisations, cohorts = _people(draw, max_organisations, max_cohorts, rich=rich)
    timed = timetable(draw, made, days, cohorts) if draw(BOOLEANS) else Timetable()
    programme = Programme(
        id=draw(IDS),
        modules=draw(st.permutations(made)),
        order=taught if draw(BOOLEANS) else (),
        framework=framework,
        organisations=organisations,
        cohorts=cohorts,
        closed=closed_periods(draw, sorted({one.date for one in timed.gatherings})),
        timetable=timed,
    )
    if not rich:
        return programme
    provenance = [Provenance(one, draw(BOOLEANS), draw(MAYBE_TEXT)) for one in draw(SOME_SECTIONS)]
    baselines = [
        Baseline(id_, draw(TEXTS), timed.shifted(7 * draw(WEEKS_APART)))
        for id_ in draw(distinct_ids(min_size=0, max_size=1))
    ]
    return attrs.evolve(
        programme, name=draw(TEXTS), about=draw(MAYBE_TEXT), baselines=baselines, provenance=provenance
    )


def programmes(
    *, min_modules: int = 1, max_modules: int = 5, max_organisations: int = 4, max_cohorts: int = 3
) -> st.SearchStrategy[Programme]:
    """Give programmes in which `kompetanse.checks.check` finds nothing at all.

    They have prerequisites of every kind and groups of which any one will do, with and without lags, modules
    that share a day, and often a framework, organisations in cohorts, a timetable, a baseline and closed
    periods. Some state a teaching order.
    """
    return _programmes(
        min_modules=min_modules,
        max_modules=max_modules,
        max_organisations=max_organisations,
        max_cohorts=max_cohorts,
    )
