"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.best import AtLeast, AtMost, Condition, Keeps
from kompetanse.whatif.compare import Comparison, Dominance, compare
from kompetanse.whatif.designs import Planner
from kompetanse.whatif.measure import DOMINATING, MEASURES, Measure, Value
from kompetanse.whatif.outcome import Difference, Moved, Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full
from kompetanse.whatif.spaces import SINGLES, Space, grid, pairs, sample, singles
from kompetanse.whatif.sweeping import (
    Executor,
    Factory,
    MemoryStore,
    Row,
    Status,
    Store,
    Sweep,
    SweepProgress,
    cluster,
    processes,
    sweep,
    usual_measures,
)

__all__ = [
    "DOMINATING",
    "MEASURES",
    "SINGLES",
    "AtLeast",
    "AtMost",
    "Comparison",
    "Condition",
    "Difference",
    "Dominance",
    "Executor",
    "Factory",
    "Keeps",
    "Measure",
    "MemoryStore",
    "Moved",
    "Outcome",
    "Planner",
    "Result",
    "Row",
    "Scenario",
    "Space",
    "Status",
    "Store",
    "Sweep",
    "SweepProgress",
    "Value",
    "cluster",
    "compare",
    "grid",
    "in_full",
    "pairs",
    "processes",
    "sample",
    "singles",
    "sweep",
    "usual_measures",
]
