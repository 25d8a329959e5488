"""A programme as linked data (JSON-LD, schema.org), for machines that read a page."""

import json
from collections.abc import Iterator
from typing import Any

from kompetanse.model import Gathering, Language, Module, Programme
from kompetanse.planning.hours import at_home, day_of_sessions
from kompetanse.report.changes import prerequisite_text
from kompetanse.report.words import Words, words_of

CONTEXT = "https://schema.org"
UNSAFE = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}
"""What could end the element of the page that the data stands in, or a line of a script."""


def json_ld(programme: Programme, lang: Language) -> str:
    """Give the data of `linked_data` as text that may stand in a ``<script type="application/ld+json">``."""
    return json.dumps(linked_data(programme, lang), ensure_ascii=False, indent=1).translate(UNSAFE)


def linked_data(programme: Programme, lang: Language) -> dict[str, Any]:
    """Give a programme as a schema.org ``Course`` of one for each module, in the teaching order.

    Each gathering of a module is a ``CourseInstance``, in local time. What a module requires is told by
    ``coursePrerequisites``, but for what is only recommended; its hours, for one leader, by ``timeRequired``
    and of one gathering by ``courseWorkload``, as ISO 8601 durations. Of several modules with one id the
    first is told. What is illustrative says so. Raises `InvalidValue`. Vocabulary: https://schema.org/Course.
    """
    words = words_of("linked_data", programme, lang)
    modules = {one.id: one for one in reversed(programme.modules)}
    gatherings: dict[str, list[Gathering]] = {}
    for one in programme.timetable.gatherings:
        gatherings.setdefault(one.module, []).append(one)
    parts = [
        _module(modules[id_], gatherings.get(id_, []), words, programme) for id_ in programme.teaching_order
    ]
    return _told(
        {
            "@context": CONTEXT,
            "@type": "Course",
            "name": words.value(programme.name),
            "description": words.value(programme.about) if programme.about else None,
            "inLanguage": lang,
            "creativeWorkStatus": _status(programme, "modules", words),
            "timeRequired": duration(sum(map(_hours, modules.values()))),
            "hasPart": parts,
        }
    )


def _module(
    module: Module, gatherings: list[Gathering], words: Words, programme: Programme
) -> dict[str, Any]:
    return _told(
        {
            "@type": "Course",
            "@id": _address(module.id),
            "name": words.value(module.name),
            "description": "; ".join(words.value(one.theme) for one in module.sessions),
            "creativeWorkStatus": _status(programme, "modules", words),
            "coursePrerequisites": list(_required(module, words)),
            "teaches": [words.name("dimensions", one) for one in module.develops],
            "timeRequired": duration(_hours(module)),
            "hasCourseInstance": [_gathering(one, module, words, programme) for one in gatherings],
        }
    )


def _gathering(gathering: Gathering, module: Module, words: Words, programme: Programme) -> dict[str, Any]:
    place = gathering.place
    return _told(
        {
            "@type": "CourseInstance",
            "name": f"{words.value(module.name)} – {words.name('cohorts', gathering.cohort)}",
            "description": _status(programme, "timetable", words),
            "courseMode": "onsite",
            "courseWorkload": duration(at_home(module) + gathering.hours),
            "startDate": f"{gathering.date}T{gathering.start:%H:%M}",
            "endDate": f"{gathering.date}T{gathering.end:%H:%M}",
            "location": {"@type": "Place", "name": words.value(place)} if place else None,
        }
    )


def _required(module: Module, words: Words) -> Iterator[dict[str, str] | str]:
    """Yield the courses that a module cannot do without, and in words those of which any one will do."""
    for one in module.requires:
        if one.kind.binding:
            name = words.name("modules", one.module)
            yield {"@type": "Course", "@id": _address(one.module), "name": name}
    for group in module.any_of:
        yield prerequisite_text(group, words)


def _hours(module: Module) -> float:
    return at_home(module) + day_of_sessions(module)


def _address(module: str) -> str:
    return f"#module-{module}"


def _status(programme: Programme, section: str, words: Words) -> str | None:
    return words.say("illustrative") if programme.is_illustrative(section) else None


def duration(hours: float) -> str | None:
    """Give hours as an ISO 8601 duration, to the minute; None for none at all.

    >>> duration(10.25)
    'PT10H15M'
    """
    whole, minutes = divmod(round(hours * 60), 60)
    told = (f"{whole}H" if whole else "") + (f"{minutes}M" if minutes else "")
    return f"PT{told}" if told else None


def _told(data: dict[str, Any]) -> dict[str, Any]:
    """Give data without what there is nothing of."""
    return {key: value for key, value in data.items() if value not in (None, "", [])}
