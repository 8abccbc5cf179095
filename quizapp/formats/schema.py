"""The JSON Schema of deck files, for editors: from the same declarations as the loader's readers.

Draft 7, which YAML editors know best. Which keys a card may have depends on its kind: that is written as
branches, not as alternatives, so that an editor names a mistake under the right kind alone.
"""

from collections.abc import Mapping, Sequence
from typing import get_origin

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.formats.card_keys import (
    ALIASES,
    AT,
    DECK,
    DECK_ALIASES,
    DECK_OUTSIDE,
    NOTE,
    OPTIONS,
    OUTSIDE,
    plan_of,
)
from quizapp.formats.field_schema import SIMPLE, YES, Schema, of_field, of_type
from quizapp.formats.fields import Field
from quizapp.formats.kind_keys import is_bare, openers


def schema() -> Schema:
    """The schema of a deck file: a map with the deck's keys, or a bare list of cards."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A deck of quizapp",
        "type": ["object", "array"],
        "properties": _deck(),
        "additionalProperties": False,
        "items": _ref("card"),
        "if": {"properties": {"defaults": {"anyOf": _settling()}}, "required": ["defaults"]},
        "then": {"properties": {"cards": _cards("card_with_defaults")}},
        "else": {"properties": {"cards": _cards("card")}},
        "definitions": {
            "card": _card(_by_keys(_without_unique_key())),
            "card_with_defaults": _card({"anyOf": [_keys(kind) for kind in _without_unique_key()]}),
            **{f"kind_{kind.name}": _kind(kind) for kind in KINDS},
            **{f"key_{key}": of_field(field) for key, field in NOTE.items()},
            f"key_{AT}": {"description": OUTSIDE[AT], **SIMPLE[str]},
        },
    }


def _deck() -> Schema:
    aliases = {alias: _alias(key, DECK[key]) for alias, key in DECK_ALIASES.items()}
    others: Mapping[str, Schema] = {
        "defaults": {"type": "object", "properties": _defaults(), "additionalProperties": False},
        "cards": {"type": ["array", "null"]},
    }
    return {
        **{key: of_field(field) for key, field in DECK.items()},
        **aliases,
        **{key: {"description": about, **others[key]} for key, about in DECK_OUTSIDE.items()},
    }


def _cards(item: str) -> Schema:
    return {"type": ["array", "null"], "items": _ref(item)}


def _defaults() -> Schema:
    """Options of all kinds; one that several kinds have may be of any of their forms."""
    found: dict[str, list[Field]] = {}
    for fields in (NOTE, *(plan_of(kind).question for kind in KINDS)):
        for key in fields.keys() & OPTIONS:
            found.setdefault(key, []).append(fields[key])
    return {key: _either(found[key]) for key in sorted(found)}


def _either(fields: Sequence[Field]) -> Schema:
    """What may stand behind a key that means one of these fields."""
    forms: list[Schema] = []
    for field in fields:
        if (form := of_type(field.type)) not in forms:
            forms.append(form)
    about = "\n".join(dict.fromkeys(field.about for field in fields))
    return {"description": about, **(forms[0] if len(forms) == 1 else {"anyOf": forms})}


def _settling() -> list[Schema]:
    """Defaults that settle the kind of cards whose own keys do not."""
    found: list[Schema] = []
    for kind in KINDS:
        question = plan_of(kind).question
        for key in () if is_bare(kind) else openers(kind):
            if (there := _there(key, question[key])) not in found:
                found.append(there)
    return found


def _card(undecided: Schema) -> Schema:
    """A card: `kind:` says what it is, else a key that only one kind has, else what `undecided` says."""
    unique = dict.fromkeys(kind.unique_key for kind in KINDS if kind.unique_key)
    names = [({"properties": {"kind": {"const": kind.name}}}, _keys(kind)) for kind in KINDS]
    unknown = {"properties": {"kind": {"enum": [kind.name for kind in KINDS]}}}
    settled = [(_has(key), _by_keys([kind for kind in KINDS if kind.unique_key == key])) for key in unique]
    return {"type": "object", **_branches([(_has("kind"), _branches(names, unknown)), *settled], undecided)}


def _has(key: str) -> Schema:
    return {"type": "object", "required": [key]}


def _branches(choices: Sequence[tuple[Schema, Schema]], rest: Schema) -> Schema:
    """The schema beside the first condition that holds, else the rest."""
    for condition, then in reversed(choices):
        rest = {"if": condition, "then": then, "else": rest}
    return rest


def _without_unique_key() -> list[AnyKind]:
    return [kind for kind in KINDS if not kind.unique_key]


def _by_keys(kinds: Sequence[AnyKind]) -> Schema:
    """The first of the kinds whose keys are there; the last of them takes what is left."""
    *first, last = kinds
    if not first:
        return _keys(last)
    offered = _forms(kinds) if last.unique_key else _deciding()
    whole = _kind(last)
    rest = {**whole, "properties": {**whole["properties"], **offered}}
    return _branches([(_settles(kind), _keys(kind)) for kind in first], rest)


def _settles(kind: AnyKind) -> Schema:
    """What is true of a card of the kind, if it is of none before it."""
    question = plan_of(kind).question
    required = {key: field for key, field in question.items() if field.required}
    values = {"type": "object", "properties": {key: of_type(field.type) for key, field in required.items()}}
    if is_bare(kind):
        return {**values, "required": list(required)}
    lists = {key: {"type": "array"} for key, field in required.items() if get_origin(field.type) is tuple}
    keys = [_there(key, question[key]) for key in openers(kind)]
    return {"allOf": [values, {"properties": lists}], "anyOf": keys}


def _there(key: str, field: Field) -> Schema:
    return {"required": [key], **({"properties": {key: YES}} if field.type is bool else {})}


def _forms(kinds: Sequence[AnyKind]) -> Schema:
    """What the keys may hold that these kinds need, for editors to offer while it is none of it."""
    return {
        key: _either([plan_of(kind).question[key] for kind in kinds]) for key in plan_of(kinds[0]).required
    }


def _deciding() -> Schema:
    """The keys that would settle the kind of a card that has none of them yet, for editors to offer."""
    return {
        key: of_field(plan_of(kind).question[key])
        for kind in KINDS
        for key in ((kind.unique_key,) if kind.unique_key else () if is_bare(kind) else openers(kind))
    }


def _kind(kind: AnyKind) -> Schema:
    """The keys that a card of the kind may have."""
    plan = plan_of(kind)
    aliases = {alias: key for alias, key in ALIASES.items() if key in plan.question}
    names = {key: [key, *(alias for alias in aliases if aliases[alias] == key)] for key in plan.required}
    either = [{"oneOf": [{"required": [name]} for name in each]} for each in names.values() if len(each) > 1]
    return {
        "title": kind.name,
        "description": kind.about,
        "properties": {
            **{key: of_field(field) for key, field in plan.question.items()},
            **{alias: _alias(key, plan.question[key]) for alias, key in aliases.items()},
            **{key: _ref(f"key_{key}") for key in (*plan.note, AT)},
            "kind": {"description": OUTSIDE["kind"], "const": kind.name},
        },
        "additionalProperties": False,
        "required": [key for key, each in names.items() if len(each) == 1],
        **({"allOf": either} if either else {}),
    }


def _alias(key: str, field: Field) -> Schema:
    """Another name of a key: known, but not offered by editors."""
    return {**of_field(field), "description": f"The same as {key}", "doNotSuggest": True}


def _keys(kind: AnyKind) -> Schema:
    return _ref(f"kind_{kind.name}")


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}
