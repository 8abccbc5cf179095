"""Texts of Moodle in any of its formats as Markdown."""

import re
from collections.abc import Callable, Mapping
from html import escape as as_html
from typing import Final

from quizapp.formats.escaping import escape
from quizapp.formats.markup import to_plain
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.text_source import looks_like_html, markdown_of
from quizapp.formats.yaml_emit import Value

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


def is_plain_there(text: str) -> bool:
    """Whether a plain text means itself in Moodle's own format."""
    return not looks_like_html(text) and not _MATHS.search(text)


WRITERS: Final[Mapping[str, Callable[[MediaRefs, str], str]]] = {
    "html": as_html_text,
    "markdown": as_markdown,
    "moodle": as_moodle,
    "moodle_auto_format": as_moodle,
    "plain": as_plain,
    "plain_text": as_plain,
}
"""Name of a format in GIFT or XML -> what reads it."""
_CHECKS: Final = re.compile(r"(?:\A|\n)((?:- .+(?:\n|\Z))+)\Z")
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


def essay_keys(info: str) -> dict[str, Value]:
    """`a` and `check` of a model answer: points at its end are those that a good answer makes."""
    points = _CHECKS.search(info)
    model = info[: points.start()].strip() if points else info
    check: list[Value] = [line[2:].strip() for line in points[1].split("\n") if line] if points else []
    canned = "It says what the model answer says." if model else "The question is answered in full."
    return {**({"a": model} if model else {}), "check": check or [canned]}
