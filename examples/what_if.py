"""What would the Rogaland programme be if we did it otherwise? As an analyst would script it."""

from datetime import date

from kompetanse import (
    Drop,
    Move,
    Prerequisite,
    Require,
    Scenario,
    Shift,
    bundled,
    check,
    compare,
    ensure_sound,
    journey,
    read_programme,
)
from kompetanse.report import Words, finding_text

programme = ensure_sound(read_programme(bundled("rogaland") / "programme.yaml"))
where = journey(programme, on=date(2023, 3, 13))
print("13 March 2023, done:", where.done, "running:", where.running, "to come:", where.to_come)

comparison = compare(programme, [
    Scenario("without-technology", changes=[Drop("teknologi")]),
    Scenario("technology-before-strategy", changes=[Move("teknologi", before="strategi")]),
    Scenario("leadership-first", changes=[Move("ledelse", before="organisasjon")]),
    Scenario("north-in-easter", changes=[Shift("nord", days=28, module="ledelse")]),
    Scenario("half-a-year", changes=[Require("teknologi", Prerequisite("strategi", lag=180))]),
])  # fmt: skip
for outcome in comparison.outcomes:
    result, difference = outcome.result, outcome.difference
    if result and difference:
        print(f"{outcome.scenario.id}: sound={result.sound}, {difference.leader_hours:+.0f} leader-hours")
        for finding in difference.appeared:
            print("   ", finding_text(finding, Words("en", result.programme)))
            mended = finding.remedies[0].apply(result.programme) if finding.remedies else result.programme
            print("    after its first remedy:", len(check(mended)), "findings")
