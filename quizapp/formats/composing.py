"""Imported cards → the text of a deck file that the strict loader reads without an error.

A card that the loader refuses is left out and told with the place it had in its source.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.problems import Problem, Where
from quizapp.core.slugs import slug
from quizapp.core.text import normalise
from quizapp.formats.base import ImportedCard, ImportedDeck
from quizapp.formats.deck_text import shorten
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_emit import Value, emit_item, entry

_ID_BYTES = 5
_UNIQUE = 6
"""Characters from which an id is taken for one that nobody else has."""
_LONGEST_TEXT = 100_000
_MOST_BRACKETS = 1000
_MOST_HOLES = 300
_HOLE = re.compile(r"\{\{(?:c\d+::)?")
_PICTURE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)")
_FRONTS = ("q", "cloze", "statement")


class Composed(Struct, frozen=True, kw_only=True):
    """A deck file from an import."""

    text: str
    cards: tuple[ImportedCard, ...]
    """Those that are in it, in order; each `data` with the id that was given."""
    problems: tuple[Problem, ...]
    """An error for each card that is not; what the loader warns of."""


def compose(deck: ImportedDeck, taken: Container[str] = frozenset()) -> Composed:
    """The file of a deck. taken: ids that cards elsewhere have."""
    head = "".join(f"{line}\n" for key, value in _header(deck).items() for line in entry(key, value))
    head += "cards:\n"
    bounded, overgrown = _bounded(deck.cards)
    different, same = distinct(bounded)
    cards = with_ids(different, taken, slug(deck.title))
    items = [emit_item(card.data) for card in cards]
    text = head + "\n".join(items)
    loaded = read(text.encode(), f"{deck.title}.yaml")
    starts = list(accumulate((item.count("\n") + 1 for item in items), initial=head.count("\n") + 1))
    errors: dict[int, Problem] = {}
    warnings: list[Problem] = []
    for problem in loaded.problems:
        index = min(max(bisect_right(starts, problem.where.line) - 1, 0), max(len(cards) - 1, 0))
        told = _retold(problem, cards[index]) if cards else problem
        if told.severity == "error":
            errors.setdefault(index, told)
        else:
            warnings.append(told)
    if errors:
        kept = [index for index in range(len(cards)) if index not in errors]
        cards = tuple(cards[index] for index in kept)
        text = head + "\n".join(items[index] for index in kept)
    if not cards:
        text = head.removesuffix("cards:\n") + "cards: []\n"
    return Composed(text=text, cards=cards, problems=(*overgrown, *same, *errors.values(), *warnings))


def _bounded(cards: Sequence[ImportedCard]) -> tuple[list[ImportedCard], list[Problem]]:
    """Without cards that only a machine makes: to read their Markdown takes the square of its length."""
    kept, problems = [], []
    for card in cards:
        args = next(filter(None, map(_too_much, _texts([*card.data.values()]))), None)
        if args is None:
            kept.append(card)
        else:
            front = shorten(front_of(card.data))
            problems.append(Problem(code="import_overgrown", where=card.where, args=args, card=front))
    return kept, problems


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _texts(each)
    else:
        for each in value:
            yield from _texts(each)


def _too_much(text: str) -> dict[str, str] | None:
    if len(text) > _LONGEST_TEXT:
        return {"limit": str(_LONGEST_TEXT), "what": "characters"}
    if text.count("[") > _MOST_BRACKETS:
        return {"limit": str(_MOST_BRACKETS), "what": "brackets"}
    if text.count("{{") > _MOST_HOLES:
        return {"limit": str(_MOST_HOLES), "what": "holes"}
    return None


def distinct(cards: Sequence[ImportedCard]) -> tuple[list[ImportedCard], list[Problem]]:
    """Without cards that are there twice, unless their source tells them apart."""
    seen: dict[str, ImportedCard] = {}
    kept, same = [], []
    for card in cards:
        first = seen.setdefault(repr(card.data), card)
        if first is card or card.key:
            kept.append(card)
        else:
            other = {"other": str(first.where.line)}
            same.append(
                Problem(code="import_same", where=card.where, args=other, card=shorten(front_of(card.data)))
            )
    return kept, same


def with_ids(
    cards: Sequence[ImportedCard], taken: Container[str] = frozenset(), deck: str = ""
) -> tuple[ImportedCard, ...]:
    """The cards, each with an id of its own: the source's, else made of its question.

    deck: goes before ids that only count the cards of one source. An id survives any edit on either side, so
    that a later version of the source finds its cards again.
    """
    used: set[str] = set()
    numbers: dict[str, int] = {}
    made = []
    for card in cards:
        wanted = str(card.data.get("id", "")) or _kept(id_of(card.key), deck) or _named(card)
        own, number = wanted, numbers.get(wanted, 1)
        while own in used or own in taken:
            number += 1
            own = f"{wanted}-{number}"
        numbers[wanted] = number
        used.add(own)
        rest = {key: value for key, value in card.data.items() if key != "id"}
        made.append(replace(card, data={"id": own, **rest}))
    return tuple(made)


def id_of(key: str) -> str:
    """What another program calls a card, as an id of ours: they hold no #."""
    return " ".join(key.replace("#", "%23").split()).lstrip("~")


def key_of_id(own: str) -> str:
    """What the other program called it."""
    return own.replace("%23", "#")


def key_of(card: ImportedCard) -> str:
    """What names a card in each version of its source: its own key there, else its question."""
    return card.name or card.key or "q:" + normalise(front_of(card.data))


def told_apart(cards: Sequence[ImportedCard]) -> tuple[ImportedCard, ...]:
    """The cards of a deck, each with a name of its own: of those with one key or question, the first has it
    for its name; the others are named by all that they say as well."""
    counts: Counter[str] = Counter()
    made = []
    for card in cards:
        name = key_of(card)
        for more in (_digest(repr(card.data)), ""):
            counts[name] += 1
            if counts[name] == 1:
                break
            name = f"{name}\n{more or counts[name]}"
        made.append(replace(card, name=name))
    return tuple(made)


def front_of(data: Mapping[str, Value]) -> str:
    """The question of a card, as it is written."""
    return next((value for key in _FRONTS if isinstance(value := data.get(key), str)), "")


def _kept(own: str, deck: str) -> str:
    """The source's id; one that is a mere number, or short, is told apart from those of other decks."""
    return f"{deck}-{own}" if own and deck and (len(own) < _UNIQUE or own.isdecimal()) else own


def _named(card: ImportedCard) -> str:
    front = _HOLE.sub("", front_of(card.data))
    return slug(_PICTURE.sub("", front)) or _digest(front)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=_ID_BYTES).hexdigest()


def _header(deck: ImportedDeck) -> dict[str, Value]:
    return {"title": deck.title, **{key: value for key, value in deck.header.items() if value}}


def _retold(problem: Problem, card: ImportedCard) -> Problem:
    """A word of our loader, told of the source's card."""
    code = "import_refused" if problem.severity == "error" else "import_card_warning"
    return Problem(
        code=code,
        where=Where(card.where.file, card.where.line, 0),
        args={"reason": problem.message},
        card=shorten(front_of(card.data)),
    )
