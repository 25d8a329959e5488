"""What is drawn, told as plain data: pictures are compared by what they show and not by their pixels."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.collections import Collection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

mpl.use("Agg")

KEPT = Path(__file__).parent / "kept"
KEEP = "KOMPETANSE_KEEP"
"""The environment variable that, set to anything, has what is drawn written down anew."""

Drawn = dict[str, Any]
Draws = Callable[[Axes], Drawn]
AsKept = Callable[[Axes, str], None]


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


@pytest.fixture(scope="session")
def drawn() -> Draws:
    """Give all that stands on axes as plain data, sorted and rounded."""
    return all_on


@pytest.fixture(scope="session")
def as_kept() -> AsKept:
    """Hold what stands on axes against what was kept under a name."""

    def assert_as_kept(ax: Axes, name: str) -> None:
        path, found = KEPT / f"{name}.json", json.loads(json.dumps(all_on(ax)))
        if os.environ.get(KEEP):
            KEPT.mkdir(exist_ok=True)
            path.write_text(f"{_written(found)}\n", encoding="utf-8")
        assert path.exists(), f"nothing is kept as {name}: look at the picture, then run with {KEEP}=1"
        assert found == json.loads(path.read_text(encoding="utf-8")), f"if meant, run with {KEEP}=1"

    return assert_as_kept


def all_on(ax: Axes) -> Drawn:
    legend = ax.get_legend()
    return {
        "title": ax.get_title("left") or ax.get_title(),
        "axes": [ax.name, ax.get_xlabel(), ax.get_ylabel()],
        "limits": _numbers([*ax.get_xlim(), *ax.get_ylim()]),
        "x-ticks": _ticks(ax.get_xticks(), ax.get_xticklabels()),
        "y-ticks": _ticks(ax.get_yticks(), ax.get_yticklabels()),
        "legend": [one.get_text() for one in legend.get_texts()] if legend else [],
        "texts": sorted([one.get_text(), *_numbers(one.get_position())] for one in ax.texts),
        "lines": sorted(map(_line, ax.lines), key=str),
        "patches": sorted((_patch(ax, one) for one in ax.patches), key=str),
        "collections": sorted((_collection(ax, one) for one in ax.collections), key=str),
    }


def _written(found: Drawn) -> str:
    """Give JSON with one item of a list on a line, so that a change can be read."""
    parts = []
    for key, value in found.items():
        items = [json.dumps(one, ensure_ascii=False) for one in value] if isinstance(value, list) else None
        body = json.dumps(value, ensure_ascii=False) if not items else "[\n  " + ",\n  ".join(items) + "\n ]"
        parts.append(f" {json.dumps(key)}: {body}")
    return "{\n" + ",\n".join(parts) + "\n}"


def _numbers(values: Any) -> list[float]:  # noqa: ANN401  # arrays of matplotlib
    return [round(float(one), 3) + 0.0 for one in values]


def _ticks(places: Any, labels: Any) -> list[list[Any]]:  # noqa: ANN401  # as above
    return [[*_numbers([place]), one.get_text()] for place, one in zip(places, labels, strict=False)]


def _label(one: Line2D | Patch | Collection) -> str:
    label = str(one.get_label())
    return "" if label.startswith("_") else label


def _line(line: Line2D) -> list[Any]:
    return [
        _label(line),
        str(line.get_linestyle()),
        str(line.get_marker()),
        to_hex(line.get_color()),
        _numbers(line.get_xdata(orig=False)),
        _numbers(line.get_ydata(orig=False)),
    ]


def _patch(ax: Axes, patch: Patch) -> list[Any]:
    in_data = patch.get_path().transformed(patch.get_transform() - ax.transData)
    return [
        type(patch).__name__,
        _label(patch),
        patch.get_hatch() or "",
        str(patch.get_linestyle()),
        to_hex(patch.get_facecolor(), keep_alpha=True),
        to_hex(patch.get_edgecolor(), keep_alpha=True),
        _numbers(in_data.get_extents().extents),
    ]


def _collection(ax: Axes, some: Collection) -> list[Any]:
    paths = [path.transformed(some.get_transform() - ax.transData) for path in some.get_paths()]
    return [
        type(some).__name__,
        _label(some),
        some.get_hatch() or "",
        [_numbers(one) for one in some.get_offsets()],  # type: ignore[union-attr]  # an array
        [_numbers(one.get_extents().extents) for one in paths] if _in_data(ax, some) else [],
    ]


def _in_data(ax: Axes, some: Collection) -> bool:
    """Tell whether the paths lie on the axes; those of marks have a size of their own."""
    return bool(some.get_transform().contains_branch(ax.transData))
