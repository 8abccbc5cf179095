"""The ladder on made-up histories of edits whose truth is known."""

import random
import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core.identity import Print, Seen, mint
from quizapp.core.ladder import link
from tests.core.test_ladder import Text, seen, was

_LETTERS = random.Random(1)
WORDS = ["".join(_LETTERS.choice(row) for row in ("bcdfghklmnprstvz", "aeiou") * 3) for _ in range(400)]


class Author:
    """Cards in files, edited by chance; knows which is which."""

    def __init__(self, seed: int, cards: int, make: Callable[[random.Random], Text]) -> None:
        self.chance = random.Random(seed)
        self.make = make
        self.texts = dict(enumerate(dict.fromkeys(make(self.chance) for _ in range(cards))))
        self.files: dict[str, list[int]] = {name: [] for name in "abcd"}
        for card in self.texts:
            self.files[self.chance.choice("abcd")].append(card)
        self.edited: set[int] = set()

    def seen(self) -> tuple[list[Seen], list[int]]:
        cards = [card for name in sorted(self.files) for card in self.files[name]]
        notes = [
            seen(*self.texts[card], file=name, place=place)
            for name in sorted(self.files)
            for place, card in enumerate(self.files[name])
        ]
        return notes, cards

    def edit(self, letters: float) -> None:
        """Change some letters of either side, at least one."""
        card = self.chance.choice(list(self.texts))
        front, back = (self._mistyped(text, letters) for text in self.texts[card])
        if (front, back) not in self.texts.values():
            self.texts[card] = (front, back)
            self.edited.add(card)

    def move(self) -> None:
        source = self.chance.choice([name for name in self.files if self.files[name]])
        card = self.files[source].pop(self.chance.randrange(len(self.files[source])))
        target = self.files[self.chance.choice("abcd")]
        target.insert(self.chance.randint(0, len(target)), card)

    def reorder(self) -> None:
        self.chance.shuffle(self.files[self.chance.choice("abcd")])

    def rename(self) -> None:
        one, other = self.chance.sample("abcd", 2)
        self.files[one], self.files[other] = self.files[other], self.files[one]

    def add(self) -> None:
        text = self.make(self.chance)
        if text not in self.texts.values():
            card = max(self.texts) + 1
            self.texts[card] = text
            self.files[self.chance.choice("abcd")].append(card)

    def _mistyped(self, text: str, share: float) -> str:
        letters = list(text)
        for _ in range(max(1, round(share * len(letters)))):
            at = self.chance.randrange(len(letters))
            letter = self.chance.choice(string.ascii_lowercase)
            letters[at : at + self.chance.randint(0, 1)] = self.chance.choice([[letter], [], [letter]]) or [
                letter
            ]
        return "".join(letters)


def distinct(chance: random.Random) -> Text:
    return f"what did {' '.join(chance.sample(WORDS, 5))} mean?", " ".join(chance.sample(WORDS, 3))


def moulded(chance: random.Random) -> Text:
    return f"what is the capital of {' '.join(chance.sample(WORDS, 2))}?", chance.choice(WORDS)


class Record:
    """What passes over an author's files found out, against the truth."""

    def __init__(self, author: Author) -> None:
        self.author = author
        self.uids: dict[int, str] = {}
        self.prints: dict[str, Print] = {}
        self.edits = self.kept = self.wrong = 0
        self.look()

    def look(self) -> None:
        notes, cards = self.author.seen()
        links = link(notes, list(self.prints.values()), {})
        new = [note for note, uid in zip(notes, links.uids, strict=True) if uid is None]
        minted = iter(mint(new, self.prints.__contains__))
        owners = {uid: card for card, uid in self.uids.items()}
        found = [uid or next(minted) for uid in links.uids]
        assert len(set(found)) == len(found)
        for card, note, uid in zip(cards, notes, found, strict=True):
            if card in self.author.edited and card in self.uids:
                self.edits += 1
                self.kept += uid == self.uids[card]
            elif card in self.uids:
                assert uid == self.uids[card], "a card that was not edited lost its progress"
            self.wrong += owners.get(uid, card) != card
            self.prints[uid] = was(note, uid)
            self.uids[card] = uid
        here = set(found)
        self.prints = {
            uid: print_ if uid in here else replace(print_, gone=True, file="")
            for uid, print_ in self.prints.items()
        }
        self.author.edited.clear()


def history(seed: int, make: Callable[[random.Random], Text], letters: float, passes: int) -> Record:
    author = Author(seed, 200, make)
    record = Record(author)
    for _ in range(passes):
        for _ in range(author.chance.randint(1, 12)):
            author.edit(letters)
        for step in author.chance.choices([author.move, author.reorder, author.rename, author.add], k=3):
            step()
        record.look()
    return record


@pytest.mark.parametrize("make", [distinct, moulded])
@pytest.mark.parametrize(("letters", "least"), [(0.0, 0.99), (0.1, 0.95), (0.3, 0.9)])
def test_edited_and_moved_cards_keep_their_progress(
    make: Callable[[random.Random], Text], letters: float, least: float
) -> None:
    record = history(7, make, letters, passes=90)
    assert record.edits >= 500
    assert record.kept >= least * record.edits
    assert record.wrong <= (record.edits // 200 if letters == 0.3 else 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_histories_at_length(seed: int) -> None:
    record = history(seed, distinct, 0.1, passes=100)
    assert record.kept >= 0.97 * record.edits
    assert record.wrong == 0


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_unedited_cards_are_always_found(seed: int, steps: int) -> None:
    author = Author(seed, 30, moulded)
    record = Record(author)
    for step in author.chance.choices([author.move, author.reorder, author.rename, author.add], k=steps):
        step()
    record.look()
    assert record.wrong == 0


@given(st.integers(0, 10_000))
def test_a_second_look_finds_the_same(seed: int) -> None:
    author = Author(seed, 30, moulded)
    record = Record(author)
    for _ in range(5):
        author.edit(0.4)
    record.look()
    before = dict(record.uids)
    record.look()
    assert record.uids == before
