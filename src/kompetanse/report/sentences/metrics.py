"""The metrics of curricular analytics, and how many orders there are."""

SENTENCES = {
    "metrics.title": ("Hvor det strammer", "Where it is tight"),
    "metrics.meaning": (
        "Blokkering er hvor mange moduler som ikke kan nås uten denne. Forsinkelse er hvor mange moduler den lengste kjeden gjennom den har. Sentralitet er samlet lengde på alle veier fra første til siste modul gjennom den. Kompleksitet er blokkering og forsinkelse til sammen: jo høyere, desto mer koster det om noe går galt her.",
        "Blocking is how many modules cannot be reached without this one. Delay is how many modules the longest chain through it has. Centrality is the summed length of all paths from a first to a last module through it. Complexity is blocking and delay together: the higher, the more it costs if something goes wrong here.",
    ),
    "metrics.quarter": (
        "I et system med fire terminer i året teller kompleksiteten to tredeler.",
        "In a quarter system complexity counts two thirds.",
    ),
    "metrics.groups": (
        "Tabellen teller det som kreves i alle fall; grupper å velge fra er ikke med.",
        "The table counts what is required in any case; groups to choose from are left out.",
    ),
    "metrics.total": (
        "I alt: blokkering {blocking}, forsinkelse {delay}, sentralitet {centrality}, kompleksitet {complexity}.",
        "In all: blocking {blocking}, delay {delay}, centrality {centrality}, complexity {complexity}.",
    ),
    "metrics.chain": (
        "Lengste kjede, {count:modul|moduler}: {chain}.",
        "The longest chain, {count:module|modules}: {chain}.",
    ),
    "metrics.bottlenecks": (
        "Flaskehalser, med mange bånd til andre: {modules}.",
        "Bottlenecks, with many ties to others: {modules}.",
    ),
    "metrics.redundant": (
        "Sies allerede av andre forkunnskaper: {module} krever {what}.",
        "Said by other prerequisites already: {module} requires {what}.",
    ),
    "metrics.ranges": (
        "Noen moduler kan velge hva de kommer etter. Alt etter valget er summene:",
        "Some modules may choose what they come after. Depending on the choice, the sums are:",
    ),
    "metrics.same": ("{measure}: {low}, uansett valg", "{measure}: {low}, whatever is chosen"),
    "metrics.range": (
        "{measure}: {low} til {high}{bound}",
        "{measure}: {low} to {high}{bound}",
    ),
    "metrics.bound": (" (yttergrenser, ikke nødvendigvis nådd)", " (bounds, not always reached)"),
    "metrics.unbounded": ("ukjent", "unknown"),
    "metrics.choice": ("mest med {choice}", "most with {choice}"),
    "metrics.chosen": ("{option} før {module}", "{option} before {module}"),
    "metrics.orders": (
        "{orders:gyldig rekkefølge|gyldige rekkefølger}.",
        "{orders:valid order|valid orders}.",
    ),
    "metrics.too-many-orders": (
        "Rekkefølgene er for mange til å telles helt ut; de er anslått til {value}, mellom {low} og {high}.",
        "There are too many orders to count them all; they are estimated at {value}, between {low} and {high}.",
    ),
    "column.blocking": ("Blokkering", "Blocking"),
    "column.delay": ("Forsinkelse", "Delay"),
    "column.centrality": ("Sentralitet", "Centrality"),
    "column.complexity": ("Kompleksitet", "Complexity"),
}
