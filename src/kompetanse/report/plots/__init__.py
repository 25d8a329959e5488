"""Pictures: each function draws one on axes that it is given or makes, and gives them back.

Beside ``plot_x`` stands ``x_picture``, which gives the `Picture` itself: how high it wants to be, what it
shows in words, and its SVG.
"""

from kompetanse.report.plots.canvas import Picture
from kompetanse.report.plots.changes import changes_picture, plot_changes
from kompetanse.report.plots.differences import differences_picture, plot_differences
from kompetanse.report.plots.pareto import pareto_picture, plot_pareto
from kompetanse.report.plots.waterfall import plot_waterfall, waterfall_picture

__all__ = [
    "Picture",
    "changes_picture",
    "differences_picture",
    "pareto_picture",
    "plot_changes",
    "plot_differences",
    "plot_pareto",
    "plot_waterfall",
    "waterfall_picture",
]
