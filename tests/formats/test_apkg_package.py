"""Anki's packages of all versions, and what a hostile one costs: a message."""

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pytest
import zstandard

from quizapp.core.problems import QuizError
from quizapp.formats import foreign_sqlite, load, protobuf
from quizapp.formats.anki_rows import SCHEMA
from quizapp.formats.base import Imported, Source
from tests.formats.anki_made import Note, cards, collection, package, read
from tests.formats.shipping import PNG

PLAIN = collection([Note("guid-1", "Q", "A")])


def tried(data: bytes) -> Imported | str:
    """What is read, or the message; no other exception."""
    try:
        return load("apkg").read(Source("some.apkg", data), {})
    except QuizError as error:
        return str(error)


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


def test_the_newest_collection_counts_and_a_decoy_does_not() -> None:
    decoy = collection([Note("decoy", "Please update", "to the latest version")])
    real = collection([Note("real-note", "Q", "A")])
    found = read(package(decoy, collection__anki21=real))
    assert [card.key for card in cards(found)] == ["real-note"]
    newest = collection([Note("newest", "Q", "A")])
    data = package(decoy, collection__anki21=real, collection__anki21b=zstd(newest))
    assert [card.key for card in cards(read(data))] == ["newest"]


def pictured(*names: str, media: dict[str, bytes]) -> tuple[list[str], list[str]]:
    """(question, what is wrong) of a card that names these pictures."""
    note = Note("guid-1", " ".join(f'<img src="{name}">' for name in names), "A")
    found = read(package(collection([note]), media))
    assert all(one.read() == PNG for one in found.media)
    shown = re.findall(r"\]\(([^)]*)\)", str(cards(found)[0].data["q"]))
    assert {one.name for one in found.media} <= set(shown)
    return shown, [one.code for one in found.problems]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("../../etc/cron.d/x.png", "media/x.png"),
        ("/etc/x.png", "media/x.png"),
        ("C:\\temp\\x.png", "media/x.png"),
        ("ünï cödé.png", "media/ünï-cödé.png"),
        ("..", "media/file"),
        ("a\nb.png", "media/a-b.png"),
        ("con&amp;.png", "media/con-.png"),
    ],
)  # fmt: skip
def test_media_names_stay_below_the_deck(name: str, wanted: str) -> None:
    assert pictured(name, media={name.replace("&amp;", "&"): PNG}) == ([wanted], [])


def test_media_names_that_differ_by_case_alone_are_two_files() -> None:
    assert pictured("A.png", "a.png", media={"A.png": PNG, "a.png": PNG}) == (
        ["media/A.png", "media/a-2.png"],
        [],
    )


def test_a_name_in_another_case_or_composed_otherwise_finds_its_file() -> None:
    media = {"Karte.PNG": PNG, "u\u0308.png": PNG}
    assert pictured("karte.png", "ü.png", media=media) == (["media/karte.png", "media/ü.png"], [])


def test_media_that_are_missing_are_named() -> None:
    assert pictured("x.png", media={}) == (["media/x.png"], ["import_media_missing"])


NEW_TABLES = """
CREATE TABLE notetypes (id integer PRIMARY KEY, name text, mtime_secs integer, usn integer, config blob);
CREATE TABLE fields (ntid integer, ord integer, name text, config blob);
CREATE TABLE templates (ntid integer, ord integer, name text, mtime_secs integer, usn integer, config blob);
CREATE TABLE decks (id integer PRIMARY KEY, name text, mtime_secs integer, usn integer, common blob,
    kind blob);
"""


def test_note_types_and_decks_of_new_collections() -> None:
    """In tables of their own, as messages."""
    side = protobuf.message([(1, "{{cloze:A}}"), (2, "{{B}}")])
    about = protobuf.message([(1, protobuf.message([(1, 1), (4, "About <b>it</b>")]))])
    rows = {
        "col": [(1, 0, 0, 0, 18, 0, 0, 0, "", "", "", "", "")],
        "notes": [(1, "guid-1", 7, 0, 0, "", "{{c1::a}} b\x1fwhy", "", 0, 0, "")],
        "cards": [(1, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "")],
        "notetypes": [(7, "Gaps", 0, 0, protobuf.message([(1, 1), (9, 5)]))],
        "fields": [(7, 1, "B", b""), (7, 0, "A", b"")],
        "templates": [(7, 0, "Cloze", 0, 0, side)],
        "decks": [
            (5, "Top\x1fLow", 0, 0, b"", about),
            (6, "Filtered", 0, 0, b"", protobuf.message([(2, b"x")])),
        ],
    }
    (deck,) = read(package(foreign_sqlite.written(SCHEMA + NEW_TABLES, rows))).decks
    assert (deck.folders, deck.title, deck.header) == (("Top",), "Low", {"description": "About **it**"})
    assert dict(deck.cards[0].data) == {"cloze": "{{c1::a}} b", "explain": "why"}


def test_media_of_new_packages() -> None:
    entries = protobuf.message([(1, protobuf.message([(1, name), (2, 1)])) for name in ("b.png", "a.png")])
    note = collection([Note("guid-1", '<img src="a.png">', "A")])
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki21b", zstd(note))
        archive.writestr("media", zstd(entries))
        archive.writestr("0", zstd(b"wrong"))
        archive.writestr("1", zstd(PNG))
    (media,) = read(out.getvalue()).media
    assert (media.name, media.read()) == ("media/a.png", PNG)


# Hostile and broken files


def bomb_zip() -> bytes:
    """42 kB that would unpack to 40 MB of a collection."""
    return package(PLAIN + bytes(40_000_000))


def bomb_zstd() -> bytes:
    return package(b"", collection__anki21b=zstd(PLAIN + bytes(60_000_000)))


def encrypted() -> bytes:
    """The flag that says so, in both headers of each member."""
    data = bytearray(package(PLAIN))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for match in re.finditer(re.escape(sign), bytes(data)):
            data[match.start() + at] |= 1
    return bytes(data)


def as_view(name: str, body: str) -> bytes:
    """A collection in which a view stands for a table."""
    return empty(SCHEMA + f"DROP TABLE {name}; CREATE VIEW {name} AS {body};")


def empty(schema: str) -> bytes:
    """A package without rows."""
    return package(foreign_sqlite.written(schema, {}))


def listing(media: str) -> bytes:
    """A package with this list of media."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", PLAIN)
        archive.writestr("media", media)
    return out.getvalue()


def unfolding() -> bytes:
    """A thousand rows of a column that was added later: its default stands in the file once."""
    later = f"ALTER TABLE notes ADD COLUMN flds text NOT NULL DEFAULT '{'x' * 200_000}';"
    rows = ",".join(f"({at}, 'g{at}', 1, 0, 0, '', '', 0, 0, '')" for at in range(1000))
    bare = SCHEMA.replace("flds text NOT NULL, ", "")
    return foreign_sqlite.written(f"{bare} INSERT INTO notes VALUES {rows}; {later}{ONE_ROW}", {})


def bytes_for_text() -> bytes:
    note = "INSERT INTO notes VALUES (1, 'g', 1, 0, 0, '', x'0102', '', 0, 0, '');"
    return foreign_sqlite.written(f"{SCHEMA} {note}{ONE_ROW}", {})


ONE_ROW = "INSERT INTO col VALUES (1, 0, 0, 0, 11, 0, 0, 0, '{}', '{}', '{}', '{}', '{}');"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS guid FROM n"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "zip bomb": bomb_zip,
    "zstd bomb": bomb_zstd,
    "encrypted": encrypted,
    "cut": lambda: package(PLAIN)[:-30],
    "cut within": lambda: package(PLAIN)[: len(package(PLAIN)) // 2],
    "no database": lambda: package(b"not SQLite" * 100),
    "empty database": lambda: package(b""),
    "cut database": lambda: package(PLAIN[: len(PLAIN) // 3]),
    "cut zstd": lambda: package(b"", collection__anki21b=zstd(PLAIN)[:-40]),
    "wrong zstd": lambda: package(b"", collection__anki21b=b"\x28\xb5\x2f\xfd" + b"\xff" * 50),
    "a view for notes": lambda: as_view("notes", "SELECT 1 AS id"),
    "computed columns": lambda: empty(SCHEMA + "CREATE TABLE x (a, b AS (zeroblob(40000000)));"),
    "a virtual table": lambda: empty(SCHEMA + "CREATE VIRTUAL TABLE x USING fts5(a);"),
    "one text for many rows": lambda: package(unfolding()),
    "a note of bytes": lambda: package(bytes_for_text()),
    "an endless view for cards": lambda: as_view("cards", ENDLESS),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_a_message(name: str) -> None:
    assert isinstance(tried(HOSTILE[name]()), str)


def test_a_bomb_is_told_as_one() -> None:
    for make in (bomb_zip, bomb_zstd):
        assert len(make()) < 100_000
        assert "unpack" in str(tried(make()))


@pytest.mark.parametrize(
    "kinds",
    [
        {7: {"name": "X", "flds": ["Front"], "tmpls": [3]}},
        {7: {"name": "X", "flds": "Front", "tmpls": None}},
        {7: {"name": None, "flds": [{"ord": "x"}], "tmpls": [{}]}},
        {"x": {"name": "X", "flds": [], "tmpls": []}},
    ],
)
def test_note_types_of_the_wrong_shape(kinds: Mapping[Any, Any]) -> None:
    assert isinstance(tried(package(collection([Note("g", "Q", "A", type_=7)], kinds=kinds))), str)


def test_triggers_and_foreign_tables_are_never_run() -> None:
    schema = SCHEMA + "CREATE TRIGGER t AFTER INSERT ON notes BEGIN SELECT load_extension('x'); END;"
    schema += 'CREATE TABLE "notes\'; DROP TABLE notes" (x);'
    assert read(empty(schema)).read == 0


def test_values_of_the_wrong_type() -> None:
    """SQLite lets any value stand in any column."""
    spoilt = PLAIN.replace(b"guid-1", b"guid\xff1").replace(b"Q\x1fA", b"\xff\x1fA")
    (card,) = cards(read(package(spoilt)))
    assert dict(card.data) == {"q": "\N{REPLACEMENT CHARACTER}", "a": "A"}


def test_pages_overwritten() -> None:
    for at in range(0, len(PLAIN), 512):
        spoilt = bytearray(PLAIN)
        spoilt[at : at + 40] = bytes(range(200, 240))
        assert tried(package(bytes(spoilt)))


def test_a_list_of_media_with_odd_names() -> None:
    found = tried(listing(json.dumps({"0": ["x"], "1": {"y": 2}, "media": "x.png"})))
    assert isinstance(found, Imported)
    assert found.media == ()


@pytest.mark.parametrize("media", ['{"a":' * 100_000, "[" * 100_000, "[]", "{", "\x0a\xff\xff"])
def test_a_broken_list_of_media_costs_no_card(media: str) -> None:
    found = tried(listing(media))
    assert isinstance(found, Imported)
    assert (found.read, found.cards) == (1, 1)
    assert [one.code for one in found.problems] == ["import_media_unreadable"]


def test_a_member_without_a_name() -> None:
    data = package(PLAIN, noname=b"")
    assert isinstance(tried(data.replace(b"noname", b"\0oname")), Imported)


def test_a_collection_without_a_history_is_one() -> None:
    data = collection([Note("guid-1", "Q", "A")], schema=SCHEMA)
    assert read(package(data.replace(b"revlog", b"revlig"))).cards == 1
