"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.compare import Comparison, compare
from kompetanse.whatif.designs import Planner
from kompetanse.whatif.measure import MEASURES, Better, Measure, Value
from kompetanse.whatif.outcome import Difference, Moved, Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full

__all__ = [
    "MEASURES",
    "Better",
    "Comparison",
    "Difference",
    "Measure",
    "Moved",
    "Outcome",
    "Planner",
    "Result",
    "Scenario",
    "Value",
    "compare",
    "in_full",
]
