"""Made-up logs of a travelling learner with two machines, and what statistics say of them, counted by hand.

The count goes through the lines of the log, with lists and loops; it knows no table, no view and no fold.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any, NamedTuple

from quizapp.core.reviews import Event, Graded, Moment, Review
from tests.store.made import DAY_MS, START_MS

HOUR_MS = 3_600_000
DECKS = {"Deck 1": ("a#", "b#", "c#", "d#"), "Deck 2": ("e#", "f#")}
GONE = "gone#"
"""A card with answers that no deck has any more."""
CARDS = (*DECKS["Deck 1"], *DECKS["Deck 2"], GONE)
ZONES = ((60, 120), (-300, -240), (330, 330), (765, 825))
"""UTC offsets in winter and in summer, minutes: Berlin, New York, Delhi, the Chatham Islands."""
MODES = ("study",) * 6 + ("exam", "quiz", "cram", "repeat")
EVENTS = ("void", "void", "regrade", "alias", "reset", "suspend", "bury", "tombstone", "set_due")
Line = Review | Event


def lines(chance: random.Random, reviews: int, days: int) -> list[Line]:
    """A log in the order of its times; what is said of a review comes after it."""
    made: list[Line] = []
    at_ms = START_MS - days * DAY_MS
    ids = count()
    for _ in range(reviews):
        at_ms += chance.choice((1, HOUR_MS, 9 * HOUR_MS, chance.randrange(2 * days * DAY_MS // reviews)))
        made.append(_review(chance, f"R{next(ids):04}", at_ms))
        if chance.random() < 0.15:
            made.append(_event(chance, f"E{next(ids):04}", at_ms + chance.randrange(10), made))
    return sorted(made, key=_order)


def _moment(chance: random.Random, at_ms: int) -> Moment:
    """Wherever the learner is by then, with the clock as it is put there in that half of the year."""
    place = (at_ms // (40 * DAY_MS)) % len(ZONES)
    summer = (at_ms // (182 * DAY_MS)) % 2
    rollover_h = (4, 4, 0, 23)[(at_ms // (90 * DAY_MS)) % 4]
    return Moment(at_ms, ZONES[place][summer] if chance.random() < 0.8 else 0, rollover_h)


def _review(chance: random.Random, id_: str, at_ms: int) -> Review:
    moment = _moment(chance, at_ms)
    return Review(
        review_id=id_,
        card_id=chance.choice(CARDS[: chance.randint(1, len(CARDS))]),
        session_id=f"S{at_ms // DAY_MS % 5}",
        device_id=chance.choice(("desk", "laptop")),
        moment=moment,
        study_day=moment.study_day,
        mode=chance.choice(MODES),
        graded=Graded(kind="basic", outcome="unscored"),
        rating=chance.choice((1, 2, 3, 3, 4)),
        due_day=chance.choice((0, moment.study_day + chance.randrange(1, 80))),
        visible_ms=chance.randrange(60_000),
    )


def _event(chance: random.Random, id_: str, at_ms: int, before: Sequence[Line]) -> Event:
    type_ = chance.choice(EVENTS)
    about = chance.choice(before[-9:])
    target, payload = chance.choice(CARDS), dict[str, Any]()
    if type_ == "void":
        target = about.review_id if isinstance(about, Review) else about.event_id
    elif type_ == "regrade":
        target = chance.choice([one.review_id for one in before if isinstance(one, Review)][-9:])
        payload = {"outcome": "correct", "rating": chance.randint(1, 4)}
    elif type_ == "alias":
        payload = {"to": chance.choice(CARDS)}
    elif type_ == "set_due":
        payload = {"day": _moment(chance, at_ms).study_day + chance.randrange(40)}
    elif type_ == "tombstone" and chance.random() < 0.5:
        target = chance.choice(("S0", "S3"))
    return Event(
        event_id=id_,
        type=type_,
        target=target,
        moment=_moment(chance, at_ms),
        device_id="desk",
        payload=payload,
    )


def _order(line: Line) -> tuple[int, str]:
    return line.moment.at_ms, line.review_id if isinstance(line, Review) else line.event_id


class Answer(NamedTuple):
    """A review that stands, for the card that its own has become."""

    card: str
    review: Review
    rating: int
    counted: bool

    @property
    def hour(self) -> int:
        moment = self.review.moment
        return (moment.at_ms // 60_000 + moment.utc_offset_min) // 60 % 24


def answers(log: Sequence[Line]) -> list[Answer]:
    """What stands in a log."""
    log = sorted(log, key=_order)
    events = [one for one in log if isinstance(one, Event)]
    voids = {one.target for one in events if one.type == "void"}
    stands = [one for one in events if one.event_id not in voids]
    became = _aliases(one for one in stands if one.type == "alias")
    ratings = {one.target: one.payload["rating"] for one in stands if one.type == "regrade"}
    dead = [(one.target, one.moment.at_ms) for one in events if one.type == "tombstone"]
    found = []
    studied: dict[str, list[int]] = {}
    for line in log:
        if isinstance(line, Event):
            if line.type == "reset" and line.event_id not in voids:
                studied.pop(became(line.target), None)
            continue
        covered = any(to in (line.card_id, line.session_id) and line.moment.at_ms <= at for to, at in dead)
        if line.review_id in voids or covered:
            continue
        card = became(line.card_id)
        counted = False
        if line.mode == "study":
            days = studied.setdefault(card, [])
            counted = bool(days) and all(day < line.study_day for day in days)
            days.append(line.study_day)
        found.append(Answer(card, line, ratings.get(line.review_id, line.rating), counted))
    return found


def _aliases(events: Iterable[Event]) -> Callable[[str], str]:
    now = {card: card for card in CARDS}
    for event in events:
        old, new = event.target, event.payload["to"]
        now = {card: new if is_now == old else is_now for card, is_now in now.items()}
        now[old] = now[new] = new
    return now.__getitem__


def recall(found: Iterable[Answer]) -> tuple[int, int]:
    """Counted, recalled."""
    counted = [one.rating > 1 for one in found if one.counted]
    return len(counted), sum(counted)


def visible(found: Iterable[Answer]) -> int:
    return sum(one.review.visible_ms for one in found)


def by_day(found: Iterable[Answer]) -> list[tuple[int, int, int]]:
    """(day, reviews, visible_ms), oldest first."""
    days = Counter(one.review.study_day for one in found)
    return [
        (day, reviews, sum(one.review.visible_ms for one in found if one.review.study_day == day))
        for day, reviews in sorted(days.items())
    ]


def by_month(found: Iterable[Answer]) -> dict[tuple[int, int], tuple[int, int]]:
    """(year, month) -> counted, recalled; those with any."""
    months: dict[tuple[int, int], list[Answer]] = {}
    for one in found:
        when = date(1970, 1, 1) + timedelta(days=one.review.study_day)
        if one.counted:
            months.setdefault((when.year, when.month), []).append(one)
    return {month: recall(those) for month, those in months.items()}


def weeks_in_a_row(found: Iterable[Answer], today: int) -> int:
    """Calendar weeks, by the calendar of the standard library."""
    weeks = {_week(one.review.study_day) for one in found}
    days = iter(range(today, today - 7_000, -7))
    first = next(days)
    row = int(_week(first) in weeks)
    for day in days:
        if _week(day) not in weeks:
            break
        row += 1
    return row


def _week(day: int) -> tuple[int, int]:
    return (date(1970, 1, 1) + timedelta(days=day)).isocalendar()[:2]


def hardest(found: Sequence[Answer], among: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """(card, forgotten, counted) with at least 10 counted answers, by share, then by number forgotten."""
    shares = []
    for card in among:
        counted, recalled = recall(one for one in found if one.card == card)
        if counted >= 10:
            shares.append((-(counted - recalled) / counted, recalled - counted, card, counted))
    for _, forgotten, card, counted in sorted(shares):
        yield card, -forgotten, counted
