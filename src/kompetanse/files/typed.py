"""From a typed cell, of a sheet or a data frame, to the text that CSV would hold."""

import math
import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from kompetanse.model.rules import shown

DATED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}) [0-9:.+-]+")
"""What becomes of a cell that holds a date, or a moment: no id and no number is written so."""
NOT_CALCULATED = re.compile(r"#(N/A|I/T|[A-ZÆØÅ0-9/]+[!?])")
"""What a spreadsheet shows where it cannot calculate, in English or in bokmål."""


def cell_text(value: object) -> str:
    """Give a cell as text: 4.0 is 4, and what is missing is empty.

    A date becomes one with a time of day behind it, which no id and no number is written as, so that
    it is a fault wherever it stands.
    """
    if isinstance(value, date) and value == value:  # noqa: PLR0124  # pandas has a date that is none
        moment = value if isinstance(value, datetime) else datetime.combine(value, time())
        return str(moment)
    return plain_text(value)


def plain_text(value: object) -> str:
    """Give a cell as it is written: a date as 2027-01-31, a time of day as 09:00."""
    match value:
        case str():
            text = str.__str__(value)
        case None:
            text = ""
        case bool():
            text = "true" if value else "false"
        case int():
            text = str(value) if value.bit_length() <= 200 else shown(value)
        case float():
            text = number_text(float(value))
        case time():
            text = value.isoformat("minutes" if not value.second and not value.microsecond else "auto")
        case _:
            text = _other(value)
    return text


def number_text(value: float) -> str:
    """Give a number in full, without decimals where it is whole; what is no number is empty."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _other(value: Any) -> str:  # noqa: ANN401  # whatever a data frame may hold
    """Give a value of another library as Python's own, and what is no value as a sentence quotes it."""
    inside = value.item() if hasattr(value, "item") and hasattr(value, "dtype") else value
    if isinstance(inside, str | bool | int | float):
        return plain_text(inside)
    text = str(inside) if isinstance(inside, date | Decimal) else shown(inside)
    return "" if text in ("NaT", "<NA>", "NaN") else text
