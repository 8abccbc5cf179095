"""The editor's place in the window: decks opened on desks that stay, so that caret and history stay too."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.core.problems import QuizError
from quizapp.ui.editor.arrangement import FORM
from quizapp.ui.editor.deck_actions import DeckActions
from quizapp.ui.editor.desk import EditorDesk
from quizapp.ui.editor.new_deck import NewDeck
from quizapp.ui.editor.own_copies import OwnCopies
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Edit, Route, Study
from quizapp.ui.report import words_of
from quizapp.ui.screens.place import Place
from quizapp.ui.services import Changes

_DESKS = 8
"""Decks that stay open; of more the one that was left longest ago is closed."""


class EditorPlace(Place):
    """Shows the deck of a route; a deck that was open before is as it was left."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._desks: dict[str, EditorDesk] = {}
        self._mode = FORM
        self._copies = OwnCopies(kit.services, self)
        self._stack = QStackedWidget()
        self._new = NewDeck(kit)
        self._new.left.connect(self._go_back)
        self._new.created.connect(self._begin_new)
        self._stack.addWidget(self._new)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)

    @property
    def desk(self) -> EditorDesk | None:
        """The deck that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, EditorDesk) else None

    # The contract of a place

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Edit)
        path, line = self._place_of(route)
        if not path:
            self._new.begin()
            self._stack.setCurrentWidget(self._new)
            return
        try:
            desk = self._desk_of(Path(path), line)
        except QuizError as error:
            self._new.begin(words_of(error))
            self._stack.setCurrentWidget(self._new)
            return
        self._stack.setCurrentWidget(desk)
        desk.show_mode(self._mode)
        if route.new:
            desk.new_card()
        else:
            desk.focus_start()
            if line:  # the list of a deck for reading takes the focus, and its first row with it
                desk.document.go_to_line(line)

    def leave(self) -> None:
        for desk in self._desks.values():
            desk.keeper.rest()

    def take_changes(self, changes: Changes) -> None:
        if self.desk is not None:
            if changes.library:
                self.desk.keeper.look()
            self.desk.stakes.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._look()

    def _look(self) -> None:
        """The author may have been in another editor."""
        if self.desk is not None:
            self.desk.keeper.look()

    def _place_of(self, route: Edit) -> tuple[str, int]:
        """The file of a route, and the line; the file is empty for a new deck, or if the deck has gone."""
        services = self.kit.services
        if route.card:
            place = services.place(route.card)
            return (place[1].path, place[2].span.line) if place else ("", 0)
        if route.deck_key:
            files = (file.path for file in services.library.files if file.deck_key == route.deck_key)
            return next(files, ""), route.line
        return route.path, route.line

    # Desks

    def _desk_of(self, path: Path, line: int) -> EditorDesk:
        """The desk of a deck; QuizError if the file cannot be opened."""
        key = str(path)
        if key in self._desks:
            desk = self._desks[key] = self._desks.pop(key)  # the last one now
            desk.keeper.look()
            if line:
                desk.document.go_to_line(line)
            return desk
        opened = self.kit.authoring.open(path)
        actions = DeckActions(self.kit, self)
        desk = EditorDesk(self.kit, actions.menu)
        actions.take(desk)
        desk.open(opened, line=line, read_only=self._is_read_only(path))
        self._connect(desk, actions)
        self._desks[key] = desk
        self._stack.addWidget(desk)
        self._close_some()
        return desk

    def _connect(self, desk: EditorDesk, actions: DeckActions) -> None:
        desk.back_wanted.connect(self._go_back)
        desk.study_wanted.connect(self._study)
        desk.mode_changed.connect(self._take_mode)
        actions.deck_wanted.connect(self._open_copy)
        actions.go.connect(self.go)

    def _close_some(self) -> None:
        while len(self._desks) > _DESKS:
            key = next(iter(self._desks))
            desk = self._desks[key]
            if not desk.keeper.save():
                return
            del self._desks[key]
            self._stack.removeWidget(desk)
            desk.deleteLater()

    def _is_read_only(self, path: Path) -> bool:
        """The app's own decks are for reading, and what the system does not let one write."""
        included = any(
            root.included and path.is_relative_to(root.path) for root in self.kit.services.library.roots
        )
        return included or not os.access(path, os.W_OK)

    def _begin_new(self, path: str) -> None:
        """A deck was made that has no card yet: ask for the kind of the first one."""
        self.go.emit(Edit(path=path, new=True))

    def _open_copy(self, path: str) -> None:
        """A deck of the app was copied: show the copy, and let it be studied."""
        self.go.emit(Edit(path=path))
        if self.desk is not None:
            self._copies.prefer(path, self.desk.notice)

    def _take_mode(self, mode: int) -> None:
        self._mode = mode

    def _go_back(self) -> None:
        self.go.emit(Back())

    def _study(self) -> None:
        desk = self.desk
        if desk is None or not desk.keeper.save():
            return
        file = next((one for one in self.kit.services.library.files if one.path == desk.document.path), None)
        if file is not None:
            self.go.emit(Study(deck_keys=(file.deck_key,)))
        else:
            desk.notice.show_notice("plain", self.tr("The deck is still being read. Try again in a moment."))
