"""What-if differences: a mark for each scenario, hollow where the difference drowns."""

from collections.abc import Callable, Mapping

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from kompetanse.errors import InvalidValue
from kompetanse.forecasting import Forecaster
from kompetanse.model import Drop, Move, Programme, Shift
from kompetanse.report import plot_differences
from kompetanse.report.forecast import is_telling
from kompetanse.report.plots import differences_picture
from kompetanse.report.plots.rows import MOST
from kompetanse.testing import strategies
from kompetanse.whatif import Comparison, Scenario, compare

AsKept = Callable[[Axes, str], None]


def xs(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_xdata())]


def ys(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_ydata())]


def marks(ax: Axes) -> Mapping[int, Line2D]:
    """Give the mark of each row that has one."""
    found = [one for one in ax.lines if one.get_marker() in ("o", "s") and len(xs(one))]
    return {int(ys(one)[0]): one for one in found}


def is_hollow(mark: Line2D) -> bool:
    return mark.get_markerfacecolor() == "white"


def told(ax: Axes) -> Mapping[int, str]:
    return {
        int(one.xy[1]): one.get_text()
        for one in ax.texts
        if isinstance(one, Annotation) and one.xycoords != "axes fraction"
    }


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    programme = draw(strategies.programmes())
    changes = draw(st.lists(strategies.changes(programme), min_size=1, max_size=4))
    scenarios = [Scenario(f"s{number}", changes=[one]) for number, one in enumerate(changes)]
    return compare(programme, scenarios, forecaster=draw(st.sampled_from((Forecaster(draws=100), None))))


@settings(max_examples=40)
@given(comparisons())
def test_each_scenario_has_its_row_and_its_mark_where_it_can_be_measured(comparison: Comparison) -> None:
    plt.close("all")
    ax = plot_differences(comparison)
    in_hours = comparison.base.forecaster is None
    assert len(ax.get_yticks()) == len(comparison.outcomes)
    found, words = marks(ax), told(ax)
    for place, one in enumerate(comparison.outcomes):
        change = one.difference
        if change is None:
            assert place not in found
            assert words[place] == "× not possible"
        elif in_hours:
            assert xs(found[place]) == [change.leader_hours]
            assert is_hollow(found[place]) is (change.leader_hours == 0)
        elif one.scenario.keeps_yardstick and change.gain is not None:
            assert xs(found[place]) == [change.gain.mean]
            assert is_hollow(found[place]) is (change.gain.drowned or not is_telling(change.gain))
        else:
            assert place not in found
            assert words[place].startswith("× cannot be compared")
        if place in found and change is not None:
            assert (found[place].get_marker() == "o") is change.result.sound
            assert words[place].endswith("not sound") is not change.result.sound


def test_what_rogaland_shows_is_as_kept(
    forecast: Comparison, comparison: Comparison, as_kept: AsKept
) -> None:
    as_kept(plot_differences(forecast, lang="nb"), "differences-gain-nb")
    as_kept(plot_differences(comparison), "differences-hours-en")


def test_an_interval_reaches_from_end_to_end(forecast: Comparison) -> None:
    ax = plot_differences(forecast)
    gain = forecast.outcomes[0].difference.gain  # type: ignore[union-attr]  # it has one
    lines = [xs(one) for one in ax.lines if ys(one) == [0, 0]]
    assert gain is not None
    assert [gain.low, gain.high] in lines


def test_the_base_is_the_zero_line_with_room_on_either_side(forecast: Comparison) -> None:
    ax = plot_differences(forecast)
    assert [one for one in ax.lines if xs(one) == [0, 0]]
    left, right = ax.get_xlim()
    assert left < 0 < right


def test_nothing_does_not_look_like_much(programme: Programme) -> None:
    moved = [Scenario("moved", changes=[Shift("nord", 1, "ledelse")])]
    left, right = plot_differences(compare(programme, moved, forecaster=Forecaster(draws=100))).get_xlim()
    assert left <= -0.05
    assert right >= 0.05


def test_the_alternative_counts_what_is_drawn_and_what_is_not(forecast: Comparison) -> None:
    assert differences_picture(forecast).alt == (
        "What if? Difference in gain by 23 June 2024 (illustrative). 3 scenarios lie above the base, "
        "4 scenarios lie below, 3 scenarios cannot be told from the base and 2 scenarios cannot be drawn."
    )


def test_of_hundreds_those_that_differ_most_are_drawn_and_that_is_said(programme: Programme) -> None:
    many = [Scenario(f"s{number}") for number in range(200)]
    many[150] = Scenario("less", name="Less", changes=[Drop("teknologi")])
    picture = differences_picture(compare(programme, many), lang="nb")
    ax = picture.on()
    assert len(ax.get_yticks()) == MOST
    assert "Less" in [one.get_text() for one in ax.get_yticklabels()]
    assert "De som skiller seg mest ut; 170 til er ikke tegnet." in [one.get_text() for one in ax.texts]
    assert picture.height < 14


def test_without_scenarios_that_is_said(programme: Programme) -> None:
    ax = plot_differences(compare(programme, []))
    assert [one.get_text() for one in ax.texts] == ["No scenarios to compare."]


def test_what_is_no_comparison_is_refused(programme: Programme) -> None:
    with pytest.raises(InvalidValue, match="comparison"):
        plot_differences(programme)  # type: ignore[arg-type]  # the mistake


def test_a_mark_tells_soundness_by_its_shape_and_the_key_says_so(programme: Programme) -> None:
    faulty = Scenario("faulty", changes=[Move("ledelse", before="organisasjon")])
    ax = plot_differences(compare(programme, [faulty, attrs.evolve(faulty, id="fine", changes=())]))
    assert [one.get_marker() for one in marks(ax).values()] == ["s", "o"]
    legend = ax.get_legend()
    assert legend is not None
    assert "the design is not sound" in [one.get_text() for one in legend.get_texts()]
