"""The preview: the card that the row is about, as it is studied, with its right answer and its memory."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.core import trial
from quizapp.store import fits
from quizapp.store.browse_rows import Row
from quizapp.ui import theme
from quizapp.ui.bindings import keyed
from quizapp.ui.browse.memory import MemoryPanel
from quizapp.ui.browse.words import words
from quizapp.ui.editor.trial import Trial
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import CARD_RADIUS, MARGIN, Styled, begin, inside, ring
from quizapp.ui.widgets.panel import Panel

_WAIT_MS = 60
"""While an arrow key is held down, no card is built."""
_MEMORY_W = 228
_MEMORY_SIDES = 28
_ROOM_FOR_MEMORY = 640
"""Width at 100 % text size from which memory stands beside the card, px."""


class CardPreview(Panel):
    """One card; built a moment after the row has come to rest."""

    edit_wanted = Signal()
    study_wanted = Signal()
    more_wanted = Signal(QPoint)
    link_clicked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(radius=CARD_RADIUS, padding=(0, 0, 0, 0), parent=parent)
        self._kit = kit
        self._row: Row | None = None
        self.trial: Trial | None = None
        self.memory = MemoryPanel()
        self._divider = _Divider()
        self._line = label("small", token="mut", wrap=True)
        self._gone = label("body", token="mut", wrap=True)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._build)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))
        self._buttons = self._make_buttons()
        self._lay_out()

    def _make_buttons(self) -> QWidget:
        self.edit = keyed(Button("ghost", self.tr("Edit"), icon="edit", height=30), "table", "edit")
        self.study = Button("ghost", self.tr("Study it"), icon="play", height=30)
        self.more = Button("quiet", self.tr("More"), icon="chevron-down", icon_after=True, height=30)
        self.edit.clicked.connect(self.edit_wanted)
        self.study.clicked.connect(self.study_wanted)
        self.more.clicked.connect(self._on_more)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.edit, self.study, self.more):
            row.addWidget(button)
        return holder

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(20 - MARGIN, 14 - MARGIN, 20 - MARGIN, 14)
        self._grid.setSpacing(0)
        self._grid.addWidget(self._gone, 1, 0)
        self._grid.addWidget(self._line, 2, 0)
        self._grid.setRowStretch(3, 1)
        self.page = QScrollArea()
        self.page.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.setAccessibleName(self.tr("Preview"))
        self.page.viewport().setAutoFillBackground(False)
        self.page.installEventFilter(self)
        beside = QVBoxLayout()
        beside.setContentsMargins(18, 16, 16, 12)
        beside.addWidget(self.memory)
        self._beside = QWidget()
        self._beside.setLayout(beside)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self._divider)
        row.addWidget(self._beside)
        self.content.addLayout(row, 1)
        self._grid.addWidget(self._buttons, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)

    def show_row(self, row: Row | None) -> None:
        """Show the card of a row, soon; None: nothing."""
        if row == self._row and row is not None:
            return
        self._row = row
        self._wait.start()

    def rest(self) -> None:
        """The screen is left: build nothing more."""
        if self._wait.isActive():
            self._wait.stop()
            self._row = None

    @property
    def row(self) -> Row | None:
        return self._row

    def _build(self) -> None:
        if not self.isVisible():  # meanwhile nobody looks
            self._row = None
            return
        if self.trial is not None:
            self._grid.removeWidget(self.trial)
            self.trial.hide()
            self.trial.deleteLater()
            self.trial = None
        row = self._row
        self._buttons.setVisible(row is not None and not row.missing)
        self._line.setVisible(row is not None)
        self._divider.setVisible(row is not None)
        self.memory.setVisible(row is not None)
        self._gone.hide()
        if row is not None:
            self._build_card(row)
            self._show_memory(row)
        self._fit()
        self.page.verticalScrollBar().setValue(0)

    def _build_card(self, row: Row) -> None:
        place = self._kit.services.place(row.card_key)
        if place is None:
            self._gone.setText(self.tr("This card has gone from its deck. Its progress is kept."))
            self._gone.show()
            return
        item, deck, note = place
        options = self._kit.services.options(row.card_key)
        told = {option.text: words.picked(option.picked) for option in options if option.shown}
        self.trial = Trial(trial.asked(note, deck, item.part), self._kit.maths, solved=True, told=told)
        self.trial.link_clicked.connect(self.link_clicked)
        self._place_trial()
        self.trial.show()

    def _place_trial(self) -> None:
        """Below the buttons, or beside them where its chips leave the room."""
        if self.trial is None:
            return
        chips = self.trial.findChild(Flow)
        taken = (chips.sizeHint().width() if chips else 0) + self._buttons.sizeHint().width() + 8
        beside = taken <= self.page.viewport().width() - 40
        self._grid.addWidget(self.trial, 0 if beside else 1, 0, 2 if beside else 1, 1)
        self._buttons.raise_()

    def _show_memory(self, row: Row) -> None:
        services = self._kit.services
        memory, _ = services.state(row.card_key)
        today = services.now().study_day
        weights = fits.in_force(services.db)
        self.memory.show_card(row, memory, services.ratings(row.card_key), today, weights)
        self._line.setText(self.memory.line(row, memory, today, weights))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.page.hasFocus():
            painter = begin(self)
            ring(painter, inside(self), CARD_RADIUS)
            painter.end()

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Memory stands beside the card, or below it in a line."""
        high = self.memory.sizeHint().height() + _MEMORY_SIDES <= self.height()
        beside = self.width() >= theme.px(_ROOM_FOR_MEMORY) and theme.roomy() and high
        there = self._row is not None
        self._beside.setFixedWidth(theme.px(_MEMORY_W) + 20)
        self._beside.setVisible(beside and there)
        self._divider.setVisible(beside and there)
        self._line.setVisible(not beside and there)
        self._place_trial()

    def _on_more(self) -> None:
        self.more_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))


class _Divider(Styled, QWidget):
    """A line between card and memory."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: object) -> None:
        painter = begin(self)
        painter.fillRect(self.rect().adjusted(0, MARGIN, 0, -MARGIN), theme.color("line"))
        painter.end()
