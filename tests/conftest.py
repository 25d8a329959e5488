"""What tests of several rooms start from: the bundled case, read once."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from kompetanse.files import bundled, read_answers, read_participation, read_programme, read_scenarios
from kompetanse.model import Assessment, Participation, Programme
from kompetanse.report import Overview, overview
from kompetanse.whatif import Scenario

# Machines are shared and noisy: a slow example is no failure, and the same examples run every time.
settings.register_profile("steady", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("steady")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Let what stands in one file be run by this process itself: no other is worth its start."""
    files = {one.partition("::")[0] for one in config.args}
    return 0 if len(files) == 1 and Path(files.pop()).is_file() else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the slow ones begin, so that no process is left alone with them in the end."""
    items.sort(key=lambda one: one.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def rogaland() -> Path:
    """The folder of the bundled case."""
    return bundled("rogaland")


@pytest.fixture(scope="session")
def programme(rogaland: Path) -> Programme:
    return read_programme(rogaland / "programme.yaml")


@pytest.fixture(scope="session")
def assessments(rogaland: Path, programme: Programme) -> tuple[Assessment, ...]:
    return read_answers(rogaland / "answers.csv", programme)


@pytest.fixture(scope="session")
def participation(rogaland: Path, programme: Programme) -> tuple[Participation, ...]:
    return read_participation(rogaland / "participation.csv", programme)


@pytest.fixture(scope="session")
def scenarios(rogaland: Path) -> tuple[Scenario, ...]:
    return read_scenarios(rogaland / "scenarios.yaml")


@pytest.fixture(scope="session")
def whole(
    programme: Programme,
    assessments: tuple[Assessment, ...],
    participation: tuple[Participation, ...],
    scenarios: tuple[Scenario, ...],
) -> Overview:
    """All that is told of the bundled case on a day in the middle of it."""
    return overview(
        programme,
        on=date(2023, 3, 13),
        assessments=assessments,
        participation=participation,
        scenarios=scenarios,
        draws=100,
    )
