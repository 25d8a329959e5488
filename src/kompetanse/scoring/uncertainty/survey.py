"""One wave of answers under one node, made ready to be scored again and again under other choices."""

from collections.abc import Iterable, Sequence

import attrs
import numpy as np

from kompetanse.errors import UnknownDimension, UnknownWave
from kompetanse.model import Assessment, MaturityFramework, MissingPolicy, Organisation, Programme
from kompetanse.model.rules import refuse
from kompetanse.scoring.evaluation import Evaluation, evaluate
from kompetanse.scoring.formulas import Floats, Whole, mean_by_group
from kompetanse.scoring.intervals import means_without_each, not_asked, sampling_of
from kompetanse.scoring.lookup import known
from kompetanse.scoring.scored import indicator_coverage
from kompetanse.scoring.subject import Assessed
from kompetanse.scoring.tree import Node, subtree
from kompetanse.scoring.waves import Wave


@attrs.frozen(eq=False)
class Survey:
    """The answers of one wave under one node, and what they come to by the framework as it stands.

    What is scored stands in columns: each organisation, and after them each organisation without one of its
    respondents, for all respondents.
    """

    framework: MaturityFramework
    tree: tuple[Node, ...]
    """The node, and those below it."""
    wave: Wave
    """With the indicators under the node alone."""
    organisations: tuple[str, ...]
    points: Floats
    """Indicators × columns: the means of the answers."""
    covered: Floats
    """Indicators × columns: the shares answered; NaN where an indicator does not apply."""
    base: Evaluation
    """Nodes and indicators × columns, by the framework as it stands."""
    respondents: Whole
    """Of each organisation: how many answered anything under the node."""
    error: Floats
    """Of each organisation: the standard error of its value, in points; NaN where there is no saying."""
    not_asked: Floats
    """Of each organisation: the share of its leaders who did not answer; 1 where it is not known."""

    @classmethod
    def of(
        cls,
        framework: MaturityFramework,
        tree: tuple[Node, ...],
        wave: Wave,
        organisations: Sequence[Organisation],
    ) -> "Survey":
        """Give a wave, cut to the indicators of the tree, with what it comes to."""
        groups = len(organisations)
        own = mean_by_group(wave.points, wave.organisation, groups).T
        covered = indicator_coverage(wave, groups).T
        points = np.concatenate((own, means_without_each(wave, groups)), axis=1)
        covered = np.concatenate((covered, covered[:, wave.organisation]), axis=1)
        base = evaluate(tree, points, covered)
        sampling = sampling_of(tree, wave, base.values[:, groups:], organisations)
        return cls(
            framework,
            tree,
            wave,
            tuple(one.id for one in organisations),
            points,
            covered,
            base,
            respondents=sampling.respondents[0].astype(np.intp),
            error=sampling.error[0],
            not_asked=not_asked(wave, sampling.respondents[:1], organisations)[0],
        )

    @property
    def values(self) -> Floats:
        """Of each organisation: its value on the node; NaN where it has none."""
        values: Floats = self.base.values[0, : len(self.organisations)]
        return values

    def without_each(self, organisation: int) -> list[int]:
        """Give the columns of one organisation without each of those who answered anything here."""
        mine = np.flatnonzero(self.wave.organisation == organisation)
        answered = ~np.isnan(self.wave.points[mine]).all(axis=1)
        columns: list[int] = (len(self.organisations) + mine[answered]).tolist()
        return columns

    def settled(self, column: int) -> tuple[Node, ...]:
        """Give the tree for one column, where whether enough was answered is settled already.

        How much must be answered is a rule about answers and not about weights: what has a value by the
        framework's own weights has one under any, and what has none has none.
        """
        there = ~np.isnan(self.base.values[: len(self.tree), column])
        return tuple(
            _settled(node, enough=bool(enough)) if node.aggregation.threshold else node
            for node, enough in zip(self.tree, there, strict=True)
        )


def _settled(node: Node, *, enough: bool) -> Node:
    policy = MissingPolicy.REWEIGHT if enough else MissingPolicy.REFUSE
    return attrs.evolve(node, aggregation=attrs.evolve(node.aggregation, threshold=0.0, missing=policy))


def survey_of(
    verb: str,
    subject: Programme | MaturityFramework,
    assessments: Iterable[Assessment],
    *,
    wave: str | None = None,
    node: str | None = None,
) -> Survey:
    """Give one wave (the last by default) under one node (the whole by default).

    Raises `NoFramework`, `AmbiguousFramework`, `InvalidAssessment`, `UnknownWave`, `UnknownDimension`, or
    `InvalidValue` where there is no wave at all.
    """
    assessed = Assessed.of(verb, subject, assessments)
    if not assessed.waves:
        raise refuse(verb, "assessments", "no-wave")
    waves, nodes = (tuple(one.id for one in several) for several in (assessed.waves, assessed.tree))
    chosen = assessed.waves[-1 if wave is None else waves.index(known(wave, waves, UnknownWave))]
    number = 0 if node is None else nodes.index(known(node, nodes, UnknownDimension))
    tree, columns = subtree(assessed.tree, number)
    some = slice(columns.start, columns.stop)
    cut = attrs.evolve(
        chosen, points=chosen.points[:, some], applicable=chosen.applicable[:, some], shares=()
    )
    return Survey.of(assessed.framework, tree, cut, assessed.organisations)
