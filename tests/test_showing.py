"""What results show of themselves: in a notebook their table, in one line how large they are."""

import importlib
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import numpy as np
import pytest

from kompetanse import DependencyGraph, Programme, compare, forecast, journey, score
from kompetanse.forecasting import Forecaster, vary
from kompetanse.model import Assessment, Deadline, Drop, Participation, PlanningRules
from kompetanse.planning import balance, bounds, explain, form_groups, load, plan
from kompetanse.scoring import (
    agreement,
    remove_one,
    robustness,
    score_matrix,
    sensitivity,
    suppress,
    waterfall,
)
from kompetanse.whatif import Scenario, result, singles, sweep

ROOMS = ("model", "graph", "checks", "planning", "scoring", "forecasting", "whatif", "files", "report")
DROP = Scenario("uten", changes=[Drop("teknologi")])
LINES = {
    "Programme": "<Programme rogaland: 4 modules, 23 organisations, 3 cohorts, 12 gatherings>",
    "Timetable": "<Timetable: 12 gatherings>",
    "MaturityFramework": "<MaturityFramework modenhet: version 1.0, 5 dimensions, 5 levels>",
    "Assessment": "<Assessment 2022-09: 2,431 answers>",
    "DependencyGraph": "<DependencyGraph rogaland: 4 modules>",
    "Metrics": "<Metrics: 4 modules, 0 bottlenecks>",
    "Journey": "<Journey rogaland: on 2023-02-01, 12 stages>",
    "Load": "<Load: 15 months>",
    "Plan": "<Plan rogaland: 12 gatherings, proven>",
    "Bounds": "<Bounds rogaland: 4 modules, 3 cohorts>",
    "Explanation": "<Explanation rogaland: no day, 2 constraints, 3 steps>",
    "Balance": "<Balance rogaland: 3 periods, proven>",
    "Grouping": "<Grouping: 3 groups, proven>",
    "ScoreCard": "<ScoreCard modenhet: 23 organisations, 2 waves, minimum 5>",
    "Waterfall": "<Waterfall sandnes: node modenhet, wave 2023-02, 5 steps>",
    "Agreement": "<Agreement: 782 groups, 0 styles>",
    "Robustness": "<Robustness modenhet: wave 2023-02, 23 organisations, 100 draws>",
    "Removals": "<Removals 2023-02: 22 removals>",
    "Sensitivity": "<Sensitivity sandnes: node modenhet, wave 2023-02, 64 draws>",
    "ScoredMatrix": "<ScoredMatrix: 3 rows, 18 nodes>",
    "Forecaster": "<Forecaster modenhet: 46 reports, 100 draws, seed 0>",
    "Projection": "<Projection rogaland: on 2024-06-23, 23 organisations, 13 dimensions, 100 draws>",
    "Gained": "<Gained sandnes: 100 draws>",
    "Varied": "<Varied: 100 draws>",
    "Comparison": "<Comparison rogaland: 1 scenario, 0 refusals>",
    "Outcome": "<Outcome uten>",
    "Result": "<Result rogaland>",
    "Space": "<Space: 96 designs>",
    "Sweep": "<Sweep rogaland: 1 design, 4 measures>",
    "Table": "<Table: 864 rows, 13 columns>",
}


@pytest.fixture(scope="module")
def shown(
    programme: Programme, assessments: tuple[Assessment, ...], participation: tuple[Participation, ...]
) -> dict[str, object]:
    """One value of each kind, of the bundled case."""
    card = score(programme, assessments)
    assert programme.framework is not None
    forecaster = Forecaster(card, participation, draws=100)
    comparison = compare(programme, [DROP])
    whole = forecast(programme, card=card, draws=100)
    planned = attrs.evolve(programme, planning=PlanningRules(start=date(2022, 8, 1)))
    late = attrs.evolve(planned.planning, deadlines=[Deadline("ledelse", date(2022, 8, 1))])
    indicators = len(tuple(programme.framework.indicators()))
    values = (
        *(programme, programme.timetable, programme.framework, assessments[0], card.table()),
        *(DependencyGraph(programme), DependencyGraph(programme).metrics()),
        *(journey(programme, on=date(2023, 2, 1)), load(programme), bounds(planned), plan(planned)),
        explain(attrs.evolve(programme, planning=late)),
        *(balance(programme, periods=3), form_groups(programme, 3)),
        *(
            suppress(card, minimum=5),
            waterfall(card, organisation="sandnes"),
            agreement(programme, assessments),
        ),
        *(robustness(programme, assessments, draws=100), remove_one(programme, assessments)),
        sensitivity(programme, assessments, organisation="sandnes", draws=64),
        score_matrix(programme.framework, np.full((3, indicators), np.nan)),
        *(forecaster, whole, whole.gained("sandnes"), vary(forecaster, programme)),
        *(comparison, comparison.outcomes[0], comparison.base, singles(programme), sweep(programme, [DROP])),
    )
    return {type(one).__name__: one for one in values}


def test_each_is_told_in_one_line(shown: dict[str, object]) -> None:
    assert {name: repr(one) for name, one in shown.items()} == LINES


def test_what_has_a_table_shows_it_without_its_empty_columns(shown: dict[str, Any]) -> None:
    tabled = {name: one for name, one in shown.items() if callable(getattr(one, "table", None))}
    assert len(tabled) >= 18
    for name, one in tabled.items():
        assert one.table().rows, name
        assert one._repr_html_() == one.table().filled().html(), name


def _handed_out() -> Iterator[type]:
    for room in ROOMS:
        handed = importlib.import_module(f"kompetanse.{room}")
        yield from (one for one in map(handed.__dict__.get, handed.__all__) if isinstance(one, type))


def test_nothing_with_a_table_was_forgotten() -> None:
    tabled = {one.__name__ for one in _handed_out() if callable(getattr(one, "table", None))}
    assert tabled <= LINES.keys()


def test_telling_what_a_comparison_is_works_nothing_out(
    programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparison = compare(programme, [DROP])
    for verb in ("check", "DependencyGraph", "leader_hours", "load"):
        monkeypatch.setattr(result, verb, None)
    assert repr((comparison, comparison.outcomes)) == f"({LINES['Comparison']}, (<Outcome uten>,))"
    with pytest.raises(TypeError):
        comparison.table()
