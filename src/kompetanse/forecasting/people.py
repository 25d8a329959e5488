"""What is drawn of the organisations of one cohort, held ready since one design after another asks for it."""

from functools import lru_cache

import attrs
import numpy as np

from kompetanse.forecasting.draws import Draws
from kompetanse.model import Factor
from kompetanse.scoring.formulas import Floats

KEPT = 16
"""Cohorts that are held ready."""
Start = tuple[float | None, ...]
"""Where an organisation starts on each dimension, in points; None where that is not known."""


@attrs.frozen(eq=False)
class People:
    """The organisations of one cohort, in every draw."""

    attended: Floats
    """Organisations × draws."""
    own_work: Floats
    """Organisations × draws."""
    scale: Floats
    """Organisations × draws: the most that can be gained, in points, if nothing were in the way."""
    room: Floats
    """Dimensions × organisations × draws: the points from the start up to 100."""


@lru_cache(maxsize=KEPT)
def people(
    draws: Draws, organisations: tuple[str, ...], dimensions: tuple[str, ...], starts: tuple[Start, ...]
) -> People:
    """Give what is drawn of some organisations, of which some may be known to start somewhere."""
    common = draws.of(Factor.EFFECT) * draws.of(Factor.DEFLATION) * draws.of(Factor.TRANSFER)

    def each(factor: Factor) -> Floats:
        return _each(draws.only(factor), factor, organisations)

    room = _room(draws.only(Factor.START), organisations, dimensions, starts)
    return People(each(Factor.ATTENDED), each(Factor.OWN_WORK), each(Factor.SPREAD) * common, room)


@lru_cache(maxsize=2 * KEPT)
def _each(draws: Draws, factor: Factor, organisations: tuple[str, ...]) -> Floats:
    """Give organisations × draws of one factor, whichever set others come from; nobody may write in it."""
    drawn = np.array([draws.of(factor, one) for one in organisations])
    drawn.flags.writeable = False
    return drawn


@lru_cache(maxsize=KEPT)
def _room(
    draws: Draws, organisations: tuple[str, ...], dimensions: tuple[str, ...], starts: tuple[Start, ...]
) -> Floats:
    """Give the points from the start up to 100: by far the most draws, which few factors have a part in."""
    room = np.empty((len(dimensions), len(organisations), draws.count))
    for row, (organisation, known) in enumerate(zip(organisations, starts, strict=True)):
        for number, (dimension, start) in enumerate(zip(dimensions, known, strict=True)):
            at = draws.of(Factor.START, organisation, dimension) if start is None else start
            room[number, row] = at
    np.clip(np.subtract(100, room, out=room), 0, 100, out=room)
    return room
