"""Pictures and sounds of an import: checked by what is in them, each put beside its deck once."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.problems import Problem, QuizError
from quizapp.formats.base import ImportedCard, ImportedDeck, Media, Tick, no_tick
from quizapp.formats.media_names import renamed
from quizapp.formats.media_types import outward, type_of
from quizapp.store.media import LARGEST


class MediaPlan(Struct, frozen=True):
    """A file that is to be written."""

    path: Path
    media: Media
    size: int


class Found(Struct, frozen=True, kw_only=True):
    """The media of one deck."""

    media: tuple[MediaPlan, ...]
    """Those that are not there yet."""
    names: Mapping[str, str]
    """Name in the import -> name here."""
    problems: tuple[Problem, ...]


def plan_media(media: Sequence[Media], folder: Path, tick: Tick = no_tick) -> Found:
    """What is to be put below a deck's folder. Nothing is overwritten: what differs gets another name."""
    planned, problems = [], []
    names: dict[str, str] = {}
    taken: set[str] = set()
    for number, one in enumerate(media):
        tick(number, len(media))
        try:
            data = one.read()
        except QuizError as error:
            problems.append(
                Problem(code="import_media_unreadable", args={"name": one.name, "reason": str(error)})
            )
            continue
        problem = _refused(one.name, data)
        if problem is not None:
            problems.append(problem)
            continue
        name, is_there = _place(folder, one.name, data, taken)
        names[one.name] = name
        taken.add(name.casefold())
        if not is_there:
            planned.append(MediaPlan(folder / name, one, len(data)))
    return Found(media=tuple(planned), names=names, problems=tuple(problems))


def joined(decks: Sequence[ImportedDeck]) -> ImportedDeck:
    """One deck with the cards of all; a name that two give to different files becomes two."""
    cards: list[ImportedCard] = []
    media: list[Media] = []
    taken: set[str] = set()
    for deck in decks:
        names = {one.name: _free(one.name, taken) for one in deck.media}
        taken |= {*names.values()}
        media += [one._replace(name=names[one.name]) for one in deck.media]
        cards += with_names(deck, names).cards
    first = decks[0] if decks else ImportedDeck(title="", cards=())
    return replace(first, cards=tuple(cards), media=tuple(media))


def with_names(deck: ImportedDeck, names: Mapping[str, str]) -> ImportedDeck:
    """A deck with other names of media."""
    other = {old: new for old, new in names.items() if old != new}
    if not other:
        return deck
    cards = (
        replace(card, data={key: renamed(value, other) for key, value in card.data.items()})
        for card in deck.cards
    )
    return replace(deck, cards=tuple(cards))


def _free(name: str, taken: set[str]) -> str:
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}"
    return free


def _refused(name: str, data: bytes) -> Problem | None:
    """Why a file stays out; told by its content, never by its name."""
    kind = type_of(data)
    if kind is None or len(data) > LARGEST:
        return Problem(code="import_media_refused", args={"name": name})
    reason = outward(data) if kind.name == "SVG" else ""
    if reason:
        return Problem(code="import_media_outward", args={"name": name, "reason": reason})
    return None


def _place(folder: Path, name: str, data: bytes, taken: set[str]) -> tuple[str, bool]:
    """A free name, or that of a file with the same content; whether it is there already.

    taken: names of this import, casefolded: on some systems case alone makes no other file.
    """
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while free.casefold() in taken or (folder / free).exists():
        if free.casefold() not in taken and _says(folder / free, data):
            return free, True
        number += 1
        free = f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}"
    return free, False


def _says(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
