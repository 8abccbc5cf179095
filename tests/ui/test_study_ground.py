"""The study screen keeps its ground: the bar, the focus, the place of the card, what is left behind."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.study_watch import Watch
from quizapp.ui.screens.summary import SummaryScreen
from tests.ui.learning import RIVERS, School
from tests.ui.reader import ALT, Reader, hints, said, windows
from tests.ui.samples import settle

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


# The bar says what the keys are


def test_the_bar_shows_the_keys_of_the_moment(at: Reader):
    assert hints(at) == {"leave": "Esc", "undo": "Ctrl Z", "flag": "F", "suspend": "P", "show_keys": "?"}
    assert not at.study._bar.check.isVisible()
    assert "Press 1–3 to answer" in said(at)
    at.answer()
    assert list(hints(at))[:3] == ["go_on", "say_guess", "go_to_source"]
    at.press(SPACE)
    assert hints(at)["flag"] == "Alt F"
    assert hints(at)["show_keys"] == "F1"
    assert at.study._bar.check.text() == "Check"
    assert at.study._bar.dont_know.isVisible()


@pytest.mark.parametrize(
    ("click", "outcome"),
    [("dont_know", "unknown"), ("check", "wrong")],
)
def test_buttons_do_what_their_keys_do(typing: Reader, click: str, outcome: str):
    typing.type("Rhine")
    button = getattr(typing.study._bar, click)
    typing.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert typing.judged is not None
    assert typing.judged.verdict.outcome == outcome


def test_the_hint_button_and_a_rating_by_mouse(at: Reader):
    at.qtbot.mouseClick(at.study._bar.hint, Qt.MouseButton.LeftButton)
    assert at.study.column.hint_panel.isVisible()
    at.answer()
    at.qtbot.mouseClick(at.study._bar._ratings.buttons[3], Qt.MouseButton.LeftButton)
    assert at.school.logged()[0].rating == 4


def test_the_ratings_say_when_the_card_comes_back(at: Reader):
    at.answer()
    buttons = at.study._bar._ratings.buttons
    assert [button.text() for button in buttons] == ["Again", "Hard", "Good", "Easy"]
    said = [button.accessibleDescription() for button in buttons]
    assert said[0] == "10 min"
    assert said[3].endswith("days")


# The screen keeps its ground


DECK_OF_MANY = "title: Rivers\ncards:\n" + "".join(
    f"- q: Which is number {number}?\n  a: 'It is {number}'\n"
    + ("  wrong: [no, never]\n", "  typed: true\n", "", "  wrong: [no]\n  explain: Long.\n")[number % 4]
    for number in range(20)
)


@pytest.fixture
def many(reader: Reader) -> Reader:
    """At the first of twenty cards of four sorts."""
    reader.school.write(DECK_OF_MANY)
    reader.sit_down()
    return reader


def give(reader: Reader, *, know: bool) -> None:
    """Answer by key, whatever the card is; the verdict is on screen then."""
    answer = reader.study.column.answer
    assert answer is not None
    if answer.takes_text and know:
        reader.type("It is 1")
        reader.press(ENTER)
    elif answer.takes_text:
        reader.press(Qt.Key.Key_0, modifier=ALT)
    else:
        reader.press(ENTER if answer.action and know else "0")
    assert reader.judged is not None


def test_the_focus_is_never_lost_and_no_other_window_opens(many: Reader):
    for number in range(10):
        assert many.study.isAncestorOf(many.focus)
        give(many, know=number % 3 > 0)
        assert many.study.isAncestorOf(many.focus)
        assert windows() == [many.window]
        many.press(SPACE)
        assert windows() == [many.window]


def test_the_card_does_not_move_between_question_hint_and_verdict(many: Reader):
    for number in range(8):
        settle()
        card = many.study.column.card
        before = card.mapTo(many.window, card.rect().topLeft())
        give(many, know=number % 2 > 0)
        settle()
        assert card.mapTo(many.window, card.rect().topLeft()) == before
        many.press(SPACE)


def test_the_bar_stays_in_place(many: Reader):
    tops = set()
    for _ in range(4):
        settle()
        tops.add((many.study._bar.y(), many.study._bar.height()))
        give(many, know=True)
        settle()
        tops.add((many.study._bar.y(), many.study._bar.height()))
        many.press(SPACE)
    assert len(tops) == 1


def objects(widget: QWidget) -> int:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(widget.findChildren(QObject))


def test_nothing_is_left_behind_after_many_cards(many: Reader):
    counts = []
    for _ in range(51):
        if isinstance(many.window.shown, SummaryScreen):
            many.school.clock.next_day(60)
            many.sit_down()
        settle()
        counts.append(objects(many.window))
        give(many, know=True)
        many.press("1" if len(counts) % 5 == 0 else SPACE)
    assert max(counts[40:]) <= max(counts[:20]) + 5


def test_a_long_verdict_comes_into_view(reader: Reader):
    long = "\n".join(f"    Line {number}.\n" for number in range(12))
    reader.school.write(RIVERS.replace("  source:", f"  explain: |\n{long}  source:"))
    reader.window.resize(700, 500)
    reader.sit_down()
    reader.answer()
    settle()
    panel, view = reader.study.column.panel, reader.study._page.viewport()
    top = panel.mapTo(view, panel.rect().topLeft()).y()
    assert 0 <= top < view.height() // 2


def test_the_next_card_is_shown_from_its_top(reader: Reader):
    long = "".join(f"\n    Line {number}.\n" for number in range(30))
    reader.school.write(
        RIVERS.replace("q: Which river runs through Rome?", f"q: |\n    Rome?{long}").replace(
            "q: Which river runs through Paris?", f"q: |\n    Paris?{long}"
        )
    )
    reader.sit_down(cards=(reader.school.key("rome"), reader.school.key("paris")))
    reader.answer()
    settle()
    assert reader.study._page.verticalScrollBar().value() > 0
    reader.press(SPACE)
    settle()
    card, view = reader.study.column.card, reader.study._page.viewport()
    assert card.mapTo(view, card.rect().topLeft()).y() >= 0


def test_a_window_that_grows_does_not_move_the_card(reader: Reader):
    reader.sit_down()
    reader.window.resize(1100, 560)
    reader.press(Qt.Key.Key_P)  # the next card is placed in the small window
    settle()
    card = reader.study.column.card
    before = card.mapTo(reader.window, card.rect().topLeft()).y()
    reader.window.resize(1100, 900)
    settle()
    assert card.mapTo(reader.window, card.rect().topLeft()).y() == before


# How long one looked


def test_the_watch_adds_up_and_is_capped(qtbot: QtBot):
    watch = Watch()
    watch.pause()
    assert watch.ms == 0
    watch.restart()
    qtbot.wait(20)
    watch.pause()
    first = watch.ms
    assert first >= 15
    watch.pause()
    assert watch.ms == first
    watch.go_on()
    watch.go_on()
    qtbot.wait(20)
    watch.pause()
    assert watch.ms > first
    watch._gathered_ms = 1_000_000
    assert watch.ms == 60_000
    watch.restart()
    watch.pause()
    assert watch.ms < 1_000


def test_the_watch_stands_while_another_window_is_used(at: Reader, qtbot: QtBot):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    before = at.study._watch.ms
    qtbot.wait(20)
    assert at.study._watch.ms == before
    at.window.activateWindow()
    qtbot.waitUntil(at.window.isActiveWindow)
    qtbot.wait(20)
    at.answer()
    assert at.study._watch.ms > before
    at.press(SPACE)
    assert at.school.logged()[0].visible_ms == pytest.approx(before + 20, abs=5_000)


def test_a_screen_that_shows_nothing_takes_keys_calmly(qtbot: QtBot):
    screen = StudyScreen()
    qtbot.addWidget(screen)
    screen.show()
    for key in "1239h0gs":
        qtbot.keyClick(screen, key)
    qtbot.keyClick(screen, ENTER)
    screen.resize(500, 500)


def test_pictures_are_looked_for_beside_the_deck(reader: Reader, school: School):
    school.write(
        RIVERS.replace("  wrong: [Po, Arno]", "  wrong: [Po, Arno]\n  image: no.png\n  alt: A river")
    )
    reader.sit_down()
    assert reader.study.column.card.picture.isVisible()
