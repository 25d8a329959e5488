"""The one catalogue of sentences: a key, the sentence in bokmål, the sentence in English."""

from collections.abc import Mapping
from types import MappingProxyType

from kompetanse.errors import PROBLEMS
from kompetanse.model import Text
from kompetanse.report.sentences import (
    balance,
    changes,
    cli,
    constraints,
    errors,
    findings,
    forecast,
    journey,
    labels,
    metrics,
    page,
    picture_designs,
    picture_scores,
    planning,
    programme,
    scores,
    sweep,
    timetable_findings,
    whatif,
    workbook,
)

PAIRS = {
    **programme.SENTENCES,
    **changes.SENTENCES,
    **findings.SENTENCES,
    **timetable_findings.SENTENCES,
    **journey.SENTENCES,
    **constraints.SENTENCES,
    **planning.SENTENCES,
    **scores.SENTENCES,
    **sweep.SENTENCES,
    **forecast.SENTENCES,
    **whatif.SENTENCES,
    **workbook.SENTENCES,
    **labels.SENTENCES,
    **metrics.SENTENCES,
    **balance.SENTENCES,
    **page.SENTENCES,
    **picture_scores.SENTENCES,
    **picture_designs.SENTENCES,
    **cli.SENTENCES,
    **errors.SENTENCES,
}
"""Sentences by key: bokmål first, then English."""

SENTENCES: Mapping[str, Text] = MappingProxyType(
    {
        **{key: Text(nb, en) for key, (nb, en) in PAIRS.items()},
        **{
            f"error.{key}": Text(nb) for key, nb in errors.ERRORS_NB.items()
        },  # in English an error speaks for itself
        **{f"problem.{key}": Text(errors.PROBLEMS_NB[key], en) for key, en in PROBLEMS.items()},
    }
)
"""Every sentence, in both languages."""
