"""A pipe, a device, a link out of a folder or a hostile text gives a message or nothing; nobody is kept."""

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import FORMATS, load, readers
from quizapp.formats.base import Source
from quizapp.formats.sources import open_source, read
from tests.formats.fuzzing import bounded, watched
from tests.formats.seeding import Seed, seeds

READ = [name for name in FORMATS if load(name).reads]
BILLION = b'<!DOCTYPE quiz [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%b">' % (98 + at, b"&%c;" % (97 + at) * 10) for at in range(9)
)
ENTITIES = (
    BILLION + b"]>",
    b'<!DOCTYPE quiz SYSTEM "file:///etc/passwd">',
    b'<!DOCTYPE quiz [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE quiz [<!ENTITY a "' + b"x" * 50_000 + b'">]>',
    b'<!DOCTYPE quiz [<!ENTITY % a SYSTEM "x">%a;]>',
)
HOSTILE = (
    *(b"\xff" * 300_000, b"\0" * 300_000, b"{" * 300_000, b"[" * 300_000, b'"' * 300_000, b"<" * 300_000),
    *(b"#" * 300_000, b" " * 300_000, b"\n" * 300_000, b":" * 300_000, b"a:" * 150_000, b"`" * 300_000),
    *(b"PK\3\4" + b"PK\1\2" * 75_000, b"SQLite format 3\0" * 20_000, b"- " * 150_000, b"ANSWER: " * 40_000),
    *(
        b"{=" * 150_000,
        b"\\" * 300_000,
        b"a," * 150_000,
        b"<!--" * 75_000,
        b"Q: " * 100_000,
        b"?\n" * 150_000,
    ),
)


class Stopped(Exception):
    """Nobody waits any more."""


def stop(done: int, total: int) -> None:
    raise Stopped


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nothing"])
def test_what_is_no_file_costs_a_message(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    with bounded(), watched(), pytest.raises(QuizError):
        open_source(path)


def test_nothing_beside_a_source_is_read_from_elsewhere(tmp_path: Path) -> None:
    folder, other = tmp_path / "deck", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (other / "secret.png").write_bytes(b"x")
    (folder / "cards.md").write_text("Q: a\nA: b\n", "utf-8")
    (folder / "own.png").write_bytes(b"own")
    (folder / "link.png").symlink_to(other / "secret.png")
    (folder / "media").symlink_to(other)
    (folder / "within.png").symlink_to(folder / "own.png")
    os.mkfifo(folder / "pipe.png")
    beside = open_source(folder / "cards.md").sibling
    assert beside("own.png") == beside("within.png") == b"own"
    for name in ("link.png", "media/secret.png", "../other/secret.png", str(other / "secret.png"), "pipe.png",
                 ".", "", "a\0b", "x" * 5000, "..\\other\\secret.png"):  # fmt: skip
        assert beside(name) is None, name


@pytest.mark.parametrize("data", HOSTILE, ids=lambda data: repr(data[:6]))
@pytest.mark.parametrize("suffix", [".txt", ".zip", ".json"])
def test_no_format_is_slow_to_say_whether_it_knows_a_file(data: bytes, suffix: str) -> None:
    with bounded(), watched():
        for one in readers():
            assert 0 <= one.sniff(Source(f"x{suffix}", data)) <= 100


@pytest.mark.parametrize("head", ENTITIES, ids=range(len(ENTITIES)))
@pytest.mark.parametrize("name", ["moodle-xml", "mnemosyne"])
def test_xml_with_entities_of_its_own_is_refused(name: str, head: bytes) -> None:
    body = b"<quiz><question type='essay'><questiontext><text>" + b"&a;&j;" * 1000
    data = head + body + b"</text></questiontext></question></quiz>"
    with bounded(), watched(), pytest.raises(QuizError) as refused:
        load(name).read(Source("x.xml", data), {})
    assert refused.value.code == "xml_entities"


@pytest.mark.parametrize("name", READ)
def test_who_waits_no_more_is_not_kept(name: str) -> None:
    with pytest.raises(Stopped):
        load(name).read(_long(seeds(name)[0]), {}, stop)


def _long(seed: Seed) -> Source:
    """A seed with its cards many times."""
    suffixes = {name: Path(name or seed.name).suffix for name in seed.parts}
    parts = {name: _LONGER.get(suffixes[name], _lines)(data) for name, data in seed.parts.items()}
    return Seed(seed.name, parts).source()


def _lines(data: bytes) -> bytes:
    return (data + b"\n") * 1000


def _elements(data: bytes) -> bytes:
    head, mark, rest = data.partition(b"<quiz>" if b"<quiz>" in data else b'"9">')
    body, end, tail = rest.rpartition(b"</")
    return head + mark + body * 1000 + end + tail


def _objects(data: bytes) -> bytes:
    root = json.loads(data)
    return json.dumps(root | {"notes": root["notes"] * 1000}).encode()


def _items(data: bytes) -> bytes:
    head, mark, items = data.partition(b"cards:\n" if b"cards:" in data else b"questions:\n")
    return head + mark + items * 1000


def _rows(data: bytes) -> bytes:
    with closing(sqlite3.connect(":memory:")) as con:
        con.create_collation("unicase", lambda one, other: (one > other) - (one < other))
        con.deserialize(data)
        con.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
            "INSERT INTO notes SELECT id + 1000 * i, guid || i, mid, 0, 0, tags, flds, 0, 0, 0, 0 "
            "FROM notes, n"
        )
        con.commit()
        return con.serialize()


_LONGER: Mapping[str, Callable[[bytes], bytes]] = {
    ".xml": _elements,
    ".json": _objects,
    ".yaml": _items,
    ".yml": lambda data: b"- {question: Is it?, answer: Yes, choices: [Yes, No]}\n" * 1000,
    ".anki2": _rows,
    ".anki21b": _rows,
    ".svg": bytes,
}


def test_the_first_failure_is_told_where_no_format_can_read_it() -> None:
    with pytest.raises(QuizError, match="in no format"):
        read(Source("x.bin", b"\x7fELF" + bytes(100)))


def test_a_folder_of_several_sources_is_none(tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        (tmp_path / name).write_text("[]", "utf-8")
    with pytest.raises(QuizError) as raised:
        open_source(tmp_path)
    assert raised.value.code == "import_folder"
    (tmp_path / "deck.json").write_text("{}", "utf-8")
    assert open_source(tmp_path).name == "deck.json"
