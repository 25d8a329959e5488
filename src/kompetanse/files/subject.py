"""What answers are given to: a maturity framework, alone or with the programme that holds it."""

from collections.abc import Callable
from typing import TypeAlias

from kompetanse.files.scalars import id_in
from kompetanse.files.table import known
from kompetanse.model import MaturityFramework, Organisation, Programme

Subject: TypeAlias = Programme | MaturityFramework


def framework_of(subject: Subject) -> MaturityFramework | None:
    """Give the framework, if there is one."""
    return subject.framework if isinstance(subject, Programme) else subject


def organisations_of(subject: Subject) -> tuple[Organisation, ...]:
    """Give the organisations that are named; a framework alone names none."""
    return subject.organisations if isinstance(subject, Programme) else ()


def an_organisation(subject: Subject) -> Callable[[str], str]:
    """Give a reader of organisations: those of the programme, or any where none is named."""
    ids = tuple(one.id for one in organisations_of(subject))
    return known("unknown-organisation", ids) if ids else id_in
