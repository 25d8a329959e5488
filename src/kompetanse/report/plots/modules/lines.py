"""How the lines of the module graph run: from box to box, and between those of the rows that they pass."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import mul

import attrs

from kompetanse.report.plots.modules.map import LEFT, RIGHT, Box, Map
from kompetanse.report.plots.modules.ties import Tie

LANE, CLEAR = 0.09, 0.1
"""Inches between two lines in one gap, and between a line and a box that it passes."""
JOINT = 0.2
"""The part of the way between two rows that lies below the point where the options of a group meet."""

Point = tuple[float, float]


@attrs.frozen
class Line:
    """One tie as a line: its corners, each stretch between two being a curve that ends upright."""

    tie: Tie
    points: tuple[Point, ...]
    sideways: bool = False
    """Whether it runs straight from side to side."""
    turns: bool = False
    """Whether it leaves a row downwards and comes back to it."""

    def at(self, part: float) -> Point:
        """Give a point of the stretch that leads to its end, from 0 to 1 along it."""
        (x0, y0), (x1, y1) = self.points[-2:]
        if self.turns:
            return x0 + (x1 - x0) * part, y0 + 0.12
        eased = part if self.sideways else part * part * (3 - 2 * part)
        return x0 + (x1 - x0) * eased, y0 + (y1 - y0) * part


def lines_of(placed: Map, ties: Sequence[Tie]) -> tuple[Line, ...]:
    """Give every tie as a line."""
    passing = _passing(placed, ties)
    leaving, arriving = _ports(placed, ties, passing)
    return tuple(
        _line(placed, tie, passing[number], leaving.get(number), arriving.get(number))
        for number, tie in enumerate(ties)
    )


def _side_by_side(placed: Map, tie: Tie) -> bool:
    first, then = placed.boxes[tie.first], placed.boxes[tie.then]
    row = placed.rows[first.row]
    return (
        first.row == then.row and abs(row.index(tie.first) - row.index(tie.then)) == 1 and tie.group is None
    )


def _passing(placed: Map, ties: Sequence[Tie]) -> list[list[Point]]:
    """Give for each tie where it passes through each row between its ends: x and the row."""
    wanted: list[list[tuple[int, float]]] = []
    using: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, tie in enumerate(ties):
        first, then = placed.boxes[tie.first], placed.boxes[tie.then]
        step = 1 if then.row > first.row else -1
        gaps = []
        for row in range(first.row + step, then.row, step) if first.row != then.row else ():
            straight = first.x + (then.x - first.x) * (row - first.row) / (then.row - first.row)
            gap, x = _gap([placed.boxes[one] for one in placed.rows[row]], straight)
            using[row, gap].append(number)
            gaps.append((row, gap, x))
        wanted.append([(row, x) for row, _, x in gaps])
    shift = {
        (row, number): (place - (len(numbers) - 1) / 2) * min(LANE, 0.3 / len(numbers))
        for (row, _), numbers in using.items()
        for place, number in enumerate(numbers)
    }
    return [[(x + shift[row, number], float(row)) for row, x in rows] for number, rows in enumerate(wanted)]


def _gap(boxes: Sequence[Box], wanted: float) -> tuple[int, float]:
    """Give the number of the gap of a row that is nearest, and where to pass through it."""
    ends = [LEFT - 0.2, *(side for box in boxes for side in (box.left, box.right)), RIGHT + 0.15]
    best = []
    for gap, (low, high) in enumerate(zip(ends[::2], ends[1::2], strict=True)):
        room = min(CLEAR + LANE, (high - low) / 2)
        x = min(max(wanted, low + room), high - room)
        best.append((abs(x - wanted), gap, x))
    _, gap, x = min(best)
    return gap, x


def _ports(
    placed: Map, ties: Sequence[Tie], passing: Sequence[Sequence[Point]]
) -> tuple[Mapping[int, Point], Mapping[int, Point]]:
    """Give where each line leaves its first box and reaches its second, apart from all others there."""
    sides: dict[tuple[str, bool], dict[object, float]] = defaultdict(dict)
    ends: list[tuple[int, int, tuple[str, bool], object]] = []
    for number, tie in enumerate(ties):
        if _side_by_side(placed, tie):
            continue
        first, then = placed.boxes[tie.first], placed.boxes[tie.then]
        upwards = then.row < first.row
        beyond = [x for x, _ in passing[number]]
        leaving, arriving = (tie.first, not upwards), (tie.then, upwards or then.row == first.row)
        sides[leaving]["out", number] = (beyond or [then.x])[0]
        arrival = "in", number if tie.group is None else tie.end
        sides[arriving][arrival] = (beyond or [first.x])[-1]
        ends += [(0, number, leaving, ("out", number)), (1, number, arriving, arrival)]
    spread = {
        (side, key): (place + 1) / (len(keys) + 1)
        for side, keys in sides.items()
        for place, key in enumerate(sorted(keys, key=lambda key: (keys[key], str(key))))
    }
    ports: tuple[dict[int, Point], dict[int, Point]] = ({}, {})
    for which, number, side, key in ends:
        box = placed.boxes[side[0]]
        y = box.bottom if side[1] else box.top
        ports[which][number] = (box.left + box.width * spread[side, key], y)
    return ports


def _line(
    placed: Map, tie: Tie, passing: Sequence[Point], leaving: Point | None, arriving: Point | None
) -> Line:
    first, then = placed.boxes[tie.first], placed.boxes[tie.then]
    if leaving is None or arriving is None:
        rightwards = then.x > first.x
        middle = first.top + first.height / 2
        ends = (first.right, then.left) if rightwards else (first.left, then.right)
        return Line(tie, ((ends[0], middle), (ends[1], middle)), sideways=True)
    if tie.group is not None:
        gap = placed.pitch - first.height
        arriving = arriving[0], arriving[1] + (gap * JOINT * 2 if then.row <= first.row else -gap * JOINT * 2)
    points = [leaving]
    for x, row in passing:
        edges = [(x, row * placed.pitch), (x, row * placed.pitch + first.height)]
        points += edges if then.row > first.row else edges[::-1]
    return Line(tie, (*points, arriving), turns=first.row == then.row)


def stretches(line: Line) -> list[tuple[Point, Point, Point, Point]]:
    """Give each stretch of a line as a cubic curve."""
    if line.sideways:
        start, end = line.points
        return [(start, start, end, end)]
    if line.turns:
        (x0, y0), (x1, y1) = line.points
        return [((x0, y0), (x0, y0 + 0.4), (x1, y1 + 0.4), (x1, y1))]
    return [
        (one, (one[0], (one[1] + two[1]) / 2), (two[0], (one[1] + two[1]) / 2), two)
        for one, two in pairwise(line.points)
    ]


def points_of(line: Line) -> list[Point]:
    """Give points along a line, close enough to say what it runs behind."""
    return [_along(curve, step / 12) for curve in stretches(line) for step in range(13)]


def _along(curve: tuple[Point, Point, Point, Point], part: float) -> Point:
    """Give a point of a cubic curve, by Bernstein's polynomials."""
    rest = 1 - part
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    xs, ys = zip(*curve, strict=True)
    return sum(map(mul, weights, xs)), sum(map(mul, weights, ys))
