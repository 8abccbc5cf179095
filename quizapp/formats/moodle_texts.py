"""Texts of Moodle in any of its formats as Markdown."""

import re
from collections.abc import Callable, Mapping
from html import escape as as_html
from typing import Final

from quizapp.formats.escaping import escape
from quizapp.formats.markup import to_plain
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.text_source import looks_like_html, markdown_of

_MATHS: Final = re.compile(r"\$\$.+?\$\$|\\\(.+?\\\)|\\\[.+?\\\]", re.DOTALL)


def as_html_text(refs: MediaRefs, text: str) -> str:
    return refs.html(text, dollars=True).markdown


def as_markdown(refs: MediaRefs, text: str) -> str:
    return text.strip()


def as_plain(refs: MediaRefs, text: str) -> str:
    return markdown_of(text, "plain")


def as_moodle(refs: MediaRefs, text: str) -> str:
    """Moodle's own format: plain text in which tags, entities and formulas count all the same."""
    if looks_like_html(text):
        return as_html_text(refs, text.replace("\n", "<br>"))
    if _MATHS.search(text):
        return as_html_text(refs, as_html(text, quote=False).replace("\n", "<br>"))
    return as_plain(refs, text)


WRITERS: Final[Mapping[str, Callable[[MediaRefs, str], str]]] = {
    "html": as_html_text,
    "markdown": as_markdown,
    "moodle": as_moodle,
    "moodle_auto_format": as_moodle,
    "plain": as_plain,
    "plain_text": as_plain,
}
"""Name of a format in GIFT or XML -> what reads it."""
_STAR: Final = re.compile(r"(?<!\\)\*")


def typed_form(text: str) -> tuple[str, str]:
    """An answer that is typed, with `*` for any characters: as it is shown, and as a pattern of ours.

    The pattern is "" without a `*`, and where ours cannot say it.
    """
    literal = text.replace("\\*", "\ue000")
    bare = " ".join(_STAR.sub(" ", literal).split()).replace("\ue000", "*")
    if not _STAR.search(literal):
        return escape(bare), ""
    words = " ".join(_STAR.sub(" * ", literal).split())
    is_ours = "\ue000" not in words and not words.startswith("*") and to_plain(words) == words
    return escape(bare), words if is_ours else ""
