"""Which items of a long list a typed text may stand for: a quick look before each is judged."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.core.kinds.base import Accept, Context
from quizapp.core.kinds.spelling import Spelling, level_of, manner_of, wanted_forms
from quizapp.core.slips import MOST_EDITS, comparable
from quizapp.core.text import Form, Manner, folded, form, has_symbols

_NEAR = 2 * MOST_EDITS
"""Edits within which a text may be a slip: a letter that is respelled (ä as ae) counts twice here."""


class Shortlist:
    """The items of a list, each given by its forms, Markdown, the key first; made once for many texts."""

    def __init__(self, spelling: Spelling, items: Sequence[Sequence[str]], context: Context) -> None:
        self._manner = manner_of(spelling, context)
        self._written: defaultdict[str, set[int]] = defaultdict(set)
        self._wildcards = []
        self._plain = {symbols: _Plain(self._manner, symbols=symbols) for symbols in (False, True)}
        for number, (key, *others) in enumerate(items):
            accept = [Accept(text) for text in others]
            for wanted in wanted_forms(spelling, key, accept, key, context):
                self._written[wanted.text].add(number)
                if wanted.wildcard:
                    self._wildcards.append((number, wanted))
                else:
                    self._plain[has_symbols(wanted.text, self._manner)].add(number, wanted.text)

    def of(self, typed: str) -> list[int]:
        """In order; an item is left out only where `judge` would surely call the text wrong."""
        typed = unicodedata.normalize("NFC", typed).strip()
        found = set(self._written.get(typed, ()))
        found.update(number for number, form in self._wildcards if level_of(typed, form, self._manner))
        for plain in self._plain.values():
            found.update(plain.near(typed))
        return sorted(found)


class _Plain:
    """Forms without wildcards, all of them with symbols or all without."""

    def __init__(self, manner: Manner, *, symbols: bool) -> None:
        self._manner, self._symbols = manner, symbols
        self._owners: list[int] = []
        self._texts: list[str] = []
        """Without all that may differ, beside the item that each belongs to."""
        self._solid: defaultdict[str, set[int]] = defaultdict(set)
        """With their articles run together: equal for "der Weg" and "derweg"."""

    def add(self, number: int, text: str) -> None:
        own = form(text, self._manner, self._symbols)
        self._owners.append(number)
        self._texts.append(comparable(own, self._manner))
        for solid in self._run_together(own):
            self._solid[solid].add(number)

    def near(self, typed: str) -> Iterator[int]:
        if not self._texts:
            return
        own = form(typed, self._manner, self._symbols)
        text = comparable(own, self._manner)
        for _, _, index in process.extract_iter(text, self._texts, scorer=OSA.distance, score_cutoff=_NEAR):
            yield self._owners[index]
        for solid in self._run_together(own):
            yield from self._solid.get(solid, ())

    def _run_together(self, text: Form) -> tuple[str, str]:
        """As it stands, and without the marks that may be left out."""
        return text.solid, folded(text, self._manner.language).solid
