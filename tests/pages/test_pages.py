"""The page in a real browser: read by everyone, on any screen and on paper, whatever the names in it."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import attrs
import pytest

from kompetanse.model import Assessment, Language, Participation, Programme, Text
from kompetanse.report import Overview, overview
from kompetanse.report.pages import page
from kompetanse.whatif import Scenario

pytestmark = pytest.mark.slow

LANGUAGES: tuple[Language, ...] = ("nb", "en")
ONE_OF_THEM = "sokndal"
WIDE, NARROW = (1280, 900), (320, 256)
"""Of a screen, and of one of 1,280 by 1,024 that is looked at four times as large."""
HOSTILE = (
    "<script>window.hostile = 1; alert(1)</script>",
    "<img src=x onerror='window.hostile = 1; alert(2)'>",
    "\"'><svg onload=\"window.hostile = 1; alert('3')\">",
    "</script></style></title><h1 id='hostile'>x</h1>",
    "السلام",
    "שלום",
    "ord" * 1667,
    "👩🏽‍🚀 🇳🇴 é",
    "{{ 7 * 7 }} {% raw %} $x_1$ \\frac &lt;b&gt; &amp;",
    "javascript:alert(4)",
)
"""Names that would be something else, if they were let."""
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
)
"""What readers may ask for by WCAG 2.1, 1.4.12."""
Html = Callable[..., str]


@pytest.fixture(scope="module")
def told(
    programme: Programme,
    assessments: tuple[Assessment, ...],
    participation: tuple[Participation, ...],
    scenarios: tuple[Scenario, ...],
) -> Callable[..., Overview]:
    """Give what is told of the bundled case, by those names or by hostile ones."""

    def of(organisation: str | None, *, hostile: bool) -> Overview:
        names = cycle(HOSTILE)
        return overview(
            renamed(programme, names) if hostile else programme,
            on=dt.date(2023, 3, 13),
            assessments=assessments,
            participation=participation,
            scenarios=renamed(scenarios, names) if hostile else scenarios,
            organisation=organisation,
            draws=100,
        )

    return of


def renamed(value: Any, names: Iterator[str]) -> Any:
    """Put another name in the place of every text of a noun."""
    if isinstance(value, Text):
        return Text(next(names))
    if isinstance(value, tuple):
        return tuple(renamed(one, names) for one in value)
    if attrs.has(type(value)):
        fields = [one for one in attrs.fields(type(value)) if one.init]
        new = {one.alias: renamed(getattr(value, one.name), names) for one in fields}
        return type(value)(**new)
    return value


@pytest.fixture(scope="module")
def html(told: Callable[..., Overview]) -> Html:
    """Give a page, which is made once."""
    made: dict[tuple[str | None, Language, bool], str] = {}

    def of(organisation: str | None, lang: Language, *, hostile: bool = False) -> str:
        key = (organisation, lang, hostile)
        if key not in made:
            made[key] = page(told(organisation, hostile=hostile), lang)
        return made[key]

    return of


@pytest.fixture(params=[None, ONE_OF_THEM], ids=["network", "organisation"])
def organisation(request: pytest.FixtureRequest) -> str | None:
    value: str | None = request.param
    return value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_read_by_everyone(
    visit: Any,
    html: Html,
    organisation: str | None,
    lang: Language,
) -> None:
    with visit(html(organisation, lang)) as here:
        for check in ("headings", "document", "pictures", "tables", "sideways", "bidi"):
            assert here.wrong(check) == [], check
        assert here.accessibility() == []
        assert here.keyboard() == []
        here.page.evaluate("document.activeElement.blur()")
    assert (here.sent, here.said) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_read_on_the_smallest_screen(
    visit: Any,
    html: Html,
    organisation: str | None,
    lang: Language,
) -> None:
    with visit(html(organisation, lang), NARROW, device_scale_factor=4) as here:
        assert here.wrong("sideways") == []
        assert here.accessibility() == []
        here.page.add_style_tag(content=SPACED)
        assert here.wrong("sideways") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_scrolls_sideways_on_a_screen_of_any_width(
    visit: Any, html: Html, organisation: str | None, lang: Language
) -> None:
    with visit(html(organisation, lang)) as here:
        for across in range(400, 1200, 40):
            here.page.set_viewport_size({"width": across, "height": 900})
            assert here.wrong("sideways") == [], across


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_is_printed_on_a4_with_no_row_on_two_sheets(
    visit: Any,
    html: Html,
    organisation: str | None,
    lang: Language,
) -> None:
    with visit(html(organisation, lang)) as here:
        assert here.paper() == []


def test_on_paper_a_script_changes_nothing(visit: Any, html: Html, organisation: str | None) -> None:
    """Not the headings of a table above its rows on the next sheet either."""
    printed = []
    for script in (True, False):
        with visit(html(organisation, "nb"), java_script_enabled=script) as here:
            printed.append([one.extract_text() for one in here.sheets()])
    assert printed[0] == printed[1]


def test_the_first_stop_leads_past_the_contents(visit: Any, html: Html, organisation: str | None) -> None:
    with visit(html(organisation, "nb")) as here:
        assert here.skipping() == []


@pytest.mark.parametrize("scheme", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_a_page_is_read_in_other_colours(visit: Any, html: Html, scheme: dict[str, str]) -> None:
    with visit(html(None, "nb"), **scheme) as here:
        assert here.accessibility() == []


def test_without_scripts_nothing_is_lost(visit: Any, html: Html, organisation: str | None) -> None:
    with visit(html(organisation, "nb")) as here:
        lines = here.wrong("lines")
    with visit(html(organisation, "nb"), java_script_enabled=False) as here:
        assert here.wrong("lines") == lines
        assert here.wrong("sideways") == []
    assert len(lines) > 100
    assert (here.sent, here.said) == ([], [])


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_name_stays_text_whatever_it_is(
    visit: Any,
    html: Html,
    organisation: str | None,
    size: tuple[int, int],
) -> None:
    with visit(html(organisation, "nb")) as here:
        scripts = here.page.evaluate("document.scripts.length")
    # What a page forbids its scripts is left aside here: no name may come so far.
    with visit(html(organisation, "nb", hostile=True), size, bypass_csp=True) as here:
        assert here.page.evaluate("window.hostile") is None
        assert (
            here.page.evaluate("document.querySelector('#hostile, [onerror], [onload], img[src=x]')") is None
        )
        assert here.page.evaluate("document.scripts.length") == scripts
        told = here.page.evaluate("document.body.textContent")
        assert [one for one in HOSTILE if one not in told] == []
        for data in here.page.evaluate(
            "[...document.querySelectorAll('[type*=json]')].map((one) => one.text)"
        ):
            assert json.loads(data)
        for check in ("headings", "document", "pictures", "tables", "sideways", "bidi"):
            assert here.wrong(check) == [], check
    assert (here.sent, here.said) == ([], [])


def test_hostile_names_are_printed_on_a4_too(visit: Any, html: Html) -> None:
    with visit(html(None, "en", hostile=True)) as here:
        assert [one for one in here.paper() if "sheet" in one and "whole" not in one] == []
