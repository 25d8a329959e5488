"""Many designs: how many could be made, and the best of them, in words and as plain data."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from kompetanse.model import Column, Language, Table, Text
from kompetanse.report.changes import change_data
from kompetanse.report.data import Data
from kompetanse.report.digits import writable
from kompetanse.report.layout import as_text
from kompetanse.report.outcomes import base_text, changes_told, forecast_reserve, outcome_part
from kompetanse.report.parts import NOTHING, block, bullet, grid, line, sections, title
from kompetanse.report.programme import COMPARED, marked
from kompetanse.report.words import Words
from kompetanse.whatif import (
    AtMost,
    Condition,
    Keeps,
    Measure,
    Outcome,
    Row,
    Space,
    Status,
    Sweep,
    SweepProgress,
    Value,
)
from kompetanse.whatif.measure import GAIN_HIGH, GAIN_LOW, GAIN_MORE, GAIN_PROBABILITY

DIFFERENCES = (GAIN_MORE, GAIN_LOW, GAIN_HIGH, GAIN_PROBABILITY)
"""Measures whose headings say what they are only beside one another."""
BOTH: tuple[Language, ...] = ("nb", "en")


def sweep_text(
    swept: Sweep, best: Sequence[Row], goal: Measure, conditions: Sequence[Condition], lang: Language
) -> str:
    """Tell the base, how the designs fared, and those that were found best by a goal, under conditions."""
    base = swept.base.programme
    words = Words(lang, base)
    return as_text(
        sections(
            block(
                title(marked(words.say("sweep.title"), base, words, *COMPARED)),
                line(words.say("whatif.base", name=base.name)),
                (bullet(text, 1) for text in base_text(swept.base, words)),
            ),
            block(map(line, _counts(swept, words))),
            block(map(line, _asked(best, goal, conditions, words))),
            *(outcome_part(_named(swept, one), {}, lang, base) for one in best),
            grid(_side_by_side(swept, best), words, uncut=True) if best else NOTHING,
            block(map(line, _reserves(swept, words))),
        )
    )


def _reserves(swept: Sweep, words: Words) -> Iterator[str]:
    """Say what is no part of it, or what a forecast is not."""
    if swept.base.forecaster is None:
        yield words.say("sweep.without-gain")
    yield from forecast_reserve(swept.base, words)


def _counts(swept: Sweep, words: Words) -> Iterator[str]:
    counts = swept.counts
    yield words.say(
        "sweep.counts",
        total=len(swept.space),
        done=counts[Status.DONE],
        refused=counts[Status.REFUSED],
        failed=counts[Status.FAILED],
    )
    if counts[Status.FAILED]:
        first = next(one for one in swept.rows() if one.status is Status.FAILED)
        yield words.say("sweep.failed", number=first.number, reason=first.reason)


def _asked(
    best: Sequence[Row], goal: Measure, conditions: Sequence[Condition], words: Words
) -> Iterator[str]:
    yield words.say("sweep.best", goal=_called(goal, words))
    if conditions:
        yield words.say("sweep.conditions", conditions=tuple(_condition(one, words) for one in conditions))
    if not best:
        yield words.say("sweep.none")


def _condition(condition: Condition, words: Words) -> str:
    if isinstance(condition, Keeps):
        return words.say("sweep.keeps", other=condition.required, module=condition.module)
    key = "at-most" if isinstance(condition, AtMost) else "at-least"
    key += "-date" if isinstance(condition.value, date) else ""
    return words.say(f"sweep.{key}", goal=_called(condition.measure, words), value=condition.value)


def _called(measure: Measure, words: Words) -> str:
    """Give what a measure is called away from the other columns of its table."""
    return words.say(f"measure.{measure.key}") if measure in DIFFERENCES else words.heading(measure.key)


def _name(swept: Sweep, row: Row) -> Text:
    """Give a design's name; of a space, where each has but a number, a name that says so."""
    scenario = swept.space[row.number]
    if not isinstance(swept.space, Space):
        return scenario.name
    return Text(*(Words(lang).say("sweep.design", number=scenario.id) for lang in BOTH))


def _named(swept: Sweep, row: Row) -> Outcome:
    """Give a design's outcome under its name; what it builds on is in it already."""
    outcome = swept.outcome(row.number)
    return attrs.evolve(outcome, scenario=attrs.evolve(outcome.scenario, name=_name(swept, row), on=None))


def _side_by_side(swept: Sweep, best: Sequence[Row]) -> Table:
    columns = (Column("scenario"), *(Column(one.key, one.unit) for one in swept.measures))
    rows = ((_name(swept, one), *one.values) for one in best)
    return Table(columns, (("base", *swept.base_values), *rows))


def sweep_table(swept: Sweep, lang: Language) -> Table:
    """Give every row of a sweep, and last in each what its design changes, in words."""
    table = swept.table()
    scenarios = (swept.space[one.number] for one in swept.rows())
    told = ("; ".join(changes_told(one, lang, swept.base.programme)) for one in scenarios)
    rows = ((*row, changes) for row, changes in zip(table.rows, told, strict=True))
    return Table((*table.columns, Column("changes")), rows)


def sweep_progress(progress: SweepProgress, words: Words) -> str:
    """Tell on one line how far a sweep has come, how fast, and how long is left."""
    told = words.say("sweep.progress", done=progress.done, total=progress.total, rate=progress.rate)
    left = progress.left
    if left is None:
        return told
    if left < 100:
        return told + words.say("sweep.left", seconds=round(left))
    return told + words.say("sweep.left-minutes", minutes=round(left / 60))


def sweep_data(swept: Sweep, best: Sequence[Row], lang: Language) -> Data:
    """Give how many designs fared how, and those that were found best."""
    words = Words(lang, swept.base.programme)
    return {
        "designs": len(swept.space),
        **{status.value: count for status, count in swept.counts.items()},
        "interrupted": swept.interrupted,
        "base": _values(swept, swept.base_values),
        "best": [
            {
                "number": one.number,
                "scenario": swept.space[one.number].id,
                "name": words.value(_name(swept, one)),
                "changes": [change_data(change) for change in swept.space[one.number].changes],
                "values": _values(swept, one.values),
            }
            for one in best
        ],
    }


def _values(swept: Sweep, values: Sequence[Value]) -> Data:
    keys = (one.key.replace("-", "_") for one in swept.measures)
    return {key: _plain(value) for key, value in zip(keys, values, strict=True)}


def _plain(value: Value) -> float | str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else writable(value)
