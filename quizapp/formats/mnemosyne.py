"""Mnemosyne's .cards: facts, their cards and tags as a log in XML, with media, in a zip."""

import re
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import foreign_xml
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source, Tick, no_tick
from quizapp.formats.limits import MEDIA_MB, TEXT_MB, Archive
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.text_source import problem_at
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
_LIST: Final = "cards.xml"
_TAG, _FACT, _CARD = "10", "16", "6"
"""Types of its log's entries."""
_UNTAGGED: Final = "__UNTAGGED__"
_HOLE: Final = re.compile(r"\[([^\[\]]+)\]")
_AUDIO: Final = re.compile(
    r"<audio\b[^>]*\bsrc\s*=\s*[\"']([^\"']+)[\"'][^>]*>(?:\s*</audio>)?", re.IGNORECASE
)


class _Fact(NamedTuple):
    number: int
    own: str
    texts: Mapping[str, str]


class _Mnemosyne(Format):
    name = "mnemosyne"
    label = "Mnemosyne"
    about = (
        "Cards that Mnemosyne exports to share: front to back, both ways, vocabulary, maps and clozes, with "
        "tags and media."
    )
    unit = "note"
    suffixes = (".cards",)

    def sniff(self, source: Source) -> int:
        if not source.data.startswith(b"PK"):
            return 90 if b"<openSM2sync" in source.data[:1000] else 0
        try:
            return 100 if _LIST in zipfile.ZipFile(BytesIO(source.data)).namelist() else 0
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            return 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        archive = Archive(source.data, source.name) if source.data.startswith(b"PK") else None
        if archive is not None and _LIST not in archive:
            raise QuizError("import_not", file=source.name, format=self.label, reason=f"it holds no {_LIST}")
        data = archive.read(_LIST) if archive else source.data
        root = foreign_xml.parse(data, source.name, self.label, TEXT_MB)
        refs = MediaRefs(source.name, _finder(archive))
        reader = _Reader(source.name, root, refs)
        for number, fact in enumerate(reader.facts):
            if number % 500 == 0:
                tick(number, len(reader.facts))
            reader.take(fact)
        title = _title(archive) or source.stem or "Mnemosyne"
        return Imported(
            decks=(ImportedDeck(title=title, cards=tuple(reader.cards)),) if reader.cards else (),
            read=len(reader.facts),
            problems=(*(archive.problems if archive else ()), *reader.problems, *refs.problems),
            media=refs.media,
        )


class _Reader:
    """Makes cards of facts: the type of a fact's first card says how."""

    def __init__(self, file: str, root: Element, refs: MediaRefs) -> None:
        self._file, self._refs = file, refs
        logs = [element for element in root if element.tag == "log"]
        self._tags = {
            log.get("o_id", ""): foreign_xml.text(log.find("name")) for log in logs if log.get("type") == _TAG
        }
        self._cards: dict[str, Element] = {}
        for log in logs:
            if log.get("type") == _CARD:
                self._cards.setdefault(log.get("fact", ""), log)
        facts = [log for log in logs if log.get("type") == _FACT]
        self.facts = [
            _Fact(number, log.get("o_id", ""), {child.tag: (child.text or "").strip() for child in log})
            for number, log in enumerate(facts, 1)
        ]
        self.cards: list[ImportedCard] = []
        self.problems: list[Problem] = []

    def take(self, fact: _Fact) -> None:
        card = self._cards.get(fact.own)
        type_ = (card.get("card_t", "1") if card is not None else "1").split("::")[0].split(".")[0]
        made = _MAKERS.get(type_, _Reader.one_way)(self, fact)
        raw = " | ".join(fact.texts.values())
        if isinstance(made, str):
            self.problems.append(problem_at(self._file, fact.number, made, raw))
            return
        tags: list[Value] = [name for name in self._tags_of(card) if name != _UNTAGGED]
        if tags:
            made["tags"] = tags
        self.cards.append(ImportedCard(data=made, where=Where(self._file, fact.number), key=fact.own))

    def one_way(self, fact: _Fact) -> Data | str:
        return self._sides(fact, "f", "b")

    def both_ways(self, fact: _Fact) -> Data | str:
        made = self._sides(fact, "f", "b")
        return made if isinstance(made, str) else {**made, "reverse": "true"}

    def vocabulary(self, fact: _Fact) -> Data | str:
        made = self._sides(fact, "f", "m_1")
        if isinstance(made, str):
            return made
        explained = [self._md(fact.texts.get(key, "")) for key in ("p_1", "n")]
        explain = "\n\n".join(filter(None, explained))
        return {**made, "reverse": "true", **({"explain": explain} if explain else {})}

    def map(self, fact: _Fact) -> Data | str:
        """A place on a map: its name, the map with marks, the map without."""
        name, marked, blank = (self._md(fact.texts.get(key, "")) for key in ("loc", "marked", "blank"))
        if not name or not marked:
            return "import_no_answer"
        return {
            "q": f"Which place is marked?\n\n{marked}",
            "a": name,
            **({"explain": blank} if blank else {}),
        }

    def cloze(self, fact: _Fact) -> Data | str:
        text = self._md(_HOLE.sub(_hole, fact.texts.get("text", "")))
        return {"cloze": text} if "{{" in text else "import_no_holes"

    def _sides(self, fact: _Fact, front: str, back: str) -> Data | str:
        question, sound = self._heard(fact.texts.get(front, ""))
        answer, other = self._heard(fact.texts.get(back, ""))
        if not question:
            return "import_no_question"
        if not answer:
            return "import_no_answer"
        heard = sound or other
        return {"q": question, "a": answer, **({"media": heard} if heard else {})}

    def _heard(self, text: str) -> tuple[str, str]:
        """A side, and the sound in it."""
        sounds = [path for name in _AUDIO.findall(text) if (path := self._refs.path(name))]
        words = self._md(_AUDIO.sub(" ", text))
        return words or ("What do you hear?" if sounds else ""), sounds[0] if sounds else ""

    def _md(self, text: str) -> str:
        return self._refs.html(text.replace("\n", "<br>")).markdown

    def _tags_of(self, card: Element | None) -> list[str]:
        if card is None:
            return []
        named = (self._tags.get(own.strip(), "") for own in card.get("tags", "").split(","))
        return [name for name in named if name]


_MAKERS: Final[Mapping[str, Callable[[_Reader, _Fact], Data | str]]] = {
    "1": _Reader.one_way,
    "2": _Reader.both_ways,
    "3": _Reader.vocabulary,
    "4": _Reader.map,
    "5": _Reader.cloze,
}
"""Number of a card type -> what makes a card of its facts; a clone's begins with that of its parent."""


def _hole(match: re.Match[str]) -> str:
    answer, _, hint = match[1].partition(":")
    return f"{{{{{answer} :: {hint}}}}}" if hint else f"{{{{{answer}}}}}"


def _title(archive: Archive | None) -> str:
    if archive is None or "METADATA" not in archive:
        return ""
    lines = archive.read("METADATA", 1).decode("utf-8", "replace").splitlines()
    said = dict(line.split(":", 1) for line in lines if ":" in line)
    return " ".join(said.get("card_set_name", "").split())


def _finder(archive: Archive | None) -> Callable[[str], Callable[[], bytes] | None]:
    def find(name: str) -> Callable[[], bytes] | None:
        if archive is None or name not in archive:
            return None
        return lambda: archive.read(name, MEDIA_MB)

    return find


FORMAT: Final = _Mnemosyne()
