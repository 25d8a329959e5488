"""What is held back moves nothing: two organisations of few may swap their answers, and no page tells.

All that a page holds, its numbers, bars, marks, order and words, then hangs on what may be shown alone.
"""

from datetime import date

import attrs
import numpy as np
import pytest

from kompetanse.model import Answer, Assessment, Cohort, Organisation, Programme, Timetable
from kompetanse.report import Overview, overview, page, workbook
from kompetanse.scoring import score
from kompetanse.whatif import Scenario

ON = date(2023, 3, 13)
SIZES = {"o0": 2, "o1": 2, "o2": 5, "o3": 6, "o4": 7, "o5": 9}
"""How many answer in each; the first two are few whatever the minimum, and stand first.

Sums that begin with them are the same to the last digit whichever is added to the other.
"""
SWAPPED = {"o0": "o1", "o1": "o0"}


@pytest.fixture(scope="module")
def small(programme: Programme) -> Programme:
    cohort = Cohort("nord", members=tuple(SIZES))
    held = tuple(one for one in programme.timetable.gatherings if one.cohort == "nord")
    return attrs.evolve(
        programme,
        organisations=tuple(map(Organisation, SIZES)),
        cohorts=(cohort,),
        timetable=Timetable(held),
        provenance=(),
    )


def waves(programme: Programme, *, swapped: bool) -> list[Assessment]:
    """Give two waves of answers; in both, the first two organisations may have swapped theirs."""
    assert programme.framework is not None
    random = np.random.default_rng(7)
    asked = tuple(programme.framework.indicators())
    names = SWAPPED if swapped else {}
    told: list[Assessment] = []
    for wave, least in (("2022", 1), ("2023", 2)):
        answers = [
            Answer(names.get(who, who), f"r{one}", each.id, int(random.integers(least, 6)))
            for who, size in SIZES.items()
            for one in range(size)
            for each in asked
        ]
        told.append(Assessment(wave, answers))
    return told


def told_of(
    programme: Programme, scenarios: tuple[Scenario, ...], subject: str | None, minimum: int
) -> list[Overview]:
    return [
        overview(
            programme,
            on=ON,
            assessments=waves(programme, swapped=swapped),
            scenarios=scenarios,
            organisation=subject,
            minimum=minimum,
            draws=100,
        )
        for swapped in (False, True)
    ]


@pytest.mark.parametrize("subject", [None, "o0", "o5"])
def test_no_page_tells_which_of_two_that_are_held_back_answered_what(
    small: Programme, scenarios: tuple[Scenario, ...], subject: str | None
) -> None:
    one, other = told_of(small, scenarios[:1], subject, 5)
    assert one.card == other.card
    assert page(one, "nb") == page(other, "nb")
    assert score(small, waves(small, swapped=True)) != score(small, waves(small, swapped=False))


@pytest.mark.parametrize("minimum", [3, 12])
def test_no_sheet_tells_it_either(small: Programme, minimum: int) -> None:
    one, other = told_of(small, (), None, minimum)
    assert workbook(one, "en") == workbook(other, "en")
