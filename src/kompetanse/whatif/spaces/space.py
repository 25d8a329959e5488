"""The one value that every space, sample and slice is."""

from collections.abc import Sequence
from typing import overload

import attrs

from kompetanse.model.brief import brief
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.spaces.combining import Combinations, Option


@attrs.frozen
class Space(Sequence[Scenario]):
    """Scenarios, each made when it is asked for; its id is its number among all combinations.

    A slice is a space too. What is pickled is the options and the numbers, however many scenarios there are.
    """

    combinations: Combinations
    numbers: range | tuple[int, ...]
    """Which of the combinations are in it."""

    __repr__ = brief("", "numbers as designs")

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Scenario: ...
    @overload
    def __getitem__(self, index: slice) -> "Space": ...
    def __getitem__(self, index: int | slice) -> "Scenario | Space":
        if isinstance(index, slice):
            return Space(self.combinations, self.numbers[index])
        number = self.numbers[index]
        return Scenario(str(number), changes=self.combinations.changes(number))


@attrs.frozen
class Options(Sequence[Option]):
    """The changes of each scenario of a space, made when they are asked for."""

    space: Space

    def __len__(self) -> int:
        return len(self.space)

    @overload
    def __getitem__(self, index: int) -> Option: ...
    @overload
    def __getitem__(self, index: slice) -> "Options": ...
    def __getitem__(self, index: int | slice) -> "Option | Options":
        return Options(self.space[index]) if isinstance(index, slice) else self.space[index].changes
