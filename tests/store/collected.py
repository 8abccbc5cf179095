"""A small collection with everything a search can ask for, and the same questions answered the slow way."""

import fnmatch
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from quizapp.core import schedule, text
from quizapp.core.deck import Deck, Note
from quizapp.core.kinds.base import strings
from quizapp.core.query import Both, Either, Leaf, Node, Not
from quizapp.core.query_tests import Between, Contains, Is, Matches, Pattern, Rated, Since
from quizapp.core.reviews import Memory, Review
from quizapp.store import log
from quizapp.store.browse import Browse
from quizapp.store.database import Database
from tests.store.made import Clock, event, fresh, review
from tests.store.shelves import World, card

GEOGRAPHY = """\
title: First steps
tags: [geo]
sources:
  un: {author: Anna Ek, title: Atlas of Nations}
cards:
- {q: What is the capital of Norway?, a: Oslo, tags: ["geo::europe", Nordic], source: un, hint: On a fjord.}
- {q: Größe des Maßes, a: Señor Ångström, tags: ["geo::europe::west"], id: wall-1989}
- {q: the apple, a: la manzana, reverse: "yes", explain: "See ![](apple.png)."}
- cloze: The {{Danube}} flows into the {{Black Sea}}.
- {q: How long is it?, number: "2850", unit: km, valid_until: "2020"}
- {statement: The Rhine rises in Germany., is: "false", status: claim, by: Bob Ross}
"""
HISTORY = """\
title: History
cards:
- {q: When did the wall fall?, a: "1989", typed: "yes", status: fact, valid_until: "2099-05"}
- {q: Which year?, a: "1990", wrong: ["1991", "1992"], media: bell.ogg, tags: [nordic]}
- {q: Name them, list: [Estonia, Latvia, Lithuania], suspended: "yes"}
- {q: "100% of what_ever (a-b)", a: "x"}
"""


class Known(NamedTuple):
    """All that is known of a card, gathered from decks and log."""

    key: int
    id: str
    deck: Deck
    note: Note
    texts: tuple[str, ...]
    memory: Memory | None
    reviews: list[Review]
    state: tuple[int | None, int | None, int]
    """suspended, buried_day, flagged."""


class Collection(NamedTuple):
    """An open database, its library, and a search on it."""

    db: Database
    world: World
    clock: Clock
    browse: Browse
    cards: dict[int, Known]
    """Those on the shelf."""
    missing: frozenset[int]


@contextmanager
def collection() -> Iterator[Collection]:
    """Studied for some weeks; a deck has gone since."""
    clock = Clock()
    with TemporaryDirectory() as folder, fresh(clock) as db:
        world = World(db, Path(folder) / "decks")
        world.save("atlas/steps.yaml", GEOGRAPHY)
        world.save("history.yaml", HISTORY)
        world.write(
            "gone.yaml", [card("Where is Atlantis?", "Nowhere"), card("Who?", "Nobody")], title="Gone"
        )
        world.refresh()
        _study(db, clock, [*_ids_of(world, "atlas/steps.yaml"), *_ids_of(world, "history.yaml")])
        (atlantis, _) = _ids_of(world, "gone.yaml")
        log.append_review(db, review(db, atlantis))
        world.remove("gone.yaml")
        world.write("late.yaml", [card("A late comer", "yes")])
        world.refresh()
        (missing,) = db.con.execute("SELECT card_key FROM card WHERE card_id = ?", (atlantis,)).fetchone()
        browse = Browse(db, world.library.shelf)
        yield Collection(db, world, clock, browse, dict(_known(db, world)), frozenset({missing}))


def _study(db: Database, clock: Clock, ids: list[str]) -> None:
    for round_ in range(12):
        for number, id_ in enumerate(ids[:9]):
            if round_ % (1 + number // 2) == 0:
                rating = 1 if number == 1 or (number + round_) % 5 == 0 else 3 + number % 2
                mode = "quiz" if (number, round_) == (4, 4) else "study"
                log.append_review(db, review(db, id_, rating, mode=mode))
        clock.next_day(2 + round_ % 3)
    for type_, at in (("suspend", 2), ("flag", 3), ("flag", 10), ("bury", 4), ("bury", 0)):
        log.append_event(db, event(db, type_, ids[at]))
        if type_ == "bury" and at == 4:
            clock.next_day()
    log.append_event(db, event(db, "reset", ids[6]))
    log.append_review(db, review(db, ids[5], 1))


def _ids_of(world: World, name: str) -> list[str]:
    sql = "SELECT card_id FROM shelf JOIN card USING (card_key) WHERE deck_key = ? ORDER BY note, card_key"
    return [id_ for (id_,) in world.db.con.execute(sql, (world.deck_key(name),))]


def _known(db: Database, world: World) -> Iterator[tuple[int, Known]]:
    resets = {one.target: one.event_id for one in log.events(db) if one.type == "reset"}
    shelf = world.library.shelf
    for file in shelf.files():
        deck = shelf.deck(file.deck_key)
        rows = db.con.execute(
            "SELECT card_key, card_id, note FROM shelf JOIN card USING (card_key) WHERE deck_key = ?",
            (file.deck_key,),
        )
        for key, id_, index in rows.fetchall():
            note = deck.notes[index]
            history = log.history(db, key)
            since = resets.get(id_, "")
            memory = schedule.replay(one for one in history if one.review_id > since)
            row = db.con.execute(
                "SELECT suspended, buried_day, flagged FROM card_state WHERE card_key = ?", (key,)
            ).fetchone()
            fronts = [note.front(part) for part in note.parts] + [note.back(part) for part in note.parts]
            texts = (*fronts, *strings(note.question), note.explain, *note.tags)
            yield key, Known(key, id_, deck, note, texts, memory, history, row or (None, None, 0))


def naive(found: Collection, node: Node) -> frozenset[int]:
    """What a query finds among the cards on the shelf, card by card."""
    every = frozenset(found.cards)
    if isinstance(node, Not):
        return every - naive(found, node.part)
    if isinstance(node, Both):
        return every.intersection(*(naive(found, part) for part in node.parts))
    if isinstance(node, Either):
        return frozenset().union(*(naive(found, part) for part in node.parts))
    assert isinstance(node, Leaf)
    meets = _MEETS[type(node.test)]
    today = found.db.now().study_day
    return frozenset(key for key, card in found.cards.items() if meets(card, node.test, today))


def _contains(card: Known, test: Contains, today: int) -> bool:
    sought = " ".join(text.bare(test.words).split())
    return any(sought in " ".join(text.bare(one).split()) for one in card.texts)


def _pattern(card: Known, test: Pattern, today: int) -> bool:
    whole = "\n".join(dict.fromkeys(" ".join(text.bare(one).split()) for one in card.texts if one))
    return re.search(test.pattern, whole, re.IGNORECASE) is not None


def _matches(card: Known, test: Matches, today: int) -> bool:
    source = [one.name for one in card.note.source]
    citations = [card.deck.sources[name].citation for name in source if name in card.deck.sources]
    names = {
        "tag": card.note.tags,
        "source": (*source, *citations),
        "by": (card.note.by,) if card.note.by else (),
        "id": (card.note.id,) if card.note.id else (),
        "deck": _deck_names(card.deck),
    }[test.what]
    wanted = text.bare(test.pattern)
    if test.what == "tag" and "*" not in wanted:
        return any(text.bare(name) == wanted or text.bare(name).startswith(f"{wanted}::") for name in names)
    glob = re.compile(fnmatch.translate(wanted.replace("[", "[[]").replace("?", "[?]")))
    return any(glob.match(text.bare(name)) for name in names)


def _deck_names(deck: Deck) -> tuple[str, ...]:
    path = Path(deck.path)
    folders = ("Course", "atlas") if path.parent.name == "atlas" else ("Course",)
    title = deck.title or path.stem
    tails = ["/".join(folders[at:]) for at in range(len(folders))]
    return (title, *folders, *tails, *(f"{tail}/{title}" for tail in tails))


def _between(card: Known, test: Between, today: int) -> bool:
    memory = card.memory
    if memory is None:
        value: float | None = 0 if test.what in ("forgotten", "reviews") else None
    else:
        value = {
            "due": memory.due_day - today,
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "recall": 100 * schedule.retrievability(memory, max(today, memory.last_day + 1)),
            "interval": memory.due_day - memory.last_day,
            "forgotten": memory.lapses,
            "reviews": memory.reps,
        }[test.what]
    if value is None:
        return False
    above = value >= test.low if test.with_low else value > test.low
    return above and (value <= test.high if test.with_high else value < test.high)


def _is(card: Known, test: Is, today: int) -> bool:
    memory, note = card.memory, card.note
    aside, buried, flagged = card.state
    suspended = note.suspended if aside is None else bool(aside)
    awake = not suspended and buried != today
    interval = memory.due_day - memory.last_day if memory else 0
    picture = note.image or "![" in note.explain
    facts: dict[tuple[str, str], Any] = {
        ("is", "due"): memory and memory.due_day <= today and awake,
        ("is", "late"): memory and memory.due_day < today and awake,
        ("is", "suspended"): suspended,
        ("is", "buried"): buried == today,
        ("is", "leech"): memory and memory.lapses >= 8 and interval < 21,
        ("is", "flagged"): flagged,
        ("is", "missing"): False,
        ("is", "changed"): False,
        ("is", "stale"): note.valid_until == "2020",
        ("has", "picture"): picture,
        ("has", "sound"): note.media,
        ("has", "hint"): note.hint,
        ("has", "explanation"): note.explain,
        ("has", "source"): note.source,
        ("has", "tag"): note.tags,
        ("has", "id"): note.id,
    }
    state = "new" if memory is None else "learning" if memory.step else "young" if interval < 21 else "mature"
    named = {"kind": note.kind.name, "status": note.status, "state": state, "is": state}
    key = (test.what, test.value)
    return bool(facts[key]) if key in facts else named[test.what] == test.value


def _rated(card: Known, test: Rated, today: int) -> bool:
    return any(
        today - test.days < one.study_day <= today and test.rating in (0, one.rating) for one in card.reviews
    )


def _since(card: Known, test: Since, today: int) -> bool:
    days = [one.study_day for one in card.reviews if one.mode == "study"]
    if test.what == "begun":
        return bool(days) and today - test.days < min(days) <= today
    return test.days > 7 or card.deck.path.endswith("late.yaml")


_MEETS: dict[type, Callable[[Known, Any, int], bool]] = {
    Contains: _contains,
    Pattern: _pattern,
    Matches: _matches,
    Between: _between,
    Is: _is,
    Rated: _rated,
    Since: _since,
}
