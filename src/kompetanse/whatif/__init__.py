"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.compare import Comparison, Dominance, compare
from kompetanse.whatif.designs import Planner
from kompetanse.whatif.measure import DOMINATING, MEASURES, Better, Measure, Value
from kompetanse.whatif.outcome import Difference, Moved, Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full
from kompetanse.whatif.spaces import SINGLES, Space, grid, pairs, sample, singles

__all__ = [
    "DOMINATING",
    "MEASURES",
    "SINGLES",
    "Better",
    "Comparison",
    "Difference",
    "Dominance",
    "Measure",
    "Moved",
    "Outcome",
    "Planner",
    "Result",
    "Scenario",
    "Space",
    "Value",
    "compare",
    "grid",
    "in_full",
    "pairs",
    "sample",
    "singles",
]
