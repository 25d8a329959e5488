"""The Pareto front: designs by two measures, and which of them no other beats."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from kompetanse.model import Language
from kompetanse.model.rules import demand
from kompetanse.report.plots.canvas import BLUE, FAINT, GRID, Look, Picture
from kompetanse.report.plots.heading import Key, head, head_height, words_alone
from kompetanse.report.plots.pareto.front import Front, front_of
from kompetanse.report.plots.pareto.naming import label, name_points
from kompetanse.report.plots.pareto.points import designs_of
from kompetanse.report.plots.pareto.scales import measure_name, set_up
from kompetanse.report.plots.rows import note
from kompetanse.report.programme import COMPARED, marked
from kompetanse.report.words import Words, words_of
from kompetanse.whatif import Comparison, Measure
from kompetanse.whatif.measure import COMPLEXITY, GAIN, LAST_DATE, LEADER_HOURS, MODULES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT = 4.6
"""Inches, without what stands above the axes."""
TOLD = 5
"""Points of the front that are named in words."""
BEST: Look = {"color": BLUE, "markeredgewidth": 1.5}
BEATEN: Look = {"color": FAINT, "markerfacecolor": "white", "markeredgewidth": 1.3}
"""Filled where no other design beats it, hollow where one does."""
FRONT_LINE: Look = {"color": BLUE, "linewidth": 1.2, "zorder": 1}


@attrs.frozen
class _Frame:
    """What is written round the points."""

    title: str
    keys: tuple[Key, ...]
    left_out: str
    words: Words


def plot_pareto(
    comparison: Comparison,
    x: Measure | None = None,
    y: Measure | None = None,
    *,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the sound designs by two measures, and the front: those that no other of them beats.

    One beats another where it is at least as good by both, and better by one. What lies behind the line, on
    its worse side, is beaten. The measures are leader-hours and, unless told otherwise, the gain; without a
    forecast, the last date or else the complexity. Designs that are not sound, were refused, have no value,
    or are measured by another yardstick are left out, and named. Gives the axes, new ones for None.

    Raises `InvalidValue` where an argument is something else, and `MissingExtra`.
    """
    return pareto_picture(comparison, x, y, lang=lang).on(ax)


def pareto_picture(
    comparison: Comparison, x: Measure | None = None, y: Measure | None = None, *, lang: Language = "en"
) -> Picture:
    """Give the picture that `plot_pareto` draws."""
    demand("plot_pareto", "comparison", comparison, Comparison)
    for name, one in (("x", x), ("y", y)):
        demand("plot_pareto", name, one, Measure | None)
    across = LEADER_HOURS if x is None else x
    up = _usual(comparison) if y is None else y
    words = words_of("plot_pareto", comparison.base.programme, lang)
    designs = designs_of(comparison, (across, up), words)
    told = {"x": measure_name(across, words), "y": measure_name(up, words).lower()}
    title = marked(words.say("picture-pareto.title", **told), comparison.base.programme, words, *COMPARED)
    left_out = words.say("picture-pareto.left-out", designs=designs.left_out) if designs.left_out else ""
    if not designs.points:
        return words_alone("pareto", title, f"{words.say('picture-pareto.none')} {left_out}")
    front = front_of(designs.points, (across, up))
    keys = tuple(_keys(front, words))
    draw = partial(_draw, front, _Frame(title, keys, left_out, words))
    return Picture("pareto", draw, HEIGHT + head_height(keys), _alt(front, title, words))


def _usual(comparison: Comparison) -> Measure:
    """Give the first of a few measures by which the designs have values; each has its modules."""
    for one in (GAIN, LAST_DATE):
        if one in comparison.dominating:
            return one
    return MODULES if comparison.base.order is None else COMPLEXITY


def _alt(front: Front, title: str, words: Words) -> str:
    best = [label(one, words) for one in front.points if one.best]
    more = (words.say("whatif.more", count=len(best) - TOLD),) if len(best) > TOLD else ()
    return f"{title}. {words.say('picture-pareto.alt', designs=(*best[:TOLD], *more))}"


def _draw(front: Front, frame: _Frame, ax: "Axes") -> None:
    words = frame.words
    gutter = set_up(ax, front.x, front.y, words)
    ax.grid(visible=True, color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.plot(*zip(*front.corners, strict=True), **FRONT_LINE)
    for point in front.points:
        ax.plot((point.x,), (point.y,), **_mark(best=point.best, base=point.base))
    unnamed = name_points(ax, front, words)
    told = words.say("picture-pareto.unnamed", count=unnamed) if unnamed else ""
    if frame.left_out or unnamed:
        note(ax, f"{frame.left_out} {told}", gutter)
    head(ax, frame.title, frame.keys, gutter=gutter)


def _mark(*, best: bool, base: bool) -> dict[str, Any]:
    shape = {"marker": "s", "markersize": 9} if base else {"marker": "D" if best else "o", "markersize": 7}
    return {**(BEST if best else BEATEN), **shape, "linestyle": "", "zorder": 3}


def _keys(front: Front, words: Words) -> Iterator[Key]:
    yield words.say("picture-pareto.best"), {**FRONT_LINE, **_mark(best=True, base=False), "linestyle": "-"}
    if any(not one.best for one in front.points):
        yield words.say("picture-pareto.beaten"), _mark(best=False, base=False)
    for base in [one for one in front.points if one.base]:
        told = words.say("picture-pareto.base-best" if base.best else "picture-pareto.base-beaten")
        yield told, _mark(best=base.best, base=True)
