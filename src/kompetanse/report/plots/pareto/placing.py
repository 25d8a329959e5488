"""Where the names of points stand: beside them, and on no other name, mark or line."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

APART = 9.0
"""Points from the middle of a mark to what is written beside it."""
MARK = 5.0
"""Points from the middle of a mark to its rim."""
AWAY, FARTHER = (1.0, 1.8), (3.0, 4.5, 6.5)
"""How many times `APART` away a name may stand; and one that is needed."""


@attrs.frozen
class Box:
    """A rectangle in points, from the lower left corner of the axes."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two have anything in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def within(self, other: "Box") -> bool:
        """Tell whether it lies wholly in another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )


@attrs.frozen
class Name:
    """What is to be written beside a mark at x, y."""

    x: float
    y: float
    wide: float
    """How many points across the name takes; and how many from top to bottom."""
    tall: float
    toward: tuple[int, int]
    """The side where there is most room: -1 or 1 across, and up or down."""
    needed: bool
    """Whether it may stand on a line, or farther away, where there is no other place."""

    def box(self, placed: "Placed") -> Box:
        """Give the room that it takes at a place."""
        x, y = self.x + placed.dx, self.y + placed.dy
        return Box(x - self.wide / 2, y - self.tall / 2, x + self.wide / 2, y + self.tall / 2)


@attrs.frozen
class Placed:
    """Where a name stands: its middle from the middle of its mark, in points."""

    dx: float
    dy: float
    near: bool
    """Whether it is plain which mark it belongs to."""


def around(x: float, y: float) -> Box:
    """Give the room that a mark takes."""
    return Box(x - MARK, y - MARK, x + MARK, y + MARK)


def place(
    names: Sequence[Name], marks: Iterable[Box], lines: Sequence[Box], area: Box
) -> tuple[Placed | None, ...]:
    """Give each name a place, the first one first; None where there is none left.

    A name stands inside the area and on no mark or name, nor on a line if it is not needed.
    """
    taken = list(marks)
    found: list[Placed | None] = []
    for name in names:
        free = [one for one in _places(name) if _is_free(name.box(one), taken, area)]
        clear = [one for one in free if _is_free(name.box(one), lines, area)]
        best = next(iter(clear or (free if name.needed else [])), None)
        found.append(best)
        if best is not None:
            taken.append(name.box(best))
    return tuple(found)


def _is_free(box: Box, taken: Iterable[Box], area: Box) -> bool:
    return box.within(area) and not any(box.meets(one) for one in taken)


def _places(name: Name) -> Iterator[Placed]:
    """Yield the places round a mark, nearest first, and on its roomy side first."""
    across, up = name.toward
    for times in (*AWAY, *FARTHER) if name.needed else AWAY:
        beside, above = times * APART + name.wide / 2, times * APART + name.tall / 2
        for dx, dy in (
            (across, 0),
            (0, up),
            (across, up),
            (across, -up),
            (0, -up),
            (-across, up),
            (-across, 0),
        ):
            yield Placed(dx * (beside if not dy else beside - APART), dy * above, times == AWAY[0])
