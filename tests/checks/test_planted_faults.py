import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.checks import RULES, check
from kompetanse.model import (
    AnyOf,
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Finding,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    ModuleOrder,
    NotBefore,
    Organisation,
    Phase,
    Pin,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Session,
    Timetable,
    Venue,
)
from kompetanse.testing import strategies

DAY = dt.timedelta(days=1)
BINDING = (PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER, PrerequisiteKind.TOGETHER)
RECOMMENDED = PrerequisiteKind.RECOMMENDED
Planter = Callable[[st.DrawFn, Programme], tuple[Programme, str]]
"""Plants a fault into a programme, and says at which place."""


def with_modules(programme: Programme, *modules: Module) -> Programme:
    for module in modules:
        programme = programme.with_module(module)
    return programme


def met(programme: Programme, *days: tuple[str, dt.date]) -> Programme:
    """The programme with a new cohort, which takes modules on these days."""
    timetable = Timetable(
        (*programme.timetable.gatherings, *(Gathering(module, "ny", day) for module, day in days))
    )
    return attrs.evolve(programme, cohorts=(*programme.cohorts, Cohort("ny")), timetable=timetable)


def a_day(draw: st.DrawFn) -> dt.date:
    return draw(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)))


def unknown_id(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    module = draw(st.sampled_from(programme.modules))
    requires = (*module.requires, Prerequisite("ukjent", draw(st.sampled_from(list(PrerequisiteKind)))))
    planted = programme.with_module(attrs.evolve(module, requires=requires))
    return planted, f"modules/{module.id}/requires/{len(module.requires)}"


def duplicate_id(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    module = draw(st.sampled_from(programme.modules))
    return attrs.evolve(programme, modules=(*programme.modules, module)), f"modules/{module.id}[2]"


def duplicate_prerequisite(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    prerequisite = st.builds(
        Prerequisite, st.just("ny1"), st.sampled_from(list(PrerequisiteKind)), st.integers(0, 3)
    )
    planted = Module("ny2", requires=(draw(prerequisite), draw(prerequisite)))
    return with_modules(programme, Module("ny1"), planted), "modules/ny2/requires/1"


def ring(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    one, other = Module("0ny1", requires=("0ny2",)), Module("0ny2", requires=("0ny1",))
    del draw
    return with_modules(programme, one, other), "modules/0ny2/requires/0"


def against(kind: PrerequisiteKind, between: bool) -> Planter:  # noqa: FBT001  # a table of kinds reads it
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        later = Module("ny2", requires=(Prerequisite("ny1", kind),))
        planted = with_modules(programme, Module("ny1"), later)
        rest = draw(st.permutations([one.id for one in programme.modules]))
        order = ("ny2", *rest, "ny1") if between else (*rest, "ny2", "ny1")
        return attrs.evolve(planted, order=order), "modules/ny2/requires/0"

    return plant


def early(kind: PrerequisiteKind) -> Planter:
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        lag = 0 if kind is PrerequisiteKind.TOGETHER else draw(st.integers(0, 30))
        later = Module("ny2", requires=(Prerequisite("ny1", kind, lag),))
        day = a_day(draw)
        ahead = draw(st.integers(1 - lag, 400))
        planted = met(with_modules(programme, Module("ny1"), later), ("ny1", day), ("ny2", day - DAY * ahead))
        return planted, "timetable/gatherings/ny2/ny"

    return plant


def unknown_option(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    module = draw(st.sampled_from(programme.modules))
    any_of = (*module.any_of, AnyOf(draw(st.permutations(("ukjent", "0ny1")))))
    planted = with_modules(programme, Module("0ny1"), attrs.evolve(module, any_of=any_of))
    place = any_of[-1].modules.index("ukjent")
    return planted, f"modules/{module.id}/any_of/{len(module.any_of)}/{place}"


def stuck(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    ids = ("0ny1", "0ny2", "0ny3")
    groups = st.lists(st.sampled_from(ids), min_size=1, unique=True).map(AnyOf)
    planted = with_modules(programme, *(Module(one, any_of=(draw(groups),)) for one in ids))
    return attrs.evolve(planted, order=ids), "modules/0ny1"


def any_of_order(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    ids = draw(st.lists(st.sampled_from(("ny2", "ny3", "ny4")), min_size=1, unique=True))
    planted = with_modules(programme, *map(Module, ids), Module("ny1", any_of=(AnyOf(ids),)))
    rest = draw(st.permutations([one.id for one in programme.modules]))
    return attrs.evolve(planted, order=("ny1", *rest, *ids)), "modules/ny1/any_of/0"


def any_of_early(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    ids = draw(st.lists(st.sampled_from(("ny2", "ny3", "ny4")), min_size=1, unique=True))
    lags = [draw(st.integers(0, 30)) for _ in ids]
    options = [Prerequisite(id_, lag=lag) for id_, lag in zip(ids, lags, strict=True)]
    planted = with_modules(programme, *map(Module, ids), Module("ny1", any_of=(AnyOf(options),)))
    day = a_day(draw)
    days = [
        (id_, day + DAY * draw(st.integers(1 - max(1, lag), 400))) for id_, lag in zip(ids, lags, strict=True)
    ]
    met_for = draw(st.lists(st.sampled_from(days), min_size=1, unique=True))
    return met(planted, ("ny1", day), *met_for), "timetable/gatherings/ny1/ny"


def phases_overlap(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    apart = draw(st.integers(1, 60))
    after = draw(st.integers(0, apart))
    modules = Module("ny1", follow_up=Phase(after)), Module("ny2", preparation=Phase(apart - after))
    day = a_day(draw)
    planted = met(with_modules(programme, *modules), ("ny2", day + DAY * apart), ("ny1", day))
    return planted, "timetable/gatherings/ny2/ny"


def same_day(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day = a_day(draw)
    programme = attrs.evolve(programme, order=programme.teaching_order)
    planted = met(with_modules(programme, Module("ny1"), Module("ny2")), ("ny2", day), ("ny1", day))
    return planted, "timetable/gatherings/ny2/ny"


def weekend(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day = dt.date(2023, 4, 1) + DAY * 7 * draw(st.integers(0, 99)) + DAY * draw(st.integers(0, 1))
    return met(with_modules(programme, Module("ny1")), ("ny1", day)), "timetable/gatherings/ny1/ny"


def closed_period(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day = a_day(draw)
    before, after = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    planted = met(with_modules(programme, Module("ny1")), ("ny1", day))
    closed = (*planted.closed, ClosedPeriod(day - DAY * before, day + DAY * after, "Fri"))
    return attrs.evolve(planted, closed=closed), "timetable/gatherings/ny1/ny"


def ruled(programme: Programme, **rules: Any) -> Programme:  # noqa: ANN401  # fields of several kinds
    return attrs.evolve(programme, planning=PlanningRules(**rules))


NY1, NY2 = "timetable/gatherings/ny1/ny", "timetable/gatherings/ny2/ny"


def outside(end: bool) -> Planter:  # noqa: FBT001  # a table of two reads it
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        day, before, after = a_day(draw), draw(st.integers(0, 30)), draw(st.integers(0, 30))
        module = Module("ny1", preparation=Phase(before), follow_up=Phase(after))
        planted = met(with_modules(programme, module), ("ny1", day))
        by = draw(st.integers(1, 60))
        limit = {"end": day + DAY * (after - by)} if end else {"start": day + DAY * (by - before)}
        return ruled(planted, **limit), NY1

    return plant


def deadline_missed(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day, after = a_day(draw), draw(st.integers(0, 30))
    planted = met(with_modules(programme, Module("ny1", follow_up=Phase(after))), ("ny1", day))
    by = day + DAY * (after - draw(st.integers(1, 60)))
    return ruled(planted, deadlines=(Deadline("ny1", by, draw(st.sampled_from((None, "ny")))),)), NY1


def not_before(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day = a_day(draw)
    planted = met(with_modules(programme, Module("ny1")), ("ny1", day))
    earliest = day + DAY * draw(st.integers(1, 60))
    return ruled(planted, not_before=(NotBefore("ny1", earliest, draw(st.sampled_from((None, "ny")))),)), NY1


def not_on_pin(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    day = a_day(draw)
    planted = met(with_modules(programme, Module("ny1")), ("ny1", day))
    return ruled(planted, pins=(Pin("ny1", "ny", day + DAY * draw(st.sampled_from((-30, -1, 1, 30)))),)), NY1


def off_days(key: str) -> Planter:
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        day, before, after = a_day(draw), draw(st.integers(0, 9)), draw(st.integers(0, 9))
        planted = met(with_modules(programme, Module("ny1")), ("ny1", day))
        period = ClosedPeriod(day - DAY * before, day + DAY * after, "Fri")
        *others, own = planted.cohorts
        own = attrs.evolve(own, closed=(period,)) if key == "closed" else attrs.evolve(own, avoid=(period,))
        return attrs.evolve(planted, cohorts=(*others, own)), NY1

    return plant


def gap(least: bool) -> Planter:  # noqa: FBT001  # a table of two reads it
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        day, apart = a_day(draw), draw(st.integers(2, 60))
        planted = met(
            with_modules(programme, Module("ny1"), Module("ny2")), ("ny2", day + DAY * apart), ("ny1", day)
        )
        more = draw(st.integers(1, apart - 1))
        return ruled(planted, **({"min_gap": apart + more} if least else {"max_gap": apart - more})), NY2

    return plant


def two_orders(order: ModuleOrder) -> Planter:
    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        day, apart = a_day(draw), draw(st.integers(1, 60))
        bare = attrs.evolve(programme, timetable=Timetable(), order=programme.teaching_order)
        planted = met(
            with_modules(bare, Module("ny1"), Module("ny2")), ("ny1", day + DAY * apart), ("ny2", day)
        )
        ahead = Gathering("ny1", "ny0", day), Gathering("ny2", "ny0", day + DAY * draw(st.integers(1, 60)))
        timetable = Timetable((*planted.timetable.gatherings, *ahead))
        cohorts = (Cohort("ny0"), *planted.cohorts)
        planted = attrs.evolve(planted, timetable=timetable, cohorts=cohorts)
        return ruled(planted, order=order, min_gap=1), NY1

    return plant


def beside(days: st.SearchStrategy[int], **rules: Any) -> Planter:  # noqa: ANN401  # fields of several kinds
    """Two cohorts meet for one module, the second a little later."""

    def plant(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
        monday = dt.date(2023, 4, 3) + DAY * 7 * draw(st.integers(0, 99))
        bare = attrs.evolve(programme, timetable=Timetable())
        planted = met(with_modules(bare, Module("ny1")), ("ny1", monday + DAY * draw(days)))
        first = Gathering("ny1", "ny0", monday)
        timetable = Timetable((*planted.timetable.gatherings, first))
        cohorts = (Cohort("ny0"), *planted.cohorts)
        planted = attrs.evolve(planted, timetable=timetable, cohorts=cohorts)
        return ruled(planted, order=draw(st.sampled_from(ModuleOrder)), **rules), NY1

    return plant


def sessions_overlap(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    start = draw(st.integers(10, 12))
    one = Session(dt.time(9), dt.time(13), "A")
    other = Session(dt.time(start), dt.time(start + draw(st.integers(1, 4))), "B")
    return with_modules(programme, Module("ny1", sessions=(other, one))), "modules/ny1/sessions/0"


def session_outside_day(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    start = draw(st.sampled_from((8, 15)))
    session = Session(dt.time(start), dt.time(start + 1), "A")
    planted = met(with_modules(programme, Module("ny1", sessions=(session,))), ("ny1", a_day(draw)))
    return planted, "timetable/gatherings/ny1/ny"


def no_gathering(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    return met(with_modules(programme, Module("ny1")), (programme.modules[0].id, a_day(draw))), "cohorts/ny"


def no_cohort(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    organisations = draw(st.permutations((*programme.organisations, Organisation("ny"))))
    planted = attrs.evolve(programme, organisations=organisations, cohorts=(*programme.cohorts, Cohort("ny")))
    return planted, "organisations/ny"


def two_cohorts(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    organisations = draw(st.permutations((*programme.organisations, Organisation("ny"))))
    cohorts = (Cohort("ny1", members=("ny",)), *programme.cohorts, Cohort("ny2", members=("ny",)))
    planted = attrs.evolve(programme, organisations=organisations, cohorts=cohorts)
    return planted, "cohorts/ny2/members/0"


def framework_of(programme: Programme) -> MaturityFramework:
    return programme.framework or MaturityFramework("ny0")


def develops_nothing(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    del draw
    return attrs.evolve(
        with_modules(programme, Module("ny1")), framework=framework_of(programme)
    ), "modules/ny1"


def undeveloped(draw: st.DrawFn, programme: Programme) -> tuple[Programme, str]:
    framework = framework_of(programme)
    dimensions = draw(st.permutations((*framework.dimensions, MaturityDimension("ny1"))))
    planted = attrs.evolve(programme, framework=attrs.evolve(framework, dimensions=dimensions))
    return planted, "framework/dimensions/ny1"


PLANTERS: list[tuple[str, Planter]] = [
    ("unknown-id", unknown_id),
    ("unknown-id", unknown_option),
    ("duplicate-id", duplicate_id),
    ("duplicate-prerequisite", duplicate_prerequisite),
    ("ring", ring),
    ("stuck", stuck),
    *(("teaching-order", against(kind, between=True)) for kind in BINDING),
    ("teaching-order", against(PrerequisiteKind.BEFORE, between=False)),
    ("any-of-order", any_of_order),
    ("recommended-not-met", against(RECOMMENDED, between=True)),
    *(("gathering-too-early", early(kind)) for kind in BINDING),
    ("any-of-too-early", any_of_early),
    ("recommended-too-early", early(RECOMMENDED)),
    ("phases-overlap", phases_overlap),
    ("same-day", same_day),
    ("weekend", weekend),
    ("closed-period", closed_period),
    ("before-start", outside(end=False)),
    ("after-end", outside(end=True)),
    ("deadline-missed", deadline_missed),
    ("not-before", not_before),
    ("not-on-pin", not_on_pin),
    ("cohort-closed", off_days("closed")),
    ("day-to-avoid", off_days("avoid")),
    ("gap-too-short", gap(least=True)),
    ("gap-too-long", gap(least=False)),
    ("against-stated-order", two_orders(ModuleOrder.STATED)),
    ("orders-differ", two_orders(ModuleOrder.SHARED)),
    ("not-in-one-week", beside(st.integers(7, 30), same_week=True)),
    ("not-within-days", beside(st.integers(3, 30), within_days=3)),
    ("shared-day", beside(st.just(0), own_day=True)),
    ("too-few-facilitators", beside(st.just(0), facilitators=(Facilitator("kari"),))),
    ("too-few-facilitators", beside(st.integers(0, 9), facilitators=(Facilitator("ola", modules=("x",)),))),
    ("too-few-venues", beside(st.just(0), venues=(Venue("sola"),))),
    ("sessions-overlap", sessions_overlap),
    ("session-outside-day", session_outside_day),
    ("no-gathering", no_gathering),
    ("no-cohort", no_cohort),
    ("two-cohorts", two_cohorts),
    ("develops-nothing", develops_nothing),
    ("undeveloped", undeveloped),
]


@st.composite
def planted(draw: st.DrawFn, plant: Planter) -> tuple[Programme, str]:
    """A sound programme with a fault planted into it, and the fault's place."""
    return plant(draw, draw(strategies.programmes(max_modules=3, max_cohorts=2)))


def assert_remedies_hold(programme: Programme, findings: tuple[Finding, ...]) -> None:
    """Every remedy, applied alone, removes its finding."""
    for finding in findings:
        for remedy in finding.remedies:
            left = {(one.rule, one.place, one.details) for one in check(remedy.apply(programme))}
            assert (finding.rule, finding.place, finding.details) not in left, (finding, remedy)


def test_a_fault_is_planted_for_every_rule() -> None:
    assert {rule for rule, _ in PLANTERS} == {rule.key for rule in RULES}


@pytest.mark.parametrize(("rule", "plant"), PLANTERS, ids=[rule for rule, _ in PLANTERS])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_check_finds_every_planted_fault_and_every_remedy_removes_it(
    rule: str, plant: Planter, data: st.DataObject
) -> None:
    programme, place = data.draw(planted(plant))
    findings = check(programme)
    assert place in [one.place for one in findings if one.rule == rule]
    assert_remedies_hold(programme, findings)
