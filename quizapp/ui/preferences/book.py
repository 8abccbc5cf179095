"""What the settings screen reads and writes: values in a scope, whose they are, and the way back."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject

from quizapp.core.settings import BY_KEY, SETTINGS, Setting
from quizapp.store import scopes, settings
from quizapp.store.shelf import DeckFile
from quizapp.ui.preferences.controls import CONTROLS, type_of
from quizapp.ui.services import Services

ROWS: tuple[Setting, ...] = tuple(
    setting for setting in SETTINGS if setting.about.section and type_of(setting) in CONTROLS
)
"""The settings that have a row, in order."""


class State(Struct, frozen=True, kw_only=True):
    """How a setting stands in the scope that is shown."""

    value: Any
    general: Any = None
    """What holds in this deck without a value of its own; None where all decks are shown."""
    own: bool = False
    """The deck has a value of its own."""
    decks: tuple[tuple[DeckFile, Any], ...] = ()
    """Where all decks are shown: those with values of their own."""


class Change(Struct, frozen=True):
    """A change that can be taken back."""

    key: str
    scope: str
    before: Any
    """None: nothing was kept."""


class Book(QObject):
    """All that is changed on the screen since the app was started can be undone, one by one."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._deck_key = 0
        self._done: list[Change] = []
        self._open = False
        """The last change goes on: its value is being typed or stepped to."""

    # The scope

    @property
    def deck_key(self) -> int:
        """The deck that is shown; 0: all decks."""
        return self._deck_key

    def show_scope(self, deck_key: int) -> None:
        """0, or a deck; one that is there no more is as 0."""
        self.settle()
        self._deck_key = deck_key if deck_key in {file.deck_key for file in self.decks()} else 0

    def decks(self) -> tuple[DeckFile, ...]:
        """The decks that may have values of their own."""
        return tuple(file for file in self._services.library.files if file.studied)

    def rows(self) -> tuple[Setting, ...]:
        """The settings that can be set in this scope."""
        return tuple(setting for setting in ROWS if setting.about.per_deck or not self._deck_key)

    def state(self, setting: Setting) -> State:
        """How a setting stands."""
        if not self._deck_key:
            return State(
                value=getattr(self._services.settings, setting.key), decks=tuple(self._deviating(setting))
            )
        db = self._services.db
        found = scopes.of_deck(db, self._deck_key)
        own = settings.held(db, setting.key).get(found[-1])
        general = getattr(settings.load(db, found[:-1]), setting.key)
        return State(value=general if own is None else own, general=general, own=own is not None)

    def own_count(self) -> int:
        """How many values of its own the deck has."""
        return sum(self.state(setting).own for setting in self.rows()) if self._deck_key else 0

    def _deviating(self, setting: Setting) -> Iterator[tuple[DeckFile, Any]]:
        if setting.about.per_deck:
            yield from scopes.files_with_own(self._services.db, setting.key, self.decks())

    # Changes

    def change(self, setting: Setting, value: Any, *, goes_on: bool, scope: str | None = None) -> None:
        """Keep a value in the scope that is shown; None takes a deck's own away."""
        where = self._scope(setting) if scope is None else scope
        before = settings.held(self._services.db, setting.key).get(where)
        last = self._done[-1] if self._done else None
        again = self._open and last is not None and (last.key, last.scope) == (setting.key, where)
        self._services.set(setting.key, value, self, where)
        if not again:
            self._done.append(Change(setting.key, where, before))
        self._open = goes_on

    def settle(self) -> None:
        """A value is typed to its end: the next one is a change of its own."""
        self._open = False

    def undo(self) -> Setting | None:
        """Take back the last change, in its own scope, which is shown then; None if there is none."""
        self.settle()
        if not self._done:
            return None
        change = self._done[-1]
        self._services.set(change.key, change.before, self, change.scope)
        self._done.pop()
        self._deck_key = self._deck_of(change.scope)
        return BY_KEY[change.key]

    def _scope(self, setting: Setting) -> str:
        """Where a value of a setting is kept."""
        if not self._deck_key:
            return setting.scope
        return scopes.of_deck(self._services.db, self._deck_key)[-1]

    def _deck_of(self, scope: str) -> int:
        found = (file.deck_key for file in self.decks() if scopes.own(file.path, file.deck_id) == scope)
        return next(found, 0)
