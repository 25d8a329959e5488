"""How far scores and ranks hold when what is uncertain about them is drawn again and again."""

from collections.abc import Iterable, Iterator

import numpy as np

from kompetanse.model import Assessment, MaturityFramework, Programme
from kompetanse.model.rules import demand, demand_whole
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.uncertainty import ranking
from kompetanse.scoring.uncertainty.declared import Uncertainty
from kompetanse.scoring.uncertainty.result import LevelProbability, Robustness, RobustScore
from kompetanse.scoring.uncertainty.simulation import Simulation, simulated
from kompetanse.scoring.uncertainty.survey import Survey, survey_of

MOST_DRAWS = 100_000
LARGEST_SEED = 2**63 - 1
AS_DECLARED = Uncertainty()


def robustness(  # noqa: PLR0913  # each is a choice of its own, and most have a default
    subject: Programme | MaturityFramework,
    assessments: Iterable[Assessment],
    *,
    wave: str | None = None,
    node: str | None = None,
    uncertainty: Uncertainty = AS_DECLARED,
    draws: int = 1000,
    seed: int = 0,
) -> Robustness:
    """Score every organisation under many draws of what is uncertain.

    It is scored on one node (the whole by default) in one wave (the last). In each draw all organisations
    have the same weights and the same aggregation, and each has respondents drawn of its own. Who else is in
    the table changes nobody's scores, only ranks.

    Raises `NoFramework`, `AmbiguousFramework`, `InvalidAssessment`, `UnknownWave`, `UnknownDimension`, or
    `InvalidValue` for draws, a seed or an uncertainty that cannot be.
    """
    demand_draws("robustness", uncertainty, draws, seed)
    survey = survey_of("robustness", subject, assessments, wave=wave, node=node)
    return robustness_of(survey, uncertainty, draws, seed)


def robustness_of(survey: Survey, uncertainty: Uncertainty, draws: int, seed: int) -> Robustness:
    """Give the robustness of a survey that is made ready; nothing is checked."""
    simulation = simulated(survey, uncertainty, draws, seed)
    drawn = simulation.all_scores()
    drawn.setflags(write=False)
    return Robustness(
        survey.tree[0].id,
        survey.wave.id,
        uncertainty,
        draws,
        seed,
        scores=tuple(_scores(simulation, drawn)),
        drawn=drawn,
    )


def demand_draws(verb: str, uncertainty: object, draws: object, seed: object) -> None:
    """Demand an uncertainty, a number of draws and a seed that can be drawn by."""
    demand(verb, "uncertainty", uncertainty, Uncertainty)
    demand_whole(verb, "draws", draws, 1, MOST_DRAWS)
    demand_whole(verb, "seed", seed, 0, LARGEST_SEED)


def _scores(simulation: Simulation, drawn: Floats) -> Iterator[RobustScore]:
    survey = simulation.survey
    there = np.flatnonzero(~np.isnan(survey.values))
    some, values = drawn[there], survey.values[there]
    floors = np.array([one.floor for one in survey.framework.levels], dtype=np.float64)
    told = zip(
        values.tolist(),
        ranking.quantiles(np.sort(some, axis=1)).tolist(),
        map(int, ranking.ranks_of(values)),
        ranking.whole_quantiles(np.sort(ranking.ranks(some), axis=1)).tolist(),
        ranking.level_probabilities(some, floors).tolist(),
        strict=True,
    )
    told_of = dict(zip(there.tolist(), told, strict=True))
    for number, organisation in enumerate(survey.organisations):
        respondents = int(survey.respondents[number])
        if number not in told_of:
            yield RobustScore(organisation, respondents)
            continue
        value, (low, median, high), rank, of_ranks, levels = told_of[number]
        best, middle, worst = of_ranks
        told_levels = zip(survey.framework.levels, levels, strict=True)
        yield RobustScore(
            organisation,
            respondents,
            simulation.samples(number),
            value,
            low,
            median,
            high,
            rank,
            rank_low=best,
            rank_median=middle,
            rank_high=worst,
            levels=tuple(LevelProbability(one.id, probability) for one, probability in told_levels),
        )
