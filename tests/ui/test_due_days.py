"""The screen of due days by keys: what would move is shown first, is done as one step, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.problems import QuizError
from quizapp.store import due_days
from quizapp.ui.navigation import DueDays
from quizapp.ui.screens.due_days import DueDaysPlace
from quizapp.ui.widgets.label import Label
from quizapp.ui.work import CancelledError
from tests.store.made import answer, tables
from tests.store.shelves import card
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.samples import clipped, settle

MANY = 60


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """Sixty cards learned, a day has room for twenty, and the learner was away for 40 days."""
    deck = "title: Many\ncards:\n" + "\n".join(card(f"Question {n:02}", f"a{n}") for n in range(MANY)) + "\n"
    school = School(tmp_path, deck)
    ids = [id_ for (id_,) in school.db.con.execute("SELECT card_id FROM shelf JOIN card USING (card_key)")]
    for at, id_ in enumerate(ids):
        answer(school.db, id_, due_day=school.db.now().study_day + 1 + at % 7)
    school.clock.next_day(40)
    school.services.set("reviews_per_day", 20, None)
    reader = Reader(qtbot, school)
    yield reader
    reader.close()
    school.close()


def opened(reader: Reader) -> DueDaysPlace:
    reader.window.go(DueDays())
    place = reader.window.shown
    assert isinstance(place, DueDaysPlace)
    reader.qtbot.waitUntil(lambda: place.settings.shift is not None)
    return place


def said(place: DueDaysPlace) -> str:
    return " | ".join(one.text() for one in place.findChildren(Label) if one.isVisible() and one.text())


def test_a_backlog_is_spread_by_keys_and_taken_back(reader: Reader, heard: list[str]) -> None:
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    assert place.keep.hasFocus()
    assert (place.keep.value(), place.days.value()) == (20, 7)
    assert "40 cards come later. The last new day is" in said(place)
    before = tables(reader.school.db, "memory", "day_total")
    reader.press(Qt.Key.Key_Down)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None and len(place.spread.shift.moves) == 41)
    reader.press(Qt.Key.Key_Up)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None and len(place.spread.shift.moves) == 40)
    place.spread.do.setFocus()
    reader.press(Qt.Key.Key_Return)
    reader.qtbot.waitUntil(lambda: place.undo.isVisible())
    assert "40 cards have another due day." in heard
    assert reader.school.services.overview().late == 0
    assert not place.spread.isVisible(), "there is no backlog any more"
    assert place.undo.hasFocus()
    reader.press(Qt.Key.Key_Return)
    reader.qtbot.waitUntil(lambda: not place.undo.isVisible())
    assert "40 cards have their former due day again." in heard
    assert tables(reader.school.db, "memory", "day_total") == before
    assert place.spread.isVisible()


def test_other_settings_move_all_cards_and_what_was_done_is_told_the_next_time(reader: Reader) -> None:
    reader.school.services.set("desired_retention", 0.97, None)
    reader.school.services.set("reviews_per_day", 200, None)
    place = opened(reader)
    assert not place.spread.isVisible()
    assert "Nothing has to move." in said(place), "they all wait already"
    reader.school.clock.next_day(-39)
    place = opened(reader)
    moves = place.settings.shift.moves
    assert moves
    assert all(move.to_day < move.from_day for move in moves)
    place.settings.do.setFocus()
    reader.press(Qt.Key.Key_Return)
    reader.qtbot.waitUntil(lambda: place.undo.isVisible() and place.settings.shift is not None)
    assert place.settings.shift.moves == ()
    reader.press(Qt.Key.Key_Escape)
    place = opened(reader)
    assert f"{len(moves)} cards got another due day." in said(place)
    assert place.undo.isVisible()


def test_home_tells_of_the_backlog_and_offers_a_few_after_a_long_time(reader: Reader) -> None:
    overview = reader.school.services.overview()
    assert (overview.due, overview.late, overview.away) == (20, 40, 40)
    told = reader.window._home._told
    assert told.late.words == "40 more cards wait: spread them"
    assert told.useful.isVisible()
    told.useful.setFocus()
    reader.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert reader.asked.total == 20
    assert reader.window._desk._sitting.session.total == 20
    known = {key for (key,) in reader.school.db.con.execute("SELECT card_key FROM memory")}
    assert {item.card_key for item in reader.window._desk._sitting.session.items} <= known, "nothing new"


def test_what_is_under_way_can_be_stopped_and_then_nothing_is_done(reader: Reader, monkeypatch) -> None:
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    before = tables(reader.school.db)
    asked = []

    def slow(db, moves, what, progress):
        asked.append(len(moves))
        raise CancelledError

    monkeypatch.setattr("quizapp.ui.moving.due_days.apply", slow)
    place.spread.do.click()
    place.spread.stop.click()
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    assert tables(reader.school.db) == before
    assert due_days.last(reader.school.db) is None


def test_a_failure_is_told_and_nothing_is_tried_again_by_itself(reader: Reader, monkeypatch) -> None:
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    before = tables(reader.school.db)
    tried = []

    def full(db, moves, what, progress):
        tried.append(what)
        raise QuizError("progress_unwritable", folder="/full", reason="disk full")

    monkeypatch.setattr("quizapp.ui.moving.due_days.apply", full)
    place.spread.do.click()
    reader.qtbot.waitUntil(lambda: "disk full" in said(place))
    assert tried == ["spread"]
    assert not place.spread.do.isVisible()
    assert tables(reader.school.db) == before
    monkeypatch.undo()
    place.days.setValue(5)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)


def test_in_a_layout_from_right_to_left_today_is_at_the_right(reader: Reader) -> None:
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    chart = place.spread.chart
    assert chart.mark_rect(0).left() < chart.mark_rect(29).left()
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert chart.mark_rect(0).left() > chart.mark_rect(29).left()
    assert not chart.grab().isNull()


@pytest.mark.parametrize(("width", "text_size"), [(720, 100), (1024, 200), (1180, 100)])
def test_nothing_is_clipped(reader: Reader, width: int, text_size: int) -> None:
    reader.school.services.set("text_size", text_size, None)
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    reader.window.resize(width, 700)
    settle()
    assert list(clipped(place)) == []
    reader.school.services.set("text_size", 100, None)


def test_the_chart_speaks_by_keys(reader: Reader, heard: list[str]) -> None:
    place = opened(reader)
    reader.qtbot.waitUntil(lambda: place.spread.shift is not None)
    chart = place.spread.chart
    assert chart.accessibleName() == "At most 20 cards a day, before: 60"
    chart.setFocus()
    reader.press(Qt.Key.Key_Right)
    assert heard[-1].endswith(": 6 cards, before 0")
    reader.press(Qt.Key.Key_Left)
    assert heard[-1].endswith(": 20 cards, before 60")
