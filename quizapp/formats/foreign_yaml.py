"""Other people's YAML and JSON: questions under any common names, wherever they stand in the file."""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from html import unescape
from typing import ClassVar, Final, NamedTuple

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.base import (
    Choice,
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    Option,
    Source,
    Tick,
    no_tick,
)
from quizapp.formats.foreign_coding import CODINGS, coding_of, decoded
from quizapp.formats.foreign_documents import documents
from quizapp.formats.foreign_find import Found, questions
from quizapp.formats.foreign_item import Note, Reading, card_of
from quizapp.formats.foreign_markup import markup_of
from quizapp.formats.foreign_media import add_media
from quizapp.formats.foreign_names import CONTAINERS, plain_name
from quizapp.formats.foreign_roles import counting_of, is_sure, roles_of, several_of
from quizapp.formats.foreign_tags import asides, tags_of
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of, walk
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.own_deck import is_ours, own_deck
from quizapp.formats.text_source import markdown_of, markup_choice, problem_at
from quizapp.formats.text_source import text_of as text_in
from quizapp.formats.yaml_emit import Value

_TITLES: Final = (
    "title",
    "quiz_name",
    "exam_title",
    "quiz_title",
    "deck",
    "name",
    "quiz",
    "exam",
    "set_name",
)
_ABOUT: Final = {"description": "description", "exam_description": "description", "author": "author",
                 "exam_author": "author", "license": "license", "language": "language"}  # fmt: skip
_SHOWN: Final = {"question": "Question", "answer": "Answer", "options": "Choices", "explain": "Explanation"}
"""Role -> label of its drop-down."""
_NUMBERS: Final = {"0": "from 0", "1": "from 1"}
_SEVERAL: Final = {
    "all": "each of them is asked for",
    "any": "any of them is right",
    "choices": "they are choices, and nothing tells the right one",
}
_FOLDERS: Final = ("", "images/", "img/", "media/", "assets/")
"""Where pictures may lie."""


class _ForeignYaml(Format):
    name = "foreign-yaml"
    label = "YAML or JSON"
    about = (
        "Quizzes of other people and programs, Open Trivia and H5P among them: question and answer under any "
        "common names; choices with the answer as text, letter, number or marked in place; several "
        "documents, lines of JSON. A deck of quizapp is taken over as it is."
    )
    suffixes = (".yaml", ".yml", ".json", ".jsonl", ".ndjson")
    guesses: ClassVar[Mapping[str, str]] = {
        "encoding": "Encoding",
        "text": "Texts are",
        "question": "Question",
        "answer": "Answer",
        "options": "Choices",
        "explain": "Explanation",
        "numbers": "Choices are counted",
        "several": "Of several answers",
        "coding": "Texts are written in",
    }

    def sniff(self, source: Source) -> int:
        if source.suffix in self.suffixes:
            return 50
        head = source.data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
        return 30 if head[:1] in (b"{", b"[") or head.startswith((b"- ", b"---")) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_in(source, choices, self.label)
        own = _own(source.name, text.text, choices)
        if own is not None:
            return own
        found_in = documents(text.text, source.name, self.label)
        found = questions(found_in.roots, source.name, choices.get("question", ""))
        if not found and not found_in.broken:
            raise _nothing(source, found_in.roots, self.label)
        asked = {id(one.item) for one in found}
        header = _header(found_in.roots, asked)
        beside = tuple(asides(found_in.roots, asked))
        coding = _coding([one.item for one in found], choices)
        if coding.value != "none":
            found = [_decoded(one, coding.value) for one in found]
        reader = _Reader(source, found, choices, _several(found_in.roots))
        for number, one in enumerate(found):
            if number % 500 == 0:
                tick(number, len(found))
            reader.take(one)
        for line, reason in found_in.broken:
            reader.problems.append(problem_at(source.name, line, "import_syntax", reason=reason))
        for key, line in beside:
            reader.problems.append(problem_at(source.name, line, "import_lost", what=key))
        parted = next((one for one in found if one.parted), None)
        if parted is not None:
            sign = parted.parted.strip() or "tab"
            reader.problems.append(problem_at(source.name, parted.item.line, "import_parted", sign=sign))
        if coding.value != "none" and "coding" not in choices:
            args = {"coding": CODINGS[coding.value]}
            reader.problems.append(problem_at(source.name, 0, "import_coded", **args))
        title = str(header.pop("title", "")) or source.title or "Questions"
        deck = ImportedDeck(title=title, header=header, cards=tuple(reader.cards))
        return Imported(
            decks=(deck,) if reader.cards else (),
            read=len(found) + len(found_in.broken),
            problems=(*text.problems, *reader.told(), *reader.refs.problems),
            media=reader.refs.media,
            choices=(text.encoding, *reader.choices(), *((coding,) if coding.value != "none" else ())),
        )


class _Lost(NamedTuple):
    """A key without a place, where it is met first."""

    line: int
    raw: str


class _Reader:
    """Makes cards of questions, and keeps what is to be told of them."""

    def __init__(
        self, source: Source, found: Sequence[Found], choices: Mapping[str, str], guessed: str
    ) -> None:
        """guessed: what several answers are; "" if their number has to tell."""
        self._file = source.name
        self._items = [one.item for one in found]
        self.refs = MediaRefs(source.name, among(source.sibling, _FOLDERS))
        self._roles = roles_of(self._items, {role: choices[role] for role in _SHOWN if role in choices})
        given = int(choices["numbers"]) if choices.get("numbers") in _NUMBERS else None
        self._guessed = given is None
        self._counting = counting_of(self._items, self._roles, given)
        leaves = (leaf.text for item in self._items for leaf in walk(item) if isinstance(leaf, Leaf))
        self._markup = markup_choice(markup_of(leaves), choices)
        several = choices.get("several", guessed or several_of(self._items, self._roles))
        self._several = several if several in _SEVERAL else "all"
        self._was_chosen = "several" in choices
        self._reading = Reading(self._roles, self._counting, self._several, self._markdown())
        self._lost: dict[str, _Lost] = {}
        self._lost_count: Counter[str] = Counter()
        self._several_lines: list[int] = []
        self.cards: list[ImportedCard] = []
        self.problems: list[Problem] = []

    def take(self, found: Found) -> None:
        item = found.item
        made = card_of(item, self._reading, found.lead)
        raw = text_of(self._roles.of(item, "question"))
        if isinstance(made.data, Note):
            self._say(item.line, made.data, raw)
            return
        for note in made.notes:
            self._say(item.line, note, raw)
        for key in made.lost:
            self._lost.setdefault(key, _Lost(item.line, raw))
            self._lost_count[key] += 1
        for key, value in item.twice:
            args = {"key": key, "value": text_of(value)[:80]}
            self.problems.append(problem_at(self._file, item.line, "import_duplicate_key", raw, **args))
        if made.several:
            self._several_lines.append(item.line)
        data = dict(made.data)
        for lost in add_media(data, item, self._roles, self.refs):
            self._lost.setdefault(lost, _Lost(item.line, raw))
            self._lost_count[lost] += 1
        tags = list(dict.fromkeys((*found.tags, *tags_of(item, self._roles))))
        if self._markup.value == "html":
            tags = list(map(unescape, tags))
        if tags:
            data["tags"] = list(tags)
        self.cards.append(ImportedCard(data=data, where=Where(self._file, item.line), key=made.key))

    def told(self) -> list[Problem]:
        """All that is to be said, in the order of the file; what holds for many questions once."""
        problems = list(self.problems)
        for key, (line, raw) in self._lost.items():
            count = self._lost_count[key]
            code = "import_lost" if count == 1 else "import_lost_often"
            args = {"what": key} if count == 1 else {"what": key, "count": str(count)}
            problems.append(problem_at(self._file, line, code, raw, **args))
        if self._guessed and not is_sure(self._items, self._roles, self._counting):
            args = {"first": str(self._counting.first)}
            problems.append(problem_at(self._file, self._items[0].line, "import_counting", **args))
        if self._several_lines and not self._was_chosen:
            args = {"count": str(len(self._several_lines)), "reading": _SEVERAL[self._several]}
            problems.append(problem_at(self._file, self._several_lines[0], "import_several", **args))
        return sorted(problems, key=lambda problem: problem.where.line)

    def choices(self) -> tuple[Choice, ...]:
        """Which key was taken for what; each can be changed."""
        keys = list(dict.fromkeys(key for item in self._items[:1000] for key in item.pairs))
        options = (Option("", "none"), *(Option(key, key) for key in keys))
        made = [self._markup]
        made += [
            Choice(key=role, label=label, value=self._roles.first(role), options=options)
            for role, label in _SHOWN.items()
        ]
        made.append(_choice("numbers", "Choices are counted", str(self._counting.first), _NUMBERS))
        if self._several_lines or self._was_chosen or self._several == "choices":
            made.append(_choice("several", "Of several answers", self._several, _SEVERAL))
        return tuple(made)

    def _markdown(self) -> Callable[[str], str]:
        markup = self._markup.value
        if markup == "html":
            return lambda text: self.refs.html(text).markdown if text else ""
        return lambda text: markdown_of(text, markup) if text else ""

    def _say(self, line: int, note: Note, raw: str) -> None:
        self.problems.append(problem_at(self._file, line, note.code, raw, **note.args))


def _several(roots: Sequence[Tree]) -> str:
    """What several answers are, if the file's own form says so: in lists of trivia as Red has them, with an
    AUTHOR above, any is right."""
    keys = {key for root in roots if isinstance(root, Table) for key in root.pairs}
    return "any" if keys & {"AUTHOR", "CONFIG"} else ""


def _own(file: str, text: str, choices: Mapping[str, str]) -> Imported | None:
    """A deck of ours, as it is; None if it is none, or the person wants another reading."""
    data = text.encode("utf-8", "replace")
    if choices.keys() & {*_SHOWN, "numbers", "several", "coding"} or not is_ours(data, file or "deck.yaml"):
        return None
    own = own_deck(data, file or "deck.yaml")
    if own is None or not own.deck.cards:
        return None
    return Imported(decks=(own.deck,), read=own.read, problems=own.problems)


def _coding(items: Sequence[Table], choices: Mapping[str, str]) -> Choice:
    chosen = choices.get("coding", "")
    return _choice(
        "coding", "Texts are written in", chosen if chosen in CODINGS else coding_of(items), CODINGS
    )


def _decoded(found: Found, coding: str) -> Found:
    item = decoded(found.item, coding)
    return found._replace(item=item) if isinstance(item, Table) else found


def _choice(key: str, label: str, value: str, options: Mapping[str, str]) -> Choice:
    named = tuple(Option(name, words) for name, words in options.items())
    return Choice(key=key, label=label, value=value, options=named)


def _header(roots: Sequence[Tree], asked: Container[int]) -> dict[str, Value]:
    """What a file says of itself, at its top or one level below. asked: the questions, which say it not."""
    tables = [root for root in roots if isinstance(root, Table) and id(root) not in asked]
    tables += [value for table in tables for value in table.pairs.values() if isinstance(value, Table)]
    header: dict[str, Value] = {}
    for table in tables:
        said = {
            plain_name(key): text_of(value) for key, value in table.pairs.items() if isinstance(value, Leaf)
        }
        title = next((said[name] for name in _TITLES if said.get(name)), "")
        if title:
            header.setdefault("title", " ".join(title.split()))
        for name, key in _ABOUT.items():
            if said.get(name):
                header.setdefault(key, " ".join(said[name].split()))
    return header


def _nothing(source: Source, roots: Sequence[Tree], label: str) -> QuizError:
    """Why there is nothing, with the line of what looks like the place of the questions."""
    for root in roots:
        for key, value in root.pairs.items() if isinstance(root, Table) else ():
            if plain_name(key) in CONTAINERS and not isinstance(value, Branch):
                reason = f"line {value.line}: {key}: needs a list of questions"
                return QuizError("import_not", file=source.name, format=label, reason=reason)
    return QuizError("import_nothing", file=source.name)


FORMAT: Final = _ForeignYaml()
