"""How Sphinx makes the documentation."""

from importlib.metadata import version as installed

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

project = "kompetanse"
author = "The kompetanse founders"
copyright = "2026, the kompetanse founders"
version = release = installed("kompetanse")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "kompetanse"
exclude_patterns = ["_build"]

autodoc_member_order = "bysource"
autodoc_typehints = "none"
autodoc_default_options = {"members": True}
default_role = "code"


def setup(app: Sphinx) -> None:
    """Show CSV as plain text: Pygments has no lexer of that name."""
    app.add_lexer("csv", TextLexer)
