"""Decks are opened from anywhere, folders added and removed, copies settled: the real app, by its banners."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from quizapp.app import App
from quizapp.store import log
from quizapp.ui.screens.home_banners import Banner
from quizapp.ui.screens.importing import ImportPlace
from quizapp.ui.screens.study import StudyScreen
from tests.journeys.learner import Learner
from tests.ui.learning import RIVERS
from tests.ui.test_watching import PATIENCE_MS

HILLS = "title: Hills\ncards:\n- q: Which hill?\n  a: Palatine\n"


@pytest.fixture
def hills(tmp_path: Path) -> Path:
    """A deck elsewhere."""
    path = tmp_path / "elsewhere" / "hills.yaml"
    path.parent.mkdir()
    path.write_text(HILLS, encoding="utf-8")
    return path


def banners(owner: Learner) -> list[Banner]:
    return [banner for banner in owner.window.home.findChildren(Banner) if banner.isVisible()]


def press(owner: Learner, words: str) -> None:
    """Press a button of a banner, by the keyboard."""
    (button,) = (one for banner in banners(owner) for one in banner.buttons if one.text() == words)
    button.setFocus()
    owner.press(Qt.Key.Key_Space)


def wait(owner: Learner, condition: Callable[[], bool]) -> None:
    owner.qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def choose_from_menu(owner: Learner, words: str) -> None:
    """Choose what begins with these words from the menu of folders."""
    owner.window.shelving.show_folders()
    (menu,) = (one for one in owner.window.findChildren(QMenu) if one.isVisible())
    (action,) = (one for one in menu.actions() if one.text().startswith(words))
    menu.setActiveAction(action)
    owner.qtbot.keyClick(menu, Qt.Key.Key_Return)


def decks(owner: Learner) -> set[str]:
    return {row.title for row in owner.app.services.overview().rows}


def wait_for_decks(owner: Learner, *titles: str) -> None:
    wait(owner, lambda: decks(owner) == set(titles))


def drop(owner: Learner, *paths: Path) -> bool:
    """Drag files onto the window and let go; False if they are not welcome."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, mime, button, none)
    enter.setAccepted(False)
    QApplication.sendEvent(owner.window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(owner.window, QDropEvent(QPointF(9, 9), action, mime, button, none))
    return enter.isAccepted()


def test_a_dropped_deck_is_studied_where_it_lies(owner: Learner, hills: Path):
    assert drop(owner, hills)
    (banner,) = banners(owner)
    assert banner.words[0] == "Study “hills.yaml” where it lies, or copy it into My decks?"
    press(owner, "Study it where it lies")
    wait_for_decks(owner, "Rivers", "Hills")
    assert owner.app.services.settings.folders == (str(hills),)
    hills.write_text(HILLS.replace("Hills", "Seven hills"), encoding="utf-8")
    wait_for_decks(owner, "Rivers", "Seven hills")
    owner.close()
    owner.open()
    assert decks(owner) == {"Rivers", "Seven hills"}


def test_a_deck_is_copied_with_its_picture(owner: Learner, hills: Path):
    (hills.parent / "media").mkdir()
    (hills.parent / "media" / "hill.png").write_bytes(b"a picture")
    hills.write_text(HILLS + "  image: media/hill.png\n", encoding="utf-8")
    owner.window.shelving.offer(hills)
    press(owner, "Copy it into My decks")
    wait_for_decks(owner, "Rivers", "Hills")
    assert (owner.paths.decks / "hills" / "media" / "hill.png").read_bytes() == b"a picture"
    assert owner.app.services.settings.folders == ()
    assert banners(owner) == []


def test_a_folder_is_added_undone_and_removed(owner: Learner, hills: Path):
    owner.window.shelving.offer(hills.parent)
    press(owner, "Study it where it lies")
    wait_for_decks(owner, "Rivers", "Hills")
    press(owner, "Undo")
    wait_for_decks(owner, "Rivers")
    owner.window.shelving.offer(hills.parent)
    press(owner, "Study it where it lies")
    wait_for_decks(owner, "Rivers", "Hills")
    owner.window.shelving.remove_folder(str(hills.parent))
    wait_for_decks(owner, "Rivers")
    press(owner, "Close")
    assert banners(owner) == []


def test_not_now(owner: Learner, hills: Path):
    drop(owner, hills)
    press(owner, "Not now")
    assert banners(owner) == []
    assert decks(owner) == {"Rivers"}


def test_a_deck_of_the_library_is_studied_at_once(owner: Learner):
    owner.window.shelving.offer(owner.paths.decks / "rivers.yaml")
    assert owner.study.asked is not None


def test_a_folder_that_holds_the_library_is_asked_about(owner: Learner):
    owner.window.shelving.offer(owner.paths.decks.parent)
    assert [banner.notice.kind for banner in banners(owner)] == ["offer"]


def test_what_is_no_deck_is_offered_for_import(owner: Learner, tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear", encoding="utf-8")
    owner.window.shelving.offer(letter)
    assert isinstance(owner.window.shown, ImportPlace)


def test_a_deck_is_chosen_by_key(owner: Learner, hills: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(hills), ""))
    owner.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert [banner.notice.path for banner in banners(owner)] == [str(hills)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    owner.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert len(banners(owner)) == 1


def test_the_menu_of_folders(owner: Learner, hills: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(hills.parent))
    for words, titles in (("Add a folder with decks…", {"Rivers", "Hills"}), ("Remove ", {"Rivers"})):
        choose_from_menu(owner, words)
        wait_for_decks(owner, *titles)


def test_a_folder_that_has_gone_is_told_and_can_be_let_go(owner: Learner, hills: Path):
    owner.app.services.set("folders", (str(hills.parent),), None)
    wait_for_decks(owner, "Rivers", "Hills")
    hills.parent.rename(hills.parent.with_name("away"))
    wait(owner, lambda: bool(banners(owner)))
    assert (
        banners(owner)[0].words[0]
        == f"The folder {hills.parent} is not there. Progress on its decks is kept."
    )
    press(owner, "Remove from the library")
    wait(owner, lambda: [banner.notice.kind for banner in banners(owner)] == ["done"])
    press(owner, "Undo")
    hills.parent.with_name("away").rename(hills.parent)
    wait_for_decks(owner, "Rivers", "Hills")


def test_a_broken_save_is_told_until_it_is_mended(owner: Learner):
    path = owner.paths.decks / "rivers.yaml"
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.window.go_home()
    path.write_text(RIVERS.replace("  a: Danube", '  a: "Danube'), encoding="utf-8")
    wait(owner, lambda: bool(banners(owner)))
    (banner,) = banners(owner)
    assert banner.words[0] == "“Rivers” has a mistake in line 12."
    assert "Until it is mended" in banner.words[1]
    assert [button.text() for button in banner.buttons] == ["Open"]
    (row,) = owner.app.services.overview().rows
    assert row.new == 2
    path.write_text(RIVERS, encoding="utf-8")
    wait(owner, lambda: not banners(owner))
    assert len(list(log.reviews(owner.app.db))) == 1


def test_a_broken_deck_is_opened_at_its_line(owner: Learner):
    path = owner.paths.decks / "rivers.yaml"
    path.write_text(RIVERS.replace("  a: Danube", '  a: "Danube'), encoding="utf-8")
    wait(owner, lambda: bool(banners(owner)))
    routes: list[object] = []
    owner.window.shelving.go.disconnect()
    owner.window.shelving.go.connect(routes.append)
    press(owner, "Open")
    (route,) = routes
    assert (getattr(route, "path", ""), getattr(route, "line", 0)) == (str(path), 12)


def test_a_copy_is_settled_and_taken_back(owner: Learner):
    copy = owner.paths.decks / "rivers (conflict).yaml"
    copy.write_text(RIVERS, encoding="utf-8")
    wait(owner, lambda: bool(banners(owner)))
    studied = {"Ignore it": "rivers.yaml", "Study it instead": copy.name}
    for words, name in studied.items():
        assert banners(owner)[0].words[0] == "“Rivers” is there twice."
        press(owner, words)
        assert banners(owner)[0].notice.kind == "done"
        files = [Path(file.path).name for file in owner.app.library.files if file.studied]
        assert files == [name]
        press(owner, "Undo")
        wait(owner, lambda: [banner.notice.kind for banner in banners(owner)] == ["copy"])
    press(owner, "Study both apart")
    assert sum(row.new for row in owner.app.services.overview().rows) == 6
    press(owner, "Close")
    choose_from_menu(owner, f"Ask again about the copy {copy.name}")
    assert [banner.notice.kind for banner in banners(owner)] == ["done", "copy"]
    assert sum(row.new for row in owner.app.services.overview().rows) == 3


def test_decks_named_at_the_start_are_opened_once_the_shelf_is_known(owner: Learner, hills: Path):
    owner.close()
    app = App(owner.paths)
    app.window.shelving.offer(hills)
    app.show()
    with owner.qtbot.waitSignal(app.ready):
        pass
    assert [banner.notice.path for banner in app.window.home.findChildren(Banner)] == [str(hills)]
    app.close()
    app = App(owner.paths)
    app.window.shelving.offer(owner.paths.decks)
    app.show()
    with owner.qtbot.waitSignal(app.ready):
        pass
    assert isinstance(app.window.shown, StudyScreen)
    app.close()
    owner.open()
