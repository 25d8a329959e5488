"""What the checks find in a timetable that does not keep to the planning rules."""

SENTENCES = {
    "finding.before-start": (
        "{module} begynner {begins} for {cohort}, men ingenting begynner før {start}",
        "{module} begins on {begins} for {cohort}, but nothing begins before {start}",
    ),
    "finding.after-end": (
        "{module} er ferdig {done} for {cohort}, men alt skal være ferdig innen {end}",
        "{module} is done on {done} for {cohort}, but everything should be done by {end}",
    ),
    "finding.deadline-missed": (
        "{module} er ferdig {done} for {cohort}, men fristen er {by}",
        "{module} is done on {done} for {cohort}, but its deadline is {by}",
    ),
    "finding.not-before": (
        "{cohort} møtes til {module} {date}, men det skal ikke være før {earliest}",
        "{cohort} meets for {module} on {date}, which should not be before {earliest}",
    ),
    "finding.not-on-pin": (
        "{cohort} møtes til {module} {date:full}, men samlingen er låst til {pinned:full}",
        "{cohort} meets for {module} on {date:full}, but that gathering is pinned to {pinned:full}",
    ),
    "finding.cohort-closed": (
        "{cohort} møtes til {module} {date:full}, men kan ikke da ({period}, {start} – {end})",
        "{cohort} meets for {module} on {date:full}, but cannot then ({period}, {start} – {end})",
    ),
    "finding.day-to-avoid": (
        "{cohort} møtes til {module} {date:full}, men vil helst ikke da ({period}, {start} – {end})",
        "{cohort} meets for {module} on {date:full}, but would rather not then ({period}, {start} – {end})",
    ),
    "finding.gap-too-short": (
        "{cohort} møtes til {other} {other_date} og til {module} {date}; fra en samling til den neste skal det "
        "være minst {least:dag|dager}",
        "{cohort} meets for {other} on {other_date} and for {module} on {date}; from one gathering to the next "
        "there should be at least {least:day|days}",
    ),
    "finding.gap-too-long": (
        "{cohort} møtes til {other} {other_date} og ikke til {module} før {date}; fra en samling til den neste "
        "skal det være høyst {most:dag|dager}",
        "{cohort} meets for {other} on {other_date} and not for {module} until {date}; from one gathering to the "
        "next there should be at most {most:day|days}",
    ),
    "finding.against-stated-order": (
        "{cohort} møtes til {module} {date}, etter {other} ({other_date}), men rekkefølgen er den motsatte",
        "{cohort} meets for {module} on {date}, after {other} ({other_date}), but the teaching order is the "
        "other way round",
    ),
    "finding.orders-differ": (
        "{cohort} møtes til {module} {date}, etter {other} ({other_date}), men {also} tar dem i motsatt "
        "rekkefølge; alle grupper skal ha samme",
        "{cohort} meets for {module} on {date}, after {other} ({other_date}), but {also} takes them the other way "
        "round; all cohorts should share one order",
    ),
    "finding.not-in-one-week": (
        "{cohort} møtes til {module} {date:full}, men {also} til {other} {other_date:full}; alle grupper skal "
        "møtes i samme uke",
        "{cohort} meets for {module} on {date:full}, but {also} for {other} on {other_date:full}; all cohorts "
        "should meet in one week",
    ),
    "finding.not-within-days": (
        "{cohort} møtes til {module} {date}, men {also} til {other} {other_date}; alle grupper skal møtes innen "
        "{most:dag|dager}",
        "{cohort} meets for {module} on {date}, but {also} for {other} on {other_date}; all cohorts should meet "
        "within {most:day|days}",
    ),
    "finding.shared-day": (
        "{cohort} møtes til {module} {date:full}, og det gjør også {also} til {other}; hver gruppe skal ha sin "
        "egen dag",
        "{cohort} meets for {module} on {date:full}, and so does {also} for {other}; each cohort should have a "
        "day of its own",
    ),
    "finding.too-few-facilitators": (
        "{cohort} møtes til {module} {date:full}, men ingen kan lede samlingen{of_day}",
        "{cohort} meets for {module} on {date:full}, but nobody can lead the gathering{of_day}",
    ),
    "finding.too-few-venues": (
        "{cohort} møtes til {module} {date:full}, men det er ikke noe ledig lokale som er stort nok{of_day}",
        "{cohort} meets for {module} on {date:full}, but no venue that is large enough is free{of_day}",
    ),
    "of-day.too-few-facilitators": (
        "; av dagens {gatherings:samling|samlinger} kan høyst {possible} ledes",
        "; of the {gatherings:gathering|gatherings} that day at most {possible} can be led",
    ),
    "of-day.too-few-venues": (
        "; av dagens {gatherings:samling|samlinger} er det plass til høyst {possible}",
        "; of the {gatherings:gathering|gatherings} that day there is room for at most {possible}",
    ),
}
