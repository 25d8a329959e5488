"""Rules about ids: each names one thing, and what is named is there."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kompetanse.checks.design import Design
from kompetanse.checks.dimensions import DimensionTree
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.errors import close_to
from kompetanse.model import (
    AnyOf,
    Deadline,
    Gathering,
    Module,
    NotBefore,
    Pin,
    PlanningRules,
    Severity,
    Unrequire,
    item_keys,
)

GUESSED = 200
"""Unknown ids for which a known one is looked for: the look-up takes time, and nobody reads more."""
Mention = tuple[str, str, str, tuple[str, str | AnyOf] | None]
"""A kind, an id, the place that names it, and who requires what so, where that can be taken out."""


def unknown_ids(design: Design) -> Iterator[Found]:
    """Find what names a module, a dimension, an organisation or a cohort that there is not.

    `kind` says which of the four `id` was to name; `suggestion` is one that may have been meant, or ``""``,
    and is looked for as long as there are not very many. Where a programme has no framework, nothing is said
    about what its modules develop.
    """
    tree = DimensionTree(design.programme.framework)
    known = {
        "module": set(design.modules),
        "dimension": {one.id for one in tree.dimensions},
        "organisation": {one.id for one in design.programme.organisations},
        "cohort": set(design.cohorts),
    }
    suggestions: dict[tuple[str, str], str] = {}
    for kind, id_, place, required in _mentions(design):
        if id_ in known[kind] or (kind == "dimension" and design.programme.framework is None):
            continue
        if (kind, id_) not in suggestions:
            guess = len(suggestions) < GUESSED
            suggestions[kind, id_] = close_to(id_, known[kind]) if guess else ""
        remedies = (Unrequire(*required),) if required else ()
        yield found(place, remedies, kind=kind, id=id_, suggestion=suggestions[kind, id_])


def _mentions(design: Design) -> Iterator[Mention]:
    """Yield every mention of something by its id."""
    programme = design.programme
    for key, module in zip(item_keys(one.id for one in programme.modules), programme.modules, strict=True):
        for number, one in enumerate(module.requires):
            required = (module.id, one.module) if key == module.id else None
            yield "module", one.module, f"modules/{key}/requires/{number}", required
        yield from _options(key, module)
        for number, dimension in enumerate(module.develops):
            yield "dimension", dimension, f"modules/{key}/develops/{number}", None
    for key, cohort in zip(item_keys(one.id for one in programme.cohorts), programme.cohorts, strict=True):
        for number, member in enumerate(cohort.members):
            yield "organisation", member, f"cohorts/{key}/members/{number}", None
    for number, module_id in enumerate(programme.order):
        yield "module", module_id, f"order/{number}", None
    gatherings = programme.timetable.gatherings
    for key, gathering in zip(item_keys(map(_name, gatherings)), gatherings, strict=True):
        yield "module", gathering.module, f"timetable/gatherings/{key}", None
        yield "cohort", gathering.cohort, f"timetable/gatherings/{key}", None
    yield from _rules(programme.planning)


def _rules(planning: PlanningRules) -> Iterator[Mention]:
    """Yield what the planning rules are about."""
    for section in ("deadlines", "not_before", "pins"):
        rules: tuple[Deadline | NotBefore | Pin, ...] = getattr(planning, section)
        for number, rule in enumerate(rules):
            yield "module", rule.module, f"planning/{section}/{number}", None
            if rule.cohort is not None:
                yield "cohort", rule.cohort, f"planning/{section}/{number}", None
    people = planning.facilitators
    for key, who in zip(item_keys(one.id for one in people), people, strict=True):
        for number, module in enumerate(who.modules):
            yield "module", module, f"planning/facilitators/{key}/modules/{number}", None


def _options(key: str, module: Module) -> Iterator[Mention]:
    """Yield the options of each group; without the group, the next one must not say the same in its place."""
    for number, group in enumerate(module.any_of):
        others = [one for one in module.any_of if set(one.modules) != set(group.modules)]
        following = others[number].modules if number < len(others) else ()
        for place, id_ in enumerate(group.modules):
            removes = key == module.id and following[place : place + 1] != (id_,)
            required = (module.id, group) if removes else None
            yield "module", id_, f"modules/{key}/any_of/{number}/{place}", required


def _name(gathering: Gathering) -> str:
    return f"{gathering.module}/{gathering.cohort}"


def duplicate_ids(design: Design) -> Iterator[Found]:
    """Find what bears an id that another of its kind has, or is named twice in a list that names once.

    `kind` is module, organisation, cohort, gathering, dimension, indicator, level, order, member,
    facilitator, venue, baseline or assumption; `id` is the one (of a gathering: module/cohort; of an
    assumption: its factor), and `first` the place of the first that has it, which is the one that counts. The
    framework is told as a dimension, above the others, since a score may be asked for by either id.
    """
    programme = design.programme
    yield from _again("module", _listed("modules", (one.id for one in programme.modules)))
    yield from _again("order", ((id_, f"order/{place}") for place, id_ in enumerate(programme.order)))
    tree = DimensionTree(programme.framework)
    itself: list[tuple[str, tuple[int, str]]] = []
    if programme.framework is not None:
        levels = (one.id for one in programme.framework.levels)
        yield from _again("level", _listed("framework/levels", levels))
        itself = [(programme.framework.id, (-1, ""))]
    dimensions = ((one.id, (number, "")) for number, one in enumerate(tree.dimensions))
    yield from _again_in_tree("dimension", chain(itself, dimensions), tree)
    yield from _again_in_tree("indicator", tree.indicators(), tree)
    yield from _again("organisation", _listed("organisations", (one.id for one in programme.organisations)))
    cohorts = programme.cohorts
    yield from _again("cohort", _listed("cohorts", (one.id for one in cohorts)))
    for key, cohort in zip(item_keys(one.id for one in cohorts), cohorts, strict=True):
        members = ((id_, f"cohorts/{key}/members/{place}") for place, id_ in enumerate(cohort.members))
        yield from _again("member", members)
    gatherings = map(_name, programme.timetable.gatherings)
    yield from _again("gathering", _listed("timetable/gatherings", gatherings))
    planning = programme.planning
    people, venues = (one.id for one in planning.facilitators), (one.id for one in planning.venues)
    yield from _again("facilitator", _listed("planning/facilitators", people))
    yield from _again("venue", _listed("planning/venues", venues))
    yield from _again("baseline", _listed("baselines", (one.id for one in programme.baselines)))
    factors = (one.factor.value for one in programme.assumptions)
    yield from _again("assumption", _listed("assumptions", factors))


def _listed(section: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each id with its place."""
    everyone = tuple(ids)
    for id_, key in zip(everyone, item_keys(everyone), strict=True):
        yield id_, f"{section}/{key}"


def _again(kind: str, places: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """Yield each place whose id was seen before."""
    first: dict[str, str] = {}
    for id_, place in places:
        if id_ in first:
            yield found(place, kind=kind, id=id_, first=first[id_])
        else:
            first[id_] = place


def _again_in_tree(
    kind: str, spots: Iterable[tuple[str, tuple[int, str]]], tree: DimensionTree
) -> Iterator[Found]:
    """Yield each spot of the tree whose id was seen before; only its place is spelled out."""
    first: dict[str, tuple[int, str]] = {}
    for id_, spot in spots:
        if id_ in first:
            yield found(tree.place(*spot), kind=kind, id=id_, first=tree.place(*first[id_]))
        else:
            first[id_] = spot


RULES = (
    Rule("unknown-id", Severity.ERROR, ("kind", "id", "suggestion"), unknown_ids),
    Rule("duplicate-id", Severity.ERROR, ("kind", "id", "first"), duplicate_ids),
)
