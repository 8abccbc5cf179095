"""The form of a card: its fields by kind, and how a card is made into one of another kind."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from quizapp.core.kinds import KINDS, AnyKind, find_kind
from quizapp.core.kinds.base import Shape
from quizapp.formats.card_keys import ALIASES, AT, OUTSIDE, plan_of
from quizapp.formats.fields import Field, fields_of
from quizapp.formats.form_rows import GroupsSort, RowsSort
from quizapp.formats.form_sorts import sort_of_field
from quizapp.formats.form_values import Sort, SwitchSort, TextSort, Value, WordSort
from quizapp.formats.kind_keys import openers

Data: TypeAlias = dict[str, Value]
"""A card: what stands behind each key."""


class FormField(NamedTuple):
    """One key of a card, as a form offers it."""

    key: str
    sort: Sort
    required: bool
    about: str
    """For the author; marked for translation."""


@cache
def question_fields(kind: AnyKind) -> tuple[FormField, ...]:
    """The keys of a kind's own, in the order of their declaration; those that it shares with others last."""
    shared = set(getattr(kind.question.__base__, "__struct_fields__", ()))
    fields = sorted(plan_of(kind).question.items(), key=lambda item: item[1].name in shared)
    return tuple(_field(key, field) for key, field in fields)


@cache
def note_fields(kind: AnyKind) -> tuple[FormField, ...]:
    """The keys that any card may have, without those that the kind has for its own."""
    found = [_field(key, field) for key, field in plan_of(kind).note.items()]
    return (*found, FormField(AT, TextSort(), False, OUTSIDE[AT]))


@cache
def part_fields(struct: type[Struct]) -> tuple[FormField, ...]:
    """The keys of what stands in a card: of a gap."""
    return tuple(_field(key, field) for key, field in fields_of(struct).items())


def _field(key: str, field: Field) -> FormField:
    return FormField(key, sort_of_field(field), field.required, field.about)


def canonical(data: Mapping[str, Value]) -> tuple[Data, dict[str, str]]:
    """A card by our names of its keys, and under which names its author wrote them."""
    written = {ALIASES.get(key, key): key for key in data}
    return {key: data[own] for key, own in written.items()}, written


def kind_of_data(data: Mapping[str, Value]) -> AnyKind | None:
    """The kind that the keys settle; None where they leave it open or clash."""
    shapes = {key: _shape(value) for key, value in data.items()}
    flags = {key: value for key, value in data.items() if isinstance(value, str) and value.strip()}
    found = find_kind(shapes, flags, flags.get("kind", ""))
    return None if isinstance(found, tuple) else found


def likely_kind(data: Mapping[str, Value], last: AnyKind | None = None) -> AnyKind:
    """The kind that the keys settle, else the one that the card was last, else the one that most keys fit."""
    return kind_of_data(data) or last or max(KINDS, key=lambda kind: _fitting(kind, data))


def _fitting(kind: AnyKind, data: Mapping[str, Value]) -> int:
    fields = {field.key: field for field in question_fields(kind)}
    return sum(key in fields and fields[key].sort.read(value) is not None for key, value in data.items())


def _shape(value: Value) -> Shape:
    if isinstance(value, str):
        return "text" if value.strip() else "empty"
    return "map" if isinstance(value, dict) else "list"


class Recast(NamedTuple):
    """A card made into one of another kind."""

    data: Data
    lost: tuple[str, ...]
    """Keys whose content has no place in it."""


def recast(data: Mapping[str, Value], old: AnyKind, new: AnyKind) -> Recast:
    """Keep what fits. data: by our names; keys that neither kind knows stay.

    The first required key of a kind is its question, the others are its answer: these move between kinds.
    """
    fields = {field.key: field for field in question_fields(new)}
    common = {field.key for field in note_fields(new)}
    own = {field.key for field in question_fields(old)} | {"kind"}
    made: Data = {}
    moved: set[str] = set()
    for field in fields.values():
        others = _counterparts(field, old, new) if field.required else ()
        sources = [field.key, *(key for key in others if key not in fields)]
        for source in sources:
            value = _carried(data[source], field.sort) if source in data and source not in moved else None
            if value is not None:
                made[field.key] = value
                moved.add(source)
                break
        else:
            if field.required:
                made[field.key] = field.sort.blank
    made |= {key: value for key, value in data.items() if key in common or key not in own | fields.keys()}
    _settle(made, new)
    lost = [key for key in data if key in own - {"kind"} and key not in moved | common]
    return Recast(made, tuple(key for key in lost if data[key] not in ("", [], {})))


def skeleton(kind: AnyKind) -> Data:
    """The least that makes a card of a kind, its texts still empty."""
    return recast({}, kind, kind).data


def _counterparts(field: FormField, old: AnyKind, new: AnyKind) -> list[str]:
    """The keys of the old kind that say what this one says in the new kind."""
    was, is_ = plan_of(old).required, plan_of(new).required
    return list(was[:1] if field.key == is_[0] else was[1:])


def _carried(value: Value, sort: Sort) -> Value | None:
    """A value in the shape that a sort of field has; None if it has no place there."""
    if isinstance(sort, RowsSort | GroupsSort) and isinstance(value, str) and value.strip():
        value = [value]
    if isinstance(sort, TextSort) and isinstance(value, list) and len(value) == 1:
        (value,) = value
    shown = sort.read(value)
    unknown = isinstance(sort, WordSort) and shown not in sort.words
    return None if value == "" or shown is None or unknown else value


def _settle(data: Data, kind: AnyKind) -> None:
    """See that the keys make a card of this kind: by an optional key of it, else by name."""
    fields = {field.key: field for field in question_fields(kind)}
    for opener in sorted(openers(kind), key=lambda key: not isinstance(fields[key].sort, SwitchSort)):
        if kind_of_data(data) is not kind:
            data[opener] = fields[opener].sort.blank
            if kind_of_data(data) is not kind:
                del data[opener]
    if kind_of_data(data) is not kind:
        data["kind"] = kind.name
