"""Aiken: a question, its lettered options, and a line that says which is right."""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final, NamedTuple

from quizapp.core.problems import Problem, Where
from quizapp.formats import aiken_write
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
from quizapp.formats.left_out import NO_ANSWER, NO_QUESTION, Data, Told
from quizapp.formats.once import once
from quizapp.formats.text_source import markdown_of, problem_at, text_of
from quizapp.formats.yaml_emit import Value

_OPTION: Final = re.compile(r"\s*\(?([A-Za-z])(?:\)\s*|\.\s+)(\S.*?)\s*")
_ANSWER: Final = re.compile(r"\s*ANSWER\s*:\s*(.*?)\s*", re.IGNORECASE)
_LETTERS: Final = re.compile(
    r"\(?[A-Z]\)?\.?(?:(?:\s*[,;/&+]\s*|\s+AND\s+|\s+)\(?[A-Z]\)?\.?)*|[A-Z]{2,}", re.IGNORECASE
)
_FIRST_LETTER: Final = re.compile(r"\(?([A-Za-z])[.)](?:\s|$)")
_SIGN: Final = re.compile(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])")


class _Block(NamedTuple):
    line: int
    question: str
    options: list[tuple[str, str]]
    """Letter in capitals -> text."""
    answer: str | None
    """None: there is no such line."""


class _Aiken(Format):
    name = "aiken"
    label = "Aiken"
    about = (
        "Multiple choice as plain text: a question, options A to Z, and a line “ANSWER: B”. It holds nothing "
        "but the question and its options."
    )
    suffixes = (".txt", ".aiken")
    guesses: ClassVar[Mapping[str, str]] = {"encoding": "Encoding"}
    writes = True

    def sniff(self, source: Source) -> int:
        head = decode(source.data[:100_000]).meant.splitlines()
        answers = sum(_ANSWER.fullmatch(line) is not None for line in head)
        options = sum(_OPTION.fullmatch(line) is not None for line in head)
        return 90 if answers and options >= 2 * answers else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        cards: list[ImportedCard] = []
        problems: list[Problem] = []
        count = 0
        for block in _blocks(text.text):
            count += 1
            if count % 500 == 0:
                tick(count, 0)
            made = _card(block)
            if isinstance(made, Told):
                problems.append(problem_at(source.name, block.line, made.code, block.question, **made.args))
                continue
            data, told = once(made)
            cards.append(ImportedCard(data=data, where=Where(source.name, block.line)))
            problems += (
                problem_at(source.name, block.line, one.code, block.question, **one.args) for one in told
            )
        deck = ImportedDeck(title=source.title or "Questions", cards=tuple(cards))
        return Imported(
            decks=(deck,) if cards else (),
            read=count,
            problems=(*text.problems, *problems),
            choices=(text.encoding,),
        )

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(aiken_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return aiken_write.write(shipped)


def _blocks(text: str) -> Iterator[_Block]:
    """Questions, each up to its line with the answer, or to the next question where that is missing."""
    reader = _Blocks()
    for number, line in enumerate(text.split("\n"), 1):
        yield from reader.take(number, line)
    yield from reader.end(None)


class _Blocks:
    """Gathers the lines of a question. Options have letters in their order, from A."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._options: list[tuple[str, str]] = []
        self._start = 0
        self._is_apart = False
        """A blank line stands above."""

    def take(self, number: int, line: str) -> Iterator[_Block]:
        option, answer = _OPTION.fullmatch(line), _ANSWER.fullmatch(line)
        if answer:
            self._start = self._start or number
            yield from self.end(answer[1])
        elif option and option[1].upper() == chr(ord("A") + len(self._options)) and self._lines:
            self._options.append((option[1].upper(), option[2]))
        elif line.strip():
            yield from self._words(number, line.strip())
        self._is_apart = not line.strip()

    def _words(self, number: int, words: str) -> Iterator[_Block]:
        """More of the question, more of an option, or the next question."""
        if self._options and self._is_apart:
            yield from self.end(None)
        if self._options:
            letter, text = self._options.pop()
            self._options.append((letter, f"{text} {words}"))
            return
        self._start = self._start or number
        self._lines.append(words)

    def end(self, answer: str | None) -> Iterator[_Block]:
        if self._lines or self._options:
            yield _Block(self._start, " ".join(self._lines), self._options, answer)
        self._lines, self._options, self._start = [], [], 0


def _card(block: _Block) -> Data | Told:
    """The keys of a card, or what it lacks."""
    if not block.question:
        return NO_QUESTION
    signs = _signs(block)
    right = [markdown_of(text, "plain") for sign, text in block.options if sign in signs]
    wrong: list[Value] = [markdown_of(text, "plain") for sign, text in block.options if sign not in signs]
    if not right:
        return NO_ANSWER
    if {text.casefold() for _, text in block.options} == {"true", "false"} and len(right) == 1:
        return {"statement": markdown_of(block.question, "plain"), "is": right[0].lower()}
    answer: Value = right[0] if len(right) == 1 else list(right)
    return {"q": markdown_of(block.question, "plain"), "a": answer, "wrong": wrong}


def _signs(block: _Block) -> set[str]:
    """The letters of the right options: `B`, `B.`, `B) Its text`, `A, C`, `AC`, or the text of one."""
    said = block.answer or ""
    by_text = {text.casefold(): sign for sign, text in block.options}
    if said.casefold() in by_text:
        return {by_text[said.casefold()]}
    if _LETTERS.fullmatch(said):
        bare = re.sub(r"\band\b", ",", said, flags=re.IGNORECASE)
        return {letter.upper() for letter in _SIGN.findall(bare)} or set(said.upper())
    first = _FIRST_LETTER.match(said)
    return {first[1].upper()} if first else set()


FORMAT: Final = _Aiken()
