"""What is printed, read as its reader would."""

from datetime import date, time

import attrs
import pytest

from kompetanse.checks import check
from kompetanse.errors import (
    CannotApply,
    Fault,
    InvalidFile,
    InvalidValue,
    KompetanseError,
    NoGathering,
    Problem,
    RingOfPrerequisites,
    UnknownModule,
    UnwritableFile,
)
from kompetanse.model import (
    Add,
    Assessment,
    Assume,
    Assumption,
    Change,
    Develop,
    Drop,
    Factor,
    Language,
    Merge,
    Module,
    Move,
    Participation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Text,
    Unrequire,
)
from kompetanse.planning import journey
from kompetanse.report import (
    Words,
    change_data,
    change_text,
    comparison_text,
    error_text,
    findings_text,
    journey_text,
    network_text,
    order_text,
    organisation_text,
    reading_text,
    timetable_text,
)
from kompetanse.report.scores import dimensions_table
from kompetanse.scoring import ScoreCard, advise
from kompetanse.whatif import Comparison

ON = date(2023, 3, 13)


def test_what_was_read_says_what_is_illustrative(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    nb = reading_text(programme, "nb", assessments=assessments)
    assert "23 virksomheter" in nb
    assert "Illustrativt, ikke fakta: moduler" in nb
    assert "DI2X" in nb
    assert "2022-09" in nb


def test_the_order_says_why_each_stands_where_it_stands(programme: Programme) -> None:
    text = order_text(programme, "en")
    assert "requires Organisation before, at least 60 days between" in text
    assert "stands after Leadership, which it builds on" in text
    assert "no prerequisite decides between the two" in text
    assert "toolbox: Template for a strategy on one page; Map of benefits" in text


def test_the_timetable_tells_each_day_with_what_lies_before_and_after(programme: Programme) -> None:
    text = timetable_text(programme, "nb")
    assert "samling tirsdag 6. juni 2023, 09:00–15:00" in text
    assert "forarbeid 9. mai 2023 – 5. juni 2023, 8 timer per leder" in text
    assert "13:55–15:00 Norge i 2040" in text


def test_the_journey_answers_where_we_are(
    programme: Programme, participation: tuple[Participation, ...]
) -> None:
    text = journey_text(journey(programme, on=ON, participation=participation), "nb")
    assert "Hvor vi er mandag 13. mars 2023" in text
    assert "I gang: Ledelse" in text
    assert "onsdag 7. juni 2023" in text
    assert "Verktøykassen så langt:" in text


def test_the_scores_say_what_to_take_up_and_why(programme: Programme, card: ScoreCard) -> None:
    assert "Widest gaps to target:" in network_text(programme, card, "en")
    advice = advise(programme, card, organisation="sokndal", wave=card.waves[-1], done=("ledelse",))
    text = organisation_text(programme, card, "sokndal", advice, "nb")
    assert "Sokndal bør ta tak i Felles retning nå." in text
    assert "Neste modul som utvikler den: Strategi." in text
    assert "Den krever Organisasjon, som gjenstår." in text
    assert "Lær av: Tysvær, Time og Sandnes." in text
    assert "mest av alle" in text


def test_where_no_coming_module_develops_what_gains_most_the_reason_says_so(
    programme: Programme, card: ScoreCard
) -> None:
    advice = advise(programme, card, organisation="sokndal", done=("organisasjon", "ledelse", "strategi"))
    assert advice[0].module == "teknologi"
    text = organisation_text(programme, card, "sokndal", advice, "en")
    assert "more than any other that a coming module develops" in text


def test_an_organisation_that_has_not_answered_is_told_so(card: ScoreCard) -> None:
    score = attrs.evolve(card.scores[0], organisation="x", wave="w", node=card.framework.id, value=None)
    quiet = ScoreCard(card.framework, ("x",), ("w",), (score,), (), ())
    assert organisation_text(Programme("p"), quiet, "x", (), "en") == "x: not answered"


def test_a_comparison_tells_each_difference_finding_and_remedy(comparison: Comparison) -> None:
    text = comparison_text(comparison, "nb")
    assert "Uten teknologi: i orden" in text
    assert "slutter 154 dager tidligere" in text
    assert "Ledelse først: ikke i orden" in text
    assert "forslag: sett Ledelse rett etter Organisasjon" in text
    assert "da er det stengt (Påske, 3. april 2023 – 10. april 2023)" in " ".join(text.split())


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_findings_of_a_ring_are_named_whole_and_in_order(lang: Language) -> None:
    ring = Programme("p", modules=(Module("b", requires=("a",)), Module("a", requires=("b",))))
    text = findings_text(check(ring), ring, lang)
    assert "a → b → a" in " ".join(text.split())
    assert "modules/b/requires/0" in text


CHANGES: list[tuple[Change, str, dict[str, object]]] = [
    (
        Drop("a"),
        "take out the module A; what required it inherits what it required",
        {"drop": "a"},
    ),
    (
        Drop("a", bridge=False),
        "take out the module A; what required it requires it no more",
        {"drop": "a", "bridge": False},
    ),
    (
        Add(Module("c", name=Text("Sé", "See")), after="a"),
        "add the module See",
        {"add": {"id": "c", "name": {"nb": "Sé", "en": "See"}}, "after": "a"},
    ),
    (
        Move("a", before="b"),
        "teach A just before b; the modules change places on the days already booked",
        {"move": "a", "before": "b"},
    ),
    (
        Move("b", after="a"),
        "teach b just after A; the modules change places on the days already booked",
        {"move": "b", "after": "a"},
    ),
    (
        Require("b", Prerequisite("a", PrerequisiteKind.BEFORE_OR_TOGETHER, lag=1)),
        "let b require A before or together, at least 1 day between",
        {"require": "b", "prerequisite": {"module": "a", "kind": "before or together", "lag": 1}},
    ),
    (Unrequire("b", "a"), "let b no longer require A", {"unrequire": "b", "required": "a"}),
    (
        Shift("k", -1, "a"),
        "move the gathering of k for A 1 day earlier",
        {"shift": "k", "days": -1, "module": "a"},
    ),
    (Shift("k", 7), "move all gatherings of k 7 days later", {"shift": "k", "days": 7}),
    (
        Merge("b", "a"),
        "merge the module b into A, which keeps its name and its gatherings",
        {"merge": "b", "into": "a"},
    ),
    (
        Split("a", "c"),
        "split the module A in two; the second half becomes c",
        {"split": "a", "new": "c"},
    ),
    (
        Split("a", "c", Text("Sé", "See"), 0, ("x",)),
        "split the module A in two; the second half becomes See",
        {"split": "a", "new": "c", "name": {"nb": "Sé", "en": "See"}, "sessions": 0, "develops": ["x"]},
    ),
    (
        Swap("a", "b"),
        "let A and b change places, also on the days already booked",
        {"swap": "a", "with": "b"},
    ),
    (
        Retime("a", 1, 2.5, 0, 1, (Session(time(9), time(10, 30), "T"),)),
        "change the time of A: 1 day for preparation, 2.5 hours of preparation a leader, "
        "0 days for follow-up, 1 hour of follow-up a leader and 1 session at the gathering, 09:00–10:30",
        {
            "retime": "a",
            "preparation_days": 1,
            "preparation_hours": 2.5,
            "follow_up_days": 0,
            "follow_up_hours": 1,
            "sessions": [{"from": "09:00", "to": "10:30", "theme": "T"}],
        },
    ),
    (
        Retime("a", sessions=()),
        "change the time of A: no sessions at the gathering",
        {"retime": "a", "sessions": []},
    ),
    (Develop("a", ("x", "y")), "let A develop x and y", {"develop": "a", "dimensions": ["x", "y"]}),
    (Develop("a", ()), "let A no longer develop any dimension", {"develop": "a", "dimensions": []}),
    (Reweigh("x", 2), "give the dimension x the weight 2", {"reweigh": "x", "weight": 2}),
    (Regroup("o", "k"), "move o to k", {"regroup": "o", "cohort": "k"}),
    (
        Assume(Assumption(Factor.EFFECT, 0.5)),
        "let the forecast assume “effect” to be 0.5",
        {"assume": {"factor": "effect", "likely": 0.5}},
    ),
    (
        Assume(Assumption(Factor.EFFECT, 0.5, 0.3, 0.6, "Arthur 2003")),
        "let the forecast assume “effect” to be 0.5, from 0.3 to 0.6",
        {"assume": {"factor": "effect", "likely": 0.5, "low": 0.3, "high": 0.6, "source": "Arthur 2003"}},
    ),
]


@pytest.mark.parametrize(("change", "text", "data"), CHANGES)
def test_a_change_is_told_in_words_and_as_a_file_would_write_it(
    change: Change, text: str, data: dict[str, object]
) -> None:
    words = Words("en", Programme("p", modules=(Module("a", name="A"), Module("b"))))
    assert change_text(change, words) == text
    assert change_data(change) == data


ERRORS: list[tuple[KompetanseError, str, str]] = [
    (
        UnknownModule("strategy", "strategi"),
        "det finnes ingen modul «strategy»; mente du «strategi»?",
        "there is no module 'strategy'; did you mean 'strategi'?",
    ),
    (
        CannotApply(Drop("x"), UnknownModule("x")),
        "«ta ut modulen x; moduler som krevde den, arver kravene dens» lar seg ikke gjøre: det finnes",
        "“take out the module x; what required it inherits what it required” cannot be done: there",
    ),
    (
        InvalidValue("Module", "id", Problem("blank")),
        "Module.id: skal inneholde tekst; fant bare mellomrom",
        "Module.id: should hold some text; found nothing but space",
    ),
    (
        InvalidFile("p.yaml", (Fault(Problem("empty-file")), Fault(Problem("blank"), "name", 3, 7))),
        "p.yaml: er tom\np.yaml:3:7: name: skal inneholde tekst; fant bare mellomrom",
        "p.yaml: is empty\np.yaml:3:7: name: should hold some text; found nothing but space",
    ),
    (UnwritableFile("p.yaml", Problem("file-exists")), "p.yaml: finnes allerede", "p.yaml: stands there"),
    (RingOfPrerequisites((("a", "b"),)), "moduler venter på hverandre", "modules wait for one another"),
    (
        NoGathering("k"),
        "samlingsplanen har ingen slik samling for gruppen «k»",
        "the timetable has no gathering",
    ),
]


@pytest.mark.parametrize(("error", "nb", "en"), ERRORS, ids=lambda value: type(value).__name__)
def test_an_error_is_told_in_the_readers_language(error: KompetanseError, nb: str, en: str) -> None:
    assert error_text(error, Words("nb")).startswith(nb)
    assert error_text(error, Words("en")).startswith(en)


def test_an_interval_in_whole_points_is_never_narrower_than_it_is(card: ScoreCard) -> None:
    root, wave = card.framework.id, card.waves[-1]
    one = attrs.evolve(card.network(root, wave), low=40.6, high=49.4)
    shown = dimensions_table(attrs.evolve(card, scores=(one,), waves=(wave,)), None, {})
    assert shown.rows[0][2] == "40–50"  # a range
