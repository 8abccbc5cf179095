"""A picture of a deck with regions on it, scaled to the room there is."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.core.kinds.regions import Region
from quizapp.ui import theme
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside
from quizapp.ui.widgets.patch import BARE, Patch, paint_patch, paint_spot, paint_tag, spot_place, tag_place

FINEST = QSize(1600, 1600)
"""Device pixels that a picture is loaded for: two for each px of the column."""
_PAD = 10
_CORNER = 6
_LEAST_ROOM = 320
"""So high it may always be, px; what has no room then is scrolled to."""
_NO_PICTURE = QSizeF(16, 10)
"""The shape of the frame where there is no picture."""


class PictureMap(Styled, QWidget):
    """Shows regions in per cent of a picture; whatever becomes of its size, they keep their places on it.

    Each region has a child of its own at its place, which screen readers find and name. The picture is never
    mirrored. Where it cannot be shown, its frame is there with the regions on it, and says so.
    """

    def __init__(
        self,
        load: Callable[[QSize], QImage | None],
        regions: Sequence[Region],
        *,
        name: str,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """load: takes how many device pixels are of use; regions: in reading order; name: of the file;
        words: the picture in words.
        """
        super().__init__(parent)
        self._load, self.regions = load, tuple(regions)
        self._image: QImage | None = None
        self._scaled = QPixmap()
        self._room = _LEAST_ROOM
        self._patches: dict[int, Patch] = {}
        self._spots: list[tuple[Decimal, Decimal, bool]] = []
        self.setAccessibleName(words or self.tr("Picture"))
        self._missing = Label("small", self._sorry(name, words), token="mut", wrap=True, parent=self)
        self._missing.hide()
        self.marks: Sequence[QWidget] = [self.make_mark() for _ in self.regions]
        self._name_marks()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    # What is shown

    def show_picture(self, load: Callable[[QSize], QImage | None], *, name: str, words: str = "") -> None:
        """Show another picture; the regions stay."""
        self._load = load
        self.setAccessibleName(words or self.tr("Picture"))
        self._missing.setText(self._sorry(name, words))
        self.restyle()

    def _sorry(self, name: str, words: str) -> str:
        missing = self.tr("The picture {name} is not there, or cannot be shown.").format(name=name)
        return f"{missing} {words}".strip()

    def show_patches(self, patches: Mapping[int, Patch]) -> None:
        """Show some regions otherwise; by index."""
        self._patches |= patches
        self._name_marks()
        self.update()

    def show_spot(self, x: Decimal, y: Decimal, *, right: bool) -> None:
        """Mark where somebody pointed; per cent."""
        self._spots.append((x, y, right))
        self.update()

    def show_room(self, height: int) -> None:
        """Use this height if the picture can fill it, px; there is always some."""
        room = max(height, _LEAST_ROOM)
        if room != self._room:
            self._room = room
            self._laid_out()

    def patch(self, index: int) -> Patch:
        """How a region is shown."""
        return self._patches.get(index, BARE)

    def restyle(self) -> None:
        self._image = self._load(FINEST)
        self._scaled = QPixmap()
        self._missing.setVisible(self._image is None)
        self._laid_out()

    # Words

    def make_mark(self) -> QWidget:
        """What stands for a region towards screen readers; the mouse does not meet it."""
        mark = QLabel(self)
        mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return mark

    def _name_marks(self) -> None:
        for index, mark in enumerate(self.marks):
            mark.setAccessibleName(self.region_words(index))

    def region_words(self, index: int) -> str:
        """A region as a screen reader says it: where it is, and what can be seen of it."""
        region, patch = self.regions[index], self.patch(index)
        place = self.tr("Region {number} of {count}, {place}, {width} by {height} per cent").format(
            number=index + 1,
            count=len(self.regions),
            place=self.place_words(region),
            width=round(region.width),
            height=round(region.height),
        )
        told = {
            "covered": self.tr("covered"),
            "asked": self.tr("covered, this one is asked for"),
            "right": self.tr("right"),
            "almost": self.tr("almost right"),
            "missed": self.tr("right answer"),
            "wrong": self.tr("wrong"),
        }.get(patch.state, "")
        return ": ".join(filter(None, (place, ", ".join(filter(None, (patch.words, told))))))

    def place_words(self, region: Region) -> str:
        """In which ninth of the picture a region has its middle."""
        ninths = (
            (self.tr("at the upper left"), self.tr("at the top"), self.tr("at the upper right")),
            (self.tr("at the left"), self.tr("in the middle"), self.tr("at the right")),
            (self.tr("at the lower left"), self.tr("at the bottom"), self.tr("at the lower right")),
        )
        x, y = (min(2, int(3 * along / 100)) for along in region.center)
        return ninths[y][x]

    # Places

    def picture_rect(self) -> QRectF:
        """Where the picture is, in the widget's px."""
        frame = inside(self).adjusted(_PAD, _PAD, -_PAD, -_PAD)
        size = self._fitted(frame.width())
        return QRectF(frame.center().x() - size.width() / 2, frame.top(), size.width(), size.height())

    def place(self, index: int) -> QRectF:
        """Where a region is, in the widget's px."""
        picture, region = self.picture_rect(), self.regions[index]
        return QRectF(
            picture.left() + float(region.left) * picture.width() / 100,
            picture.top() + float(region.top) * picture.height() / 100,
            float(region.width) * picture.width() / 100,
            float(region.height) * picture.height() / 100,
        )

    def _fitted(self, width: float) -> QSizeF:
        shape = _NO_PICTURE if self._image is None else QSizeF(self._image.size())
        fitted = shape.scaled(QSizeF(max(1.0, width), self._room), Qt.AspectRatioMode.KeepAspectRatio)
        return fitted.expandedTo(QSizeF(1, 1))

    def _laid_out(self) -> None:
        self.updateGeometry()
        self._place_children()
        self.update()

    def _place_children(self) -> None:
        for index, mark in enumerate(self.marks):
            mark.setGeometry(self.place(index).toAlignedRect())
        if self._image is None:
            picture, frame = self.picture_rect(), inside(self)
            top = round(picture.bottom()) + _PAD
            width = round(frame.width()) - 2 * _PAD
            self._missing.setGeometry(
                round(frame.left()) + _PAD, top, width, self._missing.heightForWidth(width)
            )

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * (MARGIN + _PAD)
        height = round(self._fitted(room).height()) + 2 * (MARGIN + _PAD)
        if self._image is None:
            height += self._missing.heightForWidth(room) + _PAD
        return height

    def sizeHint(self) -> QSize:
        width = theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_children()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, inside(self), RADIUS, fill="card", line="line")
        picture = self.picture_rect()
        self._paint_picture(painter, picture)
        # Small ones last: they may lie on large ones.
        order = sorted(range(len(self.regions)), key=lambda index: -self.regions[index].area)
        for index in order:
            paint_patch(painter, self.place(index), self.patch(index))
        self.paint_more(painter, picture)
        self._paint_tags(painter, picture)
        for x, y, right in self._spots:
            paint_spot(painter, _point(x, y, picture), right=right)
        painter.end()

    def paint_more(self, painter: QPainter, picture: QRectF) -> None:
        """Paint what belongs above the regions and below their names."""

    def _paint_tags(self, painter: QPainter, picture: QRectF) -> None:
        """The names, beside the spots; those that tell of right and wrong find a place first."""
        named = [index for index in range(len(self.regions)) if self.patch(index).words]
        taken = [spot_place(_point(x, y, picture)) for x, y, _ in self._spots]
        for index in sorted(named, key=lambda index: self.patch(index).state == "lifted"):
            patch = self.patch(index)
            taken.append(tag_place(self.place(index), patch, picture, taken))
            paint_tag(painter, taken[-1], patch)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if self._image is None:
            box(painter, place, _CORNER, fill="key", line="line")
            return
        ratio = self.devicePixelRatioF()
        pixels = (place.size() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._scaled.size() != pixels:
            smooth = Qt.TransformationMode.SmoothTransformation
            ignore = Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled = QPixmap.fromImage(self._image.scaled(pixels, ignore, smooth))
            self._scaled.setDevicePixelRatio(ratio)
        corners = QPainterPath()
        corners.addRoundedRect(place, _CORNER, _CORNER)
        painter.save()
        painter.setClipPath(corners)
        painter.drawPixmap(place, self._scaled, QRectF(self._scaled.rect()))
        painter.restore()


def _point(x: Decimal, y: Decimal, picture: QRectF) -> QPointF:
    """A point in per cent of the picture, in px."""
    at = QPointF(float(x) * picture.width() / 100, float(y) * picture.height() / 100)
    return picture.topLeft() + at
