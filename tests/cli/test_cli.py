"""The command line: words in, text or data out, and an exit status that says how it went."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import main

RING = """\
kompetanse: 1
id: ring
modules:
  - {id: a, requires: [b]}
  - id: b
    requires:
      - a
"""
BE_MENDED = "1 fault; mend these first: the design itself is not checked yet.\n"
STEPS = ("check", "order", "journey", "score", "compare")


@pytest.fixture
def paths(rogaland: Path) -> dict[str, list[str]]:
    """What each step takes, on the bundled case."""
    programme = str(rogaland / "programme.yaml")
    participation = str(rogaland / "participation.csv")
    return {
        "check": [programme],
        "order": [programme],
        "journey": [programme, "--on", "2023-03-13", "--participation", participation],
        "score": [programme, str(rogaland / "answers.csv")],
        "compare": [programme, str(rogaland / "scenarios.yaml")],
    }


@pytest.fixture
def ring(tmp_path: Path) -> str:
    path = tmp_path / "ring.yaml"
    path.write_text(RING, encoding="utf-8")
    return str(path)


def data_of(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("lang", ["en", "nb"])
@pytest.mark.parametrize("step", STEPS)
def test_each_step_speaks_both_languages(
    step: str, lang: str, paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([step, *paths[step], "--lang", lang]) == 0
    told = capsys.readouterr()
    assert told.out.strip()
    assert told.err == ""


@pytest.mark.parametrize("step", STEPS)
def test_each_step_gives_data_whose_texts_alone_depend_on_the_language(
    step: str, paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([step, *paths[step], "--json"]) == 0
    english = data_of(capsys)
    assert main([step, *paths[step], "--json", "--lang", "nb"]) == 0
    assert english.keys() == data_of(capsys).keys()
    assert english["sound"] is True


def test_order_as_data(paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    main(["order", *paths["order"], "--json"])
    found = data_of(capsys)
    assert found.keys() == {"sound", "order", "layers", "modules", "findings"}
    assert found["order"] == ["organisasjon", "ledelse", "strategi", "teknologi"]
    assert found["layers"] == [["organisasjon"], ["ledelse", "teknologi"], ["strategi"]]
    ledelse = found["modules"]["ledelse"]
    assert (ledelse["place"], ledelse["reason"], ledelse["after"]) == (2, "requires", "organisasjon")
    assert ledelse["requires"] == [{"module": "organisasjon", "kind": "before", "lag": 60}]


def test_journey_as_data(paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    main(["journey", *paths["journey"], "--json"])
    found = data_of(capsys)
    assert found.keys() == {
        "sound", "on", "done", "running", "to_come", "next_gatherings", "stages", "homework", "progress",
        "toolbox",
    }  # fmt: skip
    assert [(one["cohort"], one["date"], one["from"]) for one in found["next_gatherings"]] == [
        ("nord", "2023-06-06", "09:00"),
        ("midt", "2023-06-07", "09:00"),
        ("sør", "2023-06-08", "09:00"),
    ]
    assert len(found["progress"]) == 23


def test_scores_as_data(paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    main(["score", *paths["score"], "--json"])
    found = data_of(capsys)
    assert found.keys() == {
        "sound", "framework", "waves", "minimum", "scores", "changes", "profiles", "advice",
    }  # fmt: skip
    assert found["scores"][0].keys() == {
        "organisation", "wave", "node", "value", "coverage", "low", "high", "error", "respondents", "level",
        "target", "gap", "flag",
    }  # fmt: skip
    assert found["changes"][0].keys() == {
        "organisation", "node", "before", "after", "value_before", "value_after", "change", "low", "high",
        "detectable", "distinct",
    }  # fmt: skip
    assert {one["organisation"] for one in found["advice"]} <= {
        one["organisation"] for one in found["profiles"]
    }


def test_one_organisation_and_what_it_has_taken(
    paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--organisation", "sokndal", "--on", "2023-06-09", "--json"]
    assert main(["score", *paths["score"], *options]) == 0
    advice = data_of(capsys)["advice"]
    assert {one["organisation"] for one in advice} == {"sokndal"}
    assert {one["module"] for one in advice} <= {"teknologi", None}
    assert [one["place"] for one in advice] == list(range(1, len(advice) + 1))
    assert advice[0].keys() == {
        "organisation", "place", "dimension", "score", "target", "gap", "weight", "gain", "module", "first",
        "learn_from",
    }  # fmt: skip


def test_a_comparison_as_data(paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]) -> None:
    main(["compare", *paths["compare"], "--json"])
    found = data_of(capsys)
    broken = next(one for one in found["outcomes"] if one["scenario"] == "ledelse-først")
    assert broken["changes"] == [{"move": "ledelse", "before": "organisasjon"}]
    assert not broken["result"]["sound"]
    first = broken["difference"]["appeared"][0]
    assert (first["rule"], first["place"]) == ("teaching-order", "modules/ledelse/requires/0")
    assert first["remedies"][0]["change"] == {"move": "ledelse", "after": "organisasjon"}


def test_findings_stand_with_file_line_and_column(ring: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", ring]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"{ring}:7:9: error: modules/b/requires/0: these wait for one another")
    assert "remedy: let b no longer require a" in told.out
    assert main(["check", ring, "--json"]) == 1
    (finding,) = data_of(capsys)["findings"]
    assert (finding["file"], finding["line"], finding["column"]) == (ring, 7, 9)


def test_a_file_that_cannot_be_read_hides_no_other(
    ring: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "plan.yaml"), ring]) == 2
    told = capsys.readouterr()
    assert "these wait for one another" in told.out
    assert told.err == f"{tmp_path / 'plan.yaml'}: there is no such file\n" + BE_MENDED


def test_faults_are_data_too_and_the_language_may_come_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "plan.yaml")
    assert main(["--lang", "nb", "check", path, "--json"]) == 2
    assert data_of(capsys)["faults"] == [
        {
            "file": path,
            "sheet": None,
            "line": None,
            "column": None,
            "place": "",
            "text": "det finnes ingen slik fil",
        }
    ]


def test_what_to_do_next_is_told(
    ring: str, paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", ring])
    assert capsys.readouterr().out.endswith("1 error. Mend from the top, and check again.\n")
    main(["check", *paths["check"]])
    assert capsys.readouterr().out.endswith(f"Next: kompetanse order {paths['check'][0]}\n")


def test_each_organisation_is_told_what_is_next(
    paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["score", *paths["score"]])
    before = capsys.readouterr().out
    main(["score", *paths["score"], "--on", "2023-12-01"])
    assert "Next" in before
    assert capsys.readouterr().out != before


def test_where_there_is_no_order_the_findings_say_why(ring: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["order", ring, "--lang", "nb"]) == 1
    told = capsys.readouterr()
    assert "Det finnes ingen rekkefølge" in told.out
    assert "forslag" in told.out
    assert main(["order", ring, "--json"]) == 1
    found = data_of(capsys)
    assert found["order"] is None
    assert [one["rule"] for one in found["findings"]] == ["ring"]


def test_the_other_steps_say_on_the_side_that_a_design_is_not_sound(
    ring: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journey", ring, "--on", "2023-03-13"]) == 1
    assert capsys.readouterr().err == (
        f"{ring}: the design has 1 error; see them with: kompetanse check {ring}\n"
    )


def test_faults_are_told_in_norwegian_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("kompetanse: 1\nid: p\nmodulse: []\n", encoding="utf-8")
    assert main(["check", str(path), "--lang", "nb"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "mente du «modules»?" in told.err


def test_new_writes_a_design_without_a_finding_and_overwrites_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mitt.yaml"
    assert main(["new", str(path)]) == 0
    written = path.read_bytes()
    assert main(["check", str(path)]) == 0
    assert "no findings" in capsys.readouterr().out
    assert main(["new", str(path)]) == 2
    assert "left as it is" in capsys.readouterr().err
    assert path.read_bytes() == written


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["check"],
        ["journey", "p.yaml"],
        ["journey", "p.yaml", "--on", "13.03.2023"],
        ["order", "p.yaml", "--lang", "sv"],
    ],
)
def test_a_wrong_call_is_told_on_the_side_with_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert "error:" in told.err


def test_an_unknown_organisation_is_a_wrong_call(
    paths: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *paths["score"], "--organisation", "sokndl"]) == 2
    assert capsys.readouterr().err == "there is no organisation 'sokndl'; did you mean 'sokndal'?\n"


TITLES = {
    "en": ["What", "Findings", "The", "The", "Where", "Digital", "What", "What"],
    "nb": ["Hva", "Funn", "Modulene", "Samlingsplanen,", "Hvor", "Digital", "Hva", "Hva"],
}
"""The first word of each heading of the demonstration."""


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_the_demonstration_answers_every_question(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--lang", lang]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    lines = told.out.splitlines()
    titles = [above for above, below in pairwise(lines) if below and set(below) == {"─"}]
    assert [title.split()[0] for title in titles] == TITLES[lang]


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    call = [sys.executable, "-m", "kompetanse", *words]
    return subprocess.run(call, capture_output=True, check=False, env=environment or None)


def test_the_same_bytes_come_out_of_every_process(paths: dict[str, list[str]]) -> None:
    first, second = (
        run("compare", *paths["compare"], "--json", PYTHONHASHSEED=seed, PYTHONUTF8="1")
        for seed in ("1", "2")
    )
    assert first.returncode == 0
    assert first.stdout == second.stdout


def test_a_terminal_without_the_characters_gets_others(paths: dict[str, list[str]]) -> None:
    told = run("order", *paths["order"], PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (told.returncode, told.stderr) == (0, b"")


def test_a_reader_who_leaves_early_is_no_failure(paths: dict[str, list[str]]) -> None:
    call = [sys.executable, "-m", "kompetanse", "compare", *paths["compare"], "--json"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
