"""The check of a whole design: every rule, in one fixed order."""

from kompetanse.checks import (
    capacity,
    days,
    framework,
    limits,
    names,
    order,
    people,
    prerequisites,
    sequence,
    sessions,
    timing,
    together,
)
from kompetanse.checks.design import Design
from kompetanse.errors import Unsound
from kompetanse.model import Finding, Programme, Severity
from kompetanse.model.rules import demand

RULES = (
    *names.RULES,
    *prerequisites.RULES,
    *order.RULES,
    *timing.RULES,
    *days.RULES,
    *limits.RULES,
    *sequence.RULES,
    *together.RULES,
    *capacity.RULES,
    *sessions.RULES,
    *people.RULES,
    *framework.RULES,
)
"""Every rule, in the order in which `check` asks them."""


def check(programme: Programme) -> tuple[Finding, ...]:
    """Give everything that the rules find in a design; nothing where it is sound and complete.

    The findings stand in the order of `RULES`, and those of one rule in the order of the design. It never
    raises, however faulty the design is. Where an id is given twice, the first that has it is meant.

    >>> from kompetanse.model import Module
    >>> [str(finding) for finding in check(Programme("p", modules=(Module("a", requires=("a",)),)))]
    ["error: modules/a/requires/0: ring (modules=('a',), size=1)"]
    """
    demand("check", "programme", programme, Programme)
    design = Design(programme)
    return tuple(finding for rule in RULES for finding in rule.findings(design))


def ensure_sound(programme: Programme) -> Programme:
    """Give the programme back; raise `Unsound` with every finding of severity error where there are any."""
    demand("ensure_sound", "programme", programme, Programme)
    errors = tuple(one for one in check(programme) if one.severity is Severity.ERROR)
    if errors:
        raise Unsound(errors)
    return programme
