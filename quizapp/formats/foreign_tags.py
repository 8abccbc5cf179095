"""What somebody's question is about, as tags; and what is said of many at once and has no place."""

from collections.abc import Container, Iterator, Sequence
from typing import Final

from quizapp.formats.foreign_names import plain_name
from quizapp.formats.foreign_roles import Roles
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of

_LONGEST: Final = 80
_ASIDES: Final = frozenset(
    ["description", "instructions", "instruction", "directions", "intro", "introduction"]
)


def tags_of(item: Table, roles: Roles) -> list[str]:
    """Its topics, and how difficult it is if that is a word."""
    found = [tag for tree in roles.all_of(item, "tags") for tag in _tags(tree)]
    level = text_of(roles.of(item, "level")).strip()
    return [*found, *([level] if level and not level.replace(".", "").isdigit() else [])]


def asides(roots: Sequence[Tree], asked: Container[int]) -> Iterator[tuple[str, int]]:
    """Keys, with their lines, of what is said of a group of questions beside its title. asked: the questions,
    by identity."""
    for root in roots:
        yield from _asides(root, asked, listed=False)


def _asides(tree: Tree, asked: Container[int], *, listed: bool) -> Iterator[tuple[str, int]]:
    if isinstance(tree, Leaf) or id(tree) in asked:
        return
    if isinstance(tree, Branch):
        for each in tree.items:
            yield from _asides(each, asked, listed=True)
        return
    is_group = listed and any(not isinstance(value, Leaf) for value in tree.pairs.values())
    for key, value in tree.pairs.items():
        if is_group and isinstance(value, Leaf) and plain_name(key) in _ASIDES and text_of(value):
            yield key, value.line
        yield from _asides(value, asked, listed=listed)


def _tags(tree: Tree) -> list[str]:
    if isinstance(tree, Leaf):
        return [tag for part in text_of(tree).split(",") if (tag := _clean(part))]
    if isinstance(tree, Branch):
        return [tag for each in tree.items if isinstance(each, Leaf) and (tag := _clean(text_of(each)))]
    names = (tree.pairs.get(key) for key in ("name", "title", "label"))
    return [tag for name in names if (tag := _clean(text_of(name)))][:1]


def _clean(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
