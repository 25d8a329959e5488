"""Names that fit: how wide a text is, roughly and on every machine alike, and ways to make it less."""

from itertools import accumulate
from unicodedata import east_asian_width

INDENT, DEEPEST = "\N{NO-BREAK SPACE}" * 4, 6
"""What a name is moved in by, as text, and how often at most."""
LONGEST = 400
"""Characters of a name that are looked at; no place on a picture holds more."""
SAID = 400
"""Points across that a name may take where it is told in a sentence."""
SLIM, NARROW = frozenset(" \N{NO-BREAK SPACE}.,:;'|!ijlI"), frozenset("frt()[]-/")
BROAD = frozenset("mwMW%@—…ÆŒæœ")


def width_of(text: str, size: float = 10, *, bold: bool = False) -> float:
    """Give how wide a line of text is, in points, as a browser would set it: rather too much."""
    return sum(map(_ems, text)) * size * (1.1 if bold else 1.0)


def _ems(character: str) -> float:
    if character in SLIM:
        return 0.33
    if character in NARROW:
        return 0.43
    if character in BROAD or east_asian_width(character) in "WF":
        return 1.0
    return 0.72 if character.isupper() else 0.63


def shortened(text: str, room: float, size: float = 10, *, bold: bool = False) -> str:
    """Give a text on one line, cut short where it is wider than `room` points."""
    text = " ".join(text[:LONGEST].split())
    if width_of(text, size, bold=bold) <= room:
        return text
    room -= width_of("…", size, bold=bold)
    fits = sum(one <= room for one in accumulate(width_of(each, size, bold=bold) for each in text))
    return text[:fits].rstrip() + "…"


def wrapped(text: str, room: float, size: float = 10, *, lines: int = 2, bold: bool = False) -> str:
    """Give a text on at most so many lines, none wider than `room` points, cut where they are too few."""
    done: list[str] = []
    words = text[:LONGEST].split()
    while words and len(done) < lines - 1:
        fitting = [
            count
            for count in range(1, len(words) + 1)
            if width_of(" ".join(words[:count]), size, bold=bold) <= room
        ]
        if fitting:
            done.append(" ".join(words[: fitting[-1]]))
            words = words[fitting[-1] :]
        else:
            piece = shortened(words[0], room, size, bold=bold)[:-1] or words[0][0]
            done.append(f"{piece}-")
            words[0] = words[0][len(piece) :]
    return "\n".join([*done, *([shortened(" ".join(words), room, size, bold=bold)] if words else [])])


def indented(text: str, depth: int) -> str:
    """Give each line of a text moved in by so many steps."""
    return "\n".join(INDENT * min(depth, DEEPEST) + one for one in text.split("\n"))


def said(name: str) -> str:
    """Give a name as it is told in a sentence: as it is, or cut short where it is a sentence itself."""
    return shortened(name, SAID)
