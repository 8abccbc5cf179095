"""A file's text in a QTextDocument, with nothing lost: what Qt would change is kept for the way back."""

import re
from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from quizapp.core.problems import Fix

_LINE_END = re.compile("\r\n|\r|\n")
_UNFIT = re.compile("[\u2029\ufdd0\ufdd1\ud800-\udfff]")
"""Characters that a QTextDocument takes for the end of a line, and those that no QString can hold."""
_STAND_INS = range(0xE000, 0xF8FF)
_PRIVATE = re.compile("[\ue000-\uf8fe]")
"""Private characters: the first of them that the file does not use stand for those that are unfit."""
_OWN_END = QTextBlockFormat.Property.UserProperty.value + 1
"""Of a line that ends otherwise than most lines of its file."""
_UTF16 = "utf-16-le"


class SpacedLayout(QPlainTextDocumentLayout):
    """Lines further apart than the font would have them, which Qt offers for small documents alone."""

    line_height = 0.0
    """px; 0 means the font's own."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Qt asks this before it paints or measures a line: the place to put it elsewhere."""
        rect = super().blockBoundingRect(block)
        if self.line_height and block.isVisible():
            layout = block.layout()
            lines = layout.lineCount()
            for number in range(lines):
                line = layout.lineAt(number)
                spare = self.line_height - line.height()
                line.setPosition(QPointF(line.x(), round(number * self.line_height + spare / 2)))
            rect.setHeight(lines * self.line_height)
        return rect


class FileText(QTextDocument):
    """The whole text of a file.

    Three views of it: `text` has "\\n" at the end of each line and is what all else is told in; `file_text`
    is what belongs into the file; Qt's own positions count UTF-16 units.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setDocumentLayout(SpacedLayout(self))
        self._text: str | None = ""
        self._line_end, self._mixed = "\n", False
        self._in: dict[int, int] = {}
        self._out: dict[int, int] = {}
        self._private: set[int] = set()
        """Private characters that the file has had: undo may bring each back."""
        self.contentsChange.connect(self._forget)

    def show_file(self, file_text: str) -> None:
        """Hold another file's text; there is nothing to undo then."""
        ends = _LINE_END.findall(file_text)
        counted = Counter(ends)
        self._line_end = counted.most_common(1)[0][0] if ends else "\n"
        self._mixed = len(counted) > 1
        text = _LINE_END.sub("\n", file_text) if "\r" in file_text else file_text
        self._text, self._in, self._out = "", {}, {}
        self._private = set()
        self._find_stand_ins(text)
        self.setUndoRedoEnabled(False)
        self.setPlainText(text.translate(self._in) if self._in else text)
        if self._mixed:
            self._mark_ends(ends)
        self.setUndoRedoEnabled(True)
        self._text = text

    @property
    def text(self) -> str:
        """The text with "\\n" at the end of each line."""
        if self._text is None:
            text = self.toRawText().replace("\u2029", "\n")
            self._text = text.translate(self._out) if self._out else text  # which takes its time
        return self._text

    @property
    def file_text(self) -> str:
        """The text with the ends of lines that the file has; each as it was, where they differ."""
        if not self._mixed:
            return self.text.replace("\n", self._line_end) if self._line_end != "\n" else self.text
        lines = self.text.split("\n")
        block, parts = self.begin(), []
        for line in lines:
            own = block.blockFormat().property(_OWN_END)
            parts += [line, own or self._line_end]
            block = block.next()
        return "".join(parts[:-1])

    @property
    def has_pairs(self) -> bool:
        """True if some characters are two of Qt's units: then positions are no offsets."""
        return len(self.text) != self.characterCount() - 1

    def position(self, offset: int) -> int:
        """Qt's position of an offset in `text`."""
        text = self.text
        if len(text) == self.characterCount() - 1:
            return offset
        return len(text[:offset].encode(_UTF16, "surrogatepass")) // 2

    def positions(self, offsets: Iterable[int]) -> list[int]:
        """The same for many, ascending."""
        text, done, position, found = self.text, 0, 0, []
        if len(text) == self.characterCount() - 1:
            return list(offsets)
        for offset in offsets:
            position += len(text[done:offset].encode(_UTF16, "surrogatepass")) // 2
            done = offset
            found.append(position)
        return found

    def offset(self, position: int) -> int:
        """The offset in `text` of Qt's position."""
        text = self.text
        if len(text) == self.characterCount() - 1:
            return position
        before = text.encode(_UTF16, "surrogatepass")[: 2 * position]
        return len(before.decode(_UTF16, "surrogatepass"))

    def replace(self, changes: Iterable[Fix], *, join: bool = False) -> None:
        """Change the text at one stroke of undo; offsets count in `text` as it is, ascending, none overlap.

        join: one stroke with the change before it.
        """
        old = self.text
        places = [self._least(old, change) for change in changes]
        edit = QTextCursor(self)
        if join:
            edit.joinPreviousEditBlock()
        else:
            edit.beginEditBlock()
        for start, end, words in reversed(places):
            edit.setPosition(start)
            edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(words)
        edit.endEditBlock()

    def _least(self, old: str, change: Fix) -> tuple[int, int, str]:
        """What really changes, in Qt's positions: a caret in what stays must stay too."""
        words = _LINE_END.sub("\n", change.text)
        was = old[change.start : change.end]
        most = min(len(was), len(words))
        before = _common(was, words, most)
        behind = _common(was[::-1], words[::-1], most - before)
        self._find_stand_ins(words)
        start, end = self.position(change.start + before), self.position(change.end - behind)
        return start, end, words[before : len(words) - behind].translate(self._in)

    def _find_stand_ins(self, text: str) -> None:
        """Choose a character for each that does not fit in."""
        self._private.update(map(ord, _PRIVATE.findall(text)))
        for unfit in sorted(set(map(ord, _UNFIT.findall(text))) - self._in.keys()):
            free = (code for code in _STAND_INS if code not in self._out and code not in self._private)
            self._in[unfit] = next(free)
            self._out[self._in[unfit]] = unfit

    def _mark_ends(self, ends: list[str]) -> None:
        """A block's format goes with it, also where it is undone."""
        block, cursor = self.begin(), QTextCursor(self)
        for end in ends:
            if end != self._line_end:
                form = QTextBlockFormat()
                form.setProperty(_OWN_END, end)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(form)
            block = block.next()

    def _forget(self, position: int, removed: int, added: int) -> None:
        if removed or added:
            self._text = None


def _common(one: str, other: str, most: int) -> int:
    """How many characters at the start are the same, `most` at most."""
    if one[:most] == other[:most]:
        return most
    return next(at for at in range(most) if one[at] != other[at])


def units(text: str, column: int) -> int:
    """How many of Qt's units the first characters of a line are."""
    return column if text.isascii() else len(text[:column].encode(_UTF16, "surrogatepass")) // 2
