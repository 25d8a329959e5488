"""Modules in periods, in words and as data."""

from collections.abc import Iterator
from typing import Any

from kompetanse.model import Language
from kompetanse.planning import Balance, Period
from kompetanse.report.layout import as_text
from kompetanse.report.parts import NOTHING, Part, block, bullet, line, sections, title
from kompetanse.report.words import Words


def balance_text(balance: Balance, lang: Language, *, credit_hours: bool = False) -> str:
    """Tell period by period what is taken, and how even that is; loads are hours, or credit hours."""
    words = Words(lang, balance.programme)
    return as_text(
        sections(
            block(
                title(words.say("balance.title", count=len(balance.periods))),
                line(words.say("balance.credits" if credit_hours else "balance.hours")),
                line(words.say("balance.interrupted")) if balance.interrupted else NOTHING,
            ),
            *(_period(period, words) for period in balance.periods),
            block(_reached(balance, words)),
        )
    )


def _period(period: Period, words: Words) -> Part:
    count = len(period.modules)
    return block(
        line(words.say("balance.period", number=period.number, load=period.load, count=count)),
        (
            bullet(words.say("balance.module", module=module, load=load), 1)
            for module, load in zip(period.modules, period.loads, strict=True)
        ),
    )


def _reached(balance: Balance, words: Words) -> Iterator[Part]:
    for place, one in enumerate(balance.reached):
        key = "bound" if not one.proven else "proven-given" if place else "proven"
        what = words.say(f"balance.{one.objective}", value=one.value)
        yield bullet(words.say(f"balance.{key}", what=what, bound=one.bound))


def balance_data(balance: Balance) -> dict[str, Any]:
    """Give what was reached, each with its bound, and the periods."""
    reached = {one.objective.replace("-", "_"): one for one in balance.reached}
    return {
        **{name: _number(one.value) for name, one in reached.items()},
        "proven": balance.proven,
        "bounds": {name: _number(one.bound) for name, one in reached.items()},
        "interrupted": balance.interrupted,
        "periods": [
            {"period": one.number, "load": _number(one.load), "modules": list(one.modules)}
            for one in balance.periods
        ],
        "loads": {
            module: _number(load)
            for period in balance.periods
            for module, load in zip(period.modules, period.loads, strict=True)
        },
    }


def nothing_balanced() -> dict[str, Any]:
    """Give the data of a design that has no order: the same keys, holding nothing."""
    empty = dict.fromkeys(("max_load", "range", "sum_of_squares"))
    return {**empty, "proven": False, "bounds": empty, "interrupted": False, "periods": None, "loads": {}}


def _number(value: float) -> float:
    """Give a whole number as one."""
    return int(value) if value.is_integer() else value
