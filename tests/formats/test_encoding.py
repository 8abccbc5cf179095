"""Bytes as text, and what they look like if they are no UTF-8."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.encoding import decode
from quizapp.formats.yaml_deck import read

TEXT = "- q: x\n  a: año\n- q: z\n  a: w\n"


@given(st.text())
def test_utf_8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    if not decoded.looks:
        assert decoded.text == text.removeprefix("\ufeff")
        assert decoded.encode(decoded.text) == text.encode()


@given(st.binary())
def test_nothing_raises_and_bytes_come_back(data: bytes) -> None:
    decoded = decode(data)
    if decoded.looks not in ("binary", "UTF-16", "UTF-32"):
        assert decoded.encode(decoded.text) == data


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (TEXT.encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), ""),
        (TEXT.encode("latin-1"), "Latin-1 (Windows-1252)"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (b"PK\x03\x04" + bytes(range(32)), "binary"),
        (codecs.BOM_UTF16_LE + b"a", "binary"),
        (b"", ""),
    ],
)
def test_what_it_looks_like(data: bytes, looks: str) -> None:
    assert decode(data).looks == looks


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_one_click_converts(encoding: str) -> None:
    data = TEXT.encode(encoding)
    loaded = read(data, "deck.yaml")
    assert loaded.broken
    (problem,) = loaded.problems
    assert problem.code == "file_encoding"
    assert problem.where.line == (2 if encoding in ("latin-1", "cp1252") else 1)
    assert problem.fix is not None
    decoded = decode(data)
    text = decoded.text[: problem.fix.start] + problem.fix.text + decoded.text[problem.fix.end :]
    cured = read(decoded.encode(text), "deck.yaml")
    assert cured.problems == ()
    assert cured.deck is not None
    assert [note.back() for note in cured.deck.notes] == ["año", "w"]


def test_cards_without_a_doubtful_byte_are_read() -> None:
    loaded = read(TEXT.encode("latin-1"), "deck.yaml")
    assert loaded.deck is not None
    assert [note.back() for note in loaded.deck.notes] == ["w"]


def test_windows_has_characters_where_latin_1_has_none() -> None:
    assert decode("“é” …".encode("cp1252")).meant == "“é” …"
    assert decode(b"\x81").meant == "\x81"


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00\x00\x08", codecs.BOM_UTF16_LE + b"a"])
def test_a_file_that_is_no_text_is_told(data: bytes) -> None:
    loaded = read(data, "deck.yaml")
    assert loaded.deck is None
    assert [problem.code for problem in loaded.problems] == ["file_binary"]
