"""Cards moved from deck to deck, decks split and merged: texts in, texts out.

Cards go as they are written, with the comments directly above them. What they had from their deck and would
lose is written on them; the sources that they name go with them.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import astuple
from yaml.nodes import MappingNode

from quizapp.core.deck import Note
from quizapp.formats.deck_carry import Head, explicit, head_of, renamed, sources_of
from quizapp.formats.fixes import free_id
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import Edited, delete_items, insert_items, items, set_header
from quizapp.formats.yaml_items import gap_of
from quizapp.formats.yaml_outline import outline
from quizapp.formats.yaml_sources import LINE_END, slot_of, source_of
from quizapp.formats.yaml_splice import refuse, then

_KEPT = ("language", "suspended", "answer_type", "group", "pass_", "hint", "status", "not_with")


class Brought(Struct, frozen=True):
    """A deck with cards of another one."""

    edited: Edited
    sources: tuple[str, ...] = ()
    """Sources that came with them, by their names in the deck."""
    renamed: tuple[tuple[str, str], ...] = ()
    """(name before, name now) of sources whose name meant something else here."""
    differs: tuple[int, ...] = ()
    """Cards that say something else here in spite of all, by their numbers in the deck that they are from."""


class Moved(Struct, frozen=True):
    """Two decks between which cards moved."""

    source: Edited
    brought: Brought


class Split(Struct, frozen=True):
    """A deck made two."""

    rest: Edited
    text: str
    """The new deck."""


def _same(path: str) -> str:
    return path


def bring(
    source: str,
    indexes: Iterable[int],
    target: str,
    at: int,
    *,
    with_tags: bool = False,
    paths: Callable[[str], str] = _same,
) -> Brought:
    """Copy cards of one deck into another, before its card of number `at`.

    with_tags: write the tags of their deck on them; paths: what a path to a file becomes where the new deck
    lies. Refused if one of the cards cannot be read.
    """
    chosen = sorted(set(indexes))
    here, there, notes = head_of(source), head_of(target), notes_of(source)
    written = [_written(source, index) for index in chosen]
    used = dict.fromkeys(name for item in written for name in sources_of(item, here.sources))
    names = {name: _free_name(name, here, there) for name in used}
    told = [
        explicit(item, notes[index], here, there, with_tags=with_tags)
        for index, item in zip(chosen, written, strict=True)
    ]
    renewed = [renamed(item, names, paths) for item in told]
    added = {names[name]: here.sources[name] for name in used if names[name] not in there.sources}
    edited = set_header(target, "sources", {**there.sources, **added}) if added else Edited(target)
    edited = then(edited, insert_items(edited.text, at, renewed))
    after = notes_of(edited.text)[at : at + len(chosen)]
    same = map(_says_the_same, [notes[index] for index in chosen], after)
    differs = tuple(index for index, is_same in zip(chosen, same, strict=True) if not is_same)
    changed_names = tuple((name, new) for name, new in names.items() if name != new)
    return Brought(edited, tuple(added), changed_names, differs)


def move_items(
    source: str, indexes: Iterable[int], target: str, at: int, *, paths: Callable[[str], str] = _same
) -> Moved:
    """Take cards out of one deck and put them into another, before its card of number `at`."""
    chosen = sorted(set(indexes))
    brought = bring(source, chosen, target, at, paths=paths)
    return Moved(delete_items(source, chosen), brought)


def merge(target: str, other: str, *, paths: Callable[[str], str] = _same) -> Brought:
    """Put all cards of another deck behind those of a deck; they keep their tags and get its own."""
    count = len(items(other))
    return bring(other, range(count), target, len(items(target)), with_tags=True, paths=paths)


def split(text: str, indexes: Iterable[int], title: str) -> Split:
    """Make a deck of its own of some cards, with the same keys at its top but for title and id."""
    chosen = sorted(set(indexes))
    whole = outline(text)
    if not chosen or len(whole.lists) != 1 or whole.lists[0].flow:
        refuse("only cards of one list, each with its dash, make a new deck")
    for index in chosen:
        slot_of(whole, index)
    new = _of_some(text, chosen)
    for key, value in (("title", title), ("id", None)):
        new = set_header(new, key, value).text
    if [outline(new).tree(at) for at in range(len(chosen))] != [whole.tree(index) for index in chosen]:
        refuse("the cards would read otherwise")
    return Split(delete_items(text, chosen), new)


def _written(text: str, index: int) -> str:
    """A card as it is written, with the comments above it."""
    whole = outline(text)
    slot = slot_of(whole, index)
    if not isinstance(whole.node(index), MappingNode):
        refuse(f"the card in line {slot.line} cannot be read")
    return source_of(whole, index, with_comments=True)


def notes_of(text: str) -> list[Note | None]:
    """What each item of a deck says, None for one with an error."""
    deck = read(text.encode("utf-8", "surrogateescape"), "").deck
    waiting = list(deck.notes if deck else ())[::-1]
    found: list[Note | None] = []
    for item in items(text):
        is_here = bool(waiting) and item.start <= waiting[-1].span.start < item.end
        found.append(waiting.pop() if is_here else None)
    return found


def _of_some(text: str, chosen: Sequence[int]) -> str:
    """The text with the chosen items alone, and what stands above the first and below the last item."""
    whole = outline(text)
    head, last = text[: whole.own_start(0)], whole.slots[-1].end
    ends = LINE_END.match(text, last)
    below = text[ends.end() if ends else last :]
    gap = gap_of(whole, whole.slots[0]).replace("\n", whole.newline)
    parts = [text[whole.own_start(index) : whole.slots[index].end] for index in chosen]
    return head + gap.join(parts) + whole.newline + below


def _free_name(name: str, here: Head, there: Head) -> str:
    """The name of a source in another deck: another one if it means something else there."""
    if there.sources.get(name, here.sources[name]) == here.sources[name]:
        return name
    return free_id(name, there.sources)


def _says_the_same(before: Note | None, after: Note | None) -> bool:
    if before is None or after is None:
        return before is after
    is_same = before.kind is after.kind and all(
        getattr(before, name) == getattr(after, name) for name in _KEPT
    )
    return is_same and _options(before) == _options(after)


def _options(note: Note) -> list[object]:
    """What a question says beside its texts, which may name files that lie elsewhere now."""
    return [value for value in astuple(note.question) if isinstance(value, bool | int | Decimal)]
