"""Files of the log as JSON lines: written whole, read strictly, a line at a time, so that memory stays small.

A file ends with a line that says how many lines there are and what their hash is. Every line that cannot be
taken is a Problem with its number; what is good around it is read. `.gz` and `.zst` mean what they say.
"""

import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Self, cast

import msgspec

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.log_lines import (
    BAD,
    FORMAT,
    KNOWN,
    End,
    Header,
    Record,
    Unread,
    decode,
    known_part,
    type_of,
)

SUFFIXES = (".jsonl", ".jsonl.gz", ".jsonl.zst")
LONGEST = 16 * 1024 * 1024
"""Bytes of a line."""
_SEAL = 16
"""Bytes of the hash."""
_BOM = b"\xef\xbb\xbf"
_encode = msgspec.json.Encoder().encode


class _DamagedError(Exception):
    """A packed file cannot be unpacked any further."""


# Writing


def create(path: Path, header: Header, lines: Iterable[Record | Unread]) -> int:
    """Write a file under another name and give it this one once it is whole; how many records it has.

    QuizError if it cannot be written: then nothing is there.
    """
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            with _packed(file, path.name) as stream:
                count = write(stream, header, lines)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError as error:
        raise QuizError("log_unwritable", file=str(path), reason=error.strerror or str(error)) from error
    finally:
        _remove(draft)
    return count


def write(stream: BinaryIO, header: Header, lines: Iterable[Record | Unread]) -> int:
    """Write a log; how many records it has."""
    seal = blake2b(digest_size=_SEAL)
    count = 0
    for line in chain((header,), lines):
        text = (line.text.encode() if isinstance(line, Unread) else _encode(line)) + b"\n"
        stream.write(text)
        seal.update(text)
        count += 1
    stream.write(_encode(End(lines=count, hash=seal.hexdigest())) + b"\n")
    return count - 1


def _packed(file: BinaryIO, name: str) -> AbstractContextManager[BinaryIO]:
    if name.endswith(".gz"):
        # Without time and name, so that the same log is the same file.
        return cast(AbstractContextManager[BinaryIO], gzip.GzipFile("", "wb", 6, file, mtime=0))
    if name.endswith(".zst"):
        import zstandard  # late: few logs are packed so

        packer = zstandard.ZstdCompressor().stream_writer(file, closefd=False)
        return cast(AbstractContextManager[BinaryIO], packer)
    return nullcontext(file)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # what kept it from being written keeps it from being removed
        return


# Reading


class Source:
    """An open file of the log, unpacked while it is read; raises _DamagedError where that fails."""

    def __init__(self, file: BinaryIO, inner: Any = None, failures: tuple[type[Exception], ...] = ()) -> None:
        """inner: unpacks the file; failures: what it raises."""
        self._file, self._inner = file, inner or file
        self._failures: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error, *failures)

    def readline(self, size: int) -> bytes:
        try:
            return cast(bytes, self._inner.readline(size))
        except self._failures as error:
            raise _DamagedError(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._inner.close()
        self._file.close()


def open_log(path: Path) -> Source:
    """Open a file of the log; QuizError if that cannot be."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise QuizError("log_unreadable", file=str(path), reason=error.strerror or str(error)) from error
    if path.name.endswith(".gz"):
        return Source(file, gzip.GzipFile(fileobj=file))
    if path.name.endswith(".zst"):
        import zstandard

        unpacker = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        return Source(file, io.BufferedReader(unpacker), (zstandard.ZstdError,))
    return Source(file)


def read(source: Source, name: str) -> Iterator[Record | Unread | Problem]:
    """What a log holds, with a Problem for whatever is wrong.

    name: of the file, for the problems. What only a newer version knows comes as Unread, and is told once for
    each type; a record with such fields comes as Unread and then as far as it is known.
    """
    return _Reader(source, name).run()


def is_whole(source: Source) -> bool:
    """True if a file is a log with its last line, and its bytes are those that were written."""
    seal = blake2b(digest_size=_SEAL)
    count, last = 0, b""
    try:
        while line := source.readline(LONGEST):
            seal.update(last)
            count += line.endswith(b"\n")
            last = line
        end = decode(last)
    except (_DamagedError, *BAD):
        return False
    return isinstance(end, End) and end.lines == count - 1 and end.hash == seal.hexdigest()


class _Reader:
    """The state while one file is read."""

    def __init__(self, source: Source, name: str) -> None:
        self._source, self._name = source, name
        self._number = 0
        self._told: set[str] = set()
        self._seal = blake2b(digest_size=_SEAL)

    def run(self) -> Iterator[Record | Unread | Problem]:
        try:
            yield from self._run()
        except _DamagedError as error:
            self._number += 1
            yield self._problem("log_damaged", reason=str(error))

    def _run(self) -> Iterator[Record | Unread | Problem]:
        first = self._line()
        if refusal := self._judge_header(first):
            yield refusal
            return
        self._seal.update(first)
        while line := self._line():
            if len(line) > LONGEST:
                yield self._problem("log_line", reason="it is too long")
                self._skip(line)
                continue
            try:
                found = decode(line)
            except BAD as error:
                yield from self._explain(line, error)
            else:
                if isinstance(found, End):
                    yield from self._judge_end(found)
                    return
                yield (
                    self._problem("log_line", reason="the log begins anew")
                    if isinstance(found, Header)
                    else found
                )
            self._seal.update(line)
        yield self._problem("log_cut")

    def _line(self) -> bytes:
        line = self._source.readline(LONGEST + 1)
        self._number += bool(line)
        return line

    def _skip(self, line: bytes) -> None:
        while line and not line.endswith(b"\n"):
            line = self._source.readline(LONGEST)

    def _judge_header(self, line: bytes) -> Problem | None:
        """Why nothing of a file is read."""
        line = line.removeprefix(_BOM)
        header: Header | Record | End | None
        try:
            header = decode(line)
        except BAD:
            header = known_part(line, Header)
        if not isinstance(header, Header):
            return self._problem("log_newer" if type_of(line) == "quizapp-log" else "log_foreign")
        return self._problem("log_newer") if header.format > FORMAT else None

    def _explain(self, line: bytes, error: Exception) -> Iterator[Record | Unread | Problem]:
        """A line that is not as it should be."""
        type_ = type_of(line)
        if type_ is None:
            yield self._problem("log_line", reason=str(error) or "it is nested too deeply")
        elif type_ not in KNOWN:
            yield from self._once("log_type_newer", type_)
            yield Unread(line.decode().rstrip("\r\n"))
        elif record := known_part(line, KNOWN[type_]):
            yield from self._once("log_fields_newer", type_)
            yield Unread(line.decode().rstrip("\r\n"))
            yield cast(Record, record)
        else:
            yield self._problem("log_line", reason=str(error))

    def _judge_end(self, end: End) -> Iterator[Problem]:
        if end.lines != self._number - 1 or end.hash != self._seal.hexdigest() or self._line():
            yield self._problem("log_changed")

    def _once(self, code: str, type_: str) -> Iterator[Problem]:
        if f"{code} {type_}" not in self._told:
            self._told.add(f"{code} {type_}")
            yield self._problem(code, type=type_)

    def _problem(self, code: str, **args: str) -> Problem:
        return Problem(code=code, where=Where(file=self._name, line=self._number, column=1), args=args)
