"""A note of ours on its way to Anki, and the HTML that its fields are made of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from html import escape
from typing import Any, Final, NamedTuple

from quizapp.formats.anki_types import OwnType
from quizapp.formats.base import Shipped
from quizapp.formats.composing import key_of_id
from quizapp.formats.leaving import Leaving
from quizapp.formats.to_html import to_html

Html = Callable[[str], str]
"""Markdown -> HTML with the names that pictures have there."""
File = Callable[[str], str]
"""Path from the deck's folder -> name there, "" for a file that is not to be had."""
Fields = dict[str, str]

_GUID_BYTES: Final = 8


class Sheet(NamedTuple):
    """A note as Anki has it."""

    type: OwnType
    fields: Fields
    """Name -> HTML; those that are empty may be missing."""
    ords: Mapping[str, int]
    """Part of ours -> number of Anki's card, from 0."""


class Outgoing(NamedTuple):
    """What the making of a note knows."""

    leaving: Leaving
    html: Html
    file: File

    @property
    def question(self) -> Any:
        """Of the type under which the maker is listed."""
        return self.leaving.note.question


def guid_of(leaving: Leaving) -> str:
    """How Anki knows the note again: as it came from there, else made of what names it here."""
    note = leaving.note
    if note.id:
        return key_of_id(note.id)
    deck = leaving.shipped.deck
    named = "\0".join((deck.id or deck.title, note.kind.name, leaving.front))
    return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=_GUID_BYTES).hexdigest()


def deck_name(shipped: Shipped) -> str:
    """A deck's name there; the folders it lies in are decks above it."""
    parts = (*shipped.folders, shipped.deck.title or "Deck")
    return "::".join(" ".join(part.replace("::", ":").split()) or "Deck" for part in parts)


def asked(out: Outgoing) -> Any:
    """How it would be asked here: what is shuffled stands in one order for good."""
    note = out.leaving.note
    seed = int.from_bytes(blake2b(guid_of(out.leaving).encode("utf-8", "replace"), digest_size=6).digest())
    return note.kind.ask(note.question, "", seed)


def listed(items: Sequence[str], tag: str = "ul") -> str:
    """Several texts as a list; one stands alone."""
    return items[0] if len(items) == 1 else bullets(items, tag)


def bullets(items: Iterable[str], tag: str = "ul") -> str:
    """Texts as a list; "" for none."""
    inner = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{inner}</{tag}>" if inner else ""


def image(name: str, words: str = "") -> str:
    """A picture; "" for none."""
    alt = f' alt="{escape(words)}"' if words else ""
    return f'<img src="{escape(name)}"{alt}>' if name else ""


def html_of(file: File) -> Html:
    """Markdown as HTML whose pictures have the names that `file` gives."""
    return lambda markdown: to_html(markdown, file) if markdown else ""
