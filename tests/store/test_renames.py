"""Did you rename these? What is asked, and what the learner's word does: undone, merged, after a restart."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core import schedule
from quizapp.core.renames import Stake
from quizapp.core.settings import Settings
from quizapp.store import due, log, memory, renames
from quizapp.store.database import Database
from tests.store.made import answer, event, fresh, memory_of, play, tables
from tests.store.renamed import (
    ALBANIA,
    NORWAY,
    OTHERS,
    card_id,
    keep_apart,
    link,
    pairs,
    renamed,
    void,
)
from tests.store.shelves import World, capital, card

PINNED = card("What is the capital of Albania?", "Tirana", id="al")


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    return World(db, tmp_path / "decks")


# --- what is asked


def test_a_pair_says_both_texts_and_what_is_at_stake(world: World) -> None:
    pair = renamed(world)
    remembered = memory_of(world.db, pair.old.uid)
    assert remembered is not None
    assert (pair.old.front, pair.old.back) == ("What is the capital of Norway?", "Oslo")
    assert (pair.new.front, pair.new.back) == ("What is the capital of Albania?", "Tirana")
    assert pair.old.deck == pair.new.deck == "Europe"
    assert pair.old.exact
    assert 0.4 < pair.alike < 0.8
    assert pair.fresh == 0
    assert pair.stake == Stake(cards=1, reviews=2, stability=remembered.stability, due_day=remembered.due_day)
    assert renames.count(world.db) == 1


def test_nothing_at_stake_is_not_asked(world: World) -> None:
    world.write("a.yaml", [NORWAY, *OTHERS])
    world.refresh()
    world.write("a.yaml", [ALBANIA, *OTHERS])
    world.refresh()
    assert world.db.con.execute("SELECT count(*) FROM guess").fetchone() == (1,)
    assert pairs(world) == ()
    assert renames.count(world.db) == 0


def test_each_note_is_in_one_pair_the_likest(world: World) -> None:
    world.write("a.yaml", [capital("Norway"), capital("Latvia"), *OTHERS])
    world.refresh()
    for front in ("norway", "latvia"):
        answer(world.db, card_id(world, front))
    world.write("a.yaml", [ALBANIA, card("What is the capital of Latvi?", "Rige"), *OTHERS])
    world.refresh()
    found = pairs(world)
    assert len({pair.old.uid for pair in found}) == len({pair.new.uid for pair in found}) == len(found)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_a_note_that_may_be_two_others_is_no_sure_one(world: World) -> None:
    pair = renamed(world)
    assert pair.rival == 0
    second = card("What is the capital of Algeria?", "Algiers")
    world.write("a.yaml", [ALBANIA, second, *OTHERS], title="Europe")
    world.refresh()
    keys = dict(world.db.con.execute("SELECT front, note_key FROM fingerprint"))
    row = (keys["what is the capital of algeria?"], keys["what is the capital of norway?"], 0.5)
    world.db.con.execute("INSERT OR REPLACE INTO guess VALUES (?, ?, ?)", row)
    assert [one.rival for one in pairs(world) if one.key == pair.key] == [0.5]


def test_of_many_only_the_next_are_read_in_full(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renames, "ASKED", 0)
    world.write("a.yaml", [NORWAY, *OTHERS], title="Europe")
    world.refresh()
    answer(world.db, card_id(world, "norway"))
    world.write("a.yaml", [ALBANIA, *OTHERS], title="Europe")
    world.refresh()
    assert renames.pairs(world.db, world.library.shelf) == ((), 1)


def test_the_question_outlives_a_new_cache(world: World) -> None:
    pair = renamed(world)
    world.db.reset_cache()
    world.restart()
    assert pairs(world) == ()
    world.refresh()
    assert pairs(world) == (pair,)


def test_a_text_of_which_only_the_fingerprint_is_left(world: World) -> None:
    pair = renamed(world)
    world.db.con.execute("DELETE FROM past")
    (left,) = pairs(world)
    assert not left.old.exact
    assert (left.old.front, left.old.back) == ("what is the capital of norway?", "oslo")
    assert left.stake == pair.stake


# --- the same


def test_a_link_takes_the_progress_along(world: World) -> None:
    pair = renamed(world)
    before = memory_of(world.db, pair.old.uid)
    events = link(world, pair)
    assert memory_of(world.db, card_id(world, "albania")) == before
    assert pairs(world) == ()
    (told,) = renames.answers(world.db, world.library.shelf, 0)
    assert (told.same, told.events, told.pair.key) == (True, events, pair.key)
    assert told.pair.stake == pair.stake
    assert renames.answers(world.db, world.library.shelf, world.db.now().at_ms + 1) == ()


def test_a_link_is_undone_after_a_restart(world: World) -> None:
    pair = renamed(world)
    before = tables(world.db, "alias", "memory", "day_total", "card_state")
    events = link(world, pair)
    world.restart()
    world.refresh()
    (told,) = renames.answers(world.db, world.library.shelf, 0)
    assert told.events == events
    void(world.db, *events)
    assert tables(world.db, "alias", "memory", "day_total", "card_state") == before
    assert pairs(world) == (pair,)
    assert renames.answers(world.db, world.library.shelf, 0) == ()


def test_both_histories_count_in_the_order_of_time(world: World, clock) -> None:
    pair = renamed(world)
    for days in (1, 3):
        clock.next_day(days)
        answer(world.db, card_id(world, "albania"), rating=2)
    (pair,) = pairs(world)
    assert pair.fresh == 2
    old = list(log.reviews(world.db, pair.old.uid))
    new = list(log.reviews(world.db, pair.new.uid))
    link(world, pair)
    joined = memory_of(world.db, pair.new.uid)
    assert joined == schedule.replay([*new, *old])
    assert joined is not None
    assert joined.reps == 4


def test_the_old_text_written_again_is_the_card_it_became(world: World) -> None:
    pair = renamed(world)
    link(world, pair)
    world.write("a.yaml", [NORWAY, *OTHERS], title="Europe")
    changes = world.refresh()
    assert (changes.new, changes.missing) == (0, 0)
    assert card_id(world, "norway") == pair.new.uid
    assert memory_of(world.db, pair.new.uid) is not None


def test_the_old_text_beside_the_new_one_is_a_card_of_its_own(world: World) -> None:
    pair = renamed(world)
    link(world, pair)
    world.write("a.yaml", [ALBANIA, NORWAY, *OTHERS], title="Europe")
    world.refresh()
    assert card_id(world, "albania") == pair.new.uid
    assert card_id(world, "norway") not in (pair.old.uid, pair.new.uid)
    assert memory_of(world.db, card_id(world, "norway")) is None


def test_an_id_given_later_keeps_what_was_linked(world: World) -> None:
    pair = renamed(world)
    before = memory_of(world.db, pair.old.uid)
    link(world, pair)
    world.write("a.yaml", [PINNED, *OTHERS], title="Europe")
    world.refresh()
    assert memory_of(world.db, "al") == before
    assert pairs(world) == ()


def test_all_cards_of_a_note_are_linked(world: World) -> None:
    three = '- cloze: "{{Oslo}} lies on the {{Oslofjord}} in {{Norway}}, as everybody there knows."'
    two = '- cloze: "The {{Oslofjord}} is long, and {{Bergen}} lies by no means on its shores."'
    world.write("a.yaml", [three, *OTHERS], title="Europe")
    world.refresh()
    ids = [id_ for (id_,) in world.db.con.execute("SELECT card_id FROM card WHERE card_id LIKE '%#%'")]
    assert len(ids) == 3
    for id_ in ids:
        answer(world.db, id_)
    world.write("a.yaml", [two, *OTHERS], title="Europe")
    world.refresh()
    (old,) = {id_.partition("#")[0] for id_ in ids}
    new = next(id_ for id_ in _on_shelf(world) if "#oslofjord" in id_).partition("#")[0]
    events = renames.link(world.db, old, new, 0.5)
    assert len(events) == 3
    assert memory_of(world.db, f"{new}#oslofjord#1") is not None
    world.write("a.yaml", [two.replace("shores", "{{Oslo}} shores"), *OTHERS], title="Europe")
    world.refresh()
    assert f"{new}#oslo#1" in _on_shelf(world), "a hole that returns finds its progress"
    assert memory_of(world.db, f"{new}#oslo#1") is not None
    void(world.db, *events)
    assert all(memory_of(world.db, id_) is not None for id_ in ids)


def _on_shelf(world: World) -> set[str]:
    return {id_ for (id_,) in world.db.con.execute("SELECT card_id FROM card JOIN shelf USING (card_key)")}


def test_a_link_to_nothing_known_says_nothing(world: World) -> None:
    pair = renamed(world)
    assert renames.link(world.db, pair.old.uid, "unknown", 0.5) == ()
    assert renames.link(world.db, pair.new.uid, pair.new.uid, 0.5) == ()
    assert list(log.events(world.db)) == []


# --- different


def test_apart_is_for_good_and_can_be_taken_back(world: World) -> None:
    pair = renamed(world)
    said = keep_apart(world, pair)
    world.restart()
    world.refresh()
    assert pairs(world) == ()
    assert renames.count(world.db) == 0
    (told,) = renames.answers(world.db, world.library.shelf, 0)
    assert (told.same, told.events, told.pair) == (False, (said,), pair)
    void(world.db, said)
    assert pairs(world) == (pair,)


def test_apart_stays_so_under_an_id_given_later(world: World) -> None:
    keep_apart(world, renamed(world))
    world.write("a.yaml", [PINNED, *OTHERS], title="Europe")
    world.refresh()
    assert "al" in _on_shelf(world)
    assert pairs(world) == ()


def test_what_two_machines_said_in_any_order(tmp_path: Path) -> None:
    @given(st.permutations(range(6)), st.integers(0, 5))
    @settings(max_examples=20, deadline=None)
    def check(order: list[int], twice: int) -> None:
        with fresh() as one, fresh() as other:
            said = [
                event(one, "apart", "~a", **{"from": "~b", "alike": 0.7}),
                event(one, "alias", "~a", to="~b", alike=0.7),
                event(one, "alias", "~b", to="~c", alike=0.9),
            ]
            said += [event(one, "void", told.event_id) for told in said]
            reviews = []
            for id_ in ("~a", "~b", "~c"):
                answer(one, id_)
                reviews += list(log.reviews(one, id_))
            play(one, said)
            play(other, [said[at] for at in order])
            play(other, [said[twice], *reviews])
            assert tables(other) == tables(one)
            assert tables(one, "alias")["alias"] == []
            assert memory.is_current(other)
            assert all(memory_of(other, id_) is not None for id_ in ("~a", "~b", "~c"))

    check()


def test_home_is_told(world: World) -> None:
    def told() -> tuple[int, int]:
        overview = due.overview(world.db, world.db.now(), Settings())
        return overview.renamed, overview.missing

    world.write("a.yaml", [NORWAY, *OTHERS], title="Europe")
    world.refresh()
    assert told() == (0, 0)
    pair = renamed(world)
    assert told() == (1, 1)
    link(world, pair)
    assert told() == (0, 0)
