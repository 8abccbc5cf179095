"""The icon: drawn from its SVG, clear on light and dark, and on the windows of a run."""

import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.ui import appicon
from quizapp.ui.tokens import contrast
from tests.appicon import ICONS, SIZES, SVG, differences, drawn

TOLERANCE = 24
"""Of 255, at one edge: versions of Qt smooth edges a little differently."""
MEAN = 1.0
DESKTOPS = ("#ffffff", "#f4f5f9", "#13151c", "#000000")

RUN = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from quizapp import app, paths

class Short(app.App):
    def show(self):
        super().show()
        icon = QApplication.windowIcon()
        assert not self.window.windowIcon().isNull()
        print(QApplication.desktopFileName(), *(size.width() for size in icon.availableSizes()))
        self.window.painted.connect(self.window.close, Qt.ConnectionType.QueuedConnection)

app.App = Short
sys.exit(app.run(paths.find(sys.argv[1]), ["quizapp"]))
"""


@pytest.mark.parametrize("size", SIZES)
def test_a_size_is_as_the_svg_draws_it(qapp: QApplication, size: int) -> None:
    stored = QImage(str(appicon.file(ICONS, size)))
    off = list(differences(stored, drawn(size)))
    assert max(off) <= TOLERANCE, "renew it: python -m tests.appicon"
    assert sum(off) / len(off) <= MEAN, "renew it: python -m tests.appicon"


def test_no_other_size_is_left_over() -> None:
    files = sorted(file for file in (ICONS / "hicolor").rglob("*") if file.is_file())
    assert files == sorted(appicon.file(ICONS, size) for size in SIZES)


@pytest.mark.parametrize("size", [16, 22, 24, 32])
def test_it_is_clear_on_light_and_dark(qapp: QApplication, size: int) -> None:
    image = drawn(size)
    pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    opaque = [colour.name() for colour in pixels if colour.alpha() == 255]
    assert len(opaque) > 0.7 * len(pixels)
    for desktop in DESKTOPS:
        assert sum(contrast(colour, desktop) >= 3 for colour in opaque) > len(opaque) / 2, desktop
    card = Counter(opaque).most_common(1)[0][0]
    assert sum(contrast(colour, card) >= 4.5 for colour in opaque) > len(pixels) / 20, "no tick to see"


def test_the_svg_is_square_and_needs_nothing_that_small_renderers_lack() -> None:
    root = ElementTree.parse(SVG).getroot()
    assert root.get("viewBox") == "0 0 128 128"
    assert {element.tag.rpartition("}")[2] for element in root} <= {"title", "rect", "path"}


def test_the_windows_of_a_run_have_it_in_all_sizes(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path)], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["quizapp", *map(str, appicon.SIZES)]


def test_each_size_is_painted_as_it_was_drawn(qapp: QApplication) -> None:
    icon = appicon.load(paths.find().bundled_assets / "icons")
    for size in appicon.SIZES:
        assert max(differences(icon.pixmap(size).toImage(), drawn(size))) <= TOLERANCE
