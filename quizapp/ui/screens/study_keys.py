"""The keys of a screen with a question: each is an action of its own, a digit, or Enter and Space."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.ui import bindings
from quizapp.ui.bindings import Bound, action_of, in_text_key
from quizapp.ui.screens.study_frame import StudyFrame
from quizapp.ui.screens.study_watch import Haste
from quizapp.ui.widgets.actionbar import ActionBar
from quizapp.ui.widgets.button import Button

_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_HASTY = ("go_on", "rate_again", "rate_hard", "rate_good", "rate_easy")
"""Not to be done by a press that came before what it is about was to be seen."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StudyKeys(StudyFrame):
    """Calls the method of each action; a subclass has them. scopes: of ui/key_lists.py."""

    keys_wanted = Signal()
    """A list of all keys."""

    def __init__(
        self,
        head: QWidget,
        bar: ActionBar,
        check: Button,
        scopes: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(head, bar, check, parent)
        self._haste = Haste()
        self._scopes = tuple(scopes)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for scope in scopes:
            Bound(self, scope, can=self.can, picked=in_text_key, context=here)
        bindings.current().changed.connect(self.refresh_keys)

    def do(self, action: str) -> None:
        """What one of the keys does."""
        getattr(self, action)()

    def can(self, action: str) -> bool:
        """Would it do anything now?"""
        return True

    def refresh_keys(self) -> None:
        """Other keys are in force: say which."""

    def show_keys(self) -> None:
        """Show every key."""
        self.keys_wanted.emit()

    def play_sound(self) -> None:
        """Play what the card has to be heard, or stop it."""
        if self._column is not None and self._column.sound is not None:
            self._column.sound.toggle()

    @abstractmethod
    def go_on(self) -> None:
        """Enter or Space."""

    @abstractmethod
    def press_digit(self, digit: int) -> None:
        """1 to 9."""

    def _beware(self) -> None:
        """Something new is on screen: a press that comes too soon was not meant for it."""
        self._haste.show()
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.installEventFilter(self)

    def _action(self, event: QKeyEvent) -> str:
        """What a press does now; "" for nothing. Beside a text field a letter may be meant for that."""
        column = self._column
        in_text = column is not None and column.panel is None and column.answer.takes_text
        return action_of(event, *self._scopes, typing=in_text)

    # Qt

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            self._haste.press(event.timestamp())  # each press, before the widget with the focus takes it
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            return self._haste.too_soon(event.timestamp())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        digit = key in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        presses = digit or key in _ENTER
        if event.isAutoRepeat() or (presses and self._haste.too_soon(event.timestamp())):
            return
        if digit:
            self.press_digit(key - Qt.Key.Key_0.value)
        elif presses:
            self.go_on()
        elif action := self._action(event):
            if action not in _HASTY or not self._haste.too_soon(event.timestamp()):
                self.do(action)
        else:
            super().keyPressEvent(event)
