"""The document behind all deck text: it shows what it was given, and nothing can make it read a file."""

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextOption

from quizapp.ui.deckhtml import Inset

_BLOCKED = QImage(1, 1, QImage.Format.Format_ARGB32)
_BLOCKED.fill(0)


class SafeDocument(QTextDocument):
    """A document that shows the images it was given and loads nothing, from nowhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.insets: dict[str, Inset] = {}
        self.setDocumentMargin(0)
        self.setIndentWidth(24)
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Always a picture: for a null one, and for nothing, Qt would go and read the file of that name."""
        url = name.toString() if isinstance(name, QUrl) else name
        inset = self.insets.get(url)
        return _BLOCKED if inset is None else inset.image
