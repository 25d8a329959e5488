"""The picture of the timetable: for each cohort preparation, gathering and follow-up, module by module."""

from kompetanse.report.plots.timetable.picture import plot_timetable, timetable_picture

__all__ = ["plot_timetable", "timetable_picture"]
