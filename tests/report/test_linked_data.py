"""Linked data: in the words of schema.org, safe in a page, the same whenever it is made."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    AnyOf,
    Cohort,
    Gathering,
    Language,
    Module,
    Phase,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Provenance,
    Session,
    Text,
    Timetable,
)
from kompetanse.report import json_ld, linked_data
from kompetanse.report.linked_data import duration
from kompetanse.testing import strategies

THING = {"@type", "@id", "name", "description"}
VOCABULARY: Mapping[str, set[str]] = {
    "Course": THING
    | {
        *("coursePrerequisites", "hasCourseInstance"),  # its own
        *("inLanguage", "creativeWorkStatus", "timeRequired", "hasPart", "teaches"),  # of a CreativeWork
    },
    "CourseInstance": THING
    | {
        *("courseMode", "courseWorkload"),  # its own
        *("startDate", "endDate", "location"),  # of an Event
    },
    "Place": THING,
}
"""The properties of each type, as https://schema.org/Course, /CourseInstance and /Place have them."""
DURATION = re.compile(r"PT(?=\d)(\d+H)?(\d+M)?")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
HOSTILE = '</script><script>alert("x")</script><!-- & \'"'


def nodes(data: object) -> Iterator[dict[str, Any]]:
    """Every object, however deep."""
    if isinstance(data, dict):
        yield data
    for one in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(one)


class Scripts(HTMLParser):
    """Keeps what a browser would take for a script's content, and what for text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.content = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # its parent's
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.content += data


@given(strategies.programmes(), st.sampled_from(("nb", "en")))
@settings(max_examples=50)
def test_it_says_only_what_schema_org_has_words_for(programme: Programme, lang: Language) -> None:
    data = linked_data(programme, lang)
    assert data.pop("@context") == "https://schema.org"
    for node in nodes(data):
        assert set(node) <= VOCABULARY[node["@type"]]
        assert node["name"]
        for key in ("timeRequired", "courseWorkload"):
            assert DURATION.fullmatch(node.get(key, "PT1H"))
        for key in ("startDate", "endDate"):
            assert MOMENT.fullmatch(node.get(key, "2023-06-06T09:00"))


@given(strategies.programmes(), st.sampled_from(("nb", "en")))
@settings(max_examples=50)
def test_it_parses_back_and_holds_every_module_and_gathering(programme: Programme, lang: Language) -> None:
    text = json_ld(programme, lang)
    assert text == json_ld(programme, lang)
    data = json.loads(text)
    assert data == linked_data(programme, lang)
    parts = data.get("hasPart", [])
    assert [one["@id"] for one in parts] == [f"#module-{one}" for one in programme.teaching_order]
    known = set(programme.teaching_order)
    held = [one for one in programme.timetable.gatherings if one.module in known]
    assert sum(len(one.get("hasCourseInstance", [])) for one in parts) == len(held)


@pytest.mark.parametrize("name", [HOSTILE, "<!--<script>", "x" * 5000, "🙂é"])
def test_hostile_names_stay_text_in_a_page(name: str) -> None:
    programme = Programme(
        "p", Text(name), Text(f"{name}\u2028{name}\u2029"), modules=[Module("m", Text(name))]
    )
    page = f'<script type="application/ld+json">{json_ld(programme, "nb")}</script>'
    seen = Scripts(page)
    assert seen.tags == ["script"]
    assert json.loads(seen.content) == linked_data(programme, "nb")
    assert not set("<>&\u2028\u2029") & set(seen.content)


def test_a_module_is_told_whole() -> None:
    programme = Programme(
        "p",
        modules=[
            Module("a"),
            Module("b"),
            Module("c"),
            Module(
                "m",
                Text("Strategi", "Strategy"),
                requires=[Prerequisite("a"), Prerequisite("b", PrerequisiteKind.RECOMMENDED)],
                any_of=[AnyOf(["b", "c"])],
                develops=["mål"],
                preparation=Phase(7, 2.5),
                sessions=[
                    Session(dt.time(9), dt.time(11, 15), "Tema"),
                    Session(dt.time(12), dt.time(14), "Mer"),
                ],
                follow_up=Phase(7, 3),
            ),
        ],
        order=["a", "b", "c", "m"],
        cohorts=[Cohort("nord", "Gruppe nord")],
        timetable=Timetable(
            [Gathering("m", "nord", dt.date(2023, 6, 6), dt.time(9), dt.time(15), "Haugesund")]
        ),
        provenance=[Provenance("timetable", illustrative=True)],
    )
    *_, module = linked_data(programme, "en")["hasPart"]
    assert module == {
        "@type": "Course",
        "@id": "#module-m",
        "name": "Strategy",
        "description": "Tema; Mer",
        "coursePrerequisites": [{"@type": "Course", "@id": "#module-a", "name": "a"}, "b or c before"],
        "teaches": ["mål"],
        "timeRequired": "PT10H30M",
        "hasCourseInstance": [
            {
                "@type": "CourseInstance",
                "name": "Strategy – Gruppe nord",
                "description": "illustrative",
                "courseMode": "onsite",
                "courseWorkload": "PT11H30M",
                "startDate": "2023-06-06T09:00",
                "endDate": "2023-06-06T15:00",
                "location": {"@type": "Place", "name": "Haugesund"},
            }
        ],
    }


def test_an_empty_programme_is_a_course_all_the_same() -> None:
    assert linked_data(Programme("p"), "nb") == {
        "@context": "https://schema.org", "@type": "Course", "name": "p", "inLanguage": "nb",
    }  # fmt: skip


@given(st.integers(0, 10_000 * 60))
def test_a_duration_is_told_to_the_minute(minutes: int) -> None:
    told = duration(minutes / 60) or "PT0M"
    hours, left = re.fullmatch(r"PT(?:(\d+)H)?(?:(\d+)M)?", told).groups()  # type: ignore[union-attr]  # or it fails
    assert int(hours or 0) * 60 + int(left or 0) == minutes


def test_what_is_no_programme_or_no_language_is_refused() -> None:
    with pytest.raises(InvalidValue, match="programme"):
        linked_data("p", "nb")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(InvalidValue, match="lang"):
        json_ld(Programme("p"), "nn")  # type: ignore[arg-type]  # the mistake
