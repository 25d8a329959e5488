"""Answers and participation from CSV: wide and long, in all the ways in which they are written."""

import time
from pathlib import Path

import pytest

from kompetanse.files import read_answers, read_participation
from kompetanse.model import (
    Answer,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Module,
    NoAnswer,
    Organisation,
    Participation,
    Programme,
    Text,
)

INDICATORS = (Indicator("i1", Text("Q"), 1, 5), Indicator("i2", Text("Q"), 0, 100))
FRAMEWORK = MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=INDICATORS),))
PROGRAMME = Programme(
    "p",
    modules=(Module("strategi"), Module("ledelse")),
    framework=FRAMEWORK,
    organisations=(Organisation("sola"), Organisation("stavanger"), Organisation("å")),
)
ANYBODY = Programme("p", modules=(Module("strategi"),), framework=FRAMEWORK)
NOT_ANSWERED, NOT_APPLICABLE = NoAnswer.NOT_ANSWERED, NoAnswer.NOT_APPLICABLE
WIDE, LONG = "wave,organisation,respondent,i1,i2\n", "wave,organisation,respondent,indicator,value\n"
PART = "organisation,module,attended,own_work\n"
Expected = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""


def write(text: str | bytes, folder: Path) -> Path:
    path = folder / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def answers(
    text: str | bytes, folder: Path, programme: Programme = PROGRAMME
) -> dict[str, tuple[Answer, ...]]:
    return {one.wave: one.answers for one in read_answers(write(text, folder), programme)}


def test_wide_and_long_tables_say_the_same(tmp_path: Path) -> None:
    wide = answers(WIDE + "b,sola,r1,2,50\na,sola,r1,,n/a\n", tmp_path)
    long = answers(
        LONG + "b,sola,r1,i1,2\nb,sola,r1,i2,50\na,sola,r1,i1,\na,sola,r1,i2,n/a\n",
        tmp_path,
    )
    assert wide == long
    assert list(wide) == ["a", "b"]
    assert wide["a"] == (
        Answer("sola", "r1", "i1", NOT_ANSWERED),
        Answer("sola", "r1", "i2", NOT_APPLICABLE),
    )
    assert wide["b"] == (Answer("sola", "r1", "i1", 2), Answer("sola", "r1", "i2", 50))


def test_a_respondent_without_any_answer_stays_known(tmp_path: Path) -> None:
    assert answers(WIDE + "a,sola,r1,,\n", tmp_path) == {
        "a": (Answer("sola", "r1", "i1", NOT_ANSWERED), Answer("sola", "r1", "i2", NOT_ANSWERED))
    }


@pytest.mark.parametrize("words", ["n/a", "N/A", "na", "-", "ikke aktuelt", " Ikke aktuelt "])
def test_not_applicable_is_written_in_several_ways(words: str, tmp_path: Path) -> None:
    assert answers(LONG + f"a,sola,r1,i1,{words}\n", tmp_path)["a"][0].value is NOT_APPLICABLE


def test_semicolons_allow_decimal_commas(tmp_path: Path) -> None:
    text = WIDE.replace(",", ";") + "a;sola;r1;2,5;1.5\n"
    assert [one.value for one in answers(text, tmp_path)["a"]] == [2.5, 1.5]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + WIDE + "a,sola,r1,2,50\n",
        (WIDE + "a,sola,r1,2,50\n").replace("\n", "\r\n"),
        "\n" + WIDE + "\n , ,,,\na,sola,r1,2,50",
        WIDE.replace(",", " , ") + ' a , "sola", r1 ,2 , 50.0\n'.replace('"', ""),
        'wave,organisation,respondent,"i1","i2"\n"a","sola","r1","2","5e1"\n',
        "i2,respondent,i1,organisation,wave\n50,r1,2,sola,a\n",
    ],
    ids=["byte order mark", "windows line ends", "blank lines", "spaces", "quotes", "another order"],
)
def test_tables_are_written_in_several_ways(text: str, tmp_path: Path) -> None:
    expected = {Answer("sola", "r1", "i1", 2), Answer("sola", "r1", "i2", 50)}
    assert set(answers(text, tmp_path)["a"]) == expected


def test_ids_are_composed_and_any_organisation_is_taken_where_none_is_named(tmp_path: Path) -> None:
    apart = "a\u030a"
    assert answers(LONG + f"a,{apart},r1,i1,2\n", tmp_path)["a"][0].organisation == "å"
    assert answers(LONG + "a,oslo,r1,i1,2\n", tmp_path, ANYBODY)["a"][0].organisation == "oslo"
    assert (
        read_participation(write(PART + "oslo,strategi,1,1\n", tmp_path), ANYBODY)[0].organisation == "oslo"
    )


def test_indicators_named_like_a_column_of_a_long_table_can_be_asked_in_a_wide_one(tmp_path: Path) -> None:
    indicators = (Indicator("value", Text("Q"), 1, 5), Indicator("i1", Text("Q"), 1, 5))
    framework = MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=indicators),))
    programme = Programme("p", framework=framework)
    assert len(answers("wave,organisation,respondent,value\na,x,r,2\n", tmp_path, programme)["a"]) == 1
    assert len(answers(LONG + "a,x,r,value,2\na,x,r,i1,2\n", tmp_path, programme)["a"]) == 2


def test_shares_are_written_in_several_ways(tmp_path: Path) -> None:
    text = PART + "sola,strategi,0.6,60 %\nsola,ledelse,60%,\nstavanger,strategi,1,0\n"
    assert read_participation(write(text, tmp_path), PROGRAMME) == (
        Participation("sola", "strategi", 0.6, 0.6),
        Participation("sola", "ledelse", 0.6),
        Participation("stavanger", "strategi", 1.0, 0.0),
    )
    with_comma = PART.replace(",", ";") + "sola;strategi;0,6;12,5 %\n"
    assert read_participation(write(with_comma, tmp_path), PROGRAMME) == (
        Participation("sola", "strategi", 0.6, 0.125),
    )


def test_a_table_of_many_rows_is_read_in_time(tmp_path: Path) -> None:
    rows = "".join(f"a,sola,r{n},2,50\n" for n in range(10_000))
    started = time.process_time()
    assert len(answers(WIDE + rows, tmp_path)["a"]) == 20_000
    assert time.process_time() - started < 10


@pytest.mark.parametrize("head", ["sep=;\r\n", "   \n", "\r\nsep=;\n"])
def test_what_spreadsheets_put_above_the_heading_is_no_heading(head: str, tmp_path: Path) -> None:
    table = WIDE.replace(",", ";") + "a;sola;r1;2,5;50\n"
    assert answers(head + table, tmp_path) == {
        "a": (Answer("sola", "r1", "i1", 2.5), Answer("sola", "r1", "i2", 50))
    }
