"""How long a report of all Norway's municipalities takes, from files to a file: 357 organisations × 4 waves.

By hand, in an environment with the extra ``bench``; docs/benchmarks.md has what it gave:

    python -m pytest tests/benchmarks/bench_report.py -o "python_functions=bench_*" -s

Nothing here is collected by a plain ``pytest``.
"""

import csv
import subprocess
import sys
import time
from pathlib import Path

import attrs
import numpy as np
import pytest

from kompetanse.cli.reporting import WRITERS
from kompetanse.files import bundled, read_programme, write_programme
from kompetanse.model import Organisation, Programme

pytestmark = pytest.mark.filterwarnings("ignore")

ORGANISATIONS = 357
RESPONDENTS = range(6, 15)
"""How many answer in an organisation: 10 in the mean."""
WAVES = ("2021-09", "2022-09", "2023-09", "2024-09")
SECONDS, MEGABYTES = 10, 5


def norway() -> Programme:
    """The bundled case with so many organisations, shared between its cohorts."""
    base = read_programme(bundled("rogaland") / "programme.yaml")
    ids = [f"k{number:03}" for number in range(ORGANISATIONS)]
    organisations = [Organisation(one, f"Kommune {one[1:]}", leaders=12) for one in ids]
    count = len(base.cohorts)
    cohorts = [attrs.evolve(one, members=tuple(ids[place::count])) for place, one in enumerate(base.cohorts)]
    return attrs.evolve(base, organisations=tuple(organisations), cohorts=tuple(cohorts))


def write_answers(programme: Programme, path: Path) -> None:
    """Answers from 1 to 5 that rise from wave to wave, one in twenty missing."""
    assert programme.framework is not None
    asked = [one.id for one in programme.framework.indicators()]
    draw = np.random.default_rng(1)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["wave", "organisation", "respondent", *asked])
        for number, wave in enumerate(WAVES):
            for one in programme.organisations:
                for respondent in range(draw.choice(RESPONDENTS)):
                    given = np.clip(draw.normal(2.5 + number / 4, 1, len(asked)).round(), 1, 5)
                    cells = ["" if draw.random() < 0.05 else int(value) for value in given]
                    writer.writerow([wave, one.id, f"r{respondent}", *cells])


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the programme and its answers."""
    folder = tmp_path_factory.mktemp("norway")
    programme = norway()
    write_programme(programme, folder / "programme.yaml")
    write_answers(programme, folder / "answers.csv")
    return folder


@pytest.mark.parametrize("organisation", [(), ("--organisation", "k017")], ids=["network", "organisation"])
@pytest.mark.parametrize("minimum", [(), ("--minimum", "5"), ("--minimum", "8")], ids=["open", "5", "8"])
@pytest.mark.parametrize("ending", [*WRITERS])
def bench_a_whole_report(
    case: Path, ending: str, minimum: tuple[str, ...], organisation: tuple[str, ...]
) -> None:
    """The command as it is called, Python's own start included, with ten scenarios."""
    out = case / f"report{ending}"
    given = (case / "programme.yaml", case / "answers.csv", bundled("rogaland") / "scenarios.yaml")
    call = ("report", *map(str, given), "--out", str(out), "--lang", "nb", "--on", "2023-03-13")
    began = time.perf_counter()
    ran = subprocess.run([sys.executable, "-m", "kompetanse", *call, *minimum, *organisation], check=False)
    took, size = time.perf_counter() - began, out.stat().st_size / 1e6
    print(f"\n{took:.1f} s, {size:.2f} MB")  # noqa: T201  # it is what is measured
    assert ran.returncode == 0
    assert took < SECONDS
    assert size < MEGABYTES
