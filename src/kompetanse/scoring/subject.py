"""What is scored: a framework, the organisations, and the waves of answers that they gave."""

from collections.abc import Iterable

import attrs

from kompetanse.errors import NoFramework
from kompetanse.model import Assessment, MaturityFramework, Organisation, Programme
from kompetanse.model.rules import demand, demand_list
from kompetanse.scoring.tree import Node, tree_of
from kompetanse.scoring.waves import Wave, waves_of


@attrs.frozen(eq=False)
class Assessed:
    """A framework as a tree, with whom and what is scored by it."""

    framework: MaturityFramework
    tree: tuple[Node, ...]
    organisations: tuple[Organisation, ...]
    waves: tuple[Wave, ...]

    @classmethod
    def of(
        cls, verb: str, subject: Programme | MaturityFramework, assessments: Iterable[Assessment]
    ) -> "Assessed":
        """Take the arguments that every verb of scoring takes; where no organisation is named, who answered.

        Raises `InvalidValue`, `NoFramework`, `AmbiguousFramework`, or `InvalidAssessment`.
        """
        demand(verb, "subject", subject, Programme | MaturityFramework)
        framework, named = _held(subject)
        tree = tree_of(framework)
        given = demand_list(verb, "assessments", assessments, Assessment)
        organisations = _each_once(named) or _who_answered(given)
        waves = waves_of(given, tuple(one.id for one in organisations), framework)
        return cls(framework, tree, organisations, waves)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the organisations."""
        return tuple(one.id for one in self.organisations)


def _held(subject: Programme | MaturityFramework) -> tuple[MaturityFramework, tuple[Organisation, ...]]:
    if isinstance(subject, MaturityFramework):
        return subject, ()
    if subject.framework is None:
        raise NoFramework(subject.id)
    return subject.framework, subject.organisations


def _each_once(organisations: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
    first: dict[str, Organisation] = {}
    for one in organisations:
        first.setdefault(one.id, one)
    return tuple(first.values())


def _who_answered(assessments: tuple[Assessment, ...]) -> tuple[Organisation, ...]:
    """Give those that answered, by id."""
    ids = {one.organisation for wave in assessments for one in wave.answers}
    return tuple(map(Organisation, sorted(ids)))
