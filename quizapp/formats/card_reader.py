"""One item of a deck's list → a Note, or its problems."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Any

from msgspec import Struct
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.deck import Language, Note, Source, Span
from quizapp.core.kinds import KINDS, AnyKind, find_kind
from quizapp.core.kinds.base import Complaint, Question
from quizapp.core.kinds.texts import with_texts
from quizapp.core.problems import Fix
from quizapp.formats import card_checks
from quizapp.formats.card_keys import ALIASES, AT, CARD_KEYS, NOTE, REQUIRED, Plan, plan_of
from quizapp.formats.dashless import cut, shape_of
from quizapp.formats.deck_text import DeckText
from quizapp.formats.fields import Field, read_fields
from quizapp.formats.fixes import first_words, without_one_of
from quizapp.formats.markup import has_markup, images, to_plain
from quizapp.formats.reading import Entry, Reading, closest
from quizapp.formats.scalars import BAD
from quizapp.formats.yaml_traps import inspect

REWRITES: Mapping[str, str] = {
    code: name for kind in KINDS for words in kind.words for code, name in words.rewrites.items()
}
"""Complaint of a kind -> the argument with what the value should be."""
DOUBLES: Set[str] = {"option_twice"} | {
    code for kind in KINDS for words in kind.words for code in words.doubles
}
"""Complaints of a text that is in a list twice; `text` is that."""


class Common(Struct, frozen=True, kw_only=True):
    """What the deck says of all its cards."""

    language: Language = Language()
    tags: tuple[str, ...] = ()
    sources: Mapping[str, Source] = {}
    defaults: Mapping[str, tuple[Entry, Reading]] = {}


class CardReader:
    """Reads the items of one deck, one after the other."""

    def __init__(self, file: DeckText, common: Common) -> None:
        self._file = file
        self._common = common
        self._defaults: dict[tuple[str, Any], Any] = {}
        self.items = 0
        self.ours = 0
        """Items with a key that any question needs."""
        self.unknown: Counter[str] = Counter()
        """How many items have an unknown key."""
        self.doubtful = False
        """True once something was to be told of what the deck says of all cards."""

    def count(self) -> None:
        """An item that is not read again, since nothing was to be told of it."""
        self.items += 1
        self.ours += 1

    def read(self, node: Node, base: int, line: int, *, careful: bool) -> Note | None:
        """The note of an item; None if there was an error.

        base, line: offset and line (from 0) that the node's marks count from; careful: it may hold traps.
        """
        at = Reading(self._file, base, node)
        self.items += 1
        if not isinstance(node, MappingNode):
            card_checks.no_card(node, at)
            return None
        at.node = node = cut(node, at)
        if careful and not inspect(node, at):
            return None
        entries = at.entries(node.value, ALIASES)
        self.ours += not REQUIRED.isdisjoint(entries)
        kind = self._kind(entries, at)
        plan = plan_of(kind) if kind else NO_PLAN
        self._report_unknown(kind, plan, entries, at)
        common = self._common_values(plan, entries, at)
        if kind is None:
            return None
        question = self._question(kind, plan, entries, at)
        if question is None or at.failed:
            return None
        plain = _plain(kind, question, common, at)
        _complain_by_reading(kind, question, plain, entries, at)
        if at.failed:
            return None
        start, end = at.span(node)
        mark = node.start_mark
        span = Span(start, end, line + mark.line + 1, mark.column + 1)
        return Note(question=question, **common, span=span, plain=plain)

    def _kind(self, entries: Mapping[str, Entry], at: Reading) -> AnyKind | None:
        keys = {key: shape_of(entry.value) for key, entry in entries.items()}
        flags = {key: entry.value.value for key, entry in entries.items() if keys[key] == "text"}
        for key, (entry, _) in self._common.defaults.items():
            if key not in keys:
                keys[key] = shape_of(entry.value)
                if keys[key] == "text":
                    flags[key] = entry.value.value
        kind = find_kind(keys, flags, flags.get("kind", ""))
        if not isinstance(kind, tuple):
            return kind
        code, key, args = kind
        node = entries[key].value if key in entries else at.node
        assert node is not None
        at.say(code, node, at.in_quotes(node) if _is_flow(node) else _near_word(node, args, at), **args)
        return None

    def _question(
        self, kind: AnyKind, plan: Plan, entries: Mapping[str, Entry], at: Reading
    ) -> Question | None:
        assert at.node is not None
        values = self._read(plan.question, entries, at)
        missing = [key for key in plan.required if key not in entries]
        for key in missing:
            at.say("key_missing", at.node, key=key)
        if missing or any(field.name not in values for key, field in plan.question.items() if key in entries):
            return None
        question: Question = kind.question(**values)
        _complain(kind.complaints(question), entries, at)
        return question

    def _common_values(self, plan: Plan, entries: Mapping[str, Entry], at: Reading) -> dict[str, Any]:
        """The fields of the note itself, with what the deck says of all its cards."""
        common = self._common
        values = self._read(plan.note, entries, at)
        if values or AT in entries:
            card_checks.check_note(values, entries, at)
            source = card_checks.citations(values.get("source", ()), entries, common.sources, at)
            own = values.get("language", common.language)
            values |= {
                "source": source,
                "tags": tuple(dict.fromkeys(common.tags + values.get("tags", ()))),
                "language": Language(own.front or common.language.front, own.back or common.language.back),
            }
            return values
        return {"tags": common.tags, "language": common.language}

    def _read(self, fields: Mapping[str, Field], entries: Mapping[str, Entry], at: Reading) -> dict[str, Any]:
        values = read_fields(fields, entries, at)
        for key, (entry, where) in self._common.defaults.items():
            field = fields.get(key)
            if field is None or key in entries:
                continue
            read = (key, field.read)
            if read not in self._defaults:
                told = len(self._file.problems)
                self._defaults[read] = read_fields({key: field}, {key: entry}, where).get(field.name, BAD)
                self.doubtful = self.doubtful or len(self._file.problems) > told
            if self._defaults[read] is not BAD:
                values[field.name] = self._defaults[read]
        return values

    def _report_unknown(
        self, kind: AnyKind | None, plan: Plan, entries: Mapping[str, Entry], at: Reading
    ) -> None:
        for key, entry in entries.items():
            if key in plan.question or key in plan.note or key in (AT, "kind"):
                continue
            if key not in CARD_KEYS:
                self.unknown[key] += 1
                known = (*plan.question, *plan.note, *sorted(CARD_KEYS))
                at.unknown(entry.key, [one for one in known if ALIASES.get(one, one) not in entries])
            elif kind:
                at.say("key_idle", entry.key, at.as_comment(entry), key=str(entry.key.value), kind=kind.name)


NO_PLAN = Plan({}, NOTE, ())


def _near_word(node: Node, args: Mapping[str, str], at: Reading) -> Fix | None:
    """The cure for a misspelt kind."""
    like = closest(args.get("name", ""), args.get("known", "").split(", "))
    return Fix(*at.span(node), like) if like else None


def _is_flow(node: Node) -> bool:
    return isinstance(node, CollectionNode) and bool(node.flow_style)


def _plain(kind: AnyKind, question: Question, common: Mapping[str, Any], at: Reading) -> dict[str, str]:
    """Plain texts of all texts where they differ, and the warnings about their formulas."""
    texts = [
        *kind.texts(question),
        *common.get("hint", ()),
        *common.get("not_with", ()),
        common.get("explain", ""),
    ]
    marked = [text for text in dict.fromkeys(texts) if has_markup(text)]
    if not marked:
        return {}
    card_checks.check_maths(marked, at)
    plain = {text: to_plain(text) for text in marked}
    return {text: words for text, words in plain.items() if words != text}


def _complain(complaints: Iterable[Complaint], entries: Mapping[str, Entry], at: Reading) -> None:
    assert at.node is not None
    for code, key, args in complaints:
        node = entries[key].value if key in entries else at.node
        place = _double(node, args) if code in DOUBLES else None
        at.say(code, place or node, _cure(code, node, args, at) if key in entries else None, **args)


def _double(node: Node, args: Mapping[str, str]) -> Node | None:
    """The last item of a list that says, or begins with, what is told."""
    items = node.value if isinstance(node, SequenceNode) else []
    return next((item for item in reversed(items) if first_words(item) == args["text"]), None)


def _cure(code: str, node: Node, args: Mapping[str, str], at: Reading) -> Fix | None:
    """What a kind knows to mend of what it complains about."""
    plain = args.get(REWRITES.get(code, ""), "")
    if plain and isinstance(node, ScalarNode):
        return Fix(*at.span(node), plain)
    if code in DOUBLES and isinstance(node, SequenceNode):
        return without_one_of(at.file.copy, at.base, node.value, args["text"])
    return None


def _complain_by_reading(
    kind: AnyKind, question: Question, plain: Mapping[str, str], entries: Mapping[str, Entry], at: Reading
) -> None:
    """Report texts that differ in their Markdown alone: the learner cannot tell them apart, save pictures."""
    if plain and kind.by_reading:
        words = {text: text if images(text) else read for text, read in plain.items()}
        as_read = with_texts(question, lambda text: words.get(text, text))
        found = (complaint for complaint in kind.complaints(as_read) if complaint[0] in kind.by_reading)
        _complain(found, entries, at)
