import subprocess
import sys
from typing import get_args

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.errors import KompetanseError
from kompetanse.graph import DependencyGraph
from kompetanse.model import (
    AnyOf,
    Change,
    Cohort,
    MaturityFramework,
    Module,
    ModuleOrder,
    PlanningRules,
    PrerequisiteKind,
    Programme,
    Text,
)
from kompetanse.testing import strategies

FEW = settings(max_examples=40, deadline=None)


@FEW
@given(strategies.modules())
def test_modules_are_sound_on_their_own(module: Module) -> None:
    assert check(Programme("p", modules=(module,))) == ()


@FEW
@given(strategies.modules(id="b", any_of=(AnyOf(("a", "c")),)))
def test_modules_have_the_groups_that_they_are_given(module: Module) -> None:
    assert [group.modules for group in module.any_of] == [("a", "c")]


@FEW
@given(strategies.frameworks(min_dimensions=2, max_dimensions=3))
def test_frameworks_name_everything_once(framework: MaturityFramework) -> None:
    dimensions = [framework.id, *(one.id for one in framework.walk())]
    indicators = [one.id for one in framework.indicators()]
    assert 3 <= len(dimensions) <= 4
    assert len(set(dimensions)) == len(dimensions)
    assert len(set(indicators)) == len(indicators)


@FEW
@given(strategies.texts())
def test_texts_are_not_blank(text: Text) -> None:
    assert text.nb.strip()
    assert text.en.strip()


@FEW
@given(strategies.programmes(min_modules=2, max_modules=3, max_organisations=1, max_cohorts=1))
def test_programmes_keep_their_bounds(programme: Programme) -> None:
    assert 2 <= len(programme.modules) <= 3
    assert len(programme.organisations) <= 1
    assert len(programme.cohorts) <= 1


@FEW
@given(strategies.programmes_with_ring(min_modules=2, max_modules=3))
def test_programmes_with_a_ring_keep_their_bounds(programme: Programme) -> None:
    assert 2 <= len(programme.modules) <= 3
    assert "ring" in [one.rule for one in check(programme)]


def test_programmes_come_in_every_kind() -> None:
    seen: set[object] = set()

    @settings(max_examples=250, deadline=None, database=None, derandomize=True)
    @given(strategies.programmes())
    def look(programme: Programme) -> None:
        prerequisites = [one for module in programme.modules for one in module.requires]
        seen.update((one.kind, one.lag > 0) for one in prerequisites)
        groups = [group for module in programme.modules for group in module.any_of]
        seen.update("several choices" if len(group.options) > 1 else "one choice" for group in groups)
        seen.add("lag of an option" if any(one.lag for group in groups for one in group.options) else None)
        seen.add("timetable" if programme.timetable.gatherings else None)
        seen.add("framework" if programme.framework else None)
        seen.add("closed" if programme.closed else None)
        seen.add("order" if programme.order else None)
        days = {(one.cohort, one.date) for one in programme.timetable.gatherings}
        seen.add("shared day" if len(days) < len(programme.timetable.gatherings) else None)

    look()
    together = PrerequisiteKind.TOGETHER
    kinds = {(kind, lag) for kind in PrerequisiteKind for lag in (False, True)} - {(together, True)}
    assert {"one choice", "several choices", "lag of an option"} <= seen
    assert kinds | {"timetable", "framework", "closed", "order", "shared day"} <= seen


def test_programmes_shrink_to_small_ones() -> None:
    small = find(strategies.programmes(max_modules=2), lambda one: any(it.requires for it in one.modules))
    assert small.modules == (
        Module("a"),
        Module("b", requires=("a",)),
    )
    assert small == Programme("a", modules=small.modules)


def test_programmes_to_be_planned_come_with_rules_of_every_kind() -> None:
    seen: set[object] = set()
    about_order = {"teaching-order", "any-of-order", "recommended-not-met"}

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(strategies.planned_programmes())
    def look(programme: Programme) -> None:
        rules = programme.planning
        seen.add(rules.order)
        seen.update(field.name for field in attrs.fields(PlanningRules) if getattr(rules, field.name))
        seen.update(
            f"cohort {key}" for one in programme.cohorts for key in ("closed", "avoid") if getattr(one, key)
        )
        seen.add("closed" if programme.closed else None)
        seen.update(f"{one.id} leads some" for one in rules.facilitators if one.modules)
        seen.update("away" for one in rules.facilitators if one.away)
        seen.update("any of" for one in programme.modules if one.any_of)
        seen.update("phases" for one in programme.modules if one.preparation.days and one.follow_up.days)
        seen.update("block" for one in DependencyGraph(programme).blocks if len(one) > 1)
        assert {one.rule for one in check(programme)} <= about_order
        assert DependencyGraph(programme).is_satisfiable()

    look()
    fields = {field.name for field in attrs.fields(PlanningRules)} - {"public_holidays"}
    assert fields | {*ModuleOrder, "cohort closed", "cohort avoid", "closed", "kari leads some"} <= seen
    assert {"away", "any of", "phases", "block"} <= seen


@FEW
@given(strategies.planned_programmes(max_modules=2, max_cohorts=1, max_days=10))
def test_programmes_to_be_planned_keep_their_bounds(programme: Programme) -> None:
    rules = programme.planning
    assert len(programme.modules) <= 2
    assert len(programme.cohorts) == 1
    assert rules.start is not None
    assert rules.end is not None
    assert (rules.end - rules.start).days < 10


def test_programmes_to_be_planned_shrink_to_small_ones() -> None:
    small = find(strategies.planned_programmes(), lambda one: one.planning.min_gap > 2)
    start, end = small.planning.start, small.planning.end
    assert small.modules == (Module("a"),)
    assert small.cohorts == (Cohort("nord"),)
    assert small.planning == PlanningRules(start, end, 3)
    assert not small.closed


WITHOUT = """
import sys
sys.modules["hypothesis"] = None
import kompetanse.testing
from kompetanse.errors import MissingExtra
try:
    from kompetanse.testing import strategies
except MissingExtra as error:
    print(error)
"""


def test_without_hypothesis_the_install_line_is_named() -> None:
    told = subprocess.run([sys.executable, "-c", WITHOUT], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == (
        "this needs hypothesis, which is not installed; run: pip install 'kompetanse[testing]'"
    )


@pytest.mark.parametrize("kind", get_args(Change))
def test_changes_come_in_every_kind(kind: type[Change]) -> None:
    @settings(max_examples=10)
    @given(strategies.programmes(min_modules=2), st.data())
    def look(programme: Programme, data: st.DataObject) -> None:
        assert type(data.draw(strategies.changes(programme, kind=kind))) is kind

    look()


def test_most_changes_can_be_made() -> None:
    made: list[bool] = []

    @settings(max_examples=300, deadline=None, database=None, derandomize=True)
    @given(strategies.programmes(min_modules=2), st.data())
    def look(programme: Programme, data: st.DataObject) -> None:
        change = data.draw(strategies.changes(programme))
        try:
            change.apply(programme)
        except KompetanseError:
            made.append(False)
        else:
            made.append(True)

    look()
    assert sum(made) > len(made) / 2
