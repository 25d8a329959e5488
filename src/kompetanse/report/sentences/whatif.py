"""Designs side by side."""

SENTENCES = {
    "whatif.title": ("Hva om?", "What if?"),
    "whatif.side-time": ("Tid og omfang", "Time and extent"),
    "whatif.side-form": ("Form og belastning", "Form and load"),
    "whatif.side-gain": ("Økning, om forutsetningene holder", "Gain, if the assumptions hold"),
    "whatif.base": ("Grunnlaget: {name}", "The base: {name}"),
    "whatif.result": (
        "{modules:modul|moduler}, siste samling {last_date}, {hours:ledertime|ledertimer}",
        "{modules:module|modules}, last gathering {last_date}, {hours:leader-hour|leader-hours}",
    ),
    "whatif.order": ("rekkefølge: {modules}", "order: {modules}"),
    "whatif.no-order": ("ingen rekkefølge er mulig", "no order is possible"),
    "whatif.scenario": ("{name}: {status}", "{name}: {status}"),
    "whatif.change": ("endring: {change}", "change: {change}"),
    "whatif.refused": ("lar seg ikke gjøre: {reason}", "not possible: {reason}"),
    "whatif.same": ("ingen forskjell fra grunnlaget", "no difference from the base"),
    "whatif.dropped": ("uten {modules}", "without {modules}"),
    "whatif.added": ("med {modules} i tillegg", "with {modules} besides"),
    "whatif.moved": (
        "{module} flytter fra plass {was} til plass {now}",
        "{module} moves from place {was} to place {now}",
    ),
    "whatif.days-later": ("slutter {days:dag|dager} senere", "ends {days:day|days} later"),
    "whatif.days-earlier": ("slutter {days:dag|dager} tidligere", "ends {days:day|days} earlier"),
    "whatif.hours": ("{hours:+} ledertimer", "{hours:+} leader-hours"),
    "whatif.on": ("bygger på «{name}»", "builds on “{name}”"),
    "whatif.cost": ("koster {cost}", "costs {cost}"),
    "whatif.cost-more": ("koster {cost} mer", "costs {cost} more"),
    "whatif.cost-less": ("koster {cost} mindre", "costs {cost} less"),
    "whatif.peak": (
        "travlest i {month:month}, med {hours:ledertime|ledertimer}",
        "busiest in {month:month}, with {hours:leader-hour|leader-hours}",
    ),
    "whatif.peak-more": (
        "travlest i {month:month}, med {hours:ledertime|ledertimer} ({more:+})",
        "busiest in {month:month}, with {hours:leader-hour|leader-hours} ({more:+})",
    ),
    "whatif.orders": ("mulige rekkefølger: {orders}", "possible orders: {orders}"),
    "whatif.orders-more": (
        "mulige rekkefølger: {orders} (grunnlaget: {base})",
        "possible orders: {orders} (the base: {base})",
    ),
    "whatif.orders-many": ("for mange til å telle", "too many to count"),
    "whatif.complexity": ("kompleksitet {more:+}", "complexity {more:+}"),
    "whatif.gain": (
        "økning fram til {on}, om forutsetningene holder: {mean:.2} poeng (90 %: {low:.2} til {high:.2})",
        "gain by {on}, if the assumptions hold: {mean:.2} points (90 %: {low:.2} to {high:.2})",
    ),
    "whatif.driver": (
        "avhenger mest av forutsetningen «{factor}», som har del i {share:%} av usikkerheten",
        "hangs most on the assumption “{factor}”, which has a part in {share:%} of the uncertainty",
    ),
    "whatif.pareto": (
        "Ikke slått av noe annet, av dem som er i orden: {designs}. Et opplegg er slått når et annet er minst like godt på alle disse punktene, og bedre på ett: {by}.",
        "Beaten by no other, of those that are sound: {designs}. A design is beaten where another is at least as good in all of these, and better in one: {by}.",
    ),
    "whatif.quoted": ("«{name}»", "“{name}”"),
    "whatif.more": ("{count} til", "{count} more"),
    "whatif.other-yardstick": (
        "Ikke med i dette, siden noe annet forutsettes eller vektes annerledes: {designs}.",
        "No part of this, since something else is assumed or weighed otherwise: {designs}.",
    ),
    "whatif.pareto-without-gain": (
        "Hva deltakerne får ut av det, er ikke med i dette.",
        "What those who take part gain by it is no part of this.",
    ),
    "whatif.forecast": (
        "Prognosen sier hva som følger hvis forutsetningene holder, fram til {on}; den er ikke noe løfte og beviser ingen virkning. {assumed} av de {assumptions} forutsetningene er antatt: se kompetanse forecast.",
        "The forecast says what follows if its assumptions hold, until {on}; it is no promise and proves no effect. {assumed} of its {assumptions} assumptions are assumed: see kompetanse forecast.",
    ),
    "whatif.appeared": ("ny {severity}: {finding}", "new {severity}: {finding}"),
    "whatif.vanished": ("borte: {finding}", "gone: {finding}"),
    "status.sound": ("i orden", "sound"),
    "status.unsound": ("ikke i orden", "not sound"),
    "status.refused": ("ikke mulig", "not possible"),
    "scenario.base": ("grunnlaget", "the base"),
}
