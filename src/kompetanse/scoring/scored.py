"""One wave in numbers, and the rows of the score card that are made of them."""

from collections.abc import Iterator, Sequence

import attrs
import numpy as np

from kompetanse.model import MaturityFramework
from kompetanse.scoring import formulas
from kompetanse.scoring.card import LevelShare, Profile, Score
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import Floats, or_none
from kompetanse.scoring.intervals import Sampling, of_network, sampling_of, without_each
from kompetanse.scoring.subject import Assessed
from kompetanse.scoring.tree import Node, part_rows
from kompetanse.scoring.waves import Wave


@attrs.frozen(eq=False)
class ScoredWave:
    """The numbers of one wave; arrays are nodes and indicators × organisations, the network last."""

    wave: Wave
    framework: MaturityFramework
    tree: tuple[Node, ...]
    organisations: tuple[str, ...]
    values: Floats
    coverages: Floats
    sampling: Sampling

    @classmethod
    def of(cls, wave: Wave, assessed: Assessed) -> "ScoredWave":
        """Score a wave."""
        tree, groups = assessed.tree, len(assessed.organisations)
        answered = formulas.mean_by_group(wave.points, wave.organisation, groups)
        covered = indicator_coverage(wave, groups).T
        own = evaluate(tree, answered.T, covered)
        sampling = sampling_of(tree, wave, without_each(tree, wave, covered), assessed.organisations)
        return cls(
            wave,
            assessed.framework,
            tree,
            assessed.ids,
            values=_with_network(own.values),
            coverages=_with_network(own.coverages),
            sampling=_beside(sampling, of_network(own.values, sampling)),
        )

    def scores(self) -> Iterator[Score]:
        """Yield the scores of each organisation, then the network's, in the order of the tree."""
        names = [(node.id, node.target, number) for number, node in enumerate(self.tree)]
        return self._rows(names)

    def indicators(self) -> Iterator[Score]:
        """Yield the scores on each indicator, of each organisation and then the network."""
        first = len(self.tree)
        names = [(one.id, None, first + n) for n, one in enumerate(self.framework.indicators())]
        return self._rows(names)

    def _rows(self, names: Sequence[tuple[str, float | None, int]]) -> Iterator[Score]:
        floors, levels = _levels(self.framework)
        on_level = formulas.level_of(self.values, floors).tolist()
        low, high = self._interval()
        values, coverages = self.values.tolist(), self.coverages.tolist()
        errors, counts = self.sampling.error.tolist(), self.sampling.respondents.tolist()
        for column, organisation in enumerate((*self.organisations, None)):
            for node, target, row in names:
                value = or_none(values[row][column])
                error = or_none(errors[row][column]) if value is not None else None
                yield Score(
                    organisation=organisation,
                    wave=self.wave.id,
                    node=node,
                    value=value,
                    coverage=or_none(coverages[row][column]),
                    low=or_none(low[row][column]),
                    high=or_none(high[row][column]),
                    error=error,
                    respondents=int(counts[row][column]),
                    level=levels[on_level[row][column]] if levels and value is not None else None,
                    target=target,
                    gap=target - value if target is not None and value is not None else None,
                )

    def _interval(self) -> tuple[list[list[float]], list[list[float]]]:
        """Give both ends of every interval, within the points from 0 to 100 where the value itself is."""
        half = self.sampling.half_width()
        low, high = self.values - half, self.values + half
        low = np.where(self.values >= 0, np.maximum(low, 0.0), low)
        high = np.where(self.values <= 100, np.minimum(high, 100.0), high)
        return low.tolist(), high.tolist()

    def profiles(self) -> Iterator[Profile]:
        """Yield the profile of each organisation over the levels of the framework."""
        floors, levels = _levels(self.framework)
        shares = formulas.level_profile(self._on_levels(floors)) if levels else np.zeros((0, 0))
        for number, organisation in enumerate(self.organisations):
            told = shares[number].tolist() if levels and shares[number].any() else []
            spread = tuple(LevelShare(*one) for one in zip(levels, told, strict=bool(told)))
            yield Profile(organisation, self.wave.id, spread)

    def _on_levels(self, floors: Floats) -> Floats:
        """Give organisations × levels: the weight of the answers that stand on each level."""
        wave, groups = self.wave, len(self.organisations)
        weights = _answer_weights(wave, self._share_of_indicators(), groups)
        result = np.zeros((groups, len(floors)))
        spread = dict(wave.shares)
        for column in range(wave.points.shape[1]):
            there = ~np.isnan(wave.points[:, column])
            if column in spread:
                on_level = spread[column][there]
            else:
                on_level = np.eye(len(floors))[formulas.level_of(wave.points[there, column], floors)]
            weighed = on_level * weights[there, column][:, None]
            result += formulas.sum_by_group(weighed, wave.organisation[there], groups)
        return result

    def _share_of_indicators(self) -> Floats:
        """Give organisations × indicators: the share of each indicator in the whole score, by weight."""
        present = ~np.isnan(self.values[:, :-1])
        share = np.zeros(present.shape)
        share[0] = 1.0
        for number, parts in enumerate(map(list, part_rows(self.tree))):
            weights = np.array(self.tree[number].weights, dtype=np.float64)
            share[parts] = share[number] * formulas.shares(present[parts].T, weights).T
        return share[len(self.tree) :].T


def _levels(framework: MaturityFramework) -> tuple[Floats, tuple[str, ...]]:
    floors = np.array([one.floor for one in framework.levels], dtype=np.float64)
    return floors, tuple(one.id for one in framework.levels)


def indicator_coverage(wave: Wave, organisations: int) -> Floats:
    """Give organisations × indicators; an organisation without a respondent has answered nothing."""
    given = (~np.isnan(wave.points)).astype(np.float64)
    covered = formulas.coverage(
        formulas.sum_by_group(given, wave.organisation, organisations),
        formulas.sum_by_group(wave.applicable.astype(np.float64), wave.organisation, organisations),
    )
    silent = np.bincount(wave.organisation, minlength=organisations) == 0
    covered[silent] = 0.0
    return covered


def _answer_weights(wave: Wave, of_indicator: Floats, groups: int) -> Floats:
    """Give respondents × indicators: an indicator's share, spread evenly over those who answered it."""
    given = (~np.isnan(wave.points)).astype(np.float64)
    each = formulas.ratio(of_indicator, formulas.sum_by_group(given, wave.organisation, groups))
    return each[wave.organisation]


def _with_network(values: Floats) -> Floats:
    """Give the columns of the organisations, and after them their plain mean."""
    return np.concatenate((values, formulas.mean_of_rows(values)), axis=1)


def _beside(sampling: Sampling, network: Sampling) -> Sampling:
    pairs = zip(attrs.astuple(sampling), attrs.astuple(network), strict=True)
    return Sampling(*(np.concatenate(pair, axis=1) for pair in pairs))
