"""What holds of every forecast, whatever the design, and that it is what plain Python makes of it."""

import datetime as dt
from itertools import pairwise
from math import exp

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.forecasting import Forecaster, Projection, assumptions_of
from kompetanse.forecasting.draws import Draws
from kompetanse.model import (
    RANGES,
    Assumption,
    Cohort,
    Factor,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Participation,
    Phase,
    Programme,
    Timetable,
)
from kompetanse.testing import strategies

FIRST, DAY = dt.date(2023, 1, 2), dt.timedelta(days=1)
FRAMEWORK = MaturityFramework(
    "f",
    dimensions=(
        MaturityDimension(
            "wide", weight=2, dimensions=(MaturityDimension("k0", weight=3), MaturityDimension("k1"))
        ),
        MaturityDimension("k2", weight=1),
    ),
)
BELOW = {"wide": ("k0", "k1"), "k0": ("k0",), "k1": ("k1",), "k2": ("k2",)}
ORGANISATIONS, COHORTS, MODULES = ("o0", "o1", "o2", "o3"), ("c0", "c1"), ("m0", "m1", "m2", "m3")
SHARES = st.none() | st.floats(0, 1)
PHASES = st.builds(Phase, days=st.integers(0, 90), hours=st.floats(0, 40))
DATES = st.integers(0, 400).map(lambda days: FIRST + days * DAY)
ENOUGH = 1e-9


@st.composite
def designs(draw: st.DrawFn) -> Programme:
    """Gatherings in any order, some of them of nothing and nobody that is there."""
    modules = [
        Module(
            one,
            develops=draw(st.lists(st.sampled_from([*BELOW, "other"]), max_size=3)),
            preparation=draw(PHASES),
            follow_up=draw(PHASES),
        )
        for one in MODULES
    ]
    of_module, of_cohort = st.sampled_from([*MODULES, "other"]), st.sampled_from([*COHORTS, "other"])
    gatherings = st.builds(Gathering, of_module, of_cohort, DATES)
    return Programme(
        "p",
        modules=modules,
        framework=FRAMEWORK,
        organisations=map(Organisation, ORGANISATIONS),
        cohorts=[Cohort(one, members=draw(st.lists(st.sampled_from(ORGANISATIONS)))) for one in COHORTS],
        timetable=Timetable(draw(st.lists(gatherings, max_size=12))),
    )


REPORTS = st.lists(
    st.builds(Participation, st.sampled_from(ORGANISATIONS), st.sampled_from(MODULES), SHARES, SHARES),
    max_size=5,
)
FORECASTERS = st.builds(
    Forecaster, participation=REPORTS, on=DATES, draws=st.just(100), seed=st.integers(0, 9)
)


def triples(factor: Factor, *, least: float | None = None) -> st.SearchStrategy[list[float]]:
    low, high = RANGES[factor]
    numbers = st.floats(low if least is None else least, high)
    return st.lists(numbers, min_size=3, max_size=3).map(sorted)


def assuming(programme: Programme, factor: Factor, triple: list[float]) -> Programme:
    low, likely, high = triple
    return attrs.evolve(programme, assumptions=(Assumption(factor, likely, low, high),))


def cohort_of(programme: Programme, organisation: str) -> str | None:
    return next((one.id for one in programme.cohorts if organisation in one.members), None)


def in_plain_python(
    projection: Projection, reports: tuple[Participation, ...], draw: int
) -> list[list[float]]:
    """Go through the days one by one."""
    programme, on = projection.programme, projection.on
    drawn = Draws(assumptions_of(programme), projection.seed, projection.draws)
    reported = {(one.organisation, one.module): one for one in reports}

    def value(factor: Factor, *whose: str) -> float:
        return float(drawn.of(factor, *whose)[draw])

    def hours(organisation: str, leaf: str) -> float:
        cohort, first = cohort_of(programme, organisation), dict[str, Gathering]()
        for one in programme.timetable.gatherings:
            if one.cohort == cohort:
                first.setdefault(one.module, one)
        held = []
        for one in first.values():
            modules = [each for each in programme.modules if each.id == one.module]
            leaves = {each for module in modules for id_ in module.develops for each in BELOW.get(id_, ())}
            if leaf in leaves and one.date <= on:
                held.append((one, modules[0], len(leaves)))
        worked = {
            one.date + days * DAY for one, module, _ in held for days in range(1, module.follow_up.days + 1)
        }
        total = 0.0
        for one, module, parts in held:
            seen = reported.get((organisation, module.id), Participation(organisation, module.id))
            came = value(Factor.ATTENDED, organisation) if seen.attended is None else seen.attended
            own = value(Factor.OWN_WORK, organisation) if seen.own_work is None else seen.own_work
            since = [one.date + days * DAY for days in range(1, (on - one.date).days + 1)]
            half_life = value(Factor.HALF_LIFE)
            others = 0.5 ** (len(since) / half_life)
            those = 0.5 ** (len([day for day in since if day not in worked]) / half_life)
            home = module.preparation.hours + module.follow_up.hours
            total += (
                came * one.hours / parts * (own * those + (1 - own) * others) + own * home / parts * those
            )
        return total

    def gain(organisation: str, leaf: str) -> float:
        scale = value(Factor.SPREAD, organisation)
        scale *= value(Factor.EFFECT) * value(Factor.DEFLATION) * value(Factor.TRANSFER)
        reached = 1 - exp(-hours(organisation, leaf) / value(Factor.SATURATION))
        return min(100 - value(Factor.START, organisation, leaf), scale * reached)

    return [[gain(one, leaf) for leaf in projection.dimensions] for one in projection.organisations]


@given(designs(), FORECASTERS)
def test_a_forecast_is_what_plain_python_makes_of_it(programme: Programme, forecaster: Forecaster) -> None:
    projection = forecaster(programme)
    for draw in (0, 57):
        expected = in_plain_python(projection, forecaster.participation, draw)
        assert projection.gains[:, :, draw] == pytest.approx(np.array(expected), abs=ENOUGH)


RISING = (
    Factor.EFFECT, Factor.DEFLATION, Factor.TRANSFER, Factor.SPREAD, Factor.HALF_LIFE, Factor.ATTENDED,
    Factor.OWN_WORK,
)  # fmt: skip


@pytest.mark.parametrize("factor", [*RISING, Factor.START, Factor.SATURATION])
@given(data=st.data(), programme=designs(), forecaster=FORECASTERS)
def test_in_no_draw_does_a_gain_fall_with_what_helps_nor_rise_with_what_hinders(
    factor: Factor, data: st.DataObject, programme: Programme, forecaster: Forecaster
) -> None:
    less, other = data.draw(triples(factor, least=max(RANGES[factor][0], 0))), data.draw(triples(factor))
    more = [max(pair) for pair in zip(less, other, strict=True)]
    was, now = (forecaster(assuming(programme, factor, one)).gains for one in (less, more))
    assert ((now - was) * (1 if factor in RISING else -1) >= -ENOUGH).all()


@given(designs(), FORECASTERS, st.floats(0, 1), st.floats(0, 1))
def test_no_gain_falls_with_participation(
    programme: Programme, forecaster: Forecaster, one: float, other: float
) -> None:
    less, more = sorted((one, other))
    for field in ("attended", "own_work"):
        was, now = (
            attrs.evolve(
                forecaster,
                participation=[Participation(each, "m0", **{field: share}) for each in ORGANISATIONS],
            )(programme).gains
            for share in (less, more)
        )
        assert (now - was >= -ENOUGH).all()


@given(st.data(), designs(), FORECASTERS)
def test_nobody_passes_the_ceiling_nor_sinks_below_nothing(
    data: st.DataObject, programme: Programme, forecaster: Forecaster
) -> None:
    assumptions = [
        Assumption(factor, likely, low, high)
        for factor in (Factor.EFFECT, Factor.SPREAD, Factor.START, Factor.DEFLATION, Factor.TRANSFER)
        for low, likely, high in [data.draw(triples(factor))]
    ]
    projection = forecaster(attrs.evolve(programme, assumptions=assumptions))
    drawn = Draws(projection.assumptions, projection.seed, 100)
    for row, organisation in enumerate(projection.organisations):
        for column, leaf in enumerate(projection.dimensions):
            start = drawn.of(Factor.START, organisation, leaf)
            reached = start + projection.gains[row, column]
            assert (reached <= 100 + ENOUGH).all()
            assert (reached >= -ENOUGH).all()


@given(designs(), FORECASTERS)
def test_an_empty_programme_and_one_that_never_meets_give_nothing(
    programme: Programme, forecaster: Forecaster
) -> None:
    for nothing in (
        attrs.evolve(programme, modules=()),
        attrs.evolve(programme, timetable=Timetable()),
        attrs.evolve(programme, organisations=()),
        Programme("p"),
    ):
        assert not forecaster(nothing).gains.any()
        assert forecaster(nothing).gain().high == 0


@given(designs(), FORECASTERS)
def test_a_new_organisation_changes_nobody_elses_gain(programme: Programme, forecaster: Forecaster) -> None:
    new = Organisation("a-new")
    cohorts = [attrs.evolve(one, members=("a-new", *one.members)) for one in programme.cohorts]
    reports = (*forecaster.participation, Participation("a-new", "m0", 0.5, 0.5))
    wider = attrs.evolve(programme, organisations=(new, *programme.organisations), cohorts=cohorts)
    was, now = forecaster(programme), attrs.evolve(forecaster, participation=reports)(wider)
    assert np.array_equal(was.gains, now.gains[1:])


@given(designs(), FORECASTERS, st.sampled_from(MODULES))
def test_dropping_a_module_raises_no_gain(programme: Programme, forecaster: Forecaster, module: str) -> None:
    was, now = forecaster(programme), forecaster(programme.without(module))
    assert (now.gains <= was.gains + ENOUGH).all()


@given(designs(), FORECASTERS, st.sampled_from(MODULES))
def test_without_a_framework_too_a_design_gains_nothing_by_aiming_at_less(
    programme: Programme, forecaster: Forecaster, module: str
) -> None:
    base = attrs.evolve(programme, framework=None)
    fixed = attrs.evolve(forecaster, card=None).dated(base)
    assert (fixed(base.without(module)).drawn() <= fixed(base).drawn() + ENOUGH).all()


@given(designs(), FORECASTERS, st.lists(st.integers(0, 2000), min_size=3, max_size=3).map(sorted))
def test_what_is_gained_only_fades_after_the_last_gathering(
    programme: Programme, forecaster: Forecaster, days: list[int]
) -> None:
    last = max((one.date for one in programme.timetable.gatherings), default=FIRST)
    on_days = [attrs.evolve(forecaster, on=last + each * DAY)(programme).gains for each in days]
    assert all((later <= sooner + ENOUGH).all() for sooner, later in pairwise(on_days))


@given(designs(), FORECASTERS)
def test_a_design_differs_from_itself_in_no_draw(programme: Programme, forecaster: Forecaster) -> None:
    found = forecaster(programme).difference(forecaster(programme))
    assert (found.mean, found.low, found.high, found.probability, found.same) == (0, 0, 0, 0, True)


@given(strategies.programmes())
def test_any_design_can_be_forecast(programme: Programme) -> None:
    projection = Forecaster(draws=100)(programme)
    assert projection.gains.shape == (len(programme.organisations), len(projection.dimensions), 100)
    assert (projection.gains >= 0).all()
    rows = projection.table().rows
    assert len(rows) == (1 + len(projection.organisations)) * (1 + len(projection.dimensions))
