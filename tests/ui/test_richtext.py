"""The viewer of deck text: what it shows, and what it never loads."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextCharFormat,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui import fonts, theme
from quizapp.ui.maths import Maths
from quizapp.ui.richtext import Viewer, Viewers
from tests.ui.stage import role_and_name, show

PIXEL = QImage(1, 1, QImage.Format.Format_RGB32)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck's folder with a red picture, and a secret beside it."""
    folder = tmp_path / "deck"
    folder.mkdir()
    for path, color in (
        (folder / "red.png", Qt.GlobalColor.red),
        (tmp_path / "secret.png", Qt.GlobalColor.blue),
    ):
        image = QImage(900, 90, QImage.Format.Format_RGB32)
        image.fill(color)
        assert image.save(str(path))
    return folder


@pytest.fixture
def maths(qtbot: QtBot) -> Iterator[Maths]:
    made = Maths()
    yield made
    made.close()


def colors_of(viewer: Viewer) -> set[str]:
    image = viewer.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }


def formats(viewer: Viewer) -> Iterator[tuple[str, QTextCharFormat]]:
    block = viewer.document().begin()
    while block.isValid():
        for item in block:
            yield item.fragment().text(), item.fragment().charFormat()
        block = block.next()


# What is shown


_LATE = """
import sys
from PySide6.QtWidgets import QApplication
from quizapp.ui.richtext import Viewers
app = QApplication([])
viewer = Viewers(None)("More (2 > 1) – see R&D.")
print(viewer.toPlainText(), *({"markdown_it", "pygments", "ziamath"} & set(sys.modules)))
viewer.set_text("It was **not** so.")
print(viewer.toPlainText(), *({"pygments", "ziamath"} & set(sys.modules)))
"""


def test_libraries_are_loaded_when_needed() -> None:
    done = subprocess.run([sys.executable, "-c", _LATE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["More (2 > 1) – see R&D.", "It was not so."]


def test_markup_never_comes_from_the_deck(qtbot: QtBot) -> None:
    viewer = Viewers(None)("<b>bold</b> <img src='x.png'> <script>alert(1)</script>")
    qtbot.addWidget(viewer)
    assert viewer.toPlainText() == "<b>bold</b> <img src='x.png'> <script>alert(1)</script>"


def test_strong_words_take_the_face_s_own_weight(qtbot: QtBot) -> None:
    viewer = Viewers(None)("It was **not** so.", role="title")
    qtbot.addWidget(viewer)
    form = next(form for text, form in formats(viewer) if text == "not")
    assert form.fontVariableAxes() == {QFont.Tag("wght"): 800, QFont.Tag("opsz"): 32}
    assert form.fontWeight() == 400


def test_lists_tables_and_line_heights(qtbot: QtBot) -> None:
    viewer = Viewers(None)("one\n\n- a\n- b\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\nlast")
    qtbot.addWidget(viewer)
    document = viewer.document()
    assert viewer.toPlainText().split() == ["one", "a", "b", "h", "i", "1", "2", "last"]
    assert document.begin().blockFormat().lineHeight() == pytest.approx(0.32 * 19, abs=0.2)
    assert document.lastBlock().blockFormat().bottomMargin() == 0
    table = next(frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable))
    assert table.format().borderBrush().color() == theme.color("line")


def test_code_is_coloured_from_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    viewer = Viewers(None)('```python\ndef f():  # why\n    return "s"\n```')
    qtbot.addWidget(viewer)
    for scheme in ("light", "dark"):
        theme.install(qapp, theme.Theme(scheme=scheme))
        viewer.restyle()
        inks = {text.strip(): form.foreground().color() for text, form in formats(viewer)}
        assert inks["def"] == theme.color("accink")
        assert inks["# why"] == theme.color("mut")
        assert inks['"s"'] == theme.color("good")
    form = next(form for text, form in formats(viewer) if text == "def")
    assert form.fontFamilies() == [fonts.MONO]
    assert form.fontFeatures() == {QFont.Tag("calt"): 0}


@pytest.mark.parametrize("language", ["nosuch", "python"])
def test_code_keeps_its_letters(qtbot: QtBot, language: str) -> None:
    viewer = Viewers(None)(f"```{language}\nif a < b && c:\n\n    x = '&amp;'\n```")
    qtbot.addWidget(viewer)
    assert viewer.toPlainText().rstrip() == "if a < b && c:\n\n    x = '&amp;'"


def test_right_to_left_text_turns_round(qtbot: QtBot) -> None:
    arabic, english = Viewers(None)("القاهرة الكبرى"), Viewers(None)("Cairo")
    show(qtbot, arabic, english)
    assert arabic.document().begin().textDirection() == Qt.LayoutDirection.RightToLeft
    assert arabic.cursorRect().x() > 300
    assert english.cursorRect().x() < 60


# Pictures


def test_a_picture_of_the_deck_is_shown_no_wider_than_the_text(qtbot: QtBot, deck: Path) -> None:
    viewer = Viewers(deck)("![A red bar](red.png)")
    window = show(qtbot, viewer, width=300)
    assert "#ff0000" in colors_of(viewer)
    assert viewer.height() == pytest.approx(30, abs=8)
    window.resize(1000, 400)
    qtbot.waitUntil(lambda: viewer.height() > 80)
    assert viewer.plain_text() == "A red bar"


@pytest.mark.parametrize(
    "source",
    ["../secret.png", "gone.png", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.png", "data:,x"],
)
def test_any_other_picture_is_words(qtbot: QtBot, deck: Path, source: str) -> None:
    viewer = Viewers(deck)(f"before ![some words]({source}) after")
    show(qtbot, viewer)
    assert "some words" in viewer.toPlainText()
    assert "￼" not in viewer.toPlainText()
    assert "#0000ff" not in colors_of(viewer)


def test_a_link_in_the_file_system_leads_nowhere(qtbot: QtBot, deck: Path) -> None:
    (deck / "link.png").symlink_to(deck.parent / "secret.png")
    viewer = Viewers(deck)("![linked](link.png)")
    show(qtbot, viewer)
    assert viewer.toPlainText() == "Picture not shown: linked"


def test_without_a_folder_there_are_no_pictures(qtbot: QtBot, deck: Path) -> None:
    viewer = Viewers(None)("![bar](red.png)")
    qtbot.addWidget(viewer)
    assert viewer.toPlainText() == "Picture not shown: bar"


def test_a_picture_alone(qtbot: QtBot, deck: Path) -> None:
    viewer = Viewers(str(deck)).picture("red.png", "A red bar")
    show(qtbot, viewer)
    assert "#ff0000" in colors_of(viewer)
    assert role_and_name(viewer)[1] == "A red bar"
    viewer.set_picture("100%25.png", "")
    assert viewer.toPlainText() == "Picture not shown: 100%25.png"


@pytest.mark.parametrize(
    "name", ["{secret}", "file://{secret}", "/etc/passwd", "http://127.0.0.1:9/x", "qrc:/x"]
)
def test_the_document_itself_loads_nothing(qtbot: QtBot, deck: Path, name: str) -> None:
    """Even if HTML came through that names a file: Qt would show it."""
    url = name.format(secret=deck.parent / "secret.png")
    viewer = Viewers(deck)("words")
    viewer.document().setHtml(f'<p><img src="{url}" width="50" height="50"></p>')
    show(qtbot, viewer)
    assert "#0000ff" not in colors_of(viewer)
    for kind in QTextDocument.ResourceType:
        for loader in (viewer, viewer.document()):
            loaded = loader.loadResource(kind.value, QUrl(url))
            assert isinstance(loaded, QImage)
            assert loaded.size() == PIXEL.size()
            assert loaded.pixelColor(0, 0).alpha() == 0


def test_a_viewer_goes_nowhere(qtbot: QtBot, deck: Path) -> None:
    viewer = Viewers(deck)("words")
    qtbot.addWidget(viewer)
    viewer.setSource(QUrl.fromLocalFile("/etc/passwd"))
    assert viewer.toPlainText() == "words"
    assert not viewer.openLinks()


# Formulas


def test_a_formula_stands_in_the_text(qtbot: QtBot, maths: Maths) -> None:
    viewer = Viewers(None, maths)("so $E=mc^2$ holds")
    assert viewer.toPlainText() == "so E=mc^2 holds"
    show(qtbot, viewer)
    qtbot.waitUntil(lambda: "￼" in viewer.toPlainText(), timeout=20_000)
    assert viewer.plain_text() == "so E=mc^2 holds"
    assert role_and_name(viewer)[1] == "so E=mc^2 holds"
    high, display = Viewers(None, maths)(r"$\frac{a}{b}$"), Viewers(None, maths)("$$x$$")
    for other in (high, display):
        qtbot.addWidget(other)
        qtbot.waitUntil(lambda other=other: "￼" in other.toPlainText(), timeout=20_000)


def test_formulas_follow_the_scheme(qtbot: QtBot, qapp: QApplication, maths: Maths) -> None:
    viewer = Viewers(None, maths)("$x$", role="display")
    show(qtbot, viewer)
    qtbot.waitUntil(lambda: "￼" in viewer.toPlainText(), timeout=20_000)
    assert theme.color("text").name() in colors_of_all(viewer)
    theme.install(qapp, theme.Theme(scheme="contrast"))
    assert "#ffffff" in colors_of_all(viewer)


def colors_of_all(viewer: Viewer) -> set[str]:
    image = viewer.document().loadResource(0, "deck:0")
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("source", [r"\frac{", r"\begin{foo}", "{" * 8 + "x" + "}" * 8])
def test_a_formula_that_fails_is_its_source(qtbot: QtBot, maths: Maths, source: str) -> None:
    viewer = Viewers(None, maths)(f"so ${source}$ holds")
    qtbot.addWidget(viewer)
    qtbot.waitUntil(lambda: not maths.pending(source, display=False), timeout=20_000)
    assert viewer.toPlainText() == f"so {source} holds"


def test_without_a_renderer_formulas_are_source(qtbot: QtBot) -> None:
    viewer = Viewers(None)("so $x<y$ holds")
    qtbot.addWidget(viewer)
    assert viewer.toPlainText() == "so x<y holds"
