"""Deck text on its way to the screen: Markdown to HTML whose pictures, formulas and code are all at hand."""

import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from quizapp.formats.markup import to_html
from quizapp.ui import pictures, theme
from quizapp.ui.maths import Formula, Maths
from quizapp.ui.tokens import COLORS

_IMAGE = re.compile(r"<img\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_CODE = re.compile(r'<pre><code class="language-([^"]+)">(.*?)</code></pre>', re.DOTALL)
_MATHS = re.compile(r"math:(inline|display):(.*)", re.DOTALL)

_PATIENCE_MS = 60
_RATIO = 2.0
_TALLEST = 320
"""Pictures are shown no higher than so many px."""


class Inset(Struct, frozen=True):
    """A picture or formula in the text; sizes in px."""

    image: QImage
    words: str
    """For a screen reader, and for copied text."""
    descent: float = 0.0
    """How much of it belongs below the base line."""
    formula: bool = False

    @property
    def width(self) -> float:
        return self.image.deviceIndependentSize().width()

    @property
    def height(self) -> float:
        return self.image.deviceIndependentSize().height()


def picture(folder: Path | None, name: str, *, fill: QSize | None = None) -> QImage | None:
    """A picture of the deck in the present theme; None if it cannot be shown. fill: as in pictures.load."""
    if folder is None:
        return None
    scheme, backing = theme.current().scheme, theme.color("card")
    return pictures.load(folder, name, scheme=scheme, backing=backing, fill=fill)


class Page:
    """The HTML of one text and what it shows; images have the names "deck:0", "deck:1" and so on."""

    def __init__(self, folder: Path | None, maths: Maths | None, font_px: int, token: str) -> None:
        """folder: of the deck, where its pictures are; maths: None shows the source of formulas."""
        self._folder, self._maths, self._font_px, self._token = folder, maths, font_px, token
        self.insets: dict[str, Inset] = {}
        self.waiting = False
        """True if a formula is still being drawn: compose again when `Maths.arrived` says so."""
        self.html = ""

    def compose(self, text: str) -> None:
        """Set `html` and the rest from a Markdown text."""
        html = _IMAGE.sub(self._image, to_html(text))
        self.html = _CODE.sub(_highlight, html) if 'class="language-' in html else html

    def picture(self, name: str, alt: str) -> None:
        """Set `html` to one picture alone."""
        self.html = f"<p>{self._picture(name, alt)}</p>"

    def _image(self, tag: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[1])}
        source = attributes.get("src", "")
        maths = _MATHS.fullmatch(source)
        if maths:
            return self._formula(unquote(maths[2]), display=maths[1] == "display")
        return self._picture(unquote(source), attributes.get("alt", ""))

    def _picture(self, name: str, alt: str) -> str:
        image = picture(self._folder, name)
        if image is None:
            missing = QCoreApplication.translate("Page", "Picture not shown: {words}").format(
                words=alt or name
            )
            return f'<span class="missing">{escape(missing)}</span>'
        return self._place(Inset(image, alt))

    def _formula(self, source: str, *, display: bool) -> str:
        inset = self._drawn(source, display) if self._maths else None
        if inset is None:
            return f"<code>{escape(source)}</code>"
        return self._place(inset)

    def _drawn(self, source: str, display: bool) -> Inset | None:
        assert self._maths is not None
        formula = self._maths.formula(source, display=display, patience_ms=_PATIENCE_MS)
        if formula is None:
            self.waiting |= self._maths.pending(source, display=display)
            return None
        return self._inset(formula, source)

    def _inset(self, formula: Formula, source: str) -> Inset | None:
        image = formula.image(self._font_px, theme.color(self._token), _RATIO)
        if image is None:
            return None
        return Inset(image, source, descent=formula.descent * self._font_px, formula=True)

    def _place(self, inset: Inset) -> str:
        name = f"deck:{len(self.insets)}"
        self.insets[name] = inset
        height = inset.height if inset.formula else min(inset.height, _TALLEST)
        width = inset.width * height / inset.height
        return f'<img src="{name}" width="{round(width)}" height="{round(height)}">'


def _highlight(block: re.Match[str]) -> str:
    from quizapp.ui.highlight import colored  # late: costs an import that few decks need

    code = colored(unescape(block[2]), block[1], COLORS[theme.current().scheme])
    return f"<pre>{code}</pre>"
