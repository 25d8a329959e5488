"""Draw what the page on pictures shows: run its own code, and keep the files that it writes.

Run it after a change of a picture: ``python docs/make_pictures.py``. A test holds the kept files equal to it.
"""

import re
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

PAGE = Path(__file__).parent / "pictures.md"
KEPT = Path(__file__).parent / "pictures"
CODE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def drawn(page: Path) -> dict[str, str]:
    """Run the code of a page in an empty folder, and give the SVG files that it writes, by name."""
    code = "\n".join(CODE.findall(page.read_text(encoding="utf-8")))
    with TemporaryDirectory() as folder, chdir(folder):
        exec(compile(code, str(page), "exec"), {})  # noqa: S102  # our own page
        return {one.name: one.read_text(encoding="utf-8") for one in sorted(Path.cwd().glob("*.svg"))}


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name, svg in drawn(PAGE).items():
        (KEPT / name).write_text(svg, encoding="utf-8")
