"""Where everyone is in the journey on a date: the values that `journey` gives."""

import datetime as dt
from collections.abc import Callable
from enum import Enum

import attrs

from kompetanse.model import Cell, Column, Gathering, Programme, Table, Text, Unit
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table


class Stage(Enum):
    """How far a cohort has come with a module."""

    TO_COME = "to come"
    """Preparation has not begun, or no gathering is planned yet."""
    PREPARATION = "preparation"
    GATHERING = "gathering"
    FOLLOW_UP = "follow-up"
    DONE = "done"
    """The last day of follow-up is past."""

    @property
    def running(self) -> bool:
        """Whether the module has begun and is not done."""
        return self not in (Stage.TO_COME, Stage.DONE)

    @property
    def met(self) -> bool:
        """Whether the gathering is held, or being held."""
        return self in (Stage.GATHERING, Stage.FOLLOW_UP, Stage.DONE)


class PhaseName(Enum):
    """The two phases at home."""

    PREPARATION = "preparation"
    FOLLOW_UP = "follow-up"


@attrs.frozen
class ModuleStage:
    """One cohort's stage in one module, and the days that decide it."""

    cohort: str
    module: str
    stage: Stage
    start: dt.date | None
    """The first day of preparation; None where no gathering is planned."""
    gathering: Gathering | None
    end: dt.date | None
    """The last day of follow-up."""

    @property
    def date(self) -> dt.date | None:
        """The day of the gathering; None where none is planned."""
        return self.gathering.date if self.gathering else None


@attrs.frozen
class Homework:
    """What a cohort has to do at home until its next gathering."""

    cohort: str
    module: str
    phase: PhaseName
    start: dt.date
    end: dt.date
    """The last day for it."""
    hours: float
    """Of each leader, for the whole phase."""
    tasks: tuple[Text, ...]


@attrs.frozen
class Progress:
    """How far one organisation has come with the module that its cohort is in, or was in last."""

    organisation: str
    cohort: str
    module: str
    attended: float | None
    """Share of its leaders who came, from 0 to 1; None where nothing was reported."""
    own_work: float | None
    """Share of the work at home that is done, from 0 to 1; None where nothing was reported."""


@attrs.frozen
class Journey:
    """Where everyone is on a date."""

    programme: Programme
    on: dt.date
    stages: tuple[ModuleStage, ...]
    """Cohort by cohort, each in the teaching order."""
    homework: tuple[Homework, ...]
    progress: tuple[Progress, ...]
    reported: tuple[str, ...] = ()
    """The modules of which any participation was reported, in the teaching order."""

    __repr__ = brief("programme.id", "on", "stages")
    _repr_html_ = html_of_table

    def of_cohort(self, cohort: str) -> tuple[ModuleStage, ...]:
        """Give one cohort's stages, in the teaching order; raise `UnknownCohort`."""
        self.programme.cohort(cohort)
        return tuple(one for one in self.stages if one.cohort == cohort)

    @property
    def done(self) -> tuple[str, ...]:
        """The modules that every cohort is done with, in the teaching order."""
        return self._modules(lambda reached: reached == {Stage.DONE})

    @property
    def running(self) -> tuple[str, ...]:
        """The modules that some cohort has begun and not every one is done with."""
        return self._modules(lambda reached: reached not in ({Stage.DONE}, {Stage.TO_COME}))

    @property
    def to_come(self) -> tuple[str, ...]:
        """The modules that no cohort has begun, in the teaching order; also where there are no cohorts."""
        return self._modules(lambda reached: reached == {Stage.TO_COME})

    def _modules(self, chosen: Callable[[set[Stage]], bool]) -> tuple[str, ...]:
        reached: dict[str, set[Stage]] = {}
        for one in self.stages:
            reached.setdefault(one.module, set()).add(one.stage)
        order = self.programme.teaching_order
        return tuple(id_ for id_ in order if chosen(reached.get(id_, {Stage.TO_COME})))

    @property
    def met(self) -> tuple[str, ...]:
        """The modules that every cohort has met for, in the teaching order."""
        return self._modules(lambda reached: all(stage.met for stage in reached))

    @property
    def next_gatherings(self) -> tuple[Gathering, ...]:
        """Each cohort's next gathering, on the date or after it, earliest first."""
        first: dict[str, Gathering] = {}
        coming = (one.gathering for one in self.stages if one.gathering and one.gathering.date >= self.on)
        for gathering in sorted(coming, key=lambda one: (one.date, one.start, one.cohort)):
            first.setdefault(gathering.cohort, gathering)
        return tuple(first.values())

    def toolbox(self, cohort: str | None = None) -> tuple[Text, ...]:
        """Give the tools of the modules that a cohort has met for; without one, those that all have."""
        met = self.met if cohort is None else [one.module for one in self.of_cohort(cohort) if one.stage.met]
        return tuple(
            tool
            for module in self.programme.teaching_order
            if module in met
            for tool in self.programme.module(module).tools
        )

    def table(self) -> Table:
        """Give the stages as rows."""
        columns = ("cohort", "module", "stage", "start", "gathering", "end")
        rows: list[tuple[Cell, ...]] = [
            (one.cohort, one.module, one.stage.value, one.start, one.date, one.end) for one in self.stages
        ]
        return Table(columns, rows)

    def progress_table(self) -> Table:
        """Give the progress of each organisation as rows."""
        shares = (Column("attended", Unit.SHARE), Column("own-work", Unit.SHARE))
        rows = [
            (one.cohort, one.organisation, one.module, one.attended, one.own_work) for one in self.progress
        ]
        return Table((Column("cohort"), Column("organisation"), Column("module"), *shares), rows)
