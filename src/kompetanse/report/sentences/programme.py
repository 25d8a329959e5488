"""What was read, the order of the modules, and the timetable."""

SENTENCES = {
    "illustrative": ("illustrativt", "illustrative"),
    "read.title": ("Hva som ble lest", "What was read"),
    "read.modules": ("{count:modul|moduler}: {modules}", "{count:module|modules}: {modules}"),
    "read.organisations": (
        "{count:virksomhet|virksomheter} med til sammen {leaders:leder|ledere}",
        "{count:organisation|organisations} with {leaders:leader|leaders} in all",
    ),
    "read.cohorts": ("{count:gruppe|grupper}: {cohorts}", "{count:cohort|cohorts}: {cohorts}"),
    "read.timetable": (
        "{count:samling|samlinger}, fra {start} til {end}",
        "{count:gathering|gatherings}, from {start} to {end}",
    ),
    "read.framework": (
        "Rammeverk: {name}, versjon {version}; {dimensions:dimensjon|dimensjoner}, "
        "{indicators:indikator|indikatorer}, {levels:nivå|nivåer}",
        "Framework: {name}, version {version}; {dimensions:dimension|dimensions}, "
        "{indicators:indicator|indicators}, {levels:level|levels}",
    ),
    "read.owner": ("Rammeverkets opphav: {owner}", "The framework is by: {owner}"),
    "read.answers": (
        "Svar fra {wave}: {given:svar|svar} fra {respondents:person|personer}",
        "Answers of {wave}: {given:answer|answers} from {respondents:respondent|respondents}",
    ),
    "read.participation": (
        "Deltakelse: {count:innmelding|innmeldinger}",
        "Participation: {count:report|reports}",
    ),
    "read.scenarios": ("{count:scenario|scenarier}", "{count:scenario|scenarios}"),
    "read.illustrative": (
        "Illustrativt, ikke fakta: {sections}",
        "Illustrative, not fact: {sections}",
    ),
    "read.source": ("{section}: {source}", "{section}: {source}"),
    "read.sources": ("Kilder og forbehold:", "Sources and reservations:"),
    "section.modules": ("moduler", "modules"),
    "section.order": ("rekkefølge", "order"),
    "section.framework": ("rammeverk", "framework"),
    "section.organisations": ("virksomheter", "organisations"),
    "section.cohorts": ("grupper", "cohorts"),
    "section.closed": ("stengte perioder", "closed periods"),
    "section.planning": ("planleggingsregler", "planning rules"),
    "section.timetable": ("samlingsplan", "timetable"),
    "section.baselines": ("tidligere samlingsplaner", "earlier timetables"),
    "section.costs": ("kostnader", "costs"),
    "section.assumptions": ("forutsetninger", "assumptions"),
    "section.answers": ("svar", "answers"),
    "section.participation": ("deltakelse", "participation"),
    "section.scenarios": ("scenarier", "scenarios"),
    "order.title": ("Modulene i rekkefølge", "The modules in their order"),
    "order.module": ("{place}. {name}", "{place}. {name}"),
    "order.requires": ("krever {what}", "requires {what}"),
    "order.requires-nothing": ("krever ingenting", "requires nothing"),
    "order.tools": ("verktøykasse: {tools}", "toolbox: {tools}"),
    "order.develops": ("utvikler {dimensions}", "develops {dimensions}"),
    "reason.first": (
        "står først: den krever ingen andre moduler først",
        "stands first: no prerequisite holds it back",
    ),
    "reason.requires": ("står etter {after}, som den bygger på", "stands after {after}, which it builds on"),
    "reason.together": ("tas sammen med {after}", "is taken together with {after}"),
    "reason.teaching-order": (
        "står etter {after} fordi undervisningsrekkefølgen sier det; ingen forkunnskap avgjør mellom de to",
        "stands after {after} since the teaching order says so; no prerequisite decides between the two",
    ),
    "reason.id": (
        "står etter {after}: ingenting sier hvilken av de to som kommer først, så id-ene avgjør",
        "stands after {after}: nothing says which of the two comes first, so the ids decide",
    ),
    "order.none": (
        "Det finnes ingen rekkefølge: moduler venter på hverandre.",
        "There is no order: modules wait for one another.",
    ),
    "kind.before": ("{module} før", "{module} before"),
    "kind.before-or-together": ("{module} før eller samtidig", "{module} before or together"),
    "kind.together": ("{module} samtidig", "{module} together"),
    "kind.recommended": ("gjerne {module} før (anbefalt)", "preferably {module} before (recommended)"),
    "kind.any-of": ("{options} før", "{options} before"),
    "kind.option-lag": (
        "{module} (minst {days:dag|dager} mellom)",
        "{module} (at least {days:day|days} between)",
    ),
    "kind.lag": (", minst {days:dag|dager} mellom", ", at least {days:day|days} between"),
    "timetable.title": ("Samlingsplanen, gruppe for gruppe", "The timetable, cohort by cohort"),
    "timetable.cohort": ("{cohort}: {members}", "{cohort}: {members}"),
    "timetable.gathering": (
        "{module}: samling {date:full}, {start}–{end}{place}",
        "{module}: gathering {date:full}, {start}–{end}{place}",
    ),
    "timetable.place": (", {place}", ", {place}"),
    "timetable.preparation": (
        "forarbeid {start} – {end}, {hours:time|timer} per leder",
        "preparation {start} – {end}, {hours:hour|hours} a leader",
    ),
    "timetable.follow-up": (
        "etterarbeid {start} – {end}, {hours:time|timer} per leder",
        "follow-up {start} – {end}, {hours:hour|hours} a leader",
    ),
    "timetable.days": ("Samlingsdagene, økt for økt", "The gathering days, session by session"),
    "timetable.session": ("{start}–{end} {theme}", "{start}–{end} {theme}"),
    "timetable.empty": ("Ingen samlinger er satt opp ennå.", "No gatherings are planned yet."),
}
