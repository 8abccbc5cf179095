"""A quiz on its way to paper and back, by the window."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from quizapp.core.plan import Plan
from quizapp.store import exams
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import OnPaper, PaperAnswers, Quiz
from quizapp.ui.screens.exam_result import ExamResultPlace
from quizapp.ui.screens.exam_setup import QuizPlace
from quizapp.ui.screens.on_paper import OnPaperPlace
from quizapp.ui.screens.paper_answers import PaperAnswersPlace
from quizapp.ui.setup import reckoner
from quizapp.ui.widgets.label import Label
from tests.ui.reader import Reader

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
NUMBERS = """\
title: Numbers
language: en
cards:
- id: danube
  q: How long is the Danube?
  number: 2850
  unit: km
- id: date
  q: When?
  date: 2025-09-03
- id: even
  q: Which are even?
  a: [2, 4]
  wrong: [3]
- id: order
  q: From small to large?
  order: [one, two, three]
"""
PLAN = Plan(query="-paris", shuffle=False)


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the dialog says to save; it offers a name, and that is taken."""

    def name(parent: object, title: str, offered: str, kinds: str) -> tuple[str, str]:
        return str(tmp_path / offered), kinds.partition(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    return tmp_path


def opened(reader: Reader, route: OnPaper) -> OnPaperPlace:
    reader.window.go(route)
    QApplication.processEvents()
    place = reader.window.shown
    assert isinstance(place, OnPaperPlace)
    return place


@pytest.fixture
def place(reader: Reader) -> OnPaperPlace:
    return opened(reader, OnPaper(plan=PLAN, title="Rivers", code="kite-8402"))


def said(place: object) -> list[str]:
    return [label.text() for label in place.findChildren(Label) if label.isVisible()]  # type: ignore[attr-defined]


def read(path: Path) -> str:
    pages = PdfReader(path).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_set_up_leads_to_paper_and_esc_back(reader: Reader):
    reader.window.go(Quiz())
    QApplication.processEvents()
    setup = reader.window.shown
    assert isinstance(setup, QuizPlace)
    setup.summary.paper.setFocus()
    reader.press(Qt.Key.Key_Space)
    place = reader.window.shown
    assert isinstance(place, OnPaperPlace)
    assert place.quiz.hasFocus()
    assert [one.posed.card_id for one in place.versions_made[0].questions]
    reader.press(ESC)
    assert reader.window.shown is setup


def test_quiz_and_key_are_saved_as_pdf(reader: Reader, place: OnPaperPlace, saved_to: Path):
    reader.press(ENTER)
    words = read(saved_to / "Rivers.pdf")
    assert "1. Which river runs through Rome?" in words
    assert "2. Which river runs through Budapest?" in words
    assert words.endswith("Rivers · kite-8402 1 / 1")
    assert any(text.startswith("Saved: ") for text in said(place))
    place.key.click()
    key = read(saved_to / "Rivers, key.pdf")
    assert "– Tiber" in key
    assert "Danube" in key
    assert exams.history(reader.school.db) == ()
    assert exams.unfinished(reader.school.db) == ()


def test_a_paper_from_many_cards_is_made_in_the_background(
    reader: Reader, saved_to: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reckoner, "MANY", 0)
    place = opened(reader, OnPaper(plan=PLAN, title="Rivers", code="kite-8402-b"))
    reader.qtbot.waitUntil(place.quiz.hasFocus)
    assert [one.posed.card_id for one in place.versions_made[0].questions] == ["rome", "budapest"]
    place.quiz.click()
    assert "Which river runs through Budapest?" in read(saved_to / "Rivers.pdf")


def test_versions_large_print_and_letter(reader: Reader, place: OnPaperPlace, saved_to: Path):
    place.versions.setValue(3)
    place.large.click()
    place.paper_size.show_choice(1)
    place.quiz.click()
    pdf = PdfReader(saved_to / "Rivers.pdf")
    assert len(pdf.pages) == 3
    assert pdf.pages[0].mediabox.width == 612
    assert "Version C" in read(saved_to / "Rivers.pdf")
    assert [button.isVisible() for button in place.type_in] == [True, True, True, False]


def test_the_code_of_a_version_gives_its_paper_on_screen_too(reader: Reader):
    reader.school.write(NUMBERS, "numbers.yaml")
    plan = Plan(query="-paris")
    place = opened(reader, OnPaper(plan=plan, title="All", code="kite-8402"))
    place.versions.setValue(4)
    examiner = Examiner(reader.school.services)
    for paper in place.versions_made:
        on_screen = examiner.paper(plan, examiner.candidates(plan), paper.code)
        assert [one.posed for one in paper.questions] == list(on_screen)


def test_what_cannot_be_written_is_said(reader: Reader, place: OnPaperPlace, monkeypatch: pytest.MonkeyPatch):
    nowhere = ("/nowhere/at/all.pdf", "PDF (*.pdf)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: nowhere)
    place.quiz.click()
    assert any(text.startswith("It could not be saved: ") for text in said(place))


def test_a_dialog_that_is_closed_saves_nothing(
    reader: Reader, place: OnPaperPlace, monkeypatch: pytest.MonkeyPatch
):
    before = said(place)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for button in (place.quiz, place.key, place.web):
        button.click()
    assert said(place) == before


def test_a_web_page_holds_questions_and_folded_answers(place: OnPaperPlace, saved_to: Path):
    place.web.click()
    page = (saved_to / "Rivers.html").read_text(encoding="utf-8")
    assert "Which river runs through Rome?" in page
    assert page.count("<details>") == 2
    assert "<script" not in page


def begun(reader: Reader, deck: str) -> PaperAnswersPlace:
    """Version B of all questions of a deck, to be typed in."""
    reader.school.write(deck, "numbers.yaml")
    plan = Plan(query="deck:Numbers", shuffle=False)
    place = opened(reader, OnPaper(plan=plan, title="Numbers", code="kite-8402"))
    place.versions.setValue(2)
    place.type_in[1].click()
    QApplication.processEvents()
    answers = reader.window.shown
    assert isinstance(answers, PaperAnswersPlace)
    assert answers.examiner.attempt.code == "kite-8402-b"
    return answers


def test_answers_from_paper_are_graded_like_all_others(reader: Reader):
    place = begun(reader, NUMBERS)
    texts = {"danube": "2850 km", "date": "3 September 2025"}
    assert place.rows[0].field.hasFocus()
    for row in place.rows:
        assert row.field.hasFocus()
        reader.type(texts.get(row.one.posed.card_id, row.one.form.key))
        reader.press(ENTER)
    assert place.hand_in.hasFocus()
    assert [row.read_as.text() for row in place.rows] == [
        "Read as: 2850 km", "Read as: 3 September 2025", "Read as: 4, 2", "Read as: one; two; three",
    ]  # fmt: skip
    assert "4 of 4 answered" in " ".join(said(place))
    reader.press(ENTER)
    result = reader.window.shown
    assert isinstance(result, ExamResultPlace)
    (past,) = exams.history(reader.school.db)
    assert (past.right, past.count) == (4, 4)


def test_what_does_not_fit_is_said_and_what_is_unclear_is_asked(reader: Reader):
    place = begun(reader, NUMBERS)
    rows = {row.one.posed.card_id: row for row in place.rows}
    rows["even"].field.setFocus()
    reader.type("AD")
    reader.press(ENTER)
    assert rows["even"].read_as.text() == "That does not fit this question. Letters, or - for none"
    assert rows["even"].field.hasFocus()
    rows["date"].field.setFocus()
    reader.type("03/09/2025")
    reader.press(ENTER)
    assert rows["date"].read_as.text() == "Which is meant?"
    assert reader.focus in rows["date"].findChildren(type(place.back))
    reader.press(Qt.Key.Key_Space)
    assert rows["date"].read_as.text().startswith("Read as: ")
    rows["danube"].field.setFocus()
    reader.type("?")
    reader.press(ENTER)
    assert rows["danube"].read_as.text() == "Read as: I don’t know"


def test_what_was_typed_in_is_there_after_coming_back(reader: Reader):
    place = begun(reader, NUMBERS)
    session = place.examiner.attempt.session_id
    reader.type("2850")
    reader.press(ENTER, ESC)
    assert isinstance(reader.window.shown, OnPaperPlace)
    reader.window.go(PaperAnswers(session_id=session))
    QApplication.processEvents()
    assert place.rows[0].read_as.text() == "Read as: 2850"
    assert place.rows[1].field.hasFocus()


def test_a_result_is_saved_with_answers_key_and_reasons(reader: Reader, saved_to: Path):
    place = begun(reader, NUMBERS)
    reader.type("2,850 miles")
    reader.press(ENTER)
    place.hand_in.click()
    QApplication.processEvents()
    result = reader.window.shown
    assert isinstance(result, ExamResultPlace)
    result.paper.click()
    QApplication.processEvents()
    paper = reader.window.shown
    assert isinstance(paper, OnPaperPlace)
    assert not paper.versions.isVisible()
    paper.result.click()
    words = read(saved_to / "Numbers, result.pdf")
    assert "Yours: 2,850 miles" in words
    assert "Right: 2,850 km" in words
    assert "Left blank" in words
    assert "kite-8402-b" in words
