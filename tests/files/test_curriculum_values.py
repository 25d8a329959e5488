"""Curricula as values: they refuse what no file could say."""

from itertools import pairwise
from typing import Any

import pytest

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Course,
    Curriculum,
    LearningOutcome,
    Module,
    Programme,
)

ONE = Programme("p", modules=(Module("1"), Module("2")))
TWO = (Course("1"), Course("2"))


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"courses": TWO[:1]}, "not-the-modules"),
        ({"courses": TWO[::-1]}, "not-the-modules"),
        ({"programme": Programme("p"), "courses": ()}, "no-courses"),
        ({"courses": (TWO[0], Course("2", additional=True))}, "additional-outside-plan"),
        ({"degree_plan": "x"}, "no-term"),
        ({"degree_plan": " "}, "blank"),
        (
            {"degree_plan": "x", "courses": (Course("1", term=1, additional=True), Course("2", term=1))},
            "additional-not-last",
        ),
        ({"outcomes": (LearningOutcome("o", "3"),)}, "unknown-course"),
        ({"outcomes": (LearningOutcome("o", "1"), LearningOutcome("o", "2"))}, "duplicate-id"),
        ({"system": "semester"}, "not-a"),
        ({"cip": 11.07}, "not-text"),
    ],
)
def test_a_curriculum_refuses_what_no_file_could_say(fields: dict[str, Any], key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Curriculum(**{"programme": ONE, "courses": TWO, **fields})
    assert caught.value.problem.key == key
    assert str(caught.value)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"prefix": "a\rb"}, "control-character"),
        ({"credit_hours": -1}, "out-of-range"),
        ({"term": 0}, "out-of-range"),
        ({"extra": (("Term", "1"),)}, "not-a-further-column"),
        ({"extra": ((" x", "1"),)}, "not-a-further-column"),
        ({"extra": (("x", "1"), ("x", "2"))}, "column-twice"),
        ({"extra": (("x", ""),)}, "blank"),
        ({"extra": (("", "x"),)}, "blank"),
        ({"extra": ("x",)}, "not-a"),
        ({"extra": "x"}, "not-list"),
        ({"extra": ((1, "x"), ("a", "b"))}, "not-text"),
    ],
)
def test_a_course_refuses_what_no_file_could_say(fields: dict[str, Any], key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Course("1", **fields)
    assert caught.value.problem.key == key


def test_further_columns_are_kept_in_the_order_of_their_names() -> None:
    extra = Course("1", extra=(("b", "1"), ("a", "2"), ("B", "3"))).extra
    assert all(one <= following for one, following in pairwise(extra))
