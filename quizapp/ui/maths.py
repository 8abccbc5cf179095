"""Formulas as pictures, drawn in a child process that is killed when one takes too long.

The library that draws them needs exponential time on nested input and 110 ms to import; neither may reach the
window. Whatever goes wrong, the reader sees the formula's source text.
"""

import json
import re
import sys

from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.formats.drawing import CHILD

_FACE_PX = 100  # as in maths_child
_CHILD = CHILD
_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')

LONGEST = 500
DEEPEST = 6
"""Characters and depth of braces that are tried at all; `check` reports longer ones."""

_START_MS = 15_000
_IDLE_MS = 30_000
_KEPT = 400


def depth(source: str) -> int:
    """How deep the braces of a formula are nested."""
    deepest = level = 0
    for letter in source.replace(r"\{", "").replace(r"\}", ""):
        level += (letter == "{") - (letter == "}")
        deepest = max(deepest, level)
    return deepest


class Formula(Struct, frozen=True):
    """A drawn formula. Lengths are in units of the font's size."""

    svg: str
    width: float
    ascent: float
    """Above the base line."""
    descent: float

    @classmethod
    def read(cls, svg: str) -> "Formula | None":
        """From the child's SVG, whose view box has the base line at 0; None if it is no such thing."""
        found = _VIEW_BOX.search(svg)
        if found is None:
            return None
        try:
            _, top, width, height = (float(value) / _FACE_PX for value in found.groups())
        except ValueError:
            return None
        usable = 0 < width < 100 and 0 < height < 100 and top <= 0
        return cls(svg, width, -top, height + top) if usable else None

    def image(self, font_px: float, ink: QColor, ratio: float) -> QImage | None:
        """Drawn in one colour at a font size in px; `ratio`: device pixels a px. None if Qt cannot."""
        size = (self.width * font_px, (self.ascent + self.descent) * font_px)
        drawing = QSvgRenderer(self.svg.replace('"black"', f'"{ink.name()}"').encode())
        image = QImage(
            max(1, round(size[0] * ratio)), max(1, round(size[1] * ratio)), QImage.Format.Format_ARGB32
        )
        if not drawing.isValid() or image.isNull():
            return None
        image.fill(0)
        painter = QPainter(image)
        drawing.render(painter, QRectF(image.rect()))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


Key = tuple[str, bool]


class Maths(QObject):
    """Draws formulas in a child process, keeps the last few hundred, starts the child only when there is one.

    deadline_ms: how long one formula may take.
    """

    arrived = Signal()
    """Formulas that were waited for are there now, or have failed."""

    def __init__(self, parent: QObject | None = None, *, deadline_ms: int = 2000) -> None:
        super().__init__(parent)
        self._deadline_ms = deadline_ms
        self._drawn: dict[Key, Formula | None] = {}
        self._waiting: list[Key] = []
        self._asked: Key | None = None
        self._ready = False
        self._child: QProcess | None = None
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._lose)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.close)

    def formula(self, source: str, *, display: bool, patience_ms: int = 0) -> Formula | None:
        """The formula if it is drawn, else None: it failed (see `pending`) or comes with `arrived`.

        patience_ms: how long to wait here for a child that is warm, so that nothing needs to move later.
        """
        key = (source, display)
        if key not in self._drawn:
            if len(source) > LONGEST or depth(source) > DEEPEST:
                return None
            self._ask(key)
            if patience_ms and self._ready and self._child and not self._waiting:
                self._child.waitForReadyRead(patience_ms)
        return self._drawn.get(key)

    def pending(self, source: str, *, display: bool) -> bool:
        """True while the formula is still being drawn."""
        key = (source, display)
        return key == self._asked or key in self._waiting

    @property
    def busy(self) -> bool:
        """True while any formula is still being drawn."""
        return self._asked is not None or bool(self._waiting)

    def close(self) -> None:
        """Stop the child; it starts again when needed."""
        child, self._child, self._ready = self._child, None, False
        self._idle.stop()
        if child is not None:
            child.blockSignals(True)
            child.kill()
            child.waitForFinished(1000)
            child.deleteLater()

    def _ask(self, key: Key) -> None:
        if key not in self._waiting and key != self._asked:
            self._waiting.append(key)
        if self._child is None:
            self._start()
        self._send()

    def _start(self) -> None:
        child = QProcess(self)
        child.setStandardErrorFile(QProcess.nullDevice())
        child.readyReadStandardOutput.connect(self._read)
        child.finished.connect(self._lose)
        child.errorOccurred.connect(self._lose)
        self._child = child
        self._deadline.start(_START_MS)
        # -P: neither the working folder nor this one may stand in for a library.
        child.start(sys.executable, ["-P", str(_CHILD)])

    def _send(self) -> None:
        if not (self._ready and self._child and self._waiting) or self._asked is not None:
            return
        self._asked = self._waiting.pop(0)
        source, display = self._asked
        self._idle.stop()
        self._deadline.start(self._deadline_ms)
        self._child.write((json.dumps({"source": source, "display": display}) + "\n").encode())

    def _read(self) -> None:
        while self._child is not None and self._child.canReadLine():
            reply = json.loads(bytes(self._child.readLine().data()))
            self._deadline.stop()
            if self._asked is None:
                self._ready = True
            else:
                self._settle(Formula.read(reply.get("svg", "")))
            self._send()

    def _settle(self, formula: Formula | None) -> None:
        if self._asked is not None:
            self._drawn[self._asked] = formula
            self._asked = None
        if len(self._drawn) > _KEPT:
            del self._drawn[next(iter(self._drawn))]
        self._idle.start()
        self.arrived.emit()

    def _lose(self) -> None:
        """The child is gone or too slow: its task has failed; if it never came up, everything has."""
        self._deadline.stop()
        failed = [self._asked] if self._ready and self._asked else self._waiting
        self._drawn.update(dict.fromkeys(failed))
        self._waiting = [key for key in self._waiting if key not in self._drawn]
        self._asked = None
        self.close()
        if self._waiting:
            self._start()
        self.arrived.emit()
