"""Rules about each cohort's gatherings against prerequisites and their lags."""

import datetime as dt
from collections.abc import Iterator

from kompetanse.checks.design import DAY, Design, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Gathering, Module, Prerequisite, PrerequisiteKind, Severity


def too_early(design: Design) -> Iterator[Found]:
    """Find a gathering that comes too early for a binding prerequisite; or, of two together, on another day.

    The cohort `cohort` takes `module` on `date` and the required `prerequisite` on `prerequisite_date`; with
    the prerequisite's `kind` and `lag` (days), the right day, or the first one, is `earliest`, `days` away.
    """
    for module, one, gathering, required in _pairs(design, binding=True):
        wait = one.days
        gap = (gathering.date - required.date).days
        together = one.kind is PrerequisiteKind.TOGETHER
        if gap < wait or (together and gap > 0):
            earliest = required.date + dt.timedelta(days=wait)
            day = earliest if together else design.open_day(gathering.cohort, earliest)
            yield found(
                place_of(gathering),
                design.shift(gathering, day),
                module=module.id, cohort=gathering.cohort, prerequisite=one.module,
                kind=one.kind.value, lag=one.lag, date=gathering.date, prerequisite_date=required.date,
                earliest=earliest, days=(earliest - gathering.date).days,
            )  # fmt: skip


def any_of_too_early(design: Design) -> Iterator[Found]:
    """Find a gathering that comes before, or too near to, every one of a group of which one must come first.

    The cohort `cohort` takes `module` on `date`; of `any_of` only those that it has a gathering for count.
    With its `lag`, `option`, on `option_date`, lets the module be taken first: on `earliest`, `days` away.
    """
    for gathering in design.gatherings.values():
        module = design.modules[gathering.module]
        for group in dict.fromkeys(module.any_of):
            held = (
                (design.gatherings.get((one.module, gathering.cohort)), one)
                for one in design.choices(module.id, group)
            )
            offers = [(other.date + DAY * one.days, one, other) for other, one in held if other is not None]
            if not offers:
                continue
            earliest, one, other = min(offers, key=lambda offer: offer[0])
            if gathering.date < earliest:
                yield found(
                    place_of(gathering),
                    design.shift(gathering, design.open_day(gathering.cohort, earliest)),
                    module=module.id, cohort=gathering.cohort, any_of=group.modules, option=one.module,
                    lag=one.lag, date=gathering.date, option_date=other.date,
                    earliest=earliest, days=(earliest - gathering.date).days,
                )  # fmt: skip


def recommended_too_early(design: Design) -> Iterator[Found]:
    """Find a gathering that comes before a recommended prerequisite, or nearer to it than its lag.

    The details are those of a gathering that is too early.
    """
    for module, one, gathering, required in _pairs(design, binding=False):
        earliest = required.date + dt.timedelta(days=one.lag)
        if gathering.date < earliest:
            yield found(
                place_of(gathering),
                design.shift(gathering, design.open_day(gathering.cohort, earliest)),
                module=module.id, cohort=gathering.cohort, prerequisite=one.module,
                lag=one.lag, date=gathering.date, prerequisite_date=required.date,
                earliest=earliest, days=(earliest - gathering.date).days,
            )  # fmt: skip


def _pairs(design: Design, *, binding: bool) -> Iterator[tuple[Module, Prerequisite, Gathering, Gathering]]:
    """Yield each prerequisite with the two gatherings of each cohort.

    A module that requires itself, or another "together" but days apart, can never be right; that is a ring.
    """
    for gathering in design.gatherings.values():
        module = design.modules[gathering.module]
        for one in dict.fromkeys(module.requires):
            required = design.gatherings.get((one.module, gathering.cohort))
            impossible = one.module == module.id or (one.kind is PrerequisiteKind.TOGETHER and one.lag)
            if required is not None and one.kind.binding is binding and not impossible:
                yield module, one, gathering, required


ANY_OF_DETAILS = ("any_of", "option", "lag", "date", "option_date", "earliest", "days")
DETAILS = ("lag", "date", "prerequisite_date", "earliest", "days")
RULES = (
    Rule(
        "gathering-too-early",
        Severity.ERROR,
        ("module", "cohort", "prerequisite", "kind", *DETAILS),
        too_early,
    ),
    Rule("any-of-too-early", Severity.ERROR, ("module", "cohort", *ANY_OF_DETAILS), any_of_too_early),
    Rule(
        "recommended-too-early",
        Severity.NOTE,
        ("module", "cohort", "prerequisite", *DETAILS),
        recommended_too_early,
    ),
)
