"""How free a design leaves the order of its modules; modules that are taken together count once."""

from fractions import Fraction

import attrs

from kompetanse.graph import counting, estimating, places, sampling
from kompetanse.graph.blocks import Blocks
from kompetanse.graph.estimating import SAMPLES, Estimate
from kompetanse.graph.posets import Poset

DRAWN_IN_ALL = 200_000
"""Elements that an estimate draws, all samples together, as long as there are enough samples."""
FEWEST_SAMPLES = 30


@attrs.frozen
class Position:
    """The first and the last place that a module can have in a valid order, from 1."""

    module: str
    earliest: int
    latest: int


@attrs.frozen(eq=False)
class Freedom:
    """The valid orders of a design that can be taken: see the methods of `DependencyGraph`."""

    ids: tuple[str, ...]
    blocks: Blocks
    poset: Poset

    @classmethod
    def of(cls, ids: tuple[str, ...], blocks: Blocks) -> "Freedom":
        """Put the blocks into bits."""
        before = tuple(sum(1 << one for one in earlier) for earlier in blocks.before)
        choices = tuple(
            tuple(sum(1 << one for one in options) for options in groups) for groups in blocks.groups
        )
        return cls(ids, blocks, Poset(before, choices))

    def count(self, budget: int) -> int:
        """Count the valid orders."""
        return counting.count_orders(self.poset, budget)

    def estimate(self, seed: int) -> Estimate:
        """Estimate their number, from fewer samples where each takes long."""
        samples = max(FEWEST_SAMPLES, min(SAMPLES, DRAWN_IN_ALL // max(1, len(self.poset))))
        return estimating.estimate_orders(self.poset, seed, samples)

    def sample(self, seed: int, budget: int) -> tuple[str, ...]:
        """Draw one of them."""
        drawn = sampling.sample_order(self.poset, seed, budget)
        return tuple(self.ids[module] for block in drawn for module in self.blocks.members[block])

    def positions(self, budget: int) -> tuple[Position, ...]:
        """Give the places that each module can have."""
        found = places.positions(self.poset, budget)
        return tuple(
            Position(id_, *found[block]) for id_, block in zip(self.ids, self.blocks.of, strict=True)
        )

    def precedence(self, first: int, then: int, budget: int) -> Fraction:
        """Give the share of the valid orders in which one module comes before another."""
        return counting.precedence(self.poset, self.blocks.of[first], self.blocks.of[then], budget)
