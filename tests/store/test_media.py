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
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    return folder


def refused(source: Path | bytes, folder: Path, **how: str) -> str:
    with pytest.raises(QuizError) as caught:
        adopt(source, folder, **how)  # type: ignore[arg-type]
    return caught.value.code


@pytest.mark.parametrize("kind", MEDIA_TYPES, ids=lambda kind: kind.name)
def test_each_type_is_told_by_its_bytes_and_gets_its_suffix(
    kind: media.MediaType, folder: Path, tmp_path: Path
) -> None:
    data = BYTES[kind.name]
    assert type_of(data) is kind
    liar = tmp_path / "The Danube.txt"
    liar.write_bytes(data)
    path = adopt(liar, folder, sort=kind.sort)
    assert path == f"media/the-danube{kind.suffixes[0]}"
    assert (folder / path).read_bytes() == data
    other = "sound" if kind.sort == "picture" else "picture"
    assert refused(data, folder, sort=other) == f"media_no_{other}"


def test_the_same_content_is_kept_once_and_nothing_is_overwritten(folder: Path) -> None:
    first = adopt(PNG, folder, name="Which river?")
    assert adopt(PNG, folder, name="Another name") == first == "media/which-river.png"
    assert adopt(PNG + b"x", folder, name="Which river?") == "media/which-river-2.png"
    assert adopt(PNG + b"y", folder, name="Which river?") == "media/which-river-3.png"
    assert (folder / first).read_bytes() == PNG


def test_what_lies_below_the_deck_stays_there(folder: Path, tmp_path: Path) -> None:
    own = folder / "maps" / "EU map.png"
    own.parent.mkdir()
    own.write_bytes(PNG)
    assert adopt(own, folder) == "maps/EU map.png"
    (tmp_path / "link.png").symlink_to(own)
    assert adopt(tmp_path / "link.png", folder) == "maps/EU map.png"
    assert not (folder / "media").exists()


def test_what_is_no_medium_is_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(b"", folder) == "media_unknown"
    assert refused(b"<html><svg></svg></html>", folder) == "media_unknown"
    assert refused(tmp_path / "gone.png", folder) == "media_unreadable"
    assert refused(tmp_path, folder) == "media_unreadable"
    big = tmp_path / "big.png"
    with big.open("wb") as file:
        file.write(PNG)
        file.truncate(20_000_001)
    assert refused(big, folder) == "media_too_big"
    with big.open("wb") as file:
        file.truncate(200_000_000)
    assert refused(big, folder) == "media_too_big"
    assert refused(SVG.replace(b"</svg>", b" " * 2_000_000 + b"</svg>"), folder) == "media_too_big"
    assert not (folder / "media").exists()


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
def test_a_drawing_that_is_more_is_refused_and_says_why(inside: bytes, what: str, folder: Path) -> None:
    data = SVG.replace(b"</svg>", inside + b"</svg>")
    assert outward(data) == what
    assert refused(data, folder) == "media_outward"


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


def test_a_media_folder_that_leads_outside_is_not_written_to(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "media").symlink_to(tmp_path / "elsewhere")
    assert refused(PNG, folder) == "media_unwritable"
    assert os.listdir(tmp_path / "elsewhere") == []


def test_a_folder_that_cannot_be_made_is_named(folder: Path) -> None:
    (folder / "media").write_text("a file")
    assert refused(PNG, folder) == "media_unwritable"


def test_half_a_file_does_not_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(PNG, folder, name="map") == "media_unwritable"
    assert list((folder / "media").iterdir()) == []


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
