"""Pictures of scores: titles, axes, marks, and what they show, for those who cannot see them."""

SENTENCES = {
    "picture-levels.title": (
        "{who}, {wave}: svarene nivå for nivå",
        "{who}, {wave}: the answers level by level",
    ),
    "picture-levels.none": ("Rammeverket har ingen nivåer.", "The framework has no levels."),
    "picture-levels.network": ("hele nettverket, i snitt", "the whole network, on average"),
    "picture-levels.share": ("{share:%} på {name}", "{share:%} on {name}"),
    "picture-levels.alt": (
        "Svarene fordeler seg slik: {shares}.",
        "The answers: {shares}.",
    ),
    "picture-levels.alt-network": (
        "I nettverket ligger den største andelen, {share:%}, på {name}.",
        "In the network the largest share, {share:%}, is on {name}.",
    ),
    "picture-dimensions.title": ("{name}, {wave}: {subject}", "{name}, {wave}: {subject}"),
    "picture-dimensions.network": ("hele nettverket", "the whole network"),
    "picture-dimensions.none": ("Rammeverket har ingen dimensjoner.", "The framework has no dimensions."),
    "picture-dimensions.value": ("skår", "score"),
    "picture-dimensions.thin": (
        "skår, men under {thin:%} besvart",
        "score, but less than {thin:%} answered",
    ),
    "picture-dimensions.interval": ("90 %-intervall", "90 % interval"),
    "picture-dimensions.target": ("mål", "target"),
    "picture-dimensions.peer": ("en annen virksomhet", "another organisation"),
    "picture-dimensions.missing": ("ikke besvart", "not answered"),
    "picture-dimensions.withheld": ("holdt tilbake", "held back"),
    "picture-dimensions.alt": (
        "{count:dimensjon|dimensjoner} med skår, sterkest {strongest} ({high:.1}), svakest {weakest} ({low:.1}).",
        "{count:dimension|dimensions} with a score, strongest {strongest} ({high:.1}), weakest {weakest} ({low:.1}).",
    ),
    "picture-dimensions.alt-one": (
        "Bare {strongest} har skår ({high:.1}).",
        "Only {strongest} has a score ({high:.1}).",
    ),
    "picture-dimensions.alt-none": (
        "Ingen dimensjon har skår som kan vises.",
        "No dimension has a score that can be shown.",
    ),
    "picture-dimensions.alt-missing": ("Ikke besvart: {nodes}.", "Not answered: {nodes}."),
    "picture-dimensions.alt-withheld": ("Holdt tilbake: {nodes}.", "Held back: {nodes}."),
    "picture-dimensions.alt-all-missing": ("Ingenting er besvart.", "Nothing was answered."),
    "picture-dimensions.alt-all-withheld": ("Alt er holdt tilbake.", "Everything is held back."),
    "picture-changes.network": ("Hele nettverket", "The whole network"),
    "picture-changes.title": (
        "{who}: endring fra {before} til {after}",
        "{who}: change from {before} to {after}",
    ),
    "picture-changes.none": ("{who}: endring", "{who}: change"),
    "picture-changes.one-wave": (
        "Det er ingen runde før {wave}, så det er ingen endring å vise.",
        "There is no wave before {wave}, so there is no change to show.",
    ),
    "picture-changes.no-wave": ("Ingen har svart på noe.", "Nobody has answered anything."),
    "picture-changes.more": (
        "{count:dimensjon|dimensjoner} til er ikke tegnet.",
        "{count:more dimension is|more dimensions are} not drawn.",
    ),
    "picture-changes.heading": ("endring (90 %)", "change (90 %)"),
    "picture-changes.axis": ("Skår, fra 0 til 100", "Score, from 0 to 100"),
    "picture-changes.between": (
        "{change:+.1} ({low:+.1} til {high:+.1})",
        "{change:+.1} ({low:+.1} to {high:+.1})",
    ),
    "picture-changes.unknown-error": (
        "{change:+.1} (usikkerhet ukjent)",
        "{change:+.1} (uncertainty unknown)",
    ),
    "picture-changes.not-answered": ("ikke besvart", "not answered"),
    "picture-changes.not-answered-in": ("ikke besvart i {wave}", "not answered in {wave}"),
    "picture-changes.withheld": ("holdt tilbake", "held back"),
    "picture-changes.withheld-in": ("holdt tilbake i {wave}", "held back in {wave}"),
    "picture-changes.withheld-change": ("endringen er holdt tilbake", "change held back"),
    "picture-changes.nobody-twice": ("ingen har svart i begge rundene", "nobody answered in both waves"),
    "picture-changes.before": ("skår i {before}", "score in {before}"),
    "picture-changes.distinct": (
        "skår i {after}; endret mer enn tilfeldig utvalg kan forklare",
        "score in {after}; changed by more than who happened to answer can explain",
    ),
    "picture-changes.chance": (
        "skår i {after}; endringen kan være tilfeldig",
        "score in {after}; the change may be chance",
    ),
    "picture-changes.unknown": (
        "skår i {after}; om endringen er tilfeldig, kan ikke sies",
        "score in {after}; whether the change is chance cannot be said",
    ),
    "picture-changes.interval": (
        "90 %-intervall for endringen, regnet fra skåren i {before}",
        "90 % interval of the change, from the score in {before}",
    ),
    "picture-changes.alt-whole": (
        "I alt fra {before:.1} til {after:.1} poeng.",
        "In all from {before:.1} to {after:.1} points.",
    ),
    "picture-changes.alt-distinct": (
        "Endret mer enn tilfeldig utvalg kan forklare: {names}.",
        "Changed by more than who happened to answer can explain: {names}.",
    ),
    "picture-changes.alt-unknown": (
        "Om noe av det er mer enn tilfeldig, kan ikke sies.",
        "Whether any of it is more than chance cannot be said.",
    ),
    "picture-changes.alt-none": (
        "Ingen endring er større enn det tilfeldig utvalg kan forklare.",
        "No change is larger than who happened to answer can explain.",
    ),
    "picture-waterfall.title": (
        "{who}, {what}: hva skåren består av, {wave}",
        "{who}, {what}: what the score is made of, {wave}",
    ),
    "picture-waterfall.none": (
        "{who}, {what}: hva skåren består av",
        "{who}, {what}: what the score is made of",
    ),
    "picture-waterfall.not-answered": (
        "Ikke besvart, så det er ingen skår å dele opp.",
        "Not answered, so that there is no score to take apart.",
    ),
    "picture-waterfall.withheld": (
        "Skåren er holdt tilbake, for ikke å røpe hva noen få har svart.",
        "The score is held back, so as not to tell what a few answered.",
    ),
    "picture-waterfall.base": ("Med alle deler på 0", "With every part at 0"),
    "picture-waterfall.others": ("{count:del|deler} til", "{count:more part|more parts}"),
    "picture-waterfall.whole": ("I alt", "In all"),
    "picture-waterfall.target-key": ("målet", "the target"),
    "picture-waterfall.adds": ("det delen bidrar med", "what the part contributes"),
    "picture-waterfall.takes": ("det delen trekker ned", "what the part takes away"),
    "picture-waterfall.whole-key": ("skåren i alt", "the score in all"),
    "picture-waterfall.contribution": ("{contribution:+.1}", "{contribution:+.1}"),
    "picture-waterfall.made-of": (
        "skår {value:.1}, vekt {share:%}",
        "score {value:.1}, weight {share:%}",
    ),
    "picture-waterfall.part-not-answered": ("ikke besvart", "not answered"),
    "picture-waterfall.parts-withheld": (
        "Delene er holdt tilbake, for ikke å røpe hva noen få har svart.",
        "The parts are held back, so as not to tell what a few answered.",
    ),
    "picture-waterfall.alt-whole": ("Skåren er {value:.1}.", "The score is {value:.1}."),
    "picture-waterfall.total": ("{value:.1}", "{value:.1}"),
    "picture-waterfall.of-target": ("av målet på {target:.1}", "of the target of {target:.1}"),
    "picture-waterfall.axis": ("Poeng i skåren", "Points of the score"),
    "picture-waterfall.heading": ("bidrag", "contribution"),
    "picture-waterfall.alt": (
        "Skåren er {value:.1}; mest bidrar {name}, med {contribution:.1}.",
        "The score is {value:.1}; {name} contributes most, with {contribution:.1}.",
    ),
    "picture-waterfall.alt-target": ("Målet er {target:.1}.", "The target is {target:.1}."),
    "picture-waterfall.alt-missing": ("Uten svar: {parts}.", "Without an answer: {parts}."),
}
