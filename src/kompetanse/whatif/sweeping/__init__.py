"""Many designs: evaluated here or by workers, kept in a store, and searched for the best."""

from kompetanse.whatif.sweeping.cluster import cluster
from kompetanse.whatif.sweeping.hiring import Executor, Factory
from kompetanse.whatif.sweeping.processes import processes
from kompetanse.whatif.sweeping.rows import Row, Status
from kompetanse.whatif.sweeping.stores import MemoryStore, Store
from kompetanse.whatif.sweeping.sweep import sweep
from kompetanse.whatif.sweeping.swept import Sweep
from kompetanse.whatif.sweeping.usual import usual_measures
from kompetanse.whatif.sweeping.watching import SweepProgress

__all__ = [
    "Executor",
    "Factory",
    "MemoryStore",
    "Row",
    "Status",
    "Store",
    "Sweep",
    "SweepProgress",
    "cluster",
    "processes",
    "sweep",
    "usual_measures",
]
