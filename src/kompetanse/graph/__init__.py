"""Which module must come before which: order and rings, how tight a design is, how free, what changed."""

from kompetanse.graph.assignment import assigned
from kompetanse.graph.counting import BUDGET
from kompetanse.graph.dependency import DependencyGraph
from kompetanse.graph.difference import ChangedPrerequisite, GraphDifference
from kompetanse.graph.estimating import Estimate
from kompetanse.graph.freedom import Position
from kompetanse.graph.links import Link
from kompetanse.graph.matching import best_pairs
from kompetanse.graph.metrics import Metrics, ModuleMetrics
from kompetanse.graph.placement import Placement, Reason, placements
from kompetanse.graph.ranges import Choice, MetricRange, MetricRanges, ModuleRanges
from kompetanse.graph.rings import Ring
from kompetanse.graph.violations import Unmet

__all__ = [
    "BUDGET",
    "ChangedPrerequisite",
    "Choice",
    "DependencyGraph",
    "Estimate",
    "GraphDifference",
    "Link",
    "MetricRange",
    "MetricRanges",
    "Metrics",
    "ModuleMetrics",
    "ModuleRanges",
    "Placement",
    "Position",
    "Reason",
    "Ring",
    "Unmet",
    "assigned",
    "best_pairs",
    "placements",
]
