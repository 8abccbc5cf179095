"""What other people's YAML and JSON is read into: trees of text, with lines and what stands twice.

Every scalar is text; nothing is constructed. Depth and size are bounded.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

from msgspec import Struct

DEEPEST: Final = 30
MOST: Final = 5_000_000
"""Nodes of a file, each alias counted anew."""
_HALVES: Final = range(0xD800, 0xE000)


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


def whole(text: str) -> str:
    """With pairs of half characters, as JSON writes them, made one; a half alone is none."""
    if text.isascii() or not any(ord(character) in _HALVES for character in text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
