"""Curricula and degree plans: what a CSV says, and that writing then reading gives it again."""

from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.files import (
    load_programme,
    read_curriculum,
    read_programme,
    write_curriculum,
)
from kompetanse.model import (
    Course,
    Curriculum,
    CurriculumOutcome,
    CurriculumSystem,
    LearningOutcome,
    Module,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Severity,
    curriculum_id,
)

REAL = Path(__file__).parents[2].parent / "shared" / "data" / "curricula"
"""Real files, where this machine has them beside the project."""
BEFORE, COREQUISITE, TOGETHER = (
    PrerequisiteKind.BEFORE,
    PrerequisiteKind.BEFORE_OR_TOGETHER,
    PrerequisiteKind.TOGETHER,
)
real_files = pytest.mark.skipif(not REAL.is_dir(), reason="the real curricula are not on this machine")

PLAN = """\
\ufeffCurriculum,"Computing, and more",,,,,,,,,
Degree Plan,Four years,,,,,,,,,
Institution,A school,,,,,,,,,
Degree Type,BS,,,,,,,,,
System Type,Quarter,,,,,,,,,
CIP,11.0701,,,,,,,,,
Courses,,,,,,,,,,
Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,\
Institution,Canonical Name,Term,Remark
1,"Calculus, ""first"" now",MATH,101,,,,4,,Calculus I,1,=1+1
2,Physics,PHYS,1L,1,3; 1,4,1.5,Another,,2
3,,,,,,,,,,2,
Additional Courses,,,,,,,,,,
Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours,\
Institution,Canonical Name,Term
4,Choir,,,,,,0,,,1
Course Learning Outcomes,,,,,,
Course ID,Learning Outcome ID,Learning Outcome,Description,Requisites,Hours
1,o1,Limits,Takes limits,,12
2,o2,Forces,,o1;o9,
Curriculum Learning Outcomes,
Learning Outcome,Description
Courses,
Reasons well,In words and numbers
,,,,

""".replace("\n", "\r\n")
PLANNED = Curriculum(
    Programme(
        "computing-and-more",
        "Computing, and more",
        modules=(
            Module("1", 'Calculus, "first" now'),
            Module(
                "2",
                "Physics",
                requires=(
                    Prerequisite("1"),
                    Prerequisite("3", COREQUISITE),
                    Prerequisite("1", COREQUISITE),
                    Prerequisite("4", TOGETHER),
                ),
            ),
            Module("3"),
            Module("4", "Choir"),
        ),
    ),
    (
        Course("1", "MATH", "101", 4, "", "Calculus I", 1, extra=(("Remark", "=1+1"),)),
        Course("2", "PHYS", "1L", 1.5, "Another", "", 2),
        Course("3", term=2),
        Course("4", term=1, additional=True),
    ),
    institution="A school",
    degree_plan="Four years",
    degree_type="BS",
    system=CurriculumSystem.QUARTER,
    cip="11.0701",
    outcomes=(
        LearningOutcome("o1", "1", "Limits", "Takes limits", hours=12),
        LearningOutcome("o2", "2", "Forces", requisites=("o1", "o9")),
    ),
    curriculum_outcomes=(
        CurriculumOutcome("Courses"),
        CurriculumOutcome("Reasons well", "In words and numbers"),
    ),
)


def write(text: str, folder: Path) -> Path:
    path = folder / "c.csv"
    path.write_bytes(text.encode())
    return path


def test_a_degree_plan_with_all_that_the_format_knows_is_read(tmp_path: Path) -> None:
    assert read_curriculum(write(PLAN, tmp_path)) == PLANNED


def test_what_is_left_out_is_what_the_format_takes_it_for(tmp_path: Path) -> None:
    text = (
        "curriculum,Å lære\nCOURSES\n"
        "course id,COURSE NAME ,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours\n"
        "1\n"
    )
    assert read_curriculum(write(text, tmp_path)) == Curriculum(
        Programme("å-lære", "Å lære", modules=(Module("1"),)), (Course("1"),)
    )


@pytest.mark.parametrize(
    ("said", "system"),
    [
        ("SEMESTER", CurriculumSystem.SEMESTER),
        (" Quarter ", CurriculumSystem.QUARTER),
        ("semster", CurriculumSystem.SEMESTER),
        ("quater", CurriculumSystem.QUARTER),
        ("", CurriculumSystem.SEMESTER),
    ],
)
def test_the_system_is_read_in_any_case_and_with_a_letter_wrong(
    said: str, system: CurriculumSystem, tmp_path: Path
) -> None:
    text = PLAN.replace("Quarter", said)
    assert read_curriculum(write(text, tmp_path)).system is system


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    text = (
        "Curriculum,C\nCourses\nCredit Hours,Strict-Corequisites,Corequisites,Z,Prerequisites,Number,Prefix,"
        "Course Name,Course ID,A\n1,4,3,z,2,n,p,Name,1,a\n"
    )
    read = read_curriculum(write(text, tmp_path))
    assert read.courses == (Course("1", "p", "n", 1, extra=(("A", "a"), ("Z", "z"))),)
    assert [(one.module, one.kind) for one in read.programme.modules[0].requires] == [
        ("2", BEFORE),
        ("3", COREQUISITE),
        ("4", TOGETHER),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Computer Science", "computer-science"),
        ("  B.Sc. (hons) ", "b.sc.-hons"),
        ("Språk & kultur", "språk-kultur"),
        ("A\u030aland", "åland"),
        ("İ", "i"),
        ("___", "curriculum"),
        ("💡", "curriculum"),
        ("a" * 63 + " b", "a" * 63),
    ],
)
def test_a_curriculum_has_an_id_by_its_name(name: str, expected: str) -> None:
    assert curriculum_id(name) == expected


@given(name=st.text(min_size=1))
def test_any_name_gives_an_id(name: str) -> None:
    assert Programme(curriculum_id(name)).id


def test_relations_are_left_to_the_check(tmp_path: Path) -> None:
    text = (
        "Curriculum,C\nCourses\n"
        "Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours\n"
        "1,a,,,2,,,\n2,b,,,,1,,\n2,c,,,9,,,\n"
    )
    path = write(text, tmp_path)
    found = check(read_programme(path))
    errors = {one.rule: one.place for one in found if one.severity is Severity.ERROR}
    assert set(errors) == {"duplicate-id", "ring", "unknown-id"}
    assert errors["unknown-id"] == "modules/2[2]/requires/0"
    assert load_programme(path).position("modules/2[2]/requires/0") == (6, 5)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", (1, 1)),
        ("name", (1, 2)),
        ("modules", (7, 1)),
        ("modules/1", (9, 1)),
        ("modules/1/name", (9, 2)),
        ("modules/2/requires/0", (10, 5)),
        ("modules/2/requires/1", (10, 6)),
        ("modules/2/requires/2", (10, 6)),
        ("modules/2/requires/3", (10, 7)),
        ("modules/2/requires/4", (10, 1)),
        ("modules/4", (14, 1)),
        ("modules/4/sessions/0", (14, 1)),
        ("modules/9", (7, 1)),
        ("timetable", (1, 1)),
    ],
)
def test_a_curriculum_knows_the_cell_of_each_place(
    place: str, expected: tuple[int, int], tmp_path: Path
) -> None:
    loaded = load_programme(write(PLAN, tmp_path))
    assert loaded.programme == PLANNED.programme
    assert loaded.position(place) == expected


def test_a_row_below_a_text_of_two_lines_stands_where_the_file_has_it(tmp_path: Path) -> None:
    text = PLAN.replace("Calculus I,", '"Calculus\r\nI",').replace("=1+1", '"=1\r\n+1"')
    path = write(text, tmp_path)
    assert read_curriculum(path).courses[0].canonical_name == "Calculus\nI"
    assert dict(read_curriculum(path).courses[0].extra) == {"Remark": "=1\n+1"}
    assert load_programme(path).position("modules/4") == (16, 1)


ODD = (
    "a", " a", "a ", "a,b", 'a"b', '"', '""', "'", "a;b", ";", "a\nb", "\n a", "=1+1", "+1", "@x", "-", "#",
    "Courses", "Additional Courses", "Curriculum Learning Outcomes", "Course ID", "Curriculum", "\ufeffa",
    "å", "0301", "a\tb", "e\u0301", "\u2028", "a\u00a0", "😀", "nan", "None", "x" * 300,
)  # fmt: skip
UNSEEN = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"
"""Characters that no text may hold, or no file."""
ANY = st.sampled_from(ODD) | st.text("ab ,;\"'\n=\t#å", max_size=6) | st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=UNSEEN), max_size=6
)  # fmt: skip
NAMES = ANY.filter(lambda text: text.strip() and set(text).isdisjoint("\n\t\u2028\u2029"))
IDS = st.sampled_from(("1", "2", "3", "10", "007", "a", "å.1", "Courses", "1.0"))
KINDS = st.sampled_from((BEFORE, COREQUISITE, TOGETHER))
HOURS = st.sampled_from((0.0, 1.0, 3.0, 1.5, 0.1, 1e-7, 10_000.0)) | st.floats(0, 10_000)
REQUIRES = st.lists(st.builds(Prerequisite, IDS, KINDS), max_size=4).map(
    lambda several: sorted(several, key=lambda one: [BEFORE, COREQUISITE, TOGETHER].index(one.kind))
)
MODULES = st.lists(st.builds(Module, IDS, NAMES, REQUIRES), min_size=1, max_size=5)
EXTRA = st.dictionaries(
    st.sampled_from(("Blocking", "Complexity", "a,b", "å", "0")), ANY.filter(bool), max_size=3
).map(lambda pairs: tuple(pairs.items()))


@st.composite
def curricula(draw: st.DrawFn) -> Curriculum:
    modules = draw(MODULES)
    plan = draw(st.none() | NAMES)
    terms = st.integers(1, 1000) if plan else st.none() | st.integers(1, 12)
    ordinary = draw(st.integers(1, len(modules))) if plan else len(modules)
    courses = [
        Course(
            module.id,
            prefix=draw(ANY),
            number=draw(ANY),
            credit_hours=draw(HOURS),
            institution=draw(ANY),
            canonical_name=draw(ANY),
            term=draw(terms),
            additional=number >= ordinary,
            extra=draw(EXTRA),
        )
        for number, module in enumerate(modules)
    ]
    ids = draw(st.lists(IDS, unique=True, max_size=3))
    several = st.lists(IDS, max_size=2)
    of = st.sampled_from([module.id for module in modules])
    outcomes = [
        LearningOutcome(id_, draw(of), draw(ANY), draw(ANY), draw(several), draw(HOURS)) for id_ in ids
    ]
    name = draw(NAMES)
    return Curriculum(
        Programme(curriculum_id(name), name, modules=modules),
        courses,
        draw(ANY),
        plan,
        draw(ANY),
        draw(st.sampled_from(CurriculumSystem)),
        draw(ANY),
        outcomes,
        draw(st.lists(st.builds(CurriculumOutcome, NAMES, ANY), max_size=2)),
    )


@given(curriculum=curricula())
@example(curriculum=PLANNED)
def test_reading_what_was_written_gives_an_equal_curriculum(
    curriculum: Curriculum, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "curriculum.CSV"
    write_curriculum(curriculum, path)
    read = read_curriculum(path)
    assert read == curriculum
    assert hash(read) == hash(curriculum)
    first = path.read_bytes()
    write_curriculum(read, path)
    assert path.read_bytes() == first


@pytest.mark.parametrize("path", sorted(REAL.glob("*.csv")), ids=lambda path: path.name)
def test_a_real_curriculum_is_read_and_written_without_loss(path: Path, tmp_path: Path) -> None:
    curriculum = read_curriculum(path)
    assert len(curriculum.courses) >= 30
    assert not [one for one in check(curriculum.programme) if one.severity is Severity.ERROR]
    write_curriculum(curriculum, tmp_path / "again.csv")
    assert read_curriculum(tmp_path / "again.csv") == curriculum


@real_files
def test_a_real_curriculum_and_its_measured_twin_hold_the_same_courses() -> None:
    plain = read_curriculum(REAL / "Kennesaw_State_University_CS.csv")
    measured = read_curriculum(REAL / "Kennesaw_State_University_CS_w_metrics.csv")
    assert measured.programme.modules == plain.programme.modules
    assert tuple(attrs.evolve(course, extra=()) for course in measured.courses) == plain.courses
    assert dict(measured.courses[12].extra) == {
        "Complexity": "15.0", "Blocking": "8", "Delay": "7.0", "Centrality": "128",
    }  # fmt: skip
