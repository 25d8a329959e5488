"""What is refused when a curriculum is written, and what is left alone."""

from pathlib import Path
from typing import Any

import pytest

from kompetanse.errors import InvalidFile, UnwritableFile
from kompetanse.files import (
    read_curriculum,
    read_programme,
    write_curriculum,
    write_programme,
)
from kompetanse.model import (
    AnyOf,
    Course,
    Curriculum,
    Module,
    Phase,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Text,
)


def small(*modules: Module, **fields: Any) -> Curriculum:  # noqa: ANN401  # any fields of a Programme
    given = {"id": "p", "name": "P", **fields}
    return Curriculum(Programme(modules=modules, **given), [Course(module.id) for module in modules])


WHOLE = small(Module("a", "Å", requires=("b",)), Module("b"))


def test_requirements_are_written_by_kind(tmp_path: Path) -> None:
    together = PrerequisiteKind.TOGETHER
    mixed = (Prerequisite("b", together), Prerequisite("c"), Prerequisite("d", together))
    write_curriculum(small(Module("a", requires=mixed)), tmp_path / "c.csv")
    assert [one.module for one in read_programme(tmp_path / "c.csv").modules[0].requires] == ["c", "b", "d"]


@pytest.mark.parametrize(
    ("curriculum", "beyond"),
    [
        (small(Module("a"), id="q"), ("id (it gives p)",)),
        (small(Module("a"), name=Text("P", "Q")), ("name/en",)),
        (small(Module("a", Text("A", "B"))), ("modules/a/name/en",)),
        (small(Module("a"), about="x", order=("a",)), ("about", "order")),
        (
            small(
                Module("a", requires=(Prerequisite("b", lag=14),)),
                Module("a", requires=("b", Prerequisite("b", PrerequisiteKind.RECOMMENDED))),
            ),
            ("modules/a/requires/0/lag", "modules/a[2]/requires/1/kind"),
        ),
        (small(Module("a", any_of=(AnyOf(("b", "c")),))), ("modules/a/any_of",)),
        (
            small(Module("a", preparation=Phase(1), tools=("x",))),
            ("modules/a/preparation", "modules/a/tools"),
        ),
        (
            small(*(Module(f"m{number}", tools=("x",)) for number in range(30))),
            (*(f"modules/m{number}/tools" for number in range(20)), "…"),
        ),
    ],
)
def test_what_the_format_cannot_say_is_refused_and_not_dropped(
    curriculum: Curriculum, beyond: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(UnwritableFile) as caught:
        write_curriculum(curriculum, tmp_path / "c.csv")
    assert dict(caught.value.problem.details) == {"found": beyond}
    assert "YAML" in str(caught.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("curriculum", "name", "key"),
    [
        (WHOLE, "c.yaml", "unknown-ending"),
        (WHOLE, "no/such/c.csv", "no-such-folder"),
        (small(Module("a", "x" * 131_073)), "c.csv", "long-cell"),
        (small(Module("a", "x\ufffe")), "c.csv", "control-character"),
    ],
)
def test_what_cannot_be_written_is_told(curriculum: Curriculum, name: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile) as caught:
        write_curriculum(curriculum, tmp_path / name)
    assert caught.value.problem.key == key
    assert str(caught.value)
    assert not list(tmp_path.iterdir())


def test_the_longest_cell_that_is_written_is_read(tmp_path: Path) -> None:
    curriculum = small(Module("a", "x" * 131_072))
    write_curriculum(curriculum, tmp_path / "c.csv")
    assert read_curriculum(tmp_path / "c.csv") == curriculum


def test_nothing_beside_the_file_is_touched(tmp_path: Path) -> None:
    names = ("c_temp.csv", "c.csv.tmp", "temp.csv", "c", "c.CSV")
    for name in names:
        (tmp_path / name).write_text(f"mine {name}")
    path = tmp_path / "c.csv"
    path.write_text("old")
    path.chmod(0o640)
    write_curriculum(WHOLE, path)
    before = {one.name: one.stat().st_mtime_ns for one in tmp_path.iterdir()}
    assert read_curriculum(path) == WHOLE
    assert {one.name: one.stat().st_mtime_ns for one in tmp_path.iterdir()} == before
    assert all((tmp_path / name).read_text() == f"mine {name}" for name in names)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_programme_is_not_written_as_a_curriculum_by_its_ending(tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile, match="should be named"):
        write_programme(WHOLE.programme, tmp_path / "p.csv")


def test_an_unknown_ending_names_that_of_curricula_too(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"\.csv at its end; found 'p\.txt'"):
        read_programme(tmp_path / "p.txt")
