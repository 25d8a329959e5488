"""The dependency graph: the questions that the prerequisites of a programme answer."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property

import attrs

from kompetanse.errors import NothingCanBegin, RingOfPrerequisites, UnknownModule, close_to
from kompetanse.graph import redundancy, violations
from kompetanse.graph.blocks import Blocks, Taken, blocks_of, rounds, take
from kompetanse.graph.counting import BUDGET
from kompetanse.graph.difference import GraphDifference, difference
from kompetanse.graph.estimating import Estimate
from kompetanse.graph.freedom import Freedom, Position
from kompetanse.graph.kernel import Kernel, kernel_of
from kompetanse.graph.links import Link, unknown_in
from kompetanse.graph.metrics import Metrics, metrics_of
from kompetanse.graph.networks import Digraph, digraph_of, leading_to, reached_from
from kompetanse.graph.ranges import MetricRanges, ranges_of
from kompetanse.graph.repairs import repairs
from kompetanse.graph.rings import Ring, ring_in
from kompetanse.model import Programme, Unrequire
from kompetanse.model.brief import brief
from kompetanse.model.rules import a, demand_list


@attrs.frozen(eq=False)
class DependencyGraph:
    """How the binding prerequisites of a programme tie its modules.

    Modules that prerequisites force to be taken together form one block; every module stands in one.
    Prerequisites on modules that the programme does not have are left out (see `unknown`).

    >>> from kompetanse.model import Module, Programme
    >>> graph = DependencyGraph(Programme("p", modules=(Module("b", requires=("a",)), Module("a"))))
    >>> graph.order()
    ('a', 'b')
    """

    programme: Programme = attrs.field(validator=a(Programme))

    __repr__ = brief("programme.id", "programme.modules")

    @cached_property
    def digraph(self) -> Digraph:
        """The graph in networkx, frozen. An edge leads from a module to one that may not come before it.

        "Together" gives an edge each way. An edge holds ``links``, every `Link` that says so, and ``strict``,
        whether one of them keeps the two apart. Groups of which any one will do make no edges.
        """
        return digraph_of(self.programme)

    @cached_property
    def kernel(self) -> Kernel:
        """The same statements as plain integers."""
        return kernel_of(self.programme)

    @cached_property
    def _blocks(self) -> Blocks:
        return blocks_of(self.kernel)

    @cached_property
    def _taken(self) -> Taken:
        return take(self._blocks)

    @cached_property
    def unknown(self) -> tuple[Link, ...]:
        """The links to modules that the programme does not have; a group's options are told one by one."""
        return tuple(one for module in self.programme.modules for one in unknown_in(module, self.rank))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each module in the teaching order, from 0."""
        return {module: place for place, module in enumerate(self.kernel.ids)}

    @cached_property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """Modules that must be taken together, if they can be taken at all; a module on its own is a block.

        Blocks, and the modules in each, stand in the teaching order.
        """
        ids = self.kernel.ids
        return tuple(tuple(ids[module] for module in members) for members in self._blocks.members)

    @cached_property
    def block_of(self) -> Mapping[str, int]:
        """The number of each module's block, from 0, as in `blocks`."""
        return dict(zip(self.kernel.ids, self._blocks.of, strict=True))

    def has_groups(self) -> bool:
        """Tell whether any module may choose what comes before it."""
        return bool(self.kernel.groups)

    def is_satisfiable(self) -> bool:
        """Tell whether any order respects every binding prerequisite and every group."""
        if not self.kernel.groups:
            return not self.kernel.is_torn()
        return len(self._taken.order) == len(self._blocks.members)

    def stuck(self, *, rings: bool = True) -> frozenset[str]:
        """Give the modules that can never be taken: in a ring, or waiting for modules that never come.

        Without `rings`, those that could not even if every ring were mended: no choice in the groups works.
        """
        taken = self._taken if rings else take(attrs.evolve(self._blocks, torn=frozenset()))
        left = set(range(len(self.blocks))).difference(taken.order)
        return frozenset(module for block in left for module in self.blocks[block])

    def rings(self) -> tuple[Ring, ...]:
        """Give one shortest ring for each block that cannot be taken, by smallest id."""
        found = (ring_in(self.digraph, self.blocks[block]) for block in self._blocks.torn)
        return tuple(sorted(found, key=lambda ring: ring.modules))

    def order(self) -> tuple[str, ...]:
        """Give the modules in an order that respects every binding prerequisite and every group.

        Where these leave a choice, the teaching order decides, then the id; a block's modules stand side by
        side. Raises `RingOfPrerequisites`; `NothingCanBegin` where no choice in the groups works;
        `UnknownModule` where a module is named that the programme does not have.
        """
        self._demand_satisfiable()
        return tuple(module for block in self._taken.order for module in self.blocks[block])

    def _demand_satisfiable(self) -> None:
        for link in () if self.kernel.whole else self.unknown:
            raise UnknownModule(link.first, close_to(link.first, self.rank))
        if self.kernel.is_torn():
            raise RingOfPrerequisites(tuple(ring.modules for ring in self.rings()))
        if not self.is_satisfiable():
            raise NothingCanBegin(tuple(sorted(self.stuck(), key=self.rank.__getitem__)))

    def layers(self) -> tuple[tuple[str, ...], ...]:
        """Give the modules by the round in which they can be taken first; the first need nothing.

        Without groups that is the longest chain that leads to each. Raises as `order` does.
        """
        self._demand_satisfiable()
        of = rounds(self._blocks)
        layers: list[list[str]] = [[] for _ in range(max(of, default=-1) + 1)]
        for module in self.rank:
            layers[of[self.block_of[module]]].append(module)
        return tuple(map(tuple, layers))

    def waited_for(self, module: str) -> str | None:
        """Give the first module of the block after which `module` could be taken; None where it never waits.

        Raises as `order` does.
        """
        block = self._taken.freed_by.get(self.block_of[self._known(module)])
        return None if block is None else self.blocks[block][0]

    def ancestors(self, module: str) -> frozenset[str]:
        """Give every module that may not come after `module`; raise `UnknownModule`."""
        return leading_to(self.digraph, self._known(module))

    def descendants(self, module: str) -> frozenset[str]:
        """Give every module that may not come before `module`; raise `UnknownModule`."""
        return reached_from(self.digraph, self._known(module))

    def _known(self, module: str) -> str:
        known: object = module  # what cannot be hashed is no id either
        if not isinstance(known, str) or known not in self.rank:
            raise UnknownModule(module, close_to(module, self.rank))
        return module

    def metrics(self, *, quarter: bool = False) -> Metrics:
        """Measure the design by what it requires in any case, groups left out; raise as `order` does.

        No choice in the groups gives less. In `quarter` systems complexity counts two thirds.
        """
        self._demand_satisfiable()
        return metrics_of(self.kernel, quarter=quarter)

    def metric_ranges(self, *, quarter: bool = False) -> MetricRanges:
        """Measure the design over all choices in its groups; raise as `order` does."""
        self._demand_satisfiable()
        return ranges_of(self.kernel, quarter=quarter)

    @cached_property
    def _freedom(self) -> Freedom:
        self._demand_satisfiable()
        return Freedom.of(self.kernel.ids, self._blocks)

    def count_orders(self, *, budget: int = BUDGET) -> int:
        """Count the valid orders, exactly; modules that are taken together count once.

        Raises as `order` does, and `TooManyOrders` where that takes more than `budget` steps.
        """
        return self._freedom.count(budget)

    def estimate_orders(self, *, seed: int) -> Estimate:
        """Estimate the number of valid orders, the same for the same seed; raise as `order` does."""
        return self._freedom.estimate(seed)

    def sample_order(self, *, seed: int, budget: int = BUDGET) -> tuple[str, ...]:
        """Draw one valid order, each as likely as any other; raise as `count_orders` does."""
        return self._freedom.sample(seed, budget)

    def positions(self, *, budget: int = BUDGET) -> tuple[Position, ...]:
        """Give the earliest and the latest place of each module; raise as `count_orders` does."""
        return self._freedom.positions(budget)

    def precedence(self, first: str, then: str, *, budget: int = BUDGET) -> Fraction:
        """Give the share of the valid orders in which `first` comes before `then`; 0 where taken together.

        Raises `UnknownModule`, and as `count_orders` does.
        """
        ranks = self.rank[self._known(first)], self.rank[self._known(then)]
        return self._freedom.precedence(*ranks, budget)

    def redundant(self) -> tuple[Unrequire, ...]:
        """Give each prerequisite and group that the others say already, as the change that takes it out.

        Taking out one changes neither the valid orders nor any earliest date; taking out several at once may.
        What groups say through one another is not always found. Raises as `order` does.
        """
        self._demand_satisfiable()
        return redundancy.redundant(self.programme, self.kernel)

    def repairs(self) -> tuple[Unrequire, ...]:
        """Give each single prerequisite or group without which the whole design could be taken, as a change.

        ``()`` where it can be taken as it is, and where no single one is to blame.
        """
        if self.is_satisfiable():
            return ()
        return repairs(self.programme, self.rings(), self.stuck(), self.block_of, DependencyGraph)

    def difference(self, other: "DependencyGraph", *, quarter: bool = False) -> GraphDifference:
        """Say what `other` has that this design has not, and what that does to each metric."""
        both = (self, other)
        whole = all(one.kernel.whole and one.is_satisfiable() for one in both)
        measured = (self.metrics(quarter=quarter), other.metrics(quarter=quarter)) if whole else None
        return difference(self.programme, other.programme, measured)

    def violated(self, order: Iterable[str]) -> tuple[Link, ...]:
        """Give the links that an order of modules goes against; modules that it leaves out bind nothing.

        Within a block, modules may stand in any order, but with none of another block between them; in a
        block that cannot be taken, every order goes against something.
        """
        known = [self._known(one) for one in demand_list("DependencyGraph.violated", "order", order, str)]
        return violations.violated(self.digraph, self.block_of, self._blocks.torn, known)

    def unmet(self, order: Iterable[str]) -> tuple[violations.Unmet, ...]:
        """Give the groups of which an order of modules puts none before the module that needs one."""
        known = [self._known(one) for one in demand_list("DependencyGraph.unmet", "order", order, str)]
        return violations.unmet(self.programme, self.block_of, known)
