"""Designs side by side, in words."""

from collections.abc import Iterator, Mapping

from kompetanse.model import Language, Table, Text
from kompetanse.report.layout import text_of, with_columns
from kompetanse.report.outcomes import base_text, forecast_reserve, outcome_part
from kompetanse.report.parts import Part, block, bullet, grid, line, sections, title
from kompetanse.report.programme import COMPARED, marked
from kompetanse.report.words import Words
from kompetanse.whatif import Comparison, Result
from kompetanse.whatif.measure import GAIN

SIDES = {
    "time": ("status", "errors", "warnings", "last-date", "days", "leader-hours", "hours-more"),
    "form": ("orders", "complexity", "complexity-more", "cost", "cost-more", "peak", "peak-more"),
    "gain": ("gain", "gain-more", "gain-low", "gain-high", "gain-probability"),
}
"""What each of the tables tells of the scenarios: all in one would be too wide."""
MOST = 12
"""Designs that are named, of those that no other dominates."""


def comparison_part(comparison: Comparison, lang: Language) -> Part:
    """Tell the base, each scenario with its difference from it, all in tables, and what stands out."""
    return sections(
        base_part(comparison, lang),
        *outcome_parts(comparison, lang),
        side_by_side_part(comparison, lang),
        block(map(line, forecast_reserve(comparison.base, Words(lang, comparison.base.programme)))),
    )


comparison_text = text_of(comparison_part)


def base_part(comparison: Comparison, lang: Language) -> Part:
    """Tell what all scenarios are compared with."""
    base = comparison.base.programme
    words = Words(lang, base)
    return block(
        title(marked(words.say("whatif.title"), base, words, *COMPARED)),
        line(words.say("whatif.base", name=base.name)),
        (bullet(text, 1) for text in base_text(comparison.base, words)),
    )


def outcome_parts(comparison: Comparison, lang: Language) -> Iterator[Part]:
    """Tell each scenario, and how what comes of it differs from the base."""
    names = _names(comparison)
    return (outcome_part(one, names, lang, comparison.base.programme) for one in comparison.outcomes)


def side_by_side_part(comparison: Comparison, lang: Language) -> Part:
    """Tell all designs in tables, and what stands out."""
    words = Words(lang, comparison.base.programme)
    return sections(
        *_tables(comparison.table(), words),
        block(map(line, _standing_out(comparison, _names(comparison), words))),
    )


def _names(comparison: Comparison) -> Mapping[str, Text]:
    return {one.scenario.id: one.scenario.name for one in comparison.outcomes}


def _tables(table: Table, words: Words) -> Iterator[Part]:
    there = {one.key for one in table.filled().columns}
    for kind, keys in SIDES.items():
        if there.intersection(keys):
            told = with_columns(table, "scenario", *keys)
            yield grid(told, words, caption=words.say(f"whatif.side-{kind}"))


def _standing_out(comparison: Comparison, names: Mapping[str, Text], words: Words) -> Iterator[str]:
    """Tell which of the sound designs no other dominates, where there are two of them at least."""
    measures = comparison.dominating
    results: dict[str | None, Result | None] = {None: comparison.base}
    results |= {one.scenario.id: one.result for one in comparison.outcomes if one.scenario.keeps_yardstick}
    sound = {id_ for id_, result in results.items() if result is not None and result.sound}
    best = [one for one in comparison.pareto(*measures) if one in sound]
    if len(sound) < 2:
        return
    told = tuple(_name(one, names, words) for one in best[:MOST])
    told += (words.say("whatif.more", count=len(best) - MOST),) if len(best) > MOST else ()
    by = tuple(words.say(f"column.{one.key}").lower() for one in measures)
    yield words.say("whatif.pareto", designs=told, by=by)
    if GAIN not in measures:
        yield words.say("whatif.pareto-without-gain")
    yield from _left_out(comparison, words)


def _left_out(comparison: Comparison, words: Words) -> Iterator[str]:
    """Tell which designs are measured by another yardstick than the rest."""
    scenarios = (one.scenario for one in comparison.outcomes)
    others = tuple(words.say("whatif.quoted", name=one.name) for one in scenarios if not one.keeps_yardstick)
    if others:
        yield words.say("whatif.other-yardstick", designs=others)


def _name(id_: str | None, names: Mapping[str, Text], words: Words) -> str:
    return words.say("scenario.base") if id_ is None else words.say("whatif.quoted", name=names[id_])
