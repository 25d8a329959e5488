"""When: timetables, or why there is none; where everyone is on a date; what it takes of their time."""

from kompetanse.planning.balancing.balance import balance
from kompetanse.planning.balancing.periods import Balance, Period
from kompetanse.planning.grouping.grouping import Group, Grouping
from kompetanse.planning.grouping.groups import form_groups
from kompetanse.planning.holidays import public_holidays, with_public_holidays
from kompetanse.planning.hours import cost, leader_hours
from kompetanse.planning.journey import journey
from kompetanse.planning.load import Load, MonthLoad, load
from kompetanse.planning.position import Homework, Journey, ModuleStage, PhaseName, Progress, Stage
from kompetanse.planning.reached import Reached
from kompetanse.planning.scheduling.bounds import Bounds, Window, bounds
from kompetanse.planning.scheduling.constraint import KINDS, Constraint
from kompetanse.planning.scheduling.explain import explain
from kompetanse.planning.scheduling.explanation import Clash, ClashKind, Explanation, Repair, Standing, Step
from kompetanse.planning.scheduling.first_fit import first_fit
from kompetanse.planning.scheduling.moves import Move, moves
from kompetanse.planning.scheduling.plan import OBJECTIVES, plan
from kompetanse.planning.scheduling.planned import Objective, Plan
from kompetanse.planning.scheduling.repairs import repairs
from kompetanse.planning.scheduling.why import why
from kompetanse.planning.solver import EFFORT
from kompetanse.planning.solver import Progress as SearchProgress

__all__ = [
    "EFFORT",
    "KINDS",
    "OBJECTIVES",
    "Balance",
    "Bounds",
    "Clash",
    "ClashKind",
    "Constraint",
    "Explanation",
    "Group",
    "Grouping",
    "Homework",
    "Journey",
    "Load",
    "ModuleStage",
    "MonthLoad",
    "Move",
    "Objective",
    "Period",
    "PhaseName",
    "Plan",
    "Progress",
    "Reached",
    "Repair",
    "SearchProgress",
    "Stage",
    "Standing",
    "Step",
    "Window",
    "balance",
    "bounds",
    "cost",
    "explain",
    "first_fit",
    "form_groups",
    "journey",
    "leader_hours",
    "load",
    "moves",
    "plan",
    "public_holidays",
    "repairs",
    "why",
    "with_public_holidays",
]
