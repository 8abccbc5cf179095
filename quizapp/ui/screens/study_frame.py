"""The ground of the study screen: top line, page and bar, and a question that keeps its place on them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSpacerItem, QVBoxLayout, QWidget

from quizapp.core.desk import Unsaved
from quizapp.core.problems import QuizError
from quizapp.ui.report import words_of
from quizapp.ui.screens.study_column import QuestionColumn
from quizapp.ui.screens.study_watch import Watch
from quizapp.ui.widgets.actionbar import ActionBar
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.roving import stops_in

_COLUMN = 760
_LOWEST, _HIGHEST, _VERDICT_ROOM = 12, 64, 176


class StudyFrame(Styled, QWidget):
    """Holds one question column; a subclass says what is shown and what the keys do.

    head: the top line; bar: what can be done; check: its main button.
    """

    def __init__(self, head: QWidget, bar: ActionBar, check: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (bar, head)
        self._check = check
        self._column: QuestionColumn | None = None
        self._unsaved: tuple[Unsaved, QWidget] | None = None
        """What tells of it, if what was done last could not be written."""
        self._settled = False
        self._watch = Watch()
        self._page = Page(_COLUMN, top=0, bottom=16)
        self._above = QSpacerItem(0, _LOWEST)
        self._page.content.addItem(self._above)
        self._page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._page, 1)
        whole.addWidget(bar)

    @property
    def column(self) -> QuestionColumn:
        """The question on screen."""
        assert self._column is not None
        return self._column

    def _put(self, column: QuestionColumn) -> None:
        """Show a question instead of the one before; the focus goes straight from one to the other."""
        self._page.follow(None)
        old, self._column = self._column, column
        self._page.content.insertWidget(1, column)
        # Now, not when the event loop comes to it: a widget that is not there yet takes no focus.
        column.show()
        column.answer.focus_answer()
        if old is not None:
            old.blockSignals(True)
            self._page.content.removeWidget(old)
            old.hide()
            old.deleteLater()

    @contextmanager
    def telling(self, what: Unsaved) -> Iterator[None]:
        """Do what writes; where that cannot be, tell it beside the question."""
        try:
            yield
        except QuizError as error:
            self.show_unsaved(words_of(error), what)
        else:
            self._forget_unsaved(what)

    def show_unsaved(self, why: str, what: Unsaved = "rated") -> None:
        """Something could not be written: all stays as it is, to be tried again."""
        from quizapp.ui.screens.study_asides import UnsavedPanel  # rarely needed

        panel = UnsavedPanel(why, what)
        self._unsaved = (what, panel)
        self.column.show_aside(panel)
        self._page.follow(panel)
        announce(panel, panel.words)

    def _forget_unsaved(self, what: Unsaved) -> None:
        """It could be written by now. An answer that could not be stays told, whatever else could."""
        told = self._unsaved
        if told is not None and told[0] == what:
            self._unsaved = None
            if self._column is not None and self._column.aside is told[1]:
                self._column.show_aside(None)

    def _settle_anew(self) -> None:
        """Place the card that is new on screen, and show it from its top."""
        self._settled = False
        self._settle()
        self._page.verticalScrollBar().setValue(0)
        answer, here = self.column.answer, QApplication.focusWidget()
        typing = answer.takes_text and here is not None and answer.isAncestorOf(here)
        self._page.follow(here if typing else None)
        if here is answer:  # there is nothing to fill in
            self._check.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Set the card's distance from the top, once: nothing that comes later moves it."""
        width = self._page.text_width
        if width <= 0 or self._column is None:
            return
        height = self._page.viewport().height()
        self._column.show_room(height - _LOWEST - _VERDICT_ROOM, width)
        if self._settled:
            return
        free = height - self._column.height_at(width) - _VERDICT_ROOM
        self._above.changeSize(0, max(_LOWEST, min(free * 3 // 7, _HIGHEST)) - MARGIN)
        self._page.content.invalidate()
        self._settled = True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, round and round: the answer, the buttons, the keys, the way back.

        Behind the ratings come the verdict's links.
        """
        bar, head = self._parts
        parts: list[QWidget] = [bar.row, bar.keys, head]
        if self._column is not None:
            parts.insert(0 if self._column.panel is None else 1, self._column)
        return [stop for part in parts for stop in stops_in(part)]

    def _focus(self, stop: QWidget, reason: Qt.FocusReason) -> None:
        """Give the focus to a widget, and have it in view."""
        stop.setFocus(reason)
        if self._page.isAncestorOf(stop):
            self._page.show_rect(stop.rect(), stop)

    def _timed(self) -> bool:
        """Does the watch run while the window is active?"""
        return True

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self._timed():
            if self.isActiveWindow():
                self._watch.go_on()
            else:
                self._watch.pause()

    def focusNextPrevChild(self, next: bool) -> bool:
        """In the order of the screen; Qt’s own is that in which widgets were made, and most come and go."""
        stops, here = self._stops(), QApplication.focusWidget()
        if here is None or not (stops and self.isVisible()):
            return super().focusNextPrevChild(next)
        if not (here.isVisible() and here.isEnabled()):
            # What had the focus goes, and is replaced at once: nothing in between is to be heard.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if here not in stops:
            stops = [here, *stops]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        self._focus(stops[(stops.index(here) + (1 if next else -1)) % len(stops)], reason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
