"""``kompetanse sweep``: many designs, and the best of them."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import nullcontext

from kompetanse.cli.comparing import forecaster_of
from kompetanse.cli.output import BEST_SO_FAR, ensure_apart, errors_of, findings_in, finish, finish_written
from kompetanse.cli.progress import Stage, shown
from kompetanse.files import ensure_table, open_store, read_programme, read_space, write_table
from kompetanse.forecasting import Forecaster
from kompetanse.model import Programme
from kompetanse.model.rules import refuse
from kompetanse.planning import first_fit
from kompetanse.report import Words, sweep_data, sweep_progress, sweep_table, sweep_text
from kompetanse.whatif import (
    AtMost,
    Condition,
    Factory,
    Keeps,
    Measure,
    Result,
    Scenario,
    Sweep,
    SweepProgress,
    cluster,
    measure,
    pairs,
    processes,
    sample,
    singles,
    sweep,
    usual_measures,
)

FORECAST = (measure.GAIN, measure.GAIN_MORE, measure.GAIN_LOW, measure.GAIN_HIGH, measure.GAIN_PROBABILITY)
"""Measures that take a forecast of each design."""


def designs(arguments: Namespace) -> int:
    """Evaluate every design of the space, and tell the best."""
    if arguments.out is not None:
        read = (arguments.file, arguments.space, *arguments.answers, arguments.participation, arguments.store)
        ensure_apart(arguments.out, read)
        ensure_table(arguments.out)  # before the work, which may take long
    programme = read_programme(arguments.file)
    conditions = _conditions(programme, arguments)
    forecaster = _forecaster(programme, conditions, arguments)
    space = _space(programme, arguments)
    words = Words(arguments.lang, programme)

    def stage_of(progress: SweepProgress) -> Stage:
        return Stage(sweep_progress(progress, words), progress.done, progress.total)

    with nullcontext() if arguments.store is None else open_store(arguments.store) as store:
        with shown(arguments, stage_of) as watch:
            swept = sweep(
                programme,
                space,
                executor=_executor(arguments),
                store=store,
                measures=_measures(programme, forecaster, conditions, arguments),
                planner=first_fit if arguments.replan else None,
                forecaster=forecaster,
                watch=watch,
            )
        status = _tell(swept, programme, conditions, arguments)
        return _tell_stopped(swept, words, arguments) if swept.interrupted else status


def _space(programme: Programme, arguments: Namespace) -> Sequence[Scenario]:
    """Give the space that was named, or every single change; two at a time, or some, where that is asked."""
    space = singles(programme) if arguments.space is None else read_space(arguments.space)
    if arguments.pairs:
        space = pairs(space)
    return space if arguments.sample is None else sample(space, arguments.sample, seed=arguments.seed)


def _conditions(programme: Programme, arguments: Namespace) -> tuple[Condition, ...]:
    """Give what the best have to meet: to be sound too, unless it is said how many errors they may have."""
    for one in arguments.keep:
        programme.module(one.module)
        programme.module(one.required)
        if not one.allows(programme):
            raise refuse("sweep", "keep", "nothing-to-keep-before", module=one.module, required=one.required)
    limits = (*arguments.at_most, *arguments.at_least)
    sound = () if any(one.measure is measure.ERRORS for one in limits) else (AtMost(measure.ERRORS, 0),)
    return (*sound, *limits, *arguments.keep)


def _mentioned(conditions: Sequence[Condition], arguments: Namespace) -> list[Measure]:
    return [arguments.best, *(one.measure for one in conditions if not isinstance(one, Keeps))]


def _forecaster(
    programme: Programme, conditions: Sequence[Condition], arguments: Namespace
) -> Forecaster | None:
    """Give what forecasts, where that is asked for: it takes longer than all the rest."""
    by_gain = not set(FORECAST).isdisjoint(_mentioned(conditions, arguments))
    asked = by_gain or arguments.answers or arguments.participation
    return forecaster_of(programme, arguments) if asked else None


def _measures(
    programme: Programme,
    forecaster: Forecaster | None,
    conditions: Sequence[Condition],
    arguments: Namespace,
) -> tuple[Measure, ...]:
    usual = usual_measures(Result(programme, forecaster))
    return tuple(dict.fromkeys((*usual, *_mentioned(conditions, arguments))))


def _executor(arguments: Namespace) -> Factory | None:
    if arguments.cluster is not None:
        return cluster(arguments.cluster)
    return None if arguments.workers is None else processes(arguments.workers)


def _tell(swept: Sweep, programme: Programme, conditions: Sequence[Condition], arguments: Namespace) -> int:
    if arguments.out is not None:
        write_table(sweep_table(swept, arguments.lang), arguments.out, lang=arguments.lang)
        return finish_written(arguments, errors_of(findings_in(programme)))
    best = swept.best(arguments.best, conditions, arguments.count)
    if arguments.json:
        return finish(arguments, programme, sweep_data(swept, best, arguments.lang))
    return finish(arguments, programme, sweep_text(swept, best, arguments.best, conditions, arguments.lang))


def _tell_stopped(swept: Sweep, words: Words, arguments: Namespace) -> int:
    key = "sweep.stopped" if arguments.store is not None else "sweep.stopped-without-store"
    done = sum(swept.counts.values())
    print(words.say(key, done=done, total=len(swept.space)), file=sys.stderr)
    return BEST_SO_FAR
