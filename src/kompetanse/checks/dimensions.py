"""The tree of dimensions, laid out flat, so that no rule recurses over it."""

from collections.abc import Iterator

from kompetanse.model import MaturityDimension, MaturityFramework, item_keys


class DimensionTree:
    """Every dimension of a framework, each before those below it, and the way to each."""

    def __init__(self, framework: MaturityFramework | None) -> None:
        """Lay out the tree; without a framework there is nothing in it."""
        self.dimensions: list[MaturityDimension] = []
        self.parents: list[int] = []
        """The number of the dimension above each; -1 for the topmost."""
        self._keys: list[str] = []
        waiting = _keyed(-1, framework.dimensions) if framework is not None else []
        while waiting:
            parent, key, dimension = waiting.pop()
            waiting += _keyed(len(self.dimensions), dimension.dimensions)
            self.dimensions.append(dimension)
            self.parents.append(parent)
            self._keys.append(key)

    def place(self, number: int, below: str = "") -> str:
        """Give the place of a dimension, or of what stands `below` it."""
        steps = []
        while number >= 0:
            steps.append(f"dimensions/{self._keys[number]}")
            number = self.parents[number]
        return "/".join(["framework", *reversed(steps)]) + below

    def indicators(self) -> Iterator[tuple[str, tuple[int, str]]]:
        """Yield the id of each indicator, with its dimension's number and the step to it from there."""
        for number, dimension in enumerate(self.dimensions):
            ids = [one.id for one in dimension.indicators]
            for id_, key in zip(ids, item_keys(ids), strict=True):
                yield id_, (number, f"/indicators/{key}")


def _keyed(
    parent: int, dimensions: tuple[MaturityDimension, ...]
) -> list[tuple[int, str, MaturityDimension]]:
    """Give the dimensions below `parent`, each with its key, the first one last."""
    keys = item_keys(one.id for one in dimensions)
    return [(parent, key, one) for key, one in zip(keys, dimensions, strict=True)][::-1]
