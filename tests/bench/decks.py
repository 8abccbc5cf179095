"""Deck files with made-up cards, the same for the same seed."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

DECKS = 50
SEED = 20_250_704
_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"

Maker = Callable[[random.Random], list[str]]
"""Makes the lines of a card."""


def write(folder: Path, cards: int, seed: int = SEED, *, mixed: bool = False) -> None:
    """Fill `folder` with DECKS deck files of `cards` cards in all; every second deck gives its cards ids.

    mixed: half of the cards are of the kinds with more to do on screen, a sixth of these each.
    """
    makers = {**_WEIGHTS, **_BUSY_WEIGHTS} if mixed else _WEIGHTS
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for number in range(DECKS):
        count = cards * (number + 1) // DECKS - cards * number // DECKS
        lines = [f"title: Deck {number:02}", "language: en", f"id: bench-{number:02}", "cards:"]
        for place in range(count):
            lines += _card(chance, makers, f"card-{number:02}-{place}" if number % 2 else "")
        (folder / f"deck-{number:02}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _card(chance: random.Random, makers: Mapping[Maker, float], card_id: str) -> list[str]:
    make = chance.choices([*makers], [*makers.values()])[0]
    lines = [("- " if at == 0 else "  ") + line for at, line in enumerate(make(chance))]
    if card_id:
        lines.append(f"  id: {card_id}")
    if chance.random() < 0.4:
        lines.append(f"  explain: {_sentence(chance, 12)}")
    if chance.random() < 0.3:
        lines.append(f"  tags: [{_word(chance)}, {_word(chance)}]")
    return lines


def _basic(chance: random.Random) -> list[str]:
    return [f"q: What does {_word(chance)} {_word(chance)} mean?", f"a: {_words(chance, 2)}"]


def _choice(chance: random.Random) -> list[str]:
    wrong = ", ".join(_word(chance) for _ in range(3))
    return [f"q: Which {_word(chance)} is {_words(chance, 2)}?", f"a: {_word(chance)}", f"wrong: [{wrong}]"]


def _multi(chance: random.Random) -> list[str]:
    right, wrong = (", ".join(_word(chance) for _ in range(count)) for count in (2, 3))
    return [f"q: Which of these are {_words(chance, 2)}?", f"a: [{right}]", f"wrong: [{wrong}]"]


def _typed(chance: random.Random) -> list[str]:
    return [f"q: Who was the {_word(chance)} of {_word(chance)}?", f"a: {_words(chance, 2)}", "typed: true"]


def _true_false(chance: random.Random) -> list[str]:
    return [f"statement: {_sentence(chance, 8)}", f"is: {chance.choice(['true', 'false'])}"]


def _cloze(chance: random.Random) -> list[str]:
    return ["cloze: |", f"  {_words(chance, 3)} {{{{{_word(chance)}}}}} {_words(chance, 3)}"]


def _numeric(chance: random.Random) -> list[str]:
    number = chance.randint(1, 100_000)
    return [f"q: How far is {_word(chance)}?", f"number: {number}", "tolerance: 2%", "unit: km"]


def _date(chance: random.Random) -> list[str]:
    day = f"{chance.randint(1500, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return [f"q: When was {_words(chance, 2)}?", f"date: {day}"]


def _order(chance: random.Random) -> list[str]:
    return [f"q: Put {_words(chance, 2)} in order", f"order: {_listed(chance, 6)}"]


def _list(chance: random.Random) -> list[str]:
    return [f"q: Name the {_words(chance, 2)}", f"list: {_listed(chance, 5)}"]


def _match(chance: random.Random) -> list[str]:
    pairs = [f"- {_word(chance)}: {_words(chance, 2)}" for _ in range(6)]
    return [f"q: What goes with {_word(chance)}?", "match:", *pairs, f"extra: {_listed(chance, 2)}"]


def _categorise(chance: random.Random) -> list[str]:
    groups = [f"  {_word(chance)}: {_listed(chance, 3)}" for _ in range(3)]
    return [f"q: Which {_word(chance)} is it?", "categories:", *groups]


_WEIGHTS: Mapping[Maker, float] = {
    _basic: 40,
    _choice: 20,
    _typed: 15,
    _true_false: 10,
    _cloze: 10,
    _multi: 5,
}
_BUSY_WEIGHTS: Mapping[Maker, float] = dict.fromkeys(
    (_numeric, _date, _order, _list, _match, _categorise), sum(_WEIGHTS.values()) / 6
)


def _listed(chance: random.Random, count: int) -> str:
    return f"[{', '.join(_word(chance) for _ in range(count))}]"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(3, 5)))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return _words(chance, count).capitalize() + "."
