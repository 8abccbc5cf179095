"""Pictures of decks: nothing outside the deck's folder is ever read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from quizapp.ui import pictures

CARD = QColor("#fefefe")
CIRCLE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="9" cy="9" r="5"/></svg>'
XLINK = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def bitmap(path: Path, color: str = "red", size: int = 10) -> None:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(color))
    assert image.save(str(path))


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck's folder with pictures in and beside it."""
    folder = tmp_path / "deck"
    (folder / "media").mkdir(parents=True)
    bitmap(folder / "media" / "map 1.png")
    bitmap(tmp_path / "secret.png")
    (folder / "circle.svg").write_text(CIRCLE)
    (folder / "notes.txt").write_text("not a picture")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "away").symlink_to(tmp_path)
    (folder / "inside.png").symlink_to(folder / "media" / "map 1.png")
    return folder


def load(deck: Path, name: str, scheme: str = "light") -> QImage | None:
    return pictures.load(deck, name, scheme=scheme, backing=CARD)


@pytest.mark.parametrize(
    "name", ["media/map 1.png", "./media/map 1.png", "inside.png", "media/../circle.svg"]
)
def test_pictures_below_the_folder_are_shown(deck: Path, name: str) -> None:
    assert load(deck, name) is not None


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "gone.png",
        "../secret.png",
        "media/../../secret.png",
        "link.png",
        "away/secret.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1/x.png",
        "data:image/png;base64,AAAA",
        "qrc:/x.png",
        "notes.txt",
        "a\0b.png",
        "..\\secret.png",
        "x" * 5000,
    ],
)
def test_nothing_else_is(deck: Path, name: str) -> None:
    assert load(deck, name) is None


def test_an_absolute_name_is_none_even_inside(deck: Path) -> None:
    assert load(deck, str(deck / "circle.svg")) is None


def test_a_folder_that_is_gone_shows_nothing(deck: Path) -> None:
    assert load(deck / "gone", "circle.svg") is None


def test_large_files_are_left_alone(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_LARGEST_FILE", 10)
    assert load(deck, "media/map 1.png") is None


def test_large_drawings_are_left_alone(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_LARGEST_SVG", 10)
    assert load(deck, "circle.svg") is None


def test_wide_pictures_are_left_alone(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (deck / "wide.svg").write_text(CIRCLE.replace('width="40"', 'width="9000"'))
    assert load(deck, "wide.svg") is None
    monkeypatch.setattr(pictures, "_LARGEST_SIDE", 5)
    assert load(deck, "media/map 1.png") is None


@pytest.mark.parametrize("name", ["broken.png", "broken.svg", "empty.svg"])
def test_broken_files_show_nothing(deck: Path, name: str) -> None:
    (deck / name).write_bytes(b"" if name.startswith("empty") else b"<svg <<< \x89PNG")
    assert load(deck, name) is None


def test_pictures_are_opaque(deck: Path) -> None:
    bitmap(deck / "clear.png", "transparent")
    drawn, clear = load(deck, "circle.svg"), load(deck, "clear.png")
    assert drawn is not None
    assert clear is not None
    assert drawn.pixelColor(79, 39) == CARD
    assert drawn.pixelColor(18, 18) == Qt.GlobalColor.black
    assert drawn.deviceIndependentSize().toSize().width() == 40
    assert clear.pixelColor(1, 1) == CARD
    assert not clear.hasAlphaChannel()


def test_in_the_dark_a_drawing_stands_on_white(deck: Path) -> None:
    drawn = load(deck, "circle.svg", "dark")
    assert drawn is not None
    assert drawn.pixelColor(79, 39) == Qt.GlobalColor.white


def test_in_the_dark_a_drawing_s_dark_sister_is_shown(deck: Path) -> None:
    (deck / "circle.dark.svg").write_text(CIRCLE.replace('r="5"', 'r="5" fill="red"'))
    for scheme, center in (("dark", Qt.GlobalColor.red), ("light", Qt.GlobalColor.black)):
        drawn = load(deck, "circle.svg", scheme)
        assert drawn is not None
        assert drawn.pixelColor(18, 18) == center
        assert drawn.pixelColor(79, 39) == CARD


@pytest.mark.parametrize(
    "inner",
    [
        '<image xlink:href="file:///etc/passwd"/>',
        '<image xlink:href="../secret.png"/>',
        '<image href="http://127.0.0.1/x.png"/>',
        '<image xlink:href="data:image/svg+xml;base64,AAAA"/>',
        '<use xlink:href="other.svg#x"/>',
        '<g id="a"><use xlink:href="#a"/></g><use xlink:href="#a"/>',
        "<g>",
    ],
)
def test_drawings_that_reach_out_are_refused(deck: Path, inner: str) -> None:
    (deck / "sly.svg").write_text(f'<svg {XLINK} width="9" height="9">{inner}</svg>')
    assert load(deck, "sly.svg") is None


def test_drawings_may_refer_to_themselves(deck: Path) -> None:
    inner = (
        '<defs><g id="a"><circle r="1"/></g></defs><use xlink:href="#a"/><use xlink:href="#a"/>'
        '<a xlink:href="https://example.org"><circle r="2"/></a>'
    )
    (deck / "own.svg").write_text(f'<svg {XLINK} width="9" height="9">{inner}</svg>')
    assert load(deck, "own.svg") is not None


def test_a_bomb_of_copies_is_refused(deck: Path) -> None:
    groups = [f'<g id="g{n}">' + f'<use xlink:href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9)]
    inner = '<g id="g0"><circle r="1"/></g>' + "".join(groups) + '<use xlink:href="#g8"/>'
    (deck / "bomb.svg").write_text(f'<svg {XLINK} width="9" height="9">{inner}</svg>')
    assert load(deck, "bomb.svg") is None


def test_a_long_chain_of_copies_is_refused(deck: Path) -> None:
    groups = [f'<g id="g{n}"><use xlink:href="#g{n + 1}"/></g>' for n in range(5000)]
    (deck / "chain.svg").write_text(f'<svg {XLINK} width="9" height="9">{"".join(groups)}</svg>')
    assert load(deck, "chain.svg") is None
