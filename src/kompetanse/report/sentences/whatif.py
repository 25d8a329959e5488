"""Designs side by side."""

SENTENCES = {
    "whatif.title": ("Hva om?", "What if?"),
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
    "whatif.appeared": ("ny {severity}: {finding}", "new {severity}: {finding}"),
    "whatif.vanished": ("borte: {finding}", "gone: {finding}"),
    "status.sound": ("i orden", "sound"),
    "status.unsound": ("ikke i orden", "not sound"),
    "status.refused": ("ikke mulig", "not possible"),
    "scenario.base": ("grunnlaget", "the base"),
}
