"""How mature each organisation is, how much of that was answered, and what to take up next."""

from kompetanse.scoring.advice import Advice, advise
from kompetanse.scoring.card import LevelShare, Profile, Score, ScoreCard
from kompetanse.scoring.engine import score

__all__ = ["Advice", "LevelShare", "Profile", "Score", "ScoreCard", "advise", "score"]
