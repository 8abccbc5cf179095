"""Which key of a card a problem belongs to, by where it stands in the text."""

import re

from quizapp.core.problems import Problem
from quizapp.formats.card_keys import ALIASES, CARD_KEYS

_KEY = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)?)(?P<quote>[\"']?)(?P<key>\w+)(?P=quote)[ \t]*:(?=\s|$)")
_ABSENT = frozenset({"key_missing"})
"""Codes that tell of a key that is not there."""


def key_of(problem: Problem, card: str, line: int) -> str:
    """The key that a problem stands at; "" if it belongs to the card as a whole.

    card: its text, from the beginning of its line; line: where that is in the file, from 1.
    """
    named = problem.args.get("key", "")
    if problem.code in _ABSENT:
        return named
    found, column = "", -1
    for text in card.split("\n")[: problem.where.line - line + 1]:
        match = _KEY.match(text)
        if match is None:
            continue
        if column < 0:
            column = len(match["lead"])
        if len(match["lead"]) == column:
            found = match["key"]
    own = ALIASES.get(found, found)
    return own if own in CARD_KEYS else ""
