"""An action in the list of keys: its button, and below it what is to be said of its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.bindings import binding, cap_of
from quizapp.ui.i18n import begun, marked
from quizapp.ui.key_choices import Slot, declared
from quizapp.ui.key_clashes import Clash, Place
from quizapp.ui.key_lists import BY_SCOPE, FixedKey
from quizapp.ui.preferences.key_button import KeyButton
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN

_INDENT = 6


class KeyRow(QWidget):
    """Says by its signals what the learner wants; the list does it."""

    chosen = Signal(object, str)
    """A Slot and its new key; "" for none."""
    jump_wanted = Signal(object)
    """To the Place of another action."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        one, title = binding(slot.scope, slot.action), marked(BY_SCOPE[slot.scope].title)
        self.button = KeyButton(begun(marked(one.label)), title, typing=slot.typing)
        self.button.pressed_key.connect(self._on_pressed)
        self._details: Flow | None = None
        self.clashes: tuple[Clash, ...] = ()
        self._told: tuple[object, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.button)

    def texts(self) -> str:
        """What a search looks into."""
        return f"{self.button.words} {marked(BY_SCOPE[self.slot.scope].title)} {self.button.cap}".casefold()

    def show_key(self, key: str, clashes: Sequence[Clash]) -> None:
        """The key in force, and what it means beside this."""
        changed = key != declared(self.slot)
        self.clashes = tuple(clashes)
        self.button.show_key(key, changed=changed, clashes=bool(clashes))
        told = (changed, *clashes)
        if told != self._told:
            self._told = told
            self._show_details(changed, clashes)

    def _show_details(self, changed: bool, clashes: Sequence[Clash]) -> None:
        old, self._details = self._details, None
        widgets: list[QWidget] = []
        if changed:
            was = cap_of(declared(self.slot))
            words = self.tr("Back to {key}").format(key=was) if was else self.tr("Back to no key")
            back = Button("link", words, icon="undo", height=22)
            back.setAccessibleDescription(self.button.words)
            back.clicked.connect(self._reset)
            widgets.append(back)
        widgets += [self._said(clash) for clash in clashes]
        if widgets:
            self._details = Flow(*widgets, gap=4)
            self._details.setContentsMargins(_INDENT, 0, _INDENT, 4)
            self._rows.addWidget(self._details)
            for widget in widgets:
                widget.show()
        if old is not None:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _said(self, clash: Clash) -> QWidget:
        """Another action is a link to it; what cannot be changed is words alone."""
        other = clash.other
        if isinstance(other, FixedKey):
            told = label("small", self.tr("Also: {action}").format(action=marked(other.label)), "warn")
            told.setContentsMargins(0, MARGIN + 2, 0, MARGIN + 2)
            return told
        if (other.scope, other.action) == (self.slot.scope, self.slot.action):
            other = clash.one
        words = self.tr("Also: {action} ({place})").format(
            action=marked(binding(other.scope, other.action).label),
            place=marked(BY_SCOPE[other.scope].title),
        )
        link = Button("link", words, icon="warning", height=22)
        link.setAccessibleDescription(self.tr("Goes there"))
        link.clicked.connect(partial(self._jump, other))
        return link

    def _jump(self, place: Place) -> None:
        self.jump_wanted.emit(place)

    def _reset(self) -> None:
        self.chosen.emit(self.slot, declared(self.slot))

    def _on_pressed(self, key: str) -> None:
        self.chosen.emit(self.slot, key)
