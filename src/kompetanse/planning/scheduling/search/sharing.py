"""What cohorts share: no more of them meet on a day than facilitators, venues or the day itself can take."""

from functools import cached_property

from kompetanse.planning.scheduling.search.rounds import Rounds
from kompetanse.planning.scheduling.search.taking import Taking
from kompetanse.planning.scheduling.setting import Pool, days_of
from kompetanse.planning.solver import Linear, Literal


def keep_room(rounds: Rounds, taking: Taking) -> None:
    """Keep every pool from being asked for more on a day than it has."""
    for pool in rounds.case.setting.pools:
        if rounds.case.counts(pool.number):
            _Room(rounds, taking, pool).keep()


class _Room:
    """One pool, and what it has on each day."""

    def __init__(self, rounds: Rounds, taking: Taking, pool: Pool) -> None:
        self.rounds, self.taking, self.pool = rounds, taking, pool
        case = rounds.case
        self.blocks = {block for block, _ in pool.needed}
        kinds = {kind for _, kind in pool.needed}
        self.cohorts = [one for one in case.cohorts if case.kind_of[one] in kinds]
        self.most = sum(one.a_day for one in pool.members)
        self.away = [(days_of(one.away, case.active), one.a_day) for one in pool.members if one.away]

    @cached_property
    def _open(self) -> int:
        """The days on which any of the cohorts can meet, as bits."""
        days = 0
        for kind in {self.rounds.case.kind_of[one] for one in self.cohorts}:
            days |= self.rounds.case.ranges.forward.open[kind]
        return days

    def has(self, day: int) -> int:
        """Give how many cohorts the pool takes on a day."""
        return self.most - sum(a_day for away, a_day in self.away if away >> day & 1)

    def keep(self) -> None:
        case = self.rounds.case
        if self.most >= len(self.cohorts) and not self.away and self._apart():
            return
        if self._apart():
            for k in case.rounds:
                self._keep_round(k)
        else:
            self._keep_days()

    def _apart(self) -> bool:
        """Tell whether no two rounds can meet on one day, since their windows cannot."""
        case = self.rounds.case
        return len(case.rounds) < 2 or bool(case.width and case.gap >= case.width)

    def _keep_round(self, k: int) -> None:
        """Bind each place in the window of a round; more, where a window has days with fewer there."""
        model, asked = self.rounds.model, self._asked(k)
        for place, some in asked.items():
            model.add(some <= self.most)
            for start, window in self.rounds.windows[k].items():
                if (has := self.has(start + place)) < min(self.most, len(self.cohorts)):
                    model.add(some <= has).only_enforce_if(window)
        for start, window in self.rounds.windows[k].items():
            days = (start + place for place in asked)
            space = sum(self.has(day) for day in days if self._open >> day & 1)
            if space < len(self.cohorts):  # told at once, the solver need not find it out
                model.add(sum(asked.values()) <= space).only_enforce_if(window)

    def _asked(self, k: int) -> dict[int, Linear]:
        """Give for each place in the window of a round how many cohorts ask for the pool there."""
        asked: dict[int, list[Literal]] = {}
        for cohort in self.cohorts:
            for place, literal in self.rounds.places[k][cohort].items():
                if (one := self._needs(cohort, k, literal)) is not None:
                    asked.setdefault(place, []).append(one)
        return {place: sum(some) for place, some in asked.items()}

    def _needs(self, cohort: int, k: int, literal: Literal) -> Literal | None:
        """Give whether a cohort that meets somewhere in a round needs the pool; None where it never does."""
        if len(self.blocks) == len(self.rounds.case.rounds):
            return literal
        taken = [self.taking.at(cohort, block, k) for block in sorted(self.blocks)]
        if not self.taking.taken:
            return literal if any(taken) else None
        needs = self.rounds.model.new_bool_var("")
        self.rounds.model.add(needs >= literal + sum(taken) - 1)
        return needs

    def _keep_days(self) -> None:
        """Bind each day, on which several rounds may meet."""
        case, model = self.rounds.case, self.rounds.model
        by_day: dict[int, list[Linear]] = {}
        for k in case.rounds:
            asked = self._asked(k)
            for start, window in self.rounds.windows[k].items():
                for place, some in asked.items():
                    if not case.width:
                        by_day.setdefault(place, []).append(some)
                        continue
                    here = model.new_int_var(0, len(self.cohorts), "")
                    model.add(here >= some).only_enforce_if(window)
                    by_day.setdefault(start + place, []).append(here)
        for day, asked_for in by_day.items():
            model.add(sum(asked_for) <= self.has(day))
