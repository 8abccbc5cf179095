"""Bytes to decks and back. FORMATS is the place where formats are listed."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from quizapp.formats.base import Format, Source

FORMATS: Final[tuple[str, ...]] = (
    "reviews",
    "apkg",
    "crowdanki",
    "mnemosyne",
    "bundle",
    "moodle-xml",
    "gift",
    "aiken",
    "anki-text",
    "markdown",
    "foreign-yaml",
    "csv-text",
    "html-page",
)
"""Names of formats, each a module of this room with a FORMAT ("-" is "_" there), in the order of lists;
loaded when they are first asked for. Of two that are equally sure of a source the earlier one reads it."""


@cache
def load(name: str) -> "Format":
    """The format of a name in FORMATS."""
    module = import_module(f"quizapp.formats.{name.replace('-', '_')}")
    found: Format = module.FORMAT
    return found


def readers() -> "tuple[Format, ...]":
    """All formats that can be imported."""
    return tuple(one for one in map(load, FORMATS) if one.reads)


def writers() -> "tuple[Format, ...]":
    """All formats that can be exported."""
    return tuple(one for one in map(load, FORMATS) if one.writes)


def recognised(source: "Source") -> "tuple[Format, ...]":
    """The formats that a source may be in, likeliest first; empty for one that no format knows."""
    sure = [(one.sniff(source), one) for one in readers()]
    return tuple(one for score, one in sorted(sure, key=lambda pair: -pair[0]) if score > 0)
