"""Where pictures are drawn: the one door to matplotlib, with the colours and the marks of them all."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from kompetanse.errors import MissingExtra
from kompetanse.model.rules import refuse, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Draw: TypeAlias = "Callable[[Axes], object]"
"""What draws one picture into axes that it is given."""

WIDTH = 7.4
"""Inches: as wide as the text of a page."""
INK, FAINT, GRID = "#1a1a1a", "#595959", "#d0d0d0"
"""Text and lines; text that is less important, at a contrast of 7 to 1; lines that only guide the eye."""
BLUE, ORANGE, GREEN, RED, SKY, PURPLE = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7"
"""Colours that can be told apart with any colour vision; none ever tells something alone.

Source: Okabe and Ito, Color Universal Design, 2008.
"""
STYLE: Mapping[str, Any] = MappingProxyType(
    {
        "font.size": 10,
        "axes.titlesize": 11,
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": FAINT,
        "axes.labelcolor": INK,
        "text.color": INK,
        "text.parse_math": False,
        "xtick.color": INK,
        "ytick.color": INK,
        "svg.fonttype": "none",
        "svg.hashsalt": "kompetanse",
        "path.simplify": True,
    }
)
"""How every picture looks; a name with a dollar sign in it is no formula."""


@contextmanager
def drawing_on(verb: str, ax: "Axes | None", height: float) -> "Iterator[Axes]":
    """Give the axes to draw on: those that were given or, for None, new ones, `height` inches high.

    What is drawn within looks as `STYLE` says. Raises `InvalidValue` where `ax` is something else, and
    `MissingExtra`.
    """
    matplotlib = _matplotlib()
    if ax is not None and not isinstance(ax, matplotlib.axes.Axes):
        raise refuse(verb, "ax", "not-a", expected="Axes", found=shown(ax))
    with matplotlib.rc_context(dict(STYLE)):
        if ax is None:
            from matplotlib import pyplot as plt  # noqa: PLC0415  # an extra; a page is drawn without it

            _, ax = plt.subplots(figsize=(WIDTH, height), layout="constrained")
        yield ax


def svg_of(draw: Draw, height: float) -> str:
    """Give a picture as SVG, the same every time, its text as text; raise `MissingExtra`."""
    matplotlib = _matplotlib()
    out = io.StringIO()
    with matplotlib.rc_context(dict(STYLE)):
        figure = matplotlib.figure.Figure(figsize=(WIDTH, height), layout="constrained")
        draw(figure.add_subplot())
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _matplotlib() -> Any:  # noqa: ANN401  # a module
    try:
        import matplotlib.axes  # noqa: PLC0415  # an extra: imported where it is needed
        import matplotlib.figure  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("matplotlib", "report") from None
    return matplotlib
