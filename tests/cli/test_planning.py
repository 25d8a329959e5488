"""``kompetanse plan`` and ``kompetanse why``."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import main
from kompetanse.files import read_programme

WORKED = """\
kompetanse: 1
id: lop
order: [organisasjon, ledelse, strategi, teknologi]
modules: [{id: organisasjon}, {id: ledelse}, {id: strategi}, {id: teknologi}]
cohorts: [{id: nord}, {id: sor}, {id: vest}]
planning:
  from: 2023-03-06
  until: 2023-12-15
  min_gap: 42
  same_week: true
  public_holidays: true
  deadlines: [{module: strategi, by: DEADLINE}]
  facilitators: [{id: eirin}]
"""
RUN = "import sys; from kompetanse.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def early(tmp_path: Path) -> str:
    """The worked case, in which there is no timetable."""
    return written(tmp_path / "early.yaml", WORKED.replace("DEADLINE", "2023-05-31"))


@pytest.fixture
def late(tmp_path: Path) -> str:
    """The worked case with a later deadline."""
    return written(tmp_path / "late.yaml", WORKED.replace("DEADLINE", "2023-06-16"))


def written(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def data(capsys: pytest.CaptureFixture[str], status: int, *words: str) -> dict[str, Any]:
    assert main([*words, "--json"]) == status
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def days(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["date"], one["module"], one["cohort"]) for one in found["gatherings"]]


def test_a_plan_is_proven_best_and_told_with_status_0(late: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, 0, "plan", late)
    assert found.keys() == {"sound", "possible", "findings", "proven", "interrupted", "goals", "gatherings"}
    assert (found["possible"], found["proven"], found["interrupted"]) == (True, True, False)
    assert [one["objective"] for one in found["goals"]] == ["conflicts", "end", "spacing"]
    assert len(found["gatherings"]) == 12
    assert {one["facilitator"] for one in found["gatherings"]} == {"eirin"}
    assert main(["plan", late, "--lang", "nb"]) == 0
    told = capsys.readouterr()
    assert "Bevist: ingen samlingsplan er bedre." in told.out
    assert told.err == ""


def test_where_there_is_no_timetable_plan_tells_why_as_why_does(
    early: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in ("nb", "en"):
        assert main(["why", early, "--lang", lang]) == 1
        why = capsys.readouterr().out
        assert main(["plan", early, "--lang", lang]) == 1
        assert capsys.readouterr().out == why
    assert "• the deadline of strategi, 31 May 2023" in why
    assert "Any one of these changes would make it possible:" in why
    found = data(capsys, 1, "why", early)
    assert found["possible"] is False
    assert sorted(one["key"] for one in found["constraints"]) == [
        "closed", "deadline", "facilitators", "min-gap", "min-gap", "start",
    ]  # fmt: skip
    assert found == data(capsys, 1, "plan", early)


def test_why_of_what_can_be_planned_is_the_chain_to_the_end(
    late: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, 0, "why", late)
    assert found.keys() == {"sound", "possible", "findings", "windows", "critical"}
    assert [one["module"] for one in found["critical"]][-1] == "teknologi"
    assert main(["why", late]) == 0
    assert "What decides how early all can be done:" in capsys.readouterr().out


def test_why_of_one_gathering_is_what_pushes_it(
    late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--module", "strategi", "--cohort", "sor")
    (chain,) = data(capsys, 0, "why", late, *asked)["gatherings"]
    assert (chain["module"], chain["cohort"], chain["date"]) == ("strategi", "sor", None)
    planned = str(tmp_path / "planned.yaml")
    assert main(["plan", late, "--out", planned]) == 0
    capsys.readouterr()
    (standing,) = data(capsys, 0, "why", planned, *asked)["gatherings"]
    assert standing["date"] is not None
    assert standing["steps"][-1]["module"] == "strategi"
    assert len(data(capsys, 0, "why", planned, "--module", "strategi")["gatherings"]) == 3
    assert main(["why", planned, *asked, "--lang", "nb"]) == 0
    assert capsys.readouterr().out.startswith("Hvorfor strategi (sor) holdes ")
    assert main(["why", planned, "--module", "strategy"]) == 2
    assert "did you mean 'strategi'?" in capsys.readouterr().err


def test_what_is_planned_is_written_but_never_over_what_it_was_made_from(
    late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, folder = tmp_path / "planned.yaml", tmp_path / "calendars"
    assert main(["plan", late, "--out", str(out), "--ics", str(folder)]) == 0
    told = capsys.readouterr().out
    assert told.endswith(f"\nWrote {out}.\nWrote 3 calendars to {folder}.\n")
    assert len(read_programme(out).timetable.gatherings) == 12
    assert len(list(folder.glob("*.ics"))) == 3
    before = Path(late).read_bytes()
    assert main(["plan", late, "--out", late]) == 2
    assert "would lose its comments" in capsys.readouterr().err
    assert Path(late).read_bytes() == before


def test_a_plan_that_keeps_to_a_timetable_tells_what_moves(
    late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = str(tmp_path / "planned.yaml")
    main(["plan", late, "--out", planned])
    capsys.readouterr()
    again = data(capsys, 0, "plan", planned, "--keep", "timetable")
    assert [one["objective"] for one in again["goals"]] == ["changes", "conflicts", "end", "spacing"]
    assert (again["goals"][0]["value"], again["moved"]) == (0, [])
    last = again["gatherings"][-1]
    text = Path(planned).read_text(encoding="utf-8")
    closed = f"closed: [{{from: {last['date']}, to: {last['date']}, name: Stengt}}]\n"
    moved = written(tmp_path / "moved.yaml", text + closed)
    found = data(capsys, 0, "plan", moved, "--keep", "timetable")
    assert {(one["module"], one["was"]["date"]) for one in found["moved"]} >= {(last["module"], last["date"])}
    assert main(["plan", moved, "--keep", "timetable"]) == 0
    assert "\nWhat moves:\n• teknologi (" in capsys.readouterr().out
    assert main(["plan", planned, "--keep", "fjoraret"]) == 2
    assert "there is no baseline 'fjoraret'" in capsys.readouterr().err


def test_the_call_can_say_from_when_until_when_and_what_for(
    late: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(
        capsys, 0, "plan", late, "--from", "2023-02-20", "--objective", "spacing", "--objective", "end"
    )
    assert [one["objective"] for one in found["goals"]] == ["spacing", "end"]
    assert "2023-02-20" <= days(found)[0][0] < "2023-03-06"
    assert main(["plan", late, "--until", "2023-06-30"]) == 1
    assert "planning ends on 30 June 2023" in capsys.readouterr().out
    for words in (["--until", "2022-01-01"], ["--effort", "0"], ["--objective", "joy"], ["--from", "soon"]):
        try:
            status: int | str | None = main(["plan", late, *words])
        except SystemExit as error:
            status = error.code
        assert status == 2
        assert capsys.readouterr().out == ""


@pytest.fixture
def without_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("ortools")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ortools", None)


@pytest.mark.usefixtures("without_solver")
def test_without_a_solver_the_install_line_is_told_and_first_fit_needs_none(
    early: str, late: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["plan", late]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "pip install 'kompetanse[plan]'" in told.err
    assert "--first-fit" in told.err
    found = data(capsys, 0, "plan", late, "--first-fit")
    assert (found["proven"], found["goals"], len(found["gatherings"])) == (None, [], 12)
    assert main(["plan", late, "--first-fit", "--lang", "nb"]) == 0
    assert "det er ikke søkt etter en bedre" in capsys.readouterr().out
    assert main(["plan", early, "--first-fit"]) == 1
    assert "Any one of these changes would" in capsys.readouterr().out


@pytest.mark.parametrize("step", ["plan", "why"])
def test_modules_that_wait_for_one_another_are_told_as_findings(
    step: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ring = WORKED.replace("{id: ledelse}", "{id: ledelse, requires: [strategi]}").replace(
        "DEADLINE", "2023-06-16"
    )
    ring = ring.replace("{id: strategi}", "{id: strategi, requires: [ledelse]}", 1)
    path = written(tmp_path / "ring.yaml", ring)
    assert main([step, path]) == 1
    assert "There is no order" in capsys.readouterr().out
    found = data(capsys, 1, step, path)
    assert (found["sound"], found["possible"]) == (False, False)
    assert [one["rule"] for one in found["findings"]] == ["ring"]


def test_where_planning_has_no_beginning_it_says_so(
    late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path(late).read_text(encoding="utf-8").replace("  from: 2023-03-06\n", "")
    path = written(tmp_path / "open.yaml", text)
    for step in ("plan", "why"):
        assert main([step, path]) == 2
        assert capsys.readouterr().err.startswith(f"{path}: planning: does not say from when to plan")


LARGE = """\
kompetanse: 1
id: large
modules: [MODULES]
cohorts: [COHORTS]
planning:
  from: 2023-01-09
  until: 2024-06-20
  min_gap: 20
  order: shared
  same_week: true
  facilitators: [{id: a, a_day: 7, modules: [m0, m1, m2, m3]}, {id: b, a_day: 13}]
"""


def large(folder: Path) -> str:
    """Give a design whose search lasts: the best order is to be found, each cohort has a month to avoid."""
    modules = (f"{{id: m{one}}}" for one in range(12))
    months = (f"from: 2023-0{1 + one % 9}-01, to: 2023-0{1 + one % 9}-28" for one in range(60))
    cohorts = (f"{{id: c{one}, avoid: [{{{month}, name: Opptatt}}]}}" for one, month in enumerate(months))
    text = LARGE.replace("MODULES", ", ".join(modules)).replace("COHORTS", ", ".join(cohorts))
    return written(folder / "large.yaml", text)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals, nor signals")
def test_ctrl_c_ends_a_search_that_is_followed_on_a_terminal_with_the_best_so_far(
    tmp_path: Path, screens: type[Any]
) -> None:
    call = [sys.executable, "-c", RUN, "plan", large(tmp_path), "--effort", "10000"]
    ours, theirs = os.openpty()
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=theirs, text=True) as running:
        os.close(theirs)
        shown = b""
        while b"best so far: " not in shown:
            shown += os.read(ours, 1000)
        running.send_signal(signal.SIGINT)
        out, _ = running.communicate(timeout=60)
    shown += os.read(ours, 100_000)
    os.close(ours)
    screens(80).take(shown.decode()).ensure_as_before()
    assert running.returncode == 3
    assert "The search was stopped; this is the best that it had found." in out


def test_a_search_that_may_take_no_longer_gives_the_best_so_far_with_status_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = large(tmp_path)
    found = data(capsys, 3, "plan", path, "--effort", "3", "--objective", "end")
    assert (found["proven"], found["interrupted"]) == (False, False)
    assert main(["plan", path, "--effort", "0.000001"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err


def test_what_may_be_done_next_is_told_at_the_end(
    early: str, late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = str(tmp_path / "planned.yaml")
    assert main(["why", early]) == 1
    assert capsys.readouterr().out.endswith(f"try again: kompetanse plan {early}\n")
    assert main(["why", late]) == 0
    assert capsys.readouterr().out.endswith(f"Next: kompetanse plan {late}\n")
    assert main(["plan", late]) == 0
    assert "\nTo keep it, add --out planned.yaml" in capsys.readouterr().out
    assert main(["plan", late, "--out", planned]) == 0
    assert "To keep it" not in capsys.readouterr().out
    assert main(["why", planned]) == 0
    assert capsys.readouterr().out.endswith("More on one gathering: --module ID --cohort ID.\n")


def test_a_rule_about_an_unknown_module_is_told_as_that(
    early: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(early)
    path.write_text(path.read_text(encoding="utf-8").replace("{module: strategi", "{module: strateg"))
    assert main(["plan", early]) == 1
    told = capsys.readouterr().out
    assert told.startswith("Nothing can be planned until this is mended.")
    assert "did you mean 'strategi'?" in told
    assert "wait for one another" not in told


def test_a_timetable_that_is_empty_cannot_be_kept_to(late: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", late, "--keep", "timetable"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{late}: timetable: has no gatherings yet")


def test_errors_are_those_of_the_file_whatever_the_call_asks_for(
    late: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = str(tmp_path / "planned.yaml")
    assert main(["plan", late, "--out", planned]) == 0
    capsys.readouterr()
    assert main(["plan", planned, "--until", "2023-06-30"]) == 1
    assert capsys.readouterr().err == ""
