"""Changes between waves: hollow before, filled after, and marked where they are distinct."""

from collections.abc import Callable

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from kompetanse.errors import InvalidValue, UnknownOrganisation, UnknownWave
from kompetanse.model import Answer, Assessment, Indicator, MaturityDimension, MaturityFramework, Organisation
from kompetanse.model import Programme as Design
from kompetanse.report import plot_changes
from kompetanse.report.plots import changes_picture
from kompetanse.report.plots.rows import MOST
from kompetanse.scoring import ScoreCard, WaveChange, changes, score, suppress
from kompetanse.testing import strategies

AsKept = Callable[[Axes, str], None]
SHAPES = {True: "D", False: "o", None: "s"}


@st.composite
def cards(draw: st.DrawFn) -> tuple[Design, ScoreCard]:
    """Two waves of an assessment, some of them with scores held back."""
    framework = draw(strategies.frameworks())
    organisations = [Organisation(one) for one in ("a", "b", "c")]
    programme = Design("p", framework=framework, organisations=organisations)
    waves = [
        attrs.evolve(
            draw(strategies.assessments(framework, organisations=("a", "b", "c"), max_respondents=4)),
            wave=wave,
        )
        for wave in ("2027", "2028")
    ]
    card = score(programme, waves)
    return programme, suppress(card, minimum=3) if draw(st.booleans()) else card


def xs(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_xdata())]


def ys(line: Line2D) -> list[float]:
    return [float(one) for one in np.asarray(line.get_ydata())]


def marks(ax: Axes, row: int) -> list[Line2D]:
    return [one for one in ax.lines if ys(one) == [row]]


def rows_of(card: ScoreCard, organisation: str | None) -> list[WaveChange]:
    return [one for one in changes(card) if one.organisation == organisation][:MOST]


@settings(max_examples=30)
@given(cards(), st.sampled_from((None, "a", "b")))
def test_each_row_goes_from_the_score_before_to_the_score_after(
    case: tuple[Design, ScoreCard], organisation: str | None
) -> None:
    plt.close("all")
    ax = plot_changes(*case, organisation)
    rows = rows_of(case[1], organisation)
    assert len(ax.get_yticks()) == len(rows) > 0
    for place, one in enumerate(rows):
        found = {
            (str(mark.get_marker()), mark.get_markerfacecolor() == "white"): xs(mark)[0]
            for mark in marks(ax, place)
        }
        expected = {("o", True): one.value_before, (SHAPES[one.distinct], False): one.value_after}
        assert found == {key: value for key, value in expected.items() if value is not None}


@settings(max_examples=30)
@given(cards(), st.sampled_from((None, "a", "b")))
def test_an_interval_leaves_out_the_score_before_where_the_change_is_distinct(
    case: tuple[Design, ScoreCard], organisation: str | None
) -> None:
    plt.close("all")
    ax = plot_changes(*case, organisation)
    drawn = {
        round(ys(one)[0]): sorted(xs(one))
        for one in ax.lines
        if len(xs(one)) == 2 and ys(one)[0] % 1 == pytest.approx(0.27)
    }
    for place, one in enumerate(rows_of(case[1], organisation)):
        assert (place in drawn) is (one.low is not None)
        if one.low is not None and one.value_before is not None and abs(one.change or 0) > 1e-6:
            left, right = drawn[place]
            assert (left - 1e-9 <= one.value_before <= right + 1e-9) is not one.distinct


@settings(max_examples=30)
@given(cards(), st.sampled_from((None, "a")))
def test_what_has_no_change_is_said_in_words_and_told_apart(
    case: tuple[Design, ScoreCard], organisation: str | None
) -> None:
    plt.close("all")
    programme, card = case
    ax = plot_changes(programme, card, organisation)
    told = {
        round(one.xy[1]): one.get_text()
        for one in ax.texts
        if isinstance(one, Annotation) and one.xycoords != "axes fraction"
    }
    for place, one in enumerate(rows_of(card, organisation)):
        waves = {
            wave: card.network(one.node, wave)
            if organisation is None
            else card.of(organisation, one.node, wave)
            for wave in ("2027", "2028")
        }
        if one.change is None and any(each.withheld for each in waves.values()):
            assert told[place].startswith("held back")
        elif one.change is None and any(each.value is None for each in waves.values()):
            assert told[place].startswith("not answered")
        elif one.change is None:
            assert told[place] in ("change held back", "nobody answered in both waves")
        else:
            assert told[place][0] in "+-0"


def test_what_rogaland_shows_is_as_kept(programme: Design, card: ScoreCard, as_kept: AsKept) -> None:
    as_kept(plot_changes(programme, card, lang="nb"), "changes-network-nb")
    as_kept(plot_changes(programme, card, "stavanger"), "changes-stavanger-en")


def test_the_alternative_tells_the_whole_and_what_is_distinct(programme: Design, card: ScoreCard) -> None:
    assert changes_picture(programme, card, "stavanger").alt == (
        "Stavanger: change from 2022-09 to 2023-02 (illustrative). In all from 55.0 to 68.5 points. Changed "
        "by more than who happened to answer can explain: Digital maturity and People and organisation."
    )
    assert changes_picture(programme, card, lang="nb").alt.endswith(
        ": Digital modenhet, Folk og organisasjon, Endringsevne, Digital kompetanse, "
        "Samarbeid og læring og 11 til."
    )
    still = changes_picture(programme, score(programme, _twice(programme)), "sola").alt
    assert still.endswith("No change is larger than who happened to answer can explain.")


def test_a_change_of_the_network_that_is_held_back_is_not_drawn_nor_judged(
    programme: Design, card: ScoreCard
) -> None:
    picture = changes_picture(programme, suppress(card, minimum=7))
    ax = picture.on()
    assert picture.alt.endswith("Whether any of it is more than chance cannot be said.")
    assert not [one for one in ax.lines if len(xs(one)) == 2 and ys(one)[0] == ys(one)[1] == 0]
    assert "change held back" in [one.get_text() for one in ax.texts]


def _twice(programme: Design) -> list[Assessment]:
    assert programme.framework is not None
    answers = [
        Answer("sola", f"r{number}", one.id, 1 + number)
        for number in range(4)
        for one in programme.framework.indicators()
    ]
    return [Assessment("2027", answers), Assessment("2028", answers)]


def test_where_there_is_no_wave_before_that_is_said(programme: Design, card: ScoreCard) -> None:
    ax = plot_changes(programme, card, after="2022-09")
    assert [one.get_text() for one in ax.texts] == [
        "There is no wave before 2022-09, so there is no change to show."
    ]
    empty = plot_changes(programme, score(programme, []), lang="nb")
    assert [one.get_text() for one in empty.texts] == ["Ingen har svart på noe."]


def test_a_tree_of_many_dimensions_is_cut_and_that_is_said() -> None:
    leaves = [
        MaturityDimension(f"d{number}", indicators=(Indicator(f"i{number}", "?", 1, 5),))
        for number in range(60)
    ]
    programme = Design(
        "p", framework=MaturityFramework("whole", dimensions=leaves), organisations=(Organisation("a"),)
    )
    answers = [Answer("a", "r", f"i{number}", 3) for number in range(60)]
    card = score(programme, [Assessment("2027", answers), Assessment("2028", answers)])
    picture = changes_picture(programme, card, "a")
    ax = picture.on()
    assert len(ax.get_yticks()) == MOST
    assert "31 more dimensions are not drawn." in [one.get_text() for one in ax.texts]
    assert picture.height < 14


def test_what_is_not_known_is_refused(programme: Design, card: ScoreCard) -> None:
    with pytest.raises(UnknownOrganisation):
        plot_changes(programme, card, "tulip")
    with pytest.raises(UnknownWave):
        plot_changes(programme, card, before="1905")
    with pytest.raises(InvalidValue, match="card"):
        plot_changes(programme, programme)  # type: ignore[arg-type]  # the mistake
