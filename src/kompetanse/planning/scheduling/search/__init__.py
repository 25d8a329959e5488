"""The search for the best timetable, by OR-Tools."""
