"""Mistakes in each example deck: one card is told, at its line, with a cure; all others are studied."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.core.deck import Note
from quizapp.formats.cures import apply
from quizapp.formats.yaml_deck import Loaded, read
from tests.formats.mistakes import MISTAKES, OF_KINDS, Lines, Spoil, Spoilt

EXAMPLES = sorted((Path(__file__).parents[2] / "decks" / "examples").glob("*.yaml"))
FEWEST = 12


def load(text: str) -> Loaded:
    return read(text.encode(), "deck.yaml")


def notes(text: str) -> tuple[Note, ...]:
    deck = load(text).deck
    assert deck is not None
    return deck.notes


class Place:
    """A card of a deck with the text round it."""

    def __init__(self, text: str, number: int) -> None:
        note = notes(text)[number]
        start = text.rfind("\n", 0, note.span.start) + 1
        self.number, self.line, self.kind = number, note.span.line, note.kind.name
        self.lines: Lines = text[start : note.span.end].split("\n")
        self._before, self._after = text[:start], text[note.span.end :]

    def holding(self, lines: Lines) -> str:
        """The deck with another text of this card."""
        return self._before + "\n".join(lines) + self._after


def spoil_of(name: str, kind: str) -> Spoil:
    return MISTAKES[name] if name in MISTAKES else OF_KINDS[name](kind)


def opportunities(file: Path, name: str) -> Iterator[tuple[Place, Spoilt]]:
    """Cards of a deck in which the mistake can be made; a first card needs no dash to be one."""
    text = file.read_text("utf-8")
    for number in range(1, len(notes(text))):
        place = Place(text, number)
        spoilt = spoil_of(name, place.kind)(place.lines)
        if spoilt is not None:
            yield place, spoilt


CASES = [
    (file, name) for file in EXAMPLES for name in (*MISTAKES, *OF_KINDS) if any(opportunities(file, name))
]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_each_example_takes_twelve_mistakes(file: Path) -> None:
    assert sum(each == file for each, _ in CASES) >= FEWEST


def told(note: Note) -> Note:
    """A card but for its place."""
    from msgspec.structs import replace

    return replace(note, span=type(note.span)())


@pytest.mark.parametrize(("file", "name"), CASES, ids=[f"{file.stem}-{name}" for file, name in CASES])
def test_one_card_is_told_and_cured(file: Path, name: str) -> None:
    for place, spoilt in opportunities(file, name):
        meant, wrong = place.holding(spoilt.meant), place.holding(spoilt.lines)
        expected = [told(note) for note in notes(meant)]
        loaded = load(wrong)
        first, last = place.line, place.line + len(spoilt.lines) - 1
        assert loaded.problems
        assert all(first <= problem.where.line <= last for problem in loaded.problems), loaded.problems
        at_line = [one for one in loaded.problems if one.where.line == place.line + spoilt.line]
        assert at_line, (loaded.problems, place.line + spoilt.line)
        others = expected[: place.number] + expected[place.number + 1 :]
        studied = [told(note) for note in loaded.deck.notes] if loaded.deck else []
        assert [note for note in studied if note in others] == others
        curable = [one for one in at_line if one.fix is not None]
        assert curable, at_line
        cured = apply(wrong, curable[0]).text
        assert [told(note) for note in notes(cured)] == expected, (curable[0], cured)
        assert [one.code for one in load(cured).problems if one.code == curable[0].code] == []
