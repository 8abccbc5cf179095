"""Progress follows the card: whatever happens to texts, files and folders, the same card keeps its key."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Deck
from quizapp.store import log, renames
from quizapp.store.database import Database
from quizapp.store.folders import Root
from quizapp.store.library import PORTION, Library
from tests.store.made import Clock, key_of, opened, review, tables
from tests.store.shelves import COUNTRIES, World, capital, card


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


def europe(*countries: str) -> list[str]:
    return [capital(country) for country in countries or COUNTRIES]


# --- what is on the shelf


def test_decks_and_cards_are_on_the_shelf(world: World) -> None:
    world.write("a.yaml", europe(), title="Europe")
    world.write(
        "north/b.yml", [card("One", "1", reverse="yes"), card("Two", "2", group="g", suspended="yes")]
    )
    changes = world.refresh()
    assert (len(changes.decks), changes.new, changes.missing) == (2, 12, 0)
    first, second = world.library.files
    assert (first.title, first.course, first.notes, first.studied) == ("Europe", "Course", 10, True)
    assert (second.title, second.course, second.path) == (
        "b",
        "Course / north",
        str(world.folder / "north/b.yml"),
    )
    rows = world.db.con.execute(
        "SELECT note, part, sibling IS NULL, suspended FROM shelf WHERE deck_key = ? ORDER BY note, part",
        (second.deck_key,),
    )
    assert rows.fetchall() == [(0, "back", 0, 0), (0, "forward", 0, 0), (1, "", 0, 1)]
    (siblings,) = world.db.con.execute("SELECT count(DISTINCT sibling) FROM shelf").fetchone()
    assert siblings == 2


def test_a_card_is_found_by_its_key(world: World) -> None:
    world.write("a.yaml", [card("One", "1", id="first", reverse="yes")])
    world.refresh()
    item = world.library.shelf.item(world.keys()["1"])
    assert item is not None
    assert (item.card_id, item.note, item.part) == ("first#back", 0, "back")
    assert world.library.shelf.item(99) is None
    with pytest.raises(KeyError):
        world.library.shelf.deck(99)
    with pytest.raises(KeyError):
        world.library.shelf.note(item.deck_key, 1)
    with pytest.raises(KeyError):
        world.library.shelf.note(99, 0)


def test_a_cached_deck_is_the_deck_that_was_read(world: World) -> None:
    from quizapp.formats.yaml_deck import read

    cards = [card(f"Question {number}", f"answer {number}", id=f"q{number}") for number in range(450)]
    path = world.write("a.yaml", cards, title="Many")
    world.refresh()
    deck = read(path.read_bytes(), str(path)).deck
    assert deck is not None
    key = world.deck_key("a.yaml")
    assert world.library.shelf.deck(key) == deck
    assert world.library.shelf.header(key) == Deck(path=str(path), title="Many")
    assert [world.library.shelf.note(key, at) for at in (0, 199, 200, 449)] == [
        deck.notes[at] for at in (0, 199, 200, 449)
    ]


# --- nothing changed


def test_a_second_refresh_and_a_restart_read_and_write_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.write("a.yaml", europe())
    world.write("broken.yaml", ["- q: [one"])
    world.refresh()
    written = world.db.con.total_changes
    assert not world.refresh()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    world.restart()
    assert not world.refresh()
    assert world.db.con.total_changes == written


def test_a_touched_file_costs_a_stamp(world: World) -> None:
    path = world.write("a.yaml", europe())
    world.refresh()
    world.touch(path)
    written = world.db.con.total_changes
    assert not world.refresh()
    assert world.db.con.total_changes == written + 1
    written += 1
    assert not world.refresh()
    assert world.db.con.total_changes == written


# --- files and folders


@pytest.mark.parametrize("target", ["b.yaml", "deep/er/a.yaml"])
def test_a_renamed_file_is_the_same_deck(world: World, target: str) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys, deck = world.keys(), world.deck_key("a.yaml")
    world.move("a.yaml", target)
    world.refresh()
    assert world.keys() == keys
    assert world.deck_key(target) == deck
    assert len(world.library.files) == 1


def test_renamed_and_edited_at_once(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    key = world.key("Norway")
    world.remove("a.yaml")
    world.write("b.yaml", [*europe(*COUNTRIES[1:]), card("What is the capitol of Norway?", "Oslo")])
    assert world.refresh().missing == 0
    assert world.key("Norway") == key


def test_cut_and_paste_between_files_in_one_pass(world: World) -> None:
    world.write("a.yaml", europe(*COUNTRIES[:5]))
    world.write("b.yaml", europe(*COUNTRIES[5:]))
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", europe(*COUNTRIES[2:5]))
    world.write("b.yaml", [*europe(*COUNTRIES[5:]), *europe(*COUNTRIES[:2])])
    changes = world.refresh()
    assert (changes.new, changes.missing) == (0, 0)
    assert world.keys() == keys


def test_cut_in_one_pass_and_pasted_in_the_next(world: World) -> None:
    world.write("a.yaml", europe(*COUNTRIES[:5]))
    world.write("b.yaml", europe(*COUNTRIES[5:]))
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", europe(*COUNTRIES[1:5]))
    assert world.refresh().missing == 1
    assert keys.items() - world.keys().items() == {
        ("What is the capital of Norway?", keys["What is the capital of Norway?"])
    }
    world.write("b.yaml", europe(*COUNTRIES[5:], COUNTRIES[0]))
    assert world.refresh().new == 0
    assert world.keys() == keys


def test_pasted_before_it_is_cut(world: World) -> None:
    """A new file that holds what another one still holds is a copy until that one lets go."""
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.write("b.yaml", europe(*COUNTRIES[5:]))
    world.refresh()
    assert world.keys() == keys
    world.write("a.yaml", europe(*COUNTRIES[:5]))
    changes = world.refresh()
    assert (changes.new, changes.missing) == (0, 0)
    assert world.keys() == keys


def test_a_removed_deck_is_off_the_shelf_and_its_cards_return(world: World) -> None:
    path = world.write("a.yaml", europe())
    world.refresh()
    keys, text = world.keys(), path.read_bytes()
    world.remove("a.yaml")
    changes = world.refresh()
    assert (len(changes.removed), changes.missing) == (1, 10)
    assert world.keys() == {}
    assert world.library.files == ()
    world.save("other/name.yaml", text)
    world.refresh()
    assert world.keys() == keys


def test_a_card_deleted_and_restored(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", europe(*COUNTRIES[:-1]))
    world.refresh()
    world.write("a.yaml", europe())
    assert world.refresh().new == 0
    assert world.keys() == keys


def test_a_missing_folder_is_told_and_its_cards_are_kept(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    away = world.folder.with_name("away")
    world.folder.rename(away)
    world.refresh()
    assert [one.code for one in world.library.notices] == ["folder_missing"]
    away.rename(world.folder)
    world.refresh()
    assert world.library.notices == ()
    assert world.keys() == keys


def test_a_course_follows_its_label(world: World) -> None:
    world.write("north/a.yaml", europe())
    world.refresh()
    world.library = Library(world.db, [Root(world.folder, "Other")])
    assert world.refresh().decks == {world.deck_key("north/a.yaml")}
    assert world.library.files[0].course == "Other / north"
    assert not world.refresh()


# --- broken files


@pytest.mark.parametrize("text", [b"cards:\n- q: [a\n", b"\xff\xfe\x00\x01\x02", b"", b"title: no cards\n"])
def test_a_broken_deck_keeps_its_last_good_state(world: World, text: bytes) -> None:
    path = world.write("a.yaml", europe())
    world.refresh()
    keys, good = world.keys(), path.read_bytes()
    world.save("a.yaml", text)
    changes = world.refresh()
    assert changes.decks == {world.deck_key("a.yaml")}
    assert changes.missing == 0
    (file,) = world.library.files
    assert file.broken
    assert file.problems == len(world.codes("a.yaml")) > 0
    assert world.keys() == keys
    world.restart()
    assert not world.refresh()
    assert world.keys() == keys
    world.save("a.yaml", good)
    world.refresh()
    assert world.codes("a.yaml") == []
    assert not world.library.files[0].broken


def test_a_deck_never_seen_good_shows_its_problems(world: World) -> None:
    world.save("a.yaml", "cards: {")
    world.refresh()
    (file,) = world.library.files
    assert (file.notes, file.broken, file.title) == (0, True, "a")
    assert file.problems > 0
    assert world.library.shelf.deck(file.deck_key).notes == ()
    world.save("a.yaml", b"\xff\xfe\x00\x01")
    assert world.refresh()
    world.write("a.yaml", europe())
    world.refresh()
    assert len(world.keys()) == 10


def test_what_could_be_saved_of_a_new_broken_deck_is_studied(world: World) -> None:
    world.write("a.yaml", [*europe(), '- q: "unclosed', card("Last", "one")])
    world.refresh()
    assert world.library.files[0].broken
    assert len(world.keys()) == 11


def test_a_file_that_cannot_be_read_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.touch(path)

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert world.refresh()
        assert world.codes("a.yaml") == [(0, "deck_unreadable")]
        written = world.db.con.total_changes
        assert not world.refresh()
        assert world.db.con.total_changes == written
    assert world.keys() == keys
    world.refresh()
    assert world.codes("a.yaml") == []
    assert world.keys() == keys


def test_a_huge_file_is_refused(world: World) -> None:
    path = world.save("a.yaml", "")
    with path.open("r+b") as file:
        file.truncate(33_000_000)
    world.touch(path)
    world.refresh()
    assert world.codes("a.yaml") == [(0, "deck_too_big")]
    assert not world.refresh()


# --- ids


def test_an_id_holds_a_card_through_any_edit(world: World) -> None:
    world.write("a.yaml", [capital("Norway", id="no"), capital("Sweden", id="se")])
    world.refresh()
    keys = world.keys()
    world.remove("a.yaml")
    world.write("b.yaml", [card("Quite", "different", id="se"), card("and", "other", id="no")])
    world.refresh()
    norway, sweden = keys.values()
    assert world.keys() == {"Quite": sweden, "and": norway}


def test_an_id_added_and_removed_keeps_the_progress(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    (before,) = world.db.con.execute(
        "SELECT card_id FROM card WHERE card_key = ?", (world.key("Norway"),)
    ).fetchone()
    log.append_review(world.db, review(world.db, before))
    world.write("a.yaml", [capital("Norway", id="no"), *europe(*COUNTRIES[1:])])
    assert world.refresh().new == 0
    assert world.key("Norway") == key_of(world.db, "no")
    assert tables(world.db, "alias")["alias"] == [(before, "no")]
    assert [row[0] for row in tables(world.db, "memory")["memory"]] == ["no"]
    (event,) = log.events(world.db)
    assert (event.type, event.target, event.payload) == ("alias", before, {"to": "no"})
    world.write("a.yaml", europe())
    world.refresh()
    assert world.key("Norway") == key_of(world.db, "no")
    assert len(list(log.events(world.db))) == 1


def test_an_id_added_to_a_card_never_studied_logs_nothing(world: World) -> None:
    world.write("a.yaml", [card("One", "1", reverse="yes")])
    world.refresh()
    world.write("a.yaml", [card("One", "1", reverse="yes", id="one")])
    world.refresh()
    assert list(log.events(world.db)) == []
    assert world.keys() == {"One": key_of(world.db, "one#forward"), "1": key_of(world.db, "one#back")}


def test_an_id_that_was_renamed_is_not_given_to_a_new_card(world: World) -> None:
    """The old text written again gets a uid of its own: the old one's reviews belong to the renamed card."""
    world.write("a.yaml", [capital("Norway"), capital("Sweden")])
    world.refresh()
    key = world.key("Norway")
    (uid,) = world.db.con.execute("SELECT card_id FROM card WHERE card_key = ?", (key,)).fetchone()
    log.append_review(world.db, review(world.db, uid))
    world.write("a.yaml", [capital("Norway", id="no"), capital("Sweden")])
    world.refresh()
    world.write("a.yaml", [capital("Norway", id="no"), capital("Sweden"), capital("Norway")])
    world.refresh()
    ids = {
        card_id for (card_id,) in world.db.con.execute("SELECT card_id FROM card JOIN shelf USING (card_key)")
    }
    assert "no" in ids
    assert uid not in ids
    assert len(ids) == 3


def test_the_same_id_in_two_files(world: World) -> None:
    world.write("a.yaml", [capital("Norway", id="no"), capital("Sweden")])
    world.refresh()
    key = world.key("Norway")
    world.write("b.yaml", [card("The capital of Norway", "Oslo", id="no"), card("Other", "card")])
    world.refresh()
    assert world.keys()["What is the capital of Norway?"] == key
    assert world.codes("a.yaml") == []
    assert world.codes("b.yaml") == [(2, "id_twice")]
    (problem,) = world.library.shelf.problems(world.deck_key("b.yaml"))
    assert problem.args == {"id": "no", "other": str(world.folder / "a.yaml"), "line": "2"}
    assert problem.severity == "warning"
    assert len(world.keys()) == 4
    world.write("a.yaml", [capital("Sweden")])
    world.refresh()
    assert world.codes("b.yaml") == []
    assert world.keys()["The capital of Norway"] == key


def test_an_explicit_id_takes_its_card_back_from_one_that_inherited_it(world: World) -> None:
    world.write("a.yaml", [capital("Norway", id="no"), capital("Sweden")])
    world.refresh()
    key = world.key("Norway")
    world.write("a.yaml", [capital("Norway"), capital("Sweden")])
    world.refresh()
    assert world.key("Norway") == key
    world.write("b.yaml", [card("Norwegian capital", "Oslo", id="no"), card("Other", "card")])
    world.refresh()
    assert world.keys()["Norwegian capital"] == key
    assert world.keys()["What is the capital of Norway?"] != key


# --- cards that are there twice, copies


def test_identical_cards_are_numbered_and_told(world: World) -> None:
    world.write("a.yaml", [card("One"), card("Two"), card("One")])
    world.refresh()
    assert world.codes("a.yaml") == [(6, "card_twice")]
    (cards,) = world.db.con.execute("SELECT count(*) FROM shelf").fetchone()
    assert cards == 3


def test_a_copy_of_a_deck_is_not_studied(world: World) -> None:
    path = world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.write("a (conflict).yaml", [*europe(*COUNTRIES[:8]), card("New", "one"), card("Also", "new")])
    world.refresh()
    assert world.keys() == keys
    assert world.codes("a (conflict).yaml") == [(0, "deck_copy")]
    copy = next(file for file in world.library.files if file.path != str(path))
    assert (copy.studied, copy.problems, copy.notes) == (False, 0, 10)
    assert len(world.library.shelf.deck(copy.deck_key).notes) == 10
    world.remove("a.yaml")
    world.refresh()
    assert world.codes("a (conflict).yaml") == []
    assert dict(world.keys().items() & keys.items()) == {text: keys[text] for text in list(keys)[:8]}


def test_a_deck_that_shares_less_is_another_deck(world: World) -> None:
    world.write("a.yaml", europe())
    world.write("b.yaml", [*europe(*COUNTRIES[:7]), card("x", "1"), card("y", "2"), card("z", "3")])
    world.refresh()
    (cards,) = world.db.con.execute("SELECT count(*) FROM shelf").fetchone()
    assert cards == 20
    assert all(file.studied for file in world.library.files)


def test_of_two_new_decks_the_shorter_path_is_no_copy(world: World) -> None:
    world.write("backup/old/a.yaml", europe())
    world.write("a.yaml", europe())
    world.refresh()
    assert {Path(file.path).parent.name: file.studied for file in world.library.files} == {
        "decks": True,
        "old": False,
    }


def test_a_studied_deck_is_never_made_a_copy(world: World) -> None:
    world.write("long-name.yaml", europe(*COUNTRIES[:4]))
    world.refresh()
    world.write("a.yaml", europe())
    world.refresh()
    assert all(file.studied for file in world.library.files)


# --- edits


def test_unsure_is_new_and_listed(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    key = world.key("Norway")
    world.write("a.yaml", [card("What is the capital of Albania?", "Tirana"), *europe(*COUNTRIES[1:])])
    changes = world.refresh()
    assert (changes.new, changes.missing) == (1, 1)
    assert world.key("Albania") != key
    (uid,) = world.db.con.execute("SELECT uid FROM fingerprint WHERE gone_ms IS NOT NULL").fetchone()
    (pair,) = renames.likely(world.db, world.library.shelf, uid)
    assert 0 < pair.score < 1
    assert pair.new.front == "What is the capital of Albania?"
    assert pair.old.front == "what is the capital of norway?"
    world.write("a.yaml", [card("What is the capital of Albania?", "Tirana"), *europe()])
    world.refresh()
    assert world.key("Norway") == key
    assert renames.likely(world.db, world.library.shelf, uid) == ()


def test_a_flip_card_that_becomes_a_choice_is_the_same(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", [capital(country, wrong="[Atlantis, Utopia]") for country in COUNTRIES])
    world.refresh()
    assert world.keys() == keys


def test_a_card_that_gets_a_reverse_keeps_its_forward_card(world: World) -> None:
    world.write("a.yaml", [card("One", "1")])
    world.refresh()
    key = world.key("One")
    world.write("a.yaml", [card("One", "1", reverse="yes")])
    world.refresh()
    both = world.keys()
    assert both["One"] == key
    world.write("a.yaml", [card("One", "1")])
    world.refresh()
    assert world.keys() == {"One": key}
    world.write("a.yaml", [card("One", "1", reverse="yes")])
    world.refresh()
    assert world.keys() == both


def test_an_edited_hole_is_the_same_card(world: World) -> None:
    world.save("a.yaml", "cards:\n- cloze: The {{Danube}} flows into the {{Black Sea}} after {{2850}} km.\n")
    world.refresh()
    keys = [key for _, key in sorted(world.keys().items())]
    world.save("a.yaml", "cards:\n- cloze: The {{Danube}} flows into the {{black sea}} after {{1777}} km.\n")
    world.refresh()
    assert sorted(world.keys().values()) == sorted(keys)
    world.restart()
    world.db.reset_cache()
    world.restart()
    world.refresh()
    assert sorted(world.keys().values()) == sorted(keys)


def test_two_machines_agree_on_cards_without_ids(tmp_path: Path) -> None:
    found = []
    for number in (1, 2):
        with opened(tmp_path / f"data{number}", seed=number) as db:
            world = World(db, tmp_path / f"decks{number}")
            world.write(f"{number}.yaml", [*europe(), card("One"), card("One")], title="Europe")
            world.refresh()
            found.append({card_id for (card_id,) in db.con.execute("SELECT card_id FROM card")})
    assert found[0] == found[1]


# --- the cache


def test_a_dropped_cache_costs_no_card(world: World) -> None:
    world.write("a.yaml", [*europe(), card("One"), card("One")])
    world.write("b.yaml", [card("Three", id="3", reverse="yes")])
    world.refresh()
    keys = world.keys()
    world.db.reset_cache()
    world.restart()
    assert world.library.files == ()
    changes = world.refresh()
    assert (changes.new, changes.missing) == (0, 0)
    assert world.keys() == keys


def test_a_cache_of_other_fingerprints_starts_anew(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.db.set_meta("library", "that of an older backup")
    world.restart()
    assert world.library.files == ()
    world.refresh()
    assert world.keys() == keys
    world.restart()
    assert not world.refresh()


def test_a_cache_of_another_layout_starts_anew(world: World) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    world.db.con.execute("UPDATE about SET value = 'older' WHERE key = 'layout'")
    world.restart()
    assert world.library.files == ()


def test_a_failed_pass_leaves_everything_as_it_was(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.write("a.yaml", europe())
    world.refresh()
    keys = world.keys()
    world.write("a.yaml", europe(*COUNTRIES[5:]))
    with monkeypatch.context() as patch:
        patch.setattr("quizapp.store.placing.put_pending", lambda *args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.refresh()
    assert world.keys() == keys
    world.refresh()
    assert len(world.keys()) == 5


# --- portions


def test_new_decks_are_entered_in_portions_and_changed_ones_at_once(world: World) -> None:
    many = [card(f"Question {number}") for number in range(PORTION)]
    world.write("a.yaml", many)
    world.write("b.yaml", europe())
    world.write("c.yaml", [card("One")])
    seen = world.library.survey()()
    parsed = [world.library.parse(found)() for found in seen.changed]
    portions = list(world.library.portions(seen, parsed))
    assert [len(portion) for portion in portions] == [1, 2]
    for portion in portions:
        world.library.reconcile(seen, portion)
    assert len(world.keys()) == PORTION + 11
    world.remove("c.yaml")
    world.write("d.yaml", many[:5])
    seen = world.library.survey()()
    parsed = [world.library.parse(found)() for found in seen.changed]
    assert list(world.library.portions(seen, parsed)) == [parsed]


# --- all of it, by chance


class Author:
    """Moves distinct cards about, edits their files and folders, never their texts."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self.world = world
        self.chance = chance
        self.files: dict[str, list[str]] = {
            "a.yaml": COUNTRIES[:5],
            "b.yaml": COUNTRIES[5:8],
            "c.yaml": COUNTRIES[8:],
        }
        self.binned: list[str] = []
        self.number = 0
        self.save()

    def save(self) -> None:
        for name, countries in self.files.items():
            if countries or not (self.world.folder / name).exists():
                self.world.write(name, europe(*countries) if countries else [], title="Capitals")
            else:
                self.world.write(name, [], title="Capitals")

    def shuffle(self) -> None:
        for countries in self.files.values():
            self.chance.shuffle(countries)

    def move(self) -> None:
        source = self.chance.choice(list(self.files.values()))
        target = self.chance.choice(list(self.files.values()))
        if source:
            target.insert(0, source.pop())

    def rename(self) -> None:
        name = self.chance.choice(list(self.files))
        self.number += 1
        target = self.chance.choice([f"n{self.number}.yaml", f"folder{self.number}/x.yaml"])
        self.world.move(name, target)
        self.files[target] = self.files.pop(name)

    def bin(self) -> None:
        source = self.chance.choice(list(self.files.values()))
        if source:
            self.binned.append(source.pop())

    def restore(self) -> None:
        if self.binned:
            self.chance.choice(list(self.files.values())).append(self.binned.pop())


@given(seed=st.integers(0, 100_000), rounds=st.integers(1, 4))
def test_cards_that_are_only_moved_keep_their_keys(
    tmp_path_factory: pytest.TempPathFactory, seed: int, rounds: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path_factory.mktemp("history")
    with opened(folder / "data", Clock(), seed) as db:
        world = World(db, folder / "decks")
        author = Author(world, chance)
        world.refresh()
        keys = world.keys()
        for _ in range(rounds):
            steps = [author.shuffle, author.move, author.rename, author.bin, author.restore]
            for step in chance.choices(steps, k=3):
                step()
            author.save()
            world.refresh()
            here = {country for countries in author.files.values() for country in countries}
            assert world.keys() == {text: key for text, key in keys.items() if text.split()[-1][:-1] in here}
            assert not world.refresh()
            if chance.random() < 0.3:
                db.reset_cache()
                world.restart()
                now = world.refresh()
                assert (now.new, now.missing) == (0, 0)
        assert db.con.execute("PRAGMA quick_check").fetchone() == ("ok",)
