"""Which keys of somebody's questions say what: by their names, and by what stands in them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from quizapp.formats.foreign_find import lettered, sides_of
from quizapp.formats.foreign_names import (
    ANSWERED,
    ASKED,
    MAYBE_ANSWERED,
    MAYBE_ASKED,
    MAYBE_OPTIONS,
    OPTIONS,
    OTHER,
    WRONG,
    plain_name,
)
from quizapp.formats.foreign_options import Counting, Option, Said, options_of, rights
from quizapp.formats.foreign_tree import Branch, Leaf, Table, Tree, text_of

Keys = tuple[str, ...]
_LOOKED_AT: Final = 2000
"""Questions that a guess looks at."""
_MANY: Final = 2
_ALIKE: Final = 3
"""Questions with as many answers each that are choices, and how many answers that are at least."""
_TELLING: Final = 8
"""Indexes among which one would be 0, if they counted from there."""
_ANY: Final = Counting(1, plain=False, quoted=False)


class Roles(NamedTuple):
    """Role -> keys of this source's questions, likeliest first."""

    keys: Mapping[str, Keys]

    def first(self, role: str) -> str:
        """The key to show for a role; "" for none."""
        return next(iter(self.keys.get(role, ())), "")

    def key_in(self, item: Table, role: str) -> str:
        """The first key of a role that an item fills; "" if it fills none."""
        return next((key for key in self.keys.get(role, ()) if _is_filled(item.pairs.get(key))), "")

    def of(self, item: Table, role: str) -> Tree | None:
        return item.pairs.get(self.key_in(item, role))

    def all_of(self, item: Table, role: str) -> list[Tree]:
        return [item.pairs[key] for key in self.keys.get(role, ()) if _is_filled(item.pairs.get(key))]


def roles_of(items: Sequence[Table], chosen: Mapping[str, str]) -> Roles:
    """Which keys say what in these items. chosen: role -> key, where the person said so; "" for none."""
    counted = Counter(key for item in items for key in item.pairs)
    keys: dict[str, Keys] = {}
    sides = next((found for item in items[:_LOOKED_AT] if (found := sides_of(item))), None)
    asked = _named(counted, (*ASKED, *MAYBE_ASKED))
    if sides and not asked:
        keys |= {"question": sides[:1], "answer": sides[1:]}
    else:
        keys |= {"question": asked, **_answered(items, counted, asked)}
    taken = {key for role in keys.values() for key in role}
    keys["wrong"] = tuple(key for key in _wrongs(counted) if key not in taken)
    taken |= {*keys["wrong"]}
    for role, names in OTHER.items():
        keys[role] = tuple(key for key in _named(counted, names) if key not in taken)
        taken |= {*keys[role]}
    return Roles({**keys, **_chosen(keys, counted, chosen)})


def counting_of(items: Sequence[Table], roles: Roles, first: int | None) -> Counting:
    """How the numbers of these items count choices. first: if the person said so."""
    plain = quoted = letters = False
    numbers: list[tuple[int, Said]] = []
    for options, said in _answers(items, roles):
        texts = {option.text.casefold() for option in options}
        for word in said:
            unnamed = word.text.casefold() not in texts
            if word.is_letter:
                letters = letters or unnamed
            elif word.is_number and not any(word.text in option.signs for option in options):
                numbers.append((len(options), word))
                plain = plain or (unnamed and word.plain)
                quoted = quoted or (unnamed and not word.plain)
    if first is None:
        first = _first(numbers, plain, quoted)
    return Counting(first, plain, quoted, letters)


def is_sure(items: Sequence[Table], roles: Roles, counting: Counting) -> bool:
    """Whether the numbers themselves tell from what they count; true if none does."""
    numbers = [
        (len(options), word)
        for options, said in _answers(items, roles)
        for word in said
        if word.is_number
        and counting.counts(word)
        and not any(word.text in option.signs for option in options)
    ]
    seen = {int(word.text) for _, word in numbers}
    if not numbers or 0 in seen or any(int(word.text) >= count for count, word in numbers):
        return True
    return len(numbers) < _TELLING and all(word.is_index for _, word in numbers)


def several_of(items: Sequence[Table], roles: Roles) -> str:
    """What lists of answers without choices are: the same number everywhere, and they are choices."""
    lists = [
        len(said_by(item, roles.key_in(item, "answer")))
        for item in items[:_LOOKED_AT]
        if not options_in(item, roles)
    ]
    alike = len(lists) >= _ALIKE and min(lists) == max(lists) >= _ALIKE
    return "choices" if alike else "all"


def said_by(item: Table, key: str) -> list[Said]:
    """The words of a key that says what is right."""
    tree = item.pairs.get(key)
    name = plain_name(key)
    is_index = "index" in name or name.endswith("idx")
    if isinstance(tree, Table):
        if is_flags(tree):
            flags = [inner for inner, value in tree.pairs.items() if text_of(value).casefold() == "true"]
            return [Said(plain_name(inner).removesuffix("_correct"), plain=False) for inner in flags]
        tree = next((value for value in tree.pairs.values() if isinstance(value, Leaf)), None)
    leaves = tree.items if isinstance(tree, Branch) else (tree,)
    words = [_said(each, is_index) for each in leaves if each is not None]
    return [word for word in words if word.text]


def is_flags(tree: Tree | None) -> bool:
    """A map that says of each choice whether it is right."""
    if not isinstance(tree, Table):
        return False
    words = {text_of(value).casefold() for value in tree.pairs.values()}
    return "true" in words and words <= {"true", "false", ""}


def _said(tree: Tree, is_index: bool) -> Said:
    text = text_of(tree)
    if isinstance(tree, Table):
        text = next((text_of(value) for value in tree.pairs.values() if isinstance(value, Leaf)), text)
    return Said(text, isinstance(tree, Leaf) and tree.plain, is_index)


def options_in(item: Table, roles: Roles) -> list[Option]:
    """The choices of an item, wherever they stand."""
    found = options_of(roles.of(item, "options"))
    keys = lettered(item) if not found else []
    return found or options_of(Table({key: item.pairs[key] for key in keys}, item.line) if keys else None)


def _answers(items: Sequence[Table], roles: Roles) -> Iterator[tuple[list[Option], list[Said]]]:
    """Choices with what is said right of them, where they do not say it themselves."""
    for item in items[:_LOOKED_AT]:
        options = options_in(item, roles)
        key = roles.key_in(item, "answer")
        if len(options) >= _MANY and key and all(option.right is None for option in options):
            yield options, said_by(item, key)


def _first(numbers: Sequence[tuple[int, Said]], plain: bool, quoted: bool) -> int:
    counting = Counting(0, plain, quoted)
    meant = [(count, word) for count, word in numbers if counting.counts(word)]
    if any(int(word.text) == 0 for _, word in meant):
        return 0
    if any(int(word.text) >= count for count, word in meant):
        return 1
    return 0 if any(word.is_index for _, word in meant) else 1


def _answered(items: Sequence[Table], counted: Counter[str], asked: Keys) -> dict[str, Keys]:
    """Which keys have the choices, and which tell the right ones."""
    free = Counter({key: number for key, number in counted.items() if key not in asked})
    sure = _named(free, OPTIONS)
    maybe = tuple(key for key in _named(free, MAYBE_OPTIONS) if _is_list(items, key))
    answers = _named(free, ANSWERED) or _named(free, MAYBE_ANSWERED)
    options = list(sure)
    for key in maybe:
        others = [other for other in answers if other != key]
        if any(_tells_right(item.pairs.get(key)) for item in items[:_LOOKED_AT]) or any(
            _names_one_of(item, key, other) for other in others for item in items[:_LOOKED_AT]
        ):
            options.append(key)
    return {"options": tuple(options), "answer": tuple(key for key in answers if key not in options)}


def _names_one_of(item: Table, key: str, other: str) -> bool:
    """Whether a key tells which of the items of another are right."""
    options, said = options_of(item.pairs.get(key)), said_by(item, other)
    if len(options) < _MANY or not said or len(said) > len(options):
        return False
    return (
        rights(options, said, _ANY) is not None
        or rights(options, said, Counting(0, False, False)) is not None
    )


def _is_list(items: Sequence[Table], key: str) -> bool:
    return any(not isinstance(item.pairs.get(key, Leaf("", 0)), Leaf) for item in items[:_LOOKED_AT])


def _tells_right(tree: Tree | None) -> bool:
    return any(option.right is not None for option in options_of(tree))


def _wrongs(counted: Counter[str]) -> Keys:
    """Keys of wrong answers, also `wrong1`, `incorrect_answer_2`."""
    names = {*WRONG, *(name.removesuffix("s") for name in WRONG)}
    return tuple(key for key in counted if plain_name(key).rstrip("0123456789").rstrip("_") in names)


def _named(counted: Counter[str], names: Keys) -> Keys:
    """The keys of these names, in the order of the names."""
    known = {name: number for number, name in enumerate(names)}
    found = [key for key in counted if plain_name(key) in known]
    return tuple(sorted(found, key=lambda key: known[plain_name(key)]))


def _chosen(keys: Mapping[str, Keys], counted: Counter[str], chosen: Mapping[str, str]) -> dict[str, Keys]:
    return {
        role: (key,) if key else ()
        for role, key in chosen.items()
        if key in counted or not key
        if key != next(iter(keys.get(role, ())), "")
    }


def _is_filled(tree: Tree | None) -> bool:
    if isinstance(tree, Branch):
        return bool(tree.items)
    if isinstance(tree, Table):
        return bool(tree.pairs)
    return bool(text_of(tree))
