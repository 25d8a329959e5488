"""All that a page tells, asked once: the same as the verbs say, and nothing of what is held back."""

import datetime as dt
from collections.abc import Callable, Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.errors import InvalidValue, NoFramework, UnknownOrganisation
from kompetanse.forecasting import Forecaster, drivers
from kompetanse.model import (
    Answer,
    Assessment,
    Cohort,
    Gathering,
    Module,
    Organisation,
    Participation,
    PlanningRules,
    Programme,
    Timetable,
)
from kompetanse.planning import journey, with_public_holidays
from kompetanse.report import OVERVIEW_STEPS, Overview, OverviewProgress, overview
from kompetanse.scoring import advise, score, suppress
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario, compare

ON = dt.date(2023, 3, 13)
FEW = 4


def test_it_says_what_each_verb_says(
    whole: Overview,
    programme: Programme,
    assessments: tuple[Assessment, ...],
    participation: tuple[Participation, ...],
    scenarios: tuple[Scenario, ...],
) -> None:
    card, where = score(programme, assessments), journey(programme, on=ON, participation=participation)
    forecaster = Forecaster(card, participation, draws=100)
    assert whole.programme == programme
    assert whole.findings == check(with_public_holidays(programme))
    assert (whole.journey, whole.card) == (where, card)
    assert whole.advice == advise(programme, card, done=where.met)
    assert whole.projection is not None
    assert whole.projection.table() == forecaster(programme).table()
    assert whole.drivers == drivers(forecaster, programme)
    assert whole.comparison is not None
    assert whole.comparison.table() == compare(programme, scenarios, forecaster=forecaster).table()


def test_of_one_organisation_advice_and_drivers_are_its_own(
    whole: Overview, programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    one = overview(programme, on=ON, assessments=assessments, organisation="sokndal", draws=100)
    assert one.advice == tuple(each for each in whole.advice if each.organisation == "sokndal")
    assert one.advice
    assert one.card == whole.card
    forecaster = Forecaster(one.card, draws=100)
    assert one.drivers == drivers(forecaster, programme, organisation="sokndal")
    assert one.drivers != drivers(forecaster, programme)


def test_a_bare_programme_has_parts_that_are_empty() -> None:
    bare = overview(Programme("p"), on=ON)
    assert (bare.findings, bare.advice, bare.drivers, bare.participation) == ((), (), (), ())
    assert (bare.card, bare.projection, bare.comparison) == (None, None, None)
    assert bare.journey.stages == ()


@pytest.mark.parametrize(
    "without",
    [
        lambda one: attrs.evolve(one, organisations=(), cohorts=()),
        lambda one: attrs.evolve(one, timetable=Programme("p").timetable),
        lambda one: attrs.evolve(one, modules=[attrs.evolve(each, develops=()) for each in one.modules]),
    ],
    ids=["organisations", "timetable", "modules that develop"],
)
def test_nothing_is_forecast_where_nobody_could_gain(
    without: Callable[[Programme], Programme], programme: Programme, scenarios: tuple[Scenario, ...]
) -> None:
    found = overview(without(programme), on=ON, scenarios=scenarios, draws=100)
    assert (found.projection, found.drivers) == (None, ())
    assert found.comparison is not None
    assert found.comparison.base.forecaster is None


@given(strategies.designs())
@settings(max_examples=60)
def test_any_design_sound_or_not_is_told_of(design: Programme) -> None:
    found = overview(design, on=ON, scenarios=[Scenario("s")], draws=100)
    assert found.programme == design


@given(
    sizes=st.lists(st.integers(0, 6), min_size=2, max_size=5),
    seed=st.integers(0, 1000),
)
@settings(max_examples=10)
def test_nothing_hangs_on_what_is_held_back(sizes: list[int], seed: int, programme: Programme) -> None:
    """Whatever leaves the shown card as it is leaves all the rest as it is."""
    small = _network(programme, len(sizes))
    answers = _answers(small, sizes, seed)
    shown = suppress(score(small, [answers]), minimum=FEW)
    found = overview(small, on=ON, assessments=[answers], minimum=FEW, draws=100)
    assert found.card == shown
    assert found.advice == advise(small, shown, done=found.journey.met)
    assert found.projection is not None
    assert found.projection.table() == Forecaster(shown, draws=100)(small).table()
    held = {(one.organisation, one.node) for one in shown.scores if one.withheld}
    starts = zip(found.projection.organisations, found.projection.starts, strict=True)
    assert all(
        value is None
        for organisation, several in starts
        for dimension, value in zip(found.projection.dimensions, several, strict=True)
        if (organisation, dimension) in held
    )


def test_pages_side_by_side_tell_no_more_than_the_networks(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    network = overview(programme, on=ON, assessments=assessments, minimum=6, draws=100)
    assert network.card is not None
    assert any(one.withheld for one in network.card.scores)
    for organisation in ("sokndal", "kvitsøy"):
        own = overview(
            programme, on=ON, assessments=assessments, minimum=6, organisation=organisation, draws=100
        )
        assert own.card == network.card
        assert set(own.advice) <= set(network.advice)


def _network(programme: Programme, count: int) -> Programme:
    ids = [f"o{number}" for number in range(count)]
    cohort = attrs.evolve(programme.cohorts[0], members=tuple(ids))
    return attrs.evolve(
        programme, organisations=tuple(map(Organisation, ids)), cohorts=(cohort,), provenance=()
    )


def _answers(programme: Programme, sizes: Sequence[int], seed: int) -> Assessment:
    assert programme.framework is not None
    return Assessment(
        "2023-01",
        [
            Answer(one.id, f"r{respondent}", asked.id, 1 + (seed * (place + 3) * (respondent + 7)) % 5)
            for one, size in zip(programme.organisations, sizes, strict=True)
            for respondent in range(size)
            for place, asked in enumerate(programme.framework.indicators())
        ],
    )


def test_each_step_is_told_as_it_begins(programme: Programme) -> None:
    told: list[OverviewProgress] = []
    overview(programme, on=ON, draws=100, watch=told.append)
    assert tuple(one.step for one in told) == OVERVIEW_STEPS
    assert [(one.done, one.total) for one in told] == [(place, 7) for place in range(7)]


def test_what_does_not_fit_is_refused(programme: Programme, assessments: tuple[Assessment, ...]) -> None:
    with pytest.raises(UnknownOrganisation):
        overview(programme, on=ON, organisation="soknda")
    with pytest.raises(UnknownOrganisation):
        overview(Programme("p"), on=ON, participation=[Participation("tulip", "m", 1, 1)])
    with pytest.raises(NoFramework):
        overview(Programme("p", organisations=[Organisation("o")]), on=ON, assessments=assessments)
    with pytest.raises(InvalidValue):
        overview(programme, on="2023-03-13")  # type: ignore[arg-type]
    with pytest.raises(InvalidValue):
        overview(programme, on=ON, assessments=assessments, minimum=1)


def test_it_shows_itself_in_a_line(whole: Overview) -> None:
    assert repr(whole) == "<Overview rogaland: on 2023-03-13>"
    sokndal = attrs.evolve(whole, organisation="sokndal")
    assert repr(sokndal) == "<Overview rogaland: on 2023-03-13, organisation sokndal>"


def test_a_design_that_names_what_it_has_not_is_told_of() -> None:
    gatherings = [Gathering("m", "nowhere", ON), Gathering("tulip", "c", ON), Gathering("m", "c", ON)]
    faulty = Programme(
        "p",
        modules=[Module("m", requires=["tulip", "m"], develops=["d", "gone"]), Module("m")],
        order=["tulip", "m", "m"],
        organisations=[Organisation("o"), Organisation("o")],
        cohorts=[Cohort("c", members=["o", "stranger"]), Cohort("c", members=["o"])],
        timetable=Timetable(gatherings),
    )
    found = overview(faulty, on=ON, scenarios=[Scenario("s")], draws=100)
    assert found.findings
    assert found.projection is not None


def test_public_holidays_are_closed_where_the_planning_asks_for_them() -> None:
    gathering = Gathering("m", "c", dt.date(2023, 5, 17))
    for asked in (True, False):
        programme = Programme(
            "p",
            modules=[Module("m")],
            cohorts=[Cohort("c")],
            planning=PlanningRules(public_holidays=asked),
            timetable=Timetable([gathering]),
        )
        rules = {one.rule for one in overview(programme, on=ON).findings}
        assert ("closed-period" in rules) is asked


def test_a_cohort_without_members_gains_nothing_and_is_told_of() -> None:
    programme = Programme("p", modules=[Module("m", develops=["d"])], cohorts=[Cohort("c")])
    assert overview(programme, on=ON, draws=100).projection is None
