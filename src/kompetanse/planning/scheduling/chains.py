"""Chains of reasons: from the first day that is stated to the day of a gathering."""

from datetime import date

from kompetanse.planning.scheduling.explanation import Step
from kompetanse.planning.scheduling.setting import Setting, Spot
from kompetanse.planning.scheduling.swept import Push, Sweep


def cohort_of(setting: Setting, kind: int) -> str:
    """Give the cohort that something is said of, the first where it is several, or ``""`` for all."""
    cohorts = setting.alike[kind]
    return "" if len(cohorts) == len(setting.cohorts) else setting.cohorts[cohorts[0]].id


def module_of(setting: Setting, block: int) -> str:
    """Give the module by which a block is named: its first."""
    return setting.blocks[block][0].id


def chain(found: Sweep, spot: Spot, *, setting: Setting) -> tuple[Step, ...]:
    """Give the steps that lead to the earliest day of a block; in the mirrored setting, to its latest.

    `setting` is the one that is not mirrored. Where no day is left, the steps end before the block.
    """
    latest = found.setting is not setting
    pushes: list[tuple[Spot, Push]] = []
    at: Spot | None = spot
    push = found.pushes[spot]
    while at is not None and (at, push) not in pushes:
        pushes.append((at, push))
        beside = push.behind is not None and push.behind[0] == at[0]
        at = push.behind
        if at is not None:
            push = found.alone[at] if beside else found.pushes[at]
    alive = [(one, push) for one, push in reversed(pushes) if push.day <= found.setting.top]
    return tuple(_step(one, push, setting, latest=latest) for one, push in alive)


def _step(spot: Spot, push: Push, setting: Setting, *, latest: bool) -> Step:
    last = len(setting.blocks) - 1

    def module(block: int) -> str:
        return module_of(setting, last - block if latest else block)

    def date_of(day: int) -> date:
        return setting.date(setting.top - day if latest else day)

    behind = push.behind
    return Step(
        module(spot[0]),
        cohort_of(setting, spot[1]),
        latest,
        date_of(push.day),
        setting.chosen(push.numbers),
        module(behind[0]) if behind else None,
        date_of(push.since) if behind else None,
    )
