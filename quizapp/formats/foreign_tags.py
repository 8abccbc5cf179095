"""What somebody's question is about, as tags."""

from typing import Final

from quizapp.formats.foreign_roles import Roles
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of

_LONGEST: Final = 80


def tags_of(item: Table, roles: Roles) -> list[str]:
    """Its topics, and how difficult it is if that is a word."""
    found = [tag for tree in roles.all_of(item, "tags") for tag in _tags(tree)]
    level = text_of(roles.of(item, "level")).strip()
    return [*found, *([level] if level and not level.replace(".", "").isdigit() else [])]


def _tags(tree: Tree) -> list[str]:
    if isinstance(tree, Leaf):
        return [tag for part in text_of(tree).split(",") if (tag := _clean(part))]
    if isinstance(tree, Branch):
        return [tag for each in tree.items if isinstance(each, Leaf) and (tag := _clean(text_of(each)))]
    names = (tree.pairs.get(key) for key in ("name", "title", "label"))
    return [tag for name in names if (tag := _clean(text_of(name)))][:1]


def _clean(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]
