"""Timetables, and why they are as they are, or why there is none."""

SENTENCES = {
    "gathering-of": ("{module} ({cohort})", "{module} ({cohort})"),
    "because": (": {reasons}", ": {reasons}"),
    "step.earliest": (
        "{subject} kan ikke holdes før {date}{because}",
        "{subject} cannot be before {date}{because}",
    ),
    "step.earliest-so": (
        "da kan {subject} ikke holdes før {date}{because}",
        "so {subject} cannot be before {date}{because}",
    ),
    "step.earliest-from": (
        "regnet fra {behind} {behind_date} kan {subject} ikke holdes før {date}{because}",
        "counted from {behind} on {behind_date}, {subject} cannot be before {date}{because}",
    ),
    "step.earliest-beside": (
        "regnet fra {behind} {behind_date} for en annen gruppe kan {subject} ikke holdes før {date}{because}",
        "counted from {behind} on {behind_date} for another cohort, {subject} cannot be before {date}{because}",
    ),
    "step.latest": (
        "{subject} kan ikke holdes etter {date}{because}",
        "{subject} cannot be after {date}{because}",
    ),
    "step.latest-so": (
        "da kan {subject} ikke holdes etter {date}{because}",
        "so {subject} cannot be after {date}{because}",
    ),
    "step.latest-from": (
        "regnet tilbake fra {behind} {behind_date} kan {subject} ikke holdes etter {date}{because}",
        "counted back from {behind} on {behind_date}, {subject} cannot be after {date}{because}",
    ),
    "step.latest-beside": (
        "regnet tilbake fra {behind} {behind_date} for en annen gruppe kan {subject} ikke holdes etter "
        "{date}{because}",
        "counted back from {behind} on {behind_date} for another cohort, {subject} cannot be after "
        "{date}{because}",
    ),
    "step.latest-but": (
        "men {subject} kan ikke holdes etter {date}{because}",
        "but {subject} cannot be after {date}{because}",
    ),
    "clash.no-day": (
        "Altså er det ingen dag igjen for {subject}.",
        "So there is no day left for {subject}.",
    ),
    "clash.no-day-between": (
        "Altså er det ingen dag igjen for {subject}: tidligst {start}, men senest {end}.",
        "So there is no day left for {subject}: {start} at the earliest, but {end} at the latest.",
    ),
    "clash.no-room": (
        "Altså må {needed:samling|samlinger} ({modules}) holdes {when}, men da er det bare plass til {room}.",
        "So {needed:gathering|gatherings} ({modules}) must be held {when}, but there is room for only {room}.",
    ),
    "clash.no-room-at-all": (
        "Altså må {needed:samling|samlinger} ({modules}) holdes {when}, men da er det ikke plass til noen.",
        "So {needed:gathering|gatherings} ({modules}) must be held {when}, but there is room for none.",
    ),
    "clash.when-days": ("fra {start} til {end}", "from {start} to {end}"),
    "clash.when-day": ("{start}", "on {start}"),
    "clash.too-many": (
        "Altså har hver gruppe {needed:samling|samlinger}, men fra {start} til {end} får bare {room} plass.",
        "So each cohort has {needed:gathering|gatherings}, but from {start} to {end} only {room} can be held.",
    ),
    "clash.too-many-of": (
        "Altså har {cohort} {needed:samling|samlinger}, men fra {start} til {end} får bare {room} plass.",
        "So {cohort} has {needed:gathering|gatherings}, but from {start} to {end} only {room} can be held.",
    ),
    "clash.together": (
        "Ingen av dem hindrer en samlingsplan alene, men alle til sammen gjør det; det har et søk gjennom alle "
        "muligheter vist.",
        "None of them rules out a timetable by itself, but all of them together do; a search through all "
        "possibilities has shown it.",
    ),
    "why-not.title": ("Hvorfor det ikke finnes noen samlingsplan", "Why there is no timetable"),
    "why-not.blame": (
        "Disse kravene kan ikke oppfylles samtidig; faller ett av dem bort, kan de andre oppfylles:",
        "These cannot all be kept to; without any one of them, the others can:",
    ),
    "why-not.blame-one": ("Dette kravet kan ikke oppfylles:", "This cannot be kept to:"),
    "why-not.blame-none": (
        "Det er ikke noe enkelt krav som hindrer det, men det som gjelder alle samlingsplaner: hver gruppe tar hver "
        "modul på en egen ukedag, mandag til fredag.",
        "No single rule rules it out, but what holds for every timetable: each cohort takes each module on a day "
        "of its own, Monday to Friday.",
    ),
    "why-not.steps": ("Steg for steg:", "Step by step:"),
    "why-not.repairs": (
        "Hver av disse endringene alene gjør det mulig:",
        "Any one of these changes would make it possible:",
    ),
    "why-not.maybe": (
        "Hver av disse endringene alene fjerner hindringen, men om det da finnes en samlingsplan, er ikke avgjort:",
        "Any one of these changes would remove the obstacle; whether there is a timetable then is not settled:",
    ),
    "why-not.no-repairs": (
        "Ingen enkelt endring er funnet som gjør det mulig; det må flere til.",
        "No single change was found that would make it possible; it takes several.",
    ),
    "standing.title": (
        "Hvorfor {subject} holdes {date:full}",
        "Why {subject} is held on {date:full}",
    ),
    "standing.pushed": (
        "Samlingen kan ikke holdes tidligere så lenge de andre ligger fast:",
        "It cannot be earlier while the other gatherings stay where they are:",
    ),
    "standing.early": (
        "Den ligger {slack:virkedag|virkedager} for tidlig:",
        "It is {slack:working day|working days} too early:",
    ),
    "standing.unbound": (
        "Ingenting sier hvor tidlig den kan holdes.",
        "Nothing says how early it can be.",
    ),
    "standing.free": (
        "Ingenting tvinger den dit: alene kunne den vært holdt {slack:virkedag|virkedager} tidligere.",
        "Nothing pushes it there: it alone could be {slack:working day|working days} earlier.",
    ),
    "bounds.title": (
        "Når hver samling kan holdes",
        "When each gathering can be held",
    ),
    "bounds.meaning": (
        "Ingen samlingsplan har en samling utenfor disse dagene; ikke alle dager innenfor er nødvendigvis mulige. "
        "Slakken er i virkedager.",
        "No timetable has a gathering outside these days; not every day inside need be possible. Slack is in "
        "working days.",
    ),
    "bounds.critical": (
        "Dette avgjør hvor tidlig alt kan være ferdig:",
        "What decides how early all can be done:",
    ),
    "bounds.chain": ("Hvor tidlig {subject} kan holdes", "How early {subject} can be"),
    "bounds.everyone": ("alle", "all"),
    "plan.title": ("Samlingsplanen, dag for dag", "The timetable, day by day"),
    "plan.goals": ("Hvor god den er, det viktigste først:", "How good it is, what matters most first:"),
    "objective.conflicts": (
        "{value:samling|samlinger} på dager som gruppen helst bør unngå",
        "{value:gathering|gatherings} on days that their cohort had better avoid",
    ),
    "objective.changes": (
        "{value:samling|samlinger} flyttet fra planen det tas utgangspunkt i",
        "{value:gathering|gatherings} moved from the timetable to keep to",
    ),
    "objective.end": (
        "{value:dag|dager} fra planens første dag til siste samling",
        "{value:day|days} from the first day of planning to the last gathering",
    ),
    "objective.spacing": (
        "{value:dag|dager} mellom det lengste og det korteste oppholdet en gruppe har mellom samlinger",
        "{value:day|days} between the longest and the shortest gap of a cohort's gatherings",
    ),
    "goal.proven": ("{goal} (bevist: kan ikke bli mindre)", "{goal} (proven: it cannot be less)"),
    "goal.bound": (
        "{goal} (ikke bevist best: kan kanskje bli {bound})",
        "{goal} (not proven best: {bound} may be possible)",
    ),
    "plan.proven": ("Bevist: ingen samlingsplan er bedre.", "Proven: no timetable is better."),
    "plan.unproven": (
        "Den beste som er funnet; om det finnes en bedre, er ikke avgjort.",
        "The best that was found; whether there is a better one is not settled.",
    ),
    "plan.interrupted": (
        "Søket ble stanset; dette er den beste som var funnet da.",
        "The search was stopped; this is the best that it had found.",
    ),
    "plan.any": (
        "Den oppfyller alle krav; det er ikke søkt etter en bedre.",
        "It keeps to all that is asked; a better one was not searched for.",
    ),
    "moves.title": ("Hva som flyttes:", "What moves:"),
    "moves.since": (
        "{told}. Dette står i veien for den gamle dagen: {reasons}",
        "{told}. In the way of the old day: {reasons}",
    ),
    "moves.none": ("Ingenting flyttes.", "Nothing moves."),
    "moves.later": (
        "{subject}: fra {was:full} til {now:full}, {days:virkedag|virkedager} senere",
        "{subject}: from {was:full} to {now:full}, {days:working day|working days} later",
    ),
    "moves.earlier": (
        "{subject}: fra {was:full} til {now:full}, {days:virkedag|virkedager} tidligere",
        "{subject}: from {was:full} to {now:full}, {days:working day|working days} earlier",
    ),
    "moves.hours": (
        "{subject}: {now:full} som før, men med andre klokkeslett eller et annet sted",
        "{subject}: on {now:full} as before, but at other hours or elsewhere",
    ),
    "moves.new": ("{subject}: ny, {now:full}", "{subject}: new, on {now:full}"),
    "moves.gone": ("{subject}: utgår, var {was:full}", "{subject}: gone, was on {was:full}"),
    "column.date": ("Dag", "Day"),
    "column.place": ("Sted", "Place"),
    "column.facilitator": ("Kursleder", "Facilitator"),
    "column.constraint": ("Krav", "Constraint"),
    "column.earliest": ("Tidligst", "Earliest"),
    "column.latest": ("Senest", "Latest"),
    "column.total-slack": ("Total slakk", "Total slack"),
    "column.free-slack": ("Fri slakk", "Free slack"),
}
