"""Changes: each a value that makes another programme of a programme.

Each has ``apply(programme)``, which gives the other programme, and ``touches()``, the places that it reads or
alters. A change that cannot be made raises the `KompetanseError` that says why, and leaves everything as it
was.
"""

from kompetanse.model.maturity_changes import Assume, Develop, Reweigh
from kompetanse.model.merging import Merge
from kompetanse.model.module_changes import Add, Drop
from kompetanse.model.order_changes import Move, Swap
from kompetanse.model.people_changes import Regroup
from kompetanse.model.requirement_changes import Require, Unrequire
from kompetanse.model.splitting import Split
from kompetanse.model.time_changes import Retime, Shift

__all__ = [
    "Add",
    "Assume",
    "Change",
    "Develop",
    "Drop",
    "Merge",
    "Move",
    "Regroup",
    "Require",
    "Retime",
    "Reweigh",
    "Shift",
    "Split",
    "Swap",
    "Unrequire",
]

Change = (
    Drop | Add | Move | Require | Unrequire | Shift
    | Merge | Split | Swap | Retime | Develop | Reweigh | Regroup | Assume
)  # fmt: skip
"""Any change."""
