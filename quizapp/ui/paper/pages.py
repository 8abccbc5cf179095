"""Which part of what stands on which page: numbers alone."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

_EXACT = 0.01
"""Lengths closer than this are the same, px."""


class Extent(Struct, frozen=True):
    """Something to be put on pages; lengths in px."""

    height: float
    cuts: tuple[float, ...] = ()
    """Where it may be cut if it is longer than a page, from its top, ascending."""


class Slice(Struct, frozen=True):
    """A part of something on a page."""

    index: int
    start: float
    end: float
    """From its own top."""
    y: float
    """From the top of the page's room."""


def paginate(extents: Iterable[Extent], *, first: float, room: float, gap: float) -> list[list[Slice]]:
    """The pages; what fits on one is never cut. first, room: height there is on the first and other pages."""
    pages: list[list[Slice]] = [[]]
    y, left = 0.0, first
    for index, extent in enumerate(extents):
        above = gap if pages[-1] else 0.0
        if extent.height > left - above + _EXACT and (pages[-1] or left < room):
            pages.append([])
            y, left, above = 0.0, room, 0.0
        y, left = y + above, left - above
        for start, end in _parts(extent, left, room):
            if start > 0:
                pages.append([])
                y, left = 0.0, room
            pages[-1].append(Slice(index, start, end, y))
            y, left = y + end - start, left - (end - start)
    return pages


def _parts(extent: Extent, left: float, room: float) -> list[tuple[float, float]]:
    """The whole, or its parts at the last cut that fits; what has no cut in a page's height runs over."""
    parts = []
    start, space = 0.0, left
    while extent.height - start > space + _EXACT:
        cut = _last_cut(extent.cuts, start, start + space)
        if cut is None:
            break
        parts.append((start, cut))
        start, space = cut, room
    return [*parts, (start, extent.height)]


def _last_cut(cuts: Sequence[float], start: float, end: float) -> float | None:
    fitting = [cut for cut in cuts if start + _EXACT < cut <= end + _EXACT]
    return fitting[-1] if fitting else next((cut for cut in cuts if cut > start + _EXACT), None)
