"""Maturity: scores, gaps, profiles, advice."""

SENTENCES = {
    "scores.title": ("Digital modenhet, {wave}", "Digital maturity, {wave}"),
    "scores.owner": ("Rammeverk: {name}, av {owner}.", "Framework: {name}, by {owner}."),
    "scores.scale": (
        "Skår går fra 0 til 100. Dekning er hvor stor del av svarene som kom inn; det som ikke er besvart, "
        "teller ikke som null.",
        "Scores run from 0 to 100. Coverage is the share of the answers that came in; what was not answered does "
        "not count as zero.",
    ),
    "scores.interval": (
        "Intervallet (90 %) sier hvor skåren trolig hadde ligget om alle hadde svart.",
        "The interval (90 %) tells where the score would likely lie if everyone had answered.",
    ),
    "scores.minimum": (
        "Det som bygger på færre enn {minimum} svar, er holdt tilbake, og noe mer, så det ikke kan regnes ut av resten.",
        "What rests on fewer than {minimum} respondents is held back, and some more, so that it cannot be worked out from the rest.",
    ),
    "scores.withheld": (
        "{organisation}: holdt tilbake, siden skåren kunne røpe hva færre enn {minimum} har svart",
        "{organisation}: held back, since the score might tell what fewer than {minimum} answered",
    ),
    "scores.withheld-level": ("(holdt tilbake)", "(held back)"),
    "scores.level-number": ("{number} av {count}", "{number} of {count}"),
    "scores.distinct": (
        "Endringen er større enn det hvem som svarte, kan forklare, hos {count} av {all}: {organisations}.",
        "The change is larger than who happened to answer can explain for {count} of {all}: {organisations}.",
    ),
    "scores.none-distinct": (
        "Ingen endring er større enn det hvem som svarte, kan forklare.",
        "No change is larger than who happened to answer can explain.",
    ),
    "scores.network": (
        "Hele nettverket, {count:virksomhet|virksomheter}:",
        "The whole network, {count:organisation|organisations}:",
    ),
    "scores.widest": ("Lengst fra målet:", "Widest gaps to target:"),
    "scores.narrowest": ("Nærmest målet:", "Narrowest gaps to target:"),
    "scores.gaps": ("Avstand til målet:", "Gaps to target:"),
    "scores.gap": (
        "{node}: {value:.1} av {target:.1}, {gap:.1} igjen",
        "{node}: {value:.1} of {target:.1}, {gap:.1} to go",
    ),
    "scores.gap-passed": (
        "{node}: {value:.1}, {over:.1} over målet på {target:.1}",
        "{node}: {value:.1}, {over:.1} past the target of {target:.1}",
    ),
    "scores.organisations": ("Virksomhet for virksomhet:", "Organisation by organisation:"),
    "scores.none": ("Ingen svar.", "No answers."),
    "scores.organisation": (
        "{organisation}: {value:.1} i alt, dekning {coverage:%}",
        "{organisation}: {value:.1} in all, coverage {coverage:%}",
    ),
    "scores.organisation-between": (
        "{organisation}: {value:.1} i alt (90 %: {low:.0} til {high:.0}), dekning {coverage:%}",
        "{organisation}: {value:.1} in all (90 %: {low:.0} to {high:.0}), coverage {coverage:%}",
    ),
    "scores.not-answered": ("{organisation}: ikke besvart", "{organisation}: not answered"),
    "scores.profile": (
        "{organisation} står på flere nivåer samtidig:",
        "{organisation} stands on several levels at once:",
    ),
    "scores.profile-one": ("{organisation} står på ett nivå:", "{organisation} stands on one level:"),
    "scores.thin": (
        "; bare en mindre del er besvart, så skår og nivå er usikre",
        "; only the smaller part is answered, so score and level are uncertain",
    ),
    "scores.thin-level": ("få svar: {level}", "few answers: {level}"),
    "scores.share": ("{bar} {share:%} {level}", "{bar} {share:%} {level}"),
    "scores.advice": (
        "{organisation} bør ta tak i {dimension} nå.",
        "{organisation} should take up {dimension} next.",
    ),
    "scores.advice-none": (
        "{organisation} har nådd alle mål som er besvart.",
        "{organisation} has reached every target that was answered.",
    ),
    "scores.why": (
        "Hvorfor: skåren er {score:.1} og målet {target:.1}; dimensjonen veier {weight:%} av helheten, så å nå "
        "målet løfter samlet skår med {gain:.1}",
        "Why: its score is {score:.1} and the target {target:.1}; the dimension weighs {weight:%} of the whole, so "
        "that reaching the target lifts the whole score by {gain:.1}",
    ),
    "scores.most": (", mest av alle.", ", more than any other."),
    "scores.most-of-coming": (
        ", mest av dem som en kommende modul utvikler.",
        ", more than any other that a coming module develops.",
    ),
    "scores.module": (
        "Neste modul som utvikler den: {module}.",
        "The next module that develops it: {module}.",
    ),
    "scores.first": ("Den krever {modules}, som gjenstår.", "It requires {modules}, still to be done."),
    "scores.learn-from": ("Lær av: {organisation}.", "Learn from: {organisation}."),
    "scores.no-module": ("Ingen modul som gjenstår, utvikler den.", "No module that is left develops it."),
    "scores.met": (
        "{module}, som det ble holdt samling for {date}, utvikler den: følg opp der.",
        "{module}, which was met for on {date}, develops it: follow up there.",
    ),
    "scores.taken": (
        "{module}, som er gjennomført, utvikler den: følg opp der.",
        "{module}, which was taken, develops it: follow up there.",
    ),
    "scores.then": ("Deretter: {dimensions}.", "Then: {dimensions}."),
    "column.interval": ("Intervall", "Interval"),
    "column.low": ("Nedre", "Low"),
    "column.high": ("Øvre", "High"),
    "column.error": ("Standardfeil", "Standard error"),
    "column.respondents": ("Svarte", "Respondents"),
    "column.change": ("Endring", "Change"),
    "column.indicator": ("Spørsmål", "Indicator"),
    "column.organisations": ("Virksomheter", "Organisations"),
    "column.respondent": ("Svart av", "Respondent"),
    "column.answers": ("Svar", "Answers"),
    "column.rwg": ("rwg", "rwg"),
    "column.icc_1_1": ("ICC(1,1)", "ICC(1,1)"),
    "column.icc_1_k": ("ICC(1,k)", "ICC(1,k)"),
    "column.icc_2_1": ("ICC(2,1)", "ICC(2,1)"),
    "column.icc_2_k": ("ICC(2,k)", "ICC(2,k)"),
    "column.icc_3_1": ("ICC(3,1)", "ICC(3,1)"),
    "column.icc_3_k": ("ICC(3,k)", "ICC(3,k)"),
    "column.alpha_nominal": ("Alfa, nominal", "Alpha, nominal"),
    "column.alpha_ordinal": ("Alfa, ordinal", "Alpha, ordinal"),
    "column.alpha_interval": ("Alfa, intervall", "Alpha, interval"),
    "column.part": ("Del", "Part"),
    "column.share": ("Andel", "Share"),
    "column.contribution": ("Bidrag", "Contribution"),
    "column.flag": ("Merknad", "Flag"),
    "column.before": ("Fra runde", "From wave"),
    "column.after": ("Til runde", "To wave"),
    "column.value-before": ("Skår før", "Score before"),
    "column.value-after": ("Skår etter", "Score after"),
    "column.detectable": ("Kan påvises fra", "Detectable from"),
    "flag.distinct": ("reell endring", "distinct change"),
    "flag.not-distinct": ("kan være tilfeldig", "may be chance"),
    "flag.disagree": ("uenige", "disagree"),
    "flag.straight-lining": ("samme svar på alt", "the same answer to all"),
    "flag.extreme": ("bare ytterpunkter", "only the ends"),
}
