"""Scenarios: what if we did it otherwise."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import attrs

from kompetanse.errors import (
    CannotApply,
    KompetanseError,
    RingOfScenarios,
    ScenarioExists,
    UnknownScenario,
    close_to,
)
from kompetanse.model import Change, Programme, Text
from kompetanse.model.rules import a, an_id, as_optional_str, as_str, as_tuple, demand_list, each
from kompetanse.model.text import NAMED_BY_ID, a_name, as_text


def _changes(value: Iterable[Change]) -> tuple[Change, ...]:
    return as_tuple(value)


@attrs.frozen
class Scenario:
    """A named tuple of changes, applied one after another.

    >>> from kompetanse.model import Drop, Module
    >>> base = Programme("p", modules=(Module("a"), Module("b")))
    >>> [one.id for one in Scenario("only-b", changes=(Drop("a"),)).apply(base).modules]
    ['b']
    """

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    changes: tuple[Change, ...] = attrs.field(default=(), converter=_changes, validator=each(a(Change)))
    on: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=attrs.validators.optional(an_id)
    )
    """The id of the scenario that it builds on, in place of the base."""

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with every change made; raise `CannotApply` at the first that cannot be.

        What the scenario builds on is not looked at: see `in_full`.
        """
        for change in self.changes:
            try:
                programme = change.apply(programme)
            except KompetanseError as reason:
                raise CannotApply(change, reason) from reason
        return programme


def in_full(scenarios: Iterable[Scenario]) -> tuple[Scenario, ...]:
    """Give the scenarios in their order, each with the changes of those that it builds on before its own.

    Raises `InvalidValue` where it is given no list of scenarios; `ScenarioExists`, `UnknownScenario` or
    `RingOfScenarios`.
    """
    by_id: dict[str, Scenario] = {}
    for one in demand_list("in_full", "scenarios", scenarios, Scenario):
        if one.id in by_id:
            raise ScenarioExists(one.id)
        by_id[one.id] = one
    for one in by_id.values():
        if one.on is not None and one.on not in by_id:
            raise UnknownScenario(one.on, close_to(one.on, by_id))
    for ring in rings(by_id):
        raise RingOfScenarios(ring)
    whole: dict[str, Scenario] = {}
    for one in by_id.values():
        for each_ in reversed(_chain(one, by_id, whole)):
            below = whole[each_.on].changes if each_.on else ()
            whole[each_.id] = attrs.evolve(each_, changes=(*below, *each_.changes)) if below else each_
    return tuple(whole[id_] for id_ in by_id)


def rings(by_id: Mapping[str, Scenario]) -> Iterator[tuple[str, ...]]:
    """Yield each ring of scenarios that build on one another, from its smallest id."""
    seen: set[str] = set()
    for start in by_id:
        path: dict[str, None] = {}
        current: str | None = start
        while current is not None and current in by_id and current not in seen and current not in path:
            path[current] = None
            current = by_id[current].on
        if current is not None and current in path:
            ring = tuple(path)[tuple(path).index(current) :]
            turn = ring.index(min(ring))
            yield (*ring[turn:], *ring[:turn])
        seen |= path.keys()


def made(scenario: Scenario, below: Programme | CannotApply) -> Programme | CannotApply:
    """Give what a scenario makes of a programme, or why it, or what it builds on, cannot be applied."""
    try:
        return below if isinstance(below, CannotApply) else scenario.apply(below)
    except CannotApply as refused:
        return refused


def made_of(programme: Programme, whole: Sequence[Scenario]) -> Mapping[str, Programme | CannotApply]:
    """Give what each scenario makes of a programme, by its id; all are in full, and each is made once.

    So a scenario that builds on another costs its own changes only, however long the chain below it.
    """
    by_id = {one.id: one for one in whole}
    programmes: dict[str, Programme | CannotApply] = {}
    for one in whole:
        for each_ in reversed(_chain(one, by_id, programmes)):
            below = programmes[each_.on] if each_.on else programme
            there = len(by_id[each_.on].changes) if each_.on else 0
            programmes[each_.id] = made(attrs.evolve(each_, changes=each_.changes[there:]), below)
    return programmes


def _chain(scenario: Scenario, by_id: Mapping[str, Scenario], done: Container[str]) -> list[Scenario]:
    """Give a scenario and those that it builds on, as far as they are not done yet."""
    chain: list[Scenario] = []
    current: Scenario | None = scenario
    while current is not None and current.id not in done:
        chain.append(current)
        current = by_id[current.on] if current.on is not None else None
    return chain
