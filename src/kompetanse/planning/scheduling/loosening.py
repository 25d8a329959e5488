"""How each constraint can be loosened, little by little, by a change of the design."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import attrs

from kompetanse.model import FIRST_DATE, LAST_DATE, ClosedPeriod, Facilitator, Programme, Text, Venue
from kompetanse.planning.scheduling.constraint import Constraint
from kompetanse.planning.scheduling.setting import Setting

MOST_DAYS = 3660
Item = TypeVar("Item")
Value = date | int | None


@attrs.frozen(eq=False)
class Loosening:
    """The ways to loosen one constraint, each more than the one before it."""

    most: int
    """How many ways there are."""
    way: Callable[[int], tuple[Value, Programme]]
    """Gives the n-th, from 1: what is then asked, None where it is let go, and the design."""


def loosening(setting: Setting, constraint: Constraint) -> Loosening:
    """Give the ways to loosen a constraint of a design."""
    return _WAYS[constraint.key](setting, constraint, constraint.place.split("/"))


def _ruled(programme: Programme, rules: dict[str, Any]) -> Programme:
    return attrs.evolve(programme, planning=attrs.evolve(programme.planning, **rules))


def _let_go(programme: Programme) -> Loosening:
    return Loosening(1, lambda _: (None, programme))


def _date(setting: Setting, constraint: Constraint, place: list[str]) -> Loosening:
    """Move a date away from the others: what is not before it earlier, what is due later."""
    stated: Any = constraint["date"]
    rules: Any = setting.programme.planning
    earlier = constraint.key in ("start", "not-before")
    room = (stated - FIRST_DATE).days if earlier else (LAST_DATE - stated).days

    def way(n: int) -> tuple[Value, Programme]:
        day = stated + timedelta(days=-n if earlier else n)
        if len(place) < 3:
            return day, _ruled(setting.programme, {constraint.key: day})
        field = "by" if constraint.key == "deadline" else "date"
        several = _with(getattr(rules, place[1]), int(place[2]), **{field: day})
        return day, _ruled(setting.programme, {place[1]: several})

    return Loosening(min(room, MOST_DAYS), way)


def _fewer(setting: Setting, constraint: Constraint, place: list[str]) -> Loosening:
    """Ask for fewer days."""
    days = int(str(constraint["days"]))
    return Loosening(days, lambda n: (days - n, _ruled(setting.programme, {place[1]: days - n})))


def _longer(setting: Setting, constraint: Constraint, place: list[str]) -> Loosening:
    """Allow more days."""
    days = int(str(constraint["days"]))
    return Loosening(MOST_DAYS - days, lambda n: (days + n, _ruled(setting.programme, {place[1]: days + n})))


def _off(setting: Setting, _: Constraint, place: list[str]) -> Loosening:
    """Do without a rule that holds or does not."""
    return _let_go(_ruled(setting.programme, {place[1]: False}))


def _unpinned(setting: Setting, _: Constraint, place: list[str]) -> Loosening:
    pins = _without(setting.programme.planning.pins, int(place[-1]))
    return _let_go(_ruled(setting.programme, {"pins": pins}))


def _more(setting: Setting, constraint: Constraint, _: list[str]) -> Loosening:
    """Have more facilitators, who lead anything, or more venues, with room for anyone."""
    rules, key = setting.programme.planning, constraint.key
    new: type[Facilitator | Venue] = Facilitator if key == "facilitators" else Venue
    there: tuple[Any, ...] = getattr(rules, key)
    ids = {one.id for one in there}
    names = (f"new-{n}" for n in range(1, len(ids) + len(setting.cohorts) + 1))
    free = [one for one in names if one not in ids]

    def way(n: int) -> tuple[Value, Programme]:
        more = tuple(new(one) for one in free[:n])
        return len(there) + n, _ruled(setting.programme, {key: (*there, *more)})

    return Loosening(len(setting.cohorts), way)


def _shorter(setting: Setting, constraint: Constraint, place: list[str]) -> Loosening:
    """Ask for fewer days at home."""
    module: Any = setting.programme.module(place[1])
    field, days = place[-1], int(str(constraint["days"]))

    def way(n: int) -> tuple[Value, Programme]:
        phase = attrs.evolve(getattr(module, field), days=days - n)
        return days - n, setting.programme.with_module(attrs.evolve(module, **{field: phase}))

    return Loosening(days, way)


def _sooner(setting: Setting, _: Constraint, place: list[str]) -> Loosening:
    """Ask for a shorter lag; where there is none to speak of, let the prerequisite or the group go."""
    module: Any = setting.programme.module(place[1])
    field, number = place[2], int(place[3])
    stated = getattr(module, field)
    lag = stated[number].lag if field == "requires" else 0

    def way(n: int) -> tuple[Value, Programme]:
        less = _with(stated, number, lag=lag - n) if lag > 1 else _without(stated, number)
        changed = attrs.evolve(module, **{field: less})
        return (lag - n if lag > 1 else None), setting.programme.with_module(changed)

    return Loosening(max(1, lag), way)


def _open(setting: Setting, _: Constraint, place: list[str]) -> Loosening:
    """Meet on days that are closed."""
    return _let_go(_opened(setting, place))


def _opened(setting: Setting, place: list[str]) -> Programme:
    """Give the design in which a closed period is open."""
    programme = setting.programme
    match place:
        case ["closed", number]:
            return attrs.evolve(programme, closed=_without(programme.closed, int(number)))
        case ["planning", "public_holidays", day]:
            return _but(setting, day)
        case ["cohorts", cohort, "closed", number]:
            return attrs.evolve(programme, cohorts=_less(programme.cohorts, cohort, "closed", int(number)))
        case _:
            _, kind, id_, field, number = place
            return _ruled(
                programme, {kind: _less(getattr(programme.planning, kind), id_, field, int(number))}
            )


def _but(setting: Setting, day: str) -> Programme:
    """Give the design with each public holiday as a closed period, but for one."""
    facts: list[dict[str, Any]] = [
        dict(one.details)
        for one in setting.constraints
        if one.place.startswith("planning/public_holidays/") and not one.place.endswith(day)
    ]
    holidays = [
        ClosedPeriod(one["start"], one["end"], Text(one["period_nb"], one["period_en"])) for one in facts
    ]
    programme = _ruled(setting.programme, {"public_holidays": False})
    return attrs.evolve(programme, closed=(*programme.closed, *holidays))


def _with(items: tuple[Item, ...], number: int, **fields: Any) -> tuple[Item, ...]:  # noqa: ANN401  # of the item
    changed: Any = attrs.evolve(items[number], **fields)  # type: ignore[misc]  # an attrs class
    return (*items[:number], changed, *items[number + 1 :])


def _without(items: tuple[Item, ...], number: int) -> tuple[Item, ...]:
    return (*items[:number], *items[number + 1 :])


def _less(items: tuple[Item, ...], id_: str, field: str, number: int) -> tuple[Item, ...]:
    """Give items, one of them with one thing less in a list that it has."""
    place = [one.id for one in items].index(id_)  # type: ignore[attr-defined]  # all have one
    return _with(items, place, **{field: _without(getattr(items[place], field), number)})


_WAYS: dict[str, Callable[[Setting, Constraint, list[str]], Loosening]] = {
    "start": _date, "end": _date, "deadline": _date, "not-before": _date, "min-gap": _fewer,
    "max-gap": _longer, "within-days": _longer, "same-week": _off, "own-day": _off, "pin": _unpinned,
    "facilitators": _more, "venues": _more, "preparation": _shorter, "follow-up": _shorter,
    "prerequisite": _sooner, "any-of": _sooner, "closed": _open, "cohort-closed": _open, "away": _open,
    "venue-closed": _open,
}  # fmt: skip
"""How each kind of constraint is loosened."""
