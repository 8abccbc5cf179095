"""Each state of a card between question and rating: all of it is read out, nothing is cut off."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from quizapp.ui import theme
from quizapp.ui.i18n import Mirrored, Pseudo
from tests.ui.reader import Reader
from tests.ui.samples import clipped, settle

ENTER = Qt.Key.Key_Return


def give(reader: Reader, text: str, *keys: str) -> None:
    reader.go_to("budapest")
    reader.type(text)
    reader.press(ENTER, *keys)


def date(reader: Reader, text: str) -> None:
    reader.school.write(
        "title: T\nlanguage: en\ncards:\n- q: When was the treaty signed?\n  date: 2025-09-03\n"
    )
    reader.sit_down()
    reader.type(text)
    reader.press(ENTER)


STATES: dict[str, tuple[dict[str, object], Callable[[Reader], None]]] = {
    "sure": ({"confidence": True}, lambda reader: reader.pick("Po")),
    "try": ({"tries": 3}, lambda reader: reader.pick("Po")),
    "typed try": ({"tries": 3}, lambda reader: give(reader, "Danubio del Norte")),
    "later try": ({"tries": 3}, lambda reader: (reader.pick("Po"), reader.pick("Tiber"))),  # type: ignore[func-returns-value]
    "unclear": ({}, lambda reader: date(reader, "03/09/2025")),
    "retype": ({"retype": True}, lambda reader: give(reader, "Danbue")),
    "by word": ({}, lambda reader: give(reader, "Donau", "r")),
}


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest, at: Reader) -> Reader:
    """A card in one of the states."""
    settings, lead = STATES[request.param]
    for key, value in settings.items():
        at.school.services.set(key, value, None)
    lead(at)
    settle()
    return at


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told meanwhile."""
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", staticmethod(lambda event: told.append(event.message()))
    )
    return told


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("sure", "How sure are you that your answer is right?"),
        ("try", "Hint: It is short."),
        ("unclear", "How do you mean 03/09/2025?"),
        (
            "later try",
            "Right. Score: Try 2 earns 2/3 of a right answer. The first try counts. "
            "Source: https://example.org/rivers. Next: Again brings it back in 10 min. "
            "Space: Again, because the first try was wrong.",
        ),
    ],
)
def test_a_screen_reader_hears_it(at: Reader, heard: list[str], name: str, last: str):
    settings, lead = STATES[name]
    for key, value in settings.items():
        at.school.services.set(key, value, None)
    lead(at)
    assert heard[-1] == last


def test_a_screen_reader_hears_what_was_wrong_with_a_try(at: Reader, heard: list[str]):
    at.school.services.set("tries", 3, None)
    give(at, "Danubio del Norte")
    assert "Not yet. Rule: Number of words: 1 expected, 3 typed. 1 of 3 tries" in heard
    assert not any("Danube" in text for text in heard)


def test_a_screen_reader_hears_the_right_answer_and_the_note_on_the_wrong_one(at: Reader, heard: list[str]):
    at.school.write(
        "title: R\ncards:\n- id: rome\n  q: Rome?\n  a: Tiber\n  wrong: [Po: It is in *Turin*, Arno]\n"
        "  explain: It rises on Monte Fumaiolo.\n"
    )
    at.sit_down()
    at.pick("Po")
    assert heard[-1].startswith("Not yet. Right answer: Tiber. It is in Turin. It rises on Monte Fumaiolo.")


def test_a_screen_reader_hears_what_a_guess_changes_and_no_more(at: Reader, heard: list[str]):
    at.pick("Tiber")
    assert heard[-1].startswith("Right. Source: https://example.org/rivers. Next: Good brings it back on ")
    assert heard[-1].endswith("Space: Good.")
    at.press("g")
    assert heard[-1] == "Space: Again, because you guessed."


def test_a_screen_reader_hears_the_answer_of_a_card_that_is_turned(at: Reader, heard: list[str]):
    at.go_to("paris")
    at.press(ENTER)
    assert heard[-1].startswith("How well did you know it? Answer: Seine. Next: Good brings it back on ")


def test_a_screen_reader_hears_that_a_card_is_flagged_and_put_aside(at: Reader, heard: list[str]):
    at.press("f", "f", "p")
    assert heard[-4:-1] == ["Flagged", "No longer flagged", "Card put aside. Ctrl Z takes it back"]
    assert heard[-1].startswith("1 of 2. ")


@pytest.mark.parametrize(("percent", "width"), [(100, 720), (100, 1100), (200, 1024)])
def test_nothing_is_cut_off(state: Reader, qapp: QApplication, percent: int, width: int):
    state.window.resize(width, 700)
    theme.install(qapp, theme.Theme(text_percent=percent))
    settle()
    assert list(clipped(state.study)) == []
    focus = state.focus
    view = state.study._page.viewport()
    if view.isAncestorOf(focus):
        top = focus.mapTo(view, focus.rect().topLeft()).y()
        assert -4 <= top < view.height(), "the focus is in view"


def test_the_other_direction(state: Reader, spoken: Callable[[type[Pseudo]], None]):
    spoken(Mirrored)
    QApplication.sendEvent(state.window, QEvent(QEvent.Type.LanguageChange))
    state.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert list(clipped(state.study)) == []
    assert state.window.grab().width() == state.window.width()
