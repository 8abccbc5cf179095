"""Identity on a scripted history: whatever an author does to the files, progress stays with its card.

The whole way is used: files on disk, loader, ladder, shelf. The author knows the truth: cards have numbers.
"""

import random
from collections import Counter
from pathlib import Path

import pytest

from quizapp.core.identity import normal
from quizapp.store.database import Database
from tests.store.authors import EDITS, FORMS, Text, Written, alike, invent
from tests.store.made import fresh
from tests.store.shelves import World

CARDS, TWINS = 200, 30
"""Cards at first, and how many of them stand beside one that is almost like it."""


class Script:
    """Decks of one author, and what passes over them found out."""

    def __init__(self, db: Database, folder: Path, seed: int, pinned: float = 0.0) -> None:
        """pinned: share of the cards with an id."""
        self.chance = random.Random(seed)
        self.world = World(db, folder)
        self.cards: dict[int, Written] = {}
        self.saved: dict[int, Written] = {}
        """The cards as they were when all was saved last."""
        self.files: dict[str, list[int]] = {f"deck{number}.yaml": [] for number in range(6)}
        self.titles = {name: f"Deck {name[4]}" for name in self.files}
        self.binned: list[int] = []
        self.keys: dict[int, int] = {}
        self.owners: dict[int, int] = {}
        self.touched: set[int] = set()
        self.edited = self.kept = 0
        self.done: Counter[str] = Counter()
        self.lost: list[int] = []
        """Cards that nobody had edited, with the progress of none."""
        self.wrong: list[tuple[Text, Text]] = []
        """Cards with the progress of another one, and that one."""
        self._pinned = pinned
        for _ in range(CARDS - TWINS):
            self._enter(invent(self.chance))
        for twin in self.chance.sample(sorted(self.cards), TWINS):
            self._enter(alike(self.chance, self.cards[twin].text), beside=twin)
        self.save()

    # What the author does

    def edit(self) -> None:
        """Change what a card says."""
        card = self._any()
        was = self.cards[card]
        text = self.chance.choice(EDITS)(self.chance, was.text)
        if text != was.text and not self._is_taken(text):
            self.cards[card] = Written(text, was.id, was.form)
            self.done["edit"] += 1
            self.touched.add(card)

    def recast(self) -> None:
        """Ask it in another way: kinds change."""
        card = self._any()
        was = self.cards[card]
        self.cards[card] = Written(was.text, was.id, self.chance.choice(sorted(FORMS)))
        self.done["kind"] += 1

    def move(self) -> None:
        """Cut a card here, paste it there."""
        card = self._any()
        self._file_of(card).remove(card)
        target = self.files[self.chance.choice(sorted(self.files))]
        target.insert(self.chance.randint(0, len(target)), card)
        self.done["move"] += 1

    def reorder(self) -> None:
        self.chance.shuffle(self.files[self.chance.choice(sorted(self.files))])
        self.done["reorder"] += 1

    def split(self) -> None:
        """Half of a file becomes another one."""
        name = max(self.files, key=lambda name: len(self.files[name]))
        cards = self.files[name]
        half = len(cards) // 2
        self.files[name], other = cards[:half], self._new_file()
        self.files[other] = cards[half:]
        self.done["split"] += 1

    def merge(self) -> None:
        """Two files become one."""
        if len(self.files) > 3:
            one, other = self.chance.sample(sorted(self.files), 2)
            self.files[one] += self.files.pop(other)
            self.done["merge"] += 1

    def rename(self) -> None:
        """A file gets another name, or a deck another title."""
        name = self.chance.choice(sorted(self.files))
        if self.chance.random() < 0.5:
            other = self._new_file()
            self.files[other], self.titles[other] = self.files.pop(name), self.titles[name]
        else:
            self.titles[name] += "x"
        self.done["rename"] += 1

    def replace_twin(self) -> None:
        """Put another card of its mould in the place of one: it looks like an edit, and is none."""
        card = self._any()
        place = self._file_of(card)
        at = place.index(card)
        place[at : at + 1] = []
        self.binned.append(card)
        self.cards[card] = self.saved.get(card, self.cards[card])
        self._enter(alike(self.chance, self.cards[card].text), into=(place, at))
        self.done["replaced"] += 1

    def restore(self) -> None:
        """A card that was taken out comes back as it was."""
        if self.binned:
            card = self.binned.pop(self.chance.randrange(len(self.binned)))
            self.files[self.chance.choice(sorted(self.files))].append(card)
            self.done["restored"] += 1

    def work(self, edits: int) -> None:
        """An afternoon: some edits, some tidying, all saved at once."""
        for _ in range(edits):
            self.edit()
        steps = (
            [self.move] * 4
            + [self.reorder, self.recast, self.recast, self.replace_twin]
            + [self.restore, self.split, self.merge, self.rename]
        )
        for step in self.chance.sample(steps, 4):
            step()
        self.save()

    # How it is followed

    def save(self) -> None:
        """Write all files, let the library look, and compare with the truth."""
        for path in self.world.folder.glob("*.yaml"):
            if path.name not in self.files:
                path.unlink()
        for name, cards in self.files.items():
            self.world.write(name, [self.cards[card].yaml() for card in cards], title=self.titles[name])
        self.world.refresh()
        now: dict[int, int] = {}
        found = {normal(front): key for front, key in self.world.keys().items()}
        for card in (card for cards in self.files.values() for card in cards):
            key, was = found[normal(self.cards[card].text.front)], self.keys.get(card)
            if was is not None and card in self.touched:
                self.edited += 1
                self.kept += key == was
            elif was is not None and key != was:
                self.lost.append(card)
            if key != was and self.owners.get(key, card) != card:
                self.wrong.append((self.cards[card].text, self.saved[self.owners[key]].text))
            now[card] = key
        self.keys |= now
        self.saved = dict(self.cards)
        self.owners |= {key: card for card, key in now.items()}
        self.touched.clear()

    def _any(self) -> int:
        return self.chance.choice(sorted(card for cards in self.files.values() for card in cards))

    def _file_of(self, card: int) -> list[int]:
        return next(cards for cards in self.files.values() if card in cards)

    def _new_file(self) -> str:
        name = f"deck{len(self.titles)}.yaml"
        self.titles[name] = f"Deck {len(self.titles)}"
        return name

    def _is_taken(self, text: Text) -> bool:
        return any(normal(card.text.front) == normal(text.front) for card in self.cards.values())

    def _enter(self, text: Text, beside: int = -1, into: tuple[list[int], int] | None = None) -> None:
        if self._is_taken(text):
            return
        card = len(self.cards)
        id_ = f"card-{card}" if self.chance.random() < self._pinned else ""
        self.cards[card] = Written(text, id_)
        if into is not None:
            into[0].insert(into[1], card)
        elif beside >= 0:
            place = self._file_of(beside)
            place.insert(place.index(beside) + 1, card)
        else:
            self.files[self.chance.choice(sorted(self.files))].append(card)


PASSES, LEAST = 110, 500


def run(tmp_path: Path, seed: int, passes: int, pinned: float = 0.0) -> Script:
    with fresh() as db:
        script = Script(db, tmp_path / "decks", seed, pinned)
        for _ in range(passes):
            script.work(script.chance.randint(1, 14))
        while script.done["edit"] < LEAST:
            script.work(script.chance.randint(1, 14))
    return script


def check(script: Script, least: float) -> None:
    """least: share of the edited cards that keep their progress."""
    assert script.done["edit"] >= LEAST
    steps = ("move", "reorder", "kind", "split", "merge", "rename", "replaced", "restored")
    assert all(script.done[step] >= 15 for step in steps), script.done
    assert len(script.cards) >= CARDS
    assert script.wrong == []
    assert script.lost == []
    assert script.kept >= least * script.edited


def test_cards_without_ids_keep_their_progress_and_take_nobody_elses(tmp_path: Path) -> None:
    check(run(tmp_path, 2, PASSES), least=0.98)


def test_cards_with_ids_keep_it_all(tmp_path: Path) -> None:
    check(run(tmp_path, 3, PASSES, pinned=1.0), least=1.0)


def test_some_with_an_id_some_without(tmp_path: Path) -> None:
    check(run(tmp_path, 4, PASSES, pinned=0.4), least=0.98)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 120))
def test_histories_at_length(tmp_path: Path, seed: int) -> None:
    script = run(tmp_path, seed, PASSES)
    check(script, least=0.95)
