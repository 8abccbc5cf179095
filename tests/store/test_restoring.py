"""A copy in place of the progress: what it would change, and what stays of this machine."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.store import backups, contents, log, restoring, settings
from quizapp.store.database import Database
from tests.store.made import DAY_MS, PROGRESS, answer, event, fresh, opened, review, tables


def test_what_a_restore_would_change(db: Database, clock) -> None:
    for card in ("a#", "b#"):
        answer(db, card)
    copy = backups.make(db)
    for day in range(3):
        clock.next_day()
        for number in range(day + 1):
            answer(db, f"{number}#")
    log.append_event(db, event(db, "flag", "a#"))
    found = restoring.compare(db.folder, copy)
    assert (found.lost, found.gained) == (restoring.Only(6, 3, 1), restoring.Only(0, 0, 0))
    before = restoring.restore(db, copy)
    found = restoring.compare(db.folder, before)
    assert (found.lost, found.gained) == (restoring.Only(0, 0, 0), restoring.Only(6, 3, 1))


def test_what_cannot_be_read_is_not_compared(db: Database, tmp_path: Path) -> None:
    (tmp_path / "x.sqlite3").write_text("no database" * 100)
    with pytest.raises(QuizError, match="no backup that this quizapp can restore"):
        restoring.compare(db.folder, tmp_path / "x.sqlite3")


@given(st.lists(st.sampled_from(["answer", "undo", "copy", "restore"]), max_size=12), st.randoms())
def test_any_restore_is_undone_by_restoring_what_was_there(steps: list[str], chance: random.Random) -> None:
    with fresh() as db:
        copies = [backups.make(db)]
        for step in steps:
            if step == "answer":
                answer(db, f"{chance.randrange(3)}#", chance.randint(1, 4))
            elif step == "undo" and (last := log.last_voidable(db, "S")):
                log.append_event(db, event(db, "void", last.review_id))
            elif step == "copy":
                copies.append(backups.make(db))
            elif step == "restore":
                now = tables(db)
                before = restoring.restore(db, chance.choice(copies))
                then = tables(db)
                restoring.restore(db, before)
                assert tables(db) == now
                restoring.restore(db, backups.listing(db.folder)[0].path)
                assert tables(db) == then


def test_the_machine_stays_itself(tmp_path: Path) -> None:
    with opened(tmp_path / "other", seed=5) as other:
        settings.put(other, "text_size", 200)
        settings.put(other, "new_per_day", 7)
        answer(other, "theirs#")
        copy = backups.make(other)
    with opened(tmp_path / "mine", seed=6) as db:
        settings.put(db, "text_size", 120)
        mine, number = db.device_id, db.meta("progress_id")
        restoring.restore(db, copy)
        assert settings.load(db).text_size == 120
        assert settings.load(db).new_per_day == 7
        assert db.meta("progress_id") not in (number, None)
    with opened(tmp_path / "mine") as db:
        assert db.device_id == mine


def test_answers_given_while_it_was_prepared_are_copied_too(db: Database) -> None:
    copy = backups.make(db)
    prepared = restoring.prepare(db, copy)
    answer(db, "late#")
    made = restoring.put(db, prepared)
    assert made.path != prepared.before.path
    assert contents.look(made.path).answers == 1
    assert list(log.reviews(db)) == []


def test_nothing_stays_of_the_draft(db: Database) -> None:
    restoring.restore(db, backups.make(db))
    assert not list(db.folder.glob("progress.restoring*"))


def test_what_is_in_a_copy(db: Database, clock) -> None:
    for card, days in (("a#", 0), ("b#", 1), ("a#", 1)):
        clock.at_ms += days * DAY_MS
        answer(db, card)
    log.append_event(db, event(db, "void", review(db).review_id))
    last = list(log.reviews(db))[-1]
    found = contents.look(backups.make(db))
    assert (found.sound, found.usable, found.newer) == (True, True, False)
    assert (found.answers, found.days, found.cards) == (3, 3, 2)
    assert found.newest_ms == last.moment.at_ms
    log.append_event(db, event(db, "void", last.review_id))
    assert contents.look(backups.make(db)).answers == 2


def test_a_copy_is_read_again_only_if_it_changed(db: Database, monkeypatch) -> None:
    paths = [backups.make(db) for _ in range(2)]
    read: list[Path] = []
    whole = contents.look
    monkeypatch.setattr(contents, "look", lambda path: read.append(path) or whole(path))
    first = contents.look_at_all(db.folder, paths)
    assert contents.look_at_all(db.folder, paths) == first
    assert read == paths
    paths[0].write_bytes(b"nothing")
    assert not contents.look_at_all(db.folder, [*paths, db.folder / "gone"])[paths[0]].sound
    assert read == [*paths, paths[0]]


@given(st.lists(st.sampled_from(["answer", "flag", "copy", "restore"]), max_size=14), st.randoms())
def test_a_comparison_is_that_of_the_ids(steps: list[str], chance: random.Random) -> None:
    """Whether one log is the beginning of the other or not."""
    with fresh() as db:
        copies = [backups.make(db)]
        logged = [ids(db)]
        for step in steps:
            if step == "answer":
                answer(db, f"{chance.randrange(3)}#")
            elif step == "flag":
                log.append_event(db, event(db, "flag", "0#"))
            elif step == "copy":
                copies.append(backups.make(db))
                logged.append(ids(db))
            else:
                restoring.restore(db, chance.choice(copies))
        now = ids(db)
        for copy, then in zip(copies, logged, strict=True):
            found = restoring.compare(db.folder, copy)
            both = list(zip(now, then, strict=True))
            assert [found.lost.answers, found.lost.events] == [len(a - b) for a, b in both]
            assert [found.gained.answers, found.gained.events] == [len(b - a) for a, b in both]


def ids(db: Database) -> tuple[set[str], set[str]]:
    """Of the answers and of the events."""
    return {one.review_id for one in log.reviews(db)}, {one.event_id for one in log.events(db)}


def test_a_restore_beside_another_connection_is_as_good(db: Database) -> None:
    """Then the file cannot be put in place as a whole, and is copied into it."""
    copy = backups.make(db)
    answer(db, "a#")
    with db.twin() as twin:
        assert len(list(log.reviews(twin))) == 1
        before = restoring.restore(db, copy)
        assert list(log.reviews(db)) == list(log.reviews(twin)) == []
    restoring.restore(db, before)
    assert len(list(log.reviews(db))) == 1
    assert db.con.execute("PRAGMA main.journal_mode").fetchone() == ("wal",)


def test_a_link_to_the_progress_stays_one(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    with opened(tmp_path / "there") as other:
        answer(other, "a#")
    (tmp_path / "here" / PROGRESS).symlink_to(tmp_path / "there" / PROGRESS)
    with opened(tmp_path / "here") as db:
        copy = backups.make(db)
        answer(db, "b#")
        restoring.restore(db, copy)
    assert (tmp_path / "here" / PROGRESS).is_symlink()
    with opened(tmp_path / "there") as other:
        assert len(list(log.reviews(other))) == 1
