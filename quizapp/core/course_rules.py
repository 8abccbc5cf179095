"""What a course owes its learners beyond being sound: the further rules of `quizapp check --strict`."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

import regex

from quizapp.core.answers import AnswerCard, Words, jaccard, within, words_of
from quizapp.core.choices import NEAR
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import strings

GIVEN_AWAY = 0.6
"""A question that holds another card's answer gives it away if it shares so much of that card's subject."""

_NO_ALT = regex.compile(r"!\[\s*\]\(")


class Breach(NamedTuple):
    """A rule that a note breaks: a code of MESSAGES and its arguments."""

    note: Note
    code: str
    args: Mapping[str, str]


def breaches(deck: Deck) -> Iterator[Breach]:
    """All breaches of a deck, note by note for each rule."""
    contexts = Contexts(deck)
    cards = [AnswerCard(note, part, contexts.of(note, part), deck.tags) for _, note, part in deck.cards()]
    for note in deck.notes:
        for rule in _NOTE_RULES:
            yield from (Breach(note, code, args) for code, args in rule(note))
    for one, other in combinations(cards, 2):
        if one.note is not other.note:
            for pair_rule in _PAIR_RULES:
                yield from pair_rule(one, other)
    for card in cards:
        yield from _second_right(card)


def _sourced(note: Note) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each card says where it is from, with its place, and what it is."""
    if not note.source:
        yield "source_absent", {}
    for citation in note.source:
        if not citation.at:
            yield "place_absent", {"name": citation.name}
    if not note.status:
        yield "status_absent", {}


def undescribed(note: Note) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Pictures without words for those who do not see them; every deck is told of these."""
    picture = note.image or getattr(note.question, "image", "")
    if picture and not (note.alt or getattr(note.question, "alt", "")):
        yield "alt_absent", {"image": picture}
    if any(_NO_ALT.search(text) for text in (*strings(note.question), *note.hint, note.explain)):
        yield "alt_absent", {"image": "![]"}


def _near_prompts(one: AnswerCard, other: AnswerCard) -> Iterator[Breach]:
    """No two notes ask nearly the same."""
    if jaccard(one.prompt, other.prompt) >= NEAR:
        yield Breach(other.note, "prompt_near", {"line": str(one.note.span.line)})


def _given_away(one: AnswerCard, other: AnswerCard) -> Iterator[Breach]:
    """No question holds the answer of another card on its subject, unless both are in one group."""
    if one.note.group and one.note.group == other.note.group:
        return
    for asked, giving in ((one, other), (other, one)):
        for said in asked.said:
            if said.words <= giving.prompt and _tells_of(asked, giving, said.words):
                args = {"text": said.plain, "line": str(giving.note.span.line)}
                yield Breach(asked.note, "key_given_away", args)


def _tells_of(asked: AnswerCard, giving: AnswerCard, key: Words) -> bool:
    subject = asked.subject - key
    return bool(subject) and len(subject & giving.prompt) / len(subject) >= GIVEN_AWAY


def _second_right(card: AnswerCard) -> Iterator[Breach]:
    """No wrong option is right as well: taken by the grader, or the answer with words left out."""
    note, language = card.note, card.context.language
    right = [words_of(note.plain_of(text), language) for text in note.kind.answers(note.question, card.part)]
    for option in getattr(note.question, "wrong", ()):
        plain = note.plain_of(option.text)
        words = words_of(plain, language)
        if card.takes(plain) or any(within(words, key) for key in right):
            yield Breach(note, "second_right", {"text": plain})


_NOTE_RULES: tuple[Callable[[Note], Iterator[tuple[str, Mapping[str, str]]]], ...] = (_sourced,)
_PAIR_RULES: tuple[Callable[[AnswerCard, AnswerCard], Iterator[Breach]], ...] = (_near_prompts, _given_away)
