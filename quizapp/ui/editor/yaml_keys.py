"""What the keys Enter and Tab do in a deck's text: indentation by spaces, lists go on by themselves."""

import re
from collections.abc import Callable
from typing import Final, get_origin

from PySide6.QtGui import QTextBlock, QTextCursor

from quizapp.core.kinds import KINDS
from quizapp.formats.card_keys import ALIASES, DECK, NOTE, plan_of

STEP: Final = 2
"""Spaces that a level of indentation is wide."""
_LINE = re.compile(r"(?P<indent> *)(?P<dash>- +)?(?P<rest>.*)")
_KEY = re.compile(r"(?P<key>[\w.-]+):\s*(?P<value>.*)")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*$")
_TABS = re.compile(r"^[ \t]+", re.MULTILINE)
_FIELDS = [
    item for fields in (*(plan_of(kind).question for kind in KINDS), NOTE, DECK) for item in fields.items()
]
LISTS: Final = {key for key, field in _FIELDS if get_origin(field.type) is tuple} - {
    key for key, field in _FIELDS if field.type is str
}
"""Keys behind which a list stands, whatever the kind of the card."""


def enter(cursor: QTextCursor, cards: int) -> None:
    """Begin a new line that goes on as this one did; cards: the column of the cards' dashes."""
    block = cursor.block()
    text = block.text()[: cursor.positionInBlock()]
    line = _LINE.fullmatch(text)
    assert line is not None  # every part may be empty
    indent, dash, rest = line["indent"], line["dash"] or "", line["rest"]
    if dash and not rest.strip() and not block.text()[cursor.positionInBlock() :].strip():
        _clear(cursor, block)
        return
    column = len(indent) + len(dash)
    key = _KEY.fullmatch(rest)
    is_card = bool(dash) and len(indent) <= cards and key is not None
    if key is not None and (is_card or not dash):
        cursor.insertText("\n" + _below_key(key, column))
    elif dash and not is_card:
        cursor.insertText(f"\n{indent}- ")
    else:
        cursor.insertText("\n" + " " * column)


def _below_key(key: re.Match[str], column: int) -> str:
    """What a line below `key: value` begins with."""
    if _BLOCK.match(key["value"]):
        return " " * (column + STEP)
    opens_list = not key["value"] and ALIASES.get(key["key"], key["key"]) in LISTS
    return " " * column + ("- " if opens_list else "")


def _clear(cursor: QTextCursor, block: QTextBlock) -> None:
    """An empty item ends its list."""
    cursor.setPosition(block.position())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(" " * (len(block.text()) - len(block.text().lstrip(" "))))


def indent(cursor: QTextCursor) -> None:
    """Move on to the next level: the chosen lines, or what stands behind the caret."""
    if cursor.hasSelection():
        _each_line(cursor, _deeper)
    else:
        cursor.insertText(" " * (STEP - cursor.positionInBlock() % STEP))


def dedent(cursor: QTextCursor) -> None:
    """Move the lines back by a level."""
    _each_line(cursor, _higher)


def without_tabs(text: str) -> str:
    """A pasted text as it may stand in YAML: tabs in the indentation are spaces."""
    return _TABS.sub(lambda lead: lead[0].replace("\t", " " * STEP), text)


def _each_line(cursor: QTextCursor, move: Callable[[QTextCursor, QTextBlock], None]) -> None:
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - cursor.hasSelection()))
    cursor.beginEditBlock()
    edit, block = QTextCursor(document), first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        move(edit, block)
        block = block.next()
    cursor.endEditBlock()


def _deeper(edit: QTextCursor, block: QTextBlock) -> None:
    if block.text().strip():
        edit.setPosition(block.position())
        edit.insertText(" " * STEP)


def _higher(edit: QTextCursor, block: QTextBlock) -> None:
    text = block.text()
    lead = len(text) - len(text.lstrip(" "))
    edit.setPosition(block.position())
    edit.setPosition(block.position() + min(STEP, lead), QTextCursor.MoveMode.KeepAnchor)
    edit.removeSelectedText()
