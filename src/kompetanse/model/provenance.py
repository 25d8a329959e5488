"""Where the sections of a programme come from."""

import attrs

from kompetanse.model.rules import a, as_str, one_of, true_or_false
from kompetanse.model.text import Text, as_optional_text

SECTIONS = (
    "modules", "order", "framework", "organisations", "cohorts", "closed", "planning", "timetable",
    "baselines", "costs", "assumptions", "answers", "participation", "scenarios",
)  # fmt: skip
"""What `Provenance` may speak of: the sections of a programme, and the evidence that goes with it."""


@attrs.frozen
class Provenance:
    """Where a section comes from, and whether it is only there to illustrate."""

    section: str = attrs.field(converter=as_str, validator=one_of(SECTIONS))
    illustrative: bool = attrs.field(default=False, validator=true_or_false)
    source: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a(Text))
    )
