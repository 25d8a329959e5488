"""The picture of the timetable: for each cohort preparation, gathering and follow-up, module by module."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from kompetanse.model import Language, Programme
from kompetanse.model.rules import demand_date
from kompetanse.report.plots.canvas import BLUE, BROWN, EDGE, FAINT, GRID, INK, RED, WIDTH, Look, Picture
from kompetanse.report.plots.heading import Key, head, head_height, name_rows, words_alone
from kompetanse.report.plots.lettering import shortened, wrapped
from kompetanse.report.plots.timetable.plan import LANE, Plan, alt_of, marks_of
from kompetanse.report.plots.timetable.rows import Months, Taken
from kompetanse.report.programme import marked
from kompetanse.report.words import Words, words_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BELOW = 0.55
"""Inches: the months below the lanes."""
BAR, NAME = 0.36, 8.0
"""How high a bar is, in lanes; points of the names above the bars."""
NARROWEST = 0.2
"""Inches: in lanes that are lower there are no names of modules."""
NAMES = 130.0
"""Points across that the names of cohorts may take."""
CLOSED: Look = {"facecolor": "#e4e4e4", "edgecolor": EDGE, "linewidth": 0.5}
CLOSED_TO_ONE: Look = {"facecolor": "#f4f4f4", "edgecolor": FAINT, "hatch": "\\\\\\", "linewidth": 0}
LOOKS: Mapping[str, Look] = {
    "preparation": {"facecolor": "#d6ecf9", "edgecolor": BLUE, "hatch": "////", "linewidth": 0.8},
    "follow-up": {"facecolor": "#fbe3b5", "edgecolor": BROWN, "hatch": "---", "linewidth": 0.8},
}
"""How each phase at home looks."""


def plot_timetable(
    programme: Programme,
    *,
    on: date | None = None,
    cohort: str | None = None,
    lang: Language = "en",
    ax: "Axes | None" = None,
) -> "Axes":
    """Draw the timetable, a row for each cohort or for one alone, and give the axes.

    Where modules of a cohort overlap it has several rows. Days on which nobody meets are shaded; `on` is a
    line. Raises `InvalidValue`, `UnknownCohort`, `MissingExtra`.
    """
    return timetable_picture(programme, on=on, cohort=cohort, lang=lang).on(ax)


def timetable_picture(
    programme: Programme, *, on: date | None = None, cohort: str | None = None, lang: Language = "en"
) -> Picture:
    """Give the picture that `plot_timetable` draws."""
    words = words_of("plot_timetable", programme, lang)
    if on is not None:
        demand_date("plot_timetable", "on", on)
    plan, title = Plan.of(programme, words, on, cohort), _title(programme, words, cohort)
    if plan is None:
        return words_alone("timetable", title, words.say("timetable.empty"))
    height = plan.inside + plan.above + BELOW + head_height(_keys(plan))
    return Picture("timetable", partial(_draw, plan, title), height, f"{title}. {alt_of(plan)}")


def _title(programme: Programme, words: Words, cohort: str | None) -> str:
    key = "picture-timetable.title" if cohort is None else "picture-timetable.title-of"
    return marked(words.say(key, cohort=cohort), programme, words, "timetable", "modules")


def _draw(plan: Plan, title: str, ax: "Axes") -> None:
    ax.set_xlim(plan.start.toordinal() - 2, plan.end.toordinal() + 3)
    ax.set_ylim(plan.above + plan.inside, 0)
    ax.spines["left"].set_visible(False)
    _draw_closed(plan, ax)
    for group, top in plan.tops:
        for number, lane in enumerate(group.lanes):
            _draw_lane(plan, ax, lane, top + number * plan.lane)
    _draw_date(plan, ax)
    _write_months(plan, ax)
    gutter = _name_cohorts(plan, ax)
    head(ax, title, _keys(plan), gutter=gutter)


def _draw_closed(plan: Plan, ax: "Axes") -> None:
    for one in plan.closed(plan.programme.closed):
        start, end = max(one.start, plan.start), min(one.end, plan.end)
        ax.axvspan(start.toordinal(), end.toordinal() + 1, zorder=0, **CLOSED)
    for group, top in plan.tops:
        ax.axhline(top - plan.apart / 2, color=GRID, linewidth=0.8, zorder=0.5)
        for one in plan.closed(group.closed):
            first, last = max(one.start, plan.start).toordinal(), min(one.end, plan.end).toordinal() + 1
            height = len(group.lanes) * plan.lane
            ax.barh(top + height / 2, last - first, height, first, zorder=0.6, **CLOSED_TO_ONE)


def _draw_lane(plan: Plan, ax: "Axes", lane: Sequence[Taken], top: float) -> None:
    middle, height = top + plan.lane * 0.68, plan.lane * BAR
    for phase, look in LOOKS.items():
        spans = [span for span in (_phase(one, phase) for one in lane) if span[1] > span[0]]
        ax.barh(
            [middle] * len(spans),
            [end - start for start, end in spans],
            height,
            [start for start, _ in spans],
            zorder=2,
            **look,
        )
    days = [one.gathering.toordinal() + 0.5 for one in lane]
    ax.plot(days, [middle] * len(days), zorder=3, **_gathering(plan.lane))
    if plan.lane >= NARROWEST:
        for number, one in enumerate(lane):
            following = lane[number + 1].start if number + 1 < len(lane) else None
            _name_module(plan, ax, one, following, top + plan.lane * 0.36)


def _phase(one: Taken, phase: str) -> tuple[int, int]:
    """Give the first day of a phase at home, and the day after its last."""
    met = one.gathering.toordinal()
    return (one.start.toordinal(), met) if phase == "preparation" else (met + 1, one.end.toordinal() + 1)


def _gathering(lane: float) -> Look:
    size = max(2.0, min(7.0, lane * 14))
    return {
        "linestyle": "",
        "marker": "D",
        "color": INK,
        "markersize": size,
        "markeredgecolor": "white",
        "markeredgewidth": 0.8,
    }


def _name_module(plan: Plan, ax: "Axes", one: Taken, following: date | None, y: float) -> None:
    """Write the name of a module above its bar, as far as there is room before the next."""
    a_day = (WIDTH - 1.9) * 72 / ((plan.end - plan.start).days + 5)
    last = plan.end.toordinal() + 3 if following is None else following.toordinal() - 2
    room = (last - one.start.toordinal()) * a_day
    name = shortened(plan.words.name("modules", one.module), room, NAME)
    if len(name) > 2:
        ax.text(one.start.toordinal(), y, name, size=NAME, va="bottom", zorder=4)


def _draw_date(plan: Plan, ax: "Axes") -> None:
    if plan.on is None:
        return
    text, middle = plan.words.value(plan.on), (plan.start.toordinal() + plan.end.toordinal()) / 2
    at = min(max(plan.on, plan.start), plan.end).toordinal() + 0.5
    if at != plan.on.toordinal() + 0.5:
        text = f"← {text}" if plan.on < plan.start else f"{text} →"
    else:
        ax.plot(
            [at, at],
            [plan.above - 0.06, plan.above + plan.inside],
            color=RED,
            linestyle="--",
            linewidth=1.6,
            zorder=5,
        )
    side = "left" if at < middle else "right"
    ax.text(at, plan.above - 0.08, text, ha=side, va="bottom", size=9, weight="bold", zorder=6)


def _write_months(plan: Plan, ax: "Axes") -> None:
    firsts = Months.of(plan.start, plan.end, 14).firsts
    labels, year = [], 0
    for one in firsts:
        labels.append(plan.words.value(one, "mon") + (f"\n{one.year}" if one.year != year else ""))
        year = one.year
    ax.set_xticks([one.toordinal() for one in firsts], labels, size=9)
    ax.tick_params(axis="x", length=3, color=FAINT)


def _name_cohorts(plan: Plan, ax: "Axes") -> float:
    places, names, told = [], [], -1.0
    for group, top in plan.tops:
        middle = top + len(group.lanes) * plan.lane / 2
        if middle - told >= 0.15 or told < 0:
            lines = 2 if plan.lane * len(group.lanes) > 0.34 else 1
            places.append(middle)
            names.append(wrapped(plan.words.name("cohorts", group.cohort), NAMES, lines=lines))
            told = middle
    return name_rows(ax, places, names)


def _keys(plan: Plan) -> Iterator[Key]:
    looks = {**LOOKS, "gathering": _gathering(LANE), "closed": CLOSED, "closed-to-one": CLOSED_TO_ONE}
    for mark in marks_of(plan):
        yield plan.words.say(f"picture-timetable.{mark}"), looks[mark]
