"""The keys of the study screen: each is an action of keys.STUDY_KEYS, a digit, or Enter and Space."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from quizapp.ui.keys import STUDY_KEYS
from quizapp.ui.screens.study_frame import StudyFrame
from quizapp.ui.screens.study_watch import Haste

_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ACTIONS = {binding.key: binding.action for binding in STUDY_KEYS}


class StudyKeys(StudyFrame):
    """Calls the method of each action; a subclass has them."""

    edit_wanted = Signal()
    """The text of the card is to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._haste = Haste()
        self._actions: dict[str, Callable[[], None]] = {
            binding.action: getattr(self, binding.action) for binding in STUDY_KEYS
        }
        for key in {binding.in_text for binding in STUDY_KEYS} - {"", "Return"}:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            binding = next(binding for binding in STUDY_KEYS if binding.in_text == key)
            shortcut.activated.connect(self._actions[binding.action])

    def do(self, action: str) -> None:
        """One of STUDY_KEYS."""
        self._actions[action]()

    def edit(self) -> None:
        """Change the text of the card, then come back to it."""
        self.edit_wanted.emit()

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
        return "" if in_text and len(key) == 1 else _ACTIONS.get(key, "")

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
