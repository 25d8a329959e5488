"""``kompetanse order``: the modules in their order; where it is tight; how free it is."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from kompetanse.cli.output import errors_of, findings_in, finish_with
from kompetanse.errors import NothingCanBegin, RingOfPrerequisites, TooManyOrders, UnknownModule
from kompetanse.files import read_curriculum, read_programme
from kompetanse.graph import BUDGET, DependencyGraph
from kompetanse.model import CurriculumSystem, Programme
from kompetanse.report import (
    Words,
    finding_data,
    findings_text,
    metrics_data,
    metrics_text,
    order_data,
    order_text,
    orders_data,
    orders_text,
)

MANY = 200
"""Modules from which on counting gives up sooner."""


def order(arguments: Namespace) -> int:
    """Tell the order; where there is none, the findings that say why."""
    programme, quarter = _read(arguments.file)
    errors = errors_of(findings_in(programme))
    graph = DependencyGraph(programme)
    words = Words(arguments.lang, programme)
    tell = _data if arguments.json else _text
    shown: Any
    try:
        shown = tell(graph, arguments, quarter=quarter)
    except (RingOfPrerequisites, NothingCanBegin, UnknownModule):
        none = words.say("order.none")
        text = none + "\n\n" + findings_text(errors, programme, arguments.lang)
        shown = _nothing(arguments, none) if arguments.json else text
    if arguments.json:
        shown["findings"] = [finding_data(one, words) for one in errors]
    return finish_with(arguments, errors, shown)


def _read(path: str) -> tuple[Programme, bool]:
    """Read a programme, and whether it is a curriculum in a quarter system."""
    if Path(path).suffix.lower() != ".csv":
        return read_programme(path), False
    curriculum = read_curriculum(path)
    return curriculum.programme, curriculum.system is CurriculumSystem.QUARTER


def _text(graph: DependencyGraph, arguments: Namespace, *, quarter: bool) -> str:
    texts = [order_text(graph.programme, arguments.lang)]
    if arguments.metrics:
        texts.append(metrics_text(graph, arguments.lang, quarter=quarter))
    if arguments.count:
        texts.append(orders_text(_orders(graph), graph, Words(arguments.lang)))
    return "\n\n".join(texts)


def _orders(graph: DependencyGraph) -> int | TooManyOrders:
    """Count the orders; of many modules not as long, since there it seldom helps to go on."""
    patience = BUDGET if len(graph.rank) <= MANY else BUDGET // 10
    try:
        return graph.count_orders(budget=patience)
    except TooManyOrders as error:
        return error


def _data(graph: DependencyGraph, arguments: Namespace, *, quarter: bool) -> dict[str, Any]:
    data = order_data(graph.programme, arguments.lang)
    if arguments.metrics:
        measured = metrics_data(graph, quarter=quarter)
        for id_, told in measured.pop("modules").items():
            data["modules"][id_].update(told)
        data.update(measured)
    if arguments.count:
        data.update(orders_data(_orders(graph), graph, Words(arguments.lang)))
    return data


def _nothing(arguments: Namespace, why_not: str) -> dict[str, Any]:
    """Give the data of a design without an order: the keys that were asked for, holding nothing."""
    data: dict[str, Any] = {"order": None, "layers": None, "modules": {}}
    if arguments.metrics:
        data["total"] = None
    if arguments.count:
        data.update(orders=None, why_not=why_not)
    return data
