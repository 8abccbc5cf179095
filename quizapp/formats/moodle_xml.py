"""Moodle's XML: question banks with categories, feedback and embedded files."""

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import foreign_xml
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source, Tick, no_tick
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.moodle_question import Question
from quizapp.formats.text_source import problem_at

_LARGEST_MB: Final = 300
_ROOT: Final = re.compile(rb"<quiz[\s>/]")


class _MoodleXml(Format):
    name = "moodle-xml"
    label = "Moodle XML"
    about = (
        "Moodle’s question bank: multiple choice, true or false, short answers, numbers, matching, ordering, "
        "gaps in texts and essays, with pictures, feedback and categories."
    )
    unit = "question"
    suffixes = (".xml",)

    def sniff(self, source: Source) -> int:
        return 95 if _ROOT.search(source.data[:4000]) and b"<question" in source.data else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        root = foreign_xml.parse(source.data, source.name, self.label, _LARGEST_MB)
        files: dict[str, str] = {}
        refs = MediaRefs(source.name, _finder(files))
        reader = _Reader(source.name, refs)
        elements = [element for element in root if element.tag == "question"]
        for number, element in enumerate(elements, 1):
            if number % 100 == 0:
                tick(number, len(elements))
            files.update(_files(element, number))
            reader.take(element, number)
        return Imported(
            decks=reader.decks(source.stem or "Questions"),
            read=reader.read,
            problems=(*reader.problems, *refs.problems),
            media=refs.media,
        )


class _Reader:
    """Makes cards of questions, category by category."""

    def __init__(self, file: str, refs: MediaRefs) -> None:
        self._file, self._refs = file, refs
        self._category: tuple[str, ...] = ()
        self._cards: dict[tuple[str, ...], list[ImportedCard]] = {}
        self.problems: list[Problem] = []
        self.read = 0

    def take(self, element: Element, number: int) -> None:
        if element.get("type") == "category":
            found = element.find("category/text")
            self._category = _category(found.text or "" if found is not None else "")
            return
        self.read += 1
        question = Question(element, number, self._refs)
        made = question.card()
        if isinstance(made, str):
            code, _, kind = made.partition(" ")
            args = {"kind": kind} if kind else {}
            self.problems.append(problem_at(self._file, number, code, question.raw, **args))
            return
        for code, args in question.told:
            self.problems.append(problem_at(self._file, number, code, question.raw, **args))
        card = ImportedCard(data=made, where=Where(self._file, number), key=question.id)
        self._cards.setdefault(self._category, []).append(card)

    def decks(self, title: str) -> tuple[ImportedDeck, ...]:
        made = []
        for category, cards in self._cards.items():
            *folders, last = category or (title,)
            made.append(ImportedDeck(title=last, folders=tuple(folders), cards=tuple(cards)))
        return tuple(made)


def _files(element: Element, number: int) -> Iterator[tuple[str, str]]:
    """Name of each embedded file, apart from those of other questions -> its content, base64."""
    for file in element.iter("file"):
        name, folder = file.get("name", ""), file.get("path", "/").strip("/")
        if name and file.text:
            yield f"{number}/{folder}/{name}".replace("//", "/"), file.text


def _finder(files: Mapping[str, str]) -> Callable[[str], Callable[[], bytes] | None]:
    def find(name: str) -> Callable[[], bytes] | None:
        content = files.get(name)
        return None if content is None else lambda: _decoded(content, name)

    return find


def _decoded(content: str, name: str) -> bytes:
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except ValueError as error:  # binascii.Error is one, and what is not ASCII
        raise QuizError("archive_broken", file=name, reason=str(error)) from error


def _category(path: str) -> tuple[str, ...]:
    """`$course$/top/Default/Loops//Arrays` → Loops/Arrays below Default."""
    parts = [part.replace("\0", "/").strip() for part in path.strip().replace("//", "\0").split("/")]
    return tuple(part for part in parts if part and part != "top" and not re.fullmatch(r"\$\w+\$", part))


FORMAT: Final = _MoodleXml()
