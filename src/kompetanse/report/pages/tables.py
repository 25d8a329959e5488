"""Tables that only pages have, beside their pictures."""

from collections.abc import Sequence

from kompetanse.model import Column, Programme, Table, Unit
from kompetanse.report.words import Words
from kompetanse.scoring import Advice


def timetable_table(programme: Programme, words: Words) -> Table:
    """Give each gathering with its day, its hours and its place, and the work at home around it."""
    known = {one.id for one in programme.modules}
    rows = []
    for cohort in programme.cohorts:
        for held in programme.timetable.of_cohort(cohort.id):
            if held.module in known:
                start, end = programme.module(held.module).span(held.date)
                hours = f"{held.start:%H:%M}–{held.end:%H:%M}"
                day = words.value(held.date, "full")
                rows.append((cohort.id, held.module, day, hours, held.place, start, end))
    columns = ("cohort", "module", "gathering", "hours", "place", "start", "end")
    return Table(columns, rows)


def first_advice(advice: Sequence[Advice], words: Words) -> Table:
    """Give what each organisation should take up first, why, and who and what can help."""
    first = {one.organisation: one for one in reversed(advice)}
    columns = (
        Column("organisation"),
        Column("node"),
        Column("value", Unit.POINTS),
        Column("target", Unit.POINTS),
        Column("gain", Unit.POINTS),
        Column("module"),
        Column("learn-from"),
    )
    told = dict.fromkeys(one.organisation for one in advice)
    rows = [
        (
            id_,
            one.dimension,
            one.score,
            one.target,
            one.gain,
            one.module,
            words.value(tuple(words.name("organisations", peer) for peer in one.learn_from)) or None,
        )
        for id_ in told
        for one in (first[id_],)
    ]
    return Table(columns, rows)
