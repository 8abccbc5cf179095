"""What the form of a kind shows, in which order, and what it offers besides."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from quizapp.core.kinds import AnyKind
from quizapp.formats.card_form import FormField, note_fields, question_fields
from quizapp.formats.kind_keys import openers

COMMON: Final = ("explain", "source", "at", "tags")
"""What every form has below the question."""
GROUPS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("hint", ("hint",)),
    ("media", ("image", "alt", "media")),
    ("dates", ("as_of", "valid_until")),
)
"""What is opened together, by one button each."""
QUIET: Final = frozenset({"id"})
"""What the app writes itself, and an author hardly ever."""
_MAIN: Final = frozenset(
    {"a", "wrong", "tolerance", "unit", "within", "extra", "image", "alt", "click", "hide", "need"}
)
"""Keys of kinds that may be left out, but are what one thinks of with that kind."""
_AFTER: Final = ("hint", "image", "alt", "media", "status", "by", "as_of", "valid_until")


@cache
def fields_of_form(kind: AnyKind) -> tuple[FormField, ...]:
    """All fields in reading order: the kind's own, the common ones, then the rest."""
    own, common = question_fields(kind), {field.key: field for field in note_fields(kind)}
    main = [field for field in own if field.key in shown_always(kind)]
    rest = [field for field in own if field not in main]
    known = [key for key in (*COMMON, *_AFTER) if key in common]
    others = [field for key, field in common.items() if key not in known]
    return (*main, *rest, *(common[key] for key in known), *others)


@cache
def shown_always(kind: AnyKind) -> frozenset[str]:
    """Keys that are shown before they say anything."""
    own = {field.key for field in question_fields(kind) if field.required or field.key in _MAIN}
    return frozenset(own | set(COMMON))


@cache
def kept(kind: AnyKind) -> frozenset[str]:
    """Optional keys without which a card would be of another kind."""
    return frozenset(openers(kind))


def behind_more(offered: Sequence[FormField]) -> tuple[FormField, ...]:
    """Of the fields that are offered, those that have no button of their own."""
    grouped = {key for _, keys in GROUPS for key in keys}
    return tuple(field for field in offered if field.key not in grouped)
