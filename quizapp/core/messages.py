"""Codes and their sentences: a table of its own, and those that the kinds of question bring along."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

Severity = Literal["error", "warning"]
Message = tuple[Severity, str]
"""Severity, English template with {named} arguments, marked for translation."""


class Messages(Mapping[str, Message]):
    """code -> message. The kinds, which say theirs of decks alone, are loaded when the first is wanted."""

    def __init__(self, own: dict[str, Message]) -> None:
        self.own = own

    @cached_property
    def _of_kinds(self) -> dict[str, Message]:
        from quizapp.core.kinds import KINDS

        return {code: text for kind in KINDS for words in kind.words for code, text in words.messages.items()}

    def __getitem__(self, code: str) -> Message:
        return self.own[code] if code in self.own else self._of_kinds[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.own | self._of_kinds)

    def __len__(self) -> int:
        return len(self.own | self._of_kinds)
