"""What may be wrong with what a search is asked for; a part of `PROBLEMS`."""

from collections.abc import Mapping
from types import MappingProxyType

SEARCH_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "not-ends": "should be a least and a most, such as (10, 24); found {found}",
        "ends-reversed": "should have its most at or above its least, {low}; found {found}",
        "no-load": "no module has any; give the modules their hours, or say their loads",
        "too-fine": "are too large or too finely divided to reckon with, over {limit} units; round them",
        "chain-too-long": (
            "{chain} take {needed} periods, one after another, and the number of periods is {periods}; "
            "have {needed}, or let one require less"
        ),
        "module-above-load": (
            "{modules} alone has a load of {found}, and no period may have more than {high}; "
            "split it, or allow {found}"
        ),
        "modules-above-count": (
            "{modules} are taken together, {found} modules, and no period may have more than {high}; "
            "allow {found}"
        ),
        "load-too-little": (
            "the load in all is {found}; with at least {low} in each, {periods} is too many periods "
            "({most} at most); have fewer, or ask for less in each"
        ),
        "load-too-much": (
            "the load in all is {found}; with at most {high} in each, it takes {needed} periods, and the "
            "number of periods is {periods}; have more, or allow more in each"
        ),
        "count-too-little": (
            "the number of modules is {found}; with at least {low} in each, {periods} is too many periods "
            "({most} at most); have fewer, or ask for less in each"
        ),
        "count-too-much": (
            "the number of modules is {found}; with at most {high} in each, they take {needed} periods, and "
            "the number of periods is {periods}; have more, or allow more in each"
        ),
        "no-placement": (
            "what the modules require, {periods} periods and {bounds} do not go together; widen a bound, "
            "have other periods, or let a module require less"
        ),
        "not-pair": "should be a pair of organisations, such as ('bokn', 'utsira'); found {found}",
        "apart-from-itself": "{found} cannot be apart from itself; take that pair out",
        "together-and-apart": "{pair} are to be apart, but {chain} together; take out one of these pairs",
        "too-few-to-group": (
            "there are {found} that can be parted, those kept together counting as one, and {groups} groups; "
            "have fewer groups, or keep fewer together"
        ),
        "all-apart": (
            "{organisations} are all to be apart from one another, which takes {found} groups, and there are "
            "{groups}; have more, or take out one of these pairs"
        ),
        "no-options": "should hold at least one option; None is one, and leaves the design as it is",
        "too-many-designs": "makes more designs than {limit}, the most that are counted; have fewer options",
        "no-grouping": (
            "the pairs to keep apart do not go into {groups} groups; have more groups, or keep fewer apart"
        ),
    }
)
"""One English sentence for each key, as in `PROBLEMS`."""
