"""What a note of Anki gives: one card of ours or several, or the reason why there is none."""

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.formats.yaml_emit import Value


class Made(NamedTuple):
    """One item of a deck."""

    data: dict[str, Value]
    parts: Mapping[int, str]
    """ord of Anki's card -> part of ours, for its history."""
    suffix: str = ""
    """Tells several items of one note apart."""


class Found(NamedTuple):
    """What a note gives."""

    made: tuple[Made, ...]
    lost: tuple[tuple[str, Mapping[str, str]], ...] = ()
    """(code of core.import_words, arguments) for what is otherwise, or for why there is no card."""


def nothing(why: str) -> Found:
    """No card. why: a code of core.import_words."""
    return Found((), ((why, {}),))


def add(data: dict[str, Value], key: str, value: str | list[Value]) -> None:
    """Say a key, unless its value is empty."""
    if value.strip() if isinstance(value, str) else value:
        data[key] = value
