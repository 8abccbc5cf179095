"""A YAML editor in small: what it makes of a text, and what it underlines under a JSON Schema of draft 7."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """Plain words as YAML 1.2 reads them."""

    yaml_implicit_resolvers: Mapping[str, list[Any]] = {}


_WORDS = {
    "null": (r"~|null|Null|NULL|", "~nN"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
}
for _tag, (_pattern, _firsts) in _WORDS.items():
    _found = re.compile(rf"(?:{_pattern})\Z")
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _found, list(_firsts))
    if _tag == "null":
        _Core.add_implicit_resolver("tag:yaml.org,2002:null", _found, [""])
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: _whole(node.value))
_Core.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: float(re.sub(r"\.(?=inf|nan)", "", node.value.lower()))
)


def _whole(text: str) -> int:
    return int(text, {"0x": 16, "0o": 8}.get(text[:2], 10))


def seen(text: str) -> Any:
    """What an editor sees in a file."""
    return yaml.load(text, _Core)


class Schema:
    """A schema with its definitions."""

    def __init__(self, whole: Mapping[str, Any]) -> None:
        self._whole = whole

    def faults(self, value: Any) -> list[str]:
        """What is underlined: where, and the keyword that is broken."""
        return [*self.check(self._whole, value, "")]

    def check(self, schema: Mapping[str, Any], value: Any, at: str) -> Iterator[str]:
        if "$ref" in schema:
            assert set(schema) == {"$ref"}  # in draft 7 nothing beside it counts
            name = schema["$ref"].removeprefix("#/definitions/")
            yield from self.check(self._whole["definitions"][name], value, at)
        for keyword in schema.keys() - _SILENT - {"$ref"}:
            yield from _KEYWORDS[keyword](self, schema, value, at)

    def holds(self, schema: Mapping[str, Any], value: Any) -> bool:
        return next(self.check(schema, value, ""), None) is None


_SILENT = {"$schema", "title", "description", "definitions", "doNotSuggest", "then", "else"}
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
}


def _type(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(_TYPES[name](value) for name in types):
        yield f"{at}: type"


def _same(one: Any, other: Any) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _enum(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if not any(_same(value, each) for each in schema["enum"]):
        yield f"{at}: enum"


def _const(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if not _same(value, schema["const"]):
        yield f"{at}: const"


def _bound(keyword: str, holds: Callable[[Any, Any], bool]) -> Callable[..., Iterator[str]]:
    def check(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
        if _TYPES["number"](value) and not holds(value, schema[keyword]):
            yield f"{at}: {keyword}"

    return check


def _pattern(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{at}: pattern"


def _properties(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    for key in schema["properties"].keys() & value.keys() if isinstance(value, dict) else ():
        yield from self.check(schema["properties"][key], value[key], f"{at}/{key}")


def _additional(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    rest = value.keys() - schema.get("properties", {}).keys() if isinstance(value, dict) else ()
    for key in rest:
        if schema["additionalProperties"] is False:
            yield f"{at}/{key}: unknown"
        else:
            yield from self.check(schema["additionalProperties"], value[key], f"{at}/{key}")


def _names(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    for key in value if isinstance(value, dict) else ():
        yield from self.check(schema["propertyNames"], key, f"{at}/{key}")


def _items(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from self.check(schema["items"], item, f"{at}/{index}")


def _required(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    for key in schema["required"] if isinstance(value, dict) else ():
        if key not in value:
            yield f"{at}/{key}: missing"


def _least(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict) and len(value) < schema["minProperties"]:
        yield f"{at}: too few"


def _most(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if isinstance(value, dict) and len(value) > schema["maxProperties"]:
        yield f"{at}: too many"


def _all_of(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    for each in schema["allOf"]:
        yield from self.check(each, value, at)


def _any_of(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if not any(self.holds(each, value) for each in schema["anyOf"]):
        yield f"{at}: none of the forms"


def _one_of(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    count = sum(self.holds(each, value) for each in schema["oneOf"])
    if count != 1:
        yield f"{at}: {count} of the forms"


def _not(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    if self.holds(schema["not"], value):
        yield f"{at}: not"


def _if(self: Schema, schema: Any, value: Any, at: str) -> Iterator[str]:
    branch = "then" if self.holds(schema["if"], value) else "else"
    yield from self.check(schema[branch], value, at)


_KEYWORDS: Mapping[str, Callable[[Schema, Any, Any, str], Iterator[str]]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "pattern": _pattern,
    "minimum": _bound("minimum", operator.ge),
    "maximum": _bound("maximum", operator.le),
    "properties": _properties,
    "additionalProperties": _additional,
    "propertyNames": _names,
    "items": _items,
    "required": _required,
    "minProperties": _least,
    "maxProperties": _most,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
}
