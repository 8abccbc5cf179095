"""The keys in force: those of ui/keys.py as the learner changed them; and how widgets bind them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from quizapp.core.setting_values import KeyChoice
from quizapp.ui.i18n import marked
from quizapp.ui.key_lists import BY_SCOPE
from quizapp.ui.keys import KeyBinding

_WRITTEN = {
    "Return": "Enter",
    "Up": "↑",
    "Down": "↓",
    "PgUp": "Page ↑",
    "PgDown": "Page ↓",
}
"""Keys whose cap says something else than Qt's portable spelling. All are marked for translation."""


def cap_of(key: str) -> str:
    """How a key is written on screen: "Ctrl Z"; "" for none. key: Qt's portable spelling."""
    if not key:
        return ""
    *modifiers, last = key[:-1].split("+") if key.endswith("+") else key.split("+")
    parts = [*modifiers, "+"] if key.endswith("+") else [*modifiers, last]
    return " ".join(marked(_WRITTEN.get(part, part)) for part in parts if part)


def in_force(
    bindings: Sequence[KeyBinding], scope: str, choices: Sequence[KeyChoice]
) -> tuple[KeyBinding, ...]:
    """A list with the learner's keys in it. A choice of an action that is no more counts for nothing."""
    chosen = {choice.action: choice for choice in choices if choice.scope == scope}
    return tuple(
        replace(one, key=chosen[one.action].key, in_text=chosen[one.action].in_text)
        if one.action in chosen
        else one
        for one in bindings
    )


class Bindings(QObject):
    """The lists by scope. There is one for the app, as there is one theme: `current()`."""

    changed = Signal()
    """Other keys are in force; what shows or binds them asks anew."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[KeyChoice, ...] = ()
        self._lists: dict[str, tuple[KeyBinding, ...]] = {}

    def take(self, choices: Sequence[KeyChoice]) -> None:
        """The learner's keys, as in the setting."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._lists.clear()
            self.changed.emit()

    def of(self, scope: str) -> tuple[KeyBinding, ...]:
        """The bindings in force of a list."""
        if scope not in self._lists:
            self._lists[scope] = in_force(BY_SCOPE[scope].bindings, scope, self._choices)
        return self._lists[scope]


_current: Bindings | None = None


def current() -> Bindings:
    """The app's."""
    global _current
    if _current is None:
        _current = Bindings()
    return _current


def of(scope: str) -> tuple[KeyBinding, ...]:
    """The bindings in force of a list."""
    return current().of(scope)


def binding(scope: str, action: str) -> KeyBinding:
    """One of them."""
    return next(one for one in of(scope) if one.action == action)


def cap(scope: str, action: str, *, in_text: bool = False) -> str:
    """How the key of an action is written on screen; in_text: its key while typing, "" if it has none."""
    one = binding(scope, action)
    return cap_of(one.in_text if in_text else one.key)


def spellings(event: QKeyEvent) -> tuple[str, ...]:
    """What a press may be called in a list, likeliest first: "Ctrl+Z"; "?" also where that takes Shift."""
    text = event.text().upper()
    spelled = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return (spelled, text) if text.isprintable() and text else (spelled,)


def action_of(event: QKeyEvent, *scopes: str, typing: bool = False) -> str:
    """The action that a press means in some lists; "" for none. typing: a character means itself."""
    keys: dict[str, str] = {}
    for one in (one for scope in scopes for one in of(scope)):
        keys |= dict.fromkeys((one.in_text, one.also, one.key), one.action)
    return next((keys[key] for key in spellings(event) if key in keys and len(key) > typing), "")


def _key(one: KeyBinding) -> str:
    return one.key


def in_text_key(one: KeyBinding) -> str:
    """The key while typing, where that is no key of the field itself."""
    return "" if one.in_text == "Return" else one.in_text


def methods(owner: object, scope: str) -> Mapping[str, Callable[[], object]]:
    """The methods of an object that are named as the actions of a list."""
    return {one.action: getattr(owner, one.action) for one in of(scope)}


class Bound(QObject):
    """A list of keys that a widget binds while it is shown. The palette finds them and offers their actions.

    does: the functions by action, or None for the widget's own methods of these names. can: says whether an
    action can be done now. picked: which key of a binding is a shortcut; "" leaves it to the widget's own
    `keyPressEvent`. context: of the shortcuts.
    """

    def __init__(
        self,
        owner: QWidget,
        scope: str,
        does: Mapping[str, Callable[[], object]] | None = None,
        *,
        can: Callable[[str], bool] | None = None,
        picked: Callable[[KeyBinding], str] = _key,
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        super().__init__(owner)
        self.scope, self.owner = scope, owner
        self._can, self._picked = can, picked
        self._does = methods(owner, scope) if does is None else does
        self._context = context
        self._shortcuts: dict[tuple[str, bool], QShortcut] = {}
        """By action, and whether it is the second one; made when there is a key for it."""
        current().changed.connect(self._bind)
        self._bind()

    def do(self, action: str) -> None:
        """What the key of an action does."""
        self._does[action]()

    def can(self, action: str) -> bool:
        """Would it do anything now?"""
        return self._can is None or self._can(action)

    @property
    def offered(self) -> tuple[KeyBinding, ...]:
        """What can be done now."""
        return tuple(one for one in of(self.scope) if self.can(one.action))

    def _bind(self) -> None:
        for one in of(self.scope):
            key = self._picked(one)
            self._set(one.action, key, second=False)
            self._set(one.action, one.also if self._picked is _key else "", second=True)

    def _set(self, action: str, key: str, *, second: bool) -> None:
        shortcut = self._shortcuts.get((action, second))
        if shortcut is None and not key:
            return
        if shortcut is None:
            shortcut = self._shortcuts[action, second] = QShortcut(self.owner)
            shortcut.setContext(self._context)
            shortcut.activated.connect(partial(self.do, action))
            shortcut.activatedAmbiguously.connect(partial(self._settle, shortcut))
        shortcut.setKey(QKeySequence(key))

    def _settle(self, shortcut: QShortcut) -> None:
        """A key that means two things here: what the screen itself does comes first."""
        key = shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
        rivals = [
            (BY_SCOPE[bound.scope].everywhere, at, bound, one.action)
            for at, bound in enumerate(self.owner.window().findChildren(Bound))
            if bound.owner.isVisible()
            for one in of(bound.scope)
            if key in (bound._picked(one), one.also)
        ]
        _, _, bound, action = min(rivals, key=lambda rival: rival[:2])
        bound.do(action)


class HasCap(Protocol):
    """A widget that shows a key cap."""

    def set_key(self, key: str) -> None:
        """Another key cap."""


Capped = TypeVar("Capped", bound=HasCap)


class _Shown(QObject):
    """Keeps the cap on a widget the key in force."""

    def __init__(self, widget: object, show: Callable[[str], object], scope: str, action: str) -> None:
        assert isinstance(widget, QWidget)
        super().__init__(widget)
        self._show, self._scope, self._action = show, scope, action
        current().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._show(cap(self._scope, self._action))


def show_key(widget: object, show: Callable[[str], object], scope: str, action: str) -> None:
    """Tell a widget the cap of an action's key, now and whenever it changes."""
    _Shown(widget, show, scope, action)


def show_tip(widget: QWidget, name: str, scope: str, action: str) -> None:
    """Keep the tool tip of a widget its name and the key in force."""

    def show(key: str) -> None:
        widget.setToolTip(f"{name} ({key})" if key else name)
        widget.setAccessibleDescription(key)

    show_key(widget, show, scope, action)


def keyed(button: Capped, scope: str, action: str) -> Capped:
    """A button whose cap is kept the key in force."""
    show_key(button, button.set_key, scope, action)
    return button
