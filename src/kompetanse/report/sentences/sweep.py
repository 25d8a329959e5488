"""Many designs: the best of them, and what became of the others."""

SENTENCES = {
    "column.number": ("Nr.", "No."),
    "column.reason": ("Grunn", "Reason"),
    "column.changes": ("Endringer", "Changes"),
    "sweep.title": ("Mange opplegg", "Many designs"),
    "sweep.counts": (
        "{total:opplegg|opplegg} i alt: {done} målt, {refused} lot seg ikke gjøre, {failed} feilet",
        "{total:design|designs} in all: {done} measured, {refused} not possible, {failed} failed",
    ),
    "sweep.failed": ("Feilet, som nr. {number}: {reason}", "Failed, such as no. {number}: {reason}"),
    "sweep.best": ("Best målt på «{goal}»:", "Best by “{goal}”:"),
    "sweep.conditions": ("Vilkår: {conditions}", "Conditions: {conditions}"),
    "sweep.at-most": ("«{goal}» høyst {value}", "“{goal}” at most {value}"),
    "sweep.at-least": ("«{goal}» minst {value}", "“{goal}” at least {value}"),
    "sweep.at-most-date": ("«{goal}» senest {value}", "“{goal}” no later than {value}"),
    "sweep.at-least-date": ("«{goal}» tidligst {value}", "“{goal}” no earlier than {value}"),
    "sweep.keeps": ("{other} fortsatt før {module}", "{other} still before {module}"),
    "measure.gain-more": ("Forskjell i økning", "Difference in gain"),
    "measure.gain-low": (
        "Forskjell i økning, nederst i intervallet",
        "Difference in gain, low end of the interval",
    ),
    "measure.gain-high": (
        "Forskjell i økning, øverst i intervallet",
        "Difference in gain, high end of the interval",
    ),
    "measure.gain-probability": ("Sannsynlighet for større økning", "Probability of a greater gain"),
    "sweep.none": ("Ingen av oppleggene oppfyller vilkårene.", "None of the designs meets the conditions."),
    "sweep.without-gain": (
        "Hva deltakerne får ut av det, er ikke med i dette; med --best gain-more blir det også beregnet.",
        "What those who take part gain by it is no part of this; with --best gain-more it is forecast too.",
    ),
    "sweep.design": ("Opplegg nr. {number}", "Design no. {number}"),
    "sweep.progress": (
        "{done} av {total}, {rate:.0} i sekundet",
        "{done} of {total}, {rate:.0} a second",
    ),
    "sweep.left": (", {seconds:sekund|sekunder} igjen", ", {seconds:second|seconds} left"),
    "sweep.left-minutes": (", {minutes:minutt|minutter} igjen", ", {minutes:minute|minutes} left"),
    "sweep.stopped": (
        "Avbrutt etter {done} av {total}. Kjør den samme kommandoen igjen for å fortsette der den slapp.",
        "Stopped after {done} of {total}. Run the same command again to go on from there.",
    ),
    "sweep.stopped-without-store": (
        "Avbrutt etter {done} av {total}. Med --store FIL kan den fortsette der den slapp neste gang.",
        "Stopped after {done} of {total}. With --store FILE it can go on from there next time.",
    ),
    "status.done": ("vurdert", "done"),
    "status.failed": ("feilet", "failed"),
}
