"""Parts of somebody's question: pairs, words for true and false, remarks on choices, a text in languages."""

from collections.abc import Callable

from quizapp.core.kinds.base import YES_NO
from quizapp.formats.foreign_names import FALSE, TRUE, plain_name
from quizapp.formats.foreign_options import Option
from quizapp.formats.foreign_tree import Branch, Table, Tree, text_of, texts_of
from quizapp.formats.yaml_emit import Value


def matched(tree: Tree | None, markdown: Callable[[str], str], *, is_sure: bool) -> dict[str, Value] | None:
    """A match of pairs; None if there are none. is_sure: a map is pairs, for its key says so."""
    if isinstance(tree, Table) and is_sure and len(tree.pairs) > 1:
        return {"match": [{markdown(key): markdown(text_of(value))} for key, value in tree.pairs.items()]}
    pairs: list[Value] = []
    extra: list[Value] = []
    for each in tree.items if isinstance(tree, Branch) else ():
        left, right = two_sides(each)
        if left and right and right.casefold() not in YES_NO:
            pairs.append({markdown(left): markdown(right)})
        elif right and isinstance(each, Table) and len(each.pairs) == 1:
            extra.append(markdown(right))
        else:
            return None
    return {"match": pairs, **({"extra": extra} if extra else {})} if len(pairs) > 1 else None


def two_sides(tree: Tree) -> tuple[str, str]:
    if isinstance(tree, Branch):
        texts = texts_of(tree)
        return (texts[0], texts[1]) if len(texts) == 2 else ("", "")
    if not isinstance(tree, Table):
        return "", ""
    names = {plain_name(key): text_of(value) for key, value in tree.pairs.items()}
    left = names.get("question") or names.get("left") or names.get("term") or names.get("prompt") or ""
    right = names.get("answer") or names.get("right") or names.get("definition") or names.get("match") or ""
    return left, right


def truth_of(word: str) -> bool | None:
    """What a word for true or false says; None for any other."""
    folded = word.strip().rstrip(".").casefold()
    return True if folded in TRUE else False if folded in FALSE else None


def note_on(told: Tree | None, at: int, option: Option, first: int) -> str:
    """What is said of a choice in a list or map of remarks."""
    if isinstance(told, Branch):
        return text_of(told.items[at]) if at < len(told.items) else ""
    if not isinstance(told, Table):
        return ""
    letter = chr(ord("A") + at) if at < 26 else ""
    names = (letter, letter.lower(), option.text, *option.signs, str(at + first))
    return next((words for name in names if (words := text_of(told.pairs.get(name)))), "")


def one_language(tree: Tree | None, plain: str = "") -> str:
    """A text; of one that is there in several languages, English or the first."""
    if isinstance(tree, Table):
        texts = {key.casefold(): text_of(value) for key, value in tree.pairs.items()}
        inner = texts.get("text") or texts.get("value") or texts.get("en") or next(iter(texts.values()), "")
        return inner
    return plain or text_of(tree)
