"""Changes, as one would ask for them."""

SENTENCES = {
    "change.drop": (
        "ta ut modulen {module}; moduler som krevde den, arver kravene dens",
        "take out the module {module}; what required it inherits what it required",
    ),
    "change.drop-unbridged": (
        "ta ut modulen {module}; moduler som krevde den, krever den ikke lenger",
        "take out the module {module}; what required it requires it no more",
    ),
    "change.add": ("legg til modulen {name}", "add the module {name}"),
    "change.move-before": (
        "sett {module} rett før {other}; modulene bytter plass på de avtalte dagene",
        "teach {module} just before {other}; the modules change places on the days already booked",
    ),
    "change.move-after": (
        "sett {module} rett etter {other}; modulene bytter plass på de avtalte dagene",
        "teach {module} just after {other}; the modules change places on the days already booked",
    ),
    "change.require": ("la {module} kreve {prerequisite}", "let {module} require {prerequisite}"),
    "change.unrequire": ("la {module} ikke lenger kreve {other}", "let {module} no longer require {other}"),
    "change.shift-later": (
        "utsett samlingen for {cohort} i {module} {days:dag|dager}{to}",
        "move the gathering of {cohort} for {module} {days:day|days} later{to}",
    ),
    "change.shift-earlier": (
        "framskynd samlingen for {cohort} i {module} {days:dag|dager}{to}",
        "move the gathering of {cohort} for {module} {days:day|days} earlier{to}",
    ),
    "change.to": (", til {day:full}", ", to {day:full}"),
    "change.shift-all-later": (
        "utsett alle samlingene for {cohort} {days:dag|dager}",
        "move all gatherings of {cohort} {days:day|days} later",
    ),
    "change.shift-all-earlier": (
        "framskynd alle samlingene for {cohort} {days:dag|dager}",
        "move all gatherings of {cohort} {days:day|days} earlier",
    ),
    "change.merge": (
        "slå modulen {module} sammen med {other}, som beholder navnet og samlingene sine",
        "merge the module {module} into {other}, which keeps its name and its gatherings",
    ),
    "change.split": (
        "del modulen {module} i to; den andre halvdelen blir {name}",
        "split the module {module} in two; the second half becomes {name}",
    ),
    "change.swap": (
        "la {module} og {other} bytte plass, også på de avtalte dagene",
        "let {module} and {other} change places, also on the days already booked",
    ),
    "change.retime": ("endre tiden til {module}: {what}", "change the time of {module}: {what}"),
    "retime.preparation_days": ("{count:dag|dager} til forarbeid", "{count:day|days} for preparation"),
    "retime.preparation_hours": (
        "{count:time|timer} forarbeid per leder",
        "{count:hour|hours} of preparation a leader",
    ),
    "retime.follow_up_days": ("{count:dag|dager} til etterarbeid", "{count:day|days} for follow-up"),
    "retime.follow_up_hours": (
        "{count:time|timer} etterarbeid per leder",
        "{count:hour|hours} of follow-up a leader",
    ),
    "retime.sessions": (
        "{count:økt|økter} på samlingen, {start}–{end}",
        "{count:session|sessions} at the gathering, {start}–{end}",
    ),
    "retime.no-sessions": ("ingen økter på samlingen", "no sessions at the gathering"),
    "change.develop": ("la {module} utvikle {dimension}", "let {module} develop {dimension}"),
    "change.develop-nothing": (
        "la {module} ikke lenger utvikle noen dimensjon",
        "let {module} no longer develop any dimension",
    ),
    "change.reweigh": (
        "la dimensjonen {dimension} ha vekten {weight}",
        "give the dimension {dimension} the weight {weight}",
    ),
    "change.regroup": ("flytt {organisation} til {cohort}", "move {organisation} to {cohort}"),
    "change.assume": (
        "la prognosen forutsette at «{factor}» er {value}",
        "let the forecast assume “{factor}” to be {value}",
    ),
}
