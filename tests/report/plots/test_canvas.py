"""Pictures as such: on axes or as SVG, the same every time, with names that stay names."""

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from matplotlib import pyplot as plt
from matplotlib import rc_context, rcParams
from matplotlib.axes import Axes
from matplotlib.text import Text

from kompetanse.errors import InvalidValue, MissingExtra
from kompetanse.report.plots import Picture

HOSTILE = "$x$ <script>alert('1')</script> \"&\" 😀 العربية 漢字"


def hostile(ax: Axes) -> None:
    ax.barh([0], [1], label=HOSTILE, hatch="//")
    ax.set_yticks([0], [HOSTILE])
    ax.text(0, 0, HOSTILE)
    ax.set_title(HOSTILE)
    ax.set_xlabel(HOSTILE)
    ax.legend()


PICTURE = Picture("hostile", hostile, 2, HOSTILE)


def test_a_name_is_no_formula_even_on_axes_that_were_made_before() -> None:
    _, given = plt.subplots()
    own = given.text(0, 1, "$y$")
    assert PICTURE.on(given) is given
    texts = [one for one in given.findobj() if isinstance(one, Text)]
    told = [one for one in texts if one.get_text() == HOSTILE]
    assert len(told) == 6
    assert not any(one.get_parse_math() for one in told)
    assert own.get_parse_math()


def test_an_svg_holds_its_text_as_text_and_no_markup_of_others() -> None:
    svg = PICTURE.svg()
    assert svg.startswith('<svg role="img" aria-label=')
    assert svg.count("&lt;script&gt;") == 6
    assert "<script" not in svg
    assert "😀 العربية 漢字</text>" in svg


def test_a_picture_shows_itself_in_a_line() -> None:
    assert repr(PICTURE) == "<Picture hostile>"


def test_a_picture_shows_itself_in_a_notebook() -> None:
    picture = Picture("p", hostile, 2.0, "words")
    assert picture._repr_svg_() == picture.svg()


def test_two_pictures_on_a_page_share_no_name_for_different_things() -> None:
    svg = PICTURE.svg()
    assert 'id="figure_1"' not in svg
    assert 'id="axes_1"' not in svg


WILD: Any = {
    "axes.facecolor": "black",
    "axes.grid": True,
    "axes.titlesize": 40,
    "axes.xmargin": 0.5,
    "figure.dpi": 300,
    "font.family": "fantasy",
    "font.size": 25,
    "hatch.linewidth": 6,
    "legend.loc": "center",
    "lines.marker": "x",
    "savefig.bbox": "tight",
    "savefig.facecolor": "black",
    "text.usetex": True,
    "xtick.minor.visible": True,
}
"""What a user may have set; no two of them change the same thing. matplotlib's stubs know each by name."""


def test_a_picture_looks_the_same_whatever_its_user_has_set() -> None:
    plain, kept = PICTURE.svg(), PICTURE.on().get_facecolor()
    with rc_context(WILD):
        before, figures = dict(rcParams), plt.get_fignums()
        assert PICTURE.svg() == plain
        assert dict(rcParams) == before
        assert plt.get_fignums() == figures
        ax = PICTURE.on()
        assert dict(rcParams) == before
    assert ax.get_facecolor() == kept
    assert ax.figure.dpi == 300  # how fine the pixels are is the user's own


def test_pictures_of_several_threads_do_not_meddle() -> None:
    alone, before = PICTURE.svg(), dict(rcParams)
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: PICTURE.svg(), range(12))) == {alone}
    assert dict(rcParams) == before


@pytest.mark.parametrize("polar", [True, False])
def test_axes_of_another_kind_are_refused(polar: bool) -> None:  # noqa: FBT001  # a parameter
    picture = Picture("it", lambda ax: ax.plot([0]), 2, "", polar=polar)
    assert (picture.on().name == "polar") is polar
    other = plt.figure().add_subplot(projection=None if polar else "polar")
    for ax in (other, 3):
        with pytest.raises(InvalidValue, match="ax"):
            picture.on(ax)  # type: ignore[arg-type]  # the mistake


def test_without_matplotlib_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.axes", None)
    for verb in (PICTURE.on, PICTURE.svg):
        with pytest.raises(MissingExtra, match=r"kompetanse\[report\]"):
            verb()
