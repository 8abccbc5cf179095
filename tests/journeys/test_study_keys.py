"""What can be done with a card, by key, in the real app on a deck of one's own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from quizapp.core.overview import DeckRow
from quizapp.core.reviews import Rating, Review
from quizapp.store import cards, log, memory
from quizapp.ui import theme
from quizapp.ui.keysheet import KeySheet
from quizapp.ui.linksheet import LinkSheet
from quizapp.ui.navigation import Study
from quizapp.ui.problems import ProblemsDialog
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.screens.study import StudyScreen
from quizapp.ui.screens.summary import SummaryScreen
from tests.journeys.learner import HOUR_MS, Learner

_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier

DECK = """\
title: Rivers
language: en
cards:
- id: rome
  q: Which river runs through Rome?
  a: Tiber
  wrong: [Po, Arno]
  hint: [It is short., It begins with T.]
  source: https://example.org/rivers
- id: budapest
  q: Which river runs through Budapest?
  a: Danube
  typed: true
  hint: It is long.
- id: paris
  q: Which river runs through Paris?
  a: Seine
"""


@pytest.fixture
def rivers(learner: Learner) -> Learner:
    """At the first card of a deck of one's own: choice, typed, basic."""
    write(learner, DECK)
    study_rivers(learner)
    return learner


def write(learner: Learner, text: str) -> None:
    (learner.paths.decks / "rivers.yaml").write_text(text, encoding="utf-8")
    assert learner.app.loading is not None
    with learner.qtbot.waitSignal(learner.app.ready):
        learner.app.loading.start()


def study_rivers(learner: Learner) -> None:
    key = next(file.deck_key for file in learner.app.library.files if file.title == "Rivers")
    learner.window.go(Study(deck_keys=(key,)))
    learner.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def row_of_rivers(learner: Learner) -> DeckRow:
    return next(row for row in learner.app.services.overview().rows if row.title == "Rivers")


def outcome_of_last(learner: Learner) -> Review:
    *_, last = log.reviews(learner.app.db)
    return last


def test_hints_are_shown_one_by_one_and_make_it_hard(rivers: Learner):
    for _ in range(3):  # one more than there are
        rivers.press(Qt.Key.Key_H)
    rivers.pick("Tiber")
    assert rivers.study.judged is not None
    assert rivers.study.judged.suggestion.rating is Rating.HARD
    rivers.press(Qt.Key.Key_Space)
    assert outcome_of_last(rivers).graded.hints == 2


def test_a_guess_comes_back_and_is_no_lapse(rivers: Learner):
    rivers.pick("Tiber")
    rivers.press(Qt.Key.Key_G)
    assert rivers.study.judged is not None
    assert rivers.study.judged.suggestion.rating is Rating.AGAIN
    rivers.press(Qt.Key.Key_Space)
    review = outcome_of_last(rivers)
    assert (review.rating, review.graded.guess, review.graded.outcome) == (1, True, "correct")


def test_the_learner_overrides_the_rating(rivers: Learner):
    rivers.pick("Tiber")
    rivers.press(Qt.Key.Key_4)
    review = outcome_of_last(rivers)
    assert (review.rating, review.graded.suggested) == (4, 3)


def test_keys_while_typing_and_not(rivers: Learner):
    rivers.answer()
    rivers.press(Qt.Key.Key_H, _ALT)
    rivers.press(Qt.Key.Key_F, _ALT)
    asked = rivers.study.asked
    assert asked is not None
    assert cards.is_flagged(rivers.app.db, asked.item.card_key)
    assert "Flagged" in rivers.study.column.card.history.text()
    rivers.qtbot.keyClicks(rivers.focus, "h0f4")  # plain letters and digits are text
    assert rivers.study.judged is None
    rivers.press(Qt.Key.Key_0, _ALT)
    assert rivers.study.judged is not None
    assert rivers.study.judged.verdict.outcome == "unknown"
    rivers.press(Qt.Key.Key_F)
    assert not cards.is_flagged(rivers.app.db, asked.item.card_key)


def test_a_card_put_aside_is_gone_until_it_is_taken_back(rivers: Learner):
    rivers.press(Qt.Key.Key_P)
    assert rivers.card_id().startswith("budapest")
    assert rivers.study.asked is not None
    assert rivers.study.asked.total == 2
    assert row_of_rivers(rivers).new == 2


def test_undo_before_the_rating_asks_again_and_logs_nothing(rivers: Learner):
    rivers.pick("Po")
    rivers.press(Qt.Key.Key_Z, _CTRL)
    assert rivers.study.judged is None
    assert rivers.card_id().startswith("rome")
    assert rivers.logged() == []


def test_undo_several_steps_also_from_an_empty_text_field(rivers: Learner):
    first = rivers.card_id()
    rivers.answer()
    second = rivers.card_id()
    rivers.answer()
    rivers.press(Qt.Key.Key_Z, _CTRL)
    assert rivers.card_id() == second
    rivers.press(Qt.Key.Key_Z, _CTRL)  # the focus is in the empty field of the typed card
    assert rivers.card_id() == first
    assert rivers.logged() == []
    assert memory.get(rivers.app.db, rivers.study.asked.item.card_key) is None  # type: ignore[union-attr]


def test_the_source_is_reached_by_key(rivers: Learner):
    rivers.pick("Tiber")
    rivers.press(Qt.Key.Key_S)
    assert rivers.focus in rivers.study.column.panel.links
    rivers.press(Qt.Key.Key_Return)  # nothing is opened before the whole address was shown
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, LinkSheet))
    assert any(label.text() == "https://example.org/rivers" for label in sheet.findChildren(QLabel))
    rivers.qtbot.keyClick(sheet.close_button, Qt.Key.Key_Escape)


def test_a_seen_verdict_counts_when_the_learner_leaves(rivers: Learner):
    rivers.pick("Po")
    rivers.press(Qt.Key.Key_Escape)
    assert isinstance(rivers.window.shown, HomeScreen)
    review = outcome_of_last(rivers)
    assert (review.rating, review.graded.outcome) == (1, "wrong")


def test_the_missed_cards_are_repeated_outside_the_schedule(rivers: Learner):
    rivers.pick("Po")
    rivers.press(Qt.Key.Key_Space)
    missed = rivers.logged()[0]
    while isinstance(rivers.window.shown, StudyScreen):
        rivers.answer()
    assert isinstance(rivers.window.shown, SummaryScreen)
    known = memory.get(rivers.app.db, rivers.app.library.shelf.item_of(missed).card_key)  # type: ignore[union-attr]
    rivers.press(Qt.Key.Key_Return)  # repeat the one that was missed
    assert rivers.card_id() == missed
    assert rivers.study.asked is not None
    assert rivers.study.asked.total == 1
    rivers.answer()
    assert outcome_of_last(rivers).mode == "repeat"
    assert memory.get(rivers.app.db, rivers.app.library.shelf.item_of(missed).card_key) == known  # type: ignore[union-attr]


def test_a_new_study_day_starts_a_new_sitting(rivers: Learner):
    rivers.answer()
    rivers.press(Qt.Key.Key_Escape)
    study_rivers(rivers)
    assert rivers.study.asked is not None
    assert rivers.study.asked.position == 2
    rivers.press(Qt.Key.Key_Escape)
    rivers.now_ms += 24 * HOUR_MS
    study_rivers(rivers)
    assert rivers.study.asked is not None
    assert rivers.study.asked.position == 1


def test_the_card_stays_in_place_and_the_focus_is_never_lost(rivers: Learner):
    while isinstance(rivers.window.shown, StudyScreen):
        QApplication.processEvents()
        card = rivers.study.column.card
        before = card.mapTo(rivers.window, card.rect().topLeft())
        asked = rivers.study.asked
        assert asked is not None
        assert rivers.focus.window() is rivers.window
        if rivers.study.column.answer.takes_text:  # type: ignore[union-attr]
            rivers.press(Qt.Key.Key_0, _ALT)
        else:
            rivers.press(Qt.Key.Key_0)
        QApplication.processEvents()
        assert card.mapTo(rivers.window, card.rect().topLeft()) == before
        assert rivers.focus.window() is rivers.window
        rivers.press(Qt.Key.Key_3)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [rivers.window]


def test_an_edit_from_outside_changes_the_card_on_screen(rivers: Learner):
    write(rivers, DECK.replace("Which river runs through Rome?", "Which river flows through Rome?"))
    asked = rivers.study.asked
    assert asked is not None
    assert asked.prompt.text == "Which river flows through Rome?"
    write(rivers, DECK.replace("- id: rome", "- id: rome2").replace("Tiber", "Tevere"))
    rivers.answer()


def test_a_broken_save_keeps_the_last_good_deck_and_tells(learner: Learner):
    write(learner, DECK)
    write(learner, DECK + "- q: [unclosed\n")
    row = row_of_rivers(learner)
    assert row.problems == 1
    assert row.new == 3
    learner.window._show_problems(row.deck_key)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProblemsDialog))
    assert dialog.windowTitle() == "1 problem to mend"
    learner.qtbot.keyClick(dialog.close_button, Qt.Key.Key_Escape)
    learner.qtbot.waitUntil(lambda: learner.window.isActiveWindow())


def test_all_keys_are_listed(rivers: Learner):
    learner = rivers
    learner.qtbot.keyClick(learner.focus, "?")
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, KeySheet))
    assert sheet.isVisible()
    learner.qtbot.keyClick(sheet.close_button, Qt.Key.Key_Return)
    learner.qtbot.waitUntil(lambda: learner.window.isActiveWindow())
    assert learner.card_id().startswith("rome")


def test_text_size_and_scheme_by_key_stay_over_a_restart(learner: Learner):
    learner.press(Qt.Key.Key_Plus, _CTRL)
    assert theme.current().text_percent == 110
    learner.press(Qt.Key.Key_L, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert theme.current().scheme == "dark"
    learner.close()
    learner.open()
    assert (theme.current().text_percent, theme.current().scheme) == (110, "dark")
    learner.press(Qt.Key.Key_Minus, _CTRL)
    learner.press(Qt.Key.Key_0, _CTRL)
    assert theme.current().text_percent == 100


def test_the_theme_is_found_and_set_by_keyboard(learner: Learner):
    learner.press(Qt.Key.Key_5, _CTRL)
    learner.press(Qt.Key.Key_F, _CTRL)
    learner.qtbot.keyClicks(learner.focus, "dark")
    learner.press(Qt.Key.Key_Down)
    learner.press(Qt.Key.Key_Down)
    learner.press(Qt.Key.Key_Down)
    assert theme.current().scheme == "dark"
    assert learner.app.services.settings.theme == "dark"
    learner.press(Qt.Key.Key_Z, _CTRL)
    assert learner.app.services.settings.theme == "light"


def test_search_finds_a_card_and_enter_opens_it(rivers: Learner):
    rivers.press(Qt.Key.Key_Escape)
    rivers.press(Qt.Key.Key_F, _CTRL)
    rivers.qtbot.keyClicks(rivers.focus, "budapest")
    rivers.press(Qt.Key.Key_Return)
    assert rivers.card_id().startswith("budapest")


def test_keys_go_on_working_after_the_key_sheet(rivers: Learner):
    for _ in range(2):
        rivers.qtbot.keyClick(rivers.focus, "?")
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, KeySheet)
        rivers.qtbot.waitUntil(sheet.isActiveWindow)
        rivers.qtbot.keyClick(sheet.focusWidget(), Qt.Key.Key_Escape)
        rivers.qtbot.waitUntil(rivers.window.isActiveWindow)
    rivers.pick("Tiber")
    assert rivers.study.judged is not None
