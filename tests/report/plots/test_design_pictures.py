"""What holds of each picture of changes, of designs and of a score alike."""

from collections.abc import Callable
from itertools import product
from xml.etree import ElementTree as ET

import attrs
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.text import Text as Written

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Answer,
    Assessment,
    Drop,
    Indicator,
    Language,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Programme,
    Provenance,
    Text,
)
from kompetanse.report.plots import (
    Picture,
    changes_picture,
    differences_picture,
    pareto_picture,
    plot_changes,
    plot_differences,
    plot_pareto,
    plot_waterfall,
    waterfall_picture,
)
from kompetanse.scoring import ScoreCard, score
from kompetanse.whatif import Comparison, Scenario, compare

HOSTILE = ("<script>alert(1)</script>", "$x$ & \\frac{1}{2}", "😀🦊 مرحبا", "å" * 5000, "漢字" * 40, '"><b>')
Pictures = Callable[[Programme, ScoreCard, Comparison, Language], Picture]
PICTURES: dict[str, Pictures] = {
    "changes": lambda programme, card, _, lang: changes_picture(programme, card, lang=lang),
    "differences": lambda _, __, comparison, lang: differences_picture(comparison, lang=lang),
    "pareto": lambda _, __, comparison, lang: pareto_picture(comparison, lang=lang),
    "waterfall": lambda programme, card, _, lang: waterfall_picture(
        programme, card, card.organisations[0], lang=lang
    ),
}
each_picture = pytest.mark.parametrize("picture_of", PICTURES.values(), ids=PICTURES)


def written_on(ax: Axes) -> list[Written]:
    return [one for one in ax.findobj() if isinstance(one, Written) and one.get_text()]


def texts_on(ax: Axes) -> list[str]:
    return [one.get_text() for one in written_on(ax)]


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
    programme = Programme(
        "p",
        name=HOSTILE[0],
        modules=tuple(Module(f"m{at}", name=name) for at, name in enumerate(HOSTILE)),
        framework=MaturityFramework("whole", name=HOSTILE[0], dimensions=leaves),
        organisations=(Organisation("a", name=HOSTILE[3]), Organisation("b", name=HOSTILE[1])),
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
        Scenario(f"s{at}", name=name, changes=[Drop(f"m{each}") for each in range(at)])
        for at, name in enumerate(HOSTILE)
    ]
    return programme, score(programme, waves), compare(programme, scenarios)


@each_picture
def test_hostile_names_stay_text_are_cut_short_and_make_no_noise(
    picture_of: Pictures, hostile: tuple[Programme, ScoreCard, Comparison]
) -> None:
    svg = picture_of(*hostile, "nb").svg()
    ET.fromstring(svg)  # noqa: S314  # our own
    assert "<script" not in svg
    assert "<b>" not in svg
    assert "å" * 200 not in svg
    assert "å" * 10 in svg
    assert picture_of(*hostile, "nb").height < 12


@each_picture
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_picture_is_the_same_every_time_and_says_what_it_shows(
    picture_of: Pictures, programme: Programme, card: ScoreCard, forecast: Comparison, lang: Language
) -> None:
    picture = picture_of(programme, card, forecast, lang)
    assert picture.svg() == picture_of(programme, card, forecast, lang).svg()
    assert picture.alt
    assert ("illustrativ" in picture.alt) is True
    assert picture.alt.startswith(picture.on().get_title("left").replace("\n", " "))


@each_picture
def test_each_language_has_its_own_words(
    picture_of: Pictures, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    nb, en = (texts_on(picture_of(programme, card, forecast, lang).on()) for lang in ("nb", "en"))
    same = {one for one in nb if any(map(str.isalpha, one))} & set(en)
    assert same <= {"gone", "assumed"}


@each_picture
def test_it_is_drawn_on_axes_that_are_given_and_on_new_ones_else(
    picture_of: Pictures, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    picture = picture_of(programme, card, forecast, "en")
    figure, both = plt.subplots(1, 2, layout="constrained")
    assert picture.on(both[1]) is both[1]
    assert not both[0].lines
    assert len(figure.axes) == 2
    assert picture.on().figure is not figure


@each_picture
def test_every_text_can_be_read(
    picture_of: Pictures, programme: Programme, card: ScoreCard, forecast: Comparison
) -> None:
    ax = picture_of(programme, card, forecast, "en").on()
    written = written_on(ax)
    assert min(contrast(str(one.get_color())) for one in written) >= 4.5
    assert min(float(one.get_fontsize()) for one in written) >= 9


@each_picture
def test_what_rests_on_nothing_illustrative_does_not_say_so(
    picture_of: Pictures, programme: Programme, card: ScoreCard
) -> None:
    known = attrs.evolve(programme, provenance=())
    assert "illustrative" not in picture_of(known, card, compare(known, []), "en").alt
    section = "answers" if picture_of in (PICTURES["changes"], PICTURES["waterfall"]) else "timetable"
    drawn = attrs.evolve(programme, provenance=(Provenance(section, illustrative=True, source=Text("x")),))
    assert "illustrative" in picture_of(drawn, card, compare(drawn, []), "en").alt


def test_the_verbs_draw_what_the_pictures_are(
    programme: Programme, card: ScoreCard, comparison: Comparison
) -> None:
    for plotted, picture in (
        (plot_changes(programme, card, "sola"), changes_picture(programme, card, "sola")),
        (plot_differences(comparison), differences_picture(comparison)),
        (plot_pareto(comparison), pareto_picture(comparison)),
        (plot_waterfall(programme, card, "sola"), waterfall_picture(programme, card, "sola")),
    ):
        assert texts_on(plotted) == texts_on(picture.on())
        assert picture.name in ("changes", "differences", "pareto", "waterfall")


@each_picture
def test_a_language_that_is_none_is_refused(
    picture_of: Pictures, programme: Programme, card: ScoreCard, comparison: Comparison
) -> None:
    with pytest.raises(InvalidValue, match="lang"):
        picture_of(programme, card, comparison, "nn")  # type: ignore[arg-type]  # the mistake
