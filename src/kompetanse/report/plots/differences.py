"""What if: how much more each design gains than the base, with how sure that is."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import attrs

from kompetanse.model import Language
from kompetanse.model.rules import demand
from kompetanse.report.forecast import is_telling
from kompetanse.report.plots.canvas import BLUE, INK, RED, Look, Picture
from kompetanse.report.plots.heading import Key, words_alone
from kompetanse.report.plots.rows import MOST, Frame, interval, lay_rows, tell
from kompetanse.report.programme import COMPARED, marked
from kompetanse.report.words import Words, words_of
from kompetanse.whatif import Comparison, Difference, Outcome

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SOUND: Look = {"marker": "o", "markersize": 7, "color": BLUE}
UNSOUND: Look = {"marker": "s", "markersize": 7, "color": RED}
HOLLOW: Look = {"markerfacecolor": "white", "markeredgewidth": 1.5}


@attrs.frozen
class Row:
    """What is drawn and told of one scenario."""

    name: str
    told: str
    sound: bool = True
    more: float | None = None
    """How much more than the base; None where that cannot be said."""
    low: float | None = None
    high: float | None = None
    hollow: bool = False
    """Whether the difference may as well be none."""


def plot_differences(comparison: Comparison, *, lang: Language = "en", ax: "Axes | None" = None) -> "Axes":
    """Draw by how much each scenario's gain differs from that of the base, with the 90 % interval.

    A hollow mark is a difference that drowns in its uncertainty, and a square a design that is not sound.
    What was refused, or is measured by another yardstick, has no mark and is told in words. Without a
    forecast, the difference in leader-hours is drawn. Gives the axes, new ones for None.

    Raises `InvalidValue` where `comparison` is none, and `MissingExtra`.
    """
    return differences_picture(comparison, lang=lang).on(ax)


def differences_picture(comparison: Comparison, *, lang: Language = "en") -> Picture:
    """Give the picture that `plot_differences` draws."""
    demand("plot_differences", "comparison", comparison, Comparison)
    base = comparison.base
    words = words_of("plot_differences", base.programme, lang)
    unit = "hours" if base.forecaster is None else "gain"
    on = base.forecaster.on if base.forecaster else None
    title = words.say(f"picture-differences.{unit}", on=on)
    title = marked(title, base.programme, words, *COMPARED)
    rows = [_row(one, words, in_hours=unit == "hours") for one in comparison.outcomes]
    if not rows:
        return words_alone("differences", title, words.say("picture-differences.empty"))
    frame = _frame(rows, title, unit, words)
    shown = _most_telling(rows)
    return Picture(
        "differences", partial(_draw, shown, frame), frame.height(len(shown)), _alt(rows, title, words)
    )


def _frame(rows: Sequence[Row], title: str, unit: str, words: Words) -> Frame:
    return Frame(
        title,
        axis=words.say(f"picture-differences.axis-{unit}"),
        heading=words.say(f"picture-differences.heading-{unit}"),
        keys=tuple(_keys(rows, words, unit)),
        spell=lambda value: words.value(value, "+"),
        note=words.say("picture-differences.left", count=len(rows) - MOST) if len(rows) > MOST else "",
    )


def _most_telling(rows: Sequence[Row]) -> list[Row]:
    """Give the rows in their order; of too many, those that differ most."""
    most = sorted(range(len(rows)), key=lambda place: -abs(rows[place].more or 0))[:MOST]
    return [rows[place] for place in sorted(most)]


def _row(outcome: Outcome, words: Words, *, in_hours: bool) -> Row:
    name, change = words.value(outcome.scenario.name), outcome.difference
    if change is None:
        return Row(name, words.say("picture-differences.refused"))
    sound = change.result.sound
    row = _hours(name, change, words) if in_hours else _gain(name, outcome, change, words)
    return row if sound else attrs.evolve(row, sound=False, told=f"{row.told}\n{words.say('status.unsound')}")


def _hours(name: str, change: Difference, words: Words) -> Row:
    hours = change.leader_hours
    return Row(name, words.value(hours, "+"), more=hours, hollow=not hours)


def _gain(name: str, outcome: Outcome, change: Difference, words: Words) -> Row:
    gain = change.gain
    if gain is None or not outcome.scenario.keeps_yardstick:
        return Row(name, words.say("picture-differences.other-yardstick"))
    if gain.same:
        told = words.say("picture-differences.same")
    elif not is_telling(gain):
        told = words.say("picture-differences.nearly")
    else:
        told = words.say("picture-differences.between", more=gain.mean, low=gain.low, high=gain.high)
    hollow = gain.drowned or not is_telling(gain)
    return Row(name, told, more=gain.mean, low=gain.low, high=gain.high, hollow=hollow)


def _alt(rows: Sequence[Row], title: str, words: Words) -> str:
    told = [
        words.say(f"picture-differences.alt-{kind}", count=count)
        for kind, count in (
            ("more", sum((one.more or 0) > 0 and not one.hollow for one in rows)),
            ("less", sum((one.more or 0) < 0 and not one.hollow for one in rows)),
            ("hollow", sum(one.hollow for one in rows)),
            ("none", sum(one.more is None for one in rows)),
        )
        if count
    ]
    return f"{title}. {words.value(tuple(told))}."


def _draw(rows: Sequence[Row], frame: Frame, ax: "Axes") -> None:
    gutter = lay_rows(ax, [one.name for one in rows])
    ax.axvline(0, color=INK, linewidth=1.2, zorder=1)
    for place, one in enumerate(rows):
        _mark(ax, place, one)
        tell(ax, place, one.told, faint=one.more is None)
    ax.locator_params(axis="x", nbins=6)
    _both_sides(ax)
    frame.put(ax, gutter)


def _both_sides(ax: "Axes") -> None:
    """Show both sides of the base, and never so little of the scale that nothing looks like much."""
    left, right = ax.get_xlim()
    ax.set_xlim(min(left, -0.1 * right, -0.05), max(right, -0.1 * left, 0.05))


def _mark(ax: "Axes", place: int, one: Row) -> None:
    if one.more is None:
        return
    style = {**(SOUND if one.sound else UNSOUND), **(HOLLOW if one.hollow else {})}
    if one.low is not None and one.high is not None:
        interval(ax, one.low, one.high, place, color=style["color"])
    ax.plot((one.more,), (place,), linestyle="", zorder=3, **style)


def _keys(rows: Sequence[Row], words: Words, unit: str) -> Iterator[Key]:
    drawn = [one for one in rows if one.more is not None]
    line = {"linestyle": ""} if unit == "hours" else {"linewidth": 1.1}
    if any(not one.hollow for one in drawn):
        yield words.say(f"picture-differences.filled-{unit}"), {**SOUND, **line}
    if any(one.hollow for one in drawn):
        yield words.say(f"picture-differences.hollow-{unit}"), {**SOUND, **HOLLOW, **line}
    if any(not one.sound for one in drawn):
        yield words.say("picture-differences.unsound"), {**UNSOUND, **line}
