"""Files of other programs, opened to be imported."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.core.problems import QuizError
from quizapp.formats import load, recognised
from quizapp.formats.base import Format, Imported, Source, Tick, no_tick
from quizapp.formats.limits import MB, SOURCE_MB

_SIBLING_MB: Final = 100


class Reading(NamedTuple):
    """A source as one format reads it."""

    format: Format
    imported: Imported


def open_source(path: Path) -> Source:
    """A file with those beside it, or a folder with the one deck in it. QuizError if it cannot be read."""
    try:
        if path.is_dir():
            path = _main_file(path)
        size = path.stat().st_size
        if not path.is_file():
            raise QuizError("import_unknown", file=path.name)
        if size > SOURCE_MB * MB:
            args = {"file": path.name, "size": str(size // MB), "limit": str(SOURCE_MB), "format": "source"}
            raise QuizError("import_too_big", **args)
        return Source(path.name, path.read_bytes(), Beside(path.parent))
    except OSError as error:
        raise QuizError("deck_unreadable", file=str(path), reason=error.strerror or str(error)) from error


def read(
    source: Source, name: str = "", choices: Mapping[str, str] | None = None, tick: Tick = no_tick
) -> Reading:
    """All that is in a source. name: of the format; "": the likeliest that finds anything.

    QuizError if no format can read it, or the one that was named cannot.
    """
    if name:
        chosen = load(name)
        return Reading(chosen, chosen.read(source, choices or {}, tick))
    failure: QuizError | None = None
    empty: Reading | None = None
    for one in recognised(source):
        try:
            found = Reading(one, one.read(source, choices or {}, tick))
        except QuizError as error:
            failure = failure or error
            continue
        if found.imported.read:
            return found
        empty = empty or found
    if empty is not None:
        return empty
    raise failure or QuizError("import_unknown", file=source.name)


class Beside:
    """Gives files below a folder; links out of it lead nowhere."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str) -> bytes | None:
        try:
            root = os.path.realpath(self._folder)
            path = os.path.realpath(os.path.join(root, name.replace("\\", "/")))
            inside = path.startswith(root.rstrip(os.sep) + os.sep)
            if not inside or not os.path.isfile(path) or os.path.getsize(path) > _SIBLING_MB * MB:
                return None
            return Path(path).read_bytes()
        except (OSError, ValueError):
            return None


def _main_file(folder: Path) -> Path:
    """The deck in a folder that another program wrote: a JSON file of its name, or the only one."""
    files = sorted(path for path in folder.glob("*.json") if path.is_file())
    named = [path for path in files if path.stem in (folder.name, "deck")]
    found = named[:1] or files
    if len(found) != 1:
        raise QuizError("import_folder" if found else "import_unknown", file=folder.name)
    return found[0]
