"""Files taken over into a deck's folder: what is taken, how it is named, that it is there once and stays."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.markup import is_relative
from quizapp.formats.media_types import MEDIA_TYPES, outward, type_of
from quizapp.store import media
from quizapp.store.media import adopt, file_stem

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
SVG = (
    b'<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="http://www.w3.org/2000/svg">'
    b'<path d="M0 0"/></svg>'
)
BYTES = {
    "PNG": PNG,
    "JPEG": b"\xff\xd8\xff\xe0..JFIF",
    "GIF": b"GIF89a....",
    "WebP": b"RIFF\n\0\0\0WEBPVP8 ",
    "SVG": SVG,
    "WAV": b"RIFF\n\0\0\0WAVEfmt ",
    "FLAC": b"fLaC\0\0\0",
    "Ogg": b"OggS\0\2",
    "M4A": b"\0\0\0\x20ftypM4A \0\0",
    "MP3": b"ID3\4\0\0",
}


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    return folder / "europe.yaml"


def refused(source: Path | bytes, deck: Path, **how: str) -> str:
    with pytest.raises(QuizError) as caught:
        adopt(source, deck, **how)  # type: ignore[arg-type]
    return caught.value.code


@pytest.mark.parametrize("kind", MEDIA_TYPES, ids=lambda kind: kind.name)
def test_each_type_is_told_by_its_bytes_and_gets_its_suffix(
    kind: media.MediaType, deck: Path, tmp_path: Path
) -> None:
    data = BYTES[kind.name]
    assert type_of(data) is kind
    liar = tmp_path / "The Danube.txt"
    liar.write_bytes(data)
    path = adopt(liar, deck, sort=kind.sort)
    assert path == f"media/the-danube{kind.suffixes[0]}"
    assert (deck.parent / path).read_bytes() == data
    other = "sound" if kind.sort == "picture" else "picture"
    assert refused(data, deck, sort=other) == f"media_no_{other}"


def test_the_same_content_is_kept_once_and_nothing_is_overwritten(deck: Path) -> None:
    first = adopt(PNG, deck, name="Which river?")
    assert adopt(PNG, deck, name="Another name") == first == "media/which-river.png"
    assert adopt(PNG + b"x", deck, name="Which river?") == "media/which-river-2.png"
    assert adopt(PNG + b"y", deck, name="Which river?") == "media/which-river-3.png"
    assert (deck.parent / first).read_bytes() == PNG


def test_what_lies_below_the_deck_stays_there(deck: Path, tmp_path: Path) -> None:
    own = deck.parent / "maps" / "EU map.png"
    own.parent.mkdir()
    own.write_bytes(PNG)
    assert adopt(own, deck) == "maps/EU map.png"
    (tmp_path / "link.png").symlink_to(own)
    assert adopt(tmp_path / "link.png", deck) == "maps/EU map.png"
    assert not (deck.parent / "media").exists()


def test_what_is_no_medium_is_refused(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(b"", deck) == "media_unknown"
    assert refused(b"<html><svg></svg></html>", deck) == "media_unknown"
    assert refused(tmp_path / "gone.png", deck) == "media_unreadable"
    assert refused(tmp_path, deck) == "media_unreadable"
    big = tmp_path / "big.png"
    with big.open("wb") as file:
        file.write(PNG)
        file.truncate(20_000_001)
    assert refused(big, deck) == "media_too_big"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(big, deck) == "media_too_big"
    assert refused(SVG.replace(b"</svg>", b" " * 2_000_000 + b"</svg>"), deck) == "media_too_big"
    assert not (deck.parent / "media").exists()


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        (b"<script>alert(1)</script>", "<script>"),
        (b'<image href="https://example.org/a.png"/>', "https://example.org/a.png"),
        (b'<image xlink:href="file:///etc/passwd" xmlns:xlink="x"/>', "file:///etc/passwd"),
        (b'<rect onload="x()"/>', "onload"),
        (b'<rect style="fill: url(http://a.b/c)"/>', "url(http://a.b/c)"),
        (b"<style>@import 'a.css';</style>", "@import 'a.css';"),
        (b"<foreignObject/>", "<foreignObject>"),
        (b"<rect>", "mismatched tag"),
    ],
)
def test_a_drawing_that_is_more_is_refused_and_says_why(inside: bytes, what: str, deck: Path) -> None:
    data = SVG.replace(b"</svg>", inside + b"</svg>")
    assert outward(data) == what
    assert refused(data, deck) == "media_outward"


def test_drawings_with_entities_or_style_sheets_are_refused() -> None:
    assert outward(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>') == "&a;"
    assert outward(b'<?xml-stylesheet href="a.css"?><svg/>') == "<?xml-stylesheet?>"


@pytest.mark.parametrize(
    "inside",
    [
        b'<use href="#a"/>',
        b'<image href="data:image/png;base64,AA"/>',
        b'<a href="https://example.org"><rect fill="url(#a)"/></a>',
        b"<style>.a { fill: url( '#b' ) }</style>",
    ],
)
def test_drawings_that_stay_inside_are_taken(inside: bytes) -> None:
    assert outward(SVG.replace(b"</svg>", inside + b"</svg>")) == ""


def test_a_media_folder_that_leads_outside_is_not_written_to(deck: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (deck.parent / "media").symlink_to(tmp_path / "elsewhere")
    assert refused(PNG, deck) == "media_unwritable"
    assert os.listdir(tmp_path / "elsewhere") == []


def test_a_folder_that_cannot_be_made_is_named(deck: Path) -> None:
    (deck.parent / "media").write_text("a file")
    assert refused(PNG, deck) == "media_unwritable"


def test_half_a_file_does_not_stay(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(PNG, deck, name="map") == "media_unwritable"
    assert list((deck.parent / "media").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Which river runs through Budapest?", "which-river-runs-through-budapest"),
        ("Straße nach Łódź & Århus", "strasse-nach-lodz-arhus"),
        ("Don’t", "dont"),
        ("Какая река?", "picture"),
        ("con", "picture-con"),
        ("Screenshot 2025-01-02 at 10.11.12", "screenshot-2025-01-02-at-10-11-12"),
        ("a" * 60, "a" * 40),
        ("", "picture"),
    ],
)
def test_names(words: str, stem: str) -> None:
    assert file_stem(words, "picture") == stem


@given(st.text())
def test_any_words_make_a_name_for_all_systems(words: str) -> None:
    stem = file_stem(words, "sound")
    assert stem.isascii()
    assert 0 < len(stem) <= 47
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert is_relative(f"media/{stem}.png")


@given(st.binary(max_size=200))
def test_no_bytes_at_all_upset_it(data: bytes) -> None:
    kind = type_of(data)
    assert kind is None or kind in MEDIA_TYPES
    assert isinstance(outward(data), str)
