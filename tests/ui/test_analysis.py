"""Question analysis over all sittings, and results saved for other programs."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.core.kinds.base import Picked, Typed
from quizapp.core.plan import Plan
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import Analysis, AuthorView, Edit, ExamHistory, ExamResult
from quizapp.ui.screens.analysis import AnalysisPlace
from quizapp.ui.screens.author import AuthorPlace
from quizapp.ui.screens.exam_history import ExamHistoryPlace
from quizapp.ui.screens.exam_result import ExamResultPlace
from tests.ui.reader import Reader

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
LAKES = "title: Lakes\ncards:\n- {id: como, q: Where is Como?, a: Italy, wrong: [Spain, Malta]}\n"


def sat(reader: Reader, *rivers: str) -> str:
    """A quiz on Rome for each answer, handed in; the last one's session."""
    session = ""
    for answer in rivers:
        plan = Plan(query="-paris", shuffle=False)
        examiner = Examiner(reader.school.services)
        attempt = examiner.begin(plan, "Rivers", examiner.candidates(plan), "kite-8402")
        assert attempt is not None
        for at, posed in enumerate(attempt.questions):
            examiner.answer(
                at, {"rome": Picked(answer), "como": Picked("Italy")}.get(posed.card_id, Typed("=x"))
            )
        examiner.hand_in()
        session = attempt.session_id
    return session


def opened(reader: Reader, route: Analysis) -> AnalysisPlace:
    reader.window.go(route)
    place = reader.window.shown
    assert isinstance(place, AnalysisPlace)
    reader.qtbot.waitUntil(lambda: place.table.hasFocus() or not place.items)
    return place


def rows(place: AnalysisPlace) -> list[str]:
    model = place.table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the dialog saves: what it offers, in the last of its kinds."""

    def name(parent: object, title: str, offered: str, kinds: str) -> tuple[str, str]:
        return str(tmp_path / Path(offered).stem), kinds.split(";;")[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    return tmp_path


def test_each_question_with_what_it_earned_and_which_options_were_picked(reader: Reader):
    sat(reader, "Tiber", "Po", "Po")
    place = opened(reader, Analysis())
    reader.qtbot.waitUntil(lambda: bool(place.items))
    assert rows(place) == [
        "Which river runs through Budapest?, Rivers, 0 % in 3 sittings",
        "Which river runs through Rome?, Rivers, 33 % in 3 sittings · Po: 2 of 3, Arno: 0 of 3",
    ]


def test_the_authors_view_leads_to_its_own_deck_alone(reader: Reader):
    reader.school.write(LAKES, "lakes.yaml")
    sat(reader, "Tiber")
    reader.window.go(AuthorView(deck_key=reader.school.world.deck_key("lakes.yaml")))
    author = reader.window.shown
    assert isinstance(author, AuthorPlace)
    author.analysis.click()
    place = reader.window.shown
    assert isinstance(place, AnalysisPlace)
    reader.qtbot.waitUntil(lambda: bool(place.items))
    assert [item.front for item in place.items] == ["Where is Como?"]


def test_enter_opens_the_card_and_esc_leads_back(reader: Reader):
    sat(reader, "Tiber")
    place = opened(reader, Analysis())
    reader.qtbot.waitUntil(place.table.hasFocus)
    routes: list[object] = []
    place.go.disconnect()
    place.go.connect(routes.append)
    reader.press(Qt.Key.Key_Down, ENTER)
    assert routes == [Edit(card=reader.school.key("rome"))]


def test_without_sittings_it_says_so(reader: Reader):
    place = opened(reader, Analysis())
    reader.qtbot.waitUntil(lambda: "None of these questions" in place._told.text())
    assert not place.save.isVisible()
    reader.press(ESC)
    assert reader.window.shown is not place


def test_the_table_is_saved_as_csv(reader: Reader, saved_to: Path):
    sat(reader, "Tiber", "Po")
    place = opened(reader, Analysis())
    reader.qtbot.waitUntil(lambda: bool(place.items))
    place.save.click()
    found = table(saved_to / "questions.csv")
    assert [row["facility"] for row in found] == ["0.000", "0.500"]


def test_a_result_is_saved_as_json_or_csv_by_its_suffix(
    reader: Reader, saved_to: Path, monkeypatch: pytest.MonkeyPatch
):
    reader.window.go(ExamResult(session_id=sat(reader, "Tiber")))
    place = reader.window.shown
    assert isinstance(place, ExamResultPlace)
    place.save.click()
    assert len(json.loads((saved_to / "Rivers.json").read_bytes())[0]["answers"]) == 2
    assert place.told.text().startswith("Saved: ")
    target = saved_to / "mine.CSV"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place.save.click()
    found = table(target)
    assert [row["given"] for row in found] == ["Tiber", "'=x"]


def test_all_exams_are_saved_from_their_list(reader: Reader, saved_to: Path):
    sat(reader, "Tiber", "Po")
    reader.window.go(ExamHistory())
    QApplication.processEvents()
    place = reader.window.shown
    assert isinstance(place, ExamHistoryPlace)
    place.save.click()
    reader.qtbot.waitUntil(lambda: place.told.text().startswith("Saved: "))
    assert [len(one["answers"]) for one in json.loads((saved_to / "exams.json").read_bytes())] == [2, 2]
    place.analysis.click()
    assert isinstance(reader.window.shown, AnalysisPlace)
