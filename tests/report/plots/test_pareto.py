"""The Pareto front: sound designs as points, the front as a line, names beside them."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from kompetanse.errors import InvalidValue
from kompetanse.model import Better, Module, Programme, Retime
from kompetanse.report import SENTENCES, plot_pareto
from kompetanse.report.plots import pareto_picture
from kompetanse.report.plots.pareto.placing import Box, Name, around, place
from kompetanse.report.plots.pareto.scales import number
from kompetanse.testing import strategies
from kompetanse.whatif import MEASURES, Comparison, Difference, Measure, Scenario, Value, compare
from kompetanse.whatif.measure import COMPLEXITY, GAIN, LAST_DATE, LEADER_HOURS, MODULES, ORDERS

AsKept = Callable[[Axes, str], None]


def xs(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_xdata())]


def ys(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_ydata())]


def marks(ax: Axes) -> list[Line2D]:
    return [one for one in ax.lines if one.get_marker() in ("o", "s", "D") and len(xs(one)) == 1]


def at(mark: Line2D) -> tuple[float, float]:
    return xs(mark)[0], ys(mark)[0]


def is_filled(mark: Line2D) -> bool:
    return mark.get_markerfacecolor() != "white"


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    programme = draw(strategies.programmes())
    changes = draw(st.lists(strategies.changes(programme), min_size=1, max_size=5))
    scenarios = [Scenario(f"s{place_}", changes=[one]) for place_, one in enumerate(changes)]
    return compare(programme, scenarios)


def better(measure: Measure, one: float, other: float) -> bool:
    return one > other if measure.better is Better.HIGHER else one < other


def beats(one: tuple[float, float], other: tuple[float, float], measures: tuple[Measure, Measure]) -> bool:
    pairs = tuple(zip(measures, one, other, strict=True))
    worse = any(better(measure, theirs, ours) for measure, ours, theirs in pairs)
    return not worse and any(better(measure, ours, theirs) for measure, ours, theirs in pairs)


TWO = st.tuples(*[st.sampled_from((LEADER_HOURS, LAST_DATE, COMPLEXITY, MODULES, ORDERS))] * 2)


@settings(max_examples=40)
@given(comparisons(), TWO)
def test_every_sound_design_is_a_point_filled_where_no_other_beats_it(
    comparison: Comparison, measures: tuple[Measure, Measure]
) -> None:
    plt.close("all")
    base = Difference(comparison.base, comparison.base)
    drawn = [base, *(one.difference for one in comparison.outcomes if one.scenario.keeps_yardstick)]
    sound = [one for one in drawn if one is not None and one.result.sound]
    values = [tuple(number(one.of(each)) for one in measures) for each in sound]
    expected = {(x, y) for x, y in values if x is not None and y is not None}
    ax = plot_pareto(comparison, *measures)
    found = {at(one): one for one in marks(ax)}
    assert found.keys() == expected
    for point, mark in found.items():
        assert is_filled(mark) is not any(beats(other, point, measures) for other in expected)


@settings(max_examples=40)
@given(comparisons(), TWO)
def test_the_line_leads_through_the_front_and_turns_only_at_right_angles(
    comparison: Comparison, measures: tuple[Measure, Measure]
) -> None:
    plt.close("all")
    ax = plot_pareto(comparison, *measures)
    best = {at(one) for one in marks(ax) if is_filled(one)}
    if not best:
        assert "None of the designs can be drawn" in ax.texts[0].get_text()
        return
    (line,) = [one for one in ax.lines if len(xs(one)) > 2]
    corners = list(zip(xs(line), ys(line), strict=True))
    assert best <= set(corners)
    steps = list(pairwise(corners))
    assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in steps)
    assert not any(beats(corner, point, measures) for corner in corners for point in best)


def test_what_rogaland_shows_is_as_kept(
    forecast: Comparison, comparison: Comparison, as_kept: AsKept
) -> None:
    as_kept(plot_pareto(forecast, lang="nb"), "pareto-gain-nb")
    as_kept(plot_pareto(comparison), "pareto-date-en")


def test_who_is_left_out_is_named_with_the_reason(forecast: Comparison) -> None:
    told = " ".join(" ".join(one.get_text() for one in plot_pareto(forecast).texts).split())
    assert (
        "Left out: Leadership first, Northern group in Easter and Half a year to technology (not sound), "
        "gone (not possible) and assumed (something else is assumed)."
    ) in told


def test_each_axis_says_which_way_is_better(forecast: Comparison) -> None:
    ax = plot_pareto(forecast, GAIN, LAST_DATE)
    assert (ax.get_xlabel(), ax.get_ylabel()) == (
        "Gain in points (higher is better) →",
        "← Last gathering (earlier is better)",
    )


def test_the_usual_measures_are_those_that_the_designs_have(
    forecast: Comparison, programme: Programme
) -> None:
    assert plot_pareto(forecast).get_ylabel().startswith("Gain")
    assert plot_pareto(compare(programme, [])).get_ylabel().startswith("← Last gathering")
    undated = Programme("p", modules=(Module("a"),))
    assert plot_pareto(compare(undated, [])).get_ylabel().startswith("← Complexity")


def test_the_base_is_named_and_has_a_shape_of_its_own(forecast: Comparison) -> None:
    ax = plot_pareto(forecast)
    (base,) = [one for one in marks(ax) if one.get_marker() == "s"]
    (name,) = [one for one in ax.texts if one.get_text() == "the base"]
    assert isinstance(name, Annotation)
    assert name.xy == at(base)


def test_designs_that_fall_together_are_one_point_with_their_names(programme: Programme) -> None:
    alike = [Scenario(f"s{place_}", name=f"Number {place_}") for place_ in range(3)]
    ax = plot_pareto(compare(programme, alike[:1]))
    assert "the base / Number 0" in [one.get_text() for one in ax.texts]
    ax = plot_pareto(compare(programme, alike))
    assert "the base and 3 more" in [one.get_text() for one in ax.texts]


def test_of_hundreds_only_the_front_and_the_base_are_named(programme: Programme) -> None:
    many = [
        Scenario(f"s{place_}", changes=[Retime("strategi", follow_up_hours=1 + place_ / 4)])
        for place_ in range(150)
    ]
    comparison = compare(programme, many)
    picture = pareto_picture(comparison, LEADER_HOURS, COMPLEXITY)
    ax = picture.on()
    assert len(marks(ax)) == 150  # one of them is as long as the base
    named = [one.get_text() for one in ax.texts if not one.get_text().endswith("room.")]
    assert len(named) == 2
    assert any(one.startswith("the base") for one in named)
    assert picture.height < 6


def missing(_: Difference) -> Value:
    return None


def endless(_: Difference) -> Value:
    return 10**400


def test_a_measure_of_ones_own_is_told_by_its_key_and_what_has_no_number_is_left_out(
    comparison: Comparison,
) -> None:
    hours = Measure("my-hours", LEADER_HOURS.of)
    assert plot_pareto(comparison, hours).get_xlabel() == "← my-hours (lower is better)"
    for odd in (missing, endless):
        picture = pareto_picture(comparison, Measure("odd", odd))
        assert "None of the designs can be drawn" in picture.alt
        assert "the base, Without technology" in picture.alt


def test_a_date_stands_on_the_axis_as_the_language_writes_it(comparison: Comparison) -> None:
    ax = plot_pareto(comparison, lang="nb")
    written = ax.yaxis.get_major_formatter()((date(2023, 6, 6) - date(1970, 1, 1)).days)
    assert written == "6. juni 2023"


def test_every_measure_has_its_words() -> None:
    assert {f"measure.{one.key}" for one in MEASURES} <= SENTENCES.keys()


def test_what_is_no_measure_is_refused(comparison: Comparison) -> None:
    with pytest.raises(InvalidValue, match="x"):
        plot_pareto(comparison, "hours")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(InvalidValue, match="comparison"):
        plot_pareto(LEADER_HOURS)  # type: ignore[arg-type]  # the mistake


WHERE = st.floats(0, 400)
NAMES = st.builds(
    Name,
    WHERE,
    WHERE,
    st.floats(10, 160),
    st.just(11.0),
    st.tuples(st.sampled_from((-1, 1)), st.sampled_from((-1, 1))),
    st.booleans(),
)


@given(st.lists(NAMES, max_size=25))
def test_no_name_stands_on_another_or_on_a_mark_or_outside(names: list[Name]) -> None:
    area = Box(0, 0, 400, 300)
    points = [around(one.x, one.y) for one in names]
    lines = [Box(0, 149, 400, 151)]
    places = place(names, points, lines, area)
    assert len(places) == len(names)
    boxes = [name.box(one) for name, one in zip(names, places, strict=True) if one is not None]
    assert all(one.within(area) for one in boxes)
    assert not any(one.meets(other) for one in boxes for other in points)
    assert not any(one.meets(other) for at_, one in enumerate(boxes) for other in boxes[:at_])
    for name, one in zip(names, places, strict=True):
        assert one is None or name.needed or not name.box(one).meets(lines[0])


@given(NAMES)
def test_a_name_alone_in_the_middle_of_wide_axes_finds_a_place(name: Name) -> None:
    (found,) = place([name], [around(name.x, name.y)], [], Box(-300, -300, 800, 800))
    assert found is not None
    assert found.near
