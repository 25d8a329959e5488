"""The one line that a value tells of itself."""

from enum import Enum
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import Curriculum, MaturityFramework, Prerequisite, Programme, Table, Timetable
from kompetanse.model.brief import brief
from kompetanse.testing import strategies


class Kind(Enum):
    DRY = "dry"


class Thing(SimpleNamespace):
    """Has whatever it is given."""

    __repr__ = brief(
        "of.id", "apples", "wave", "kind", "done", "seed", "of.id as owner", "of.error as refused"
    )


def test_a_thing_tells_what_it_has() -> None:
    of = SimpleNamespace(id="kari", error=None)
    assert repr(Thing(of=of, apples=("a",), wave="w1", kind=Kind.DRY, done=True, seed=1200)) == (
        "<Thing kari: 1 apple, wave w1, dry, done, seed 1200, owner kari>"
    )
    assert repr(Thing(of=None, apples=1200, wave=None, done=False, seed=0)) == "<Thing: 1,200 apples, seed 0>"
    assert repr(Thing(of=SimpleNamespace(error=LookupError("why")))) == "<Thing: refused>"
    assert repr(Thing()) == "<Thing>"


def test_a_value_that_is_only_half_made_can_be_told_too() -> None:
    for kind in (Programme, MaturityFramework, Timetable, Curriculum, Table):
        assert repr(kind.__new__(kind)) == f"<{kind.__name__}>"


@given(strategies.programmes())
def test_a_programme_is_told_in_one_short_line(programme: Programme) -> None:
    values = (programme, programme.timetable, programme.framework)
    for line in (repr(one) for one in values if one is not None):
        assert line.startswith("<")
        assert line.isprintable()
        assert len(line) <= 140
    assert f" {len(programme.modules)} module" in repr(programme)


@given(st.text(alphabet="aæ5", min_size=1, max_size=64))
def test_a_long_name_is_cut(id_: str) -> None:
    told = repr(Programme(id_)).removeprefix("<Programme ").partition(":")[0]
    assert told == (id_ if len(id_) <= 40 else f"{id_[:39]}…")


def test_a_small_noun_is_told_by_its_literal() -> None:
    assert repr(Prerequisite("a", lag=7)) == (
        "Prerequisite(module='a', kind=<PrerequisiteKind.BEFORE: 'before'>, lag=7)"
    )
