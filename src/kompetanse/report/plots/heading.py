"""What stands round a picture: title, key to the marks, names of the rows, words in place of it."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, TypeAlias

from kompetanse.report.plots.canvas import FAINT, WIDTH, Look, Picture
from kompetanse.report.plots.lettering import width_of, wrapped

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

Key: TypeAlias = tuple[str, Look]
"""The words and the look of one mark: a line or, where it has a ground, a box."""

KEY_SIZE, KEY_ROW, HANDLE = 9, 15.0, 36.0
"""Points: the letters of a key, a row of it, and the room that a mark and the space round it take."""
ROOM = WIDTH * 72 - 12
"""Points across a picture."""


def head(ax: "Axes", title: str, keys: Iterable[Key] = (), *, gutter: float = 0.0, lift: float = 0.0) -> None:
    """Set the title and, between it and the axes, the key.

    Both begin `gutter` points to the left of the axes, and stand `lift` points higher than usual.
    """
    from matplotlib.transforms import ScaledTranslation  # noqa: PLC0415  # an extra; the canvas has opened it

    marks = tuple(keys)
    columns, rows = _columns(marks)
    inches = ax.figure.dpi_scale_trans
    left, up = ScaledTranslation(-gutter / 72, 0, inches), ScaledTranslation(0, lift / 72, inches)
    text = ax.set_title(wrapped(title, ROOM, 11, bold=True), pad=8 + rows * KEY_ROW + lift)
    text.set_transform(text.get_transform() + left)
    if marks:
        ax.legend(
            handles=list(map(_handle, marks)),
            loc="lower left",
            bbox_to_anchor=(0, 1),
            bbox_transform=ax.transAxes + left + up,
            ncols=columns,
            borderpad=0.2,
            borderaxespad=0.2,
            labelspacing=0.3,
            handlelength=2.2,
            handletextpad=0.6,
            columnspacing=1.2,
        )


def _handle(key: Key) -> "Artist":
    from matplotlib.lines import Line2D  # noqa: PLC0415  # an extra; the canvas has opened it
    from matplotlib.patches import Patch  # noqa: PLC0415

    told, look = key
    return Patch(label=told, **look) if "facecolor" in look else Line2D([], [], label=told, **look)


def _columns(keys: Sequence[Key]) -> tuple[int, int]:
    """Give in how many columns, and so rows, a key stands: as many columns as there is room for.

    The columns are filled one after the other, the first of them with what is over, as matplotlib does.
    """
    widths = [width_of(told, KEY_SIZE) + HANDLE for told, _ in keys]
    for columns in range(len(keys), 1, -1):
        least, over = divmod(len(keys), columns)
        sizes = [least + (column < over) for column in range(columns)]
        ends = list(accumulate(sizes))
        across = sum(max(widths[end - size : end]) for size, end in zip(sizes, ends, strict=True))
        if across <= ROOM:
            return columns, sizes[0]
    return min(1, len(keys)), len(keys)


def head_height(keys: Iterable[Key]) -> float:
    """Give how high, in inches, a title of one line and the key are together."""
    return (30 + _columns(tuple(keys))[1] * KEY_ROW) / 72


def name_rows(
    ax: "Axes", places: Sequence[float], names: Sequence[str], *, bold: Iterable[int] = ()
) -> float:
    """Name the rows at these places, to the left of the axes, and give how many points the names take."""
    strong = frozenset(bold)
    gutter = 10 + max(
        (
            width_of(line, bold=number in strong)
            for number, name in enumerate(names)
            for line in name.split("\n")
        ),
        default=0.0,
    )
    ax.set_yticks(places, names)
    ax.tick_params(axis="y", length=0, pad=gutter)
    for number, label in enumerate(ax.get_yticklabels()):
        label.set_horizontalalignment("left")
        if number in strong:
            label.set_fontweight("bold")
    return gutter


def words_alone(name: str, title: str, why: str, *, polar: bool = False) -> Picture:
    """Give a picture that says in words why there is nothing to draw."""
    return Picture(name, partial(_say, title, why), 1.4, f"{title}. {why}", polar)


def _say(title: str, why: str, ax: "Axes") -> None:
    ax.set_axis_off()
    head(ax, title)
    ax.text(0, 0.9, wrapped(why, ROOM, lines=4), transform=ax.transAxes, va="top", color=FAINT)
