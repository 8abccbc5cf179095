"""Searches in many cards, on texts as ../shared/bench/anki_peer.py gives Anki: the same words, decks, tags.

`python -m tests.bench search --cards 100000`, and beside it
`anki_peer.py --only search --notes 100000 --runs 7` in the same minutes, give the two figures to compare.
"""

import os
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.app import clock
from quizapp.core import ids
from quizapp.core.reviews import Graded, Moment, Review
from quizapp.core.setting_values import DEFAULT_SEARCHES
from quizapp.paths import AppPaths
from quizapp.store import log
from quizapp.store.browse import Browse, Sort
from quizapp.store.database import Database
from tests.bench.data import library

SEED = 20_240_607
DECKS = TAGS = 50
NEEDLE = "zyxqv"
"""In one of 200 cards, within a word."""
NEW_SHARE = 0.1
DUE = 1000
RUNS = 3
WINDOW = 50
"""Rows in view."""
DAY_MS = 86_400_000
QUERIES = {
    "rare_substring": (NEEDLE, Sort()),
    "common_substring": ("ra", Sort()),
    "rare_substring_sorted": (NEEDLE, Sort("question")),
    "common_substring_sorted": ("ra", Sort("question")),
    "tag_is_due": ("tag:tag07 is:due", Sort()),
    "deck": ('deck:"Topic 03"', Sort()),
    "regex": ("re:(ba|de)d[aeo]", Sort()),
    "all_sorted": ("", Sort("question")),
    "prop_ivl": ("prop:ivl>=30 prop:lapses>1", Sort()),
    "rated_7": ("rated:7:1", Sort()),
}
"""As anki_peer.py asks; every one of ours is sorted, by due day if not by question."""


def search(folder: Path) -> dict[str, Any]:
    """Milliseconds of each query, `cold`: nothing is known yet, and `typed`: into a table that is open."""
    cards = int(folder.name.split("-")[0])
    paths = _made(folder.with_name(f"search-{cards}"), cards)
    found: dict[str, Any] = {}
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        shelf = library(db, paths).shelf
        for name, (query, sort) in QUERIES.items():
            cold, typed = [], []
            for _ in range(RUNS):
                cold.append(_ms(Browse(db, shelf), query, sort))
                open_table = Browse(db, shelf)
                open_table.search("", sort)
                typed.append(_ms(open_table, query, sort))
            found |= {
                f"{name}_cold_ms": statistics.median(cold),
                f"{name}_typed_ms": statistics.median(typed),
            }
            found[f"{name}_hits"] = len(Browse(db, shelf).search(query).keys)
        keys = Browse(db, shelf).search("ra").keys
        started = time.perf_counter()
        Browse(db, shelf).rows(keys[:WINDOW])
        found["rows_50_ms"] = (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        Browse(db, shelf).counts([one.query for one in DEFAULT_SEARCHES])
        found["saved_searches_ms"] = (time.perf_counter() - started) * 1000
    return found


def _ms(browse: Browse, query: str, sort: Sort) -> float:
    started = time.perf_counter()
    browse.search(query, sort)
    return (time.perf_counter() - started) * 1000


def _made(folder: Path, cards: int) -> AppPaths:
    """A profile with these cards, made once: read, indexed and studied."""
    paths = AppPaths.under(folder)
    done = folder / "made.done"
    if not done.exists():
        _write(paths.decks, cards)
        with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
            library(db, paths).refresh()
            rows = db.con.execute("SELECT card_id FROM shelf JOIN card USING (card_key) ORDER BY card_key")
            log.append_all(db, _reviews([card_id for (card_id,) in rows], clock().at_ms))
        done.touch()
    with Database.open(paths.data, now=clock, entropy=os.urandom) as db:
        library(db, paths).refresh()
    return paths


def _write(folder: Path, cards: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    decks: list[list[str]] = [[f"title: Topic {number:02}", "cards:"] for number in range(DECKS)]
    for number, (front, back) in enumerate(_texts(cards)):
        decks[number % DECKS] += [f"- q: {front}", f"  a: {back}", f"  tags: tag{number % TAGS:02}"]
    for number, lines in enumerate(decks):
        (folder / f"topic-{number:02}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _texts(cards: int) -> Iterator[tuple[str, str]]:
    """Fronts and backs of some 15 words each, drawn as in anki_peer.py."""
    chance = random.Random(SEED)
    vocabulary = _vocabulary(chance)
    for number in range(cards):
        front = _sentence(chance, vocabulary, chance.randint(11, 18)).capitalize()
        back = _sentence(chance, vocabulary, chance.randint(11, 19)).capitalize()
        if number % 200 == 7:
            back += f" a{NEEDLE}b"
        yield f"{front} ({number})?", f"{back}."


def _vocabulary(chance: random.Random) -> list[str]:
    words: set[str] = set()
    while len(words) < 4000:
        syllables = (
            chance.choice("bcdfghklmnprstvw") + chance.choice("aeiou") for _ in range(chance.randint(1, 4))
        )
        words.add("".join(syllables) + chance.choice(["", "n", "s", "r", "t"]))
    return sorted(words)


def _sentence(chance: random.Random, vocabulary: list[str], count: int) -> str:
    return " ".join(vocabulary[int(len(vocabulary) * chance.random() ** 2.2)] for _ in range(count))


def _reviews(card_ids: list[str], now_ms: int) -> Iterator[Review]:
    """A few reviews of most cards; DUE of them are due today, the others later."""
    chance = random.Random(SEED)
    studied = chance.sample(card_ids, round(len(card_ids) * (1 - NEW_SHARE)))
    for number, card_id in enumerate(studied):
        previous = ""
        wait = chance.randint(1, 120)
        for back, rating in ((wait + 3, 3), (wait, chance.choice((1, 3, 3, 4))), (wait // 2, 3)):
            moment = Moment(now_ms - back * DAY_MS - chance.randrange(6_000_000))
            ahead = 0 if number < DUE else chance.randint(1, 60)
            review_id = ids.ulid(moment.at_ms, chance.randbytes(ids.RANDOM_BYTES))
            yield Review(
                review_id=review_id,
                card_id=card_id,
                session_id="bench",
                device_id="bench",
                moment=moment,
                study_day=moment.study_day,
                mode="study",
                graded=Graded(kind="basic", outcome="unscored"),
                rating=rating,
                due_day=moment.study_day + back + ahead,
                prev_review_id=previous,
                visible_ms=5000,
            )
            previous = review_id
