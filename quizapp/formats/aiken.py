"""Aiken: a question, its lettered options, and a line that says which is right."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from quizapp.core.problems import Problem, Where
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source, Tick, no_tick
from quizapp.formats.text_source import markdown_of, problem_at, text_of
from quizapp.formats.yaml_emit import Value

_OPTION: Final = re.compile(r"\s*([A-Za-z])[.)]\s+(.*\S)\s*")
_ANSWER: Final = re.compile(r"\s*ANSWER\s*:\s*(.*)", re.IGNORECASE)
_SIGN: Final = re.compile(r"[A-Za-z]")


class _Block(NamedTuple):
    line: int
    question: str
    options: list[tuple[str, str]]
    answer: str | None
    raw: str


class _Aiken(Format):
    name = "aiken"
    label = "Aiken"
    about = "Multiple choice as plain text: a question, options A to Z, and a line “ANSWER: B”."
    suffixes = (".txt", ".aiken")

    def sniff(self, source: Source) -> int:
        head = source.data[:100_000].decode("utf-8", "ignore")
        answers = sum(_ANSWER.fullmatch(line) is not None for line in head.splitlines())
        options = sum(_OPTION.fullmatch(line) is not None for line in head.splitlines())
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
            if isinstance(made, str):
                problems.append(problem_at(source.name, block.line, made, block.raw))
            else:
                cards.append(ImportedCard(data=made, where=Where(source.name, block.line)))
        deck = ImportedDeck(title=source.stem or "Questions", cards=tuple(cards))
        return Imported(
            decks=(deck,) if cards else (),
            read=count,
            problems=(*text.problems, *problems),
            choices=(text.encoding,),
        )


def _blocks(text: str) -> Iterator[_Block]:
    """Questions, each up to its line with the answer, or to the next question where that is missing."""
    lines: list[str] = []
    options: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        option, answer = _OPTION.fullmatch(line), _ANSWER.fullmatch(line)
        if answer:
            if lines or options:
                yield _Block(start, "\n".join(lines), options, answer[1].strip(), "\n".join(lines))
            lines, options = [], []
        elif option and lines:
            options.append((option[1].upper(), option[2]))
        elif line.strip():
            if options:
                yield _Block(start, "\n".join(lines), options, None, "\n".join(lines))
                lines, options = [], []
            start = start if lines else number
            lines.append(line.strip())
    if lines or options:
        yield _Block(start, "\n".join(lines), options, None, "\n".join(lines))


def _card(block: _Block) -> dict[str, Value] | str:
    """The keys of a card, or the code of what it lacks."""
    signs = set(_SIGN.findall((block.answer or "").upper())) if block.answer else set()
    right = [markdown_of(text, "plain") for sign, text in block.options if sign in signs]
    wrong: list[Value] = [markdown_of(text, "plain") for sign, text in block.options if sign not in signs]
    if not block.question:
        return "import_no_question"
    if not right:
        return "import_no_answer"
    question = markdown_of(block.question.replace("\n", " "), "plain")
    answer: Value = right[0] if len(right) == 1 else list(right)
    return {"q": question, "a": answer, "wrong": wrong}


FORMAT: Final = _Aiken()
