"""Rules about who meets: every organisation in one cohort, every cohort for every module."""

from collections.abc import Iterator

from kompetanse.checks.design import Design
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Severity


def no_gathering(design: Design) -> Iterator[Found]:
    """Find a cohort, `cohort`, that a timetable with gatherings has none for, for one `module`."""
    if not design.programme.timetable.gatherings:
        return
    for cohort in design.cohorts:
        for module in design.modules:
            if (module, cohort) not in design.gatherings:
                yield found(f"cohorts/{cohort}", cohort=cohort, module=module)


def no_cohort(design: Design) -> Iterator[Found]:
    """Find an `organisation` that is in no cohort, where there are cohorts."""
    if not design.cohorts:
        return
    members = {member for cohort in design.programme.cohorts for member in cohort.members}
    for organisation in dict.fromkeys(one.id for one in design.programme.organisations):
        if organisation not in members:
            yield found(f"organisations/{organisation}", organisation=organisation)


def two_cohorts(design: Design) -> Iterator[Found]:
    """Find an `organisation` that is a member of `cohort`, but also of `also`, the first that has it."""
    known = {one.id for one in design.programme.organisations}
    first: dict[str, str] = {}
    for cohort in design.cohorts.values():
        for number, member in enumerate(cohort.members):
            other = first.setdefault(member, cohort.id)
            if member in known and other != cohort.id:
                place = f"cohorts/{cohort.id}/members/{number}"
                yield found(place, organisation=member, cohort=cohort.id, also=other)


RULES = (
    Rule("no-gathering", Severity.WARNING, ("cohort", "module"), no_gathering),
    Rule("no-cohort", Severity.WARNING, ("organisation",), no_cohort),
    Rule("two-cohorts", Severity.ERROR, ("organisation", "cohort", "also"), two_cohorts),
)
