"""Designs side by side, as plain data: the keys are stable, and documented with the command line."""

import attrs

from kompetanse.model import Language
from kompetanse.report.changes import change_data
from kompetanse.report.data import Data, finding_data, plain, rows
from kompetanse.report.errors import error_text
from kompetanse.report.forecast import drivers_data
from kompetanse.report.words import Words
from kompetanse.whatif import Comparison, Difference, Outcome, Result


def comparison_data(comparison: Comparison, lang: Language) -> Data:
    """Give the base, each outcome with its difference, and which designs no other dominates."""
    base = Words(lang, comparison.base.programme)
    return {
        "base": _result(comparison.base, base),
        "outcomes": [_outcome(one, lang, base) for one in comparison.outcomes],
        "measures": [one.key.replace("-", "_") for one in comparison.dominating],
        "pareto": list(comparison.pareto()),
        "dominance": [attrs.asdict(one) for one in comparison.dominance()],
        "forecast": _forecast(comparison.base),
    }


def _result(result: Result, words: Words) -> Data:
    return {
        "sound": result.sound,
        "findings": [finding_data(one, words) for one in result.findings],
        "order": list(result.order) if result.order is not None else None,
        "orders": str(result.orders) if result.orders is not None else None,
        "complexity": result.metrics.total.complexity if result.metrics is not None else None,
        "last_date": plain(result.last_date, words),
        "leader_hours": result.leader_hours,
        "cost": result.cost,
        "peak": result.peak,
        "load": rows(result.load.table(), words),
        "gain": _gain(result),
    }


def _gain(result: Result) -> Data | None:
    if result.gained is None:
        return None
    gain = result.gained.gain()
    return {"mean": gain.mean, "low": gain.low, "high": gain.high}


def _outcome(outcome: Outcome, lang: Language, base: Words) -> Data:
    result, change = outcome.result, outcome.difference
    words = Words(lang, result.programme) if result else base
    return {
        "scenario": outcome.scenario.id,
        "name": words.value(outcome.scenario.name),
        "on": outcome.scenario.on,
        "changes": [change_data(one) for one in outcome.scenario.changes],
        "refused": error_text(outcome.refused, base) if outcome.refused else None,
        "result": _result(result, words) if result else None,
        "difference": _difference(change, words, base) if change else None,
    }


def _difference(change: Difference, words: Words, base: Words) -> Data:
    return {
        "appeared": [finding_data(one, words) for one in change.appeared],
        "vanished": [finding_data(one, base) for one in change.vanished],
        "added": list(change.added),
        "dropped": list(change.dropped),
        "moved": [{"module": one.module, "was": one.was, "now": one.now} for one in change.moved],
        "days": change.days,
        "leader_hours": change.leader_hours,
        "complexity": change.complexity,
        "cost": change.cost,
        "peak": change.peak,
        "gain": _gained(change),
    }


def _gained(change: Difference) -> Data | None:
    gain = change.gain
    if gain is None:
        return None
    return {
        "mean": gain.mean,
        "low": gain.low,
        "high": gain.high,
        "probability": gain.probability,
        "drowned": gain.drowned,
        "drivers": drivers_data(change.drivers),
    }


def _forecast(base: Result) -> Data | None:
    forecaster = base.forecaster
    if forecaster is None:
        return None
    return {"on": str(forecaster.on), "draws": forecaster.draws, "seed": forecaster.seed}
