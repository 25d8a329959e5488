"""Maturity in words: one organisation's scores, its profile, and what it should take up next."""

from collections.abc import Sequence

import attrs

from kompetanse.model import Language, MaturityDimension, Programme
from kompetanse.report.layout import text_of
from kompetanse.report.parts import NOTHING, Part, Shares, block, grid, line, sections
from kompetanse.report.scores import THIN, dimensions_table, distinct_part, moved_in, whole_ends
from kompetanse.report.words import Words
from kompetanse.scoring import Advice, Score, ScoreCard


def organisation_part(
    programme: Programme, card: ScoreCard, organisation: str, advice: Sequence[Advice], lang: Language
) -> Part:
    """Tell one organisation's score, its profile over the levels, what it should take up next, and why."""
    words = Words(lang, programme)
    told = unscored(card, organisation, words)
    if told:
        return line(told)
    return sections(
        of_organisation_part(card, organisation, words),
        profile_part(card, organisation, words),
        advice_part(programme, organisation, advice, words),
    )


organisation_text = text_of(organisation_part)


def unscored(card: ScoreCard, organisation: str, words: Words) -> str:
    """Say why nothing is told of an organisation's scores; nothing where something is."""
    whole = _last(card, organisation)
    if whole.withheld:
        return words.say("scores.withheld", organisation=organisation, minimum=card.minimum)
    return words.say("scores.not-answered", organisation=organisation) if whole.value is None else ""


def whole_part(card: ScoreCard, organisation: str, words: Words) -> Part:
    """Tell one organisation's whole score in the last wave."""
    return line(_whole(_last(card, organisation), words))


def _last(card: ScoreCard, organisation: str) -> Score:
    return card.of(organisation, card.framework.id, card.waves[-1])


def of_organisation_part(card: ScoreCard, organisation: str, words: Words) -> Part:
    """Tell one organisation's score in the last wave, and on which dimensions it stands where."""
    moved = moved_in(card)
    return block(
        whole_part(card, organisation, words),
        grid(dimensions_table(card, organisation, moved), words, caption=words.say("scores.by-dimension")),
        distinct_part(organisation, moved, words),
    )


def _whole(whole: Score, words: Words) -> str:
    coverage = whole.coverage or 0.0
    key, ends = "scores.organisation", dict[str, int]()
    if whole.low is not None and whole.high is not None and whole.low != whole.high:
        key += "-between"
        ends["low"], ends["high"] = whole_ends(whole.low, whole.high)
    told = words.say(key, organisation=whole.organisation, value=whole.value, coverage=coverage, **ends)
    return told + (words.say("scores.thin") if coverage < THIN else "")


def profile_part(card: ScoreCard, organisation: str, words: Words) -> Part:
    """Tell how one organisation's answers are spread over the levels."""
    shares = card.profile(organisation, card.waves[-1])
    if not shares:
        return NOTHING
    percents = whole_percents([one.share for one in shares])
    several = sum(percent > 0 for percent in percents) > 1
    return block(
        line(words.say("scores.profile" if several else "scores.profile-one", organisation=organisation)),
        shares_part(card, percents, words),
    )


def shares_part(card: ScoreCard, percents: Sequence[int], words: Words) -> Part:
    """Tell how many percents of the answers stand on each level, lowest first."""
    levels = (words.name("levels", one.id) for one in card.framework.levels)
    return Shares(tuple(zip(levels, percents, strict=True)), words)


def whole_percents(shares: Sequence[float]) -> tuple[int, ...]:
    """Give shares that sum to 1 as whole percents that sum to 100, by the largest remainders (Hamilton)."""
    exact = [share * 100 for share in shares]
    floors = [int(one + 1e-9) for one in exact]
    left = round(sum(exact)) - sum(floors)
    largest = sorted(range(len(exact)), key=lambda one: (floors[one] - exact[one], one))[:left]
    return tuple(one + (place in largest) for place, one in enumerate(floors))


def advice_part(programme: Programme, organisation: str, advice: Sequence[Advice], words: Words) -> Part:
    """Tell what one organisation should take up next, and why."""
    if not advice:
        targets = programme.framework is not None and any(
            one.target is not None for one in programme.framework.walk()
        )
        key = "scores.advice-none" if targets else "scores.no-targets"
        return line(words.say(key, organisation=organisation))
    first, *rest = advice
    then = tuple(words.name("dimensions", one.dimension) for one in rest[:2])
    most = "scores.most" if first.gain >= max(one.gain for one in advice) else "scores.most-of-coming"
    why = words.say("scores.why", **attrs.asdict(first)) + words.say(most)
    return block(
        line(words.say("scores.advice", organisation=organisation, dimension=first.dimension)),
        line(why, 1),
        line(_helps(programme, organisation, first, words), 1),
        line(words.say("scores.first", modules=first.first), 1) if first.first else NOTHING,
        line(words.say("scores.learn-from", organisation=first.learn_from), 1)
        if first.learn_from
        else NOTHING,
        line(words.say("scores.then", dimensions=then), 1) if then else NOTHING,
    )


def _helps(programme: Programme, organisation: str, advice: Advice, words: Words) -> str:
    """Tell which module helps: the next one; or, where none is left, the last that was taken."""
    if not programme.modules:
        return ""
    if advice.module is not None:
        return words.say("scores.module", module=advice.module)
    kin = _kin(programme, advice.dimension)
    taken = [id_ for id_ in programme.teaching_order if not kin.isdisjoint(programme.module(id_).develops)]
    if not taken:
        return words.say("scores.no-module")
    own = {one.id for one in programme.cohorts if organisation in one.members}
    gatherings = programme.timetable.gatherings
    dates = [one.date for one in gatherings if one.module == taken[-1] and one.cohort in own]
    if not dates:
        return words.say("scores.taken", module=taken[-1])
    return words.say("scores.met", module=taken[-1], date=max(dates))


def _kin(programme: Programme, dimension: str) -> set[str]:
    """Give a dimension with those above and below it."""
    every = tuple(programme.framework.walk()) if programme.framework else ()
    below = {one.id: {each.id for each in every if _holds(one, each.id)} for one in every}
    return below.get(dimension, {dimension}) | {id_ for id_, held in below.items() if dimension in held}


def _holds(dimension: MaturityDimension, id_: str) -> bool:
    return dimension.id == id_ or any(_holds(one, id_) for one in dimension.dimensions)
