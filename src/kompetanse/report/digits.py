"""Whole numbers of any length: Python itself writes no more than some thousand digits of one."""

CHUNK = 4000
"""Digits that are written at a time."""
LARGE = 10**CHUNK


def digits(number: int) -> str:
    """Give every digit of a whole number that is not negative."""
    parts: list[str] = []
    while number >= LARGE:
        number, low = divmod(number, LARGE)
        parts.append(f"{low:0{CHUNK}}")
    return "".join((str(number), *reversed(parts)))


def grouped(number: int, mark: str) -> str:
    """Give every digit of a whole number that is not negative, in threes with `mark` between."""
    text = digits(number)
    first = len(text) % 3
    threes = (text[place : place + 3] for place in range(first, len(text), 3))
    return mark.join(part for part in (text[:first], *threes) if part)


READABLE = 10**60
"""Whole numbers from here on are told by their size."""


def readable(number: int, mark: str) -> str:
    """Give a whole number as a reader can take it in: whole, or as a power of ten."""
    if number < READABLE:
        return grouped(number, mark)
    text = digits(number)
    return f"{text[0]}.{text[1:4]} · 10^{len(text) - 1}"


def writable(number: float) -> float | str:
    """Give a number as JSON can hold it: one of thousands of digits as text."""
    return digits(number) if isinstance(number, int) and number >= LARGE else number
