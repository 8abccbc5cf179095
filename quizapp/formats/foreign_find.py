"""Where the questions are in somebody's YAML or JSON, and what they stand under."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from quizapp.core.kinds.base import YES_NO
from quizapp.formats import foreign_h5p
from quizapp.formats.foreign_names import (
    ANSWERED,
    ASKED,
    CONTAINERS,
    LANGUAGES,
    MAYBE_ANSWERED,
    MAYBE_ASKED,
    MAYBE_OPTIONS,
    OPTIONS,
    OTHER,
    TITLED,
    TRUTHS,
    WORDS,
    WRONG,
    plain_name,
)
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of

KEY: Final = "question"
VALUE: Final = "answer"
"""Keys of questions that had none."""
_ASKED: Final = frozenset(ASKED)
_MAYBE: Final = frozenset(MAYBE_ASKED)
_ANSWERS: Final = frozenset((*ANSWERED, *OPTIONS, *MAYBE_OPTIONS, *WRONG))
_WEAK: Final = frozenset(MAYBE_ANSWERED)
_FIELDS: Final = frozenset(OTHER["fields"])
_KINDS: Final = frozenset(OTHER["kind"])
_LEAD: Final = frozenset(OTHER["lead"])
_LETTERED: Final = re.compile(
    r"(?:option|choice|answer|opt|ans|alternative|alternativa|opcion|respuesta|antwort|reponse|choix|resposta|"
    r"jawaban|pilihan|svar|odpowiedz|variant|odpoved)?_?([a-h]|[1-8])"
)
_COUNTED: Final = re.compile(r"(?:p|page|q|question|frage|pregunta|item|card|no|nr|level|round|id)?_?\d+")
_BETWEEN: Final = ("\t", ";", "|", "::", " = ", " - ", " – ", " : ")
"""What may stand between question and answer in one text."""
_ROWS: Final = 2
_FEW: Final = 4
"""Words from which a key without a question mark may be a question."""


class Found(NamedTuple):
    """A question where it stands."""

    item: Table
    tags: tuple[str, ...]
    """What it stands under."""
    lead: str = ""
    """A text that it and its neighbours are about."""
    parted: str = ""
    """The sign between question and answer, where one text held both."""


class _Above(NamedTuple):
    """What holds for all below a place."""

    tags: tuple[str, ...] = ()
    lead: str = ""
    words: bool = False
    """Pairs here are a word and what it means."""

    def under(self, *tags: str) -> "_Above":
        return self._replace(tags=(*self.tags, *(tag for tag in tags if tag)))


def questions(roots: Sequence[Tree], file: str, asked: str = "") -> list[Found]:
    """All questions, in order. asked: the key that holds them, where the person said so."""
    finder = _Finder(asked)
    words = bool(set(re.split(r"[\W_]+", plain_name(PurePath(file).stem))) & {*WORDS, "cards", "words"})
    return [one for root in roots for one in finder.below(root, _Above(words=words), top=True)]


def letter_of(key: str) -> str:
    """The letter or number of a key that holds one of several choices; "" for any other."""
    match = _LETTERED.fullmatch(plain_name(key))
    return match[1] if match else ""


def lettered(item: Table) -> list[str]:
    """The keys of choices that stand in the question itself; empty if there are none."""
    found = {letter_of(key): key for key, value in item.pairs.items() if isinstance(value, Leaf)}
    for first in ("ab", "12"):
        if set(first) <= found.keys():
            is_of = str.isalpha if first == "ab" else str.isdecimal
            return [key for sign, key in found.items() if sign and is_of(sign)]
    return []


class _Finder:
    def __init__(self, asked: str) -> None:
        self._asked = asked

    def below(self, tree: Tree, above: _Above, *, top: bool = False) -> Iterator[Found]:
        if isinstance(tree, Branch):
            yield from self._list(tree, above)
        elif isinstance(tree, Table):
            yield from self._map(tree, above, top=top)

    def _list(self, tree: Branch, above: _Above) -> Iterator[Found]:
        texts = [each for each in tree.items if isinstance(each, Leaf)]
        sign = _sign_in(texts) if len(texts) == len(tree.items) else ""
        if sign:
            for leaf in texts:
                front, back = (Leaf(part.strip(), leaf.line, plain=False) for part in leaf.text.split(sign))
                yield _pair(front, back, leaf.line, above)._replace(parted=sign)
            return
        rows = [each for each in tree.items if isinstance(each, Branch) and _is_pair(each)]
        if rows and len(rows) * 2 > len(tree.items):
            yield from (_row(each, above) for each in tree.items)
            return
        asks = any(map(self._is_question, tree.items))
        for each in tree.items:
            found = list(self._item(each, above))
            if asks and not found and isinstance(each, Table) and each.pairs:
                found = [Found(each, above.tags, above.lead)]  # among questions, so that it is told
            yield from found

    def _item(self, tree: Tree, above: _Above) -> Iterator[Found]:
        """What one item of a list holds."""
        if isinstance(tree, Table) and not self._is_question(tree):
            if len(tree.pairs) == 1:
                yield from self._single(tree, above)
                return
            if _languages(tree):
                yield Found(tree, above.tags, above.lead)
                return
        yield from self.below(tree, above)

    def _single(self, tree: Table, above: _Above) -> Iterator[Found]:
        """A map of one pair in a list: a question with its answers, or more below."""
        ((key, value),) = tree.pairs.items()
        answers = isinstance(value, Leaf) or (
            isinstance(value, Branch) and all(isinstance(each, Leaf) for each in value.items)
        )
        if answers and (_is_asked(key) or above.words) and text_of(value):
            yield _pair(Leaf(key, tree.line), value, tree.line, above)
        else:
            yield from self._map(tree, above)

    def _map(self, tree: Table, above: _Above, *, top: bool = False) -> Iterator[Found]:
        made = foreign_h5p.questions(tree)
        if made is not None:
            yield from (Found(one, above.tags, above.lead) for one in made)
            return
        if self._is_question(tree):
            yield Found(tree, above.tags, above.lead)
            return
        inner = above if top else above.under(_title(tree))
        lead = next((text_of(tree.pairs[key]) for key in tree.pairs if plain_name(key) in _LEAD), "")
        inner = inner._replace(lead=lead or above.lead)
        yield from self._keys(tree, inner)
        inside = [value for value in tree.pairs.values() if not isinstance(value, Leaf)]
        halves = sum(map(self._is_half, inside)) * 2 > len(inside)
        for key, value in tree.pairs.items():
            if isinstance(value, Leaf):
                continue
            name = plain_name(key)
            silent = name in CONTAINERS or _COUNTED.fullmatch(name) or self._is_question(value)
            words = inner.words or name in WORDS
            below = (inner if silent else inner.under(_tag(key)))._replace(words=words)
            if halves and self._is_half(value) and (words or not silent or _is_asked(key)):
                assert isinstance(value, Table)
                item = Table({KEY: Leaf(key, value.line), **value.pairs}, value.line, value.twice)
                yield Found(item, inner.tags, inner.lead)
            elif not (_is_asked(key) and isinstance(value, Branch)):
                yield from self.below(value, below)

    def _keys(self, tree: Table, above: _Above) -> Iterator[Found]:
        """Pairs whose key is the question itself."""
        plain = {key: value for key, value in tree.pairs.items() if _is_answer(value)}
        leaves = [key for key, value in plain.items() if isinstance(value, Leaf)]
        asked = [key for key in plain if _is_asked(key)]
        mostly = len(asked) * 2 > len(leaves)
        for key, value in plain.items():
            is_word = above.words and isinstance(value, Leaf) and len(leaves) == len(tree.pairs) > 1
            if key in asked or is_word or (mostly and isinstance(value, Leaf) and " " in key.strip()):
                yield _pair(Leaf(key, value.line), value, value.line, above)

    def _is_question(self, tree: Tree) -> bool:
        if not isinstance(tree, Table) or len(tree.pairs) < 2:
            return False
        if self._asked and self._asked in tree.pairs:
            return True
        names = {plain_name(key): value for key, value in tree.pairs.items()}
        if any(name in CONTAINERS and _holds_maps(value) for name, value in names.items()):
            return False
        if names.keys() & _FIELDS:
            return isinstance(names["fields"], Branch)
        if any(_is_text(names[name]) for name in names.keys() & _ASKED):
            return True
        if not any(_is_text(names[name]) for name in names.keys() & _MAYBE):
            return False
        if any(plain_name(text_of(names[name])) in TRUTHS for name in names.keys() & _KINDS):
            return bool(names.keys() & _ANSWERS)
        return bool(lettered(tree)) or any(_tells(names[name]) for name in names.keys() & _ANSWERS)

    def _is_half(self, tree: Tree) -> bool:
        """A question but for its text, which is the key that it stands under."""
        if not isinstance(tree, Table) or self._is_question(tree):
            return False
        names = {plain_name(key): value for key, value in tree.pairs.items()}
        told = [names[name] for name in names.keys() & {*ANSWERED, *OPTIONS}]
        return any(_is_answer(value) and _tells(value) for value in told) and not any(
            name in CONTAINERS and _holds_maps(value) for name, value in names.items()
        )


def sides_of(item: Table) -> tuple[str, str] | None:
    """The two languages of a word, as keys."""
    keys = [key for key, value in item.pairs.items() if plain_name(key) in LANGUAGES and _is_text(value)]
    return (keys[0], keys[1]) if len(keys) > 1 else None


_languages = sides_of


def _pair(front: Tree, back: Tree, line: int, above: _Above, *more: Tree) -> Found:
    rest = "\n".join(map(text_of, more))
    pairs = {KEY: front, VALUE: back, **({"explanation": Leaf(rest, line)} if rest else {})}
    return Found(Table(pairs, line), above.tags, above.lead)


def _sign_in(texts: Sequence[Leaf]) -> str:
    """What parts each of these texts in two; "" if nothing does."""
    if len(texts) < _ROWS:
        return ""
    parts = {sign: [leaf.text.split(sign) for leaf in texts] for sign in _BETWEEN}
    return next(
        (
            sign
            for sign, all_ in parts.items()
            if all(len(part) == 2 and part[0].strip() and part[1].strip() for part in all_)
        ),
        "",
    )


def _row(tree: Tree, above: _Above) -> Found:
    """A list of question and answer; for what is none, a question without an answer."""
    if isinstance(tree, Branch) and _is_pair(tree):
        return _pair(tree.items[0], tree.items[1], tree.line, above, *tree.items[2:])
    return _pair(Leaf(text_of(tree), tree.line), Leaf("", tree.line), tree.line, above)


def _is_pair(tree: Branch) -> bool:
    """A list of question, answer and perhaps more, and no row of numbers."""
    texts = [each.text for each in tree.items if isinstance(each, Leaf)]
    return 1 < len(texts) == len(tree.items) < 4 and not all(map(_is_number, texts))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\s*-?[\d.,eE+-]+\s*", text) is not None


def _is_asked(key: str) -> bool:
    return key.rstrip().endswith(("?", "？", "؟", "?:")) or len(key.split()) >= _FEW


def _is_text(tree: Tree) -> bool:
    """What a question may be written as: a text, lines of it, or one for each language."""
    if isinstance(tree, Branch):
        return bool(tree.items) and all(isinstance(each, Leaf) for each in tree.items)
    if isinstance(tree, Table):
        return all(isinstance(each, Leaf) for each in tree.pairs.values())
    return True


def _is_answer(tree: Tree) -> bool:
    if isinstance(tree, Branch):
        return bool(tree.items) and all(isinstance(each, Leaf) for each in tree.items)
    return isinstance(tree, Leaf)


def _tells(tree: Tree) -> bool:
    """Whether it says an answer, and not just that something is so."""
    return not isinstance(tree, Leaf) or (text_of(tree).casefold() not in {*YES_NO, ""})


def _holds_maps(tree: Tree) -> bool:
    inner = tree.items if isinstance(tree, Branch) else tree.pairs.values() if isinstance(tree, Table) else ()
    return any(isinstance(each, Table) for each in inner)


def _title(tree: Table) -> str:
    """What a group of questions calls itself."""
    names = {plain_name(key): value for key, value in tree.pairs.items() if isinstance(value, Leaf)}
    title = next((text for name in TITLED if name in names and (text := text_of(names[name]))), "")
    return "" if _COUNTED.fullmatch(plain_name(title)) else _tag(title)


def _tag(text: str) -> str:
    return " ".join(text.split())[:80]
