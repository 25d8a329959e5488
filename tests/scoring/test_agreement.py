"""Who agrees with whom: through the verb, from framework and answers to values."""

from collections.abc import Mapping, Sequence

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import AmbiguousFramework, InvalidAssessment, NoFramework
from kompetanse.model import (
    Aggregation,
    Answer,
    Assessment,
    Better,
    Curve,
    Indicator,
    Knot,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    MissingPolicy,
    NoAnswer,
    Organisation,
    Outside,
    Programme,
    Scale,
    Value,
)
from kompetanse.report import SENTENCES
from kompetanse.report.layout import table_text
from kompetanse.report.words import Words
from kompetanse.scoring import Agreement, GroupAgreement, Reliability, Style, agreement
from kompetanse.scoring.reliability.places import Places
from kompetanse.scoring.reliability.style import styles_of

WAVE = "2027"
LEVELS = (
    MaturityLevel("start", floor=0),
    MaturityLevel("underway", floor=40),
    MaturityLevel("mature", floor=70),
)
JUDGED = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
"""Six targets, four judges: Shrout & Fleiss (1979)."""


def framework_of(*indicators: Indicator, levels: tuple[MaturityLevel, ...] = LEVELS) -> MaturityFramework:
    return MaturityFramework(
        "whole", levels=levels, dimensions=(MaturityDimension("part", indicators=indicators),)
    )


def asked(framework: MaturityFramework, answered: Mapping[str, Sequence[Sequence[Value]]]) -> Agreement:
    """Let the respondents of each organisation give one answer to each indicator, in its order."""
    answers = (
        Answer(organisation, f"{organisation}-{number}", indicator.id, value)
        for organisation, rows in answered.items()
        for number, row in enumerate(rows)
        for indicator, value in zip(framework.indicators(), row, strict=True)
    )
    return agreement(framework, [Assessment(WAVE, tuple(answers))])


def only(found: Agreement) -> GroupAgreement:
    (one,) = found.organisations
    return one


def one_to_five(number: int) -> tuple[Indicator, ...]:
    return tuple(Indicator(f"i{one}", "?", 1, 5) for one in range(number))


def judged(names: Sequence[str]) -> Reliability:
    """The example of Shrout & Fleiss, its judges named."""
    framework = framework_of(Indicator("i", "?", 1, 10))
    answers = (
        Answer(f"o{target}", names[place].format(target), "i", value)
        for target, row in enumerate(JUDGED)
        for place, value in enumerate(row)
    )
    return agreement(framework, [Assessment(WAVE, tuple(answers))]).indicators[0]


def test_the_example_of_shrout_and_fleiss_comes_out_through_the_verb() -> None:
    found = judged(("r1", "r2", "r3", "r4"))
    assert (found.organisations, found.respondents) == (6, 24)
    told = (found.icc_1_1, found.icc_2_1, found.icc_3_1, found.icc_1_k, found.icc_2_k, found.icc_3_k)
    assert told == pytest.approx((0.165742, 0.289764, 0.714841, 0.442797, 0.620051, 0.909316), abs=5e-7)


def test_nested_respondents_have_no_crossed_coefficients() -> None:
    nested, crossed = judged(("{}a", "{}b", "{}c", "{}d")), judged(("r1", "r2", "r3", "r4"))
    assert nested.icc_1_1 == pytest.approx(crossed.icc_1_1)
    assert nested.icc_1_k == pytest.approx(crossed.icc_1_k)
    assert (nested.icc_2_1, nested.icc_2_k, nested.icc_3_1, nested.icc_3_k) == (None,) * 4


def test_a_question_that_one_respondent_left_out_is_not_crossed() -> None:
    framework = framework_of(*one_to_five(2))
    answers = [
        Answer(organisation, respondent, indicator, len(organisation + respondent) % 5 + 1)
        for organisation in ("o", "oo", "ooo")
        for respondent in ("r", "rrr")
        for indicator in ("i0", "i1")
    ]
    answers[-1] = attrs.evolve(answers[-1], value=NoAnswer.NOT_ANSWERED)
    whole, holed = agreement(framework, [Assessment(WAVE, tuple(answers))]).indicators
    assert whole.icc_3_1 is not None
    assert (holed.icc_3_1, holed.respondents) == (None, 5)
    assert holed.icc_1_1 is not None


def test_krippendorffs_own_example_comes_out_through_the_verb() -> None:
    observers = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    framework = framework_of(*one_to_five(1))
    answers = tuple(
        Answer(f"u{unit}", f"observer-{number}", "i0", int(letter))
        for number, row in enumerate(observers)
        for unit, letter in enumerate(row)
        if letter != "."
    )
    found = agreement(framework, [Assessment(WAVE, answers)]).indicators[0]
    told = (found.alpha_nominal, found.alpha_ordinal, found.alpha_interval)
    assert told == pytest.approx((0.743, 0.815, 0.849), abs=5e-4)


@pytest.mark.parametrize(
    ("indicator", "answers", "expected"),
    [
        # by hand, s² over σ²: 2/3 over (25 − 1)/12, and so on
        (Indicator("i", "?", 1, 5), (4, 4, 5, 3), 1 - (2 / 3) / 2),
        (Indicator("i", "?", 1, 5, better=Better.LOWER), (4, 4, 5, 3), 1 - (2 / 3) / 2),
        (Indicator("i", "?", 0, 10), (4, 4, 5, 3), 1 - (2 / 3) / 10),
        (Indicator("i", "?", 0, 11), (4, 4, 5, 3), 1 - (2 / 3) / (121 / 12)),
        (Indicator("i", "?", 0.5, 4.5), (1, 1, 2), 1 - (1 / 3) / (16 / 12)),
        (Indicator("i", "?", 1, 5, outside=Outside.EXTEND), (4, 4, 5, 3), 1 - (2 / 3) / (16 / 12)),
        (Indicator("i", "?", 1, 8, curve=Curve.LOG), (4, 4, 5, 3), 1 - (2 / 3) / (63 / 12)),
        (Indicator("i", "?", scale=Scale.POINTS), (40, 40, 70), 1 - 300 / (10_000 / 12)),
        (Indicator("i", "?", scale=Scale.YES_NO), (1, 1, 1, 0), 0.0),  # (1/4) over (4 − 1)/12
        (Indicator("i", "?", scale=Scale.LEVELS), (1, 1, 2), 1 - (1 / 3) / (8 / 12)),
        (Indicator("i", "?", knots=(Knot(0, 0), Knot(3, 80), Knot(4, 100))), (1, 2, 2), 1 - (1 / 3) / 2),
        # points 20 and 55 between 20 and 85, the middles of the lowest and the highest level
        (
            Indicator("i", "?", scale=Scale.SHARES),
            ((1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
            1 - (35**2 / 3) / (65**2 / 12),
        ),
        # where the middle is best, points tell: 50, 100 and 100 of 0, 50, 100, 50 and 0
        (Indicator("i", "?", 1, 5, best=3), (2, 3, 3), 1 - (2500 / 3) / 1400),
    ],
)
def test_rwg_comes_out_as_by_hand_on_every_scale(
    indicator: Indicator, answers: tuple[Value, ...], expected: float
) -> None:
    found = only(asked(framework_of(indicator), {"o": [(one,) for one in answers]}))
    assert found.rwg == pytest.approx(max(expected, 0.0))
    assert found.respondents == len(answers)
    assert found.disagree == (expected < 0.7)


@pytest.mark.parametrize("middle", [2, 3, 4])
def test_an_rwg_of_point_seven_is_no_disagreement_whatever_rounding_makes_of_it(middle: int) -> None:
    # six squares of 1 over 10 are 0.6, against (25 − 1)/12 = 2
    rows = [(middle + one,) for one in (1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1)]
    found = only(asked(framework_of(*one_to_five(1)), {"o": rows}))
    assert found.rwg == pytest.approx(0.7)
    assert not found.disagree


def test_rwg_of_fewer_than_two_answers_is_not_told_and_flags_nobody() -> None:
    found = asked(framework_of(*one_to_five(1)), {"o": [(3,)], "p": [(NoAnswer.NOT_ANSWERED,), (3,)]})
    assert [(one.respondents, one.rwg, one.disagree) for one in found.organisations] == [(1, None, False)] * 2


@pytest.mark.parametrize(
    ("row", "style"),
    [
        ((3, 3, 3, 3, 3), Style.STRAIGHT_LINING),
        ((5, 5, 5, 5, 5), Style.STRAIGHT_LINING),
        ((5, 1, 5, 5, 1), Style.EXTREME),
        ((5, 1, 5, 5, 2), None),
        ((3, 3, 3, 3, 4), None),
        ((3, 3, 3, 3, NoAnswer.NOT_ANSWERED), None),
    ],
)
def test_a_style_needs_five_answers_that_all_show_it(row: tuple[Value, ...], style: Style | None) -> None:
    found = asked(framework_of(*one_to_five(5)), {"o": [(1, 2, 3, 4, 5), row]}).styles
    assert [(one.respondent, one.style, one.answers) for one in found] == (
        [("o-1", style, 5)] if style else []
    )


def test_a_style_is_of_the_place_on_the_scale_and_not_of_the_points() -> None:
    # always the rightmost box, though the last of them is the worst answer and levels score their middle
    worst = Indicator("worst", "?", 1, 5, better=Better.LOWER)
    level = Indicator("level", "?", scale=Scale.LEVELS)
    framework = framework_of(*one_to_five(3), worst, level)
    found = asked(framework, {"o": [(5, 5, 5, 5, 3), (5, 5, 5, 1, 3), (1, 1, 5, 5, 1)]}).styles
    assert [one.style for one in found] == [Style.STRAIGHT_LINING, Style.EXTREME, Style.EXTREME]


def test_answers_that_differ_by_rounding_alone_are_in_one_line() -> None:
    third = 0.1 + 0.2  # one bit more than 0.3
    assert list(styles_of(np.array([[0.3, third, 0.3, third, 0.3]]))) == [(0, Style.STRAIGHT_LINING, 5)]


def test_questions_with_two_answers_tell_nothing_of_style() -> None:
    doors = tuple(Indicator(f"i{one}", "?", scale=Scale.YES_NO) for one in range(6))
    around = tuple(Indicator(f"j{one}", "?", 1, 5, best=3) for one in range(6))
    assert not asked(framework_of(*doors, *around), {"o": [(1,) * 6 + (5,) * 6]}).styles


def test_a_node_is_told_by_what_each_respondent_alone_would_score() -> None:
    framework = framework_of(*weighed((1.0, 3.0)))
    rows: dict[str, list[tuple[Value, Value]]] = {
        "o": [(1, 2), (2, 2)],
        "p": [(5, 4), (4, 4)],
        "q": [(3, 3), (NoAnswer.NOT_ANSWERED, 5)],
    }
    found = asked(framework, rows)
    alone = framework_of(Indicator("mean", "?", 1, 5))
    means: dict[str, list[tuple[Value]]] = {"o": [(1.75,), (2,)], "p": [(4.25,), (4,)], "q": [(3,), (5,)]}
    assert [one.id for one in found.nodes] == ["whole", "part"]
    expected = asked(alone, means).indicators[0]
    for name in ("icc_1_1", "icc_1_k", "alpha_nominal", "alpha_ordinal", "alpha_interval"):
        assert getattr(found.nodes[0], name) == pytest.approx(getattr(expected, name))


def test_nodes_that_score_alike_are_alike_however_they_were_added_up() -> None:
    # 3.3 of 6.6, and 1.1 + 2.2 of 6.6, which floats tell apart
    framework = framework_of(*weighed((1.1, 2.2, 3.3)))
    found = asked(framework, {"o": [(1, 1, 2), (2, 2, 1)], "p": [(5, 5, 5), (5, 5, 5)]})
    assert [one.alpha_nominal for one in found.nodes] == [1.0, 1.0]


def test_who_answered_nothing_of_a_node_has_no_score_on_it_even_where_missing_counts_as_zero() -> None:
    strict = MaturityDimension(
        "strict", aggregation=Aggregation(missing=MissingPolicy.ZERO), indicators=one_to_five(2)
    )
    framework = MaturityFramework("whole", dimensions=(strict,))
    rows: dict[str, list[tuple[Value, Value]]] = {
        "o": [(5, NoAnswer.NOT_ANSWERED), (NoAnswer.NOT_ANSWERED, NoAnswer.NOT_ANSWERED)],
        "p": [(1, 1), (2, 1)],
    }
    assert [one.respondents for one in asked(framework, rows).nodes] == [3, 3]


def weighed(weights: Sequence[float]) -> tuple[Indicator, ...]:
    return tuple(Indicator(f"i{place}", "?", 1, 5, weight) for place, weight in enumerate(weights))


def test_one_organisation_alone_has_no_reliability() -> None:
    found = asked(framework_of(*one_to_five(1)), {"o": [(1,), (3,)]}).indicators
    assert found == (Reliability(WAVE, "i0", 1, 2, *(None,) * 9),)


def test_nothing_answered_gives_rows_without_values() -> None:
    framework = framework_of(*one_to_five(1))
    programme = Programme("p", framework=framework, organisations=(Organisation("o"),))
    found = agreement(programme, [Assessment(WAVE)])
    assert found.organisations == (GroupAgreement(WAVE, "o", "i0", 0, None),)
    assert found.indicators == (Reliability(WAVE, "i0", 0, 0, *(None,) * 9),)
    assert [one.respondents for one in found.nodes] == [0, 0]
    assert agreement(programme, []) == Agreement((), (), (), ())


def test_what_does_not_fit_is_refused_as_it_is_by_score() -> None:
    framework = framework_of(*one_to_five(1))
    with pytest.raises(InvalidAssessment, match="8"):
        asked(framework, {"o": [(8,)]})
    with pytest.raises(NoFramework):
        agreement(Programme("p"), [])
    with pytest.raises(AmbiguousFramework):
        agreement(framework_of(*one_to_five(1), *one_to_five(1)), [])


VALUES = st.one_of(st.integers(1, 5), st.integers(1, 5), st.sampled_from(NoAnswer))


@st.composite
def answers(draw: st.DrawFn, questions: int = 6) -> dict[str, list[tuple[Value, ...]]]:
    """Answers of up to four respondents of each of one to four organisations."""
    row = st.one_of(
        st.tuples(*(VALUES for _ in range(questions))), VALUES.map(lambda one: (one,) * questions)
    )
    return {
        f"o{number}": draw(st.lists(row, min_size=1, max_size=4)) for number in range(draw(st.integers(1, 4)))
    }


@given(answers())
def test_an_organisation_more_changes_no_others_agreement_or_style(
    case: dict[str, list[tuple[Value, ...]]],
) -> None:
    framework = framework_of(*one_to_five(6))
    newcomer: dict[str, list[tuple[Value, ...]]] = {"a": [(1, 5, 1, 5, 1, 5), (2, 2, 2, 2, 2, 2)]}
    before, after = asked(framework, case), asked(framework, newcomer | case)
    assert tuple(one for one in after.organisations if one.organisation != "a") == before.organisations
    assert tuple(one for one in after.styles if one.organisation != "a") == before.styles
    assert [one.style for one in after.styles if one.organisation == "a"] == [
        Style.EXTREME,
        Style.STRAIGHT_LINING,
    ]


@given(answers(), st.permutations(range(4)))
def test_the_order_of_organisations_changes_no_coefficient(
    case: dict[str, list[tuple[Value, ...]]], order: list[int]
) -> None:
    framework = framework_of(*one_to_five(6))
    rows = [
        Answer(organisation, f"r{number}", indicator.id, value)
        for organisation, rows in case.items()
        for number, row in enumerate(rows)
        for indicator, value in zip(framework.indicators(), row, strict=True)
    ]
    organisations = tuple(Organisation(f"o{one}") for one in range(4))
    turned = tuple(organisations[one] for one in order)
    one, other = (
        agreement(Programme("p", framework=framework, organisations=each), [Assessment(WAVE, tuple(rows))])
        for each in (organisations, turned)
    )
    assert set(one.organisations) == set(other.organisations)
    for before, after in zip(one.indicators + one.nodes, other.indicators + other.nodes, strict=True):
        for old, new in zip(attrs.astuple(before), attrs.astuple(after), strict=True):
            assert new == (pytest.approx(old, abs=1e-9) if isinstance(old, float) else old)


@given(answers())
def test_no_value_is_nan_and_every_table_has_its_headings(case: dict[str, list[tuple[Value, ...]]]) -> None:
    found = asked(framework_of(*one_to_five(6)), case)
    for table in (found.table(), found.indicators_table(), found.nodes_table(), found.styles_table()):
        assert {f"column.{one.key}" for one in table.columns} <= SENTENCES.keys()
        assert all(cell == cell for row in table.rows for cell in row)  # noqa: PLR0124  # NaN alone is not itself


def test_the_tables_are_told_in_words() -> None:
    framework = framework_of(*one_to_five(5))
    found = asked(framework, {"o": [(1, 5, 1, 5, 1), (5, 5, 5, 5, 5), (2, 2, 2, 2, 3)]})
    assert "uenige" in table_text(found.table(), Words("nb"))
    told = table_text(found.styles_table(), Words("en"))
    assert "only the ends" in told
    assert "the same answer to all" in told
    assert "ICC(3,k)" in table_text(Agreement((), (judged("abcd"),), (), ()).indicators_table(), Words("en"))


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.sampled_from(Better))
def test_a_place_is_the_answer_whichever_is_better(given_: list[int], better: Better) -> None:
    framework = framework_of(Indicator("i", "?", 1, 5, better=better))
    points = np.array(given_, dtype=np.float64)[:, None] * 25 - 25
    places = Places.of(points if better is Better.HIGHER else 100 - points, framework).places
    assert places[:, 0].tolist() == pytest.approx([(one - 1) / 4 for one in given_])


def test_the_bundled_case_has_respondents_that_tell_organisations_apart(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    found = agreement(programme, assessments)
    whole = [one for one in found.nodes if one.id == "modenhet"]
    assert len(whole) == len(assessments)
    assert all(one.icc_1_1 is not None and 0.3 < one.icc_1_1 < 0.8 for one in whole)
    assert any(one.disagree for one in found.organisations)
