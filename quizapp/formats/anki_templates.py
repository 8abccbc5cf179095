"""Anki's card templates: which fields stand on which side, and the sides of a card as HTML."""

import re
from collections.abc import Container, Mapping
from typing import Final

_TAG: Final = re.compile(r"\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}")
_COMMENT: Final = re.compile(
    r"<!--.*?-->|<style\b.*?</style>|<script\b.*?</script>", re.DOTALL | re.IGNORECASE
)
_ANSWER: Final = re.compile(r"<hr\b[^>]*\bid\s*=\s*[\"']?answer[\"']?[^>]*>", re.IGNORECASE)
_FRONT: Final = re.compile(r"\{\{\s*FrontSide\s*\}\}")
_EMPTY: Final = re.compile(r"<(?!img)[^>]*>|&nbsp;|\s")
"""What a field may hold and still be empty."""
_READING: Final = re.compile(r" ?([^\s\[\]<>]+)\[(?!sound:)([^\[\]]+)\]")
"""Japanese with how it is read: 日本[にほん]."""
_READINGS: Final = {"furigana": "\\1（\\2）", "kanji": "\\1", "kana": "\\2"}
"""Filter -> what it shows of both."""
_SPECIAL: Final = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
ON_REQUEST: Final = frozenset({"type", "hint", "tts"})
"""Filters whose fields a front does not show as text."""
LONGEST: Final = 200_000
"""Characters of a template that are read."""


def fields_in(template: str, hidden: Container[str] = ()) -> tuple[str, ...]:
    """The fields that a template shows, in order, without those that are only asked about.

    hidden: filters whose fields do not count.
    """
    found = (_named(match) for match in _TAG.finditer(_bare(template)))
    shown = (name for sign, filters, name in found if not sign and not any(one in hidden for one in filters))
    return tuple(dict.fromkeys(name for name in shown if name and name not in _SPECIAL))


def mentioned(template: str) -> frozenset[str]:
    """All fields that a template shows, or asks whether they are filled."""
    return frozenset(_named(match)[2] for match in _TAG.finditer(_bare(template)))


def has_filter(template: str, name: str) -> str:
    """The field that a filter stands before; "" if it stands nowhere."""
    for match in _TAG.finditer(_bare(template)):
        sign, filters, field = _named(match)
        if not sign and name in filters:
            return field
    return ""


def render(template: str, fields: Mapping[str, str], hidden: Container[str] = ("type", "tts")) -> str:
    """A side of a card as HTML: fields put in, sections kept or left out as their field is filled or empty.

    What stands on the front and what only Anki knows is left out, as is a field behind one of the filters
    `hidden`.
    """
    return "".join(_rendered(_bare(template), fields, hidden))


def answer_side(back: str, front: str) -> str:
    """A template of a back without what repeats the front."""
    bare = _bare(back)
    parts = _ANSWER.split(bare, maxsplit=1)
    if len(parts) < 2:
        return bare
    repeats = _FRONT.search(parts[0]) or set(fields_in(parts[0])) <= set(fields_in(front))
    return parts[1] if repeats else bare


def _rendered(template: str, fields: Mapping[str, str], hidden: Container[str]) -> list[str]:
    out: list[str] = []
    skipped: list[str] = []
    """Open sections that are left out, with those within."""
    at = 0
    for match in _TAG.finditer(template):
        if not skipped:
            out.append(template[at : match.start()])
        at = match.end()
        sign, filters, name = _named(match)
        if sign in ("#", "^"):
            if skipped or _is_filled(fields.get(name, "")) != (sign == "#"):
                skipped.append(name)
        elif sign == "/":
            if skipped and name == skipped[-1]:
                skipped.pop()
        elif not skipped and name not in _SPECIAL and not any(one in hidden for one in filters):
            out.append(_filtered(fields.get(name, ""), filters))
    if not skipped:
        out.append(template[at:])
    return out


def _filtered(html: str, filters: tuple[str, ...]) -> str:
    for one in filters:
        html = _READING.sub(_READINGS[one], html) if one in _READINGS else html
    return html


def _is_filled(html: str) -> bool:
    return bool(_EMPTY.sub("", html))


def _named(match: re.Match[str]) -> tuple[str, tuple[str, ...], str]:
    """(sign of a section, filters, name of the field)."""
    *filters, name = match[2].split(":")
    return match[1], tuple(one.strip().split(" ")[0] for one in filters), name.strip()


def _bare(template: str) -> str:
    return _COMMENT.sub("", template[:LONGEST])
