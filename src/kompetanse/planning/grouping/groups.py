"""Organisations into groups: sizes even, wishes kept, mixed or alike in a score."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, log10

from kompetanse.errors import CannotGroup, UnknownOrganisation
from kompetanse.model import Cohort, Organisation, Programme
from kompetanse.model.rules import as_tuple, demand, demand_whole, refuse, shown
from kompetanse.planning.demands import MOST, demand_all, demand_known, demand_number
from kompetanse.planning.exactly import exact
from kompetanse.planning.grouping.forming import Wanted, formed
from kompetanse.planning.grouping.grouping import Grouping
from kompetanse.planning.grouping.pairs import Pair, clashes, clusters_of, demand_pairs

EFFORT = 10.0
"""How long forming groups may take, in the solver's own seconds: what comes later is of little use."""
MOST_GROUPS = 1_000
HIGHEST = 1_000_000
"""No size is larger, and no score lies further from 0."""
DIGITS = 4
"""Of the range of the scores, that count: two decimals where they range over 100, four where over 1."""


def form_groups(  # noqa: PLR0913  # what is asked for, each by its name
    organisations: Programme | Iterable[Organisation | str],
    groups: int,
    *,
    sizes: Mapping[str, int] | None = None,
    scores: Mapping[str, float] | None = None,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    mixed: bool = True,
    seed: int = 0,
    effort: float = EFFORT,
) -> Grouping:
    """Form so many groups of organisations: of a programme's, or of a list of organisations or ids.

    Pairs in `together` and in `apart` are kept so. The sizes of the groups are made as even as can be: the
    largest less the smallest, by the number of organisations, or by `sizes`, such as how many leaders each
    sends. Then, where there are `scores`: `mixed` brings the mean of each group as near to the mean of all as
    can be, by the one that is farthest off; otherwise the groups are made alike, with the least spread, from
    the lowest score to the highest, summed over the groups. An organisation without a score counts for
    neither. Scores are rounded to four digits of their range: to two decimals where that is 100.

    `effort` bounds the search, in the solver's own seconds; the same `seed` gives the same answer. Ctrl-C
    gives the best so far.

    Raises `CannotGroup` where there is no way, `NothingFound` where none was found, `UnknownOrganisation`,
    `InvalidValue`, and `MissingExtra` without OR-Tools.
    """
    ids = _ids(organisations)
    demand_whole("form_groups", "groups", groups, 1, MOST_GROUPS)
    demand_whole("form_groups", "seed", seed, 0, 2**31 - 1)
    demand_number("form_groups", "effort", effort, 0, MOST)
    demand("form_groups", "mixed", mixed, bool)
    sized, scored = _sizes(ids, sizes), _scores(ids, scores)
    pairs = demand_pairs("together", together, ids), demand_pairs("apart", apart, ids)
    clusters = clusters_of(ids, *pairs)
    reasons = tuple(clashes(clusters, *pairs, groups))
    if reasons:
        raise CannotGroup(reasons)
    return formed(Wanted(clusters, groups, sized, scored, mixed), seed=seed, effort=effort)


def _ids(organisations: Programme | Iterable[Organisation | str]) -> tuple[str, ...]:
    listed = organisations.organisations if isinstance(organisations, Programme) else organisations
    items: object = as_tuple(listed)
    if not isinstance(items, tuple):
        raise refuse("form_groups", "organisations", "not-list", found=shown(organisations))
    ids: dict[str, None] = {}
    for one in items:
        id_ = one.id if isinstance(one, Organisation) else one
        Cohort("all", members=(id_,))  # refuses what is no id
        if id_ in ids:
            raise refuse("form_groups", "organisations", "duplicate-id", found=shown(id_))
        ids[id_] = None
    return tuple(ids)


def _sizes(ids: tuple[str, ...], sizes: Mapping[str, int] | None) -> Mapping[str, int]:
    if sizes is None:
        return dict.fromkeys(ids, 1)
    demand("form_groups", "sizes", sizes, Mapping)
    for id_, size in sizes.items():
        demand_known(id_, ids, UnknownOrganisation)
        demand_whole("form_groups", f"sizes/{id_}", size, 0, HIGHEST)
    demand_all("form_groups", "sizes", sizes, ids)
    return sizes


def _scores(ids: tuple[str, ...], scores: Mapping[str, float] | None) -> Mapping[str, Fraction]:
    if scores is None:
        return {}
    demand("form_groups", "scores", scores, Mapping)
    for id_, score in scores.items():
        demand_known(id_, ids, UnknownOrganisation)
        demand_number("form_groups", f"scores/{id_}", score, -HIGHEST, HIGHEST)
    values = {id_: exact(score) for id_, score in scores.items()}
    apart = max(values.values(), default=Fraction(0)) - min(values.values(), default=Fraction(0))
    decimals = DIGITS - ceil(log10(apart)) if apart else DIGITS
    return {id_: round(value, decimals) for id_, value in values.items()}
