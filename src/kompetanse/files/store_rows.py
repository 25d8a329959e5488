"""How a row stands in a store: its values as JSON, of which every number and date comes back as it was."""

import json
from collections.abc import Sequence
from datetime import date

from kompetanse.whatif import Row, Status, Value

WIDEST = 63
"""Bits of a whole number that JSON is trusted with; a wider one is written in hexadecimal digits, as text."""


def values_text(values: Sequence[Value]) -> str:
    """Give values as JSON; dates are text, such as 2023-06-06."""
    return json.dumps([_written(one) for one in values], separators=(",", ":"))


def _written(value: Value) -> str | float | None:
    if isinstance(value, int) and value.bit_length() > WIDEST:
        return hex(value)
    return value.isoformat() if isinstance(value, date) else value


def row_of(number: object, status: object, reason: object, measured: object) -> Row | None:
    """Give the row that stands in a store; None where its cells can't be those of one."""
    if not isinstance(number, int) or not isinstance(reason, str | None) or not isinstance(measured, str):
        return None
    try:
        values: object = json.loads(measured)
        if not isinstance(values, list):
            return None
        return Row(number, Status(status), reason, tuple(map(_read, values)))
    except (ValueError, RecursionError):
        return None


def _read(value: object) -> Value:
    match value:
        case None | int() | float() if not isinstance(value, bool):
            return value
        case str():
            return int(value, 16) if "x" in value else date.fromisoformat(value)
    raise ValueError
