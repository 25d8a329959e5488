"""What can be wrong with a timetable that was to be made."""

import attrs

from kompetanse.errors.base import KompetanseError, shown


@attrs.frozen
class NoTimetable(KompetanseError, ValueError):
    """It is proven that no timetable keeps to all that is asked of it."""

    constraints: tuple[object, ...]
    """Each `kompetanse.planning.Constraint` that is to blame; without any one of them there would be one."""

    def __str__(self) -> str:
        lines = "".join(f"\n  {one}" for one in self.constraints)
        return f"no timetable keeps to all of these; let one of them go:{lines}"


@attrs.frozen
class TimetableNotFound(KompetanseError, LookupError):
    """No timetable was found, which does not mean that there is none."""

    module: str = ""
    """The module for which no day was found; ``""`` where the search as a whole came to nothing."""
    cohort: str = ""
    """The cohort for which no day was found; ``""`` where the cohorts have none together."""

    def __str__(self) -> str:
        of_module = f"no day was found for module {shown(self.module)}"
        what = of_module if self.module else "no timetable was found"
        of_cohort = f" and cohort {shown(self.cohort)}" if self.cohort else ""
        return f"{what}{of_cohort}; there may be one all the same: search longer, or ask less of it"
