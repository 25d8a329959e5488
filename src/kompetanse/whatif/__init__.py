"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.compare import Comparison, compare, evaluate
from kompetanse.whatif.outcome import Difference, Moved, Outcome, Result
from kompetanse.whatif.scenario import Scenario

__all__ = ["Comparison", "Difference", "Moved", "Outcome", "Result", "Scenario", "compare", "evaluate"]
