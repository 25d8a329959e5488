"""The score card: every score of every wave, what it was made from, and ways to look at it."""

from collections.abc import Mapping
from functools import cached_property

import attrs

from kompetanse.errors import UnknownDimension, UnknownIndicator, UnknownOrganisation, UnknownWave, close_to
from kompetanse.model import Column, MaturityFramework, Table, Unit


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
        found = self._by_key.get((organisation, node, wave)) if _ids(organisation, node, wave) else None
        if found is None:
            raise self._unknown(wave, organisation=(organisation,), node=(node,))
        return found

    def indicator(self, organisation: str, indicator: str, wave: str) -> Score:
        """Give one organisation's score on one indicator.

        Raises `UnknownOrganisation`, `UnknownIndicator` or `UnknownWave`.
        """
        ids = _ids(organisation, indicator, wave)
        found = self._of_indicator.get((organisation, indicator, wave)) if ids else None
        if found is None:
            known = tuple(one.id for one in self.framework.indicators())
            if organisation in self.organisations and indicator not in known:
                raise UnknownIndicator(indicator, close_to(indicator, known))
            raise self._unknown(wave, organisation=(organisation,))
        return found

    def network(self, node: str, wave: str) -> Score:
        """Give the network's score; raise `UnknownDimension` or `UnknownWave`."""
        found = self._by_key.get((None, node, wave)) if _ids(node, wave) else None
        if found is None:
            raise self._unknown(wave, node=(node,))
        return found

    def profile(self, organisation: str, wave: str) -> tuple[LevelShare, ...]:
        """Give the share of each level in one organisation's answers, lowest level first.

        Each answer weighs as much as it does in the organisation's whole score; together they make 1.
        Empty where nothing was answered. Raises `UnknownOrganisation` or `UnknownWave`.
        """
        found = self._profile_of.get((organisation, wave)) if _ids(organisation, wave) else None
        if found is None:
            raise self._unknown(wave, organisation=(organisation,))
        return found.shares

    def gaps(self, wave: str) -> tuple[Score, ...]:
        """Give the network's scores that have a gap, widest first; raise `UnknownWave`.

        Scores without a target or without a value have none. Equal gaps stand in the order of the tree.
        """
        if wave not in self.waves:
            raise self._unknown(wave)
        rows = (self.network(node, wave) for node in self._nodes)
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
    def _nodes(self) -> tuple[str, ...]:
        return (self.framework.id, *(one.id for one in self.framework.walk()))

    def _unknown(
        self, wave: str, *, organisation: tuple[str, ...] = (), node: tuple[str, ...] = ()
    ) -> UnknownOrganisation | UnknownDimension | UnknownWave:
        """Say which of the three ids is the one that the card does not hold."""
        for one in organisation:
            if one not in self.organisations:
                return UnknownOrganisation(one, close_to(one, self.organisations))
        for one in node:
            if one not in self._nodes:
                return UnknownDimension(one, close_to(one, self._nodes))
        return UnknownWave(wave, close_to(wave, self.waves))
