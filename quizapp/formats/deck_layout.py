"""Where the parts of a deck file begin: documents, top-level keys, cards.

Found in the text before any parsing, so that each part can be parsed alone.
"""

import re
from collections.abc import Set
from typing import NamedTuple

_MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%[A-Z]+ [^\n]*", re.MULTILINE)
_CONTENT = re.compile(r"^(?P<indent> *)(?P<first>[^\s#])", re.MULTILINE)
_KEY = (
    r"(?P<key>\"[^\"\n]*\" *|'[^'\n]*' *|[^\s#'\"\[\]{}&*!|>%@`-][^:\n]*):(?=\s|$)[ \t]*(?P<inline>[^\s#])?"
)


class Document(NamedTuple):
    """text[start:end] is one document with a content."""

    start: int
    end: int


class Run(NamedTuple):
    """Neighbours of one sort: top-level keys, or cards."""

    cuts: tuple[int, ...]
    """Where each begins: the start of a line."""
    end: int
    is_cards: bool
    key: int = -1
    """Cards: where their `cards:` stands; -1 for a list without it."""


def documents(text: str) -> tuple[str, list[Document]]:
    """The text with document markers and directives blanked, and its documents.

    A marker stands at the start of a line, and there nothing else can look so.
    """
    edges = [match.start() for match in _MARKER.finditer(text)]
    if edges:
        head = _DIRECTIVE.sub(lambda line: " " * len(line[0]), text[: edges[0]])
        text = head + _MARKER.sub("   ", text[edges[0] :])
    bounds = zip([0, *edges], [*edges, len(text)], strict=True)
    return text, [Document(*bound) for bound in bounds if _CONTENT.search(text, *bound)]


def runs(text: str, document: Document, card_keys: Set[str]) -> list[Run]:
    """Split a document at its top-level keys and cards; empty if that shows no cards.

    card_keys: keys of cards alone. At the left margin between cards they are a slip of the indentation and
    do not end the list.
    """
    first = _CONTENT.search(text, *document)
    assert first is not None  # so it is a document
    for indent in dict.fromkeys((first["indent"], "")):
        found = _grouped(text, document, indent, card_keys)
        if any(run.is_cards for run in found):
            return _with_lead(found, first.start())
    return []


def _with_lead(found: list[Run], start: int) -> list[Run]:
    """The runs with what stands before the first of them, which is none of it as it should be."""
    first = found[0]
    if start in (first.cuts[0], first.key):
        return found
    if first.is_cards and first.key < 0:
        return [first._replace(cuts=(start, *first.cuts)), *found[1:]]
    return [Run((start,), first.cuts[0] if first.key < 0 else first.key, is_cards=False), *found]


class _Group:
    """A run that is still growing."""

    def __init__(self, start: int, is_cards: bool, key: int = -1) -> None:
        self.start, self.is_cards, self.key = start, is_cards, key
        self.cuts: list[int] = []


def _grouped(text: str, document: Document, indent: str, card_keys: Set[str]) -> list[Run]:
    top = re.compile(rf"^{indent}(?:-(?=\s|$)|{_KEY})", re.MULTILINE)
    groups: list[_Group] = []
    list_follows = False
    for match in top.finditer(text, *document):
        at, in_cards = match.start(), bool(groups) and groups[-1].is_cards
        key = match["key"] and match["key"].strip(" '\"")
        if key is None:
            if list_follows:
                continue
            if not in_cards:
                groups.append(_Group(at, is_cards=True))
            groups[-1].cuts.append(at)
        elif in_cards and key in card_keys:
            continue
        else:
            list_follows = match["inline"] is None
            if key == "cards" and list_follows:
                groups.append(_Group(at, is_cards=True, key=at))
                list_follows = False
                continue
            if not groups or in_cards:
                groups.append(_Group(at, is_cards=False))
            groups[-1].cuts.append(at)
    ends = [group.start for group in groups[1:]] + [document.end] * bool(groups)
    return [_finished(text, group, end) for group, end in zip(groups, ends, strict=True)]


def _finished(text: str, group: _Group, end: int) -> Run:
    """Look for an indented list below a `cards:`, and for what stands before the first dash."""
    if not group.is_cards or group.key < 0:
        return Run(tuple(group.cuts), end, group.is_cards)
    below = text.find("\n", group.key, end) + 1 or end
    first = _CONTENT.search(text, below, end)
    cuts = group.cuts or _indented(text, below, end)
    if first is None or not cuts:
        return Run((group.key,), end, is_cards=False)
    lead = [first.start()] if first.start() < cuts[0] else []
    return Run((*lead, *cuts), end, is_cards=True, key=group.key)


def _indented(text: str, start: int, end: int) -> list[int]:
    """Where the least indented items of a list begin."""
    dashes = list(re.compile(r"^( *)-(?=\s|$)", re.MULTILINE).finditer(text, start, end))
    least = min((len(dash[1]) for dash in dashes), default=0)
    return [dash.start() for dash in dashes if len(dash[1]) == least]
