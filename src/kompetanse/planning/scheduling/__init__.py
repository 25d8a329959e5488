"""Timetables: between which days, first or best, and why not."""
