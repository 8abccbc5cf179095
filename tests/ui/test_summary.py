import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from quizapp.ui import theme
from quizapp.ui.i18n import Mirrored, Stretched
from quizapp.ui.models.cards import ASIDE
from quizapp.ui.navigation import Home, Study
from quizapp.ui.screens.summary import SummaryScreen
from quizapp.ui.widgets.actionbar import HintButton
from quizapp.ui.widgets.bars import Bars
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.rows import RowTable
from quizapp.ui.widgets.splitbar import SplitBar
from tests.ui.samples import MISSED, SUMMARY, clipped, heard, press, settle, words

CLEAN = replace(SUMMARY, right=31, partly=0, wrong=0, unknown=0, missed=())


@pytest.fixture
def screen(qtbot):
    screen = SummaryScreen()
    qtbot.addWidget(screen)
    screen.resize(1100, 760)
    screen.show_summary(SUMMARY)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def primary(screen):
    return [
        part.text() for part in screen.findChildren(Button) if part.isVisible() and part.kind == "primary"
    ]


def rows(screen):
    model = screen.findChild(RowTable).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_enter_repeats_what_was_missed(screen):
    went = heard(screen.go)
    assert primary(screen) == ["Repeat the 7 missed"]
    press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Space)
    assert went == [Study(cards=(1, 2, 3, 4, 5, 6, 7), mode="repeat")] * 2


def test_the_result_in_words(screen):
    assert {
        "U.S. force and organised crime",
        "34 of 34",
        "34 cards in 11 minutes. 24 were right at the first try; 3 almost, 7 missed.",
        "24 right, 3 almost, 1 partly right, 5 wrong, 1 I don’t know",
        "You have studied in 9 of the last 10 weeks.",
    } <= set(words(screen))
    assert screen.findChild(Bars).accessibleName() == "40 cards due in the next 7 days"


SENTENCES = {
    "1 card in less than a minute. 1 was right at the first try.": {
        "cards": 1,
        "seconds": 20,
        "right": 1,
        "almost": 0,
    },
    "34 cards in 1 minute. 31 were right at the first try; 3 almost.": {"seconds": 61},
    "3 cards in 11 minutes.": {"right": 0, "almost": 0, "unscored": 3, "cards": 3},
    "34 cards in 11 minutes. 0 were right at the first try; 1 missed.": {
        "right": 0,
        "almost": 0,
        "unknown": 1,
        "missed": MISSED[2:3],
    },
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences(screen, sentence):
    screen.show_summary(replace(CLEAN, **SENTENCES[sentence]))
    assert sentence in words(screen)


def test_cards_rated_alone_stand_apart(screen):
    assert not any("rated yourself" in text for text in words(screen))
    screen.show_summary(replace(SUMMARY, unscored=5))
    assert "5 cards you rated yourself; they are not in the bar." in words(screen)
    assert "24 right, 3 almost, 1 partly right, 5 wrong, 1 I don’t know" in words(screen)
    screen.show_summary(replace(CLEAN, right=0, almost=0, unscored=1, cards=1))
    assert "1 card you rated yourself; it is not in the bar." in words(screen)
    assert not screen.findChild(SplitBar).isVisible()


def test_nothing_missed(screen):
    went = heard(screen.go)
    screen.show_summary(CLEAN)
    assert primary(screen) == ["Done"]
    assert QApplication.focusWidget().text() == "Done"
    assert "Nothing missed. Every card was passed at the first try." in words(screen)
    assert not screen.findChild(RowTable).isVisible()
    press(screen, Qt.Key.Key_Return)
    assert went == [Home()]
    screen.show_summary(SUMMARY)
    assert primary(screen) == ["Repeat the 7 missed"]
    assert QApplication.focusWidget().text() == "Repeat the 7 missed"


def test_missed_cards_that_left_their_decks_are_not_called_passed(screen):
    screen.show_summary(replace(CLEAN, wrong=1, gone=1))
    assert "1 missed card is no longer in its deck." in words(screen)
    assert not any(text.startswith("Nothing missed") for text in words(screen))


def test_order_of_focus(screen):
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().accessibleName())
        press(screen, Qt.Key.Key_Tab)
    assert seen == [
        "Repeat the 7 missed",
        "Study 12 new",
        "Done",
        "Worth another look",
        "Show all 7",
        "40 cards due in the next 7 days",
    ]


def test_other_ways_on(screen):
    went, undone = heard(screen.go), heard(screen.undo)
    press(screen, Qt.Key.Key_Tab)
    press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Escape)
    press(screen, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert went == [Study(), Home()]
    assert len(undone) == 1
    screen.show_summary(replace(SUMMARY, new_left=0))
    assert "Study 12 new" not in words(screen)


def test_missed_cards_by_keyboard(screen):
    went = heard(screen.go)
    assert rows(screen) == [missed.front for missed in MISSED[:5]]
    assert "5 of 7" in words(screen)
    table = screen.findChild(RowTable)
    assert [table.model().index(row, 0).data(ASIDE) for row in (0, 1)] == ["2013", "7/15"]
    for _ in range(3):
        press(screen, Qt.Key.Key_Tab)
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)
    assert went == [Study(cards=(2,), mode="repeat")]
    press(screen, Qt.Key.Key_Tab)
    press(screen, Qt.Key.Key_Return)
    assert rows(screen) == [missed.front for missed in MISSED]
    assert "7 of 7" in words(screen)
    assert "Show all 7" not in words(screen)
    assert QApplication.focusWidget() is table
    assert table.currentIndex().data() == "Sixth"


def test_hints_can_be_clicked(screen):
    went, undone = heard(screen.go), heard(screen.undo)
    for hint in screen.findChildren(HintButton):
        hint.click()
    assert went == [Study(cards=(1, 2, 3, 4, 5, 6, 7), mode="repeat")]
    assert len(undone) == 1
    assert QApplication.focusWidget() is screen.findChild(RowTable)
    screen.show_summary(CLEAN)
    settle()
    shown = [hint for hint in screen.findChildren(HintButton) if hint.isVisible()]
    assert [hint.hint.words for hint in shown] == ["done", "undo the last step"]
    shown[0].click()
    assert went[1:] == [Home()]


def test_without_coming_days(screen):
    screen.show_summary(replace(SUMMARY, coming=()))
    assert not screen.findChild(Bars).isVisible()


def test_before_a_summary(qtbot):
    screen = SummaryScreen()
    qtbot.addWidget(screen)
    went = heard(screen.go)
    screen.repeat.click()
    assert not went


SIZES = [(1100, 760, 100), (720, 700, 100), (1024, 700, 200), (1024, 700, 250), (1400, 900, 125)]


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("value", [replace(SUMMARY, unscored=2), CLEAN], ids=["missed", "clean"])
def test_nothing_is_clipped(screen, qapp, value, width, height, percent):
    theme.install(qapp, theme.Theme(text_percent=percent))
    screen.resize(width, height)
    screen.show_summary(value)
    QTest.qWait(0)
    settle()
    assert list(clipped(screen)) == []


@pytest.mark.parametrize("language", [Stretched, Mirrored])
@pytest.mark.parametrize("width", [1100, 720])
def test_other_languages_fit(qapp, qtbot, spoken, language, width):
    spoken(language)
    screen = SummaryScreen()
    qtbot.addWidget(screen)
    screen.resize(width, 760)
    screen.show_summary(replace(SUMMARY, unscored=2))
    screen.show()
    settle()
    assert list(clipped(screen)) == []
    bare = [text for text in words(screen) if text != SUMMARY.title and not text.startswith(("[", "\u200f"))]
    assert [text for text in bare if text.isalpha()] == []


def test_everything_follows_the_theme(screen, qapp):
    before = screen.grab().toImage()
    theme.install(qapp, theme.Theme(scheme="contrast", text_percent=150))
    settle()
    assert screen.grab().toImage().pixelColor(3, 3) == theme.color("bg")
    theme.install(qapp, theme.Theme())
    settle()
    assert screen.grab().toImage() == before
