"""A timetable that was planned, the days that a gathering can have, and why it stands where it stands."""

from collections.abc import Sequence
from typing import Any

from kompetanse.model import Cell, Language, Table
from kompetanse.planning import Bounds, Plan, Reached, Standing, Step, Window
from kompetanse.report.data import gathering_data, rows
from kompetanse.report.explanation import step_texts, steps_data, subject_text
from kompetanse.report.layout import as_text, without_columns
from kompetanse.report.parts import NOTHING, block, bullet, grid, line, sections, title
from kompetanse.report.programme import marked
from kompetanse.report.words import Words


def plan_text(plan: Plan, lang: Language) -> str:
    """Tell a timetable day by day, and how good it is."""
    words = Words(lang, plan.programme)
    return as_text(
        sections(
            block(
                title(marked(words.say("plan.title"), plan.programme, words, "timetable")),
                grid(_by_day(plan, words), words) if plan.timetable.gatherings else NOTHING,
                NOTHING if plan.timetable.gatherings else line(words.say("timetable.empty")),
            ),
            block(
                line(words.say("plan.goals")) if plan.reached else NOTHING,
                (bullet(goal_text(one, words, told=plan.proven)) for one in plan.reached),
                line(words.say(f"plan.{_ending(plan)}")),
            ),
        )
    )


def _by_day(plan: Plan, words: Words) -> Table:
    """Give the gatherings by date, each with its day of the week."""
    table = plan.table()
    place = [column.key for column in table.columns].index("date")
    others = without_columns(table, "date")
    days = [words.value(row[place], "full") for row in table.rows]
    return Table(("date", *others.columns), [(day, *row) for day, row in zip(days, others.rows, strict=True)])


def _ending(plan: Plan) -> str:
    if plan.interrupted:
        return "interrupted"
    if not plan.reached:
        return "any"
    return "proven" if plan.proven else "unproven"


def goal_text(goal: Reached, words: Words, *, told: bool = False) -> str:
    """Tell how far an objective was reached; and, unless that is told of all, how far it could be."""
    text = words.say(f"objective.{goal.objective}", value=goal.value)
    if told:
        return text
    return words.say("goal.proven" if goal.proven else "goal.bound", goal=text, bound=goal.bound)


def plan_data(plan: Plan, lang: Language) -> dict[str, Any]:
    """Give a timetable by date, who leads each gathering, and how good it is."""
    words = Words(lang, plan.programme)
    leads = {(module, cohort): one for module, cohort, one in plan.facilitators}
    gatherings = sorted(plan.timetable.gatherings, key=lambda one: (one.date, one.start, one.cohort))
    return {
        "proven": plan.proven if plan.reached else None,
        "interrupted": plan.interrupted,
        "goals": [
            {
                "objective": one.objective,
                "value": one.value,
                "bound": one.bound,
                "proven": one.proven,
                "text": goal_text(one, words),
            }
            for one in plan.reached
        ],
        "gatherings": [
            {**gathering_data(one, words), "facilitator": leads.get((one.module, one.cohort))}
            for one in gatherings
        ],
    }


def standing_text(standing: Standing, words: Words) -> str:
    """Tell why a gathering stands where it stands."""
    subject = subject_text(standing.module, standing.cohort, words)
    return as_text(
        block(
            title(words.say("standing.title", subject=subject, date=standing.date)),
            line(words.say(f"standing.{_how(standing)}", slack=abs(standing.slack))),
            (bullet(text) for text in step_texts(standing.steps, words)),
        )
    )


def _how(standing: Standing) -> str:
    """Tell how firmly a gathering stands: pushed there, free to come earlier, or too early as it is."""
    if standing.slack:
        return "free" if standing.slack > 0 else "early"
    return "pushed" if standing.steps else "unbound"


def standing_data(standing: Standing, words: Words) -> dict[str, Any]:
    """Give why a gathering stands where it stands."""
    return {
        "module": standing.module,
        "cohort": standing.cohort,
        "date": standing.date.isoformat(),
        "slack": standing.slack,
        "steps": steps_data(standing.steps, words),
    }


def chain_text(module: str, cohort: str, steps: Sequence[Step], words: Words) -> str:
    """Tell why a gathering cannot be earlier, whatever the timetable."""
    subject = subject_text(module, cohort, words)
    return as_text(
        block(
            title(words.say("bounds.chain", subject=subject)),
            (bullet(text) for text in step_texts(steps, words)),
        )
    )


def chain_data(module: str, cohort: str, steps: Sequence[Step], words: Words) -> dict[str, Any]:
    """Give why a gathering cannot be earlier, with the keys of one that stands in a timetable."""
    told = steps_data(steps, words)
    return {"module": module, "cohort": cohort, "date": None, "slack": None, "steps": told}


def bounds_text(bounds: Bounds, lang: Language) -> str:
    """Tell what decides how early all can be done, then the days that each gathering can have."""
    words = Words(lang, bounds.programme)
    steps = step_texts(bounds.critical, words)
    return as_text(
        sections(
            block(
                title(words.say("bounds.title")),
                line(words.say("bounds.critical")) if steps else NOTHING,
                (bullet(text) for text in steps),
            ),
            block(line(words.say("bounds.meaning")), grid(_windows(bounds, words), words)),
        )
    )


def _windows(bounds: Bounds, words: Words) -> Table:
    """Give the windows as rows, cohorts that have the same ones in one of them."""
    alike: dict[tuple[Cell, ...], list[Window]] = {}
    for one in bounds.windows:
        key = (one.module, one.earliest, one.latest, one.total_slack, one.free_slack)
        alike.setdefault(key, []).append(one)
    everyone = len(bounds.programme.cohorts)
    table = bounds.table()
    return Table(
        table.columns,
        [(module, _cohorts(several, everyone, words), *days) for (module, *days), several in alike.items()],
    )


def _cohorts(several: list[Window], everyone: int, words: Words) -> str:
    if len(several) == everyone:
        return words.say("bounds.everyone")
    return words.value(tuple(words.name("cohorts", one.cohort) for one in several))


def bounds_data(bounds: Bounds, lang: Language) -> dict[str, Any]:
    """Give the days that each gathering can have, and the chain that decides how early all can be done."""
    words = Words(lang, bounds.programme)
    return {"windows": rows(bounds.table(), words), "critical": steps_data(bounds.critical, words)}
