"""Pictures: each function draws one on axes that it is given or makes, and gives them back.

Beside ``plot_x`` stands ``x_picture``, which gives the `Picture` itself: how high it wants to be, what it
shows in words, and its SVG.
"""

from kompetanse.report.plots.canvas import Picture
from kompetanse.report.plots.changes import changes_picture, plot_changes
from kompetanse.report.plots.differences import differences_picture, plot_differences
from kompetanse.report.plots.dimensions import dimensions_picture, plot_dimensions
from kompetanse.report.plots.levels import levels_picture, plot_levels
from kompetanse.report.plots.modules import modules_picture, plot_modules
from kompetanse.report.plots.pareto import pareto_picture, plot_pareto
from kompetanse.report.plots.timetable import plot_timetable, timetable_picture
from kompetanse.report.plots.waterfall import plot_waterfall, waterfall_picture

__all__ = [
    "Picture",
    "changes_picture",
    "differences_picture",
    "dimensions_picture",
    "levels_picture",
    "modules_picture",
    "pareto_picture",
    "plot_changes",
    "plot_differences",
    "plot_dimensions",
    "plot_levels",
    "plot_modules",
    "plot_pareto",
    "plot_timetable",
    "plot_waterfall",
    "timetable_picture",
    "waterfall_picture",
]
