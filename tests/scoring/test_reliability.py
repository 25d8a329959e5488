"""Agreement and reliability, held to printed examples, to direct counting and to laws."""

from collections.abc import Callable
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.reliability.coefficients import (
    Metric,
    icc_1_1,
    icc_1_k,
    icc_2_1,
    icc_2_k,
    icc_3_1,
    icc_3_k,
    krippendorff_alpha,
    rectangular_variance,
    rwg,
    uniform_variance,
)

Formula = Callable[[Floats], float]
ONE_WAY: tuple[Formula, ...] = (icc_1_1, icc_1_k)
CROSSED: tuple[Formula, ...] = (icc_2_1, icc_2_k, icc_3_1, icc_3_k)
NAN = np.nan

SHROUT_FLEISS = np.array(
    [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)], dtype=np.float64
)
"""Six targets, four judges: Shrout & Fleiss (1979), table 2."""

KRIPPENDORFF = np.array(
    [
        (1, 2, 3, 3, 2, 1, 4, 1, 2, NAN, NAN, NAN),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NAN, 3),
        (NAN, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NAN),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NAN),
    ]
).T
"""Twelve units, four observers: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, part D."""


@st.composite
def ratings(draw: st.DrawFn, *, crossed: bool = False) -> Floats:
    """Targets × raters on a scale from 1 to 5; unless crossed, some ratings may be missing."""
    number = st.integers(1, 5)
    cell = number if crossed else st.one_of(number, number, st.just(NAN))
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 5))
    cells = draw(st.lists(cell, min_size=rows * columns, max_size=rows * columns))
    return np.array(cells, dtype=np.float64).reshape(rows, columns)


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        (icc_1_1, 0.165742),
        (icc_2_1, 0.289764),
        (icc_3_1, 0.714841),
        (icc_1_k, 0.442797),
        (icc_2_k, 0.620051),
        (icc_3_k, 0.909316),
    ],
)
def test_the_six_coefficients_of_shrout_and_fleiss_come_out(formula: Formula, printed: float) -> None:
    assert formula(SHROUT_FLEISS) == pytest.approx(printed, abs=5e-7)


@pytest.mark.parametrize(
    ("metric", "printed"), [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815), (Metric.INTERVAL, 0.849)]
)
def test_krippendorffs_own_example_comes_out(metric: Metric, printed: float) -> None:
    assert krippendorff_alpha(KRIPPENDORFF, metric) == pytest.approx(printed, abs=5e-4)


def test_unbalanced_groups_come_out_as_by_hand() -> None:
    # groups 1, 3 and 6, 7, 8: means 2 and 7, grand mean 5; between 2·9 + 3·4 = 30 over 1, within 4 over 3;
    # k₀ = 5 − 13/5 = 2.4
    table = np.array([(1, 3, NAN), (6, 7, 8)])
    assert icc_1_1(table) == pytest.approx((30 - 4 / 3) / (30 + 1.4 * 4 / 3))
    assert icc_1_k(table) == pytest.approx((30 - 4 / 3) / 30)


def test_rwg_comes_out_as_by_hand() -> None:
    # 4, 4, 5, 3 on a scale of five: variance 2/3 against (25 − 1)/12 = 2
    answers = np.array([(4, 1, 3), (4, 5, NAN), (5, 1, NAN), (3, 5, NAN)])
    alike, polarised, lone = rwg(answers, np.full(3, uniform_variance(np.arange(1.0, 6.0))))
    assert alike == pytest.approx(2 / 3)
    assert polarised == 0  # a variance of 16/3 makes −5/3, which is told as 0
    assert np.isnan(lone)


@pytest.mark.parametrize("options", [2, 3, 4, 5, 7, 11])
def test_the_uniform_variance_is_the_one_of_james_demaree_and_wolf(options: int) -> None:
    assert uniform_variance(np.arange(1.0, options + 1)) == pytest.approx((options**2 - 1) / 12)


def test_ever_more_options_come_to_the_variance_between_two_ends() -> None:
    assert rectangular_variance(0, 100) == pytest.approx(
        uniform_variance(np.linspace(0, 100, 100_001)), rel=1e-4
    )


@given(ratings())
def test_rwg_lies_between_0_and_1_and_is_1_only_where_all_rate_alike(table: Floats) -> None:
    for column, found in zip(table.T, rwg(table, np.full(table.shape[1], 2.0)), strict=True):
        answered = column[~np.isnan(column)]
        assert np.isnan(found) == (len(answered) < 2)
        assert np.isnan(found) or 0 <= found <= 1
        assert (found == 1) == (len(answered) > 1 and len(set(answered)) == 1)


@given(ratings(), st.sampled_from([0.01, 25.0, -3.0]), st.sampled_from([0.0, 7.0, -120.0]))
def test_no_coefficient_depends_on_the_unit(table: Floats, factor: float, shift: float) -> None:
    formulas = (*ONE_WAY, *CROSSED, *(alpha(one) for one in Metric))
    for formula in formulas:
        assert formula(table * factor + shift) == pytest.approx(formula(table), nan_ok=True)


@given(ratings(crossed=True), st.integers(0, 1000))
def test_no_coefficient_depends_on_the_order_of_targets_or_raters(table: Floats, seed: int) -> None:
    rng = np.random.default_rng(seed)
    other = rng.permutation(rng.permutation(table, axis=0), axis=1)
    for formula in (*ONE_WAY, *CROSSED, *(alpha(one) for one in Metric)):
        assert formula(other) == pytest.approx(formula(table), nan_ok=True)


@given(ratings())
def test_one_way_coefficients_do_not_ask_who_rated(table: Floats) -> None:
    pushed = np.array([np.concatenate((row[~np.isnan(row)], row[np.isnan(row)])) for row in table])
    for formula in (*ONE_WAY, *(alpha(one) for one in Metric)):
        assert formula(pushed) == pytest.approx(formula(table), nan_ok=True)


@given(ratings(crossed=True), st.sampled_from([(icc_1_1, icc_1_k), (icc_2_1, icc_2_k), (icc_3_1, icc_3_k)]))
def test_the_mean_of_k_raters_is_as_reliable_as_spearman_and_brown_say(
    table: Floats, pair: tuple[Formula, Formula]
) -> None:
    one, many, raters = pair[0](table), pair[1](table), table.shape[1]
    if not np.isnan(many):
        assert many * (1 + (raters - 1) * one) == pytest.approx(raters * one, abs=1e-9)


@given(ratings(crossed=True))
def test_no_coefficient_passes_1_and_all_are_1_where_raters_agree(table: Floats) -> None:
    for formula in (*ONE_WAY, *CROSSED):
        found = formula(table)
        assert np.isnan(found) or found <= 1 + 1e-12
        assert formula(np.tile(np.arange(len(table))[:, None], (1, 3)).astype(np.float64)) == 1


@given(ratings(), st.sampled_from(Metric))
def test_alpha_is_what_counting_every_pair_gives(table: Floats, metric: Metric) -> None:
    assert krippendorff_alpha(table, metric) == pytest.approx(counted(table, metric), nan_ok=True)


@given(ratings(), st.sampled_from(Metric))
def test_alpha_is_1_where_all_agree_and_targets_differ(table: Floats, metric: Metric) -> None:
    agreed = np.where(np.isnan(table), NAN, np.arange(len(table))[:, None])
    paired = (~np.isnan(table)).sum(axis=1) > 1
    found = krippendorff_alpha(agreed, metric)
    assert found == 1 if paired.sum() > 1 else np.isnan(found)


@pytest.mark.parametrize(
    "table",
    [
        np.empty((0, 0)),
        np.full((3, 3), NAN),
        np.array([(1.0, 2.0, 5.0)]),
        np.array([(1.0,), (2.0,), (5.0,)]),
        np.full((3, 3), 1 / 3),
    ],
    ids=["nothing", "no answer", "one target", "one rater", "no variance"],
)
def test_where_a_coefficient_has_no_answer_it_gives_nan(table: Floats) -> None:
    assert all(np.isnan(formula(table)) for formula in (*ONE_WAY, *CROSSED))


@pytest.mark.parametrize("metric", Metric)
def test_alpha_has_no_answer_without_two_targets_of_pairs_or_without_variance(metric: Metric) -> None:
    lone = np.array([(1.0, 2.0, NAN), (NAN, NAN, 3.0)])
    for table in (np.empty((0, 0)), np.array([(1.0, NAN), (NAN, 2.0)]), lone, np.full((3, 3), 1 / 3)):
        assert np.isnan(krippendorff_alpha(table, metric))


def test_means_that_are_all_alike_have_no_reliability() -> None:
    # thirds, so that rounding would make some variance of nothing
    table = np.array([(0, 100 / 3), (100 / 3, 0), (100 / 6, 100 / 6)])
    assert icc_1_1(table) == pytest.approx(-1)
    assert np.isnan(icc_1_k(table))
    assert np.isnan(icc_3_k(table))


def test_a_missing_rating_leaves_the_crossed_forms_without_an_answer() -> None:
    holed = SHROUT_FLEISS.copy()
    holed[2, 1] = NAN
    assert all(np.isnan(formula(holed)) for formula in CROSSED)
    assert not np.isnan(icc_1_1(holed))


def alpha(metric: Metric) -> Formula:
    return lambda table: krippendorff_alpha(table, metric)


def counted(table: Floats, metric: Metric) -> float:
    """Alpha as it was published: coincidences of pairs, one by one."""
    units = [row[~np.isnan(row)].tolist() for row in table]
    units = [unit for unit in units if len(unit) > 1]
    values = sorted(value for unit in units for value in unit)

    def difference(one: float, other: float) -> float:
        low, high = sorted((one, other))
        if metric is Metric.NOMINAL:
            return float(low != high)
        if metric is Metric.INTERVAL:
            return (high - low) ** 2
        between = sum(low <= value <= high for value in values)
        return (between - (values.count(low) + values.count(high)) / 2) ** 2 if low != high else 0.0

    observed = sum(difference(*pair) / (len(unit) - 1) for unit in units for pair in permutations(unit, 2))
    expected = sum(difference(*pair) for pair in permutations(values, 2))
    return 1 - (len(values) - 1) * observed / expected if expected and len(units) > 1 else NAN
