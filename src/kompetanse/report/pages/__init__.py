"""Pages: one file of HTML that tells all, without a network and without a script needed to read it."""

from kompetanse.report.pages.page import page

__all__ = ["page"]
