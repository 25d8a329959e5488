"""What the checks find: what is, and what should be."""

SENTENCES = {
    "findings.title": ("Funn", "Findings"),
    "findings.none": (
        "Ingen funn: opplegget henger sammen, både logisk og i tid.",
        "No findings: the design is sound, logically and in time.",
    ),
    "findings.count": ("{count:funn|funn}.", "{count:finding|findings}."),
    "findings.remedy": ("forslag: {change}", "remedy: {change}"),
    "severity.error": ("feil", "error"),
    "severity.warning": ("advarsel", "warning"),
    "severity.note": ("merknad", "note"),
    "what.module": ("modul", "module"),
    "what.dimension": ("dimensjon", "dimension"),
    "what.organisation": ("virksomhet", "organisation"),
    "what.cohort": ("gruppe", "cohort"),
    "what.gathering": ("samling", "gathering"),
    "what.assumption": ("forutsetning", "assumption"),
    "what.baseline": ("tidligere samlingsplan", "baseline"),
    "what.indicator": ("indikator", "indicator"),
    "what.level": ("nivå", "level"),
    "what.order": ("plass i rekkefølgen", "place in the order"),
    "what.member": ("medlem", "member"),
    "what.facilitator": ("kursleder", "facilitator"),
    "what.venue": ("lokale", "venue"),
    "finding.unknown-id": (
        "det finnes ingen {kind} «{id}»",
        "there is no {kind} “{id}”",
    ),
    "finding.duplicate-id": (
        "«{id}» ({kind}) står to ganger, første gang i {first}; hver skal stå én gang",
        "“{id}” ({kind}) stands twice, the first time at {first}; each should stand once",
    ),
    "finding.duplicate-prerequisite": (
        "{module} krever {prerequisite} mer enn én gang; én gang er nok",
        "{module} requires {prerequisite} more than once; once is enough",
    ),
    "finding.ring": (
        "disse venter på hverandre i ring, så ingen av dem kan begynne: {ring}",
        "these wait for one another in a ring, so that none can begin: {ring}",
    ),
    "finding.stuck": (
        "{modules} kan aldri begynne, hva som enn velges der én av flere er nok",
        "{modules} can never begin, whatever is chosen where any one of several will do",
    ),
    "finding.any-of-order": (
        "{module} krever {any_of:or} før, men rekkefølgen setter ingen av dem der",
        "{module} requires {any_of:or} before it, but the teaching order puts none of them there",
    ),
    "finding.any-of-too-early": (
        "{cohort} møtes til {module} {date}, men det krever {any_of:or} før; med {option} {option_date} er den "
        "tidligste dagen {earliest}{lagged}",
        "{cohort} meets for {module} on {date}, but that requires {any_of:or} before it; with {option} on "
        "{option_date}, the earliest day is {earliest}{lagged}",
    ),
    "finding.teaching-order": (
        "{module} krever {prerequisite} ({kind}), men {against}",
        "{module} requires {prerequisite} ({kind}), but {against}",
    ),
    "finding.recommended-not-met": (
        "{prerequisite} er anbefalt før {module}, men kommer etter i rekkefølgen",
        "{prerequisite} is recommended before {module}, but comes after it in the teaching order",
    ),
    "finding.gathering-too-early": (
        "{cohort} møtes til {module} {date}, men {prerequisite}, som {must}, er {only}{prerequisite_date}; "
        "{bound}{lagged}",
        "{cohort} meets for {module} on {date}, but {prerequisite}, which {must}, is {only}on "
        "{prerequisite_date}; {bound}{lagged}",
    ),
    "finding.recommended-too-early": (
        "{cohort} møtes til {module} {date}; {prerequisite}, som er {prerequisite_date}, er anbefalt før, og da "
        "er {earliest} den første gode dagen{lagged}",
        "{cohort} meets for {module} on {date}; {prerequisite}, which is on {prerequisite_date}, is recommended "
        "before it, so that {earliest} is the first good day{lagged}",
    ),
    "finding.lagged": (" (minst {lag:dag|dager} imellom)", " (at least {lag:day|days} between)"),
    "finding.phases-overlap": (
        "forarbeidet til {module} for {cohort} begynner {start}, men etterarbeidet til {other} varer til {end}; "
        "det mangler {days:dag|dager} imellom",
        "the preparation for {module} of {cohort} begins on {start}, but the follow-up of {other} lasts until "
        "{end}; {days:more day is|more days are} needed between",
    ),
    "finding.same-day": (
        "{cohort} møtes {date} både til {other} og til {module}; en gruppe har én samling om dagen",
        "{cohort} meets on {date} for both {other} and {module}; a cohort has one gathering a day",
    ),
    "finding.weekend": (
        "{cohort} møtes til {module} {date:full}; samlinger holdes på hverdager",
        "{cohort} meets for {module} on {date:full}; gatherings are held on weekdays",
    ),
    "finding.closed-period": (
        "{cohort} møtes til {module} {date:full}, men da er det stengt ({period}, {start} – {end})",
        "{cohort} meets for {module} on {date:full}, which is closed ({period}, {start} – {end})",
    ),
    "finding.sessions-overlap": (
        "i {module} begynner «{theme}» ({start}–{end}) før «{other_theme}» ({other_start}–{other_end}) er slutt",
        "in {module}, “{theme}” ({start}–{end}) begins before “{other_theme}” ({other_start}–{other_end}) has ended",
    ),
    "finding.session-outside-day": (
        "i {module} faller «{theme}» ({start}–{end}) utenfor samlingen til {cohort} ({day_start}–{day_end})",
        "in {module}, “{theme}” ({start}–{end}) lies outside the gathering of {cohort} ({day_start}–{day_end})",
    ),
    "finding.no-gathering": (
        "{cohort} har ingen samling for {module}, enda andre samlinger er satt opp",
        "{cohort} has no gathering for {module}, though other gatherings are booked",
    ),
    "finding.no-cohort": (
        "{organisation} er ikke med i noen gruppe; hver virksomhet møter i én",
        "{organisation} is in no cohort; every organisation meets in one",
    ),
    "finding.two-cohorts": (
        "{organisation} er med i både {also} og {cohort}; hver virksomhet møter i én gruppe",
        "{organisation} is in both {also} and {cohort}; every organisation meets in one cohort",
    ),
    "finding.develops-nothing": (
        "{module} utvikler ingen modenhetsdimensjon",
        "{module} develops no maturity dimension",
    ),
    "finding.undeveloped": (
        "ingen modul utvikler {dimension}",
        "no module develops {dimension}",
    ),
    "against.after": (
        "{prerequisite} kommer etter i rekkefølgen",
        "{prerequisite} comes after it in the teaching order",
    ),
    "against.apart": ("de står ikke ved siden av hverandre", "they do not stand beside each other"),
    "must.before": ("må komme før", "must come before"),
    "must.before-or-together": ("må komme før eller samtidig", "must come before or together"),
    "must.together": ("tas samtidig", "is taken together with it"),
    "must.only": ("først ", "only "),
    "must.earliest": ("tidligst mulig er {earliest}", "earliest possible is {earliest}"),
    "must.same-day": ("de må være samme dag, {earliest}", "they must be on the same day, {earliest}"),
    "remedy.first-open-day": (", den første åpne dagen", ", the first open day"),
    "requirement.before": ("før", "before"),
    "requirement.before-or-together": ("før eller samtidig", "before or together"),
    "requirement.together": ("samtidig", "together"),
    "requirement.recommended": ("anbefalt", "recommended"),
}
