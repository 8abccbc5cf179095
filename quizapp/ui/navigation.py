"""Where one can be in the window: a Route says which screen to show, and with what."""

from typing import Literal

from msgspec import Struct

from quizapp.core.plan import Plan
from quizapp.core.reviews import Mode

RoundKind = Literal["pairs", "rapid"]
"""Pairs to be matched, cards against the clock: as core.rounds makes them."""


class Home(Struct, frozen=True):
    """What now?"""


class Study(Struct, frozen=True, kw_only=True):
    """A sitting."""

    deck_keys: tuple[int, ...] = ()
    """Only these decks; () means the whole collection."""
    more_new: int = 0
    """New cards wanted beyond today's limit."""
    cards: tuple[int, ...] = ()
    """Exactly these cards, by card_key; () means what is due and new."""
    mode: Mode = "study"
    look: bool = False
    """A mere look at `cards`: no answer is kept."""
    title: str = ""
    """Of the sitting, translated; "" for the usual one."""
    most: int = 0
    """So many reviews, those most worth keeping, and no new cards; 0: as many as the day has."""


class Summary(Struct, frozen=True):
    """How a sitting went."""

    session_id: str


class Resume(Struct, frozen=True):
    """Back to the sitting that was left for another screen, at the card that was shown."""


class Browse(Struct, frozen=True, kw_only=True):
    """All cards, by a search."""

    query: str = ""
    card: int = 0
    """The row to stand on, by card_key; 0 means the first."""


class Edit(Struct, frozen=True, kw_only=True):
    """The editor."""

    path: str = ""
    """Of the deck file; "" means a new deck, if neither of the next two is given."""
    deck_key: int = 0
    """The same deck by its key."""
    card: int = 0
    """The card to show, by card_key, and its deck with it."""
    line: int = 0
    """The card that holds this line is shown; 0 means the first."""
    new: bool = False
    """Begin with a new card."""


class Renames(Struct, frozen=True):
    """Did you rename these?"""


class Missing(Struct, frozen=True):
    """Cards with progress whose text is in no deck."""


class AuthorView(Struct, frozen=True, kw_only=True):
    """What answers say about the cards of a deck."""

    deck_key: int


class Quiz(Struct, frozen=True, kw_only=True):
    """A new quiz or exam is set up."""

    query: str = ""
    """Which cards; "" means all."""


class TakeExam(Struct, frozen=True, kw_only=True):
    """A quiz or an exam that was begun is gone on with."""

    session_id: str


class ExamResult(Struct, frozen=True, kw_only=True):
    """How one went."""

    session_id: str


class ExamHistory(Struct, frozen=True):
    """All that were handed in."""


class Round(Struct, frozen=True, kw_only=True):
    """A quick round, out of the schedule."""

    kind: RoundKind
    query: str = ""
    """Which cards; "" means all."""
    cards: tuple[int, ...] = ()
    """Exactly these, by card_key; () means what the query finds."""


class OnPaper(Struct, frozen=True, kw_only=True):
    """A quiz is printed, or saved as PDF or web page."""

    plan: Plan | None = None
    """Of a quiz that is set up; its questions are made of it and the code."""
    title: str = ""
    code: str = ""
    session_id: str = ""
    """Of one that was begun, instead."""


class PaperAnswers(Struct, frozen=True, kw_only=True):
    """Answers that were given on paper are typed in."""

    session_id: str


class Analysis(Struct, frozen=True, kw_only=True):
    """What all sittings together say about each question."""

    deck_key: int = 0
    """Only this deck's; 0 means all."""


class Statistics(Struct, frozen=True, kw_only=True):
    """How it goes, in numbers and charts."""

    query: str = ""
    """Of these cards; "" means all."""


class CardHistory(Struct, frozen=True, kw_only=True):
    """Every answer to one card."""

    card: int
    """By card_key."""


class Preferences(Struct, frozen=True, kw_only=True):
    """All settings."""

    group: str = ""
    """As in core.settings.GROUPS; "" means the first."""
    search: str = ""
    deck_key: int = 0
    """The deck whose own values are shown; 0: those for all decks."""


class Import(Struct, frozen=True, kw_only=True):
    """Other programs' decks are brought in."""

    path: str = ""
    """The file or folder to read; "" asks for one."""
    more: tuple[str, ...] = ()
    """Others that follow it."""
    pasted: bool = False
    """Or what is in the clipboard: text, or files."""


class Export(Struct, frozen=True, kw_only=True):
    """Decks are taken along, in another program's format."""

    deck_keys: tuple[int, ...] = ()
    cards: tuple[int, ...] = ()
    """Exactly these, by card_key."""
    query: str = ""
    """Or those that it finds; with none of the three, all decks that are studied."""


class Backups(Struct, frozen=True, kw_only=True):
    """The copies of the progress, and what can be done with them."""

    copy: str = ""
    """The path of the one whose restore is asked about at once."""


class DueDays(Struct, frozen=True):
    """Due days moved on demand: a backlog spread, all days by the present settings."""


class CustomStudy(Struct, frozen=True, kw_only=True):
    """Cards to study by a search, whatever is due."""

    query: str | None = None
    """None means as the last time."""


class Back(Struct, frozen=True):
    """Where one came from; home if nowhere."""


Route = (
    Home
    | Study
    | Summary
    | Resume
    | Browse
    | Edit
    | Renames
    | Missing
    | AuthorView
    | Quiz
    | TakeExam
    | ExamResult
    | ExamHistory
    | OnPaper
    | PaperAnswers
    | Analysis
    | Statistics
    | CardHistory
    | Preferences
    | Backups
    | Import
    | Export
    | DueDays
    | CustomStudy
    | Round
    | Back
)

WITHIN: dict[type[Route], type[Route]] = {
    Import: Browse,
    Export: Browse,
    CardHistory: Browse,
    Renames: Browse,
    Missing: Browse,
    Backups: Preferences,
    ExamResult: Quiz,
    ExamHistory: Quiz,
    Round: Quiz,
    OnPaper: Quiz,
    PaperAnswers: Quiz,
    Analysis: Quiz,
}
"""Screens that are part of a place of the rail -> that place."""
