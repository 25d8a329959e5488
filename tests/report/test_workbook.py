"""The workbook: every sheet in words, every number as it was, and nothing of what is held back."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import attrs
import numpy as np
import pytest
import python_calamine
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.errors import InvalidValue
from kompetanse.files import write_tables
from kompetanse.model import (
    Assessment,
    Cell,
    Column,
    Drop,
    Language,
    Module,
    Organisation,
    Programme,
    Table,
    Text,
    Unit,
)
from kompetanse.report import Overview, Words, overview, worded, workbook
from kompetanse.scoring import ScoreCard, score
from kompetanse.testing import strategies
from kompetanse.whatif import Comparison, Scenario

ON = dt.date(2023, 3, 13)
ALL = ("about", "scores", "advice", "timetable", "comparison", "findings", "assumptions", "sources")


def by_key(sheets: Mapping[str, Table], lang: Language) -> dict[str, Table]:
    """The sheets by what they are of, whatever else their names say."""
    names = {Words(lang).say(f"sheet.{key}"): key for key in ALL}
    return {names[name.partition(" (")[0]]: table for name, table in sheets.items()}


def column(table: Table, key: str) -> list[Cell]:
    place = [one.key for one in table.columns].index(key)
    return [row[place] for row in table.rows]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_sheet_has_a_heading_of_its_own_for_each_column(whole: Overview, lang: Language) -> None:
    unsound = attrs.evolve(whole, findings=check(Programme("p", modules=[Module("m", requires=["gone"])])))
    sheets = by_key(workbook(unsound, lang), lang)
    assert tuple(sheets) == ALL
    for table in sheets.values():
        headings = [one.headed(lang) for one in table.columns]
        assert len(set(headings)) == len(headings)
        assert not set(headings) & {one.key for one in table.columns} - {"status", "scenario"}


def test_what_is_no_overview_or_no_language_is_refused(whole: Overview) -> None:
    with pytest.raises(InvalidValue, match="overview"):
        workbook("rogaland", "nb")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(InvalidValue, match="lang"):
        workbook(whole, "nn")  # type: ignore[arg-type]  # the mistake


def test_what_is_illustrative_says_so_in_the_name_of_its_sheet(whole: Overview) -> None:
    names = tuple(workbook(whole, "nb"))
    assert "Skårer (illustrativt)" in names
    assert {"Om", "Forutsetninger", "Kilder"} < set(names)
    real = attrs.evolve(whole, programme=attrs.evolve(whole.programme, provenance=()))
    assert "Skårer" in workbook(real, "nb")


def test_scores_are_those_of_the_card_with_names_for_ids(whole: Overview, card: ScoreCard) -> None:
    table, told = card.table(), by_key(workbook(whole, "nb"), "nb")["scores"]
    for key in ("wave", "value", "coverage", "low", "high", "error", "respondents", "target", "gap"):
        assert column(told, key) == column(table, key)
    assert column(told, "organisation")[0] == "Eigersund"
    assert column(told, "organisation")[-1] == "hele nettverket"
    assert column(told, "node")[0] == "Digital modenhet"


def test_the_comparison_is_told_with_its_numbers(whole: Overview, comparison: Comparison) -> None:
    told = by_key(workbook(whole, "en"), "en")["comparison"]
    assert column(told, "leader-hours") == column(comparison.table(), "leader-hours")
    assert column(told, "last-date") == column(comparison.table(), "last-date")
    assert column(told, "scenario")[:2] == ["the base", "Without technology"]
    assert set(column(told, "status")) == {"sound", "not sound"}


def test_advice_has_its_numbers_and_whom_to_learn_from(whole: Overview) -> None:
    told = by_key(workbook(whole, "nb"), "nb")["advice"]
    assert column(told, "whole-gain") == [one.gain for one in whole.advice]
    assert column(told, "gap") == [one.gap for one in whole.advice]
    assert "Tysvær, Time og Sandnes" in column(told, "learn-from")


def test_the_timetable_has_every_gathering_with_what_lies_round_it(whole: Overview) -> None:
    told = by_key(workbook(whole, "nb"), "nb")["timetable"]
    held = whole.programme.timetable.gatherings
    assert sorted(map(str, column(told, "gathering"))) == sorted(str(one.date) for one in held)
    assert told.rows[0] == (
        "Gruppe nord", "Organisasjon", dt.date(2022, 10, 18), dt.date(2022, 11, 8), dt.time(9), dt.time(15),
        "Haugesund", dt.date(2023, 1, 7),
    )  # fmt: skip


def test_of_one_organisation_it_tells_its_own(whole: Overview) -> None:
    advice = tuple(one for one in whole.advice if one.organisation == "sokndal")
    told = by_key(workbook(attrs.evolve(whole, organisation="sokndal", advice=advice), "nb"), "nb")
    assert set(column(told["scores"], "organisation")) == {"Sokndal", "hele nettverket"}
    assert set(column(told["advice"], "organisation")) == {"Sokndal"}
    (cohort,) = {one.name.nb for one in whole.programme.cohorts if "sokndal" in one.members}
    assert set(column(told["timetable"], "cohort")) == {cohort}
    assert ("Virksomhet", "Sokndal") in told["about"].rows


def test_it_says_how_it_is_read_and_what_is_no_fact(whole: Overview) -> None:
    about = {row[0]: row[1] for row in by_key(workbook(whole, "nb"), "nb")["about"].rows}
    assert about["Merk"] == "Noe av dette er illustrasjon, ikke fakta. Arket «Kilder» sier hva."
    assert str(about["Skår og dekning"]).startswith("Skår går fra 0 til 100.")
    assert str(about["Nedre og øvre"]).startswith("Intervallet (90 %)")


def test_of_a_bare_programme_it_tells_what_it_is_and_no_more(tmp_path: Path) -> None:
    sheets = workbook(overview(Programme("p"), on=ON), "en")
    assert {name: table.rows for name, table in sheets.items()} == {
        "About": (("Programme", "p"), ("As of", ON))
    }
    write_tables(sheets, tmp_path / "t.xlsx")


@pytest.mark.parametrize("organisation", [None, "sokndal", "kvitsøy"])
def test_a_value_that_is_held_back_stands_nowhere(
    organisation: str | None,
    programme: Programme,
    assessments: tuple[Assessment, ...],
    scenarios: tuple[Scenario, ...],
    tmp_path: Path,
) -> None:
    shown = overview(
        programme,
        on=ON,
        assessments=assessments,
        scenarios=scenarios,
        organisation=organisation,
        minimum=6,
        draws=100,
    )
    assert shown.card is not None
    secret = _numbers(score(programme, assessments)) - _numbers(shown.card)
    assert len(secret) > 500
    cells = cells_of(workbook(shown, "nb"), tmp_path)
    numbers = np.array([cell for cell in cells if isinstance(cell, float)])
    texts = "\n".join(cell for cell in cells if isinstance(cell, str))
    for one in secret:
        assert np.abs(numbers - one).min() > 1e-8
        assert f"{one:.3f}" not in texts
    assert "holdt tilbake" in texts


def _numbers(card: ScoreCard) -> set[float]:
    """What is told of organisations in points, but for whole numbers, which stand elsewhere by chance."""
    told = (each for one in card.scores for each in (one.value, one.gap, one.low, one.high))
    return {round(one, 9) for one in told if one is not None and one % 0.5}


def cells_of(sheets: Mapping[str, Table], folder: Path) -> list[object]:
    """Every cell of a workbook as it is written."""
    write_tables(sheets, folder / "t.xlsx", lang="nb")
    book = python_calamine.CalamineWorkbook.from_path(folder / "t.xlsx")
    rows = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize(
    "name", ["=1+1", "@SUM(A1)", "<script>alert(1)</script>", "x" * 5000, "🙂é", "http://x.no"]
)
def test_hostile_names_are_text(name: str, tmp_path: Path) -> None:
    modules = [Module("m", Text(name), requires=["gone"])]
    programme = Programme("p", Text(name), modules=modules, organisations=[Organisation("o", name)])
    scenario = Scenario("s", Text(name), changes=[Drop("m")])
    cells = cells_of(workbook(overview(programme, on=ON, scenarios=[scenario]), "nb"), tmp_path)
    assert cells.count(name) == 2


def test_a_ring_too_long_for_a_cell_is_cut_short(tmp_path: Path) -> None:
    name = "a name as long as names may be" * 3
    ids = [f"m{number}" for number in range(300)]
    ring = [
        Module(one, name=name, requires=[other]) for one, other in zip(ids, ids[1:] + ids[:1], strict=True)
    ]
    sheets = workbook(overview(Programme("p", modules=ring), on=dt.date(2027, 1, 4)), "en")
    write_tables(sheets, tmp_path / "r.xlsx", lang="en")
    [(_, _, finding, remedy)] = sheets["Findings"].rows
    assert max(len(str(finding)), len(str(remedy))) == 30_000


def test_the_same_overview_gives_the_same_bytes(whole: Overview, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_tables(workbook(whole, "nb"), tmp_path / name, lang="nb")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@given(strategies.programmes(), st.sampled_from(("nb", "en")))
@settings(max_examples=30)
def test_any_programme_has_a_workbook(programme: Programme, lang: Language) -> None:
    sheets = workbook(overview(programme, on=ON, draws=100), lang)
    assert all(table.rows for table in sheets.values())
    told = by_key(sheets, lang)
    assert len(told["timetable"].rows if "timetable" in told else ()) == len(programme.timetable.gatherings)


CELLS = st.none() | st.integers() | st.floats(allow_nan=False) | st.dates() | st.times()


@given(st.lists(st.tuples(CELLS, CELLS)), st.sampled_from(("nb", "en")))
def test_what_is_no_text_is_left_as_it_is(rows: list[tuple[Cell, Cell]], lang: Language) -> None:
    table = Table((Column("value", Unit.POINTS), "organisation"), rows)
    told = worded(table, Words(lang))
    assert told.rows == table.rows
    assert [(one.key, one.unit) for one in told.columns] == [("value", Unit.POINTS), ("organisation", None)]


def test_ids_coded_words_and_texts_are_worded_and_other_text_is_not() -> None:
    programme = Programme("p", organisations=[Organisation("o", Text("Sandnes", "The city"))])
    table = Table(("organisation", "flag", "place", "tulip"), [("o", "withheld", Text("Sted", "Place"), "o")])
    told = worded(table, Words("en", programme))
    assert told.rows == (("The city", "held back", "Place", "o"),)
    assert [one.headed("en") for one in told.columns] == ["Organisation", "Flag", "Place", "tulip"]
