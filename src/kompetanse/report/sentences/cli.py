"""What the command line adds of its own."""

SENTENCES = {
    "cli.sound": ("{path}: ingen feil.", "{path}: no errors."),
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
    "cli.demo": (
        "Eksempelet: {name}, fra fil til svar",
        "The demonstration: {name}, from file to answer",
    ),
}
