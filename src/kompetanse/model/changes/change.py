"""All kinds of changes as one."""

from kompetanse.model.changes.maturity import Assume, Develop, Reweigh
from kompetanse.model.changes.merging import Merge
from kompetanse.model.changes.modules import Add, Drop
from kompetanse.model.changes.order import Move, Swap
from kompetanse.model.changes.people import Regroup
from kompetanse.model.changes.requirements import Require, Unrequire
from kompetanse.model.changes.splitting import Split
from kompetanse.model.changes.times import Retime, Shift

Change = (
    Drop | Add | Move | Require | Unrequire | Shift
    | Merge | Split | Swap | Retime | Develop | Reweigh | Regroup | Assume
)  # fmt: skip
"""Any change."""
