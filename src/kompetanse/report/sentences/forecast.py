"""What a design would do, and what that hangs on."""

SENTENCES = {
    "forecast.more": (
        "øker {mean:.2} poeng mer (90 %: {low:.2} til {high:.2}), i {probability:%} av trekningene",
        "gains {mean:.2} points more (90 %: {low:.2} to {high:.2}), in {probability:%} of the draws",
    ),
    "forecast.less": (
        "øker {mean:.2} poeng mindre (90 %: {low:.2} til {high:.2}), i {probability:%} av trekningene",
        "gains {mean:.2} points less (90 %: {low:.2} to {high:.2}), in {probability:%} of the draws",
    ),
    "forecast.drowned": (
        "forskjellen i økning drukner i det vi ikke vet (90 %: {low:+.2} til {high:+.2} poeng)",
        "the difference in gain drowns in what is not known (90 %: {low:+.2} to {high:+.2} points)",
    ),
    "forecast.nearly": ("øker praktisk talt like mye", "gains practically as much"),
    "forecast.no-difference": ("øker like mye", "gains just as much"),
    "column.dimension": ("Dimensjon", "Dimension"),
}

FORECAST_PROBLEMS_NB = {
    "other-framework": "er skåret etter rammeverket {found}; programmets er {expected}",
    "no-framework": "er skåret etter rammeverket {found}; programmet har ikke noe",
    "other-on": "gjelder {found}, og denne {expected}; lag begge for samme dag",
    "other-seed": "bruker frøet {found}, og denne {expected}; bruk det samme for begge",
    "other-draws": "har {found} trekninger, og denne {expected}; bruk like mange for begge",
}
