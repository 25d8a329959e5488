"""How fast a forecast is: one of 1,000 draws, and a whole variant of a design with timetable and forecast.

By hand, in an environment with the extra ``bench``:

    python -m pytest tests/benchmarks/bench_forecast.py -o "python_functions=bench_*"

Nothing here is collected by a plain ``pytest``.
"""

import datetime as dt
from typing import Any

import attrs
import pytest

from kompetanse.forecasting import Forecaster, drivers, forecast
from kompetanse.model import (
    Cohort,
    Drop,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Participation,
    Phase,
    PlanningRules,
    Programme,
)
from kompetanse.planning import first_fit
from kompetanse.whatif import Scenario
from kompetanse.whatif.designs import Designs

pytestmark = pytest.mark.filterwarnings("ignore")

ORGANISATIONS, LEAVES, MODULES, COHORTS, DRAWS = 23, 4, 16, 3, 1000
GROUP = "1,000 draws x 23 organisations x 4 dimensions x 16 modules x 3 cohorts"


@pytest.fixture(scope="module")
def programme() -> Programme:
    """Each module develops one or two of the dimensions, and needs the one before it."""
    modules = [
        Module(
            f"m{number:02}",
            requires=[f"m{number - 1:02}"] if number else (),
            develops=[f"d{(number + part) % LEAVES}" for part in range(1 + number % 2)],
            preparation=Phase(14, 6),
            follow_up=Phase(21, 8),
        )
        for number in range(MODULES)
    ]
    ids = [f"o{number:02}" for number in range(ORGANISATIONS)]
    base = Programme(
        "p",
        modules=modules,
        order=[one.id for one in modules],
        framework=MaturityFramework("f", dimensions=[MaturityDimension(f"d{one}") for one in range(LEAVES)]),
        organisations=[Organisation(one, leaders=6) for one in ids],
        cohorts=[Cohort(f"c{one}", members=ids[one::COHORTS]) for one in range(COHORTS)],
        planning=PlanningRules(dt.date(2024, 1, 1), dt.date(2027, 1, 1)),
    )
    return attrs.evolve(base, timetable=first_fit(base))


@pytest.mark.benchmark(group=GROUP)
def bench_a_forecast(benchmark: Any, programme: Programme) -> None:
    projection = benchmark(Forecaster(draws=DRAWS).dated(programme), programme)
    assert projection.gains.shape == (ORGANISATIONS, LEAVES, DRAWS)
    assert projection.gain().low > 0


@pytest.mark.benchmark(group=GROUP)
def bench_a_forecast_with_participation_of_half_of_them(benchmark: Any, programme: Programme) -> None:
    reported = [
        Participation(one.id, module.id, 0.8, 0.5)
        for one in programme.organisations[::2]
        for module in programme.modules
    ]
    forecaster = Forecaster(participation=reported, draws=DRAWS).dated(programme)
    assert benchmark(forecaster, programme).gain().low > 0


@pytest.mark.benchmark(group=GROUP)
def bench_a_variant_planned_anew_and_forecast(benchmark: Any, programme: Programme) -> None:
    designs = Designs.of("bench", programme, first_fit, Forecaster(draws=DRAWS))
    assert designs.base.projection is not None
    numbers = iter(range(10**9))

    def variant() -> float:
        dropped = f"m{next(numbers) % MODULES:02}"
        outcome = designs.outcome(Scenario("s", changes=(Drop(dropped),)))
        gain = outcome.difference.gain if outcome.difference else None
        return gain.mean if gain else 0.0

    assert benchmark(variant) != 0


@pytest.mark.benchmark(group="which assumption drives it, 1,000 draws")
def bench_drivers(benchmark: Any, programme: Programme) -> None:
    other = programme.without("m03")
    assert benchmark(drivers, Forecaster(draws=DRAWS), other, programme)


@pytest.mark.benchmark(group="the first of all, with its draws")
def bench_the_first_forecast(benchmark: Any, programme: Programme) -> None:
    seeds = iter(range(10**9))
    projection = benchmark(lambda: forecast(programme, seed=next(seeds)))
    assert projection.gain().low > 0
