"""What workers have to find by its name: measures and planners that break, each in its way."""

import os
import signal
import time
from datetime import date
from pathlib import Path

from kompetanse.errors import InvalidValue, MissingExtra, Problem
from kompetanse.model import Programme, Timetable
from kompetanse.whatif import Difference, Measure, Value


def lacks(difference: Difference, module: str) -> bool:
    return all(one.id != module for one in difference.result.programme.modules)


def _kills(difference: Difference) -> Value:
    if lacks(difference, "m3"):
        os._exit(3)
    return len(difference.result.programme.modules)


def _raises(difference: Difference) -> Value:
    if lacks(difference, "m3"):
        raise ZeroDivisionError("by\nnothing")
    return 0


def _exits(difference: Difference) -> Value:
    if lacks(difference, "m3"):
        raise SystemExit(3)
    return 0


def _odd(difference: Difference) -> Value:
    return float("nan") if lacks(difference, "m3") else 0.5


def _lacks_package(_: Difference) -> Value:
    import tulip_fields  # type: ignore[import-not-found]  # noqa: F401, PLC0415

    return 0


def _lacks_package_there(_: Difference) -> Value:
    if "SWEEP_PARENT" not in os.environ or os.environ["SWEEP_PARENT"] != str(os.getpid()):
        raise ModuleNotFoundError("No module named 'tulip_fields'", name="tulip_fields.red")
    return 0


def _breaks_there(_: Difference) -> Value:
    if os.environ["SWEEP_PARENT"] != str(os.getpid()):
        raise ValueError("only here")
    return 0


def _kills_once(difference: Difference) -> Value:
    """Kill the worker of one design, but only the first time that it is evaluated."""
    flag = Path(os.environ["SWEEP_FLAG"])
    if lacks(difference, "m3") and not flag.exists():
        flag.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return 0


def _kills_always(_: Difference) -> Value:
    if os.environ["SWEEP_PARENT"] != str(os.getpid()):
        os._exit(1)
    return 0


def _huge(difference: Difference) -> Value:
    huge: int = 10**5000 * len(difference.result.programme.modules)
    return huge


def _day(difference: Difference) -> Value:
    return date(2027, 1, len(difference.result.programme.modules))


def _slow(_: Difference) -> Value:
    time.sleep(0.003)
    return None


KILLS = Measure("kills", _kills)
RAISES = Measure("raises", _raises)
EXITS = Measure("exits", _exits)
ODD = Measure("odd", _odd)
LACKS_PACKAGE = Measure("lacks-package", _lacks_package)
LACKS_PACKAGE_THERE = Measure("lacks-package-there", _lacks_package_there)
BREAKS_THERE = Measure("breaks-there", _breaks_there)
KILLS_ONCE = Measure("kills-once", _kills_once)
KILLS_ALWAYS = Measure("kills-always", _kills_always)
HUGE = Measure("huge", _huge)
DAY = Measure("day", _day)
SLOW = Measure("slow", _slow)


def refusing_planner(programme: Programme) -> Timetable:
    if len(programme.modules) < 6:
        raise InvalidValue("planner", "modules", Problem("blank"))
    return programme.timetable


def breaking_planner(programme: Programme) -> Timetable:
    if len(programme.modules) < 6:
        raise KeyError("planner")
    return programme.timetable


def planner_without_library(programme: Programme) -> Timetable:
    if os.environ["SWEEP_PARENT"] != str(os.getpid()):
        raise MissingExtra("ortools", "plan")
    return programme.timetable
