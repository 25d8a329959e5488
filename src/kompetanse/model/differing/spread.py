"""A programme spread out over its places, as changes touch them (see `in_common`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from kompetanse.model.calendar import Gathering, Timetable
from kompetanse.model.framework import MaturityDimension, MaturityFramework
from kompetanse.model.module import Module
from kompetanse.model.places import item_keys
from kompetanse.model.programme import Programme

WHOLE = ("id", "name", "about", "closed", "baselines", "costs", "provenance")
"""What stands at one place each, under its own name."""


def spread(programme: Programme) -> Mapping[str, object]:
    """Give what stands at each place: two programmes say the same where these are equal.

    The order in which modules, prerequisites, members or gatherings are listed says nothing, and does not
    count; of the order in which modules are taught, `Programme.teaching_order` counts.
    """
    return dict(_spread(programme))


def _spread(programme: Programme) -> Iterator[tuple[str, object]]:
    for name in WHOLE:
        yield name, getattr(programme, name)
    yield "order", programme.teaching_order
    for key, module in _keyed(programme.modules):
        yield from _module(key, module)
    yield from _framework(programme.framework)
    for key, organisation in _keyed(programme.organisations):
        yield f"organisations/{key}", organisation
    for key, cohort in _keyed(programme.cohorts):
        yield f"cohorts/{key}", cohort.id
        yield f"cohorts/{key}/members", frozenset(cohort.members)
        yield from _fields(f"cohorts/{key}", cohort, without=("id", "members"))
    yield from _fields("planning", programme.planning)
    yield from _timetable(programme.timetable)
    factors = item_keys(one.factor.value for one in programme.assumptions)
    for factor, assumption in zip(factors, programme.assumptions, strict=True):
        yield f"assumptions/{factor}", assumption


def _keyed(nouns: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Yield nouns that have an id, each with the step that leads to it."""
    items = tuple(nouns)
    return zip(item_keys(one.id for one in items), items, strict=True)


def _fields(place: str, noun: Any, without: tuple[str, ...] = ()) -> Iterator[tuple[str, object]]:  # noqa: ANN401  # any noun
    for field in attrs.fields(type(noun)):
        if field.name not in without:
            yield f"{place}/{field.name}", getattr(noun, field.name)


def _module(key: str, module: Module) -> Iterator[tuple[str, object]]:
    place = f"modules/{key}"
    yield place, module.id
    yield f"prerequisites/{key}", (frozenset(module.requires), frozenset(module.any_of))
    yield from _fields(place, module, without=("id", "requires", "any_of", "preparation", "follow_up"))
    yield from _fields(f"{place}/preparation", module.preparation)
    yield from _fields(f"{place}/follow_up", module.follow_up)


def _framework(framework: MaturityFramework | None) -> Iterator[tuple[str, object]]:
    """Yield a framework, with the weights of its dimensions apart."""
    if framework is None:
        return
    yield "framework", framework.id
    yield from _fields("framework", framework, without=("id", "dimensions"))
    yield "framework/dimensions", tuple(map(_unweighed, framework.dimensions))
    for key, one in _keyed(framework.walk()):
        yield f"framework/weights/{key}", one.weight


def _unweighed(dimension: MaturityDimension) -> MaturityDimension:
    return attrs.evolve(dimension, weight=1.0, dimensions=map(_unweighed, dimension.dimensions))


def _timetable(timetable: Timetable) -> Iterator[tuple[str, object]]:
    """Yield the dates and places of each cohort's gatherings for a module; the hours of a module's."""
    pairs: dict[tuple[str, str], list[Gathering]] = {}
    for one in sorted(timetable.gatherings, key=lambda one: (one.module, one.cohort, one.date)):
        pairs.setdefault((one.cohort, one.module), []).append(one)
    hours: dict[str, dict[str, object]] = {}
    for (cohort, module), gatherings in pairs.items():
        yield f"timetable/dates/{cohort}/{module}", tuple(one.date for one in gatherings)
        yield f"timetable/places/{cohort}/{module}", tuple(one.place for one in gatherings)
        hours.setdefault(module, {})[cohort] = tuple((one.start, one.end) for one in gatherings)
    for module, of_cohorts in hours.items():
        yield f"timetable/hours/{module}", of_cohorts
