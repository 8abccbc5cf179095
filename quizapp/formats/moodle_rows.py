"""Moodle's statements in rows that are each judged by the same few words (Kprime, multiple true or false)."""

from decimal import Decimal
from typing import Final

from quizapp.formats.left_out import Data, Told, unread
from quizapp.formats.moodle_asked import Asked
from quizapp.formats.moodle_numbers import decimal_of
from quizapp.formats.yaml_emit import Value

_NO_ROWS: Final = unread("its rows, or the words for them, are missing")


def judged(asked: Asked) -> Data | Told:
    """Groups of ours: each word with the statements that it fits; notes on rows explain."""
    q = asked.asked
    right = _right(asked)
    groups: dict[str, list[Value]] = {}
    numbers: dict[str, list[Value]] = {}
    for column in asked.element.findall("column"):
        words = column.find("responsetext")
        named = "" if words is None else asked.of(words)
        numbers[column.get("number", "")] = groups.setdefault(named, [])
    notes = []
    for row in asked.element.findall("row"):
        text, note = row.find("rowtext"), row.find("feedbacktext")
        items = numbers.get(right.get(row.get("number", ""), ""))
        if text is None or items is None:
            return _NO_ROWS
        items.append(asked.of(text))
        notes.append("" if note is None else asked.of(note))
    if "" in groups or len(groups) < 2:
        return _NO_ROWS
    explain = "\n\n".join(dict.fromkeys(filter(None, notes)))
    return {"q": q, "categories": dict(groups), **({"explain": explain} if explain else {})}


def _right(asked: Asked) -> dict[str, str]:
    """Number of a row -> number of the word that fits it."""
    best: dict[str, tuple[Decimal, str]] = {}
    for weight in asked.element.findall("weight"):
        row = weight.get("rownumber", "")
        earned = decimal_of(weight.findtext("value", "0"))
        if earned > best.get(row, (Decimal(0), ""))[0]:
            best[row] = (earned, weight.get("columnnumber", ""))
    return {row: column for row, (_, column) in best.items()}
