"""Anki's pictures with covered parts: shapes as rectangles of ours."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import unescape
from math import isfinite
from typing import Final

from quizapp.formats.anki_collection import OCCLUSION, NoteType
from quizapp.formats.anki_found import Found, Made, add, nothing
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

_MARK: Final = "image-occlusion:"
_COVERED: Final = re.compile(r"\{\{c(\d{1,3})::(image-occlusion:[^}]*)\}\}")
_SHAPE: Final = re.compile(r"image-occlusion:(\w+):([^}]*)")
_PICTURE: Final = re.compile(r"<img\b[^>]*\bsrc\s*=\s*[\"']?([^\"'>\s]+(?: [^\"'>]+)?)", re.IGNORECASE)
_MOST_SHAPES: Final = 200
_LEAST: Final = 0.005
"""How wide and high a region is at least, as a share of the picture."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, each from 0 to 1."""


def is_occlusion(type_: NoteType, fields: Mapping[str, str]) -> bool:
    """Whether a note covers parts of a picture."""
    return type_.stock == OCCLUSION or any(_MARK in text for text in fields.values())


def occlusion(fields: Mapping[str, str], refs: MediaRefs) -> Found:
    """The card of such a note. Anki's shapes have numbers, not names: so have our regions."""
    covered = next((text for text in fields.values() if _MARK in text), "")
    path = picture_in(fields.values(), refs)
    shapes = shapes_of(covered)
    if not path or not shapes:
        return nothing("import_no_regions")
    rest = {
        name: refs.html(text).markdown
        for name, text in fields.items()
        if text != covered and not _PICTURE.search(text) and text.strip()
    }
    header = rest.pop("Header", "") or rest.pop("Title", "")
    data = card(header or "What is covered?", path, {str(key): box for key, box in shapes.items()}, covered)
    add(data, "explain", "\n\n".join(text for text in rest.values() if text))
    return Found((Made(data, {key - 1: str(key) for key in shapes}),))


def card(question: str, path: str, regions: Mapping[str, str], covered: str) -> dict[str, Value]:
    """The keys of a card with regions. covered: the shapes as Anki has them."""
    listed: list[Value] = [{label: box} for label, box in regions.items()]
    hide = "all" if "oi=1" in covered else "one"
    return {"q": question, "image": path, "regions": listed, "hide": hide}


def picture_in(texts: Iterable[str], refs: MediaRefs) -> str:
    """The path here of the first picture; "" if there is none."""
    source = source_in(texts)
    return refs.path(source) if source else ""


def source_in(texts: Iterable[str]) -> str:
    """What the first picture is called there; "" if there is none."""
    return unescape(next((match[1] for text in texts if (match := _PICTURE.search(text))), ""))


def shapes_of(covered: str) -> dict[int, str]:
    """Number -> left, top, width and height in per cent, of the rectangle around all its shapes."""
    found: dict[int, list[Box]] = {}
    for match in _COVERED.finditer(covered):
        shape = _SHAPE.match(match[2])
        box = _box(shape[1], shape[2]) if shape else None
        if box is not None and int(match[1]) and len(found) < _MOST_SHAPES:
            found.setdefault(int(match[1]), []).append(box)
    return {number: around(found[number]) for number in sorted(found)}


def _box(shape: str, said: str) -> Box | None:
    values = dict(part.split("=", 1) for part in said.split(":") if "=" in part)
    try:
        made = _SHAPES[shape](values)
    except (ValueError, KeyError):
        return None
    return made if all(map(isfinite, made)) else None


def _rectangle(values: Mapping[str, str]) -> Box:
    left, top = float(values["left"]), float(values["top"])
    return left, top, left + float(values["width"]), top + float(values["height"])


def _ellipse(values: Mapping[str, str]) -> Box:
    left, top = float(values["left"]), float(values["top"])
    return left, top, left + 2 * float(values["rx"]), top + 2 * float(values["ry"])


def _polygon(values: Mapping[str, str]) -> Box:
    pairs = [point.split(",") for point in values["points"].split()]
    xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
    return min(xs), min(ys), max(xs), max(ys)


_SHAPES: Final[Mapping[str, Callable[[Mapping[str, str]], Box]]] = {
    "rect": _rectangle,
    "ellipse": _ellipse,
    "polygon": _polygon,
}


def around(boxes: Sequence[Box]) -> str:
    """The smallest rectangle that holds all, within the picture."""
    left, right = _span([box[0] for box in boxes], [box[2] for box in boxes])
    top, bottom = _span([box[1] for box in boxes], [box[3] for box in boxes])
    return " ".join(map(_percent, (left, top, right - left, bottom - top)))


def _span(starts: Sequence[float], ends: Sequence[float]) -> tuple[float, float]:
    start = min(max(min(starts), 0.0), 1 - _LEAST)
    return start, min(max(*ends, start + _LEAST), 1.0)


def _percent(share: float) -> str:
    return f"{share * 100:.4f}".rstrip("0").rstrip(".")
