"""A forecast in words: what would follow if its assumptions held, and how much of that is not known."""

from collections.abc import Iterator, Sequence
from typing import Any

from kompetanse.forecasting import Driver, Gain, GainDifference, Projection
from kompetanse.model import Assumption, Column, Factor, Language, Table, Unit
from kompetanse.report.data import rows
from kompetanse.report.layout import text_of
from kompetanse.report.parts import NOTHING, Part, block, bullet, grid, line, sections, title
from kompetanse.report.programme import FORECAST_FROM, marked
from kompetanse.report.words import Words

TELLING = 0.005
"""Points below which a difference shows as none."""
DRIVING = 0.1
"""The least share of the variance that makes an assumption worth naming."""
SHARES = (Factor.DEFLATION, Factor.TRANSFER, Factor.ATTENDED, Factor.OWN_WORK)
"""Factors that are told in per cent."""


def forecast_part(
    projection: Projection, lang: Language, *, organisation: str | None = None, drivers: Sequence[Driver] = ()
) -> Part:
    """Tell what the network, or one organisation, gains; what that assumes, and which of it matters most.

    Raises `UnknownOrganisation`.
    """
    words = Words(lang, projection.programme)
    met = bool(projection.programme.timetable.gatherings)
    heading = words.say("forecast.title" if met else "forecast.title-unplanned", on=projection.on)
    whole = projection.gain(organisation)
    return sections(
        block(
            title(marked(heading, projection.programme, words, *FORECAST_FROM)),
            line(words.say("forecast.no-promise")),
            line(words.say("forecast.meaning", draws=projection.draws, seed=projection.seed)),
            NOTHING if met else line(words.say("forecast.unplanned")),
        ),
        block(
            line(_whole(projection, whole, words)),
            grid(_dimensions(projection, organisation, words), words) if projection.dimensions else NOTHING,
        ),
        _organisations(projection, words) if organisation is None else NOTHING,
        block(_reserved(projection, words)),
        block(
            line(words.say("forecast.assumptions")),
            (bullet(assumption_text(one, words)) for one in projection.assumptions),
            line(_drivers(drivers, words)) if drivers else NOTHING,
        ),
    )


forecast_text = text_of(forecast_part)


def forecast_data(projection: Projection, drivers: Sequence[Driver] = ()) -> dict[str, Any]:
    """Give every gain, what it assumes, and the drivers of whatever they were asked for."""
    words = Words("en", projection.programme)
    return {
        "on": projection.on.isoformat(),
        "draws": projection.draws,
        "seed": projection.seed,
        "gains": rows(projection.table(), words),
        "assumptions": [
            {
                "factor": one.factor.value,
                "low": one.low,
                "likely": one.likely,
                "high": one.high,
                "source": words.value(one.source) if one.source else None,
            }
            for one in projection.assumptions
        ],
        "drivers": drivers_data(drivers),
        "not_taught": list(projection.undated),
        "in_no_cohort": list(projection.alone),
    }


def is_telling(difference: GainDifference) -> bool:
    """Tell whether a difference, or what is not known of it, is more than shows as none."""
    ends = (difference.low, difference.high) if difference.drowned else (difference.mean,)
    return max(map(abs, ends)) >= TELLING


def drivers_data(drivers: Sequence[Driver]) -> list[dict[str, Any]]:
    """Give what a gain hangs on, most first."""
    return [{"factor": one.factor.value, "total": one.total, "error": one.error} for one in drivers]


def gain_difference_text(difference: GainDifference, words: Words) -> str:
    """Tell how much more, or less, one design gains than another, as a part of a sentence."""
    ends = {"low": _shown(difference.low), "high": _shown(difference.high)}
    if difference.same:
        return words.say("forecast.no-difference")
    if not is_telling(difference):
        return words.say("forecast.nearly")
    if difference.drowned:
        return words.say("forecast.drowned", **ends)
    if difference.mean > 0:
        return words.say(
            "forecast.more", mean=_shown(difference.mean), probability=difference.probability, **ends
        )
    less = {
        "mean": _shown(-difference.mean),
        "low": _shown(-difference.high),
        "high": _shown(-difference.low),
    }
    return words.say("forecast.less", probability=difference.below, **less)


def assumption_text(assumption: Assumption, words: Words) -> str:
    """Tell what is assumed of one factor, and where that comes from."""
    spec = "%" if assumption.factor in SHARES else ""
    certain = assumption.low == assumption.high
    numbers = words.say(
        "forecast.exactly" if certain else "forecast.between",
        low=words.value(assumption.low, spec),
        likely=words.value(assumption.likely, spec),
        high=words.value(assumption.high, spec),
    )
    source = words.value(assumption.source) if assumption.source else words.say("forecast.assumed")
    return words.say(
        "forecast.assumption",
        factor=words.say(f"assumption.{assumption.factor.value}"),
        about=words.say(f"assumption-about.{assumption.factor.value}"),
        numbers=numbers,
        source=source,
    )


def _whole(projection: Projection, whole: Gain, words: Words) -> str:
    told = {"mean": _shown(whole.mean), "low": _shown(whole.low), "high": _shown(whole.high)}
    if whole.organisation is None:
        return words.say("forecast.network", count=len(projection.organisations), **told)
    return words.say("forecast.organisation", organisation=whole.organisation, **told)


def _dimensions(projection: Projection, organisation: str | None, words: Words) -> Table:
    framework = projection.programme.framework
    targets = {one.id: one.target for one in framework.walk()} if framework else {}
    points = Column("at-start", Unit.POINTS), Column("target", Unit.POINTS)
    cells = [
        (
            one,
            *_gain_cells(projection.gain(organisation, one), words),
            projection.start(organisation, one),
            targets.get(one),
        )
        for one in projection.dimensions
    ]
    return Table((Column("dimension"), Column("gain"), Column("interval"), *points), cells)


def _organisations(projection: Projection, words: Words) -> Part:
    cells = [(one, *_gain_cells(projection.gain(one), words)) for one in projection.organisations]
    table = Table(("organisation", "gain", "interval"), cells)
    return block(line(words.say("forecast.organisations")), grid(table, words)) if cells else NOTHING


def _gain_cells(gain: Gain, words: Words) -> tuple[str, str]:
    low, high = (words.value(_shown(one), ".2") for one in (gain.low, gain.high))
    return words.value(_shown(gain.mean), ".2"), words.say("forecast.interval", low=low, high=high)


def _reserved(projection: Projection, words: Words) -> Iterator[Part]:
    if projection.undated:
        yield line(words.say("forecast.not-taught", modules=projection.undated))
    if projection.alone:
        names = tuple(words.name("organisations", one) for one in projection.alone)
        yield line(words.say("forecast.alone", organisations=names))


def _drivers(drivers: Sequence[Driver], words: Words) -> str:
    first, *others = drivers
    named = [first, *(one for one in others if one.total >= DRIVING)]
    told = tuple(
        words.say(
            "forecast.driver", factor=words.say(f"assumption.{one.factor.value}"), share=min(one.total, 1)
        )
        for one in named
    )
    return words.say("forecast.drivers", drivers=told)


def _shown(points: float) -> float:
    """Give points as they are shown, so that there is no minus before nothing."""
    return round(points, 2) + 0.0
