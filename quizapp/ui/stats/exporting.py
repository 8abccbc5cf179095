"""Charts and their numbers on the way out: to the printer, as PDF, as pictures, as tables of text."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.ui import theme
from quizapp.ui.paper.press import Make, Setup, paint, write_pdf
from quizapp.ui.saving import asked_name, save_as, saved
from quizapp.ui.stats.paper import PlotBlock
from quizapp.ui.stats.plot import Plot
from quizapp.ui.stats.table import Table, to_csv

_FINE, _AROUND, _WIDTH, _WIDE = 2, 18, 420, 820
"""Pixels of a picture for one of the screen; px around a chart; px of a chart and of a wide one."""


def _size(plot: Plot) -> QSize:
    width = theme.px(_WIDE if plot.wide else _WIDTH)
    return QSize(width + 2 * _AROUND, round(PlotBlock(plot).height(width)) + 2 * _AROUND)


def _paint(painter: QPainter, plot: Plot, size: QSize, *, mirrored: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme.color("card"))
    painter.translate(_AROUND, _AROUND)
    block = PlotBlock(plot, mirrored=mirrored)
    block.paint(painter, size.width() - 2 * _AROUND, 0, size.height())


def png(plot: Plot, *, mirrored: bool = False) -> bytes:
    """A chart in the present colours, twice as fine as the screen."""
    size = _size(plot)
    image = QImage(size * _FINE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_FINE)
    painter = QPainter(image)
    _paint(painter, plot, size, mirrored=mirrored)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def svg(plot: Plot, *, mirrored: bool = False) -> bytes:
    """The same as a drawing."""
    from PySide6.QtSvg import QSvgGenerator  # late: few save one, and it is a library more

    size = _size(plot)
    data = QByteArray()
    buffer = QBuffer(data)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(size)
    drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
    drawing.setTitle(plot.heading())
    drawing.setDescription(plot.summary())
    painter = QPainter(drawing)
    _paint(painter, plot, size, mirrored=mirrored)
    painter.end()
    return bytes(data.data())


def printer_of(owner: QWidget, title: str) -> QPagedPaintDevice | None:
    """The printer that the learner chose; None if they have changed their mind."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late: few print, and it is a library more

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, owner)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class Exporter(QObject):
    """Asks where to, and writes."""

    told = Signal(str)
    """What came of it, in words."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    @property
    def _mirrored(self) -> bool:
        return self._owner.isRightToLeft()

    @property
    def _setup(self) -> Setup:
        imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
        return Setup("Letter" if imperial else "A4")

    def _say(self, words: str) -> None:
        """Nothing of a dialog that was closed."""
        if words:
            self.told.emit(words)

    def save_picture(self, plot: Plot) -> None:
        """PNG or SVG."""
        makers = {
            ".png": lambda: png(plot, mirrored=self._mirrored),
            ".svg": lambda: svg(plot, mirrored=self._mirrored),
        }
        self._say(save_as(self._owner, plot.heading(), makers))

    def save_table(self, title: str, table: Table) -> None:
        """CSV."""
        self._say(save_as(self._owner, title, {".csv": lambda: to_csv(table)}))

    def save_pdf(self, title: str, make: Make) -> None:
        if name := asked_name(self._owner, title, {".pdf": None}):
            self._say(saved(name, lambda path: write_pdf(path, self._setup, make))[0])

    def print_all(self, title: str, make: Make) -> None:
        printer = printer_of(self._owner, title)
        if printer is not None:
            count = paint(printer, self._setup, make)
            self.told.emit(self.tr("%n pages sent to the printer", "", count))
