"""The picture of the dimensions: bars with intervals, targets and peers; or a radar of the topmost ones."""

from functools import partial
from itertools import pairwise
from math import ceil, nan
from typing import TYPE_CHECKING

from kompetanse.model import Language, Programme
from kompetanse.report.plots.canvas import FAINT, HIGHEST, WIDTH, Picture
from kompetanse.report.plots.dimensions.marks import INTERVAL, LOOKS, MARKS, PEERS, keys_of
from kompetanse.report.plots.dimensions.radar import RADAR_HEIGHT, draw_radar, radar_keys
from kompetanse.report.plots.dimensions.rows import Row, Scored, alt_of, scored
from kompetanse.report.plots.heading import head, head_height, name_rows, words_alone
from kompetanse.report.plots.lettering import DEEPEST, INDENT, indented, width_of, wrapped
from kompetanse.report.words import Words
from kompetanse.scoring import ScoreCard

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW, TALL_ROW, ABOVE, BELOW = 0.34, 0.42, 0.52, 0.35
"""Inches: a row, one for names on two lines, the names of the levels above them, the numbers below."""
NAMES = 195.0
"""Points across that the names of dimensions may take."""
BAR = 0.56
BANDS = ("#f3f7fa", "#e3ecf3")
"""Grounds of the levels, one after the other."""
Point = tuple[float, float]
GAP: Point = (nan, nan)
"""Where a line is broken."""


def plot_dimensions(  # noqa: PLR0913  # each is a word of its own
    programme: Programme,
    card: ScoreCard,
    organisation: str | None = None,
    *,
    wave: str | None = None,
    radar: bool = False,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the score on each dimension, of an organisation or of the network for None, and give the axes.

    Each bar has its 90 % interval and its target, on the bands of the levels; where less than half is
    answered it is hatched. For an organisation the network and the others stand on the same row. What was
    not answered, or is held back, is said in words. The last wave for None. A `radar` shows the topmost
    dimensions alone, on polar axes. Raises `InvalidValue`, `UnknownOrganisation`, `UnknownWave`,
    `MissingExtra`.
    """
    return dimensions_picture(programme, card, organisation, wave=wave, radar=radar, lang=lang).on(ax)


def dimensions_picture(  # noqa: PLR0913  # as above
    programme: Programme,
    card: ScoreCard,
    organisation: str | None = None,
    *,
    wave: str | None = None,
    radar: bool = False,
    lang: Language = "en",
) -> Picture:
    """Give the picture that `plot_dimensions` draws."""
    shown = scored(programme, card, organisation, wave, lang)
    if len(shown.rows) < 2:
        why = shown.words.say("picture-dimensions.none" if card.waves else "scores.none")
        return words_alone("dimensions", shown.title, why, polar=radar)
    alt = alt_of(shown)
    if radar:
        height = RADAR_HEIGHT + head_height(radar_keys(shown))
        return Picture("dimensions", partial(draw_radar, shown), height, alt, polar=True)
    height = _row_height(shown) * len(shown.rows) + _above(shown) + BELOW + head_height(keys_of(shown))
    return Picture("dimensions", partial(_draw, shown), height, alt)


def _draw(shown: Scored, ax: "Axes") -> None:
    count, span = len(shown.rows), (shown.shortest, shown.longest)
    ax.set_xlim(span[0], span[1] + (span[1] - span[0]) * _beside(shown))
    ax.set_ylim(count - 0.4, -0.6 - _above(shown) / _row_height(shown))
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    _draw_bands(shown, ax)
    for look, thin in (("value", False), ("thin", True)):
        rows = [
            (n, one.score.value)
            for n, one in enumerate(shown.rows)
            if one.score.value is not None and one.thin is thin
        ]
        ax.barh([n for n, _ in rows], [value for _, value in rows], BAR, zorder=2, **LOOKS[look])
    _draw_marks(shown, ax)
    _write_values(shown, ax)
    ax.axhline(0.5, color=FAINT, linewidth=0.8, zorder=1)
    ax.set_xticks([one for one in ax.get_xticks() if span[0] <= one <= span[1]])
    ax.tick_params(axis="x", length=0, labelsize=9)
    gutter = _name_dimensions(shown, ax)
    head(ax, shown.title, keys_of(shown), gutter=gutter)


def _draw_bands(shown: Scored, ax: "Axes") -> None:
    """Draw the levels behind the bars, and their names above them, as far as there is room."""
    levels = shown.card.framework.levels
    ends = [*(one.floor for one in levels), 100.0]
    a_point = (WIDTH * 72 - NAMES - 20) / ((shown.longest - shown.shortest) * (1 + _beside(shown)))
    for number, (level, (low, high)) in enumerate(zip(levels, pairwise(ends), strict=True)):
        ax.axvspan(low, high, color=BANDS[number % 2], linewidth=0, zorder=0)
        room = (high - low) * a_point + 3  # letters are measured with room to spare
        if room > 12:
            name = shown.words.value(level.name) if room > 40 else str(number + 1)
            text = wrapped(name, room, 7, lines=4)
            ax.text((low + high) / 2, -0.6, text, size=7, color=FAINT, ha="center", va="bottom")


def _draw_marks(shown: Scored, ax: "Axes") -> None:
    """Draw all intervals as one line with gaps, and all peers as another, which is far quicker than many."""
    spans: list[Point] = []
    strokes: list[Point] = []
    for number, row in enumerate(shown.rows):
        low, high, up, down = row.score.low, row.score.high, number - 0.13, number + 0.13
        if low is not None and high is not None and low < high:
            spans += [(low, up), (low, down), GAP, (low, number), (high, number), GAP]
            spans += [(high, up), (high, down), GAP]
        for one in row.peers:
            strokes += [(one, number + 0.28), (one, number + 0.44), GAP]
    for points, look in ((spans, INTERVAL), (strokes, PEERS)):
        ax.plot([x for x, _ in points], [y for _, y in points], **look)
    _draw_each(ax, "target", [(one.score.target, n) for n, one in enumerate(shown.rows)])
    _draw_each(ax, "network", [(one.network, n) for n, one in enumerate(shown.rows)])


def _draw_each(ax: "Axes", mark: str, places: list[tuple[float | None, int]]) -> None:
    there = [(x, y) for x, y in places if x is not None]
    xs, ys = [x for x, _ in there], [y for _, y in there]
    ax.plot(xs, ys, zorder=5, **MARKS[mark])


def _write_values(shown: Scored, ax: "Axes") -> None:
    right = ax.get_xlim()[1]
    for number, row in enumerate(shown.rows):
        missing, strong = row.score.value is None, number == 0 or row.parent
        ax.text(
            right,
            number,
            _said(row, shown.words),
            ha="right",
            va="center",
            size=9,
            style="italic" if missing else "normal",
            weight="bold" if strong and not missing else "normal",
            zorder=6,
        )


def _beside(shown: Scored) -> float:
    """Give how much room the values take beside the bars, as a part of the longest; words take more."""
    return 0.27 if any(one.score.value is None for one in shown.rows) else 0.11


def _said(row: Row, words: Words) -> str:
    if row.score.value is not None:
        return words.value(row.score.value, ".1")
    return words.say("picture-dimensions.withheld" if row.score.withheld else "picture-dimensions.missing")


def _above(shown: Scored) -> float:
    return ABOVE if shown.card.framework.levels else 0.0


def _row_height(shown: Scored) -> float:
    tall = any("\n" in _name(one, 2) for one in shown.rows)
    return min(TALL_ROW if tall else ROW, (HIGHEST - 3) / len(shown.rows))


def _name_dimensions(shown: Scored, ax: "Axes") -> float:
    height = _row_height(shown)
    told = range(0, len(shown.rows), max(1, ceil(0.15 / height)))
    bold = [place for place, n in enumerate(told) if n == 0 or shown.rows[n].parent]
    names = [_name(shown.rows[n], 2 if height == TALL_ROW else 1) for n in told]
    return name_rows(ax, told, names, bold=bold)


def _name(row: Row, lines: int) -> str:
    room = NAMES - width_of(INDENT, bold=True) * min(row.depth, DEEPEST)
    return indented(wrapped(row.name, room, lines=lines, bold=row.parent), row.depth)
