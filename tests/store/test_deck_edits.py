"""A deck file is written whole or not at all, and never over what somebody else wrote."""

import os
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.yaml_edit import set_key
from quizapp.store import deck_files
from quizapp.store.deck_edits import Journal, Opened, is_changed, new_deck, open_deck, save, save_all
from quizapp.store.folders import Root, survey

OLD, NEW = "- q: old\n  a: x\n", "- q: new\n  a: y\n"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "decks" / "rivers.yaml"
    path.parent.mkdir()
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def names(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


@pytest.mark.parametrize("data", [b"- q: x\r\n  a: y\r\n", b"\xef\xbb\xbf- q: \xc3\xa9", b"- q: \xe9\n", b""])
def test_what_is_not_changed_keeps_its_bytes(deck: Path, backups: Path, data: bytes) -> None:
    deck.write_bytes(data)
    opened = open_deck(deck)
    assert save(opened, opened.text, backups=backups).data == data == deck.read_bytes()
    save(open_deck(deck), opened.text + "# more", backups=backups)
    assert deck.read_bytes() == data + b"# more"


def test_a_byte_order_mark_and_line_ends_are_told(deck: Path) -> None:
    deck.write_bytes(b"\xef\xbb\xbf- q: x\r\n")
    opened = open_deck(deck)
    assert (opened.text, opened.bom, opened.newline) == ("- q: x\r\n", True, "\r\n")


def test_an_edit_changes_no_other_byte(deck: Path, backups: Path) -> None:
    data = b"\xef\xbb\xbf# \xe9\r\n- q: x  # why\r\n  a: y\r\n\r\n- q: 'z'\r\n  a: u"
    deck.write_bytes(data)
    opened = open_deck(deck)
    save(opened, set_key(opened.text, 0, "a", "two\nlines").text, backups=backups)
    assert deck.read_bytes() == data.replace(b"a: y", b"a: |-\r\n    two\r\n    lines")
    assert deck_files.backup_of(deck, backups).read_bytes() == data


def test_utf_16_becomes_utf_8(deck: Path, backups: Path) -> None:
    deck.write_bytes("- q: é\n".encode("utf-16"))
    opened = open_deck(deck)
    save(opened, opened.text, backups=backups)
    assert deck.read_bytes() == "- q: é\n".encode()
    assert deck_files.backup_of(deck, backups).read_bytes() == "- q: é\n".encode("utf-16")


def test_what_it_said_last_is_kept_and_some_hours_ago(deck: Path, backups: Path) -> None:
    last, earlier = (place(deck, backups) for place in (deck_files.backup_of, deck_files.earlier_backup_of))

    def said() -> tuple[str, ...]:
        assert {*backups.iterdir()} == {last, earlier}
        return last.read_text("utf-8"), earlier.read_text("utf-8")

    opened = save(open_deck(deck), NEW, backups=backups)
    assert said() == (OLD, OLD)
    opened = save(opened, NEW + "# 2\n", backups=backups)
    assert said() == (NEW, OLD)
    os.utime(earlier, (0, 0))
    save(opened, NEW + "# 3\n", backups=backups)
    assert said() == (NEW + "# 2\n", NEW + "# 2\n")


def test_decks_of_one_name_are_kept_apart(deck: Path, backups: Path, tmp_path: Path) -> None:
    other = tmp_path / "more" / deck.name
    other.parent.mkdir()
    other.write_text("- q: other\n", encoding="utf-8")
    save_all([(open_deck(deck), NEW), (open_deck(other), NEW)], backups=backups)
    assert {path.read_text("utf-8") for path in backups.iterdir()} == {OLD, "- q: other\n"}
    assert len([*backups.iterdir()]) == 4


def test_what_was_changed_outside_is_left_alone(deck: Path, backups: Path) -> None:
    opened = open_deck(deck)
    stat = deck.stat()
    deck.write_text(OLD.replace("old", "mad"), encoding="utf-8")
    os.utime(deck, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    with pytest.raises(QuizError) as caught:
        save(opened, NEW, backups=backups)
    assert caught.value.code == "deck_changed_outside"
    assert deck.read_text("utf-8") == OLD.replace("old", "mad")
    assert names(deck.parent) == [deck.name]
    assert not backups.exists()


def test_it_is_seen_whether_a_file_was_changed(deck: Path) -> None:
    opened = open_deck(deck)
    assert not is_changed(opened)
    os.utime(deck, ns=(1, 1))
    assert not is_changed(opened)
    deck.write_text(NEW, encoding="utf-8")
    assert is_changed(opened)
    deck.unlink()
    assert is_changed(opened)
    assert not is_changed(Opened(deck))


def test_a_file_that_has_gone_is_not_written(deck: Path, backups: Path) -> None:
    opened = open_deck(deck)
    deck.unlink()
    with pytest.raises(QuizError) as caught:
        save(opened, NEW, backups=backups)
    assert caught.value.code == "deck_changed_outside"
    assert names(deck.parent) == []


def test_a_new_deck_is_never_written_over_another(deck: Path, backups: Path) -> None:
    with pytest.raises(QuizError) as caught:
        new_deck(deck)
    assert caught.value.code == "deck_exists"
    fresh = new_deck(deck.with_name("seas.yaml"))
    fresh.path.write_text(OLD, encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        save(fresh, NEW, backups=backups)
    assert caught.value.code == "deck_exists"
    fresh.path.unlink()
    assert save(fresh, NEW, backups=backups).text == NEW
    assert S_IMODE(fresh.path.stat().st_mode) == S_IMODE(deck.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(deck: Path, backups: Path, mode: int) -> None:
    deck.chmod(mode)
    save(open_deck(deck), NEW, backups=backups)
    assert S_IMODE(deck.stat().st_mode) == mode
    assert S_IMODE(deck_files.backup_of(deck, backups).stat().st_mode) in (0o644, 0o664)


def test_a_link_stays_one(deck: Path, backups: Path) -> None:
    link = deck.parent.parent / "link.yaml"
    link.symlink_to(deck)
    opened = save(open_deck(link), NEW, backups=backups)
    assert link.is_symlink()
    assert opened.path == link
    assert deck.read_text("utf-8") == NEW
    assert names(deck.parent) == [deck.name]


def test_a_write_protected_file_is_left_alone(deck: Path, backups: Path) -> None:
    deck.chmod(0o444)
    with pytest.raises(QuizError) as caught:
        save(open_deck(deck), NEW, backups=backups)
    assert caught.value.code == "deck_read_only"
    assert deck.read_text("utf-8") == OLD


def test_a_folder_that_cannot_be_written_is_told(
    deck: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The administrator may write anywhere, so the refusal is played."""
    real = os.open

    def refusing(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refusing)
    with pytest.raises(QuizError) as caught:
        save(open_deck(deck), NEW, backups=backups)
    assert caught.value.code == "deck_unwritable"
    assert caught.value.args_by_name == {"file": str(deck), "reason": "Permission denied"}
    assert deck.read_text("utf-8") == OLD


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, backups: Path) -> None:
    with pytest.raises(QuizError) as caught:
        save(new_deck(tmp_path / "none" / "x.yaml"), NEW, backups=backups)
    assert caught.value.code == "deck_unwritable"
    with pytest.raises(QuizError) as caught:
        open_deck(tmp_path / "none.yaml")
    assert caught.value.code == "deck_unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path):
        with pytest.raises(QuizError) as caught:
            open_deck(path)
        assert caught.value.code == "deck_binary"


def test_too_big_a_deck_is_not_opened(deck: Path) -> None:
    os.truncate(deck, 33_000_000)
    with pytest.raises(QuizError) as caught:
        open_deck(deck)
    assert caught.value.code == "deck_too_big"


def test_a_deck_that_stays_as_it_is_is_not_touched(deck: Path, backups: Path) -> None:
    stat = deck.stat()
    opened = save(open_deck(deck), OLD, backups=backups)
    assert opened.stamp == (stat.st_size, stat.st_mtime_ns)
    assert deck.stat().st_ino == stat.st_ino
    assert not backups.exists()


def test_a_long_name_is_no_hindrance(deck: Path, backups: Path) -> None:
    long = deck.rename(deck.with_name("x" * 250 + ".yaml"))
    save(open_deck(long), NEW, backups=backups)
    assert long.read_text("utf-8") == NEW
    assert deck_files.backup_of(long, backups).read_text("utf-8") == OLD


def test_half_a_change_that_cannot_be_taken_back_is_told(
    tmp_path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk fails at the second deck, and when the first is to be written back."""
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text(OLD, encoding="utf-8")
    real, count = os.replace, 0

    def failing(source: Path, target: Path) -> None:
        nonlocal count
        count += 1
        if count > 5:  # two backups of each, and the first deck
            raise OSError(5, "Input/output error", str(source))
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(QuizError) as caught:
        save_all([(open_deck(path), NEW) for path in paths], backups=backups)
    assert caught.value.code == "deck_half_saved"
    assert caught.value.args_by_name["file"] == str(paths[0])
    assert Path(caught.value.args_by_name["backup"]).read_text("utf-8") == OLD
    assert [path.read_text("utf-8") for path in paths] == [NEW, OLD]


def test_no_text_is_not_opened(deck: Path) -> None:
    deck.write_bytes(bytes(range(32)) * 3)
    with pytest.raises(QuizError) as caught:
        open_deck(deck)
    assert caught.value.code == "deck_binary"


def test_half_a_character_is_not_written(deck: Path, backups: Path) -> None:
    with pytest.raises(QuizError) as caught:
        save(open_deck(deck), "- q: \ud800", backups=backups)
    assert caught.value.code == "deck_unwritable"
    assert deck.read_text("utf-8") == OLD


class Stopped(BaseException):
    """Somebody pulls the plug, as far as a test can."""


@pytest.mark.parametrize("fails_at", [0, 1, 2, 3])
def test_all_decks_are_written_or_none(
    tmp_path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Moves to their places: two backups, then two decks; whichever fails, both decks are as they were."""
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text(OLD, encoding="utf-8")
    real, count = os.replace, 0

    def failing(source: Path, target: Path) -> None:
        nonlocal count
        count += 1
        if count == fails_at + 1:
            raise Stopped
        real(source, target)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(Stopped):
        save_all([(open_deck(path), NEW) for path in paths], backups=backups)
    assert [path.read_text("utf-8") for path in paths] == [OLD, OLD]
    assert names(tmp_path) == ["a.yaml", "b.yaml", "kept"]


def test_a_killed_process_leaves_the_old_file(deck: Path, backups: Path) -> None:
    """What it leaves beside the deck is no deck, and the next save removes it."""
    code = (
        "import os, sys; from pathlib import Path; from quizapp.store.deck_edits import open_deck, save;"
        "real = os.replace;"
        "os.replace = lambda a, b: os._exit(9) if Path(b) == Path(sys.argv[1]) else real(a, b);"
        "save(open_deck(Path(sys.argv[1])), sys.argv[2], backups=Path(sys.argv[3]))"
    )
    done = subprocess.run([sys.executable, "-c", code, deck, NEW, backups], timeout=60, check=False)
    assert done.returncode == 9
    assert deck.read_text("utf-8") == OLD
    assert len(names(deck.parent)) == 2
    assert [found.path for found in survey([Root(deck.parent, "")], {}).files] == [str(deck)]
    save(open_deck(deck), NEW, backups=backups)
    assert names(deck.parent) == [deck.name]
    assert deck.read_text("utf-8") == NEW


def test_the_journal_goes_back_and_forth(tmp_path: Path, backups: Path) -> None:
    """Cards move to a new deck; the old one goes."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_bytes(b"\xef\xbb\xbf- q: x\r\n")
    journal = Journal(backups)
    gone = journal.save([(new_deck(new), NEW), (open_deck(old), None)], "Merge decks")
    assert [opened.data for opened in gone] == [NEW.encode(), None]
    assert (journal.undo_words, journal.redo_words) == ("Merge decks", "")
    assert {opened.path: opened.text for opened in journal.undo()} == {old: "- q: x\r\n", new: ""}
    assert old.read_bytes() == b"\xef\xbb\xbf- q: x\r\n"
    assert not new.exists()
    assert (journal.undo_words, journal.redo_words) == ("", "Merge decks")
    journal.redo()
    assert not old.exists()
    assert new.read_text("utf-8") == NEW


def test_undo_leaves_alone_what_changed_since(tmp_path: Path, backups: Path) -> None:
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text(OLD, encoding="utf-8")
    journal = Journal(backups)
    journal.save([(open_deck(path), NEW) for path in paths], "Replace")
    paths[0].write_text("mine", encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        journal.undo()
    assert caught.value.code == "deck_changed_outside"
    assert [path.read_text("utf-8") for path in paths] == ["mine", NEW]
    assert journal.undo_words == "Replace"


@given(st.lists(st.sampled_from(["save", "undo", "redo"]), max_size=20))
def test_the_journal_is_a_history(tmp_path_factory: pytest.TempPathFactory, steps: list[str]) -> None:
    folder = tmp_path_factory.mktemp("history")
    path = folder / "deck.yaml"
    path.write_text("0", encoding="utf-8")
    journal, opened = Journal(folder / "kept"), open_deck(path)
    texts, at = ["0"], 0
    for number, step in enumerate(steps, 1):
        if step == "save":
            texts, at = [*texts[: at + 1], str(number)], at + 1
            (opened,) = journal.save([(opened, texts[at])], step)
        elif step == "undo" and journal.undo_words:
            at -= 1
            (opened,) = journal.undo()
        elif step == "redo" and journal.redo_words:
            at += 1
            (opened,) = journal.redo()
        assert path.read_text("utf-8") == opened.text == texts[at]
        assert not is_changed(opened)


def test_the_journal_forgets_the_oldest_of_very_much(
    deck: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.store.deck_edits._MOST_BYTES", 100)
    journal, opened = Journal(backups), open_deck(deck)
    for number in range(10):
        (opened,) = journal.save([(opened, f"{number:20}")], str(number))
    undone = []
    while journal.undo_words:
        undone.append(journal.undo_words)
        journal.undo()
    assert undone == ["9", "8"]
