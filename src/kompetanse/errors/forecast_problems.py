"""What can be wrong with what a forecast is asked for; a part of `PROBLEMS`."""

from collections.abc import Mapping
from types import MappingProxyType

FORECAST_PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        "other-framework": "was scored by the framework {found}; the programme's is {expected}",
        "no-framework": "was scored by the framework {found}; the programme has none",
        "other-on": "was forecast for {found}, and this for {expected}; forecast both for one day",
        "other-seed": "was forecast with the seed {found}, and this with {expected}; use one for both",
        "other-draws": "was forecast with {found} draws, and this with {expected}; use as many for both",
    }
)
