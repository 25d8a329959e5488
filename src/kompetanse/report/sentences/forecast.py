"""What a design would do, and what that hangs on."""

SENTENCES = {
    "forecast.title": ("Hva opplegget kan gi, per {on}", "What the design may give, by {on}"),
    "forecast.title-unplanned": ("Hva opplegget kan gi", "What the design may give"),
    "forecast.unplanned": (
        "Ingen samling har fått en dag ennå, så det er ingenting å regne med: planlegg først.",
        "No gathering has a day yet, so there is nothing to reckon with: plan first.",
    ),
    "forecast.no-promise": (
        "Dette er ikke noe løfte, og ikke noe bevis for hva som virker. Det sier bare hva som ville følge hvis forutsetningene nedenfor holdt.",
        "This is no promise, and no proof of what works. It only says what would follow if the assumptions below held.",
    ),
    "forecast.meaning": (
        "Økning er i poeng på skalaen fra 0 til 100: snittet av {draws} trekninger (frø {seed}). Intervallet rommer 90 % av dem.",
        "A gain is in points on the scale from 0 to 100: the mean of {draws} draws (seed {seed}). The interval holds 90 % of them.",
    ),
    "forecast.network": (
        "Hele nettverket, {count:virksomhet|virksomheter}: økning på {mean:.2} poeng (90 %: {low:.2} til {high:.2}).",
        "The whole network, {count:organisation|organisations}: gain of {mean:.2} points (90 %: {low:.2} to {high:.2}).",
    ),
    "forecast.organisation": (
        "{organisation}: økning på {mean:.2} poeng (90 %: {low:.2} til {high:.2}).",
        "{organisation}: gain of {mean:.2} points (90 %: {low:.2} to {high:.2}).",
    ),
    "forecast.organisations": ("Virksomhet for virksomhet:", "Organisation by organisation:"),
    "forecast.interval": ("{low} til {high}", "{low} to {high}"),
    "forecast.not-taught": (
        "Uten samling for alle grupper innen denne dagen, og regnet som ikke holdt der: {modules}.",
        "Without a gathering of every cohort by this day, and counted as not taught there: {modules}.",
    ),
    "forecast.alone": (
        "I ingen gruppe, og derfor uten økning: {organisations}.",
        "In no cohort, and therefore without a gain: {organisations}.",
    ),
    "forecast.assumptions": ("Forutsetningene:", "The assumptions:"),
    "forecast.assumption": (
        "{factor} {numbers}: {about} ({source})",
        "{factor} {numbers}: {about} ({source})",
    ),
    "forecast.between": ("{likely}, fra {low} til {high}", "{likely}, from {low} to {high}"),
    "forecast.exactly": ("{likely}", "{likely}"),
    "forecast.assumed": ("antatt", "assumed"),
    "forecast.drivers": (
        "Nettverkets resultat avhenger mest av {drivers}. Andelene sier hvor mye av usikkerheten hver av dem har del i; de overlapper.",
        "The network's result hangs most on {drivers}. The shares say how much of the uncertainty each has a part in; they overlap.",
    ),
    "forecast.driver": ("{factor} ({share:%})", "{factor} ({share:%})"),
    "forecast.more": (
        "gir {mean:.2} poeng mer økning (90 %: {low:.2} til {high:.2}), i {probability:%} av trekningene",
        "gains {mean:.2} points more (90 %: {low:.2} to {high:.2}), in {probability:%} of the draws",
    ),
    "forecast.less": (
        "gir {mean:.2} poeng mindre økning (90 %: {low:.2} til {high:.2}), i {probability:%} av trekningene",
        "gains {mean:.2} points less (90 %: {low:.2} to {high:.2}), in {probability:%} of the draws",
    ),
    "forecast.drowned": (
        "forskjellen i økning drukner i det vi ikke vet (90 %: {low:+.2} til {high:+.2} poeng)",
        "the difference in gain drowns in what is not known (90 %: {low:+.2} to {high:+.2} points)",
    ),
    "forecast.nearly": ("gir praktisk talt like stor økning", "gains practically as much"),
    "forecast.no-difference": ("gir like stor økning", "gains just as much"),
    "assumption.effect": ("effekt", "effect"),
    "assumption.deflation": ("nedjustering", "deflation"),
    "assumption.transfer": ("overføring", "transfer"),
    "assumption.spread": ("spredning", "spread"),
    "assumption.saturation": ("metning", "saturation"),
    "assumption.half-life": ("halveringstid", "half-life"),
    "assumption.attended": ("oppmøte", "attendance"),
    "assumption.own-work": ("arbeid hjemme", "work at home"),
    "assumption.start": ("utgangspunkt", "starting point"),
    "assumption.horizon": ("horisont", "horizon"),
    "assumption-about.effect": (
        "det opplæring gir på det meste, i standardavvik (d)",
        "what training does at most, in standard deviations (d)",
    ),
    "assumption-about.deflation": (
        "andelen av effekten som strengere studier ville funnet",
        "the share of the effect that stricter studies would have found",
    ),
    "assumption-about.transfer": (
        "andelen av det lærte som viser igjen i virksomheten",
        "the share of what is learnt that comes to show in the organisation",
    ),
    "assumption-about.spread": ("ett standardavvik i poeng", "one standard deviation in points"),
    "assumption-about.saturation": (
        "timer på én dimensjon før nesten to tredeler av effekten er nådd",
        "hours on one dimension until nearly two thirds of the effect are reached",
    ),
    "assumption-about.half-life": (
        "dager uten bruk før halvparten er glemt",
        "days without use until half is forgotten",
    ),
    "assumption-about.attended": (
        "andelen av lederne som kommer på samlingene, der den ikke er kjent",
        "the share of the leaders who come to the gatherings, where it is not known",
    ),
    "assumption-about.own-work": (
        "andelen av arbeidet hjemme som blir gjort, der den ikke er kjent",
        "the share of the work at home that is done, where it is not known",
    ),
    "assumption-about.start": (
        "skåren før opplegget, der den ikke er kjent",
        "the score at the start, where it is not known",
    ),
    "assumption-about.horizon": (
        "dager fra siste etterarbeid til dagen det gjelder, der den ikke er oppgitt",
        "days from the last follow-up to the day that is told of, where none is given",
    ),
    "column.at-start": ("Ved start", "At the start"),
    "column.dimension": ("Dimensjon", "Dimension"),
}

FORECAST_PROBLEMS_NB = {
    "other-framework": "er skåret etter rammeverket {found}; programmets er {expected}",
    "no-framework": "er skåret etter rammeverket {found}; programmet har ikke noe",
    "other-on": "gjelder {found}, og denne {expected}; lag begge for samme dag",
    "other-seed": "bruker frøet {found}, og denne {expected}; bruk det samme for begge",
    "other-draws": "har {found} trekninger, og denne {expected}; bruk like mange for begge",
}
