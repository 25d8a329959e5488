"""What lies between the rounds: their order, gaps, work at home, and the waits of prerequisites."""

from kompetanse.planning.scheduling.search.rounds import Rounds
from kompetanse.planning.scheduling.search.taking import Taking
from kompetanse.planning.scheduling.setting import longest


def keep_apart(rounds: Rounds, taking: Taking) -> None:
    """Bind each round of a cohort to the next: a day later at least, with the gap and the work at home."""
    case, model = rounds.case, rounds.model
    setting = case.setting
    behind = [longest(phases, case.active)[0] for phases in setting.follow_up]
    ahead = [longest(phases, case.active)[0] for phases in setting.preparation]
    for cohort in case.cohorts:
        for k in case.rounds[:-1]:
            between = rounds.days[k + 1][cohort] - rounds.days[k][cohort]
            model.add(between >= 1)
            if setting.min_gaps and case.counts(setting.min_gaps[k].number):
                model.add(between >= setting.min_gaps[k].days)
            if setting.max_gaps and case.counts(setting.max_gaps[k].number):
                model.add(between <= setting.max_gaps[k].days)
            if any(behind) or any(ahead):
                home = taking.sum(cohort, k, behind) + taking.sum(cohort, k + 1, ahead)
                model.add(between >= home + 1)


def keep_waits(rounds: Rounds, taking: Taking) -> None:
    """Keep the days that prerequisites ask for, beyond what the order and the gaps give."""
    case = rounds.case
    for wait in case.setting.waits:
        if case.counts(wait.number):
            for cohort in case.cohorts:
                taking.after(cohort, wait.first, wait.then, wait.days, ())
    for choice in case.setting.choices:
        if case.counts(choice.number):
            for cohort in case.cohorts:
                chosen = [rounds.model.new_bool_var("") for _ in choice.options]
                rounds.model.add_at_least_one(chosen)
                for literal, (first, days) in zip(chosen, choice.options, strict=True):
                    taking.after(cohort, first, choice.then, days, (literal,))


def keep_limits(rounds: Rounds, taking: Taking) -> None:
    """Keep each block within its first and its last day; in the stated order, the rounds' days do."""
    case = rounds.case
    if case.setting.stated:
        return
    for cohort in case.cohorts:
        kind = case.kind_of[cohort]
        for k in case.rounds:
            for block in case.rounds:
                taken = taking.at(cohort, block, k)
                day = rounds.days[k][cohort]
                rounds.model.add(day >= case.ranges.earliest((block, kind))).only_enforce_if(taken)
                rounds.model.add(day <= case.ranges.latest((block, kind))).only_enforce_if(taken)
