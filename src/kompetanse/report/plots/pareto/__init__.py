"""The picture of the Pareto front: designs by two measures, and which of them no other beats."""

from kompetanse.report.plots.pareto.picture import pareto_picture, plot_pareto

__all__ = ["pareto_picture", "plot_pareto"]
