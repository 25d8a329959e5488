"""What is assumed of every factor where a programme does not say otherwise, and where it comes from."""

from kompetanse.model import Assumption, Factor, Programme, Text

_EFFECT = Text(
    nb="Arthur, Bennett, Edens og Bell, Journal of Applied Psychology 88(2), 2003, 234–245: d 0,60 for "
    "reaksjoner, 0,63 for læring, 0,62 for atferd og for resultater. Lacerenza, Reyes, Marlow, Joseph og "
    "Salas, samme tidsskrift 102(12), 2017, 1686–1718: lederopplæring, læring 0,73 og overføring 0,82",
    en="Arthur, Bennett, Edens and Bell, Journal of Applied Psychology 88(2), 2003, 234–245: d .60 for "
    "reactions, .63 for learning, .62 for behaviour and for results. Lacerenza, Reyes, Marlow, Joseph and "
    "Salas, the same journal 102(12), 2017, 1686–1718: leadership training, learning .73 and transfer .82",
)
_HALF_LIFE = Text(
    nb="Tatel og Ackerman, Psychological Bulletin, doi 10.1037/bul0000481: uten bruk er halvparten borte "
    "etter omtrent 6,5 måneder (nøyaktighet), 11 (blandet) og 13 (fart). Arthur, Bennett, Stanush og "
    "McNelly, Human Performance 11(1), 1998, 57–101: d −1,4 etter mer enn 365 dager. At tapet følger en "
    "eksponentialkurve, er antatt",
    en="Tatel and Ackerman, Psychological Bulletin, doi 10.1037/bul0000481: without use half is lost after "
    "about 6.5 months (accuracy), 11 (mixed) and 13 (speed). Arthur, Bennett, Stanush and McNelly, Human "
    "Performance 11(1), 1998, 57–101: d −1.4 after more than 365 days. That the loss follows an exponential "
    "curve is assumed",
)

ASSUMED = (
    Assumption(Factor.EFFECT, likely=0.73, low=0.60, high=0.82, source=_EFFECT),
    Assumption(Factor.DEFLATION, likely=0.6, low=0.4, high=0.9),
    Assumption(Factor.TRANSFER, likely=0.4, low=0.2, high=0.7),
    Assumption(Factor.SPREAD, likely=15, low=10, high=22),
    Assumption(Factor.SATURATION, likely=6, low=3, high=12),
    Assumption(Factor.HALF_LIFE, likely=335, low=198, high=396, source=_HALF_LIFE),
    Assumption(Factor.ATTENDED, likely=0.85, low=0.7, high=1),
    Assumption(Factor.OWN_WORK, likely=0.65, low=0.4, high=0.9),
    Assumption(Factor.START, likely=45, low=25, high=65),
    Assumption(Factor.HORIZON, likely=182),
)
"""Every factor, in the order of `Factor`; without a source, the numbers are assumed."""


def assumptions_of(programme: Programme) -> tuple[Assumption, ...]:
    """Give the assumptions in force, one for each factor: the programme's own in place of the default.

    Of several for one factor, the first holds.
    """
    own = {one.factor: one for one in reversed(programme.assumptions)}
    return tuple(own.get(one.factor, one) for one in ASSUMED)
