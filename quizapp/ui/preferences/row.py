"""A setting on the screen: its name, what follows from it, whose value it is, and its control."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.settings import Setting
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.preferences.book import State
from quizapp.ui.preferences.controls import Control
from quizapp.ui.preferences.finding import spans
from quizapp.ui.preferences.words import values
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.found_label import FoundLabel
from quizapp.ui.widgets.label import Label, advance
from quizapp.ui.widgets.paint import MARGIN, Styled, announce, begin, mirrored
from quizapp.ui.widgets.pill import Pill

PAD = 18
"""What a row keeps from the sides of its panel, px."""
_TOP, _GAP, _LEAST = 9, 2, 220
_BAR_LEFT, _BAR_W = 6, 3
_SHORT = 12
"""Letters of a value that is named twice in a line."""
_NAMED = 3
"""So many decks with values of their own are named."""


class SettingRow(Styled, QWidget):
    """Shows a State; the control stands below the words where they have no room for both."""

    changed = Signal(object, object)
    """(Setting, the value that the user wants; None: the general one)."""

    def __init__(self, setting: Setting, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting, self.control = setting, control
        self._own = False
        self._about = marked(setting.description)
        self._words: tuple[str, ...] = ()
        self.name, self.about = FoundLabel("rail"), FoundLabel("small", "mut")
        self.own, self.undone = (
            Pill(self.tr("set here"), "acc"),
            Pill(self.tr("undone"), "plain", icon="undo"),
        )
        self.general, self.decks = FoundLabel("small"), Label("small", token="mut", wrap=True)
        self.reset = Button("bare", "", icon="undo", height=20)
        self.general.setContentsMargins(0, 6, 0, 6)  # as high as the button beside it
        self._whose = Flow(self.general, self.reset)
        self._lay_out()
        self.reset.clicked.connect(self._on_reset)
        control.changed.connect(self._on_changed)
        for widget in (self.own, self.undone, self.general, self.reset, self.decks):
            widget.hide()
        self.show_found(())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.name, self.own, self.undone):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        words.setSpacing(_GAP)
        words.addStretch(1)
        words.addLayout(head)
        words.addWidget(self.about)
        words.addWidget(self._whose)
        words.addWidget(self.decks)
        words.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(PAD - MARGIN, _TOP, PAD - MARGIN, _TOP)
        self._both.setSpacing(8)
        self._both.addLayout(words, 1)
        self._both.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)

    # What is shown

    def show_state(self, state: State) -> None:
        """How the setting stands in the scope that is shown."""
        self._own = state.own
        self.own.setVisible(state.own)
        self.general.setVisible(state.own)
        if state.own:
            value = values.of(self.setting, state.general)
            whose = self.tr("Its folder: {value}.") if state.inherited else self.tr("All decks: {value}.")
            self.general.show_words(whose.format(value=value))
            short = len(value) <= _SHORT
            self.reset.setText(
                self.tr("Use {value} here too").format(value=value) if short else self.tr("Use this here too")
            )
        elif self.reset.hasFocus():
            self.control.setFocus()
        self.reset.setVisible(state.own)
        self._show_decks(state)
        self.control.show_value(state.value, state.general)
        self._fit()
        self.update()

    def _show_decks(self, state: State) -> None:
        said = []
        if state.folders:
            named = self._named([(folder.name, value) for folder, value in state.folders])
            said.append(f"{self.tr('%n folders set their own:', '', len(state.folders))} {named}.")
        if state.decks:
            named = self._named([(file.title, value) for file, value in state.decks])
            said.append(f"{self.tr('%n decks set their own:', '', len(state.decks))} {named}.")
        self.decks.setText(" ".join(said))
        self.decks.setVisible(bool(said))

    def _named(self, those: Sequence[tuple[str, Any]]) -> str:
        """The first of them, with their values."""
        words = [
            self.tr("{deck} {value}").format(deck=name, value=values.of(self.setting, value))
            for name, value in those[:_NAMED]
        ]
        if more := len(those) - len(words):
            words.append(self.tr("%n more", "", more))
        return ", ".join(words)

    def show_about(self, words: str) -> None:
        """What follows from the present value; "" for the words of the declaration."""
        self._about = words or marked(self.setting.description)
        self.show_found(self._words)

    def show_found(self, words: Sequence[str]) -> None:
        """Mark what was searched for."""
        self._words = tuple(words)
        name = marked(self.setting.label)
        self.name.show_words(name, spans(words, name))
        self.about.show_words(self._about, spans(words, self._about))

    def show_undone(self, undone: bool) -> None:
        """Its last change was taken back."""
        self.undone.setVisible(undone)
        if undone:
            value = marked(self.setting.label)
            announce(self, self.tr("{setting}: undone").format(setting=value))

    def texts(self) -> tuple[str, ...]:
        """All that a search of the settings looks into."""
        about = self.setting.about
        marks = (self.setting.label, self.setting.description, about.group, about.section, *about.names)
        synonyms = marked(about.synonyms) if about.synonyms else ""
        return (*(marked(text) for text in marks), self._about, synonyms)

    # What the user does

    def _on_changed(self, value: Any) -> None:
        self.changed.emit(self.setting, value)

    def _on_reset(self) -> None:
        self.changed.emit(self.setting, None)

    # Qt

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """There is always a way to stand: its height follows from its width alone."""
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        pill = self.own.sizeHint().width() + 8 if self._own else 0
        name = min(advance("rail", self.name.text()), theme.px(_LEAST)) + pill
        needed = max(name, self._whose.minimumSizeHint().width()) + 2 * MARGIN
        room = self.width() - 2 * PAD - 12
        beside = not self.control.wide and needed + self.control.sizeHint().width() <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._both.setSpacing(8 if beside else 4)
        side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeading
        self._both.setAlignment(self.control, Qt.AlignmentFlag(0) if self.control.wide else side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._own:
            painter = begin(self)
            bar = QRectF(_BAR_LEFT, MARGIN, _BAR_W, self.height() - 2 * MARGIN)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("acc"))
            painter.drawRoundedRect(mirrored(self, bar), 1.5, 1.5)
            painter.end()
