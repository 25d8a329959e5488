"""Every error of kompetanse: fields first, the sentence made from them."""

from kompetanse.errors.assessment import (
    AmbiguousFramework,
    InvalidAssessment,
    NoFramework,
    UnknownIndicator,
    UnknownWave,
)
from kompetanse.errors.base import KompetanseError, close_to, shown
from kompetanse.errors.design import (
    AlreadyThere,
    CannotApply,
    DateOutOfRange,
    NoGathering,
    NotAPermutation,
    NothingCanBegin,
    NotRequired,
    RingOfPrerequisites,
    TooManyOrders,
    UnknownCohort,
    UnknownDimension,
    UnknownModule,
    UnknownOrganisation,
    Unsound,
)
from kompetanse.errors.outside import Fault, InvalidFile, InvalidFrame, MissingExtra, UnwritableFile
from kompetanse.errors.problems import PROBLEMS, Detail, Details, InvalidValue, Problem

__all__ = [
    "PROBLEMS",
    "AlreadyThere",
    "AmbiguousFramework",
    "CannotApply",
    "DateOutOfRange",
    "Detail",
    "Details",
    "Fault",
    "InvalidAssessment",
    "InvalidFile",
    "InvalidFrame",
    "InvalidValue",
    "KompetanseError",
    "MissingExtra",
    "NoFramework",
    "NoGathering",
    "NotAPermutation",
    "NotRequired",
    "NothingCanBegin",
    "Problem",
    "RingOfPrerequisites",
    "TooManyOrders",
    "UnknownCohort",
    "UnknownDimension",
    "UnknownIndicator",
    "UnknownModule",
    "UnknownOrganisation",
    "UnknownWave",
    "Unsound",
    "UnwritableFile",
    "close_to",
    "shown",
]
