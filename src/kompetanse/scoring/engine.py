"""From answers to scores: each node of the framework, for each organisation and the network, wave by wave."""

from collections.abc import Iterable, Iterator

import attrs
import numpy as np

from kompetanse.errors import NoFramework
from kompetanse.model import Assessment, Indicator, MaturityFramework, Programme
from kompetanse.model.rules import demand, demand_list
from kompetanse.scoring import formulas
from kompetanse.scoring.answers import Wave, waves_of
from kompetanse.scoring.card import LevelShare, Profile, Score, ScoreCard
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import Node, tree_of


def score(programme: Programme, assessments: Iterable[Assessment]) -> ScoreCard:
    """Score every organisation of a programme, and the network, in every wave of answers.

    An indicator's value is the mean of what its respondents answered, in points between its goalposts; a
    node's is the weighted mean of what it is made of. What was not answered lowers the coverage and leaves
    its weight to the rest; what is not applicable leaves both alone. A node that nothing was answered
    under has no value, and one that nothing applies to has no coverage either. A respondent who has no
    answer at all to an indicator has not answered it. The network's value and coverage are plain means
    over the organisations that have one. A programme that names no organisations takes those that answered.

    Raises `NoFramework`, `AmbiguousFramework`, or `InvalidAssessment` with all that does not fit.
    """
    demand("score", "programme", programme, Programme)
    framework = programme.framework
    if framework is None:
        raise NoFramework(programme.id)
    tree = tree_of(framework)
    assessments = demand_list("score", "assessments", assessments, Assessment)
    organisations = _organisations(programme, assessments)
    waves = waves_of(assessments, organisations, tuple(framework.indicators()))
    scored = [_ScoredWave.of(wave, framework, tree, len(organisations)) for wave in waves]
    return ScoreCard(
        framework=framework,
        organisations=organisations,
        waves=tuple(one.id for one in waves),
        scores=tuple(row for one in scored for row in one.scores(framework, organisations)),
        profiles=tuple(row for one in scored for row in one.profiles(framework, organisations)),
    )


def _organisations(programme: Programme, assessments: tuple[Assessment, ...]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(one.id for one in programme.organisations))
    return named or tuple(sorted({one.organisation for wave in assessments for one in wave.answers}))


@attrs.frozen(eq=False)
class _ScoredWave:
    """The numbers of one wave; the last row of values and coverages is the network's."""

    wave: Wave
    tree: tuple[Node, ...]
    points: Floats
    """Respondents × indicators."""
    weights: Floats
    """Respondents × indicators: the weight of each answer in its organisation's whole score."""
    values: Floats
    """Organisations + 1 × nodes."""
    coverages: Floats
    """Organisations + 1 × nodes."""

    @classmethod
    def of(
        cls, wave: Wave, framework: MaturityFramework, tree: tuple[Node, ...], organisations: int
    ) -> "_ScoredWave":
        points = _points(wave, tuple(framework.indicators()))
        answered = formulas.mean_by_group(points, wave.organisation, organisations)
        covered = _indicator_coverage(wave, points, organisations)
        values = _up(tree, answered)
        return cls(
            wave,
            tree,
            points,
            weights=_answer_weights(wave, points, _down(tree, values, answered)),
            values=_with_network(values),
            coverages=_with_network(_up(tree, covered)),
        )

    def scores(self, framework: MaturityFramework, organisations: tuple[str, ...]) -> Iterator[Score]:
        """Yield the scores of each organisation, then the network's, in the order of the tree."""
        floors, levels = _levels(framework)
        on_level = formulas.level_of(self.values, floors)
        for row, organisation in enumerate((*organisations, None)):
            for column, node in enumerate(self.tree):
                value = _or_none(self.values[row, column])
                yield Score(
                    organisation=organisation,
                    wave=self.wave.id,
                    node=node.id,
                    value=value,
                    coverage=_or_none(self.coverages[row, column]),
                    level=levels[on_level[row, column]] if levels and value is not None else None,
                    target=node.target,
                    gap=node.target - value if node.target is not None and value is not None else None,
                )

    def profiles(self, framework: MaturityFramework, organisations: tuple[str, ...]) -> Iterator[Profile]:
        """Yield the profile of each organisation over the levels of the framework."""
        floors, levels = _levels(framework)
        by_organisation = np.argsort(self.wave.organisation, kind="stable")
        ends = np.searchsorted(
            self.wave.organisation[by_organisation], np.arange(len(organisations)), "right"
        )
        for organisation, rows in zip(organisations, np.split(by_organisation, ends), strict=False):
            points, weights = self.points[rows], self.weights[rows]
            shares = formulas.level_profile(points, weights, floors) if levels else floors
            told = zip(levels, shares.tolist(), strict=True) if shares.any() else ()
            yield Profile(organisation, self.wave.id, tuple(LevelShare(*one) for one in told))


def _levels(framework: MaturityFramework) -> tuple[Floats, tuple[str, ...]]:
    floors = np.array([one.floor for one in framework.levels], dtype=np.float64)
    return floors, tuple(one.id for one in framework.levels)


def _or_none(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _points(wave: Wave, indicators: tuple[Indicator, ...]) -> Floats:
    low = np.array([one.low for one in indicators], dtype=np.float64)
    high = np.array([one.high for one in indicators], dtype=np.float64)
    return formulas.normalise(wave.answers, low, high)


def _indicator_coverage(wave: Wave, points: Floats, organisations: int) -> Floats:
    """Give organisations × indicators; an organisation without a respondent has answered nothing."""
    given = (~np.isnan(points)).astype(np.float64)
    covered = formulas.coverage(
        formulas.sum_by_group(given, wave.organisation, organisations),
        formulas.sum_by_group(wave.applicable.astype(np.float64), wave.organisation, organisations),
    )
    silent = np.bincount(wave.organisation, minlength=organisations) == 0
    covered[silent] = 0.0
    return covered


def _parts(node: Node, nodes: Floats, indicators: Floats) -> Floats:
    """Give the values of what a node is made of: organisations × parts, in the order of its weights."""
    return np.concatenate((nodes[:, node.nodes], indicators[:, node.indicators]), axis=1)


def _up(tree: tuple[Node, ...], indicators: Floats) -> Floats:
    """Give organisations × nodes: the mean of each node's parts, from the leaves up."""
    nodes = np.full((len(indicators), len(tree)), np.nan)
    for number in reversed(range(len(tree))):
        node = tree[number]
        nodes[:, number] = formulas.weighted_mean(_parts(node, nodes, indicators), np.array(node.weights))
    return nodes


def _down(tree: tuple[Node, ...], nodes: Floats, indicators: Floats) -> Floats:
    """Give organisations × indicators: the share of each indicator in the whole score, from the top down."""
    of_node = np.zeros(nodes.shape)
    of_node[:, 0] = 1.0
    of_indicator = np.zeros(indicators.shape)
    for number, node in enumerate(tree):
        present = ~np.isnan(_parts(node, nodes, indicators))
        share = of_node[:, [number]] * formulas.shares(present, np.array(node.weights))
        of_node[:, node.nodes] = share[:, : len(node.nodes)]
        of_indicator[:, node.indicators] = share[:, len(node.nodes) :]
    return of_indicator


def _answer_weights(wave: Wave, points: Floats, of_indicator: Floats) -> Floats:
    """Give respondents × indicators: an indicator's share, spread evenly over those who answered it."""
    given = (~np.isnan(points)).astype(np.float64)
    each = formulas.ratio(of_indicator, formulas.sum_by_group(given, wave.organisation, len(of_indicator)))
    return each[wave.organisation]


def _with_network(values: Floats) -> Floats:
    """Give the rows of the organisations, and below them their plain mean."""
    network = formulas.mean_by_group(values, np.zeros(len(values), dtype=np.intp), 1)
    return np.concatenate((values, network))
