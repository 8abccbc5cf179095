"""The sort of a form's field, from the same types as the loader's readers."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, Literal

from msgspec import Struct

from quizapp.core.deck import Language
from quizapp.formats.fields import Field, fields_of, is_text_and_more
from quizapp.formats.form_rows import GroupsSort, ItemsSort, NestedSort, PairsSort, RowsSort, TagsSort
from quizapp.formats.form_values import (
    NumberedSort,
    PartsSort,
    SidesSort,
    Sort,
    SwitchSort,
    TextSort,
    WordSort,
)
from quizapp.formats.scalars import words_of
from quizapp.formats.types import by_type


def sort_of_field(field: Field) -> Sort:
    """The sort of a field: of its type, but tags may stand between commas."""
    return TagsSort() if field.name == "tags" else sort_of(field.type)


def sort_of(annotation: Any) -> Sort:
    """The sort of a field that a struct declares with this type: see `fields.reader_of`."""
    return by_type(annotation, SIMPLE, GENERIC, _struct)


def _literal(*words: str) -> Sort:
    known = tuple(words_of(Literal[words]).values())
    return SwitchSort(known[0]) if len(known) == 1 else WordSort(known)


def _tuple(*items: Any) -> Sort:
    if items[-1] is not Ellipsis:
        return PairsSort()
    item = items[0]
    inner = by_type(item, SIMPLE, GENERIC, _struct)
    if isinstance(inner, PartsSort):
        return ItemsSort(inner.keys, is_text_and_more(item))
    return (
        inner if isinstance(inner, PairsSort) else NestedSort() if isinstance(inner, RowsSort) else RowsSort()
    )


def _map(name: Any, value: Any) -> Sort:
    inner = sort_of(value)
    return NumberedSort(inner, value) if isinstance(inner, PartsSort) else GroupsSort()


def _struct(struct: type[Struct]) -> Sort:
    return PartsSort(tuple(fields_of(struct)))


SIMPLE: Final[Mapping[Any, Sort]] = {
    str: TextSort(),
    bool: SwitchSort(),
    int: TextSort(),
    Decimal: TextSort(),
    Language: SidesSort(("front", "back")),
}
GENERIC: Final[Mapping[Any, Callable[..., Sort]]] = {
    Literal: _literal,
    tuple: _tuple,
    dict: _map,
    Mapping: _map,
}
"""Type -> sort; the loader's tables of readers have the same types."""
