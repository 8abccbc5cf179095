"""A synced folder: machines that meet nowhere else come to the same tables, whatever happens to its files."""

import gzip
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from quizapp.core.problems import QuizError
from quizapp.store import backups, compact, log, memory, restoring, sittings, sync
from quizapp.store import settings as stored
from quizapp.store.database import Database
from tests.store.machines import all_tables, machine
from tests.store.made import DAY_MS, START_MS, answer, drop_folds, event, tables

SESSIONS = ("S", "T", "U")
CARDS = tuple(f"~{number:024x}" for number in range(6))


def codes(synced: sync.Synced) -> list[str]:
    return [problem.code for problem in synced.problems]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "synced"
    path.mkdir()
    return path


@pytest.fixture
def pair(tmp_path: Path):
    with machine(tmp_path, "one") as one, machine(tmp_path, "two", offset=-300) as two:
        yield one, two


def meet(folder: Path, *machines: Database) -> None:
    """Until nothing is new to anybody."""
    for _ in range(3):
        for db in machines:
            assert codes(sync.sync(db, folder)) == []


def agree(*machines: Database) -> None:
    for db in machines:
        compact.compact(db)
        assert memory.is_current(db)
    found = all_tables(machines[0])
    assert [all_tables(db) == found for db in machines] == [True] * len(machines)
    drop_folds(machines[0])
    memory.rebuild(machines[0])
    assert all_tables(machines[0]) == found


def _undo(db: Database, chance: random.Random) -> None:
    last = log.last_voidable(db, chance.choice(SESSIONS))
    if last:
        log.append_event(db, event(db, "void", last.review_id))


def _regrade(db: Database, chance: random.Random) -> None:
    rows = db.con.execute("SELECT review_id FROM review").fetchall()
    if rows:
        said = {"outcome": "wrong", "rating": chance.randint(1, 4)}
        log.append_event(db, event(db, "regrade", chance.choice(rows)[0], **said))


def _purge(db: Database, chance: random.Random) -> None:
    if chance.random() < 0.3:
        log.append_event(db, event(db, "tombstone", chance.choice((*CARDS, *SESSIONS))))


def _sit(db: Database, chance: random.Random) -> None:
    seed = chance.randint(0, 9)
    begun = sittings.start_session(db, mode="study", title="t", scope={"deck": 1}, seed=seed)
    if chance.random() < 0.5:
        sittings.end_session(db, begun.session_id)


def _sleep(db: Database, chance: random.Random) -> None:
    db.now.at_ms += chance.choice((DAY_MS, DAY_MS, -3 * DAY_MS))


def _answer(db: Database, chance: random.Random) -> None:
    answer(db, chance.choice(CARDS), chance.randint(1, 4), session_id=chance.choice(SESSIONS))


def _say(db: Database, chance: random.Random) -> None:
    type_ = chance.choice(("suspend", "unsuspend", "flag", "unflag", "bury", "reset"))
    log.append_event(db, event(db, type_, chance.choice(CARDS)))


def _link(db: Database, chance: random.Random) -> None:
    log.append_event(db, event(db, "alias", chance.choice(CARDS), to=chance.choice(CARDS)))


def _set(db: Database, chance: random.Random) -> None:
    stored.put(db, "desired_retention", chance.choice((0.8, 0.85, 0.9)))


STEPS = (*[_answer] * 6, _undo, _regrade, _purge, _sit, _sleep, _say, _say, _link, _set)
"""What a learner does, the usual things more often."""


def go_on(seed: int, steps: int) -> None:
    """Two machines, a third that joins late; one of them compacts now and then."""
    chance = random.Random(seed)
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    with TemporaryDirectory(dir=place) as name:
        home = Path(name)
        folder = home / "synced"
        folder.mkdir()
        with (
            machine(home, "one") as one,
            machine(home, "two", at_ms=START_MS - 300 * DAY_MS, offset=540) as two,
        ):
            machines = [one, two]
            for number in range(steps):
                db = chance.choice(machines)
                if chance.random() < 0.1:
                    sync.sync(db, folder)
                elif chance.random() < 0.02:
                    compact.compact(one)
                else:
                    chance.choice(STEPS)(db, chance)
                if number == steps * 2 // 3:
                    machines.append(machine(home, "three", offset=60))
            try:
                meet(folder, *machines)
                agree(*machines)
            finally:
                machines[2].close()


@pytest.mark.parametrize("seed", range(4))
def test_machines_go_on_and_end_alike(seed: int) -> None:
    go_on(seed, 60)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 112))
def test_machines_go_on_and_end_alike_in_full(seed: int) -> None:
    go_on(seed, 250)


def test_only_what_is_new_is_written(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    assert sync.sync(one, folder).written == 2  # the card and its answer
    assert sync.sync(one, folder).written == 0
    answer(one, CARDS[0])
    assert sync.sync(one, folder).written == 1
    assert sync.sync(two, folder).merged.reviews == 2
    assert sync.sync(two, folder).written == 0
    assert sync.sync(two, folder).files == 0


def test_what_is_logged_while_reading_is_not_lost(folder: Path, pair, monkeypatch) -> None:
    one, two = pair
    answer(one, CARDS[0])
    sync.sync(one, folder)
    read = sync._lines

    def lines(files, hashes):
        yield from read(files, hashes)
        answer(two, CARDS[1])

    with monkeypatch.context() as patched:
        patched.setattr(sync, "_lines", lines)
        sync.sync(two, folder)
    meet(folder, two, one)
    agree(one, two)
    assert len(tables(one, "review")["review"]) == 2


def test_files_of_others_are_told_and_left_alone(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    sync.sync(one, folder)
    (whole,) = folder.iterdir()
    odd = {
        whole.name.replace(".jsonl", " (conflicted copy).jsonl"): whole.read_bytes(),
        "notes.txt": b"shopping",
        "quizapp-01ABC-000001-abcdef.jsonl.gz": whole.read_bytes()[:-20],
        "quizapp-01ABC-000002-abcdef.jsonl.gz": gzip.compress(b"{}\n"),
        "quizapp-01ABC-000003-abcdef.jsonl.gz": b"no gzip",
        "quizapp-01ABC-000004-abcdef.jsonl.gz": b"",
        ".hidden": b"",
    }
    for name, content in odd.items():
        (folder / name).write_bytes(content)
    synced = sync.sync(two, folder)
    assert sorted(codes(synced)) == ["sync_foreign"] * 2 + ["sync_unfinished"] * 4
    assert (synced.files, synced.merged.reviews) == (1, 1)
    assert all((folder / name).read_bytes() == content for name, content in odd.items())


def test_a_file_that_arrives_in_full_later_is_read_then(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    sync.sync(one, folder)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:50])
    assert codes(sync.sync(two, folder)) == ["sync_unfinished"]
    file.write_bytes(whole)
    assert sync.sync(two, folder).merged.reviews == 1


def test_an_emptied_folder_is_filled_again(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    answer(two, CARDS[1])
    meet(folder, one, two)
    for file in folder.iterdir():
        file.unlink()
    meet(folder, two)
    assert sync.sync(one, folder).merged.is_new is False
    with machine(folder.parent, "three") as three:
        sync.sync(three, folder)
        agree(one, two, three)


def test_a_folder_that_is_not_there_is_no_empty_one(tmp_path: Path, pair) -> None:
    with pytest.raises(QuizError) as failed:
        sync.sync(pair[0], tmp_path / "nowhere")
    assert failed.value.code == "sync_missing"
    assert not (tmp_path / "nowhere").exists()


def test_many_files_become_one(folder: Path, pair, monkeypatch) -> None:
    monkeypatch.setattr(sync, "MOST_FILES", 3)
    one, two = pair
    for _ in range(9):
        answer(one, CARDS[0])
        sync.sync(one, folder)
    assert len(list(folder.iterdir())) <= 4
    sync.sync(two, folder)
    agree(one, two)


def test_a_restored_backup_gets_back_what_came_after_it(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    sync.sync(one, folder)
    backup = backups.make(one)
    answer(one, CARDS[1])
    sync.sync(one, folder)
    restoring.restore(one, backup)
    assert len(tables(one, "review")["review"]) == 1
    answer(one, CARDS[2])
    meet(folder, one, two)
    agree(one, two)
    assert len(tables(two, "review")["review"]) == 3


def test_two_copies_of_one_profile_do_not_write_over_each_other(folder: Path, tmp_path: Path) -> None:
    with machine(tmp_path, "one") as one:
        answer(one, CARDS[0])
        sync.sync(one, folder)
        backup = backups.make(one)
        with machine(tmp_path, "copy") as copy:
            restoring.restore(copy, backup)
            copy.device_id = one.device_id
            answer(one, CARDS[1])
            answer(copy, CARDS[2])
            meet(folder, one, copy, one, copy)
            agree(one, copy)
            assert len(tables(one, "review")["review"]) == 3


def test_what_was_purged_leaves_the_folder(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0], session_id="secret")
    meet(folder, one, two)
    log.append_event(one, event(one, "tombstone", CARDS[0]))
    compact.compact(one)
    meet(folder, one, two)
    mine = [file for file in folder.iterdir() if one.device_id in file.name]
    assert mine
    assert not any(b"secret" in gzip.decompress(file.read_bytes()) for file in mine)
    agree(one, two)


def test_a_folder_that_cannot_be_written_is_read_all_the_same(folder: Path, pair) -> None:
    one, two = pair
    answer(one, CARDS[0])
    answer(two, CARDS[1])
    sync.sync(one, folder)
    real = sync.log_files.create

    def create(*_: object) -> int:
        raise QuizError("log_unwritable", file="x", reason="read-only")

    sync.log_files.create = create
    try:
        synced = sync.sync(two, folder)
    finally:
        sync.log_files.create = real
    assert codes(synced) == ["log_unwritable"]
    assert synced.merged.reviews == 1
    meet(folder, two, one)
    agree(one, two)
