"""Moodle's GIFT: questions as plain text."""

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from quizapp.core.problems import Problem, Where
from quizapp.formats import gift_file, gift_text, gift_write
from quizapp.formats.base import (
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    Shipped,
    Source,
    Tick,
    Written,
    no_tick,
)
from quizapp.formats.encoding import decode
from quizapp.formats.gift_file import Raw
from quizapp.formats.gift_question import Question
from quizapp.formats.gift_text import Parts
from quizapp.formats.left_out import Data, Told, no_kind, unread
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.text_source import problem_at, text_of

_SNIFFED: Final = re.compile(r"^(?:::|\$CATEGORY:)|(?<!\\)\{\s*(?:[=~#}]|T\b|F\b|TRUE|FALSE)", re.MULTILINE)
_BEYOND_DOUBT: Final = re.compile(r"^(?:\$CATEGORY:|::[^:\n]+::)", re.MULTILINE)
"""What a file of any other name must hold."""


class _Gift(Format):
    name = "gift"
    label = "GIFT"
    about = (
        "Moodle’s text format: multiple choice, true or false, short answers, numbers, matching and essays, "
        "with feedback, weights, tags and categories. It holds no pictures."
    )
    suffixes = (".gift", ".txt")
    guesses: ClassVar[Mapping[str, str]] = {"encoding": "Encoding"}
    writes = True

    def sniff(self, source: Source) -> int:
        head = decode(source.data[:200_000]).meant
        if source.suffix not in (*self.suffixes, ""):
            return 30 if _BEYOND_DOUBT.search(head) else 0
        found = len(_SNIFFED.findall(head))
        if source.suffix == ".gift":
            return 90
        return min(85, 60 + 5 * found) if found and "{" in head and "}" in head else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        refs = MediaRefs(source.name, among(source.sibling, ("", "media/")))
        reader = _Reader(source.name, refs)
        for number, raw in enumerate(gift_file.questions(text.text)):
            if number % 500 == 0:
                tick(number, 0)
            reader.take(raw)
        return Imported(
            decks=reader.decks(source.title or "Questions"),
            read=reader.read,
            problems=(*text.problems, *reader.problems, *refs.problems),
            media=refs.media,
            choices=(text.encoding,),
        )

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(gift_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return gift_write.write(shipped)


class _Reader:
    """Makes cards of questions, category by category."""

    def __init__(self, file: str, refs: MediaRefs) -> None:
        self._file, self._refs = file, refs
        self._cards: dict[tuple[str, ...], list[ImportedCard]] = {}
        self._told: list[Told] = []
        self.problems: list[Problem] = []
        self.read = 0

    def take(self, raw: Raw) -> None:
        self.read += 1
        parts = gift_text.apart(raw.text)
        made = self._card(parts)
        if isinstance(made, Told):
            self._tell(raw, made)
            return
        if raw.tags:
            made["tags"] = list(raw.tags)
        card = ImportedCard(data=made, where=Where(self._file, raw.line), key=raw.id)
        self._cards.setdefault(raw.category, []).append(card)
        for told in self._told:
            self._tell(raw, told)

    def _card(self, parts: Parts) -> Data | Told:
        if not parts.closed:
            return unread("a brace is opened and never closed")
        if parts.answer is None:
            return no_kind("description")
        question = Question(parts, self._refs)
        made = question.card()
        self._told = question.told
        return made

    def decks(self, title: str) -> tuple[ImportedDeck, ...]:
        made = []
        for category, cards in self._cards.items():
            *folders, last = category or (title,)
            made.append(ImportedDeck(title=last, folders=tuple(folders), cards=tuple(cards)))
        return tuple(made)

    def _tell(self, raw: Raw, told: Told) -> None:
        self.problems.append(problem_at(self._file, raw.line, told.code, raw.text, **told.args))


FORMAT: Final = _Gift()
