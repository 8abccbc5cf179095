"""Moodle's questions on a picture: labels and markers that are dragged to their places, as our regions."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from quizapp.core.problems import QuizError
from quizapp.formats.left_out import Data, Told, changed
from quizapp.formats.moodle_asked import Asked
from quizapp.formats.picture_size import Size, size_of
from quizapp.formats.yaml_emit import Value

NO_REGIONS: Final = Told("import_no_regions")
_LETTER, _LINE, _MARGIN = 7.5, 20.0, 12.0
"""Pixels of a label of Moodle's: a letter's width, a line's height, and what is round them."""
_WIDEST: Final = 160.0
_LEAST: Final = Decimal("0.5")
"""Per cent that a region is wide and high at least."""
_NUMBERS: Final = re.compile(r"-?\d{1,6}(?:\.\d{1,4})?")


class Box(NamedTuple):
    """Pixels."""

    left: float
    top: float
    width: float
    height: float


def labels(asked: Asked) -> Data | Told:
    """Texts or pictures dropped on a picture: each place is a point, as big as a label."""
    drags = {_said(drag, "no"): drag for drag in asked.element.findall("drag")}
    found: list[tuple[str, Box]] = []
    names = {number: _label(drag) for number, drag in drags.items()}
    widest = max(map(len, names.values()), default=0)
    for drop in asked.element.findall("drop"):
        name = _said(drop, "text") or names.get(_said(drop, "choice"), "")
        at = [_pixels(_said(drop, side)) for side in ("xleft", "ytop")]
        if name and at[0] is not None and at[1] is not None:
            width = min(_MARGIN + _LETTER * widest, _WIDEST)
            found.append((name, Box(at[0], at[1], width, _MARGIN + _LINE)))
    return _card(asked, found, click=False)


def markers(asked: Asked) -> Data | Told:
    """Markers dropped in areas: rectangles stay, others become the rectangles round them."""
    names = {_said(drag, "no"): _label(drag) for drag in asked.element.findall("drag")}
    found: list[tuple[str, Box]] = []
    for drop in asked.element.findall("drop"):
        name = names.get(_said(drop, "choice"), "")
        shape = _said(drop, "shape").lower()
        numbers = [float(number) for number in _NUMBERS.findall(_said(drop, "coords"))]
        box = _SHAPES.get(shape, _polygon)(numbers)
        if name and box is not None:
            found.append((name, box))
            if _SHAPES.get(shape) is not _rectangle:
                asked.told.append(changed(f"The {shape or 'shape'} round “{name}”", "a rectangle"))
    return _card(asked, found, click=True)


def _card(asked: Asked, boxes: list[tuple[str, Box]], *, click: bool) -> Data | Told:
    key = asked.files.background(asked.element)
    read = asked.files.find(key)
    try:
        size = size_of(read()) if read is not None else None
    except QuizError:
        size = None
    if size is None or not boxes:
        return NO_REGIONS
    regions: list[Value] = []
    used: dict[str, int] = {}
    for name, box in boxes:
        placed = _placed(box, size)
        if placed:
            used[name] = used.get(name, 0) + 1
            own = name if used[name] == 1 else f"{name} ({used[name]})"
            regions.append({own: placed})
    if not regions:
        return NO_REGIONS
    data: Data = {"q": asked.asked, "image": asked.refs.path(key), "regions": regions}
    return data | ({"click": "true"} if click else {"hide": "all"})


def _placed(box: Box, size: Size) -> str:
    """In per cent of the picture, kept within it; "" for one that lies outside."""
    sides = []
    for start, length, whole in ((box.left, box.width, size[0]), (box.top, box.height, size[1])):
        low = _per_cent(max(start, 0.0), whole)
        high = _per_cent(min(start + length, whole), whole)
        if high - low < _LEAST:
            return ""
        sides.append((low, high - low))
    return " ".join(
        f"{number.normalize():f}" for number in (sides[0][0], sides[1][0], sides[0][1], sides[1][1])
    )


def _per_cent(pixels: float, whole: float) -> Decimal:
    return round(Decimal(pixels) * 100 / Decimal(whole), 2)


def _rectangle(numbers: list[float]) -> Box | None:
    return Box(*numbers) if len(numbers) == 4 else None


def _circle(numbers: list[float]) -> Box | None:
    if len(numbers) != 3:
        return None
    x, y, radius = numbers
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def _polygon(numbers: list[float]) -> Box | None:
    across, down = numbers[::2], numbers[1::2]
    if len(down) < 3 or len(across) != len(down):
        return None
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


_SHAPES: Final[Mapping[str, Callable[[list[float]], Box | None]]] = {
    "rectangle": _rectangle,
    "rect": _rectangle,
    "circle": _circle,
    "polygon": _polygon,
}


def _label(drag: Element) -> str:
    """Plain words: a region has no other name."""
    words = re.sub(r"<[^>]*>", " ", _said(drag, "text"))
    file = drag.find("file")
    named = "" if file is None else file.get("name", "").rpartition(".")[0]
    return " ".join(words.split()) or named


def _said(element: Element, path: str) -> str:
    found = element.find(path)
    if found is None:
        return ""
    inner = found.find("text")
    return ((found if inner is None else inner).text or "").strip()


def _pixels(text: str) -> float | None:
    return float(text) if _NUMBERS.fullmatch(text) else None
