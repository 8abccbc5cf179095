"""The keys of deck files, gathered from the kinds and the structs that hold what they say."""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Final, NamedTuple

from quizapp.core.deck import Deck, Note
from quizapp.core.kinds import KINDS, AnyKind
from quizapp.core.kinds.spelling import Spelling
from quizapp.formats.fields import Field, fields_of
from quizapp.formats.scalars import read_text, word_reader, words_of
from quizapp.formats.yaml_nodes import Starts
from quizapp.formats.yaml_repair import Keys

ALIASES: Final = {
    "front": "q",
    "question": "q",
    "term": "q",
    "back": "a",
    "answer": "a",
    "definition": "a",
}
NOTE: Final[Mapping[str, Field]] = fields_of(Note, "question", "span", "plain")
DECK: Final[Mapping[str, Field]] = fields_of(Deck, "path", "notes")
DECK_ALIASES: Final = {"deck": "title"}
AT: Final = "at"
"""The place in the source, read with `source`."""
OUTSIDE: Final[Mapping[str, str]] = {
    "kind": "The kind of the card, where its keys do not settle it; hardly ever needed",
    AT: "The place in the one source of the card, such as page 12",
}
"""Keys of any card that no struct holds -> what they are for."""
DECK_OUTSIDE: Final[Mapping[str, str]] = {
    "defaults": "Options for all cards: each counts where a card does not say otherwise",
    "cards": "The cards; each begins with a dash",
}
"""The same for decks."""

_QUESTIONS = [fields_of(kind.question) for kind in KINDS]
REQUIRED: Final = frozenset(key for each in _QUESTIONS for key, field in each.items() if field.required)
OPTIONS: Final[Set[str]] = ({key for each in _QUESTIONS for key in each} | NOTE.keys()) - REQUIRED - {"id"}
"""What `defaults` may hold."""
CARD_KEYS: Final[Set[str]] = REQUIRED | OPTIONS | ALIASES.keys() | OUTSIDE.keys() | {"id"}
DECK_KEYS: Final[Set[str]] = DECK.keys() | DECK_ALIASES.keys() | DECK_OUTSIDE.keys()
CARD_KEYS_ALONE: Final[Set[str]] = CARD_KEYS - DECK_KEYS


def _canonical() -> Iterator[str]:
    """Keys of cards in the order that a person writes them in; some more than once."""
    simple_first = [(fields_of(kind.question), fields_of(Spelling)) for kind in reversed(KINDS)]
    yield from ("id", "kind")
    yield from (next(key for key, field in fields.items() if field.required) for fields, _ in simple_first)
    yield from (key for fields, _ in simple_first for key, field in fields.items() if field.required)
    yield from (key for fields, spelling in simple_first for key in fields if key not in spelling)
    yield from fields_of(Spelling)
    for key in NOTE:
        yield from (key, AT) if key == "source" else (key,)


ORDER: Final[Mapping[str, int]] = {key: rank for rank, key in enumerate(dict.fromkeys(_canonical()))}
"""Keys of cards -> their place in a card: identity, question, answer, options, what any card may have."""
DECK_ORDER: Final[Mapping[str, int]] = {key: rank for rank, key in enumerate((*DECK, *DECK_OUTSIDE))}

_TEXTS = {key for each in (*_QUESTIONS, NOTE) for key, field in each.items() if field.read is read_text}
IN_CARDS: Final = Keys(CARD_KEYS, _TEXTS | ALIASES.keys() | {AT})
IN_HEADER: Final = Keys(DECK_KEYS, {key for key, field in DECK.items() if field.read is read_text} | {"deck"})

_FRONTS = {next(key for key, field in each.items() if field.required) for each in _QUESTIONS}
FRONTS: Final[Set[str]] = _FRONTS | {alias for alias, key in ALIASES.items() if key in _FRONTS}
"""Keys that a card has once at most: what it asks."""
_BEHIND = r"[ \t]*:(?=\s|$)"
CARDS: Final = Starts(
    fresh=re.compile(
        rf"^[ ]*-[ \t]+(?:{'|'.join(REQUIRED | ALIASES.keys() | {'id', 'kind'})}){_BEHIND}", re.M
    ),
    front=re.compile(rf"^[^\w\n]*(?:{'|'.join(FRONTS)}){_BEHIND}", re.M),
)
HEADER: Final = Starts(
    fresh=re.compile(rf"^[ ]*(?:{'|'.join(DECK_KEYS)}){_BEHIND}", re.M),
    front=re.compile(r"(?!)"),
)


class Plan(NamedTuple):
    """How the cards of one kind are read."""

    question: Mapping[str, Field]
    note: Mapping[str, Field]
    """Without the keys that the question takes."""
    required: tuple[str, ...]


@cache
def plan_of(kind: AnyKind) -> Plan:
    """How the cards of a kind are read."""
    fields = fields_of(kind.question)
    question = {key: _with_words_of_siblings(kind, key, field) for key, field in fields.items()}
    note = {key: field for key, field in NOTE.items() if key not in question}
    return Plan(question, note, tuple(key for key, field in question.items() if field.required))


def _with_words_of_siblings(kind: AnyKind, key: str, field: Field) -> Field:
    """Where a word decides between kinds with one unique key, who misses it is told the words of all."""
    siblings = [other for other in KINDS if kind.unique_key and other.unique_key == kind.unique_key]
    found = [fields_of(other.question).get(key) for other in siblings if other is not kind]
    others = [word for other in found if other for word in words_of(other.type)]
    own = words_of(field.type)
    return field._replace(read=word_reader(own, others)) if own and others else field
