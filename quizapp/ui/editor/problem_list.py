"""Below the panes: what is wrong with the card that is written, or that nothing is."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from quizapp.core import cures
from quizapp.core.problems import Problem
from quizapp.formats import cures as curing
from quizapp.ui import theme
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.editor.problem_row import ProblemRow
from quizapp.ui.i18n import marked
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.keycap import KeyCap
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.panel import Hairline, Panel

_MOST = 30
"""Rows at most; F8 walks through the others."""
_LINE, _ROW, _SEEN = 42, 74, 2.4
_SHARE = 0.26
"""Of the window's height, at most: large text must leave room to write."""


class ProblemList(Panel):
    """Rows for the problems of the present card; else one calm line, which leads to those of others."""

    place_wanted = Signal(object)
    """A Problem whose place the user wants to see."""

    def __init__(self, document: DeckDocument, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(1, 1, 1, 1), parent=parent)
        self._document = document
        self._may_write = True
        self._stake = ""
        self._shown: tuple[Problem, ...] | None = None
        self._waiting = False
        self.rows: list[ProblemRow] = []
        self.setAccessibleName(self.tr("Problems"))
        self._calm = _Calm()
        self._calm.next.clicked.connect(self._walk_on)
        self._page = QScrollArea()
        self._page.setWidgetResizable(True)
        self._page.setFrameShape(QFrame.Shape.NoFrame)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.viewport().setAutoFillBackground(False)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(self._calm)
        self.content.addWidget(self._page)
        document.read.connect(self._take_read)
        document.card_changed.connect(self._refresh)
        self._refresh()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the rows speak of, errors first."""
        return _errors_first(self._document.problems_of(self._document.card))

    def show_stake(self, words: str) -> None:
        """What becomes of the progress of the present card."""
        self._stake = words
        self._tell_calm()

    def show_read_only(self, read_only: bool) -> None:
        """The deck may be looked at, but not written."""
        self._may_write = not read_only
        self._shown = None
        self._refresh()

    # What it does

    def cure_first(self) -> None:
        """Cure the card's first problem that has a cure, or go to the next card with problems.

        If the text is newer than its reading, after the next one.
        """
        if not self._document.is_read:
            self._waiting = True
            self._document.read_now()
            return
        curable = next((problem for problem in self.problems if problem.fix), None)
        if curable is not None and self._may_write:
            self._cure(curable)
        elif curable is None:
            self.walk(1)

    def walk(self, by: int) -> None:
        """Go to the next problem of the deck, or the one before."""
        found = sorted(
            {(problem.where.line, problem.where.column) for problem in self._document.loaded.problems}
        )
        if not found:
            return
        cursor = self._document.cursor
        here = (cursor.blockNumber() + 1, cursor.positionInBlock() + 1)
        later = [place for place in found if place > here]
        earlier = [place for place in found if place < here]
        wanted = (later or found)[0] if by > 0 else (earlier or found)[-1]
        problem = next(
            one
            for one in _errors_first(self._document.loaded.problems)
            if (one.where.line, one.where.column) == wanted
        )
        self.place_wanted.emit(problem)
        announce(self, f"{marked(cures.title(problem), problem.args)}. {words_of(problem)}")

    def _cure(self, problem: Problem) -> None:
        self._put([problem])

    def _cure_all(self, problem: Problem) -> None:
        self._put([one for one in self._document.loaded.problems if _same(one, problem)])

    def _put(self, problems: list[Problem]) -> None:
        document = self._document
        if document.is_read:
            document.change(curing.apply_all(document.text, problems).changes)
            document.read_now()
            announce(self, self.tr("%n problems cured", "", len(problems)))

    # What it shows

    def _take_read(self) -> None:
        before = len(self._shown or ())
        self._refresh()
        if self._waiting:
            self._waiting = False
            self.cure_first()
        elif len(self._shown or ()) != before:
            announce(self, self.summary)

    @property
    def summary(self) -> str:
        """How many problems the deck has, in words."""
        count = len(self._document.loaded.problems)
        return (
            self.tr("%n problems in this deck", "", count) if count else self.tr("No problems in this deck")
        )

    def _refresh(self, card: int = NO_CARD) -> None:
        problems = self.problems
        self._tell_calm()
        if problems == self._shown:
            return
        self._shown = problems
        self._calm.setVisible(not problems)
        self._page.setVisible(bool(problems))
        had_focus = self._page.isAncestorOf(self.window().focusWidget() or self)
        self._build(problems)
        self.updateGeometry()
        if had_focus and problems:
            self.focus_start()

    def _build(self, problems: tuple[Problem, ...]) -> None:
        """The rows anew; they are few."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        alike = Counter(_sort_of(problem) for problem in self._document.loaded.problems if problem.fix)
        self.rows = []
        curable = next((problem for problem in problems if problem.fix), None)
        for problem in problems[:_MOST]:
            if self.rows:
                column.addWidget(Hairline())
            row = ProblemRow(
                problem,
                curing.preview(self._document.text, problem),
                first=problem is curable,
                alike=alike[_sort_of(problem)],
                may_write=self._may_write,
            )
            row.cure_wanted.connect(self._cure)
            row.all_wanted.connect(self._cure_all)
            row.shown.connect(self.place_wanted)
            self.rows.append(row)
            column.addWidget(row)
        rest = len(problems) - len(self.rows)
        if rest:
            column.addWidget(_More(self.tr("%n more, F8 goes to the next one", "", rest)))
        column.addStretch(1)
        self._page.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._fit()

    def _fit(self) -> None:
        """Two rows are seen, and that there are more."""
        for row in self.rows:
            row.show_room(self.width())
        height = sum(max(row.sizeHint().height(), row.minimumHeight()) + 1 for row in self.rows[:3])
        most = max(theme.px(_ROW), round(self.window().height() * _SHARE))
        self._page.setFixedHeight(min(height, round(theme.px(_ROW) * _SEEN), most))

    def _tell_calm(self) -> None:
        others = len(self._document.loaded.problems) - len(self.problems)
        self._calm.show_state(others, self._stake)

    def _walk_on(self) -> None:
        self.walk(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focus_start(self) -> None:
        """The first cure."""
        buttons = [row.button for row in self.rows if row.button]
        (buttons[0] if buttons else self).setFocus(Qt.FocusReason.OtherFocusReason)


class _Calm(QWidget):
    """Nothing is wrong with this card."""

    def __init__(self) -> None:
        super().__init__()
        self._words = label("cap", "", "good")
        self._stake = CutLabel("small", token="mut")
        self.next = Button("link", "", height=22)
        self._cap, self._key = KeyCap(""), label("small", "", "mut")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(Icon("check", token="good"))
        row.addWidget(self._words)
        row.addWidget(self.next)
        row.addWidget(self._stake, 1)
        row.addWidget(self._cap)
        row.addWidget(self._key)
        self.setFixedHeight(theme.px(_LINE))

    def show_state(self, others: int, stake: str) -> None:
        """others: problems in other cards; stake: what becomes of the progress of this one."""
        deck, card = self.tr("No problems in this deck"), self.tr("No problem in this card")
        self._words.setText(card if others else deck)
        self.next.setText(self.tr("%n in other cards", "", others))
        self.next.setVisible(others > 0)
        self._stake.setText(stake)
        self._cap.setText(self.tr("F8") if others else self.tr("F6"))
        self._key.setText(self.tr("next problem") if others else self.tr("next pane"))


class _More(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(44, 8, 16, 8)
        row.addWidget(label("small", words, "mut"))


def _errors_first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.severity != "error"))


def _sort_of(problem: Problem) -> tuple[str, str]:
    return problem.code, cures.cure(problem)


def _same(one: Problem, other: Problem) -> bool:
    return bool(one.fix) and _sort_of(one) == _sort_of(other)
