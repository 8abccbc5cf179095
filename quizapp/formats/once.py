"""What our loader refuses because it is there twice: one of each stays, and the other is told."""

from collections.abc import Callable, Iterable
from typing import Final

from quizapp.formats.left_out import Data, Told
from quizapp.formats.yaml_emit import Value


def once(data: Data) -> tuple[Data, tuple[Told, ...]]:
    """A card whose options, items and pairs can be told apart, and a warning for each that was left out."""
    told: list[Told] = []
    made = dict(data)
    for keys, keep in _LISTS:
        if any(isinstance(made.get(key), list) for key in keys):
            keep(made, told)
    gaps = made.get("gaps")
    if isinstance(gaps, dict):
        made["gaps"] = {number: _gap(gap, told) for number, gap in gaps.items()}
    if made.get("wrong") == [] and isinstance(made.get("a"), str):
        del made["wrong"]
        told.append(Told("import_changed", {"what": "A choice of one option", "became": "front and back"}))
    return made, tuple(told)


def text_of(option: Value) -> str:
    """The text of an option, whichever way it is written."""
    if isinstance(option, str):
        return option.strip()
    if isinstance(option, dict):
        text = option.get("text") if "text" in option else next(iter(option), "")
        return text.strip() if isinstance(text, str) else ""
    return ""


def _options(data: Data, told: list[Told]) -> None:
    """Right and wrong ones; a right one stays before a wrong one."""
    right = data.get("a", [])
    seen: set[str] = {text_of(right)} if isinstance(right, str) else set()
    if isinstance(right, list):
        data["a"] = _first(right, seen, told)
    wrong = data.get("wrong")
    if isinstance(wrong, list):
        data["wrong"] = _first(wrong, seen, told)


def _order(data: Data, told: list[Told]) -> None:
    items = data["order"]
    assert isinstance(items, list)
    data["order"] = _first(items, set(), told, spaced=False)


def _pairs(data: Data, told: list[Told]) -> None:
    """Left sides; and of what fits nothing, that which does fit."""
    pairs = data["match"]
    assert isinstance(pairs, list)
    kept = _first(pairs, set(), told)
    data["match"] = kept
    extra = data.get("extra")
    if isinstance(extra, list):
        fitting = {text_of(right) for pair in kept if isinstance(pair, dict) for right in pair.values()}
        rest: list[Value] = [text for text in _first(extra, set(), []) if text_of(text) not in fitting]
        data["extra"] = rest
        if not rest:
            del data["extra"]


def _gap(gap: Value, told: list[Told]) -> Value:
    if not isinstance(gap, dict) or not isinstance(gap.get("wrong"), list):
        return gap
    wrong = gap["wrong"]
    assert isinstance(wrong, list)
    return {**gap, "wrong": _first(wrong, set(), told)}


def _first(options: Iterable[Value], seen: set[str], told: list[Told], *, spaced: bool = True) -> list[Value]:
    """Those that were not seen before. spaced: more or less space makes another text."""
    kept: list[Value] = []
    for option in options:
        text = text_of(option) if spaced else " ".join(text_of(option).split())
        if text in seen:
            told.append(Told("import_twice", {"text": text[:_SHOWN]}))
        else:
            seen.add(text)
            kept.append(option)
    return kept


_SHOWN: Final = 60
"""Characters of a text in a message."""
_LISTS: Final[tuple[tuple[tuple[str, ...], Callable[[Data, list[Told]], None]], ...]] = (
    (("wrong",), _options),
    (("order",), _order),
    (("match",), _pairs),
)
"""Keys of which one must be a list -> what keeps each text of them once."""
