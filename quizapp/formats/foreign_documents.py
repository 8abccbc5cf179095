"""The documents of somebody's YAML or JSON file as trees."""

from typing import Final, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.collection import no_collection
from quizapp.core.problems import QuizError
from quizapp.formats import foreign_json
from quizapp.formats.foreign_json import Broken
from quizapp.formats.foreign_tree import DEEPEST, MOST, Branch, Leaf, Table, Tree, whole

_JSON: Final = (".json", ".jsonl", ".ndjson", ".json5", ".jsonc")

_LONG: Final = 64
"""Characters of a text that weigh as much as a node: an alias can repeat a long one often."""


class Documents(NamedTuple):
    """What a file holds."""

    roots: list[Tree]
    broken: list[Broken]
    """Lines of JSON that cannot be read, each of them one question."""


def documents(text: str, file: str, label: str) -> Documents:
    """The documents of a file. QuizError with the line for what is neither YAML nor JSON."""
    is_json = file.lower().endswith(_JSON)
    if not is_json and not text.lstrip().startswith(("{", "[", "//", "/*")):
        return Documents(_yaml(text, file, label), [])
    try:
        return Documents(*foreign_json.values(text))
    except foreign_json.NoJsonError as error:
        reason = f"line {text.count(chr(10), 0, error.at) + 1}: {error}"
        try:
            return Documents(_yaml(text, file, label), [])
        except QuizError as other:
            if is_json:
                raise QuizError("import_not", file=file, format=label, reason=reason) from error
            raise other from error


def _yaml(text: str, file: str, label: str) -> list[Tree]:
    """The documents of a YAML file. QuizError with the line where it is none."""
    try:
        with no_collection():
            nodes = [node for node in yaml.compose_all(text, Loader=yaml.CSafeLoader) if node is not None]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        reason = f"line {line}: {error.problem or error.context or 'it is no YAML'}"
        raise QuizError("import_not", file=file, format=label, reason=reason) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise QuizError("import_not", file=file, format=label, reason=str(error)) from error
    reader = _Reader(file, label)
    return [reader.tree(node, 0) for node in nodes]


class _Reader:
    def __init__(self, file: str, label: str) -> None:
        self._file, self._label = file, label
        self._left = MOST
        self._met: dict[int, tuple[Tree, int]] = {}
        """Identity of a list or map → its tree and what it weighs: an alias is the same node again."""

    def tree(self, node: Node, depth: int) -> Tree:
        if id(node) in self._met:
            known, weight = self._met[id(node)]
            self._weigh(weight, depth)
            return known
        before = self._left
        self._weigh(1, depth)
        made = self._made(node, depth)
        if not isinstance(made, Leaf):
            self._met[id(node)] = made, before - self._left
        return made

    def _weigh(self, weight: int, depth: int) -> None:
        self._left -= weight
        if self._left < 0 or depth > DEEPEST:
            reason = "there is too much nested or repeated in it"
            raise QuizError("import_not", file=self._file, format=self._label, reason=reason)

    def _made(self, node: Node, depth: int) -> Tree:
        line = node.start_mark.line + 1
        if isinstance(node, ScalarNode):
            self._left -= len(node.value) // _LONG
            return Leaf(whole(str(node.value)), line, not node.style)
        if isinstance(node, SequenceNode):
            return Branch(tuple(self.tree(each, depth + 1) for each in node.value), line)
        assert isinstance(node, MappingNode)
        pairs: dict[str, Tree] = {}
        twice: list[tuple[str, Tree]] = []
        for key, value in node.value:
            name = whole(str(key.value)) if isinstance(key, ScalarNode) else ""
            if name in pairs:
                twice.append((name, pairs[name]))
            pairs[name] = self.tree(value, depth + 1)
        return Table(pairs, line, tuple(twice))
