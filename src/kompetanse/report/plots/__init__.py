"""Pictures: each function draws one on axes that it is given or makes, and gives them back.

Beside ``plot_x`` stands ``x_picture``, which gives the `Picture` itself: how high it wants to be, what it
shows in words, and its SVG.
"""

from kompetanse.report.plots.canvas import Picture

__all__ = ["Picture"]
