"""``kompetanse score`` and ``kompetanse template``: how mature everyone is, and a workbook to ask by."""

from argparse import Namespace
from pathlib import Path

from kompetanse.cli.output import (
    SOUND,
    ensure_apart,
    errors_of,
    findings_in,
    finish,
    finish_written,
    tell_written,
)
from kompetanse.errors import Fault, InvalidFile, NoFramework, Problem
from kompetanse.files import ANSWER_ENDINGS, read_answers, read_programme, write_table, write_template
from kompetanse.model import Programme
from kompetanse.planning import journey
from kompetanse.report import Words, network_text, organisation_text, organisations_text, scores_data
from kompetanse.scoring import ScoreCard, advise, score, suppress


def maturity(arguments: Namespace) -> int:
    """Tell the scores, and what to take up next."""
    if arguments.out is not None:
        ensure_apart(arguments.out, (arguments.file, *arguments.answers))
    programme = _assessed(arguments.file)
    card = score(programme, [one for path in arguments.answers for one in read_answers(path, programme)])
    if arguments.minimum is not None:
        card = suppress(card, minimum=arguments.minimum)
    done = journey(programme, on=arguments.on).met if arguments.on else ()
    organisation = named(programme, arguments.organisation)
    given = advise(programme, card, done=done, organisation=organisation)
    if arguments.out is not None:
        return _write(arguments, programme, card)
    if arguments.json:
        return finish(arguments, programme, scores_data(programme, card, given))
    texts = [network_text(programme, card, arguments.lang)]
    if organisation is None:
        texts.append(organisations_text(programme, card, given, arguments.lang))
        texts.append(Words(arguments.lang).say("cli.score-more" if card.minimum else "cli.score-share"))
    elif card.waves:
        texts.append(organisation_text(programme, card, organisation, given, arguments.lang))
    return finish(arguments, programme, "\n\n".join(texts))


def template(arguments: Namespace) -> int:
    """Write a workbook to fill in."""
    write_template(_assessed(arguments.file), arguments.out, lang=arguments.lang)
    tell_written(arguments, "cli.wrote-template", path=arguments.out, file=arguments.file)
    return SOUND


def _assessed(path: str) -> Programme:
    """Read what answers are given to, before anything is said of the answers."""
    if Path(path).suffix.casefold() in ANSWER_ENDINGS:
        raise InvalidFile(path, (Fault(Problem("table-not-framework")),))
    programme = read_programme(path)
    if programme.framework is None:
        raise NoFramework(programme.id)
    return programme


def named(programme: Programme, wanted: str | None) -> str | None:
    """Give the id of the organisation that is wanted, by its id or, whatever the case, by its name.

    A name that several have is none's.
    """
    if wanted is None or any(one.id == wanted for one in programme.organisations):
        return wanted
    asked = wanted.casefold()
    found = {
        one.id for one in programme.organisations if asked in (one.name.nb.casefold(), one.name.en.casefold())
    }
    return found.pop() if len(found) == 1 else wanted


def _write(arguments: Namespace, programme: Programme, card: ScoreCard) -> int:
    write_table(card.table(), arguments.out, lang=arguments.lang)
    return finish_written(arguments, errors_of(findings_in(programme)))
