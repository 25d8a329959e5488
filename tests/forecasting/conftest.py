"""Designs that are taught, whatever else they are, and a forecast of them in plain Python."""

import datetime as dt

import attrs
from hypothesis import strategies as st

from kompetanse.model import (
    Cohort,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Phase,
    Programme,
    Timetable,
)

FIRST = dt.date(2023, 1, 2)
LEAVES = ("k0", "k1", "k2")
FRAMEWORK = MaturityFramework(
    "f",
    dimensions=(
        MaturityDimension("wide", weight=2, dimensions=(MaturityDimension("k0", weight=3), MaturityDimension("k1"))),
        MaturityDimension("k2", weight=1),
    ),
)
DAYS = st.integers(0, 400)
SHARES = st.none() | st.floats(0, 1)
