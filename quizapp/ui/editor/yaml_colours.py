"""Colours for the lines in view: no other line is looked at, however long the file is."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout

from quizapp.ui import fonts, theme
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.file_text import units
from quizapp.ui.editor.yaml_tokens import Token, tokens

_TOKENS = {"key": "accink", "quiet": "mut"}


class Colours:
    """Puts the theme's colours into the layouts of blocks; the text itself has no formats."""

    def __init__(self, deck: DeckDocument) -> None:
        self._deck = deck
        self._formats: dict[str, QTextCharFormat] = {}

    def restyle(self) -> None:
        """Take the colours from the theme."""
        self._formats = {sort: _format(token, strong=sort == "key") for sort, token in _TOKENS.items()}

    def dress(self, first: QTextBlock, last: int) -> None:
        """Colour the lines from `first` to the one of that number, each card from its own first line on."""
        document = self._deck.file
        block = document.findBlock(self._deck.card_at(first.position())[1])
        blocks = []
        while block.isValid() and block.blockNumber() <= last:
            blocks.append(block)
            block = block.next()
        for _, part in groupby(blocks, self._card_of):
            lines = list(part)
            for each, found in zip(lines, tokens(line.text() for line in lines), strict=True):
                self._colour(document, each, found)

    def _card_of(self, block: QTextBlock) -> int:
        return self._deck.card_at(block.position())[0]

    def _colour(self, document: QTextDocument, block: QTextBlock, found: Sequence[Token]) -> None:
        ranges, text = [], block.text()
        for start, length, sort in found:
            part = QTextLayout.FormatRange()
            part.start = units(text, start)
            part.length = units(text, start + length) - part.start
            part.format = self._formats[sort]
            ranges.append(part)
        layout = block.layout()
        if layout.formats() != ranges:
            layout.setFormats(ranges)
            document.markContentsDirty(block.position(), block.length())


def _format(token: str, *, strong: bool) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.color(token))
    if strong:
        form.setFontVariableAxes(fonts.axes("mono-key"))
    return form
