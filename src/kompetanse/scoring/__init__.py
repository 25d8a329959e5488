"""How mature each organisation is, how much of that was answered, and what to take up next."""

from kompetanse.scoring.advice import Advice, advise
from kompetanse.scoring.agreement import Agreement, GroupAgreement, Reliability, agreement
from kompetanse.scoring.card import LevelShare, Profile, Score, ScoreCard
from kompetanse.scoring.change import WaveChange, change_table, changes, changes_between
from kompetanse.scoring.engine import score
from kompetanse.scoring.matrix import ScoredMatrix, score_matrix
from kompetanse.scoring.partners import Partners, learning_partners
from kompetanse.scoring.privacy import suppress
from kompetanse.scoring.reliability import Metric
from kompetanse.scoring.remove_one import Part, Removal, Removals, ScoreWithout, remove_one
from kompetanse.scoring.robust import LevelProbability, Pair, Robustness, RobustScore
from kompetanse.scoring.robustness import robustness
from kompetanse.scoring.sensitivity import Sensitivity, SobolIndex, Source, sensitivity
from kompetanse.scoring.style import AnswerStyle, Style
from kompetanse.scoring.uncertainty import Uncertainty
from kompetanse.scoring.waterfall import Step, Waterfall, waterfall

__all__ = [
    "Advice",
    "Agreement",
    "AnswerStyle",
    "GroupAgreement",
    "LevelProbability",
    "LevelShare",
    "Metric",
    "Pair",
    "Part",
    "Partners",
    "Profile",
    "Reliability",
    "Removal",
    "Removals",
    "RobustScore",
    "Robustness",
    "Score",
    "ScoreCard",
    "ScoreWithout",
    "ScoredMatrix",
    "Sensitivity",
    "SobolIndex",
    "Source",
    "Step",
    "Style",
    "Uncertainty",
    "Waterfall",
    "WaveChange",
    "advise",
    "agreement",
    "change_table",
    "changes",
    "changes_between",
    "learning_partners",
    "remove_one",
    "robustness",
    "score",
    "score_matrix",
    "sensitivity",
    "suppress",
    "waterfall",
]
