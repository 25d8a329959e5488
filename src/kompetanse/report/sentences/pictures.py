"""Pictures: their titles, what their axes and their marks mean, and what they show, for those who cannot see them."""

SENTENCES: dict[str, tuple[str, str]] = {}
