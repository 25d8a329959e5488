"""One design at a time: a known answer, spacing, the day, who counts, and what is refused."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from math import exp

import attrs
import numpy as np
import pytest

from kompetanse.forecasting import ASSUMED, Forecaster, Gain, assumptions_of, forecast
from kompetanse.model import (
    Assessment,
    Assumption,
    Cohort,
    Factor,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Participation,
    Phase,
    PlanningRules,
    Programme,
    Timetable,
)
from kompetanse.scoring import Score, ScoreCard, score, suppress

JANUARY = dt.date(2024, 1, 1)
FIXED = {
    Factor.EFFECT: 1.0, Factor.DEFLATION: 0.5, Factor.TRANSFER: 0.5, Factor.SPREAD: 40.0,
    Factor.SATURATION: 10.0, Factor.HALF_LIFE: 100.0, Factor.ATTENDED: 0.8, Factor.OWN_WORK: 0.5,
    Factor.START: 0.0, Factor.HORIZON: 100.0,
}  # fmt: skip


def certain(**otherwise: float) -> tuple[Assumption, ...]:
    named = {Factor[name.upper()]: value for name, value in otherwise.items()}
    return tuple(Assumption(factor, value) for factor, value in {**FIXED, **named}.items())


def taught(*days: int, follow_up: int = 20, **otherwise: float) -> Programme:
    """A module on each of some days, all alike, for one organisation; gatherings last from 9 to 15."""
    modules = [
        Module(f"m{n}", develops=("k",), preparation=Phase(7, 2), follow_up=Phase(follow_up, 2))
        for n in range(len(days))
    ]
    gatherings = [Gathering(f"m{n}", "c", JANUARY + dt.timedelta(one)) for n, one in enumerate(days)]
    return Programme(
        "p",
        modules=modules,
        organisations=(Organisation("o"),),
        cohorts=(Cohort("c", members=("o",)),),
        timetable=Timetable(gatherings),
        assumptions=certain(**otherwise),
    )


def test_the_gain_of_one_module_is_what_its_equation_says() -> None:
    used, forgotten = 2 ** -(100 / 100), 2 ** -(120 / 100)  # 20 days of follow-up, and 100 days after it
    hours = 0.8 * 6 * (0.5 * used + 0.5 * forgotten) + 0.5 * 4 * used
    expected = 40 * 1.0 * 0.5 * 0.5 * (1 - exp(-hours / 10))
    found = forecast(taught(0))
    assert found.on == JANUARY + dt.timedelta(days=120)
    told = found.gain()
    assert told == Gain(None, None, told.mean, told.low, told.high)
    assert (told.mean, told.low, told.high) == pytest.approx((expected,) * 3, abs=1e-12)


def test_participation_takes_the_place_of_what_is_assumed() -> None:
    seen = forecast(taught(0), participation=[Participation("o", "m0", 1.0, 0.0)])
    assert seen.gain().mean == pytest.approx(10 * (1 - exp(-6 * 2**-1.2 / 10)), abs=1e-12)
    half_known = forecast(taught(0, attended=1), participation=[Participation("o", "m0", None, 0.0)])
    assert half_known.gain() == seen.gain()
    for same in ((None, 0.5), (0.8, None), (0.8, 0.5)):
        told = forecast(taught(0), participation=[Participation("o", "m0", *same)]).gain()
        assert told.mean == pytest.approx(forecast(taught(0)).gain().mean, abs=1e-12)
    last = [Participation("o", "m0", 0.0, 0.0), Participation("o", "m0", 1.0, 0.0)]
    assert forecast(taught(0), participation=last).gain() == seen.gain()


def test_what_is_spread_out_and_kept_in_use_gives_more_than_all_at_once() -> None:
    day = JANUARY + dt.timedelta(days=300)
    at_once, spread_out = (forecast(taught(*days), on=day).gain().mean for days in ((0, 0, 0), (0, 60, 120)))
    refreshed = forecast(taught(0, 60, 120, follow_up=60), on=day).gain().mean
    assert at_once < spread_out < refreshed


def test_days_of_several_follow_ups_count_once() -> None:
    """The second module's follow-up, days 11 to 30, adds ten days to the first's twenty."""
    alone = forecast(taught(0, 10, own_work=1, attended=0), on=JANUARY + dt.timedelta(days=130))
    left = 2 ** -((130 - 30) / 100)
    assert alone.gain().mean == pytest.approx(10 * (1 - exp(-2 * 4 * left / 10)), abs=1e-12)


def test_a_gathering_counts_from_its_own_day_on() -> None:
    assert forecast(taught(5), on=JANUARY + dt.timedelta(days=4)).gain().mean == 0
    assert forecast(taught(5), on=JANUARY + dt.timedelta(days=5)).gain().mean > 0


def test_the_day_is_the_horizon_after_the_last_follow_up() -> None:
    assert forecast(taught(0, 50)).on == JANUARY + dt.timedelta(days=50 + 20 + 100)
    late = attrs.evolve(taught(0), timetable=Timetable((Gathering("m0", "c", dt.date(2199, 12, 1)),)))
    assert forecast(late).on == dt.date(2199, 12, 31)
    planned = Programme("p", planning=PlanningRules(start=JANUARY))
    assert forecast(planned).on == JANUARY
    assert Forecaster().dated(taught(0)).on == forecast(taught(0)).on


def test_a_ceiling_holds_where_the_start_is_known_or_assumed() -> None:
    assert forecast(taught(0, start=99)).gain().high == 1
    assert forecast(taught(0, start=100)).gain().high == 0


def test_a_harmful_effect_sinks_nobody_below_nothing() -> None:
    assert forecast(taught(0, effect=-1)).gain().mean == 0
    assert forecast(taught(0, effect=-1, start=1)).gain().mean == -1
    assert -5 < forecast(taught(0, effect=-1, start=50)).gain().mean < -1


def carded(value: float | None, *, withheld: bool = False) -> ScoreCard:
    scores = tuple(
        Score("o", wave, "k", value=one, coverage=1, low=None, high=None, error=None, respondents=5,
              level=None, target=None, gap=None, withheld=withheld)
        for wave, one in (("w1", 10.0), ("w2", value))
    )  # fmt: skip
    return ScoreCard(FRAMEWORK, ("o", "unknown"), ("w1", "w2"), scores, (), ())


FRAMEWORK = MaturityFramework("f", dimensions=(MaturityDimension("k", target=80),))
FRAMED = attrs.evolve(taught(0), framework=FRAMEWORK)


def test_the_last_wave_of_the_card_says_where_one_starts() -> None:
    assert forecast(FRAMED, card=carded(99.5)).gain().high == 0.5
    assert forecast(FRAMED, card=carded(None, withheld=True)).gain() == forecast(FRAMED).gain()
    empty = attrs.evolve(carded(99.5), waves=(), scores=())
    assert forecast(FRAMED, card=empty).gain() == forecast(FRAMED).gain()
    start, target = forecast(FRAMED, card=carded(99.5)).table().rows[-1][-2:]
    assert (start, target) == (99.5, 80)
    assert forecast(FRAMED).table().rows[-1][-2:] == (None, 80)
    assert forecast(FRAMED, card=carded(40)).start(None, "k") == 40
    two = attrs.evolve(FRAMED, organisations=(Organisation("o"), Organisation("not-on-it")))
    assert forecast(two, card=carded(40)).start(None, "k") is None


def test_a_start_off_the_scale_moves_nobody_the_wrong_way() -> None:
    assert forecast(FRAMED, card=carded(120)).gain() == Gain(None, None, 0, 0, 0)
    harmful = attrs.evolve(FRAMED, assumptions=certain(effect=-1))
    assert forecast(harmful, card=carded(-20)).gain() == Gain(None, None, 0, 0, 0)


def test_the_bundled_card_is_used_and_what_it_withholds_is_not(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    card = score(programme, assessments)
    starts = forecast(programme, card=card).starts
    assert all(one is not None for several in starts for one in several)
    held_back = forecast(programme, card=suppress(card, minimum=50)).starts
    assert all(one is None for several in held_back for one in several)


def test_the_programmes_own_assumptions_come_in_place_of_the_defaults() -> None:
    own = Assumption(Factor.TRANSFER, 0.1), Assumption(Factor.TRANSFER, 0.2)
    found = assumptions_of(Programme("p", assumptions=own))
    assert [one.factor for one in found] == [one.factor for one in ASSUMED] == list(Factor)
    assert [one for one in found if one not in ASSUMED] == [own[0]]
    assert {one.factor for one in ASSUMED if one.source} == {Factor.EFFECT, Factor.HALF_LIFE}


def test_a_wider_dimension_is_the_weighted_mean_of_those_below_it(programme: Programme) -> None:
    found = forecast(programme)
    assert sum(found.weights) == pytest.approx(1)
    assert programme.framework is not None
    whole, total = np.zeros(found.draws), sum(one.weight for one in programme.framework.dimensions)
    for dimension in programme.framework.dimensions:
        whole += found.drawn(None, dimension.id) * dimension.weight / total
    assert found.drawn() == pytest.approx(whole)
    means = [found.gain(one).mean for one in found.organisations]
    assert found.gain().mean == pytest.approx(sum(means) / len(means))


def test_what_differs_by_rounding_alone_is_the_same(programme: Programme) -> None:
    assert programme.framework is not None
    mirrored = attrs.evolve(programme.framework, dimensions=programme.framework.dimensions[::-1])
    was, now = forecast(programme), forecast(attrs.evolve(programme, framework=mirrored))
    assert not np.array_equal(was.drawn(), now.drawn())
    assert now.difference(was).same


def test_what_is_not_taught_and_who_is_alone_is_told() -> None:
    design = attrs.evolve(
        taught(0, 50),
        organisations=(Organisation("o"), Organisation("alone")),
        cohorts=(Cohort("c", members=("o",)), Cohort("empty", members=("nobody",))),
    )
    assert forecast(design).undated == ()
    assert forecast(design, on=JANUARY).undated == ("m1",)
    assert forecast(design).alone == ("alone",)
    assert forecast(design).gain("alone").high == 0


def test_one_seed_gives_the_same_bytes_in_another_process(programme: Programme) -> None:
    script = (
        "import hashlib; from kompetanse import bundled, read_programme; "
        "from kompetanse.forecasting import forecast; "
        "programme = read_programme(bundled() / 'programme.yaml'); "
        "print(hashlib.sha256(forecast(programme, seed=7).gains.tobytes()).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    here = forecast(programme, seed=7).gains
    assert told.stdout.strip() == hashlib.sha256(here.tobytes()).hexdigest()
    assert not np.array_equal(here, forecast(programme, seed=8).gains)
    assert not here.flags.writeable


def test_of_several_with_one_id_the_first_counts_and_a_ring_is_no_hindrance() -> None:
    clean = attrs.evolve(FRAMED, modules=[attrs.evolve(FRAMED.modules[0], requires=("m0",))])
    twice = MaturityDimension("twice", weight=9, dimensions=(MaturityDimension("k"),))
    messy = attrs.evolve(
        clean,
        modules=(*clean.modules, Module("m0", develops=("other",)), Module("m1", develops=("nothing",))),
        framework=attrs.evolve(FRAMEWORK, dimensions=(*FRAMEWORK.dimensions, twice)),
        organisations=clean.organisations * 2,
        cohorts=(*clean.cohorts, Cohort("c", members=("o", "o", "nobody")), Cohort("d", members=("o",))),
        timetable=Timetable(
            (
                *clean.timetable.gatherings,
                Gathering("m0", "c", JANUARY + dt.timedelta(30)),
                Gathering("m0", "d", JANUARY),
                Gathering("nothing", "c", JANUARY),
            )
        ),
    )
    found = forecast(messy)
    assert np.array_equal(found.gains, forecast(clean).gains)
    assert (found.on, found.organisations, found.dimensions) == (forecast(clean).on, ("o",), ("k",))
    assert found.gain("o", "twice").high == 0
