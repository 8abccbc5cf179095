"""What a grade may know of a card's deck, worked out once a deck."""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import Context
from quizapp.core.text import Manner, bare, form

Side = Literal["front", "back"]


class Contexts:
    """The contexts of a deck's cards. Keeps what they need of it, not the deck: a sitting may meet many."""

    def __init__(self, deck: Deck) -> None:
        self._spoken = deck.language
        self._answers = _answers(deck)
        self._twins = _twins(self._answers)
        self._articles: Mapping[Side, bool] = {
            "front": self._all_begin(deck, "front"),
            "back": self._all_begin(deck, "back"),
        }

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
        own, deck = note.language, self._spoken
        return own.front or deck.front if side == "front" else own.back or deck.back

    def _all_begin(self, deck: Deck, side: Side) -> bool:
        """Do all keys of this side, and more than one, begin with an article of their language?"""
        cards = [(note, part) for _, note, part in deck.cards() if note.kind.side(part) == side]
        return len(cards) > 1 and all(
            _begins_with_article(note.back(part), self._language(note, side)) for note, part in cards
        )


def _answers(deck: Deck) -> tuple[str, ...]:
    """Each right answer of the deck, in plain words."""
    texts = (
        note.plain_of(text)
        for _, note, part in deck.cards()
        for text in note.kind.answers(note.question, part)
    )
    return tuple(dict.fromkeys(texts))


def _twins(answers: Sequence[str]) -> frozenset[str]:
    """Answers from which another one differs only by marks."""
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for answer in answers:
        spellings[bare(answer)].add(unicodedata.normalize("NFC", answer).casefold())
    return frozenset(answer for answer in answers if len(spellings[bare(answer)]) > 1)


def _begins_with_article(text: str, language: str) -> bool:
    slots = form(text, Manner(language)).slots
    return bool(slots and slots[0])
