"""Which module must come before which: order, rings, ancestors, layers."""

from kompetanse.graph.dependency import DependencyGraph
from kompetanse.graph.links import Link
from kompetanse.graph.placement import Placement, Reason, placements
from kompetanse.graph.rings import Ring
from kompetanse.graph.violations import Unmet

__all__ = ["DependencyGraph", "Link", "Placement", "Reason", "Ring", "Unmet", "placements"]
