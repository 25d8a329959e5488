"""Reading a maturity framework, from a file of its own or from a programme's."""

import os

import attrs

from kompetanse.errors import NoFramework
from kompetanse.files.nodes import Mapping
from kompetanse.files.reading import CURRICULUM_ENDING, programme_in, read_as, read_programme, read_tree
from kompetanse.files.sources import StrPath, ending_of
from kompetanse.files.structure import is_framework
from kompetanse.model import MaturityFramework, Organisation, Programme
from kompetanse.model.rules import demand


@attrs.frozen
class _FrameworkFile:
    framework: MaturityFramework
    organisations: tuple[Organisation, ...] = ()


def read_framework(path: StrPath) -> MaturityFramework:
    """Read a maturity framework from a file of its own, or from a programme's.

    Raises `InvalidFile` with every fault of the file, and `NoFramework` where a programme has none.
    """
    demand("read_framework", "path", path, str | os.PathLike)
    programme = load_assessed(path)
    if programme.framework is None:
        raise NoFramework(programme.id)
    return programme.framework


def load_assessed(path: StrPath) -> Programme:
    """Read what answers are given to: a programme, or a file that holds its framework alone.

    The latter becomes a programme with the framework's id and name, without modules, and with the
    organisations that the file may name. Raises `InvalidFile` with every fault of the file.
    """
    demand("load_assessed", "path", path, str | os.PathLike)
    if ending_of(path) == CURRICULUM_ENDING:
        return read_programme(path)
    tree = read_tree(path)
    if not (isinstance(tree.root, Mapping) and is_framework(tree.root)):
        return programme_in(tree, path).programme
    held, _ = read_as(_FrameworkFile, tree, path)
    framework = held.framework
    return Programme(framework.id, framework.name, framework=framework, organisations=held.organisations)
