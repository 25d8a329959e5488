"""kompetanse."""
