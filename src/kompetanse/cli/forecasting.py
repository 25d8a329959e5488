"""``kompetanse forecast``: what a design would do, under assumptions that are all told."""

from argparse import Namespace

import attrs

from kompetanse.cli.output import finish
from kompetanse.cli.scores import named
from kompetanse.cli.steps import Steps, a_date_of, add_draws, add_file, add_json, add_step
from kompetanse.files import read_answers, read_participation, read_programme
from kompetanse.forecasting import Forecaster, drivers
from kompetanse.model import Programme
from kompetanse.report import forecast_data, forecast_text
from kompetanse.scoring import score


def would(arguments: Namespace) -> int:
    """Tell what the design would do, and what that hangs on."""
    programme = read_programme(arguments.file)
    forecaster = attrs.evolve(read_forecaster(programme, arguments), on=arguments.on)
    projection = forecaster(programme)
    hangs_on = drivers(forecaster, programme)
    organisation = named(programme, arguments.organisation)
    if organisation is not None:
        projection.gain(organisation)  # one that is not there is told of, whatever is printed
    if arguments.json:
        return finish(arguments, programme, forecast_data(projection, hangs_on))
    told = forecast_text(projection, arguments.lang, organisation=organisation, drivers=hangs_on)
    return finish(arguments, programme, told)


def read_forecaster(programme: Programme, arguments: Namespace) -> Forecaster:
    """Give what forecasts from where the answers say, with those who took part."""
    answers = [one for path in arguments.answers for one in read_answers(path, programme)]
    seen = read_participation(arguments.participation, programme) if arguments.participation else ()
    card = score(programme, answers) if answers else None
    return Forecaster(card, seen, draws=arguments.draws, seed=arguments.seed)


def add_forecast(steps: Steps) -> None:
    """Add what tells what a design would do."""
    step = add_step(steps, "forecast", would, "what would it do, if its assumptions held?")
    add_file(step)
    tells = "answers to an assessment, .csv, .xlsx or .ods: where each organisation starts"
    step.add_argument("--answers", metavar="ANSWERS", nargs="+", default=[], help=tells)
    step.add_argument("--participation", metavar="CSV", help="who took part, in place of what is assumed")
    tells = "the day that is told of (default: some time after the programme, by the assumption on that)"
    step.add_argument("--on", metavar="DATE", type=a_date_of, help=tells)
    step.add_argument("--organisation", metavar="ID", help="tell of this organisation, not of the network")
    add_draws(step)
    add_json(step)
