"""Maturity in words: the network, its gaps, and organisation by organisation."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from kompetanse.model import Cell, Column, Language, Programme, Table, Text, Unit
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.layout import block, bullet, line, sections, table_text, title
from kompetanse.report.programme import marked
from kompetanse.report.words import Words
from kompetanse.scoring import Advice, Score, ScoreCard, WaveChange, changes
from kompetanse.scoring.formulas import DECIMALS

SHOWN = 3
"""How many of the widest and of the narrowest gaps are told."""
Moved = Mapping[tuple[str | None, str], WaveChange]
"""How far each organisation, or the network, moved on each node."""
THIN = 0.5
"""A coverage below which a level is told with a reservation."""


def network_text(programme: Programme, card: ScoreCard, lang: Language) -> str:
    """Tell how mature the network is in its last wave, by dimension, and where the gaps are."""
    words = Words(lang, programme)
    if not card.waves:
        return line(words.say("scores.none"))
    wave = card.waves[-1]
    owner = card.framework.owner
    heading = words.say("scores.title", wave=wave)
    return sections(
        block(
            title(marked(heading, programme, "answers", words)),
            line(words.say("scores.owner", name=card.framework.name, owner=owner)) if owner else "",
            line(words.say("scores.scale")),
            line(words.say("scores.interval")) if any(one.low is not None for one in card.scores) else "",
            line(words.say("scores.minimum", minimum=card.minimum)) if card.minimum else "",
        ),
        block(
            line(words.say("scores.network", count=len(card.organisations))),
            table_text(network_table(card), words),
        ),
        _gaps(card.gaps(wave), words),
    )


def organisations_text(
    programme: Programme, card: ScoreCard, advice: Sequence[Advice], lang: Language
) -> str:
    """Tell the whole score of each organisation in the last wave, and what each should take up next."""
    words = Words(lang, programme)
    if not card.waves:
        return ""
    table = organisations_table(card, advice)
    return block(
        line(words.say("scores.organisations")),
        table_text(table, words),
        _distinct(card, words),
    )


def _distinct(card: ScoreCard, words: Words) -> str:
    """Name the organisations whose whole score changed by more than who answered can explain."""
    moved = [one for one in _moved(card).values() if one.organisation and one.node == card.framework.id]
    told = [one for one in moved if one.distinct is not None]
    if not told:
        return ""
    distinct = tuple(words.name("organisations", str(one.organisation)) for one in told if one.distinct)
    key = "scores.distinct" if distinct else "scores.none-distinct"
    return line(words.say(key, organisations=distinct, count=len(distinct), all=len(told)))


def network_table(card: ScoreCard) -> Table:
    """Give the network's score of each node in the last wave, and the change since the one before."""
    return dimensions_table(card, None)


def dimensions_table(card: ScoreCard, organisation: str | None) -> Table:
    """Give the score of each node in the last wave, of an organisation or, for None, of the network."""
    moved = _moved(card)
    rows = [
        (one.node, *_cells(card, one, moved))
        for one in card.scores
        if one.organisation == organisation and one.wave == card.waves[-1]
    ]
    return Table((Column("node"), *SCORE_COLUMNS), rows)


def organisations_table(card: ScoreCard, advice: Sequence[Advice]) -> Table:
    """Give each organisation's whole score in the last wave, the change since before, and what is next."""
    root, moved = card.framework.id, _moved(card)
    first_of = {one.organisation: one for one in reversed(advice)}
    rows: list[tuple[Cell, ...]] = []
    for one in card.scores:
        if one.organisation is not None and one.node == root and one.wave == card.waves[-1]:
            first = first_of.get(one.organisation)
            advised = (first.dimension, first.module) if first else (None, None)
            value, interval, change, *_, coverage = _cells(card, one, moved)
            row = (one.organisation, value, interval, change, _place_of_level(card, one), coverage, *advised)
            rows.append(row)
    columns = (one for one in SCORE_COLUMNS if one.key not in ("target", "gap"))
    return Table((Column("organisation"), *columns, Column("next"), Column("module")), rows)


def _cells(card: ScoreCard, one: Score, moved: Moved) -> tuple[Cell, ...]:
    change = moved.get((one.organisation, one.node))
    return (
        one.value,
        _interval(one),
        change.change if change else None,
        one.target,
        one.gap,
        _level(card, one),
        one.coverage,
    )


def _interval(one: Score) -> str | None:
    """Give the interval in whole points, never narrower than it is."""
    if one.low is None or one.high is None:
        return None
    low, high = whole_ends(one.low, one.high)
    return f"{low}" if low == high else f"{low}–{high}"  # a range


def whole_ends(low: float, high: float) -> tuple[int, int]:
    """Give the ends of an interval in whole points, never narrower than it is; of one point, that point."""
    if low == high:
        return round(low), round(low)
    return floor(round(low, DECIMALS)), ceil(round(high, DECIMALS))


def _level(card: ScoreCard, one: Score) -> Cell:
    """Give the level; where few answered, or the score is held back, with words that say so."""
    names = {level.id: level.name for level in card.framework.levels}
    return _qualified(names.get(one.level or ""), one)


def _place_of_level(card: ScoreCard, one: Score) -> Cell:
    """Give the level by its number, which takes less room, with words as above."""
    ids = [level.id for level in card.framework.levels]
    if one.level is None:
        return _qualified(None, one)
    said, told = SENTENCES["scores.level-number"], {"number": ids.index(one.level) + 1, "count": len(ids)}
    return _qualified(Text(said.nb.format(**told), said.en.format(**told)), one)


def _qualified(level: Text | None, one: Score) -> Text | None:
    if one.withheld:
        return SENTENCES["scores.withheld-level"]
    if level is None or one.coverage is None or one.coverage >= THIN:
        return level
    said = SENTENCES["scores.thin-level"]
    return Text(said.nb.format(level=level.nb), said.en.format(level=level.en))


SCORE_COLUMNS = (
    Column("value", Unit.POINTS),
    Column("interval"),
    Column("change", Unit.POINTS),
    Column("target", Unit.POINTS),
    Column("gap", Unit.POINTS),
    Column("level"),
    Column("coverage", Unit.SHARE),
)


def _moved(card: ScoreCard) -> Moved:
    """Give how far each score moved since the wave before."""
    return {(one.organisation, one.node): one for one in changes(card)}


def _gaps(gaps: Sequence[Score], words: Words) -> str:
    if not gaps:
        return ""
    if len(gaps) < 2 * SHOWN:
        return block(line(words.say("scores.gaps")), (bullet(_gap(one, words)) for one in gaps))
    return block(
        line(words.say("scores.widest")),
        (bullet(_gap(one, words)) for one in gaps[:SHOWN]),
        line(words.say("scores.narrowest")),
        (bullet(_gap(one, words)) for one in reversed(gaps[-SHOWN:])),
    )


def _gap(score: Score, words: Words) -> str:
    gap = score.gap or 0.0
    key = "scores.gap" if gap > 0 else "scores.gap-passed"
    return words.say(key, node=score.node, value=score.value, target=score.target, gap=gap, over=-gap)
