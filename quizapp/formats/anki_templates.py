"""Anki's card templates: which fields stand on which side, and the sides of a card as HTML."""

import re
from collections.abc import Mapping
from typing import Final

_TAG: Final = re.compile(r"\{\{\s*([#^/]?)\s*([^{}]*?)\s*\}\}")
_COMMENT: Final = re.compile(
    r"<!--.*?-->|<style\b.*?</style>|<script\b.*?</script>", re.DOTALL | re.IGNORECASE
)
_ANSWER: Final = re.compile(r"<hr\b[^>]*\bid\s*=\s*[\"']?answer[\"']?[^>]*>", re.IGNORECASE)
_SPECIAL: Final = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
LONGEST: Final = 200_000
"""Characters of a template that are read."""


def fields_in(template: str) -> tuple[str, ...]:
    """The fields that a template shows, in order, without those that are only asked about."""
    found = (_named(match) for match in _TAG.finditer(_bare(template)))
    return tuple(dict.fromkeys(name for sign, _, name in found if not sign and name and name not in _SPECIAL))


def filters_of(template: str, field: str) -> tuple[str, ...]:
    """The filters before a field where it is shown: `type`, `cloze`, `hint` ..."""
    for match in _TAG.finditer(_bare(template)):
        sign, filters, name = _named(match)
        if not sign and name == field:
            return filters
    return ()


def has_filter(template: str, name: str) -> str:
    """The field that a filter stands before; "" if it stands nowhere."""
    for match in _TAG.finditer(_bare(template)):
        sign, filters, field = _named(match)
        if not sign and name in filters:
            return field
    return ""


def render(template: str, fields: Mapping[str, str]) -> str:
    """A side of a card as HTML: fields put in, sections kept or left out as their field is filled or empty.

    What stands on the front, typed fields and what only Anki knows is left out.
    """
    return "".join(_rendered(_bare(template), fields))


def answer_side(template: str) -> str:
    """A template of a back without what repeats the front."""
    bare = _bare(template)
    parts = _ANSWER.split(bare, maxsplit=1)
    if len(parts) == 2 and "{{FrontSide}}" in parts[0].replace(" ", ""):
        return parts[1]
    return bare


def _rendered(template: str, fields: Mapping[str, str]) -> list[str]:
    out: list[str] = []
    hidden: list[str] = []
    """Open sections that are left out, with those within."""
    at = 0
    for match in _TAG.finditer(template):
        if not hidden:
            out.append(template[at : match.start()])
        at = match.end()
        sign, filters, name = _named(match)
        filled = bool(re.sub(r"<(?!img)[^>]*>|&nbsp;|\s", "", fields.get(name, "")))
        if sign in ("#", "^"):
            if hidden or filled != (sign == "#"):
                hidden.append(name)
        elif sign == "/":
            if hidden and name == hidden[-1]:
                hidden.pop()
        elif not hidden and name not in _SPECIAL and "type" not in filters:
            out.append(fields.get(name, ""))
    if not hidden:
        out.append(template[at:])
    return out


def _named(match: re.Match[str]) -> tuple[str, tuple[str, ...], str]:
    """(sign of a section, filters, name of the field)."""
    *filters, name = match[2].split(":")
    return match[1], tuple(one.strip().split(" ")[0] for one in filters), name.strip()


def _bare(template: str) -> str:
    return _COMMENT.sub("", template[:LONGEST])
