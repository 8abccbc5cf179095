"""The action bar: what can be done to the cards that are selected."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from quizapp.ui import bindings
from quizapp.ui.bindings import cap
from quizapp.ui.browse.actions import ACTIONS, Action
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import RADIUS, Styled, begin, box, inside

_ESC = 48
"""Room for the key cap of the last button, px."""


class ActionBar(Styled, QWidget):
    """Between table and preview. Actions without room for a button are in the menu "More"."""

    wanted = Signal(str)
    """The name of an action."""
    more_wanted = Signal(QPoint)
    """The menu of the others, at a place on the screen."""
    study_wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Actions for the cards that are selected"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = Label("button")
        self.buttons = {action.name: self._button(action) for action in ACTIONS if action.in_bar}
        self.more = Button("plain", self.tr("More"), icon="chevron-down", icon_after=True, height=30)
        self.more.clicked.connect(self._on_more)
        self.study = Button("primary", "", height=30)
        self.study.clicked.connect(self.study_wanted)
        self.clear = Button("quiet", self.tr("Clear"), key=self.tr("Esc"), height=30)
        self.clear.clicked.connect(self.cleared)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.count)
        row.addSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.study)
        row.addWidget(self.clear)
        self.restyle()
        bindings.current().changed.connect(self._fit)

    def _button(self, action: Action) -> Button:
        button = Button(
            "plain", marked(action.label), icon=action.icon, key=cap("table", action.name), height=30
        )
        button.clicked.connect(self._on_clicked)
        button.setProperty("action", action.name)
        return button

    def restyle(self) -> None:
        self._row.setContentsMargins(16, 8, 16, 8)
        self._fit()

    def show_count(self, count: int, done: frozenset[str]) -> None:
        """So many cards are selected; all of them are `done`: flagged, suspended ..."""
        self.count.setText(self.tr("%n selected", "", count))
        self.study.setText(self.tr("Study these %n", "", count))
        for action in ACTIONS:
            if action.in_bar:
                label = action.off if action.off and action.name in done else action.label
                self.buttons[action.name].setText(marked(label))
        self._fit()

    @property
    def folded(self) -> tuple[str, ...]:
        """Names of the actions that have no room for a button."""
        return tuple(name for name, button in self.buttons.items() if button.isHidden())

    def _fit(self) -> None:
        """Key caps give way first where room is short, then the buttons from the end."""
        fixed = (self.count, self.more, self.study, self.clear)
        sides = self._row.contentsMargins()
        room = (
            self.width()
            - sides.left()
            - sides.right()
            - 8
            - sum(widget.minimumSizeHint().width() for widget in fixed)
        )
        capped = room - sum(self._width(name, capped=True) for name in self.buttons)
        for action in ACTIONS:
            if action.in_bar:
                button = self.buttons[action.name]
                button.set_key(cap("table", action.name) if capped >= 0 else "")
                room -= button.sizeHint().width()
                button.setVisible(room >= 0)
        self.clear.set_key(self.tr("Esc") if capped >= _ESC else "")

    def _width(self, name: str, *, capped: bool) -> int:
        button = self.buttons[name]
        button.set_key(cap("table", name) if capped else "")
        return button.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, inside(self), RADIUS, fill="card", line="edge")
        painter.end()

    def _on_clicked(self) -> None:
        self.wanted.emit(self.sender().property("action"))

    def _on_more(self) -> None:
        self.more_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def focus_first(self) -> None:
        """Put the focus on the first action."""
        first = next(button for button in (*self.buttons.values(), self.more) if not button.isHidden())
        first.setFocus(Qt.FocusReason.OtherFocusReason)
