"""Decks read to be exported, with their progress if that is wanted, and the files that come of it."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.core.problems import QuizError
from quizapp.core.reviews_in import PastReview
from quizapp.formats.base import Shipped, Standing, Written
from quizapp.formats.encoding import decode
from quizapp.formats.sources import Beside
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import items
from quizapp.formats.yaml_items import delete_items
from quizapp.store import cards, log, memory

if TYPE_CHECKING:
    from quizapp.store.database import Database


def ship(paths: Sequence[Path]) -> tuple[Shipped, ...]:
    """Deck files as writers take them. QuizError if one cannot be read at all, or there is no card in any."""
    shipped = []
    top = _common(paths)
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise QuizError("deck_unreadable", file=str(path), reason=error.strerror or str(error)) from error
        loaded = read(data, str(path))
        if loaded.deck is None:
            raise QuizError("export_unread", file=str(path), reason=loaded.problems[0].message)
        folders = path.parent.resolve().relative_to(top).parts
        shipped.append(Shipped(loaded.deck, decode(data).text, Beside(path.parent), folders=folders))
    if not any(one.deck.notes for one in shipped):
        raise QuizError("export_nothing")
    return tuple(shipped)


def narrowed(shipped: Sequence[Shipped], only: Mapping[str, frozenset[int]]) -> tuple[Shipped, ...]:
    """The same decks with some of their notes alone.

    only: path of a deck -> the notes of it, counted from 0; decks that it does not name go whole.
    """
    return tuple(_narrowed(one, only[one.deck.path]) if one.deck.path in only else one for one in shipped)


def _narrowed(shipped: Shipped, wanted: frozenset[int]) -> Shipped:
    starts = {note.span.start for at, note in enumerate(shipped.deck.notes) if at in wanted}
    found = enumerate(items(shipped.text))
    others = [at for at, item in found if not any(item.start <= start < item.end for start in starts)]
    text = delete_items(shipped.text, others).text if others else shipped.text
    deck = read(text.encode(), shipped.deck.path).deck
    return shipped._replace(deck=deck, text=text) if deck is not None else shipped


def with_progress(db: "Database", shipped: Sequence[Shipped]) -> tuple[Shipped, ...]:
    """The same decks with what is known of their cards."""
    known = _Known(db)
    return tuple(one._replace(reviews=known.reviews, memory=known.standing) for one in shipped)


def write_files(written: Written, out: Path, shipped: Sequence[Shipped]) -> None:
    """Put an export where it was wanted, all of it or nothing: one file under the name given, several below
    it as a folder. QuizError where that cannot be, or where one of the decks themselves stands."""
    alone = len(written.files) == 1
    targets = {out if alone else out / name: data for name, data in written.files.items()}
    decks = {Path(one.deck.path).resolve() for one in shipped}
    over = next((path for path in targets if path.resolve() in decks), None)
    if over is not None:
        raise QuizError("export_over", file=str(over))
    drafts: dict[Path, Path] = {}
    try:
        for path, data in targets.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path] = path.with_name(f".{path.name}.part")
            drafts[path].write_bytes(data)
        for path, draft in drafts.items():
            os.replace(draft, path)
    except OSError as error:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()
        raise QuizError("import_unwritable", folder=str(out), reason=error.strerror or str(error)) from error


class _Known:
    """What the log knows of cards by the id that a deck gives them."""

    def __init__(self, db: "Database") -> None:
        self._db = db

    def reviews(self, own: str) -> tuple[PastReview, ...]:
        """Those that count in the schedule, oldest first."""
        key = self._key(own)
        if key is None:
            return ()
        return tuple(PastReview(own, *answer) for answer in log.answers(self._db, key))

    def standing(self, own: str) -> Standing | None:
        key = self._key(own)
        known = memory.get(self._db, key) if key is not None else None
        if key is None or known is None:
            return None
        return Standing(
            stability=known.stability,
            difficulty=known.difficulty,
            due_day=known.due_day,
            last_day=known.last_day,
            reps=known.reps,
            lapses=known.lapses,
            suspended=key in cards.suspended(self._db, [key]),
        )

    def _key(self, own: str) -> int | None:
        row = self._db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (own,)).fetchone()
        return row[0] if row else None


def _common(paths: Sequence[Path]) -> Path:
    return Path(os.path.commonpath([path.parent.resolve() for path in paths])) if paths else Path()
