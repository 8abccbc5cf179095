"""The JSON Schema of single fields, from the same types as the loader's readers.

A schema describes a file as an editor sees it, after YAML 1.2 has made numbers, true, false and null of plain
words; the loader takes all of these for text.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias, get_args

from msgspec import Struct

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.fields import Field, fields_of, is_text_and_more, takes_pairs
from quizapp.formats.scalars import DECIMAL, INTEGER
from quizapp.formats.types import by_type

Schema: TypeAlias = dict[str, Any]

_SIGNS = re.compile(r"[$()*+./?\[\\\]^{|}]")
"""What means something in a pattern of JavaScript, where no other character may be escaped."""
_ONE = {"minProperties": 1, "maxProperties": 1}
_SCALARS = ["string", "number", "boolean", "null"]


def of_field(field: Field) -> Schema:
    """What may stand behind a key, with its documentation."""
    schema = of_type(field.type)
    if field.bounds is not None:
        number, *others = schema["anyOf"]
        low, high = field.bounds
        schema = {"anyOf": [{**number, "minimum": low, "maximum": high}, *others]}
    return {"description": field.about, **schema}


def of_type(annotation: Any) -> Schema:
    """What may stand in a deck file for a type that a struct's field declares: see `fields.reader_of`."""
    return by_type(annotation, SIMPLE, GENERIC, _struct)


def _words(words: Iterable[str]) -> str:
    """A pattern for one of these words in any case."""
    either = ("".join(_any_case(letter) for letter in word) for word in words)
    return rf"^\s*(?:{'|'.join(either)})\s*$"


def _any_case(letter: str) -> str:
    return f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else _SIGNS.sub(r"\\\g<0>", letter)


def _literal(*words: str) -> Schema:
    known = [word for word in words if word]
    return {"anyOf": [{"enum": known}, {"type": "string", "pattern": _words(known)}]}


def _number(kind: str, pattern: re.Pattern[str]) -> Schema:
    text = {"type": "string", "pattern": rf"^\s*{pattern.pattern}\s*$"}
    return {"anyOf": [{"type": kind}, text]}


def _tuple(*items: Any) -> Schema:
    """A list, or one item alone; where pairs belong, a map of them too."""
    if items[-1] is not Ellipsis:
        return {**_map(*items), **_ONE}
    item = of_type(items[0])
    if item == SIMPLE[str]:
        return {"type": [*_SCALARS, "array"], "items": item}
    if is_text_and_more(items[0]):
        own = fields_of(items[0])
        pairs = {**_map(str, str), "propertyNames": {"not": {"enum": list(own)}}}
        item = {"anyOf": [*item["anyOf"], {**pairs, **_ONE}]}
    elif takes_pairs(items[0]):
        pairs = _map(*get_args(items[0]))
    else:
        return {"anyOf": [item, {"type": "array", "items": item}]}
    return {"anyOf": [{"type": "array", "items": item}, item, pairs]}


def _map(name: Any, value: Any) -> Schema:
    """Names with a value each."""
    names = {} if name is str else {"propertyNames": {"pattern": rf"^\s*{INTEGER.pattern}\s*$"}}
    return {"type": "object", "additionalProperties": of_type(value), **names}


def _struct(struct: type[Struct]) -> Schema:
    """A map with the struct's keys, or a text alone for its first field."""
    fields = fields_of(struct)
    whole = {
        "type": "object",
        "properties": {key: of_field(field) for key, field in fields.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "required": [key for key, field in fields.items() if field.required],
    }
    first = next(iter(fields.values()))
    return {"anyOf": [of_type(first.type), whole]}


def _yes_no(words: Iterable[str], *values: bool) -> Schema:
    return {"anyOf": [{"enum": list(values)}, {"type": "string", "pattern": _words(words)}]}


YES: Final = _yes_no((word for word, value in YES_NO.items() if value), True)
"""A yes/no field that says yes."""
SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": _SCALARS},
    bool: _yes_no(YES_NO, True, False),
    int: _number("integer", INTEGER),
    Decimal: _number("number", DECIMAL),
}
GENERIC: Final[Mapping[Any, Callable[..., Schema]]] = {
    Literal: _literal,
    tuple: _tuple,
    dict: _map,
    Mapping: _map,
}
"""Type -> schema; the loader's tables of readers have the same types."""
