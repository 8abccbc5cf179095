"""The app while it is open: its looks, decks edited elsewhere, what it must tell, the trace."""

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.app import App
from quizapp.paths import AppPaths
from quizapp.ui import theme
from quizapp.ui.damage import DamageSheet
from quizapp.ui.widgets.label import Label
from tests.journeys.learner import HOUR_MS, Learner
from tests.ui.reader import CTRL
from tests.ui.samples import titles

# Looks


def shade(owner: Learner) -> int:
    """How light the window is."""
    return owner.window.grab().toImage().pixelColor(5, 5).lightness()


@pytest.mark.parametrize("studying", [False, True])
def test_theme_and_text_size_change_at_once(owner: Learner, studying: bool):
    if studying:
        owner.press(Qt.Key.Key_Return)
    owner.app.services.set("theme", "light", None)
    light = shade(owner)
    owner.app.services.set("theme", "dark", None)
    assert theme.current().scheme == "dark"
    assert shade(owner) < light
    owner.press(Qt.Key.Key_Plus, CTRL)
    assert theme.current().text_percent == 110
    label = next(one for one in owner.window.findChildren(Label) if one.isVisible() and one.text())
    before = label.font().pixelSize()
    for _ in range(4):
        owner.press(Qt.Key.Key_Plus, CTRL)
    assert label.font().pixelSize() > before
    assert owner.focus.isVisible()


def test_the_next_scheme_by_key_goes_round(owner: Learner):
    owner.app.services.set("theme", "light", None)
    seen = []
    for _ in range(3):
        owner.press(Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
        seen.append(theme.current().scheme)
    assert seen == ["dark", "contrast", "light"]


def test_looks_stay_over_a_restart(owner: Learner):
    owner.app.services.set("theme", "contrast", None)
    owner.app.services.set("text_size", 150, None)
    owner.close()
    theme.install(QApplication.instance(), theme.Theme())  # type: ignore[arg-type]
    owner.open()
    assert (theme.current().scheme, theme.current().text_percent) == ("contrast", 150)


def test_the_system_turning_dark_is_followed(owner: Learner, monkeypatch: pytest.MonkeyPatch):
    owner.app.services.set("theme", "system", None)
    turned = QApplication.styleHints().colorSchemeChanged
    for scheme in ("dark", "light"):
        monkeypatch.setattr(theme, "resolve", {"system": scheme}.__getitem__)
        turned.emit(Qt.ColorScheme.Unknown)
        assert theme.current().scheme == scheme
    before = theme.changes()
    turned.emit(Qt.ColorScheme.Unknown)
    assert theme.changes() == before, "who has the look already is not dressed again"
    owner.app.close()
    monkeypatch.setattr(theme, "resolve", {"system": "dark"}.__getitem__)
    turned.emit(Qt.ColorScheme.Unknown)
    assert theme.current().scheme == "light", "a closed app dresses nobody"
    owner.app.close()


def test_coming_back_to_the_window_finds_edited_decks(owner: Learner):
    deck = owner.paths.decks / "hills.yaml"
    deck.write_text("title: Hills\ncards:\n- {q: Which hill?, a: Palatine}\n", encoding="utf-8")
    states = QApplication.instance()
    assert isinstance(states, QApplication)
    states.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert owner.app.loading is not None
    assert not owner.app.loading.busy
    with owner.qtbot.waitSignal(owner.app.ready):
        states.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert titles(owner.window) == [["Hills", "Rivers"]]


def test_notices_of_the_progress_file_are_shown_at_start(owner: Learner):
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    owner.close()
    (owner.paths.data / "progress.sqlite3").write_bytes(b"nothing that is a database " * 200)
    app = App(owner.paths)
    app.show()
    try:
        owner.qtbot.waitUntil(lambda: bool(app.window.findChildren(DamageSheet)))
        (dialog,) = app.window.findChildren(DamageSheet)
        words = [label.text() for label in dialog.findChildren(Label)]
        assert any("progress" in word for word in words)
        owner.qtbot.waitUntil(dialog.isActiveWindow)
        owner.qtbot.keyClick(dialog.close_button, Qt.Key.Key_Escape)
    finally:
        app.close()
        owner.open()


def test_progress_is_backed_up_each_study_day(owner: Learner):
    folder = owner.paths.data / "backups"
    owner.qtbot.waitUntil(lambda: len(list(folder.glob("*.sqlite3"))) == 1)
    owner.close()
    owner.open()
    owner.close()
    assert len(list(folder.glob("*.sqlite3"))) == 1
    owner.now_ms += 24 * HOUR_MS
    owner.open()
    owner.qtbot.waitUntil(lambda: len(list(folder.glob("*.sqlite3"))) == 2)


def test_a_backup_that_fails_is_logged_and_costs_nothing_else(
    qtbot: QtBot, own_deck: AppPaths, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))
    (own_deck.data / "backups").write_text("no folder")
    owner = Learner(qtbot, own_deck)
    qtbot.waitUntil(lambda: "A job in the background failed" in caplog.text)
    owner.press(Qt.Key.Key_Return)
    owner.answer()
    assert len(owner.logged()) == 1
    owner.close()
    assert len(told) <= 1


# The trace


def test_events_are_traced_for_the_benchmarks(
    qtbot: QtBot, own_deck: AppPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "trace.jsonl"
    monkeypatch.setenv("QUIZAPP_TRACE", str(file))
    owner = Learner(qtbot, own_deck)
    owner.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "question_painted" in file.read_text("utf-8"))
    owner.answer()
    qtbot.wait(10)
    owner.close()
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [line["event"] for line in lines] == [
        "home_painted", "question_painted", "answer_committed", "question_painted",
    ]  # fmt: skip
    times = [line["monotonic_ns"] for line in lines]
    assert times == sorted(times)
