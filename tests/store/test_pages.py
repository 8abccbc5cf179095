"""Rows read from bare pages are those that SQLite reads; noise gives no crash."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from quizapp.store import pages

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=40),
    st.binary(max_size=40),
    st.integers(1, 12_000).map(lambda length: "ä" * length),
)
SIZES = st.sampled_from((512, 1024, 4096, 65536))


def plain(value: object) -> object:
    """Texts are bytes on a page, and whole numbers stay short even if they are REAL."""
    if isinstance(value, str):
        return value.encode()
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**47 else value


@given(SIZES, st.dictionaries(st.integers(-(2**62), 2**62), st.tuples(VALUES, VALUES, VALUES), max_size=30))
def test_what_sqlite_wrote_is_read(size: int, written: dict[int, tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        with closing(sqlite3.connect(path)) as con:
            con.execute(f"PRAGMA page_size = {size}")
            con.execute("CREATE TABLE rows (a, b, c)")
            con.executemany(
                "INSERT INTO rows (rowid, a, b, c) VALUES (?, ?, ?, ?)",
                [(rowid, *values) for rowid, values in written.items()],
            )
            con.commit()
        data = path.read_bytes()
    assert pages.page_size(data) == size
    found = {rowid: values for rowid, values in pages.rows(data, size, frozenset((3,)))}
    assert {rowid: tuple(map(plain, values)) for rowid, values in found.items()} == {
        rowid: tuple(map(plain, values)) for rowid, values in written.items()
    }


@given(st.binary(max_size=3000), st.integers(0, 600))
def test_noise_is_no_crash(noise: bytes, cells: int) -> None:
    page = bytes((0x0D, 0, 0)) + cells.to_bytes(2, "big") + bytes(3) + noise
    data = (bytes(1024) + page)[:2048].ljust(2048, b"\xff")
    for row in pages.rows(data, 1024, frozenset(range(40))):
        assert len(row.values) < 40


def test_a_header_that_says_no_size() -> None:
    assert pages.page_size(bytes(100)) == 0
    assert pages.page_size(b"") == 0
