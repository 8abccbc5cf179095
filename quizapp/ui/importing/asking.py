"""How the user says what is to be imported: by dialogs, whose filters the formats tell, or by copying it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from quizapp.formats import readers
from quizapp.formats.base import Source
from quizapp.ui.i18n import marked


def asked_files(parent: QWidget) -> list[Path]:
    """Files of the user's choice; none if they have changed their mind."""
    names, _ = QFileDialog.getOpenFileNames(parent, _tr("Import files"), "", ";;".join(_filters()))
    return [Path(name) for name in names]


def asked_folder(parent: QWidget) -> Path | None:
    """A folder of the user's choice."""
    name = QFileDialog.getExistingDirectory(parent, _tr("Import a folder"))
    return Path(name) if name else None


def copied() -> list[Path | Source]:
    """What is in the clipboard: files, or a text; nothing if it is neither."""
    mime = QGuiApplication.clipboard().mimeData()
    paths: list[Path | Source] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    text = mime.text() if mime.hasText() else ""
    return paths or ([Source("", text.encode("utf-8", "replace"))] if text.strip() else [])


def _filters() -> list[str]:
    """All formats together, each by itself, and whatever else there is."""
    kinds = [(marked(one.label), one.suffixes) for one in readers()]
    every = sorted({suffix for _, suffixes in kinds for suffix in suffixes})
    return [
        f"{_tr('All that can be imported')} ({_stars(every)})",
        *(f"{name} ({_stars(suffixes)})" for name, suffixes in kinds),
        f"{_tr('All files')} (*)",
    ]


def _stars(suffixes: "list[str] | tuple[str, ...]") -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Importing", words)
