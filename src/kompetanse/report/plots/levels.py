"""The picture of the levels: the stair of generations, and how an organisation's answers stand on it."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

import attrs

from kompetanse.model import Language, Programme
from kompetanse.model.rules import demand
from kompetanse.report.plots.canvas import BLUE, BROWN, EDGE, FAINT, INK, WIDTH, Look, Picture
from kompetanse.report.plots.heading import KEY_SIZE, Key, head, head_height, words_alone
from kompetanse.report.plots.lettering import said, shortened, wrapped
from kompetanse.report.profiles import whole_percents
from kompetanse.report.programme import marked
from kompetanse.report.words import Words, words_of
from kompetanse.scoring import ScoreCard
from kompetanse.scoring.card import chosen_wave, known_organisation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RISE, HIGHEST_BAR = 0.45, 2.0
"""How much higher each step is than the one before, and how high a bar of 100 % is, in the same measure."""
BODY, BELOW = 2.7, 0.55
"""Inches: the stair with its bars, and the names below it."""
KEY_NAME = 380
"""Points across that the name of the organisation may take in the key."""
STEP = "#ececec"
OWN_LOOK: Look = {"facecolor": BLUE, "edgecolor": INK, "linewidth": 0.8}
NETWORK_LOOK: Look = {"facecolor": "#fbe3b5", "edgecolor": BROWN, "linewidth": 0.8, "hatch": "///"}


@attrs.frozen(eq=False)
class _Stair:
    """What the picture shows."""

    words: Words
    organisation: str
    levels: tuple[str, ...]
    """Their names, lowest first."""
    own: tuple[int, ...]
    """Whole percents, one for each level."""
    network: tuple[int, ...]
    """The same of the network; empty where that is not told."""


def plot_levels(  # noqa: PLR0913  # each is a word of its own
    programme: Programme,
    card: ScoreCard,
    organisation: str,
    *,
    wave: str | None = None,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the levels as a stair, on each step the share of an organisation's answers, and give the axes.

    The network's mean share stands beside where nothing of the wave is held back; the last wave for None.
    Where the organisation did not answer, or its profile is held back, the picture says so. Raises
    `InvalidValue`, `UnknownOrganisation`, `UnknownWave`, `MissingExtra`.
    """
    return levels_picture(programme, card, organisation, wave=wave, lang=lang).on(ax)


def levels_picture(
    programme: Programme,
    card: ScoreCard,
    organisation: str,
    *,
    wave: str | None = None,
    lang: Language = "en",
) -> Picture:
    """Give the picture that `plot_levels` draws."""
    words = words_of("plot_levels", programme, lang)
    demand("plot_levels", "card", card, ScoreCard)
    known_organisation(card, organisation)
    chosen = chosen_wave(card, wave)
    title = words.say(
        "picture-levels.title", who=said(words.name("organisations", organisation)), wave=chosen or ""
    )
    title = marked(title, programme, words, "answers", "framework")
    missing = _missing(card, organisation, chosen, words)
    if missing or chosen is None:
        return words_alone("levels", title, missing)
    stair = _Stair(
        words,
        organisation,
        tuple(words.value(one.name) for one in card.framework.levels),
        whole_percents([one.share for one in card.profile(organisation, chosen)]),
        network_percents(card, chosen),
    )
    height = BODY + BELOW + head_height(_keys(stair))
    return Picture("levels", partial(_draw, stair, title), height, f"{title}. {_alt(stair)}")


def _missing(card: ScoreCard, organisation: str, wave: str | None, words: Words) -> str:
    """Say why there is no profile; nothing where there is one."""
    if wave is None:
        return words.say("scores.none")
    if not card.framework.levels:
        return words.say("picture-levels.none")
    if card.profile(organisation, wave):
        return ""
    own = [
        one
        for one in (*card.scores, *card.indicators)
        if one.organisation == organisation and one.wave == wave
    ]
    if any(one.withheld for one in own):
        return words.say("scores.withheld", organisation=organisation, minimum=card.minimum)
    return words.say("scores.not-answered", organisation=organisation)


def network_percents(card: ScoreCard, wave: str) -> tuple[int, ...]:
    """Give the mean profile; nothing where it could help to work out one that is held back."""
    if any(one.withheld for one in (*card.scores, *card.indicators) if one.wave == wave):
        return ()
    profiles = [one.shares for one in card.profiles if one.wave == wave and one.shares]
    if len(profiles) < 2:
        return ()
    return whole_percents(
        [sum(one.share for one in level) / len(profiles) for level in zip(*profiles, strict=True)]
    )


def _alt(stair: _Stair) -> str:
    words = stair.words
    shares = tuple(
        words.say("picture-levels.share", share=percent / 100, name=said(name))
        for percent, name in zip(stair.own, stair.levels, strict=True)
        if percent
    )
    told = words.say("picture-levels.alt", shares=shares)
    if not stair.network:
        return told
    most = stair.network.index(max(stair.network))
    share = max(stair.network) / 100
    return f"{told} {words.say('picture-levels.alt-network', share=share, name=said(stair.levels[most]))}"


def _draw(stair: _Stair, title: str, ax: "Axes") -> None:
    count = len(stair.levels)
    tops = [(number + 1) * RISE for number in range(count)]
    ax.bar(range(count), tops, 1.0, facecolor=STEP, edgecolor=EDGE, linewidth=0.8, zorder=1)
    _draw_bars(stair, ax, stair.own, -0.2 if stair.network else 0.0, OWN_LOOK)
    if stair.network:
        _draw_bars(stair, ax, stair.network, 0.2, NETWORK_LOOK)
    ax.set_xlim(-0.5, count - 0.5)
    ax.set_ylim(0, tops[-1] + HIGHEST_BAR + 0.45)
    ax.set_yticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    _name_levels(stair, ax)
    head(ax, title, _keys(stair))


def _draw_bars(stair: _Stair, ax: "Axes", percents: Sequence[int], beside: float, look: Look) -> None:
    """Draw a bar on each step, `beside` its middle, with its percents above it."""
    scale = HIGHEST_BAR / max(*stair.own, *stair.network, 1)
    size = 9 if len(percents) <= 8 else 6
    for number, percent in enumerate(percents):
        x, top, height = number + beside, (number + 1) * RISE, percent * scale
        ax.bar(x, height, 0.34, top, zorder=2, **look)
        text, colour = stair.words.value(percent / 100, "%"), INK if percent else FAINT
        ax.text(x, top + height + 0.05, text, ha="center", va="bottom", size=size, color=colour, zorder=3)


def _name_levels(stair: _Stair, ax: "Axes") -> None:
    count = len(stair.levels)
    room, size = (WIDTH * 72 - 20) / count, 9.0 if count <= 8 else 7.0
    every = max(1, ceil(24 / room))
    places = range(0, count, every)
    ax.set_xticks(
        places, [wrapped(stair.levels[n], room * every - 6, size, lines=3) for n in places], size=size
    )
    ax.tick_params(axis="x", length=0)


def _keys(stair: _Stair) -> Iterator[Key]:
    own = stair.words.name("organisations", stair.organisation)
    yield shortened(own, KEY_NAME, KEY_SIZE), OWN_LOOK
    if stair.network:
        yield stair.words.say("picture-levels.network"), NETWORK_LOOK
