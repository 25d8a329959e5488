"""The bundled case says what is known of it, and says of the rest that it is there to illustrate."""

import datetime as dt
from collections import Counter
from functools import cache

from kompetanse.checks import check
from kompetanse.files import bundled, read_programme
from kompetanse.graph import DependencyGraph
from kompetanse.model import SECTIONS, MaturityFramework, Programme

REPORTED = dt.date(2023, 3, 13)
# number and name of every municipality of Rogaland
MUNICIPALITIES = {
    "1101": "Eigersund", "1103": "Stavanger", "1106": "Haugesund", "1108": "Sandnes", "1111": "Sokndal",
    "1112": "Lund", "1114": "Bjerkreim", "1119": "Hå", "1120": "Klepp", "1121": "Time", "1122": "Gjesdal",
    "1124": "Sola", "1127": "Randaberg", "1130": "Strand", "1133": "Hjelmeland", "1134": "Suldal",
    "1135": "Sauda", "1144": "Kvitsøy", "1145": "Bokn", "1146": "Tysvær", "1149": "Karmøy", "1151": "Utsira",
    "1160": "Vindafjord",
}  # fmt: skip


@cache
def programme() -> Programme:
    return read_programme(bundled() / "programme.yaml")


def framework() -> MaturityFramework:
    found = programme().framework
    assert found is not None
    return found


def test_the_four_areas_are_the_four_modules() -> None:
    assert programme().teaching_order == ("organisasjon", "ledelse", "strategi", "teknologi")
    assert DependencyGraph(programme()).order() == programme().teaching_order


def test_check_finds_nothing() -> None:
    assert check(programme()) == ()


def test_all_the_municipalities_take_part_each_in_one_group() -> None:
    organisations = programme().organisations
    assert {one.number: one.name.nb for one in organisations} == MUNICIPALITIES
    assert [one.id for one in organisations] == [name.lower() for name in MUNICIPALITIES.values()]
    members = Counter(member for cohort in programme().cohorts for member in cohort.members)
    assert members == Counter(one.id for one in organisations)
    assert len(programme().cohorts) == 3


def test_more_than_200_leaders_take_part() -> None:
    assert 200 < sum(one.leaders for one in programme().organisations) < 230


def test_each_group_meets_on_its_own_day_of_the_same_week_from_nine_to_three() -> None:
    for module in programme().teaching_order:
        gatherings = programme().timetable.of_module(module)
        assert len({one.cohort for one in gatherings}) == len({one.date for one in gatherings}) == 3
        assert len({one.date.isocalendar()[:2] for one in gatherings}) == 1
        assert {(one.start, one.end) for one in gatherings} == {(dt.time(9), dt.time(15))}
        sessions = programme().module(module).sessions
        assert (sessions[0].start, sessions[-1].end) == (dt.time(9), dt.time(15))


def test_the_known_dates_are_there() -> None:
    june = [one.date for one in programme().timetable.of_module("strategi")]
    assert june == [dt.date(2023, 6, day) for day in (6, 7, 8)]
    march = [one.date for one in programme().timetable.of_module("ledelse")]
    assert all(dt.date(2023, 3, 1) <= day < REPORTED for day in march)
    november = [one.date for one in programme().timetable.of_module("teknologi")]
    assert all(dt.date(2023, 11, 1) <= day <= dt.date(2023, 11, 10) for day in november)


def test_the_second_module_holds_what_was_reported_of_it() -> None:
    themes = " ".join(one.theme.nb.lower() for one in programme().module("ledelse").sessions)
    for theme in ("bærekraft", "dataledelse", "sikkerhetsutfordringer", "norge i 2040"):
        assert theme in themes


def test_every_group_works_with_the_second_module_at_home_on_the_day_of_the_report() -> None:
    follow_up = dt.timedelta(days=programme().module("ledelse").follow_up.days)
    for gathering in programme().timetable.of_module("ledelse"):
        assert gathering.date < REPORTED <= gathering.date + follow_up


def test_every_module_prepares_follows_up_and_leaves_tools() -> None:
    for module in programme().modules:
        assert module.preparation.tasks
        assert module.follow_up.tasks
        assert 2 <= len(module.tools) <= 3
        assert module.develops


def test_the_framework_has_five_generations_and_names_its_owner() -> None:
    assert [one.floor for one in framework().levels] == [0, 20, 40, 60, 80]
    assert framework().owner is not None
    assert "Kræmmergaard, DI2X" in str(framework().owner)
    assert all(one.low == 1 and one.high == 5 for one in framework().indicators())


def test_every_text_is_in_two_languages_unless_it_is_a_name() -> None:
    for module in programme().modules:
        texts = [
            module.name, *module.tools, *module.preparation.tasks, *module.follow_up.tasks,
            *(one.theme for one in module.sessions),
        ]  # fmt: skip
        assert all(text.nb != text.en for text in texts)
    assert all(one.question.nb != one.question.en for one in framework().indicators())


def test_every_section_says_what_is_illustrative_and_where_the_rest_is_from() -> None:
    absent = {
        "planning",
        "baselines",
        "costs",
        "assumptions",
    }  # the case has its timetable, and no rules for another
    assert {one.section for one in programme().provenance} == set(SECTIONS) - absent
    for one in programme().provenance:
        assert one.illustrative
        assert one.source is not None
