"""Metrics of curricular analytics and the number of orders, in words and as data."""

from collections.abc import Iterator
from math import inf
from typing import Any

import attrs

from kompetanse.errors import TooManyOrders
from kompetanse.graph import Choice, DependencyGraph, MetricRange, ModuleMetrics
from kompetanse.model import AnyOf, Language, Unrequire
from kompetanse.report.changes import prerequisite_text
from kompetanse.report.digits import digits, writable
from kompetanse.report.errors import error_text
from kompetanse.report.layout import as_text
from kompetanse.report.parts import NOTHING, Part, block, bullet, grid, line, sections, title
from kompetanse.report.words import Words

SEED = 1
"""An estimate is the same every time that it is asked for."""
MEASURES = ("blocking", "delay", "centrality", "complexity")


def metrics_text(graph: DependencyGraph, lang: Language, *, quarter: bool = False) -> str:
    """Tell the metrics, the most complex module first, and what they mean; raise as `order` does."""
    words = Words(lang, graph.programme)
    metrics = graph.metrics(quarter=quarter)
    total = {name: getattr(metrics.total, name) for name in MEASURES}
    chain = " → ".join(words.name("modules", one) for one in metrics.longest_chain)
    return as_text(
        sections(
            block(
                title(words.say("metrics.title")),
                line(words.say("metrics.meaning")),
                line(words.say("metrics.quarter")) if quarter else NOTHING,
                line(words.say("metrics.groups")) if graph.has_groups() else NOTHING,
            ),
            grid(metrics.table(), words),
            block(
                line(words.say("metrics.total", **total)),
                line(words.say("metrics.chain", count=len(metrics.longest_chain), chain=chain))
                if chain
                else NOTHING,
                line(words.say("metrics.bottlenecks", modules=metrics.bottlenecks))
                if metrics.bottlenecks
                else NOTHING,
                (bullet(_redundant(one, words)) for one in graph.redundant()),
            ),
            block(_ranges(graph, words, quarter=quarter)) if graph.has_groups() else NOTHING,
        )
    )


def _redundant(change: Unrequire, words: Words) -> str:
    required = change.required
    what = (
        prerequisite_text(required, words) if isinstance(required, AnyOf) else words.name("modules", required)
    )
    return words.say("metrics.redundant", module=change.module, what=what)


def _ranges(graph: DependencyGraph, words: Words, *, quarter: bool) -> Iterator[Part]:
    total = graph.metric_ranges(quarter=quarter).total
    yield line(words.say("metrics.ranges"))
    for name in MEASURES:
        found: MetricRange = getattr(total, name)
        high = found.high if found.high != inf else words.say("metrics.unbounded")
        bound = "" if found.exact else words.say("metrics.bound")
        measure = words.say(f"column.{name}")
        key = "metrics.same" if found.low == found.high else "metrics.range"
        yield bullet(words.say(key, measure=measure, low=found.low, high=high, bound=bound))
        if found.high_choice:
            choice = tuple(_chosen(one, words) for one in found.high_choice)
            yield line(words.say("metrics.choice", choice=choice), 2)


def _chosen(choice: Choice, words: Words) -> str:
    option = words.name("modules", choice.option)
    return words.say("metrics.chosen", module=choice.module, option=option)


def orders_text(orders: int | TooManyOrders, graph: DependencyGraph, words: Words) -> str:
    """Tell how many orders are valid, or about how many."""
    if isinstance(orders, int):
        return as_text(line(words.say("metrics.orders", orders=orders)))
    estimate = graph.estimate_orders(seed=SEED)
    return as_text(
        line(words.say("metrics.too-many-orders", value=estimate.value, low=estimate.low, high=estimate.high))
    )


def metrics_data(graph: DependencyGraph, *, quarter: bool = False) -> dict[str, Any]:
    """Give the sums, the metrics of each module by its id, and what else they tell; raise as `order`."""
    metrics = graph.metrics(quarter=quarter)
    data: dict[str, Any] = {
        "total": _measures(metrics.total),
        "modules": {one.module: _measures(one) for one in metrics.modules},
        "longest_chain": list(metrics.longest_chain),
        "bottlenecks": list(metrics.bottlenecks),
        "redundant": [_statement(one) for one in graph.redundant()],
    }
    if graph.has_groups():
        ranges = graph.metric_ranges(quarter=quarter)
        data["ranges"] = {
            "total": _range_data(ranges.total),
            "modules": {one.module: _range_data(one) for one in ranges.modules},
        }
    return data


def orders_data(orders: int | TooManyOrders, graph: DependencyGraph, words: Words) -> dict[str, Any]:
    """Give the number of valid orders as text, since it may be large; or why not, with an estimate."""
    if isinstance(orders, int):
        return {"orders": digits(orders)}
    estimate = graph.estimate_orders(seed=SEED)
    ends = {name: digits(getattr(estimate, name)) for name in ("low", "value", "high")}
    return {"orders": None, "why_not": error_text(orders, words), "estimate": ends}


def _measures(one: ModuleMetrics) -> dict[str, float | str]:
    return {name: writable(getattr(one, name)) for name in MEASURES}


def _statement(change: Unrequire) -> dict[str, Any]:
    required = change.required
    what = list(required.modules) if isinstance(required, AnyOf) else required
    return {"module": change.module, "required": what}


def _range_data(one: object) -> dict[str, Any]:
    return {name: _end_data(getattr(one, name)) for name in MEASURES}


def _end_data(one: MetricRange) -> dict[str, Any]:
    data: dict[str, Any] = attrs.asdict(one)
    high = None if one.high == inf else writable(one.high)
    return {**data, "low": writable(one.low), "high": high}
