"""What a deck says of all its cards, written on cards that leave it for a deck that says something else."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from quizapp.core.deck import Note
from quizapp.formats.card_keys import plan_of
from quizapp.formats.markup import images
from quizapp.formats.yaml_edit import Value, header_data, item_data, set_keys

_FILES = ("image", "media")


class Head(NamedTuple):
    """What a deck says of its cards."""

    tags: tuple[str, ...]
    language: tuple[str, str]
    """Of front and back; empty if it says none."""
    defaults: Mapping[str, Value]
    sources: Mapping[str, Value]


def head_of(text: str) -> Head:
    """What a deck says of its cards; what it says in an odd form it does not say."""
    data = header_data(text)
    return Head(
        tags=tags_of(data.get("tags", [])),
        language=_sides(data.get("language", "")),
        defaults=_map(data.get("defaults")),
        sources=_map(data.get("sources")),
    )


def tags_of(value: Value) -> tuple[str, ...]:
    """Tags as a list, or in one text between commas."""
    tags = value.split(",") if isinstance(value, str) else [each for each in value if isinstance(each, str)]
    return tuple(filter(None, (tag.strip() for tag in tags)))


def explicit(item: str, note: Note | None, here: Head, there: Head, *, with_tags: bool) -> str:
    """An item of a deck as it must be written in another one to say the same.

    note: what it says in the deck that it comes from, None if that has an error; then only its tags and its
    language are seen to.
    """
    data = item_data(item, 0)
    keys: dict[str, Value | None] = {}
    if with_tags and (missing := [tag for tag in here.tags if tag not in there.tags]):
        own = tags_of(data.get("tags", []))
        keys["tags"] = [*dict.fromkeys((*missing, *own))]
    language = _language(data.get("language", ""), here, there)
    if language:
        keys["language"] = language
    if note is not None:
        keys |= _defaults(data, note, here, there)
    return set_keys(item, {0: keys}).text if keys else item


def renamed(item: str, names: Mapping[str, str], paths: Callable[[str], str]) -> str:
    """An item with other names for its sources and other paths to its files."""
    data = item_data(item, 0)
    keys: dict[str, Value | None] = {}
    if "source" in data and names:
        keys["source"] = _with_names(data["source"], names)
    for key, value in data.items():
        if key in _FILES and isinstance(value, str):
            keys[key] = paths(value)
        elif key != "source":
            keys[key] = _with_paths(value, paths)
    changed: dict[str, Value | None] = {key: value for key, value in keys.items() if value != data[key]}
    return set_keys(item, {0: changed}).text if changed else item


def sources_of(item: str, known: Mapping[str, Value]) -> list[str]:
    """The sources of a deck that an item names."""
    value = item_data(item, 0).get("source", [])
    listed = value if isinstance(value, list) else [value]
    names = [each.get("name", "") if isinstance(each, dict) else each for each in listed]
    return [name for name in names if isinstance(name, str) and name in known]


def _defaults(data: Mapping[str, Value], note: Note, here: Head, there: Head) -> dict[str, Value]:
    """Options that the card had from its deck, and yes/no ones that it would get from the other."""
    plan = plan_of(note.kind)
    fields = {**plan.note, **plan.question}
    options: dict[str, Value] = {
        key: value
        for key, value in here.defaults.items()
        if key in fields and key not in data and there.defaults.get(key) != value
    }
    unwanted = there.defaults.keys() - here.defaults.keys() - data.keys()
    return options | {key: "false" for key in fields if key in unwanted and fields[key].type is bool}


def _language(own: Value, here: Head, there: Head) -> Value:
    """What `language:` must say on a card of another deck; empty if that deck says it."""
    sides = _sides(own)
    wanted = tuple(mine or deck for mine, deck in zip(sides, here.language, strict=True))
    if wanted == tuple(mine or deck for mine, deck in zip(sides, there.language, strict=True)):
        return ""
    front, back = wanted
    if front == back:
        return front
    return {side: tag for side, tag in (("front", front), ("back", back)) if tag}


def _sides(value: Value) -> tuple[str, str]:
    if isinstance(value, dict):
        front, back = value.get("front", ""), value.get("back", "")
    else:
        front = back = value
    return (front if isinstance(front, str) else ""), (back if isinstance(back, str) else "")


def _map(value: Value | None) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}


def _with_names(value: Value, names: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_with_names(each, names) for each in value]
    return {key: _with_names(each, names) if key == "name" else each for key, each in value.items()}


def _with_paths(value: Value, paths: Callable[[str], str]) -> Value:
    """Texts with the paths of the pictures in them changed."""
    if isinstance(value, list):
        return [_with_paths(each, paths) for each in value]
    if isinstance(value, dict):
        return {
            str(_with_paths(key, paths)): _with_paths(each, paths) if key != "name" else each
            for key, each in value.items()
        }
    for path in dict.fromkeys(images(value)) if "](" in value else ():
        value = value.replace(f"]({path}", f"]({paths(path)}")
    return value
