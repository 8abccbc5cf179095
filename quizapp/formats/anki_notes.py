"""Notes of Anki as cards of ours: cloze, image occlusion, typed, reversed, and all else as front and back."""

from collections.abc import Mapping
from functools import lru_cache

from quizapp.formats import anki_own
from quizapp.formats import anki_templates as templates
from quizapp.formats.anki_collection import Note, NoteType, Template
from quizapp.formats.anki_found import Found, Made, Remark, add, nothing
from quizapp.formats.anki_holes import cloze_text
from quizapp.formats.anki_masks import is_mask, masked
from quizapp.formats.anki_occlusion import is_occlusion, occlusion
from quizapp.formats.anki_types import BY_FIELDS
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value


def cards_of(note: Note, type_: NoteType, refs: MediaRefs) -> Found:
    """The cards of a note."""
    fields = dict(zip(type_.fields, note.fields, strict=False))
    own = BY_FIELDS.get(type_.fields)
    if own is not None:
        return anki_own.read(own, fields, refs)
    if is_occlusion(type_, fields):
        return occlusion(fields, refs)
    if is_mask(fields):
        return masked(fields, refs)
    found = _cloze(type_, fields, refs) if type_.cloze else _sides(note, type_, fields, refs)
    unseen = [name for name, text in fields.items() if text.strip() and name not in _mentioned(type_)]
    lost = tuple(("import_lost", {"what": f"“{name}” of “{type_.name}”"}) for name in unseen)
    return found._replace(of_type=found.of_type + lost)


def is_own(type_: NoteType) -> bool:
    """Whether we made it: then the guids of its notes are ids of ours."""
    return type_.fields in BY_FIELDS


@lru_cache(maxsize=64)
def _mentioned(type_: NoteType) -> frozenset[str]:
    """The fields that a card shows or asks about."""
    sides = (side for template in type_.templates for side in (template.front, template.back))
    return frozenset(name for side in sides for name in templates.mentioned(side) if name in type_.fields)


def _cloze(type_: NoteType, fields: Mapping[str, str], refs: MediaRefs) -> Found:
    front = type_.templates[0].front if type_.templates else ""
    back = type_.templates[0].back if type_.templates else ""
    shown = templates.render(front, fields, hidden=templates.ON_REQUEST)
    if not templates.has_filter(front, "cloze"):
        shown = fields.get(type_.fields[0], "") if type_.fields else ""
    text = cloze_text(shown, refs)
    if not text.parts:
        return nothing("import_no_holes")
    data: dict[str, Value] = {"cloze": text.markdown}
    if templates.has_filter(front, "type"):
        data["typed"] = "true"
    seen = templates.fields_in(front, hidden=templates.ON_REQUEST) or type_.fields[:1]
    others = [fields[name] for name in templates.fields_in(back) if fields.get(name) and name not in seen]
    explained = [refs.html(other) for other in others]
    add(data, "explain", "\n\n".join(one.markdown for one in explained if one.markdown))
    add(data, "hint", _hint(front, fields, refs))
    add(data, "media", next(iter((*text.sounds, *(name for one in explained for name in one.sounds))), ""))
    return Found((Made(data, text.parts),), text.lost)


# Front and back


def _sides(note: Note, type_: NoteType, fields: Mapping[str, str], refs: MediaRefs) -> Found:
    there = {card.ord: card.id for card in note.cards if 0 <= card.ord < len(type_.templates)}
    ords = sorted(there) or ([0] if type_.templates else [])
    if _is_reversed(type_, ords) and (both := _both_ways(type_, fields, refs)):
        return Found((Made(both, {0: "forward", 1: "back"}),))
    found: list[Made] = []
    missing: dict[int, str] = {}
    """Number of a template -> why it gives no card."""
    for ord_ in ords:
        made = _side(type_, ord_, fields, refs)
        if isinstance(made, str):
            missing[ord_] = made
            continue
        found.append(Made(made, {ord_: ""}, f"/{ord_ + 1}" if ord_ else ""))
    if not found:
        return nothing(next(iter(missing.values()), "import_no_question"))
    if len(found) > 1:
        for one in found:
            one.data["group"] = note.guid
    empty = [type_.templates[ord_].name for ord_ in missing if there.get(ord_)]
    lost = tuple(("import_lost", {"what": f"The empty card “{name}”"}) for name in empty)
    return Found(tuple(found), lost, _flattened(type_))


def _flattened(type_: NoteType) -> tuple[Remark, ...]:
    """A word on a note type that is more than a front and a back."""
    sides = (side for template in type_.templates for side in (template.front, template.back))
    if len({name for side in sides for name in templates.fields_in(side)}) <= len(("front", "back")):
        return ()
    return (("import_changed", {"what": f"The note type “{type_.name}”", "became": "front and back"}),)


def _is_reversed(type_: NoteType, ords: list[int]) -> bool:
    """Two cards of which each asks for what the other shows; what else their backs have is the same."""
    if ords != [0, 1]:
        return False
    one, two = type_.templates[:2]
    first, second = templates.fields_in(one.front), templates.fields_in(two.front)
    typed = any(templates.has_filter(side.front, "type") for side in (one, two))
    plain = len(first) == len(second) == 1 and first != second and not typed
    forward, back = _backs(one), _backs(two)
    return plain and forward[:1] == second and back[:1] == first and forward[1:] == back[1:]


def _backs(template: Template) -> tuple[str, ...]:
    return templates.fields_in(templates.answer_side(template.back, template.front))


def _both_ways(type_: NoteType, fields: Mapping[str, str], refs: MediaRefs) -> dict[str, Value] | None:
    """One card that is asked both ways; None if a side is empty, or one way is not wanted."""
    template, other = type_.templates[:2]
    if not refs.html(templates.render(other.front, fields)).markdown.strip():
        return None
    answer, *others = _backs(template)
    front = refs.html(templates.render(template.front, fields))
    back = refs.html(fields.get(answer, ""))
    more = [refs.html(fields[name]) for name in others if fields.get(name)]
    if not front.markdown.strip() or not back.markdown.strip():
        return None
    data: dict[str, Value] = {"q": front.markdown, "a": back.markdown, "reverse": "true"}
    add(data, "explain", "\n\n".join(one.markdown for one in more if one.markdown))
    sounds = (name for side in (front, back, *more) for name in side.sounds)
    add(data, "media", next(sounds, ""))
    return data


def _side(type_: NoteType, ord_: int, fields: Mapping[str, str], refs: MediaRefs) -> dict[str, Value] | str:
    """A card from a template; the code of what it lacks if it shows nothing."""
    template = type_.templates[ord_]
    typed = templates.has_filter(template.front, "type")
    front = refs.html(templates.render(template.front, fields, hidden=templates.ON_REQUEST))
    back = refs.html(templates.render(templates.answer_side(template.back, template.front), fields))
    if not front.markdown.strip() and front.sounds:
        front = front._replace(markdown="What do you hear?")
    if not front.markdown.strip():
        return "import_no_question"
    answer, explain = back.markdown, ""
    if typed and (wanted := refs.html(fields.get(typed, "")).markdown.strip()):
        answer, explain = wanted, "" if answer.strip() == wanted else answer
    if not answer.strip():
        return "import_no_answer"
    data: dict[str, Value] = {"q": front.markdown, "a": answer}
    if typed:
        data["typed"] = "true"
    add(data, "explain", explain)
    add(data, "hint", _hint(template.front, fields, refs))
    add(data, "media", next(iter((*front.sounds, *back.sounds)), ""))
    return data


def _hint(front: str, fields: Mapping[str, str], refs: MediaRefs) -> str:
    """What the first field behind a hint filter says."""
    name = templates.has_filter(front, "hint")
    return refs.html(fields.get(name, "")).markdown if name else ""
