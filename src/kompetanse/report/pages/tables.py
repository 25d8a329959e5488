"""The table that a page has beside its picture of the timetable."""

from kompetanse.model import Table
from kompetanse.planning import Journey
from kompetanse.report.words import Words


def timetable_table(where: Journey, words: Words) -> Table:
    """Give each gathering with its stage, its day and place, and the work at home around it."""
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
    return Table(("cohort", "module", "stage", "gathering", "place", "start", "end"), rows)
