"""Organisations into cohorts: even in size, and mixed or alike."""
