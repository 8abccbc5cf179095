"""Who a note is: fingerprints, uids, and the sub-keys of its cards.

A note with an `id` is known by it. One without gets a uid at first sight, made from its deck's name and its
text, so that two machines agree; afterwards `quizapp.core.ladder` finds it again whatever was edited.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from msgspec import Struct

from quizapp.core import likeness
from quizapp.core.deck import CardId, Deck, Note

SAME_PART = 0.65
"""Names at least this alike are one part, edited."""


class Part(Struct, frozen=True, array_like=True):
    """One card of a note: the sub-key its progress is kept under, and the part's name when last seen."""

    key: str = ""
    seen: str = ""
    live: bool = True


WHOLE = (Part(),)
"""The parts of a note that makes one card."""


class Seen(Struct, frozen=True, gc=False):
    """A note as it stands in a deck file, reduced to what tells it from others."""

    file: str
    deck: str
    """The deck's id or title."""
    place: int
    id: str
    """The uid that its explicit id gives; "" if it has none."""
    kind: str
    front: str
    back: str
    parts: tuple[str, ...] = ("",)


class Print(Struct, frozen=True, gc=False):
    """A fingerprint: a note as it was last seen."""

    uid: str
    file: str
    """The deck file it was in before this pass; "" if in none, or if that was forgotten."""
    deck: str
    place: int
    kind: str
    front: str
    back: str
    parts: tuple[Part, ...] = WHOLE
    gone: bool = False
    """True if it was in no deck before this pass."""


def normal(text: str) -> str:
    """The form that fingerprints compare. Frozen: uids are made from it on every machine."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def uid_of_id(explicit: str) -> str:
    """The uid of an explicit id: itself, with the two characters that uids give a meaning escaped."""
    uid = unicodedata.normalize("NFC", explicit).replace("%", "%25").replace("#", "%23")
    return "%7E" + uid[1:] if uid.startswith("~") else uid


def card_id(uid: str, part_key: str) -> CardId:
    """The identity of one card of a note."""
    return CardId(f"{uid}#{part_key}" if part_key else uid)


def uid_of(card_id: str) -> str:
    """The note that a card is of."""
    return card_id.partition("#")[0]


def deck_name(deck: Deck) -> str:
    """What a deck is called in fingerprints: its id, else its title."""
    return deck.id or deck.title


def see(deck: Deck) -> tuple[Seen, ...]:
    """The notes of a deck as identity sees them."""
    name = deck_name(deck)
    return tuple(_see(note, deck.path, name, place) for place, note in enumerate(deck.notes))


def _see(note: Note, path: str, name: str, place: int) -> Seen:
    parts = note.parts
    picture = " ".join(note.files)
    first = parts[0] if parts else ""
    front = note.front(first) or note.kind.front(note.question, first)
    back = note.back(first) or note.kind.back(note.question, first)
    return Seen(
        file=path,
        deck=name,
        place=place,
        id=uid_of_id(note.id) if note.id else "",
        kind=note.kind.name,
        front=normal(f"{front} {picture}" if picture else front),
        back=normal(back),
        parts=parts,
    )


def mint(notes: Sequence[Seen], taken: Callable[[str], bool]) -> list[str]:
    """Uids for new notes without an id, in order. Identical notes are numbered; `taken` tells uids in use."""
    ordinals: dict[tuple[str, str, str], int] = {}
    uids: list[str] = []
    for note in notes:
        text = (note.deck, note.front, note.back)
        ordinal = ordinals.get(text, 0)
        while taken(uid := _uid(note, ordinal)):
            ordinal += 1
        ordinals[text] = ordinal + 1
        uids.append(uid)
    return uids


def _uid(note: Seen, ordinal: int) -> str:
    text = "\0".join((note.deck, note.front, note.back, str(ordinal)))
    return "~" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def link_parts(old: Sequence[Part], names: Sequence[str]) -> tuple[Part, ...]:
    """The parts of a note that now has `names`: those live first, in order, then those it once had.

    A part keeps its key if it keeps its name, if the whole note (part "") became parts or parts became the
    whole, if the names are alike, or by its place if it alone changed, or all did. Otherwise it is new.
    """
    if old and [part.seen for part in old if part.live] == [*names]:
        return tuple(old)
    by_name = {part.seen: part for part in old}
    found = {name: by_name[name] for name in names if name in by_name}
    found |= _edited([part for part in old if part.live], names, found)
    keys = {part.key for part in old}
    now: list[Part] = []
    for name in names:
        key = found[name].key if name in found else _free_key(name, keys)
        keys.add(key)
        now.append(Part(key, name))
    kept = {part.key for part in now}
    return (*now, *(Part(part.key, part.seen, False) for part in old if part.key not in kept))


class Adopted(NamedTuple):
    """How the cards of one note become those of another."""

    pairs: tuple[tuple[str, str], ...]
    """(key in the old note, key in the other) of each card."""
    parts: tuple[Part, ...]
    """The parts of the other note then."""


def adopt_parts(old: Sequence[Part], own: Sequence[Part]) -> Adopted:
    """Give the cards of a note to another one, of which the learner says that it is the same.

    A card that finds no counterpart is kept with the other note, so that it returns if its text does.
    """
    live = [part for part in own if part.live]
    linked = link_parts(old, [part.seen for part in live])
    known, keys = {part.key for part in old}, {part.key for part in own}
    pairs = [
        (was.key, now.key) for was, now in zip(linked[: len(live)], live, strict=True) if was.key in known
    ]
    kept = []
    for part in linked[len(live) :]:
        key = _free_key(part.key, keys)
        keys.add(key)
        kept.append(Part(key, part.seen, False))
        pairs.append((part.key, key))
    return Adopted(tuple(pairs), (*own, *kept))


def _edited(live: Sequence[Part], names: Sequence[str], found: Mapping[str, Part]) -> dict[str, Part]:
    """The parts that have another name now: new name -> part."""
    lost = [part for part in live if part.seen not in found]
    fresh = [name for name in names if name not in found]
    if lost and fresh and "" in (lost[0].seen, fresh[0]):
        return {fresh[0]: lost[0]}
    linked: dict[str, Part] = {}
    scored = [(likeness.ratio(name, part.seen), name, part) for part in lost for name in fresh]
    for score, name, part in sorted(scored, key=lambda row: -row[0]):
        if score >= SAME_PART and name not in linked and part not in linked.values():
            linked[name] = part
    left = [name for name in fresh if name not in linked]
    if len(live) == len(names) and len(left) in (1, len(names)):
        free = [part for part in lost if part not in linked.values()]
        linked |= {
            name: part for name, part in zip(names, live, strict=True) if name in left and part in free
        }
    return linked


def _free_key(name: str, keys: set[str]) -> str:
    key, ordinal = name, 1
    while key in keys:
        ordinal += 1
        key = f"{name}~{ordinal}"
    return key
