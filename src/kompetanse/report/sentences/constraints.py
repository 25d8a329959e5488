"""What a timetable must keep to, each in words, and what would be asked of it instead."""

CONSTRAINTS = {
    "constraint.start": ("planen begynner {date}", "planning begins on {date}"),
    "constraint.end": ("planen slutter {date}", "planning ends on {date}"),
    "constraint.min-gap": (
        "minst {days:dag|dager} fra {first} til {then}",
        "at least {days:day|days} from {first} to {then}",
    ),
    "constraint.min-gap-any": (
        "minst {days:dag|dager} mellom to samlinger for samme gruppe",
        "at least {days:day|days} between two gatherings of a cohort",
    ),
    "constraint.max-gap": (
        "høyst {days:dag|dager} fra {first} til {then}",
        "at most {days:day|days} from {first} to {then}",
    ),
    "constraint.max-gap-any": (
        "høyst {days:dag|dager} mellom to samlinger for samme gruppe",
        "at most {days:day|days} between two gatherings of a cohort",
    ),
    "constraint.prerequisite": ("{module} krever {required}", "{module} requires {required}"),
    "constraint.any-of": ("{module} krever {required}", "{module} requires {required}"),
    "constraint.preparation": (
        "{days:dag|dager} forarbeid til {module}",
        "{days:day|days} of preparation for {module}",
    ),
    "constraint.follow-up": (
        "{days:dag|dager} etterarbeid til {module}",
        "{days:day|days} of follow-up of {module}",
    ),
    "constraint.closed": ("stengt: {period}", "closed: {period}"),
    "constraint.cohort-closed": (
        "{cohort} kan ikke møtes: {period}",
        "{cohort} cannot meet: {period}",
    ),
    "constraint.deadline": (
        "fristen for {module}{of_cohort}, {date}",
        "the deadline of {module}{of_cohort}, {date}",
    ),
    "constraint.not-before": (
        "{module}{of_cohort} tidligst {date}",
        "{module}{of_cohort} not before {date}",
    ),
    "constraint.pin": (
        "{module}{of_cohort} ligger fast på {date}",
        "{module}{of_cohort} is fixed on {date}",
    ),
    "constraint.facilitators": (
        "{count:kursleder|kursledere} til {a_day:gruppe|grupper} om dagen",
        "{count:facilitator|facilitators} for {a_day:cohort|cohorts} a day",
    ),
    "constraint.away": ("{facilitator} er borte: {period}", "{facilitator} is away: {period}"),
    "constraint.venues": (
        "{count:lokale|lokaler}, hvert til én gruppe om dagen",
        "{count:venue|venues}, each for one cohort a day",
    ),
    "constraint.venue-closed": ("{venue} er stengt: {period}", "{venue} is closed: {period}"),
    "constraint.same-week": ("alle gruppene møtes i samme uke", "all cohorts meet in one week"),
    "constraint.within-days": (
        "alle gruppene møtes i løpet av {days:dag|dager}",
        "all cohorts meet within {days:day|days}",
    ),
    "constraint.own-day": ("to grupper møtes aldri samme dag", "no two cohorts meet on one day"),
    "constraint.of-cohort": (" ({cohort})", " for {cohort}"),
    "constraint.day": ("{name} ({start})", "{name} ({start})"),
    "constraint.days": ("{name} ({start} – {end})", "{name} ({start} – {end})"),
}

OTHERWISE = {
    "repair.start": (
        "la planen begynne {value} i stedet for {date}",
        "let planning begin on {value}, not {date}",
    ),
    "repair.end": (
        "la planen vare til {value} i stedet for {date}",
        "let planning last until {value}, not {date}",
    ),
    "repair.min-gap": (
        "krev minst {value:dag|dager} mellom samlingene i stedet for {days}",
        "ask for at least {value:day|days} between gatherings, not {days}",
    ),
    "repair.max-gap": (
        "tillat opptil {value:dag|dager} mellom samlingene i stedet for {days}",
        "allow up to {value:day|days} between gatherings, not {days}",
    ),
    "repair.prerequisite": (
        "la det gå minst {value:dag|dager} fra {prerequisite} til {module} i stedet for {lag}",
        "let there be at least {value:day|days} from {prerequisite} to {module}, not {lag}",
    ),
    "repair.preparation": (
        "sett av {value:dag|dager} til forarbeid til {module} i stedet for {days}",
        "give {value:day|days} to the preparation for {module}, not {days}",
    ),
    "repair.follow-up": (
        "sett av {value:dag|dager} til etterarbeid til {module} i stedet for {days}",
        "give {value:day|days} to the follow-up of {module}, not {days}",
    ),
    "repair.deadline": (
        "flytt fristen for {module}{of_cohort} fra {date} til {value}",
        "move the deadline of {module}{of_cohort} from {date} to {value}",
    ),
    "repair.not-before": (
        "la {module}{of_cohort} holdes fra {value} i stedet for tidligst {date}",
        "let {module}{of_cohort} be held from {value} on, not {date}",
    ),
    "repair.pin": (
        "flytt {module}{of_cohort} fra {date} til {value}",
        "move {module}{of_cohort} from {date} to {value}",
    ),
    "repair.facilitators": (
        "skaff kursledere til {value:gruppe|grupper} om dagen i stedet for {a_day}",
        "find facilitators for {value:cohort|cohorts} a day, not {a_day}",
    ),
    "repair.venues": (
        "skaff {value:lokale|lokaler} i stedet for {count}",
        "find {value:venue|venues}, not {count}",
    ),
    "repair.within-days": (
        "la gruppene møtes i løpet av {value:dag|dager} i stedet for {days}",
        "let the cohorts meet within {value:day|days}, not {days}",
    ),
}

LET_GO = {
    "let-go.start": ("la planen begynne før {date}", "let planning begin before {date}"),
    "let-go.end": ("la planen vare lenger enn til {date}", "let planning last beyond {date}"),
    "let-go.min-gap": (
        "la det gå mindre enn {days:dag|dager} mellom samlingene",
        "let there be less than {days:day|days} between gatherings",
    ),
    "let-go.max-gap": (
        "la det gå mer enn {days:dag|dager} mellom samlingene",
        "let there be more than {days:day|days} between gatherings",
    ),
    "let-go.prerequisite": (
        "la {module} ikke lenger kreve {prerequisite}",
        "let {module} no longer require {prerequisite}",
    ),
    "let-go.any-of": (
        "la {module} ikke lenger kreve {any_of:or}",
        "let {module} no longer require {any_of:or}",
    ),
    "let-go.preparation": ("dropp forarbeidet til {module}", "leave out the preparation for {module}"),
    "let-go.follow-up": ("dropp etterarbeidet til {module}", "leave out the follow-up of {module}"),
    "let-go.closed": ("møtes også da det er stengt: {period}", "meet in spite of {period}"),
    "let-go.cohort-closed": (
        "la {cohort} møtes likevel: {period}",
        "let {cohort} meet in spite of {period}",
    ),
    "let-go.deadline": (
        "dropp fristen for {module}{of_cohort}, {date}",
        "drop the deadline of {module}{of_cohort}, {date}",
    ),
    "let-go.not-before": (
        "la {module}{of_cohort} holdes før {date}",
        "let {module}{of_cohort} be held before {date}",
    ),
    "let-go.pin": (
        "la {module}{of_cohort} holdes en annen dag enn {date}",
        "let {module}{of_cohort} be held on another day than {date}",
    ),
    "let-go.facilitators": (
        "skaff flere kursledere, eller møtes uten",
        "find more facilitators, or meet without",
    ),
    "let-go.away": (
        "la {facilitator} være til stede likevel: {period}",
        "let {facilitator} be there in spite of {period}",
    ),
    "let-go.venues": ("skaff flere eller større lokaler", "find more or larger venues"),
    "let-go.venue-closed": (
        "bruk {venue} likevel: {period}",
        "use {venue} in spite of {period}",
    ),
    "let-go.same-week": ("la gruppene møtes i ulike uker", "let the cohorts meet in different weeks"),
    "let-go.within-days": (
        "la det gå mer enn {days:dag|dager} fra første til siste gruppe",
        "let more than {days:day|days} pass from the first cohort to the last",
    ),
    "let-go.own-day": ("la flere grupper møtes samme dag", "let several cohorts meet on one day"),
}

SENTENCES = {**CONSTRAINTS, **OTHERWISE, **LET_GO}
