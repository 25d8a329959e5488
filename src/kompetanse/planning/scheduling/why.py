"""Why a gathering stands where it stands in a timetable: the verb."""

from kompetanse.errors import NoGathering
from kompetanse.model import Programme
from kompetanse.model.rules import demand
from kompetanse.planning.scheduling.explanation import Standing, Step
from kompetanse.planning.scheduling.placed import Meeting, Placed


def why(programme: Programme, module: str, cohort: str) -> Standing:
    """Say why a gathering in the programme's timetable is not earlier, all others as they are.

    What pushes it there may be another gathering; then it is told what pushes that one, to the beginning.
    Raises `UnknownModule` or `UnknownCohort`, `NoGathering` where the timetable has none of the two, and as
    `DependencyGraph.order` does.
    """
    demand("why", "programme", programme, Programme)
    programme.module(module)
    programme.cohort(cohort)
    table = Placed.of(programme)
    meeting = table.meeting(module, cohort)
    if meeting is None or meeting not in table.held:
        raise NoGathering(cohort, module)
    date = table.setting.date(table.held[meeting])
    if not any(True for _ in table.pushes(meeting)):
        return Standing(module, cohort, date, (), 0)
    steps: list[Step] = []
    seen: set[Meeting] = set()
    at: Meeting | None = meeting
    while at is not None and at not in seen:
        seen.add(at)
        push = table.first(at)
        steps.append(table.step(at, push, named=module if at == meeting else None))
        at = push.behind if push.day == table.held[at] else None
    return Standing(module, cohort, date, tuple(reversed(steps)), table.slack(meeting))
