"""Somebody who writes a deck in tests."""

from typing import NamedTuple

from pytestqt.qtbot import QtBot

from quizapp.core.problems import Fix
from quizapp.ui.editor.document import DeckDocument

RIVERS = """title: Rivers
cards:
- q: Which river?
  a: Danube
  hint: Budapest?

- q: What is this: a river?
  a: no
- q: The longest?
  a: Volga
"""


class Change(NamedTuple):
    """An edit as the document takes it."""

    changes: tuple[Fix, ...]


class Writer:
    """A document with a text, and what is done to it."""

    def __init__(self, qtbot: QtBot, document: DeckDocument, text: str) -> None:
        self.qtbot, self.document = qtbot, document
        self.cards: list[int] = []
        document.card_changed.connect(self.cards.append)
        document.show_file("rivers.yaml", text)
        self.wait_read()

    def wait_read(self) -> None:
        """Until the present text was read."""
        self.qtbot.waitUntil(lambda: self.document.is_read)

    def at_line(self, line: int) -> None:
        self.document.go_to_line(line)

    def insert(self, text: str) -> None:
        """Type at the caret."""
        cursor = self.document.cursor
        cursor.insertText(text)
        self.document.follow(cursor)

    def apply(self, old: str, new: str, *, merge: str = "") -> None:
        """Replace the only place of a text."""
        start = self.document.text.index(old)
        self.document.apply(Change((Fix(start, start + len(old), new),)), merge=merge)
