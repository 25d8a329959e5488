"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.best import AtLeast, AtMost, Condition, Keeps
from kompetanse.whatif.compare import Comparison, compare
from kompetanse.whatif.designs import Planner
from kompetanse.whatif.measure import MEASURES, Better, Measure, Value
from kompetanse.whatif.outcome import Difference, Moved, Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full
from kompetanse.whatif.sweeping import (
    Executor,
    Factory,
    MemoryStore,
    Progress,
    Row,
    Status,
    Store,
    Sweep,
    cluster,
    processes,
    sweep,
)

__all__ = [
    "MEASURES",
    "AtLeast",
    "AtMost",
    "Better",
    "Comparison",
    "Condition",
    "Difference",
    "Executor",
    "Factory",
    "Keeps",
    "Measure",
    "MemoryStore",
    "Moved",
    "Outcome",
    "Planner",
    "Progress",
    "Result",
    "Row",
    "Scenario",
    "Status",
    "Store",
    "Sweep",
    "Value",
    "cluster",
    "compare",
    "in_full",
    "processes",
    "sweep",
]
