"""An edit of one card looks at few notes, and what comes of it is what a look at all of them finds."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.store import identities, packing, past, placing, reconcile, settled
from quizapp.store.database import Database
from tests.store.made import fresh
from tests.store.shelves import World, card

SMALL = 3
"""Notes in a chunk, here."""


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (identities, packing, past, placing, settled):
        monkeypatch.setattr(module, "CHUNK", SMALL)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many notes each pass looked at."""
    counts: list[int] = []
    link = reconcile.link

    def spied(seen: Any, *more: Any) -> Any:
        counts.append(len(seen))
        return link(seen, *more)

    monkeypatch.setattr(reconcile, "link", spied)
    return counts


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", cards(), title="Numbers")
    world.refresh()
    return world


def cards(*changes: tuple[int, str]) -> list[str]:
    found = [card(f"What is the number {number}?", f"answer {number}") for number in range(12)]
    for at, text in changes:
        found[at] = text
    return found


def test_an_edited_card_is_looked_for_among_its_neighbours(world: World, looked_at: list[int]) -> None:
    keys = world.keys()
    world.write("a.yaml", cards((4, card("What was the number 4?", "answer 4"))), title="Numbers")
    assert world.refresh().missing == 0
    assert looked_at == [SMALL]
    assert [*world.keys().values()] == [*keys.values()]


def test_a_card_added_at_the_end(world: World, looked_at: list[int]) -> None:
    world.write("a.yaml", [*cards(), card("More?", "Yes")], title="Numbers")
    assert world.refresh().new == 1
    assert looked_at == [1]
    assert len(world.keys()) == 13


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (card("What is the number 9?", "answer 9"), "Numbers"),  # the text of a settled card
        (card("What was the number 4?", "answer 4"), "Figures"),  # the deck has another name
    ],
)
def test_all_are_looked_at_where_that_matters(
    world: World, looked_at: list[int], text: str, title: str
) -> None:
    world.write("a.yaml", cards((4, text)), title=title)
    world.refresh()
    assert looked_at == [12]


def test_an_id_that_a_settled_card_once_had(world: World) -> None:
    with_id = cards((0, card("What is the number 0?", "answer 0", id="zero")))
    world.write("a.yaml", with_id, title="Numbers")
    world.refresh()
    key = world.key("number 0")
    world.write("a.yaml", cards(), title="Numbers")
    world.refresh()
    assert world.key("number 0") == key, "it is known by that id though it has none any more"
    world.write("a.yaml", cards((10, card("Zero?", "Yes", id="zero"))), title="Numbers")
    world.refresh()
    assert world.keys()["Zero?"] == key
    assert world.key("number 0") != key
    assert len(world.keys()) == 12


def test_many_decks_at_once(world: World, looked_at: list[int]) -> None:
    world.write("b.yaml", [text.replace("number", "letter") for text in cards()], title="Letters")
    world.write("a.yaml", cards((4, card("What was the number 4?", "answer 4"))), title="Numbers")
    world.refresh()
    assert looked_at == [12 + SMALL]
    keys = world.keys()
    moved = cards((7, card("What is the letter 1?", "answer 1")))
    world.write("a.yaml", moved, title="Numbers")
    world.write("b.yaml", [text.replace("number", "letter") for text in cards()[2:]], title="Letters")
    world.refresh()
    assert world.keys()["What is the letter 1?"] == keys["What is the letter 1?"]


def test_a_card_moved_between_decks_that_hardly_changed(world: World, looked_at: list[int]) -> None:
    letters = [text.replace("number", "letter") for text in cards()]
    world.write("b.yaml", letters, title="Letters")
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", [*cards(), letters[-1]], title="Numbers")
    world.write("b.yaml", letters[:-1], title="Letters")
    assert (world.refresh().new, looked_at[-1]) == (0, 1 + SMALL - 1)
    assert world.keys() == keys


class Twins:
    """The same edits in two libraries, one of which looks at all notes every time."""

    def __init__(self, quick: World, slow: World, patch: pytest.MonkeyPatch) -> None:
        self._quick, self._slow, self._patch = quick, slow, patch

    def save(self, decks: dict[str, list[str]], title: str) -> None:
        for name, texts in decks.items():
            self._quick.write(name, texts, title=title)
            self._slow.write(name, texts, title=title)
        quick = self._quick.refresh()
        with self._patch.context() as patch:
            patch.setattr(reconcile, "settled", lambda *_: frozenset())
            slow = self._slow.refresh()
        assert quick == slow

    def assert_same(self) -> None:
        assert self._quick.keys() == self._slow.keys()
        for table in ("shelf", "fingerprint", "guess", "words", "chunk", "tie"):
            assert rows(self._quick, table) == rows(self._slow, table), table
        for name in {Path(file.path).name for file in self._quick.library.files}:
            assert self._quick.codes(name) == self._slow.codes(name)


def rows(world: World, table: str) -> list[tuple[Any, ...]]:
    skipped = ("gone_ms",)
    cursor = world.db.con.execute(f"SELECT * FROM {table}")
    keep = [at for at, column in enumerate(cursor.description) if column[0] not in skipped]
    return sorted((tuple(row[at] for at in keep) for row in cursor), key=repr)


def edited(texts: list[str], chance: random.Random) -> None:
    """One edit as authors make them."""
    at = chance.randrange(len(texts) + 1)
    number, how = chance.randrange(16), chance.randrange(7)
    if how == 0:
        texts.insert(at, card(f"What is the number {number}?", f"answer {number}"))
    elif how == 1 and texts:
        del texts[at % len(texts)]
    elif how == 2 and texts:
        texts[at % len(texts)] = card(f"What was the number {number}?", f"answer {number}")
    elif how == 3 and texts:
        texts[at % len(texts)] = card(f"What is the number {number}?", "yes", id=f"id-{number % 4}")
    elif how == 4 and len(texts) > 1:
        other = chance.randrange(len(texts))
        at %= len(texts)
        texts[at], texts[other] = texts[other], texts[at]
    elif how == 5 and texts and "id: " in texts[at % len(texts)]:
        texts[at % len(texts)] = texts[at % len(texts)].split("\n  id: ")[0]
    elif how == 5 and texts:
        texts[at % len(texts)] = texts[at % len(texts)].replace("number", "figure")
    elif texts:
        texts[at % len(texts)] += "\n  explain: because"


@given(st.integers(0, 2**32))
def test_the_short_look_finds_what_the_long_one_does(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("decks")
    with fresh() as quick, fresh() as slow:
        # The files have the same paths: what is compared holds them.
        twins = Twins(World(quick, folder), World(slow, folder), monkeypatch)
        decks = {"a.yaml": cards(), "b.yaml": [text.replace("number", "letter") for text in cards()]}
        twins.save(decks, "Numbers")
        for _ in range(8):
            names = chance.choice((["a.yaml"], ["a.yaml"], ["b.yaml"], ["a.yaml", "b.yaml"]))
            for name in names:
                for _ in range(chance.choice((1, 1, 2))):
                    edited(decks[name], chance)
            if len(names) == 2 and decks["a.yaml"]:
                decks["b.yaml"].append(decks["a.yaml"].pop())
            title = chance.choice(["Numbers"] * 9 + ["Figures"])
            twins.save({name: decks[name] for name in names}, title)
            twins.assert_same()
