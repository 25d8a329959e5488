"""What a score is made of: bars that stand on one another and end at the score."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

from kompetanse.errors import UnknownDimension, UnknownOrganisation
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Organisation,
    Outside,
    Programme,
)
from kompetanse.report import plot_waterfall
from kompetanse.report.plots import waterfall_picture
from kompetanse.report.plots.rows import MOST
from kompetanse.scoring import ScoreCard, score, suppress, waterfall
from kompetanse.testing import strategies

AsKept = Callable[[Axes, str], None]


@st.composite
def cards(draw: st.DrawFn) -> tuple[Programme, ScoreCard]:
    framework = draw(strategies.frameworks())
    programme = Programme("p", framework=framework, organisations=(Organisation("a"),))
    wave = draw(strategies.assessments(framework, organisations=("a",), max_respondents=2))
    return programme, score(programme, [wave])


def bars(ax: Axes) -> list[Rectangle]:
    found = [one for one in ax.patches if isinstance(one, Rectangle)]
    return sorted(found, key=lambda one: one.get_y())


def told(ax: Axes) -> list[str]:
    places = [
        (one.xy[1], one.get_text())
        for one in ax.texts
        if isinstance(one, Annotation) and one.xycoords != "axes fraction"
    ]
    return [text for _, text in sorted(places)]


@settings(max_examples=40)
@given(cards(), st.data())
def test_each_bar_begins_where_the_one_above_ends_and_the_last_is_the_score(
    case: tuple[Programme, ScoreCard], data: st.DataObject
) -> None:
    programme, card = case
    node = data.draw(st.sampled_from(card.nodes))
    made = waterfall(card, organisation="a", node=node)
    plt.close("all")
    ax = plot_waterfall(programme, card, "a", node=node)
    if made.value is None:
        assert [one.get_text() for one in ax.texts] == [
            "Not answered, so that there is no score to take apart."
        ]
        return
    *parts, whole = bars(ax)
    end = 0.0
    for one in parts:
        assert one.get_x() == pytest.approx(end, abs=1e-6)
        end = one.get_x() + one.get_width()
    assert (whole.get_x(), whole.get_width()) == (0, made.value)
    assert end == pytest.approx(made.value, abs=1e-6)
    missing = sum(one.value is None for one in made.steps)
    assert told(ax).count("not answered") == missing
    assert len(parts) == len(made.steps) - missing + bool(made.base)


def test_what_rogaland_shows_is_as_kept(programme: Programme, card: ScoreCard, as_kept: AsKept) -> None:
    as_kept(plot_waterfall(programme, card, "haugesund", lang="nb"), "waterfall-haugesund-nb")
    as_kept(plot_waterfall(programme, card, "stavanger", node="arkitektur"), "waterfall-architecture-en")


def test_the_target_is_marked_where_the_node_has_one(programme: Programme, card: ScoreCard) -> None:
    with_target = plot_waterfall(programme, card, "stavanger", node="arkitektur")
    (mark,) = [one for one in with_target.lines if one.get_marker() == "D" and np.size(one.get_xdata())]
    assert np.asarray(mark.get_xdata()).tolist() == [55]
    assert told(with_target)[-1] == "54.2\nof the target of 55.0"
    assert "The target is 55.0." in waterfall_picture(programme, card, "stavanger", node="arkitektur").alt
    without = plot_waterfall(programme, card, "stavanger")
    assert not [one for one in without.lines if one.get_marker() == "D"]


def question(number: int, outside: Outside = Outside.REFUSE) -> Indicator:
    return Indicator(f"q{number}", f"Question {number}", low=0, high=100, outside=outside)


def one_node(*values: float | None, **more: object) -> tuple[Programme, ScoreCard]:
    """Give a card of one organisation, with one dimension, by its answers."""
    outside = Outside.EXTEND if more.pop("beyond", False) else Outside.REFUSE
    questions = tuple(question(number, outside) for number in range(len(values)))
    node = MaturityDimension("d", indicators=questions, **more)  # type: ignore[arg-type]  # fields of it
    programme = Programme(
        "p", framework=MaturityFramework("w", dimensions=(node,)), organisations=(Organisation("a"),)
    )
    answers = [
        Answer("a", "r", f"q{number}", value) for number, value in enumerate(values) if value is not None
    ]
    return programme, score(programme, [Assessment("2027", answers)])


def test_a_part_that_takes_away_is_hatched_and_told_in_the_key() -> None:
    ax = plot_waterfall(*one_node(80, -40, beyond=True), "a", node="d")
    assert [one.get_hatch() for one in bars(ax)] == [None, "//", None]
    assert ax.get_xlim()[1] > 40
    legend = ax.get_legend()
    assert legend is not None
    assert [one.get_text() for one in legend.get_texts()] == [
        "what the part contributes",
        "what the part takes away",
        "the score in all",
    ]


def test_of_many_parts_the_least_are_told_as_one() -> None:
    programme, card = one_node(*(float(number) for number in range(1, 61)))
    ax = plot_waterfall(programme, card, "a", node="d")
    *parts, rest, whole = bars(ax)
    assert len(parts) == MOST - 1
    assert sum(one.get_width() for one in (*parts, rest)) == pytest.approx(whole.get_width())
    names = [one.get_text() for one in ax.get_yticklabels()]
    assert names[0] == "Question 31"
    assert names[-2:] == ["31 more parts", "In all"]


def test_parts_that_are_held_back_are_not_drawn_and_that_is_said() -> None:
    leaves = tuple(MaturityDimension(f"d{number}", indicators=(question(number),)) for number in range(2))
    organisations = tuple(Organisation(one) for one in ("a", "b", "c"))
    programme = Programme(
        "p", framework=MaturityFramework("w", dimensions=leaves), organisations=organisations
    )
    answers = [
        Answer(one.id, f"r{respondent}", f"q{number}", 10.0 * respondent)
        for one in organisations
        for number, count in ((0, 6), (1, 1 if one.id == "a" else 6))
        for respondent in range(count)
    ]
    card = suppress(score(programme, [Assessment("2027", answers)]), minimum=5)
    picture = waterfall_picture(programme, card, "a")
    ax = picture.on()
    assert len(bars(ax)) == 1
    assert "The parts are held back, so as not to tell what a few answered." in [
        one.get_text() for one in ax.texts
    ]
    assert picture.alt.endswith(
        "The score is 12.5. The parts are held back, so as not to tell what a few answered."
    )
    alone = waterfall_picture(programme, card, "a", node="d1")
    assert alone.alt.endswith("The score is held back, so as not to tell what a few answered.")


def test_a_base_is_a_bar_of_its_own() -> None:
    leaves = (
        MaturityDimension("a", weight=1, target=0, indicators=(question(0),)),
        MaturityDimension("b", weight=3, target=50, indicators=(question(1),)),
    )
    staged = Aggregation(method=AggregationMethod.STAGED)
    framework = MaturityFramework("w", aggregation=staged, dimensions=leaves)
    programme = Programme("p", framework=framework, organisations=(Organisation("o"),))
    answers = [Answer("o", "r", "q0", 80), Answer("o", "r", "q1", 60)]
    ax = plot_waterfall(programme, score(programme, [Assessment("2027", answers)]), "o")
    assert [one.get_text() for one in ax.get_yticklabels()] == ["With every part at 0", "a", "b", "In all"]
    assert [(one.get_x(), one.get_width()) for one in bars(ax)] == [(0, 25), (25, 0), (25, 75), (0, 100)]


def test_what_is_not_known_is_refused(programme: Programme, card: ScoreCard) -> None:
    with pytest.raises(UnknownOrganisation):
        plot_waterfall(programme, card, "tulip")
    with pytest.raises(UnknownDimension):
        plot_waterfall(programme, card, "sola", node="tulip")


def test_a_card_without_a_wave_says_so(programme: Programme) -> None:
    empty = waterfall_picture(programme, score(programme, []), "sola", lang="nb")
    assert empty.alt.endswith("Ikke besvart, så det er ingen skår å dele opp.")
    assert "None" not in empty.alt
