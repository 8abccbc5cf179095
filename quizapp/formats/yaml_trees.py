"""What nodes say, as values that can be compared: to see that a change changed nothing else."""

from typing import TypeAlias

from yaml.nodes import MappingNode, Node, SequenceNode

from quizapp.formats.yaml_emit import Value

Tree: TypeAlias = str | tuple[object, ...]
"""A text, or a mark (`-` list, `:` map, `!` tag, `?` what cannot be read) and what is below it."""

_MOST_NODES = 20_000
_DEEPEST = 40


def tree(node: Node) -> Tree:
    """What a node says. A block of text loses the line ends behind it, as for a reader of cards.

    Raises RecursionError if it is nested too deeply, or has too much that aliases repeat.
    """
    return _Walk().tree(node, 0)


def tree_of_value(value: Value) -> Tree:
    """What a value says."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ("-", *map(tree_of_value, value))
    return (":", *((key, tree_of_value(each)) for key, each in value.items()))


def text_of(node: Node) -> str:
    """A scalar's text as a reader of cards takes it."""
    text = str(node.value)
    return text.rstrip("\n") if (getattr(node, "style", "") or "") in ("|", ">") else text


class _Walk:
    def __init__(self) -> None:
        self._visited = 0

    def tree(self, node: Node, depth: int) -> Tree:
        self._visited += 1
        if self._visited > _MOST_NODES or depth > _DEEPEST:
            raise RecursionError
        found = self._untagged(node, depth)
        return found if node.tag is None else ("!", node.tag, found)

    def _untagged(self, node: Node, depth: int) -> Tree:
        if isinstance(node, MappingNode):
            pairs = ((self.tree(key, depth + 1), self.tree(value, depth + 1)) for key, value in node.value)
            return (":", *pairs)
        if isinstance(node, SequenceNode):
            return ("-", *(self.tree(each, depth + 1) for each in node.value))
        return text_of(node)
