"""A real browser, and what it finds wrong with a page."""

import importlib
import os
import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest

REQUIRED = os.environ.get("KOMPETANSE_BROWSER") == "required"
CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")
WIDE = (1280, 900)
"""Pixels of a screen."""
A4 = (595, 842)
"""Points."""


def missing(what: str) -> Any:
    """Skip what needs a browser, or fail where there has to be one."""
    return pytest.fail(what) if REQUIRED else pytest.skip(what)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Chromium, as long as the tests of this folder last."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        missing("chromium is not installed")
    try:
        api = importlib.import_module("playwright.sync_api")
        for one in ("axe_playwright_python", "pypdf"):
            importlib.import_module(one)
    except ImportError as error:
        missing(f"{error.name} is not installed")
    with api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=QUIET)
        yield started
        started.close()


@attrs.define
class Visit:
    """A page that stands open, and what happened there."""

    page: Any
    sent: list[str] = attrs.field(factory=list)
    """Requests that would have left it."""
    said: list[str] = attrs.field(factory=list)
    """Errors on the console, and dialogs."""

    def wrong(self, check: str) -> list[str]:
        """Give what a check of ``checks.js`` finds."""
        found: list[str] = self.page.evaluate(f"{CHECKS}.{check}()")
        return found

    def accessibility(self) -> list[str]:
        """Give what axe finds: rule, selector and element."""
        self.page.evaluate(axe())
        asked = {"runOnly": {"type": "tag", "values": list(WCAG)}, "resultTypes": ["violations"]}
        found = self.page.evaluate("(asked) => axe.run(document, asked)", asked)
        return [
            f"{one['id']}: {node['target']}: {node['html'][:160]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def keyboard(self) -> list[str]:
        """Give what is wrong for those who have keys alone: at the first stop, then stop by stop."""
        focusable = self.wrong("focusable")
        wrong: list[str] = []
        reached: list[str] = []
        self.page.keyboard.press("Tab")
        first = self.page.evaluate(f"{CHECKS}.focused()")
        if first is None or not first["skips"]:
            wrong.append(f"the first stop is no way to the content: {first}")
        while (here := self.page.evaluate(f"{CHECKS}.focused()")) and len(reached) <= len(focusable):
            reached.append(here["told"])
            if not here["outlined"]:
                wrong.append(f"no outline: {here['told']}")
            if not here["there"]:
                wrong.append(f"out of sight: {here['told']}")
            self.page.keyboard.press("Tab")
        return wrong + [f"not reached: {one}" for one in focusable if one not in reached]

    def skipping(self) -> list[str]:
        """Give what is wrong with the way past the contents."""
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")
        inside = "document.querySelector('main')?.contains(document.activeElement)"
        return [] if self.page.evaluate(inside) else ["the first stop does not lead into main"]

    def sheets(self) -> Any:
        """Print it, and give the sheets."""
        pypdf = importlib.import_module("pypdf")
        return pypdf.PdfReader(BytesIO(self.page.pdf(prefer_css_page_size=True))).pages

    def paper(self) -> list[str]:
        """Print it, and give what is wrong on paper: pages of another size, rows on two pages."""
        self.page.emulate_media(media="print")
        wrong, rows = self.wrong("breaking"), self.page.evaluate(f"{CHECKS}.rows()")
        sheets = self.sheets()
        for number, sheet in enumerate(sheets, start=1):
            size = (float(sheet.mediabox.width), float(sheet.mediabox.height))
            if any(abs(one - other) > 1 for one, other in zip(size, A4, strict=True)):
                wrong.append(f"sheet {number} is {size[0]:.0f} × {size[1]:.0f}")
        texts = [letters(sheet.extract_text()) for sheet in sheets]
        for row in rows:
            if not any(letters("".join(row)) in text for text in texts):
                wrong.append(f"on no sheet as a whole: {row}")
        self.page.emulate_media(media="screen")
        return wrong


def letters(text: str) -> str:
    """Give a text without its spaces, and with letters that were joined apart again."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def axe() -> str:
    """Give the source of axe-core, as axe-playwright-python brings it."""
    (folder,) = importlib.import_module("axe_playwright_python").__path__
    return (Path(folder) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Any:
    """What opens a text of HTML as a file, with nothing let out of it."""

    @contextmanager
    def opened(html: str, size: tuple[int, int] = WIDE, **more: Any) -> Iterator[Visit]:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **more)
        context.set_default_timeout(20_000)
        visit = Visit(context.new_page())

        def let(route: Any) -> None:
            if route.request.url.startswith(("file:", "data:")):
                route.continue_()
            else:
                visit.sent.append(route.request.url)
                route.abort()

        def heard(message: Any) -> None:
            if message.type == "error":
                visit.said.append(message.text)

        def answered(dialog: Any) -> None:
            visit.said.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        context.route("**/*", let)
        visit.page.on("console", heard)
        visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
        visit.page.on("dialog", answered)
        visit.page.on("websocket", lambda socket: visit.sent.append(socket.url))
        visit.page.goto(path.as_uri(), wait_until="load")
        yield visit
        context.close()

    return opened
