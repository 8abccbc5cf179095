"""Decks as GIFT: each question with its id and tags, its text plain or as HTML, its answers line by line."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped, Written
from quizapp.formats.composing import key_of_id
from quizapp.formats.escaping import escape
from quizapp.formats.leaving import Leaving, notes
from quizapp.formats.markup import to_plain
from quizapp.formats.moodle_lost import left_files
from quizapp.formats.moodle_lost import lost as lost_of
from quizapp.formats.moodle_out import sheet_of
from quizapp.formats.moodle_sheet import Near, Share, Sheet, Type, percent, written
from quizapp.formats.moodle_texts import is_plain_there
from quizapp.formats.to_html import to_html

_XML_ONLY: Final = frozenset({"case", "unit", "unit_needed"})
"""Keys that Moodle's XML holds, and GIFT does not."""
_BEYOND: Final = frozenset({"tags", "explain"})
_SPECIAL: Final = re.compile(r"[~=#{}:\\]")
_WEIGHT: Final = re.compile(r"\s*%")
_PREFIX: Final = re.compile(r"\s*\[(?:html|markdown|moodle|plain)\]", re.IGNORECASE)
_TITLE: Final = 50
"""Characters of the name of a question."""


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What GIFT has no place for."""
    yield from lost_of(shipped, label, _sheet, _BEYOND)
    yield from left_files(shipped, label)


def write(shipped: tuple[Shipped, ...]) -> Written:
    """One file with the questions of all decks, a category each."""
    blocks: list[str] = []
    count = 0
    for one in shipped:
        asked = [(leaving, sheet) for leaving in notes((one,)) if (sheet := _sheet(leaving)) is not None]
        if asked:
            path = [*one.folders, one.deck.title or "Questions"]
            blocks.append(f"$CATEGORY: {'/'.join(name.replace('/', '//') for name in path)}")
        blocks += (_block(leaving, sheet) for leaving, sheet in asked)
        count += len(asked)
    return Written({"questions.gift": ("\n\n".join(blocks) + "\n").encode()}, count)


def _sheet(leaving: Leaving) -> Sheet | None:
    """The question; None for types that GIFT has not."""
    sheet = sheet_of(leaving)
    if sheet is None or sheet.type not in _BODIES:
        return None
    return replace(sheet, held=sheet.held - _XML_ONLY)


def _block(leaving: Leaving, sheet: Sheet) -> str:
    note = leaving.note
    marks = [f"[id:{key_of_id(note.id)}]"] if note.id and "]" not in note.id else []
    marks += [f"[tag:{tag}]" for tag in leaving.tags if "]" not in tag]
    pen = _Pen(_texts(sheet, note.explain))
    title = escaped(" ".join(leaving.front.split())[:_TITLE].rstrip())
    general = "" if sheet.type == "essay" else note.explain
    body = _BODIES[sheet.type](sheet, pen) + (f"####{pen.text(general)}" if general else "")
    lines = [f"// {' '.join(marks)}"] if marks else []
    return "\n".join([*lines, f"::{title}::{pen.prefix}{pen.text(sheet.q)} {{{body}}}"])


def _texts(sheet: Sheet, explain: str) -> list[str]:
    """All texts of a question that have a format."""
    options = [text for one in sheet.shares for text in (one.text, one.feedback)]
    lefts = [left for left, _ in sheet.pairs]
    return [
        sheet.q,
        explain,
        sheet.info,
        *lefts,
        *(options if sheet.type == "multichoice" else []),
    ]


class _Pen:
    """Writes the texts of one question, all plain or all as HTML."""

    def __init__(self, texts: list[str]) -> None:
        self._is_plain = all(map(_is_plain, texts))
        self.prefix = "" if self._is_plain else "[html]"

    def text(self, markdown: str) -> str:
        return escaped(markdown if self._is_plain else to_html(markdown, _no_picture))

    def word(self, plain: str) -> str:
        """A short answer, or a right side: plain whatever the question is."""
        if is_plain_there(plain) and not _PREFIX.match(plain):
            return escaped(plain)
        return f"[plain]{escaped(plain)}"


def _is_plain(text: str) -> bool:
    """Whether a text means itself, in GIFT as here."""
    is_one_line = text == " ".join(text.split()) and "->" not in text
    if not is_one_line or to_plain(text) != text or not is_plain_there(text) or _PREFIX.match(text):
        return False
    literal = escape(text)
    return literal == text or to_html(literal, _no_picture) == to_html(text, _no_picture)


def _no_picture(path: str) -> str:
    return ""


def escaped(text: str) -> str:
    """A text whose signs mean themselves, on one line."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n")


# What stands between the braces


def _choice(sheet: Sheet, pen: _Pen) -> str:
    lines = []
    for share in sheet.shares:
        sign = "=" if sheet.single and share.credit == 1 else "~"
        said = pen.text(share.text)
        needs = (sign == "~" and share.credit != 0) or _WEIGHT.match(said)
        lines.append(f"\t{sign}{_weight(share.credit) if needs else ''}{said}{_note(share, pen)}")
    return "\n" + "\n".join(lines) + "\n"


def _short(sheet: Sheet, pen: _Pen) -> str:
    lines = []
    for share in sheet.shares:
        said = pen.word(share.text)
        needs = share.credit != 1 or _WEIGHT.match(said)
        lines.append(f"\t={_weight(share.credit) if needs else ''}{said}")
    return "\n" + "\n".join(lines) + "\n"


def _truth(sheet: Sheet, pen: _Pen) -> str:
    return "TRUE" if sheet.right else "FALSE"


def _number(sheet: Sheet, pen: _Pen) -> str:
    if len(sheet.numbers) == 1:
        return f"#{_near(sheet.numbers[0])}"
    lines = (f"\t={_weight(one.credit) if one.credit != 1 else ''}{_near(one)}" for one in sheet.numbers)
    return "#\n" + "\n".join(lines) + "\n"


def _near(one: Near) -> str:
    if one.low != one.high:
        return f"{written(one.low - one.within)}..{written(one.high + one.within)}"
    return written(one.low) + (f":{written(one.within)}" if one.within else "")


def _match(sheet: Sheet, pen: _Pen) -> str:
    pairs = [(pen.text(left), right) for left, right in sheet.pairs] + [("", text) for text in sheet.extra]
    return "\n" + "\n".join(f"\t={left} -> {pen.word(right)}" for left, right in pairs) + "\n"


def _essay(sheet: Sheet, pen: _Pen) -> str:
    return f"####{pen.text(sheet.info)}" if sheet.info else ""


def _weight(credit: Decimal) -> str:
    return f"%{written(percent(credit))}%"


def _note(share: Share, pen: _Pen) -> str:
    return f"#{pen.text(share.feedback)}" if share.feedback else ""


_BODIES: Final[Mapping[Type, Callable[[Sheet, _Pen], str]]] = {
    "multichoice": _choice,
    "shortanswer": _short,
    "truefalse": _truth,
    "numerical": _number,
    "matching": _match,
    "essay": _essay,
}
"""Types that GIFT has."""
