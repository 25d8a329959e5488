"""From sections to HTML: the one door to jinja2."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from kompetanse.errors import MissingExtra

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
    except ImportError:
        raise MissingExtra("jinja2", "report") from None
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
