"""What may be written next in a deck's text: keys, and the words of those that take a few."""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from quizapp.core.kinds import KINDS
from quizapp.formats.card_keys import DECK, DECK_OUTSIDE, NOTE, OUTSIDE, plan_of
from quizapp.formats.fields import Field
from quizapp.formats.scalars import words_of

_KEY = re.compile(r" *(?:- +)?(?P<word>\w+)")
_VALUE = re.compile(r" *(?:- +)?(?P<key>\w+): +(?P<word>[^\s#]*)")
_TRUTH = ("true", "false")


class Suggestion(NamedTuple):
    """What may stand in place of the word before the caret."""

    text: str
    about: str
    """Marked for translation; empty for words."""


class Suggestions(NamedTuple):
    """What may be written, and how many letters before the caret it replaces."""

    typed: int
    found: tuple[Suggestion, ...]


NOTHING = Suggestions(0, ())


def suggest(before: str, *, in_card: bool, used: Collection[str], sources: Collection[str]) -> Suggestions:
    """before: the line up to the caret; used: keys that the card, or the deck, has; sources: their names."""
    key = _KEY.fullmatch(before)
    if key is not None:
        abouts = _card_keys() if in_card else _deck_keys()
        word = key["word"]
        found = [
            Suggestion(f"{name}: ", about)
            for name, about in abouts.items()
            if name.startswith(word) and name != word and name not in used
        ]
        return Suggestions(len(word), tuple(found))
    value = _VALUE.fullmatch(before)
    if value is None:
        return NOTHING
    words = sources if value["key"] == "source" else _words_of(value["key"], in_card=in_card)
    typed = value["word"]
    fitting = tuple(Suggestion(word, "") for word in words if word.startswith(typed) and word != typed)
    return Suggestions(len(typed), fitting)


@cache
def _card_fields() -> Mapping[str, tuple[Field, ...]]:
    """Key -> the fields that kinds, and all cards, have under it."""
    found: dict[str, tuple[Field, ...]] = {}
    for fields in (*(plan_of(kind).question for kind in reversed(KINDS)), NOTE):
        for key, field in fields.items():
            found[key] = (*found.get(key, ()), field)
    return found


@cache
def _card_keys() -> Mapping[str, str]:
    return {key: fields[0].about for key, fields in _card_fields().items()} | dict(OUTSIDE)


@cache
def _deck_keys() -> Mapping[str, str]:
    return {key: field.about for key, field in DECK.items()} | dict(DECK_OUTSIDE)


@cache
def _words_of(key: str, *, in_card: bool) -> tuple[str, ...]:
    """The words that a key takes; none where it takes any text."""
    if key == "kind" and in_card:
        return tuple(sorted(kind.name for kind in KINDS))
    fields = _card_fields().get(key, ()) if in_card else (DECK[key],) if key in DECK else ()
    words = [word for field in fields for word in _own_words(field)]
    return tuple(dict.fromkeys(words))


def _own_words(field: Field) -> tuple[str, ...]:
    if field.type is bool:
        return _TRUTH
    return tuple(str(word) for word in words_of(field.type) if word)
