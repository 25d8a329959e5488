"""What a forecast cannot be asked for, and that it says so."""

import datetime as dt
from typing import Any

import attrs
import pytest

from kompetanse.errors import (
    InvalidValue,
    KompetanseError,
    UnknownDimension,
    UnknownModule,
    UnknownOrganisation,
)
from kompetanse.forecasting import Forecaster, drivers, forecast
from kompetanse.model import Assessment, Participation, Programme
from kompetanse.scoring import score

DAY = dt.date(2024, 1, 1)


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("card", "card", "not-a"),
        ("participation", "ab", "not-list"),
        ("participation", ("a",), "not-a"),
        ("on", "2024-01-01", "not-date"),
        ("on", dt.datetime(2024, 1, 1), "not-date"),  # noqa: DTZ001  # no moment is a date
        ("on", dt.date(1, 1, 1), "out-of-range"),
        ("draws", 99, "out-of-range"),
        ("draws", 10_001, "out-of-range"),
        ("draws", True, "not-whole"),
        ("draws", 1000.0, "not-whole"),
        ("seed", -1, "out-of-range"),
        ("seed", None, "not-whole"),
    ],
)
def test_what_cannot_be_forecast_with_is_refused(field: str, value: object, key: str) -> None:
    given: Any = {field: value}
    for call in (lambda: Forecaster(**given), lambda: forecast(Programme("p"), **given)):
        with pytest.raises(InvalidValue) as refused:
            call()
        assert (refused.value.subject, refused.value.field) == ("Forecaster", field)
        assert refused.value.problem.key == key


def test_only_a_programme_is_forecast() -> None:
    nothing: Any = "programme"
    for call in (forecast, Forecaster(), Forecaster().dated, lambda one: drivers(Forecaster(), one)):
        with pytest.raises(InvalidValue, match="should be Programme"):
            call(nothing)
    with pytest.raises(InvalidValue, match="should be Forecaster"):
        drivers(nothing, Programme("p"))


def test_a_card_of_another_framework_is_refused(
    programme: Programme, assessments: tuple[Assessment, ...]
) -> None:
    card = score(programme, assessments)
    assert programme.framework is not None
    newer = attrs.evolve(programme, framework=attrs.evolve(programme.framework, version="2"))
    none = attrs.evolve(programme, framework=None)
    for other, told in ((newer, "the programme's is modenhet 2"), (none, "the programme has none")):
        for call in (Forecaster(card), Forecaster(card).dated, lambda one: forecast(one, card=card)):
            with pytest.raises(InvalidValue, match=told):
                call(other)


@pytest.mark.parametrize(
    ("organisation", "module", "error"),
    [("sol", "ledelse", UnknownOrganisation), ("sola", "ledelsen", UnknownModule)],
)
def test_participation_of_what_is_not_there_is_refused(
    programme: Programme, organisation: str, module: str, error: type[KompetanseError]
) -> None:
    seen = (Participation(organisation, module, 1.0, 1.0),)
    with pytest.raises(error, match="did you mean"):
        forecast(programme, participation=seen)
    assert Forecaster(participation=seen)(programme).gain() == forecast(programme).gain()


def test_what_was_not_forecast_cannot_be_asked_for(programme: Programme) -> None:
    found = forecast(programme)
    unhashable: Any = []
    for ask in (found.gain, found.drawn, lambda *ids: found.difference(found, *ids)):
        with pytest.raises(UnknownOrganisation, match="did you mean 'sola'"):
            ask("sol")
        with pytest.raises(UnknownDimension, match="did you mean 'folk'"):
            ask(None, "fol")
        with pytest.raises(UnknownOrganisation):
            ask(unhashable)
        with pytest.raises(UnknownDimension):
            ask(None, unhashable)


def test_only_forecasts_for_one_day_with_the_same_draws_are_compared(programme: Programme) -> None:
    base = forecast(programme, on=DAY)
    for other, told in (
        (forecast(programme, on=dt.date(2024, 1, 2)), "was forecast for 2024-01-02, and this for 2024-01-01"),
        (forecast(programme, on=DAY, seed=1), "with the seed 1, and this with 0"),
        (forecast(programme, on=DAY, draws=100), "with 100 draws, and this with 1000"),
        ("base", "should be Projection"),
    ):
        with pytest.raises(InvalidValue, match=told):
            base.difference(other)  # type: ignore[arg-type]  # one of them is no projection
