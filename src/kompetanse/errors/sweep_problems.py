"""What may be wrong with the workers of a sweep and with its store; a part of `PROBLEMS`."""

from collections.abc import Mapping
from types import MappingProxyType

SWEEP_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "no-factory": (
            "the workers are lost, and there is no way to have others; pass a function that makes the "
            "executor, such as processes(), in place of one"
        ),
        "workers-die-at-once": (
            "workers die before they have anything to do; a script that starts processes should do so below "
            'if __name__ == "__main__":, and each process needs its memory'
        ),
        "workers-said": "the workers cannot go on ({said})",
        "not-a-store": "stands there already, but is no store of a sweep; choose another name",
        "broken-store": "is a store that is broken, or lacks a part; take it away to begin anew",
        "store-closed": "is closed; ask a sweep for its rows while its store is open, or open it again",
        "store-in-use": "is in use by another sweep that runs now; wait for it, or choose another name",
    }
)
"""One English sentence for each key."""
