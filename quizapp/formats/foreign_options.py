"""The choices of one question, and which of them its author says are right."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.foreign_names import FEEDBACK, RIGHT, SIGNS, TEXT, plain_name
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of
from quizapp.formats.options import by_letter, by_number, indexes, unlabelled

_SIGN: Final = re.compile(r"[(\[]?(?:[A-Za-z]|\d{1,3})[.)\]:]?")
_TICKED: Final = re.compile(r"\s*\[([ xX✓])\]\s+(?=\S)")
_YES: Final = {**YES_NO, "1": True, "0": False}


class Option(NamedTuple):
    """A choice."""

    text: str
    right: bool | None = None
    """None: it does not say itself."""
    feedback: str = ""
    signs: tuple[str, ...] = ()
    """What it may be called by, in lower case."""


class Said(NamedTuple):
    """A word for what is right."""

    text: str
    plain: bool
    """Written without quotes."""
    is_index: bool = False
    """Its key says that it is a number."""

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal() and len(self.text) < 6

    @property
    def is_letter(self) -> bool:
        return len(self.text) == 1 and self.text.isascii() and self.text.isalpha()


class Counting(NamedTuple):
    """How numbers and letters of this source are to be understood."""

    first: int
    """Which number the first choice has."""
    plain: bool
    """Numbers without quotes count choices, even where a choice is such a number."""
    quoted: bool
    """The same of numbers in quotes."""

    letters: bool = False
    """A letter names a choice, even where a choice is such a letter."""

    def counts(self, said: Said) -> bool:
        """Whether a word counts choices, whatever they say."""
        if said.is_letter:
            return self.letters
        return said.is_number and (said.is_index or (self.plain if said.plain else self.quoted))


def options_of(tree: Tree | None) -> list[Option]:
    """Choices from a list or a map, without empty ones."""
    if isinstance(tree, Table):
        words = [text_of(value).casefold() for value in tree.pairs.values()]
        if words and all(word in YES_NO for word in words):
            return [Option(key, YES_NO[word]) for key, word in zip(tree.pairs, words, strict=True)]
        found = [_keyed(key, value) for key, value in tree.pairs.items()]
    elif isinstance(tree, Branch):
        found = _ticked([_option(each) for each in tree.items])
    else:
        return []
    return _bare([option for option in found if option.text])


def _bare(options: list[Option]) -> list[Option]:
    """Without letters or numbers that only count them; they may still be called so."""
    texts = unlabelled([option.text for option in options])
    return [
        option
        if option.text == text
        else option._replace(text=text, signs=(*option.signs, option.text.casefold()))
        for option, text in zip(options, texts, strict=True)
    ]


def rights(options: Sequence[Option], said: Sequence[Said], counting: Counting) -> set[int] | None:
    """Where the right choices stand; None if a word names none of them."""
    flags = flagged(options, said)
    if flags is not None:
        return flags
    places: set[int] = set()
    for word in said:
        found = _named(word, options, counting)
        if found is None:
            return None
        places |= found
    return places


def flagged(options: Sequence[Option], said: Sequence[Said]) -> set[int] | None:
    """A yes or no for each choice, in their order."""
    words = [word.text.casefold() for word in said]
    if len(options) < 2 or len(words) != len(options) or any(word not in YES_NO for word in words):
        return None
    if {option.text.casefold() for option in options} <= YES_NO.keys():
        return None
    return {index for index, word in enumerate(words) if YES_NO[word]}


def _named(said: Said, options: Sequence[Option], counting: Counting) -> set[int] | None:
    word = said.text.casefold()
    signed = {index for index, option in enumerate(options) if word in option.signs}
    if signed and not said.is_index:
        return signed
    if counting.counts(said):
        place = (
            by_letter(said.text, len(options))
            if said.is_letter
            else by_number(said.text, len(options), counting.first)
        )
        return signed or (None if place is None else {place})
    return indexes([option.text for option in options], [said.text], first=counting.first)


def _keyed(key: str, value: Tree) -> Option:
    inner = _option(value)
    short = plain_name(key)
    signs = (key.strip().casefold(), short, short.rpartition("_")[2])
    return inner._replace(signs=tuple(dict.fromkeys((*signs, *inner.signs))))


def _option(tree: Tree) -> Option:
    """`text`, `text: true`, or a map with text, whether it is right, and feedback."""
    if not isinstance(tree, Table):
        return Option(text_of(tree))
    if len(tree.pairs) == 1:
        ((key, value),) = tree.pairs.items()
        word = text_of(value).casefold()
        if word in YES_NO:
            return Option(key, YES_NO[word])
        if _SIGN.fullmatch(key.strip()) and isinstance(value, Leaf):
            return Option(text_of(value), signs=(key.strip().strip("().[]:").casefold(),))
    names = {plain_name(key): text_of(value) for key, value in tree.pairs.items() if isinstance(value, Leaf)}
    flags = [name for name in RIGHT if names.get(name, "").casefold() in _YES][:1]
    texts = [name for name in TEXT if names.get(name) and name not in flags]
    if not texts:
        texts = [name for name in names if names[name] and name not in (*flags, *SIGNS, *FEEDBACK)][:1]
    name = next((each for each in texts if not _SIGN.fullmatch(names[each])), texts[0] if texts else "")
    signs = [names[each] for each in SIGNS if names.get(each) and each != name]
    return Option(
        names.get(name, ""),
        _YES[names[flags[0]].casefold()] if flags else _told(names),
        next((names[each] for each in FEEDBACK if names.get(each) and each != name), ""),
        tuple(sign.casefold() for sign in signs),
    )


def _told(names: dict[str, str]) -> bool | None:
    """A key of rightness that is there and says nothing is a no."""
    return False if any(name in names for name in ("correct", "is_correct", "iscorrect")) else None


def _ticked(options: list[Option]) -> list[Option]:
    """`[x] text` and `[ ] text`: ticks of a list where each item has a box."""
    boxes = [_TICKED.match(option.text) for option in options]
    if not options or not all(boxes):
        return options
    return [
        option._replace(text=option.text[box.end() :], right=box[1] != " ")
        for option, box in zip(options, boxes, strict=True)
        if box
    ]
