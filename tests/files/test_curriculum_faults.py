"""What cannot be read as a curriculum: each fault with its column's name, line and column."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import read_curriculum, read_programme

Told = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""

COLUMNS = "Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours"
WHOLE = f"{COLUMNS},Institution,Canonical Name"
HEAD = f"Curriculum,C\nCourses\n{COLUMNS}\n"
PLAN = f"Curriculum,C\nDegree Plan,D\nCourses\n{WHOLE},Term\n"
OUTCOMES = (
    "Course Learning Outcomes\nCourse ID,Learning Outcome ID,Learning Outcome,Description,Requisites,Hours\n"
)
LAST = "Curriculum Learning Outcomes\nLearning Outcome,Description\n"
SECONDS = 5.0
"""Far more than any of these files needs, and far less than one that hurts takes."""


def faults(text: str | bytes, folder: Path) -> tuple[Fault, ...]:
    path = folder / "c.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    started = time.process_time()
    with pytest.raises(InvalidFile) as caught:
        read_curriculum(path)
    assert time.process_time() - started < SECONDS
    assert caught.value.path == str(path)
    assert str(caught.value).count("\n") == len(caught.value.faults) - 1
    assert [path] == list(folder.iterdir())
    return caught.value.faults


FAULTS: dict[str, tuple[str, list[Told]]] = {
    # courses
    "a requirement with a comma": (HEAD + '1,a,,,"12,14",,,3\n', [("not-id", "Prerequisites", 4, 5)]),
    "a requirement too few": (
        HEAD + "1,a,,,abc;,;2,3;;4,3\n",
        [
            ("not-id", "Prerequisites", 4, 5),
            ("not-id", "Corequisites", 4, 6),
            ("not-id", "Strict-Corequisites", 4, 7),
        ],
    ),
    "no course id": (HEAD + ",a,,,,,,3\n", [("not-id", "Course ID", 4, 1)]),
    "an odd course id": (HEAD + "=1+1,a,,,,,,3\n", [("not-id", "Course ID", 4, 1)]),
    "a long course id": (HEAD + "1" * 65 + ",a,,,,,,3\n", [("not-id", "Course ID", 4, 1)]),
    "hours in words": (HEAD + "1,a,,,,,,three\n", [("not-number", "Credit Hours", 4, 8)]),
    "hours below nothing": (HEAD + "1,a,,,,,,-1\n", [("out-of-range", "Credit Hours", 4, 8)]),
    "more hours than any course has": (
        HEAD + "1,a,,,,,,10001\n2,b,,,,,,10000\n",
        [("out-of-range", "Credit Hours", 4, 8)],
    ),
    "hours without end": (HEAD + "1,a,,,,,,1e999\n", [("out-of-range", "Credit Hours", 4, 8)]),
    "hours that are none": (HEAD + "1,a,,,,,,nan\n", [("not-number", "Credit Hours", 4, 8)]),
    "a bare carriage return": (
        HEAD + '1,"a\rb",,,,,,3\n',
        [("control-character", "Course Name", 4, 2)],
    ),
    "a control character in free text": (
        HEAD + '1,a,"\x85",,,,,3\n',
        [("control-character", "Prefix", 4, 3)],
    ),
    "a cell too many": (HEAD + "1,a,,,,,,3,,x,\n", [("row-length", "", 4, 10)]),
    "every fault of a row, and of the next": (
        HEAD + "1;2,a,,,x;,,,b\n2,a,,,,,a b,\n",
        [
            ("not-id", "Course ID", 4, 1),
            ("not-id", "Prerequisites", 4, 5),
            ("not-number", "Credit Hours", 4, 8),
            ("not-id", "Strict-Corequisites", 5, 7),
        ],
    ),
    "a fault below a text of two lines": (
        HEAD + '1,a,"a\nb",,,,,3\n\n2,c,,,,,,x\n',
        [("not-number", "Credit Hours", 7, 8)],
    ),
    "a further column that cannot be shown": (
        f'Curriculum,C\nCourses\n{COLUMNS},"a\rb"\n1,a,,,,,,3,x\n',
        [("control-character", "a\\rb", 3, 9)],
    ),
    "text in a further column that cannot be shown": (
        f'Curriculum,C\nCourses\n{COLUMNS},Remark\n1,a,,,,,,3,"a\rb"\n',
        [("control-character", "Remark", 4, 9)],
    ),
    # the heading
    "missing columns are told once": (
        "Curriculum,C\nCourses\nCourse Name,Prefix,Number,Prerequisites,Corequisites,Credit Hours\na\nb\n",
        [("missing-column", "Course ID", 3, None), ("missing-column", "Strict-Corequisites", 3, None)],
    ),
    "a doubled column": (
        f"Curriculum,C\nCourses\n{COLUMNS},prefix,X,X\n1\n",
        [("duplicate-column", "Prefix", 3, 9), ("duplicate-column", "X", 3, 11)],
    ),
    "columns without a name": (
        f"Curriculum,C\nCourses\n{COLUMNS},,,X\n1\n",
        [("blank", "", 3, 9), ("blank", "", 3, 10)],
    ),
    # degree plans
    "a course without a term": (
        PLAN + "1,a,,,,,,3,,,1\n2,b,,,,,,3\n3,c,,,,,,3,,, \n",
        [("no-term", "Term", 6, 11), ("no-term", "Term", 7, 11)],
    ),
    "no column for terms": (
        f"Curriculum,C\nDegree Plan,D\nCourses\n{COLUMNS}\n1,a\n",
        [("missing-column", "Term", 4, None)],
    ),
    "odd terms": (
        PLAN + "1,a,,,,,,3,,,first\n2,b,,,,,,3,,,0\n3,c,,,,,,3,,,1.5\n4,d,,,,,,3,,," + "9" * 5000 + "\n",
        [
            ("not-whole", "Term", 5, 11),
            ("out-of-range", "Term", 6, 11),
            ("not-whole", "Term", 7, 11),
            ("out-of-range", "Term", 8, 11),
        ],
    ),
    "a degree plan without a name": (
        PLAN.replace(",D", ",") + "1,a,,,,,,3,,,1\n",
        [("blank", "Degree Plan", 2, 2)],
    ),
    "additional courses outside a degree plan": (
        HEAD + f"1,a\nAdditional Courses\n{COLUMNS}\n2,b\n",
        [("additional-outside-plan", "Additional Courses", 5, 1)],
    ),
    "nothing but additional courses": (
        f"Curriculum,C\nDegree Plan,D\nAdditional Courses\n{WHOLE},Term\n2,b,,,,,,,,,1\n",
        [("no-section", "", None, None)],
    ),
    # above the courses
    "an unknown system": (
        "System Type,trimester\n" + HEAD + "1,a\n",
        [("not-one-of", "System Type", 1, 2)],
    ),
    "no name": (HEAD.replace(",C\n", ", \n", 1) + "1,a\n", [("blank", "Curriculum", 1, 2)]),
    "no row for the name": (HEAD.removeprefix("Curriculum,C\n") + "1,a\n", [("missing-key", "", 1, None)]),
    "unknown and doubled rows": (
        "Colour,red\nInstitutions,x\nCIP,1\ncip,2\n" + HEAD + "1,a\n",
        [("unknown-key", "", 1, 1), ("unknown-key", "", 2, 1), ("duplicate-key", "CIP", 4, 1)],
    ),
    "a name with a bare comma": (
        HEAD.replace(",C\n", ",C,,and D,\n") + "1,a\n",
        [("row-length", "Curriculum", 1, 4)],
    ),
    # outcomes
    "outcomes of unknown courses, and twice": (
        HEAD + "1,a,,,,,,3\n" + OUTCOMES + "1,o,x,,,\n2,o,x,,,\n 1 ,p,x,,o;,x\n",
        [
            ("unknown-course", "Course ID", 8, 1),
            ("duplicate-id", "Learning Outcome ID", 8, 2),
            ("not-id", "Requisites", 9, 5),
            ("not-number", "Hours", 9, 6),
        ],
    ),
    "a course of which something cannot be read is known still": (
        HEAD + "1,a,,,,,,x\n" + OUTCOMES + "1,o,x\n2,p,x\n",
        [("not-number", "Credit Hours", 4, 8), ("unknown-course", "Course ID", 8, 1)],
    ),
    "without a column for course ids no course is called unknown": (
        HEAD.replace("Course ID", "Course") + "1,a\n" + OUTCOMES + "1,o,x\n",
        [("missing-column", "Course ID", 3, None)],
    ),
    "an unknown column of outcomes": (
        HEAD + "1,a\n" + LAST.replace("Description", "Description,Remark") + "x,,y\n ,,\n",
        [("unknown-column", "Remark", 6, 3)],
    ),
    "an outcome without a name": (HEAD + "1,a\n" + LAST + ",x\n", [("blank", "Learning Outcome", 7, 1)]),
    # the file as a whole
    "only the head": ("Curriculum,C\nInstitution,I\n", [("no-section", "", None, None)]),
    "only the first row": ("Curriculum,C", [("no-section", "", None, None)]),
    "cut below the title": ("Curriculum,C\nCourses\n", [("no-heading", "Courses", 2, 1)]),
    "cut below the heading": (HEAD, [("no-courses", "Courses", 3, 1)]),
    "cut in the heading": (
        "Curriculum,C\nCourses\nCourse ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Co",
        [
            ("missing-column", "Strict-Corequisites", 3, None),
            ("missing-column", "Credit Hours", 3, None),
            ("no-courses", "Courses", 3, 1),
        ],
    ),
    "cut below the title of the outcomes": (
        HEAD + "1,a\n" + LAST.partition("\n")[0],
        [("no-heading", "Curriculum Learning Outcomes", 5, 1)],
    ),
    "no title above the courses": (
        HEAD.replace("Courses\n", "", 1) + "1,a,,,,,,x\n",
        [("no-section", "", 2, 1), ("not-number", "Credit Hours", 3, 8)],
    ),
    "tables out of order": (
        HEAD + "1,a\n" + OUTCOMES + "1,o\n" + f"Courses\n{COLUMNS}\n2,b,,,,,,x\n",
        [("misplaced-section", "Courses", 8, 1), ("not-number", "Credit Hours", 10, 8)],
    ),
    "outcomes before the courses": (
        "Curriculum,C\n" + OUTCOMES + f"1,o\n2,p\nCourses\n{COLUMNS}\n1,b\n",
        [("unknown-course", "Course ID", 5, 1), ("misplaced-section", "Courses", 6, 1)],
    ),
    "an open quote hides no fault before it": (
        HEAD + '1,a,,,,,,x\n2,"b,,,,,,3\n3,c\n',
        [("not-number", "Credit Hours", 4, 8), ("csv-syntax", "", 5, None)],
    ),
    "a quote that closes too early": (HEAD + '1,"a"b,,,,,,3\n', [("csv-syntax", "", 4, None)]),
    "an open quote at the start": ('"Curriculum,C\n', [("csv-syntax", "", 1, None)]),
    "a cell of 10 MB": (HEAD + "1," + "a" * 10_000_000 + "\n", [("csv-syntax", "", 4, None)]),
    "a quoted cell of 10 MB": (HEAD + '1,"' + "a\n" * 5_000_000 + '"\n', [("csv-syntax", "", 4, None)]),
    "nothing": ("", [("empty-file", "", None, None)]),
    "nothing but space": ("\ufeff \r\n\t\n", [("empty-file", "", None, None)]),
    "nothing but commas": (",,,\n,,\n", [("no-section", "", None, None), ("missing-key", "", 1, None)]),
    "a null": (HEAD + "1,a\x00b\n", [("control-character", "", 4, 4)]),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_told_with_its_place_line_and_column(name: str, tmp_path: Path) -> None:
    text, expected = FAULTS[name]
    told = [(one.problem.key, one.place, one.line, one.column) for one in faults(text, tmp_path)]
    assert told == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ((HEAD + "1,Språk\n").encode("latin-1"), ("csv-not-utf-8", 4, 6)),
        ((HEAD + "1,Språk\n").encode() + "2,Språk\n".encode("cp1252"), ("csv-not-utf-8", 5, 6)),
        ((HEAD + "1,a\n").encode("utf-16"), ("csv-not-utf-8", 1, 1)),
        ((HEAD + "1,a\n").encode("utf-16-le"), ("control-character", 1, 2)),
    ],
    ids=["latin-1", "mixed", "utf-16", "utf-16 without a mark"],
)
def test_text_of_another_encoding_is_told_where_it_begins(
    data: bytes, expected: tuple[str, int, int], tmp_path: Path
) -> None:
    first = faults(data, tmp_path)[0]
    assert (first.problem.key, first.line, first.column) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD + '1,a,,,"12,14",,,3\n', "found '12,14'; did you mean '12;14'?"),
        ("Institutoin,x\n" + HEAD + "1\n", "did you mean 'Institution'?"),
        (HEAD + "1\n" + LAST.replace("Description", "Descriptoin"), "did you mean 'Description'?"),
        ("System Type,trimester\n" + HEAD + "1\n", "should be one of semester, quarter; found 'trimester'"),
        ("Curriculum,C\n", "lacks the row 'Courses', below which its table stands"),
    ],
)
def test_a_fault_says_what_may_have_been_meant(text: str, sentence: str, tmp_path: Path) -> None:
    assert any(sentence in str(fault) for fault in faults(text, tmp_path))


def test_a_table_of_something_else_is_told_quickly(tmp_path: Path) -> None:
    assert len(faults("wave,organisation\n" * 50_000, tmp_path)) == 50_002


def test_twenty_thousand_faulty_courses_are_told_quickly(tmp_path: Path) -> None:
    text = HEAD + "".join(f"{number},a,,,x;,,,y\n" for number in range(20_000))
    assert len(faults(text, tmp_path)) == 40_000


def test_ten_thousand_columns_are_read_quickly(tmp_path: Path) -> None:
    columns = ",".join(f"c{number}" for number in range(10_000))
    path = tmp_path / "c.csv"
    path.write_text(f"Curriculum,C\nCourses\n{COLUMNS},{columns}\n1,a,,,,,,3" + ",x" * 10_000)
    assert len(read_curriculum(path).courses[0].extra) == 10_000


PIECES = st.lists(
    st.sampled_from(
        [HEAD, PLAN, OUTCOMES, LAST, "Curriculum,C\n", "Degree Plan,D\n", "Courses\n", "Additional Courses\n",
         "1,a,,,,,,3\n", "1,a,,,,,,3,,,1\n", "1,o,,,,\n", ",", "\n", '"', ";", "\r", "x", "1", " ", "\x85",
         "\u2028", "\ufeff", "é", "é", "=1", "-", "1e9", "Course ID", "System Type,", "Quarter"]
    ),
    max_size=12,
).map(lambda pieces: "".join(pieces).encode())  # fmt: skip


@given(data=PIECES | PIECES.map(lambda rest: HEAD.encode() + rest) | st.binary(max_size=60))
@settings(max_examples=400)
@example(data=(HEAD + "1,\x85\n").encode())
def test_whatever_stands_in_a_file_it_is_read_or_told(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.csv"
    path.write_bytes(data)
    try:
        assert read_programme(path) == read_curriculum(path).programme
    except InvalidFile as error:
        assert error.faults  # noqa: PT017  # raising is one of two good ends
        assert str(error)  # noqa: PT017  # each fault has a sentence
