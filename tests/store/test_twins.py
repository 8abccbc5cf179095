"""Two machines that named one note otherwise: a merge finds it out, both alike, and the progress is one."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path

import pytest

from quizapp.core.reviews import Memory
from quizapp.store import aliases, exporting, log, memory, merging, sync
from quizapp.store.database import Database
from tests.store.machines import all_tables, machine, pour
from tests.store.made import answer, drop_folds, event
from tests.store.shelves import COUNTRIES, World, capital, card

BEFORE = card("Which river flows through Cologne, the old Roman city?", "the Rhine")
AFTER = card("Which river flows through Köln (Cologne), the old Roman city?", "the Rhine")
CLOZE = "- cloze: The {{Loire}} and the {{Rhone}} are rivers of {{France}}."


class Machine(World):
    """A machine with a deck, on which one studies."""

    def deck(self, *cards: str) -> None:
        self.write("deck.yaml", cards, title="Deck")
        self.refresh()

    def study(self, front: str) -> None:
        """Answer a card of the deck."""
        sql = "SELECT card_id FROM card WHERE card_key = ?"
        (card_id,) = self.db.con.execute(sql, (self.key(front),)).fetchone()
        answer(self.db, card_id)

    def memory(self, front: str) -> Memory | None:
        """What is known of the card on the shelf."""
        return memory.get(self.db, self.key(front))

    def key(self, front: str) -> int:
        """Of a card by its front, or of a part by its name."""
        row = self.db.con.execute("SELECT card_key FROM cache.shelf WHERE part = ?", (front,)).fetchone()
        return row[0] if row else super().key(front)

    def uids(self) -> list[str]:
        rows = self.db.con.execute(
            "SELECT uid FROM fingerprint WHERE note_key IN (SELECT note_key FROM cache.shelf) ORDER BY place"
        )
        return [uid for (uid,) in rows]


@contextmanager
def machines(folder: Path, *names: str) -> Iterator[list[Machine]]:
    made: list[Database] = []
    try:
        for name in names:
            made.append(machine(folder, name))
        yield [Machine(db, folder / f"{name}-decks") for name, db in zip(names, made, strict=True)]
    finally:
        for db in made:
            db.close()


def swap(*all_of_them: Machine) -> None:
    """Until nobody has anything new for anybody."""
    for _ in range(3):
        for one, other in permutations(all_of_them, 2):
            pour(one.db, other.db)


def others() -> list[str]:
    return [capital(country) for country in COUNTRIES[:6]]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[list[Machine]]:
    """One saw a card before it was edited, the other only afterwards; both studied it since."""
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(BEFORE, *others())
        one.study("Cologne")
        one.deck(AFTER, *others())
        two.deck(AFTER, *others())
        two.study("Cologne")
        assert one.uids()[0] != two.uids()[0]
        assert one.uids()[1:] == two.uids()[1:]
        yield [one, two]


def test_both_machines_join_them_alike(pair: list[Machine]) -> None:
    one, two = pair
    assert pour(one.db, two.db).twins == 1
    swap(one, two)
    assert all_tables(one.db) == all_tables(two.db)
    assert one.uids() == two.uids()
    found = one.memory("Cologne")
    assert found is not None
    assert found.reps == 2
    assert two.memory("Cologne") == found


def test_merged_at_the_same_time_they_come_to_the_same(pair: list[Machine]) -> None:
    one, two = pair
    logs = [list(exporting.export(world.db)) for world in pair]
    merging.merge(two.db, logs[0])
    merging.merge(one.db, logs[1])
    assert all_tables(one.db) == all_tables(two.db)
    assert one.memory("Cologne") == two.memory("Cologne")


def test_through_a_folder_it_takes_one_round(tmp_path: Path, pair: list[Machine]) -> None:
    one, two = pair
    folder = tmp_path / "synced"
    folder.mkdir()
    sync.sync(one.db, folder)
    assert sync.sync(two.db, folder).merged.twins == 1
    sync.sync(one.db, folder)
    assert one.uids() == two.uids()
    assert one.memory("Cologne") == two.memory("Cologne")
    assert all_tables(one.db) == all_tables(two.db)


def test_answers_go_on_counting_for_one_card(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    one.study("Cologne")
    two.study("Cologne")
    swap(one, two)
    assert one.memory("Cologne").reps == two.memory("Cologne").reps == 4


def test_the_deck_is_edited_again_and_progress_stays(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    for world in pair:
        world.restart()
        world.deck(AFTER.replace("flows", "runs"), *others())
        assert world.memory("Cologne").reps == 2
    assert one.uids() == two.uids()


def test_a_new_cache_finds_the_same_cards(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    for world in pair:
        world.db.reset_cache()
        world.restart()
        world.refresh()
        assert world.memory("Cologne").reps == 2


def test_the_folds_can_be_rebuilt(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    found = all_tables(one.db)
    drop_folds(one.db)
    memory.rebuild(one.db)
    assert all_tables(one.db) == found


def test_a_machine_that_never_studied_it_shows_the_progress(tmp_path: Path) -> None:
    """The usual case: a deck is edited, and another machine only then begins."""
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(BEFORE, *others())
        one.study("Cologne")
        one.deck(AFTER, *others())
        two.deck(AFTER, *others())
        swap(one, two)
        assert two.memory("Cologne") == one.memory("Cologne") is not None
        assert all_tables(one.db) == all_tables(two.db)


def test_the_other_machine_has_the_old_text_still(tmp_path: Path) -> None:
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(BEFORE, *others())
        one.study("Cologne")
        two.deck(AFTER, *others())
        two.study("Cologne")
        swap(one, two)
        assert one.memory("Cologne").reps == two.memory("Cologne").reps == 2
        one.deck(AFTER, *others())
        assert one.memory("Cologne").reps == 2
        assert one.uids() == two.uids()


@pytest.mark.parametrize("names", list(permutations(("one", "two", "three"))))
def test_three_names_become_one(tmp_path: Path, names: tuple[str, ...]) -> None:
    texts = (BEFORE, AFTER.replace("old ", ""), AFTER)
    with machines(tmp_path, *names) as all_of_them:
        for world, text in zip(all_of_them, texts, strict=True):
            world.deck(text, *others())
            world.study("Cologne")
            world.deck(AFTER, *others())
        swap(*all_of_them)
        found = [all_tables(world.db) for world in all_of_them]
        assert found[0] == found[1] == found[2]
        assert [world.memory("Cologne").reps for world in all_of_them] == [3, 3, 3]


def test_parts_of_a_note_find_each_other(tmp_path: Path) -> None:
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(CLOZE, *others())
        one.study("loire#1")
        longer = CLOZE.replace("are rivers", "are long rivers")
        one.deck(longer, *others())
        two.deck(longer, *others())
        for front in ("loire#1", "rhone#1"):
            two.study(front)
        swap(one, two)
        assert all_tables(one.db) == all_tables(two.db)
        for world in (one, two):
            assert [world.memory(front).reps for front in ("loire#1", "rhone#1")] == [2, 1]


def test_an_id_given_later_stands_for_both(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    named = AFTER + "\n  id: rhine"
    for world in pair:
        world.deck(named, *others())
    swap(one, two)
    for world in pair:
        assert world.uids()[0] == "rhine"
        assert world.memory("Cologne").reps == 2
    assert all_tables(one.db) == all_tables(two.db)


def test_an_id_that_one_machine_knows_already_wins(tmp_path: Path) -> None:
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(AFTER + "\n  id: zz-rhine", *others())
        one.study("Cologne")
        two.deck(AFTER, *others())
        two.study("Cologne")
        swap(one, two)
        for world in (one, two):
            assert world.uids()[0] == "zz-rhine"
            assert world.memory("Cologne").reps == 2


def test_two_ids_stay_two_cards(tmp_path: Path) -> None:
    with machines(tmp_path, "one", "two") as (one, two):
        for world, id_ in ((one, "a"), (two, "b")):
            world.deck(f"{AFTER}\n  id: {id_}", *others())
            world.study("Cologne")
        swap(one, two)
        assert one.memory("Cologne").reps == two.memory("Cologne").reps == 1


def test_the_same_words_in_another_deck_are_another_card(tmp_path: Path) -> None:
    with machines(tmp_path, "one", "two") as (one, two):
        one.write("a.yaml", [AFTER], title="Rivers")
        two.write("b.yaml", [AFTER], title="Cities")
        for world in (one, two):
            world.refresh()
            world.study("Cologne")
        swap(one, two)
        assert one.memory("Cologne").reps == two.memory("Cologne").reps == 1


def test_what_the_learner_told_apart_stays_apart(pair: list[Machine]) -> None:
    one, two = pair
    uids = one.uids()[0], two.uids()[0]
    log.append_event(one.db, event(one.db, "apart", uids[0], **{"from": uids[1], "alike": 0.9}))
    assert pour(two.db, one.db).twins == 0
    assert one.memory("Cologne").reps == 1


def test_taken_back_it_does_not_come_again(pair: list[Machine]) -> None:
    one, two = pair
    swap(one, two)
    for said in [one for one in log.events(one.db) if one.moment.at_ms == aliases.TWIN_MS]:
        log.append_event(one.db, event(one.db, "void", said.event_id))
    swap(one, two)
    assert all_tables(one.db) == all_tables(two.db)
    assert not all_tables(one.db)["alias"]
    reps = [row[3] for row in one.db.con.execute("SELECT card_key, last_day, due_day, reps FROM memory")]
    assert reps == [1, 1]


def test_many_at_once_are_joined_too(tmp_path: Path) -> None:
    fronts = [f"Which number comes after {number}, when one counts on?" for number in range(60)]
    now = [card(front, str(number + 1)) for number, front in enumerate(fronts)]
    with machines(tmp_path, "one", "two") as (one, two):
        one.deck(*[text.replace("comes after", "follows") for text in now])
        for row in one.db.con.execute("SELECT card_id FROM card").fetchall():
            answer(one.db, row[0])
        one.deck(*now)
        two.deck(*now)
        for row in two.db.con.execute("SELECT card_id FROM card").fetchall():
            answer(two.db, row[0])
        swap(one, two)
        assert all_tables(one.db) == all_tables(two.db)
        assert {world.memory(fronts[7]).reps for world in (one, two)} == {2}
