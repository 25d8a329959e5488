"""From a file to a noun, or to every fault of the file at once."""

import os
from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeVar

import attrs

from kompetanse.errors import Fault, InvalidFile, InvalidValue, NoFramework, Problem
from kompetanse.files.curriculum import load_curriculum
from kompetanse.files.faults import fault, faults_of, ill_formed
from kompetanse.files.json_tree import read_json
from kompetanse.files.nodes import Mapping, Node, Scalar, found, placed
from kompetanse.files.shapes import VERSION
from kompetanse.files.sources import StrPath, demand_ending, ending_of, invalid, read_text, unshowable
from kompetanse.files.structure import is_framework, structured
from kompetanse.files.yaml_tree import Tree, Unreadable, read_yaml
from kompetanse.model import MaturityFramework, Organisation, Programme
from kompetanse.model.rules import demand

T = TypeVar("T")

YAML_ENDINGS = (".yaml", ".yml")
ENDINGS = (*YAML_ENDINGS, ".json")
CURRICULUM_ENDING = ".csv"


@attrs.frozen
class _FrameworkFile:
    """What a file holds that has a framework and no programme round it."""

    framework: MaturityFramework
    organisations: tuple[Organisation, ...] = ()

    @property
    def programme(self) -> Programme:
        """The programme that the framework is scored in."""
        framework = self.framework
        return Programme(framework.id, framework.name, framework=framework, organisations=self.organisations)


Spots = tuple[tuple[str, int, int], ...]


def _sorted(spots: Spots) -> Spots:
    return tuple(sorted(spots))


@attrs.frozen
class ProgrammeFile:
    """A programme, and where each place of it stands in its file."""

    programme: Programme
    path: str
    spots: Spots = attrs.field(default=(), converter=_sorted, repr=False)
    """Places with their line and column (in CSV the number of the cell), from 1, by place; none in JSON."""

    def position(self, place: str) -> tuple[int, int] | None:
        """Give line and column of a place, or of the nearest that encloses it; None in JSON."""
        while True:
            number = bisect_left(self.spots, (place, 0, 0))
            if number < len(self.spots) and self.spots[number][0] == place:
                return self.spots[number][1:]
            if not place:
                return None
            place = place.rpartition("/")[0]


def read_programme(path: StrPath) -> Programme:
    """Read a programme from a YAML or JSON file, or that of a curriculum from its CSV.

    A file that holds a maturity framework alone becomes a programme without modules, with the framework's id
    and name, and with the organisations that the file may name. Raises `InvalidFile` with every fault of the
    file.
    """
    return load_programme(path).programme


def read_framework(path: StrPath) -> MaturityFramework:
    """Read the maturity framework alone, from a file of its own or from a programme's.

    Raises `InvalidFile` with every fault of the file, and `NoFramework` where a programme has none.
    """
    demand("read_framework", "path", path, str | os.PathLike)
    programme = read_programme(path)
    if programme.framework is None:
        raise NoFramework(programme.id)
    return programme.framework


def load_programme(path: StrPath) -> ProgrammeFile:
    """Read a programme as `read_programme` does, and keep where in the file each place stands."""
    demand("read_programme", "path", path, str | os.PathLike)
    if ending_of(path) == CURRICULUM_ENDING:
        curriculum, places = load_curriculum(path)
        return ProgrammeFile(curriculum.programme, os.fspath(path), places)
    demand_ending(path, (*ENDINGS, CURRICULUM_ENDING))
    tree = read_tree(path)
    if isinstance(tree.root, Mapping) and is_framework(tree.root):
        held, root = read_as(_FrameworkFile, tree, path)
        programme = held.programme
    else:
        programme, root = read_as(Programme, tree, path)
    spots = tuple((place, *node.spot) for place, node in placed(root) if node.spot is not None)
    return ProgrammeFile(programme, os.fspath(path), spots)


def read_tree(path: StrPath) -> Tree:
    """Read a YAML or JSON file into its tree; raise `InvalidFile` where it is neither."""
    ending = demand_ending(path, ENDINGS)
    text = read_text(path)
    is_yaml = ending in YAML_ENDINGS
    faults = unshowable(text) if is_yaml else ()
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    try:
        tree = read_yaml(text) if is_yaml else read_json(text)
    except Unreadable as error:
        raise InvalidFile(os.fspath(path), (error.fault,)) from None
    return tree


def read_as(noun: type[T], tree: Tree, path: StrPath) -> tuple[T, Node]:
    """Give the noun that a tree holds, and the tree's root; raise `InvalidFile` with every fault."""
    if tree.root is None:
        raise invalid(path, "empty-file")
    faults = [*tree.faults, *ill_formed(tree.root)]
    body = tree.root
    if not tree.cut and isinstance(body, Mapping):
        faults.extend(_version_faults(body))
        body = body.without("kompetanse")
    value = None
    try:
        value = structured(body, noun)
    except (InvalidValue, ExceptionGroup) as error:
        if not tree.cut:
            faults.extend(faults_of(error, body))
    if faults or value is None:
        raise InvalidFile(os.fspath(path), tuple(sorted(faults, key=_in_file)))
    return value, tree.root


def _version_faults(root: Mapping) -> Iterator[Fault]:
    node = root.children.get("kompetanse")
    if node is None:
        yield fault(Problem("no-version"), "", root.spot)
        return
    value = node.value if isinstance(node, Scalar) else None
    good = value == str(VERSION) if isinstance(node, Scalar) and node.untyped else value == VERSION
    if not node.wrong and (not good or isinstance(value, bool)):
        yield fault(Problem("wrong-version", (("found", found(node)),)), "kompetanse", node.spot)


def _in_file(fault: Fault) -> tuple[int, int]:
    """Sort faults by where they stand; those without a line stay in the order in which they were found."""
    return fault.line or 0, fault.column or 0
