"""Hypothesis strategies for designs: valid by construction, shrinking to small ones that people can read.

from hypothesis import given
from kompetanse.testing import strategies

@given(programme=strategies.programmes())
def test_my_export_keeps_every_module(programme):
    ...
"""

from kompetanse.errors import MissingExtra

try:
    import hypothesis  # noqa: F401  # the one question: is it here?
except ImportError as missing:
    raise MissingExtra("hypothesis", "testing") from missing

from kompetanse.testing.answers import assessments
from kompetanse.testing.changes import changes
from kompetanse.testing.designs import designs
from kompetanse.testing.frameworks import frameworks
from kompetanse.testing.modules import modules
from kompetanse.testing.planned import planned_programmes
from kompetanse.testing.programmes import programmes
from kompetanse.testing.rings import programmes_with_ring
from kompetanse.testing.words import ids, texts

__all__ = [
    "assessments",
    "changes",
    "designs",
    "frameworks",
    "ids",
    "modules",
    "planned_programmes",
    "programmes",
    "programmes_with_ring",
    "texts",
]
