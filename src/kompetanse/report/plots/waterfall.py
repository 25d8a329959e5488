"""What a score is made of: from the base up, part by part, to the whole."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

import attrs

from kompetanse.model import Language, Programme
from kompetanse.report.plots.canvas import BLUE, FAINT, INK, ORANGE, SKY, Look, Picture
from kompetanse.report.plots.heading import Key, words_alone
from kompetanse.report.plots.lettering import said, shortened
from kompetanse.report.plots.rows import MOST, Frame, lay_rows, tell
from kompetanse.report.programme import marked
from kompetanse.report.words import Words, words_of
from kompetanse.scoring import Score, ScoreCard, Step, Waterfall, waterfall

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAME = 170
"""Points across that the name of an organisation or of a node may take."""
ADDS: Look = {"facecolor": SKY, "edgecolor": INK}
TAKES: Look = {"facecolor": ORANGE, "edgecolor": INK, "hatch": "//"}
WHOLE: Look = {"facecolor": BLUE, "edgecolor": INK}
TARGET: Look = {"color": INK, "linestyle": "", "marker": "D", "markersize": 7, "markerfacecolor": "white"}
LEAST = 10.0
"""Points that the scale shows at least, so that next to nothing does not look like much."""
BAR = 0.62
"""Of a row, what its bar takes."""


@attrs.frozen
class Bar:
    """One row: from where to where it goes, and what is told beside it."""

    name: str
    start: float
    more: float
    told: str
    missing: bool = False


def plot_waterfall(  # noqa: PLR0913  # what is asked for, each by its name
    programme: Programme,
    card: ScoreCard,
    organisation: str,
    *,
    node: str | None = None,
    wave: str | None = None,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw what each part of a node, the whole for None, contributes to an organisation's score on it.

    The bars stand on one another, each beginning where the one above it ends, up to the score; what that is
    says `scoring.waterfall`. A diamond is the target, where the node has one. The wave is the last for None.
    Gives the axes, new ones for None.

    Raises `UnknownOrganisation`, `UnknownDimension`, `UnknownWave` and `MissingExtra`.
    """
    return waterfall_picture(programme, card, organisation, node=node, wave=wave, lang=lang).on(ax)


def waterfall_picture(  # noqa: PLR0913  # as above
    programme: Programme,
    card: ScoreCard,
    organisation: str,
    *,
    node: str | None = None,
    wave: str | None = None,
    lang: Language = "en",
) -> Picture:
    """Give the picture that `plot_waterfall` draws."""
    words = words_of("plot_waterfall", programme, lang)
    made = waterfall(card, organisation=organisation, node=node, wave=wave)
    of = {
        "who": shortened(words.name("organisations", organisation), NAME),
        "what": shortened(words.name("dimensions", made.node), NAME),
    }
    key_ = "picture-waterfall.none" if made.wave is None else "picture-waterfall.title"
    title = marked(words.say(key_, wave=made.wave, **of), programme, words, "answers")
    score = None if made.wave is None else card.of(organisation, made.node, made.wave)
    if score is None or score.value is None:
        withheld = score is not None and score.withheld
        why = words.say("picture-waterfall." + ("withheld" if withheld else "not-answered"))
        return words_alone("waterfall", title, why)
    bars = (*_bars(made, card, words), _whole(score, words))
    frame = _frame(bars, score, title, words)
    draw = partial(_draw, bars, score.target, frame)
    return Picture("waterfall", draw, frame.height(len(bars)), _alt(score, bars, title, words))


def _frame(bars: Sequence[Bar], score: Score, title: str, words: Words) -> Frame:
    return Frame(
        title,
        axis=words.say("picture-waterfall.axis"),
        heading=words.say("picture-waterfall.heading"),
        keys=tuple(_keys(bars, score, words)),
        spell=words.value,
        note="" if len(bars) > 1 else words.say("picture-waterfall.parts-withheld"),
    )


def _bars(made: Waterfall, card: ScoreCard, words: Words) -> Iterator[Bar]:
    """Yield the base, where there is one, and the parts; of too many, the least ones as one."""
    kept, others = _largest(made.steps)
    questions = {one.id: words.value(one.question) for one in card.framework.indicators()}
    sums = list(accumulate((one.contribution for one in kept), initial=made.base))
    if made.base:
        told = words.say("picture-waterfall.contribution", contribution=made.base)
        yield Bar(words.say("picture-waterfall.base"), 0, made.base, told)
    for start, one in zip(sums, kept, strict=False):
        name = questions.get(one.part) or words.name("dimensions", one.part)
        yield Bar(name, start, one.contribution, _told(one, words), missing=one.value is None)
    if others:
        more = sum(one.contribution for one in others)
        told = words.say("picture-waterfall.contribution", contribution=more)
        yield Bar(words.say("picture-waterfall.others", count=len(others)), sums[-1], more, told)


def _largest(steps: Sequence[Step]) -> tuple[list[Step], list[Step]]:
    """Give the steps that are drawn each by itself, and the rest."""
    if len(steps) <= MOST:
        return list(steps), []
    most = sorted(range(len(steps)), key=lambda place: -abs(steps[place].contribution))[: MOST - 1]
    return [steps[place] for place in sorted(most)], [
        one for place, one in enumerate(steps) if place not in most
    ]


def _told(step: Step, words: Words) -> str:
    if step.value is None:
        return words.say("picture-waterfall.part-not-answered")
    contribution = words.say("picture-waterfall.contribution", contribution=step.contribution)
    return f"{contribution}\n{words.say('picture-waterfall.made-of', value=step.value, share=step.share)}"


def _whole(score: Score, words: Words) -> Bar:
    told = words.say("picture-waterfall.total", value=score.value)
    if score.target is not None:
        told += "\n" + words.say("picture-waterfall.of-target", target=score.target)
    return Bar(words.say("picture-waterfall.whole"), 0, score.value or 0.0, told)


def _alt(score: Score, bars: Sequence[Bar], title: str, words: Words) -> str:
    *parts, _ = bars
    most = max(parts, key=lambda one: one.more, default=None)
    told = [f"{title}."]
    if most is None:
        told.append(words.say("picture-waterfall.alt-whole", value=score.value))
        told.append(words.say("picture-waterfall.parts-withheld"))
    else:
        name = said(most.name)
        told.append(words.say("picture-waterfall.alt", value=score.value, name=name, contribution=most.more))
    if score.target is not None:
        told.append(words.say("picture-waterfall.alt-target", target=score.target))
    missing = tuple(said(one.name) for one in bars if one.missing)
    if missing:
        told.append(words.say("picture-waterfall.alt-missing", parts=missing))
    return " ".join(told)


def _draw(bars: Sequence[Bar], target: float | None, frame: Frame, ax: "Axes") -> None:
    last = len(bars) - 1
    gutter = lay_rows(ax, [one.name for one in bars], [last])
    for place, one in enumerate(bars):
        if not one.missing:
            style = _style(one, whole=place == last)
            ax.barh(place, one.more, BAR, one.start, linewidth=0.8, zorder=2, **style)
        tell(ax, place, one.told, faint=one.missing)
        if place < last:
            end = one.start + one.more
            ax.plot((end, end), (place + BAR / 2, place + 1 - BAR / 2), color=FAINT, linewidth=0.8, zorder=1)
    if target is not None:
        ax.plot((target,), (last,), zorder=3, **TARGET)
    ends = [0.0, target or 0.0, *(one.start + one.more for one in bars)]
    ax.set_xlim(1.08 * min(ends), max(1.08 * max(ends), LEAST))
    frame.put(ax, gutter)


def _style(one: Bar, *, whole: bool) -> Look:
    return WHOLE if whole else ADDS if one.more >= 0 else TAKES


def _keys(bars: Sequence[Bar], score: Score, words: Words) -> Iterator[Key]:
    *parts, _ = bars
    if parts:
        yield words.say("picture-waterfall.adds"), ADDS
    if any(one.more < 0 for one in parts):
        yield words.say("picture-waterfall.takes"), TAKES
    yield words.say("picture-waterfall.whole-key"), WHOLE
    if score.target is not None:
        yield words.say("picture-waterfall.target-key"), TARGET
