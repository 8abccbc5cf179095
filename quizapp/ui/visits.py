"""The rest of the tour: the screens beside studying, each visited by its route and pictured once."""

from itertools import cycle

from PySide6.QtCore import Qt

from quizapp.core.exam import Plan
from quizapp.store import scopes
from quizapp.ui.examiner import Examiner
from quizapp.ui.navigation import (
    AuthorView,
    Browse,
    Edit,
    ExamResult,
    Export,
    Home,
    Import,
    Preferences,
    Statistics,
    TakeExam,
)
from quizapp.ui.player import Knowing
from quizapp.ui.screens.exam import ExamPlace
from quizapp.ui.screens.importing import ImportPlace
from quizapp.ui.screens.statistics import StatisticsPlace
from quizapp.ui.services import Services
from quizapp.ui.tour import Tour
from quizapp.ui.window import Window

_OWN = {"new_per_day": 10, "desired_retention": 0.93}
"""Settings of one deck."""
_OTHER_VIEW = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Tab
_WORDS = """\
Spanish,English,Example,Level,audio
el gato,the cat,El gato duerme.,A1,
la casa,the house,La casa es grande.,A1,
el agua,the water,El agua está fría.,A1,
el día,the day,Buenos días.,A1,
la noche,the night,Buenas noches.,A1,
el perro;the dog
la ventana,,La ventana está abierta.,A2,
el gato,the cat,El gato duerme.,A1,
la mano,"the hand
"""
_PLAN = Plan(title="U.S. force and organised crime", count=30)
_CODE = "kite-8402"
_KNOWING: tuple[Knowing, ...] = ("right", "right", "wrong")
_SURE = ("4", "5", "3", "5", "2")


class Visits:
    """Where the tour goes once the days are played."""

    def __init__(self, window: Window, services: Services, tour: Tour) -> None:
        self._window, self._services, self._tour = window, services, tour

    def go(self) -> None:
        """All of them, then home."""
        self._browse()
        self._edit()
        self._author()
        self._import()
        self._statistics()
        self._settings()
        self._exam()
        self._window.go(Home())

    def _browse(self) -> None:
        self._window.go(Browse(query="is:due or stability:<3"))
        self._tour.settle()
        self._tour.picture("browse")

    def _edit(self) -> None:
        deck = self._services.deck(self._first_deck)
        self._window.go(Edit(path=deck.path, line=deck.notes[1].span.line))
        self._tour.settle()
        self._tour.picture("editor")
        self._tour.player.press(_OTHER_VIEW)
        self._tour.settle()
        self._tour.picture("editor-other")

    def _author(self) -> None:
        self._window.go(AuthorView(deck_key=self._first_deck))
        self._tour.settle()
        self._tour.picture("author")

    def _import(self) -> None:
        """A table of somebody else's, with lines to be mended; then all decks on their way out."""
        brought = self._window.kit.data / "words-a1.csv"
        brought.write_text(_WORDS, encoding="utf-8")
        self._window.go(Import(path=str(brought)))
        self._tour.settle()
        self._tour.picture("import")
        place = self._window.shown
        assert isinstance(place, ImportPlace)
        place.show_report()
        self._tour.picture("import-report")
        brought.unlink()
        self._window.go(Export())
        self._tour.settle()
        self._tour.picture("export")

    def _statistics(self) -> None:
        """The first charts, then the last ones."""
        self._window.go(Statistics())
        self._tour.settle()
        self._tour.picture("statistics")
        place = self._window.shown
        assert isinstance(place, StatisticsPlace)
        place.show_end()
        self._tour.picture("statistics-end")

    def _settings(self) -> None:
        """Those of a deck that has two of its own, then what a search finds."""
        scope = scopes.of_deck(self._services.db, self._first_deck)[-1]
        for key, value in _OWN.items():
            self._services.set(key, value, self, scope)
        self._window.go(Preferences(deck_key=self._first_deck))
        self._tour.settle()
        self._tour.picture("settings")
        self._window.go(Preferences(search="retention"))
        self._tour.settle()
        self._tour.picture("settings-search")
        for key in _OWN:
            self._services.set(key, None, self, scope)

    def _exam(self) -> None:
        examiner = Examiner(self._services)
        attempt = examiner.begin(_PLAN, _PLAN.title, examiner.candidates(_PLAN), _CODE)
        assert attempt is not None
        self._window.go(TakeExam(session_id=attempt.session_id))
        place = self._window.shown
        assert isinstance(place, ExamPlace)
        self._tour.picture("exam")
        for knowing, sure, _ in zip(cycle(_KNOWING), cycle(_SURE), attempt.questions, strict=False):
            self._answer(place, knowing, sure)
        self._tour.picture("exam-handing-in")
        place.examiner.hand_in()
        self._window.go(ExamResult(session_id=attempt.session_id))
        self._tour.picture("exam-result")

    def _answer(self, place: ExamPlace, knowing: Knowing, sure: str) -> None:
        desk, examiner = place.desk, place.examiner
        at, player = desk.here, self._tour.player

        def done() -> bool:
            return desk.asks or not examiner.attempt.is_blank(at)

        player.fill_in(desk.column.answer, examiner.asked(at), done, knowing)
        if desk.asks:
            player.press(sure)

    @property
    def _first_deck(self) -> int:
        return self._services.library.files[0].deck_key
