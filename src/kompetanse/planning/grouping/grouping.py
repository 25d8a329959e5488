"""Organisations in groups: the values that `form_groups` gives."""

import attrs

from kompetanse.model import Cohort, Column, Table
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.planning.reached import Reached, value_of

SIZE_RANGE, MEAN_DISTANCE, SPREAD = "size-range", "mean-distance", "spread"


@attrs.frozen
class Group:
    """One group: a cohort, and what was made even."""

    cohort: Cohort
    size: int
    """Its organisations, or their sizes summed where these were given."""
    mean: float | None = None
    """The mean score of those of its organisations that have one; None without any."""


@attrs.frozen
class Grouping:
    """Organisations in groups, and how good these are."""

    groups: tuple[Group, ...]
    """In the order of their first organisations."""
    reached: tuple[Reached, ...]
    """Each objective with its bound, in the order of their priority."""
    interrupted: bool = False
    """Whether Ctrl-C ended the search; then this is the best that it had."""

    __repr__ = brief("", "groups", "proven", "interrupted")
    _repr_html_ = html_of_table

    @property
    def cohorts(self) -> tuple[Cohort, ...]:
        """The groups as a programme holds them."""
        return tuple(one.cohort for one in self.groups)

    @property
    def size_range(self) -> float:
        """The size of the largest group less that of the smallest."""
        return value_of(self.reached, SIZE_RANGE)

    @property
    def proven(self) -> bool:
        """Whether no other groups are better: of more even sizes, or of these and better by the scores."""
        return all(one.proven for one in self.reached)

    def table(self) -> Table:
        """Give a row for each organisation: its group, with the size and the mean score of that."""
        rows = [
            (one.cohort.id, member, one.size, one.mean)
            for one in self.groups
            for member in one.cohort.members
        ]
        return Table((Column("cohort"), Column("organisation"), Column("size"), Column("mean")), rows)
