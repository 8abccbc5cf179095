"""The form of a deck: what it says of itself, above all cards."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from quizapp.formats.card_form import FormField
from quizapp.formats.card_keys import DECK, DECK_ALIASES
from quizapp.formats.form_rows import PairsSort, Rows
from quizapp.formats.form_sorts import sort_of_field
from quizapp.formats.form_values import Value

ALWAYS: Final = ("title", "description", "language", "tags", "sources", "author", "license")
"""What the form shows before it says anything."""

ELSEWHERE: Final = frozenset({"exams"})
"""Presets of quizzes are made where quizzes are set up, or in YAML."""


class NamesSort(PairsSort, frozen=True):
    """A map of short names to texts. One with more behind a name is left to those who write YAML."""

    @property
    def blank(self) -> Value:
        return {}

    def _write(self, shown: Rows, old: Value | None) -> Value | None:
        return {row.cells[0]: row.cells[1] for row in shown if row.cells[0]} or None


@cache
def deck_fields() -> tuple[FormField, ...]:
    """The keys of a deck in reading order; the rest as they are declared."""
    keys = (*ALWAYS, *(key for key in DECK if key not in ALWAYS and key not in ELSEWHERE))
    sorts = {key: sort_of_field(DECK[key]) for key in keys} | {"sources": NamesSort()}
    return tuple(FormField(key, sorts[key], False, DECK[key].about) for key in keys)


def canonical_head(data: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, str]]:
    """A deck's keys by our names, and under which names its author wrote them."""
    written = {DECK_ALIASES.get(key, key): key for key in data}
    return {key: data[own] for key, own in written.items()}, written
