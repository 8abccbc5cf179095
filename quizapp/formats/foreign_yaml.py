"""Other people's YAML and JSON: questions under any common names, wherever they stand in the file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

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
from quizapp.formats.foreign_item import NAMES, Roles, card_of, plain_name, roles_of
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, documents, text_of, texts_of
from quizapp.formats.options import first_number
from quizapp.formats.text_source import looks_like_html, markup_choice, problem_at
from quizapp.formats.text_source import text_of as decoded
from quizapp.formats.yaml_emit import Value

_TITLES: Final = ("title", "quiz_name", "exam_title", "quiz_title", "deck", "name", "quiz", "exam")
_ABOUT: Final = {"description": "description", "exam_description": "description", "author": "author",
                 "exam_author": "author", "license": "license", "language": "language"}  # fmt: skip
_SHOWN: Final = {"question": "Question", "answer": "Answer", "options": "Choices", "explain": "Explanation"}
"""Role -> label of its drop-down."""
_ASKED: Final = frozenset(NAMES["question"][:-3]) | {"fields"}
"""Names that make a map a question; a title or a name alone does not."""
_LISTS: Final = ("cards", "questions", "notes", "items")
_NUMBERS: Final = {"0": "from 0", "1": "from 1"}


class _Found(NamedTuple):
    """A question where it stands."""

    item: Table
    tags: tuple[str, ...]
    """What it stands under."""


class _ForeignYaml(Format):
    name = "foreign-yaml"
    label = "YAML or JSON"
    about = (
        "Quizzes of other people and programs, Open Trivia among them: question and answer under any common "
        "names; choices with the answer as text, letter, number or marked in place; several documents."
    )
    suffixes = (".yaml", ".yml", ".json")

    def sniff(self, source: Source) -> int:
        if source.suffix in self.suffixes:
            return 50
        head = source.data[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
        return 30 if head[:1] in (b"{", b"[") or head.startswith((b"- ", b"---")) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = decoded(source, choices, self.label)
        roots = documents(text.text, source.name, self.label)
        found = [one for root in roots for one in _questions(root, ())]
        items = [one.item for one in found]
        roles = roles_of(items, {role: choices[role] for role in _SHOWN if role in choices})
        markup = markup_choice("html" if looks_like_html(text.text) else "plain", choices)
        first = _first(items, roles, choices)
        reader = _Reader(source.name, roles, markup.value, first)
        for number, one in enumerate(found):
            if number % 500 == 0:
                tick(number, len(found))
            reader.take(one)
        if not found:
            _refuse(source, roots, self.label)
        header = _header(roots)
        title = str(header.pop("title", "")) or source.stem or "Questions"
        deck = ImportedDeck(title=title, header=header, cards=tuple(reader.cards))
        return Imported(
            decks=(deck,) if reader.cards else (),
            read=len(found),
            problems=(*text.problems, *reader.problems),
            choices=(text.encoding, markup, *_choices(items, roles, first)),
        )


class _Reader:
    def __init__(self, file: str, roles: Roles, markup: str, first: int) -> None:
        self._file, self._roles, self._markup, self._first = file, roles, markup, first
        self.cards: list[ImportedCard] = []
        self.problems: list[Problem] = []

    def take(self, found: _Found) -> None:
        item = found.item
        made = card_of(item, self._roles, self._markup, self._first)
        raw = text_of(self._roles.of(item, "question"))
        if isinstance(made.data, str):
            self.problems.append(problem_at(self._file, item.line, made.data, raw))
            return
        for key in made.lost:
            self.problems.append(problem_at(self._file, item.line, "import_lost", raw, what=key))
        for key, value in item.twice:
            args = {"key": key, "value": text_of(value)[:80]}
            self.problems.append(problem_at(self._file, item.line, "import_duplicate_key", raw, **args))
        data = dict(made.data)
        own = data.get("tags", [])
        tags = [*found.tags, *(own if isinstance(own, list) else [])]
        if tags:
            data["tags"] = list(dict.fromkeys(str(tag) for tag in tags))
        self.cards.append(ImportedCard(data=data, where=Where(self._file, item.line), key=made.key))


def _questions(tree: Tree, tags: tuple[str, ...]) -> Iterator[_Found]:
    """All questions below a tree, in order, with the categories that they stand under."""
    if isinstance(tree, Branch):
        for each in tree.items:
            yield from _in_list(each, tags)
    elif isinstance(tree, Table):
        if _is_question(tree):
            yield _Found(tree, tags)
            return
        inner = (*tags, *_category(tree))
        rest = {key: value for key, value in tree.pairs.items() if isinstance(value, Branch | Table)}
        for key, value in rest.items():
            is_name = plain_name(key) not in _PLAIN_KEYS and isinstance(value, Branch)
            yield from _questions(value, (*inner, key) if is_name and len(rest) >= 1 else inner)
        if not rest or all(isinstance(value, Leaf) for value in tree.pairs.values()):
            yield from _question_keys(tree, tags)


def _in_list(tree: Tree, tags: tuple[str, ...]) -> Iterator[_Found]:
    """An item of a list: a question, a map from question to answer, or more below."""
    if isinstance(tree, Table) and not _is_question(tree) and len(tree.pairs) == 1:
        yield from _question_keys(tree, tags, lists=True)
        if not _is_asked(next(iter(tree.pairs))):
            yield from _questions(tree, tags)
    else:
        yield from _questions(tree, tags)


def _question_keys(tree: Table, tags: tuple[str, ...], *, lists: bool = False) -> Iterator[_Found]:
    """Pairs whose key is the question itself."""
    for key, value in tree.pairs.items():
        plain = isinstance(value, Leaf) or (lists and isinstance(value, Branch))
        if plain and _is_asked(key) and text_of(value):
            yield _Found(Table({"question": Leaf(key, tree.line), "answer": value}, value.line), tags)


def _is_asked(key: str) -> bool:
    return key.rstrip().endswith("?") or len(key.split()) >= 4


def _is_question(tree: Table) -> bool:
    names = {plain_name(key) for key in tree.pairs}
    return bool(names & _ASKED) and len(tree.pairs) > 1


_PLAIN_KEYS: Final = frozenset({
    "questions", "cards", "items", "notes", "data", "quiz", "results", "flashcards", "deck", "exam", "list",
    "entries", "content", "question_list", "note_groupings", "quizzes", "sections", "children", "pool",
})  # fmt: skip
"""Keys that hold questions and are no category."""


def _category(tree: Table) -> tuple[str, ...]:
    """What a map says its questions are about."""
    for key, value in tree.pairs.items():
        if plain_name(key) in ("category", "topic", "tags", "section"):
            return texts_of(value)
    return ()


def _header(roots: Sequence[Tree]) -> dict[str, Value]:
    """What a file says of itself, at its top or one level below."""
    tables = [root for root in roots if isinstance(root, Table) and not _is_question(root)]
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


def _first(items: Sequence[Table], roles: Roles, choices: Mapping[str, str]) -> int:
    if choices.get("numbers") in _NUMBERS:
        return int(choices["numbers"])
    pairs = []
    for item in items:
        options = roles.of(item, "options")
        if isinstance(options, Branch):
            pairs.append((len(options.items), texts_of(roles.of(item, "answer"))))
    return first_number(pairs)


def _choices(items: Sequence[Table], roles: Roles, first: int) -> tuple[Choice, ...]:
    """Which key was taken for what; each can be changed."""
    keys = list(dict.fromkeys(key for item in items[:1000] for key in item.pairs))
    options = (Option("", "none"), *(Option(key, key) for key in keys))
    made = [
        Choice(key=role, label=label, value=roles.keys.get(role, ""), options=options)
        for role, label in _SHOWN.items()
    ]
    numbers = tuple(Option(value, label) for value, label in _NUMBERS.items())
    made.append(Choice(key="numbers", label="Choices are counted", value=str(first), options=numbers))
    return tuple(made)


def _refuse(source: Source, roots: Sequence[Tree], label: str) -> None:
    """Say why there is nothing, with the line of what looks like the place of the cards."""
    for root in roots:
        if isinstance(root, Table):
            for key, value in root.pairs.items():
                if plain_name(key) in ("cards", "questions", "notes", "items") and not isinstance(
                    value, Branch
                ):
                    reason = f"line {value.line}: {key}: needs a list of questions"
                    raise QuizError("import_not", file=source.name, format=label, reason=reason)
    raise QuizError("import_nothing", file=source.name)


FORMAT: Final = _ForeignYaml()
