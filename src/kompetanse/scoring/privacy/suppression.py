"""A score card that may be shown: nothing on it, or worked out from it, tells of too few respondents."""

from collections.abc import Mapping

import attrs
import numpy as np

from kompetanse.model.rules import demand, demand_whole
from kompetanse.scoring.card import Profile, Score, ScoreCard
from kompetanse.scoring.privacy.disclosure import given_away
from kompetanse.scoring.privacy.withholding import Cells, Flags, close, hold_companions, hold_few
from kompetanse.scoring.tree import Node, tree_of

MOST = 1_000_000
"""The largest minimum that can be asked for."""


def suppress(card: ScoreCard, *, minimum: int = 5) -> ScoreCard:
    """Hold back every score that rests on fewer respondents than `minimum`, and what would give it away.

    Besides those, in each wave:

    - Where a part of a node is held back for an organisation, so are all parts of that node and all below
      them. The node itself stays if it is a weighted mean or a sum that leaves each part 10 points of room.
    - Where an organisation is held back at a node, so are further ones, first those with fewest respondents
      and then by id, until they rest on `minimum` respondents together and their sum leaves 10 points of room
      to each. If there are not enough of them, the network is held back there.
    - Should all of these relations together still determine a score (by the rank of the system), the
      network is held back at that node.

    A score held back is `withheld`: it keeps its place and its target and tells nothing else, not even how
    many answered. Where nobody answered, nothing is held back. The network, where an organisation is held
    back, keeps its value, level and gap only, since its error, coverage and number of respondents are made of
    the organisations' own. An organisation of which anything is held back has no profile in that wave.

    A card that was made so by as high a minimum is given back as it is. Raises `InvalidValue` for a minimum
    that is not whole or below 2, or above the one that the card was made by: too little is left to tell.
    """
    demand("suppress", "card", card, ScoreCard)
    most = MOST if card.minimum is None else card.minimum
    demand_whole("suppress", "minimum", minimum, 2, most)
    if card.minimum is not None:
        return card
    tree = tree_of(card.framework)
    hidden = {one: _Hidden.of(card, one, tree, minimum) for one in card.waves}
    return attrs.evolve(
        card,
        scores=tuple(hidden[one.wave].shown(one, 0) for one in card.scores),
        indicators=tuple(hidden[one.wave].shown(one, len(tree)) for one in card.indicators),
        profiles=tuple(hidden[one.wave].profile(one) for one in card.profiles),
        minimum=minimum,
    )


@attrs.frozen(eq=False)
class _Hidden:
    """What is held back in one wave."""

    held: Flags
    rows: Mapping[tuple[int, str], int]
    """The row of each node and indicator, by the first row of its kind and its id."""
    columns: Mapping[str | None, int]

    @classmethod
    def of(cls, card: ScoreCard, wave: str, tree: tuple[Node, ...], minimum: int) -> "_Hidden":
        indicators = tuple(one.id for one in card.framework.indicators())
        rows = {
            **{(0, one.id): number for number, one in enumerate(tree)},
            **{(len(tree), one): len(tree) + number for number, one in enumerate(indicators)},
        }
        columns = {one: number for number, one in enumerate((*card.organisations, None))}
        values = np.full((len(rows), len(columns)), np.nan)
        respondents = np.zeros_like(values)
        for first, scores in ((0, card.scores), (len(tree), card.indicators)):
            for one in scores:
                if one.wave == wave:
                    place = rows[first, one.node], columns[one.organisation]
                    values[place] = np.nan if one.value is None else one.value
                    respondents[place] = one.respondents or 0
        return cls(withheld(Cells(tree, card.organisations, values, respondents), minimum), rows, columns)

    def shown(self, score: Score, first: int) -> Score:
        """Give what may be shown of a score."""
        row, column = self.rows[first, score.node], self.columns[score.organisation]
        if self.held[row, column]:
            bare = attrs.evolve(score, value=None, level=None, gap=None, withheld=True)
        elif column == self.columns[None] and self.held[row].any():
            bare = score
        else:
            return score
        return attrs.evolve(bare, coverage=None, low=None, high=None, error=None, respondents=None)

    def profile(self, profile: Profile) -> Profile:
        """Give an organisation's profile, empty where anything of it is held back."""
        if not self.held[:, self.columns[profile.organisation]].any():
            return profile
        return attrs.evolve(profile, shares=())


def withheld(cells: Cells, minimum: int) -> Flags:
    """Give which scores of a wave are held back, where none may tell of fewer than `minimum` respondents."""
    held = hold_few(cells, minimum)
    while True:
        hold_companions(cells, held, minimum)
        found = given_away(cells, held)
        if not (found.any() and _hold_more(cells, held, found)):
            return held


def _hold_more(cells: Cells, held: Flags, found: Flags) -> bool:
    """Hold back the network where a score is given away; else wherever somebody is held back; else all.

    Tells whether there was anything left to hold back.
    """
    network = np.zeros_like(held)
    network[:, cells.network] = (held & cells.valued)[:, : cells.network].any(axis=1)
    for more in (network & found.any(axis=1, keepdims=True), network, np.ones_like(held)):
        further = more & cells.answered & ~held
        if further.any():
            held |= further
            close(cells, held, (cells.network,))
            return True
    return False
