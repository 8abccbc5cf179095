"""A deck saved in any way in any editor is current at once: real files, the real watcher."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.store.folders import Root, survey
from quizapp.ui import watching
from quizapp.ui.watching import Watcher

PATIENCE_MS = 20_000


class Watched:
    """Some folders, watched, and what the watcher told of them."""

    def __init__(self, qtbot: QtBot, *folders: Path) -> None:
        self._qtbot = qtbot
        self._roots = [Root(folder, folder.name) for folder in folders]
        self.told: list[frozenset[str]] = []
        self.texts: dict[str, str] = {}
        """What was in the files when they were last looked at."""
        self.watcher = Watcher()
        self.watcher.changed.connect(self._look)
        self._look(frozenset())

    def _look(self, touched: frozenset[str]) -> None:
        self.told.append(touched)
        seen = survey(self._roots, {})
        self.texts = {found.path: Path(found.path).read_text(encoding="utf-8") for found in seen.files}
        self.watcher.watch(seen)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self._qtbot.waitUntil(lambda: not self.watcher._pause.isActive(), timeout=PATIENCE_MS)

    def wait_for(self, path: Path, text: str | None) -> None:
        self._qtbot.waitUntil(lambda: self.texts.get(str(path)) == text, timeout=PATIENCE_MS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "a.yaml").write_text("1", encoding="utf-8")
    return folder


@pytest.fixture
def watched(qtbot: QtBot, folder: Path) -> Iterator[Watched]:
    watched = Watched(qtbot, folder)
    watched.settle()
    yield watched
    watched.watcher.stop()


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def rename_over(path: Path, text: str) -> None:
    beside = path.with_name(".a.yaml.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def anew(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text, encoding="utf-8")


WAYS = (in_place, rename_over, anew)


@pytest.mark.parametrize("save", WAYS)
def test_every_way_of_saving_is_seen_again_and_again(
    watched: Watched, folder: Path, save: Callable[[Path, str], None]
):
    for number in range(3):
        save(folder / "a.yaml", f"text {number}")
        watched.wait_for(folder / "a.yaml", f"text {number}")
        watched.settle()


def test_one_way_after_the_other(watched: Watched, folder: Path):
    for number, save in enumerate(WAYS * 2):
        save(folder / "a.yaml", f"text {number}")
        watched.wait_for(folder / "a.yaml", f"text {number}")


def test_a_file_replaced_while_another_program_holds_the_old_one(watched: Watched, folder: Path):
    with (folder / "a.yaml").open(encoding="utf-8"):
        rename_over(folder / "a.yaml", "two")
        watched.wait_for(folder / "a.yaml", "two")
        in_place(folder / "a.yaml", "three")
        watched.wait_for(folder / "a.yaml", "three")


def test_the_same_size_at_the_same_time_is_seen(watched: Watched, folder: Path):
    path = folder / "a.yaml"
    stamp = path.stat().st_mtime_ns
    watched.told.clear()
    path.write_text("2", encoding="utf-8")
    os.utime(path, ns=(stamp, stamp))
    watched.wait_for(path, "2")
    assert str(path) in frozenset().union(*watched.told)


def test_many_steps_are_told_once(watched: Watched, folder: Path):
    watched.told.clear()
    for number in range(50):
        in_place(folder / f"{number}.yaml", "text")
    watched.wait_for(folder / "49.yaml", "text")
    watched.settle()
    assert len(watched.told) < 10


def test_a_new_folder_and_what_comes_into_it(watched: Watched, folder: Path):
    deep = folder / "new" / "deeper"
    deep.mkdir(parents=True)
    in_place(deep / "b.yaml", "one")
    watched.wait_for(deep / "b.yaml", "one")
    in_place(deep / "b.yaml", "two")
    watched.wait_for(deep / "b.yaml", "two")
    shutil.rmtree(folder / "new")
    watched.wait_for(deep / "b.yaml", None)


def test_a_folder_renamed_moved_away_and_brought_back(watched: Watched, folder: Path, tmp_path: Path):
    (folder / "one").mkdir()
    in_place(folder / "one" / "b.yaml", "b")
    watched.wait_for(folder / "one" / "b.yaml", "b")
    (folder / "one").rename(folder / "two")
    watched.wait_for(folder / "two" / "b.yaml", "b")
    in_place(folder / "two" / "b.yaml", "c")
    watched.wait_for(folder / "two" / "b.yaml", "c")
    folder.rename(tmp_path / "away")
    watched.wait_for(folder / "a.yaml", None)
    (tmp_path / "away").rename(folder)
    watched.wait_for(folder / "a.yaml", "1")
    in_place(folder / "a.yaml", "2")
    watched.wait_for(folder / "a.yaml", "2")


def test_a_folder_that_is_not_there_yet(qtbot: QtBot, tmp_path: Path):
    folder = tmp_path / "later" / "decks"
    watched = Watched(qtbot, folder)
    folder.mkdir(parents=True)
    in_place(folder / "a.yaml", "1")
    watched.wait_for(folder / "a.yaml", "1")
    watched.watcher.stop()


def test_what_is_no_longer_wanted_is_not_watched(watched: Watched, folder: Path, tmp_path: Path):
    other = tmp_path / "other"
    other.mkdir()
    watched.watcher.watch(survey([Root(other, "")], {}))
    assert watched.watcher._watcher.files() == []
    assert watched.watcher._watcher.directories() == [str(other)]


def test_more_than_can_be_watched_is_said_once(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(watching, "MOST", 3)
    for number in range(5):
        in_place(folder / f"{number}.yaml", "text")
    with caplog.at_level(logging.WARNING):
        watched = Watched(qtbot, folder)
        watched.settle()
    assert [record.args for record in caplog.records] == [(4,)]
    assert len(watched.watcher._watcher.files()) == 2
    in_place(folder / "new.yaml", "text")
    watched.wait_for(folder / "new.yaml", "text")
    watched.watcher.stop()


def test_nothing_is_told_after_the_end(qtbot: QtBot, watched: Watched, folder: Path):
    watched.watcher.stop()
    watched.told.clear()
    in_place(folder / "a.yaml", "2")
    qtbot.wait(watching.PAUSE_MS + 50)
    assert watched.told == []
