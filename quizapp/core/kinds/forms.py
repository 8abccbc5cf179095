"""Forms to fill in by hand: what is printed below a question, and how it is read when it is typed in.

A kind prints one of these; whatever prints or exports questions knows the forms, not the kinds.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from string import ascii_uppercase
from typing import NamedTuple

from msgspec import Struct

_APART = re.compile(r"[\s,;.]+")
_NUMBERED = re.compile(r"(\d+)\s*[).:=-]?\s*([A-Z]+|-)")
NONE = "-"
"""Typed in where nothing was filled in, or none applies."""


class Filling(NamedTuple):
    """A form as it was filled in: indices of what was marked, or texts that were written."""

    at: tuple[int, ...] = ()
    """What the form says; -1 where a place was left empty."""
    texts: tuple[str, ...] = ()

    def pairs(self, lefts: Sequence[str], rights: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Each text on the left with the one that was put to it."""
        return tuple((left, rights[at]) for left, at in zip(lefts, self.at, strict=True) if at >= 0)


class Form(Struct, frozen=True, kw_only=True):
    """Base of the forms. Texts are Markdown."""

    text: str = ""
    """The question with room to write in it, where it is filled in itself."""

    @property
    def key(self) -> str:
        """The right answer as it is filled in, such as "B"; empty where words are written."""
        return ""

    def read(self, text: str) -> Filling | None:
        """What was typed in from paper; None if it does not fit. text: not empty."""
        raise NotImplementedError


class Boxes(Form, frozen=True, kw_only=True):
    """Options with boxes to tick, known by their letters."""

    options: tuple[str, ...]
    right: tuple[int, ...]
    many: bool = False
    """Several may be ticked, or none."""
    words: bool = False
    """The options are words of the app, marked for translation."""

    @property
    def key(self) -> str:
        return ", ".join(map(letter, self.right)) or NONE

    def read(self, text: str) -> Filling | None:
        """ "B", "A C", "ac"; "-" for none of them."""
        found = letters(text, len(self.options))
        if found is None or len({*found}) != len(found) or -1 in found:
            return Filling() if self.many and text.strip() == NONE else None
        return Filling(at=found) if self.many or len(found) == 1 else None


class Lines(Form, frozen=True, kw_only=True):
    """Lines to write on."""

    count: int = 1
    many: bool = False
    """Several answers are asked for, even where one is enough."""
    numbered: bool = False
    about: str = ""
    """What is to be written, marked for translation ("Year")."""
    unit: str = ""
    """Stands behind the line, plain."""

    def read(self, text: str) -> Filling:
        """One answer, or several with semicolons or, without any, commas between them."""
        return Filling(texts=apart(text) if self.many else (text.strip(),))


class Blank(Struct, frozen=True, kw_only=True):
    """A gap of the text."""

    options: tuple[str, ...] = ()
    """To choose from by their letters; else it is written in words."""
    right: int = -1
    hint: str = ""
    unit: str = ""
    line: bool = False
    """It needs a line of its own: in the text itself nothing can be written."""


class Blanks(Form, frozen=True, kw_only=True):
    """Gaps of a text, numbered where there are several."""

    blanks: tuple[Blank, ...]

    @property
    def key(self) -> str:
        picked = [(at, letter(one.right)) for at, one in enumerate(self.blanks, 1) if one.options]
        if len(self.blanks) == 1:
            return "".join(name for _, name in picked)
        return ", ".join(f"{at} {name}" for at, name in picked)

    def read(self, text: str) -> Filling | None:
        """The gaps in their order, with semicolons or, without any, commas between them; "-" for none."""
        pieces = (text.strip(),) if len(self.blanks) == 1 else apart(text)
        if len(pieces) != len(self.blanks):
            return None
        texts = [_in_gap(blank, piece) for blank, piece in zip(self.blanks, pieces, strict=True)]
        found = tuple(text for text in texts if text is not None)
        return Filling(texts=found) if len(found) == len(texts) else None


class Ranks(Form, frozen=True, kw_only=True):
    """Items to number in their right order, known by their letters."""

    items: tuple[str, ...]
    right: tuple[int, ...]
    """Indices of the items in a right order."""

    @property
    def key(self) -> str:
        return " ".join(map(letter, self.right))

    def read(self, text: str) -> Filling | None:
        """The letters in order, "CABD", or the number that was written to each item, "2 3 1 4"."""
        numbers = [word for word in _APART.split(text.strip()) if word]
        if all(word.isdecimal() for word in numbers):
            places = [int(word) for word in (list(numbers[0]) if len(numbers) == 1 else numbers)]
            whole = sorted(places) == list(range(1, len(self.items) + 1))
            return Filling(at=tuple(places.index(at + 1) for at in range(len(places)))) if whole else None
        found = letters(text, len(self.items))
        whole = found is not None and sorted(found) == list(range(len(self.items)))
        return Filling(at=found) if found and whole else None


class Pairing(Form, frozen=True, kw_only=True):
    """Numbered texts, to each of which the letter of one of the others is written."""

    lefts: tuple[str, ...]
    rights: tuple[str, ...]
    right: tuple[int, ...]
    """For each left, the index of its partner."""
    beside: bool = True
    """Two columns; else the lettered texts stand above, as the groups that the others are sorted into."""

    @property
    def key(self) -> str:
        return ", ".join(f"{at} {letter(partner)}" for at, partner in enumerate(self.right, 1))

    def read(self, text: str) -> Filling | None:
        """ "1C 2A 3B", or the letters alone in the order of the numbers, "CAB"; "-" for none."""
        numbered = dict(_NUMBERED.findall(text.upper()))
        if numbered:
            return self._by_number({int(number): name for number, name in numbered.items()})
        found = letters(text, len(self.rights))
        return Filling(at=found) if found and len(found) == len(self.lefts) else None

    def _by_number(self, numbered: dict[int, str]) -> Filling | None:
        ours = range(1, len(self.lefts) + 1)
        found = letters(" ".join(numbered.get(at, NONE) for at in ours), len(self.rights))
        return Filling(at=found) if found and set(numbered) <= set(ours) else None


class Area(Struct, frozen=True, kw_only=True):
    """A region of a picture, in per cent of it."""

    left: Decimal
    top: Decimal
    width: Decimal
    height: Decimal
    number: int = 0
    """Printed in it; 0 prints none."""
    covered: bool = False
    asked: bool = False
    """It is the one that is asked for."""


class Plate(Form, frozen=True, kw_only=True):
    """A picture with regions: one is named on a line, or found by its number."""

    image: str
    alt: str = ""
    areas: tuple[Area, ...] = ()
    right: int = 0
    """Number of the region to be found; 0: what is covered is named on a line."""

    @property
    def key(self) -> str:
        return str(self.right) if self.right else ""

    def read(self, text: str) -> Filling | None:
        if not self.right:
            return Filling(texts=(text.strip(),))
        number = int(text) if text.strip().isdecimal() else 0
        return Filling(at=(number - 1,)) if 1 <= number <= len(self.areas) else None


def letter(index: int) -> str:
    """A, B … Z, AA, AB …; index: from 0."""
    before = letter(index // len(ascii_uppercase) - 1) if index >= len(ascii_uppercase) else ""
    return before + ascii_uppercase[index % len(ascii_uppercase)]


def letters(text: str, count: int) -> tuple[int, ...] | None:
    """Indices of letters typed in one after the other, -1 for "-"; None if one is beyond `count`."""
    words = [word for word in _APART.split(text.upper()) if word]
    if len(words) == 1 and count <= len(ascii_uppercase):
        words = list(words[0])
    known = {letter(at): at for at in range(count)} | {NONE: -1}
    return tuple(known[word] for word in words) if words and all(word in known for word in words) else None


def apart(text: str) -> tuple[str, ...]:
    """Several answers in one line."""
    return tuple(piece.strip() for piece in text.split(";" if ";" in text else ","))


def partners(lefts: Sequence[str], rights: Sequence[str]) -> tuple[int, ...]:
    """For each text on the left that wants one on the right, which: equal ones are used up in order."""
    free = list(range(len(rights)))
    chosen = []
    for wanted in lefts:
        at = next((at for at in free if rights[at] == wanted), -1)
        if at >= 0:
            free.remove(at)
        chosen.append(at)
    return tuple(chosen)


def _in_gap(blank: Blank, piece: str) -> str | None:
    """What was written into a gap; None if that is no letter of its options."""
    if piece == NONE:
        return ""
    if not blank.options:
        return piece
    found = letters(piece, len(blank.options))
    return blank.options[found[0]] if found and len(found) == 1 and found[0] >= 0 else None
