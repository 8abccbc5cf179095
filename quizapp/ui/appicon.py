"""The app's own icon: what a task bar and a window frame show."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
"""In px, of those on disk; desktops draw 512 from their own copy, and no window needs it."""


def load(icons: Path) -> QIcon:
    """The icon of the windows, from the folder that comes with the app; a file is read once it is painted."""
    icon = QIcon()
    for size in SIZES:
        icon.addFile(str(file(icons, size)), QSize(size, size))
    return icon


def file(icons: Path, size: int) -> Path:
    """Where the picture of a size lies, as icon themes have it."""
    return icons / "hicolor" / f"{size}x{size}" / "apps" / "quizapp.png"
