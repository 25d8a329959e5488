"""What changed from one wave to another: from a hollow mark to a filled one, dimension by dimension."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kompetanse.model import Language, Programme
from kompetanse.report.plots.canvas import BLUE, FAINT, INK, Look, Picture
from kompetanse.report.plots.heading import Key, words_alone
from kompetanse.report.plots.lettering import shortened
from kompetanse.report.plots.rows import MOST, Frame, interval, lay_rows, tell
from kompetanse.report.programme import marked
from kompetanse.report.words import Words, words_of
from kompetanse.scoring import ScoreCard, WaveChange, changes
from kompetanse.scoring.card import chosen_wave, known_organisation

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = 220
"""Points across that the name of an organisation may take."""
TOLD = 5
"""Dimensions that are named in words."""
BEFORE: Look = {
    "marker": "o",
    "markersize": 8,
    "markerfacecolor": "white",
    "markeredgecolor": FAINT,
    "linestyle": "",
}
AFTER: Mapping[bool | None, Look] = {
    True: {"marker": "D", "markersize": 7, "color": BLUE, "linewidth": 3},
    False: {"marker": "o", "markersize": 5, "color": FAINT, "linewidth": 1},
    None: {"marker": "s", "markersize": 5, "color": FAINT, "linewidth": 1},
}
"""The marks of the later score, by whether the change is distinct; None where there is no saying."""
INTERVAL: Look = {"color": INK, "linewidth": 1.1, "marker": "|"}
KEYS: Mapping[bool | None, str] = {True: "distinct", False: "chance", None: "unknown"}


def plot_changes(  # noqa: PLR0913  # what is asked for, each by its name
    programme: Programme,
    card: ScoreCard,
    organisation: str | None = None,
    *,
    before: str | None = None,
    after: str | None = None,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw how far an organisation or, for None, the network moved on each dimension between two waves.

    Each row goes from a hollow mark, the score before, to a filled one, the score after. A change is distinct
    where its 90 % interval, drawn from the score before, leaves that score out: see `scoring.changes`, which
    also says which waves are taken. Gives the axes, new ones for None.

    Raises `UnknownOrganisation`, and what `scoring.changes` raises; `MissingExtra`.
    """
    return changes_picture(programme, card, organisation, before=before, after=after, lang=lang).on(ax)


def changes_picture(  # noqa: PLR0913  # as above
    programme: Programme,
    card: ScoreCard,
    organisation: str | None = None,
    *,
    before: str | None = None,
    after: str | None = None,
    lang: Language = "en",
) -> Picture:
    """Give the picture that `plot_changes` draws."""
    words = words_of("plot_changes", programme, lang)
    moved = changes(card, before=before, after=after)
    if organisation is not None:
        known_organisation(card, organisation)
    rows = [one for one in moved if one.organisation == organisation]
    who = words.say("picture-changes.network")
    if organisation is not None:
        who = shortened(words.name("organisations", organisation), NAME)
    if not rows:
        title = marked(words.say("picture-changes.none", who=who), programme, words, "answers")
        return _nothing(card, after, title, words)
    told = {"who": who, "before": rows[0].before, "after": rows[0].after}
    title = marked(words.say("picture-changes.title", **told), programme, words, "answers")
    frame = _frame(rows, title, words)
    draw = partial(_draw, rows, card, words, frame)
    return Picture("changes", draw, frame.height(min(len(rows), MOST)), _alt(rows, title, words))


def _frame(rows: Sequence[WaveChange], title: str, words: Words) -> Frame:
    return Frame(
        title,
        axis=words.say("picture-changes.axis"),
        heading=words.say("picture-changes.heading"),
        keys=tuple(_keys(rows, words)),
        spell=words.value,
        note=words.say("picture-changes.more", count=len(rows) - MOST) if len(rows) > MOST else "",
    )


def _nothing(card: ScoreCard, after: str | None, title: str, words: Words) -> Picture:
    wave = chosen_wave(card, after)
    why = words.say("picture-changes.one-wave" if wave else "picture-changes.no-wave", wave=wave)
    return words_alone("changes", title, why)


def _alt(rows: Sequence[WaveChange], title: str, words: Words) -> str:
    whole = rows[0]
    names = [shortened(words.name("dimensions", one.node), NAME) for one in rows if one.distinct]
    more = (words.say("whatif.more", count=len(names) - TOLD),) if len(names) > TOLD else ()
    told_apart = any(one.distinct is not None for one in rows)
    key = "alt-distinct" if names else "alt-none" if told_apart else "alt-unknown"
    found = words.say(f"picture-changes.{key}", names=(*names[:TOLD], *more))
    if whole.value_before is None or whole.value_after is None:
        return f"{title}. {found}"
    told = {"before": whole.value_before, "after": whole.value_after}
    return f"{title}. {words.say('picture-changes.alt-whole', **told)} {found}"


def _draw(rows: Sequence[WaveChange], card: ScoreCard, words: Words, frame: Frame, ax: "Axes") -> None:
    depths = _depths(card)
    inner = {card.framework.id, *(one.id for one in card.framework.walk() if one.dimensions)}
    shown, limits = rows[:MOST], _limits(rows)
    strong = [place for place, one in enumerate(shown) if one.node in inner]
    names = [words.name("dimensions", one.node) for one in shown]
    gutter = lay_rows(ax, names, strong, [depths[one.node] for one in shown])
    for place, one in enumerate(shown):
        _row(ax, place, one, limits)
        tell(ax, place, _said(one, card, words), faint=one.change is None)
    ax.set_xlim(limits[0] - 1, limits[1] + 1)
    frame.put(ax, gutter)


def _depths(card: ScoreCard) -> Mapping[str, int]:
    """Give how deep each node lies; the whole is no deeper than its parts."""
    depths = {card.framework.id: 0} | dict.fromkeys((one.id for one in card.framework.dimensions), 0)
    for one in card.framework.walk():
        depths |= {each.id: depths[one.id] + 1 for each in one.dimensions}
    return depths


def _limits(rows: Sequence[WaveChange]) -> tuple[float, float]:
    """Give the ends of the scale; scores outside it widen it."""
    values = [
        one for row in rows for one in (row.value_before, row.value_after, _reached(row)) if one is not None
    ]
    return min((0.0, *values)), max((100.0, *values))


def _reached(change: WaveChange) -> float | None:
    """Give the score before and the change together; of the network that need not be the score after."""
    if change.value_before is None or change.change is None:
        return None
    return change.value_before + change.change


def _row(ax: "Axes", place: int, one: WaveChange, limits: tuple[float, float]) -> None:
    was, now = one.value_before, one.value_after
    if was is not None and one.low is not None and one.high is not None:
        interval(ax, was + one.low, was + one.high, place + 0.27, limits, color=INK)
    if was is not None and now is not None and one.change is not None:
        style = {name: AFTER[one.distinct][name] for name in ("color", "linewidth")}
        ax.plot((was, now), (place, place), zorder=2, **style)
    if was is not None:
        ax.plot((was,), (place,), zorder=3, **BEFORE)
    if now is not None:
        ax.plot((now,), (place,), zorder=4, **AFTER[one.distinct])


def _said(one: WaveChange, card: ScoreCard, words: Words) -> str:
    if one.change is not None and one.low is not None:
        return words.say("picture-changes.between", change=one.change, low=one.low, high=one.high)
    if one.change is not None:
        return words.say("picture-changes.unknown-error", change=one.change)
    waves = [wave for wave, value in _values(one) if value is None]
    if not waves:
        key_ = "withheld-change" if _withheld(one, card) else "nobody-twice"
        return words.say(f"picture-changes.{key_}")
    withheld = any(_score_withheld(card, one, wave) for wave in waves)
    key_ = "withheld" if withheld else "not-answered"
    return words.say(f"picture-changes.{key_}" + ("-in" if len(waves) == 1 else ""), wave=waves[0])


def _values(one: WaveChange) -> tuple[tuple[str, float | None], ...]:
    return (one.before, one.value_before), (one.after, one.value_after)


def _score_withheld(card: ScoreCard, one: WaveChange, wave: str) -> bool:
    if one.organisation is None:
        return card.network(one.node, wave).withheld
    return card.of(one.organisation, one.node, wave).withheld


def _withheld(one: WaveChange, card: ScoreCard) -> bool:
    """Tell whether any organisation's score is held back, and therefore the network's change."""
    return any(
        card.of(each, one.node, wave).withheld for each in card.organisations for wave, _ in _values(one)
    )


def _keys(rows: Sequence[WaveChange], words: Words) -> Iterator[Key]:
    told = {"before": rows[0].before, "after": rows[0].after}
    yield words.say("picture-changes.before", **told), BEFORE
    for distinct in (True, False, None):
        if any(one.distinct is distinct and one.value_after is not None for one in rows):
            yield words.say(f"picture-changes.{KEYS[distinct]}", **told), AFTER[distinct]
    if any(one.low is not None for one in rows):
        yield words.say("picture-changes.interval", **told), INTERVAL
