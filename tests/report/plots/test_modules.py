"""The picture of the module graph: every module in a box, every prerequisite a line of its kind."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import FancyBboxPatch, PathPatch

from kompetanse.errors import InvalidValue
from kompetanse.graph import DependencyGraph
from kompetanse.model import AnyOf, Language, Module, Prerequisite, PrerequisiteKind, Programme
from kompetanse.report.plots import modules_picture, plot_modules
from kompetanse.report.plots.canvas import HIGHEST, RED
from kompetanse.report.plots.modules.lines import lines_of, points_of
from kompetanse.report.plots.modules.map import map_of
from kompetanse.report.plots.modules.ties import layers_of, ties_of
from kompetanse.testing import strategies

AsKept = Callable[[Axes, str], None]
KIND = PrerequisiteKind
EVERY = Programme(
    "p",
    modules=(
        Module("a"),
        Module("b", requires=("a",)),
        Module("c", requires=(Prerequisite("a", KIND.BEFORE_OR_TOGETHER, lag=14),)),
        Module("d", requires=(Prerequisite("c", KIND.TOGETHER), Prerequisite("a", KIND.RECOMMENDED))),
        Module("e", requires=("a",), any_of=(AnyOf(("b", "c")),)),
    ),
)
RING = Programme(
    "p",
    modules=(
        Module("a", requires=("c",)),
        Module("b", requires=(Prerequisite("a"), Prerequisite("c", KIND.RECOMMENDED))),
        Module("c", requires=("b",)),
        Module("d", requires=("c", "elsewhere")),
    ),
    order=("a", "b", "c", "d"),
)
DESIGNS = strategies.programmes(max_modules=9) | strategies.programmes_with_ring()


def boxes(ax: Axes) -> dict[str, FancyBboxPatch]:
    """Give the box of each module by the name that is written in it."""
    named = {}
    for patch in ax.patches:
        if isinstance(patch, FancyBboxPatch):
            box = patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height()
            middle = round(box[0] + box[2] / 2, 6), round(box[1] + box[3] / 2, 6)
            texts = {
                (round(one.get_position()[0], 6), round(one.get_position()[1], 6)): one for one in ax.texts
            }
            named[texts[middle].get_text()] = patch
    return named


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_bundled_case_is_drawn_as_it_was_looked_at(
    programme: Programme, lang: Language, as_kept: AsKept
) -> None:
    as_kept(plot_modules(programme, lang=lang), f"modules-{lang}")


def test_every_kind_has_its_line_and_stands_in_the_key(as_kept: AsKept) -> None:
    ax = plot_modules(EVERY)
    lines = [one for one in ax.patches if isinstance(one, PathPatch)]
    assert len(lines) == 7
    assert len({str(one.get_linestyle()) for one in lines}) == 5
    legend = ax.get_legend()
    assert legend is not None
    assert len(legend.get_texts()) == 6  # five kinds, and the bottleneck a
    assert "at least 14 days" in [one.get_text() for one in ax.texts]
    as_kept(ax, "modules-every-kind")


def test_a_bottleneck_is_told_by_its_frame_and_its_corners() -> None:
    found = boxes(plot_modules(EVERY))
    assert DependencyGraph(EVERY).metrics().bottlenecks == ("a",)
    assert found["a"].get_linewidth() > 2 * found["b"].get_linewidth()
    assert type(found["a"].get_boxstyle()) is not type(found["b"].get_boxstyle())


def test_a_ring_is_drawn_and_marked_and_what_is_unknown_is_said(as_kept: AsKept) -> None:
    ax = plot_modules(RING, lang="nb")
    found = boxes(ax)
    dashed = {name for name, box in found.items() if box.get_linestyle() == "--"}
    assert dashed == {"a", "b", "c"}
    assert sum(to_hex(one.get_edgecolor()) == RED for one in ax.patches if isinstance(one, PathPatch)) == 3
    assert found["a"].get_y() < found["b"].get_y() < found["c"].get_y() < found["d"].get_y()
    assert any("elsewhere" in one.get_text() for one in ax.texts)
    assert modules_picture(RING).alt.endswith("In a ring, and so can never be taken: a, b and c.")
    as_kept(ax, "modules-ring")


@given(programme=DESIGNS)
def test_every_module_stands_in_one_layer_and_the_layers_are_the_graphs(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    layers = layers_of(graph, ties_of(programme))
    assert sorted(one for layer in layers for one in layer) == sorted(graph.rank)
    if graph.is_satisfiable():
        assert layers == graph.layers()


@given(programme=DESIGNS)
def test_no_two_boxes_touch_and_no_line_runs_through_a_box_that_it_does_not_end_at(
    programme: Programme,
) -> None:
    ties = ties_of(programme)
    placed = map_of(layers_of(DependencyGraph(programme), ties), ties, 28)
    for row in placed.rows:
        for one, other in pairwise(row):
            assert placed.boxes[one].right < placed.boxes[other].left
    for line in lines_of(placed, ties):
        for module, box in placed.boxes.items():
            inside = [
                point
                for point in points_of(line)
                if box.left < point[0] < box.right and box.top + 1e-9 < point[1] < box.bottom - 1e-9
            ]
            assert not inside or module in (line.tie.first, line.tie.then)


@settings(max_examples=15)
@given(programme=DESIGNS)
def test_what_can_be_read_can_be_drawn(programme: Programme) -> None:
    picture = modules_picture(programme)
    ax = picture.on()
    assert len(boxes(ax)) <= len(programme.modules)
    assert sum(isinstance(one, FancyBboxPatch) for one in ax.patches) == len(programme.modules)
    assert sum(isinstance(one, PathPatch) for one in ax.patches) == len(ties_of(programme))
    assert 0 < picture.height <= HIGHEST + 1
    plt.close("all")


@pytest.mark.parametrize("chained", [True, False])
def test_hundreds_of_modules_keep_within_bounds(chained: bool) -> None:  # noqa: FBT001  # a parameter
    modules = [Module(f"m{n}", requires=(f"m{n - 1}",) if chained and n else ()) for n in range(300)]
    picture = modules_picture(Programme("p", modules=modules))
    assert picture.height <= HIGHEST
    assert len(picture.svg()) < 400_000


@given(name=st.sampled_from(("$x$", "<script>", "å" * 5000)))
@settings(max_examples=3)
def test_a_name_stays_within_its_box(name: str) -> None:
    svg = modules_picture(Programme("p", modules=(Module("a", name=name),))).svg()
    assert "<script>" not in svg
    assert svg.count("å") < 2000


def test_no_modules_are_said_in_words() -> None:
    ax = plot_modules(Programme("p"), lang="nb")
    assert [one.get_text() for one in ax.texts] == ["Programmet har ingen moduler."]
    assert modules_picture(Programme("p")).alt == (
        "The modules and what they require. The programme has no modules."
    )


def test_the_words_tell_first_and_last(programme: Programme) -> None:
    assert modules_picture(programme, lang="nb").alt == (
        "Modulene og hva de krever (illustrativt). 4 moduler i 3 lag, fra Organisasjon til Teknologi."
    )


@pytest.mark.parametrize(("wrong", "lang"), [("x", "en"), (EVERY, "de")])
def test_what_is_no_programme_or_language_is_refused(wrong: object, lang: str) -> None:
    with pytest.raises(InvalidValue, match="plot_modules"):
        plot_modules(wrong, lang=lang)  # type: ignore[arg-type]  # the mistake
