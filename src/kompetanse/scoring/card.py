"""The score card: every score of every wave, what it was made from, and ways to look at it."""

from collections.abc import Mapping
from functools import cached_property

import attrs

from kompetanse.errors import UnknownDimension, UnknownIndicator, UnknownOrganisation, UnknownWave
from kompetanse.model import Column, MaturityFramework, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.scoring.lookup import known


@attrs.frozen
class Score:
    """How one organisation, or the network, stands in one wave on one node of the framework."""

    organisation: str | None
    """None for the network."""
    wave: str
    node: str
    """The id of a dimension, of the framework itself, or of an indicator."""
    value: float | None
    """Points, from 0 to 100 unless the framework lets them pass; None where there is no value."""
    coverage: float | None
    """Share of the applicable answers that were given, by weight; None where nothing is applicable."""
    low: float | None
    """The lower end of the 90 % interval, in points; None where there is no saying."""
    high: float | None
    """The upper end of the 90 % interval, in points."""
    error: float | None
    """The standard error of the value, in points."""
    respondents: int | None
    """How many answered anything below the node; None where that is held back."""
    level: str | None
    """The id of the level that the value stands on; the profile tells more."""
    target: float | None
    """Points."""
    gap: float | None
    """Points from the value up to the target; negative where it is passed."""
    withheld: bool = False
    """Whether the score is held back, since it would tell of too few respondents."""


@attrs.frozen
class LevelShare:
    """How large a part of an organisation's answers stands on one level, from 0 to 1."""

    level: str
    share: float


@attrs.frozen
class Profile:
    """How one organisation's answers in one wave are spread over the levels."""

    organisation: str
    wave: str
    shares: tuple[LevelShare, ...]
    """Every level, lowest first, summing to 1; empty where nothing was answered, or anything is held back."""


def _ids(*asked_for: object) -> bool:
    """Tell whether all are text; what is not may not even be hashable."""
    return all(isinstance(one, str) for one in asked_for)


@attrs.frozen
class ScoreCard:
    """Every score, wave by wave, and the framework that it was made by."""

    framework: MaturityFramework
    organisations: tuple[str, ...]
    waves: tuple[str, ...]
    """Ids, earliest first."""
    scores: tuple[Score, ...]
    """In each wave, the organisations and then the network, each node before those below it."""
    indicators: tuple[Score, ...]
    """The same of each indicator: what the scores are made of."""
    profiles: tuple[Profile, ...]
    minimum: int | None = None
    """The fewest respondents that a shown score rests on, where `suppress` saw to that."""

    __repr__ = brief("framework.id", "organisations", "waves", "minimum")
    _repr_html_ = html_of_table

    @cached_property
    def _by_key(self) -> Mapping[tuple[str | None, str, str], Score]:
        return {(one.organisation, one.node, one.wave): one for one in self.scores}

    @cached_property
    def _of_indicator(self) -> Mapping[tuple[str | None, str, str], Score]:
        return {(one.organisation, one.node, one.wave): one for one in self.indicators}

    @cached_property
    def _profile_of(self) -> Mapping[tuple[str, str], Profile]:
        return {(one.organisation, one.wave): one for one in self.profiles}

    def of(self, organisation: str, node: str, wave: str) -> Score:
        """Give one organisation's score.

        Raises `UnknownOrganisation`, `UnknownDimension` or `UnknownWave`.
        """
        key = organisation, node, wave
        if not _ids(*key) or key not in self._by_key:
            known(organisation, self.organisations, UnknownOrganisation)
            key = organisation, known(node, self.nodes, UnknownDimension), self._wave(wave)
        return self._by_key[key]

    def indicator(self, organisation: str, indicator: str, wave: str) -> Score:
        """Give one organisation's score on one indicator.

        Raises `UnknownOrganisation`, `UnknownIndicator` or `UnknownWave`.
        """
        key = organisation, indicator, wave
        if not _ids(*key) or key not in self._of_indicator:
            known(organisation, self.organisations, UnknownOrganisation)
            ids = (one.id for one in self.framework.indicators())
            key = organisation, known(indicator, ids, UnknownIndicator), self._wave(wave)
        return self._of_indicator[key]

    def network(self, node: str, wave: str) -> Score:
        """Give the network's score; raise `UnknownDimension` or `UnknownWave`."""
        key = None, node, wave
        if not _ids(node, wave) or key not in self._by_key:
            key = None, known(node, self.nodes, UnknownDimension), self._wave(wave)
        return self._by_key[key]

    def profile(self, organisation: str, wave: str) -> tuple[LevelShare, ...]:
        """Give the share of each level in one organisation's answers, lowest level first.

        Each answer weighs as much as it does in the organisation's whole score; together they make 1.
        Empty where nothing was answered. Raises `UnknownOrganisation` or `UnknownWave`.
        """
        known(organisation, self.organisations, UnknownOrganisation)
        return self._profile_of[organisation, self._wave(wave)].shares

    def gaps(self, wave: str) -> tuple[Score, ...]:
        """Give the network's scores that have a gap, widest first; raise `UnknownWave`.

        Scores without a target or without a value have none. Equal gaps stand in the order of the tree.
        """
        self._wave(wave)
        rows = (self.network(node, wave) for node in self.nodes)
        with_gap = ((one.gap, one) for one in rows if one.gap is not None)
        return tuple(one for _, one in sorted(with_gap, key=lambda pair: -pair[0]))

    def table(self) -> Table:
        """Give every score as a row, flagged where it is held back; the network has no organisation."""
        columns = (
            Column("organisation"),
            Column("wave"),
            Column("node"),
            Column("value", Unit.POINTS),
            Column("coverage", Unit.SHARE),
            Column("low", Unit.POINTS),
            Column("high", Unit.POINTS),
            Column("error", Unit.POINTS),
            Column("respondents"),
            Column("level"),
            Column("target", Unit.POINTS),
            Column("gap", Unit.POINTS),
            Column("flag"),
        )
        rows = ((*attrs.astuple(one)[:-1], "withheld" if one.withheld else None) for one in self.scores)
        return Table(columns, rows)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the framework itself and of its dimensions, in the order of the tree."""
        return (self.framework.id, *(one.id for one in self.framework.walk()))

    def _wave(self, wave: str) -> str:
        return known(wave, self.waves, UnknownWave)


def chosen_wave(card: ScoreCard, wave: str | None) -> str | None:
    """Give the wave, or the last for None; None where there is none at all. Raises `UnknownWave`."""
    if wave is not None:
        return known(wave, card.waves, UnknownWave)
    return card.waves[-1] if card.waves else None


def known_organisation(card: ScoreCard, organisation: str) -> str:
    """Give the id of an organisation of the card; raise `UnknownOrganisation`."""
    return known(organisation, card.organisations, UnknownOrganisation)
