"""All pictures alike: the same every time, safe for names of any kind, and for everyone to read."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations, product
from xml.etree import ElementTree as ET

import attrs
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import to_rgb
from matplotlib.projections.polar import PolarAxes
from matplotlib.text import Text as Written

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Answer,
    Assessment,
    Cohort,
    Drop,
    Gathering,
    Indicator,
    Language,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Module,
    Organisation,
    Programme,
    Provenance,
    Text,
    Timetable,
)
from kompetanse.report import (
    Picture,
    changes_picture,
    differences_picture,
    dimensions_picture,
    levels_picture,
    modules_picture,
    pareto_picture,
    plot_changes,
    plot_differences,
    plot_dimensions,
    plot_levels,
    plot_modules,
    plot_pareto,
    plot_timetable,
    plot_waterfall,
    timetable_picture,
    waterfall_picture,
)
from kompetanse.scoring import ScoreCard, score
from kompetanse.whatif import Comparison, Scenario, compare

ON = dt.date(2023, 3, 13)
HOSTILE = ("<script>alert(1)</script>", "$x$ & \\frac{1}{2}", "😀🦊 مرحبا", "å" * 5000, "漢字" * 40, '"><b>')
Pictures = Callable[[Programme, ScoreCard, Comparison, Language], Picture]
PICTURES: dict[str, Pictures] = {
    "modules": lambda programme, _, __, lang: modules_picture(programme, lang=lang),
    "timetable": lambda programme, _, __, lang: timetable_picture(programme, on=ON, lang=lang),
    "levels": lambda programme, card, _, lang: levels_picture(
        programme, card, card.organisations[0], lang=lang
    ),
    "dimensions": lambda programme, card, _, lang: dimensions_picture(
        programme, card, card.organisations[0], lang=lang
    ),
    "radar": lambda programme, card, _, lang: dimensions_picture(programme, card, radar=True, lang=lang),
    "changes": lambda programme, card, _, lang: changes_picture(programme, card, lang=lang),
    "differences": lambda _, __, comparison, lang: differences_picture(comparison, lang=lang),
    "pareto": lambda _, __, comparison, lang: pareto_picture(comparison, lang=lang),
    "waterfall": lambda programme, card, _, lang: waterfall_picture(
        programme, card, card.organisations[0], lang=lang
    ),
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
RESTS_ON = {"modules": "modules", "differences": "timetable", "pareto": "timetable", "timetable": "timetable"}
"""A section that each picture rests on; the others rest on the answers."""
SMALLEST = 7
"""Points."""
each_picture = pytest.mark.parametrize("kind", PICTURES)


def written_on(ax: Axes) -> list[Written]:
    return [one for one in ax.findobj() if isinstance(one, Written) and one.get_text()]


def texts_on(ax: Axes) -> list[str]:
    return [one.get_text() for one in written_on(ax)]


def frame(ax: Axes) -> set[str]:
    """Give the sides of the axes that are drawn."""
    return {side for side, spine in ax.spines.items() if spine.get_visible()}


def contrast(colour: str) -> float:
    """Give the contrast to white (WCAG 2.1, relative luminance)."""
    parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in to_rgb(colour)]
    luminance = sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
    return 1.05 / (luminance + 0.05)


@pytest.fixture(scope="module")
def hostile() -> tuple[Programme, ScoreCard, Comparison]:
    """A programme in which every name is hard to show."""
    leaves = [
        MaturityDimension(f"d{at}", name=name, indicators=(Indicator(f"i{at}", name, 1, 5),))
        for at, name in enumerate(HOSTILE)
    ]
    levels = [MaturityLevel(f"l{at}", name=name, floor=15.0 * at) for at, name in enumerate(HOSTILE)]
    programme = Programme(
        "p",
        name=HOSTILE[0],
        modules=tuple(Module(f"m{at}", name=name) for at, name in enumerate(HOSTILE)),
        framework=MaturityFramework("whole", name=HOSTILE[0], levels=levels, dimensions=leaves),
        organisations=(Organisation("a", name=HOSTILE[3]), Organisation("b", name=HOSTILE[1])),
        cohorts=tuple(Cohort(f"c{at}", name=name) for at, name in enumerate(HOSTILE)),
        timetable=Timetable(
            [Gathering(f"m{at}", f"c{at}", ON + dt.timedelta(at)) for at in range(len(HOSTILE))]
        ),
    )
    waves = [
        Assessment(
            wave,
            [
                Answer(id_, f"r{number}", f"i{at}", 2 + number)
                for id_, number, at in product("ab", range(3), range(6))
            ],
        )
        for wave in ("2027", "2028")
    ]
    scenarios = [
        Scenario(f"s{at}", name=name, changes=[Drop(f"m{5 - each}") for each in range(at)])
        for at, name in enumerate(HOSTILE)
    ]
    return programme, score(programme, waves), compare(programme, scenarios)


@each_picture
def test_hostile_names_stay_text_are_cut_short_and_make_no_noise(
    kind: str, hostile: tuple[Programme, ScoreCard, Comparison]
) -> None:
    picture = PICTURES[kind](*hostile, "nb")
    svg = picture.svg()
    ET.fromstring(svg)  # noqa: S314  # our own
    assert not any(one in svg for one in ("<script", "<b>", "mathtext"))
    assert "å" * 200 not in svg
    assert any(one in svg for one in ("å" * 5, "漢字", "🦊"))
    assert picture.height < 12
    assert len(picture.alt) <= 1000


@each_picture
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_picture_is_the_same_every_time_and_says_what_it_shows(
    kind: str, programme: Programme, card: ScoreCard, forecast: Comparison, lang: Language
) -> None:
    picture = PICTURES[kind](programme, card, forecast, lang)
    svg = picture.svg()
    assert svg == PICTURES[kind](programme, card, forecast, lang).svg()
    assert len(svg) < 100_000
    title = picture.on().get_title("left").replace("\n", " ")
    assert picture.alt.startswith(f"{title}. ")
    assert len(picture.alt) < 600
    assert "illustrativ" in title
    assert 1 < picture.height < 10


@each_picture
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_no_text_is_cut_and_none_stands_on_another(
    kind: str, programme: Programme, card: ScoreCard, forecast: Comparison, lang: Language
) -> None:
    ax = PICTURES[kind](programme, card, forecast, lang).on()
    figure = ax.get_figure()
    assert figure is not None
    figure.draw_without_rendering()  # type: ignore[union-attr]  # it is no part of another
    legend = ax.get_legend()
    ticks = [*_in_sight(ax.xaxis), *_in_sight(ax.yaxis)] if ax.axison else []
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


def _in_sight(axis: Axis) -> list[Written]:
    low, high = sorted(axis.get_view_interval())
    labels = zip(axis.get_majorticklocs(), axis.get_ticklabels(), strict=True)
    return [one for at, one in labels if isinstance(axis.axes, PolarAxes) or low <= at <= high]


@each_picture
def test_each_language_has_its_own_words(
    kind: str, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    nb, en = (texts_on(PICTURES[kind](programme, card, forecast, lang).on()) for lang in ("nb", "en"))
    names = {one.name.nb for one in programme.organisations} | {one.name.nb for one in programme.modules}
    months = {"feb.", "mars", "apr.", "mai"}
    same = {one for one in nb if any(map(str.isalpha, one))} & set(en)
    assert same <= {"gone", "assumed", *names, *months}


@each_picture
def test_it_is_drawn_on_axes_that_are_given_and_on_new_ones_else(
    kind: str, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    picture = PICTURES[kind](programme, card, forecast, "en")
    figure = plt.figure(layout="constrained")
    other, given = (figure.add_subplot(1, 2, at, polar=picture.polar) for at in (1, 2))
    assert picture.on(given) is given
    assert not other.lines
    assert len(figure.axes) == 2
    new = picture.on()
    assert new.figure is not figure
    assert frame(given) == frame(new)


@each_picture
def test_every_text_can_be_read(
    kind: str, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    written = written_on(PICTURES[kind](programme, card, forecast, "en").on())
    assert min(contrast(str(one.get_color())) for one in written) >= 4.5
    assert min(float(one.get_fontsize()) for one in written) >= SMALLEST


@each_picture
def test_what_rests_on_nothing_illustrative_does_not_say_so(
    kind: str, programme: Programme, card: ScoreCard
) -> None:
    known = attrs.evolve(programme, provenance=())
    assert "illustrative" not in PICTURES[kind](known, card, compare(known, []), "en").alt
    section = Provenance(RESTS_ON.get(kind, "answers"), illustrative=True, source=Text("x"))
    drawn = attrs.evolve(programme, provenance=(section,))
    assert "illustrative" in PICTURES[kind](drawn, card, compare(drawn, []), "en").alt


def test_the_verbs_draw_what_the_pictures_are(
    programme: Programme, card: ScoreCard, comparison: Comparison
) -> None:
    for plotted, picture in (
        (plot_modules(programme), modules_picture(programme)),
        (plot_timetable(programme), timetable_picture(programme)),
        (plot_levels(programme, card, "sola"), levels_picture(programme, card, "sola")),
        (plot_dimensions(programme, card, "sola"), dimensions_picture(programme, card, "sola")),
        (plot_changes(programme, card, "sola"), changes_picture(programme, card, "sola")),
        (plot_differences(comparison), differences_picture(comparison)),
        (plot_pareto(comparison), pareto_picture(comparison)),
        (plot_waterfall(programme, card, "sola"), waterfall_picture(programme, card, "sola")),
    ):
        assert texts_on(plotted) == texts_on(picture.on())
        assert picture.name in PICTURES


@each_picture
def test_a_language_that_is_none_is_refused(
    kind: str, programme: Programme, card: ScoreCard, comparison: Comparison
) -> None:
    with pytest.raises(InvalidValue, match="lang"):
        PICTURES[kind](programme, card, comparison, "nn")  # type: ignore[arg-type]  # the mistake


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
