"""Pictures and sounds taken over into the folder of a deck: checked, named, and each kept once."""

import filecmp
import os
import re
import shutil
from pathlib import Path

from quizapp.core.problems import QuizError
from quizapp.core.slugs import slug
from quizapp.formats.markup import is_relative
from quizapp.formats.media_types import MediaType, Sort, outward, type_of

FOLDER = "media"
"""Beside the deck."""
LARGEST = 20_000_000
"""Bytes. What is larger is neither shown nor played."""
_LARGEST_DRAWING = 2_000_000
_NO_NAMES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""What Windows takes for a device."""


def adopt(source: Path | bytes, folder: Path, *, sort: Sort | None = None, name: str = "") -> str:
    """Make a file the deck's own; how the deck names it: a path from its folder, with slashes.

    source: a file, or bytes such as the clipboard holds; folder: of the deck; sort: what is wanted (None:
    either); name: words to name it by, otherwise those of the file's own name. What lies below the folder
    stays where it is, what is there with the same content is used again, and nothing is ever overwritten.
    QuizError if it fails.
    """
    folder = Path(os.path.realpath(folder))
    data, is_ours = (source, "") if isinstance(source, bytes) else _read(source, folder)
    kind = _checked(data, sort)
    if is_ours:
        return is_ours
    words = name or ("" if isinstance(source, bytes) else source.stem)
    media = _media(folder)
    there = _same(media, data)
    try:
        return f"{FOLDER}/{there or _put(media, file_stem(words, kind.sort), kind.suffixes[0], data)}"
    except OSError as error:
        raise QuizError("media_unwritable", folder=str(media), reason=_reason(error)) from error


class Carrier:
    """Takes along what cards name that move from one folder to another: a deck shows what lies below it.

    `path` says what a file will be called there, `copy` brings them; what was copied stays where it was, too.
    """

    def __init__(self, old: Path, new: Path) -> None:
        """Folders of the two decks."""
        self._old, self._new = (Path(os.path.realpath(folder)) for folder in (old, new))
        self._targets: dict[Path, Path] = {}

    def path(self, name: str) -> str:
        """How the other deck names a file; addresses and files that are not there stay as they are."""
        source = Path(os.path.realpath(self._old / name))
        if self._old == self._new or not is_relative(name) or not source.is_relative_to(self._old):
            return name
        if source.is_relative_to(self._new):
            return source.relative_to(self._new).as_posix()
        if not source.is_file():
            return name
        if source not in self._targets:
            self._targets[source] = self._place(source)
        return self._targets[source].relative_to(self._new).as_posix()

    def copy(self) -> None:
        """Bring the files. QuizError if one cannot be read or written, or its place was taken meanwhile."""
        for source, target in self._targets.items():
            self._bring(source, target)
            dark = source.with_suffix(f".dark{source.suffix}")
            if dark.is_file():
                self._bring(dark, target.with_suffix(f".dark{target.suffix}"))

    def _place(self, source: Path) -> Path:
        """Its own name, or with a number if another file has that."""
        taken = set(self._targets.values())
        folder = _media(self._new)
        target, number = folder / source.name, 1
        while target in taken or (target.exists() and not _is_same(source, target)):
            number += 1
            target = folder / f"{source.stem}-{number}{source.suffix}"
        return target

    def _bring(self, source: Path, target: Path) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                shutil.copyfile(source, target)
            elif not _is_same(source, target):
                raise QuizError("media_unwritable", folder=str(target), reason="another file is there")
        except OSError as error:
            raise QuizError("media_unwritable", folder=str(target), reason=_reason(error)) from error


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def file_stem(words: str, sort: Sort) -> str:
    """A name for a file out of a title or a question, for all systems: danube-at-budapest.

    sort: what it is called where there is no letter that all systems know.
    """
    found = slug(words)
    if not found:
        return sort
    return f"{sort}-{found}" if _NO_NAMES.fullmatch(found) else found


def _read(file: Path, folder: Path) -> tuple[bytes, str]:
    """What a file holds, and how a deck in the folder names it; empty if it lies elsewhere."""
    place = Path(os.path.realpath(file))
    try:
        if not place.is_file():
            raise QuizError("media_unreadable", file=str(file), reason="it is no file")
        if place.stat().st_size > LARGEST:
            raise _too_big(place.stat().st_size, LARGEST)
        data = place.read_bytes()
    except OSError as error:
        raise QuizError("media_unreadable", file=str(file), reason=_reason(error)) from error
    return data, place.relative_to(folder).as_posix() if place.is_relative_to(folder) else ""


def _checked(data: bytes, sort: Sort | None) -> MediaType:
    """The type of the bytes, if they may be taken over."""
    kind = type_of(data)
    if kind is None or (sort is not None and kind.sort != sort):
        codes = {"picture": "media_no_picture", "sound": "media_no_sound"}
        raise QuizError(codes.get(sort or "", "media_unknown"))
    most = _LARGEST_DRAWING if kind.name == "SVG" else LARGEST
    if len(data) > most:
        raise _too_big(len(data), most)
    if kind.name == "SVG" and (what := outward(data)):
        raise QuizError("media_outward", what=what)
    return kind


def _media(folder: Path) -> Path:
    """The deck's media folder; not one that a link has led out of the deck's folder."""
    media = folder / FOLDER
    place = Path(os.path.realpath(media))
    if not place.is_relative_to(folder):
        raise QuizError("media_unwritable", folder=str(media), reason="it lies outside the deck’s folder")
    return media


def _same(media: Path, data: bytes) -> str:
    """The name of a file with the same content; empty if there is none."""
    try:
        entries = sorted(os.scandir(media), key=lambda entry: entry.name)
        sized = [one for one in entries if one.is_file() and one.stat().st_size == len(data)]
        return next((one.name for one in sized if Path(one.path).read_bytes() == data), "")
    except OSError:
        return ""


def _put(media: Path, stem: str, suffix: str, data: bytes) -> str:
    """Write a new file under the first free name; the name. A file half written does not stay."""
    media.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        name = f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}"
        try:
            with open(media / name, "xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            return name
        except FileExistsError:
            number += 1
        except OSError:
            (media / name).unlink(missing_ok=True)
            raise


def _too_big(size: int, most: int) -> QuizError:
    return QuizError("media_too_big", size=f"{size / 1e6:.1f}", limit=f"{most / 1e6:.0f}")


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
