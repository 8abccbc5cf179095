"""How the keys of a card settle its kind, found by asking the registry: for the schema and the reference."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from quizapp.core.kinds import AnyKind, find_kind
from quizapp.core.kinds.base import Shape
from quizapp.formats.card_keys import plan_of
from quizapp.formats.fields import Field


class _Sample(NamedTuple):
    """A value that a field may have, as `find_kind` looks at it."""

    shape: Shape
    text: str = ""


@cache
def is_bare(kind: AnyKind) -> bool:
    """True if the required keys alone make a card of the kind."""
    return _settles(kind, {})


@cache
def openers(kind: AnyKind) -> tuple[str, ...]:
    """The optional keys of which each one makes a card with the required keys one of the kind."""
    fields = plan_of(kind).question
    return tuple(
        key for key, field in fields.items() if not field.required and _settles(kind, {key: _sample(field)})
    )


def _settles(kind: AnyKind, more: dict[str, _Sample]) -> bool:
    required = {key: _sample(field) for key, field in plan_of(kind).question.items() if field.required}
    samples = required | more
    shapes = {key: sample.shape for key, sample in samples.items()}
    return find_kind(shapes, {key: sample.text for key, sample in samples.items() if sample.text}) is kind


def _sample(field: Field) -> _Sample:
    origin = get_origin(field.type)
    if origin is Literal:
        return _Sample("text", next(filter(None, get_args(field.type))))
    return _SAMPLES.get(origin or field.type, _Sample("text", "text"))


_SAMPLES: dict[Any, _Sample] = {
    bool: _Sample("text", "true"),
    tuple: _Sample("list"),
    dict: _Sample("map"),
    Mapping: _Sample("map"),
}
