"""A question as Moodle has it: its type there, with texts still in our Markdown."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from quizapp.core.kinds.gaps import Task

Type = Literal[
    "multichoice",
    "truefalse",
    "shortanswer",
    "numerical",
    "matching",
    "ordering",
    "essay",
    "cloze",
    "ddmarker",
]


class Share(Struct, frozen=True):
    """An answer and what it earns."""

    text: str
    """Markdown; of a short answer plain, with `*` for any characters and `\\*` for a star."""
    credit: Decimal
    """From -1 to 1."""
    feedback: str = ""


class Near(Struct, frozen=True):
    """Numbers that are right: all from low to high, and so far beyond."""

    low: Decimal
    high: Decimal
    within: Decimal
    credit: Decimal


class Sheet(Struct, frozen=True, kw_only=True):
    """A question of one of the types; what a type has no use for stays empty."""

    type: Type
    q: str
    held: frozenset[str]
    """The keys of the card's own kind that it says."""
    changed: tuple[tuple[str, str], ...] = ()
    """(what, what it became) of all that is otherwise than in the deck."""
    shares: tuple[Share, ...] = ()
    single: bool = True
    case: bool = False
    right: bool = True
    """Of a statement."""
    numbers: tuple[Near, ...] = ()
    units: tuple[str, ...] = ()
    unit_needed: bool = False
    pairs: tuple[tuple[str, str], ...] = ()
    """Their right sides are plain."""
    extra: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    scoring: str = ""
    model: str = ""
    check: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    """Gaps of a text, in order."""
    picture: str = ""
    boxes: tuple[tuple[str, tuple[Decimal, Decimal, Decimal, Decimal]], ...] = ()
    """(name, left, top, width and height in per cent of the picture)."""

    @property
    def info(self) -> str:
        """What a good answer of an essay says, with its points at the end."""
        points = "\n".join(f"- {point}" for point in self.check)
        return "\n\n".join(filter(None, (self.model, points)))


SHARES: Final[tuple[Decimal, ...]] = tuple(
    map(
        Decimal,
        [
            "100",
            "90",
            "83.33333",
            "80",
            "75",
            "70",
            "66.66667",
            "60",
            "50",
            "40",
            "33.33333",
            "30",
            "25",
            "20",
            "16.66667",
            "14.28571",
            "12.5",
            "11.11111",
            "10",
            "5",
            "0",
        ],
    )
)
"""Per cent that Moodle knows; others it refuses."""


def percent(credit: Decimal) -> Decimal:
    """The nearest that Moodle knows."""
    size = min(SHARES, key=lambda share: abs(share - abs(credit) * 100))
    return size.copy_sign(credit) if size else Decimal(0)


def written(number: Decimal) -> str:
    """In digits, without zeros at the end."""
    return f"{number.normalize():f}" if number else "0"


TRUE_FALSE: Final[Mapping[bool, str]] = {True: "true", False: "false"}
"""Answers of a statement."""
