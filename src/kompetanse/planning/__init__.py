"""When: where everyone is on a date, and what the programme takes of their time."""

from kompetanse.planning.holidays import public_holidays, with_public_holidays
from kompetanse.planning.hours import leader_hours
from kompetanse.planning.journey import journey
from kompetanse.planning.position import Homework, Journey, ModuleStage, PhaseName, Progress, Stage

__all__ = [
    "Homework",
    "Journey",
    "ModuleStage",
    "PhaseName",
    "Progress",
    "Stage",
    "journey",
    "leader_hours",
    "public_holidays",
    "with_public_holidays",
]
