"""What settings are made of: their values, and what a declaration says."""

from typing import Any, Literal, NewType

from msgspec import Meta, Struct

from quizapp.core.stats import Period

Scope = Literal["device", "all"]
"""Where a setting lives: `device` settings never travel to another machine."""
Theme = Literal["system", "light", "dark", "contrast"]
Motion = Literal["system", "full", "reduced"]
Way = Literal["written", "typed", "choice", "promote"]
"""How a card is asked: as its author wrote it, in writing, as a choice, or as a choice until it was passed
twice and then in writing."""
Order = Literal["due", "hardest", "forgotten", "random", "deck"]
"""Of the day's reviews: by due day; the most difficult first; the least likely to be recalled first; by
chance; deck by deck."""
Backlog = Literal["kept", "oldest", "hardest"]
"""Which reviews come first where more wait than a day's limit: those most worth keeping (highest
retrievability), those longest overdue, or the most difficult."""
NewPlace = Literal["among", "first", "last"]
NewOrder = Literal["deck", "random"]
LeechAction = Literal["flag", "suspend"]
ExamsCount = Literal["never", "wrong", "all"]
"""Whether quizzes, exams and quick rounds move the schedule: not at all; a wrong answer counts as Again;
every answer counts."""


class SavedSearch(Struct, frozen=True):
    """A search with a name, as it stands in the rail."""

    name: str
    """Those of the defaults are marked for translation."""
    query: str


DEFAULT_SEARCHES = (
    SavedSearch("All cards", ""),
    SavedSearch("Due today", "is:due"),
    SavedSearch("Forgotten often", "forgotten:>3"),
    SavedSearch("Never studied", "is:new"),
    SavedSearch("Claims", "status:claim"),
    SavedSearch("No source given", "-has:source"),
)


class BrowseView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the table of all cards was left."""

    columns: tuple[str, ...] = ("kind", "deck", "tags", "due", "stability")
    """Keys of the columns beside the question."""
    widths: tuple[tuple[str, int], ...] = ()
    """Key of a column -> its width at 100 % text size, px, where the learner changed it."""
    sort: str = "due"
    descending: bool = False
    preview: bool = True
    table_height: int = 0
    """Of the table above the preview, px at 100 % text size; 0: eight rows."""


class StatisticsView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the statistics were left."""

    period: Period = "year"
    tables: tuple[str, ...] = ()
    """Names of the charts that are shown as tables."""
    way: str = "decks"
    """What cards are grouped by: a field of core.stats.Groups."""


class CopyChoice(Struct, frozen=True):
    """What is to become of a deck whose cards another deck has too."""

    path: str
    choice: Literal["ignore", "prefer", "separate"]
    """Not studied and no longer told; studied in place of the other; studied beside it, as its own cards."""


class KeyChoice(Struct, frozen=True):
    """A key that the learner gave to an action."""

    scope: str
    """Which list of ui.keys the action stands in."""
    action: str
    key: str
    """Qt's portable spelling; "" takes the key away."""
    in_text: str = ""


Ease = Literal["normal", "less", "least"]
"""How many reviews a day of the week may get: as they come, about half, or hardly any."""

Week = tuple[Ease, Ease, Ease, Ease, Ease, Ease, Ease]
"""Monday first."""
Hour = NewType("Hour", int)
"""Of the day, from 0."""
Folder = NewType("Folder", str)
"""A path; "" means none."""
Tongue = NewType("Tongue", str)
"""A language by its code, as the files of translations have it; "" means the system's."""


class About(Struct, frozen=True, kw_only=True):
    """What a setting's declaration says beside its type and bounds."""

    group: str
    section: str = ""
    """Heading of the panel within the group; "" for a value that has no row: it is how something was left,
    or has a screen of its own."""
    scope: Scope = "all"
    per_deck: bool = False
    """A folder or a deck may have its own value."""
    caps: bool = False
    """A limit: the value of a folder or a deck lowers the one above it and never raises it."""
    unit: str = ""
    """Written behind the number; marked for translation."""
    step: int = 1
    """By which an arrow changes the number."""
    synonyms: str = ""
    """Other words that find it, separated by spaces."""
    names: tuple[str, ...] = ()
    """Of the choices, in the order of their values."""


def about(
    title: str,
    description: str,
    group: str,
    section: str = "",
    *,
    ge: float | None = None,
    le: float | None = None,
    **more: Any,
) -> Meta:
    """A declaration's title, one line of consequence, bounds and the fields of About."""
    extra = About(group=group, section=section, **more)
    return Meta(title=title, description=description, ge=ge, le=le, extra={"about": extra})


HERE: Any = {"scope": "device"}
OWN: Any = {"per_deck": True}
CAP: Any = {"per_deck": True, "caps": True}
"""Short for declarations."""
