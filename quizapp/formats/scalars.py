"""Readers of single texts, words and numbers: what stands behind a key, or a problem."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from yaml.nodes import Node, ScalarNode

from quizapp.core.kinds.base import YES_NO
from quizapp.core.problems import Fix
from quizapp.formats.reading import Reading, closest
from quizapp.formats.yaml_repair import quoted

BAD: Final = object()
"""What a reader returns once it has reported what is wrong."""
Reader: TypeAlias = Callable[[Node, str, Reading], Any]
"""Takes a node, the key that it stands behind and the Reading."""

INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def read_text(node: Node, key: str, at: Reading) -> Any:
    """A text as it was typed; a block loses the line ends behind it."""
    if node.__class__ is not ScalarNode:
        at.not_text(node, key)
        return BAD
    value: str = node.value
    style: str = node.style or ""
    if not style:
        if node.end_mark.line != node.start_mark.line:
            at.say("folded", node, Fix(*at.span(node), quoted(value)), key=key, source=at.source(node))
    elif style in "|>":
        value = value.rstrip("\n")
    elif style == '"' and (control := _CONTROL.search(value)):
        at.say("control_character", node, character=f"U+{ord(control[0]):04X}")
        value = _CONTROL.sub("", value)
    return value


def words_of(annotation: Any) -> Mapping[str, Any]:
    """The words that a field of this type takes, in lower case; none where it takes any text."""
    named = get_args(annotation) if get_origin(annotation) is Literal else ()
    return YES_NO if annotation is bool else {word.casefold(): word for word in named if word}


def word_reader(words: Mapping[str, Any], others: Iterable[str] = ()) -> Reader:
    """Reads one of a few words. others: what the key may hold besides, on a card of another kind."""
    return lambda node, key, at: _word(node, key, at, words, others)


def _word(node: Node, key: str, at: Reading, words: Mapping[str, Any], others: Iterable[str] = ()) -> Any:
    """One of a few words, in any case."""
    text = read_text(node, key, at)
    if text is BAD:
        return BAD
    value = words.get(text.strip().casefold(), BAD)
    if value is BAD:
        known = [*words, *others]
        like = closest(text, known)
        is_opposite = text.strip().casefold().endswith(like)  # untrue
        fix = Fix(*at.span(node), like) if like and not is_opposite else None
        at.say("word_expected", node, fix, key=key, source=at.source(node), words=", ".join(known))
    return value


def literal(*words: str) -> Reader:
    return word_reader(words_of(Literal[words]))


def number_reader(pattern: re.Pattern[str], make: Callable[[str], Any], code: str) -> Reader:
    def read(node: Node, key: str, at: Reading) -> Any:
        text = read_text(node, key, at)
        if text is BAD:
            return BAD
        if pattern.fullmatch(text.strip()):
            return make(text)
        at.say(code, node, key=key, source=at.source(node))
        return BAD

    return read


def number_within(read: Reader, low: int, high: int) -> Reader:
    """A reader of numbers that also refuses what does not lie between these two."""

    def read_within(node: Node, key: str, at: Reading) -> Any:
        number = read(node, key, at)
        if number is BAD or low <= number <= high:
            return number
        at.say("number_range", node, key=key, source=at.source(node), low=str(low), high=str(high))
        return BAD

    return read_within
