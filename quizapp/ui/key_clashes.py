"""Which keys mean two things at once: pure, so that the settings can show what a wish would do."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct

from quizapp.core.setting_values import KeyChoice
from quizapp.ui.bindings import in_force
from quizapp.ui.key_lists import BY_SCOPE, EDITING, LISTS, WALKING, FixedKey, KeyList
from quizapp.ui.keys import KeyBinding


class Place(Struct, frozen=True):
    """An action in its list."""

    scope: str
    action: str


class Clash(Struct, frozen=True):
    """A key that an action shares with another one, or with what cannot be changed."""

    key: str
    one: Place
    other: Place | FixedKey


class _Held(Struct, frozen=True):
    """A key that is in force somewhere."""

    place: Place
    key: str
    typing: bool
    """It holds while a text field has the focus."""
    chosen: bool
    """By the learner: it is not the key of the declaration."""


def clashes(choices: Sequence[KeyChoice]) -> tuple[Clash, ...]:
    """All clashes of the keys in force. Those of the declarations themselves are meant so, and left out."""
    held = {one.scope: tuple(_held(one, choices)) for one in LISTS}
    found = [clash for one, other in together() for clash in _between(held[one.scope], held[other.scope])]
    found += [clash for one in LISTS for clash in _within(held[one.scope])]
    found += [clash for one in LISTS for clash in _fixed(held[one.scope], one)]
    return tuple(dict.fromkeys(found))


def together() -> Iterator[tuple[KeyList, KeyList]]:
    """Lists that hold at the same time."""
    for one, other in combinations(LISTS, 2):
        beside = one.scope in other.beside or other.scope in one.beside
        if beside or one.everywhere or other.everywhere:
            yield one, other


def _held(one: KeyList, choices: Sequence[KeyChoice]) -> Iterator[_Held]:
    declared = {binding.action: binding for binding in one.bindings}
    for binding in in_force(one.bindings, one.scope, choices):
        was, place = declared[binding.action], Place(one.scope, binding.action)
        for key, typing, chosen in _keys(binding, was):
            yield _Held(place, key, typing or one.typing == "all", chosen)


def _keys(binding: KeyBinding, was: KeyBinding) -> Iterator[tuple[str, bool, bool]]:
    """Key, whether it is one while typing, whether the learner chose it."""
    for key, typing, declared in (
        (binding.key, False, was.key),
        (binding.also, False, was.also),
        (binding.in_text, True, was.in_text),
    ):
        if key:
            yield key, typing, key != declared


def _between(some: Iterable[_Held], others: Iterable[_Held]) -> Iterator[Clash]:
    for one, other in product(some, others):
        if one.key == other.key and one.place != other.place and (one.chosen or other.chosen):
            yield Clash(one.key, one.place, other.place)


def _within(held: Sequence[_Held]) -> Iterator[Clash]:
    for one, other in combinations(held, 2):
        yield from _between((one,), (other,))


def _fixed(held: Iterable[_Held], where: KeyList) -> Iterator[Clash]:
    """With keys that cannot be changed: of the list, of those beside it, and of writing."""
    fixed = [*where.fixed, *(key for scope in where.beside for key in BY_SCOPE[scope].fixed), WALKING]
    if where.everywhere:
        fixed += [key for one in LISTS for key in one.fixed]
    for one in held:
        if one.chosen:
            for key in fixed:
                if one.key in key.keys:
                    yield Clash(one.key, one.place, key)
            if one.typing and (one.key in EDITING.keys or len(one.key) == 1):
                yield Clash(one.key, one.place, EDITING)
