"""The picture of the levels: whole percents on a stair, and nothing that is held back."""

from collections.abc import Callable

import attrs
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kompetanse.errors import InvalidValue, UnknownOrganisation, UnknownWave
from kompetanse.model import Assessment, Language, Organisation, Programme
from kompetanse.report.plots import levels_picture, plot_levels
from kompetanse.report.plots.levels import RISE
from kompetanse.scoring import ScoreCard, score, suppress

AsKept = Callable[[Axes, str], None]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_bundled_case_is_drawn_as_it_was_looked_at(
    programme: Programme, card: ScoreCard, lang: Language, as_kept: AsKept
) -> None:
    as_kept(plot_levels(programme, card, "stavanger", lang=lang), f"levels-{lang}")


def test_the_percents_of_each_sum_to_a_hundred_and_the_bars_stand_on_their_steps(
    programme: Programme, card: ScoreCard
) -> None:
    for organisation in card.organisations:
        ax = plot_levels(programme, card, organisation)
        told = [int(one.get_text().rstrip("%")) for one in ax.texts]
        assert sum(told) == 200
        assert sum(told[: len(told) // 2]) == 100
        bars = [one for one in ax.patches if isinstance(one, Rectangle) and one.get_width() < 0.5]
        assert {round(one.get_y() / RISE) for one in bars} == {1, 2, 3, 4, 5}
        per_percent = {round(one.get_height() / n, 9) for one, n in zip(bars, told, strict=True) if n}
        assert len(per_percent) == 1
        plt.close("all")


def test_where_anything_is_held_back_the_network_is_not_told(programme: Programme, card: ScoreCard) -> None:
    held = suppress(card, minimum=5)
    ax = plot_levels(programme, held, "klepp")
    legend = ax.get_legend()
    assert legend is not None
    assert [one.get_text() for one in legend.get_texts()] == ["Klepp"]
    assert sum(int(one.get_text().rstrip("%")) for one in ax.texts) == 100


def test_held_back_and_not_answered_are_said_and_nothing_is_drawn(
    programme: Programme, card: ScoreCard, assessments: tuple[Assessment, ...]
) -> None:
    held = suppress(card, minimum=5)
    ax = plot_levels(programme, held, "stavanger", lang="nb")
    assert "holdt tilbake" in ax.texts[0].get_text()
    assert not ax.patches
    more = attrs.evolve(programme, organisations=(*programme.organisations, Organisation("ny")))
    silent = score(more, assessments)
    assert levels_picture(more, silent, "ny").alt.endswith("ny: not answered")
    assert not plot_levels(more, silent, "ny").patches


def test_a_framework_without_levels_is_said(programme: Programme, card: ScoreCard) -> None:
    flat = attrs.evolve(card, framework=attrs.evolve(card.framework, levels=()))
    assert levels_picture(programme, flat, "sola", lang="nb").alt.endswith("Rammeverket har ingen nivåer.")


def test_the_words_tell_the_shares(programme: Programme, card: ScoreCard) -> None:
    told = levels_picture(programme, card, "stavanger").alt
    assert told.startswith("Stavanger, 2023-02: the answers level by level (illustrative). ")
    assert "The answers: 15% on Generation 2: shared systems" in told


def test_what_is_unknown_is_refused(programme: Programme, card: ScoreCard) -> None:
    with pytest.raises(UnknownOrganisation):
        plot_levels(programme, card, "oslo")
    with pytest.raises(UnknownWave):
        plot_levels(programme, card, "sola", wave="1999")
    with pytest.raises(InvalidValue, match="card"):
        plot_levels(programme, programme, "sola")  # type: ignore[arg-type]  # the mistake
