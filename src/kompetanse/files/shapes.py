"""How the nouns stand in a file, where that differs from their fields."""

from collections.abc import Mapping
from types import MappingProxyType

from kompetanse.model import (
    Add,
    Aggregation,
    Assume,
    Assumption,
    ClosedPeriod,
    Deadline,
    Develop,
    Drop,
    Gathering,
    Indicator,
    Knot,
    MaturityLevel,
    Merge,
    Move,
    NotBefore,
    Organisation,
    Pin,
    PlanningRules,
    Prerequisite,
    Provenance,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Text,
    Unrequire,
)

VERSION = 1
"""The format, written at the head of each file."""

_FROM_TO = {"start": "from", "end": "to"}

KEYS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Session: _FROM_TO,
        Gathering: _FROM_TO,
        ClosedPeriod: _FROM_TO,
        MaturityLevel: {"floor": "from"},
        PlanningRules: {"start": "from", "end": "until"},
        Drop: {"module": "drop"},
        Add: {"module": "add"},
        Move: {"module": "move"},
        Require: {"module": "require"},
        Unrequire: {"module": "unrequire"},
        Shift: {"cohort": "shift"},
        Merge: {"module": "merge"},
        Split: {"module": "split", "id": "new"},
        Swap: {"first": "swap", "second": "with"},
        Retime: {"module": "retime"},
        Develop: {"module": "develop"},
        Reweigh: {"dimension": "reweigh"},
        Regroup: {"organisation": "regroup"},
        Assume: {"assumption": "assume"},
    }
)
"""Of each noun, the fields that a file calls by another name."""

CHANGES: Mapping[str, type] = MappingProxyType(
    {
        "drop": Drop,
        "add": Add,
        "move": Move,
        "require": Require,
        "unrequire": Unrequire,
        "shift": Shift,
        "merge": Merge,
        "split": Split,
        "swap": Swap,
        "retime": Retime,
        "develop": Develop,
        "reweigh": Reweigh,
        "regroup": Regroup,
        "assume": Assume,
    }
)
"""The key that each kind of change begins with."""

ON_ONE_LINE = (
    Aggregation, Assumption, ClosedPeriod, Deadline, Gathering, Indicator, Knot, MaturityLevel, NotBefore,
    Organisation, Pin, Prerequisite, Provenance, Session, Text,
)  # fmt: skip
"""The nouns that are written on one line each."""


def key_of(noun: type, field: str) -> str:
    """Give the name by which a file calls a noun's field."""
    return KEYS.get(noun, {}).get(field, field)
