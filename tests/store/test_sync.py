"""A synced folder: machines that meet nowhere else come to the same tables, whatever happens to its files."""

import gzip
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import log_files
from quizapp.store import backups, compact, log, restoring, sync
from tests.store.machines import machine
from tests.store.made import answer, event, tables
from tests.store.synced import CARDS, agree, codes, meet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "synced"
    path.mkdir()
    return path


@pytest.fixture
def pair(tmp_path: Path):
    with machine(tmp_path, "one") as one, machine(tmp_path, "two", offset=-300) as two:
        yield one, two


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

    def lines(*args):
        yield from read(*args)
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


def test_what_is_foreign_is_told_once_and_what_is_unfinished_until_it_is_whole(folder: Path, pair) -> None:
    (folder / "notes.txt").write_text("shopping")
    (folder / "quizapp-01ABC-000001-abcdef.jsonl.gz").write_bytes(b"half")
    assert codes(sync.sync(pair[0], folder)) == ["sync_foreign", "sync_unfinished"]
    assert codes(sync.sync(pair[0], folder)) == ["sync_unfinished"]


def test_a_file_of_a_newer_format_is_read_after_an_update(folder: Path, pair, monkeypatch) -> None:
    one, two = pair
    answer(one, CARDS[0])
    with monkeypatch.context() as newer:
        newer.setattr(sync, "FORMAT", 2)
        sync.sync(one, folder)
    assert [problem.code for problem in sync.sync(two, folder).merged.problems] == ["log_newer"]
    monkeypatch.setattr(log_files, "FORMAT", 2)
    assert sync.sync(two, folder).merged.reviews == 1


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


def test_a_file_that_goes_while_it_is_looked_at_is_no_failure(folder: Path, pair, monkeypatch) -> None:
    one, two = pair
    answer(one, CARDS[0])
    sync.sync(one, folder)
    (file,) = folder.iterdir()
    is_whole = log_files.is_whole

    def goes(source: log_files.Source) -> bool:
        file.unlink()
        return is_whole(source)

    with monkeypatch.context() as patched:
        patched.setattr(log_files, "is_whole", goes)
        assert [one.code for one in sync.sync(two, folder).merged.problems] == ["log_unreadable"]
    meet(folder, one, two)
    agree(one, two)
