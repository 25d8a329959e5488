"""Write down, check, time, score and redesign a competence programme.

Nouns are frozen values, verbs are functions that give values; `kompetanse.report` makes sentences of them.
The names here are handed out lazily, so that ``import kompetanse`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kompetanse.checks import check, ensure_sound
    from kompetanse.errors import InvalidFile, KompetanseError
    from kompetanse.files import (
        answers_from_frame,
        bundled,
        open_store,
        read_answers,
        read_closed,
        read_curriculum,
        read_framework,
        read_participation,
        read_programme,
        read_scenarios,
        write_calendars,
        write_curriculum,
        write_programme,
        write_table,
        write_template,
    )
    from kompetanse.forecasting import Forecaster, forecast
    from kompetanse.graph import DependencyGraph
    from kompetanse.model import (
        Add,
        Answer,
        AnyOf,
        Assessment,
        Assume,
        Assumption,
        ClosedPeriod,
        Cohort,
        Costs,
        Deadline,
        Develop,
        Drop,
        Facilitator,
        Factor,
        Finding,
        Gathering,
        Indicator,
        MaturityDimension,
        MaturityFramework,
        Merge,
        Module,
        Move,
        Organisation,
        Participation,
        Phase,
        Pin,
        PlanningRules,
        Prerequisite,
        PrerequisiteKind,
        Programme,
        Regroup,
        Require,
        Retime,
        Reweigh,
        Session,
        Shift,
        Split,
        Swap,
        Timetable,
        Unrequire,
        Venue,
    )
    from kompetanse.planning import (
        Objective,
        balance,
        bounds,
        explain,
        first_fit,
        form_groups,
        journey,
        moves,
        plan,
        repairs,
        why,
    )
    from kompetanse.scoring import advise, score
    from kompetanse.whatif import (
        AtLeast,
        AtMost,
        Keeps,
        Measure,
        Scenario,
        compare,
        grid,
        pairs,
        sample,
        singles,
        sweep,
    )

ROOMS = {
    "checks": "check ensure_sound",
    "errors": "InvalidFile KompetanseError",
    "files": (
        "answers_from_frame bundled open_store read_answers read_closed read_curriculum read_framework "
        "read_participation read_programme read_scenarios write_calendars write_curriculum write_programme "
        "write_table write_template"
    ),
    "forecasting": "Forecaster forecast",
    "graph": "DependencyGraph",
    "model": (
        "Add Answer AnyOf Assessment Assume Assumption ClosedPeriod Cohort Costs Deadline Develop Drop "
        "Facilitator Factor Finding Gathering Indicator MaturityDimension MaturityFramework Merge Module "
        "Move Organisation Participation Phase Pin PlanningRules Prerequisite PrerequisiteKind Programme "
        "Regroup Require Retime Reweigh Session Shift Split Swap Timetable Unrequire Venue"
    ),
    "planning": ("Objective balance bounds explain first_fit form_groups journey moves plan repairs why"),
    "scoring": "advise score",
    "whatif": "AtLeast AtMost Keeps Measure Scenario compare grid pairs sample singles sweep",
}
"""Which names each room hands out."""

ROOM_OF = {name: room for room, names in ROOMS.items() for name in names.split()}

__all__ = [
    "Add",
    "Answer",
    "AnyOf",
    "Assessment",
    "Assume",
    "Assumption",
    "AtLeast",
    "AtMost",
    "ClosedPeriod",
    "Cohort",
    "Costs",
    "Deadline",
    "DependencyGraph",
    "Develop",
    "Drop",
    "Facilitator",
    "Factor",
    "Finding",
    "Forecaster",
    "Gathering",
    "Indicator",
    "InvalidFile",
    "Keeps",
    "KompetanseError",
    "MaturityDimension",
    "MaturityFramework",
    "Measure",
    "Merge",
    "Module",
    "Move",
    "Objective",
    "Organisation",
    "Participation",
    "Phase",
    "Pin",
    "PlanningRules",
    "Prerequisite",
    "PrerequisiteKind",
    "Programme",
    "Regroup",
    "Require",
    "Retime",
    "Reweigh",
    "Scenario",
    "Session",
    "Shift",
    "Split",
    "Swap",
    "Timetable",
    "Unrequire",
    "Venue",
    "advise",
    "answers_from_frame",
    "balance",
    "bounds",
    "bundled",
    "check",
    "compare",
    "ensure_sound",
    "explain",
    "first_fit",
    "forecast",
    "form_groups",
    "grid",
    "journey",
    "moves",
    "open_store",
    "pairs",
    "plan",
    "read_answers",
    "read_closed",
    "read_curriculum",
    "read_framework",
    "read_participation",
    "read_programme",
    "read_scenarios",
    "repairs",
    "sample",
    "score",
    "singles",
    "sweep",
    "why",
    "write_calendars",
    "write_curriculum",
    "write_programme",
    "write_table",
    "write_template",
]


def __getattr__(name: str) -> object:
    """Fetch a name from its room when it is first asked for (PEP 562)."""
    if name not in ROOM_OF:
        raise AttributeError(f"module 'kompetanse' has no attribute {name!r}")
    value: object = getattr(import_module(f"kompetanse.{ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names that are handed out."""
    return sorted({*globals(), *__all__})
