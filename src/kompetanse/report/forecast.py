"""A forecast in words: what would follow if its assumptions held, and how much of that is not known."""

from kompetanse.forecasting import GainDifference
from kompetanse.report.words import Words

TELLING = 0.005
"""Points below which a difference shows as none."""


def gain_difference_text(difference: GainDifference, words: Words) -> str:
    """Tell how much more, or less, one design gains than another, as a part of a sentence."""
    ends = {"low": _shown(difference.low), "high": _shown(difference.high)}
    if difference.same:
        return words.say("forecast.no-difference")
    if max(abs(difference.low), abs(difference.high)) < TELLING:
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
    return words.say("forecast.less", probability=1 - difference.probability, **less)


def _shown(points: float) -> float:
    """Give points as they are shown, so that there is no minus before nothing."""
    return round(points, 2) + 0.0
