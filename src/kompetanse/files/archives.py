"""Workbooks as the archives that they are: opened with care before any library builds a sheet of them.

A small file can ask for more memory than any machine has: by what unpacks to far more than it is, by two
cells that lie far apart, or by one long text that stands in many cells. What is handed on is the same
workbook, unpacked, so that whoever reads it meets nothing that was not seen here.
"""

import io
import re
import zipfile
import zlib

from kompetanse.errors import InvalidFile
from kompetanse.files.sources import LARGEST, StrPath, invalid, read_bytes

MOST_CELLS = 5_000_000
"""Cells that the used part of one sheet may span, empty ones included."""
OLD_KIND = b"\xd0\xcf\x11\xe0"
"""How files of Microsoft's older kind begin, and so does every .xlsx behind a password."""

_TAG = re.compile(
    rb"<(?:\w+:)?(row|c|table|table-row|table-cell|covered-table-cell)(?=[\s/>])((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>"
)
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{0,3})([0-9]{1,7})["']""")
_TIMES = re.compile(rb"""number-(?:columns|rows)-repeated\s*=\s*["']([0-9]+)["']""")
_ERROR = re.compile(rb"""(<(?:\w+:)?c\b[^>]*\st\s*=\s*)["']e["']""")
_NO_STRING = re.compile(rb"""\soffice:string-value\s*=\s*["']["']""")
_SHARED = re.compile(rb"""\st\s*=\s*["']s["'][^>]*>\s*<(?:\w+:)?v>\s*([0-9]+)""")
_TEXT = re.compile(rb"<(?:\w+:)?si\b.*?</(?:\w+:)?si>", re.DOTALL)


def unpacked(path: StrPath) -> bytes:
    """Give a workbook whose parts are stored as they are; raise `InvalidFile` where it cannot be read."""
    data = read_bytes(path)
    if data.startswith(OLD_KIND):
        raise invalid(path, "protected")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(path, archive)
    except InvalidFile:
        raise
    except RuntimeError:
        raise invalid(path, "protected") from None
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError, KeyError):
        raise invalid(path, "not-a-workbook") from None
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise invalid(path, "protected")
    _demand_modest(path, parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, _with_errors(content))
    return out.getvalue()


def _parts(path: StrPath, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Give the parts that hold the cells; pictures and the like are left."""
    kept = [
        one
        for one in archive.infolist()
        if one.filename.endswith((".xml", ".rels")) or one.filename == "mimetype"
    ]
    if sum(one.file_size for one in kept) > LARGEST * 2**20:
        raise invalid(path, "too-large", limit=LARGEST)
    return {one.filename: archive.read(one) for one in kept}


def _with_errors(content: bytes) -> bytes:
    """Let what stands where nothing could be calculated (#N/A) be text, which readers otherwise leave out."""
    return _NO_STRING.sub(b"", _ERROR.sub(rb'\1"str"', content))


def _demand_modest(path: StrPath, parts: dict[str, bytes]) -> None:
    texts = [len(one) for one in _TEXT.findall(parts.get("xl/sharedStrings.xml", b""))]
    length = 0
    for name, content in parts.items():
        if not (name.startswith("xl/worksheets/") or name == "content.xml"):
            continue
        if b"\0" in content[:4]:  # in an encoding in which nothing can be looked for
            raise invalid(path, "not-a-workbook")
        length += sum(texts[int(one)] for one in _SHARED.findall(content) if int(one) < len(texts))
        if _cells_spanned(content) > MOST_CELLS:
            raise invalid(path, "too-many-cells", limit=MOST_CELLS)
        if length > 16 * LARGEST * 2**20:
            raise invalid(path, "too-large", limit=LARGEST)


def _cells_spanned(content: bytes) -> int:
    """Give how many cells lie between the first of a sheet and the last that holds anything."""
    row = column = rows = columns = 0
    repeated = 1
    for tag in _TAG.finditer(content):
        kind, attributes = tag[1], tag[2]
        empty = attributes.endswith(b"/")
        place, times = _PLACE.search(attributes), _TIMES.search(attributes)
        if kind == b"table":
            row, repeated = 0, 1
            continue
        if kind in (b"row", b"table-row"):
            row, column = (int(place[2]) if place else row + repeated), 0
            repeated = int(times[1][:9]) if times else 1
            continue
        if place and place[1]:
            column, row = _number_of(place[1]), int(place[2])
        else:
            column += int(times[1][:9]) if times else 1
        if not empty:
            rows, columns = max(rows, row + repeated - 1), max(columns, column)
    return rows * columns


def _number_of(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
