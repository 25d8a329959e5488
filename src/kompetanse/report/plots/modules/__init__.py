"""The picture of the module graph: modules in layers, and what each of them requires."""

from kompetanse.report.plots.modules.picture import modules_picture, plot_modules

__all__ = ["modules_picture", "plot_modules"]
