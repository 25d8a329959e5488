"""The bare formulas, on numbers small enough to see through."""

import numpy as np

from kompetanse.scoring import formulas

NONE = np.nan


def test_a_mean_by_group_counts_each_row_that_has_a_value_once() -> None:
    values = np.array([[10.0, NONE], [30.0, NONE], [NONE, 7.0]])
    means = formulas.mean_by_group(values, np.array([0, 0, 2]), 3)
    np.testing.assert_array_equal(means, [[20, NONE], [NONE, NONE], [NONE, 7]])


def test_coverage_is_unknown_where_nothing_applies() -> None:
    np.testing.assert_array_equal(
        formulas.coverage(np.array([1.0, 0.0, 0.0]), np.array([4.0, 4.0, 0.0])), [0.25, 0, NONE]
    )


def test_a_level_begins_at_its_floor_even_if_a_float_falls_a_hair_short() -> None:
    levels = formulas.level_of(np.array([0.0, 59.999, 59.999999999999, 60.0, 100.0]), np.array([0.0, 60.0]))
    np.testing.assert_array_equal(levels, [0, 0, 1, 1, 1])


def test_a_level_profile_is_made_of_the_weights_that_stand_on_each_level() -> None:
    profile = formulas.level_profile(np.array([[3.0, 1.0], [0.0, 0.0]]))
    np.testing.assert_array_equal(profile, np.array([[0.75, 0.25], [0, 0]]))
