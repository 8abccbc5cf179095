"""Deck files with made-up cards of all kinds, the same for the same seed."""

import random
from pathlib import Path

DECKS = 50
SEED = 20_250_704
_CONSONANTS = "bdfgklmnprstvz"
_VOWELS = "aeiou"


def write(folder: Path, cards: int, seed: int = SEED) -> None:
    """Fill `folder` with DECKS deck files of `cards` cards in all; every second deck gives its cards ids."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    for number in range(DECKS):
        count = cards * (number + 1) // DECKS - cards * number // DECKS
        lines = [f"title: Deck {number:02}", "language: en", f"id: bench-{number:02}", "cards:"]
        for place in range(count):
            lines += _card(chance, f"card-{number:02}-{place}" if number % 2 else "")
        (folder / f"deck-{number:02}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _card(chance: random.Random, card_id: str) -> list[str]:
    make = chance.choices(_MAKERS, _WEIGHTS)[0]
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


_MAKERS = (_basic, _choice, _typed, _true_false, _cloze, _multi)
_WEIGHTS = (40, 20, 15, 10, 10, 5)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(chance.randint(3, 5)))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(_word(chance) for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return _words(chance, count).capitalize() + "."
