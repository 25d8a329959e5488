"""What if: scenarios, compared with the design they start from."""

from kompetanse.whatif.scenario import Scenario

__all__ = ["Scenario"]
