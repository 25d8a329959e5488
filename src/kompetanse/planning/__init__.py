"""When: where everyone is on a date, and what the programme takes of their time."""

from kompetanse.planning.balance import balance
from kompetanse.planning.grouping import Group, Grouping
from kompetanse.planning.groups import form_groups
from kompetanse.planning.hours import leader_hours
from kompetanse.planning.journey import journey
from kompetanse.planning.periods import Balance, Period
from kompetanse.planning.position import Homework, Journey, ModuleStage, PhaseName, Progress, Stage
from kompetanse.planning.reached import Reached

__all__ = [
    "Balance",
    "Group",
    "Grouping",
    "Homework",
    "Journey",
    "ModuleStage",
    "Period",
    "PhaseName",
    "Progress",
    "Reached",
    "Stage",
    "balance",
    "form_groups",
    "journey",
    "leader_hours",
]
