"""Maturity in words: the network, the gaps, one organisation's profile and what it should take up next."""

from collections.abc import Sequence

from kompetanse.model import Cell, Column, Language, Programme, Table, Unit
from kompetanse.report.layout import block, bullet, line, sections, table_text, title
from kompetanse.report.programme import marked
from kompetanse.report.words import Words
from kompetanse.scoring import Advice, LevelShare, Score, ScoreCard

SHOWN = 3
"""How many of the widest and of the narrowest gaps are told."""
BAR = 20
"""The characters that a share of 1 is drawn with."""


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


def organisations_text(programme: Programme, card: ScoreCard, lang: Language) -> str:
    """Tell the whole score of each organisation in the last wave."""
    words = Words(lang, programme)
    if not card.waves:
        return ""
    return block(line(words.say("scores.organisations")), table_text(organisations_table(card), words))


def network_table(card: ScoreCard) -> Table:
    """Give the network's score of each node in the last wave, and the change since the one before."""
    rows = [
        (one.node, one.value, _change(card, one), one.target, one.gap, one.level, one.coverage)
        for one in card.scores
        if one.organisation is None and one.wave == card.waves[-1]
    ]
    return Table((Column("node"), *SCORE_COLUMNS), rows)


def organisations_table(card: ScoreCard) -> Table:
    """Give each organisation's whole score in the last wave, and the change since the one before."""
    root = card.framework.id
    rows: list[tuple[Cell, ...]] = [
        (one.organisation, one.value, _change(card, one), one.target, one.gap, one.level, one.coverage)
        for one in card.scores
        if one.organisation is not None and one.node == root and one.wave == card.waves[-1]
    ]
    return Table((Column("organisation"), *SCORE_COLUMNS), rows)


SCORE_COLUMNS = (
    Column("value", Unit.POINTS),
    Column("change", Unit.POINTS),
    Column("target", Unit.POINTS),
    Column("gap", Unit.POINTS),
    Column("level"),
    Column("coverage", Unit.SHARE),
)


def _change(card: ScoreCard, score: Score) -> float | None:
    """Give the points by which a score rose since the wave before."""
    earlier = card.waves[: card.waves.index(score.wave)]
    if not earlier or score.value is None:
        return None
    organisation = score.organisation
    before = (
        card.network(score.node, earlier[-1])
        if organisation is None
        else card.of(organisation, score.node, earlier[-1])
    )
    return None if before.value is None else score.value - before.value


def _gaps(gaps: Sequence[Score], words: Words) -> str:
    if not gaps:
        return ""
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


def organisation_text(
    programme: Programme, card: ScoreCard, organisation: str, advice: Sequence[Advice], lang: Language
) -> str:
    """Tell one organisation's score, its profile over the levels, what it should take up next, and why."""
    words = Words(lang, programme)
    wave = card.waves[-1]
    whole = card.of(organisation, card.framework.id, wave)
    if whole.value is None:
        return line(words.say("scores.not-answered", organisation=organisation))
    return sections(
        line(
            words.say(
                "scores.organisation", organisation=organisation, value=whole.value, coverage=whole.coverage
            )
        ),
        block(
            line(words.say("scores.profile", organisation=organisation)),
            (_share(one, words) for one in card.profile(organisation, wave)),
        ),
        _advice(organisation, advice, words),
    )


def _share(share: LevelShare, words: Words) -> str:
    bar = ("█" * round(share.share * BAR)).ljust(BAR, "·")
    return "  " + words.say("scores.share", bar=bar, share=share.share, level=share.level)


def _advice(organisation: str, advice: Sequence[Advice], words: Words) -> str:
    if not advice:
        return line(words.say("scores.advice-none", organisation=organisation))
    first, *rest = advice
    then = tuple(words.name("dimensions", one.dimension) for one in rest[:2])
    module = (
        words.say("scores.module", module=first.module)
        if first.module is not None
        else words.say("scores.no-module")
    )
    why = words.say(
        "scores.why", score=first.score, target=first.target, weight=first.weight, gain=first.gain
    )
    return block(
        line(words.say("scores.advice", organisation=organisation, dimension=first.dimension)),
        line(why, 1),
        line(module, 1),
        line(words.say("scores.then", dimensions=then), 1) if then else "",
    )
