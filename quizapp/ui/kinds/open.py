"""open: answer in one's own words, then tick the points that were made."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import PartMark, Prompt, Revealed, Verdict
from quizapp.core.kinds.open import Open, Written
from quizapp.ui.kinds.base import AnswerWidget, Sign
from quizapp.ui.presses import Press
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.area import TextArea
from quizapp.ui.widgets.choices import Choice, RowMark
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, RADIUS
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.point_list import PointList

_PADDING = (20, 14, 20, 16)


class OpenWidget(AnswerWidget):
    """An area to write in; then what was written, the model answer, and the check-list.

    Ticking a point is an answer in place of the one before; see `amended`.
    """

    takes_text = True

    def __init__(
        self, question: Open, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._viewers = question, viewers
        self.action = self.tr("Show the points")
        self.action_key = self.tr("Ctrl Enter")
        self.key_hints = ((self.tr("Enter"), self.tr("new line")),)
        self.area = TextArea(
            self.tr("Your answer"), placeholder=self.tr("Write it down, or only think it through")
        )
        self.area.submitted.connect(self.submit)
        self.points: PointList | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self.area)

    def can_submit(self) -> bool:
        return True

    def submit(self) -> None:
        text = self.area.text().strip()
        self.submitted.emit(Written(text) if text else Revealed())

    def focus_answer(self) -> None:
        """The area; after the reveal the check-list."""
        if self.points is None:
            self.area.setFocus()
        else:
            self.points.focus_first()

    def keys_for(self, parts: Sequence[PartMark]) -> Iterator[Press]:
        yield Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return

    def reveal(self, verdict: Verdict) -> None:
        self.area.hide()
        if verdict.given:
            self._add_panel(self.tr("Your answer"), label("body", verdict.given, wrap=True))
        if self._question.a:
            self._add_panel(self.tr("Model answer"), self._viewers(self._question.a))
        self._add_points(may_tick=verdict.outcome == "unscored")

    def _add_panel(self, name: str, content: QWidget) -> None:
        panel = Panel(radius=RADIUS, padding=_PADDING)
        panel.content.addWidget(label("small", name, "mut"))
        panel.content.addSpacing(4)
        panel.content.addWidget(content)
        self._show(panel)

    def _add_points(self, *, may_tick: bool) -> None:
        """may_tick: False where the learner gave up, and has nothing to tick."""
        words = self.tr("Tick the points that you made") if may_tick else self.tr("What a good answer says")
        line = label("small", words, "mut", wrap=True)
        line.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self._show(line)
        points = PointList(self._viewers, [Choice(text) for text in self._question.check], multi=may_tick)
        points.changed.connect(self._tick)
        points.roving.came_to.connect(self._come)
        self.points = points
        self._show(points)
        self.wants_focus_after_reveal = may_tick
        self.key_hints = ((self.tr("Space"), self.tr("tick")), ("↑ ↓", self.tr("another point")))
        if not may_tick:
            points.reveal([RowMark("missed")] * len(self._question.check))

    def _show(self, widget: QWidget) -> None:
        self._box.addWidget(widget)
        widget.show()  # now: it may take the focus

    def _come(self, index: int) -> None:
        if self.points is not None:
            self.in_use.emit(self.points.rows[index])

    def _tick(self) -> None:
        if self.points is not None:
            made = tuple(self._question.check[at] for at in self.points.checked())
            self.amended.emit(Written(self.area.text().strip(), made))


WIDGET = OpenWidget
SIGN = Sign("Open", "M 3 5 L 17 5 M 3 10 L 17 10 M 3 15 L 10 15", "Own words, checked by points")
