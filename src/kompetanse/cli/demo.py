"""The demonstration: the bundled Rogaland programme, from file to answer."""

from argparse import Namespace
from datetime import date

from kompetanse.checks import check
from kompetanse.files import bundled, read_answers, read_participation, read_programme, read_scenarios
from kompetanse.forecasting import Forecaster, drivers
from kompetanse.planning import journey
from kompetanse.report import (
    comparison_text,
    findings_text,
    forecast_text,
    journey_text,
    network_text,
    order_text,
    organisation_text,
    reading_text,
    timetable_text,
)
from kompetanse.scoring import advise, score
from kompetanse.whatif import compare

REPORTED = date(2023, 3, 13)
"""The Monday on which the second module was reported."""
ONE_OF_THEM = "sokndal"
"""The municipality whose profile is shown."""


def run(arguments: Namespace) -> int:
    """Tell the whole case, one step after another."""
    lang = arguments.lang
    folder = bundled("rogaland")
    programme = read_programme(folder / "programme.yaml")
    assessments = read_answers(folder / "answers.csv", programme)
    participation = read_participation(folder / "participation.csv", programme)
    scenarios = read_scenarios(folder / "scenarios.yaml")

    where = journey(programme, on=REPORTED, participation=participation)
    card = score(programme, assessments)
    advice = advise(programme, card, done=where.met, organisation=ONE_OF_THEM)
    forecaster = Forecaster(card, participation)
    steps = (
        reading_text(
            programme, lang, assessments=assessments, participation=participation, scenarios=len(scenarios)
        ),
        findings_text(check(programme), programme, lang),
        order_text(programme, lang),
        timetable_text(programme, lang),
        journey_text(where, lang),
        network_text(programme, card, lang),
        organisation_text(programme, card, ONE_OF_THEM, advice, lang),
        forecast_text(forecaster(programme), lang, drivers=drivers(forecaster, programme)),
        comparison_text(compare(programme, scenarios, forecaster=forecaster), lang),
    )
    print("\n\n\n".join(steps))
    return 0
