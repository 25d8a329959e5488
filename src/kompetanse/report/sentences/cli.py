"""What the command line adds of its own."""

SENTENCES = {
    "cli.no-findings": (
        "{path}: ingen funn; opplegget henger sammen.",
        "{path}: no findings; the design is sound.",
    ),
    "cli.unsound": (
        "{path}: opplegget har {count:feil|feil}; se dem med: kompetanse check {path}",
        "{path}: the design has {count:error|errors}; see them with: kompetanse check {path}",
    ),
    "cli.wrote": (
        "Skrev {path}. Prøv nå: kompetanse check {path}",
        "Wrote {path}. Now try: kompetanse check {path}",
    ),
    "cli.next-framework": (
        "Neste: kompetanse template {path} svar.xlsx, og så kompetanse score {path} svar.xlsx",
        "Next: kompetanse template {path} answers.xlsx, and then kompetanse score {path} answers.xlsx",
    ),
    "cli.score-more": (
        "Mer om én virksomhet: --organisation ID.",
        "More on one organisation: --organisation ID.",
    ),
    "cli.score-share": (
        "Mer om én virksomhet: --organisation ID. Før skårene deles med andre: --minimum 5.",
        "More on one organisation: --organisation ID. Before the scores are shared: --minimum 5.",
    ),
    "cli.wrote-table": ("Skrev {path}.", "Wrote {path}."),
    "cli.report-one": (
        "For én virksomhet: --organisation ID.",
        "Of one organisation: --organisation ID.",
    ),
    "cli.report-share": (
        "Før den deles med andre: --minimum 5.",
        "Before it is shared: --minimum 5.",
    ),
    "cli.report-step": ("{number} av {count}: {step}", "{number} of {count}: {step}"),
    "report-step.findings": ("sjekker opplegget", "checking the design"),
    "report-step.journey": ("finner ut hvor alle er", "finding where everyone is"),
    "report-step.scores": ("regner ut skårer", "working out scores"),
    "report-step.advice": ("finner råd", "finding advice"),
    "report-step.forecast": ("lager prognose", "forecasting"),
    "report-step.drivers": ("finner ut hva prognosen avhenger av", "finding what the forecast hangs on"),
    "report-step.comparison": ("sammenligner scenarier", "comparing scenarios"),
    "cli.wrote-calendars": (
        "Skrev {count:kalender|kalendere} til {path}.",
        "Wrote {count:calendar|calendars} to {path}.",
    ),
    "cli.after-plan": (
        "Ta vare på den: legg til --out planlagt.yaml, og --ics kalendere for kalenderfiler.",
        "To keep it, add --out planned.yaml, and --ics calendars for calendar files.",
    ),
    "cli.after-repair": (
        "Gjør en av dem i filen, og prøv igjen: kompetanse plan {path}",
        "Make one of them in the file, and try again: kompetanse plan {path}",
    ),
    "cli.after-bounds": ("Neste: kompetanse plan {path}", "Next: kompetanse plan {path}"),
    "cli.after-planned": (
        "Mer om én samling: --module ID --cohort ID.",
        "More on one gathering: --module ID --cohort ID.",
    ),
    "cli.cannot-plan-yet": (
        "Det kan ikke planlegges før dette er rettet.",
        "Nothing can be planned until this is mended.",
    ),
    "cli.searching": ("leter etter en samlingsplan", "looking for a timetable"),
    "cli.progress": (
        "beste så langt: {value}, nedre grense: {bound}",
        "best so far: {value}, bound: {bound}",
    ),
    "cli.first-fit": (
        "Uten den finner --first-fit en samlingsplan, men ikke nødvendigvis den beste.",
        "Without it, --first-fit finds a timetable, though not always the best.",
    ),
    "cli.wrote-template": (
        "Skrev {path}. Når den er fylt ut: kompetanse score {file} {path}",
        "Wrote {path}. Once it is filled in: kompetanse score {file} {path}",
    ),
    "cli.error": ("{count:feil|feil}", "{count:error|errors}"),
    "cli.warning": ("{count:advarsel|advarsler}", "{count:warning|warnings}"),
    "cli.note": ("{count:merknad|merknader}", "{count:note|notes}"),
    "cli.mend": ("Rett ovenfra og ned, og sjekk igjen.", "Mend from the top, and check again."),
    "cli.holds": ("Opplegget henger sammen likevel.", "The design is sound all the same."),
    "cli.no-output": ("utskriften kan ikke skrives ({said})", "the output cannot be written ({said})"),
    "cli.next": ("Neste: kompetanse order {path}", "Next: kompetanse order {path}"),
    "cli.faults": (
        "{count:feil|feil} i filen; rett dem først: selve opplegget er ikke sjekket ennå.",
        "{count:fault|faults}; mend these first: the design itself is not checked yet.",
    ),
}
