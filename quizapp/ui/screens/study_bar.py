"""The action bar of a sitting: what can be done with the question, or the four ratings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.desk import Asked, Judged
from quizapp.core.reviews import Rating
from quizapp.ui.bindings import binding, cap
from quizapp.ui.i18n import marked
from quizapp.ui.kinds.base import AnswerWidget
from quizapp.ui.screens.study_asides import SureRow
from quizapp.ui.screens.study_words import words
from quizapp.ui.widgets.actionbar import ActionBar, Hint
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import ElidedLabel
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.rating import RatingRow

_ASKING = ("leave", "undo", "flag", "suspend", "show_keys")
_SAYING = ("say_guess", "say_right", "say_slip", "show_solution", "go_to_source")
_KEEN = ("say_guess", "say_right", "say_slip", "show_solution")
"""What the learner may do now, before why the suggested rating is suggested."""
_JUDGED = (*_SAYING, "undo", "flag", "suspend", "show_history", "show_keys")


class StudyBar(ActionBar):
    """Two rows of buttons: asking and rating."""

    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.dont_know = Button("ghost", self.tr("I don’t know"))
        self.hint = Button("ghost", self.tr("Hint"))
        self.check = Button("primary", "", key=cap("study", "go_on"))
        self.key_hint = ElidedLabel("small", token="mut")
        self.dont_know.clicked.connect(lambda: self.chosen.emit("dont_know"))
        self.hint.clicked.connect(lambda: self.chosen.emit("take_hint"))
        self.check.clicked.connect(lambda: self.chosen.emit("go_on"))
        self._asking = self.add_row(self.dont_know, self.hint, main=self._main())
        self._ratings = RatingRow()
        self._ratings.chosen.connect(self.rated)
        self.add_whole(self._ratings)
        self._sure: SureRow | None = None

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
        self.dont_know.set_key(cap("study", "dont_know", in_text=in_text))
        self.hint.set_key(cap("study", "take_hint", in_text=in_text))
        self.hint.setVisible(hints_left > 0)
        self.check.setVisible(bool(answer.action))
        self.check.setEnabled(answer.can_submit())
        self.check.setText(answer.action)
        enter = answer.action_key or cap("study", "go_on", in_text=in_text)
        self.check.set_key(enter)
        aside = answer.why_not() or (answer.progress if answer.action else answer.key_hint)
        self.key_hint.setVisible(bool(aside))
        self.key_hint.setText(aside)
        self.show_row(self._asking)
        hints = [_hint(action, in_text) for action in _ASKING if cap("study", action, in_text=in_text)]
        if answer.action:
            hints.insert(0, Hint("go_on", enter, answer.action))
        hints[1:1] = [Hint("", key, meaning) for key, meaning in answer.key_hints]
        self.keys.show_hints(hints)

    def show_sureness(self) -> SureRow:
        """How sure is the learner? The row that asks."""
        if self._sure is None:  # the setting is off for most
            self._sure = SureRow()
            self.add_whole(self._sure)
        self.show_row(self._sure)
        last = len(self._sure.buttons) - 1
        question = Hint("", self.tr("1–{last}").format(last=last), self.tr("How sure are you?"))
        skip = Hint("go_on", cap("study", "go_on"), self.tr("skip"))
        self.keys.show_hints(
            [question, skip, Hint("leave", cap("study", "leave"), self.tr("back to your answer"))]
        )
        return self._sure

    def show_readings(self, count: int) -> None:
        """The learner is asked what they mean; that is in place of the check."""
        self.check.setEnabled(False)
        pick = Hint("", self.tr("1–{last}").format(last=count), self.tr("say what you mean"))
        self.keys.show_hints([pick, Hint("leave", cap("study", "leave"), self.tr("back to your answer"))])

    def show_retyping(self) -> None:
        """The answer is typed once more; the ratings wait."""
        check = Hint("", self.tr("Enter"), self.tr("check"))
        self.keys.show_hints([check, Hint("leave", cap("study", "leave"), self.tr("do not type it again"))])

    def show_ratings(self, asked: Asked, judged: Judged, answer: AnswerWidget) -> None:
        """The ratings, the suggested one first in mind."""
        entries = [
            (words.rating_name(rating), words.interval(judged.intervals.get(rating), judged.now_ms))
            for rating in Rating
        ]
        self._ratings.show_ratings(entries, int(judged.suggestion.rating))
        self.show_row(self._ratings)
        marking = answer.wants_focus_after_reveal
        name = words.rating_name(judged.suggestion.rating)
        take = Hint("go_on", words.taking_key(marking=marking), words.suggestion(judged), brief=name)
        own = [Hint("", key, meaning) for key, meaning in answer.key_hints] if marking else []
        said = words.sayings(asked, judged) | {"show_solution": answer.solution_hint}
        if not asked.note.source:
            said["go_to_source"] = ""
        hints = [_hint(action, False, said.get(action)) for action in _JUDGED]
        self.keys.show_hints([take, *own, *(hint for hint in hints if hint.words)])

    def focus_suggested(self) -> None:
        self._ratings.focus_suggested()


def _hint(action: str, in_text: bool, words: str | None = None) -> Hint:
    """words: what the key does now, where that is not always the same."""
    meaning = marked(binding("study", action).label) if words is None else words
    return Hint(action, cap("study", action, in_text=in_text), meaning, keen=action in _KEEN)
