"""Modules in periods."""

SENTENCES = {
    "balance.title": ("Modulene i {count:periode|perioder}", "The modules in {count:period|periods}"),
    "balance.hours": (
        "Belastningen er i timer for hver leder: forarbeid, samlingsdag og etterarbeid.",
        "Loads are in hours of each leader: preparation, gathering day and follow-up.",
    ),
    "balance.credits": ("Belastningen er i studiepoeng.", "Loads are in credit hours."),
    "balance.period": (
        "Periode {number}: belastning {load}, {count:modul|moduler}",
        "Period {number}: load {load}, {count:module|modules}",
    ),
    "balance.module": ("{module} ({load})", "{module} ({load})"),
    "balance.max-load": ("Største belastning: {value}", "Largest load: {value}"),
    "balance.range": (
        "Spenn, fra minste til største belastning: {value}",
        "Range, from the least to the largest load: {value}",
    ),
    "balance.sum-of-squares": (
        "Sum av kvadratene av belastningene: {value}",
        "Sum of the squares of the loads: {value}",
    ),
    "balance.proven": ("{what}; mindre er ikke mulig.", "{what}; less is not possible."),
    "balance.proven-given": (
        "{what}; mindre er ikke mulig uten mer av det over.",
        "{what}; less is not possible without more of what stands above.",
    ),
    "balance.bound": (
        "{what}; det er ikke bevist at dette er minst, bare at mindre enn {bound} ikke er mulig.",
        "{what}; this is not proven to be least, only that less than {bound} is not possible.",
    ),
    "balance.interrupted": (
        "Søket ble avbrutt; dette er det beste det hadde.",
        "The search was interrupted; this is the best that it had.",
    ),
    "column.period": ("Periode", "Period"),
    "column.size": ("Størrelse", "Size"),
    "column.mean": ("Snitt", "Mean"),
    "column.load": ("Belastning", "Load"),
}
