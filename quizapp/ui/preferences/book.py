"""What the settings screen reads and writes: values in a scope, whose they are, and the way back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QObject

from quizapp.core.settings import BY_KEY, SETTINGS, Setting
from quizapp.store import scopes, settings
from quizapp.store.scopes import Folder
from quizapp.store.shelf import DeckFile
from quizapp.ui.preferences.controls import CONTROLS, type_of
from quizapp.ui.services import Services

ROWS: tuple[Setting, ...] = tuple(
    setting for setting in SETTINGS if setting.about.section and type_of(setting) in CONTROLS
)
"""The settings that have a row, in order."""


class Scope(NamedTuple):
    """What the values that are shown hold for: a deck, the decks in a folder, or all."""

    deck_key: int = 0
    folder: str = ""
    """Its path."""

    @property
    def is_all(self) -> bool:
        return self == ALL


ALL = Scope()


class State(Struct, frozen=True, kw_only=True):
    """How a setting stands in the scope that is shown."""

    value: Any
    general: Any = None
    """What holds in this scope without a value of its own; None where all decks are shown."""
    inherited: bool = False
    """That is not the value for all decks, but that of a folder above."""
    own: bool = False
    """The deck or folder has a value of its own."""
    folders: tuple[tuple[Folder, Any], ...] = ()
    """Folders in this scope with values of their own."""
    decks: tuple[tuple[DeckFile, Any], ...] = ()
    """Decks in this scope with values of their own; none where one deck is shown."""


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
        self._shown = ALL
        self._folders: tuple[Folder, ...] = ()
        self._done: list[Change] = []
        self._open = False
        """The last change goes on: its value is being typed or stepped to."""

    # The scope

    @property
    def shown(self) -> Scope:
        """What is shown."""
        return self._shown

    def show_scope(self, scope: Scope) -> None:
        """One that is there no more is as all decks."""
        self.settle()
        self._folders = scopes.folders(self.decks(), self._services.library.roots)
        self._shown = scope if scope in self._scopes() else ALL

    def _scopes(self) -> set[Scope]:
        decks = {Scope(deck_key=file.deck_key) for file in self.decks()}
        return decks | {Scope(folder=folder.path) for folder in self.folders()}

    def decks(self) -> tuple[DeckFile, ...]:
        """The decks that may have values of their own."""
        return tuple(file for file in self._services.library.files if file.studied)

    def folders(self) -> tuple[Folder, ...]:
        """The folders in which these lie, as of the last `show_scope`."""
        return self._folders

    def rows(self) -> tuple[Setting, ...]:
        """The settings that can be set in this scope."""
        return tuple(setting for setting in ROWS if setting.about.per_deck or self._shown.is_all)

    def state(self, setting: Setting) -> State:
        """How a setting stands."""
        db, found = self._services.db, self._found()
        folders, decks = tuple(self._deviating_folders(setting)), tuple(self._deviating(setting))
        if not found:
            return State(value=getattr(self._services.settings, setting.key), folders=folders, decks=decks)
        held = settings.held(db, setting.key)
        own = held.get(found[-1])
        general = getattr(settings.load(db, found[:-1]), setting.key)
        return State(
            value=general if own is None else own,
            general=general,
            inherited=not held.keys().isdisjoint(found[:-1]),
            own=own is not None,
            folders=folders,
            decks=decks,
        )

    def own_count(self) -> int:
        """How many values of its own the deck or folder has."""
        return sum(self.state(setting).own for setting in self.rows())

    def _deviating(self, setting: Setting) -> Iterator[tuple[DeckFile, Any]]:
        if setting.about.per_deck and not self._shown.deck_key:
            files = [file for file in self.decks() if self._is_inside(file.path)]
            yield from scopes.files_with_own(self._services.db, setting.key, files)

    def _deviating_folders(self, setting: Setting) -> Iterator[tuple[Folder, Any]]:
        if setting.about.per_deck and not self._shown.deck_key:
            held = settings.held(self._services.db, setting.key)
            for folder in self._folders:
                if folder.scope in held and self._is_inside(folder.path):
                    yield folder, held[folder.scope]

    def _is_inside(self, path: str) -> bool:
        """True of a deck or folder within the folder that is shown."""
        return not self._shown.folder or self._shown.folder in map(str, Path(path).parents)

    # Changes

    def change(self, setting: Setting, value: Any, *, goes_on: bool, scope: str | None = None) -> None:
        """Keep a value in the scope that is shown; None takes its own away."""
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
        self._shown = next((one for one in self._scopes() if self._names(one)[-1] == change.scope), ALL)
        return BY_KEY[change.key]

    def _scope(self, setting: Setting) -> str:
        """Where a value of a setting is kept."""
        found = self._found()
        return found[-1] if found else setting.scope

    def _found(self) -> tuple[str, ...]:
        """The scopes whose values count in the one that is shown, its own last; none for all decks."""
        return () if self._shown.is_all else self._names(self._shown)

    def _names(self, scope: Scope) -> tuple[str, ...]:
        if scope.folder:
            return scopes.of_folder(scope.folder)
        return scopes.of_deck(self._services.db, scope.deck_key)
