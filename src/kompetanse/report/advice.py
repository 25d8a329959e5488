"""Advice as a table: what to take up, how much it lifts, and what and who can help."""

from collections.abc import Iterable

from kompetanse.model import Column, Table, Unit
from kompetanse.report.words import Words
from kompetanse.scoring import Advice

COLUMNS = (
    Column("organisation"),
    Column("dimension"),
    Column("value", Unit.POINTS),
    Column("target", Unit.POINTS),
    Column("gap", Unit.POINTS),
    Column("weight", Unit.SHARE),
    Column("whole-gain", Unit.POINTS),
    Column("module"),
    Column("learn-from"),
)


def advice_table(advice: Iterable[Advice], words: Words) -> Table:
    """Give each piece of advice as a row, those to learn from by their names in one cell."""
    return Table(
        COLUMNS,
        [
            (
                *(one.organisation, one.dimension, one.score, one.target, one.gap, one.weight, one.gain),
                one.module,
                words.value(tuple(words.name("organisations", each) for each in one.learn_from)) or None,
            )
            for one in advice
        ],
    )


def first_of_each(advice: Iterable[Advice]) -> tuple[Advice, ...]:
    """Give the first piece of advice to each organisation, in their order."""
    first: dict[str, Advice] = {}
    for one in advice:
        first.setdefault(one.organisation, one)
    return tuple(first.values())
