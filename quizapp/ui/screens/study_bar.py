"""The action bar of a sitting: what can be done with the question, or the four ratings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.desk import Asked, Judged
from quizapp.core.reviews import Rating
from quizapp.ui.i18n import marked
from quizapp.ui.keys import STUDY_KEYS
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.actionbar import ActionBar, Hint
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.rating import RatingRow

_KEYS = {binding.action: binding for binding in STUDY_KEYS}
_ASKING = ("leave", "undo", "flag", "suspend", "show_keys")
_JUDGED = ("say_guess", "go_to_source", "undo", "flag", "suspend", "show_keys")


class StudyBar(ActionBar):
    """Two rows of buttons: asking and rating."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.dont_know = Button("ghost", self.tr("I don’t know"))
        self.hint = Button("ghost", self.tr("Hint"))
        self.check = Button("primary", "", key=self.tr("Enter"))
        self.key_hint = Label("small", token="mut")
        self.dont_know.clicked.connect(lambda: self.chosen.emit("dont_know"))
        self.hint.clicked.connect(lambda: self.chosen.emit("take_hint"))
        self.check.clicked.connect(lambda: self.chosen.emit("go_on"))
        self._asking = self.add_row(self.dont_know, self.hint, main=self._main())
        self._ratings = RatingRow()
        self._ratings.chosen.connect(self.rated)
        self.add_whole(self._ratings)

    def _main(self) -> QWidget:
        place = QWidget()
        layout = QHBoxLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.key_hint.setContentsMargins(0, 0, MARGIN, 0)
        layout.addWidget(self.key_hint)
        layout.addWidget(self.check)
        return place

    def show_asking(self, answer: AnswerWidget, *, hints_left: int) -> None:
        """What can be done before the check."""
        in_text = answer.takes_text
        self.dont_know.set_key(_cap("dont_know", in_text))
        self.hint.set_key(_cap("take_hint", in_text))
        self.hint.setVisible(hints_left > 0)
        self.check.setVisible(bool(answer.action))
        self.check.setEnabled(answer.can_submit())
        self.check.setText(answer.action)
        self.key_hint.setVisible(not answer.action)
        self.key_hint.setText(answer.key_hint)
        self.show_row(self._asking)
        hints = [_hint(action, in_text) for action in _ASKING if _cap(action, in_text)]
        if answer.action:
            hints.insert(0, Hint("go_on", self.tr("Enter"), answer.action))
        hints[1:1] = [Hint("", key, meaning) for key, meaning in answer.key_hints]
        self.keys.show_hints(hints)

    def show_ratings(self, asked: Asked, judged: Judged) -> None:
        """The ratings, the suggested one first in mind."""
        entries = [
            (words.rating_name(rating), words.interval(judged.intervals.get(rating), judged.now_ms))
            for rating in Rating
        ]
        self._ratings.show_ratings(entries, int(judged.suggestion.rating))
        self.show_row(self._ratings)
        space = Hint("go_on", self.tr("Space"), words.suggestion(judged))
        skipped = set()
        if not words.may_be_guess(judged):
            skipped.add("say_guess")
        if not asked.note.source:
            skipped.add("go_to_source")
        hints = [_hint(action, False) for action in _JUDGED if action not in skipped]
        self.keys.show_hints([space, *hints])

    def focus_suggested(self) -> None:
        self._ratings.focus_suggested()


def _cap(action: str, in_text: bool) -> str:
    binding = _KEYS[action]
    if in_text:
        return binding.in_text_cap or binding.in_text
    return binding.cap or binding.key


def _hint(action: str, in_text: bool) -> Hint:
    return Hint(action, _cap(action, in_text), marked(_KEYS[action].label))
