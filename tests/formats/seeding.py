"""Small files of our own in every format that is read: tests/formats/seeds/FORMAT/.

A folder there is an archive, by its members: `x.sql` is the database x; `media.names` is a newer package's
list of media. A newer package's members are pressed once more.
"""

import sqlite3
import zipfile
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import zstandard

from quizapp.formats import protobuf
from quizapp.formats.base import Source

FOLDER = Path(__file__).with_name("seeds")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(40)
_NEW = "collection.anki21b"
_STAMP = (1980, 1, 1, 0, 0, 0)


class Seed(NamedTuple):
    """A file, or the members of an archive."""

    name: str
    parts: Mapping[str, bytes]
    """Name of a member -> content; "" for a file that is no archive."""

    def source(self) -> Source:
        data = self.parts[""] if "" in self.parts else zipped(self.parts)
        return Source(self.name, data, beside)


def beside(name: str) -> bytes | None:
    """Pictures lie beside every source."""
    return PICTURE if name.endswith(".png") and len(name) < 100 else None


@cache
def seeds(format_name: str) -> tuple[Seed, ...]:
    """Those of a format. Each reads without an error, and a new format brings its own."""
    found = tuple(map(_seed, sorted((FOLDER / format_name).iterdir())))
    assert found, f"no seeds for {format_name} in {FOLDER}"
    return found


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive; members of a newer package are pressed as they are there."""
    is_new = _NEW in parts
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), zstandard.compress(data, 1) if is_new else data)
    return out.getvalue()


def database(script: str) -> bytes:
    """A database as a script makes it."""
    with closing(sqlite3.connect(":memory:")) as con:
        con.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        con.executescript(script)
        return con.serialize()


def _seed(path: Path) -> Seed:
    if path.is_file():
        return Seed(path.name, {"": path.read_bytes()})
    files = sorted(file for file in path.rglob("*") if file.is_file())
    return Seed(path.name, dict(_member(file, file.relative_to(path).as_posix()) for file in files))


def _member(file: Path, name: str) -> tuple[str, bytes]:
    if file.suffix == ".sql":
        return name.removesuffix(".sql"), database(file.read_text("utf-8"))
    if file.suffix == ".names":
        names = file.read_text("utf-8").splitlines()
        return name.removesuffix(".names"), protobuf.message(
            (1, protobuf.message([(1, one)])) for one in names
        )
    return name, file.read_bytes()
