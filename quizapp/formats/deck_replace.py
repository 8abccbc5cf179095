"""Find and replace in the texts of cards: first what each would say, then those changes that are wanted."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from math import inf
from time import monotonic
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin

import regex
from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.deck import Language
from quizapp.core.kinds import KINDS
from quizapp.core.problems import QuizError
from quizapp.formats.card_keys import NOTE, plan_of
from quizapp.formats.deck_bulk import Bulk, Keys, change_cards
from quizapp.formats.yaml_edit import Value, card_of, items
from quizapp.formats.yaml_outline import outline
from quizapp.formats.yaml_trees import text_of

_SECONDS = 0.2
"""For one text: a pattern that takes longer would take for ever on another."""
_SECONDS_IN_ALL = 2.0
"""For all texts of a deck: the window waits for it."""
_NO_TEXTS: Final = (bool, int, Decimal, Language)
_NOT_READ: Final = frozenset({"id", "image", "media", "source"})
"""Keys with texts that name something: replacing in them breaks what they point to."""


def _holds_texts(annotation: Any) -> bool:
    if annotation in _NO_TEXTS or get_origin(annotation) is Literal:
        return False
    inner = [part for part in get_args(annotation) if part not in (Ellipsis, type(None))]
    return any(map(_holds_texts, inner)) if inner else annotation is not type(None)


TEXT_KEYS: Final[frozenset[str]] = (
    frozenset(
        key
        for fields in (NOTE, *(plan_of(kind).question for kind in KINDS))
        for key, field in fields.items()
        if _holds_texts(field.type)
    )
    - _NOT_READ
)
"""Keys that hold what a person reads."""


class Needle(Struct, frozen=True):
    """What to look for."""

    find: str
    replace: str = ""
    regular: bool = False
    """`find` is a regular expression; `replace` may say \\1 and \\g<name>."""
    case: bool = False
    """Capitals count."""
    words: bool = False
    """Whole words only."""


class Hit(NamedTuple):
    """A text with at least one find in it."""

    card: int
    """Its number in the deck."""
    line: int
    """Of the file, from 1."""
    key: str
    number: int
    """Which text of the card it is."""
    before: str
    after: str


def find(
    text: str, needle: Needle, keys: Collection[str] = TEXT_KEYS, indexes: Iterable[int] | None = None
) -> Iterator[Hit]:
    """The texts of a deck that would change, one by one; of some cards only, or of all.

    QuizError "pattern_invalid" or "pattern_slow" if a regular expression is none, or takes too long.
    """
    changed = _changer(needle)
    whole = outline(text)
    for index in range(len(items(text))) if indexes is None else indexes:
        if not isinstance(whole.node(index), MappingNode) or whole.tree(index)[0] == "?":
            continue  # it cannot be read, or holds more than a card may
        number = 0
        for pair in card_of(whole, index).pairs:
            for node in _texts(pair.value):
                before = text_of(node)
                if pair.name in keys and (after := changed(before)) != before:
                    line = whole.file.where(pair.base + node.start_mark.index).line
                    yield Hit(index, line, pair.name, number, before, after)
                number += 1


def replace(text: str, hits: Iterable[Hit]) -> Bulk:
    """Make the changes that were found and are wanted.

    Texts that are others now stay as they are, and so do cards in which two names of a map would become one:
    what stands behind the first would be lost.
    """
    wanted: dict[int, dict[int, Hit]] = {}
    for hit in hits:
        wanted.setdefault(hit.card, {})[hit.number] = hit

    def change(index: int, data: Mapping[str, Value]) -> Keys:
        replaced = _Replaced(wanted[index])
        return {key: replaced.value(value) for key, value in data.items()}

    return change_cards(text, wanted, change)


class _Replaced:
    """A walk over the values of a card, in the order of `_texts`."""

    def __init__(self, hits: Mapping[int, Hit]) -> None:
        self._hits = hits
        self._number = 0

    def value(self, value: Value) -> Value:
        if isinstance(value, list):
            return [self.value(each) for each in value]
        if isinstance(value, dict):
            pairs = [(self._text(key), self.value(each)) for key, each in value.items()]
            if len(dict(pairs)) < len(pairs):
                raise QuizError("edit_refused", reason="two names would become one")
            return dict(pairs)
        return self._text(value)

    def _text(self, text: str) -> str:
        hit = self._hits.get(self._number)
        self._number += 1
        return hit.after if hit and hit.before == text else text


def _texts(node: Node) -> Iterator[ScalarNode]:
    """The texts below a node, names of maps included."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield from (*_texts(key), *_texts(value))
    elif isinstance(node, SequenceNode):
        for each in node.value:
            yield from _texts(each)


def _changer(needle: Needle) -> Callable[[str], str]:
    """What a needle makes of a text."""
    pattern = needle.find if needle.regular else regex.escape(needle.find)
    if needle.words:
        pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
    flags = regex.V1 | (0 if needle.case else regex.IGNORECASE | regex.FULLCASE)
    new: Any = needle.replace if needle.regular else lambda match: needle.replace
    try:
        compiled = regex.compile(pattern, flags)
    except (regex.error, OverflowError, RecursionError) as error:
        raise QuizError("pattern_invalid", pattern=needle.find, reason=str(error)) from error

    left = _SECONDS_IN_ALL if needle.regular else inf

    def changed(text: str) -> str:
        nonlocal left
        if left <= 0:
            raise QuizError("pattern_slow", pattern=needle.find)
        begun = monotonic()
        try:
            return str(compiled.sub(new, text, timeout=min(_SECONDS, left)))
        except TimeoutError as error:
            raise QuizError("pattern_slow", pattern=needle.find) from error
        except (regex.error, IndexError) as error:
            raise QuizError("pattern_invalid", pattern=needle.replace, reason=str(error)) from error
        finally:
            left -= monotonic() - begun

    return changed if needle.find else str
