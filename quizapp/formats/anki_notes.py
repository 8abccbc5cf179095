"""Notes of Anki as cards of ours: cloze, image occlusion, typed, reversed, and all else as front and back."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from quizapp.formats import anki_templates as templates
from quizapp.formats.anki_collection import OCCLUSION, Note, NoteType
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

_HOLE: Final = re.compile(r"\{\{c(\d{1,3})::")
_SHAPE: Final = re.compile(r"image-occlusion:(\w+):([^}]*)")
_PICTURE: Final = re.compile(r"<img\b[^>]*\bsrc\s*=\s*[\"']?([^\"'>\s]+(?: [^\"'>]+)?)", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>|&nbsp;")
_MOST_SHAPES: Final = 200


class Made(NamedTuple):
    """One item of a deck."""

    data: dict[str, Value]
    parts: Mapping[int, str]
    """ord of Anki's card -> part of ours, for its history."""
    suffix: str = ""
    """Tells several items of one note apart."""


class Found(NamedTuple):
    """What a note gives."""

    made: tuple[Made, ...]
    lost: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """(code of core.import_words, arguments) for what is otherwise, or for why there is no card."""


def cards_of(note: Note, type_: NoteType, refs: MediaRefs) -> Found:
    """The cards of a note."""
    fields = dict(zip(type_.fields, note.fields, strict=False))
    if _is_occlusion(type_, fields):
        return _occlusion(fields, refs)
    if type_.cloze:
        return _cloze(type_, fields, refs)
    return _sides(note, type_, fields, refs)


# Cloze


def _cloze(type_: NoteType, fields: Mapping[str, str], refs: MediaRefs) -> Found:
    front = type_.templates[0].front if type_.templates else ""
    back = type_.templates[0].back if type_.templates else ""
    name = templates.has_filter(front, "cloze") or (type_.fields[0] if type_.fields else "")
    text, changed = holes(fields.get(name, ""))
    if not _HOLE.search(text):
        return Found((), (("import_no_holes", {}),))
    side = refs.html(text)
    data: dict[str, Value] = {"cloze": side.markdown}
    if templates.has_filter(front, "type"):
        data["typed"] = "true"
    others = [other for other in templates.fields_in(back) if other != name and fields.get(other, "").strip()]
    explained = [refs.html(fields[other]) for other in others]
    _add(data, "explain", "\n\n".join(one.markdown for one in explained if one.markdown))
    _add(data, "media", next((sound for one in (side, *explained) for sound in one.sounds), ""))
    lost = (("import_changed", {"what": "A hole within a hole", "became": "a part of the outer one"}),)
    numbers = sorted({int(number) for number in _HOLE.findall(side.markdown)})
    return Found((Made(data, {number - 1: f"c{number}" for number in numbers}),), lost if changed else ())


def holes(text: str) -> tuple[str, bool]:
    """A text with our holes: the hint behind " :: ", none within another; whether one was."""
    if "::" not in text:
        return text, False
    out: list[str] = []
    depth = 0
    at = 0
    nested = False
    for match in re.finditer(r"\{\{c(\d{1,3})::|\{\{|\}\}", text):
        out.append(_hinted(text[at : match.start()]) if depth == 1 else text[at : match.start()])
        at = match.end()
        if match[1] is not None:
            nested = nested or depth > 0
            out.append(f"{{{{c{int(match[1]) or 1}::" if depth == 0 else "")
            depth += 1
        elif match[0] == "}}" and depth > 0:
            depth -= 1
            out.append("}}" if depth == 0 else "")
        else:
            out.append(match[0])
    out.append(text[at:])
    return "".join(out), nested


def _hinted(inner: str) -> str:
    answer, sign, hint = inner.partition("::")
    if not sign:
        return inner
    return f"{answer} :: {hint.strip()}" if hint.strip() else answer


# Pictures with covered parts


def _is_occlusion(type_: NoteType, fields: Mapping[str, str]) -> bool:
    return type_.stock == OCCLUSION or any("image-occlusion:" in text for text in fields.values())


def _occlusion(fields: Mapping[str, str], refs: MediaRefs) -> Found:
    covered = next((text for text in fields.values() if "image-occlusion:" in text), "")
    picture = next((match[1] for text in fields.values() if (match := _PICTURE.search(text))), "")
    path = refs.path(picture) if picture else ""
    shapes = _shapes(covered)
    if not path or not shapes:
        return Found((), (("import_no_regions", {}),))
    rest = {
        name: refs.html(text).markdown
        for name, text in fields.items()
        if text not in (covered,) and not _PICTURE.search(text) and text.strip()
    }
    header = rest.pop("Header", "") or rest.pop("Title", "")
    regions: list[Value] = [{label: box} for label, box in shapes.items()]
    data: dict[str, Value] = {"q": header or "What is covered?", "image": path, "regions": regions}
    _add(data, "hide", "one" if "oi=1" not in covered else "all")
    _add(data, "explain", "\n\n".join(rest.values()))
    parts = {number: label for number, label in enumerate(shapes)}
    return Found((Made(data, parts),))


def _shapes(text: str) -> dict[str, str]:
    """Label -> left, top, width and height in per cent. Anki's shapes have numbers, not names."""
    found: dict[str, list[tuple[float, float, float, float]]] = {}
    for match in re.finditer(r"\{\{c(\d{1,3})::(image-occlusion:[^}]*)\}\}", text):
        shape = _SHAPE.match(match[2])
        box = _box(shape[1], shape[2]) if shape else None
        if box is not None and len(found) < _MOST_SHAPES:
            found.setdefault(match[1], []).append(box)
    return {number: _around(boxes) for number, boxes in found.items()}


def _box(shape: str, said: str) -> tuple[float, float, float, float] | None:
    """(left, top, right, bottom), each 0 to 1."""
    values = dict(part.split("=", 1) for part in said.split(":") if "=" in part)
    try:
        if shape == "polygon":
            pairs = [point.split(",") for point in values.get("points", "").split()]
            xs, ys = [float(x) for x, _ in pairs], [float(y) for _, y in pairs]
            return min(xs), min(ys), max(xs), max(ys)
        left, top = float(values["left"]), float(values["top"])
        if shape == "ellipse":
            return left, top, left + 2 * float(values["rx"]), top + 2 * float(values["ry"])
        if shape == "rect":
            return left, top, left + float(values["width"]), top + float(values["height"])
    except (ValueError, KeyError):
        return None
    return None


def _around(boxes: list[tuple[float, float, float, float]]) -> str:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    inside = [min(max(value, 0.0), 1.0) for value in (left, top, right, bottom)]
    width, height = max(inside[2] - inside[0], 0.005), max(inside[3] - inside[1], 0.005)
    return " ".join(_percent(value) for value in (inside[0], inside[1], width, height))


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".")


# Front and back


def _sides(note: Note, type_: NoteType, fields: Mapping[str, str], refs: MediaRefs) -> Found:
    ords = sorted({card.ord for card in note.cards if card.ord < len(type_.templates)})
    ords = ords or ([0] if type_.templates else [])
    if _is_reversed(type_, ords):
        made = _side(type_, 0, fields, refs)
        if isinstance(made, dict):
            return Found((Made({**made, "reverse": "true"}, {0: "forward", 1: "back"}),))
    found: list[Made] = []
    why = "import_no_question"
    for ord_ in ords:
        made = _side(type_, ord_, fields, refs)
        if isinstance(made, str):
            why = made
            continue
        if len(ords) > 1:
            made["group"] = note.guid
        found.append(Made(made, {ord_: ""}, f"/{ord_ + 1}" if ord_ else ""))
    return Found(tuple(found), () if found else ((why, {}),))


def _is_reversed(type_: NoteType, ords: list[int]) -> bool:
    """Two cards of which each asks what the other answers."""
    if ords != [0, 1]:
        return False
    one, two = type_.templates[:2]
    first, second = templates.fields_in(one.front), templates.fields_in(two.front)
    typed = any(templates.has_filter(side.front, "type") for side in (one, two))
    plain = len(first) == len(second) == 1 and first != second and not typed
    backs = (
        templates.fields_in(templates.answer_side(one.back)),
        templates.fields_in(templates.answer_side(two.back)),
    )
    return plain and backs == (second, first)


def _side(type_: NoteType, ord_: int, fields: Mapping[str, str], refs: MediaRefs) -> dict[str, Value] | str:
    """A card from a template; the code of what it lacks if it shows nothing."""
    template = type_.templates[ord_]
    typed = templates.has_filter(template.front, "type")
    front = refs.html(templates.render(template.front, fields))
    back = refs.html(templates.render(templates.answer_side(template.back), fields))
    if not front.markdown.strip() and front.sounds:
        front = front._replace(markdown="What do you hear?")
    if not front.markdown.strip():
        return "import_no_question"
    answer, explain = back.markdown, ""
    if typed and fields.get(typed, "").strip():
        answer, explain = _TAG.sub("", fields[typed]).strip(), answer
        explain = "" if explain.strip() == answer else explain
    if not answer.strip():
        return "import_no_answer"
    data: dict[str, Value] = {"q": front.markdown, "a": answer}
    if typed:
        data["typed"] = "true"
    _add(data, "explain", explain)
    _add(data, "hint", _hint(template.front, fields, refs))
    _add(data, "media", next(iter((*front.sounds, *back.sounds)), ""))
    return data


def _hint(front: str, fields: Mapping[str, str], refs: MediaRefs) -> str:
    name = templates.has_filter(front, "hint")
    return refs.html(fields.get(name, "")).markdown if name else ""


def _add(data: dict[str, Value], key: str, value: str) -> None:
    if value.strip():
        data[key] = value
