"""Reading and writing: programmes, scenarios and evidence, from files and to them."""

from kompetanse.files.answers import ANSWER_ENDINGS, read_answers
from kompetanse.files.atomic import ensure_writable, write_text
from kompetanse.files.bundle import bundled, start_programme
from kompetanse.files.calendars import write_calendars
from kompetanse.files.closed import read_closed
from kompetanse.files.curriculum import read_curriculum
from kompetanse.files.curriculum_writing import write_curriculum
from kompetanse.files.frames import answers_from_frame, table_to_frame
from kompetanse.files.participation import read_participation
from kompetanse.files.reading import ProgrammeFile, load_programme, read_framework, read_programme
from kompetanse.files.scenarios import SCENARIO_ENDINGS, read_scenarios
from kompetanse.files.sources import demand_ending
from kompetanse.files.spaces import read_space
from kompetanse.files.store import SqliteStore, open_store
from kompetanse.files.table_writing import ensure_table, write_table, write_tables
from kompetanse.files.template import write_template
from kompetanse.files.writing import write_programme

__all__ = [
    "ANSWER_ENDINGS",
    "SCENARIO_ENDINGS",
    "ProgrammeFile",
    "SqliteStore",
    "answers_from_frame",
    "bundled",
    "demand_ending",
    "ensure_table",
    "ensure_writable",
    "load_programme",
    "open_store",
    "read_answers",
    "read_closed",
    "read_curriculum",
    "read_framework",
    "read_participation",
    "read_programme",
    "read_scenarios",
    "read_space",
    "start_programme",
    "table_to_frame",
    "write_calendars",
    "write_curriculum",
    "write_programme",
    "write_table",
    "write_tables",
    "write_template",
    "write_text",
]
