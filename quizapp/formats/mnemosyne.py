"""Mnemosyne's cards: those of version 2 as a log in XML with media in a zip, those of version 1 as XML."""

import re
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import foreign_xml
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source, Tick, no_tick
from quizapp.formats.deck_text import shorten
from quizapp.formats.limits import MEDIA_MB, TEXT_MB, Archive, member_names
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.mnemosyne_facts import Fact, facts_of_log, facts_of_one
from quizapp.formats.mnemosyne_texts import Texts
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
_LIST: Final = "cards.xml"
_ABOUT: Final = {"author_name": "author", "notes": "description"}
"""What METADATA says -> deck key of ours."""
_READS: Final = (b"<openSM2sync", b"<mnemosyne")


class _Mnemosyne(Format):
    name = "mnemosyne"
    label = "Mnemosyne"
    about = (
        "Cards that Mnemosyne exports to share, of version 2 (.cards) and 1 (.xml): one way, both ways, "
        "vocabulary, maps, clozes and sentences, with tags, formulas and media."
    )
    unit = "note"
    suffixes = (".cards", ".xml")

    def sniff(self, source: Source) -> int:
        if not source.data.startswith(b"PK"):
            return 90 if any(mark in source.data[:2000] for mark in _READS) else 0
        return 100 if _LIST in (member_names(source.data) or ()) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        archive = Archive(source.data, source.name) if source.data.startswith(b"PK") else None
        if archive is not None and _LIST not in archive:
            raise QuizError("import_not", file=source.name, format=self.label, reason=f"it holds no {_LIST}")
        data = archive.read(_LIST) if archive else source.data
        root = foreign_xml.parse(data, source.name, self.label, TEXT_MB)
        facts = _facts(root, source.name, self.label)
        refs = MediaRefs(source.name, _finder(archive) if archive else among(source.sibling))
        reader = _Reader(source.name, Texts(refs))
        for number, fact in enumerate(facts):
            if number % 500 == 0:
                tick(number, len(facts))
            reader.take(fact)
        about = _about(archive)
        title = about.pop("card_set_name", "") or source.title or "Mnemosyne"
        header = {_ABOUT[key]: value for key, value in about.items() if key in _ABOUT and value}
        deck = ImportedDeck(title=title, header=header, cards=tuple(reader.cards))
        return Imported(
            decks=(deck,) if reader.cards else (),
            read=len(facts),
            problems=(*(archive.problems if archive else ()), *reader.problems, *refs.problems),
            media=refs.media,
        )


class _Reader:
    """Makes cards of facts: the type of its cards says how, and which of them there are."""

    def __init__(self, file: str, texts: Texts) -> None:
        self._file, self._texts = file, texts
        self.cards: list[ImportedCard] = []
        self.problems: list[Problem] = []

    def take(self, fact: Fact) -> None:
        made = _MAKERS.get(fact.type, _Reader.one_way)(self, fact)
        where = Where(self._file, fact.number)
        raw = shorten(" | ".join(fact.texts.values()))
        if isinstance(made, str):
            self.problems.append(Problem(code=made, where=where, card=raw))
            return
        for what in self._texts.lost():
            self.problems.append(Problem(code="import_lost", where=where, args={"what": what}, card=raw))
        for number, data in enumerate(made):
            if fact.tags:
                data["tags"] = list(fact.tags)
            if len(made) > 1:
                data["group"] = fact.own or str(fact.number)
            key = f"{fact.own}/{number + 1}" if number and fact.own else fact.own
            self.cards.append(ImportedCard(data=data, where=where, key=key))

    def one_way(self, fact: Fact) -> list[Data] | str:
        return self._sides(fact, "f", "b")

    def both_ways(self, fact: Fact) -> list[Data] | str:
        return self._ways(fact, "f", "b")

    def vocabulary(self, fact: Fact) -> list[Data] | str:
        return self._explained(fact, self._ways(fact, "f", "m_1"), "p_1", "n")

    def sentence(self, fact: Fact) -> list[Data] | str:
        """A sentence with holes, or one and what it means."""
        text = self._texts.holes(fact.texts.get("f", ""))
        if "{{" not in text:
            return self._explained(fact, self._sides(fact, "f", "m_1"), "p_1")
        return self._explained(fact, [{"cloze": text}], "m_1", "p_1")

    def map(self, fact: Fact) -> list[Data] | str:
        """A place on a map: its name, the map with a mark, the map without."""
        name, marked, blank = (
            self._texts.plain(fact.texts.get(key, "")) for key in ("loc", "marked", "blank")
        )
        if not name or not marked:
            return "import_no_answer"
        what: Data = {"q": f"Which place is marked?\n\n{marked}", "a": name}
        where: Data = {"q": f"Where is {name}?\n\n{blank}", "a": marked}
        ways = {".1": [what], ".2": [where] if blank else [what]}
        return ways.get(fact.only, [what, where] if blank else [what])

    def cloze(self, fact: Fact) -> list[Data] | str:
        text = self._texts.holes(fact.texts.get("text", ""))
        return [{"cloze": text}] if "{{" in text else "import_no_holes"

    def _ways(self, fact: Fact, front: str, back: str) -> list[Data] | str:
        """Both ways, or the one of them that there is."""
        if fact.only == ".2":
            return self._sides(fact, back, front)
        made = self._sides(fact, front, back)
        if isinstance(made, list) and not fact.only:
            made[0]["reverse"] = "true"
        return made

    def _sides(self, fact: Fact, front: str, back: str) -> list[Data] | str:
        question, heard = self._texts.side(fact.texts.get(front, ""))
        answer, other = self._texts.side(fact.texts.get(back, ""))
        if not question:
            return "import_no_question"
        if not answer:
            return "import_no_answer"
        sound = self._texts.one_of((*heard, *other))
        return [{"q": question, "a": answer, **({"media": sound} if sound else {})}]

    def _explained(self, fact: Fact, made: list[Data] | str, *keys: str) -> list[Data] | str:
        words = "\n\n".join(filter(None, (self._texts.plain(fact.texts.get(key, "")) for key in keys)))
        if isinstance(made, list) and words:
            made[0]["explain"] = words
        return made


_MAKERS: Final[Mapping[str, Callable[[_Reader, Fact], list[Data] | str]]] = {
    "1": _Reader.one_way,
    "2": _Reader.both_ways,
    "3": _Reader.vocabulary,
    "4": _Reader.map,
    "5": _Reader.cloze,
    "6": _Reader.sentence,
}
"""Number of a card type -> what makes cards of its facts; a clone's begins with that of its parent."""


def _facts(root: Element, file: str, label: str) -> list[Fact]:
    if root.tag == "mnemosyne":
        return facts_of_one(root)
    if root.tag == "openSM2sync":
        return facts_of_log(root)
    raise QuizError("import_not", file=file, format=label, reason=f"its root is {root.tag}")


def _about(archive: Archive | None) -> dict[str, str]:
    """What METADATA says of the set of cards; a value may go on in the next lines."""
    said: dict[str, str] = {}
    if archive is None or "METADATA" not in archive:
        return said
    key = ""
    for line in archive.read("METADATA", 1).decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if colon and re.fullmatch(r"[a-z_]+", name):
            key, said[name] = name, value.strip()
        elif key:
            said[key] = f"{said[key]} {line.strip()}".strip()
    return {name: " ".join(value.split()) for name, value in said.items()}


def _finder(archive: Archive) -> Callable[[str], Callable[[], bytes] | None]:
    def find(name: str) -> Callable[[], bytes] | None:
        return (lambda: archive.read(name, MEDIA_MB)) if name in archive else None

    return find


FORMAT: Final = _Mnemosyne()
