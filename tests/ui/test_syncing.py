"""The window in step with another machine: at the start, after a sitting, at the end; told calmly, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.app import App
from quizapp.paths import AppPaths
from quizapp.store import log, sync
from quizapp.store import settings as stored
from quizapp.store.database import Database
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.home_banners import Banner
from tests.journeys.learner import MORNING_MS, Learner
from tests.store.machines import machine
from tests.store.made import answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "synced"
    path.mkdir()
    return path


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Database]:
    """Another machine of the learner's."""
    with machine(tmp_path, "other", at_ms=MORNING_MS) as db:
        yield db


def banners(owner: Learner) -> list[str]:
    return [banner.words[0] for banner in owner.window.findChildren(Banner) if banner.isVisible()]


def share(owner: Learner, folder: Path) -> None:
    owner.app.services.set("sync_folder", str(folder), None)
    owner.qtbot.waitUntil(lambda: not owner.app._syncing._busy)


def card(owner: Learner) -> str:
    (row,) = owner.app.db.con.execute("SELECT min(card_id) FROM card").fetchone()
    return row


def test_what_came_is_told_and_counts_at_once(owner: Learner, folder: Path, other: Database) -> None:
    due = owner.app.services.overview().rows[0].new
    for _ in range(2):
        answer(other, card(owner))
    stored.put(other, "new_per_day", 7)
    sync.sync(other, folder)
    share(owner, folder)
    assert banners(owner) == ["2 answers from your other machines are here now."]
    assert len(owner.logged()) == 2
    assert owner.app.services.settings.new_per_day == 7
    assert owner.app.services.overview().rows[0].new < due


def test_answers_go_out_when_the_sitting_is_over(owner: Learner, folder: Path, other: Database) -> None:
    share(owner, folder)
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    assert sync.sync(other, folder).merged.reviews == 0
    owner.press(Qt.Key.Key_Escape)
    assert isinstance(owner.window.shown, HomeScreen)
    owner.qtbot.waitUntil(lambda: not owner.app._syncing._busy)
    assert sync.sync(other, folder).merged.reviews == 1


def test_answers_go_out_when_the_window_closes(owner: Learner, folder: Path, other: Database) -> None:
    share(owner, folder)
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.close()
    assert sync.sync(other, folder).merged.reviews == 1
    answer(other, "elsewhere#")
    sync.sync(other, folder)
    owner.open()
    owner.qtbot.waitUntil(lambda: bool(banners(owner)))
    assert banners(owner) == ["1 answer from your other machines is here now."]


def test_an_argument_names_the_folder_for_this_run(
    qtbot: QtBot, own_deck: AppPaths, folder: Path, other: Database
) -> None:
    answer(other, "elsewhere#")
    sync.sync(other, folder)
    app = App(own_deck, synced=folder)
    try:
        app.show()
        qtbot.waitUntil(lambda: sum(1 for _ in log.reviews(app.db)) == 1)
        assert app.services.settings.sync_folder == ""
    finally:
        app.close()


def test_a_folder_that_is_not_there_is_told_once_and_nothing_is_lost(owner: Learner, folder: Path) -> None:
    folder.rmdir()
    share(owner, folder)
    assert len(banners(owner)) == 1
    assert str(folder) in banners(owner)[0].replace("\u200b", "")
    owner.app.window.shelving.answer(owner.window.findChild(Banner).notice, "dismiss")
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.press(Qt.Key.Key_Escape)
    owner.qtbot.waitUntil(lambda: not owner.app._syncing._busy)
    assert banners(owner) == []
    folder.mkdir()
    owner.app._syncing.start()
    owner.qtbot.waitUntil(lambda: not owner.app._syncing._busy)
    assert len(list(folder.iterdir())) == 1


def test_a_file_on_its_way_is_told_only_if_it_stays_so(owner: Learner, folder: Path) -> None:
    half = folder / "quizapp-01ABC-000001-abcdef.jsonl.gz"
    half.write_bytes(b"half")
    share(owner, folder)
    assert banners(owner) == []
    owner.app._syncing.start()
    owner.qtbot.waitUntil(lambda: bool(banners(owner)))
    assert half.name in banners(owner)[0]
