"""Moodle's XML: question banks with categories, feedback and embedded files."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from quizapp.core.problems import Problem, Where
from quizapp.formats import foreign_xml, moodle_write
from quizapp.formats.base import (
    Choice,
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    Option,
    Shipped,
    Source,
    Tick,
    Written,
    no_tick,
)
from quizapp.formats.gift_file import category_of
from quizapp.formats.left_out import Told
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.moodle_asked import Asked
from quizapp.formats.moodle_files import Files
from quizapp.formats.moodle_question import card_of
from quizapp.formats.multilang import languages
from quizapp.formats.text_source import problem_at

_LARGEST_MB: Final = 300
_ROOT: Final = re.compile(r"<quiz[\s>/]")


class _MoodleXml(Format):
    name = "moodle-xml"
    label = "Moodle XML"
    about = (
        "Moodle’s question bank: multiple choice, true or false, short answers, numbers, matching, ordering, "
        "gaps in texts, places on pictures and essays, with files, feedback, hints, tags and categories."
    )
    unit = "question"
    suffixes = (".xml",)
    writes = True

    def sniff(self, source: Source) -> int:
        head = foreign_xml.head_of(source.data, 200_000)
        return 95 if _ROOT.search(head, 0, 4000) and "<question" in head else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        root = foreign_xml.parse(source.data, source.name, self.label, _LARGEST_MB)
        language = _language(root, source.data, choices)
        reader = _Reader(source.name, language.value if language else "")
        elements = [element for element in root.iter("question") if element.get("type") is not None]
        for number, element in enumerate(elements, 1):
            if number % 100 == 0:
                tick(number, len(elements))
            reader.take(element, number)
        return Imported(
            decks=reader.decks(source.title or "Questions"),
            read=reader.read,
            problems=tuple(reader.all_problems()),
            media=reader.refs.media,
            choices=(language,) if language else (),
        )

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(moodle_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return moodle_write.write(shipped, tick)


def _language(root: Element, data: bytes, choices: Mapping[str, str]) -> Choice | None:
    """Which language to read, where texts are there in several."""
    if b"lang" not in data:
        return None
    found = languages(element.text for element in root.iter("text") if element.text)
    if not found:
        return None
    chosen = choices.get("language", "")
    options = tuple(Option(one, one) for one in found)
    return Choice(
        key="language", label="Language", value=chosen if chosen in found else found[0], options=options
    )


class _Reader:
    """Makes cards of questions, category by category. Questions are numbered, categories among them."""

    def __init__(self, file: str, language: str) -> None:
        self._file, self._language = file, language
        self._files = Files()
        self.refs = MediaRefs(file, self._files.find)
        self._category: tuple[str, ...] = ()
        self._abouts: dict[tuple[str, ...], str] = {}
        self._cards: dict[tuple[str, ...], list[ImportedCard]] = {}
        self._problems: list[Problem] = []
        self.read = 0

    def take(self, element: Element, number: int) -> None:
        self._files.open(number, element)
        asked = Asked(element, self.refs, self._files, self._language)
        if asked.type == "category":
            self._category = category_of(asked.said("category/text"))
            self._abouts.setdefault(self._category, asked.text("info"))
            return
        self.read += 1
        made = card_of(asked)
        front = asked.name or asked.said("questiontext/text")
        if isinstance(made, Told):
            self._problems.append(problem_at(self._file, number, made.code, front, **made.args))
            return
        for told in asked.told:
            self._problems.append(problem_at(self._file, number, told.code, front, **told.args))
        card = ImportedCard(data=made, where=Where(self._file, number), key=asked.said("idnumber"))
        self._cards.setdefault(self._category, []).append(card)

    def decks(self, title: str) -> tuple[ImportedDeck, ...]:
        made = []
        for category, cards in self._cards.items():
            *folders, last = category or (title,)
            about = self._abouts.get(category, "")
            header = {"description": about} if about else {}
            deck = ImportedDeck(title=last, folders=tuple(folders), cards=tuple(cards), header=header)
            made.append(deck)
        return tuple(made)

    def all_problems(self) -> Iterator[Problem]:
        """Those of questions, and of files that are not there, each with the question that names it."""
        yield from self._problems
        for problem in self.refs.problems:
            number, name = self._files.place_of(problem.args.get("name", ""))
            known = {"name": name} if name else {}
            yield replace(problem, where=Where(self._file, number), args={**problem.args, **known})


FORMAT: Final = _MoodleXml()
