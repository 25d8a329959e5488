"""How a design becomes a row."""

import math
from datetime import date, datetime
from numbers import Integral, Real

import attrs

from kompetanse.errors import CannotApply, KompetanseError
from kompetanse.model.rules import refuse, shown
from kompetanse.whatif.designs import Designs
from kompetanse.whatif.measure import Measure, Value
from kompetanse.whatif.outcome import Difference
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.rows import Row, Status

LONGEST_REASON = 500
"""Characters that are kept of what an error says."""


@attrs.frozen
class Task:
    """All that is needed to evaluate any design of a sweep."""

    designs: Designs
    measures: tuple[Measure, ...]

    def base(self) -> tuple[Value, ...]:
        """Measure the base; raise whatever a measure raises, since it would fail every design."""
        return self._measured(Difference(self.designs.base, self.designs.base))

    def row(self, number: int, scenario: Scenario) -> Row:
        """Evaluate one design; raise nothing but `ImportError`, since what lacks is no design's fault."""
        try:
            outcome = self.designs.outcome(scenario)
            refused = outcome.refused
            if outcome.difference is not None:
                return Row(number, Status.DONE, None, self._measured(outcome.difference))
            reason = refused.reason if isinstance(refused, CannotApply) else refused
            _raise_missing(refused.reason if refused else None)
            return self.without_values(number, Status.REFUSED, str(reason))
        except ImportError:
            raise
        except KompetanseError as error:
            return self.without_values(number, Status.FAILED, str(error))
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever a measure or a planner raises
            return self.without_values(number, Status.FAILED, _said(error))

    def without_values(self, number: int, status: Status, reason: str) -> Row:
        """Give the row of a design that could not be measured."""
        reason = (
            reason[:LONGEST_REASON].encode("utf-8", "backslashreplace").decode()
        )  # as any store can keep it
        return Row(number, status, reason, (None,) * len(self.measures))

    def _measured(self, difference: Difference) -> tuple[Value, ...]:
        return tuple(_plain(one, one.of(difference)) for one in self.measures)


def _raise_missing(error: KompetanseError | None) -> None:
    if isinstance(error, ImportError):
        raise error


def _plain(measure: Measure, value: object) -> Value:
    """Give a measure's value as a plain one, so that a store gives back what it was given."""
    match value:
        case None:
            return None
        case Integral():
            return int(value)
        case Real() if math.isfinite(value):
            return float(value)
        case date() if not isinstance(value, datetime):
            return date(value.year, value.month, value.day)
    expected = "a finite number, a date or None"
    raise refuse("Measure", measure.key, "not-a", expected=expected, found=shown(value))


def _said(error: BaseException) -> str:
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001  # a message that is broken itself
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
