"""Decks on their way out, for the tests of writers."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import Option
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.formats.base import Format, Shipped, Source
from quizapp.formats.yaml_deck import read
from tests.strategies import notes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
_WORDS = (
    "Oslo", "**bold**", "a[0]", "Q: x", "$x^2$", "`a;b`", "1,234.5", '"quoted"', "it's", "<b>", "a & b",
    "ガス", "5 | 6", "- x", "\\*", "{x}", "---", "C#", "e=mc", "a: b", "#tag", "[x]", "A:",
)  # fmt: skip
texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join)
"""Markdown with signs that formats of text care about."""
long_texts = st.lists(texts, min_size=1, max_size=3).map("\n".join) | st.lists(
    texts, max_size=2, min_size=1
).map("\n\n".join)
_hidden = st.sampled_from(["sky", "the sky", "a[0]", "$x$", "**b**", "1"])


@st.composite
def _clozes(draw: st.DrawFn) -> Cloze:
    pieces = [f"{draw(texts)} {{{{{draw(_hidden)}}}}}" for _ in range(draw(st.integers(1, 3)))]
    return Cloze(cloze=" ".join(pieces))


basics = st.builds(Basic, q=long_texts, a=long_texts)
clozes = _clozes()
choices = st.lists(texts, min_size=2, max_size=4, unique=True).map(
    lambda found: Choice(q="Which?", a=found[0], wrong=tuple(map(Option, found[1:])))
)
all_kinds = st.lists(notes, min_size=1, max_size=4).map(lambda found: deck_of(*found))
"""A deck of any kinds."""


def deck_of(*notes: Note | Any) -> Shipped:
    """A deck of notes or questions."""
    found = [note if isinstance(note, Note) else Note(question=note) for note in notes]
    return Shipped(Deck(path="deck.yaml", title="Deck", notes=tuple(found)), "", lambda path: None)


def shipped(text: str, files: Mapping[str, bytes] | None = None, folders: tuple[str, ...] = ()) -> Shipped:
    """A deck from its YAML."""
    loaded = read(text.encode(), "deck.yaml")
    assert loaded.deck is not None
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    return Shipped(loaded.deck, text, (files or {}).get, folders=folders)


def back(format_: Format, *decks: Shipped) -> list[Any]:
    """The cards that a format reads of what it wrote."""
    written = format_.write(decks)
    found = [
        format_.read(Source(name, data, written.files.get), {})
        for name, data in written.files.items()
        if name.endswith(format_.suffixes)
    ]
    assert not [problem for one in found for problem in one.skipped]
    return [card.data for one in found for deck in one.decks for card in deck.cards]
