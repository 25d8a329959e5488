"""The picture of the dimensions: what is scored has a bar, what is not has words."""

from collections.abc import Callable

import attrs
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kompetanse.errors import InvalidValue, UnknownOrganisation, UnknownWave
from kompetanse.model import Assessment, Language, Organisation, Programme
from kompetanse.report.plots import dimensions_picture, plot_dimensions
from kompetanse.report.plots.dimensions.picture import BAR
from kompetanse.report.plots.dimensions.rows import scored
from kompetanse.scoring import ScoreCard, score, suppress

AsKept = Callable[[Axes, str], None]


def bars(ax: Axes) -> list[Rectangle]:
    every = [one for one in ax.patches if isinstance(one, Rectangle)]
    return [one for one in every if round(one.get_height(), 6) == BAR]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_bundled_case_is_drawn_as_it_was_looked_at(
    programme: Programme, card: ScoreCard, lang: Language, as_kept: AsKept
) -> None:
    as_kept(plot_dimensions(programme, card, "randaberg", lang=lang), f"dimensions-{lang}")
    as_kept(plot_dimensions(programme, card, lang=lang), f"dimensions-network-{lang}")
    as_kept(plot_dimensions(programme, card, "sola", radar=True, lang=lang), f"radar-{lang}")


@pytest.mark.parametrize("minimum", [2, 5, 8])
def test_a_bar_for_each_score_and_words_for_the_others(
    programme: Programme, card: ScoreCard, minimum: int
) -> None:
    held = suppress(card, minimum=minimum)
    for organisation in (None, "stavanger", "klepp", "sola"):
        ax = plot_dimensions(programme, held, organisation)
        rows = [one for one in held.scores if one.organisation == organisation and one.wave == held.waves[-1]]
        valued = [one.value for one in rows if one.value is not None]
        assert sorted(one.get_width() for one in bars(ax)) == sorted(valued)
        told = [one.get_text() for one in ax.texts]
        assert told.count("held back") == sum(one.withheld for one in rows)
        assert len(ax.get_yticks()) == len(rows)
        plt.close("all")


def test_no_value_that_is_held_back_is_on_the_picture_of_another(
    programme: Programme, card: ScoreCard
) -> None:
    held = suppress(card, minimum=5)
    wave = held.waves[-1]
    shown = scored(programme, held, "klepp", None, "en")
    for row in shown.rows:
        may = {
            one.value
            for one in held.scores
            if one.node == row.score.node and one.wave == wave and one.organisation and not one.withheld
        }
        assert set(row.peers) <= may - {None}
    ids = [one.score.node for one in shown.rows]
    assert ids == list(held.nodes)


def test_what_was_not_answered_is_said_and_never_drawn_as_nothing(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    more = attrs.evolve(programme, organisations=(*programme.organisations, Organisation("ny")))
    silent = score(more, assessments)
    ax = plot_dimensions(more, silent, "ny", lang="nb")
    assert not bars(ax)
    assert [one.get_text() for one in ax.texts].count("ikke besvart") == len(silent.nodes)
    assert dimensions_picture(more, silent, "ny", lang="nb").alt == (
        "Digital modenhet, 2023-02: ny (illustrativt). Ingen dimensjon har skår som kan vises. "
        "Ingenting er besvart."
    )
    radar = plot_dimensions(more, silent, "ny", lang="nb", radar=True)
    assert all("(ikke besvart)" in one.get_text() for one in radar.get_xticklabels())


def test_a_bar_of_which_little_was_answered_is_hatched(programme: Programme, card: ScoreCard) -> None:
    thin = card.of("randaberg", "innbyggerdialog", card.waves[-1])
    assert thin.coverage is not None
    assert thin.coverage < 0.5
    ax = plot_dimensions(programme, card, "randaberg")
    hatched = [one for one in bars(ax) if one.get_hatch()]
    assert [one.get_width() for one in hatched] == [thin.value]
    assert len(bars(ax)) == len(card.nodes)


def test_a_radar_stands_on_polar_axes_and_bars_on_others(programme: Programme, card: ScoreCard) -> None:
    polar = plt.figure().add_subplot(projection="polar")
    assert plot_dimensions(programme, card, radar=True, ax=polar) is polar
    assert len(polar.get_xticks()) == len(card.framework.dimensions)
    with pytest.raises(InvalidValue, match="polar"):
        plot_dimensions(programme, card, radar=True, ax=plt.figure().add_subplot())
    with pytest.raises(InvalidValue, match="polar"):
        plot_dimensions(programme, card, ax=polar)


def test_the_words_tell_strongest_and_weakest(programme: Programme, card: ScoreCard) -> None:
    assert dimensions_picture(programme, card).alt == (
        "Digital maturity, 2023-02: the whole network (illustrative). 17 dimensions with a score, "
        "strongest Digital services (64.8), weakest Benefits (29.4)."
    )


def test_many_organisations_are_thinned_to_strokes_that_can_be_told_apart(
    programme: Programme, card: ScoreCard
) -> None:
    last = [one for one in card.scores if one.organisation == "sola"]
    copies = [attrs.evolve(one, organisation=f"o{n}") for n in range(80) for one in last]
    many = attrs.evolve(
        card,
        organisations=(*card.organisations, *(f"o{n}" for n in range(80))),
        scores=(*card.scores, *copies),
    )
    shown = scored(programme, many, "klepp", None, "en")
    assert all(len(one.peers) <= len(card.organisations) for one in shown.rows)
    assert len(dimensions_picture(programme, many, "klepp").svg()) < 100_000


def test_a_framework_that_nobody_answered_and_without_targets_is_drawn_as_empty(card: ScoreCard) -> None:
    bare = attrs.evolve(
        card,
        scores=tuple(
            attrs.evolve(one, value=None, low=None, high=None, target=None, level=None) for one in card.scores
        ),
    )
    ax = plot_dimensions(Programme("p"), bare)
    assert not bars(ax)
    assert ax.get_legend() is None
    assert ax.get_xlim()[0] == 0
    assert max(ax.get_xticks()) == 100


def test_sums_past_a_hundred_and_below_nothing_have_room(programme: Programme, card: ScoreCard) -> None:
    wide = [
        attrs.evolve(one, value=250.0 if one.node == "folk" else -40.0) if one.value is not None else one
        for one in card.scores
    ]
    low, high = plot_dimensions(programme, attrs.evolve(card, scores=tuple(wide)), "sola").get_xlim()
    assert low == -40
    assert high > 250


def test_what_is_unknown_is_refused(programme: Programme, card: ScoreCard) -> None:
    with pytest.raises(UnknownOrganisation):
        plot_dimensions(programme, card, "oslo")
    with pytest.raises(UnknownWave):
        plot_dimensions(programme, card, wave="1999")
