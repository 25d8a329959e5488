"""What stands in the way alone, what is said twice, and what changed."""

from itertools import product

from hypothesis import given, settings

from kompetanse.graph import ChangedPrerequisite, DependencyGraph
from kompetanse.model import AnyOf, Module, Prerequisite, PrerequisiteKind, Programme, Unrequire
from kompetanse.testing.strategies import designs

TOGETHER = PrerequisiteKind.TOGETHER


def every(programme: Programme) -> list[Unrequire]:
    """Every change that takes out one binding prerequisite, or one group."""
    changes = [
        *(
            Unrequire(it.id, one.module)
            for it in programme.modules
            for one in it.requires
            if one.kind.binding
        ),
        *(Unrequire(it.id, group) for it in programme.modules for group in it.any_of),
    ]
    return list(dict.fromkeys(changes))


@settings(max_examples=600)
@given(designs(groups=True))
def test_repairs_are_every_single_change_that_repairs(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    found = set(graph.repairs())
    works = {one for one in every(programme) if DependencyGraph(one.apply(programme)).is_satisfiable()}
    assert found == (set() if graph.is_satisfiable() else works)


def test_what_is_stuck_is_freed_by_a_prerequisite_or_by_a_group() -> None:
    group = AnyOf(("b", "c"))
    modules = (
        Module("a", any_of=(group,)),
        Module("b", requires=("a",)),
        Module("c", requires=("b",)),
        Module("d"),
    )
    graph = DependencyGraph(Programme("p", modules=modules))
    assert graph.stuck() == {"a", "b", "c"}
    assert set(graph.repairs()) == {Unrequire("a", group), Unrequire("b", "a"), Unrequire("c", "b")}


def test_two_rings_apart_have_no_single_repair() -> None:
    modules = [Module(one, requires=(other,)) for one, other in ("ab", "ba", "cd", "dc")]
    assert DependencyGraph(Programme("p", modules=modules)).repairs() == ()


def test_mutual_and_strict_corequisites_are_no_ring() -> None:
    both = PrerequisiteKind.BEFORE_OR_TOGETHER
    modules = (
        Module("a", requires=(Prerequisite("b", both),)),
        Module("b", requires=(Prerequisite("a", both), Prerequisite("c", TOGETHER))),
        Module("c", requires=(Prerequisite("b", TOGETHER),)),
    )
    graph = DependencyGraph(Programme("p", modules=modules))
    assert (graph.rings(), graph.repairs(), graph.blocks) == ((), (), (("a", "b", "c"),))


DAYS = range(4)


def timetables(programme: Programme) -> set[tuple[int, ...]]:
    """Every way to put the modules on a few days that keeps to everything."""
    ids = programme.teaching_order
    return {
        days
        for days in product(DAYS, repeat=len(ids))
        if all(keeps(module, dict(zip(ids, days, strict=True))) for module in programme.modules)
    }


def keeps(module: Module, day: dict[str, int]) -> bool:
    return all(_kept(one, module.id, day) for one in module.requires) and all(
        any(_kept(option, module.id, day) for option in group.options) for group in module.any_of
    )


def _kept(one: Prerequisite, module: str, day: dict[str, int]) -> bool:
    gap = day[module] - day[one.module]
    match one.kind:
        case PrerequisiteKind.BEFORE:
            return gap >= max(1, one.lag)
        case PrerequisiteKind.BEFORE_OR_TOGETHER:
            return gap >= one.lag
        case PrerequisiteKind.TOGETHER:
            return gap == 0 >= one.lag
        case _:
            return True


@settings(max_examples=600)
@given(designs(groups=True))
def test_removing_a_redundant_prerequisite_changes_no_timetable(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    if not graph.is_satisfiable() or len(programme.modules) > 5:
        return
    base = timetables(programme)
    for change in graph.redundant():
        assert timetables(change.apply(programme)) == base


@given(designs())
def test_without_groups_every_prerequisite_that_changes_no_timetable_is_redundant(
    programme: Programme,
) -> None:
    graph = DependencyGraph(programme)
    if not graph.is_satisfiable() or len(programme.modules) > 4:
        return
    base = timetables(programme)
    if not base or any(one.lag > 1 for it in programme.modules for one in it.requires):
        return  # a few days do not show what longer lags do
    found = graph.redundant()
    for change in set(every(programme)).difference(found):
        assert timetables(change.apply(programme)) != base


def test_a_lag_that_no_chain_is_as_long_as_is_not_redundant() -> None:
    modules = (
        Module("a"),
        Module("b", requires=("a",)),
        Module("c", requires=("b", Prerequisite("a", lag=2))),
    )
    programme = Programme("p", modules=modules)
    assert DependencyGraph(programme).redundant() == (Unrequire("c", "a"),)
    longer = programme.with_prerequisite("c", Prerequisite("a", lag=3))
    assert DependencyGraph(longer).redundant() == ()


def test_a_difference_tells_what_was_added_dropped_and_changed_and_what_that_does() -> None:
    modules = (Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",)))
    was = Programme("p", modules=modules)
    now = was.with_prerequisite("b", Prerequisite("a", lag=7)).with_module(Module("d", requires=("c",)))
    told = DependencyGraph(was).difference(DependencyGraph(now))
    assert (told.added, told.dropped) == (("d",), ())
    assert told.prerequisites == (
        ChangedPrerequisite("b", (Prerequisite("a"),), (Prerequisite("a", lag=7),)),
    )
    assert told.metrics is not None
    assert [(one.module, one.blocking, one.delay) for one in told.metrics] == [
        ("a", 1, 1),
        ("b", 1, 1),
        ("c", 1, 1),
    ]
    assert told.total is not None
    assert (told.total.blocking, told.total.delay) == (3, 3 + 4)


@given(designs(groups=True))
def test_a_design_does_not_differ_from_itself(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    told = graph.difference(DependencyGraph(programme))
    assert (told.added, told.dropped, told.prerequisites) == ((), (), ())
    assert all(one.complexity == one.centrality == 0 for one in told.metrics or ())


def test_an_option_in_the_modules_own_block_is_no_choice_and_may_leave_a_group_redundant() -> None:
    group = AnyOf(("c", "b"))
    modules = (
        Module("a", requires=(Prerequisite("b", TOGETHER),), any_of=(group,)),
        Module("b", requires=("c",)),
        Module("c"),
    )
    found = DependencyGraph(Programme("p", modules=modules)).redundant()
    assert set(found) == {Unrequire("a", group), Unrequire("b", "c")}
