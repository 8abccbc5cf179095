"""Decks as Moodle's XML: a category a deck, each question with its id, hints, tags and files."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from quizapp.core.problems import Problem
from quizapp.formats.base import Shipped, Tick, Written, no_tick
from quizapp.formats.composing import key_of_id
from quizapp.formats.leaving import Leaving, notes
from quizapp.formats.moodle_bodies import BODIES
from quizapp.formats.moodle_lost import lost as lost_of
from quizapp.formats.moodle_lost import missing_files
from quizapp.formats.moodle_out import sheet_of
from quizapp.formats.moodle_page import Page, element
from quizapp.formats.moodle_sheet import Sheet
from quizapp.formats.picture_size import size_of
from quizapp.formats.to_html import to_html

_BEYOND: Final = frozenset({"tags", "hint", "explain", "image", "media"})
_NAME: Final = 80
"""Characters of the name of a question."""
_TICKS: Final = 100


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What the XML has no place for."""
    yield from lost_of(shipped, label, _sheet, _BEYOND)
    yield from missing_files(shipped)


def write(shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
    """One file with the questions of all decks."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n']
    count = 0
    for one in shipped:
        asked = [(leaving, sheet) for leaving in notes((one,)) if (sheet := _sheet(leaving)) is not None]
        if asked:
            parts.append(_category(one))
        for leaving, sheet in asked:
            count += 1
            if count % _TICKS == 0:
                tick(count, 0)
            parts.append(_question(Page(leaving, sheet)))
    return Written({"questions.xml": "".join([*parts, "</quiz>\n"]).encode()}, count)


def _sheet(leaving: Leaving) -> Sheet | None:
    """The question; None for one that has no counterpart, or whose picture has no size."""
    sheet = sheet_of(leaving)
    if sheet is not None and sheet.type == "ddmarker":
        data = leaving.shipped.folder(sheet.picture)
        return sheet if data is not None and size_of(data) is not None else None
    if sheet is not None and any(one.low != one.high for one in sheet.numbers):
        return replace(sheet, changed=(*sheet.changed, ("a range", "its middle with a tolerance")))
    return sheet


def _category(one: Shipped) -> str:
    path = [*one.folders, one.deck.title or "Questions"]
    name = "/".join(part.replace("/", "//") for part in ("$course$", "top", *path))
    about = f'<info format="html">{element("text", to_html(one.deck.description, _none))}</info>'
    return f'<question type="category">\n<category>{element("text", name)}</category>\n{about}\n</question>\n'


def _none(path: str) -> str:
    return ""


def _question(page: Page) -> str:
    sheet, note = page.sheet, page.leaving.note
    name = " ".join(page.leaving.front.split())[:_NAME].rstrip() or "Question"
    lines = [
        f'<question type="{sheet.type}">',
        f"<name>{element('text', name)}</name>",
        page.asked(),
        page.text("generalfeedback", note.explain),
        "<defaultgrade>1</defaultgrade>",
        "<penalty>0.3333333</penalty>",
        "<hidden>0</hidden>",
        element("idnumber", key_of_id(note.id)),
        *BODIES[sheet.type](sheet, page),
        *(page.text("hint", hint) for hint in note.hint),
        *([page.tags()] if page.leaving.tags else []),
        "</question>\n",
    ]
    return "\n".join(lines)
