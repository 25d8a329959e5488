"""What is scored by: a programme with its framework, or a framework alone."""

from kompetanse.errors import NoFramework
from kompetanse.model import MaturityFramework, Programme
from kompetanse.model.rules import demand


def programme_of(verb: str, subject: Programme | MaturityFramework) -> tuple[Programme, MaturityFramework]:
    """Give the programme and its framework; a framework alone stands in a programme that holds nothing else.

    Raises `InvalidValue` for what is neither, and `NoFramework`.
    """
    demand(verb, "subject", subject, Programme | MaturityFramework)
    if isinstance(subject, MaturityFramework):
        return Programme(subject.id, subject.name, framework=subject), subject
    if subject.framework is None:
        raise NoFramework(subject.id)
    return subject, subject.framework
