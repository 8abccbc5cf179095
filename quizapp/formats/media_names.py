"""Names under which the pictures and sounds of other programs lie beside our decks."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from quizapp.formats.limits import safe_name
from quizapp.formats.yaml_emit import Value

FOLDER: Final = "media"
_ODD: Final = re.compile(r"[^\w.+-]+")
_LONGEST: Final = 120
"""Bytes of a name without its ending."""
_NAMED: Final = re.compile(rf"{FOLDER}/[\w.+-]+")


class MediaNames:
    """Gives each file of a source one name below the media folder, of letters, digits and . + - alone."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        """Name -> the number that its last namesake got."""

    def name(self, original: str) -> str:
        """The path from a deck's folder of the file that the source calls so; the same at each call."""
        if original not in self._names:
            self._names[original] = self._new(original)
        return self._names[original]

    def used(self) -> Mapping[str, str]:
        """What the source calls it -> name, of all that were asked for."""
        return dict(self._names)

    def _new(self, original: str) -> str:
        last = re.split(r"[/\\]", original)[-1]
        plain = _ODD.sub("-", unicodedata.normalize("NFC", last)).strip("-.") or "file"
        stem, dot, suffix = plain.rpartition(".")
        stem, suffix = (stem, suffix[:10].lower()) if dot and stem else (plain, "")
        stem = stem.encode()[:_LONGEST].decode("utf-8", "ignore")
        if not safe_name(stem):  # a device of Windows
            stem = f"file-{stem}"
        ending = f".{suffix}" if suffix else ""
        name = wanted = f"{stem}{ending}"
        number = self._numbers.get(wanted.casefold(), 1)
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{ending}"
        self._numbers[wanted.casefold()] = number
        self._taken.add(name.casefold())
        return f"{FOLDER}/{name}"


def named(value: Value) -> set[str]:
    """The names of media that stand in a value of a card."""
    if isinstance(value, str):
        return set(_NAMED.findall(value)) if FOLDER in value else set()
    inner = value.values() if isinstance(value, dict) else value
    return set().union(*map(named, inner)) if inner else set()


def renamed(value: Value, names: Mapping[str, str]) -> Value:
    """A value of a card with other names of media."""
    others = sorted((name for name in names if not _NAMED.fullmatch(name)), key=len, reverse=True)
    pattern = "|".join((*map(re.escape, others), _NAMED.pattern))
    return _renamed(value, names, re.compile(rf"(?<![\w/.-])(?:{pattern})(?![\w/-])"))


def _renamed(value: Value, names: Mapping[str, str], pattern: re.Pattern[str]) -> Value:
    if isinstance(value, str):
        return pattern.sub(lambda match: names.get(match[0], match[0]), value)
    if isinstance(value, dict):
        return {key: _renamed(each, names, pattern) for key, each in value.items()}
    return [_renamed(each, names, pattern) for each in value]
