"""How mature each organisation is, how much of that was answered, and what to take up next.

Read `engine` first: from answers (`waves`) to points (`normalisation`), from points to the value of every
node (`evaluation`, by the methods of `aggregation`), with how sure each is (`intervals`), to the score card
(`card`). What is asked of scores has rooms of its own: `uncertainty`, `reliability`, `privacy`, `advice`.
"""

from kompetanse.scoring.advice.advice import Advice, advise
from kompetanse.scoring.advice.partners import Partners, learning_partners
from kompetanse.scoring.advice.waterfall import Step, Waterfall, waterfall
from kompetanse.scoring.card import LevelShare, Profile, Score, ScoreCard
from kompetanse.scoring.change import WaveChange, change_table, changes, changes_between
from kompetanse.scoring.engine import score
from kompetanse.scoring.matrix import ScoredMatrix, score_matrix
from kompetanse.scoring.privacy.suppression import suppress
from kompetanse.scoring.reliability.agreement import Agreement, GroupAgreement, Reliability, agreement
from kompetanse.scoring.reliability.coefficients import Metric
from kompetanse.scoring.reliability.style import AnswerStyle, Style
from kompetanse.scoring.uncertainty import sobol
from kompetanse.scoring.uncertainty.declared import Uncertainty
from kompetanse.scoring.uncertainty.draws import stream
from kompetanse.scoring.uncertainty.remove_one import Part, Removal, Removals, ScoreWithout, remove_one
from kompetanse.scoring.uncertainty.result import LevelProbability, Pair, Robustness, RobustScore
from kompetanse.scoring.uncertainty.robustness import robustness
from kompetanse.scoring.uncertainty.sensitivity import Sensitivity, SobolIndex, Source, sensitivity

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
    "sobol",
    "stream",
    "suppress",
    "waterfall",
]
