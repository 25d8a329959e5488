"""Where pictures are drawn: the one door to matplotlib, with the colours and the marks of them all."""

import io
import re
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias
from xml.sax.saxutils import quoteattr

import attrs

from kompetanse.errors import MissingExtra
from kompetanse.model.brief import brief
from kompetanse.model.rules import refuse, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

Draw: TypeAlias = "Callable[[Axes], object]"
"""What draws one picture into axes that it is given."""
Look: TypeAlias = Mapping[str, Any]
"""How a mark looks, as matplotlib's own keywords."""

WIDTH = 7.4
"""Inches: as wide as the text of a page."""
HIGHEST = 30.0
"""Inches: no picture is made higher, however much it has to show."""
INK, FAINT, GRID = "#1a1a1a", "#595959", "#d0d0d0"
"""Text and lines; text that is less important, at a contrast of 7 to 1; lines that only guide the eye."""
EDGE, BROWN = "#8a8a8a", "#8a5a00"
"""The edge of a pale ground, and of a pale orange one, at contrasts to white of 3.4 and 5.9 to 1."""
BLUE, ORANGE, GREEN, RED, SKY, PURPLE = "#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7"
"""Colours that can be told apart with any colour vision; none ever tells something alone.

Source: Okabe and Ito, Color Universal Design, 2008.
"""
STYLE: Mapping[str, Any] = MappingProxyType(
    {
        "font.size": 10,
        "axes.titlesize": 11,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": FAINT,
        "axes.labelcolor": INK,
        "text.color": INK,
        "text.parse_math": False,
        "text.usetex": False,
        "xtick.color": INK,
        "ytick.color": INK,
        "legend.fontsize": 9,
        "legend.frameon": False,
        "svg.fonttype": "none",
        "path.simplify": True,
    }
)
"""How every picture looks; a name with a dollar sign in it is no formula."""

NOT_IN_FONT = r"Glyph \d+|Matplotlib currently does not support"
"""What matplotlib warns of where its own font lacks a character; the reader of an SVG picks another font."""
UNUSED_ID = re.compile(r' id="[A-Za-z0-9]+(?:\.[a-z]+)?_\d+"')
"""Names that nothing refers to, and that would stand twice on a page of two pictures."""
JOINED = "stroke-linejoin: round; stroke-linecap: butt"
STYLED = re.compile(rf"\s*<style type=\"text/css\">\*{{{JOINED}}}</style>")
"""What matplotlib says of everything on the page that holds the picture; it is said of the picture alone."""
ONE_AT_A_TIME = threading.RLock()


MOST_SAID = 1000
"""Characters that are said of a picture: names of thousands are cut short there too."""


def _bounded(text: str) -> str:
    return text if len(text) <= MOST_SAID else f"{text[: MOST_SAID - 1]}…"


@attrs.frozen(eq=False)
class Picture:
    """A picture that can be drawn: on axes in a notebook, or as SVG on a page."""

    name: str
    """Which picture it is: that of ``plot_modules`` is ``modules``."""
    draw: Draw
    height: float
    """Inches that it wants to be high, where it is `WIDTH` wide."""
    alt: str = attrs.field(converter=_bounded)
    """What it shows, in words, for those who cannot see it."""
    polar: bool = False
    """Whether it stands on polar axes."""

    __repr__ = brief("name")

    def on(self, ax: "Axes | None" = None) -> "Axes":
        """Draw it on axes, or on new ones for None, and give them back.

        Raises `InvalidValue` where `ax` is something else, or is polar and should not be, or the other way
        round; `MissingExtra`.
        """
        with drawing_on(f"plot_{self.name}", ax, self.height, polar=self.polar) as axes:
            self.draw(axes)
        return axes

    def _repr_svg_(self) -> str:
        """Give it for a notebook."""
        return self.svg()

    def svg(self) -> str:
        """Give it as SVG, the same every time, with its text as text; raise `MissingExtra`."""
        drawn = svg_of(self.draw, self.height, polar=self.polar, of=self.alt)
        return drawn.replace("<svg ", f'<svg role="img" aria-label={quoteattr(self.alt)} ', 1)


@contextmanager
def drawing_on(verb: str, ax: "Axes | None", height: float, *, polar: bool = False) -> "Iterator[Axes]":
    """Give the axes to draw on: those that were given or, for None, new ones, `height` inches high.

    What is drawn within looks as `STYLE` says. Raises `InvalidValue` where `ax` is something else, and
    `MissingExtra`.
    """
    matplotlib = _matplotlib()
    if ax is not None:
        _demand_axes(matplotlib, verb, ax, polar=polar)
    with _styled(matplotlib, **{"figure.dpi": matplotlib.rcParams["figure.dpi"]}):
        if ax is None:
            from matplotlib import pyplot as plt  # noqa: PLC0415  # an extra; a page is drawn without it

            figure = plt.figure(figsize=(WIDTH, height), layout="constrained")
            ax = figure.add_subplot(projection=_projection(polar=polar))
        if not polar:
            ax.spines[["top", "right"]].set_visible(False)  # axes that are given may have them
        others = set(ax.texts)
        yield ax
        _lay_out_fast(ax)
        for text in ax.findobj(matplotlib.text.Text):
            if text not in others:
                text.set_parse_math(False)  # some were made with the axes, before the style was set


def _demand_axes(matplotlib: Any, verb: str, ax: object, *, polar: bool) -> None:  # noqa: ANN401  # a module
    if not isinstance(ax, matplotlib.axes.Axes):
        raise refuse(verb, "ax", "not-a", expected="Axes", found=shown(ax))
    if polar is not (ax.name == "polar"):
        expected = "Axes with the projection polar" if polar else "Axes without the projection polar"
        raise refuse(verb, "ax", "not-a", expected=expected, found=f"axes with the projection {ax.name}")


def _projection(*, polar: bool) -> str | None:
    return "polar" if polar else None


def svg_of(draw: Draw, height: float, *, polar: bool = False, of: str = "") -> str:
    """Give a picture as SVG, the same every time, its text as text; raise `MissingExtra`.

    What it is `of` makes the names within it differ from those of another picture on the same page.
    """
    matplotlib = _matplotlib()
    out = io.StringIO()
    with _styled(matplotlib, **{"svg.hashsalt": of}), warnings.catch_warnings():
        warnings.filterwarnings("ignore", NOT_IN_FONT, UserWarning)
        figure = matplotlib.figure.Figure(figsize=(WIDTH, height), layout="constrained")
        ax = figure.add_subplot(projection=_projection(polar=polar))
        draw(ax)
        _lay_out_fast(ax)
        unsaid = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.get_layout_engine().execute(figure)
        figure.set_layout_engine("none")  # savefig would lay it out twice more
        figure.savefig(out, format="svg", metadata=unsaid)
    whole = out.getvalue()
    inside = UNUSED_ID.sub("", whole[whole.index("<svg ") :])
    return STYLED.sub("", inside).replace("<svg ", f'<svg style="{JOINED}" ', 1)


@contextmanager
def _styled(matplotlib: Any, **more: object) -> "Iterator[None]":  # noqa: ANN401  # a module
    """Have all within look as `STYLE` says, and else as matplotlib has it, whatever its user has set.

    What matplotlib looks at is the whole process's, so that each picture waits for the one before it.
    """
    with ONE_AT_A_TIME, matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({**STYLE, **more})
        yield


def _lay_out_fast(ax: "Axes") -> None:
    """Have the margins made for what stands round the axes alone, not for hundreds of marks within."""
    for one in (*ax.patches, *ax.lines, *ax.collections):
        one.set_in_layout(False)


def _matplotlib() -> Any:  # noqa: ANN401  # a module
    try:
        import matplotlib.axes  # noqa: PLC0415  # an extra: imported where it is needed
        import matplotlib.figure  # noqa: PLC0415
        import matplotlib.text  # noqa: PLC0415
    except ImportError:
        raise MissingExtra("matplotlib", "report") from None
    return matplotlib
