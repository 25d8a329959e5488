"""Timetables and reasons, read as a programme manager would."""

from datetime import date
from string import Formatter

import attrs
import pytest

from kompetanse.errors import CannotBalance, Detail, NoTimetable, Problem
from kompetanse.model import (
    Cohort,
    Facilitator,
    Gathering,
    Language,
    Module,
    PlanningRules,
    Programme,
    Text,
    Timetable,
    Venue,
)
from kompetanse.planning import (
    KINDS,
    Clash,
    ClashKind,
    Constraint,
    Explanation,
    Move,
    Objective,
    Plan,
    Reached,
    Repair,
    Standing,
    Step,
    bounds,
)
from kompetanse.report import (
    SENTENCES,
    Words,
    bounds_data,
    bounds_text,
    chain_data,
    chain_text,
    constraint_text,
    error_text,
    explanation_data,
    explanation_text,
    move_text,
    moves_data,
    moves_text,
    plan_data,
    plan_text,
    repair_text,
    standing_data,
    standing_text,
)
from kompetanse.report.explanation import clash_text, step_texts

MODULES = Module("m1", name=Text("Ledelse", "Leadership")), Module("m2", name=Text("Strategi", "Strategy"))
COHORTS = Cohort("nord", name=Text("Nord", "North")), Cohort("vest", name=Text("Vest", "West"))
RULES = PlanningRules(
    facilitators=(Facilitator("eirin", name="Eirin"),), venues=(Venue("sal", name="Salen"),)
)
DESIGN = Programme("p", modules=MODULES, cohorts=COHORTS, planning=RULES)
NB, EN = Words("nb", DESIGN), Words("en", DESIGN)
MARCH, MAY = date(2023, 3, 6), date(2023, 5, 31)
DETAILS: dict[str, Detail] = {
    "date": MAY, "days": 42, "first": "m1", "then": "m2", "module": "m2", "prerequisite": "m1",
    "kind": "before", "lag": 14, "any_of": ("m1", "m2"), "cohort": "nord", "count": 2, "a_day": 3,
    "period_nb": "Ferie", "period_en": "Holiday", "start": MARCH, "end": MAY, "facilitator": "eirin",
    "venue": "sal",
}  # fmt: skip


def a(key: str, **details: Detail) -> Constraint:
    """Give a constraint of a kind, with the details that it has, some of them as given."""
    return Constraint(key, "place", tuple((name, details.get(name, DETAILS[name])) for name in KINDS[key]))


NAMED = {
    "start": ("planen begynner 31. mai 2023", "planning begins on 31 May 2023"),
    "end": ("planen slutter 31. mai 2023", "planning ends on 31 May 2023"),
    "min-gap": ("minst 42 dager fra Ledelse til Strategi", "at least 42 days from Leadership to Strategy"),
    "max-gap": ("høyst 42 dager fra Ledelse til Strategi", "at most 42 days from Leadership to Strategy"),
    "prerequisite": (
        "Strategi krever Ledelse før, minst 14 dager mellom",
        "Strategy requires Leadership before, at least 14 days between",
    ),
    "any-of": (
        "Strategi krever Ledelse eller Strategi før",
        "Strategy requires Leadership or Strategy before",
    ),
    "preparation": ("42 dager forarbeid til Strategi", "42 days of preparation for Strategy"),
    "follow-up": ("42 dager etterarbeid til Strategi", "42 days of follow-up of Strategy"),
    "closed": (
        "stengt: Ferie (6. mars 2023 – 31. mai 2023)",
        "closed: Holiday (6 March 2023 – 31 May 2023)",
    ),
    "cohort-closed": (
        "Nord kan ikke møtes: Ferie (6. mars 2023 – 31. mai 2023)",
        "North cannot meet: Holiday (6 March 2023 – 31 May 2023)",
    ),
    "deadline": (
        "fristen for Strategi (Nord), 31. mai 2023",
        "the deadline of Strategy for North, 31 May 2023",
    ),
    "not-before": ("Strategi (Nord) tidligst 31. mai 2023", "Strategy for North not before 31 May 2023"),
    "pin": ("Strategi (Nord) ligger fast på 31. mai 2023", "Strategy for North is fixed on 31 May 2023"),
    "facilitators": ("2 kursledere til 3 grupper om dagen", "2 facilitators for 3 cohorts a day"),
    "away": (
        "Eirin er borte: Ferie (6. mars 2023 – 31. mai 2023)",
        "Eirin is away: Holiday (6 March 2023 – 31 May 2023)",
    ),
    "venues": ("2 lokaler, hvert til én gruppe om dagen", "2 venues, each for one cohort a day"),
    "venue-closed": (
        "Salen er stengt: Ferie (6. mars 2023 – 31. mai 2023)",
        "Salen is closed: Holiday (6 March 2023 – 31 May 2023)",
    ),
    "same-week": ("alle gruppene møtes i samme uke", "all cohorts meet in one week"),
    "within-days": ("alle gruppene møtes i løpet av 42 dager", "all cohorts meet within 42 days"),
    "own-day": ("to grupper møtes aldri samme dag", "no two cohorts meet on one day"),
}


@pytest.mark.parametrize("key", KINDS)
def test_every_kind_of_constraint_is_named_in_both_languages(key: str) -> None:
    assert (constraint_text(a(key), NB), constraint_text(a(key), EN)) == NAMED[key]


@pytest.mark.parametrize(
    ("constraint", "nb", "en"),
    [
        (a("min-gap", first="", then="", days=1), "minst 1 dag mellom to", "at least 1 day between two"),
        (a("max-gap", first="", then=""), "høyst 42 dager mellom to", "at most 42 days between two"),
        (a("deadline", cohort=""), "fristen for Strategi, 31.", "the deadline of Strategy, 31"),
        (a("not-before", cohort=""), "Strategi tidligst", "Strategy not before"),
        (a("closed", start=MAY), "stengt: Ferie (31. mai 2023)", "closed: Holiday (31 May 2023)"),
        (a("facilitators", count=1, a_day=1), "1 kursleder til 1 gruppe om", "1 facilitator for 1 cohort a"),
        (a("venues", count=1), "1 lokale, hvert", "1 venue, each"),
        (a("prerequisite", lag=0), "Strategi krever Ledelse før", "Strategy requires Leadership before"),
    ],
)
def test_a_constraint_on_one_or_on_everyone_is_told_so(constraint: Constraint, nb: str, en: str) -> None:
    assert constraint_text(constraint, NB).startswith(nb)
    assert constraint_text(constraint, EN).startswith(en)


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("key", KINDS)
def test_every_constraint_can_be_let_go_in_words(key: str, lang: Language) -> None:
    told = repair_text(Repair(a(key), None, DESIGN, proven=True), Words(lang, DESIGN))
    assert told
    assert "None" not in told


@pytest.mark.parametrize("key", [key.partition(".")[2] for key in SENTENCES if key.startswith("repair.")])
def test_every_repair_with_a_value_tells_it_beside_what_it_was(key: str) -> None:
    value = date(2024, 1, 2) if "date" in KINDS[key] else 7
    for words, new in ((NB, "2. januar 2024"), (EN, "2 January 2024")):
        told = repair_text(Repair(a(key), value, DESIGN, proven=True), words)
        assert (new if value != 7 else "7 ") in told
        was = words.value(a(key)[_asked(key)])
        assert was in told


def _asked(key: str) -> str:
    return next(name for name in ("date", "a_day", "days", "count", "lag") if name in KINDS[key])


GAP = a("min-gap", days=42)
STEPS = (
    Step("m1", "", latest=False, date=MARCH, constraints=(a("start", date=MARCH),)),
    Step(
        "m2", "", latest=False, date=date(2023, 6, 2), constraints=(a("closed", start=MAY), GAP), behind="m1",
        behind_date=MARCH,
    ),
    Step("m2", "", latest=True, date=MAY, constraints=(a("deadline", cohort=""),)),
)  # fmt: skip
CLASH = Clash(ClashKind.NO_DAY, ("m2",), "", date(2023, 6, 2), MAY)
WHY_NOT = Explanation(DESIGN, (a("start", date=MARCH), GAP, a("deadline", cohort="")), STEPS, CLASH)
REPAIRS = (
    Repair(a("deadline", cohort=""), date(2023, 6, 2), DESIGN, proven=True),
    Repair(a("closed"), None, DESIGN, proven=False),
)

TOLD_NB = """\
Hvorfor det ikke finnes noen samlingsplan
─────────────────────────────────────────
Disse kravene kan ikke oppfylles samtidig; faller ett av dem bort, kan de andre oppfylles:
• planen begynner 6. mars 2023
• minst 42 dager fra Ledelse til Strategi
• fristen for Strategi, 31. mai 2023

Steg for steg:
• Ledelse kan ikke holdes før 6. mars 2023: planen begynner 6. mars 2023
• da kan Strategi ikke holdes før 2. juni 2023: minst 42 dager fra Ledelse til Strategi; stengt:
  Ferie (31. mai 2023)
• men Strategi kan ikke holdes etter 31. mai 2023: fristen for Strategi, 31. mai 2023
Altså er det ingen dag igjen for Strategi: tidligst 2. juni 2023, men senest 31. mai 2023.

Hver av disse endringene alene gjør det mulig:
• flytt fristen for Strategi fra 31. mai 2023 til 2. juni 2023

Hver av disse endringene alene fjerner hindringen, men om det da finnes en samlingsplan, er ikke
avgjort:
• møtes også da det er stengt: Ferie (6. mars 2023 – 31. mai 2023)"""

TOLD_EN = """\
Why there is no timetable
─────────────────────────
These cannot all be kept to; without any one of them, the others can:
• planning begins on 6 March 2023
• at least 42 days from Leadership to Strategy
• the deadline of Strategy, 31 May 2023

Step by step:
• Leadership cannot be before 6 March 2023: planning begins on 6 March 2023
• so Strategy cannot be before 2 June 2023: at least 42 days from Leadership to Strategy; closed:
  Holiday (31 May 2023)
• but Strategy cannot be after 31 May 2023: the deadline of Strategy, 31 May 2023
So there is no day left for Strategy: 2 June 2023 at the earliest, but 31 May 2023 at the latest.

Any one of these changes would make it possible:
• move the deadline of Strategy from 31 May 2023 to 2 June 2023

Any one of these changes would remove the obstacle; whether there is a timetable then is not
settled:
• meet in spite of Holiday (6 March 2023 – 31 May 2023)"""


@pytest.mark.parametrize(("lang", "told"), [("nb", TOLD_NB), ("en", TOLD_EN)])
def test_an_explanation_leads_from_what_is_asked_to_what_can_be_changed(lang: Language, told: str) -> None:
    assert explanation_text(WHY_NOT, REPAIRS, lang) == told


def test_reasons_against_balancing_stand_a_line_each_where_there_are_several() -> None:
    one = Problem("not-list", (("found", "7"),))
    said = error_text(CannotBalance((one,)), EN)
    assert said == "the modules cannot be placed so: should be a list; found 7"
    assert error_text(CannotBalance((one, one)), NB).splitlines() == [
        "modulene lar seg ikke plassere slik:", *["  skal være en liste; fant 7"] * 2,
    ]  # fmt: skip


def test_an_explanation_says_so_where_one_constraint_or_none_is_to_blame() -> None:
    alone = attrs.evolve(WHY_NOT, constraints=WHY_NOT.constraints[:1])
    assert "Dette kravet kan ikke oppfylles:" in explanation_text(alone, (), "nb")
    text = explanation_text(attrs.evolve(WHY_NOT, constraints=(), steps=()), (), "en")
    assert "No single rule rules it out" in text
    assert "Step by step" not in text
    assert "No single change was found" in text


def test_a_step_counts_from_the_step_before_it_or_says_from_what() -> None:
    late = attrs.evolve(STEPS[1], behind_date=MAY)
    back = Step("m1", "nord", latest=True, date=MARCH, constraints=(), behind="m2", behind_date=MAY)
    assert step_texts((STEPS[0], late), EN)[1].startswith("counted from Leadership on 31 May 2023, Strategy")
    assert step_texts((STEPS[2], back), NB)[1] == "da kan Ledelse (Nord) ikke holdes etter 6. mars 2023"
    assert step_texts((back,), EN) == [
        "counted back from Strategy on 31 May 2023, Leadership (North) cannot be after 6 March 2023"
    ]


def test_a_step_that_counts_from_the_same_module_says_that_another_cohort_has_it() -> None:
    beside = Step("m2", "nord", latest=False, date=MAY, constraints=(), behind="m2", behind_date=MAY)
    assert step_texts((beside,), EN)[0].startswith(
        "counted from Strategy on 31 May 2023 for another cohort, Strategy (North) cannot be before 31"
    )
    assert "for en annen gruppe" in step_texts((attrs.evolve(beside, latest=True),), NB)[0]


@pytest.mark.parametrize(
    ("clash", "nb", "en"),
    [
        (
            Clash(ClashKind.NO_DAY, ("m2",), "nord"),
            "ingen dag igjen for Strategi (Nord).",
            "for Strategy (North).",
        ),
        (
            Clash(ClashKind.NO_ROOM, ("m1", "m2"), "", MARCH, MAY, 3, 2),
            "må 3 samlinger (Ledelse og Strategi) holdes fra 6. mars 2023 til 31. mai 2023, men",
            "3 gatherings (Leadership and Strategy) must be held from 6 March 2023 to 31 May 2023, but",
        ),
        (
            Clash(ClashKind.NO_ROOM, ("m2",), "nord", MAY, MAY, 2, 1),
            "må 2 samlinger (Strategi) holdes 31. mai 2023, men da er det bare plass til 1.",
            "2 gatherings (Strategy) must be held on 31 May 2023, but there is room for only 1.",
        ),
        (
            Clash(ClashKind.NO_ROOM, ("m1",), "", MARCH, MAY, 1, 0),
            "må 1 samling (Ledelse) holdes",
            "room for none",
        ),
        (
            Clash(ClashKind.TOO_MANY, ("m1",), "", MARCH, MAY, 4, 2),
            "hver gruppe 4 samlinger",
            "each cohort has 4",
        ),
        (Clash(ClashKind.TOO_MANY, ("m1",), "nord", MARCH, MAY, 4, 2), "har Nord 4 samlinger", "North has 4"),
        (Clash(ClashKind.TOGETHER, ("m1",), ""), "et søk gjennom alle", "a search through all"),
    ],
)
def test_every_kind_of_clash_is_told(clash: Clash, nb: str, en: str) -> None:
    assert nb in clash_text(clash, NB)
    assert en in clash_text(clash, EN)


def test_an_explanation_as_data_has_every_sentence_beside_its_facts() -> None:
    found = explanation_data(WHY_NOT, REPAIRS, "en")
    assert found.keys() == {"constraints", "steps", "clash", "repairs"}
    deadline = found["constraints"][2]
    assert deadline == {
        "key": "deadline",
        "place": "place",
        "text": "the deadline of Strategy, 31 May 2023",
        "details": {"module": "m2", "cohort": "", "date": "2023-05-31"},
    }
    step = found["steps"][1]
    assert (step["module"], step["cohort"], step["bound"], step["date"]) == (
        "m2",
        None,
        "earliest",
        "2023-06-02",
    )
    assert (step["behind"], step["behind_date"]) == ("m1", "2023-03-06")
    assert [one["key"] for one in step["constraints"]] == ["closed", "min-gap"]
    assert (found["clash"]["kind"], found["clash"]["end"]) == ("no day", "2023-05-31")
    assert [(one["value"], one["proven"]) for one in found["repairs"]] == [
        ("2023-06-02", True),
        (None, False),
    ]


TIMETABLE = Timetable((Gathering("m2", "nord", MAY), Gathering("m1", "nord", MARCH, place="Byrkjedal")))
GOALS = Reached("conflicts", 0, 0), Reached("end", 86, 80)
PLAN = Plan(attrs.evolve(DESIGN, timetable=TIMETABLE), GOALS, (("m1", "nord", "eirin"),), interrupted=False)


def test_a_plan_is_told_day_by_day_with_how_good_it_is() -> None:
    assert (
        plan_text(PLAN, "nb")
        == """\
Samlingsplanen, dag for dag
───────────────────────────
Dag                  Modul     Gruppe  Sted       Kursleder
───────────────────  ────────  ──────  ─────────  ─────────
mandag 6. mars 2023  Ledelse   Nord    Byrkjedal  Eirin
onsdag 31. mai 2023  Strategi  Nord

Hvor god den er, det viktigste først:
• 0 samlinger på dager som gruppen helst bør unngå (bevist: kan ikke bli mindre)
• 86 dager fra planens første dag til siste samling (ikke bevist best: kan kanskje bli 80)
Den beste som er funnet; om det finnes en bedre, er ikke avgjort."""
    )


def test_a_plan_says_how_its_search_ended() -> None:
    proven = attrs.evolve(PLAN, reached=GOALS[:1])
    assert "had better avoid\n" in plan_text(proven, "en")
    assert plan_text(proven, "en").endswith("Proven: no timetable is better.")
    stopped = attrs.evolve(PLAN, interrupted=True)
    assert plan_text(stopped, "en").endswith("The search was stopped; this is the best that it had found.")
    assert plan_text(attrs.evolve(PLAN, reached=()), "en").endswith("a better one was not searched for.")
    empty = attrs.evolve(PLAN, programme=DESIGN)
    assert "No gatherings are planned yet." in plan_text(empty, "en")


@pytest.mark.parametrize("objective", Objective)
def test_every_objective_has_its_sentence(objective: Objective) -> None:
    for words in ("nb", "en"):
        sentence = SENTENCES[f"objective.{objective.value}"].language("nb" if words == "nb" else "en")
        assert {name for _, name, _, _ in Formatter().parse(sentence)} - {None} == {"value"}


def test_a_plan_as_data() -> None:
    found = plan_data(PLAN, "en")
    assert (found["proven"], found["interrupted"]) == (False, False)
    assert [(one["objective"], one["value"], one["bound"], one["proven"]) for one in found["goals"]] == [
        ("conflicts", 0, 0, True),
        ("end", 86, 80, False),
    ]
    assert found["gatherings"] == [
        {
            "cohort": "nord", "module": "m1", "date": "2023-03-06", "from": "09:00", "to": "15:00",
            "place": "Byrkjedal", "facilitator": "eirin",
        },
        {
            "cohort": "nord", "module": "m2", "date": "2023-05-31", "from": "09:00", "to": "15:00",
            "place": None, "facilitator": None,
        },
    ]  # fmt: skip


def test_a_standing_tells_what_pushes_it_or_by_how_much_it_could_be_earlier() -> None:
    pushed = Standing("m2", "nord", date(2023, 6, 2), STEPS[:2], 0)
    text = standing_text(pushed, NB)
    assert text.startswith("Hvorfor Strategi (Nord) holdes fredag 2. juni 2023\n")
    assert "kan ikke holdes tidligere så lenge de andre ligger fast:\n• Ledelse kan ikke" in text
    free = attrs.evolve(pushed, steps=(), slack=3)
    assert "it alone could be 3 working days earlier." in standing_text(free, EN)
    found = standing_data(pushed, EN)
    assert (found["module"], found["cohort"], found["date"], found["slack"]) == (
        "m2",
        "nord",
        "2023-06-02",
        0,
    )
    assert len(found["steps"]) == 2


def test_bounds_are_told_with_alike_cohorts_in_one_row() -> None:
    rules = PlanningRules(start=MARCH, end=MAY, min_gap=42, not_before=())
    found = bounds(attrs.evolve(DESIGN, planning=rules))
    text = bounds_text(found, "nb")
    assert "Dette avgjør hvor tidlig alt kan være ferdig:\n• Ledelse kan ikke holdes før 6. mars 2023" in text
    assert "Ledelse   alle" in text
    data = bounds_data(found, "nb")
    assert len(data["windows"]) == 4
    assert data["windows"][0].keys() == {
        "module", "cohort", "earliest", "latest", "total_slack", "free_slack",
    }  # fmt: skip
    assert [one["module"] for one in data["critical"]] == ["m1", "m2"]


BEFORE = Timetable(
    (Gathering("m1", "nord", MARCH), Gathering("m2", "nord", MAY), Gathering("m1", "vest", MAY))
)
AFTER = Timetable(
    (
        Gathering("m1", "nord", date(2023, 3, 8)),
        Gathering("m2", "nord", date(2023, 5, 30)),
        Gathering("m1", "vest", MAY, place="Sal 2"),
        Gathering("m2", "vest", MAY),
    )
)


def moved(before: Timetable, after: Timetable) -> list[Move]:
    return [Move(one, ()) for one in before.difference(after)]


def test_what_is_in_the_way_of_the_old_day_is_told() -> None:
    (first, *_) = BEFORE.difference(AFTER)
    start = Constraint("start", "planning/from", (("date", date(2023, 3, 7)),))
    assert move_text(Move(first, (start,)), EN).endswith(
        "2 working days later. In the way of the old day: planning begins on 7 March 2023"
    )


def test_what_moves_is_told_with_its_working_days() -> None:
    told = [move_text(one, NB) for one in moved(BEFORE, AFTER)]
    assert told == [
        "Ledelse (Nord): fra mandag 6. mars 2023 til onsdag 8. mars 2023, 2 virkedager senere",
        "Ledelse (Vest): onsdag 31. mai 2023 som før, men med andre klokkeslett eller et annet sted",
        "Strategi (Nord): fra onsdag 31. mai 2023 til tirsdag 30. mai 2023, 1 virkedag tidligere",
        "Strategi (Vest): ny, onsdag 31. mai 2023",
    ]
    assert moves_text(moved(AFTER, BEFORE), EN).splitlines()[-1] == (
        "• Strategy (West): gone, was on Wednesday 31 May 2023"
    )
    assert moves_text((), EN) == "Nothing moves."


def test_what_moves_as_data() -> None:
    first, *_, last = moves_data(moved(BEFORE, AFTER), EN)
    assert (first["working_days"], first["was"]["date"], first["now"]["date"]) == (
        2,
        "2023-03-06",
        "2023-03-08",
    )
    assert (last["was"], last["working_days"]) == (None, None)


def test_how_early_a_gathering_can_be_is_told_as_a_chain() -> None:
    assert chain_text("m2", "nord", STEPS[:2], EN).startswith("How early Strategy (North) can be\n")
    assert chain_data("m2", "nord", STEPS[:2], EN)["date"] is None


def test_an_error_that_there_is_no_timetable_names_the_constraints() -> None:
    error = NoTimetable((GAP, a("deadline", cohort="")))
    assert error_text(error, NB) == (
        "ingen samlingsplan oppfyller alt dette; gi slipp på ett av kravene:\n"
        "  minst 42 dager fra Ledelse til Strategi\n"
        "  fristen for Strategi, 31. mai 2023"
    )
    assert error_text(error, EN).endswith("\n  the deadline of Strategy, 31 May 2023")
