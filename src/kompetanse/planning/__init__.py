"""When: where everyone is on a date, and what the programme takes of their time."""

from kompetanse.planning.balance import balance
from kompetanse.planning.bounds import Bounds, Window, bounds
from kompetanse.planning.constraint import KINDS, Constraint
from kompetanse.planning.explanation import Clash, ClashKind, Explanation, Repair, Standing, Step
from kompetanse.planning.holidays import public_holidays, with_public_holidays
from kompetanse.planning.hours import leader_hours
from kompetanse.planning.journey import journey
from kompetanse.planning.periods import Balance, Period
from kompetanse.planning.position import Homework, Journey, ModuleStage, PhaseName, Progress, Stage
from kompetanse.planning.reached import Reached
from kompetanse.planning.timetabling import Goal, Objective, Plan

__all__ = [
    "KINDS",
    "Balance",
    "Bounds",
    "Clash",
    "ClashKind",
    "Constraint",
    "Explanation",
    "Goal",
    "Homework",
    "Journey",
    "ModuleStage",
    "Objective",
    "Period",
    "PhaseName",
    "Plan",
    "Progress",
    "Reached",
    "Repair",
    "Stage",
    "Standing",
    "Step",
    "Window",
    "balance",
    "bounds",
    "journey",
    "leader_hours",
    "public_holidays",
    "with_public_holidays",
]
