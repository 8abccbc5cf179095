"""The screens that the window opens when they are first wanted, and which of them is shown."""

from importlib import import_module
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.kit import Kit
from quizapp.ui.navigation import (
    Analysis,
    AuthorView,
    Backups,
    Browse,
    CardHistory,
    CustomStudy,
    DueDays,
    Edit,
    ExamHistory,
    ExamResult,
    Export,
    Import,
    Missing,
    OnPaper,
    PaperAnswers,
    Preferences,
    Quiz,
    Renames,
    Round,
    Route,
    Statistics,
    TakeExam,
)
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes

PLACES: Final[dict[type[Route], tuple[str, str]]] = {
    Browse: ("quizapp.ui.screens.browse", "BrowsePlace"),
    CardHistory: ("quizapp.ui.screens.card_history", "CardHistoryPlace"),
    Edit: ("quizapp.ui.screens.editor", "EditorPlace"),
    ExamHistory: ("quizapp.ui.screens.exam_history", "ExamHistoryPlace"),
    ExamResult: ("quizapp.ui.screens.exam_result", "ExamResultPlace"),
    Quiz: ("quizapp.ui.screens.exam_setup", "QuizPlace"),
    Statistics: ("quizapp.ui.screens.statistics", "StatisticsPlace"),
    OnPaper: ("quizapp.ui.screens.on_paper", "OnPaperPlace"),
    PaperAnswers: ("quizapp.ui.screens.paper_answers", "PaperAnswersPlace"),
    Analysis: ("quizapp.ui.screens.analysis", "AnalysisPlace"),
    TakeExam: ("quizapp.ui.screens.exam", "ExamPlace"),
    AuthorView: ("quizapp.ui.screens.author", "AuthorPlace"),
    Round: ("quizapp.ui.screens.round", "RoundPlace"),
    Export: ("quizapp.ui.screens.exporting", "ExportPlace"),
    Import: ("quizapp.ui.screens.importing", "ImportPlace"),
    Renames: ("quizapp.ui.screens.rename", "RenamesPlace"),
    DueDays: ("quizapp.ui.screens.due_days", "DueDaysPlace"),
    CustomStudy: ("quizapp.ui.screens.custom_study", "CustomStudyPlace"),
    Missing: ("quizapp.ui.screens.missing", "MissingPlace"),
    Backups: ("quizapp.ui.screens.backups", "BackupsPlace"),
    Preferences: ("quizapp.ui.screens.preferences", "PreferencesPlace"),
}
"""Route -> (module, class) of its screen. Loaded when first wanted, so that a start needs none of them."""


class Places(QObject):
    """Makes each screen once and keeps it."""

    go = Signal(object)
    """A Route that one of them asks for."""
    made = Signal(object)
    """A Place that has just been made, to be put into the window."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._made: dict[tuple[str, str], Place] = {}

    def screen(self, route: Route) -> Place:
        """The screen of a route."""
        where = PLACES[type(route)]
        if where not in self._made:
            module, name = where
            place: Place = getattr(import_module(module), name)(self._kit)
            place.go.connect(self.go)
            self._made[where] = place
            self.made.emit(place)
        return self._made[where]

    def take_changes(self, changes: Changes) -> None:
        """Tell the one that is shown."""
        for place in self._made.values():
            if place.isVisible():
                place.take_changes(changes)

    def leave_for(self, screen: QWidget | None) -> None:
        """Another screen is shown next; None: the window closes."""
        for place in self._made.values():
            if place.isVisible() and place is not screen:
                place.leave()
