"""How a region of a picture is painted: covered, outlined, or marked with its name."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from quizapp.ui import icons, theme
from quizapp.ui.widgets.keycap import cap_width, paint_cap
from quizapp.ui.widgets.paint import box, ring

PatchState = Literal["bare", "covered", "asked", "open", "lifted", "right", "almost", "missed", "wrong"]

_RADIUS = 6
_CASING = 1.5
"""A line is set off by so many px on either side: what is below it may have any colour."""
_TAG, _TAG_PAD, _TAG_GAP = 26, 9, 4
_SIGN, _SIGN_GAP = 16, 5
_CAP = 20
_SPOT = 22
_RIM = 2
_QUESTION = 30
"""Height of a cover from which its question mark has the size of an answer, px."""


class Look(Struct, frozen=True):
    """Tokens of a state. Nothing is told by colour alone: fill, dashes, sign and name differ too."""

    fill: str = ""
    line: str = ""
    width: float = 1.5
    dashed: bool = False
    sign: str = ""
    """Icon before the name."""
    tag: str = "card"
    """Fill behind the name."""
    ink: str = "text"


LOOKS: dict[PatchState, Look] = {
    "bare": Look(),
    "covered": Look("card", "edge"),
    "asked": Look("accsoft", "acc", 2),
    "open": Look("", "edge", dashed=True),
    "lifted": Look("", "edge", 2),
    "right": Look("", "good", 2.5, sign="check", tag="goodsoft", ink="good"),
    "almost": Look("", "warn", 2.5, sign="almost", tag="warnsoft", ink="warn"),
    "missed": Look("", "good", 2.5, dashed=True, sign="check", ink="good"),
    "wrong": Look("", "bad", 2.5, sign="cross", tag="badsoft", ink="bad"),
}


class Patch(Struct, frozen=True):
    """How a region is shown now."""

    state: PatchState = "bare"
    words: str = ""
    """Its name, plain; "" while that is not to be seen."""


BARE, OPEN = Patch(), Patch("open")


def paint_patch(painter: QPainter, rect: QRectF, patch: Patch) -> None:
    """Paint cover or outline of a region."""
    look = LOOKS[patch.state]
    if not look.line:
        return
    if not look.fill:
        casing = rect.adjusted(-_CASING, -_CASING, _CASING, _CASING)
        box(painter, casing, _RADIUS + _CASING, line="card", width=look.width + 2 * _CASING)
    box(painter, rect, _RADIUS, fill=look.fill, line=look.line, width=look.width, dashed=look.dashed)
    if patch.state == "asked":
        painter.setFont(theme.font("title" if rect.height() >= theme.px(_QUESTION) else "cap"))
        painter.setPen(theme.color(look.line))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, "?")


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Paint the focus ring of a region, set off from the picture."""
    box(painter, rect.adjusted(-5, -5, 5, 5), _RADIUS + 5, line="card", width=5)
    ring(painter, rect, _RADIUS)


def paint_number(painter: QPainter, rect: QRectF, number: int, bounds: QRectF) -> None:
    """Paint the digit of a region on its upper left corner."""
    height = theme.px(_CAP)
    cap = QRectF(0, 0, cap_width(str(number), height), height)
    cap.moveCenter(rect.topLeft())
    paint_cap(painter, within(cap, bounds), str(number), ink="text", fill="card", line="edge")


def tag_place(rect: QRectF, patch: Patch, bounds: QRectF, taken: Sequence[QRectF]) -> QRectF:
    """Where the name of a region stands: above it, else below, else on it; where nothing is that it would
    cover, another name or a spot, if there is such a place, and always within the bounds.
    """
    height = theme.px(_TAG)
    width = QFontMetricsF(theme.font("cap")).horizontalAdvance(patch.words) + 2 * _TAG_PAD + _sign(patch) + 1
    tag = QRectF(0, 0, min(width, bounds.width()), height)
    tag.moveCenter(rect.center())
    places = []
    for top in (rect.top() - height - _TAG_GAP, rect.bottom() + _TAG_GAP, rect.top() + _TAG_GAP):
        tag.moveTop(top)
        places.append(within(tag, bounds))
        if places[-1].top() == top and not any(map(tag.intersects, taken)):
            return places[-1]
    return places[0]


def paint_tag(painter: QPainter, tag: QRectF, patch: Patch) -> None:
    """Paint the name of a region; what has no room is cut."""
    look = LOOKS[patch.state]
    box(painter, tag, _RADIUS, fill=look.tag, line=look.line, width=1.5, dashed=look.dashed)
    if look.sign:
        size = theme.px(_SIGN)
        place = QRectF(tag.left() + _TAG_PAD, tag.center().y() - size / 2, size, size)
        icons.paint(painter, look.sign, place, theme.color(look.ink), stroke=2.4)
    painter.setFont(theme.font("cap"))
    painter.setPen(theme.color(look.ink))
    text = tag.adjusted(_TAG_PAD + _sign(patch), 0, 1 - _TAG_PAD, 0)
    words = painter.fontMetrics().elidedText(patch.words, Qt.TextElideMode.ElideRight, int(text.width()) + 1)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(text, left | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, words)


def _sign(patch: Patch) -> float:
    """Width of the sign before the name."""
    return theme.px(_SIGN) + _SIGN_GAP if LOOKS[patch.state].sign else 0


def spot_place(at: QPointF) -> QRectF:
    """Where the sign of a spot is, its rim included."""
    size = theme.px(_SPOT) + 2 * _RIM
    place = QRectF(0, 0, size, size)
    place.moveCenter(at)
    return place


def paint_spot(painter: QPainter, at: QPointF, *, right: bool) -> None:
    """Paint where somebody pointed: a disk with tick or cross."""
    place, size = spot_place(at), theme.px(_SPOT)
    disk = place.adjusted(_RIM, _RIM, -_RIM, -_RIM)
    token = "good" if right else "bad"
    box(painter, place, size / 2 + _RIM, fill="card")
    box(painter, disk, size / 2, fill=token)
    inner = disk.adjusted(size * 0.18, size * 0.18, -size * 0.18, -size * 0.18)
    icons.paint(painter, "check" if right else "cross", inner, theme.color("card"), stroke=2.6)


def within(rect: QRectF, bounds: QRectF) -> QRectF:
    """The rectangle moved so that it lies within the bounds, its upper left corner at least."""
    moved = QRectF(rect)
    moved.moveLeft(max(bounds.left(), min(rect.left(), bounds.right() - rect.width())))
    moved.moveTop(max(bounds.top(), min(rect.top(), bounds.bottom() - rect.height())))
    return moved
