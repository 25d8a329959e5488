"""Reading and writing: programmes, scenarios and evidence, from files and to them."""

from kompetanse.files.reading import ProgrammeFile, load_programme, read_programme
from kompetanse.files.writing import write_programme

__all__ = ["ProgrammeFile", "load_programme", "read_programme", "write_programme"]
