"""Holes made and opened in a cloze text, as a writer does it: text in, text out."""

import re
from typing import NamedTuple

from quizapp.core.kinds.holes import holes

_NUMBERED = re.compile(r"c(\d+)")
_WORD = re.compile(r"[\w’'-]+")


class Made(NamedTuple):
    """A text with one hole more."""

    text: str
    start: int
    end: int
    """Where the words that it hides stand."""


def make_hole(text: str, start: int, end: int) -> Made | None:
    """Hide text[start:end], or the word at `start`; None if there is nothing to hide, or it is hidden.

    Where holes have numbers, or stand in code or maths, the new one has the next number.
    """
    if start == end:
        start, end = _word_at(text, start)
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    found = holes(text).holes
    if start == end or any(hole.start < end and start < hole.end for hole in found):
        return None
    numbers = [int(number[1]) for hole in found if (number := _NUMBERED.fullmatch(hole.part))]
    plain = _wrapped(text, start, end, "{{")
    if numbers or len(holes(plain.text).holes) == len(found):
        return _wrapped(text, start, end, f"{{{{c{max(numbers, default=0) + 1}::")
    return plain


def open_hole(text: str, index: int) -> str:
    """Show what a hole hides; index: in the order of the text, from 0."""
    hole = holes(text).holes[index]
    return text[: hole.start] + hole.hidden + text[hole.end :]


def _wrapped(text: str, start: int, end: int, opening: str) -> Made:
    made = f"{text[:start]}{opening}{text[start:end]}}}}}{text[end:]}"
    return Made(made, start + len(opening), end + len(opening))


def _word_at(text: str, place: int) -> tuple[int, int]:
    word = next((word for word in _WORD.finditer(text) if word.start() <= place <= word.end()), None)
    return word.span() if word else (place, place)
