"""How mature each organisation is, how much of that was answered, and what to take up next."""

from kompetanse.scoring.advice import Advice, advise
from kompetanse.scoring.agreement import Agreement, GroupAgreement, Reliability, agreement
from kompetanse.scoring.card import LevelShare, Profile, Score, ScoreCard
from kompetanse.scoring.change import WaveChange, change_table, changes, changes_between
from kompetanse.scoring.engine import score
from kompetanse.scoring.matrix import ScoredMatrix, score_matrix
from kompetanse.scoring.privacy import suppress
from kompetanse.scoring.reliability import Metric
from kompetanse.scoring.style import AnswerStyle, Style

__all__ = [
    "Advice",
    "Agreement",
    "AnswerStyle",
    "GroupAgreement",
    "LevelShare",
    "Metric",
    "Profile",
    "Reliability",
    "Score",
    "ScoreCard",
    "ScoredMatrix",
    "Style",
    "WaveChange",
    "advise",
    "agreement",
    "change_table",
    "changes",
    "changes_between",
    "score",
    "score_matrix",
    "suppress",
]
