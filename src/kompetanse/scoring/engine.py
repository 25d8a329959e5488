"""From answers to scores: each node of the framework, for each organisation and the network, wave by wave."""

from collections.abc import Iterable

from kompetanse.model import Assessment, MaturityFramework, Organisation, Programme
from kompetanse.model.rules import demand_list
from kompetanse.scoring.answers import waves_of
from kompetanse.scoring.card import ScoreCard
from kompetanse.scoring.scored import ScoredWave
from kompetanse.scoring.subject import programme_of
from kompetanse.scoring.tree import tree_of


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
    programme, framework = programme_of("score", subject)
    tree = tree_of(framework)
    assessments = demand_list("score", "assessments", assessments, Assessment)
    organisations = organisations_of(programme, assessments)
    ids = tuple(one.id for one in organisations)
    waves = waves_of(assessments, ids, framework)
    scored = [ScoredWave.of(wave, framework, tree, organisations) for wave in waves]
    return ScoreCard(
        framework=framework,
        organisations=ids,
        waves=tuple(one.id for one in waves),
        scores=tuple(row for one in scored for row in one.scores()),
        indicators=tuple(row for one in scored for row in one.indicators()),
        profiles=tuple(row for one in scored for row in one.profiles()),
    )


def organisations_of(programme: Programme, assessments: tuple[Assessment, ...]) -> tuple[Organisation, ...]:
    """Give the programme's organisations, each once; where it names none, those that answered, by id."""
    named = {one.id: one for one in reversed(programme.organisations)}
    if named:
        return tuple({one.id: named[one.id] for one in programme.organisations}.values())
    return tuple(
        Organisation(one)
        for one in sorted({one.organisation for wave in assessments for one in wave.answers})
    )
