"""Pictures as such: on axes or as SVG, the same every time, with names that stay names."""

import sys

import pytest
from matplotlib import pyplot as plt
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


def test_two_pictures_on_a_page_share_no_name_for_different_things() -> None:
    svg = PICTURE.svg()
    assert 'id="figure_1"' not in svg
    assert 'id="axes_1"' not in svg


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
