"""Regions of a picture being drawn: moved, sized and named, always within the picture.

All lengths are in per cent of the picture. What is edited comes back as another Region.
"""

from collections.abc import Collection
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from quizapp.core.kinds.regions import Region, short

WHOLE: Final = Decimal(100)
LEAST: Final = Decimal(1)
"""No side is made shorter than this."""
COARSE, FINE = Decimal(1), Decimal("0.1")
"""What a step is, and a small one."""
FRESH: Final = (Decimal(20), Decimal(20))
"""Width and height of a region that a key makes."""

Side = Literal["left", "top", "width", "height"]
SIDES: Final[tuple[Side, ...]] = ("left", "top", "width", "height")


class Grip(NamedTuple):
    """Where a region is taken: -1 its left or upper edge, 1 the opposite, 0 neither."""

    across: int
    down: int


GRIPS: Final = tuple(Grip(across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down)
"""Row by row."""


def written(region: Region) -> str:
    """As a deck has it: "41 55 8 14"."""
    return " ".join(short(getattr(region, side)) for side in SIDES)


def fitted(region: Region) -> Region:
    """The region within the picture: first as large as can be, then moved in."""
    width = min(max(region.width, LEAST), WHOLE)
    height = min(max(region.height, LEAST), WHOLE)
    left = min(max(region.left, Decimal(0)), WHOLE - width)
    top = min(max(region.top, Decimal(0)), WHOLE - height)
    return replace(region, left=left, top=top, width=width, height=height)


def moved(region: Region, x: Decimal, y: Decimal) -> Region:
    """Moved by so much, as far as the picture goes."""
    return fitted(replace(region, left=region.left + x, top=region.top + y))


def sized(region: Region, x: Decimal, y: Decimal) -> Region:
    """Made wider and higher by so much; its upper left corner stays."""
    width = min(max(region.width + x, LEAST), WHOLE - region.left)
    height = min(max(region.height + y, LEAST), WHOLE - region.top)
    return fitted(replace(region, width=width, height=height))


def pulled(region: Region, grip: Grip, x: Decimal, y: Decimal) -> Region:
    """The edges of a grip moved by so much; the others stay, and no edge passes its opposite."""
    left, width = _edge(region.left, region.width, grip.across, x)
    top, height = _edge(region.top, region.height, grip.down, y)
    return fitted(replace(region, left=left, top=top, width=width, height=height))


def _edge(start: Decimal, length: Decimal, side: int, by: Decimal) -> tuple[Decimal, Decimal]:
    end = start + length
    if side < 0:
        start = min(max(start + by, Decimal(0)), end - LEAST)
    elif side > 0:
        end = max(min(end + by, WHOLE), start + LEAST)
    return start, end - start


def with_side(region: Region, side: Side, value: Decimal) -> Region:
    """One of its four numbers is another; it gives way where it would leave the picture."""
    if side in ("width", "height"):
        room = WHOLE - (region.left if side == "width" else region.top)
        value = min(value, max(room, LEAST))
    return fitted(replace(region, **{side: value}))


def spanned(label: str, one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> Region:
    """The region between two corners."""
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(one, other, strict=True))
    return fitted(Region(label, left, top, right - left, bottom - top))


def snapped(value: Decimal, step: Decimal) -> Decimal:
    """The nearest multiple of a step."""
    return (value / step).quantize(Decimal(1)) * step


def fresh(label: str, others: Collection[Region]) -> Region:
    """A new region in the middle, or beside it where others already have that very corner."""
    width, height = FRESH
    left, top = (WHOLE - width) / 2, (WHOLE - height) / 2
    taken = {(other.left, other.top) for other in others}
    while (left, top) in taken and left + width < WHOLE:
        left, top = left + 2, top + 2
    return fitted(Region(label, left, top, width, height))


def at_point(regions: Collection[Region], x: Decimal, y: Decimal) -> Region | None:
    """The smallest region at a point: it may lie on a large one."""
    found = [region for region in regions if region.holds(x, y)]
    return min(found, key=lambda region: region.area, default=None)


Point = tuple[Decimal, Decimal]


class Drag(NamedTuple):
    """A region being drawn or changed by the mouse, from where it began."""

    start: Point
    origin: Region | None = None
    """As it was; None: a new one is drawn."""
    grip: Grip | None = None
    """Where it was taken; None: it is moved as a whole."""

    def region(self, at: Point, step: Decimal, label: str = "") -> Region:
        """What it is with the mouse at a point, on multiples of a step. label: of a new one."""
        if self.origin is None:
            corners = [(snapped(x, step), snapped(y, step)) for x, y in (self.start, at)]
            return spanned(label, *corners)
        grip = self.grip or Grip(-1, -1)
        origin = self.origin
        edges = (
            origin.right if grip.across > 0 else origin.left,
            origin.bottom if grip.down > 0 else origin.top,
        )
        x, y = (
            snapped(edge + now - before, step) - edge
            for edge, now, before in zip(edges, at, self.start, strict=True)
        )
        return pulled(origin, grip, x, y) if self.grip else moved(origin, x, y)
