"""Widgets in tests: the plain theme, English with its plurals, left to right."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp import paths
from quizapp.ui import i18n, theme
from quizapp.ui.navigation import Missing, Renames
from quizapp.ui.screens.home import HomeScreen
from quizapp.ui.widgets import paint
from quizapp.ui.work import Work
from tests.ui.browsing import Browser, add_capitals
from tests.ui.learning import School
from tests.ui.reader import Reader
from tests.ui.renaming import rename
from tests.ui.samples import OVERVIEW


@pytest.fixture(scope="session")
def english(qapp: QApplication) -> Iterator[None]:
    """English plural forms."""
    translators = i18n.install(qapp, paths.find().bundled_assets / "translations", QLocale("en"))
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture(scope="session")
def work(qapp: QApplication) -> Iterator[Work]:
    """Threads that last as long as the tests, as in the app they last as long as that."""
    work = Work()
    yield work
    work.close()


@pytest.fixture(autouse=True)
def plain(qapp: QApplication, english: None) -> None:
    """Each test begins with the light theme at 100 %."""
    if theme.current() != theme.Theme() or not qapp.property("quizapp_fonts"):
        theme.install(qapp, theme.Theme())


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[[type[i18n.Pseudo]], None]]:
    """Speak a language of tests until the end of the test."""
    english = QTranslator()
    english.load("quizapp_en", str(paths.find().bundled_assets / "translations"))
    installed: list[i18n.Pseudo] = []

    def speak(language: type[i18n.Pseudo]) -> None:
        installed.append(language(english))
        qapp.installTranslator(installed[-1])

    yield speak
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.fixture
def home(qtbot: QtBot) -> HomeScreen:
    """Home with four decks, 34 cards due, on screen and active."""
    home = HomeScreen()
    qtbot.addWidget(home)
    home.resize(900, 760)
    home.show_overview(OVERVIEW)
    home.show()
    home.activateWindow()
    qtbot.waitUntil(home.isActiveWindow)
    return home


@pytest.fixture
def school(tmp_path: Path) -> Iterator[School]:
    """A learner's files with a deck of three cards: choice, typed, basic."""
    school = School(tmp_path)
    yield school
    school.close()


@pytest.fixture
def reader(qtbot: QtBot, school: School) -> Iterator[Reader]:
    """Somebody at the window, on home."""
    reader = Reader(qtbot, school)
    yield reader
    reader.close()


@pytest.fixture
def missing(qtbot: QtBot, school: School) -> Iterator[Reader]:
    """Somebody in front of four missing cards."""
    rename(school)
    reader = Reader(qtbot, school)
    reader.window.go(Missing())
    QApplication.processEvents()
    yield reader
    reader.close()


@pytest.fixture
def browser(qtbot: QtBot, school: School) -> Iterator[Browser]:
    """Somebody in Browse, with thirteen cards of two decks."""
    add_capitals(school)
    browser = Browser(qtbot, school)
    yield browser
    browser.close()


@pytest.fixture
def asking(qtbot: QtBot, school: School) -> Iterator[Reader]:
    """Somebody in front of four pairs."""
    rename(school)
    reader = Reader(qtbot, school)
    reader.window.go(Renames())
    QApplication.processEvents()
    yield reader
    reader.close()


@pytest.fixture
def at(reader: Reader) -> Reader:
    """At the first card: a choice."""
    reader.sit_down()
    return reader


@pytest.fixture
def typing(at: Reader) -> Reader:
    """At the second card: in a text field."""
    at.go_to("budapest")
    return at


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, in order."""
    words: list[str] = []
    monkeypatch.setattr(paint.QAccessible, "isActive", staticmethod(lambda: True))
    tell = staticmethod(lambda event: words.append(event.message()))
    monkeypatch.setattr(paint.QAccessible, "updateAccessibility", tell)
    return words
