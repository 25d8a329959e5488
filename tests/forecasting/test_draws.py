"""The draws, and which of them a forecast hangs on most."""

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import UnknownOrganisation
from kompetanse.forecasting import Forecaster, Gained, drivers, forecast
from kompetanse.forecasting.draws import Draws
from kompetanse.forecasting.formulas import triangular
from kompetanse.model import Assumption, Factor, Programme
from kompetanse.report import Words, gain_difference_text

RISING = st.lists(st.floats(-100, 100), min_size=3, max_size=3).map(sorted)
UNIFORM = np.linspace(0, 1, 2001)


def mean_of(low: float, likely: float, high: float) -> float:
    return (low + likely + high) / 3


def variance_of(low: float, likely: float, high: float) -> float:
    return (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18


@given(RISING)
def test_a_triangular_draw_rises_from_low_to_high(triple: list[float]) -> None:
    drawn = triangular(UNIFORM, *triple)
    assert (drawn[0], drawn[-1]) == pytest.approx((triple[0], triple[2]))
    assert (np.diff(drawn) >= -1e-9).all()


@given(RISING, RISING)
def test_higher_numbers_give_a_higher_draw_in_every_draw(one: list[float], other: list[float]) -> None:
    more = [max(pair) for pair in zip(one, other, strict=True)]
    assert (triangular(UNIFORM, *more) >= triangular(UNIFORM, *one) - 1e-9).all()


def test_a_triangular_draw_has_the_mean_and_variance_that_it_should() -> None:
    middles = (UNIFORM[1:] + UNIFORM[:-1]) / 2
    for triple in ((0.2, 0.4, 0.7), (10, 10, 40), (0, 1, 1)):
        drawn = triangular(middles, *triple)
        assert drawn.mean() == pytest.approx(mean_of(*triple), rel=1e-3)
        assert drawn.var() == pytest.approx(variance_of(*triple), rel=1e-2)


def test_each_factor_of_each_organisation_has_a_stream_of_its_own() -> None:
    assumptions = tuple(Assumption(one, 0.5, 0.2, 0.9) for one in Factor if one is not Factor.HALF_LIFE)
    whole = (*assumptions[:5], Assumption(Factor.HALF_LIFE, 9), *assumptions[5:])
    draws = Draws(whole, 0, 1000)
    others = attrs.evolve(draws, other=frozenset({Factor.SPREAD}))
    drawn = [
        draws.of(Factor.EFFECT), draws.of(Factor.TRANSFER), draws.of(Factor.SPREAD, "a"),
        draws.of(Factor.SPREAD, "b"), draws.of(Factor.START, "a", "k"), draws.of(Factor.START, "a", "l"),
        others.of(Factor.SPREAD, "a"), attrs.evolve(draws, seed=1).of(Factor.EFFECT),
    ]  # fmt: skip
    correlated = np.abs(np.corrcoef(drawn)) - np.eye(len(drawn))
    assert correlated.max() < 0.1
    assert np.array_equal(others.of(Factor.EFFECT), drawn[0])


def only(programme: Programme, *uncertain: Assumption) -> Programme:
    told = {
        Factor.SPREAD: 10, Factor.DEFLATION: 1, Factor.SATURATION: 20, Factor.HALF_LIFE: 300,
        Factor.ATTENDED: 1, Factor.OWN_WORK: 1, Factor.START: 0, Factor.EFFECT: 1, Factor.TRANSFER: 1,
    }  # fmt: skip
    fixed = (Assumption(*one) for one in told.items())
    return attrs.evolve(programme, assumptions=(*uncertain, *fixed))


def test_the_drivers_of_a_product_are_what_its_variance_says(programme: Programme) -> None:
    effect, transfer = (0.6, 0.73, 0.82), (0.2, 0.4, 0.7)
    design = only(
        programme,
        Assumption(Factor.EFFECT, effect[1], effect[0], effect[2]),
        Assumption(Factor.TRANSFER, transfer[1], transfer[0], transfer[2]),
    )
    found = {one.factor: one for one in drivers(Forecaster(draws=10_000), design)}
    assert list(found) == [Factor.TRANSFER, Factor.EFFECT]
    squares = [variance_of(*one) + mean_of(*one) ** 2 for one in (effect, transfer)]
    whole = squares[0] * squares[1] - (mean_of(*effect) * mean_of(*transfer)) ** 2
    for factor, triple, other in (
        (Factor.EFFECT, effect, squares[1]), (Factor.TRANSFER, transfer, squares[0])
    ):  # fmt: skip
        expected = variance_of(*triple) * other / whole
        assert found[factor].total == pytest.approx(expected, abs=4 * found[factor].error)
        assert found[factor].error < 0.02


def test_one_uncertain_factor_drives_all_of_a_difference(programme: Programme) -> None:
    base = only(programme, Assumption(Factor.HALF_LIFE, 300, 200, 400))
    other = base.without("ledelse")
    (found,) = drivers(Forecaster(), other, base)
    assert found.factor is Factor.HALF_LIFE
    assert found.total == pytest.approx(1, abs=4 * found.error)
    assert (found,) == drivers(Forecaster(), other, base)


def test_where_nothing_varies_nothing_drives(programme: Programme) -> None:
    assert drivers(Forecaster(), only(programme)) == ()
    assert drivers(Forecaster(), programme, programme) == ()
    assert drivers(Forecaster(), Programme("p")) == ()
    assert forecast(only(programme)).gain().low == forecast(only(programme)).gain().high > 0


def test_the_drivers_of_one_organisation_are_its_own(programme: Programme) -> None:
    design = only(programme, Assumption(Factor.OWN_WORK, 0.6, 0.4, 0.8))
    one, network = drivers(Forecaster(), design, organisation="sokndal"), drivers(Forecaster(), design)
    assert [it.factor for it in (*one, *network)] == [Factor.OWN_WORK, Factor.OWN_WORK]
    assert one != network
    with pytest.raises(UnknownOrganisation):
        drivers(Forecaster(), design, organisation="tulip")


def test_draws_without_a_difference_are_neither_above_nor_below() -> None:
    base = Gained(None, None, np.zeros(100))
    found = Gained(None, None, np.repeat([-1.0, 0.0, 1.0], (96, 3, 1))).difference(base)
    assert (found.probability, found.below, found.same) == (0.01, 0.96, False)
    assert "in 96% of the draws" in gain_difference_text(found, Words("en"))
    assert base.difference(base).same
