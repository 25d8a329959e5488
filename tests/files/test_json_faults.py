"""What JSON cannot be read as a programme: each fault with its place; JSON keeps its types."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Expected = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""
ToldIn = Callable[[str, str], list[Expected]]

BASE: dict[str, Any] = {"kompetanse": 1, "id": "p"}
JSON_FAULTS: dict[str, tuple[str | dict[str, Any], Expected]] = {
    "a number where text should be": (
        {"organisations": [{"id": "oslo", "number": 301}]},
        ("not-text", "organisations/oslo/number", None, None),
    ),
    "text where a number should be": (
        {"organisations": [{"id": "oslo", "leaders": "9"}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "text where a number with parts should be": (
        {"modules": [{"id": "m", "preparation": {"hours": "9"}}]},
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "a part of a leader": (
        {"organisations": [{"id": "oslo", "leaders": 9.0}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "true where a whole number should be": (
        {"organisations": [{"id": "oslo", "leaders": True}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "true where a number should be": (
        {"modules": [{"id": "m", "preparation": {"hours": True}}]},
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "true where text should be": ({"name": True}, ("not-text", "name", None, None)),
    "true for the version": ({"kompetanse": True}, ("wrong-version", "kompetanse", None, None)),
    "text for the version": ({"kompetanse": "1"}, ("wrong-version", "kompetanse", None, None)),
    "text for a truth value": (
        {"provenance": [{"section": "modules", "illustrative": "true"}]},
        ("not-true-false", "provenance/0/illustrative", None, None),
    ),
    "one for a truth value": (
        {"provenance": [{"section": "modules", "illustrative": 1}]},
        ("not-true-false", "provenance/0/illustrative", None, None),
    ),
    "null in a list": ({"order": ["a", None]}, ("not-text", "order/1", None, None)),
    "an unknown key": ({"nmae": "x"}, ("unknown-key", "nmae", None, None)),
    "half an emoji": ({"name": "\ud83d"}, ("control-character", "name", None, None)),
    "a number that is none": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": NaN}}]}',
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "infinity": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": 1e999}}]}',
        ("out-of-range", "modules/m/preparation/hours", None, None),
    ),
    "ten thousand digits": (
        f'{{"kompetanse": 1, "id": "p", "organisations": [{{"id": "o", "leaders": {"9" * 10_000}}}]}}',
        ("out-of-range", "organisations/o/leaders", None, None),
    ),
    "ten thousand digits for a part": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": '
        + "9" * 10_000
        + "}}]}",
        ("out-of-range", "modules/m/preparation/hours", None, None),
    ),
    "a double key": ('{"kompetanse": 1, "id": "p", "id": "q"}', ("duplicate-key", "id", None, None)),
    "a double key inside": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "name": "a", "name": 3}]}',
        ("duplicate-key", "modules/m/name", None, None),
    ),
    "a comma too many": ('{"kompetanse": 1,\n "id": "p",}', ("json-syntax", "", 2, 12)),
    "a list as a whole": ("[]", ("not-mapping", "", None, None)),
    "a number as a whole": ("3", ("not-mapping", "", None, None)),
}


@pytest.mark.parametrize(("held", "expected"), JSON_FAULTS.values(), ids=JSON_FAULTS.keys())
def test_a_fault_in_json_is_told_with_its_place(
    held: str | dict[str, Any], expected: Expected, told_in: ToldIn
) -> None:
    text = held if isinstance(held, str) else json.dumps({**BASE, **held})
    told = told_in(text, "programme.json")
    if expected[0] == "json-syntax":  # where a stray comma is pointed at depends on the version of Python
        assert told[0][:3] == expected[:3]
    else:
        assert told == [expected]
