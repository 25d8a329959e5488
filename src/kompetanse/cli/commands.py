"""The steps one by one: read, call a verb, print what it gives."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable

from kompetanse.cli.output import (
    SOUND,
    UNSOUND,
    WRONG,
    errors_of,
    findings_in,
    finish,
    print_json,
    tell_written,
)
from kompetanse.errors import InvalidFile
from kompetanse.files import (
    ProgrammeFile,
    load_programme,
    read_participation,
    read_programme,
    start_programme,
)
from kompetanse.model import Finding, Severity
from kompetanse.planning import journey
from kompetanse.report import (
    Words,
    by_severity,
    error_text,
    faults_data,
    finding_data,
    journey_data,
    journey_text,
    placed_text,
    remedy_texts,
)

Run = Callable[[Namespace], int]


def new(arguments: Namespace) -> int:
    """Write a starting file."""
    start_programme(arguments.file)
    tell_written(arguments, "cli.wrote", path=arguments.file)
    return SOUND


def check_files(arguments: Namespace) -> int:
    """Check one file after another; a file that cannot be read hides no other."""
    plain = Words(arguments.lang)
    faulty: list[InvalidFile] = []
    found: list[tuple[ProgrammeFile, tuple[Finding, ...]]] = []
    for path in arguments.files:
        try:
            read = load_programme(path)
        except InvalidFile as error:
            faulty.append(error)
            print(error_text(error, plain), file=sys.stderr)
            print(plain.say("cli.faults", count=len(error.faults)), file=sys.stderr)
            continue
        found.append((read, by_severity(findings_in(read.programme))))
    errors = any(errors_of(findings) for _, findings in found)
    if arguments.json:
        findings = [
            {
                "file": str(read.path),
                **_at(read, one),
                **finding_data(one, Words(arguments.lang, read.programme)),
            }
            for read, several in found
            for one in several
        ]
        faults = [one for error in faulty for one in faults_data(error, plain)]
        print_json({"sound": not (faulty or errors), "findings": findings, "faults": faults})
    else:
        for read, several in found:
            _print_findings(read, several, Words(arguments.lang, read.programme))
        if found:
            _print_ending(found, arguments.files, plain)
    return WRONG if faulty else UNSOUND if errors else SOUND


def _at(read: ProgrammeFile, finding: Finding) -> dict[str, int | None]:
    line, column = read.position(finding.place) or (None, None)
    return {"line": line, "column": column}


def _print_findings(read: ProgrammeFile, findings: tuple[Finding, ...], words: Words) -> None:
    if not findings:
        print(words.say("cli.no-findings", path=read.path))
    for one in findings:
        spot = ":".join(str(part) for part in (read.path, *_at(read, one).values()) if part is not None)
        print(f"{spot}: {placed_text(one, words)}")
        for text in remedy_texts(one, words):
            print(f"    {text}")


def _print_ending(
    found: list[tuple[ProgrammeFile, tuple[Finding, ...]]], paths: list[str], words: Words
) -> None:
    """Count the findings, and say what to do next."""
    findings = [one for _, several in found for one in several]
    next_step = "cli.next" if found[0][0].programme.modules else "cli.next-framework"
    counts = Counter(one.severity for one in findings)
    if counts:
        told = ", ".join(words.say(f"cli.{one.value}", count=counts[one]) for one in Severity if counts[one])
        print(told + ". " + words.say("cli.mend" if counts[Severity.ERROR] else "cli.holds"))
    if len(paths) == 1 and not counts[Severity.ERROR]:
        print(words.say(next_step, path=paths[0]))


def where(arguments: Namespace) -> int:
    """Tell where everyone is on a date."""
    programme = read_programme(arguments.file)
    seen = read_participation(arguments.participation, programme) if arguments.participation else ()
    found = journey(programme, on=arguments.on, participation=seen)
    tell = journey_data if arguments.json else journey_text
    return finish(arguments, programme, tell(found, arguments.lang))
