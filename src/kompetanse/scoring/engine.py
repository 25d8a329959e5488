"""From answers to scores: each node of the framework, for each organisation and the network, wave by wave."""

from collections.abc import Iterable

from kompetanse.model import Assessment, MaturityFramework, Programme
from kompetanse.scoring.card import ScoreCard
from kompetanse.scoring.scored import ScoredWave
from kompetanse.scoring.subject import Assessed


def score(subject: Programme | MaturityFramework, assessments: Iterable[Assessment]) -> ScoreCard:
    """Score every organisation of a programme, and the network, in every wave of answers.

    `subject` is a programme that holds a maturity framework, or a framework alone. An indicator's value is
    the mean of its respondents' points; a node's is made of its parts by the node's own aggregation. Unless
    the framework says otherwise, what was not answered lowers the coverage and leaves its weight to the rest;
    what is not applicable leaves both alone. A node that nothing was answered under has no value, and one
    that nothing applies to has no coverage either. A respondent who has no answer at all to an indicator has
    not answered it. The network's value and coverage are plain means over the organisations that have one.
    Where no organisations are named, those that answered are taken. Each value has its 90 % interval.

    Raises `NoFramework`, `AmbiguousFramework`, or `InvalidAssessment` with all that does not fit.
    """
    assessed = Assessed.of("score", subject, assessments)
    scored = [ScoredWave.of(wave, assessed) for wave in assessed.waves]
    return ScoreCard(
        framework=assessed.framework,
        organisations=assessed.ids,
        waves=tuple(one.id for one in assessed.waves),
        scores=tuple(row for one in scored for row in one.scores()),
        indicators=tuple(row for one in scored for row in one.indicators()),
        profiles=tuple(row for one in scored for row in one.profiles()),
    )
