"""What stands behind a key of a card, as a form shows it, and back.

Each sort of field reads a Value into something flat (a text, rows of cells) and writes that back in the
author's own manner: what was not touched keeps its shape. What a sort cannot read is not for forms.
"""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.yaml_emit import Value as Value

_ODD = re.compile("[\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2029\ufdd0\ufdd1\ufffc]")
"""What a text field would not give back as it was."""


class Sort(Struct, frozen=True):
    """A sort of field."""

    @property
    def nothing(self) -> Any:
        """What the form shows where no key is."""
        return ""

    @property
    def blank(self) -> Value:
        """What stands behind a key that has to be there before anything is written."""
        return ""

    def read(self, value: Value) -> Any:
        """What the form shows; None if it cannot show this value as it is."""
        raise NotImplementedError

    def write(self, shown: Any, old: Value | None = None) -> Value | None:
        """What is to stand behind the key; None if nothing is. old: what stands there now."""
        unchanged = old is not None and self.read(old) == shown
        return old if unchanged else self._write(shown, old)

    def _write(self, shown: Any, old: Value | None) -> Value | None:
        raise NotImplementedError


def plain(value: Value) -> str | None:
    """A text that a field can hold; None for all else."""
    return value if isinstance(value, str) and not _ODD.search(value) else None


def tidy(text: str) -> str:
    """Without blanks behind it: they come while one types, and would have to be quoted."""
    return text.rstrip(" \t\n")


class TextSort(Sort, frozen=True):
    """One text; also numbers, which are read where they are used."""

    def read(self, value: Value) -> str | None:
        return plain(value)

    def _write(self, shown: str, old: Value | None) -> Value | None:
        return tidy(shown) or None


class WordSort(Sort, frozen=True):
    """One of a few words. Shown by the word of the declaration; one that is not known as it is written."""

    words: tuple[str, ...]

    @property
    def blank(self) -> Value:
        return self.words[0]

    def read(self, value: Value) -> str | None:
        text = plain(value)
        if text is None:
            return None
        known = {word.casefold(): word for word in self.words}
        return known.get(text.strip().casefold(), text)

    def _write(self, shown: str, old: Value | None) -> Value | None:
        return shown or None


_MANNERS = (("true", "false"), ("yes", "no"), ("on", "off"))


class SwitchSort(Sort, frozen=True):
    """On or off. word: what stands for on where it is no yes/no field ("exact"); off is then nothing."""

    word: str = ""

    @property
    def nothing(self) -> bool:
        return False

    @property
    def blank(self) -> Value:
        return self.word or "true"

    def read(self, value: Value) -> bool | None:
        text = plain(value)
        known: Mapping[str, bool] = {self.word: True} if self.word else YES_NO
        return None if text is None else known.get(text.strip().casefold())

    def _write(self, shown: bool, old: Value | None) -> Value | None:
        """As the author says yes and no."""
        if self.word:
            return self.word if shown else None
        before = old.strip().casefold() if isinstance(old, str) else ""
        yes, no = next((pair for pair in _MANNERS if before in pair), _MANNERS[0])
        return yes if shown else no


class PartsSort(Sort, frozen=True):
    """A map with the keys of a struct, or a value alone for its first: shown as a map."""

    keys: tuple[str, ...]

    @property
    def nothing(self) -> dict[str, Value]:
        return {}

    @property
    def blank(self) -> Value:
        return {}

    def read(self, value: Value) -> dict[str, Value] | None:
        if not isinstance(value, dict):
            return {self.keys[0]: value}
        return value if value.keys() <= set(self.keys) else None

    def _write(self, shown: dict[str, Value], old: Value | None) -> Value | None:
        if len(shown) == 1 and self.keys[0] in shown and not isinstance(old, dict | None):
            return shown[self.keys[0]]
        return shown or None


class SidesSort(Sort, frozen=True):
    """One text for both sides of a card, or a map of the two: shown as (front, back)."""

    keys: tuple[str, str]

    @property
    def nothing(self) -> tuple[str, str]:
        return "", ""

    def read(self, value: Value) -> tuple[str, str] | None:
        front, back = (value.get(key, "") for key in self.keys) if isinstance(value, dict) else (value,) * 2
        texts = plain(front), plain(back)
        odd = isinstance(value, dict) and not value.keys() <= set(self.keys)
        return None if odd or texts[0] is None or texts[1] is None else (texts[0], texts[1])

    def _write(self, shown: tuple[str, str], old: Value | None) -> Value | None:
        if shown[0] == shown[1]:
            return shown[0] or None
        return {key: text for key, text in zip(self.keys, shown, strict=True) if text}


class NumberedSort(Sort, frozen=True):
    """A map of numbers with the same sort of value each: shown as a map."""

    item: Sort
    struct: Any
    """Whose fields an item has."""

    @property
    def nothing(self) -> dict[str, Value]:
        return {}

    @property
    def blank(self) -> Value:
        return {}

    def read(self, value: Value) -> dict[str, Value] | None:
        fits = isinstance(value, dict) and all(self.item.read(one) is not None for one in value.values())
        return value if fits and isinstance(value, dict) else None

    def _write(self, shown: dict[str, Value], old: Value | None) -> Value | None:
        return shown or None
