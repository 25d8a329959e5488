"""What a cell of each scale means, and who says so."""

import sys
from math import fsum
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidFile, InvalidFrame, InvalidValue, MissingExtra
from kompetanse.files import answers_from_frame, read_answers
from kompetanse.files.answer_values import value_in, words_of_levels
from kompetanse.model import (
    Answer,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    NoAnswer,
    Outside,
    Role,
    Scale,
    Text,
    Value,
)
from kompetanse.model.text import LANGUAGES

LEVELS = (
    MaturityLevel("g1", Text("Første", "First")),
    MaturityLevel("3", Text("Andre", "Felles"), 30),
    MaturityLevel("na", Text("g1", "felles"), 60),
)
FRAMEWORK = MaturityFramework(
    "f",
    levels=LEVELS,
    dimensions=(
        MaturityDimension(
            "d",
            indicators=(
                Indicator("i1", Text("Q"), 1, 5),
                Indicator("vid", Text("Q"), 1, 5, outside=Outside.EXTEND),
                Indicator("deler", Text("Q"), scale=Scale.SHARES),
            ),
        ),
    ),
)


def read(
    scale: Scale, text: str, *, levels: tuple[MaturityLevel, ...] = LEVELS, comma: bool = False
) -> Value:
    low, high = (1.0, 5.0) if scale is Scale.NUMBER else (None, None)
    return value_in(Indicator("i", Text("Q"), low, high, scale=scale), levels, comma=comma)(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("g1", 1),
        ("G1", 1),
        ("first", 1),
        ("FØRSTE", 1),
        ("1", 1),
        ("2", 2),
        ("3", 2),
        ("andre", 2),
        ("na", 3),
    ],
)
def test_a_level_is_told_by_its_id_then_a_name_of_its_own_then_its_number(text: str, level: int) -> None:
    assert read(Scale.LEVELS, text) == level


@pytest.mark.parametrize("text", ["felles", "0", "4", "1.0", "g2", "n"])
def test_what_two_levels_or_none_are_called_is_no_level(text: str) -> None:
    with pytest.raises(
        InvalidValue, match=r"should be one of g1, 3, na, its name, or its number from 1 to 3"
    ):
        read(Scale.LEVELS, text)


def test_the_word_for_each_level_is_read_as_that_level() -> None:
    for lang in LANGUAGES:
        words = words_of_levels(LEVELS, lang)
        assert [read(Scale.LEVELS, one) for one in words] == [1, 2, 3]
    assert words_of_levels(LEVELS, "nb") == ("Første", "Andre", "na")


@pytest.mark.parametrize("text", ["ja", "JA", "Yes", "1", "true"])
def test_yes_is_one(text: str) -> None:
    assert read(Scale.YES_NO, text) == 1.0


@pytest.mark.parametrize("text", ["nei", "NO", "0", "False"])
def test_no_is_zero(text: str) -> None:
    assert read(Scale.YES_NO, text) == 0.0


def test_what_is_neither_is_told_with_what_was_meant() -> None:
    with pytest.raises(InvalidValue, match="found 'jaa'; did you mean 'ja'"):
        read(Scale.YES_NO, "jaa")


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("20/50/30", (0.2, 0.5, 0.3)),
        (" 20 % / 50% /30 ", (0.2, 0.5, 0.3)),
        ("0.2/0.5/0.3", (0.2, 0.5, 0.3)),
        ("0/0/1", (0.0, 0.0, 1.0)),
        ("0/0/100", (0.0, 0.0, 1.0)),
        ("33/33/33", (1 / 3, 1 / 3, 1 / 3)),
        ("33.3/33.3/33.3", (1 / 3, 1 / 3, 1 / 3)),
        ("0.3/0.3/0.3", (1 / 3, 1 / 3, 1 / 3)),
    ],
)
def test_shares_are_percent_or_parts_of_one_lowest_level_first(text: str, shares: tuple[float, ...]) -> None:
    value = read(Scale.SHARES, text)
    assert value == pytest.approx(shares)
    assert isinstance(value, tuple)
    assert fsum(value) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("20/50/28", "shares-not-one"),
        ("1/1/0", "shares-not-one"),
        ("33.3/33.3/33.0", "shares-not-one"),
        ("0/0/0", "shares-not-one"),
        ("20/80", "not-shares"),
        ("50", "not-shares"),
        ("20/50/30/0", "not-shares"),
        ("20/50/", "not-number"),
        ("20/50/x", "not-number"),
        ("nan/50/50", "not-number"),
        ("0,2/0,5/0,3", "not-number"),
        ("-10/60/50", "out-of-range"),
        ("110/-10/0", "out-of-range"),
    ],
)
def test_what_are_no_shares_are_told(text: str, key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        read(Scale.SHARES, text)
    assert caught.value.problem.key == key


def test_shares_may_have_decimal_commas_where_the_table_allows_them() -> None:
    assert read(Scale.SHARES, "0,2/0,5/0,3", comma=True) == (0.2, 0.5, 0.3)


@given(parts=st.lists(st.integers(0, 1000), min_size=1, max_size=7).filter(any), places=st.integers(0, 3))
def test_shares_that_are_rounded_to_any_digits_are_read_and_make_exactly_one(
    parts: list[int], places: int
) -> None:
    levels = tuple(MaturityLevel(f"l{n}", floor=10 * n) for n in range(len(parts)))
    text = "/".join(f"{100 * part / sum(parts):.{places}f}" for part in parts)
    value = read(Scale.SHARES, text, levels=levels)
    assert isinstance(value, tuple)
    assert fsum(value) == 1
    assert value == pytest.approx(
        [part / sum(parts) for part in parts], abs=len(parts) * 10.0 ** -(places + 2)
    )


def test_what_lies_outside_is_taken_where_the_indicator_takes_it(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    path.write_text("wave,organisation,respondent,vid\nw,x,r,99\nw,x,s,-3\n", encoding="utf-8")
    assert [one.value for one in read_answers(path, FRAMEWORK)[0].answers] == [99.0, -3.0]


def test_roles_and_versions_are_told_in_columns_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    path.write_text(
        "# fyll ut under\nrole;wave;organisation;respondent;i1;version\n#;;;;\n"
        "leder;a;x;r;2,5;1.10\nKoordinator;a;x;s;;\nstaff;b;x;r;n/a;2\n;b;x;s;1;2\n",
        encoding="utf-8",
    )
    first, second = read_answers(path, FRAMEWORK)
    assert (first.version, second.version) == ("1.10", "2")
    assert first.answers == (
        Answer("x", "r", "i1", 2.5, Role.LEADER),
        Answer("x", "s", "i1", NoAnswer.NOT_ANSWERED, Role.COORDINATOR),
    )
    assert second.answers == (
        Answer("x", "r", "i1", NoAnswer.NOT_APPLICABLE, Role.STAFF),
        Answer("x", "s", "i1", 1, None),
    )


def test_a_second_version_in_a_wave_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "svar.csv"
    rows = "".join(f"w,x,r{n},2,{2 if n else 1}\n" for n in range(30))
    path.write_text("wave,organisation,respondent,i1,version\n" + rows, encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_answers(path, FRAMEWORK)
    assert str(caught.value) == (
        f"{path}:3:5: version: one wave answers to one version of the framework; found '2' after '1' "
        "(28 more like this below)"
    )


def test_what_a_data_frame_lacks_is_not_answered() -> None:
    frame = pd.DataFrame(
        {
            "wave": pd.Categorical(["w"] * 4),
            "organisation": ["x"] * 4,
            "respondent": [1, 2, 3, 4],
            "i1": pd.array([1, None, 3, 4], dtype="Int64"),
            "vid": [1.5, float("nan"), 2, 3],
            "deler": ["100/0/0", None, pd.NA, float("nan")],
        }
    )
    (wave,) = answers_from_frame(frame, FRAMEWORK)
    missing = NoAnswer.NOT_ANSWERED
    assert [one.value for one in wave.answers if one.indicator == "i1"] == [1, missing, 3, 4]
    assert [one.value for one in wave.answers if one.indicator == "vid"] == [1.5, missing, 2, 3]
    assert [one.value for one in wave.answers if one.indicator == "deler"] == [(1, 0, 0), *[missing] * 3]
    assert [one.respondent for one in wave.answers[::3]] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("given_", [3, None, "frame", {"wave": ["w"]}, pd.Series([1]), [1]])
def test_what_is_no_data_frame_is_told(given_: object) -> None:
    with pytest.raises(InvalidValue, match="should be a data frame"):
        answers_from_frame(given_, FRAMEWORK)


def test_odd_things_in_a_data_frame_are_faults_of_their_cells() -> None:
    frame = pd.DataFrame(
        [[pd.Timestamp("2027-01-01"), "x", pd.NaT, object(), [1], b"1"]],
        columns=["wave", "organisation", "respondent", "i1", "vid", "deler"],
    )
    with pytest.raises(InvalidFrame) as caught:
        answers_from_frame(frame, FRAMEWORK)
    assert [(one.problem.key, one.place, one.line) for one in caught.value.faults] == [
        ("excel-month", "wave", 1),
        ("empty-cell", "respondent", 1),
        ("not-number", "i1", 1),
        ("not-number", "vid", 1),
        ("not-shares", "deler", 1),
    ]


def test_a_truth_value_answers_a_question_of_yes_or_no_and_no_other() -> None:
    frame = pd.DataFrame(
        [["w", "x", "r", True, True]], columns=["wave", "organisation", "respondent", "i1", "vid"]
    )
    with pytest.raises(InvalidFrame) as caught:
        answers_from_frame(frame, FRAMEWORK)
    assert [(one.problem.key, one.place) for one in caught.value.faults] == [
        ("not-number", "i1"),
        ("not-number", "vid"),
    ]


def test_without_the_extra_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtra, match=r"narwhals.*pip install 'kompetanse\[frames\]'"):
        answers_from_frame(pd.DataFrame(), FRAMEWORK)


def test_what_answers_are_given_to_is_a_programme_or_a_framework(tmp_path: Path) -> None:
    for subject in (None, "f", FRAMEWORK.dimensions[0]):
        with pytest.raises(InvalidValue, match="should be Programme or MaturityFramework"):
            read_answers(tmp_path / "svar.csv", subject)  # type: ignore[arg-type]  # the point of the test
