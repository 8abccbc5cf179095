"""What is offered while a query is typed, and how it is coloured."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from quizapp.core.query import KEYS, parse
from quizapp.ui import theme
from quizapp.ui.browse.completion import MOST, Completion
from quizapp.ui.browse.searchsheet import SearchSheet
from tests.ui.browsing import CTRL, Browser

NAMES = {"deck": ("Capitals", "Rivers of Europe"), "tag": ("europe", "north")}


def names(key: str) -> Sequence[str]:
    return NAMES.get(key, ())


COMPLETION = Completion(names)


def heads(text: str, caret: int | None = None) -> list[str]:
    return [offer.head for offer in COMPLETION.offers(text, len(text) if caret is None else caret)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("due:<14d st", ["status:", "state:", "stability:", "“st” in the text"]),
        ("-ta", ["tag:", "“ta” in the text"]),
        ("(ki", ["kind:", "“ki” in the text"]),
        ("zebra", []),
        ("river ", []),
        ("state:", ["new", "learning", "young", "mature"]),
        ("state:le", ["learning"]),
        ("state:new", []),
        ("tag:", ["europe", "north"]),
        ("tag:th", ["north"]),
        ('deck:"Riv', ["Rivers of Europe"]),
        ("nosuch:a", []),
    ],
)
def test_offers(text: str, expected: list[str]) -> None:
    assert heads(text) == expected


def test_the_caret_decides() -> None:
    assert heads("st river", 2)[-1] == "“st” in the text"
    assert heads("st river", 8) == []


def test_names_with_spaces_are_quoted() -> None:
    (offer,) = COMPLETION.offers("deck:ri", 7)
    assert (offer.start, offer.text) == (5, '"Rivers of Europe" ')


@given(st.sampled_from([key.name for key in KEYS]), st.integers(1, 4))
def test_what_is_taken_is_understood(name: str, letters: int) -> None:
    """Each offer leaves a query whose key or value is known."""
    typed = name[:letters]
    for offer in COMPLETION.offers(typed, len(typed)):
        taken = typed[: offer.start] + offer.text
        codes = {mistake.code for mistake in parse(taken).mistakes}
        assert codes <= {"value_missing"}


@given(st.text("adestuy:<14 -()\"'o", max_size=14))
def test_any_text_has_few_offers(text: str) -> None:
    for caret in range(len(text) + 1):
        offers = COMPLETION.offers(text, caret)
        assert len(offers) <= MOST
        assert all(0 <= offer.start <= caret for offer in offers)


def test_tab_completes_and_goes_on_to_the_values(browser: Browser) -> None:
    browser.press("F", modifier=CTRL)
    browser.press("s", "t", "a")
    field, popup = browser.place.bar.field, browser.place.bar.popup
    assert [offer.head for offer in popup.offers] == ["status:", "state:", "stability:", "“sta” in the text"]
    browser.press(Qt.Key.Key_Down)
    assert popup.accessibleDescription() == "state:, new, learning, young, mature, 2 of 4"
    browser.press(Qt.Key.Key_Tab)
    assert field.text() == "state:"
    assert [offer.head for offer in popup.offers] == ["new", "learning", "young", "mature"]
    browser.press(Qt.Key.Key_Up)
    assert popup.chosen is not None
    assert popup.chosen.head == "mature", "up from the first is the last"
    browser.press(Qt.Key.Key_Tab)
    assert field.text() == "state:mature "
    assert not popup.isVisible()


def test_the_popup_is_never_wider_than_its_field(browser: Browser) -> None:
    for width in (1100, 720, 480):
        browser.reader.window.resize(width, 760)
        browser.search("")
        browser.press("s", "t")
        assert browser.place.bar.popup.width() <= browser.place.bar.field.width()
        browser.press(Qt.Key.Key_Escape)


def test_tab_leaves_the_field_where_nothing_is_offered(browser: Browser) -> None:
    browser.search("zebra")
    browser.press(Qt.Key.Key_Tab)
    assert browser.focus is not browser.place.bar.field


def test_no_mistake_is_told_while_a_value_is_chosen(browser: Browser) -> None:
    browser.press("F", modifier=CTRL)
    browser.press("t", "a", "g", ":")
    browser.qtbot.waitUntil(lambda: browser.place.bar.popup.isVisible())
    browser.place.bar.search_now()
    assert not browser.place.bar.mistake.isVisible()
    browser.press(Qt.Key.Key_Return)
    assert browser.place.bar._sentence.isVisible()


def test_keys_and_mistakes_are_set_apart(browser: Browser) -> None:
    field = browser.place.bar.field
    field.setText("tag:north stabilty:<3 river")
    looks = {field.text()[start:end]: look for start, end, look in field._looks()}
    assert list(looks) == ["tag:", "stabilty:", "<3"]
    accent = theme.color("accink")
    assert [look.foreground().color() == accent for look in looks.values()] == [True, True, False]
    none = QTextCharFormat.UnderlineStyle.NoUnderline
    assert [look.underlineStyle() != none for look in looks.values()] == [False, True, True]
    field.setText("river")
    assert list(field._looks()) == []


def test_f1_explains_the_search(browser: Browser) -> None:
    browser.press(Qt.Key.Key_F, modifier=CTRL)
    QTest.keyClicks(browser.focus, "st")
    browser.press(Qt.Key.Key_F1)
    (sheet,) = browser.reader.window.findChildren(SearchSheet)
    browser.qtbot.waitUntil(sheet.isActiveWindow)
    assert not browser.place.bar.popup.isVisible()
    browser.qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert browser.place.bar.field.text() == "st"


def test_letters_that_qt_counts_twice_shift_nothing(browser: Browser) -> None:
    field = browser.place.bar.field
    browser.press(Qt.Key.Key_F, modifier=CTRL)
    browser.press(Qt.Key.Key_Delete)
    field.setText("\N{GRINNING FACE} sta")
    assert (field.caret, field.cursorPosition()) == (5, 6)
    field.setText("\N{GRINNING FACE} stat")
    browser.press(Qt.Key.Key_Tab)
    assert field.text() == "\N{GRINNING FACE} status:"
    assert field.cursorPosition() == len("\N{GRINNING FACE} status:") + 1


def test_what_is_offered_is_told_once(browser: Browser, heard: list[str]) -> None:
    browser.search("")
    heard.clear()
    browser.press("s", "t", "a")
    assert [words for words in heard if "1 of" in words] == list(dict.fromkeys(heard))
