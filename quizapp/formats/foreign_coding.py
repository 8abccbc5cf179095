"""Texts that a service sends encoded: Open Trivia gives percent codes or Base64 for whole answers."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Final
from urllib.parse import unquote

from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, walk

CODINGS: Final[Mapping[str, str]] = {"none": "as they are", "percent": "percent codes", "base64": "Base64"}
_BASE64: Final = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_LOOKED_AT: Final = 3000
_ENOUGH: Final = 4
_LONG: Final = 12
"""Characters of a text that is hardly Base64 by chance ("multiple" has as many)."""


def coding_of(items: Sequence[Table]) -> str:
    """How the texts of these questions are written."""
    leaves = (leaf for item in items for leaf in walk(item) if isinstance(leaf, Leaf) and not leaf.plain)
    texts = [leaf.text for leaf in islice(leaves, _LOOKED_AT) if leaf.text]
    if len(texts) < _ENOUGH:
        return "none"
    if all(_base64(text) is not None for text in texts) and any(len(text) >= _LONG for text in texts):
        return "base64"
    coded = [text for text in texts if _PERCENT.search(text)]
    return "percent" if len(coded) * 4 > len(texts) and not any(" " in text for text in texts) else "none"


def decoded(tree: Tree, coding: str) -> Tree:
    """A tree with its texts as they are meant."""
    read = _READERS.get(coding)
    return tree if read is None else _each(tree, read)


def _each(tree: Tree, read: Callable[[str], str]) -> Tree:
    if isinstance(tree, Leaf):
        return tree if tree.plain else Leaf(read(tree.text), tree.line, plain=False)
    if isinstance(tree, Branch):
        return Branch(tuple(_each(each, read) for each in tree.items), tree.line)
    pairs = {key: _each(value, read) for key, value in tree.pairs.items()}
    return Table(pairs, tree.line, tree.twice)


def _base64(text: str) -> str | None:
    if not _BASE64.fullmatch(text):
        return None
    try:
        read = b64decode(text, validate=True).decode("utf-8")
    except (Error, UnicodeDecodeError):
        return None
    return read if read.isprintable() or "\n" in read else None


_READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "percent": lambda text: unquote(text, errors="replace"),
    "base64": lambda text: text if (read := _base64(text)) is None else read,
}
