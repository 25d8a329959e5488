"""Strategies for bare designs: modules that require one another in every way, soundly or not."""

from hypothesis import strategies as st

from kompetanse.model import AnyOf, Module, Prerequisite, PrerequisiteKind, Programme

IDS = "abcdefghijklmnopqrst"
KINDS = st.sampled_from(PrerequisiteKind)


@st.composite
def designs(
    draw: st.DrawFn,
    *,
    max_modules: int = 6,
    max_lag: int = 2,
    onward: bool = False,
    groups: bool = False,
) -> Programme:
    """Draw programmes of up to `max_modules` (at most 20) modules, for laws about prerequisites.

    Prerequisites are of every kind; each module has up to three. They may contradict one another, unless
    `onward`: then no module requires one that is taught after it. With `groups` modules may have one of
    which any will do. The list of modules is in any order; the teaching order is by id.
    """
    ids = IDS[: draw(st.integers(1, max_modules))]
    modules = []
    for place, id_ in enumerate(ids):
        others = ids[:place] if onward else ids.replace(id_, "")
        wanted = draw(st.lists(st.sampled_from(others), unique=True, max_size=3)) if others else []
        requires = [Prerequisite(one, draw(KINDS), draw(st.integers(0, max_lag))) for one in wanted]
        any_of = []
        if groups and others and draw(st.booleans()):
            any_of = [AnyOf(draw(st.lists(st.sampled_from(others), unique=True, min_size=1, max_size=3)))]
        modules.append(Module(id_, requires=requires, any_of=any_of))
    return Programme("p", modules=draw(st.permutations(modules)), order=tuple(ids))
