"""The built wheel, without any extra, in a fresh environment: the bare core works, and says what it lacks."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def run(*words: str | Path, status: int = 0) -> str:
    call = [str(word) for word in words]
    told = subprocess.run(call, capture_output=True, check=False, text=True, encoding="utf-8")
    assert told.returncode == status, told.stdout + told.stderr
    return told.stdout + told.stderr


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs of an environment stand that has the wheel and what it needs, and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env")
    found = folder / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", found / "python")
    run(*pip, "install", "--quiet", wheel)
    return found


def test_the_demonstration_runs(programs: Path) -> None:
    assert "What if?" in run(programs / "kompetanse", "demo")


def test_what_needs_an_extra_names_the_line_that_installs_it(programs: Path) -> None:
    told = run(programs / "python", "-c", "from kompetanse.testing import strategies", status=1)
    assert "MissingExtra: this needs hypothesis, which is not installed" in told
    assert "pip install 'kompetanse[testing]'" in told


def test_a_page_names_the_line_that_installs_what_draws_it(programs: Path, tmp_path: Path) -> None:
    run(programs / "kompetanse", "new", tmp_path / "new.yaml")
    out = tmp_path / "report.html"
    told = run(programs / "kompetanse", "report", tmp_path / "new.yaml", "--out", out, status=2)
    assert "pip install 'kompetanse[report]'" in told
    assert not out.exists()


def test_a_starting_file_checks_without_a_finding(programs: Path, tmp_path: Path) -> None:
    run(programs / "kompetanse", "new", tmp_path / "new.yaml")
    assert "no findings" in run(programs / "kompetanse", "check", tmp_path / "new.yaml")


def test_the_types_are_shipped(programs: Path) -> None:
    script = "import importlib.resources as r; print((r.files('kompetanse') / 'py.typed').is_file())"
    assert run(programs / "python", "-c", script).strip() == "True"
