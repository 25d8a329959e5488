"""Rules about the sessions of a gathering day."""

from collections.abc import Iterator

from kompetanse.checks.design import Design, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Session, Severity


def overlapping(design: Design) -> Iterator[Found]:
    """Find a session of a module that begins before an earlier one has ended.

    The session of `module` with the theme `theme_nb` or `theme_en` lasts from `start` to `end`; the one
    that it meets, with the theme `other_nb` or `other_en`, from `other_start` to `other_end`.
    """
    for module in design.modules.values():
        by_time = sorted(enumerate(module.sessions), key=lambda one: (one[1].start, one[1].end, one[0]))
        latest: Session | None = None
        for number, session in by_time:
            if latest is not None and session.start < latest.end:
                yield found(
                    f"modules/{module.id}/sessions/{number}",
                    module=module.id, theme_nb=session.theme.nb, theme_en=session.theme.en,
                    start=session.start, end=session.end,
                    other_nb=latest.theme.nb, other_en=latest.theme.en,
                    other_start=latest.start, other_end=latest.end,
                )  # fmt: skip
            if latest is None or session.end > latest.end:
                latest = session


def outside_day(design: Design) -> Iterator[Found]:
    """Find a session that a cohort's gathering does not last long enough for.

    The session of `module`, with the number `session` from 0 and the theme `theme_nb` or `theme_en`, lasts
    from `start` to `end`; the gathering of `cohort` from `day_start` to `day_end`.
    """
    for gathering in design.gatherings.values():
        for number, session in enumerate(design.modules[gathering.module].sessions):
            if session.start < gathering.start or session.end > gathering.end:
                yield found(
                    place_of(gathering),
                    module=gathering.module, cohort=gathering.cohort, session=number,
                    theme_nb=session.theme.nb, theme_en=session.theme.en,
                    start=session.start, end=session.end,
                    day_start=gathering.start, day_end=gathering.end,
                )  # fmt: skip


THEME = ("theme_nb", "theme_en", "start", "end")
RULES = (
    Rule(
        "sessions-overlap",
        Severity.ERROR,
        ("module", *THEME, "other_nb", "other_en", "other_start", "other_end"),
        overlapping,
    ),
    Rule(
        "session-outside-day",
        Severity.WARNING,
        ("module", "cohort", "session", *THEME, "day_start", "day_end"),
        outside_day,
    ),
)
