"""Where everyone is on a date, in words."""

from collections.abc import Iterator

from kompetanse.model import Language
from kompetanse.planning import Homework, Journey
from kompetanse.report.layout import text_of, without_columns
from kompetanse.report.parts import NOTHING, Part, block, bullet, grid, line, sections, title
from kompetanse.report.programme import marked, place_text
from kompetanse.report.words import Words


def journey_part(journey: Journey, lang: Language) -> Part:
    """Tell what is done, running and to come, what is next, what to do until then, how far each has come."""
    words = Words(lang, journey.programme)
    heading = marked(words.say("journey.title", on=journey.on), journey.programme, words, "timetable")
    return sections(
        block(title(heading), (line(text) for text in _state(journey, words))),
        _next(journey, words),
        _homework(journey, words),
        _progress(journey, words),
        _toolbox(journey, words),
    )


journey_text = text_of(journey_part)


def _state(journey: Journey, words: Words) -> Iterator[str]:
    for key, modules in (("done", journey.done), ("running", journey.running), ("to-come", journey.to_come)):
        yield words.say(f"journey.{key}", modules=modules or words.say("journey.none"))
    if not journey.programme.timetable.gatherings:
        yield words.say("timetable.empty")


def _next(journey: Journey, words: Words) -> Part:
    coming = journey.next_gatherings
    if not coming:
        return line(words.say("journey.no-next")) if journey.programme.timetable.gatherings else NOTHING
    return block(
        line(words.say("journey.next" if len(journey.programme.cohorts) > 1 else "journey.next-of-one")),
        (
            bullet(
                words.say(
                    "journey.next-gathering",
                    cohort=one.cohort,
                    module=one.module,
                    date=one.date,
                    start=one.start,
                    end=one.end,
                    place=place_text(one, words),
                    when=_in_days((one.date - journey.on).days, words),
                )
            )
            for one in coming
        ),
    )


def _in_days(days: int, words: Words) -> str:
    return words.say("journey.in-days", days=days) if days else words.say("journey.today")


def _homework(journey: Journey, words: Words) -> Part:
    last = "" if journey.next_gatherings else "-last"
    if not journey.homework:
        return line(words.say(f"journey.no-homework{last}"))
    alike: dict[tuple[str, str], list[Homework]] = {}
    for one in journey.homework:
        alike.setdefault((one.module, one.phase.value), []).append(one)
    lines = [line(words.say(f"journey.homework{last}"))]
    for (module, phase), works in alike.items():
        lines.append(bullet(words.say(f"journey.{phase}", module=module, hours=works[0].hours)))
        lines += [bullet(words.value(task), 1) for task in works[0].tasks]
        lines += [line(_when(one, phase, words), 1) for one in works]
    return block(lines)


def _when(work: Homework, phase: str, words: Words) -> str:
    return words.say(f"journey.{phase}-when", cohort=work.cohort, start=work.start, end=work.end)


def _progress(journey: Journey, words: Words) -> Part:
    modules = tuple(dict.fromkeys(one.module for one in journey.progress))
    if all(one.attended is one.own_work is None for one in journey.progress):
        return _nothing_reported(journey, modules, words)
    each = tuple(dict.fromkeys(one.organisation for one in journey.progress))
    key = "journey.progress" if len(each) > 1 else "journey.progress-of-one"
    heading = words.say(key, module=modules, organisation=each)
    reported = [one.own_work for one in journey.progress if one.own_work is not None]
    mean = sum(reported) / len(reported) if reported else 0
    table = journey.progress_table()
    return block(
        line(marked(heading, journey.programme, words, "participation")),
        line(words.say("journey.progress-mean", own_work=mean, count=len(reported)))
        if reported and len(each) > 1
        else NOTHING,
        grid(
            table if len(modules) > 1 else without_columns(table, "module"),
            words,
            caption=words.say("journey.of-each"),
        ),
    )


def _nothing_reported(journey: Journey, modules: tuple[str, ...], words: Words) -> Part:
    if not journey.programme.timetable.gatherings:
        return NOTHING
    if not journey.reported:
        return line(words.say("journey.progress-none")) if modules else NOTHING
    key = "not-of" if modules else "not-met"
    return line(words.say(f"journey.progress-{key}", module=modules, modules=journey.reported))


def _toolbox(journey: Journey, words: Words) -> Part:
    tools = journey.toolbox()
    if not tools:
        return line(words.say("journey.toolbox-empty"))
    return block(line(words.say("journey.toolbox")), (bullet(words.value(tool)) for tool in tools))
