"""What is derived from the types that the fields of structs declare is looked up here."""

from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

T = TypeVar("T")


def by_type(
    annotation: Any,
    simple: Mapping[Any, T],
    generic: Mapping[Any, Callable[..., T]],
    struct: Callable[[Any], T],
) -> T:
    """What belongs to a type: of one of two tables, else it is a struct's. None counts as left out.

    generic: origin (tuple, Literal) -> what to make of its arguments.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return by_type(arguments[0], simple, generic, struct)
    if origin in (Union, UnionType):
        (inner,) = (argument for argument in arguments if argument is not NoneType)
        return by_type(inner, simple, generic, struct)
    if origin in generic:
        return generic[origin](*arguments)
    return simple[annotation] if annotation in simple else struct(annotation)
