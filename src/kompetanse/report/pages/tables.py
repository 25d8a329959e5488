"""Tables that only pages have, beside their pictures."""

from kompetanse.model import Column, Table, Unit
from kompetanse.planning import Journey
from kompetanse.report.layout import without_columns
from kompetanse.report.scores import dimensions_table, moved_in
from kompetanse.report.words import Words
from kompetanse.scoring import ScoreCard


def timetable_table(where: Journey, words: Words) -> Table:
    """Give each gathering with its stage, its day and place, and the work at home around it.

    Its cohort is told where there are several.
    """
    rows = [
        (
            one.cohort,
            one.module,
            one.stage.value,
            words.say("page.held", date=one.gathering.date, start=one.gathering.start, end=one.gathering.end),
            one.gathering.place,
            one.start,
            one.end,
        )
        for one in where.stages
        if one.gathering is not None
    ]
    table = Table(("cohort", "module", "stage", "gathering", "place", "start", "end"), rows)
    return table if len(where.programme.cohorts) > 1 else without_columns(table, "cohort")


def beside_network(card: ScoreCard, organisation: str) -> Table:
    """Give an organisation's score on each node, with the network's beside it."""
    own = dimensions_table(card, organisation, moved_in(card))
    place, wave = [one.key for one in own.columns].index("value") + 1, card.waves[-1]
    columns = (*own.columns[:place], Column("network", Unit.POINTS), *own.columns[place:])
    rows = [(*row[:place], card.network(str(row[0]), wave).value, *row[place:]) for row in own.rows]
    return Table(columns, rows)
