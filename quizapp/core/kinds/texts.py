"""The texts below a question: all of them, and the same question with each changed."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace


def strings(value: Any) -> list[str]:
    """Every non-empty text below a frozen value, in order."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, Struct):
        return [text for name in value.__struct_fields__ for text in strings(getattr(value, name))]
    if isinstance(value, Mapping):
        return [text for pair in value.items() for item in pair for text in strings(item)]
    if isinstance(value, tuple | list):
        return [text for item in value for text in strings(item)]
    return []


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A frozen value with every text below it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Struct):
        return replace(
            value, **{name: with_texts(getattr(value, name), change) for name in value.__struct_fields__}
        )
    if isinstance(value, Mapping):
        return {with_texts(key, change): with_texts(item, change) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(with_texts(item, change) for item in value)
    return value
