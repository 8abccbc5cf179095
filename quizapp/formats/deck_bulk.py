"""One change made to many cards of a deck at one go: tags, source, status, any key."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.formats.deck_carry import tags_of
from quizapp.formats.yaml_edit import Edited, Value, item_data, set_keys
from quizapp.formats.yaml_splice import then

Keys = Mapping[str, Value | None]
"""Keys of a card and what they are to say; None for those that are to go."""


class Bulk(Struct, frozen=True):
    """A change of many cards."""

    edited: Edited
    skipped: tuple[int, ...] = ()
    """Cards that were not changed: they cannot be read, repeat a text by an alias, or are to stay."""


def tag(text: str, indexes: Iterable[int], *, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Bulk:
    """Give cards tags, take tags from them. Tags that the deck gives all its cards are not touched."""

    def change(index: int, data: Mapping[str, Value]) -> Keys:
        own = data.get("tags", [])
        before = tags_of(own)
        tags = [
            *(name for name in before if name not in remove),
            *(name for name in add if name not in before),
        ]
        if tuple(tags) == before:
            return {}
        value: Value = ", ".join(tags) if isinstance(own, str) else list(tags)
        return {"tags": value if tags else None}

    return change_cards(text, indexes, change)


def set_many(text: str, indexes: Iterable[int], keys: Keys) -> Bulk:
    """Give keys of cards the same values, such as source and at, or status and by."""
    return change_cards(text, indexes, lambda index, data: keys)


def change_cards(
    text: str, indexes: Iterable[int], change: Callable[[int, Mapping[str, Value]], Keys]
) -> Bulk:
    """Change cards, each by what it says.

    change: its number and its keys -> those that change; QuizError if it is to stay as it is.
    """
    wanted: dict[int, Keys] = {}
    skipped: list[int] = []
    for index in sorted(set(indexes)):
        try:
            data = item_data(text, index)
            changed = change(index, data)
        except QuizError:
            skipped.append(index)
            continue
        keys = {key: value for key, value in changed.items() if data.get(key) != value}
        if keys:
            wanted[index] = keys
    try:
        return Bulk(set_keys(text, wanted), tuple(skipped))
    except QuizError:
        return _one_by_one(text, wanted, skipped)


def _one_by_one(text: str, wanted: Mapping[int, Keys], skipped: list[int]) -> Bulk:
    """The cards that can be changed, once it is known that some cannot."""
    edited = Edited(text)
    for index, keys in wanted.items():
        try:
            edited = then(edited, set_keys(edited.text, {index: keys}))
        except QuizError:
            skipped.append(index)
    return Bulk(edited, tuple(sorted(skipped)))
