"""Maturity in words: the network, its gaps, and organisation by organisation."""

from collections.abc import Mapping, Sequence
from math import ceil, floor

from kompetanse.model import Cell, Column, Language, Programme, Table, Text, Unit
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.layout import text_of
from kompetanse.report.parts import NOTHING, Part, block, bullet, grid, line, sections, title
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


def network_part(programme: Programme, card: ScoreCard, lang: Language) -> Part:
    """Tell how mature the network is in its last wave, by dimension, and where the gaps are."""
    words = Words(lang, programme)
    if not card.waves:
        return line(words.say("scores.none"))
    wave, moved = card.waves[-1], moved_in(card)
    owner = card.framework.owner
    heading = words.say("scores.title", name=card.framework.name, wave=wave)
    return sections(
        block(
            title(marked(heading, programme, words, "answers")),
            line(words.say("scores.owner", name=card.framework.name, owner=owner)) if owner else NOTHING,
            scale_part(card, words),
            line(words.say("scores.minimum", minimum=card.minimum)) if card.minimum else NOTHING,
        ),
        block(
            line(words.say("scores.network", count=len(card.organisations))),
            line(words.say("scores.nobody")) if _silent(card) else NOTHING,
            grid(dimensions_table(card, None, moved), words),
            distinct_part(None, moved, words),
        ),
        _gaps(card.gaps(wave), words),
    )


network_text = text_of(network_part)


def scale_part(card: ScoreCard, words: Words) -> Part:
    """Tell how the numbers of a score are read."""
    uncertain = any(one.low is not None for one in card.scores)
    return block(
        line(words.say("scores.scale")), line(words.say("scores.interval")) if uncertain else NOTHING
    )


def organisations_part(
    programme: Programme, card: ScoreCard, advice: Sequence[Advice], lang: Language
) -> Part:
    """Tell the whole score of each organisation in the last wave, and what each should take up next."""
    words = Words(lang, programme)
    if not card.waves:
        return NOTHING
    moved = moved_in(card)
    return block(
        line(words.say("scores.organisations")),
        grid(organisations_table(programme, card, advice, moved), words),
        _distinct(card, moved, words),
        _mistaken(programme, card, words),
    )


organisations_text = text_of(organisations_part)


def _mistaken(programme: Programme, card: ScoreCard, words: Words) -> Part:
    """Name the organisations of which more answered than there are leaders: one of the two is mistaken."""
    root, wave = card.framework.id, card.waves[-1]
    leaders = {one.id: one.leaders for one in programme.organisations if one.leaders}
    answered = (
        (one, card.of(one, root, wave).respondents or 0) for one in card.organisations if one in leaders
    )
    mistaken = tuple(words.name("organisations", one) for one, count in answered if count > leaders[one])
    return line(words.say("scores.mistaken", organisations=mistaken)) if mistaken else NOTHING


def distinct_part(organisation: str | None, moved: Moved, words: Words) -> Part:
    """Name the nodes on which an organisation, or the network, changed by more than chance can explain."""
    distinct = (one for one in moved.values() if one.organisation == organisation and one.distinct)
    nodes = tuple(words.name("dimensions", one.node) for one in distinct)
    return line(words.say("scores.distinct-nodes", nodes=nodes)) if nodes else NOTHING


def _silent(card: ScoreCard) -> bool:
    """Tell whether nobody answered anything in the last wave."""
    return not any(one.respondents or one.withheld for one in card.scores if one.wave == card.waves[-1])


def _distinct(card: ScoreCard, moved: Moved, words: Words) -> Part:
    """Name the organisations whose whole score changed by more than who answered can explain."""
    whole = (one for one in moved.values() if one.organisation and one.node == card.framework.id)
    told = [one for one in whole if one.distinct is not None]
    if not told:
        return NOTHING
    distinct = tuple(words.name("organisations", str(one.organisation)) for one in told if one.distinct)
    key = "scores.distinct" if distinct else "scores.none-distinct"
    return line(words.say(key, organisations=distinct, count=len(distinct), all=len(told)))


def dimensions_table(card: ScoreCard, organisation: str | None, moved: Moved) -> Table:
    """Give the score of each node in the last wave, of an organisation or, for None, of the network."""
    rows = [
        (one.node, *_cells(card, one, moved))
        for one in card.scores
        if one.organisation == organisation and one.wave == card.waves[-1]
    ]
    return Table((Column("node"), *SCORE_COLUMNS), rows)


def organisations_table(
    programme: Programme, card: ScoreCard, advice: Sequence[Advice], moved: Moved
) -> Table:
    """Give each organisation's whole score in the last wave, the change since before, and what is next."""
    root = card.framework.id
    leaders = {one.id: one.leaders for one in programme.organisations}
    first_of = {one.organisation: one for one in reversed(advice)}
    rows: list[tuple[Cell, ...]] = []
    for one in card.scores:
        if one.organisation is not None and one.node == root and one.wave == card.waves[-1]:
            first = first_of.get(one.organisation)
            advised = (first.dimension, first.module) if first else (None, None)
            value, interval, change, *_, coverage = _cells(card, one, moved)
            answered = _answered(one, leaders.get(one.organisation, 0))
            level = _place_of_level(card, one)
            row = (one.organisation, value, interval, answered, change, level, coverage, *advised)
            rows.append(row)
    by_key = {one.key: one for one in (*SCORE_COLUMNS, Column("answered"))}
    scores = (by_key[key] for key in ("value", "interval", "answered", "change", "level", "coverage"))
    return Table((Column("organisation"), *scores, Column("next"), Column("module")), rows)


def _answered(one: Score, leaders: int) -> str | None:
    """Give how many answered, and of how many leaders where that is known."""
    if one.respondents is None:
        return None
    return f"{one.respondents}/{leaders}" if leaders else f"{one.respondents}"


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


def _interval(one: Score) -> Cell:
    """Give the interval in whole points, never narrower than it is; where all answered, say that."""
    if one.low is None or one.high is None:
        return None
    if one.low == one.high:
        return SENTENCES["scores.all-answered"]
    low, high = whole_ends(one.low, one.high)
    return f"{low}–{high}"  # a range


def whole_ends(low: float, high: float) -> tuple[int, int]:
    """Give the ends of an interval in whole points, never narrower than it is."""
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


def moved_in(card: ScoreCard) -> Moved:
    """Give how far each score moved since the wave before."""
    return {(one.organisation, one.node): one for one in changes(card)}


def _gaps(gaps: Sequence[Score], words: Words) -> Part:
    if not gaps:
        return NOTHING
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
