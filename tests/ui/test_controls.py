"""Buttons, links, panels and other small widgets, driven by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.keycap import KeyCap
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.panel import Column, Panel
from quizapp.ui.widgets.phrase import Link, Phrase
from quizapp.ui.widgets.progress import ProgressLine
from tests.ui.stage import pixel, role_and_name, show


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("primary", "Check", key="Enter")
    show(qtbot, button)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_an_ampersand_is_an_ampersand(qtbot: QtBot) -> None:
    button = Button("ghost", "R&D", key="D")
    window = show(qtbot, button)
    assert button.words == "R&D"
    assert role_and_name(button) == (QAccessible.Role.Button, "R&D")
    assert button.shortcut().isEmpty()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("kind", ["primary", "ghost", "quiet"])
def test_the_ring_lies_outside_a_border_that_stays(qtbot: QtBot, kind: str) -> None:
    button, other = Button(kind, "Hint", key="H"), Button("ghost", "Other")  # type: ignore[arg-type]
    show(qtbot, button, other)
    other.setFocus()
    middle = button.height() // 2
    rest = [pixel(button, x, middle).name() for x in range(8)]
    size = button.size()
    button.setFocus()
    ring = [pixel(button, x, middle).name() for x in range(8)]
    accent = theme.color("acc").name()
    assert ring[0] == ring[1] == accent
    assert ring[2:] == rest[2:]
    assert rest[0] == theme.color("bg").name()
    assert button.size() == size


def test_a_key_cap_gives_way_before_the_words(qtbot: QtBot) -> None:
    button = Button("ghost", "I don’t know", key="Alt 0")
    bare = Button("ghost", "I don’t know")
    assert button.minimumSizeHint().width() == pytest.approx(bare.sizeHint().width(), abs=1)
    assert button.sizeHint().width() > bare.sizeHint().width() + 30
    for widget in (button, bare):
        qtbot.addWidget(widget)


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = Button("primary", "Check", key="Enter")
    show(qtbot, button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pixel(button, 20, 10).name() == theme.color("key").name()


def test_hovering_shows(qtbot: QtBot) -> None:
    button = Button("primary", "Check")
    show(qtbot, button)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    assert pixel(button, 10, 12).name() == theme.color("acchover").name()


def test_icon_and_kind_change_nothing_but_looks(qtbot: QtBot) -> None:
    button = Button("quiet", "Add a deck", icon="plus", height=36)
    show(qtbot, button, Button("link", "Show all 7"))
    assert button.sizeHint().height() == 44
    button.set_kind("ghost")
    button.set_key("A")
    assert button.kind == "ghost"
    assert role_and_name(button)[1] == "Add a deck"


def test_small_widgets_say_what_they_show(qtbot: QtBot) -> None:
    chip, claim, cap, bar = (
        Chip("Choose one"),
        Chip("Author’s claim", claim=True),
        KeyCap("Ctrl F"),
        ProgressLine(),
    )
    bar.set_progress(12, 34)
    show(qtbot, chip, claim, cap, bar)
    assert role_and_name(chip) == (QAccessible.Role.StaticText, "Choose one")
    assert role_and_name(cap) == (QAccessible.Role.StaticText, "Ctrl F")
    assert claim.sizeHint().width() > Chip("Author’s claim").sizeHint().width()
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.ProgressBar
    assert bar.accessibleDescription() == "12 of 34"
    assert pixel(bar, 8, 4).name() == theme.color("acc").name()
    assert pixel(bar, bar.width() - 8, 4).name() == theme.color("line").name()


def test_progress_of_nothing(qtbot: QtBot) -> None:
    bar = ProgressLine()
    bar.set_progress(0, 0)
    show(qtbot, bar)
    assert pixel(bar, 8, 4).name() == theme.color("line").name()


def test_panels_cast_a_shadow_in_light_alone(qapp: QApplication, qtbot: QtBot) -> None:
    panel = Panel(shadow=True)
    panel.content.addWidget(label("body", "Words"))
    show(qtbot, panel)
    below = pixel(panel, panel.width() // 2, panel.height() - 3)
    assert below != theme.color("bg")
    theme.install(qapp, theme.Theme(scheme="dark"))
    assert pixel(panel, panel.width() // 2, panel.height() - 3) == theme.color("bg")


@pytest.mark.parametrize(("width", "visible"), [(1100, 760), (720, 656), (480, 432)])
def test_the_column_keeps_its_sides(qtbot: QtBot, width: int, visible: int) -> None:
    column = Column()
    column.content.addWidget(label("body", "Words"))
    window = show(qtbot, column, width=width)
    assert column.inner.width() == visible + 8
    assert column.inner.mapTo(window, QPoint(4, 0)).x() == (width - visible) // 2


def test_links_emit_and_open_nothing(qtbot: QtBot) -> None:
    link = Link("How to Spot a Cartel, paragraphs 2–5", "· fact in the source")
    window = show(qtbot, link, width=220)
    assert link.heightForWidth(220) > link.heightForWidth(600)
    assert role_and_name(link) == (QAccessible.Role.Button, "How to Spot a Cartel, paragraphs 2–5")
    link.setFocus()
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Return)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert accents(window)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert accents(window)


def accents(window: QWidget) -> int:
    """How many sampled pixels have the accent."""
    image = window.grab().toImage()
    accent = theme.color("acc")
    return sum(
        image.pixelColor(x, y) == accent
        for x in range(image.width())
        for y in range(0, min(60, image.height()))
    )


def test_phrases_read_as_one_text(qtbot: QtBot) -> None:
    phrase = Phrase("Author’s claim", ", from an essay.", token="claim")
    show(qtbot, phrase, width=120)
    assert role_and_name(phrase) == (QAccessible.Role.StaticText, "Author’s claim, from an essay.")
    assert phrase.heightForWidth(120) > phrase.sizeHint().height()
