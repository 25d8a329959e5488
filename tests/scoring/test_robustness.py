"""What holds of scores that are drawn again and again, whatever the framework and the answers."""

import pickle
import subprocess
import sys
from pathlib import Path

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, UnknownDimension, UnknownOrganisation, UnknownWave
from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    MissingPolicy,
    NoAnswer,
    Organisation,
    Programme,
)
from kompetanse.scoring import Robustness, Uncertainty, robustness, score
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.tree import tree_of
from kompetanse.scoring.uncertainty.collapse import Pattern, collapsed
from kompetanse.scoring.uncertainty.draws import Inputs, drawn_weights, stream
from kompetanse.scoring.uncertainty.ranking import quantiles, ranks, whole_quantiles
from kompetanse.scoring.uncertainty.simulation import simulated
from kompetanse.scoring.uncertainty.survey import survey_of

LEVELS = (MaturityLevel("low"), MaturityLevel("middle", floor=40), MaturityLevel("high", floor=70))
MEANS = (AggregationMethod.ARITHMETIC, AggregationMethod.GEOMETRIC, AggregationMethod.HARMONIC)
SURE = Uncertainty(weights=None, respondents=False)
ALL = Uncertainty(weights=50, aggregations=MEANS)
WEIGHTS_ONLY = Uncertainty(respondents=False)


def framework(aggregation: Aggregation = Aggregation(), *, levels: bool = True) -> MaturityFramework:  # noqa: B008
    """Two dimensions, one of them deeper, of weights that differ."""
    questions = [Indicator(f"i{number}", "?", 1, 5, weight=number % 3 + 1) for number in range(7)]
    deeper = MaturityDimension("deep", indicators=questions[3:5], aggregation=aggregation)
    dimensions = [
        MaturityDimension("a", weight=2, indicators=questions[:3], aggregation=aggregation),
        MaturityDimension("b", dimensions=[deeper], indicators=questions[5:], aggregation=aggregation),
    ]
    return MaturityFramework(
        "whole", levels=LEVELS if levels else (), aggregation=aggregation, dimensions=dimensions
    )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    """Answers of one to four respondents in each of one to four organisations, some of them missing."""
    values = st.one_of(st.integers(1, 5), st.integers(2, 4), st.sampled_from(NoAnswer))
    return Assessment(
        "w",
        tuple(
            Answer(f"o{organisation}", f"r{respondent}", f"i{number}", draw(values))
            for organisation in range(draw(st.integers(1, 4)))
            for respondent in range(draw(st.integers(1, 4)))
            for number in range(7)
        ),
    )


def answers(organisations: int, respondents: int = 4, *, seed: int = 1) -> Assessment:
    random = np.random.default_rng(seed)
    return Assessment(
        "w",
        tuple(
            Answer(f"o{organisation}", f"r{respondent}", f"i{number}", int(random.integers(2, 5)))
            for organisation in range(organisations)
            for respondent in range(respondents)
            for number in range(7)
        ),
    )


AGGREGATIONS = st.builds(
    Aggregation, st.sampled_from(MEANS), missing=st.sampled_from(MissingPolicy)
) | st.builds(Aggregation, st.sampled_from(MEANS), threshold=st.sampled_from([0.5, 0.8]))


@given(assessments(), AGGREGATIONS)
@settings(max_examples=40)
def test_without_uncertainty_every_draw_is_the_score_of_the_card(
    assessment: Assessment, aggregation: Aggregation
) -> None:
    whole = framework(aggregation)
    card, found = score(whole, [assessment]), robustness(whole, [assessment], uncertainty=SURE, draws=3)
    for one, drawn in zip(found.scores, found.drawn, strict=True):
        value = card.of(one.organisation, "whole", "w").value
        assert one.value == value
        if value is None:
            assert one.median is None
            assert np.isnan(drawn).all()
        else:
            assert one.low == one.median == one.high
            assert np.abs(drawn - value).max() < 1e-8


@given(assessments(), st.sampled_from(MissingPolicy), st.sampled_from([0.0, 0.5, 0.8]))
@settings(max_examples=60)
def test_a_tree_collapsed_into_one_product_gives_what_goes_node_by_node(
    assessment: Assessment, policy: MissingPolicy, threshold: float
) -> None:
    aggregation = Aggregation(missing=policy, threshold=threshold if policy is MissingPolicy.REWEIGHT else 0)
    survey = survey_of("test", framework(aggregation), [assessment])
    weights = Inputs.drawn(survey.tree, Uncertainty(weights=5), 20, 3).weights
    for column in range(survey.points.shape[1]):
        points, covered = (
            np.broadcast_to(one[:, column, None], (7, 20)) for one in (survey.points, survey.covered)
        )
        by_node = evaluate(survey.settled(column), points, covered, weights).values[0]
        shares = collapsed(survey.tree, weights, Pattern.of_all(survey.base)[column], 20)
        if np.isnan(survey.base.values[0, column]):
            assert np.isnan(by_node).all()
        else:
            assert np.abs(np.nan_to_num(survey.points[:, column]) @ shares - by_node).max() < 1e-10


@given(assessments(), st.sampled_from([Uncertainty(), ALL, WEIGHTS_ONLY]), AGGREGATIONS)
@settings(max_examples=40)
def test_neither_neighbours_nor_any_order_change_what_is_drawn(
    assessment: Assessment, uncertainty: Uncertainty, aggregation: Aggregation
) -> None:
    whole = framework(aggregation)
    alone = tuple(one for one in assessment.answers if one.organisation == "o0")
    together = robustness(
        whole, [Assessment("w", tuple(reversed(assessment.answers)))], uncertainty=uncertainty, draws=30
    )
    single = robustness(whole, [Assessment("w", alone)], uncertainty=uncertainty, draws=30)
    assert together.drawn[0].tobytes() == single.drawn[0].tobytes()
    one, other = together.of("o0"), single.of("o0")
    assert one.levels == other.levels
    assert (one.value, one.low, one.median, one.high) == (other.value, other.low, other.median, other.high)


def test_the_order_of_organisations_changes_nothing() -> None:
    names = [Organisation(f"o{number}") for number in range(5)]
    programmes = [Programme("p", framework=framework(), organisations=one) for one in (names, names[::-1])]
    found = [robustness(one, [answers(5)], uncertainty=ALL, draws=50) for one in programmes]
    assert found[0].drawn.tobytes() == found[1].drawn[::-1].tobytes()
    assert set(found[0].scores) == set(found[1].scores)


def test_another_process_with_other_threads_draws_the_same_bytes() -> None:
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import test_robustness as t\n"
        "for u in (t.ALL, t.Uncertainty()):\n"
        "    r = t.robustness(t.framework(), [t.answers(4)], uncertainty=u, draws=200)\n"
        "    print(hashlib.sha256(r.drawn.tobytes()).hexdigest())"
    )
    command = [sys.executable, "-c", script, str(Path(__file__).parent)]
    told = {
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(set(told.pop().split())) == 2


def test_another_seed_draws_otherwise_and_the_same_seed_alike() -> None:
    one, same, other = (robustness(framework(), [answers(3)], draws=20, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert hash(one) == hash(same)
    assert one == pickle.loads(pickle.dumps(one))  # noqa: S301  # our own bytes
    assert one != other
    assert not one.drawn.flags.writeable


@pytest.mark.parametrize("method", MEANS)
@pytest.mark.parametrize("leaders", [0, 6, 4])
def test_where_only_respondents_are_drawn_the_quantiles_are_the_ends_of_the_cards_interval(
    method: AggregationMethod, leaders: int
) -> None:
    whole = framework(Aggregation(method))
    names = [Organisation(f"o{number}", leaders=leaders) for number in range(3)]
    programme = Programme("p", framework=whole, organisations=names)
    uncertainty = Uncertainty(weights=None)
    for node in ("whole", "b"):
        card = score(programme, [answers(3)])
        found = robustness(programme, [answers(3)], node=node, uncertainty=uncertainty, draws=40_000)
        for one in found.scores:
            expected = card.of(one.organisation, node, "w")
            assert expected.low is not None
            assert expected.high is not None
            slack = (expected.high - expected.low) / 30 + 1e-8
            assert one.low == pytest.approx(expected.low, abs=slack)
            assert one.high == pytest.approx(expected.high, abs=slack)
            assert one.sampling_error


def test_one_respondent_alone_tells_nothing_of_others_and_all_there_are_tell_everything() -> None:
    alone = Assessment("w", tuple(one for one in answers(1).answers if one.respondent == "r0"))
    uncertainty = Uncertainty(weights=None)
    [one] = robustness(framework(), [alone], uncertainty=uncertainty, draws=10).scores
    assert not one.sampling_error
    assert one.respondents == 1
    assert one.low == one.high
    only = Programme("p", framework=framework(), organisations=[Organisation("o0", leaders=1)])
    [sure] = robustness(only, [alone], uncertainty=uncertainty, draws=10).scores
    assert sure.sampling_error
    assert sure.low == sure.high == one.low


def test_weights_are_drawn_around_their_own_with_the_spread_that_is_stated() -> None:
    node = tree_of(framework())[1]
    drawn = drawn_weights(node, 40, 50_000, stream(0, "test"))
    own = np.array(node.weights)
    share = own / own.sum()
    assert np.allclose(drawn.sum(axis=0), own.sum())
    assert np.allclose(drawn.mean(axis=1) / own.sum(), share, atol=0.002)
    assert np.allclose(drawn.std(axis=1) / own.sum(), np.sqrt(share * (1 - share) / 41), rtol=0.02)


def test_what_is_surer_varies_less() -> None:
    spread = [
        robustness(
            framework(), [answers(1)], uncertainty=Uncertainty(weights=sure, respondents=False)
        ).drawn.std()
        for sure in (5, 50, 500, 1e9)
    ]
    assert spread == sorted(spread, reverse=True)
    assert spread[-1] < 1e-3


def test_alternative_means_are_drawn_evenly_and_nothing_else_is() -> None:
    whole = framework()
    found = robustness(whole, [answers(1)], uncertainty=attrs.evolve(SURE, aggregations=MEANS), draws=3000)
    values, times = np.unique(found.drawn, return_counts=True)
    expected = [
        score(framework(Aggregation(method)), [answers(1)]).of("o0", "whole", "w").value for method in MEANS
    ]
    assert values.tolist() == pytest.approx(sorted(one for one in expected if one is not None))
    assert times.min() > 900


def test_ranks_share_the_better_place_and_quantiles_are_those_of_numpy() -> None:
    scores = np.array([[3.0, 1.0], [5.0, 1.0], [3.0, 2.0], [1.0, 1.0]])
    assert ranks(scores).tolist() == [[2, 2], [1, 2], [2, 1], [4, 2]]
    drawn = np.sort(np.random.default_rng(1).normal(size=(3, 137)), axis=1)
    assert np.allclose(quantiles(drawn), np.quantile(drawn, [0.05, 0.5, 0.95], axis=1).T)
    for draws in (1, 10, 33, 100):
        whole = np.sort(np.random.default_rng(1).integers(1, 99, size=(3, draws)), axis=1).astype(np.int32)
        expected = np.quantile(whole, [0.05, 0.5, 0.95], axis=1, method="inverted_cdf").T
        assert whole_quantiles(whole).tolist() == expected.tolist()


@given(assessments())
@settings(max_examples=30)
def test_levels_have_probabilities_ranks_stand_in_order_and_the_median_between_the_ends(
    assessment: Assessment,
) -> None:
    found = robustness(framework(), [assessment], uncertainty=ALL, draws=40)
    for one in found.scores:
        if one.value is None:
            assert not one.levels
            assert one.rank is None
            continue
        assert sum(level.probability for level in one.levels) == pytest.approx(1)
        assert [level.level for level in one.levels] == ["low", "middle", "high"]
        assert one.low is not None
        assert one.median is not None
        assert one.high is not None
        assert 0 <= one.low <= one.median <= one.high <= 100
        assert one.rank_low is not None
        assert one.rank_median is not None
        assert one.rank_high is not None
        assert 1 <= one.rank_low <= one.rank_median <= one.rank_high <= len(found.scores)


def test_those_alike_are_not_distinguishable_and_those_far_apart_are() -> None:
    given_ = [
        Answer(organisation, respondent, f"i{number}", value + (respondent == "r1"))
        for organisation, value in (("high", 4), ("low", 1), ("low-too", 1))
        for respondent in ("r0", "r1", "r2")
        for number in range(7)
    ]
    found = robustness(framework(levels=False), [Assessment("w", given_)])
    assert found.distinguishable("high", "low")
    assert found.distinguishable("low", "high")
    assert not found.distinguishable("low", "low-too")
    assert not found.distinguishable("low", "low")
    assert [(one.first, one.second) for one in found.neighbours()] == [("high", "low"), ("low", "low-too")]
    assert [row[-1] for row in found.neighbours_table().rows] == [None, "not-distinguishable"]
    assert found.pair("high", "low").first_above + found.pair("high", "low").second_above <= 1
    assert [row[:2] for row in found.table().rows] == [("high", 3), ("low", 3), ("low-too", 3)]
    assert not found.levels_table().rows


def test_one_respondent_alone_tells_an_organisation_from_no_other() -> None:
    few = [Answer("high", "r", f"i{number}", 5) for number in range(7)]
    many = [
        Answer("low", f"r{respondent}", f"i{number}", 1 + (respondent + number) % 2)
        for respondent in range(4)
        for number in range(7)
    ]
    assessment = Assessment("w", [*few, *many])
    found = robustness(framework(), [assessment])
    assert found.pair("high", "low").first_above == 1
    assert not found.distinguishable("high", "low")
    assert [row[-1] for row in found.neighbours_table().rows] == ["sampling-error-unknown"]
    assert robustness(framework(), [assessment], uncertainty=WEIGHTS_ONLY).distinguishable("high", "low")
    names = [Organisation("high", leaders=1), Organisation("low")]
    programme = Programme("p", framework=framework(), organisations=names)
    assert robustness(programme, [assessment]).distinguishable("high", "low")


def test_the_last_wave_and_the_whole_are_taken_unless_told() -> None:
    two = [answers(2), attrs.evolve(answers(2, seed=2), wave="v")]
    assert robustness(framework(), two, draws=5).wave == "w"
    assert robustness(framework(), two, draws=5, wave="v").wave == "v"
    assert robustness(framework(), two, draws=5, node="deep").node == "deep"


def test_a_part_that_is_weighed_away_does_not_take_the_value_with_it() -> None:
    questions = [Indicator("i0", "?", 1, 5, weight=1e-6), Indicator("i1", "?", 1, 5, weight=1e6)]
    whole = MaturityFramework("f", dimensions=[MaturityDimension("d", indicators=questions)])
    only = Assessment("w", [Answer("o", "r", "i0", 3), Answer("o", "r", "i1", NoAnswer.NOT_ANSWERED)])
    for uncertainty in (Uncertainty(weights=1), Uncertainty(weights=1, aggregations=MEANS[1:2])):
        found = robustness(whole, [only], uncertainty=uncertainty)
        assert np.allclose(found.drawn, 50)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"wave": "x"}, UnknownWave),
        ({"wave": 3}, UnknownWave),
        ({"node": "x"}, UnknownDimension),
        ({"node": ["x"]}, UnknownDimension),
        ({"draws": 0}, InvalidValue),
        ({"draws": 1.5}, InvalidValue),
        ({"seed": -1}, InvalidValue),
        ({"seed": "x"}, InvalidValue),
        ({"uncertainty": None}, InvalidValue),
    ],
)
def test_what_cannot_be_drawn_is_refused(arguments: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        robustness(framework(), [answers(1)], **arguments)  # type: ignore[arg-type]  # wrong on purpose


def test_there_must_be_a_wave() -> None:
    with pytest.raises(InvalidValue, match="no wave of answers"):
        robustness(framework(), [])


@pytest.mark.parametrize(
    "arguments",
    [
        {"weights": 0},
        {"weights": float("nan")},
        {"weights": "x"},
        {"aggregations": "arithmetic"},
        {"aggregations": ["arithmetic"]},
        {"aggregations": [AggregationMethod.MINIMUM]},
        {"aggregations": 3},
        {"respondents": 1},
    ],
)
def test_an_uncertainty_that_cannot_be_is_refused(arguments: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        Uncertainty(**arguments)  # type: ignore[arg-type]  # wrong on purpose


def test_an_unknown_organisation_is_told() -> None:
    found: Robustness = robustness(framework(), [answers(2)], draws=5)
    assert found.of("o1").organisation == "o1"
    for wrong in ("o9", 3, ["o1"]):
        with pytest.raises(UnknownOrganisation):
            found.of(wrong)  # type: ignore[arg-type]  # wrong on purpose


def test_one_simulation_scores_one_organisation_as_it_scores_all() -> None:
    survey = survey_of("test", framework(), [answers(3)])
    simulation = simulated(survey, ALL, 25, 4)
    every = simulation.all_scores()
    assert all(np.allclose(simulation.scores(number), every[number]) for number in range(3))
