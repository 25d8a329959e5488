"""Take the pictures of pages that README and docs show, in Chromium: ``python docs/photograph.py``."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from kompetanse import bundled, read_answers, read_participation, read_programme, read_scenarios
from kompetanse.report import overview, page

PICTURES = Path(__file__).parent / "pictures"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]
WIDTH, HEIGHT = 1000, 1150
"""Pixels."""
SHOWN = {"page": None, "page-organisation": "sokndal"}
"""Whose page each picture is of; None for the network."""


def pages() -> dict[str, str]:
    """Give the pages to be shown."""
    folder = bundled("rogaland")
    programme = read_programme(folder / "programme.yaml")
    return {
        name: page(
            overview(
                programme,
                on=date(2023, 3, 13),
                assessments=read_answers(folder / "answers.csv", programme),
                participation=read_participation(folder / "participation.csv", programme),
                scenarios=read_scenarios(folder / "scenarios.yaml"),
                organisation=organisation,
            ),
            "nb",
        )
        for name, organisation in SHOWN.items()
    }


def main() -> None:
    """Open each page, and keep what is seen of it first."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, html in pages().items():
            path = Path(folder, "page.html")
            path.write_text(html, encoding="utf-8")
            shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            shown.goto(path.as_uri())
            shown.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
