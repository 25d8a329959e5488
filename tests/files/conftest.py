"""What the tests of files share: both parsers of YAML, and the faults that reading a text tells."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import read_programme, read_scenarios
from kompetanse.files import yaml_tree as yaml_room

FaultsIn = Callable[[str, str], tuple[Fault, ...]]
Told = tuple[str, str, int | None, int | None]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML by each of PyYAML's parsers in turn."""
    monkeypatch.setattr(yaml_room, "LOADER", getattr(yaml, request.param))


@pytest.fixture
def faults_in(tmp_path: Path) -> FaultsIn:
    """Give the faults of a text in a file of some name; scenarios stand in ``scenarios.yaml``."""

    def faults(text: str, name: str) -> tuple[Fault, ...]:
        path = tmp_path / name
        path.write_bytes(text.encode())
        with pytest.raises(InvalidFile) as caught:
            (read_scenarios if name.startswith("scenarios") else read_programme)(path)
        assert caught.value.path == str(path)
        assert str(caught.value).count("\n") == len(caught.value.faults) - 1
        return caught.value.faults

    return faults


@pytest.fixture
def told_in(faults_in: FaultsIn) -> Callable[[str, str], list[Told]]:
    """Give key, place, line and column of each fault of a text."""
    return lambda text, name: [
        (one.problem.key, one.place, one.line, one.column) for one in faults_in(text, name)
    ]
