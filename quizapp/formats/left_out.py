"""What makers of cards say of a question: why it is none of ours, or what is otherwise than it was."""

from collections.abc import Mapping
from typing import NamedTuple

from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
"""The keys of a card, in the order in which they are written."""


class Told(NamedTuple):
    """A code of core.import_words with its arguments; an error costs the question, a warning nothing."""

    code: str
    args: Mapping[str, str] = {}


NO_ANSWER = Told("import_no_answer")
NO_QUESTION = Told("import_no_question")


def unread(reason: str) -> Told:
    """It cannot be read."""
    return Told("import_syntax", {"reason": reason})


def no_kind(kind: str) -> Told:
    """There is nothing like it here."""
    return Told("import_kind", {"kind": kind})


def lost(what: str) -> Told:
    """A part has no place in a deck."""
    return Told("import_lost", {"what": what})


def changed(what: str, became: str) -> Told:
    """A part is something else now."""
    return Told("import_changed", {"what": what, "became": became})
