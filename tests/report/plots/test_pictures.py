"""All pictures alike: the same in every process, without a warning, and safe for names of any kind."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations

import attrs
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from kompetanse.model import Language, Programme, Text
from kompetanse.report import (
    Picture,
    dimensions_picture,
    levels_picture,
    modules_picture,
    plot_timetable,
    timetable_picture,
)
from kompetanse.scoring import ScoreCard

Pictures = Callable[[Programme, ScoreCard], Picture]
PICTURES: dict[str, Pictures] = {
    "modules": lambda programme, _: modules_picture(programme, lang="nb"),
    "timetable": lambda programme, _: timetable_picture(programme, on=dt.date(2023, 3, 13)),
    "levels": lambda programme, card: levels_picture(programme, card, "sola"),
    "dimensions": lambda programme, card: dimensions_picture(programme, card, "sola", lang="nb"),
    "radar": lambda programme, card: dimensions_picture(programme, card, "sola", radar=True),
}
IN_BOTH: dict[str, Callable[[Programme, ScoreCard, Language], Picture]] = {
    "modules": lambda programme, _, lang: modules_picture(programme, lang=lang),
    "timetable": lambda programme, _, lang: timetable_picture(programme, on=dt.date(2023, 3, 13), lang=lang),
    "levels": lambda programme, card, lang: levels_picture(programme, card, "sola", lang=lang),
    "dimensions": lambda programme, card, lang: dimensions_picture(programme, card, "randaberg", lang=lang),
    "radar": lambda programme, card, lang: dimensions_picture(programme, card, "sola", radar=True, lang=lang),
}
SCRIPT = """
from datetime import date
from kompetanse.files import bundled, read_answers, read_programme
from kompetanse.report import dimensions_picture, modules_picture, timetable_picture
from kompetanse.scoring import score
folder = bundled("rogaland")
programme = read_programme(folder / "programme.yaml")
card = score(programme, read_answers(folder / "answers.csv", programme))
print(modules_picture(programme).svg(), timetable_picture(programme, on=date(2023, 3, 13)).svg())
print(dimensions_picture(programme, card, "sola").svg())
"""
HOSTILE = ("$x_{1}$ <script>alert('1')</script> \"&\"", "😀 العربية 漢字 עברית", "Å" * 5000)


@pytest.mark.parametrize("kind", PICTURES)
def test_axes_that_are_given_have_the_same_frame_as_new_ones(
    programme: Programme, card: ScoreCard, kind: str
) -> None:
    picture = PICTURES[kind](programme, card)
    given = plt.figure().add_subplot(projection="polar" if picture.polar else None)
    frames = [
        {side for side, spine in one.spines.items() if spine.get_visible()}
        for one in (picture.on(given), picture.on())
    ]
    plt.close("all")
    assert frames[0] == frames[1]


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("name", HOSTILE, ids=["markup", "glyphs", "long"])
def test_a_name_of_any_kind_is_only_text(programme: Programme, card: ScoreCard, kind: str, name: str) -> None:
    text = Text(name)
    framework = attrs.evolve(
        card.framework,
        name=text,
        levels=[attrs.evolve(one, name=text) for one in card.framework.levels],
        dimensions=[attrs.evolve(one, name=text) for one in card.framework.dimensions],
    )
    named = attrs.evolve(
        programme,
        framework=framework,
        modules=[attrs.evolve(one, name=text) for one in programme.modules],
        cohorts=[attrs.evolve(one, name=text) for one in programme.cohorts],
        organisations=[attrs.evolve(one, name=text) for one in programme.organisations],
    )
    svg = PICTURES[kind](named, attrs.evolve(card, framework=framework)).svg()
    assert "<script" not in svg
    assert svg.count("Å") < 6000
    assert "mathtext" not in svg


@pytest.mark.parametrize("kind", PICTURES)
def test_a_picture_says_what_it_shows_and_fits_a_page(
    programme: Programme, card: ScoreCard, kind: str
) -> None:
    picture = PICTURES[kind](programme, card)
    assert 1 < picture.height < 10
    assert 20 < len(picture.alt) < 400
    assert picture.svg() == picture.svg()
    assert len(picture.svg()) < 100_000
    ax = picture.on()
    assert "illustr" in ax.get_title("left")
    assert isinstance(ax, Axes)


def test_pictures_are_the_same_in_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_report_is_there_without_matplotlib_until_something_is_drawn() -> None:
    script = "import sys, kompetanse.report; print('matplotlib' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "False"


def test_pictures_stand_on_the_axes_that_are_given(programme: Programme) -> None:
    from matplotlib.figure import Figure  # noqa: PLC0415  # no pyplot: nothing is kept open

    given = Figure().add_subplot()
    assert plot_timetable(programme, ax=given) is given


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("kind", PICTURES)
def test_no_text_is_cut_and_none_stands_on_another(
    programme: Programme, card: ScoreCard, kind: str, lang: Language
) -> None:
    ax = IN_BOTH[kind](programme, card, lang).on()
    figure = ax.get_figure()
    assert figure is not None
    figure.draw_without_rendering()  # type: ignore[union-attr]  # it is no part of another
    legend = ax.get_legend()
    ticks = [*ax.get_xticklabels(), *ax.get_yticklabels()] if ax.axison else []
    texts = [one for one in (*ax.texts, *ticks, ax._left_title) if one.get_text()]  # type: ignore[attr-defined]  # it has no name of its own
    assert len(texts) > 6
    boxes = [(one.get_text(), one.get_window_extent()) for one in texts]
    boxes += [("key", legend.get_window_extent())] if legend else []
    whole = figure.bbox.padded(2)
    for text, box in boxes:
        assert whole.contains(box.x0, box.y0), text
        assert whole.contains(box.x1, box.y1), text
    apart = [(text, box.padded(-1)) for text, box in boxes]
    for (one, box), (other, beside) in combinations(apart, 2):
        assert not box.overlaps(beside), (one, other)
