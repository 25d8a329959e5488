"""What comes with the library: the bundled case, and a file to start from."""

from pathlib import Path

from kompetanse.errors import close_to
from kompetanse.files.atomic import create_file, unwritable
from kompetanse.files.reading import YAML_ENDINGS
from kompetanse.files.sources import StrPath, ending_of, invalid
from kompetanse.model.rules import demand, shown

_DATA = Path(__file__).parent.parent / "data"


def bundled(name: str = "rogaland") -> Path:
    """Give the folder of a bundled case; raise `InvalidFile` where there is none of that name.

    It holds ``programme.yaml``, ``answers.csv``, ``participation.csv`` and ``scenarios.yaml``.
    """
    demand("bundled", "name", name, str)
    names = sorted(one.name for one in _DATA.iterdir() if one.is_dir())
    if name not in names:
        suggestion = close_to(name, names)
        raise invalid(_DATA / name, "no-such-file", **{"suggestion": suggestion} if suggestion else {})
    return _DATA / name


def start_programme(path: StrPath) -> None:
    """Write a small, sound, commented programme to start from; raise `UnwritableFile`.

    A file that stands there already is left as it is.
    """
    if ending_of(path) not in YAML_ENDINGS:
        raise unwritable(path, "unknown-ending", options=YAML_ENDINGS, found=shown(ending_of(path)))
    create_file(path, (_DATA / "start.yaml").read_text(encoding="utf-8"))
