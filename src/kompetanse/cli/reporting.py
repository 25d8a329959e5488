"""``kompetanse report``: all that there is to tell, in one file for people to open."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from kompetanse.cli.output import ensure_apart, errors_of, finish_written
from kompetanse.cli.progress import Stage, shown
from kompetanse.cli.scores import named
from kompetanse.cli.steps import DESIGN, Steps, a_date_of, a_whole_of, add_draws, add_step
from kompetanse.errors import NoFramework
from kompetanse.files import (
    ANSWER_ENDINGS,
    SCENARIO_ENDINGS,
    demand_ending,
    ensure_writable,
    read_answers,
    read_participation,
    read_programme,
    read_scenarios,
    write_tables,
    write_text,
)
from kompetanse.model import Language
from kompetanse.report import Overview, OverviewProgress, Words, overview, page, workbook

Write = Callable[[Overview, str, Language], None]


def whole(arguments: Namespace) -> int:
    """Write the report."""
    words, out = Words(arguments.lang), arguments.out
    ensure_apart(out, (arguments.file, *arguments.evidence, arguments.participation))
    ensure_writable(out, WRITERS)
    found = _overview(arguments, words)
    WRITERS[Path(out).suffix.lower()](found, out, arguments.lang)
    more = []
    if found.organisation is None and found.programme.organisations:
        more.append("cli.report-one")
    if found.card is not None and found.card.minimum is None:
        more.append("cli.report-share")
    return finish_written(arguments, errors_of(found.findings), *more)


def _overview(arguments: Namespace, words: Words) -> Overview:
    """Read all that is given, and ask the verbs."""
    programme = read_programme(arguments.file)
    given = [(path, demand_ending(path, (*ANSWER_ENDINGS, *SCENARIO_ENDINGS))) for path in arguments.evidence]
    answers = [path for path, ending in given if ending in ANSWER_ENDINGS]
    scenarios = [path for path, ending in given if ending in SCENARIO_ENDINGS]
    seen = arguments.participation
    if answers and programme.framework is None:
        raise NoFramework(programme.id)

    def stage_of(progress: OverviewProgress) -> Stage:
        step = words.say(f"report-step.{progress.step}")
        told = words.say("cli.report-step", number=progress.done + 1, count=progress.total, step=step)
        return Stage(told, progress.done, progress.total)

    with shown(arguments, stage_of) as watch:
        return overview(
            programme,
            on=arguments.on or date.today(),  # noqa: DTZ011  # the one place that reads the clock: its user's own
            assessments=[one for path in answers for one in read_answers(path, programme)],
            participation=read_participation(seen, programme) if seen else (),
            scenarios=[one for path in scenarios for one in read_scenarios(path)],
            organisation=named(programme, arguments.organisation),
            minimum=arguments.minimum,
            draws=arguments.draws,
            seed=arguments.seed,
            watch=watch,
        )


def _write_workbook(found: Overview, out: str, lang: Language) -> None:
    write_tables(workbook(found, lang), out, lang=lang)


def _write_page(found: Overview, out: str, lang: Language) -> None:
    write_text(page(found, lang), out)


WRITERS: Mapping[str, Write] = {".html": _write_page, ".xlsx": _write_workbook}
"""What writes a report, by the ending of its file."""


def add_report(steps: Steps) -> None:
    """Add what writes a report."""
    step = add_step(steps, "report", whole, "one file that tells it all, for people to open")
    step.set_defaults(json=False)
    step.add_argument("file", metavar="FILE", help=DESIGN)
    tells = "answers to an assessment, .csv, .xlsx or .ods, and scenarios, .yaml or .json, in any order"
    step.add_argument("evidence", metavar="ANSWERS|SCENARIOS", nargs="*", default=[], help=tells)
    tells = f"the file to write, ending in {' or '.join(WRITERS)}, in place of what stands there"
    step.add_argument("--out", metavar="REPORT", required=True, help=tells)
    step.add_argument(
        "--organisation",
        metavar="ID",
        help="tell of this organisation, by its id or name, not of the network",
    )
    tells = "the day that it tells of: where everyone is, and what is taken (default: today)"
    step.add_argument("--on", metavar="DATE", type=a_date_of, help=tells)
    step.add_argument("--participation", metavar="CSV", help="who took part, and how far each has come")
    tells = "hold back what rests on fewer than N respondents, and all that would give it away"
    step.add_argument("--minimum", metavar="N", type=a_whole_of(2, 1_000_000), help=tells)
    add_draws(step)
