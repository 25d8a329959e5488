"""The picture of the module graph: modules in layers, and what each of them requires."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kompetanse.model import Language, PrerequisiteKind, Programme
from kompetanse.report.plots.canvas import BLUE, FAINT, GREEN, INK, RED, Look, Picture
from kompetanse.report.plots.heading import Key, head, head_height, words_alone
from kompetanse.report.plots.lettering import wrapped
from kompetanse.report.plots.modules.design import LOOKS, Design, alt_of, kind_of
from kompetanse.report.plots.modules.lags import write_lags
from kompetanse.report.plots.modules.lines import JOINT, Line, Point, lines_of, stretches
from kompetanse.report.plots.modules.map import RIGHT
from kompetanse.report.plots.modules.ties import Tie
from kompetanse.report.programme import marked
from kompetanse.report.words import words_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROUND = "round,pad=0,rounding_size=0.08"
PLAIN: Look = {"boxstyle": ROUND, "facecolor": "#eaf3f9", "edgecolor": BLUE}
BOTTLENECK: Look = {"boxstyle": "square,pad=0", "facecolor": "#fdf3dc", "edgecolor": INK, "linewidth": 2.6}
RINGED: Look = {
    "boxstyle": ROUND,
    "facecolor": "#fdeee6",
    "edgecolor": RED,
    "linewidth": 2,
    "linestyle": "--",
}
SMALLEST = 4.0
"""Points: letters that are smaller are left out."""


def plot_modules(programme: Programme, *, lang: Language = "en", ax: "Axes | None" = None) -> "Axes":
    """Draw the modules in layers, each below those that it requires, and give the axes.

    The kinds of prerequisite are told apart by their lines, on which lags are written; bottlenecks stand in
    thick frames with square corners. Where modules wait for one another in a ring, the layers are those
    without the prerequisites that go against the teaching order, and the ring is drawn in thick lines. Raises
    `InvalidValue`, `MissingExtra`.
    """
    return modules_picture(programme, lang=lang).on(ax)


def modules_picture(programme: Programme, *, lang: Language = "en") -> Picture:
    """Give the picture that `plot_modules` draws."""
    design = Design.of(programme, words_of("plot_modules", programme, lang))
    title = marked(design.words.say("picture-modules.title"), programme, design.words, "modules")
    if not programme.modules:
        return words_alone("modules", title, design.words.say("picture-modules.none"))
    height = design.placed.height + head_height(_keys(design))
    return Picture("modules", partial(_draw, design, title), height, f"{title}. {alt_of(design)}")


def _draw(design: Design, title: str, ax: "Axes") -> None:
    placed, gap = design.placed, design.placed.pitch * 0.45
    ax.set_axis_off()
    ax.set_xlim(0, RIGHT + 0.15)
    ax.set_ylim(placed.height - gap * 0.6, -0.08)
    lines = lines_of(placed, design.ties)
    _draw_lines(design, ax, lines)
    _draw_boxes(design, ax)
    _draw_layers(design, ax)
    write_lags(design, ax, lines)
    head(ax, title, _keys(design))
    if design.unknown:
        note = design.words.say("picture-modules.unknown", modules=design.unknown)
        ax.text(0, 0, wrapped(note, 500, 8), transform=ax.transAxes, va="top", size=8, color=FAINT)


def _draw_lines(design: Design, ax: "Axes", lines: Sequence[Line]) -> None:
    from matplotlib.patches import PathPatch  # noqa: PLC0415  # an extra; the canvas has opened it
    from matplotlib.path import Path  # noqa: PLC0415

    heads: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for line in lines:
        style, colour, width = _look(design, line.tie)
        curves = stretches(line)
        points = [curves[0][0], *(point for curve in curves for point in curve[1:])]
        codes = [Path.MOVETO, *[Path.CURVE4] * (3 * len(curves))]
        path = Path(points, codes)
        ax.add_patch(
            PathPatch(path, fill=False, linestyle=style, edgecolor=colour, linewidth=width, zorder=2)
        )
        for mark, point in _heads(line):
            heads[mark, colour].append(point)
    for (mark, colour), points in sorted(heads.items()):
        xs, ys = zip(*points, strict=True)
        ax.plot(xs, ys, linestyle="", marker=mark, color=colour, markersize=_head_size(design), zorder=4)
    _draw_joints(design, ax, lines)


def _head_size(design: Design) -> float:
    return min(5.5, design.placed.pitch * 72 * 0.15)


def _look(design: Design, tie: Tie) -> tuple[object, str, float]:
    look = LOOKS[kind_of(tie)]
    return (look["linestyle"], RED, 2.6) if design.in_ring(tie) else (look["linestyle"], look["color"], 1.4)


def _heads(line: Line) -> Iterator[tuple[str, Point]]:
    """Yield the arrowheads of a line; the tip of each lies on the edge of a box."""
    if line.tie.group is not None:
        return
    (x0, y0), (x1, y1) = line.points[0], line.points[-1]
    if line.sideways:
        right = x1 > x0
        yield (">" if right else "<"), (x1 - 0.04 if right else x1 + 0.04, y1)
        back: tuple[str, Point] = ("<" if right else ">", (x0 + 0.04 if right else x0 - 0.04, y0))
    else:
        up = line.turns or y1 < y0
        yield ("^" if up else "v"), (x1, y1 + 0.04 if up else y1 - 0.04)
        back = ("v" if y1 < y0 else "^", (x0, y0 - 0.04 if y1 < y0 else y0 + 0.04))
    if line.tie.kind is PrerequisiteKind.TOGETHER:
        yield back


def _draw_joints(design: Design, ax: "Axes", lines: Sequence[Line]) -> None:
    """Draw where the options of a group meet, and the arrow from there to the module."""
    joints = {line.tie.end: (line.points[-1], line) for line in lines if line.tie.group is not None}
    reach = (design.placed.pitch * 0.45) * JOINT * 2
    for (x, y), line in joints.values():
        down = y < design.placed.boxes[line.tie.then].top
        ax.plot([x, x], [y, y + (reach if down else -reach)], color=GREEN, linewidth=1.4, zorder=2)
        tip = y + (reach - 0.04 if down else 0.04 - reach)
        ax.plot(
            [x],
            [tip],
            linestyle="",
            marker="v" if down else "^",
            color=GREEN,
            markersize=_head_size(design),
            zorder=4,
        )
        ax.plot([x], [y], marker="o", color="white", markeredgecolor=GREEN, markersize=6, zorder=4)


def _draw_boxes(design: Design, ax: "Axes") -> None:
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415  # an extra; the canvas has opened it

    some = next(iter(design.placed.boxes.values()))
    size = min(9.0, some.height * 72 / 2.4, some.width * 72 / 5)
    lines = max(1, min(3, int(some.height * 72 / (size * 1.25))))
    for module, box in design.placed.boxes.items():
        look = {**_box_look(design, module)}
        if box.height < 0.3:
            look["boxstyle"] = "square,pad=0"
        ax.add_patch(FancyBboxPatch((box.left, box.top), box.width, box.height, zorder=3, **look))
        if size >= SMALLEST:
            name = wrapped(design.words.name("modules", module), box.width * 72 - 8, size, lines=lines)
            middle = box.top + box.height / 2
            ax.text(box.x, middle, name, ha="center", va="center", size=size, zorder=5, linespacing=1.1)


def _box_look(design: Design, module: str) -> Look:
    if module in design.ringed:
        return RINGED
    return BOTTLENECK if module in design.bottlenecks else PLAIN


def _draw_layers(design: Design, ax: "Axes") -> None:
    height, told = design.placed.pitch * 0.55, -1.0
    for number, row in enumerate(design.placed.starts, 1):
        y = row * design.placed.pitch + height / 2
        if y - told >= 0.18 or told < 0:
            text = design.words.say("picture-modules.layer", number=number)
            ax.text(0, y, text, ha="left", va="center", size=8, color=FAINT)
            told = y


def _keys(design: Design) -> Iterator[Key]:
    for kind in design.kinds:
        joint = {"marker": "o", "markerfacecolor": "white"} if kind == "any-of" else {}
        yield design.words.say(f"picture-modules.kind-{kind}"), {**LOOKS[kind], "linewidth": 1.4, **joint}
    for there, mark, look in (
        (design.bottlenecks, "bottleneck", BOTTLENECK),
        (design.ringed, "ring", RINGED),
    ):
        if there:
            flat = {name: value for name, value in look.items() if name != "boxstyle"}
            yield design.words.say(f"picture-modules.{mark}-mark"), flat
