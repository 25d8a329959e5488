"""The picture of the dimensions: bars with intervals, targets and peers; or a radar of the topmost ones."""

from kompetanse.report.plots.dimensions.picture import dimensions_picture, plot_dimensions

__all__ = ["dimensions_picture", "plot_dimensions"]
