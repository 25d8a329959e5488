"""A real notebook, run by Jupyter's own kernel: what a cell ends with shows itself."""

import json
from collections.abc import Mapping
from textwrap import dedent

import nbformat
import pytest
from nbclient import NotebookClient

from kompetanse import bundled, read_answers, read_programme, score

Shown = Mapping[str, str]
CELLS = {
    "programme": """
        from kompetanse import Drop, Scenario, bundled, compare, open_store, read_answers, read_programme
        from kompetanse import score, sweep
        from kompetanse.model import Table, Text

        programme = read_programme(bundled("rogaland") / "programme.yaml")
        programme
    """,
    "card": """
        card = score(programme, read_answers(bundled("rogaland") / "answers.csv", programme))
        card
    """,
    "several": "card, programme.timetable",
    "hostile": """
        hostile = Text("<b>&</b>", "<script>alert(1)</script>")
        gone = Scenario("gone", changes=[Drop("tulip")])
        compare(programme, [Scenario("s", hostile, [Drop("teknologi")]), gone])
    """,
    "closed store": """
        with open_store("kept.db") as store:
            swept = sweep(programme, [Scenario("s", changes=[Drop("teknologi")])], store=store)
        swept
    """,
    "picture": """
        from kompetanse.report import plot_modules

        plot_modules(programme)
    """,
    "half a character": r"""Table(("a",), [("\ud800",)])""",
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shown]:
    """What each cell shows, by the kind of output."""
    folder = tmp_path_factory.mktemp("notebook")
    told: dict[str, object] = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    cells = [{"id": str(at), "source": dedent(one).strip(), **told} for at, one in enumerate(CELLS.values())]
    written = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    notebook = nbformat.reads(json.dumps(written), as_version=4)  # type: ignore[no-untyped-call]  # it has no types
    with pytest.MonkeyPatch.context() as patch:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            patch.setenv(name, str(folder / name))
        NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [one.outputs for one in notebook.cells]
    kinds = {one.output_type for several in outputs for one in several}
    assert kinds == {"execute_result", "display_data"}  # and nothing on the error stream
    return {
        name: {kind: text for one in several for kind, text in one.data.items()}
        for name, several in zip(CELLS, outputs, strict=True)
    }


@pytest.mark.slow
def test_a_programme_is_told_in_one_line(shown: Mapping[str, Shown]) -> None:
    line = "<Programme rogaland: 4 modules, 23 organisations, 3 cohorts, 12 gatherings>"
    assert shown["programme"] == {"text/plain": line}


@pytest.mark.slow
def test_a_result_is_shown_as_its_table(shown: Mapping[str, Shown]) -> None:
    programme = read_programme(bundled("rogaland") / "programme.yaml")
    card = score(programme, read_answers(bundled("rogaland") / "answers.csv", programme))
    assert shown["card"]["text/html"] == card.table().filled().html()
    assert shown["several"] == {"text/plain": f"({card}, {programme.timetable})"}


@pytest.mark.slow
def test_a_hostile_name_stays_text(shown: Mapping[str, Shown]) -> None:
    assert "<td>&lt;script&gt;alert(1)&lt;/script&gt;</td>" in shown["hostile"]["text/html"]
    assert shown["hostile"]["text/plain"] == "<Comparison rogaland: 2 scenarios, 1 refusal>"


@pytest.mark.slow
def test_a_sweep_whose_store_is_closed_is_told_in_one_line(shown: Mapping[str, Shown]) -> None:
    assert shown["closed store"] == {"text/plain": "<Sweep rogaland: 1 design, 4 measures>"}


@pytest.mark.slow
def test_half_a_character_does_not_stop_the_notebook(shown: Mapping[str, Shown]) -> None:
    assert r"<td>\ud800</td>" in shown["half a character"]["text/html"]


@pytest.mark.slow
def test_a_picture_is_one_call_away(shown: Mapping[str, Shown]) -> None:
    assert "image/png" in shown["picture"]
