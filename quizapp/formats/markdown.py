"""Cards in Markdown: hashcards, Obsidian's spaced repetition, and headings with what stands below."""

import re
from collections.abc import Mapping
from typing import ClassVar, Final

from quizapp.core.problems import Problem, Where
from quizapp.formats import markdown_notes as notes
from quizapp.formats import markdown_write
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
from quizapp.formats.markdown_head import head_of
from quizapp.formats.markdown_holes import BOLD, BRACKETED, HIGHLIGHT, holed
from quizapp.formats.markdown_lines import lines_of
from quizapp.formats.markdown_notes import STYLES, Found
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.text_source import problem_at, text_of
from quizapp.formats.yaml_emit import Value

_SNIFFED: Final = re.compile(r"^(?:[QC]: |#+ )|\S ?::+ ?\S|^\?\??$", re.MULTILINE)
_WIKI: Final = re.compile(r"(!?)\[\[([^\[\]|#\n]*)(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]*))?\]\]")
_SIZE: Final = re.compile(r"\d+(?:x\d+)?")
_SOUND: Final = re.compile(r".+\.(?:mp3|ogg|oga|wav|m4a|flac|opus)", re.IGNORECASE)
_BOLD_IS: Final = {"text": "text", "hole": "a hole"}


class _Markdown(Format):
    name = "markdown"
    label = "Markdown"
    about = (
        "Notes with cards in them: Q: and A: and C: as hashcards writes them, front::back and ? as in "
        "Obsidian, or headings as fronts. Pictures beside them come along."
    )
    suffixes = (".md", ".markdown")
    guesses: ClassVar[Mapping[str, str]] = {
        "encoding": "Encoding",
        "style": "Cards are",
        "bold": "Bold words are",
    }
    writes = True

    def sniff(self, source: Source) -> int:
        if source.suffix in self.suffixes:
            return 80
        head = source.data[:50_000].decode("utf-8", "ignore")
        return 40 if _SNIFFED.search(head) and source.suffix in (".txt", "") else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        head, body = head_of(text.text)
        lines, schedules = lines_of(body)
        title, about, below = notes.title_of(lines)
        guessed = notes.guess(lines, below)
        style = choices.get("style", guessed)
        style = style if style in STYLES else guessed
        bold = choices.get("bold", "text")
        reader = _Reader(source, style, bold == "hole", head.tags)
        for found in STYLES[style][1](below if style == "headings" else lines, reader.pattern):
            reader.take(found)
            if reader.read % 500 == 0:
                tick(reader.read, 0)
        default = head.title or title or source.title or "Notes"
        kept = {"description": reader.text(about)} if about and style == "headings" else {}
        options = tuple(Option(name, label) for name, (label, _) in STYLES.items())
        asked = [Choice(key="style", label="Cards are", value=style, options=options)]
        if style == "obsidian":
            said = tuple(Option(name, label) for name, label in _BOLD_IS.items())
            asked.append(Choice(key="bold", label="Bold words are", value=bold, options=said))
        lost = [_schedules(source.name, schedules)] if schedules else []
        return Imported(
            decks=reader.decks(default, kept),
            read=reader.read,
            problems=(*text.problems, *lost, *reader.problems, *reader.refs.problems),
            media=reader.refs.media,
            choices=(text.encoding, *asked),
        )

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(markdown_write.lost(shipped, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        return markdown_write.write(shipped, tick)


class _Reader:
    """Makes cards of what was found in a note."""

    def __init__(self, source: Source, style: str, bold: bool, tags: tuple[str, ...]) -> None:
        """bold: bold words are holes; tags: that the note's head gives to all cards."""
        self._file = source.name
        own, self._deck = notes.parted_tags(tags)
        self._tags = own
        self.pattern = BRACKETED if style == "hashcards" else BOLD if bold else HIGHLIGHT
        self.refs = MediaRefs(source.name, among(source.sibling, ("", "media/", "attachments/", "assets/")))
        self._cards: dict[tuple[str, ...], list[ImportedCard]] = {}
        self.problems: list[Problem] = []
        self.read = 0

    def take(self, found: Found) -> None:
        """A card, or why there is none."""
        self.read += 1
        made = self._card(found)
        if isinstance(made, str):
            self.problems.append(problem_at(self._file, found.line, made, found.front))
            return
        card = ImportedCard(data=made, where=Where(self._file, found.line))
        self._cards.setdefault(found.deck or self._deck, []).append(card)

    def decks(self, title: str, header: Mapping[str, Value]) -> tuple[ImportedDeck, ...]:
        """What was taken. title: of cards that no tag puts into a deck."""
        return tuple(
            ImportedDeck(
                title=path[-1] if path else title, folders=path[:-1], cards=tuple(cards), header=header
            )
            for path, cards in self._cards.items()
        )

    def text(self, text: str) -> str:
        """A text as our Markdown, with the pictures that lie beside the note."""
        return self._side(text)[0]

    def _card(self, found: Found) -> dict[str, Value] | str:
        """The keys of a card, or the code of what it lacks."""
        front, sound = self._side(found.front)
        back, other = self._side(found.back)
        if not front:
            return "import_no_question"
        made = self._sides(found, front, back)
        if isinstance(made, str):
            return made
        if sound or other:
            made["media"] = sound or other
        tags = [tag.strip() for tag in (*found.tags, *self._tags) if tag.strip()]
        return made | ({"tags": list(dict.fromkeys(tags))} if tags else {})

    def _sides(self, found: Found, front: str, back: str) -> dict[str, Value] | str:
        if found.kind == "cloze":
            text = holed(front, self.pattern)
            return {"cloze": text} if text else "import_no_holes"
        if not back:
            return "import_no_answer"
        reverse: dict[str, Value] = {"reverse": "true"} if found.kind == "reverse" else {}
        return {"q": front, "a": back, **reverse}

    def _side(self, text: str) -> tuple[str, str]:
        """A side of a card, and the sound in it."""
        sounds: list[str] = []
        linked = _WIKI.sub(lambda match: self._wiki(match, sounds), text)
        return self.refs.markdown(linked), "".join(sounds[:1])

    def _wiki(self, match: re.Match[str], sounds: list[str]) -> str:
        """A link between notes as its words, what is embedded as a picture or a sound."""
        embedded, target, words = match[1], match[2].strip(), match[3] or ""
        if embedded and _SOUND.fullmatch(target):
            sounds.append(self.refs.path(target))
            return ""
        if embedded:
            return f"![{'' if _SIZE.fullmatch(words) else words}](<{target}>)"
        return words or target


def _schedules(file: str, count: int) -> Problem:
    return problem_at(file, 0, "import_lost", what=f"What Obsidian keeps of when cards are due ({count})")


FORMAT: Final = _Markdown()
