"""The keys of the search language: one declaration gives reading, help and completion."""

from typing import get_args

from msgspec import Struct

from quizapp.core.deck import Status
from quizapp.core.kinds import KINDS
from quizapp.core.query_values import Amount, Answered, Choice, Days, Name, Regex, Values, Words

YOUNG_DAYS = 21
"""Interval from which a card is mature."""

_AHEAD = {"late": (float("-inf"), -1.0), "today": (0.0, 0.0), "tomorrow": (1.0, 1.0)}


class Key(Struct, frozen=True, kw_only=True):
    """A key, written `name:value`. Meanings are marked for translation."""

    name: str
    meaning: str
    """What it asks, a few words."""
    example: str
    values: Values
    aliases: tuple[str, ...] = ()


_STATES = (
    Choice("new", "never studied"),
    Choice("learning", "failed or just begun, comes back within minutes"),
    Choice("young", "comes back within three weeks"),
    Choice("mature", "comes back after three weeks or more", ("review",)),
)
_SORTS = (
    Choice("due", "waits to be studied today"),
    Choice("late", "was due before today", ("overdue",)),
    *_STATES,
    Choice("suspended", "put aside until you bring it back"),
    Choice("buried", "put aside until tomorrow"),
    Choice("leech", "forgotten again and again, still young"),
    Choice("flagged", "marked by you", ("flag", "marked")),
    Choice("missing", "gone from its deck; its progress is kept", ("orphan",)),
    Choice("changed", "reads otherwise than when you last answered it"),
    Choice("stale", "no longer valid by its own date"),
)
_PARTS = (
    Choice("picture", "a picture", ("image",)),
    Choice("sound", "a sound", ("media", "audio")),
    Choice("hint", "a hint"),
    Choice("explanation", "an explanation", ("explain",)),
    Choice("source", "a source"),
    Choice("tag", "a tag", ("tags",)),
    Choice("id", "an id of its own in the deck file"),
)
_STATUSES = {
    "fact": "a fact",
    "claim": "what somebody claims",
    "forecast": "what somebody expects",
    "background": "for better understanding",
}
_KIND_ALIASES = {"true_false": ("tf", "truefalse"), "numeric": ("number",), "basic": ("flip",)}

KEYS: tuple[Key, ...] = (
    Key(name="deck", meaning="deck or folder", example='deck:"Mexico since 2006"', values=Name("deck")),
    Key(
        name="tag",
        meaning="tag, with all tags below it",
        example="tag:history",
        values=Name("tag"),
        aliases=("tags",),
    ),
    Key(
        name="kind",
        meaning="how the card asks",
        example="kind:cloze",
        values=Words(
            "kind", tuple(Choice(kind.name, "", _KIND_ALIASES.get(kind.name, ())) for kind in KINDS)
        ),
    ),
    Key(
        name="status",
        meaning="fact, claim, forecast",
        example="status:claim",
        values=Words("status", tuple(Choice(word, _STATUSES[word]) for word in get_args(Status) if word)),
    ),
    Key(name="is", meaning="how the card stands", example="is:due", values=Words("is", _SORTS)),
    Key(
        name="state",
        meaning="new, learning, young, mature",
        example="state:young",
        values=Words("state", _STATES),
    ),
    Key(
        name="due",
        meaning="days until it is due",
        example="due:<14d",
        values=Amount("due", "days", _AHEAD),
    ),
    Key(
        name="stability",
        meaning="days the memory lasts",
        example="stability:<10",
        values=Amount("stability", "days"),
        aliases=("s",),
    ),
    Key(
        name="difficulty",
        meaning="how hard it is for you, from 1 to 10",
        example="difficulty:>8",
        values=Amount("difficulty"),
        aliases=("d",),
    ),
    Key(
        name="recall",
        meaning="per cent, how likely you know it today",
        example="recall:<80",
        values=Amount("recall", "percent"),
        aliases=("r", "retrievability"),
    ),
    Key(
        name="interval",
        meaning="days from the last review to the next",
        example="interval:>=21",
        values=Amount("interval", "days"),
        aliases=("ivl",),
    ),
    Key(
        name="forgotten",
        meaning="how often you forgot it",
        example="forgotten:>3",
        values=Amount("forgotten"),
        aliases=("lapses",),
    ),
    Key(
        name="reviews",
        meaning="how often you studied it",
        example="reviews:>=10",
        values=Amount("reviews"),
        aliases=("reps",),
    ),
    Key(
        name="rated",
        meaning="answered in the last days, and how",
        example="rated:7:1",
        values=Answered(),
    ),
    Key(name="added", meaning="new in the last days", example="added:30", values=Days("added")),
    Key(
        name="begun",
        meaning="studied for the first time in the last days",
        example="begun:7",
        values=Days("begun"),
        aliases=("introduced",),
    ),
    Key(name="source", meaning="where it is from", example="source:un", values=Name("source")),
    Key(name="by", meaning="who claims it", example="by:*Nobel*", values=Name("by")),
    Key(name="has", meaning="what comes with it", example="has:picture", values=Words("has", _PARTS)),
    Key(name="id", meaning="id in the deck file", example="id:wall-1989", values=Name("id")),
    Key(
        name="re",
        meaning="regular expression in the text",
        example=r"re:\bcoups?\b",
        values=Regex(),
        aliases=("regex",),
    ),
)
"""In the order of the help."""

BY_NAME = {name: key for key in KEYS for name in (key.name, *key.aliases)}
NAMES = tuple(key.name for key in KEYS)
