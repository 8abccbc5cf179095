"""One question of somebody's YAML or JSON as a card: which key says what, and how its answer is written."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of, texts_of
from quizapp.formats.options import split, unlabelled
from quizapp.formats.text_source import markdown_of
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    role: tuple(names.split())
    for role, names in {
        "question": "question q front prompt term question_text questiontext statement ask frage pregunta "
        "domanda word sentence text title name",
        "answer": "answer a back correct_answer correctanswer correct_answers correctanswers answers correct "
        "solution definition right right_answer answer_index correct_index correct_option correct_choice "
        "response antwort respuesta risposta translation meaning key",
        "options": "options choices selection alternatives possible_answers answer_options answers variants "
        "candidates",
        "wrong": "incorrect_answers wrong wrong_answers distractors incorrect",
        "accept": "accept accepted alternatives_accepted synonyms also",
        "explain": "explanation explain help general_feedback feedback rationale comment info notes extra "
        "details reason",
        "hint": "hint hints clue",
        "tags": "tags tag category topic topics labels subject",
        "id": "id guid uuid uid",
        "source": "source reference references link url",
        "image": "image img picture image_url",
        "fields": "fields",
        "notes_on": "choice_explanations option_explanations explanations",
    }.items()
}
"""Role -> what it may be called, likeliest first; case, blanks and hyphens do not matter."""
_RIGHT: Final = ("correct", "is_correct", "iscorrect", "right", "is_right", "valid", "is_answer", "isanswer")
_TEXT: Final = ("value", "text", "answer", "option", "label", "content", "choice", "title", "name", "body")
_FEEDBACK: Final = ("feedback", "explanation", "comment", "help")
_SETTLED: Final = frozenset({"type", "points", "difficulty", "level", "score", "weight", "order", "time"})
"""Keys that say nothing a card could keep, and are left out without a word."""


class Roles(NamedTuple):
    """Role -> key of this file's items."""

    keys: Mapping[str, str]

    def of(self, item: Table, role: str) -> Tree | None:
        key = self.keys.get(role)
        return item.pairs.get(key) if key is not None else None


class Made(NamedTuple):
    """A card, or why there is none; and what of it has no place."""

    data: Data | str
    key: str = ""
    lost: tuple[str, ...] = ()


class _Option(NamedTuple):
    text: str
    right: bool | None
    feedback: str = ""


def plain_name(key: str) -> str:
    """A key as it is looked up in NAMES."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key.strip())
    return re.sub(r"[\s-]+", "_", spaced).casefold()


def roles_of(items: Sequence[Table], chosen: Mapping[str, str]) -> Roles:
    """Which key says what in these items. chosen: role -> key, where the person said so."""
    counted: dict[str, int] = {}
    for item in items:
        for key in item.pairs:
            counted[key] = counted.get(key, 0) + 1
    keys: dict[str, str] = {}
    for role, names in NAMES.items():
        taken = set(keys.values()) if role != "options" else set()
        known = [key for name in names for key in counted if plain_name(key) == name and key not in taken]
        if known:
            keys[role] = known[0]
    if "options" in keys and keys["options"] == keys.get("answer"):
        _settle_answers(items, keys, counted)
    return Roles({**keys, **{role: key for role, key in chosen.items() if key in counted or not key}})


def _settle_answers(items: Sequence[Table], keys: dict[str, str], counted: Mapping[str, int]) -> None:
    """`answers` are options if they or another key tell which of them are right; else they are right."""
    name = keys["options"]
    free = [key for key in counted if key != name and key not in keys.values()]
    other = next((key for key in free if plain_name(key) in NAMES["answer"]), None)
    if other is not None:
        keys["answer"] = other
    elif any(_tells_right(item.pairs.get(name)) for item in items):
        del keys["answer"]
    else:
        del keys["options"]


def _tells_right(tree: Tree | None) -> bool:
    return isinstance(tree, Branch) and any(_option(each).right is not None for each in tree.items)


def card_of(item: Table, roles: Roles, markup: str, first: int) -> Made:
    """The card of an item. first: which number its first option has."""
    reader = _Item(item, roles, markup, first)
    data = reader.answered()
    if isinstance(data, str):
        return Made(data)
    reader.add_rest(data)
    return Made(data, text_of(roles.of(item, "id")), reader.lost())


class _Item:
    def __init__(self, item: Table, roles: Roles, markup: str, first: int) -> None:
        self._item, self._roles, self._markup, self._first = item, roles, markup, first

    def answered(self) -> Data | str:
        """Question and answer, by what there is."""
        fields = texts_of(self._get("fields"))
        if len(fields) > 1:
            rest = {"explain": self._md("\n".join(fields[2:]))} if fields[2:] else {}
            return {"q": self._md(fields[0]), "a": self._md(fields[1]), **rest}
        question = self._md(text_of(self._get("question")))
        if not question:
            return "import_no_question"
        pairs = self._pairs()
        if pairs is not None:
            return {"q": question, **pairs}
        options = self._options()
        wrong = [self._md(text) for text in texts_of(self._get("wrong"))]
        if options:
            return self._choice(question, options)
        answers = texts_of(self._get("answer"))
        if not answers:
            return "import_no_answer"
        return self._plain(question, answers, wrong)

    def add_rest(self, data: Data) -> None:
        """What any card may have."""
        for role in ("explain", "hint", "source"):
            words = self._md(text_of(self._get(role)))
            if words:
                data[role] = f"{data[role]}\n\n{words}" if role in data else words
        tags = [tag.strip() for text in texts_of(self._get("tags")) for tag in text.split(",") if tag.strip()]
        if tags:
            data["tags"] = list(dict.fromkeys(tags))

    def lost(self) -> tuple[str, ...]:
        """Keys that no role has, and that hold something."""
        known = {*self._roles.keys.values()}
        return tuple(
            key
            for key, value in self._item.pairs.items()
            if key not in known and text_of(value) and plain_name(key) not in _SETTLED
        )

    def _plain(self, question: str, answers: tuple[str, ...], wrong: list[str]) -> Data:
        answer = self._get("answer")
        if len(answers) == 1 and not wrong and isinstance(answer, Leaf) and answer.text.casefold() in YES_NO:
            return {"statement": question, "is": "true" if YES_NO[answer.text.casefold()] else "false"}
        if wrong:
            right: Value = self._md(answers[0]) if len(answers) == 1 else [self._md(one) for one in answers]
            return {"q": question, "a": right, "wrong": list(wrong)}
        if len(answers) > 1:
            return {"q": question, "list": [self._md(one) for one in answers]}
        data: Data = {"q": question, "a": self._md(answers[0])}
        accept = [self._md(text) for text in texts_of(self._get("accept"))]
        if accept:
            data |= {"accept": list(accept), "typed": "true"}
        return data

    def _choice(self, question: str, options: list[_Option]) -> Data | str:
        texts = [option.text for option in options]
        marked = [option for option in options if option.right]
        if marked or any(option.right is not None for option in options):
            right = [option.text for option in marked]
        else:
            parted = self._named(texts)
            if parted is None:
                return "import_no_answer"
            right = list(parted)
        bare = dict(zip(texts, unlabelled(texts), strict=True))
        chosen = [text for text in texts if text in right or bare[text] in right]
        if not chosen:
            return "import_no_answer"
        notes = self._notes(options)
        wrong: list[Value] = []
        for text in texts:
            if text not in chosen:
                words, note = self._md(bare[text]), notes.get(text, "")
                wrong.append({words: note} if note else words)
        answers = [self._md(bare[text]) for text in chosen]
        data: Data = {"q": question, "a": answers[0] if len(answers) == 1 else list(answers), "wrong": wrong}
        told = [notes[text] for text in chosen if notes.get(text)]
        if told:
            data["explain"] = "\n\n".join(told)
        return data

    def _named(self, texts: list[str]) -> tuple[str, ...] | None:
        """The options that the answer names, by text, letter, number, or by their key."""
        said = texts_of(self._get("answer"))
        keyed = self._get("options")
        if isinstance(keyed, Table):
            by_key = {key.strip().casefold(): text_of(value) for key, value in keyed.pairs.items()}
            found = [by_key.get(word.strip().casefold(), "") for word in said]
            if said and all(found):
                return tuple(found)
        parted = split(texts, said, first=self._first) if said else None
        return parted.right if parted else None

    def _notes(self, options: list[_Option]) -> dict[str, str]:
        """Option -> what its author says of it."""
        notes = {option.text: self._md(option.feedback) for option in options if option.feedback}
        told = self._get("notes_on")
        if isinstance(told, Table):
            for at, option in enumerate(options):
                words = told.pairs.get(chr(ord("A") + at)) or told.pairs.get(option.text)
                if words is not None and text_of(words):
                    notes.setdefault(option.text, self._md(text_of(words)))
        return notes

    def _options(self) -> list[_Option]:
        tree = self._get("options")
        if isinstance(tree, Table):
            found = [_Option(text_of(value), None) for value in tree.pairs.values()]
        elif isinstance(tree, Branch):
            found = [_option(each) for each in tree.items]
        else:
            return []
        return [option for option in found if option.text]

    def _pairs(self) -> Data | None:
        """Options that are pairs of their own: a match."""
        tree = self._get("options")
        if not isinstance(tree, Branch) or not all(isinstance(each, Table) for each in tree.items):
            return None
        pairs: list[Value] = []
        extra: list[Value] = []
        for each in tree.items:
            assert isinstance(each, Table)
            names = {plain_name(key): text_of(value) for key, value in each.pairs.items()}
            left = names.get("question") or names.get("left") or names.get("term") or ""
            right = names.get("answer") or names.get("right") or names.get("definition") or ""
            if left and right and right.casefold() not in YES_NO:
                pairs.append({self._md(left): self._md(right)})
            elif right and set(names) == {"answer"}:
                extra.append(self._md(right))
            else:
                return None
        return {"match": pairs, **({"extra": extra} if extra else {})} if len(pairs) > 1 else None

    def _get(self, role: str) -> Tree | None:
        return self._roles.of(self._item, role)

    def _md(self, text: str) -> str:
        return markdown_of(text, self._markup) if text else ""


def _option(tree: Tree) -> _Option:
    """`text`, `text: true`, or a map with text, whether it is right, and feedback."""
    if not isinstance(tree, Table):
        return _Option(text_of(tree), None)
    if len(tree.pairs) == 1:
        ((key, value),) = tree.pairs.items()
        word = text_of(value).casefold()
        if word in YES_NO:
            return _Option(key, YES_NO[word])
    names = {plain_name(key): text_of(value) for key, value in tree.pairs.items()}
    text = next((names[name] for name in _TEXT if names.get(name)), "")
    right = next((names[name] for name in _RIGHT if name in names), "")
    feedback = next((names[name] for name in _FEEDBACK if names.get(name)), "")
    told = {name for name in _RIGHT if name in names}
    return _Option(text, YES_NO.get(right.casefold(), right == "1") if told else None, feedback)
