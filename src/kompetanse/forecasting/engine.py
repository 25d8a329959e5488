"""From what is taught to what is gained: organisations × dimensions × draws.

With ``own`` and ``attended`` taken outside the sum over gatherings, the hours that still count are

    x = attended · own · v₀ + attended · v₁ + own · v₂ + v₃

and the v need no organisation, unless its participation was reported: so the work of a cohort hardly depends
on how many gatherings it has. Every v is added up in an order of its own, whoever else is there.
"""

from collections.abc import Mapping, Sequence

import attrs
import numpy as np

from kompetanse.forecasting.dimensions import Dimensions
from kompetanse.forecasting.draws import Draws
from kompetanse.forecasting.formulas import realised, remaining
from kompetanse.forecasting.people import People, Start, people
from kompetanse.forecasting.taught import Lesson, Lessons
from kompetanse.model import Factor
from kompetanse.scoring.formulas import Floats

Shares = tuple[float | None, float | None]
"""The share that attended and that of the work at home that is done, as reported; None where not."""
Reported = Mapping[tuple[str, str], Shares]
"""By organisation and module."""
NOTHING: Shares = (None, None)


@attrs.frozen
class Group:
    """Organisations that are taught together."""

    members: tuple[str, ...]
    rows: tuple[int, ...]
    """The number of each among all organisations."""
    lessons: Lessons


def gains(
    groups: Sequence[Group],
    dimensions: Dimensions,
    starts: Mapping[str, Start],
    reported: Reported,
    draws: Draws,
) -> Floats:
    """Give the gain in points of every organisation; of one that is in no group, 0."""
    result = np.zeros((len(starts), len(dimensions.ids), draws.count))
    half_life, worth = draws.of(Factor.HALF_LIFE), -1 / draws.of(Factor.SATURATION)
    sinks = draws.assumption(Factor.EFFECT).low < 0
    for group in groups:
        known = tuple(starts[one] for one in group.members)
        whose = people(draws, group.members, dimensions.ids, known)
        lifted: dict[tuple[Lesson, ...], Floats] = {}
        for number, lessons in enumerate(group.lessons):
            if not lessons:
                continue
            if lessons not in lifted:
                sums = _sums(group.members, lessons, reported, half_life) * worth
                lifted[lessons] = _lifted(whose, sums)
            gained = np.minimum(lifted[lessons], whose.room[number])
            if sinks:
                np.maximum(gained, whose.room[number] - 100, out=gained)
            result[list(group.rows), number] = gained
    result.flags.writeable = False
    return result


def _lifted(whose: People, sums: Floats) -> Floats:
    """Give organisations × draws: what is gained where there is room for it.

    It is made of the sums v over -saturation: 1 or organisations × 4 × draws.
    """
    exponent = whose.own_work * sums[:, 0]
    exponent += sums[:, 1]
    exponent *= whose.attended
    exponent += whose.own_work * sums[:, 2]
    exponent += sums[:, 3]
    return realised(whose.scale, exponent, exponent)


def _sums(members: Sequence[str], lessons: Sequence[Lesson], reported: Reported, half_life: Floats) -> Floats:
    """Give v₀ to v₃ of each organisation, or one for all of them where nothing was reported."""
    days = np.array([one.idle for one in lessons] + [one.days for one in lessons], dtype=np.float64)
    left = remaining(days, half_life)
    shares = [tuple(reported.get((member, one.module), NOTHING) for one in lessons) for member in members]
    if all(one == NOTHING for several in shares for one in several):
        shares = shares[:1]
    return np.array([np.einsum("ce,ed->cd", _coefficients(lessons, each), left) for each in shares])


def _coefficients(lessons: Sequence[Lesson], shares: Sequence[Shares]) -> Floats:
    """Give what each v is made of: 4 × the lessons' W, then their U."""
    kept, faded = [], []
    for lesson, (attended, own_work) in zip(lessons, shares, strict=True):
        a0, a1 = (0.0, 1.0) if attended is None else (attended, 0.0)
        w0, w1 = (0.0, 1.0) if own_work is None else (own_work, 0.0)
        day, home = lesson.day, lesson.home
        kept.append((a1 * w1 * day, a1 * w0 * day, w1 * (a0 * day + home), w0 * (a0 * day + home)))
        faded.append((-a1 * w1 * day, a1 * (1 - w0) * day, -w1 * a0 * day, a0 * (1 - w0) * day))
    return np.array([*kept, *faded]).T
