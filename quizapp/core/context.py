"""What a grade may know of a card's deck, worked out once a deck and only when asked for."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import Context
from quizapp.core.text import Manner, bare, form

Side = Literal["front", "back"]


class Contexts:
    """The contexts of a deck's cards."""

    def __init__(self, deck: Deck) -> None:
        self._deck = deck

    def of(self, note: Note, part: str) -> Context:
        """For one card of the deck."""
        side = note.kind.side(part)
        own = note.kind.answers(note.question, part)
        return Context(
            language=self._language(note, side),
            others=self._answers,
            marks_matter=any(note.plain_of(text) in self._twins for text in own),
            articles_matter=self._articles[side],
            plain=note.plain,
        )

    def _language(self, note: Note, side: Side) -> str:
        """The card's own, else the deck's."""
        own, deck = note.language, self._deck.language
        return own.front or deck.front if side == "front" else own.back or deck.back

    @cached_property
    def _answers(self) -> tuple[str, ...]:
        """Each right answer of the deck, in plain words."""
        texts = (
            note.plain_of(text)
            for _, note, part in self._deck.cards()
            for text in note.kind.answers(note.question, part)
        )
        return tuple(dict.fromkeys(texts))

    @cached_property
    def _twins(self) -> frozenset[str]:
        """Answers from which another one differs only by marks."""
        spellings: defaultdict[str, set[str]] = defaultdict(set)
        for answer in self._answers:
            spellings[bare(answer)].add(unicodedata.normalize("NFC", answer).casefold())
        return frozenset(answer for answer in self._answers if len(spellings[bare(answer)]) > 1)

    @cached_property
    def _articles(self) -> Mapping[Side, bool]:
        """For each side: do all its keys, and more than one, begin with an article of their language?"""
        return {"front": self._all_begin("front"), "back": self._all_begin("back")}

    def _all_begin(self, side: Side) -> bool:
        cards = [(note, part) for _, note, part in self._deck.cards() if note.kind.side(part) == side]
        return len(cards) > 1 and all(
            _begins_with_article(note.back(part), self._language(note, side)) for note, part in cards
        )


def _begins_with_article(text: str, language: str) -> bool:
    slots = form(text, Manner(language)).slots
    return bool(slots and slots[0])
