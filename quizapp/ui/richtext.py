"""The one way to show deck text: Markdown made safe, with pictures, formulas and code.

`DeckText` is such a text to be painted by a widget, `Viewer` a widget that shows one and lets it be selected.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QPointF, QRectF, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QImage,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.formats.markup import has_markup
from quizapp.ui import theme
from quizapp.ui.deckhtml import Page, picture
from quizapp.ui.maths import Maths
from quizapp.ui.safedocument import SafeDocument
from quizapp.ui.textformat import fit_insets, polish, sheet
from quizapp.ui.widgets.paint import Styled

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_NOT_OURS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


class DeckText(QObject):
    """A text of a deck in a role of the type scale and a colour token, laid out for any width.

    folder: of the deck file, pictures lie below it, None shows none; maths: None shows formulas as source.
    """

    changed = Signal()
    """It looks different now: a formula has arrived."""

    def __init__(
        self,
        folder: Path | None,
        maths: Maths | None = None,
        *,
        role: str = "body",
        token: str = "text",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._maths, self._role, self._token = folder, maths, role, token
        self._source: tuple[str, ...] = ("",)
        self._verbatim = False
        self._waiting = False
        self.document = SafeDocument(self)
        if maths is not None:
            maths.arrived.connect(self._look_again)

    def set_text(self, text: str) -> None:
        """Show a Markdown text."""
        self._source = (text.strip(),)
        self.restyle()

    def set_typed(self, text: str) -> None:
        """Show a text that somebody typed, as it is: no Markdown."""
        self._source, self._verbatim = (text,), True
        self.restyle()

    def set_picture(self, name: str, alt: str) -> None:
        """Show one picture of the deck, or its words."""
        self._source = (name, alt)
        self.restyle()

    def set_look(self, *, role: str = "", token: str = "") -> None:
        """Another role, another colour."""
        self._role, self._token = role or self._role, token or self._token
        self.restyle()

    @property
    def token(self) -> str:
        return self._token

    @property
    def plain(self) -> str:
        """What is to be read, formulas and pictures in words."""
        words = iter(inset.words for inset in self.document.insets.values())
        letters = self.document.toPlainText()
        return "".join(next(words, "") if letter == _OBJECT else letter for letter in letters)

    def restyle(self) -> None:
        """Set it anew from its source, in the present theme."""
        font = theme.font(self._role)
        document = self.document
        document.setDefaultFont(font)
        if self._verbatim or (len(self._source) == 1 and not has_markup(self._source[0])):
            self._waiting, document.insets = False, {}
            document.setPlainText(self._source[0])
        else:
            document.setDefaultStyleSheet(sheet(font.pixelSize()))
            self._compose(font.pixelSize())
        polish(document, self._role)

    def _compose(self, font_px: int) -> None:
        page = Page(self._folder, self._maths, font_px, self._token)
        if len(self._source) == 1:
            page.compose(self._source[0])
        else:
            page.picture(*self._source)
        self._waiting, self.document.insets = page.waiting, page.insets
        self.document.setHtml(page.html)

    def _look_again(self) -> None:
        if self._waiting:
            self.restyle()
            self.changed.emit()

    def lay_out(self, width: float) -> None:
        """Break lines at a width in px; below 0 nowhere."""
        fit_insets(self.document, width)
        self.document.setTextWidth(width)

    def height(self, width: float) -> float:
        """Height in px at a width; the document stays laid out for it."""
        # Told of the new size, a browser would lay it out again at its own width, before we have read it.
        with QSignalBlocker(self.document.documentLayout()):
            self.lay_out(width)
            return self.document.size().height()

    def natural_width(self) -> float:
        """Width in px at which nothing wraps; the document stays laid out for it."""
        with QSignalBlocker(self.document.documentLayout()):
            self.lay_out(-1)
            return self.document.idealWidth() + 1

    def line_tops(self) -> tuple[float, ...]:
        """Where its lines begin, px from its top, as it is laid out now; a table is one line."""
        tops = []
        block = self.document.begin()
        while block.isValid():
            corner = self.document.documentLayout().blockBoundingRect(block).top()
            if QTextCursor(block).currentTable() is None:
                lines = block.layout()
                tops += [corner + lines.lineAt(at).y() for at in range(lines.lineCount())]
            block = block.next()
        return tuple(top for top in tops if top > 0)

    def paint(self, painter: QPainter, at: QPointF, width: float, *, clip: QRectF | None = None) -> None:
        """Paint it, or its lines within a part of it, with its top left corner at a point."""
        self.lay_out(width)
        context = QAbstractTextDocumentLayout.PaintContext()
        if clip is not None:
            context.clip = clip
        context.palette.setColor(QPalette.ColorRole.Text, theme.color(self._token))
        painter.save()
        painter.translate(at)
        self.document.documentLayout().draw(painter, context)
        painter.restore()


class Viewer(Styled, QTextBrowser):
    """Shows a DeckText, as high as its width asks, without scroll bars.

    Its text can be selected by mouse and, once it has the focus, by keyboard; it is no tab stop.
    """

    def __init__(self, text: DeckText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._heights: dict[int, int] = {}
        text.setParent(self)
        text.changed.connect(self._refresh)
        self.setDocument(text.document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(_SELECTABLE)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._refresh()

    def set_text(self, text: str) -> None:
        """Show a Markdown text."""
        self._text.set_text(text)
        self._refresh()

    def set_picture(self, name: str, alt: str) -> None:
        """Show one picture of the deck, or its words."""
        self._text.set_picture(name, alt)
        self._refresh()

    def set_look(self, *, role: str = "", token: str = "") -> None:
        """Another role, another colour."""
        self._text.set_look(role=role, token=token)
        self._refresh()

    def plain_text(self) -> str:
        """What is to be read, formulas and pictures in words."""
        return self._text.plain

    def restyle(self) -> None:
        self._text.restyle()
        self._refresh()

    def _refresh(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._text.token))
        self.setPalette(palette)
        self.setAccessibleName(self._text.plain)
        self._heights.clear()
        self._text.lay_out(self.viewport().width())
        self.updateGeometry()

    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """A viewer goes nowhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        return self._text.document.loadResource(kind, name)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = int(self._text.height(width) + 0.99)
            self._text.lay_out(self.viewport().width())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = int(min(self._text.natural_width(), theme.px(480)))
        height = self.heightForWidth(width)
        self._text.lay_out(self.viewport().width())
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._text.lay_out(self.viewport().width())
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; and Ctrl with the wheel is no text size of this text alone."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Selecting and copying; all other keys belong to the screen."""
        if event.key() in _NOT_OURS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Viewers:
    """Makes the views of one deck's texts."""

    def __init__(self, folder: str | Path | None, maths: Maths | None = None) -> None:
        """folder: of the deck file; maths: the app's one renderer of formulas."""
        self._folder = None if folder is None else Path(folder)
        self._maths = maths

    def text(self, text: str, *, role: str = "body", token: str = "text") -> DeckText:
        """A Markdown text to paint."""
        deck_text = DeckText(self._folder, self._maths, role=role, token=token)
        deck_text.set_text(text)
        return deck_text

    def typed(self, text: str, *, role: str = "body") -> DeckText:
        """A text that the learner typed, to paint as it is."""
        deck_text = DeckText(None, role=role)
        deck_text.set_typed(text)
        return deck_text

    def picture_text(self, name: str, alt: str) -> DeckText:
        """One picture of the deck, or its words, to paint."""
        deck_text = DeckText(self._folder, self._maths)
        deck_text.set_picture(name, alt)
        return deck_text

    def picture(self, name: str, alt: str) -> Viewer:
        """A viewer that shows one picture of the deck."""
        return Viewer(self.picture_text(name, alt))

    def image(self, name: str, fill: QSize) -> QImage | None:
        """A picture of the deck in the present theme, its pixels for so many; None if it cannot be shown."""
        return picture(self._folder, name, fill=fill)

    def __call__(self, text: str = "", *, role: str = "body", token: str = "text") -> Viewer:
        """A viewer that shows a Markdown text."""
        return Viewer(self.text(text, role=role, token=token))
