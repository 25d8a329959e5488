"""The picture of the timetable: every gathering a mark, every phase at home a bar, no two on one another."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from kompetanse.errors import InvalidValue, UnknownCohort
from kompetanse.model import (
    ClosedPeriod,
    Cohort,
    Gathering,
    Language,
    Module,
    Phase,
    Programme,
    Timetable,
)
from kompetanse.report.plots import plot_timetable, timetable_picture
from kompetanse.report.plots.canvas import HIGHEST
from kompetanse.report.plots.timetable.rows import Months, groups_of
from kompetanse.testing import strategies

AsKept = Callable[[Axes, str], None]
ON = dt.date(2023, 3, 13)


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_bundled_case_is_drawn_as_it_was_looked_at(
    programme: Programme, lang: Language, as_kept: AsKept
) -> None:
    as_kept(plot_timetable(programme, on=ON, lang=lang), f"timetable-{lang}")


def test_one_cohort_alone_has_its_overlaps_and_its_own_closed_days(
    programme: Programme, as_kept: AsKept
) -> None:
    longer = [attrs.evolve(one, follow_up=Phase(110)) for one in programme.modules]
    away = ClosedPeriod(dt.date(2023, 4, 20), dt.date(2023, 5, 10), "Flytting")
    cohorts = [attrs.evolve(one, closed=(away,)) for one in programme.cohorts]
    changed = attrs.evolve(programme, modules=longer, cohorts=cohorts)
    assert len(groups_of(changed, "sør")[0].lanes) == 2
    as_kept(plot_timetable(changed, cohort="sør", on=dt.date(2030, 1, 1), lang="nb"), "timetable-one")


def test_modules_that_share_a_day_stand_in_two_lanes() -> None:
    first, then = dt.date(2023, 3, 1), dt.date(2023, 3, 8)
    for days, lanes in ((7, 2), (6, 1)):
        modules = Module("a", follow_up=Phase(days)), Module("b")
        held = Timetable((Gathering("a", "nord", first), Gathering("b", "nord", then)))
        assert len(groups_of(Programme("p", modules=modules, timetable=held), None)[0].lanes) == lanes


@given(programme=strategies.programmes(max_modules=6))
def test_every_gathering_stands_in_one_lane_and_no_two_in_a_lane_overlap(programme: Programme) -> None:
    groups = groups_of(programme, None)
    taken = sorted((group.cohort, one.module, one.gathering) for group in groups for one in group.taken)
    assert taken == sorted((one.cohort, one.module, one.date) for one in programme.timetable.gatherings)
    for group in groups:
        for lane in group.lanes:
            assert all(one.end < other.start for one, other in pairwise(lane))


@settings(max_examples=15)
@given(programme=strategies.programmes(max_modules=6))
def test_the_bars_are_the_phases_to_the_day(programme: Programme) -> None:
    ax = plot_timetable(programme)
    hatched = [one for one in ax.patches if isinstance(one, Rectangle) and one.get_hatch() in ("////", "---")]
    modules = {one.id: one for one in programme.modules}
    spans = [(one.date, *modules[one.module].span(one.date)) for one in programme.timetable.gatherings]
    expected = sorted(
        days for met, start, end in spans for days in ((met - start).days, (end - met).days) if days
    )
    assert sorted(round(one.get_width()) for one in hatched) == expected
    plt.close("all")


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-01-15", "2023-02-01"), ("1900-01-01", "2199-12-31"), ("2022-11-01", "2024-02-29")],
)
def test_months_are_thinned_to_what_can_be_read(start: str, end: str) -> None:
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    firsts = Months.of(first, last, 14).firsts
    assert 1 <= len(firsts) <= 14
    assert all(first <= one <= last and one.day == 1 for one in firsts)
    assert Months.of(last, last, 14).firsts == (last,)


def test_a_date_far_away_does_not_squeeze_the_timetable(programme: Programme) -> None:
    near, far = plot_timetable(programme, on=ON), plot_timetable(programme, on=dt.date(2099, 1, 1))
    assert near.get_xlim() == far.get_xlim()
    assert "1 January 2099 →" in [one.get_text() for one in far.texts]
    assert not [one for one in far.lines if one.get_linestyle() == "--"]
    dashed = [one for one in near.lines if one.get_linestyle() == "--"]
    assert [list(one.get_xdata(orig=False)) for one in dashed] == [[ON.toordinal() + 0.5] * 2]  # type: ignore[arg-type]  # an array


def test_hundreds_of_cohorts_keep_within_bounds() -> None:
    cohorts = [Cohort(f"c{n}") for n in range(400)]
    days = [Gathering("a", one.id, dt.date(2023, 1, 1)) for one in cohorts]
    picture = timetable_picture(
        Programme("p", modules=(Module("a"),), cohorts=cohorts, timetable=Timetable(tuple(days)))
    )
    assert picture.height <= HIGHEST
    ax = picture.on()
    assert len(ax.get_yticks()) < 250
    assert not ax.texts


def test_what_is_named_and_not_there_is_shown_by_its_id() -> None:
    ghost = Timetable((Gathering("who", "where", dt.date(2023, 1, 1)),))
    ax = plot_timetable(Programme("p", timetable=ghost))
    assert [one.get_text() for one in ax.get_yticklabels()] == ["where"]
    assert [one.get_text() for one in ax.texts] == ["who"]


def test_no_gatherings_are_said_in_words(programme: Programme) -> None:
    bare = attrs.evolve(programme, timetable=Timetable())
    ax = plot_timetable(bare, lang="nb")
    assert [one.get_text() for one in ax.texts] == ["Ingen samlinger er satt opp ennå."]
    assert timetable_picture(bare).alt.endswith("No gatherings are planned yet.")


def test_the_words_tell_how_many_and_when(programme: Programme) -> None:
    assert timetable_picture(programme, lang="nb", on=ON).alt == (
        "Samlingsplanen, gruppe for gruppe (illustrativt). 12 samlinger for 3 grupper, "
        "den første 8. november 2022, den siste 9. november 2023. "
        "Før 13. mars 2023 er 6 av dem holdt."
    )


def test_an_unknown_cohort_and_a_moment_are_refused(programme: Programme) -> None:
    with pytest.raises(UnknownCohort):
        plot_timetable(programme, cohort="nør")
    with pytest.raises(InvalidValue, match="on"):
        plot_timetable(programme, on=dt.datetime(2023, 3, 13))  # noqa: DTZ001  # the mistake
