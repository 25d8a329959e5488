"""A timetable in whole numbers, and what holds each of its gatherings back."""

from collections.abc import Iterator

import attrs

from kompetanse.model import ModuleOrder, Programme
from kompetanse.planning.scheduling.chains import module_of
from kompetanse.planning.scheduling.explanation import Step
from kompetanse.planning.scheduling.setting import WEEK, Gap, Pool, Setting, longest
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.scheduling.sweep import sweep
from kompetanse.planning.scheduling.swept import Sweep, closing, pool_numbers, room

Meeting = tuple[int, int]
"""A block, and a cohort."""


@attrs.frozen
class Push:
    """What holds a gathering back, all others as they are."""

    day: int
    numbers: int
    behind: Meeting | None = None


@attrs.frozen(eq=False)
class Placed:
    """A timetable in whole numbers."""

    setting: Setting
    open: Sweep
    """Of which only the days on which cohorts can meet are asked."""
    held: dict[Meeting, int]
    """The day of each gathering."""
    kinds: dict[int, int]
    """The cohorts alike that each cohort is of."""

    @classmethod
    def of(cls, programme: Programme) -> "Placed":
        """Give the timetable of a programme; raise as `setting_of` does."""
        setting = setting_of(programme)
        block_of = {one.id: block for block, some in enumerate(setting.blocks) for one in some}
        number = {one.id: place for place, one in enumerate(setting.cohorts)}
        held: dict[Meeting, int] = {}
        for one in programme.timetable.gatherings:
            if one.module in block_of and one.cohort in number:
                held.setdefault((block_of[one.module], number[one.cohort]), setting.day(one.date))
        kinds = {one: kind for kind, some in enumerate(setting.alike) for one in some}
        return cls(setting, sweep(setting, setting.everything), held, kinds)

    def meeting(self, module: str, cohort: str) -> Meeting | None:
        """Give the meeting of a module and a cohort; None where there are no such two."""
        blocks = (one for one, some in enumerate(self.setting.blocks) if module in [it.id for it in some])
        numbers = (one for one, some in enumerate(self.setting.cohorts) if some.id == cohort)
        found = next(blocks, None), next(numbers, None)
        return None if found[0] is None or found[1] is None else (found[0], found[1])

    def pushes(self, meeting: Meeting) -> Iterator[Push]:
        """Yield all that holds a gathering back, but that its day must be open and have room."""
        yield from self._limits(meeting)
        yield from self._behind(meeting)
        yield from self._beside(meeting)

    def first(self, meeting: Meeting) -> Push:
        """Give the first day on which a gathering could be, all others as they are, and what says so."""
        least = Push(0, 0)
        for push in self.pushes(meeting):
            if push.day > least.day:
                least = push
        day, numbers = least.day, least.numbers
        while day < self.setting.top and not self._is_free(meeting, day):
            day += 1
        numbers |= self.skipped(meeting, least.day, day)
        return Push(day, numbers, least.behind)

    def slack(self, meeting: Meeting) -> int:
        """Count the working days on which it could be before its own; below 0, those it is too early by."""
        day, first = self.held[meeting], self.first(meeting).day
        start, end = sorted((max(day, 0), first))
        days = self.open.open[self.kinds[meeting[1]]] >> start & (1 << end - start) - 1
        if first > day:
            return -days.bit_count()
        return sum(self._is_free(meeting, one) for one in range(start, end))

    def step(self, meeting: Meeting, push: Push, *, named: str | None) -> Step:
        """Tell what holds a gathering back."""
        setting, behind = self.setting, push.behind
        return Step(
            named or module_of(setting, meeting[0]),
            setting.cohorts[meeting[1]].id,
            latest=False,
            date=setting.date(push.day),
            constraints=setting.chosen(push.numbers),
            behind=module_of(setting, behind[0]) if behind else None,
            behind_date=setting.date(self.held[behind]) if behind else None,
        )

    def _limits(self, meeting: Meeting) -> Iterator[Push]:
        spot = meeting[0], self.kinds[meeting[1]]
        for number, day, phases in self.setting.floors.get(spot, ()):
            days, home = longest(phases, -1)
            yield Push(day + days, home | 1 << number)

    def _behind(self, meeting: Meeting) -> Iterator[Push]:
        """Yield what the cohort's own gatherings before it ask for, and the one after it."""
        setting, (block, cohort) = self.setting, meeting
        own = sorted((day, one) for (one, other), day in self.held.items() if other == cohort)
        place = own.index((self.held[meeting], block))
        if place:
            before = own[place - 1][1], cohort
            follow_up, home = longest(setting.follow_up[before[0]], -1)
            preparation, ahead = longest(setting.preparation[block], -1)
            yield Push(self.held[before] + 1, 0, before)
            yield Push(self.held[before] + follow_up + preparation + 1, home | ahead, before)
            for gap in self._gap(setting.min_gaps, before[0]):
                yield Push(self.held[before] + gap.days, 1 << gap.number, before)
        for wait in setting.waits:
            if wait.then == block and (wait.first, cohort) in self.held:
                yield Push(self.held[wait.first, cohort] + wait.days, 1 << wait.number, (wait.first, cohort))
        for choice in setting.choices:
            options = [
                Push(self.held[one, cohort] + days, 1 << choice.number, (one, cohort))
                for one, days in choice.options if (one, cohort) in self.held
            ]  # fmt: skip
            if choice.then == block and options:
                yield min(options, key=lambda push: push.day)

    def _gap(self, gaps: tuple[Gap, ...], block: int) -> tuple[Gap, ...]:
        """Give the gap behind a block, if one is asked for; in a free order all are the same."""
        return gaps[min(block, len(gaps) - 1) :][:1]

    def _beside(self, meeting: Meeting) -> Iterator[Push]:
        """Yield what the others of the same round ask for, and the cohort's own next gathering."""
        setting, (block, cohort) = self.setting, meeting
        if setting.within is not None:
            number, days = setting.within
            for other, day in self.round(meeting).items():
                yield Push(day - days + 1 if days else day - day % WEEK, 1 << number, other)
        later = [(day, one) for (one, who), day in self.held.items() if who == cohort]
        later = [one for one in sorted(later) if one[0] > self.held[meeting]]
        for day, following in later[:1]:
            for gap in self._gap(setting.max_gaps, block):
                yield Push(day - gap.days, 1 << gap.number, (following, cohort))

    def round(self, meeting: Meeting) -> dict[Meeting, int]:
        """Give the gatherings of other cohorts that must be near to this one, with their days."""
        block, cohort = meeting
        if self.setting.order is not ModuleOrder.OWN:
            return {one: day for one, day in self.held.items() if one[0] == block and one[1] != cohort}
        place = sum(day < self.held[meeting] for (_, who), day in self.held.items() if who == cohort)
        near: dict[Meeting, int] = {}
        for other in {who for _, who in self.held} - {cohort}:
            own = sorted((day, one) for (one, who), day in self.held.items() if who == other)
            near |= {(one, other): day for day, one in own[place : place + 1]}
        return near

    def _is_free(self, meeting: Meeting, day: int) -> bool:
        """Tell whether a gathering could be on a day: it is open, and what is shared has room."""
        spot = meeting[0], self.kinds[meeting[1]]
        if not self.open.available(spot) >> day & 1:
            return False
        return all(
            self._asked(pool, day, meeting) < room(self.open, pool, 1 << day)
            for pool in self.setting.pools if spot in pool.needed
        )  # fmt: skip

    def _asked(self, pool: Pool, day: int, meeting: Meeting) -> int:
        """Count the other gatherings on a day that need one of a pool."""
        return sum(
            held == day and (block, self.kinds[cohort]) in pool.needed and (block, cohort) != meeting
            for (block, cohort), held in self.held.items()
        )

    def skipped(self, meeting: Meeting, start: int, end: int) -> int:
        """Give the constraints that keep a gathering from the days from `start` to before `end`, as bits."""
        spot = meeting[0], self.kinds[meeting[1]]
        start = max(start, 0)
        numbers = closing(self.open, spot, start, end)
        open_days = self.open.available(spot)
        for day in range(start, end) if open_days >> start & (1 << max(end - start, 0)) - 1 else ():
            for pool in self.setting.pools if open_days >> day & 1 else ():
                if spot in pool.needed and self._asked(pool, day, meeting) >= room(self.open, pool, 1 << day):
                    numbers |= pool_numbers(self.open, pool, day, day + 1)
        return numbers
