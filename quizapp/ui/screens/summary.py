"""The summary of a session: how it went, what to repeat, what comes back."""

from itertools import pairwise

from PySide6.QtCore import QLocale, QRect, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.overview import Missed, SessionSummary
from quizapp.ui import theme
from quizapp.ui.bindings import Bound, cap
from quizapp.ui.navigation import Home, Study
from quizapp.ui.screens.summary_parts import ComingPanel, MissedPanel, ResultPanel
from quizapp.ui.widgets.actionbar import ActionBar, Hint, HintButton
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.panel import Column
from quizapp.ui.widgets.progress import ProgressLine

_WIDEST = 864
_ROOMY = 700
"""Column width at 100 % text size, px, from which the two lower panels stand side by side."""
_COMING_W = 308


class SummaryScreen(Styled, QWidget):
    """Shows a SessionSummary; speaks by its signals."""

    go = Signal(object)
    """A Route."""
    undo = Signal()
    """The learner takes back the last step: a rating, or that a card was put aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: SessionSummary | None = None
        self._title, self._count = label("strong", wrap=True), label("small", token="mut")
        self._line = ProgressLine()
        self._result, self._missed, self._coming = ResultPanel(), MissedPanel(), ComingPanel()
        enter = self.tr("Enter")
        self.repeat = Button("primary", "", key=enter)
        self.study_new = Button("ghost", "")
        self.done = Button("ghost", self.tr("Done"))
        self._lay_out()
        self._connect()

    def show_summary(self, value: SessionSummary) -> None:
        """Show how a session went, and put the focus on what is best done next."""
        self._value = value
        self._title.setText(value.title)
        cards = QLocale().toString(value.cards)
        self._count.setText(self.tr("{cards} of {cards}").format(cards=cards))
        self._line.set_progress(value.cards, value.cards)
        self._result.show_summary(value)
        self._missed.show_missed(value.missed, value.gone)
        self._coming.show_summary(value)
        self._coming.setVisible(bool(value.coming))
        missed = len(value.missed)
        self.repeat.setVisible(missed > 0)
        self.repeat.setText(self.tr("Repeat the %n missed", "", missed))
        self.study_new.setVisible(value.new_left > 0)
        self.study_new.setText(self.tr("Study %n new", "", value.new_left))
        self.done.set_kind("ghost" if missed else "primary")
        self._bar.keys.show_hints(self._hints(missed > 0))
        self._order_focus()
        self._fit_buttons()
        self.focus_start()
        announce(self, self._result.words)

    def focus_start(self) -> None:
        """Put the focus on the primary button."""
        (self.repeat if self._value and self._value.missed else self.done).setFocus()

    # Build

    def _lay_out(self) -> None:
        top = Column(widest=_WIDEST)
        words = QHBoxLayout()
        words.setContentsMargins(MARGIN, 20, MARGIN, 8)
        words.setSpacing(12)
        words.addWidget(self._title, 1)
        words.addWidget(self._count)
        top.content.addLayout(words)
        top.content.addWidget(self._line)
        self._page = Page(_WIDEST, top=28, bottom=12)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(4)
        self._lower.addWidget(self._missed, 1)
        self._lower.addWidget(self._coming)
        self._page.content.addWidget(self._result)
        self._page.content.addSpacing(8)
        self._page.content.addLayout(self._lower)
        self._page.content.addStretch(1)
        self._bar = ActionBar(widest=_WIDEST)
        self._bar.add_row(self.repeat, self.study_new, main=self.done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._bar)

    def _connect(self) -> None:
        self.repeat.clicked.connect(self._on_repeat)
        self.study_new.clicked.connect(self._on_study_new)
        self.done.clicked.connect(self._on_done)
        self._missed.chosen.connect(self._on_card_chosen)
        self._missed.table.current_moved.connect(self._on_card_moved)
        self._page.width_changed.connect(self._arrange)
        self._bar.chosen.connect(self._on_hint)
        Bound(self, "summary", {"undo": self.undo.emit, "done": self._on_done})

    def _order_focus(self) -> None:
        """Buttons, list, chart; then the hints, which are made anew for each summary."""
        buttons = (self.repeat, self.study_new, self.done)
        hints = self._bar.keys.findChildren(HintButton)
        chain = (*buttons, self._missed.table, self._missed.more, self._coming.bars, *hints)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _hints(self, missed: bool) -> tuple[Hint, ...]:
        space = Hint(
            action="main", key=self.tr("Space"), words=self.tr("repeat") if missed else self.tr("done")
        )
        choose = Hint(action="choose", key="↑ ↓", words=self.tr("choose a card"))
        undo = Hint(action="undo", key=cap("summary", "undo"), words=self.tr("undo the last step"))
        return (space, choose, undo) if missed else (space, undo)

    def restyle(self) -> None:
        if self._page.text_width:
            self._arrange(self._page.text_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Leave out key caps where the buttons would not fit in a row with them."""
        keys = ((self.repeat, self.tr("Enter")), (self.done, cap("summary", "done")))
        for button, key in keys:
            button.set_key(key)
        row = [button for button in (self.repeat, self.study_new, self.done) if not button.isHidden()]
        if sum(button.sizeHint().width() for button in row) > self._page.text_width:
            for button, _ in keys:
                button.set_key("")

    def _arrange(self, width: int) -> None:
        beside = width >= theme.px(_ROOMY)
        stacked = QBoxLayout.Direction.TopToBottom
        self._lower.setDirection(QBoxLayout.Direction.LeftToRight if beside else stacked)
        self._coming.setMaximumWidth(theme.px(_COMING_W) if beside else width + 2 * MARGIN)
        self._coming.setMinimumWidth(theme.px(_COMING_W) if beside else 0)
        self._fit_buttons()

    # What the learner does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.focus_start()

    def _on_repeat(self) -> None:
        if self._value:
            cards = tuple(missed.card_key for missed in self._value.missed)
            self.go.emit(Study(cards=cards, mode="repeat"))

    def _on_study_new(self) -> None:
        self.go.emit(Study())

    def _on_done(self) -> None:
        self.go.emit(Home())

    def _on_card_chosen(self, missed: Missed) -> None:
        self.go.emit(Study(cards=(missed.card_key,), mode="repeat"))

    def _on_card_moved(self, rect: QRect) -> None:
        self._page.show_rect(rect, self._missed.table)

    def _on_hint(self, action: str) -> None:
        main = self.done if self.repeat.isHidden() else self.repeat
        {"main": main.click, "choose": self._missed.table.setFocus, "undo": self.undo.emit}[action]()
