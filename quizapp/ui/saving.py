"""Files that the user saves something into: asked for by name, written whole or not at all."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile
from PySide6.QtWidgets import QFileDialog, QWidget

Write = Callable[[str], object]
"""Writes the file of a name; raises OSError."""


def save(path: str, data: bytes) -> None:
    """Write a file, all of it or, if that fails, nothing. Raises OSError."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    file.write(data)
    if not file.commit():
        raise OSError(file.errorString())


def asked_name(parent: QWidget, title: str, suffixes: Mapping[str, object]) -> str:
    """Where to save it; "" if the user has changed their mind. suffixes: the first is the usual one."""
    plain = "".join(sign if sign.isalnum() or sign in " ,._-" else "-" for sign in title).strip()
    first = next(iter(suffixes))
    kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes)
    words = QCoreApplication.translate("Saving", "Save")
    name, chosen = QFileDialog.getSaveFileName(parent, words, f"{plain}{first}", kinds)
    if not name or Path(name).suffix.lower() in suffixes:
        return name
    return name + next((suffix for suffix in suffixes if f"*{suffix})" in chosen), first)


def saved(name: str, write: Write) -> tuple[str, bool]:
    """Write it; what to tell of that, and whether it went well."""
    try:
        write(name)
    except OSError as error:
        words = QCoreApplication.translate("Saving", "It could not be saved: {reason}")
        return words.format(reason=error), False
    return QCoreApplication.translate("Saving", "Saved: {name}").format(name=name), True


def save_as(parent: QWidget, title: str, makers: Mapping[str, Callable[[], bytes]]) -> str:
    """Ask for a name and save what its suffix stands for; what to tell, "" if nothing happened."""
    name = asked_name(parent, title, makers)
    if not name:
        return ""
    make = makers[Path(name).suffix.lower()]
    return saved(name, lambda path: save(path, make()))[0]
