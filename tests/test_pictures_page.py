"""The page on pictures shows what its own code draws."""

import re
import runpy
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

DOCS = Path(__file__).parent.parent / "docs"
SHOWN = re.compile(r"^!\[(.*)\]\(pictures/([\w-]+\.svg)\)$", re.MULTILINE)
Svgs = Mapping[str, str]


def texts(svg: str) -> list[str]:
    return ["".join(one.itertext()) for one in ET.fromstring(svg).iter() if one.tag.endswith("}text")]  # noqa: S314  # our own


@pytest.fixture(scope="module")
def drawn() -> Svgs:
    """What the code of the page draws now."""
    script = runpy.run_path(str(DOCS / "make_pictures.py"))
    found: Svgs = script["drawn"](script["PAGE"])
    return found


@pytest.fixture(scope="module")
def kept() -> Svgs:
    return {one.name: one.read_text(encoding="utf-8") for one in sorted((DOCS / "pictures").glob("*.svg"))}


@pytest.fixture(scope="module")
def shown() -> Mapping[str, str]:
    """The pictures that the page shows, each with its alternative text."""
    page = (DOCS / "pictures.md").read_text(encoding="utf-8")
    return {name: alt for alt, name in SHOWN.findall(page)}


def test_every_kept_picture_says_what_is_drawn_now(drawn: Svgs, kept: Svgs) -> None:
    assert len(kept) == 8
    told = {name: texts(one) for name, one in drawn.items()}
    assert {name: texts(one) for name, one in kept.items()} == told, "run docs/make_pictures.py"
    assert all(len(one) > 5 for one in told.values())


def test_every_picture_is_shown_with_its_own_alternative_text(kept: Svgs, shown: Mapping[str, str]) -> None:
    assert {name: ET.fromstring(svg).get("aria-label") for name, svg in kept.items()} == shown  # noqa: S314  # our own
