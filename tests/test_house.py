"""The house as a whole: what it hands out, what importing it costs, what the examples print."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.axes import Axes

import kompetanse

ROOMS = {
    "checks",
    "cli",
    "errors",
    "files",
    "forecasting",
    "graph",
    "model",
    "planning",
    "report",
    "scoring",
    "testing",
    "whatif",
}
ROOT = Path(__file__).parent.parent
HEAVY = ("networkx", "numpy", "yaml", "cattrs", "babel", "rich", "hypothesis")


def test_every_name_that_is_handed_out_is_there() -> None:
    assert {name: getattr(kompetanse, name).__name__ for name in kompetanse.__all__} == {
        name: name for name in kompetanse.__all__
    }
    assert sorted(kompetanse.ROOM_OF) == sorted(kompetanse.__all__)
    assert set(kompetanse.__all__) <= set(dir(kompetanse))


def test_no_name_that_is_handed_out_is_a_rooms() -> None:
    assert not ROOMS & set(kompetanse.__all__)


def test_a_name_that_is_not_there_is_told_as_python_tells_it() -> None:
    with pytest.raises(AttributeError, match="no attribute 'tulip'"):
        _ = kompetanse.tulip


def test_importing_kompetanse_loads_nothing_heavy() -> None:
    script = f"import sys, kompetanse; print([one for one in {HEAVY!r} if one in sys.modules])"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "[]"


def test_a_noun_needs_none_of_the_heavy_ones_either() -> None:
    script = (
        f"import sys; from kompetanse import Module; print([one for one in {HEAVY!r} if one in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "[]"


EXAMPLES = [one for one in sorted((ROOT / "examples").glob("*.py")) if "notebook" not in one.name]


def test_the_notebook_shows_what_its_cells_come_to() -> None:
    notebook = runpy.run_path(str(ROOT / "examples" / "what_if_notebook.py"))["app"]
    shown, names = notebook.run()
    assert "<td>Technology as part of strategy</td>" in names["comparison"]._repr_html_()
    assert names["comparison"] in shown
    assert [row.values[0] for row in names["best"]] == [0, 0, 0]
    assert "no promise" in shown[-1].text
    assert sum(isinstance(one, Axes) for one in shown) == 3


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda path: path.name)
def test_every_example_runs(
    script: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(script)])
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out


def test_the_what_if_example_is_short_and_tells_what_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    script = ROOT / "examples" / "what_if.py"
    assert len(script.read_text(encoding="utf-8").splitlines()) < 40
    runpy.run_path(str(script), run_name="__main__")
    told = capsys.readouterr().out
    assert "leadership-first: sound=False" in told
    assert "which is closed" in told


def test_the_code_keeps_to_its_measures() -> None:
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "src").rglob("*.py")
    )
    assert lengths[len(lengths) // 2] < 200
    assert lengths[-1] <= 250
