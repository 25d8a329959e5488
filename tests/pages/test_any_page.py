"""Whatever can be read has a page: well formed, no id in it twice, each link leading somewhere."""

import datetime as dt
import re
from collections import Counter
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.model import Language, Programme
from kompetanse.report import overview, page
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario


@st.composite
def designs_with_scenarios(draw: st.DrawFn) -> tuple[Programme, list[Scenario]]:
    design = draw(strategies.designs())
    changes = st.lists(strategies.changes(design), max_size=2)
    return design, [
        Scenario(f"s{place}", changes=one) for place, one in enumerate(draw(st.lists(changes, max_size=2)))
    ]


@given(designs_with_scenarios(), st.sampled_from(("nb", "en")))
@settings(max_examples=10)
def test_any_design_has_a_page(told: tuple[Programme, list[Scenario]], lang: Language) -> None:
    design, scenarios = told
    html = page(overview(design, on=dt.date(2027, 3, 1), scenarios=scenarios, draws=100), lang)
    for drawn in re.findall(r"<svg .*?</svg>", html, re.DOTALL):
        ET.fromstring(drawn)  # noqa: S314  # our own
    ids = Counter(re.findall(r' id="([^"]+)"', html))
    assert [one for one, count in ids.items() if count > 1] == []
    links = re.findall(r'href="#([^"]+)"', html) + re.findall(r"url\(#([^)]+)\)", html)
    assert [one for one in links if one not in ids] == []
    assert re.findall(r'[ "](?:nan|inf)[ ",]', " ".join(re.findall(r' d="[^"]*"', html))) == []
