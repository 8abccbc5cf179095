"""The keys of a screen with a question: each is an action of its own, a digit, or Enter and Space."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.ui.keys import KeyBinding
from quizapp.ui.screens.study_frame import StudyFrame
from quizapp.ui.screens.study_watch import Haste
from quizapp.ui.widgets.actionbar import ActionBar
from quizapp.ui.widgets.button import Button

_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class StudyKeys(StudyFrame):
    """Calls the method of each action; a subclass has them. bindings: of keys.py."""

    keys_wanted = Signal()
    """A list of all keys."""

    def __init__(
        self,
        head: QWidget,
        bar: ActionBar,
        check: Button,
        bindings: Sequence[KeyBinding],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(head, bar, check, parent)
        self._haste = Haste()
        self._by_key = {binding.key: binding.action for binding in bindings}
        self._actions: dict[str, Callable[[], None]] = {
            binding.action: getattr(self, binding.action) for binding in bindings
        }
        for binding in bindings:
            if binding.in_text not in ("", "Return"):
                shortcut = QShortcut(QKeySequence(binding.in_text), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(self._actions[binding.action])

    def do(self, action: str) -> None:
        """What one of the keys does."""
        self._actions[action]()

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

    def _action(self, key: str) -> str:
        """What a key does now; "" for nothing. Beside a text field a letter may be meant for that."""
        column = self._column
        in_text = column is not None and column.panel is None and column.answer.takes_text
        return "" if in_text and len(key) == 1 else self._by_key.get(key, "")

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
        key, text = event.key(), event.text().upper()
        digit = key in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        presses = digit or key in _ENTER
        if event.isAutoRepeat() or (presses and self._haste.too_soon(event.timestamp())):
            return
        if digit:
            self.press_digit(key - Qt.Key.Key_0.value)
        elif presses:
            self.go_on()
        elif action := self._action(QKeySequence(event.keyCombination()).toString()) or self._action(text):
            self.do(action)
        else:
            super().keyPressEvent(event)
