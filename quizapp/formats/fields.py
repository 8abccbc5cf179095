"""Readers of YAML nodes, derived from the annotations of the structs that hold what they read.

A reader takes a node, the key that it stands behind and the Reading; it returns a value, or BAD once it has
reported what is wrong. So a new question kind needs no reader of its own.
"""

from collections.abc import Callable, Container, Mapping
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple, get_args, get_origin

from msgspec import Meta, Struct
from msgspec.structs import FieldInfo
from msgspec.structs import fields as struct_fields
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.deck import Language
from quizapp.core.kinds.base import YES_NO
from quizapp.core.problems import Fix
from quizapp.formats.fixes import without_dashes, without_item
from quizapp.formats.reading import Entry, Reading
from quizapp.formats.scalars import (
    BAD,
    DECIMAL,
    INTEGER,
    Reader,
    literal,
    number_reader,
    number_within,
    read_text,
    word_reader,
)
from quizapp.formats.types import by_type


class Field(NamedTuple):
    """How one key is read."""

    name: str
    """Of the struct's attribute."""
    read: Reader
    required: bool
    type: Any
    """As the struct declares it, without its documentation."""
    about: str
    """What it is for, for the author of a deck."""
    bounds: tuple[int, int] | None = None
    """Least and most of a whole number."""


def fields_of(struct: type[Struct], *but: str) -> Mapping[str, Field]:
    """The fields of a struct by the keys of deck files, without those that no file holds."""
    return {info.encode_name: _field(info) for info in struct_fields(struct) if info.name not in but}


def _field(info: FieldInfo) -> Field:
    bare, *extras = get_args(info.type) if get_origin(info.type) is Annotated else (info.type,)
    meta = next((extra for extra in extras if isinstance(extra, Meta)), Meta())
    bounds = None if meta.ge is None or meta.le is None else (int(meta.ge), int(meta.le))
    read = _comma_list if info.name == "tags" else reader_of(bare)
    if bounds is not None:
        read = number_within(read, *bounds)
    return Field(info.name, read, info.required, bare, meta.description or "", bounds)


@cache
def reader_of(annotation: Any) -> Reader:
    """The reader of a type as a struct's field declares it."""
    return by_type(annotation, _SIMPLE, _GENERIC, _struct)


def read_fields(fields: Mapping[str, Field], entries: Mapping[str, Entry], at: Reading) -> dict[str, Any]:
    """Read all entries that have a field; the result is by attribute. Unknown keys are not looked at.

    An empty value is an error where the field is required, else it is told and left out.
    """
    values = {}
    for key, (key_node, node) in entries.items():
        field = fields.get(key)
        if field is None:
            continue
        if node.__class__ is ScalarNode and not node.value.strip():
            code = "value_missing" if field.required else "option_empty"
            fix = at.lost_text(node) if field.required else at.nothing_in(entries[key])
            at.say(code, key_node, fix, key=str(key_node.value))
            continue
        value = field.read(node, str(key_node.value), at)
        if value is not BAD:
            values[field.name] = value
    return values


def _element(read: Reader, node: Node, key: str, at: Reading) -> Any:
    """What stands in a list or behind a name: never nothing."""
    if node.__class__ is ScalarNode and not node.value.strip():
        lost = at.lost_text(node) or without_item(at.file.copy, at.base + node.start_mark.index)
        at.say("item_empty", node, lost, key=key)
        return BAD
    return read(node, key, at)


def _tuple(*items: Any) -> Reader:
    """A list; one item alone is a list of one, and a map is a list of its pairs where pairs belong."""
    if items[-1] is not Ellipsis:
        return _pair(*items)
    item = items[0]
    fields, pairs = _fields(item), takes_pairs(item)
    read = _text_and_more(item, fields) if is_text_and_more(item) else reader_of(item)

    def read_list(node: Node, key: str, at: Reading) -> Any:
        nodes = [node]
        if node.__class__ is SequenceNode:
            nodes = node.value
        elif pairs and isinstance(node, MappingNode) and not _has_key(node, fields):
            nodes = [
                MappingNode(node.tag, [pair], pair[0].start_mark, pair[1].end_mark) for pair in node.value
            ]
        values = [_element(read, each, key, at) for each in nodes]
        return BAD if BAD in values else tuple(values)

    return read_list


def is_text_and_more(item: Any) -> bool:
    """True for the items of a list that may be written `- text: more`."""
    fields = _fields(item)
    return len(fields) > 1 and all(field.read is read_text for field in list(fields.values())[:2])


def takes_pairs(item: Any) -> bool:
    """True for the items of a list that may be written as a map."""
    is_pair = get_origin(item) is tuple and get_args(item)[-1] is not Ellipsis
    return is_pair or is_text_and_more(item)


def _fields(item: Any) -> Mapping[str, Field]:
    return fields_of(item) if isinstance(item, type) and issubclass(item, Struct) else {}


def _pair(left: Any, right: Any) -> Reader:
    """`left: right`."""
    readers = reader_of(left), reader_of(right)

    def read_pair(node: Node, key: str, at: Reading) -> Any:
        sides = node.value[0] if isinstance(node, MappingNode) and len(node.value) == 1 else ()
        if not sides:
            at.say("pair_expected", node, key=key, source=at.source(node))
            return BAD
        values = tuple(_element(read, side, key, at) for read, side in zip(readers, sides, strict=True))
        return BAD if BAD in values else values

    return read_pair


def _dict(name: Any, value: Any) -> Reader:
    """Names with a value each."""
    read_name, read_value = reader_of(name), reader_of(value)

    def read_dict(node: Node, key: str, at: Reading) -> Any:
        if not isinstance(node, MappingNode):
            if _is_dashed(node):
                at.say("map_dashes", node, _without_dashes(node, at), key=key, source=at.source(node))
            else:
                at.say("map_expected", node, key=key, source=at.source(node))
            return BAD
        values = {
            read_name(entry.key, key, at): _element(read_value, entry.value, own, at)
            for own, entry in at.entries(node.value).items()
        }
        return BAD if BAD in values or BAD in values.values() else values

    return read_dict


def _is_dashed(node: Node) -> bool:
    """True of a list of maps: what would be a map, but for its dashes."""
    listed = node.value if isinstance(node, SequenceNode) else ()
    return bool(listed) and all(isinstance(one, MappingNode) for one in listed)


def _without_dashes(node: Node, at: Reading) -> Fix | None:
    items = [at.base + item.start_mark.index for item in node.value]
    return without_dashes(at.file.copy, *at.span(node), items)


def _struct(struct: type[Struct]) -> Reader:
    """A map with the struct's keys, or a text alone for its first field."""
    fields = fields_of(struct)
    first = next(iter(fields.values()))

    def read_struct(node: Node, key: str, at: Reading) -> Any:
        if not isinstance(node, MappingNode):
            text = first.read(node, key, at)
            return BAD if text is BAD else struct(**{first.name: text})
        if not _has_key(node, fields):
            at.not_text(node, key, fields)
            return BAD
        entries = at.entries(node.value)
        values = read_fields(fields, entries, at)
        for unknown in entries.keys() - fields.keys():
            at.unknown(entries[unknown].key, [key for key in fields if key not in entries])
        for name, field in fields.items():
            if field.required and name not in entries:
                at.say("key_missing", node, key=name)
        required = {field.name for field in fields.values() if field.required}
        return struct(**values) if required <= values.keys() else BAD

    return read_struct


def _text_and_more(struct: type[Struct], fields: Mapping[str, Field]) -> Reader:
    """An item of a list: `- text: more` fills the first two fields."""
    first, second = (field.name for field in list(fields.values())[:2])
    read_struct, read_pair = _struct(struct), _pair(str, str)

    def read_item(node: Node, key: str, at: Reading) -> Any:
        if not isinstance(node, MappingNode) or len(node.value) > 1 or _has_key(node, fields):
            return read_struct(node, key, at)
        pair = read_pair(node, key, at)
        return BAD if pair is BAD else struct(**{first: pair[0], second: pair[1]})

    return read_item


def _has_key(node: MappingNode, known: Container[str]) -> bool:
    return any(key.__class__ is ScalarNode and key.value in known for key, _ in node.value)


def _comma_list(node: Node, key: str, at: Reading) -> Any:
    """Tags: a list of texts, or one text split on commas."""
    value = reader_of(tuple[str, ...])(node, key, at)
    if value is BAD or node.__class__ is not ScalarNode:
        return value
    return tuple(tag.strip() for tag in value[0].split(",") if tag.strip())


def _language(node: Node, key: str, at: Reading) -> Any:
    """One language for both sides, or a map of the two."""
    value = _struct(Language)(node, key, at)
    return Language(value.front, value.front) if value is not BAD and node.__class__ is ScalarNode else value


_SIMPLE: Final[Mapping[Any, Reader]] = {
    str: read_text,
    bool: word_reader(YES_NO),
    int: number_reader(INTEGER, int, "whole_number_expected"),
    Decimal: number_reader(DECIMAL, Decimal, "number_expected"),
    Language: _language,
}
_GENERIC: Final[Mapping[Any, Callable[..., Reader]]] = {
    Literal: literal,
    tuple: _tuple,
    dict: _dict,
    Mapping: _dict,
}
