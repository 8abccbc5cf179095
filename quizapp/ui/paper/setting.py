"""Texts, marks and forms as blocks of a page."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt

from quizapp.core.kinds.forms import Blanks, Boxes, Form, Lines, Pairing, Plate, Ranks, letter
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.maths import Maths
from quizapp.ui.paper.blocks import Block, Cell, Line, Mark, Picture, Row, Stack, Words
from quizapp.ui.richtext import DeckText, Viewers

_MARK, _WIDE_MARK = 46, 34
_FINEST = QSize(2400, 2400)
"""Device pixels of a picture: 300 an inch over the width of a page."""
_ROLE = "body"


translate = QCoreApplication.translate
"""Words of the app on paper, in the context "Paper"."""


def typed(text: str, *, role: str = _ROLE, token: str = "text") -> Words:
    """A text as it is."""
    words = DeckText(None, role=role, token=token)
    words.set_typed(text)
    return Words(words)


def small(text: str) -> Words:
    """An aside of the app."""
    return typed(text, role="small", token="mut")


def hugging(words: Words) -> Cell:
    """A text in a row, as wide as it is."""
    return Cell(words, words.text.natural_width())


def runs_left(text: str) -> bool:
    """True if its first letter with a direction belongs to a script written from right to left."""
    ways = (unicodedata.bidirectional(character) for character in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


class Setter:
    """Sets what belongs to one question: its pictures lie beside its deck, its lines begin on its side."""

    def __init__(self, path: str, maths: Maths, *, mirrored: bool = False) -> None:
        """path: of the deck file; mirrored: marks stand to the right of what they mark."""
        self._viewers = Viewers(Path(path).parent if path else None, maths)
        self.mirrored = mirrored

    def words(self, text: str, *, role: str = _ROLE, token: str = "text") -> Words:
        """A Markdown text."""
        return Words(self._viewers.text(text, role=role, token=token))

    def picture(self, name: str, alt: str) -> Words:
        """A picture above a question."""
        return Words(self._viewers.picture_text(name, alt))

    def said(self, words: Words) -> Words:
        """Words of the app, which begin where the lines of the question begin, whatever their language."""
        if self.mirrored:
            option = words.text.document.defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            words.text.document.setDefaultTextOption(option)
        return words

    def small(self, text: str) -> Words:
        """An aside of the app."""
        return self.said(small(text))

    def row(self, *cells: Cell) -> Row:
        return Row(*cells, mirrored=self.mirrored)

    def marked_row(self, mark: str, block: Block, *, boxed: bool = True) -> Row:
        """A text with a mark before it."""
        wide = theme.px(_MARK if boxed else _WIDE_MARK)
        return self.row(Cell(Mark(mark, boxed=boxed, mirrored=self.mirrored), wide), Cell(block))

    def form(self, form: Form) -> Block:
        """What is filled in."""
        return _SET[type(form)](self, form)

    # One for each form:

    def _boxes(self, form: Boxes) -> Block:
        texts = [self.said(typed(marked(text))) if form.words else self.words(text) for text in form.options]
        rows = [self.marked_row(letter(at), text) for at, text in enumerate(texts)]
        about = [self.small(translate("Paper", "Tick all that apply, or none."))] if form.many else []
        return Stack(*about, *rows)

    def _lines(self, form: Lines) -> Block:
        about = [self.small(marked(form.about))] if form.about else []
        return Stack(*about, *(self._line(form, number) for number in range(1, form.count + 1)), gap=0)

    def _line(self, form: Lines, number: int) -> Block:
        mark = f"{number}." if form.count > 1 else ""
        line = self._writing(form.unit)
        if not mark:
            return line
        return Row(
            Cell(self.said(typed(mark)), theme.px(_WIDE_MARK)),
            Cell(line),
            mirrored=self.mirrored,
            grounded=True,
        )

    def _writing(self, unit: str = "") -> Block:
        """A line, with the unit behind it."""
        if not unit:
            return Line()
        return Row(Cell(Line()), hugging(typed(unit)), mirrored=self.mirrored, grounded=True)

    def _blanks(self, form: Blanks) -> Block:
        rows: list[Block] = []
        for number, blank in enumerate(form.blanks, 1):
            answers: list[Block] = [
                self.marked_row(letter(at), self.words(text)) for at, text in enumerate(blank.options)
            ]
            if blank.line:
                answers.append(self._writing(blank.unit))
            if answers and len(form.blanks) > 1:
                rows.append(self.marked_row(f"({number})", Stack(*answers), boxed=False))
            elif answers:
                rows += answers
        return Stack(*rows)

    def _ranks(self, form: Ranks) -> Block:
        rows = [self.marked_row(letter(at), self.words(text)) for at, text in enumerate(form.items)]
        return Stack(self.small(translate("Paper", "Number the boxes in the right order: 1, 2, 3 …")), *rows)

    def _pairing(self, form: Pairing) -> Block:
        lefts = [self.marked_row(str(at), self.words(text)) for at, text in enumerate(form.lefts, 1)]
        rights = [
            self.marked_row(letter(at), self.words(text), boxed=False) for at, text in enumerate(form.rights)
        ]
        about = self.small(translate("Paper", "Write a letter into each box."))
        if form.beside:
            return Stack(about, self.row(Cell(Stack(*lefts)), Cell(Stack(*rights))))
        return Stack(about, Stack(*rights), Stack(*lefts), gap=10)

    def _plate(self, form: Plate) -> Block:
        image = self._viewers.image(form.image, _FINEST)
        words = [] if image or not form.alt else [self.small(form.alt)]
        about = (
            translate("Paper", "Write the number of the region.")
            if form.right
            else translate("Paper", "Write what is covered.")
        )
        return Stack(Picture(image, form.areas), *words, self.small(about), Line(), gap=2)


_SET: Mapping[type[Form], Callable[[Setter, Any], Block]] = {
    Boxes: Setter._boxes,
    Lines: Setter._lines,
    Blanks: Setter._blanks,
    Ranks: Setter._ranks,
    Pairing: Setter._pairing,
    Plate: Setter._plate,
}
