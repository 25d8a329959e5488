"""Which changes have to do with one another.

A place is where in a programme something stands, as changes see it: ``modules/ledelse/develops``,
``prerequisites/ledelse`` (what a module requires), ``order``, ``timetable/dates/nord/ledelse``,
``timetable/hours/ledelse``, ``planning``, ``cohorts``, ``framework/weights/retning``,
``assumptions/effect``. A place stands for all below it too.
"""

from kompetanse.model.changes.change import Change
from kompetanse.model.rules import refuse, shown


def in_common(one: Change, other: Change) -> frozenset[str]:
    """Give the places that two changes both touch.

    Two that have none in common commute: one after the other, they give the same programme whichever comes
    first, or cannot both be made whichever comes first. Two that have some may commute all the same.
    Raises `InvalidValue` where one of them is no change.

    >>> from kompetanse.model import Develop, Drop, Require, Prerequisite
    >>> in_common(Develop("a", ()), Drop("b"))
    frozenset()
    >>> in_common(Require("a", Prerequisite("c")), Drop("b"))
    frozenset({'prerequisites/a'})
    """
    for name, change in (("one", one), ("other", other)):
        if not isinstance(change, Change):
            raise refuse("in_common", name, "not-a", expected="a change", found=shown(change))
    return frozenset(
        max(place, its, key=len)
        for place in one.touches()
        for its in other.touches()
        if place == its or place.startswith(f"{its}/") or its.startswith(f"{place}/")
    )
