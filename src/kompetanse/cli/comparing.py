"""``kompetanse compare``: each scenario beside the base, and how the two differ."""

from argparse import Namespace

from kompetanse.cli.forecasting import read_forecaster
from kompetanse.cli.output import ensure_apart, errors_of, findings_in, finish, finish_written
from kompetanse.cli.steps import Steps, add_draws, add_file, add_json, add_step
from kompetanse.files import read_programme, read_scenarios, write_table
from kompetanse.forecasting import Forecaster
from kompetanse.model import Programme
from kompetanse.planning import first_fit
from kompetanse.report import comparison_data, comparison_text
from kompetanse.whatif import compare


def what_if(arguments: Namespace) -> int:
    """Tell each scenario's difference from the base."""
    if arguments.out is not None:
        read = (arguments.file, arguments.scenarios, *arguments.answers, arguments.participation)
        ensure_apart(arguments.out, read)
    programme = read_programme(arguments.file)
    comparison = compare(
        programme,
        read_scenarios(arguments.scenarios),
        planner=first_fit if arguments.replan else None,
        forecaster=forecaster_of(programme, arguments),
    )
    if arguments.out is not None:
        write_table(comparison.table(), arguments.out, lang=arguments.lang)
        return finish_written(arguments, errors_of(findings_in(programme)))
    tell = comparison_data if arguments.json else comparison_text
    return finish(arguments, programme, tell(comparison, arguments.lang))


def forecaster_of(programme: Programme, arguments: Namespace) -> Forecaster | None:
    """Give what forecasts; None where no module develops anything, though what was given is read."""
    forecaster = read_forecaster(programme, arguments)
    return forecaster if any(one.develops for one in programme.modules) else None


def add_compare(steps: Steps) -> None:
    """Add what tells designs apart."""
    step = add_step(steps, "compare", what_if, "what if we did it otherwise?")
    add_file(step)
    step.add_argument("scenarios", metavar="SCENARIOS", help="the scenarios, .yaml or .json")
    step.add_argument("--replan", action="store_true", help="give every design a timetable anew: first fit")
    tells = "answers to an assessment, .csv, .xlsx or .ods: where the forecast starts from"
    step.add_argument("--answers", metavar="ANSWERS", nargs="+", default=[], help=tells)
    tells = "who took part: what the forecast need not assume"
    step.add_argument("--participation", metavar="CSV", help=tells)
    add_draws(step)
    output = step.add_mutually_exclusive_group()
    tells = "write the table to this .csv or .xlsx, in place of what stands there; print none"
    output.add_argument("--out", metavar="TABLE", help=tells)
    add_json(output)
