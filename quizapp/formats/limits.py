"""Strangers' archives: how much of one is unpacked, and what never is.

A hostile file costs a message: sizes are counted while unpacking, whatever a header promises; names that
leave the archive and links are left out.
"""

import lzma
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from quizapp.core.problems import Problem, QuizError, Where

MB: Final = 1_000_000
SOURCE_MB: Final = 2_000
"""Of a source; archives hold media."""
TEXT_MB: Final = 100
"""Of a text source, and of a text or database within an archive."""
MEDIA_MB: Final = 100
"""Of one picture or sound in an archive."""
MEMBERS: Final = 100_000
RATIO: Final = 200
"""Unpacked to packed, for what is larger than RATIO_FROM."""
RATIO_FROM: Final = 10 * MB
TOTAL_RATIO: Final = 50
"""All that is unpacked of an archive to its size, for what is larger than TOTAL_FROM: members may overlap."""
TOTAL_FROM: Final = 200 * MB
_LONGEST_NAME: Final = 200
"""Bytes of a part of a path; file systems take 255."""
_ENTRY: Final = b"PK\1\2"
"""What each entry of a zip's list begins with."""
_DEVICE: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that are no files on Windows, whatever stands behind their dot."""
_TURNING: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that make a name look like another one."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(OSError, EOFError, RuntimeError, ValueError, IndexError, struct.error),
)
"""What a damaged archive raises."""
_STEP: Final = 64 * 1024
_ENCRYPTED: Final = 1
_LINK: Final = 0o120000
_KIND: Final = 0o170000


class Member(NamedTuple):
    """A file in an archive."""

    name: str
    """Path within the archive, safe: relative, no "..", no drive, forward slashes."""
    size: int
    """As the archive promises."""
    packed: int


def member_names(data: bytes) -> frozenset[str] | None:
    """What a zip file lists, to tell what it is; None for one that is broken, or holds too much."""
    try:
        return frozenset(zipfile.ZipFile(BytesIO(data)).namelist()) if data.count(_ENTRY) <= MEMBERS else None
    except _BROKEN:
        return None


class Archive:
    """A zip file opened with caution; QuizError for what is none."""

    def __init__(self, data: bytes, file: str) -> None:
        """file: its name, for messages."""
        self._file = file
        self.problems: list[Problem] = []
        """What was left out of it."""
        self._most = max(TOTAL_FROM, TOTAL_RATIO * len(data))
        self._unpacked: dict[str, int] = {}
        """Name -> size, of members that were read."""
        self._total = 0
        if data.count(_ENTRY) > MEMBERS:
            raise QuizError("archive_many", file=file, limit=str(MEMBERS))
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise QuizError("archive_broken", file=file, reason=str(error)) from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            name = self._safe(info)
            if name in self._members:
                self._leave("archive_twice", name)
            if name:
                self._members[name] = info

    def __iter__(self) -> Iterator[Member]:
        for name, info in self._members.items():
            yield Member(name, info.file_size, info.compress_size)

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def read(self, name: str, limit_mb: int = TEXT_MB) -> bytes:
        """The bytes of a member; QuizError if they are too many or cannot be unpacked, KeyError if it is not
        there."""
        info = self._members[name]
        if info.flag_bits & _ENCRYPTED:
            raise QuizError("archive_broken", file=self._file, reason=f"{name} is encrypted")
        try:
            with self._zip.open(info) as member:
                data = capped(member.read, limit_mb, name, self._file, packed=info.compress_size)
        except _BROKEN as error:
            raise QuizError("archive_broken", file=self._file, reason=str(error)) from error
        self._total += len(data) - self._unpacked.get(name, 0)
        self._unpacked[name] = len(data)
        if self._total > self._most:
            raise QuizError("archive_bomb", name=name, file=self._file, limit=str(self._most // MB))
        return data

    def _safe(self, info: zipfile.ZipInfo) -> str:
        """The name of a member that may be read; "" for folders, links and what leads outside."""
        if not info.filename or info.is_dir():
            return ""
        if (info.external_attr >> 16) & _KIND == _LINK:
            self._leave("archive_link", info.filename)
            return ""
        name = safe_name(info.filename)
        if not name:
            self._leave("archive_path", info.filename)
        return name

    def _leave(self, code: str, name: str) -> None:
        self.problems.append(Problem(code=code, where=Where(self._file), args={"name": name}))


def safe_name(name: str) -> str:
    """A path that stays below where it is put, with forward slashes; "" if it does not."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or not path.parts or any(map(_is_odd, path.parts)):
        return ""
    return str(path)


def _is_odd(part: str) -> bool:
    """Whether a part of a path is no plain name on some system, or looks like another one."""
    if len(part.encode("utf-8", "replace")) > _LONGEST_NAME or _DEVICE.fullmatch(part.rstrip(" .")):
        return True
    return any(one == ":" or one in _TURNING or unicodedata.category(one) in ("Cc", "Cs") for one in part)


def capped(
    read: Callable[[int], bytes], limit_mb: int, name: str, file: str, *, packed: int | None = None
) -> bytes:
    """All that a reader gives, in portions; QuizError once it is too much, however it is packed."""
    most = limit_mb * MB
    parts: list[bytes] = []
    size = 0
    while portion := read(_STEP):
        size += len(portion)
        swollen = packed is not None and size > RATIO_FROM and size > RATIO * max(packed, 1)
        if size > most or swollen:
            raise QuizError("archive_bomb", name=name, file=file, limit=str(min(most, size) // MB))
        parts.append(portion)
    return b"".join(parts)
