"""Regions of a picture: rectangles in per cent of it, as an author writes them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from quizapp.core.kinds.base import Complaint
from quizapp.core.kinds.words import Words

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,4}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})")
_GAPS = re.compile(r"[\s;]+")
_MORE_GAPS = re.compile(r"[\s;,]+")
_WHOLE = Decimal(100)

Texts = Sequence[tuple[str, str]]
"""(label, the rectangle as it is written)."""

REGION_WORDS = Words(
    messages={
        "regions_none": (
            "error",
            "There is no region to ask for. Add one to regions:, such as - Albania: 41 55 8 14.",
        ),
        "region_unread": (
            "error",
            "The region “{label}” is “{text}”. Write four numbers: left, top, width and height in per cent "
            "of the picture, such as 41 55 8 14.",
        ),
        "region_empty": (
            "error",
            "The region “{label}” is {width} % wide and {height} % high. Both must be more than 0.",
        ),
        "region_beyond": (
            "error",
            "The region “{label}” reaches beyond the picture: it goes from {left} to {right} % across and "
            "from {top} to {bottom} % down. Keep all four between 0 and 100.",
        ),
        "region_twice": (
            "error",
            "Two regions are called “{label}”. Give each a name of its own: progress is kept under it.",
        ),
        "regions_overlap": (
            "warning",
            "“{first}” and “{second}” overlap, and a click where both lie counts for either. Move one, or "
            "make it smaller.",
        ),
    },
    titles={
        "regions_none": "No region",
        "region_unread": "A region that cannot be read",
        "region_empty": "An empty region",
        "region_beyond": "A region beyond the picture",
        "region_twice": "The same name twice",
        "regions_overlap": "Regions that overlap",
    },
)


class Region(Struct, frozen=True):
    """A rectangle with a name; lengths in per cent of the picture's width and height."""

    label: str
    left: Decimal
    top: Decimal
    width: Decimal
    height: Decimal

    @property
    def right(self) -> Decimal:
        return self.left + self.width

    @property
    def bottom(self) -> Decimal:
        return self.top + self.height

    @property
    def center(self) -> tuple[Decimal, Decimal]:
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def area(self) -> Decimal:
        return self.width * self.height

    def holds(self, x: Decimal, y: Decimal) -> bool:
        """Is the point in it, or on its border?"""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def overlaps(self, other: "Region") -> bool:
        """Do they share more than a border?"""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def gap(self, x: Decimal, y: Decimal) -> Decimal:
        """How far outside of it the point lies, across or down, whichever is more; 0 within."""
        return max(self.left - x, x - self.right, self.top - y, y - self.bottom, Decimal(0))


def read_region(label: str, text: str) -> Region | None:
    """`41 55 8 14`; commas between the numbers, decimal commas, per cent signs and brackets are read too."""
    bare = text.replace("%", "").replace("\N{MINUS SIGN}", "-").strip("[]() \t\n")
    words = _GAPS.split(bare)
    if len(words) == 4:
        numbers = [word.removesuffix(",").replace(",", ".") for word in words]
    else:
        numbers = _MORE_GAPS.split(bare)
    if len(numbers) != 4 or not all(map(_NUMBER.fullmatch, numbers)):
        return None
    return Region(label, *map(Decimal, numbers))


def read_regions(texts: Texts) -> tuple[Region, ...]:
    """Those that can be read, in the author's order."""
    found = (read_region(label, text) for label, text in texts)
    return tuple(region for region in found if region is not None)


def by_place(regions: Iterable[Region]) -> tuple[Region, ...]:
    """In reading order: row by row from the top, each from the left.

    A row is made of the regions whose middle lies above the lower edge of its highest one.
    """
    rows: list[list[Region]] = []
    for region in sorted(regions, key=lambda region: (region.center[1], region.left)):
        if rows and region.center[1] < rows[-1][0].bottom:
            rows[-1].append(region)
        else:
            rows.append([region])
    return tuple(region for row in rows for region in sorted(row, key=lambda region: region.center))


def region_complaints(texts: Texts, *, apart: bool) -> Iterator[Complaint]:
    """What is wrong with regions; apart: they should not overlap."""
    if not texts:
        yield "regions_none", "regions", {}
    seen: set[str] = set()
    for label, text in texts:
        if label in seen:
            yield "region_twice", "regions", {"label": label}
        seen.add(label)
        yield from _complaints(label, text)
    if apart:
        for one, other in combinations(read_regions(texts), 2):
            if one.overlaps(other):
                yield "regions_overlap", "regions", {"first": one.label, "second": other.label}


def _complaints(label: str, text: str) -> Iterator[Complaint]:
    region = read_region(label, text)
    if region is None:
        yield "region_unread", "regions", {"label": label, "text": text}
    elif region.width <= 0 or region.height <= 0:
        sides = {"width": short(region.width), "height": short(region.height)}
        yield "region_empty", "regions", {"label": label, **sides}
    elif min(region.left, region.top) < 0 or max(region.right, region.bottom) > _WHOLE:
        edges = {name: short(getattr(region, name)) for name in ("left", "right", "top", "bottom")}
        yield "region_beyond", "regions", {"label": label, **edges}


def short(number: Decimal) -> str:
    """A number without the zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def neighbour(
    regions: Sequence[Region], here: int, step: tuple[int, int], among: Iterable[int]
) -> int | None:
    """The region that an arrow key goes to: the nearest one on that side, what lies straight ahead first.

    step: (1, 0) for the right, (0, -1) for up; among: indices that may be gone to. None: there is none.
    """
    start = regions[here]
    across = bool(step[0])
    found: list[tuple[bool, Decimal, Decimal, int]] = []
    for index in among:
        region = regions[index]
        way = [there - at for there, at in zip(region.center, start.center, strict=True)]
        ahead = way[0] * step[0] + way[1] * step[1]
        if ahead > 0:
            aside = abs(way[across])
            cost = ahead + 2 * _apart(start, region, down=across)
            found.append((aside > ahead, cost, aside, index))
    return min(found)[3] if found else None


def _apart(one: Region, other: Region, *, down: bool) -> Decimal:
    """How far two regions are apart, across or down; 0 where one lies beside the other."""
    if down:
        return max(one.top - other.bottom, other.top - one.bottom, Decimal(0))
    return max(one.left - other.right, other.left - one.right, Decimal(0))
