"""The one viewer for deck text: Markdown shown safely, with pictures, formulas and code."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from quizapp.ui import theme
from quizapp.ui.deckhtml import Inset, Page, is_plain
from quizapp.ui.maths import Maths
from quizapp.ui.textformat import fit_insets, polish, sheet
from quizapp.ui.widgets.paint import Styled

_BLOCKED = QImage(1, 1, QImage.Format.Format_ARGB32)
_BLOCKED.fill(0)

_FLAGS = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByMouse
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)
_NOT_OURS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SafeDocument(QTextDocument):
    """A document that shows the images it was given and loads nothing, from nowhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.insets: dict[str, Inset] = {}
        self.setDocumentMargin(0)
        self.setIndentWidth(24)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Always a picture: for a null one, and for nothing, Qt would go and read the file of that name."""
        url = name.toString() if isinstance(name, QUrl) else name
        inset = self.insets.get(url)
        return _BLOCKED if inset is None else inset.image


class Viewer(Styled, QTextBrowser):
    """A text of a deck in a role of the type scale; as high as its width asks, without scroll bars.

    Selectable by mouse and keyboard. It is a tab stop only if the text has links; a link is never opened
    here, `link_clicked` hands it to the owner.
    """

    link_clicked = Signal(str)

    def __init__(
        self,
        folder: Path | None,
        maths: Maths | None = None,
        *,
        role: str = "body",
        token: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        """folder: of the deck file, pictures lie below it; None shows none."""
        super().__init__(parent)
        self._folder, self._maths, self._role, self._token = folder, maths, role, token
        self._source: tuple[str, ...] = ("",)
        self._waiting = False
        self._heights: dict[int, int] = {}
        self._document = SafeDocument(self)
        self.setDocument(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(_FLAGS)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._hand_on)
        if maths is not None:
            maths.arrived.connect(self._look_again)

    def set_text(self, text: str) -> None:
        """Show a Markdown text."""
        self._source = (text,)
        self.restyle()

    def set_picture(self, name: str, alt: str) -> None:
        """Show one picture of the deck, or its words."""
        self._source = (name, alt)
        self.restyle()

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self.restyle()

    def plain_text(self) -> str:
        """What is to be read, formulas and pictures in words."""
        words = iter(inset.words for inset in self._document.insets.values())
        return "".join(next(words, "") if letter == "￼" else letter for letter in self.toPlainText())

    def natural_width(self) -> int:
        """Width in px at which nothing wraps."""
        self._lay_out(-1)
        width = self._document.idealWidth()
        self._lay_out(self.viewport().width())
        return int(width) + 1

    def restyle(self) -> None:
        font = theme.font(self._role)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme.color(self._token))
        self.setPalette(palette)
        self.setFont(font)
        self._heights.clear()
        document = self._document
        document.setDefaultFont(font)
        document.setDefaultStyleSheet(sheet(font.pixelSize()))
        if len(self._source) == 1 and is_plain(self._source[0]):
            self._waiting, document.insets = False, {}
            document.setPlainText(self._source[0].strip())
        else:
            self._compose(font.pixelSize())
        polish(document, self._role)
        self.setAccessibleName(self.plain_text())
        self.updateGeometry()

    def _compose(self, font_px: int) -> None:
        page = Page(self._folder, self._maths, font_px, self._token)
        if len(self._source) == 1:
            page.compose(self._source[0])
        else:
            page.picture(*self._source)
        self._waiting, self._document.insets = page.waiting, page.insets
        self._document.setHtml(page.html)
        links = "<a " in page.html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.ClickFocus)

    def _look_again(self) -> None:
        if self._waiting:
            self.restyle()

    def _hand_on(self, url: QUrl) -> None:
        self.link_clicked.emit(url.toString())

    def doSetSource(self, name: QUrl, kind: QTextDocument.ResourceType) -> None:
        """A viewer goes nowhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        return self._document.loadResource(kind, name)

    def _lay_out(self, width: int) -> None:
        fit_insets(self._document, width)
        self._document.setTextWidth(width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._lay_out(width)
            self._heights[width] = int(self._document.size().height() + 0.99)
            self._lay_out(self.viewport().width())
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = min(self.natural_width(), theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        fit_insets(self._document, self.viewport().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Selecting and copying; all other keys belong to the screen."""
        link = self.textCursor().charFormat().isAnchor()
        if event.key() in _NOT_OURS and not link:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Viewers:
    """Makes the viewers of one deck's texts."""

    def __init__(self, folder: str | Path | None, maths: Maths | None = None) -> None:
        self._folder = None if folder is None else Path(folder)
        self._maths = maths

    def __call__(
        self, text: str = "", *, role: str = "body", token: str = "text", parent: QWidget | None = None
    ) -> Viewer:
        """A viewer that shows a Markdown text."""
        viewer = Viewer(self._folder, self._maths, role=role, token=token, parent=parent)
        viewer.set_text(text)
        return viewer
