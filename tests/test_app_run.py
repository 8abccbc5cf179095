"""A whole run of the app, and the words and exit code of one that cannot start."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp import app as app_module
from quizapp.app import App
from quizapp.core.problems import QuizError
from quizapp.paths import AppPaths
from quizapp.ui.reportdialog import ReportDialog
from quizapp.ui.widgets.label import Label
from tests.journeys.learner import Learner

# Refusals, and a whole run


def test_a_second_app_on_the_same_folder_is_refused(owner: Learner):
    with pytest.raises(QuizError) as refused:
        App(owner.paths)
    assert refused.value.code == "already_running"


def test_the_refusal_is_a_dialog_with_words_and_code_1(qtbot: QtBot, qapp: QApplication, own_deck: AppPaths):
    said: list[str] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReportDialog)
        said.extend(label.text() for label in dialog.findChildren(Label) if label.isVisible())
        dialog.accept()

    QTimer.singleShot(50, qapp, read_and_close)
    assert app_module._refuse(qapp, QuizError("already_running", folder="/somewhere")) == 1
    assert "quizapp is already running with the folder /somewhere. Close it first." in said


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from msgspec.structs import replace
from quizapp import app, paths
from quizapp.ui import reportdialog, window
from quizapp.ui.widgets.label import Label

class Said(reportdialog.ReportDialog):
    def showEvent(self, event):
        super().showEvent(event)
        print(*(label.text() for label in self.findChildren(Label) if label.isVisible()), sep="|")
        QTimer.singleShot(0, self.accept)

class Short(app.App):
    def __init__(self, paths, **more):
        super().__init__(paths, **more)
        self.ready.connect(self.window.close)

reportdialog.ReportDialog, app.App = Said, Short
where = Path(sys.argv[1])
opened = [Path(name) for name in sys.argv[2:]]
sys.exit(app.run(replace(paths.find(str(where)), bundled_decks=where), ["quizapp"], opened))
"""


@pytest.fixture
def run(own_deck: AppPaths) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*opened: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", RUN, str(own_deck.data), *opened],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_a_run_from_start_to_end(run: Callable[[], subprocess.CompletedProcess[str]], own_deck: AppPaths):
    ended = run()
    assert (ended.returncode, ended.stdout) == (0, "")
    assert "Traceback" not in ended.stderr
    assert (own_deck.data / "progress.sqlite3").exists()
    assert (own_deck.log / "quizapp.log").exists()


def test_a_run_beside_another_says_so_and_ends_with_1(
    run: Callable[[], subprocess.CompletedProcess[str]], owner: Learner
):
    ended = run()
    assert ended.returncode == 1
    assert "quizapp is already running with the folder" in ended.stdout
    assert "Traceback" not in ended.stderr
    owner.press(Qt.Key.Key_Return)  # the first is unharmed
    owner.answer()
    assert len(owner.logged()) == 1


def test_a_deck_opened_beside_another_app_is_sent_there(
    run: Callable[..., subprocess.CompletedProcess[str]], owner: Learner
):
    ended = run("/decks/verbs.yaml")
    assert ended.returncode == 1
    assert "Drop /decks/verbs.yaml onto its window, or press Ctrl+O there." in ended.stdout


def test_an_unusable_folder_says_so_and_ends_with_1(tmp_path: Path, qapp: QApplication):
    place = tmp_path / "file"
    place.write_text("no folder")
    ended = subprocess.run(
        [sys.executable, "-c", RUN, str(place)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert "cannot be used" in ended.stdout
