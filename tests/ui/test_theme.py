"""The theme: colours that can be told apart, shipped fonts, and widgets that follow a change."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui import fonts, icons, theme
from quizapp.ui.highlight import STYLES
from quizapp.ui.tokens import COLORS, SCHEMES, Scheme, contrast
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import Label, advance
from quizapp.ui.widgets.verdict import TONES

_STATES = ("good", "bad", "warn", "claim")
_SOFT = tuple(f"{state}soft" for state in _STATES)
_FILLS = ("bg", "rail", "card", "key", "hover", "sel", "accsoft", *_SOFT)

TEXT_PAIRS = {
    *((ink, fill) for ink in ("text", "mut") for fill in _FILLS),
    *(("acctext", fill) for fill in ("acc", "acchover", "good", "bad", "warn")),
    *(("accink", fill) for fill in ("bg", "card", "hover", "key", "accsoft", *_SOFT)),
    *((state, fill) for state in _STATES for fill in ("bg", "card", "hover", f"{state}soft")),
    *(("claim", fill) for fill in _SOFT),
    ("bad", "accsoft"),  # late, in a selected row
    *((ink, "key") for ink in STYLES.values()),
    *((tone.fill, tone.ink) for tone in TONES.values()),
}
"""(words, what they stand on), wherever the widgets put words."""

NON_TEXT_PAIRS = {
    *((mark, fill) for mark in ("edge", "acc") for fill in ("card", "bg")),
    *((state, f"{state}soft") for state in _STATES),
    *((state, "card") for state in _STATES),
}

LOWEST = {
    "light": ("good", "goodsoft", 5.44),
    "dark": ("mut", "accsoft", 5.88),
    "contrast": ("bad", "accsoft", 6.96),
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out(scheme: Scheme) -> None:
    colors = COLORS[scheme]
    ratios = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in TEXT_PAIRS}
    ink, fill, lowest = LOWEST[scheme]
    assert min(ratios.values()) >= 4.5
    assert min(ratios.values()) == pytest.approx(lowest, abs=0.005)
    assert ratios[ink, fill] == pytest.approx(lowest, abs=0.005)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_signs_and_borders_stand_out(scheme: Scheme) -> None:
    colors = COLORS[scheme]
    assert min(contrast(colors[mark], colors[fill]) for mark, fill in NON_TEXT_PAIRS) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_schemes_have_the_same_tokens() -> None:
    assert len({frozenset(COLORS[scheme]) for scheme in SCHEMES}) == 1
    assert all(len(color) == 7 for scheme in SCHEMES for color in COLORS[scheme].values())


@pytest.mark.parametrize("role", fonts.ROLES)
def test_fonts_are_the_shipped_ones(role: str) -> None:
    family = fonts.ROLES[role].family
    assert family in QFontDatabase.families()
    assert QFontInfo(theme.font(role)).family() == family
    assert theme.font(role).pixelSize() == fonts.ROLES[role].px >= 13


def test_weights_differ_without_smearing() -> None:
    regular, strong = theme.font("body"), theme.font("strong")
    assert QFontMetricsF(regular).horizontalAdvance("Aragua") < QFontMetricsF(strong).horizontalAdvance(
        "Aragua"
    )
    assert strong.weight() == regular.weight()


def test_display_sizes_take_the_display_cut() -> None:
    text = fonts.make("body", 200)
    display = fonts.make("display", 100)
    tag = QFont.Tag("opsz")
    assert display.variableAxisValue(tag) == 32
    assert not text.isVariableAxisSet(tag)


def test_figures_in_columns_are_equally_wide() -> None:
    columns, prose = (QFontMetricsF(theme.font("small", tabular=tabular)) for tabular in (True, False))
    assert columns.horizontalAdvance("111") == columns.horizontalAdvance("888")
    assert prose.horizontalAdvance("111") < prose.horizontalAdvance("888")


def test_ligatures_are_off_in_file_text() -> None:
    metrics = QFontMetricsF(theme.font("mono"))
    assert theme.font("mono").featureValue(fonts.LIGATURES) == 0
    assert metrics.horizontalAdvance("->") == 2 * metrics.horizontalAdvance("-")


def test_a_missing_face_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FILES", (("fontpkg_inter", "Gone.ttf"),))
    with pytest.raises(FileNotFoundError, match=r"Gone\.ttf"):
        fonts.load()


def test_a_change_restyles_what_is_there(qapp: QApplication, qtbot: QtBot) -> None:
    label, button = Label("body", "Words", token="mut"), Button("ghost", "Hint", key="H")
    for widget in (label, button):
        qtbot.addWidget(widget)
        widget.show()
    small = button.sizeHint()
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    assert theme.current().scheme == "dark"
    assert label.palette().windowText().color() == theme.color("mut")
    assert label.font().pixelSize() == 30
    assert button.sizeHint().height() == 2 * (small.height() - 8) + 8
    assert button.sizeHint().width() > small.width()
    assert qapp.palette().window().color().name() == COLORS["dark"]["bg"]


_GARBAGE = """
import gc
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from quizapp.ui import theme
from quizapp.ui.widgets.label import label

class Allocating(QWidget):
    def changeEvent(self, event):
        gc.set_threshold(1, 1, 1)
        self.things = [[number] for number in range(5000)]
        super().changeEvent(event)

app = QApplication([])
theme.install(app, theme.Theme())
gc.set_threshold(10**9)
alive = [Allocating() for _ in range(20)]
for widget in alive:
    widget.show()
for number in range(40):
    window = QWidget()
    window.itself = window  # a circle, as closures make them
    layout = QVBoxLayout(window)
    for line in range(10):
        layout.addWidget(label("body", "words"))
    window.show()
    app.processEvents()
    window.close()
    del window, layout
theme.install(app, theme.Theme(scheme="dark"))
assert gc.isenabled()
print("alive")
"""


def test_a_change_survives_widgets_that_are_garbage() -> None:
    done = subprocess.run([sys.executable, "-c", _GARBAGE], capture_output=True, text=True, check=False)
    assert done.stdout == "alive\n"


def test_a_change_reaches_what_was_never_shown(qapp: QApplication, qtbot: QtBot) -> None:
    hidden = Label("title", "Later")
    qtbot.addWidget(hidden)
    theme.install(qapp, theme.Theme(scheme="dark", text_percent=200))
    hidden.show()
    assert hidden.font().pixelSize() == theme.font("title").pixelSize()
    assert hidden.palette().windowText().color() == theme.color("text")


@pytest.mark.parametrize("percent", [80, 150, 250])
def test_lengths_follow_the_text_size(qapp: QApplication, percent: int) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    assert theme.px(100) == percent
    assert theme.font("answer").pixelSize() == round(17 * percent / 100)
    assert theme.roomy() == (percent < 150)


def test_the_system_decides_only_if_asked(qapp: QApplication) -> None:
    assert theme.resolve("dark") == "dark"
    assert theme.resolve("contrast") == "contrast"
    assert theme.resolve("system") == "light"  # the offscreen platform does not know
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    try:
        dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
        assert theme.resolve("system") == ("dark" if dark else "light")
    finally:
        qapp.styleHints().unsetColorScheme()


def test_labels_take_no_markup(qtbot: QtBot) -> None:
    label = Label("body", "<b>R & D</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.sizeHint().width() >= advance("body", "<b>R & D</b>")
    assert isinstance(label, QLabel)


@pytest.mark.parametrize("name", icons.NAMES)
def test_icons_leave_ink(qapp: QApplication, name: str) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, name, QRectF(0, 0, 40, 40), theme.color("bad"))
    painter.end()
    inked = [image.pixelColor(x, y) for x in range(40) for y in range(40) if image.pixel(x, y) >> 24 == 255]
    assert len(inked) > 40
    assert {ink.name() for ink in inked} == {theme.color("bad").name()}


def test_with_reduced_motion_no_caret_blinks(qapp: QApplication):
    before = qapp.cursorFlashTime()
    theme.install(qapp, theme.Theme(motion=False))
    assert qapp.cursorFlashTime() == 0
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    theme.install(qapp, theme.Theme())
    assert qapp.cursorFlashTime() == before
