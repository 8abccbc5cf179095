"""Which options of a multiple choice are right, however the source says it: by text, letter or number."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_LETTERED: Final = re.compile(r"\s*[(（]?([A-Za-z])[.):、．）：]\s*(?=\S)")
_NUMBERED: Final = re.compile(r"\s*[(（]?(\d{1,2})[.):、．）：]\s*(?=[^\s\d])")
_BETWEEN: Final = re.compile(r"\s*(?:[,;/&|]|\band\b)\s*|\s+")
_WRAPPED: Final = re.compile(
    r"(?:option|answer|choice)?\s*[\s_#(\[]*([A-Za-z]|\d{1,2})[.)\]]*", re.IGNORECASE
)


class Split(NamedTuple):
    """Options by what they are."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]


def unlabelled(options: Sequence[str]) -> list[str]:
    """Options without the letters or numbers that only count them ("A. Oslo", "2) Bergen")."""
    for pattern, label in ((_LETTERED, _letter), (_NUMBERED, str)):
        found = [pattern.match(option) for option in options]
        wanted = [label(index + 1) for index in range(len(options))]
        if found and all(found) and [match[1].upper() for match in found if match] == wanted:
            return [option[match.end() :] for option, match in zip(options, found, strict=True) if match]
    return list(options)


def split(options: Sequence[str], said: Sequence[str], *, first: int | None = None) -> Split | None:
    """Options apart by what the source says is right; None if that names none of them.

    said: texts, letters or numbers, one each or several in one; first: which number the first option has
    (0 or 1), None to be found out from these numbers alone.
    """
    bare = unlabelled(options)
    places = indexes(options, said, first=first)
    if places is None:
        return None
    right = tuple(text for index, text in enumerate(bare) if index in places)
    return Split(right, tuple(text for index, text in enumerate(bare) if index not in places))


def indexes(options: Sequence[str], said: Sequence[str], *, first: int | None = None) -> set[int] | None:
    """Where the options stand that are said to be right, from 0; as for `split`."""
    bare = unlabelled(options)
    places: set[int] = set()
    for word in said:
        found = _named(word, options, bare, first)
        if found is None:
            return None
        places |= found
    return places


def by_number(word: str, count: int, first: int) -> int | None:
    """The option that a number means, from 0; None if there is none."""
    number = int(word) - first if word.strip().isdecimal() and len(word) < 6 else -1
    return number if 0 <= number < count else None


def by_letter(word: str, count: int) -> int | None:
    """The option that a letter means, from 0; None if there is none."""
    index = ord(word.strip().upper()) - ord("A")
    return index if 0 <= index < count else None


def first_number(pairs: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Which number the first option of a whole source has. pairs: (number of options, what is said right)."""
    numbers = [
        (count, int(word))
        for count, said in pairs
        for word in said
        if word.strip().isdecimal() and len(word) < 4
    ]
    return 0 if any(number == 0 for _, number in numbers) else 1


def _named(word: str, options: Sequence[str], bare: Sequence[str], first: int | None) -> set[int] | None:
    """The options that a word names: a whole text first, then a letter or number, then several."""
    for texts in (options, bare):
        same = {index for index, text in enumerate(texts) if _folded(text) == _folded(word)}
        if same:
            return same
    single = _by_sign(word, len(options), first)
    if single is not None:
        return {single}
    labelled = _labelled(word, bare)
    if labelled is not None:
        return {labelled}
    several = [_by_sign(part, len(options), first) for part in _BETWEEN.split(word.strip()) if part]
    if len(several) > 1 and None not in several:
        return {index for index in several if index is not None}
    letters = word.strip()
    if 1 < len(letters) <= len(options) and letters.isalpha() and letters.isupper():
        found = {ord(letter) - ord("A") for letter in letters}
        return found if len(found) == len(letters) and max(found) < len(options) else None
    return None


def _labelled(word: str, bare: Sequence[str]) -> int | None:
    """The option that is said with its letter or number before it ("B. Oslo", of Bergen and Oslo)."""
    for pattern, base in ((_LETTERED, 10), (_NUMBERED, 1)):
        match = pattern.match(word)
        if match:
            index = int(match[1], 36) - base
            rest = _folded(word[match.end() :])
            if 0 <= index < len(bare) and _folded(bare[index]) == rest:
                return index
    return None


def _by_sign(word: str, count: int, first: int | None) -> int | None:
    match = _WRAPPED.fullmatch(word.strip())
    if match is None:
        return None
    sign = match[1]
    if sign.isalpha():
        index = ord(sign.upper()) - ord("A")
    else:
        start = first if first is not None else (0 if int(sign) == 0 else 1)
        index = int(sign) - start
    return index if 0 <= index < count else None


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1) if number <= 26 else ""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
