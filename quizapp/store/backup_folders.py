"""Where the copies of the progress lie: beside it, and in the folder that the learner chose."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.core.problems import Problem
from quizapp.store import settings
from quizapp.store.connection import may_write, reason_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

FOLDER = "backups"
_POINTER = "backup-folder.txt"
"""Beside the progress: the chosen folder, for the day the settings cannot be read."""


def beside(folder: Path) -> Path:
    """The folder of copies beside the progress in `folder`."""
    return folder / FOLDER


def chosen(folder: Path) -> Path | None:
    """The learner's own folder for copies, as it was when the last one was made."""
    try:
        text = (folder / _POINTER).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return Path(text) if text else None


def all_of(folder: Path) -> tuple[Path, ...]:
    """Every folder that may hold copies of the progress in `folder`; the chosen one first."""
    elsewhere = chosen(folder)
    return (elsewhere, beside(folder)) if elsewhere else (beside(folder),)


def wanted(db: "Database") -> Path | None:
    """The folder that the settings name, None for beside the progress; kept beside the settings as well."""
    text = settings.get(db, "backup_folder")
    path = Path(os.path.abspath(os.path.expanduser(text))) if text else None
    if path != chosen(db.folder):
        _remember(db.folder, path)
    return path


def usable(folder: Path) -> Problem | None:
    """Nothing if copies can be put into a chosen folder, else what is to be told.

    A folder that is not there is not made: where a disk should be mounted it would fill the wrong one.
    """
    if not folder.is_dir():
        return _unreachable(folder, "it is not there")
    if not may_write(folder):
        return _unreachable(folder, "nothing may be written there")
    return None


def failed(folder: Path, error: OSError) -> Problem:
    """What is to be told of a chosen folder into which nothing could be written."""
    return _unreachable(folder, reason_of(error))


def _unreachable(folder: Path, reason: str) -> Problem:
    return Problem(code="backup_folder_unreachable", args={"folder": str(folder), "reason": reason})


def _remember(folder: Path, path: Path | None) -> None:
    pointer = folder / _POINTER
    try:
        if path is None:
            pointer.unlink(missing_ok=True)
        else:
            pointer.write_text(f"{path}\n", "utf-8")
    except OSError:
        return  # the copy itself will say what is wrong with the folder
