"""Whether a design is sound: rules that find, each finding with its place and its remedies."""

from kompetanse.checks.check import RULES, check, ensure_sound
from kompetanse.checks.rule import Rule

__all__ = ["RULES", "Rule", "check", "ensure_sound"]
