"""Norway's public holidays: the only door to the library holidays."""

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

from kompetanse.errors import MissingExtra
from kompetanse.model import ClosedPeriod, Programme, Text
from kompetanse.model.rules import demand, demand_date, refuse

FIRST_HOLIDAY, LAST_HOLIDAY = dt.date(1901, 1, 1), dt.date(2100, 12, 31)
"""Between which holidays are known."""
LANGUAGES = ("no", "en_US")
"""What the library calls bokmål and English; to a language that it does not know it answers in English."""


def public_holidays(start: dt.date, end: dt.date) -> tuple[ClosedPeriod, ...]:
    """Give Norway's public holidays from `start` to `end`, both included: one closed period a day, by date.

    Where two fall on one day, that day bears both names. Sundays count only where they have a name of their
    own. Raises `InvalidValue` where `end` lies before `start` or either outside 1901–2100; `MissingExtra`.
    """
    demand_date("public_holidays", "start", start)
    demand_date("public_holidays", "end", end)
    if end < start:
        raise refuse("public_holidays", "", "end-before-start", start=start, end=end)
    for name, date in (("start", start), ("end", end)):
        if not FIRST_HOLIDAY <= date <= LAST_HOLIDAY:
            low, high = FIRST_HOLIDAY, LAST_HOLIDAY
            raise refuse("public_holidays", name, "out-of-range", low=low, high=high, found=str(date))
    years = range(start.year, end.year + 1)
    return tuple(one for year in years for one in _of_year(year) if start <= one.start <= end)


@cache
def _of_year(year: int) -> tuple[ClosedPeriod, ...]:
    nb, en = (_holidays().Norway(years=year, language=one) for one in LANGUAGES)
    return tuple(
        ClosedPeriod(day, day, Text(*(" / ".join(names.get_list(day)) for names in (nb, en))))
        for day in sorted(nb)
    )


def _holidays() -> Any:  # noqa: ANN401  # a module
    try:
        import holidays  # noqa: PLC0415  # an extra: imported where it is needed
    except ImportError:
        raise MissingExtra("holidays", "calendar") from None
    return holidays


def with_public_holidays(programme: Programme) -> Programme:
    """Give the programme with Norway's public holidays as closed periods, where its planning asks for them.

    They are added after the others, for every year of which the planning rules, the timetable or the
    baselines speak, and one more, into which a remedy may move a gathering. A day that is closed as it is
    gets no second period. Raises as `public_holidays` does.
    """
    demand("with_public_holidays", "programme", programme, Programme)
    dates = tuple(_dates(programme))
    if not programme.planning.public_holidays or not dates:
        return programme
    start, end = dt.date(min(dates).year, 1, 1), dt.date(max(dates).year, 12, 31)
    later = min(LAST_HOLIDAY, end.replace(year=end.year + 1)) if end < LAST_HOLIDAY else end
    added = public_holidays(start, later)
    return programme.with_closed(
        one for one in added if not any(one.start in period for period in programme.closed)
    )


def _dates(programme: Programme) -> Iterator[dt.date]:
    """Yield every date on which something may or must happen."""
    rules = programme.planning
    yield from (date for date in (rules.start, rules.end) if date)
    yield from (one.by for one in rules.deadlines)
    yield from (one.date for one in rules.not_before)
    yield from (one.date for one in rules.pins)
    for timetable in (programme.timetable, *(one.timetable for one in programme.baselines)):
        yield from (one.date for one in timetable.gatherings)
