"""Statistics outside the window: as JSON values, and as a report in plain words."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from quizapp.core.stats import Bin, Day, Group, Hard, Load, Period, Recall, Statistics
from quizapp.core.stats_sums import date_of

_DIGITS = 4
"""Of shares in JSON."""
_LISTED = 10
"""Decks, tags, kinds or statuses in a report."""
_FRONT = 70
"""Letters of a question in a report."""
_PERIODS: Mapping[Period, str] = {"month": "last 30 days", "year": "last year", "all": "all time"}
_AHEAD = ((1, "today"), (7, "in 7 days"), (30, "in 30 days"), (90, "in 90 days"))
Row = tuple[str, ...]


def as_json(found: Statistics, loads: Sequence[Load] = ()) -> dict[str, Any]:
    """All numbers. Study days are ISO 8601 dates, shares in [0, 1] or null, times milliseconds.

    loads: what each desired retention would cost, of all cards.
    """
    forecast = [
        {"date": _date(found.today + ahead), "cards": cards} for ahead, cards in enumerate(found.forecast)
    ]
    return _fields(found) | {
        "today": _date(found.today),
        "forecast": forecast,
        "ms_per_answer": found.ms_per_answer,
        "workload": [_fields(one) for one in loads],
    }


def _date(day: int) -> str:
    return date_of(day).isoformat()


def _fields(value: Struct) -> dict[str, Any]:
    return {name: _json(getattr(value, name)) for name in value.__struct_fields__}


def _json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_json(one) for one in value]
    if not isinstance(value, Struct):
        return value
    make: Callable[[Any], dict[str, Any]] = _JSON.get(type(value), _fields)
    return make(value)


def _recall(value: Recall) -> dict[str, Any]:
    shares = {"share": value.share, **value.bounds._asdict()}
    return _fields(value) | {
        name: None if share is None else round(share, _DIGITS) for name, share in shares.items()
    }


def _day(value: Day) -> dict[str, Any]:
    return _fields(value) | {"day": _date(value.day)}


_JSON: Mapping[type[Struct], Callable[[Any], dict[str, Any]]] = {Recall: _recall, Day: _day}


def report(found: Statistics, loads: Sequence[Load] = ()) -> str:
    """The same for people, in English."""
    about = f"the cards of “{found.query}”" if found.query else "all cards"
    parts = [f"Statistics of {about}, {_PERIODS[found.period]}. Today is {_date(found.today)}."]
    for heading, lines in (*_sections(found), (_COST, _loads(loads, found.desired))):
        if lines:
            parts.append("\n".join((heading, *(f"  {line}".rstrip() for line in lines))))
    return "\n\n".join(parts)


def _sections(found: Statistics) -> Iterator[tuple[str, Sequence[str]]]:
    groups = found.groups
    yield "Today", _today(found)
    yield "Reviews", [_reviews(found)] if found.reviews else []
    yield f"Retention ({_percent(found.desired)} desired)", _months(found)
    yield "Due", _table((words, _count(sum(found.forecast[:days]))) for days, words in _AHEAD)
    yield (
        "Cards",
        _table((name, _count(getattr(found.states, name))) for name in found.states.__struct_fields__),
    )
    yield "Stability", _table((_range(one), _count(one.cards)) for one in found.stability if one.cards)
    yield "Decks", _groups(groups.decks)
    yield "Tags", _groups(groups.tags)
    yield "Kinds", _groups(groups.kinds)
    yield "Statuses", _groups(groups.statuses)
    yield "Hours", _hours(found)
    yield "Hardest cards", _table(map(_hard, found.hard))
    yield "Leeches", _table(map(_hard, found.leeches))


_COSTS_EVERY = 5
"""Percent."""
_FEW = 10
"""Below it a tenth is worth a word."""
_COST = "What a desired retention costs with all cards, a day in the long run"


def _loads(loads: Sequence[Load], desired: float) -> list[str]:
    """Every fifth percent, and the desired one."""
    return _table(
        (_percent(one.retention), f"{_rough(one.reviews)} reviews", f"{_rough(one.minutes)} min")
        for one in loads
        if round(100 * one.retention) % _COSTS_EVERY == 0 or _percent(one.retention) == _percent(desired)
    )


def _rough(number: float) -> str:
    return f"{number:.1f}" if number < _FEW else f"{number:,.0f}"


def _today(found: Statistics) -> list[str]:
    day = found.day
    return [
        f"{_plural(day.reviews, 'review')} in {_time(day.visible_ms)}, {_plural(day.due, 'card')} still due, "
        f"{_plural(day.weeks, 'week')} in a row",
        f"recalled: {_recalled(day.recall)}; in the 30 days before: {_recalled(day.usual)}",
    ]


def _reviews(found: Statistics) -> str:
    each = (found.ms_per_answer or 0) / 1000
    return (
        f"{_plural(found.reviews, 'review')} in {_time(found.visible_ms)}, {each:.1f} s each; "
        f"recalled: {_recalled(found.recall)}"
    )


def _months(found: Statistics) -> list[str]:
    return _table(
        (f"{one.year}-{one.month:02}", *_shares(one.recall)) for one in found.months if one.recall.counted
    )


def _groups(groups: Sequence[Group]) -> list[str]:
    rows = [
        (
            one.name or "(none)",
            _plural(one.cards, "card"),
            _plural(one.reviews, "review"),
            _time(one.visible_ms),
            *_shares(one.recall),
        )
        for one in groups[:_LISTED]
    ]
    more = len(groups) - len(rows)
    return [*_table(rows), *([f"and {more} more"] if more else [])]


def _hours(found: Statistics) -> list[str]:
    return _table(
        (f"{one.hour:02}:00", _plural(one.reviews, "review"), *_shares(one.recall))
        for one in found.hours
        if one.reviews
    )


def _hard(card: Hard) -> Row:
    stability = "" if card.stability is None else f"stability {card.stability:.1f} days"
    front = card.front if len(card.front) <= _FRONT else f"{card.front[: _FRONT - 1].rstrip()}…"
    return f"{card.forgotten} of {card.reviews} forgotten", stability, f"{front} ({card.deck})"


def _recalled(recall: Recall) -> str:
    share, counts = _shares(recall)[0], f"{recall.recalled} of {recall.counted}"
    return f"{counts} ({share})" if recall.counted else "none"


def _shares(recall: Recall) -> Row:
    """The share, its bounds, the counts."""
    counts = f"{recall.recalled} of {recall.counted} recalled" if recall.counted else ""
    if not recall.enough:
        return "not enough data" if recall.counted else "", "", counts
    return _percent(recall.share or 0.0), " to ".join(map(_percent, recall.bounds)), counts


def _range(one: Bin) -> str:
    return f"{one.low:g} to {one.high:g} days" if one.high else f"{one.low:g} days and more"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _time(ms: int) -> str:
    if ms < 60_000:
        return f"{round(ms / 1000)} s"
    minutes = round(ms / 60_000)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def _count(number: int) -> str:
    return f"{number:,}"


def _plural(number: int, unit: str) -> str:
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def _table(rows: Iterable[Row]) -> list[str]:
    """Columns of equal width: the first to the left, numbers below each other."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 or not cell[:1].isdigit() else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
