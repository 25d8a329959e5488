"""Maturity in words: the network, its gaps, and organisation by organisation."""

from collections.abc import Sequence

from kompetanse.model import Cell, Column, Language, Programme, Table, Text, Unit
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.layout import block, bullet, line, sections, table_text, title
from kompetanse.report.programme import marked
from kompetanse.report.words import Words
from kompetanse.scoring import Advice, Score, ScoreCard, changes

SHOWN = 3
"""How many of the widest and of the narrowest gaps are told."""
Moved = Mapping[tuple[str | None, str], float | None]
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
    return block(line(words.say("scores.organisations")), table_text(table, words))


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
            rows.append((one.organisation, *_cells(card, one, moved), *advised))
    return Table((Column("organisation"), *SCORE_COLUMNS, Column("next"), Column("module")), rows)


def _cells(card: ScoreCard, one: Score, moved: Moved) -> tuple[Cell, ...]:
    change = moved.get((one.organisation, one.node))
    return one.value, change, one.target, one.gap, _level(card, one), one.coverage


def _level(card: ScoreCard, one: Score) -> Cell:
    """Give the level; where few answered, with words that say so."""
    thin = one.coverage is not None and one.coverage < THIN
    said = SENTENCES["scores.thin-level"]
    for level in card.framework.levels if thin else ():
        if level.id == one.level:
            return Text(said.nb.format(level=level.name.nb), said.en.format(level=level.name.en))
    return one.level


SCORE_COLUMNS = (
    Column("value", Unit.POINTS),
    Column("change", Unit.POINTS),
    Column("target", Unit.POINTS),
    Column("gap", Unit.POINTS),
    Column("level"),
    Column("coverage", Unit.SHARE),
)


def _moved(card: ScoreCard) -> Moved:
    """Give the points by which each score rose since the wave before."""
    return {(one.organisation, one.node): one.change for one in changes(card)}


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
