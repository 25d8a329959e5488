"""From sections to HTML: the one door to jinja2."""

import base64
import hashlib
import re
from functools import cache, partial
from pathlib import Path
from typing import Any

from kompetanse.errors import MissingExtra

HYPHEN_FOR_MINUS = re.compile(r"(?<![^\s(])-(?=\d)")
"""What stands for a minus where text is to be copied and computed with; aloud it may be passed over."""
TOO_WIDE = re.compile(r"(\S{30,})")
"""A word that is wider than a column should be."""
PIECE = 15
"""Characters of it that stay together."""
ASSETS = Path(__file__).parent / "assets"


def render(**told: object) -> str:
    """Give the whole page; every text in it is escaped. Raises `MissingExtra`."""
    return str(_environment().get_template("page.html.j2").render(**told))


@cache
def asset(name: str) -> str:
    """Give the text of a file that goes into every page."""
    return (ASSETS / name).read_text(encoding="utf-8")


def digest(text: str) -> str:
    """Give what a page's policy knows a script of its own by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Any:  # noqa: ANN401  # jinja2's
    try:
        import jinja2  # noqa: PLC0415  # an extra: imported where it is needed
        import markupsafe  # noqa: PLC0415  # comes with it
    except ImportError:
        raise MissingExtra("jinja2", "report") from None
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["typeset"] = partial(_typeset, markupsafe)
    return environment


def _typeset(markupsafe: Any, text: str) -> Any:  # noqa: ANN401  # a module, and its kind of text
    """Give a text with a minus where one is meant, and places to break a word too wide for a table."""
    signed = HYPHEN_FOR_MINUS.sub("\N{MINUS SIGN}", text)
    pieces = (piece for word in TOO_WIDE.split(signed) for piece in _pieces(word))
    return markupsafe.Markup("<wbr>").join(pieces)


def _pieces(word: str) -> list[str]:
    """Cut a word that is too wide; anything else stays whole."""
    if not TOO_WIDE.fullmatch(word):
        return [word]
    return [word[at : at + PIECE] for at in range(0, len(word), PIECE)]
