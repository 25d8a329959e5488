"""The layout of a curriculum's CSV: its titles, headings and columns, and how each of them is read."""

from kompetanse.files import curriculum_cells as cells
from kompetanse.model import PrerequisiteKind

COURSES, ADDITIONAL = "Courses", "Additional Courses"
COURSE_OUTCOMES, CURRICULUM_OUTCOMES = "Course Learning Outcomes", "Curriculum Learning Outcomes"
TITLES = (COURSES, ADDITIONAL, COURSE_OUTCOMES, CURRICULUM_OUTCOMES)
"""What stands above each table, in their order."""

HEADING = "course id"
"""What the heading of the courses begins with."""
TITLE_OF = {title.casefold(): title for title in TITLES}
HEAD = {
    "Curriculum": cells.name_of_all,
    "Degree Plan": cells.some_text,
    "Institution": cells.free_text,
    "Degree Type": cells.free_text,
    "System Type": cells.system,
    "CIP": cells.free_text,
}
"""The rows above the courses, in their order, and how each is read."""
HEAD_OF = {name.casefold(): name for name in HEAD}
KIND_OF = {
    "Prerequisites": PrerequisiteKind.BEFORE,
    "Corequisites": PrerequisiteKind.BEFORE_OR_TOGETHER,
    "Strict-Corequisites": PrerequisiteKind.TOGETHER,
}
"""Which kind of prerequisite stands in which column."""
COURSE_OUTCOME_COLUMNS = {
    "Course ID": cells.ident,
    "Learning Outcome ID": cells.ident,
    "Learning Outcome": cells.free_text,
    "Description": cells.free_text,
    "Requisites": cells.ids,
    "Hours": cells.hours,
}
CURRICULUM_OUTCOME_COLUMNS = {"Learning Outcome": cells.some_text, "Description": cells.free_text}
