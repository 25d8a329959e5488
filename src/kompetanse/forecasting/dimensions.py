"""The dimensions that a forecast is about: those without narrower ones, each with its weight in the whole."""

from collections.abc import Mapping, Sequence

import attrs

from kompetanse.model import MaturityDimension, MaturityFramework, Programme


@attrs.frozen(eq=False)
class Dimensions:
    """What is forecast; wider dimensions are means of these."""

    ids: tuple[str, ...]
    """Of the dimensions without narrower ones, in the order of the framework."""
    weights: tuple[float, ...]
    """Of each in the whole; together 1, unless they are shared as those of another design."""
    below: Mapping[str, tuple[int, ...]]
    """The numbers of those below each dimension, wide or narrow, by its id."""


def dimensions_of(programme: Programme, parts: int | None = None) -> Dimensions:
    """Give a programme's dimensions; without a framework, those that its modules develop weigh alike.

    Then the whole has so many `parts`, or as many as there are: with those of the base, a design gains
    nothing by developing fewer of them.

    The weight is the product, on the way up, of a dimension's weight over that of its siblings together:
    exact where every mean is arithmetic and no wider dimension has indicators of its own, or else an
    approximation. Of dimensions with one id, the first counts.
    """
    if programme.framework is not None:
        return _of_framework(programme.framework)
    modules = {one.id: one for one in reversed(programme.modules)}
    ids = tuple(dict.fromkeys(id_ for one in programme.teaching_order for id_ in modules[one].develops))
    weight = 1 / (parts or len(ids) or 1)
    return Dimensions(ids, (weight,) * len(ids), {one: (number,) for number, one in enumerate(ids)})


def _of_framework(framework: MaturityFramework) -> Dimensions:
    weights: dict[str, float] = {}
    below: dict[str, list[int]] = {}
    waiting = _weighed(framework.dimensions, 1.0, ())
    while waiting:
        dimension, weight, above = waiting.pop()
        below.setdefault(dimension.id, [])
        if dimension.dimensions:
            waiting.extend(_weighed(dimension.dimensions, weight, (*above, dimension.id)))
        elif dimension.id not in weights:
            for one in (*above, dimension.id):
                below[one].append(len(weights))
            weights[dimension.id] = weight
    whole = sum(weights.values())
    return Dimensions(
        tuple(weights),
        tuple(one / whole for one in weights.values()),
        {id_: tuple(numbers) for id_, numbers in below.items()},
    )


def _weighed(
    siblings: Sequence[MaturityDimension], weight: float, above: tuple[str, ...]
) -> list[tuple[MaturityDimension, float, tuple[str, ...]]]:
    """Give siblings, the last first, with the weight of each in the whole."""
    total = sum(one.weight for one in siblings)
    return [(one, weight * one.weight / total, above) for one in reversed(siblings)]
