"""What a programme costs."""

import attrs

from kompetanse.model.rules import as_float, number

KRONER = number(0, 1e9)


@attrs.frozen
class Costs:
    """Rates, in kroner, or in whatever currency all of them are."""

    leader_hour: float = attrs.field(default=0.0, converter=as_float, validator=KRONER)
    """Of an hour of one leader's time, travel included."""
    gathering: float = attrs.field(default=0.0, converter=as_float, validator=KRONER)
    """Of one cohort's gathering, however many come: the room, those who lead it."""
    attendance: float = attrs.field(default=0.0, converter=as_float, validator=KRONER)
    """Of one leader at one gathering: food, material, the journey."""
