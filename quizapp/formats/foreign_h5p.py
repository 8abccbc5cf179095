"""Questions of H5P content: each content type has its own way to say what is right."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of

_HOLE: Final = re.compile(r"\*([^*\n]+)\*")
_Pairs = dict[str, Tree]


def questions(tree: Table) -> list[Table] | None:
    """What an element with its library and parameters asks; None for a map that is no element of H5P."""
    library, params = tree.pairs.get("library"), tree.pairs.get("params")
    if not isinstance(library, Leaf) or not isinstance(params, Table) or "." not in library.text:
        return None
    make = _MAKERS.get(library.text.split(" ")[0].removeprefix("H5P."))
    return make(params) if make else None


def _multiple(params: Table) -> list[Table]:
    answers = params.pairs.get("answers")
    options = answers.items if isinstance(answers, Branch) else ()
    made = [_option(each) for each in options if isinstance(each, Table)]
    line = params.line
    return [Table({**_question(params), "options": Branch(tuple(made), line)}, line)]


def _option(tree: Table) -> Table:
    told = tree.pairs.get("tipsAndFeedback")
    feedback = told.pairs.get("chosenFeedback") if isinstance(told, Table) else None
    pairs: _Pairs = {key: tree.pairs[key] for key in ("text", "correct") if key in tree.pairs}
    if feedback is not None:
        pairs["feedback"] = feedback
    return Table(pairs, tree.line)


def _truth(params: Table) -> list[Table]:
    correct = params.pairs.get("correct", Leaf("", params.line))
    kind = Leaf("boolean", params.line)
    return [Table({**_question(params), "answer": correct, "type": kind}, params.line)]


def _single_set(params: Table) -> list[Table]:
    """Questions with several answers, of which the first is right."""
    choices = params.pairs.get("choices")
    made = []
    for each in choices.items if isinstance(choices, Branch) else ():
        answers = each.pairs.get("answers") if isinstance(each, Table) else None
        if isinstance(each, Table) and isinstance(answers, Branch) and answers.items:
            first, *others = answers.items
            pairs: _Pairs = {**_question(each), "answer": first, "wrong": Branch(tuple(others), each.line)}
            made.append(Table(pairs, each.line))
        elif isinstance(each, Table):
            made.append(Table(_question(each), each.line))
    return made


def _blanks(params: Table) -> list[Table]:
    texts = params.pairs.get("questions") or params.pairs.get("textField")
    lines = texts.items if isinstance(texts, Branch) else (texts,) if isinstance(texts, Leaf) else ()
    return [Table({"cloze": Leaf(_holes(text_of(each)), each.line)}, each.line) for each in lines]


def _holes(text: str) -> str:
    return _HOLE.sub(lambda match: f"{{{{{_hole(match[1])}}}}}", text)


def _hole(inner: str) -> str:
    """`answer/other:hint`"""
    words, _, hint = inner.partition(":")
    answer = words.split("/")[0].strip()
    return f"{answer} :: {hint.strip()}" if hint.strip() else answer


def _dialogs(params: Table) -> list[Table]:
    cards = params.pairs.get("dialogs") or params.pairs.get("cards")
    made = []
    for each in cards.items if isinstance(cards, Branch) else ():
        if isinstance(each, Table):
            made.append(Table({**_question(each), **_kept(each, "answer", "tip", "tips")}, each.line))
    return made


def _question(params: Table) -> _Pairs:
    asked = next((params.pairs[key] for key in ("question", "text") if key in params.pairs), None)
    return {"question": asked if asked is not None else Leaf("", params.line)}


def _kept(tree: Table, *keys: str) -> _Pairs:
    return {key: tree.pairs[key] for key in keys if isinstance(tree.pairs.get(key), Leaf)}


_MAKERS: Final[Mapping[str, Callable[[Table], list[Table]]]] = {
    "MultiChoice": _multiple,
    "TrueFalse": _truth,
    "SingleChoiceSet": _single_set,
    "Blanks": _blanks,
    "DragText": _blanks,
    "Dialogcards": _dialogs,
    "Flashcards": _dialogs,
}
"""Name of a library without its version -> what makes questions of its parameters."""
