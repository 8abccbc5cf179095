"""What may come next in a query: keys, or values behind a key."""

from collections.abc import Callable, Sequence

import regex
from msgspec import Struct
from PySide6.QtCore import QObject

from quizapp.core.query import KEYS
from quizapp.core.query_keys import BY_NAME, Key
from quizapp.core.query_scan import value as written
from quizapp.ui.i18n import marked

MOST = 7
"""Offers at a time, the plain text among them."""

_KEY = regex.compile(r"(?:^|(?<=[\s(-]))([A-Za-z_]+)$")
_VALUE = regex.compile(r'(?:^|(?<=[\s(-]))([A-Za-z_]+):("[^"]*|[^\s"()]*)$')


class Offer(Struct, frozen=True, kw_only=True):
    """A row of the list of completions."""

    start: int
    """What is replaced begins here and ends at the caret."""
    text: str
    """It is replaced by this."""
    head: str
    """Written in the row: the key, or the value."""
    meaning: str = ""
    example: str = ""
    plain: bool = False
    """The last row: take it as the words that they are."""


class Completion(QObject):
    """Finds offers for a text and its caret."""

    def __init__(self, names: Callable[[str], Sequence[str]], parent: QObject | None = None) -> None:
        """names: a key of the language -> the names that the collection has for it (decks, tags ...)."""
        super().__init__(parent)
        self._names = names

    def offers(self, text: str, caret: int) -> tuple[Offer, ...]:
        """What could be meant; () where there is nothing to complete."""
        before = text[:caret]
        if value := _VALUE.search(before):
            return self._values(value[1], value[2], value.start(2))
        if key := _KEY.search(before):
            return self._keys(key[1], key.start(1))
        return ()

    def _keys(self, word: str, start: int) -> tuple[Offer, ...]:
        sought = word.casefold()
        found = [key for key in KEYS if any(name.startswith(sought) for name in (key.name, *key.aliases))]
        offers = [self._key(key, start) for key in found[: MOST - 1]]
        return (*offers, self._plain(word, start)) if offers else ()

    def _key(self, key: Key, start: int) -> Offer:
        return Offer(
            start=start,
            text=f"{key.name}:",
            head=f"{key.name}:",
            meaning=marked(key.meaning),
            example=key.example,
        )

    def _plain(self, word: str, start: int) -> Offer:
        return Offer(
            start=start,
            text=f"{word} ",
            head=self.tr("“{word}” in the text").format(word=word),
            meaning=self.tr("question, answer, tags"),
            plain=True,
        )

    def _values(self, name: str, typed: str, start: int) -> tuple[Offer, ...]:
        key = BY_NAME.get(name.casefold())
        if key is None:
            return ()
        sought = typed.strip('"').casefold()
        choices = [(one.word, marked(one.meaning) if one.meaning else "") for one in key.values.choices]
        choices += [(one, "") for one in self._names(key.name)]
        starting = [one for one in choices if one[0].casefold().startswith(sought)]
        within = [one for one in choices if sought in one[0].casefold() and one not in starting]
        found = (starting + within)[:MOST]
        if [word.casefold() for word, _ in found] == [sought]:
            return ()
        return tuple(
            Offer(start=start, text=f"{written(word)} ", head=word, meaning=meaning)
            for word, meaning in found
        )
