"""Where everyone is on a date."""

SENTENCES = {
    "journey.title": ("Hvor vi er {on:full}", "Where we are on {on:full}"),
    "journey.done": ("Ferdig: {modules}", "Done: {modules}"),
    "journey.running": ("I gang: {modules}", "Running: {modules}"),
    "journey.to-come": ("Kommer: {modules}", "To come: {modules}"),
    "journey.none": ("ingen", "none"),
    "journey.next": ("Neste samling for hver gruppe:", "The next gathering of each cohort:"),
    "journey.next-of-one": ("Neste samling:", "The next gathering:"),
    "journey.next-gathering": (
        "{cohort}: {module}, {date:full}, {start}–{end}{place} ({when})",
        "{cohort}: {module}, {date:full}, {start}–{end}{place} ({when})",
    ),
    "journey.today": ("i dag", "today"),
    "journey.in-days": ("om {days:dag|dager}", "in {days:day|days}"),
    "journey.no-next": ("Ingen flere samlinger er satt opp.", "No more gatherings are planned."),
    "journey.homework": ("Hjemmearbeid før neste samling:", "To do at home until then:"),
    "journey.no-homework": (
        "Ingenting gjenstår å gjøre hjemme før neste samling.",
        "There is nothing left to do at home until then.",
    ),
    "journey.no-homework-last": (
        "Ingenting gjenstår å gjøre hjemme.",
        "Nothing is left to do at home.",
    ),
    "journey.homework-last": ("Hjemmearbeid som gjenstår:", "Still to do at home:"),
    "journey.follow-up": (
        "etterarbeid til {module}, {hours:time|timer} per leder",
        "follow-up of {module}, {hours:hour|hours} a leader",
    ),
    "journey.follow-up-when": ("{cohort}: innen {end}", "{cohort}: by {end}"),
    "journey.preparation": (
        "forarbeid til {module}, {hours:time|timer} per leder",
        "preparation for {module}, {hours:hour|hours} a leader",
    ),
    "journey.preparation-when": ("{cohort}: {start} – {end}", "{cohort}: {start} – {end}"),
    "journey.progress": (
        "Hvor langt hver virksomhet har kommet med {module}",
        "How far each organisation has come with {module}",
    ),
    "journey.progress-of-one": (
        "Hvor langt {organisation} har kommet med {module}",
        "How far {organisation} has come with {module}",
    ),
    "journey.progress-none": (
        "Det er ikke meldt inn noe om deltakelse.",
        "Nothing was reported of participation.",
    ),
    "journey.progress-not-met": (
        "Deltakelse er meldt inn ({modules}), men ingen gruppe har møttes ennå.",
        "Participation was reported ({modules}), but no cohort has met yet.",
    ),
    "journey.progress-not-of": (
        "Ingenting er meldt inn ennå om deltakelse i {module}, bare i {modules}.",
        "Nothing was reported yet of participation in {module}, only in {modules}.",
    ),
    "journey.progress-mean": (
        "I snitt er {own_work:%} av arbeidet hjemme gjort; {count:virksomhet|virksomheter} har meldt fra.",
        "On average {own_work:%} of the work at home is done; {count:organisation|organisations} reported.",
    ),
    "journey.toolbox": ("Verktøykassen så langt:", "The toolbox so far:"),
    "journey.toolbox-empty": ("Verktøykassen er tom så langt.", "The toolbox is empty so far."),
    "stage.to come": ("kommer", "to come"),
    "stage.preparation": ("forarbeid", "preparation"),
    "stage.gathering": ("samling", "gathering"),
    "stage.follow-up": ("etterarbeid", "follow-up"),
    "stage.done": ("ferdig", "done"),
}
