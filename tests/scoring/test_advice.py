"""What an organisation should take up next."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, UnknownModule, UnknownOrganisation, UnknownWave
from kompetanse.graph import DependencyGraph
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    AnyOf,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MissingPolicy,
    Module,
    Organisation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
)
from kompetanse.scoring import Advice, ScoreCard, advise, score
from kompetanse.testing.designs import designs


def leaf(id_: str, weight: float, target: float | None = None) -> MaturityDimension:
    return MaturityDimension(
        id_, weight=weight, target=target, indicators=(Indicator(id_, "?", low=0, high=100),)
    )


FRAMEWORK = MaturityFramework(
    "modenhet",
    dimensions=(
        MaturityDimension(
            "folk", weight=3, target=90, dimensions=(leaf("mot", 1, target=60), leaf("læring", 2, target=60))
        ),
        leaf("data", 1, target=80),
        leaf("drift", 1),
    ),
)
MODULES = (
    Module("teknologi", develops=("data", "folk")),
    Module("kultur", develops=("mot", "no-such-dimension")),
    Module("helhet", develops=("læring",)),
)
PROGRAMME = Programme(
    "p",
    modules=MODULES,
    order=("kultur", "teknologi", "helhet"),
    framework=FRAMEWORK,
    organisations=(Organisation("hå"),),
)


def advice(values: Mapping[str, float], *done: str) -> tuple[Advice, ...]:
    answers = tuple(Answer("hå", "r", one, value) for one, value in values.items())
    card = score(PROGRAMME, [Assessment("2022", answers)])
    return advise(PROGRAMME, card, organisation="hå", wave="2022", done=done)


def test_advice_is_ordered_by_what_closing_the_gap_would_add_to_the_whole_score() -> None:
    # mot: 60 · 3/5 · 1/3 = 12; læring: 20 · 3/5 · 2/3 = 8; data: 70 · 1/5 = 14
    given = advice({"mot": 0, "læring": 40, "data": 10, "drift": 0})
    assert [one.dimension for one in given] == ["data", "mot", "læring"]
    assert [one.gain for one in given] == pytest.approx([14, 12, 8])
    first = given[0]
    assert (first.score, first.target, first.gap, first.module) == (10, 80, 70, "teknologi")
    assert first.weight == pytest.approx(0.2)


def test_a_dimension_at_its_target_or_without_an_answer_is_not_advised_on() -> None:
    assert [one.dimension for one in advice({"mot": 60, "læring": 59})] == ["læring"]


def test_where_a_narrower_dimension_has_a_target_the_wider_one_is_not_advised_on() -> None:
    # folk itself is 50 points below its own target
    assert "folk" not in {one.dimension for one in advice({"mot": 40, "læring": 40})}


def test_the_next_module_is_the_first_in_teaching_order_that_is_not_done() -> None:
    def module_for_mot(*done: str) -> str | None:
        return advice({"mot": 0}, *done)[0].module

    assert module_for_mot() == "kultur"
    # teknologi develops folk, of which mot is a part; helhet has nothing to do with it
    assert module_for_mot("kultur") == "teknologi"
    assert module_for_mot("kultur", "teknologi") is None


def test_a_module_that_develops_a_part_helps_the_whole() -> None:
    wide = MaturityFramework(
        "modenhet", dimensions=(MaturityDimension("folk", target=90, dimensions=(leaf("mot", 1),)),)
    )
    programme = Programme("p", modules=MODULES[1:2], framework=wide, organisations=PROGRAMME.organisations)
    card = score(programme, [Assessment("2022", (Answer("hå", "r", "mot", 0),))])
    (only,) = advise(programme, card, organisation="hå", wave="2022")
    assert only == Advice("hå", "folk", 0.0, 90.0, 90.0, 1.0, 90.0, "kultur")


def test_unknown_names_are_refused() -> None:
    card = score(PROGRAMME, [Assessment("2022")])
    with pytest.raises(UnknownOrganisation):
        advise(PROGRAMME, card, organisation="ha", wave="2022")
    with pytest.raises(UnknownWave):
        advise(PROGRAMME, card, organisation="hå", wave="2023")
    with pytest.raises(UnknownModule):
        advise(PROGRAMME, card, organisation="hå", wave="2022", done=("kultr",))
    with pytest.raises(UnknownOrganisation):
        advise(PROGRAMME, card, done={"ha": ("kultur",)})
    with pytest.raises(UnknownModule):
        advise(PROGRAMME, card, done={"hå": ("kultr",)})
    odd: list[Any] = ["kultur", 5, {"hå": "kultur"}, {"hå": 5}]
    for done in odd:
        with pytest.raises(InvalidValue):
            advise(PROGRAMME, card, done=done)


def card_of(programme: Programme, values: Mapping[str, Mapping[str, float]], wave: str = "w") -> ScoreCard:
    """The card of one wave, by organisation and indicator."""
    answers = tuple(
        Answer(id_, "r", one, value) for id_, several in values.items() for one, value in several.items()
    )
    return score(programme, [Assessment(wave, answers)])


SEVERAL = attrs.evolve(
    PROGRAMME, organisations=tuple(map(Organisation, ("time", "hå", "bokn", "lund", "sola")))
)


def test_all_organisations_are_advised_in_the_order_of_the_card_and_in_its_last_wave() -> None:
    waves = [
        Assessment(wave, (Answer("hå", "r", "mot", 10), Answer("time", "r", "mot", value)))
        for wave, value in (("2022", 80), ("2023", 50))
    ]
    card = score(SEVERAL, waves)
    given = advise(SEVERAL, card)
    assert [(one.organisation, one.score) for one in given] == [("time", 50), ("hå", 10)]
    assert advise(SEVERAL, card, organisation="hå") == given[1:]
    assert [one.organisation for one in advise(SEVERAL, card, wave="2022")] == ["hå"]


def test_what_is_done_may_differ_between_organisations() -> None:
    card = card_of(SEVERAL, {"hå": {"mot": 0}, "time": {"mot": 0}, "bokn": {"mot": 0}})
    given = advise(SEVERAL, card, done={"hå": ["kultur"], "time": ["kultur", "teknologi"]})
    assert {one.organisation: one.module for one in given} == {
        "hå": "teknologi",
        "time": None,
        "bokn": "kultur",
    }


def test_without_waves_there_is_no_advice() -> None:
    assert advise(PROGRAMME, score(PROGRAMME, [])) == ()


def test_what_no_coming_module_develops_stands_last_and_keeps_its_gap() -> None:
    given = advice({"mot": 50, "læring": 60, "data": 0, "drift": 0}, "teknologi")
    assert [(one.dimension, one.module, one.developed) for one in given] == [
        ("mot", "kultur", True), ("data", None, False),
    ]  # fmt: skip
    assert given[1].gain == pytest.approx(16)


def test_peers_to_learn_from_have_reached_the_target_and_stand_strongest_first() -> None:
    values = {"time": 60, "hå": 20, "bokn": 95, "lund": 60, "sola": 59}
    card = card_of(SEVERAL, {id_: {"mot": value} for id_, value in values.items()})
    told = {one.organisation: one.learn_from for one in advise(SEVERAL, card)}
    assert told == {"hå": ("bokn", "lund", "time"), "sola": ("bokn", "lund", "time")}
    more = card_of(SEVERAL, {id_: {"mot": value} for id_, value in {**values, "sola": 70}.items()})
    assert advise(SEVERAL, more)[0].learn_from == ("bokn", "sola", "lund")


# what must be taken first

ONE = MaturityFramework("f", dimensions=(leaf("d", 1, target=60),))


def first(modules: Iterable[Module], *done: str) -> tuple[str, ...]:
    """What the module that develops `d` still requires, where the teaching order is by id."""
    programme = Programme("p", modules=tuple(modules), framework=ONE, organisations=(Organisation("o"),))
    (only,) = advise(programme, card_of(programme, {"o": {"d": 0}}), done=done)
    return only.first


def test_what_a_module_requires_is_named_through_and_through() -> None:
    modules = (
        Module("a"),
        Module("b", requires=("a", Prerequisite("e", PrerequisiteKind.RECOMMENDED))),
        Module("c", requires=(Prerequisite("b", PrerequisiteKind.BEFORE_OR_TOGETHER),), develops=("d",)),
        Module("e"),
        Module("f", requires=("c",)),
    )
    assert first(modules) == ("a", "b")
    assert first(modules, "b") == ("a",)
    assert first(modules, "a", "b") == ()


def test_modules_that_are_taken_together_are_required_of_each_other() -> None:
    together = (Prerequisite("a", PrerequisiteKind.TOGETHER),)
    assert first((Module("a"), Module("b", requires=together, develops=("d",)))) == ("a",)
    assert first((Module("a", develops=("d",)), Module("b", requires=together))) == ("b",)


def test_of_a_group_the_first_in_teaching_order_is_named_unless_one_is_done_or_needed_anyway() -> None:
    any_of = (AnyOf(("c", "b")),)
    modules = (
        Module("a"),
        Module("b", requires=("a",)),
        Module("c"),
        Module("m", any_of=any_of, develops=("d",)),
    )
    assert first(modules) == ("a", "b")
    assert first(modules, "c") == ()
    needs_c = (*modules[:3], Module("m", requires=("c",), any_of=any_of, develops=("d",)))
    assert first(needs_c) == ("c",)


def test_an_option_that_can_only_come_later_is_not_named() -> None:
    modules = (
        Module("a", requires=("m",)),
        Module("m", any_of=(AnyOf(("a", "z")),), develops=("d",)),
        Module("z"),
    )
    assert first(modules) == ("z",)


def test_an_option_that_is_taken_together_with_what_needs_it_is_no_choice() -> None:
    together = (Prerequisite("a", PrerequisiteKind.TOGETHER),)
    modules = (
        Module("a"),
        Module("m", requires=together, any_of=(AnyOf(("a", "z")),), develops=("d",)),
        Module("z"),
    )
    assert first(modules) == ("a", "z")


def test_in_a_ring_all_the_others_are_named_and_what_is_not_there_is_not() -> None:
    ring = (
        Module("a", requires=("c",)),
        Module("b", requires=("a",)),
        Module("c", requires=("b",), develops=("d",)),
    )
    assert first(ring) == ("a", "b")
    assert first((Module("a", requires=("a", "gone"), any_of=(AnyOf(("gone",)),), develops=("d",)),)) == ()
    each_other = (Module("a", any_of=(AnyOf(("b",)),)), Module("b", any_of=(AnyOf(("a",)),), develops=("d",)))
    assert first(each_other) == ("a",)


@given(designs(groups=True), st.data())
def test_any_design_can_be_advised_on_and_what_is_named_is_enough(
    design: Programme, data: st.DataObject
) -> None:
    wanted = data.draw(st.sampled_from(design.teaching_order))
    modules = [attrs.evolve(one, develops=("d",) if one.id == wanted else ()) for one in design.modules]
    programme = attrs.evolve(design, modules=modules, framework=ONE, organisations=(Organisation("o"),))
    graph = DependencyGraph(programme)
    order = graph.order() if graph.is_satisfiable() else ()
    done = order[: data.draw(st.integers(0, order.index(wanted)))] if order else ()
    (only,) = advise(programme, card_of(programme, {"o": {"d": 0}}), done=done)
    assert only.module == wanted
    assert wanted not in only.first
    assert graph.ancestors(wanted) - set(done) - {wanted} <= set(only.first)
    if order:
        taken = [one for one in order if one in {*done, *only.first, wanted}]
        assert not graph.unmet(taken)
        assert not graph.violated(taken)


# gains where the tree is not arithmetic

METHODS = st.one_of(
    st.builds(
        Aggregation,
        method=st.sampled_from([one for one in AggregationMethod if one is not AggregationMethod.POWER]),
        missing=st.sampled_from(MissingPolicy),
    ),
    st.builds(Aggregation, method=st.just(AggregationMethod.POWER), power=st.sampled_from([-1, 0.5, 3])),
)


@given(METHODS, METHODS, st.data())
def test_the_gain_is_what_reaching_the_target_adds_to_the_whole_score(
    upper: Aggregation, lower: Aggregation, data: st.DataObject
) -> None:
    folk, *others = FRAMEWORK.dimensions
    dimensions = (attrs.evolve(folk, aggregation=lower, target=None), *others)
    framework = attrs.evolve(FRAMEWORK, aggregation=upper, dimensions=dimensions)
    programme = attrs.evolve(PROGRAMME, framework=framework)
    if upper.method is lower.method is AggregationMethod.ARITHMETIC:
        return
    answered = data.draw(
        st.lists(st.sampled_from(["mot", "læring", "data", "drift"]), unique=True, min_size=1)
    )
    values: dict[str, float] = {one: data.draw(st.integers(0, 100)) for one in answered}
    before = card_of(programme, {"hå": values}).of("hå", "modenhet", "w").value
    for one in advise(programme, card_of(programme, {"hå": values})):
        after = (
            card_of(programme, {"hå": {**values, one.dimension: one.target}}).of("hå", "modenhet", "w").value
        )
        expected = 0.0 if before is None or after is None else after - before
        assert one.gain == pytest.approx(expected, abs=1e-9)


def test_under_a_minimum_only_the_weakest_link_gains_and_weights_decide_the_rest() -> None:
    framework = MaturityFramework(
        "f",
        aggregation=Aggregation(AggregationMethod.MINIMUM),
        dimensions=(leaf("a", 1, target=90), leaf("b", 2, target=90), leaf("c", 1, target=50)),
    )
    programme = attrs.evolve(PROGRAMME, framework=framework, modules=(), order=())
    given = advise(programme, card_of(programme, {"hå": {"a": 40, "b": 40.5, "c": 30}}))
    assert [(one.dimension, one.gain) for one in given] == [("c", 10), ("b", 0), ("a", 0)]
