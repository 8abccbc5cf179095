"""Questions of Moodle's XML, made for tests."""

import base64
from xml.sax.saxutils import escape

from quizapp.formats import load
from tests.formats.moodle_trips import Data
from tests.formats.moodle_trips import cards as cards_of

XML = load("moodle-xml")
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(8) + (200).to_bytes(4) + (100).to_bytes(4)).decode()


def quiz(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(questions)}</quiz>\n'


def question(sort: str, text: str, inner: str = "", files: str = "") -> str:
    """One question. text: HTML; files: beside it."""
    asked = f'<questiontext format="html"><text>{escape(text)}</text>{files}</questiontext>'
    return f'<question type="{sort}"><name><text>Name</text></name>{asked}{inner}</question>\n'


def answer(fraction: str, text: str, feedback: str = "", more: str = "", format_: str = "html") -> str:
    said = f"<feedback><text>{escape(feedback)}</text></feedback>" if feedback else ""
    return (
        f'<answer fraction="{fraction}" format="{format_}"><text>{escape(text)}</text>{more}{said}</answer>'
    )


def file(name: str, content: str = PNG) -> str:
    return f'<file name="{name}" path="/" encoding="base64">{content}</file>'


def card(sort: str, text: str, inner: str = "", files: str = "") -> Data:
    (found,) = cards_of(XML, quiz(question(sort, text, inner, files)))
    return found
