"""Results as plain data, for JSON: the keys are stable, and documented with the command line."""

from collections.abc import Sequence
from datetime import date, time
from itertools import groupby
from typing import Any

import attrs

from kompetanse.errors import InvalidFile
from kompetanse.graph import DependencyGraph, placements
from kompetanse.model import Finding, Gathering, Language, Programme, Table, Text
from kompetanse.planning import Journey
from kompetanse.report.changes import change_data, change_text
from kompetanse.report.errors import problem_text
from kompetanse.report.findings import finding_text
from kompetanse.report.words import Words
from kompetanse.scoring import Advice, ScoreCard, changes

Data = dict[str, Any]


def finding_data(finding: Finding, words: Words) -> Data:
    """Give a finding with its sentence and its remedies."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "place": finding.place,
        "text": finding_text(finding, words),
        "details": {name: plain(value, words) for name, value in finding.details},
        "remedies": [
            {"text": change_text(one, words), "change": change_data(one)} for one in finding.remedies
        ],
    }


def faults_data(error: InvalidFile, words: Words) -> list[Data]:
    """Give the faults of a file, each with where it stands and its sentence."""
    return [
        {
            "file": error.path,
            "sheet": fault.sheet,
            "line": fault.line,
            "column": fault.column,
            "place": fault.place,
            "text": problem_text(fault.problem, words),
        }
        for fault in error.faults
    ]


def order_data(programme: Programme, lang: Language) -> Data:
    """Give the order, the layers, each module's place and reason; raise as `DependencyGraph.order`."""
    words = Words(lang, programme)
    graph = DependencyGraph(programme)
    modules = {}
    for one in placements(graph):
        module = programme.module(one.module)
        modules[module.id] = {
            "name": words.value(module.name),
            "place": one.place,
            "reason": one.reason.value,
            "after": one.after,
            "requires": [
                {"module": each.module, "kind": each.kind.value, "lag": each.lag} for each in module.requires
            ],
            "any_of": [
                [{"module": each.module, "lag": each.lag} for each in group.options]
                for group in module.any_of
            ],
            "develops": list(module.develops),
            "tools": [words.value(tool) for tool in module.tools],
        }
    return {
        "order": list(graph.order()),
        "layers": [list(layer) for layer in graph.layers()],
        "modules": modules,
    }


def journey_data(journey: Journey, lang: Language) -> Data:
    """Give where everyone is on a date."""
    words = Words(lang, journey.programme)
    return {
        "on": journey.on.isoformat(),
        "done": list(journey.done),
        "running": list(journey.running),
        "to_come": list(journey.to_come),
        "next_gatherings": [gathering_data(one, words) for one in journey.next_gatherings],
        "stages": rows(journey.table(), words),
        "homework": [
            {
                "cohort": one.cohort,
                "module": one.module,
                "phase": one.phase.value,
                "start": one.start.isoformat(),
                "end": one.end.isoformat(),
                "hours": one.hours,
                "tasks": [words.value(task) for task in one.tasks],
            }
            for one in journey.homework
        ],
        "progress": rows(journey.progress_table(), words),
        "toolbox": [words.value(tool) for tool in journey.toolbox()],
    }


def gathering_data(gathering: Gathering, words: Words) -> Data:
    """Give a gathering."""
    return {
        "cohort": gathering.cohort,
        "module": gathering.module,
        "date": gathering.date.isoformat(),
        "from": f"{gathering.start:%H:%M}",
        "to": f"{gathering.end:%H:%M}",
        "place": words.value(gathering.place) if gathering.place else None,
    }


def scores_data(programme: Programme, card: ScoreCard, advice: Sequence[Advice]) -> Data:
    """Give every score; each organisation's profile in each wave; and the advice, each one's best first."""
    words = Words("en", programme)
    return {
        "framework": {"id": card.framework.id, "version": card.framework.version},
        "waves": list(card.waves),
        "minimum": card.minimum,
        "scores": rows(card.table(), words),
        "changes": [{**attrs.asdict(one), "distinct": one.distinct} for one in changes(card)],
        "profiles": [
            {
                "organisation": one.organisation,
                "wave": one.wave,
                "shares": {share.level: share.share for share in one.shares},
            }
            for one in card.profiles
        ],
        "advice": [
            {"organisation": one.organisation, "place": place, **attrs.asdict(one)}
            for _, given in groupby(advice, lambda one: one.organisation)
            for place, one in enumerate(given, start=1)
        ],
    }


def rows(table: Table, words: Words) -> list[Data]:
    """Give a table's rows, each a mapping from the column's key, with ``_`` for ``-``, to the cell."""
    keys = [column.key.replace("-", "_") for column in table.columns]
    return [dict(zip(keys, (plain(cell, words) for cell in row), strict=True)) for row in table.rows]


def plain(value: object, words: Words) -> Any:  # noqa: ANN401  # whatever JSON can hold
    """Give one value as JSON holds it."""
    match value:
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Text():
            return words.value(value)
        case tuple():
            return [plain(one, words) for one in value]
        case _:
            return value
