"""The one catalogue speaks both languages, and has a sentence for all that can be said."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from string import Formatter
from types import ModuleType

import attrs
import pytest

from kompetanse.checks import RULES
from kompetanse.errors import (
    PROBLEMS,
    CannotApply,
    CannotBalance,
    CannotGroup,
    CannotReplan,
    InvalidAssessment,
    InvalidFile,
    InvalidFrame,
    InvalidValue,
    KompetanseError,
    NoTimetable,
    NotRequired,
    UnwritableFile,
    WorkersLost,
)
from kompetanse.graph import Reason
from kompetanse.model import SECTIONS, Factor, Module, PrerequisiteKind, Programme, Severity
from kompetanse.planning import Stage, journey
from kompetanse.report import SENTENCES, Words, catalogue
from kompetanse.report.catalogue import PAIRS
from kompetanse.report.sentences.errors import ERRORS_NB, PROBLEMS_NB
from kompetanse.scoring import ScoreCard
from kompetanse.whatif import Comparison

SOURCE = Path(__file__).parents[2] / "src"
LETTERED_BY_PARTS = {
    CannotApply,
    CannotBalance,
    CannotGroup,
    CannotReplan,
    InvalidAssessment,
    InvalidFile,
    InvalidFrame,
    InvalidValue,
    NoTimetable,
    NotRequired,
    UnwritableFile,
    WorkersLost,
}
"""Errors that are told by the problem, fault or reason that they hold."""


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_no_key_has_two_sentences() -> None:
    told = [one.SENTENCES for one in vars(catalogue).values() if isinstance(one, ModuleType)]
    keys = Counter(key for one in told for key in one)
    assert {key for key, count in keys.items() if count > 1} == set()
    assert len(keys) == len(PAIRS)


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_have_the_same_placeholders(key: str) -> None:
    if not key.startswith("error."):
        assert placeholders(SENTENCES[key].nb) == placeholders(SENTENCES[key].en)


ALIKE = {
    "column.median",
    "column.scenario",
    "column.status",
    "column.rwg",
    "column.icc_1_1",
    "column.icc_1_k",
    "column.icc_2_1",
    "column.icc_2_k",
    "column.icc_3_1",
    "column.icc_3_k",
}
"""Words that the two languages share."""


def test_no_sentence_is_left_in_the_other_language() -> None:
    told = {key for key, (nb, en) in PAIRS.items() if nb == en and any(map(str.isalpha, _literal(nb)))}
    assert told == ALIKE


def test_every_column_that_is_named_in_the_code_has_its_heading() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    named = set(re.findall(r'Column\(\s*"([\w-]+)"', source))
    assert len(named) > 40
    assert {f"column.{key}" for key in named} <= SENTENCES.keys()


def _literal(sentence: str) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(sentence))


def test_every_problem_has_its_sentence_in_norwegian_and_no_other_is_there() -> None:
    assert PROBLEMS_NB.keys() == PROBLEMS.keys()


def errors(kind: type[KompetanseError] = KompetanseError) -> set[type[KompetanseError]]:
    return {one for child in kind.__subclasses__() for one in {child, *errors(child)}}


def test_every_error_has_its_sentence_in_norwegian_of_its_own_fields() -> None:
    told = {one for one in errors() if one.__module__.startswith("kompetanse.")} - LETTERED_BY_PARTS
    assert {one.__name__ for one in told} == ERRORS_NB.keys()
    for error in told:
        fields = {field.name for field in attrs.fields(error)}  # type: ignore[arg-type]  # each is attrs
        assert placeholders(ERRORS_NB[error.__name__]) <= fields


@pytest.mark.parametrize("rule", [rule.key for rule in RULES])
def test_every_rule_has_its_sentence(rule: str) -> None:
    assert f"finding.{rule}" in SENTENCES


def test_no_sentence_is_for_a_rule_that_is_not() -> None:
    rules = {f"finding.{rule.key}" for rule in RULES}
    assert {key for key in SENTENCES if key.startswith("finding.")} == rules | {"finding.lagged"}


def test_every_coded_word_has_its_words() -> None:
    keys = {f"section.{one}" for one in SECTIONS}
    keys |= {f"stage.{one.value}" for one in Stage} | {f"reason.{one.value}" for one in Reason}
    keys |= {f"severity.{one.value}" for one in Severity}
    keys |= {f"kind.{one.value.replace(' ', '-')}" for one in PrerequisiteKind}
    keys |= {f"{kind}.{one.value}" for one in Factor for kind in ("assumption", "assumption-about")}
    assert keys <= SENTENCES.keys()


def test_every_column_has_its_heading(comparison: Comparison, card: ScoreCard, programme: Programme) -> None:
    where = journey(programme, on=date(2023, 3, 13))
    for table in (comparison.table(), card.table(), where.table(), where.progress_table()):
        assert {f"column.{one.key}" for one in table.columns} <= SENTENCES.keys()


def test_ids_are_told_by_their_names_and_unknown_ones_as_they_are() -> None:
    programme = Programme("p", modules=(Module("a", name="Alpha"),))
    words = Words("en", programme)
    assert words.say("journey.done", modules=("a", "b")) == "Done: Alpha and b"
