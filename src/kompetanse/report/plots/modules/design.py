"""What the picture of the module graph shows: the design, its ties and where its modules stand."""

from collections.abc import Mapping

import attrs

from kompetanse.graph import DependencyGraph
from kompetanse.model import Programme
from kompetanse.report.plots.canvas import BLUE, FAINT, GREEN, HIGHEST, INK, PURPLE, Look
from kompetanse.report.plots.modules.map import Map, map_of
from kompetanse.report.plots.modules.ties import Tie, layers_of, ringed, ties_of, without_unknown
from kompetanse.report.words import Words

LOOKS: Mapping[str, Look] = {
    "before": {"linestyle": "-", "color": INK},
    "before-or-together": {"linestyle": (0, (6, 2)), "color": BLUE},
    "together": {"linestyle": (0, (7, 2, 1.5, 2)), "color": PURPLE},
    "recommended": {"linestyle": (0, (1.2, 2)), "color": FAINT},
    "any-of": {"linestyle": (0, (3, 1.5)), "color": GREEN},
}
"""How the line of each kind looks."""


@attrs.frozen(eq=False)
class Design:
    """What the picture shows."""

    programme: Programme
    words: Words
    graph: DependencyGraph
    ties: tuple[Tie, ...]
    placed: Map
    ringed: frozenset[str]
    bottlenecks: tuple[str, ...]
    unknown: tuple[str, ...]

    @classmethod
    def of(cls, programme: Programme, words: Words) -> "Design":
        """Give what there is to show of a programme."""
        known = without_unknown(programme)
        graph, ties = DependencyGraph(known), ties_of(known)
        missing = dict.fromkeys(one.first for one in DependencyGraph(programme).unknown)
        return cls(
            programme,
            words,
            graph,
            ties,
            map_of(layers_of(graph, ties), ties, HIGHEST - 2),
            ringed(graph),
            graph.metrics().bottlenecks if graph.is_satisfiable() else (),
            tuple(missing),
        )

    def in_ring(self, tie: Tie) -> bool:
        """Tell whether a tie belongs to what a ring ties up."""
        return tie.kind.binding and tie.group is None and {tie.first, tie.then} <= self.ringed

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds that occur, by their keys."""
        found = {kind_of(one) for one in self.ties}
        return tuple(one for one in LOOKS if one in found)


def alt_of(design: Design) -> str:
    """Say in words what the picture shows."""
    words, layers = design.words, design.placed.starts
    order = design.graph.order() if design.graph.is_satisfiable() else design.programme.teaching_order
    told = [
        words.say(
            "picture-modules.alt",
            count=len(order),
            layers=len(layers),
            modules=(order[0],),
            other=(order[-1],),
        )
        if len(order) > 1
        else words.say("picture-modules.alt-one", module=order[0])
    ]
    if design.bottlenecks:
        told.append(words.say("metrics.bottlenecks", modules=design.bottlenecks))
    told += [words.say("picture-modules.ring", modules=ring.modules) for ring in design.graph.rings()]
    return " ".join(told)


def kind_of(tie: Tie) -> str:
    """Give the key of the kind of a tie; that of a group has its own."""
    return "any-of" if tie.group is not None else tie.kind.value.replace(" ", "-")
