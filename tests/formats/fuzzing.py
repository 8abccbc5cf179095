"""Files as nobody should have written them: our seeds, spoilt at random in ways that repeat.

python -m tests.formats.fuzzing FORMAT NUMBER OUT     # writes the file that a test complained about
"""

import random
import re
import resource
import signal
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import FrameType

from quizapp.formats.base import Source
from tests.formats.seeding import Seed, seeds, zipped

Spoil = Callable[[random.Random, bytes, bytes], bytes]
"""(chance, a file, another one) -> the file spoilt."""
SECONDS = 20
"""Until one file has hung; a usual one takes milliseconds."""
MEMORY = 1_500_000_000
"""Bytes that a reader may take beside what the process has."""
_BRACKETS = (
    *(
        "[",
        "{",
        "(",
        "<div>",
        "<b>",
        "<ul><li>",
        "`",
        "*",
        "_",
        "> ",
        "- ",
        "{{c1::",
        "$",
        '"',
        "'",
        "\\",
        "&amp;",
    ),
    *("<!--", "![", "~", "=", "#", "a: ", "- - ", "::", "|", "\t", "\r", "@@", "<![CDATA["),
)
_NUMBERS = (
    *("9" * 5000, "1e999", "-1", "0", "1e-999", "NaN", "Infinity", "18446744073709551616", "0x7fffffff"),
    *("1_000", "٣", "½", "1.5.2", "--5", "+", "1,5", "2024-02-30"),
)
_TEXTS = (
    *("\u202e", "\u200b", "\ufeff", "\x00", "\x1f", "\x7f", "\u2028", "e\u0301" * 50, "𝔘", "\ud800", "🏳️‍🌈"),
    *("ﷺ", "\x85", "\x0b", "\x0c", "İ", "ß", "`` ", "</script>", "{{", "}}", "---\n", "...\n", "&a *a ", "%"),
    *("!!python/x ", "[sound:", "<img src=x onerror=1>", "$$", "../", "C:\\", "null", "~", "yes", "\\"),
)
_CELLS = (
    *(
        None,
        "",
        "x",
        "\x1f",
        "\x1f" * 400,
        0,
        -1,
        2**63 - 1,
        -(2**63),
        1e308,
        float("inf"),
        b"",
        b"\xff\xfe\0",
    ),
    *("[]", "{}", "null", '{"1": []}', '{"x": {}}', '{"1": {"tmpls": [1], "flds": {"a": 1}}}', "9" * 3000),
    *("{{c1::" * 300, "<b>" * 2000),
)

_WORD = re.compile(rb"\w+")
_PART = re.compile(rb"<(\w+)[^>]*>.*?</\1>|<[^>]*>|\"[^\"\n]*\"|\{[^{}]*\}|\[[^\[\]]*\]|[=~#:,;.]", re.DOTALL)


class Hang(BaseException):
    """A file took too long. No handler of errors may take it for one of its own."""


def spoilt(name: str, number: int) -> Source:
    """The file of a number, made of the seeds of a format; always the same one."""
    chance = random.Random(f"{name} {number}")
    own = seeds(name)
    seed, other = chance.choice(own), chance.choice(own)
    if "" in seed.parts:
        data = _spoilt(chance, seed.parts[""], other.parts.get("", b""))
        return Source(seed.name, data, seed.source().sibling)
    return _archive(chance, seed)


@contextmanager
def bounded() -> Iterator[None]:
    """What happens within takes neither too long nor too much memory."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    before = signal.signal(signal.SIGALRM, _hang)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def watched() -> Iterator[None]:
    """What happens within takes at most SECONDS; within `bounded`."""
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def _hang(number: int, frame: FrameType | None) -> None:
    raise Hang(f"more than {SECONDS} s")


def _spoilt(chance: random.Random, data: bytes, other: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 4))):
        data = chance.choice(_SPOILS)(chance, data, other)
    return data


def _archive(chance: random.Random, seed: Seed) -> Source:
    """Spoilt within, or as a whole."""
    parts = dict(seed.parts)
    at = chance.choice(sorted(parts))
    how = chance.random()
    if how < 0.15:
        return Source(seed.name, _spoilt(chance, zipped(parts), b"PK\1\2" * 9))
    if how < 0.25:
        parts[chance.choice(("../" + at, at.upper(), "C:" + at, at + "\u202e", "media", "a/" * 200))] = (
            parts.pop(at)
        )
    elif how < 0.6 and parts[at].startswith(b"SQLite"):
        parts[at] = _other_cells(chance, parts[at])
    else:
        parts[at] = _spoilt(chance, parts[at], chance.choice(sorted(parts.values())))
    return Source(seed.name, zipped(parts))


def _other_cells(chance: random.Random, data: bytes) -> bytes:
    """A database with other values in it."""
    with closing(sqlite3.connect(":memory:")) as con:
        con.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        con.deserialize(data)
        tables = [name for (name,) in con.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for _ in range(chance.choice((1, 2, 5))):
            table = chance.choice(tables)
            columns = [row[1] for row in con.execute(f"PRAGMA table_info({table})")]
            value = chance.choice((*_CELLS, _text(chance)))
            if isinstance(value, str):
                value = value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            order = f"SELECT {columns[0]} FROM {table} LIMIT 1 OFFSET {chance.randrange(4)}"
            set_ = f"UPDATE {table} SET {chance.choice(columns)} = ? WHERE {columns[0]} = ({order})"
            with suppress(sqlite3.IntegrityError):
                con.execute(set_, (value,))
        con.commit()
        return con.serialize()


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _span(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = _place(chance, data)
    return start, min(len(data), start + chance.choice((1, 4, 30, 200)))


def _text(chance: random.Random) -> str:
    return chance.choice(_TEXTS) * chance.choice((1, 1, 3, 50))


def _put(chance: random.Random, data: bytes, text: str) -> bytes:
    at = _place(chance, data)
    return data[:at] + text.encode("utf-8", "surrogatepass") + data[at:]


def flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Some bits are others."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 3, 20)) if made else 0):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The end is missing."""
    return data[: _place(chance, data)]


def drop(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something in the middle is missing."""
    start, end = _span(chance, data)
    return data[:start] + data[end:]


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """It goes on as another one."""
    return data[: _place(chance, data)] + other[_place(chance, other) :]


def repeat(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Something is there again and again."""
    start, end = _span(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 20)) + data[end:]


def swap(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Two lines have changed places."""
    lines = data.splitlines(keepends=True)
    if len(lines) > 1:
        one, two = chance.sample(range(len(lines)), 2)
        lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def word(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A word is gone, or is another one of the file."""
    words = list(_WORD.finditer(data))
    if not words:
        return data
    one, two = chance.choice(words), chance.choice(words)
    return data[: one.start()] + chance.choice((two[0], two[0], b"")) + data[one.end() :]


def part(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """An element, a value in quotes or brackets is gone, is there twice, or stands elsewhere too."""
    parts = list(_PART.finditer(data))
    if not parts:
        return data
    one, two = chance.choice(parts), chance.choice(parts)
    return data[: one.start()] + chance.choice((two[0], one[0] * 2, b"")) + data[one.end() :]


def nest(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Brackets without an end."""
    return _put(chance, data, chance.choice(_BRACKETS) * chance.choice((2, 40, 600)))


def number(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A number that is none, or far too big."""
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return _put(chance, data, chance.choice(_NUMBERS))
    at = chance.choice(digits)
    return data[:at] + chance.choice(_NUMBERS).encode() + data[at + 1 :]


def odd(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Characters that texts seldom have."""
    return _put(chance, data, _text(chance))


def ends(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Line ends of another system, and a mark at the start."""
    mark = chance.choice((b"", b"\xef\xbb\xbf"))
    return mark + data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n\r")))


def code(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """In another encoding."""
    codec = chance.choice(("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1251", "utf-7", "shift_jis"))
    return data.decode("utf-8", "replace").encode(codec, "replace")


_SPOILS: Sequence[Spoil] = (
    *(flip, cut, drop, splice, repeat, swap, swap, nest, number, odd, odd, ends, code),
    *(word, word, word, part, part, part),
)


def main() -> None:
    name, number_, out = sys.argv[1:]
    made = spoilt(name, int(number_))
    Path(out).write_bytes(made.data)
    print(made.name, len(made.data), zipfile.is_zipfile(out))


if __name__ == "__main__":
    main()
