"""Pages to send out: one of the network, one of each municipality that is named, all held back alike.

``python examples/pages.py FOLDER`` writes them to a folder; without one, to a folder that is gone in the end.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

from kompetanse import bundled, read_answers, read_participation, read_programme
from kompetanse.report import overview, page

ON = date(2023, 3, 13)
TO = (None, "sokndal", "utsira")
"""Whose pages are written; None for the network."""

case = bundled("rogaland")
programme = read_programme(case / "programme.yaml")
assessments = read_answers(case / "answers.csv", programme)
participation = read_participation(case / "participation.csv", programme)

with tempfile.TemporaryDirectory() as gone:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else gone)
    for organisation in TO:
        told = overview(
            programme,
            on=ON,
            assessments=assessments,
            participation=participation,
            organisation=organisation,
            minimum=5,
        )
        path = folder / f"{organisation or 'network'}.html"
        path.write_text(page(told, "nb"), encoding="utf-8")
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")
