"""Writing a programme, as YAML that a person can read on, or as JSON of the same shape."""

import json
import os
from typing import Any

import yaml

from kompetanse.files.atomic import replace_file, unwritable
from kompetanse.files.plain import Ids, Line, Plain, Word, plain_noun
from kompetanse.files.reading import ENDINGS, YAML_ENDINGS
from kompetanse.files.shapes import VERSION
from kompetanse.files.sources import LARGEST, StrPath, ending_of
from kompetanse.model import Programme
from kompetanse.model.rules import demand, shown

NEVER_FOLDED = 10**9
"""Characters that a line may have: what stands on one line stays there."""


def write_programme(programme: Programme, path: StrPath) -> None:
    """Write a programme to a YAML or JSON file, whole or not at all; raise `UnwritableFile`.

    What equals its default is left out. Reading the file gives an equal programme.
    """
    demand("write_programme", "programme", programme, Programme)
    demand("write_programme", "path", path, str | os.PathLike)
    ending = ending_of(path)
    if ending not in ENDINGS:
        raise unwritable(path, "unknown-ending", options=ENDINGS, found=shown(ending))
    data: dict[str, Plain] = {"kompetanse": VERSION, **plain_noun(programme)}
    text = as_yaml(data) if ending in YAML_ENDINGS else as_json(data)
    if len(text.encode()) > LARGEST * 2**20:
        raise unwritable(path, "too-large", limit=LARGEST)
    replace_file(path, text)


def as_json(data: Plain) -> str:
    """Give plain data as indented JSON."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_yaml(data: Plain) -> str:
    """Give plain data as YAML: in blocks, with short things on one line each."""
    text: str = yaml.dump(
        data,
        Dumper=_Dumper,
        default_flow_style=False,
        allow_unicode=True,
        sort_keys=False,
        width=NEVER_FOLDED,
    )
    return text


class _Dumper(yaml.SafeDumper):
    """PyYAML's dumper, with lists indented under their key, and words left as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # PyYAML's
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002  # PyYAML's
        return True  # equal things are written out in each place

    def choose_scalar_style(self) -> Any:  # noqa: ANN401  # PyYAML's
        # PyYAML would quote 09:00 on a line of several values, which it reads well without
        return "" if getattr(self.event, "style", None) == _AS_IT_IS else super().choose_scalar_style()


_AS_IT_IS = "as it is"
_MAP, _LIST, _STR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"


def _word(dumper: Any, word: Word) -> yaml.Node:  # noqa: ANN401  # PyYAML's own stubs disagree on its type
    tag = dumper.resolve(yaml.ScalarNode, word, (True, False))  # as a guessing reader would see it
    return yaml.ScalarNode(tag, str(word), style=_AS_IT_IS)


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    """Write text of several lines as such; PyYAML quotes it where it could not be read again."""
    return dumper.represent_scalar(_STR, text, style="|" if "\n" in text else None)


_Dumper.add_representer(Word, _word)
_Dumper.add_representer(str, _text)
_Dumper.add_representer(Line, lambda dumper, data: dumper.represent_mapping(_MAP, data, flow_style=True))
_Dumper.add_representer(Ids, lambda dumper, data: dumper.represent_sequence(_LIST, data, flow_style=True))
