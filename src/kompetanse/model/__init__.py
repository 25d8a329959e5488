"""The nouns of a competence programme and the changes to it: frozen values, nothing else."""

from kompetanse.model.aggregation import Aggregation, AggregationMethod, MissingPolicy
from kompetanse.model.assumptions import RANGES, Assumption, Factor
from kompetanse.model.calendar import FIRST_DATE, LAST_DATE, ClosedPeriod, Gathering, Moved, Timetable
from kompetanse.model.changes import (
    Add,
    Assume,
    Change,
    Develop,
    Drop,
    Merge,
    Move,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Shift,
    Split,
    Swap,
    Unrequire,
    in_common,
)
from kompetanse.model.closed import working_days
from kompetanse.model.costs import Costs
from kompetanse.model.curriculum import (
    Course,
    Curriculum,
    CurriculumOutcome,
    CurriculumSystem,
    LearningOutcome,
    curriculum_id,
)
from kompetanse.model.differing import ProgrammeDifference
from kompetanse.model.evidence import Answer, Assessment, NoAnswer, Participation, Role, Value, wave_order
from kompetanse.model.finding import Finding, Severity
from kompetanse.model.framework import MaturityDimension, MaturityFramework, MaturityLevel
from kompetanse.model.indicator import Better, Curve, Indicator, Knot, Outside, Scale
from kompetanse.model.module import Module, Phase, Session
from kompetanse.model.organisation import Cohort, Organisation
from kompetanse.model.places import item_keys
from kompetanse.model.planning import (
    Baseline,
    Deadline,
    Facilitator,
    ModuleOrder,
    NotBefore,
    Pin,
    PlanningRules,
    Venue,
)
from kompetanse.model.prerequisite import AnyOf, Prerequisite, PrerequisiteKind
from kompetanse.model.programme import Programme
from kompetanse.model.provenance import SECTIONS, Provenance
from kompetanse.model.table import Cell, Column, Table, Unit
from kompetanse.model.text import Language, Text

__all__ = [
    "FIRST_DATE",
    "LAST_DATE",
    "RANGES",
    "SECTIONS",
    "Add",
    "Aggregation",
    "AggregationMethod",
    "Answer",
    "AnyOf",
    "Assessment",
    "Assume",
    "Assumption",
    "Baseline",
    "Better",
    "Cell",
    "Change",
    "ClosedPeriod",
    "Cohort",
    "Column",
    "Costs",
    "Course",
    "Curriculum",
    "CurriculumOutcome",
    "CurriculumSystem",
    "Curve",
    "Deadline",
    "Develop",
    "Drop",
    "Facilitator",
    "Factor",
    "Finding",
    "Gathering",
    "Indicator",
    "Knot",
    "Language",
    "LearningOutcome",
    "MaturityDimension",
    "MaturityFramework",
    "MaturityLevel",
    "Merge",
    "MissingPolicy",
    "Module",
    "ModuleOrder",
    "Move",
    "Moved",
    "NoAnswer",
    "NotBefore",
    "Organisation",
    "Outside",
    "Participation",
    "Phase",
    "Pin",
    "PlanningRules",
    "Prerequisite",
    "PrerequisiteKind",
    "Programme",
    "ProgrammeDifference",
    "Provenance",
    "Regroup",
    "Require",
    "Retime",
    "Reweigh",
    "Role",
    "Scale",
    "Session",
    "Severity",
    "Shift",
    "Split",
    "Swap",
    "Table",
    "Text",
    "Timetable",
    "Unit",
    "Unrequire",
    "Value",
    "Venue",
    "curriculum_id",
    "in_common",
    "item_keys",
    "wave_order",
    "working_days",
]
