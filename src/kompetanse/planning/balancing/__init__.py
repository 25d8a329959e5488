"""Modules into periods, as evenly as can be."""
