"""YAML and JSON of other people as trees of text, with lines and what stands twice.

Every scalar is text; nothing is constructed. An alias is the same tree again; depth and size are bounded.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

import yaml
from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.collection import no_collection
from quizapp.core.problems import QuizError

_DEEPEST: Final = 30
_MOST: Final = 5_000_000
"""Nodes of a file, each alias counted anew."""
_PAIR: Final = range(0xD800, 0xDC00)


class Leaf(Struct, frozen=True, gc=False):
    """A text."""

    text: str
    line: int
    plain: bool = True
    """Written without quotes: it may be a number or a yes or no."""


class Branch(Struct, frozen=True):
    """A list."""

    items: "tuple[Tree, ...]"
    line: int


class Table(Struct, frozen=True):
    """A map; of keys that stand twice the last counts, as it does for other programs."""

    pairs: "dict[str, Tree]"
    line: int
    twice: "tuple[tuple[str, Tree], ...]" = ()
    """(key, earlier value)."""


Tree: TypeAlias = Leaf | Branch | Table


def documents(text: str, file: str, label: str) -> list[Tree]:
    """The documents of a file. QuizError with the line for what is neither YAML nor JSON."""
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
        self._left = _MOST

    def tree(self, node: Node, depth: int) -> Tree:
        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            reason = "there is too much nested or repeated in it"
            raise QuizError("import_not", file=self._file, format=self._label, reason=reason)
        line = node.start_mark.line + 1
        if isinstance(node, ScalarNode):
            return Leaf(_joined(str(node.value)), line, not node.style)
        if isinstance(node, SequenceNode):
            return Branch(tuple(self.tree(each, depth + 1) for each in node.value), line)
        assert isinstance(node, MappingNode)
        pairs: dict[str, Tree] = {}
        twice: list[tuple[str, Tree]] = []
        for key, value in node.value:
            name = _joined(str(key.value)) if isinstance(key, ScalarNode) else ""
            if name in pairs:
                twice.append((name, pairs[name]))
            pairs[name] = self.tree(value, depth + 1)
        return Table(pairs, line, tuple(twice))


def walk(tree: Tree) -> Iterator[Tree]:
    """A tree with all that is in it, from above."""
    yield tree
    if isinstance(tree, Branch):
        for each in tree.items:
            yield from walk(each)
    elif isinstance(tree, Table):
        for each in tree.pairs.values():
            yield from walk(each)


def text_of(tree: Tree | None) -> str:
    """A tree in words: a text itself, a list line by line."""
    if tree is None:
        return ""
    if isinstance(tree, Leaf):
        return "" if tree.plain and tree.text.lower() in ("null", "~", "") else tree.text.strip()
    if isinstance(tree, Branch):
        return "\n".join(filter(None, map(text_of, tree.items)))
    return "\n".join(f"{key}: {text_of(value)}" for key, value in tree.pairs.items())


def texts_of(tree: Tree | None) -> tuple[str, ...]:
    """The texts of a list, or the one of a text."""
    if isinstance(tree, Branch):
        return tuple(text for each in tree.items if (text := text_of(each)))
    text = text_of(tree)
    return (text,) if text else ()


def _joined(text: str) -> str:
    """With pairs of half characters, as JSON writes them, made one."""
    if not any(ord(character) in _PAIR for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
