"""Changes: each a value that makes another programme of a programme.

Each has ``apply(programme)``, which gives the other programme, and ``touches()``, the places that it reads or
alters. A change that cannot be made raises the `KompetanseError` that says why, and leaves everything as it
was.
"""

from kompetanse.model.changes.change import Change
from kompetanse.model.changes.maturity import Assume, Develop, Reweigh
from kompetanse.model.changes.merging import Merge
from kompetanse.model.changes.modules import Add, Drop
from kompetanse.model.changes.order import Move, Swap
from kompetanse.model.changes.people import Regroup
from kompetanse.model.changes.requirements import Require, Unrequire
from kompetanse.model.changes.splitting import Split
from kompetanse.model.changes.times import Retime, Shift
from kompetanse.model.changes.touching import in_common

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
    "in_common",
]
