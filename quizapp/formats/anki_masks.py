"""Covered pictures of the older add-on for Anki: one note a part, its cover a drawing over the picture."""

import re
from collections.abc import Callable, Iterator, Mapping
from math import isfinite
from typing import TYPE_CHECKING, Final

from quizapp.formats.anki_found import Found, Made, add, nothing
from quizapp.formats.anki_occlusion import Box, around, picture_in, source_in
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MASK, _PICTURE, _ID = "Question Mask", "Image", "ID (hidden)"
_BESIDE: Final = ("Footer", "Remarks", "Sources", "Extra 1", "Extra 2")
"""Fields that are shown with the answer."""
_ASKED: Final = "qshape"
"""Class of what is asked for; the other shapes cover what is not."""
_NUMBER: Final = re.compile(r"(\d+)\D*$")
_NUMBERS: Final = re.compile(r"-?\d+(?:\.\d+)?")


def is_mask(fields: Mapping[str, str]) -> bool:
    """Whether a note is of that add-on."""
    return _MASK in fields and _PICTURE in fields


def masked(fields: Mapping[str, str], refs: MediaRefs) -> Found:
    """The card of such a note: a picture with the one region that is asked for."""
    box = _asked(refs.content(source_in([fields[_MASK]])))
    path = picture_in([fields[_PICTURE]], refs) if box else ""
    if not box or not path:
        return nothing("import_no_regions")
    number = _NUMBER.search(fields.get(_ID, ""))
    label = number[1] if number else "1"
    question = refs.html(fields.get("Header", "")).markdown or "What is covered?"
    data: dict[str, Value] = {"q": question, "image": path, "regions": [{label: box}]}
    beside = [refs.html(fields.get(name, "")).markdown for name in _BESIDE]
    add(data, "explain", "\n\n".join(filter(None, beside)))
    return Found((Made(data, {0: label}),))


def _asked(drawing: bytes) -> str:
    """Where the asked shape of a drawing lies, as a region of ours; "" if that cannot be told."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(drawing)
        width, height = _size(root)
        boxes = [box for one in root.iter() if one.get("class") == _ASKED for box in _boxes(one)]
    except (ParseError, DefusedXmlException, ValueError, IndexError):
        return ""
    shares = [
        (left / width, top / height, right / width, bottom / height) for left, top, right, bottom in boxes
    ]
    return around(shares) if shares and all(isfinite(value) for box in shares for value in box) else ""


def _size(root: "Element") -> tuple[float, float]:
    found = [float(_NUMBERS.findall(root.get(key, ""))[0]) for key in ("width", "height")]
    if min(found) <= 0:
        raise ValueError("no size")
    return found[0], found[1]


def _boxes(shape: "Element") -> Iterator[Box]:
    """The shape's box, or those of the shapes in a group."""
    for one in shape.iter():
        make = _SHAPES.get(one.tag.rpartition("}")[2])
        if make:
            yield make(one)


def _rectangle(one: "Element") -> Box:
    left, top, width, height = (float(one.get(key, "0")) for key in ("x", "y", "width", "height"))
    return left, top, left + width, top + height


def _ellipse(one: "Element") -> Box:
    x, y, across, down = (float(one.get(key, "0")) for key in ("cx", "cy", "rx", "ry"))
    return x - across, y - down, x + across, y + down


def _points(one: "Element") -> Box:
    numbers = [float(number) for number in _NUMBERS.findall(one.get("points", ""))]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


_SHAPES: Final[Mapping[str, Callable[["Element"], Box]]] = {
    "rect": _rectangle,
    "ellipse": _ellipse,
    "polygon": _points,
    "polyline": _points,
}
