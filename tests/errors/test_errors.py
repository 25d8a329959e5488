import copy
import io
import pickle
from collections.abc import Iterator
from datetime import date
from string import Formatter

import pytest

from kompetanse.errors import (
    PROBLEMS,
    AlreadyThere,
    AmbiguousFramework,
    BaselineExists,
    CannotApply,
    CannotBalance,
    CannotBeSent,
    CannotGroup,
    CannotReplan,
    DateOutOfRange,
    DifferentFrameworks,
    DifferentSweep,
    Fault,
    InvalidAssessment,
    InvalidFile,
    InvalidFrame,
    InvalidValue,
    KompetanseError,
    MissingExtra,
    MissingOnWorkers,
    NoCluster,
    NoFramework,
    NoGathering,
    NotAPermutation,
    NothingCanBegin,
    NothingFound,
    NoTimetable,
    NotMeasured,
    NotRequired,
    Problem,
    RingOfPrerequisites,
    RingOfScenarios,
    ScenarioExists,
    TimetableNotFound,
    TooManyOrders,
    UnknownBaseline,
    UnknownCohort,
    UnknownDimension,
    UnknownIndicator,
    UnknownModule,
    UnknownOrganisation,
    UnknownScenario,
    UnknownWave,
    Unsound,
    UnwritableFile,
    WorkersLost,
    close_to,
)
from kompetanse.model import Drop, Finding, Severity

NOT_WHOLE = Problem("not-whole", (("found", "'x'"),))

TABLE: list[tuple[KompetanseError, type[Exception], str]] = [
    (
        UnknownModule("strateg", "strategi"),
        LookupError,
        "there is no module 'strateg'; did you mean 'strategi'?",
    ),
    (UnknownCohort("nord"), LookupError, "there is no cohort 'nord'"),
    (UnknownOrganisation("bokn"), LookupError, "there is no organisation 'bokn'"),
    (UnknownIndicator("kultur"), LookupError, "there is no indicator 'kultur'"),
    (UnknownDimension("kultur"), LookupError, "there is no maturity dimension 'kultur'"),
    (
        NoTimetable(("start", "end")),
        ValueError,
        "no timetable keeps to all of these; let one of them go:\n  start\n  end",
    ),
    (
        TimetableNotFound(),
        LookupError,
        "no timetable was found; there may be one all the same: search longer, or ask less of it",
    ),
    (
        TimetableNotFound("a", "nord"),
        LookupError,
        "no day was found for module 'a' and cohort 'nord'; there may be one all the same: search longer, "
        "or ask less of it",
    ),
    (UnknownBaseline("vaar", "vår"), LookupError, "there is no baseline 'vaar'; did you mean 'vår'?"),
    (
        BaselineExists("v1"),
        ValueError,
        "there is a baseline 'v1' already; keep the timetable under another id",
    ),
    (
        AlreadyThere("a"),
        ValueError,
        "there is a module 'a' already; drop it first, or give the new one another id",
    ),
    (
        TooManyOrders(1000),
        ValueError,
        "the design leaves too much open to count its orders: that takes more than 1000 steps; "
        "estimate them instead, or raise the budget",
    ),
    (NotRequired("a", ("b", "c")), LookupError, "module 'a' does not require 'b' / 'c'"),
    (
        NotAPermutation(("a",), ("b", "b")),
        ValueError,
        (
            "a teaching order names every module once; this one lacks 'a' and has too many of, "
            "or does not know, 'b', 'b'"
        ),
    ),
    (NoGathering("nord"), LookupError, "the timetable has no gathering of cohort 'nord'"),
    (NoGathering("nord", "a"), LookupError, "the timetable has no gathering of cohort 'nord' for module 'a'"),
    (
        DateOutOfRange(date(2199, 12, 31), 1),
        ValueError,
        "1 day from 2199-12-31 lies outside the years 1900 to 2199",
    ),
    (
        RingOfPrerequisites((("a", "b"), ("c",))),
        ValueError,
        (
            "modules wait for one another, so there is no order: a → b → a; c → c; "
            "drop one prerequisite of each ring"
        ),
    ),
    (
        NothingCanBegin(("a", "b")),
        ValueError,
        "whatever is chosen, these modules can never begin: 'a', 'b'; let one of them require less",
    ),
    (
        Unsound((Finding("weekend", Severity.ERROR, "here", (("date", date(2023, 4, 1)),)),)),
        ValueError,
        (
            "the design is not sound; it has 1 finding of severity error:\n"
            "  error: here: weekend (date=2023-04-01)"
        ),
    ),
    (
        CannotApply(Drop("x"), UnknownModule("x")),
        ValueError,
        "Drop(module='x', bridge=True) cannot be applied: there is no module 'x'",
    ),
    (
        CannotReplan(TimetableNotFound()),
        ValueError,
        "it cannot be planned anew: no timetable was found; there may be one all the same: search longer, "
        "or ask less of it",
    ),
    (
        UnknownScenario("utn", "uten"),
        LookupError,
        "there is no scenario 'utn'; did you mean 'uten'?",
    ),
    (ScenarioExists("uten"), ValueError, "there is already a scenario 'uten'; give this one another id"),
    (
        RingOfScenarios(("a", "b")),
        ValueError,
        "scenarios build on one another in a ring: a → b → a; let one of them start from the base",
    ),
    (
        CannotBalance((NOT_WHOLE, NOT_WHOLE)),
        ValueError,
        (
            "the modules cannot be placed so: should be a whole number, such as 14; found 'x'; "
            "should be a whole number, such as 14; found 'x'"
        ),
    ),
    (
        CannotGroup((NOT_WHOLE,)),
        ValueError,
        "the organisations cannot be grouped so: should be a whole number, such as 14; found 'x'",
    ),
    (
        NothingFound(2.5),
        RuntimeError,
        "the search found nothing within its effort of 2.5, which does not prove that there is nothing; "
        "allow more effort, or ask for less",
    ),
    (
        InvalidFile("p.yaml", (Fault(NOT_WHOLE, "modules/a", 3, 5), Fault(NOT_WHOLE))),
        ValueError,
        (
            "p.yaml:3:5: modules/a: should be a whole number, such as 14; found 'x'\n"
            "p.yaml: should be a whole number, such as 14; found 'x'"
        ),
    ),
    (
        InvalidFile("p.xlsx", (Fault(NOT_WHOLE, "i1", 7, 4, "Ledelse"), Fault(NOT_WHOLE, "", 7, None, "A"))),
        ValueError,
        (
            "p.xlsx:Ledelse!D7: i1: should be a whole number, such as 14; found 'x'\n"
            "p.xlsx:A!7: should be a whole number, such as 14; found 'x'"
        ),
    ),
    (
        InvalidFrame((Fault(NOT_WHOLE, "i1", 7, 4),)),
        ValueError,
        "frame:7:4: i1: should be a whole number, such as 14; found 'x'",
    ),
    (
        UnwritableFile("p.yaml", NOT_WHOLE),
        OSError,
        "p.yaml: should be a whole number, such as 14; found 'x'",
    ),
    (
        MissingExtra("hypothesis", "testing"),
        ImportError,
        "this needs hypothesis, which is not installed; run: pip install 'kompetanse[testing]'",
    ),
    (
        CannotBeSent("task", "no lambda"),
        TypeError,
        "the task of the sweep cannot be sent to other processes (no lambda); define planner, measures and "
        "spaces by name at the top level of a module that workers can import",
    ),
    (
        MissingOnWorkers("kompetanse"),
        ImportError,
        "the workers lack the package 'kompetanse'; install it where they run, as it is here",
    ),
    (WorkersLost(NOT_WHOLE), RuntimeError, "should be a whole number, such as 14; found 'x'"),
    (NoCluster("tcp://a:1", "timeout"), ConnectionError, "no Dask cluster answers at tcp://a:1 (timeout)"),
    (
        DifferentSweep("s.db"),
        ValueError,
        "s.db has the rows of another sweep: of another design, space, measures, planner or forecast; give "
        "this one a store of its own",
    ),
    (
        NotMeasured("cost", ("errors", "peak")),
        LookupError,
        "'cost' was not recorded of these designs, but only errors, peak; sweep with it among the measures",
    ),
    (
        NoFramework("p"),
        LookupError,
        "programme 'p' has no maturity framework; give it one to score answers by",
    ),
    (
        AmbiguousFramework("f", ("a", "b")),
        ValueError,
        (
            "framework 'f' uses an id for several of its parts: 'a', 'b'; give each dimension, "
            "indicator and level an id of its own, and no dimension the framework's"
        ),
    ),
    (
        InvalidAssessment((Fault(NOT_WHOLE, "2022/a/b/i"),)),
        ValueError,
        "2022/a/b/i: should be a whole number, such as 14; found 'x'",
    ),
    (
        DifferentFrameworks("m", ("version", "ledelse")),
        ValueError,
        "the two cards were not scored by one framework 'm'; they differ in version, ledelse; "
        "score the answers of both by the same one",
    ),
    (UnknownWave("2022", "2022-09"), LookupError, "there is no wave '2022'; did you mean '2022-09'?"),
    (
        InvalidValue("Phase", "days", NOT_WHOLE),
        ValueError,
        "Phase.days: should be a whole number, such as 14; found 'x'",
    ),
    (
        InvalidValue("Phase", "", NOT_WHOLE),
        ValueError,
        "Phase: should be a whole number, such as 14; found 'x'",
    ),
]

EVERY = pytest.mark.parametrize("error", [error for error, _, _ in TABLE], ids=repr)


def below(kind: type[KompetanseError]) -> Iterator[type[KompetanseError]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


def test_no_error_is_missing_from_the_table() -> None:
    # attrs makes each class anew, with slots, so the one that it replaced may still be remembered
    assert {kind.__qualname__ for kind in below(KompetanseError)} == {
        type(one).__name__ for one, _, _ in TABLE
    }


@pytest.mark.parametrize(("error", "parent", "sentence"), TABLE, ids=[repr(error) for error, _, _ in TABLE])
def test_every_error_says_its_sentence_and_has_a_builtin_parent(
    error: KompetanseError, parent: type[Exception], sentence: str
) -> None:
    assert str(error) == sentence
    assert isinstance(error, parent)
    assert isinstance(error, KompetanseError)


@EVERY
def test_every_error_survives_pickling_and_copying(error: KompetanseError) -> None:
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301  # our own bytes
        assert type(other) is type(error)
        assert other == error
        assert hash(other) == hash(error)
        assert str(other) == str(error)


@EVERY
def test_every_error_survives_the_pickling_that_dask_brings_with_it(error: KompetanseError) -> None:
    support = pytest.importorskip("tblib.pickling_support")
    data = io.BytesIO()
    pickler = pickle.Pickler(data)
    pickler.dispatch_table = {type(error): support.pickle_exception}
    pickler.dump(error)
    assert pickle.loads(data.getvalue()) == error  # noqa: S301  # our own bytes


@EVERY
def test_every_error_equals_none_but_its_like(error: KompetanseError) -> None:
    assert sum(error == other for other, _, _ in TABLE) == 1
    assert error != str(error)


def test_every_problem_tells_its_details() -> None:
    for key, sentence in PROBLEMS.items():
        names = [name for _, name, _, _ in Formatter().parse(sentence) if name]
        told = str(Problem(key, tuple((name, f"<{name}>") for name in names)))
        assert all(f"<{name}>" in told for name in names)


def test_a_problem_ends_with_what_may_have_been_meant() -> None:
    assert str(Problem("blank", (("suggestion", "x"),))).endswith("; did you mean 'x'?")


def test_close_to_finds_what_may_have_been_meant() -> None:
    assert close_to("strateg", ["ledelse", "strategi"]) == "strategi"
    assert close_to("x", ["ledelse", "strategi"]) == ""


def test_a_word_in_another_case_is_meant_before_one_spelt_nearly_so() -> None:
    assert close_to("Rana", ("rana", "tana", "Tana")) == "rana"
    assert close_to("rna", ("rana", "x")) == "rana"
