"""A timetable for another run of the bundled programme: when each group meets, or what stands in the way."""

from datetime import date

import attrs

from kompetanse import (
    ClosedPeriod,
    Deadline,
    Facilitator,
    PlanningRules,
    bundled,
    plan,
    read_programme,
    repairs,
)
from kompetanse.report import Words, plan_text, repair_text

programme = read_programme(bundled("rogaland") / "programme.yaml")
rules = PlanningRules(
    start=date(2026, 1, 12),
    end=date(2027, 6, 18),
    same_week=True,
    public_holidays=True,
    facilitators=(Facilitator("eirin", "Eirin"),),
)
summer = ClosedPeriod(date(2026, 6, 22), date(2026, 8, 14), "Summer")
programme = attrs.evolve(programme, planning=rules, closed=(summer,))
print(plan_text(plan(programme), "en"))

due = Deadline(programme.teaching_order[-1], date(2026, 12, 18))
hurried = attrs.evolve(programme, planning=attrs.evolve(rules, deadlines=(due,)))
print("\nTo be done by Christmas, any one of these would be enough:")
for one in repairs(hurried):
    print("-", repair_text(one, Words("en", hurried)))
