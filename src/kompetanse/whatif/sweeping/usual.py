"""What designs are told apart by, unless other measures are chosen."""

from kompetanse.whatif import measure
from kompetanse.whatif.measure import Measure
from kompetanse.whatif.result import Result


def usual_measures(base: Result) -> tuple[Measure, ...]:
    """Give what always has a value, and cost and gain where the base has them."""
    chosen = [measure.ERRORS, measure.LAST_DATE, measure.LEADER_HOURS, measure.COMPLEXITY]
    if base.cost is not None:
        chosen.append(measure.COST)
    if base.forecaster is not None:
        chosen += [measure.GAIN_MORE, measure.GAIN_LOW, measure.GAIN_PROBABILITY]
    return tuple(chosen)
