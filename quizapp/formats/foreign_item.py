"""One question of somebody's YAML or JSON as a card."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.foreign_find import lettered
from quizapp.formats.foreign_names import SETTLED, TRUTHS, plain_name
from quizapp.formats.foreign_options import Counting, Option, Said, rights
from quizapp.formats.foreign_parts import matched, note_on, one_language, truth_of
from quizapp.formats.foreign_roles import Roles, is_flags, options_in, said_by
from quizapp.formats.foreign_tree import Table, Tree, text_of, texts_of
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
Markdown = Callable[[str], str]
_ORDERS: Final = frozenset(
    ["order", "ordering", "sort", "sorting", "sequence", "sequencing", "put_in_order", "rank", "ranking"]
)
_NUMBERS: Final = frozenset(
    ["numeric", "number", "numerical", "estimate", "estimation", "integer", "decimal"]
)
_NUMBER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_GAP: Final = re.compile(r"_{2,}|\[blank\]|\{blank\}|\[\.{3}\]|\.{4,}", re.IGNORECASE)
_HOLE: Final = re.compile(r"\{\{c\d+::")
_SEEN: Final = "What do you see?"
_LETTER: Final = {"t": True, "f": False}


class Reading(NamedTuple):
    """How the questions of a source are read."""

    roles: Roles
    counting: Counting
    several: str
    """What several answers without choices are: "all" are asked for, "any" is right, or they are "choices" of
    which nothing tells the right one."""
    markdown: Markdown


class Note(NamedTuple):
    """Something of a question that is otherwise than it was: code and arguments of a warning."""

    code: str
    args: Mapping[str, str]


class Made(NamedTuple):
    """A card, or why there is none; and what of it has no place."""

    data: Data | Note
    key: str = ""
    lost: tuple[str, ...] = ()
    """Keys that hold something and are left out."""
    notes: tuple[Note, ...] = ()
    several: bool = False
    """Several answers without choices were read as one of two things."""


def card_of(item: Table, reading: Reading, lead: str = "") -> Made:
    """The card of a question. lead: a text above it that it is about."""
    reader = _Item(item, reading)
    data = reader.answered(lead)
    if isinstance(data, Note):
        return Made(data)
    reader.add_rest(data)
    key = text_of(reading.roles.of(item, "id"))
    return Made(data, key, tuple(reader.lost()), tuple(reader.notes), reader.several)


class _Item:
    def __init__(self, item: Table, reading: Reading) -> None:
        self._item, self._reading = item, reading
        self._roles, self._md = reading.roles, reading.markdown
        self._kind = plain_name(text_of(reading.roles.of(item, "kind")))
        self.notes: list[Note] = []
        self.several = False

    def answered(self, lead: str) -> Data | Note:
        """Question and answer, by what there is."""
        cloze = self._cloze()
        if cloze:
            return {"cloze": self._md(cloze)}
        fields = texts_of(self._get("fields"))
        if len(fields) > 1:
            rest = {"explain": self._md("\n".join(fields[2:]))} if fields[2:] else {}
            return {"q": self._md(fields[0]), "a": self._md(fields[1]), **rest}
        question = self._question(lead)
        if not question:
            return Note("import_no_question", {})
        source = self._get("pairs") or self._get("options") or self._get("answer")
        pairs = matched(source, self._md, is_sure=self._get("pairs") is not None)
        if pairs is not None:
            return {"q": question, **pairs}
        options = options_in(self._item, self._roles)
        if len(options) > 1:
            return (
                self._ordered(question, options) if self._kind in _ORDERS else self._choice(question, options)
            )
        return self._plain(question)

    def add_rest(self, data: Data) -> None:
        """What any card may have."""
        for role in ("explain", "hint", "source"):
            had = [str(data[role])] if role in data else []
            trees = self._roles.all_of(self._item, role)
            words = dict.fromkeys((*had, *(self._md(one_language(tree)) for tree in trees)))
            if any(words):
                data[role] = "\n\n".join(filter(None, words))

    def lost(self) -> list[str]:
        """Keys that no role has, and that hold something."""
        known = {key for keys in self._roles.keys.values() for key in keys} | {*lettered(self._item), "cloze"}
        question = self._roles.key_in(self._item, "question")
        others = (key for key in self._roles.keys.get("question", ()) if key not in (question, "name"))
        known -= {*others}
        return [
            key
            for key, value in self._item.pairs.items()
            if key not in known and text_of(value) and plain_name(key) not in SETTLED
        ]

    def _cloze(self) -> str:
        """A text with holes, under that name or in the place of the question."""
        text = text_of(self._item.pairs.get("cloze"))
        asked = text_of(self._get("question"))
        if "{{" in text:
            return text
        return asked if _HOLE.search(asked) and not self._said() else ""

    def _question(self, lead: str) -> str:
        asked = self._md(one_language(self._get("question")))
        if not asked and self._get("image") is not None:
            asked = _SEEN
        code = text_of(self._get("code"))
        leads = [text_of(tree) for tree in self._roles.all_of(self._item, "lead")]
        parts = [*(self._md(text) for text in (lead, *leads) if text), asked]
        if asked and code:
            fence = "```" if "```" not in code else "~~~~"
            parts.append(f"{fence}\n{code}\n{fence}")
        return "\n\n".join(parts) if asked else ""

    def _said(self) -> list[Said]:
        """What is right, by the first key that says so; another that says something else is told."""
        key = self._answer_key()
        return said_by(self._item, key) if key else []

    def _answer_key(self) -> str:
        """The first key that says what is right; before all others a map of what is."""
        keys = [key for key in self._roles.keys.get("answer", ()) if is_flags(self._item.pairs.get(key))]
        return next(iter(keys), self._roles.key_in(self._item, "answer"))

    # Choices

    def _choice(self, question: str, options: list[Option]) -> Data | Note:
        right = self._right(options)
        if isinstance(right, Note):
            return right
        verdict = self._verdict(question, options, right)
        if verdict is not None:
            return verdict
        notes = self._notes(options)
        answers = [self._md(options[index].text) for index in sorted(right)]
        wrong: list[Value] = []
        for index, option in enumerate(options):
            if index not in right:
                words, note = self._md(option.text), notes.get(index, "")
                wrong.append({words: note} if note else words)
        data: Data = {"q": question, "a": answers[0] if len(answers) == 1 else list(answers), "wrong": wrong}
        told = [notes[index] for index in sorted(right) if notes.get(index)]
        if told:
            data["explain"] = "\n\n".join(told)
        return data

    def _right(self, options: list[Option]) -> set[int] | Note:
        marked = {index for index, option in enumerate(options) if option.right}
        said = self._said()
        if marked or (any(option.right is not None for option in options) and not said):
            return marked or Note("import_no_answer", {})
        if not said:
            return Note("import_no_answer", {})
        right = rights(options, said, self._reading.counting)
        if not right:
            shown = ", ".join(word.text for word in said)
            return Note("import_no_choice", {"answer": shown[:80], "count": str(len(options))})
        self._compare(options, right)
        return right

    def _compare(self, options: list[Option], right: set[int]) -> None:
        """Tell of another key that names other choices."""
        first = self._answer_key()
        for key in self._roles.keys.get("answer", ()):
            said = said_by(self._item, key) if key != first and key in self._item.pairs else []
            other = rights(options, said, self._reading.counting) if said else None
            if other is not None and other != right:
                self.notes.append(Note("import_disagree", {"one": first, "other": key}))

    def _verdict(self, question: str, options: list[Option], right: set[int]) -> Data | None:
        """True or false as the two choices: a statement, unless it is asked like a question."""
        words = [truth_of(option.text) for option in options]
        if len(options) != 2 or None in words or words[0] == words[1] or len(right) != 1:
            return None
        if question.rstrip().endswith(("?", "？", "؟")):
            return None
        return {"statement": question, "is": "true" if words[next(iter(right))] else "false"}

    def _notes(self, options: list[Option]) -> dict[int, str]:
        """Option -> what its author says of it."""
        notes = {at: self._md(option.feedback) for at, option in enumerate(options) if option.feedback}
        told = self._get("notes_on")
        for at, option in enumerate(options):
            words = note_on(told, at, option, self._reading.counting.first)
            if words:
                notes.setdefault(at, self._md(words))
        return notes

    def _ordered(self, question: str, options: list[Option]) -> Data | Note:
        said = self._said()
        places = [rights(options, [word], self._reading.counting) for word in said]
        if not said:
            self.notes.append(
                Note("import_changed", {"what": "The order of the list", "became": "the answer"})
            )
            return {"q": question, "order": [self._md(option.text) for option in options]}
        order = [next(iter(place)) for place in places if place is not None and len(place) == 1]
        if sorted(order) != list(range(len(options))):
            shown = ", ".join(word.text for word in said)
            return Note("import_no_choice", {"answer": shown[:80], "count": str(len(options))})
        return {"q": question, "order": [self._md(options[index].text) for index in order]}

    # Without choices

    def _plain(self, question: str) -> Data | Note:
        said = self._said()
        wrong = self._wrong()
        answers = [word.text for word in said]
        if not answers:
            return Note("import_no_answer", {})
        if wrong:
            options = [*(Option(text, True) for text in answers), *(Option(text, False) for text in wrong)]
            return self._choice(question, options)
        truth = truth_of(answers[0]) if len(said) == 1 and said[0].plain else None
        if self._kind in TRUTHS and len(said) == 1:
            folded = answers[0].casefold()
            truth = YES_NO.get(folded, _LETTER.get(folded, truth_of(folded)))
        if truth is not None:
            return {"statement": question, "is": "true" if truth else "false"}
        if len(answers) > 1:
            return self._several(question, answers)
        if self._kind in _NUMBERS and _NUMBER.fullmatch(answers[0]):
            return self._number(question, answers[0])
        data: Data = {"q": question, "a": self._md(one_language(self._answer_tree(), answers[0]))}
        accept = [self._md(text) for text in texts_of(self._get("accept"))]
        if accept:
            data |= {"accept": list(accept), "typed": "true"}
        return data

    def _answer_tree(self) -> Tree | None:
        return self._get("answer")

    def _several(self, question: str, answers: Sequence[str]) -> Data | Note:
        gaps = len(_GAP.findall(question.replace("\\_", "_")))
        if gaps == len(answers):
            rest = iter(answers)
            plain = question.replace("\\_", "_")
            return {"cloze": _GAP.sub(lambda _: "{{" + self._md(next(rest)) + "}}", plain)}
        if self._reading.several == "choices":
            return Note("import_no_answer", {})
        self.several = True
        words = [self._md(text) for text in answers]
        if self._reading.several == "any":
            return {"q": question, "a": words[0], "accept": list(words[1:]), "typed": "true"}
        return {"q": question, "list": list(words)}

    def _number(self, question: str, number: str) -> Data:
        data: Data = {"q": question, "number": number.replace(",", ".")}
        for role, key in (("tolerance", "tolerance"), ("unit_of", "unit")):
            words = text_of(self._get(role))
            if words:
                data[key] = words
        return data

    def _wrong(self) -> list[str]:
        trees = self._roles.all_of(self._item, "wrong")
        return [text for tree in trees for text in texts_of(tree)]

    def _get(self, role: str) -> Tree | None:
        return self._roles.of(self._item, role)
