"""A page tells all that is asked, of the network or of one organisation, and nothing that is held back."""

import json
import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from importlib.metadata import PackageNotFoundError
from itertools import pairwise

import attrs
import pytest

from kompetanse.errors import InvalidValue, MissingExtra
from kompetanse.model import (
    Assessment,
    Cohort,
    Gathering,
    Language,
    Module,
    Organisation,
    Participation,
    Programme,
    Text,
    Timetable,
)
from kompetanse.report import Overview, overview, page
from kompetanse.report.pages.tables import beside_network
from kompetanse.whatif.sweeping import fingerprint

ON = date(2023, 3, 13)
LANGUAGES: tuple[Language, ...] = ("nb", "en")
HOSTILE = "<script>alert(1)</script>\"'&\N{ARABIC LETTER SEEN}\N{GRINNING FACE}</title></style>{{ 7 * 7 }}"


class Reader(HTMLParser):
    """What stands on a page: its elements, and its text beside styles and scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.text.append(" " if tag in ("td", "th") else "")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.text.append(data)

    @property
    def said(self) -> str:
        return " ".join("".join(self.text).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [told for name, told in self.elements if name == tag]


@pytest.fixture(scope="module")
def sokndal(
    programme: Programme, assessments: tuple[Assessment, ...], participation: tuple[Participation, ...]
) -> str:
    """The page of one organisation."""
    told = overview(
        programme,
        on=ON,
        assessments=assessments,
        participation=participation,
        organisation="sokndal",
        draws=100,
    )
    return page(told, "nb")


@pytest.fixture(scope="module")
def pages(whole: Overview) -> Mapping[Language, str]:
    """The page of the network in each language."""
    return {lang: page(whole, lang) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_overview_gives_the_same_page(
    whole: Overview, pages: Mapping[Language, str], lang: Language
) -> None:
    assert page(whole, lang) == pages[lang]


SECTIONS = [
    "journey",
    "timetable",
    "modules",
    "findings",
    "scores",
    "changes",
    "advice",
    "whatif",
    "forecast",
    "basis",
]


FACTS = ["journey", "journey", "scores", "findings", "whatif"]
"""The sections that the facts of the network lead to."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_has_every_section_with_its_heading_and_a_link_to_it(
    pages: Mapping[Language, str], lang: Language
) -> None:
    read = Reader(pages[lang])
    assert [one["id"] for one in read.all("h2")] == ["short", *SECTIONS]
    links = [one["href"] for one in read.all("a")]
    assert links[: len(SECTIONS) + 1] == ["#content", *(f"#{one}" for one in SECTIONS)]
    assert links[len(SECTIONS) + 1 :] == [f"#{one}" for one in FACTS]
    assert read.all("html") == [{"lang": lang}]


def test_a_page_tells_where_we_are_what_to_take_up_and_what_would_be_otherwise(
    pages: Mapping[Language, str],
) -> None:
    said = Reader(pages["nb"]).said
    for sentence in (
        "Status mandag 13. mars 2023",
        "Strategi, tirsdag 6. juni 2023, 09:00–15:00, Haugesund (om 85 dager)",
        "Ledelse og strategi i ett: i orden",
        "49,0 av 100 +7,7 siden 2022-09; Generasjon 3: sammenheng",
        "Illustrativt, ikke fakta",
        "antatt",
    ):
        assert sentence in said


def test_an_organisations_page_tells_of_it_and_of_no_others_scores(sokndal: str) -> None:
    read = Reader(sokndal)
    assert "Sokndal – Kompetanseløft i digital transformasjon" in read.said
    assert "Hva Sokndal bør ta tak i" in read.said
    assert "Samlet skår 37,1 av 100" in read.said
    assert "Sokndal 62 % 30 %" in read.said
    assert "Sokndal bør ta tak i Felles retning nå." in read.said
    assert read.said.count("Gruppe nord") == 1  # among the groups that the programme has
    assert not {"Bjerkreim", "Karmøy", "Utsira"} & set(read.said.split())


def test_an_organisation_reads_first_what_to_take_up_and_how_to_read_its_numbers(sokndal: str) -> None:
    read = Reader(sokndal)
    assert [one["href"] for one in read.all("a")][1:3] == ["#journey", "#advice"]
    assert "Skår går fra 0 til 100." in read.said
    assert "Intervallet (90 %) sier" in read.said
    assert "Neste samling: Gruppe sør: Strategi" in read.said
    assert "hver virksomhet" not in read.said


def test_an_organisation_stands_beside_the_network(whole: Overview, sokndal: str) -> None:
    assert whole.card is not None
    card, wave = whole.card, whole.card.waves[-1]
    table = beside_network(card, "sokndal")
    keys = [one.key for one in table.columns]
    for row in table.rows:
        told = dict(zip(keys, row, strict=True))
        node = str(told["node"])
        assert told["value"] == card.of("sokndal", node, wave).value
        assert told["network"] == card.network(node, wave).value
    assert "<caption>Hele nettverket, i snitt</caption>" in sokndal


def test_nothing_on_a_page_sends_its_reader_to_a_command(pages: Mapping[Language, str]) -> None:
    assert "kompetanse forecast" not in Reader(pages["nb"]).said


def test_what_there_is_nothing_of_is_left_out() -> None:
    bare = Programme("p", modules=(Module("a"),))
    read = Reader(page(overview(bare, on=ON), "en"))
    assert [one["id"] for one in read.all("h2")] == ["short", "journey", "modules", "findings", "basis"]
    read = Reader(page(overview(Programme("p"), on=ON), "en"))
    assert [one["id"] for one in read.all("h2")] == ["short", "journey", "findings", "basis"]


def test_a_ring_is_told_and_drawn() -> None:
    ringed = Programme("p", modules=(Module("a", requires=("b",)), Module("b", requires=("a",))))
    read = Reader(page(overview(ringed, on=ON), "en"))
    assert "1 error" in read.said
    assert len(read.all("figure")) == 1


def hostile(programme: Programme) -> Programme:
    """A programme in which all that has a name has a hostile one."""
    name = Text(HOSTILE)
    return attrs.evolve(
        programme,
        name=name,
        about=name,
        modules=tuple(attrs.evolve(one, name=name, tools=(name,)) for one in programme.modules),
        cohorts=tuple(attrs.evolve(one, name=name) for one in programme.cohorts),
        organisations=tuple(attrs.evolve(one, name=name) for one in programme.organisations),
    )


@pytest.mark.parametrize("organisation", [None, "sokndal"])
def test_hostile_names_stay_text(
    programme: Programme, assessments: tuple[Assessment, ...], organisation: str | None
) -> None:
    told = overview(hostile(programme), on=ON, assessments=assessments, organisation=organisation, draws=100)
    read = Reader(page(told, "en"))
    assert (len(read.all("script")), len(read.all("style"))) == (2, 1)
    assert "<script>alert(1)</script>" in read.said
    assert "{{ 7 * 7 }}" in read.said
    assert not any(name.startswith("on") for _, told in read.elements for name in told)


def test_what_is_held_back_stands_nowhere(
    programme: Programme, assessments: tuple[Assessment, ...], whole: Overview
) -> None:
    held = overview(programme, on=ON, assessments=assessments, minimum=8, draws=100)
    assert held.card is not None
    assert whole.card is not None
    withheld = {
        (one.organisation, one.node)
        for one in held.card.scores
        if one.withheld and one.wave == held.card.waves[-1]
    }
    assert len({one for one, _ in withheld}) > 3
    root, wave = held.card.framework.id, held.card.waves[-1]
    html = page(held, "nb")
    for row in re.findall(r"<tr role=\"row\">.*?</tr>", html, re.DOTALL):
        for organisation in held.card.organisations:
            name = programme.organisation(organisation).name.nb
            if (organisation, root) in withheld and f">{name}</th>" in row:
                value = f"{whole.card.of(organisation, root, wave).value:.1f}".replace(".", ",")
                assert f">{value}<" not in row


def test_linked_data_can_be_read_back(pages: Mapping[Language, str]) -> None:
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages["nb"], re.DOTALL)
    assert json.loads(data)


def test_nothing_of_a_page_lies_elsewhere(pages: Mapping[Language, str]) -> None:
    read = Reader(pages["en"])
    links = [
        value
        for _, told in read.elements
        for name, value in told.items()
        if name in ("src", "href", "xlink:href", "action", "data") and value
    ]
    assert all(value.startswith(("#", "data:")) for value in links)
    assert "url(http" not in pages["en"]


def test_numbers_and_days_are_written_as_the_language_writes_them(
    pages: Mapping[Language, str],
) -> None:
    nb, en = (Reader(pages[lang]).said for lang in LANGUAGES)
    assert "20 256 ledertimer" in nb
    assert "20,256 leader-hours" in en
    assert "tirsdag 6. juni 2023" in nb
    assert "Tuesday 6 June 2023" in en


def test_no_level_of_headings_is_left_out(pages: Mapping[Language, str]) -> None:
    levels = [int(name[1]) for name, _ in Reader(pages["nb"]).elements if re.fullmatch(r"h\d", name)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {3, 4} <= set(levels)


def test_the_facts_say_which_sound_design_gains_most(pages: Mapping[Language, str]) -> None:
    said = Reader(pages["nb"]).said
    assert "Kan gi mest, om forutsetningene holder Et halvt år etterarbeid gir 0,1" in said


def test_a_day_when_all_is_done_says_so() -> None:
    programme = Programme(
        "p",
        modules=(Module("a"),),
        organisations=(Organisation("o"),),
        cohorts=(Cohort("c", members=("o",)),),
        timetable=Timetable((Gathering("a", "c", date(2022, 1, 3)),)),
    )
    assert "all is done" in Reader(page(overview(programme, on=ON), "en")).said


def test_what_is_no_overview_or_no_language_is_refused(whole: Overview) -> None:
    with pytest.raises(InvalidValue, match="lang"):
        page(whole, "nn")  # type: ignore[arg-type]  # what a border is for
    with pytest.raises(InvalidValue, match="overview"):
        page("report", "en")  # type: ignore[arg-type]  # what a border is for


def test_without_jinja2_the_line_that_installs_it_is_told(
    whole: Overview, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kompetanse.report.pages import rendering  # noqa: PLC0415  # only this test looks inside

    rendering._environment.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    with pytest.raises(MissingExtra, match=r"kompetanse\[report\]"):
        page(whole, "en")
    rendering._environment.cache_clear()


def test_a_page_that_is_made_from_source_says_so(whole: Overview, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(fingerprint, "version", unknown)
    assert "Laget med kompetanse fra kildekoden." in Reader(page(whole, "nb")).said
