"""What cannot be read as answers or participation: each fault with its column name, line and column."""

import csv
import time
from pathlib import Path

import pytest

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import read_answers, read_participation
from kompetanse.model import (
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Module,
    NoAnswer,
    Organisation,
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


def faults(
    text: str | bytes, folder: Path, programme: Programme = PROGRAMME, *, part: bool = False
) -> tuple[Fault, ...]:
    path = write(text, folder)
    with pytest.raises(InvalidFile) as caught:
        (read_participation if part else read_answers)(path, programme)
    assert str(caught.value)
    return caught.value.faults


def told(found: tuple[Fault, ...]) -> list[Expected]:
    return [(one.problem.key, one.place, one.line, one.column) for one in found]


ANSWER_FAULTS: dict[str, tuple[str, list[Expected]]] = {
    "a missing column": (
        "wave,organisation,i1\na,sola,2\n",
        [("missing-of-columns", "respondent", 1, None)],
    ),
    "an unknown column": (
        "wave,organisation,respondent,i1,remark\na,sola,r,2,x\n",
        [("unknown-column", "remark", 1, 5)],
    ),
    "a nameless column": (
        "wave,organisation,respondent,i1,\na,sola,r,2,\n",
        [("unknown-column", "", 1, 5)],
    ),
    "a doubled column": (
        "wave,organisation,respondent,i1,i1\na,sola,r,2,2\n",
        [("duplicate-column", "i1", 1, 5)],
    ),
    "no indicator": ("wave,organisation,respondent\na,sola,r\n", [("no-indicator-column", "", 1, None)]),
    "a missing column of a long one": (
        "wave,organisation,respondent,indicator\na,sola,r,i1\n",
        [("missing-of-columns", "value", 1, None)],
    ),
    "an unknown organisation": (WIDE + "a,oslo,r,2,2\n", [("unknown-organisation", "organisation", 2, 2)]),
    "an unknown indicator": (LONG + "a,sola,r,i3,2\n", [("unknown-indicator", "indicator", 2, 4)]),
    "below the goalposts": (WIDE + "a,sola,r,0.5,2\n", [("out-of-range", "i1", 2, 4)]),
    "above the goalposts": (WIDE + "a,sola,r,2,100.1\n", [("out-of-range", "i2", 2, 5)]),
    "above the goalposts of a long one": (LONG + "a,sola,r,i1,6\n", [("out-of-range", "value", 2, 5)]),
    "no number": (WIDE + "a,sola,r,two,2\n", [("not-number", "i1", 2, 4)]),
    "no number at all": (WIDE + "a,sola,r,NaN,2\n", [("not-number", "i1", 2, 4)]),
    "infinity": (WIDE + "a,sola,r,inf,2\n", [("not-number", "i1", 2, 4)]),
    "beyond every number": (WIDE + "a,sola,r,1e999,2\n", [("out-of-range", "i1", 2, 4)]),
    "ten thousand digits": (WIDE + f"a,sola,r,{'9' * 10_000},2\n", [("out-of-range", "i1", 2, 4)]),
    "a decimal comma": (WIDE + 'a,sola,r,"2,5",2\n', [("not-number", "i1", 2, 4)]),
    "digits of another script": (WIDE + "a,sola,r,٣,2\n", [("not-number", "i1", 2, 4)]),
    "a respondent twice": (WIDE + "a,sola,r,2,2\na,sola,r,3,3\n", [("given-twice", "respondent", 3, 3)]),
    "an answer twice": (
        LONG + "a,sola,r,i1,2\na,sola,r,i2,2\na,sola,r,i1,2\n",
        [("given-twice", "indicator", 4, 4)],
    ),
    "too few cells": (WIDE + "a,sola,r,2\n", [("row-length", "", 2, None)]),
    "too many cells": (WIDE + "a,sola,r,2,2,2\n", [("row-length", "", 2, None)]),
    "an empty file": ("", [("empty-file", "", None, None)]),
    "only space": (" \n\n", [("empty-file", "", None, None)]),
    "only separators": (",,,\n", [("empty-file", "", None, None)]),
    "only a heading": (WIDE, [("no-rows", "", 1, None)]),
    "a zero byte": (WIDE + "a,sola,r\x00,2,2\n", [("control-character", "", 2, 9)]),
    "an open quote": (WIDE + 'a,sola,r,2,2\na,sola,"r,2,2\n', [("csv-syntax", "", 3, None)]),
    "text after a quote": (WIDE + 'a,sola,"r"x,2,2\n', [("csv-syntax", "", 2, None)]),
    "ten megabytes in a cell": (WIDE + f"a,sola,{'r' * 10_000_000},2,2\n", [("csv-syntax", "", 2, None)]),
    "an open quote in the heading": ('wave,"organisation\n', [("csv-syntax", "", 1, None)]),
    "no wave": (WIDE + ",sola,r,2,2\n", [("empty-cell", "wave", 2, 1)]),
    "nobody": (
        WIDE + "a,,,2,2\n",
        [("empty-cell", "organisation", 2, 2), ("empty-cell", "respondent", 2, 3)],
    ),
    "nothing asked": (LONG + "a,sola,r,,2\n", [("empty-cell", "indicator", 2, 4)]),
    "a month as Excel writes it": (WIDE + "jan.27,sola,r,2,2\n", [("excel-month", "wave", 2, 1)]),
    "participation": (PART + "sola,strategi,1,1\n", [("participation-not-answers", "", 1, None)]),
    "unknown ids on several lines": (
        LONG + "a,oslo,r,i3,2\na,oslo,s,i3,2\na,bergen,r,i3,2\na,oslo,t,i1,2\n",
        [
            ("unknown-organisation", "organisation", 2, 2),
            ("unknown-indicator", "indicator", 2, 4),
            ("unknown-organisation", "organisation", 4, 2),
        ],
    ),
    "no id": (WIDE + "a b,sola,r/1,2,2\n", [("not-id", "wave", 2, 1), ("not-id", "respondent", 2, 3)]),
    "a fault after a cell of several lines": (
        WIDE + 'a,sola,r,"2\n",2\na,oslo,r,2,2\n',
        [("unknown-organisation", "organisation", 4, 2)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ANSWER_FAULTS.values(), ids=ANSWER_FAULTS.keys())
def test_a_fault_in_answers_is_told_with_column_name_line_and_column(
    text: str, expected: list[Expected], tmp_path: Path
) -> None:
    limit = csv.field_size_limit()
    assert told(faults(text, tmp_path)) == expected
    assert csv.field_size_limit() == limit


PART_FAULTS: dict[str, tuple[str, list[Expected]]] = {
    "answers": (WIDE + "a,sola,r,2,2\n", [("answers-not-participation", "", 1, None)]),
    "no module": (PART + "sola,,1,1\n", [("empty-cell", "module", 2, 2)]),
    "an unknown module": (PART + "sola,strategy,1,1\n", [("unknown-module", "module", 2, 2)]),
    "an unknown organisation": (
        PART + "oslo,strategi,1,1\n",
        [("unknown-organisation", "organisation", 2, 1)],
    ),
    "a share above one": (PART + "sola,strategi,60,1\n", [("out-of-range", "attended", 2, 3)]),
    "a share above all": (PART + "sola,strategi,1,101 %\n", [("out-of-range", "own_work", 2, 4)]),
    "a share below none": (PART + "sola,strategi,-0.1,1\n", [("out-of-range", "attended", 2, 3)]),
    "no share": (
        PART + "sola,strategi,yes,%\n",
        [("not-number", "attended", 2, 3), ("not-number", "own_work", 2, 4)],
    ),
    "one twice": (PART + "sola,strategi,1,1\nsola,strategi,1,1\n", [("given-twice", "module", 3, 2)]),
    "a missing column": (
        "organisation,module,attended\nsola,strategi,1\n",
        [("missing-of-columns", "own_work", 1, None)],
    ),
    "an unknown column": (
        "organisation,module,attended,ownwork\nsola,strategi,1,1\n",
        [("missing-of-columns", "own_work", 1, None), ("unknown-column", "ownwork", 1, 4)],
    ),
    "only a heading": (PART, [("no-rows", "", 1, None)]),
}


@pytest.mark.parametrize(("text", "expected"), PART_FAULTS.values(), ids=PART_FAULTS.keys())
def test_a_fault_in_participation_is_told_with_column_name_line_and_column(
    text: str, expected: list[Expected], tmp_path: Path
) -> None:
    assert told(faults(text, tmp_path, part=True)) == expected


def test_all_faults_of_a_table_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = "wave,organisation,respondent,i1,i3\na,oslo,r,9,2\na,sola,r\nb c,sola,r,x,2\n"
    assert told(faults(text, tmp_path)) == [
        ("unknown-column", "i3", 1, 5),
        ("unknown-organisation", "organisation", 2, 2),
        ("out-of-range", "i1", 2, 4),
        ("row-length", "", 3, None),
        ("not-id", "wave", 4, 1),
        ("not-number", "i1", 4, 4),
    ]


def test_a_column_that_stands_three_times_is_told_by_the_first_of_them(tmp_path: Path) -> None:
    found = faults("wave,organisation,respondent,i1,i1,i1\na,sola,r,2,2,2\n", tmp_path)
    assert [one.problem.details for one in found] == [(("first", 4),), (("first", 4),)]


def test_an_odd_column_is_told_on_one_short_line(tmp_path: Path) -> None:
    for name in ("x" * 10_000, '"a\nb"', "a\u202eb"):
        (found,) = faults(f"wave,organisation,respondent,i1,{name}\na,sola,r,2,2\n", tmp_path)
        assert str(found).isprintable()
        assert len(str(found)) < 200


def test_a_missing_column_hides_no_fault_of_the_others(tmp_path: Path) -> None:
    assert told(faults("wave,organisation,i1\na,oslo,9\n", tmp_path)) == [
        ("missing-of-columns", "respondent", 1, None),
        ("unknown-organisation", "organisation", 2, 2),
        ("out-of-range", "i1", 2, 3),
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (WIDE + "a,stavnger,r,2,2\n", "stavanger"),
        ("wave,organisation,respondant,i1\na,sola,r,2\n", "respondent"),
        (LONG + "a,sola,r,i11,2\n", "i1"),
        (WIDE + 'a,sola,r,"2,5",2\n', "2.5"),
        (PART + "sola,strategy,1,1\n", "strategi"),
        (PART + "sola,strategi,60,1\n", "60 %"),
        (WIDE + "jan.27,sola,r,2,2\n", "2027-01"),
        (WIDE + "Sept-26,sola,r,2,2\n", "2026-09"),
        (WIDE + "des.26,sola,r,2,2\n", "2026-12"),
        (WIDE + "mai.27,sola,r,2,2\n", "2027-05"),
        ("organisation,module,atended,own_work\nsola,strategi,1,1\n", "attended"),
    ],
)
def test_a_fault_in_a_table_says_what_may_have_been_meant(text: str, meant: str, tmp_path: Path) -> None:
    part = text.startswith("organisation")
    assert any(str(one).endswith(f"; did you mean {meant!r}?") for one in faults(text, tmp_path, part=part))


def test_a_table_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    text = (WIDE + "a,sola,r,2,2\nå,sola,r,2,2\n").encode("latin-1")
    assert told(faults(text, tmp_path)) == [("csv-not-utf-8", "", 3, 1)]


def test_a_table_by_another_ending_is_told(tmp_path: Path) -> None:
    for read in (read_answers, read_participation):
        with pytest.raises(InvalidFile, match=r"found 'table\.txt'"):
            read(tmp_path / "table.txt", PROGRAMME)
        with pytest.raises(InvalidFile, match="no such file"):
            read(tmp_path / "table.csv", PROGRAMME)


def test_a_faulty_table_of_many_rows_is_told_in_time(tmp_path: Path) -> None:
    rows = "".join(f"a,kommune-{n},r,9,x\n" for n in range(10_000))
    started = time.process_time()
    assert len(faults(WIDE + rows, tmp_path)) == 30_000
    assert time.process_time() - started < 10


def test_an_unknown_id_is_told_once_with_the_number_of_lines_that_say_it_again(tmp_path: Path) -> None:
    rows = "".join(f"jan.27,oslo,r{n},2,2\n" for n in range(40))
    month, organisation = faults(WIDE + rows, tmp_path)
    assert month.line == organisation.line == 2
    assert str(organisation) == (
        "2:2: organisation: the programme has no organisation 'oslo' (39 more like this below)"
    )
    assert "(39 more like this below); did you mean '2027-01'?" in str(month)


def test_words_that_only_begin_like_a_month_are_waves(tmp_path: Path) -> None:
    path = write(WIDE + "".join(f"{wave},sola,r,2,2\n" for wave in WAVES), tmp_path)
    assert [one.wave for one in read_answers(path, PROGRAMME)] == sorted(WAVES)


WAVES = ("market-1", "jan", "w1", "2027-01", "1.mai.27", "decade.1")


def test_a_missing_column_says_which_are_needed(tmp_path: Path) -> None:
    (fault,) = faults("organisation,respondent,i1\nsola,r,2\n", tmp_path)
    assert str(fault) == "1: wave: lacks the column 'wave'; needed are wave, organisation, respondent"
