"""What the picture of the dimensions shows: a row for the whole and one for each dimension of the tree."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from kompetanse.model import Language, MaturityDimension, Programme
from kompetanse.model.rules import demand
from kompetanse.report.plots.lettering import said
from kompetanse.report.programme import marked
from kompetanse.report.scores import THIN
from kompetanse.report.words import Words, words_of
from kompetanse.scoring import Score, ScoreCard
from kompetanse.scoring.card import chosen_wave, known_organisation

MOST_PEERS = 60
"""Organisations, above which peers that stand within half a point of each other are one stroke."""


@attrs.frozen
class Row:
    """One node of the framework."""

    name: str
    depth: int
    """0 for the framework itself and for the topmost dimensions."""
    parent: bool
    """Whether it is made of narrower dimensions."""
    score: Score
    network: float | None
    """The network's value, where the picture is of an organisation."""
    peers: tuple[float, ...]
    """The values of the other organisations that may be told."""

    @property
    def thin(self) -> bool:
        """Whether so little was answered that the value says little."""
        return self.score.value is not None and self.score.coverage is not None and self.score.coverage < THIN


@attrs.frozen(eq=False)
class Scored:
    """The whole picture: of an organisation, or of the network."""

    card: ScoreCard
    words: Words
    organisation: str | None
    title: str
    rows: tuple[Row, ...]

    @property
    def subject(self) -> str:
        """The name of the organisation or of the network."""
        words = self.words
        if self.organisation is None:
            return words.say("picture-dimensions.network")
        return said(words.name("organisations", self.organisation))

    @property
    def topmost(self) -> tuple[Row, ...]:
        """The rows of the topmost dimensions."""
        return tuple(one for one in self.rows[1:] if one.depth == 0)

    @property
    def longest(self) -> float:
        """The highest number of points on the picture, at least 100."""
        values = (
            one
            for row in self.rows
            for one in (row.score.value, row.score.high, row.score.target, row.network, *row.peers)
        )
        return max(100.0, max((one for one in values if one is not None), default=0.0))

    @property
    def shortest(self) -> float:
        """The lowest number of points on the picture, at most 0."""
        values = (
            one for row in self.rows for one in (row.score.value, row.score.low, row.network, *row.peers)
        )
        return min((one for one in values if one is not None and one < 0), default=0.0)


def scored(
    programme: Programme, card: ScoreCard, organisation: str | None, wave: str | None, lang: Language
) -> Scored:
    """Give what there is to show; raise `InvalidValue`, `UnknownOrganisation` or `UnknownWave`."""
    words = words_of("plot_dimensions", programme, lang)
    demand("plot_dimensions", "card", card, ScoreCard)
    if organisation is not None:
        known_organisation(card, organisation)
    chosen = chosen_wave(card, wave)
    rows = tuple(_rows(card, organisation, chosen, words)) if chosen is not None else ()
    whole = Scored(card, words, organisation, "", rows)
    name = said(words.value(card.framework.name))
    title = words.say("picture-dimensions.title", name=name, wave=chosen or "", subject=whole.subject)
    return attrs.evolve(whole, title=marked(title, programme, words, "answers", "framework"))


def _rows(card: ScoreCard, organisation: str | None, wave: str, words: Words) -> Iterator[Row]:
    of = {(one.organisation, one.node): one for one in card.scores if one.wave == wave}
    framework = card.framework
    nodes = [(framework.id, words.value(framework.name), 0, True)]
    nodes += [(one.id, words.value(one.name), depth, bool(one.dimensions)) for one, depth in _walk(card)]
    for id_, name, depth, parent in nodes:
        network = None if organisation is None else of[None, id_].value
        peers = () if organisation is None else _peers(card, of, organisation, id_)
        yield Row(name, depth, parent, of[organisation, id_], network, peers)


def _walk(card: ScoreCard) -> Iterator[tuple[MaturityDimension, int]]:
    waiting = [(one, 0) for one in reversed(card.framework.dimensions)]
    while waiting:
        dimension, depth = waiting.pop()
        yield dimension, depth
        waiting += [(one, depth + 1) for one in reversed(dimension.dimensions)]


def _peers(
    card: ScoreCard, of: Mapping[tuple[str | None, str], Score], organisation: str, node: str
) -> tuple[float, ...]:
    others = (of[one, node] for one in card.organisations if one != organisation)
    values = [one.value for one in others if one.value is not None and not one.withheld]
    if len(card.organisations) > MOST_PEERS:
        return tuple(sorted({round(one * 2) / 2 for one in values}))
    return tuple(values)


def alt_of(shown: Scored) -> str:
    """Say in words what the picture shows."""
    below = shown.rows[1:]
    return " ".join((f"{shown.title}.", _extremes(below, shown.words), *_lacking(below, shown.words)))


def _extremes(rows: Sequence[Row], words: Words) -> str:
    valued = [(one.score.value, said(one.name)) for one in rows if one.score.value is not None]
    if not valued:
        return words.say("picture-dimensions.alt-none")
    (high, strongest), (low, weakest) = max(valued, key=_value), min(valued, key=_value)
    key = "picture-dimensions.alt" if len(valued) > 1 else "picture-dimensions.alt-one"
    ends = {"strongest": strongest, "high": high, "weakest": weakest, "low": low}
    return words.say(key, count=len(valued), **ends)


def _value(pair: tuple[float, str]) -> float:
    return pair[0]


def _lacking(rows: Sequence[Row], words: Words) -> Iterator[str]:
    """Name those without a score, by why they have none."""
    withheld = tuple(said(one.name) for one in rows if one.score.withheld)
    missing = tuple(said(one.name) for one in rows if one.score.value is None and not one.score.withheld)
    for key, names in (("missing", missing), ("withheld", withheld)):
        if len(names) == len(rows):
            yield words.say(f"picture-dimensions.alt-all-{key}")
        elif names:
            yield words.say(f"picture-dimensions.alt-{key}", nodes=names)
