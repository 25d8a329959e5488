"""What was read, the modules in their order, the timetable."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from kompetanse.graph import DependencyGraph, Placement, placements
from kompetanse.model import (
    SECTIONS,
    AnyOf,
    Assessment,
    Cohort,
    Gathering,
    Language,
    Module,
    NoAnswer,
    Participation,
    Prerequisite,
    Programme,
)
from kompetanse.report.changes import prerequisite_text
from kompetanse.report.layout import text_of
from kompetanse.report.parts import NOTHING, Part, block, bullet, lead, line, sections, title
from kompetanse.report.words import Words

FORECAST_FROM = ("modules", "framework", "organisations", "cohorts", "timetable", "assumptions")
"""Sections that a forecast rests on."""
COMPARED = (*FORECAST_FROM, "order", "costs", "scenarios")
"""Sections that a comparison of designs rests on."""


def marked(text: str, programme: Programme, words: Words, *sections: str) -> str:
    """Give a heading that says so where a section that it rests on is only there to illustrate."""
    illustrative = any(map(programme.is_illustrative, sections))
    return f"{text} ({words.say('illustrative')})" if illustrative else text


def reading_part(
    programme: Programme,
    lang: Language,
    *,
    assessments: Iterable[Assessment] = (),
    participation: Sequence[Participation] = (),
    scenarios: int = 0,
) -> Part:
    """Tell what was read, and which parts of it are illustrative."""
    words = Words(lang, programme)
    return block(
        title(words.say("read.title")),
        line(words.value(programme.name)),
        line(words.value(programme.about)) if programme.about else NOTHING,
        (bullet(text) for text in _parts(programme, words)),
        (bullet(_wave(one, words)) for one in assessments),
        bullet(words.say("read.participation", count=len(participation))) if participation else NOTHING,
        bullet(words.say("read.scenarios", count=scenarios)) if scenarios else NOTHING,
        _provenance(programme, words),
    )


reading_text = text_of(reading_part)


def _parts(programme: Programme, words: Words) -> Iterator[str]:
    modules, cohorts = programme.teaching_order, tuple(one.id for one in programme.cohorts)
    yield words.say("read.modules", count=len(modules), modules=modules)
    if programme.organisations:
        leaders = sum(one.leaders for one in programme.organisations)
        yield words.say("read.organisations", count=len(programme.organisations), leaders=leaders)
    if cohorts:
        yield words.say("read.cohorts", count=len(cohorts), cohorts=cohorts)
    if dates := sorted(one.date for one in programme.timetable.gatherings):
        yield words.say("read.timetable", count=len(dates), start=dates[0], end=dates[-1])
    if framework := programme.framework:
        yield words.say(
            "read.framework",
            name=framework.name,
            version=framework.version,
            dimensions=len(tuple(framework.walk())),
            indicators=len(tuple(framework.indicators())),
            levels=len(framework.levels),
        )
        if framework.owner:
            yield words.say("read.owner", owner=framework.owner)


def _wave(assessment: Assessment, words: Words) -> str:
    given = sum(not isinstance(one.value, NoAnswer) for one in assessment.answers)
    respondents = len({(one.organisation, one.respondent) for one in assessment.answers})
    return words.say("read.answers", wave=assessment.wave, given=given, respondents=respondents)


def _provenance(programme: Programme, words: Words) -> Part:
    illustrative = tuple(words.say(f"section.{one}") for one in SECTIONS if programme.is_illustrative(one))
    sourced = [one for one in programme.provenance if one.source]
    return block(
        line(words.say("read.illustrative", sections=illustrative)) if illustrative else NOTHING,
        line(words.say("read.sources")) if sourced else NOTHING,
        (
            bullet(words.say("read.source", section=words.say(f"section.{one.section}"), source=one.source))
            for one in sourced
        ),
    )


def order_part(programme: Programme, lang: Language) -> Part:
    """Tell the modules in their order: what each requires, why it stands there, what it leaves behind.

    Raises as `DependencyGraph.order` does.
    """
    words = Words(lang, programme)
    return block(
        title(marked(words.say("order.title"), programme, words, "order")), placed_parts(programme, words)
    )


order_text = text_of(order_part)


def placed_parts(programme: Programme, words: Words) -> list[Part]:
    """Tell each module, in the order; raise as `DependencyGraph.order` does."""
    placed = placements(DependencyGraph(programme))
    return [_placed(one, programme.module(one.module), words) for one in placed]


def _placed(placement: Placement, module: Module, words: Words) -> Part:
    required: tuple[Prerequisite | AnyOf, ...] = (*module.requires, *module.any_of)
    requires = "; ".join(prerequisite_text(one, words) for one in required)
    tools = "; ".join(map(words.value, module.tools))
    return block(
        lead(words.say("order.module", place=placement.place, name=module.name)),
        bullet(
            words.say("order.requires", what=requires) if requires else words.say("order.requires-nothing"), 1
        ),
        bullet(words.say(f"reason.{placement.reason.value}", after=placement.after), 1),
        bullet(words.say("order.develops", dimensions=_dimensions(module, words)), 1)
        if module.develops
        else NOTHING,
        bullet(words.say("order.tools", tools=tools), 1) if module.tools else NOTHING,
    )


def _dimensions(module: Module, words: Words) -> tuple[str, ...]:
    return tuple(words.name("dimensions", one) for one in module.develops)


def timetable_part(programme: Programme, lang: Language) -> Part:
    """Tell when each cohort meets, and what lies before and after; then the gathering days by session."""
    words = Words(lang, programme)
    heading = title(marked(words.say("timetable.title"), programme, words, "timetable"))
    if not programme.timetable.gatherings:
        return block(heading, line(words.say("timetable.empty")))
    return sections(
        heading, *(_cohort(one, programme, words) for one in programme.cohorts), days_part(programme, words)
    )


timetable_text = text_of(timetable_part)


def _cohort(cohort: Cohort, programme: Programme, words: Words) -> Part:
    known = {one.id for one in programme.modules}
    members = tuple(words.name("organisations", one) for one in cohort.members)
    return block(
        line(words.say("timetable.cohort", cohort=cohort.id, members=members)),
        (
            _gathering(one, programme.module(one.module), words)
            for one in programme.timetable.of_cohort(cohort.id)
            if one.module in known
        ),
    )


def place_text(gathering: Gathering, words: Words) -> str:
    """Tell where a gathering is held, as the tail of a sentence."""
    return words.say("timetable.place", place=gathering.place) if gathering.place else ""


def _gathering(gathering: Gathering, module: Module, words: Words) -> Part:
    start, end = module.span(gathering.date)
    day = timedelta(days=1)
    before, after = module.preparation, module.follow_up
    held = words.say(
        "timetable.gathering",
        module=module.id,
        date=gathering.date,
        start=gathering.start,
        end=gathering.end,
        place=place_text(gathering, words),
    )
    prepared = words.say("timetable.preparation", start=start, end=gathering.date - day, hours=before.hours)
    followed = words.say("timetable.follow-up", start=gathering.date + day, end=end, hours=after.hours)
    return block(
        bullet(held, 1),
        line(prepared, 3) if start < gathering.date else NOTHING,
        line(followed, 3) if end > gathering.date else NOTHING,
    )


def days_part(programme: Programme, words: Words) -> Part:
    """Tell the gathering days, session by session."""
    modules = [programme.module(id_) for id_ in programme.teaching_order]
    with_sessions = [module for module in modules if module.sessions]
    if not with_sessions:
        return NOTHING
    lines = [line(words.say("timetable.days"))]
    for module in with_sessions:
        lines.append(bullet(words.value(module.name), 1))
        lines += [
            line(words.say("timetable.session", start=one.start, end=one.end, theme=one.theme), 3)
            for one in module.sessions
        ]
    return block(lines)
