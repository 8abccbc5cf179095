"""The lists of keys: where each holds, what holds beside it, and the keys that are not for the learner."""

from typing import Final, Literal

from msgspec import Struct

from quizapp.ui.keys import (
    AUTHOR_KEYS,
    BACK_KEYS,
    BACKUPS_KEYS,
    BROWSE_KEYS,
    CARD_KEYS,
    CLOZE_KEYS,
    EDITOR_KEYS,
    EXAM_KEYS,
    EXPORT_KEYS,
    HISTORY_KEYS,
    HOME_KEYS,
    IMPORT_KEYS,
    LOOK_KEYS,
    MISSING_KEYS,
    PLACE_KEYS,
    PREFERENCES_KEYS,
    RAPID_KEYS,
    RENAME_KEYS,
    ROUND_KEYS,
    SETUP_KEYS,
    SHELVING_KEYS,
    STATISTICS_KEYS,
    STUDY_KEYS,
    SUMMARY_KEYS,
    TABLE_KEYS,
    WINDOW_KEYS,
    KeyBinding,
)

Typing = Literal["no", "some", "all"]
"""Which of a list's keys hold while a text field has the focus: none, those with an `in_text` and no others,
or all."""


class FixedKey(Struct, frozen=True):
    """Keys of a screen that cannot be changed."""

    keys: tuple[str, ...]
    """Qt's portable spelling."""
    words: str
    """The keys on screen, marked for translation."""
    label: str
    """What they do, marked for translation."""


_DIGITS = tuple(str(digit) for digit in range(1, 10))

QUESTION: Final = (
    FixedKey(_DIGITS, "1 to 9", "pick an answer"),
    FixedKey(("Alt+Up", "Alt+Down"), "Alt ↑ ↓", "move a line that is to be put in order"),
    FixedKey(
        ("Ctrl+Return",),
        "Ctrl Enter",
        "check a list with what is in the field, or several gaps from any of them",
    ),
    FixedKey(("Return", "Enter", "Space"), "Space", "check, go on, or press the button"),
)
STUDYING: Final = (
    *QUESTION,
    FixedKey((), "1 to 5", "say how sure you are, where that is asked"),
    FixedKey((), "1 to 4", "rate, after the answer"),
    FixedKey((), "Space", "take the suggested rating"),
)
SELECTING: Final = (
    FixedKey(("Return", "Enter"), "Enter", "edit the card"),
    FixedKey(("Shift+Up", "Shift+Down"), "Shift ↑ ↓", "select several"),
    FixedKey(("Ctrl+Space",), "Ctrl Space", "select a row, or take it out"),
    FixedKey(("Ctrl+A",), "Ctrl A", "select all"),
    FixedKey(("Shift+F10",), "Shift F10", "the menu of the row; over the columns: which ones show"),
    FixedKey(("Up", "Down", "Home", "End", "PgUp", "PgDown"), "↑ ↓", "go through the rows"),
)
CHARTS: Final = (
    FixedKey(("Left", "Right", "Up", "Down", "Home", "End"), "← →", "go through the values of a chart"),
    FixedKey(("T",), "T", "chart or table"),
    FixedKey(("Shift+F10",), "Shift F10", "save a chart or its table"),
    FixedKey(("Return", "Enter", "E"), "Enter", "edit the card"),
    FixedKey(("H",), "H", "the card’s history"),
    FixedKey(("S",), "S", "suspend the card"),
)
EDITING: Final = FixedKey(
    (
        *("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Backspace"),
        *("Ctrl+Left", "Ctrl+Right", "Ctrl+Del", "Left", "Right", "Up", "Down", "Home", "End", "Return"),
        *("Backspace", "Del", "Space", "Shift+Left", "Shift+Right", "Shift+Home", "Shift+End"),
    ),
    "",
    "writing in a text field",
)
"""Beside every character that can be typed."""
WALKING: Final = FixedKey(("Tab", "Shift+Tab"), "Tab", "to the next part of the screen")


class KeyList(Struct, frozen=True, kw_only=True):
    """Keys that hold at the same place."""

    scope: str
    """Its name, as in the setting of keys."""
    title: str
    """Where it holds, marked for translation."""
    bindings: tuple[KeyBinding, ...]
    beside: tuple[str, ...] = ()
    """Scopes of other lists that hold there too, beside those that hold everywhere."""
    typing: Typing = "no"
    fixed: tuple[FixedKey, ...] = ()
    everywhere: bool = False


LISTS: Final[tuple[KeyList, ...]] = (
    KeyList(scope="study", title="While studying", bindings=STUDY_KEYS, typing="some", fixed=STUDYING),
    KeyList(scope="summary", title="After a sitting", bindings=SUMMARY_KEYS),
    KeyList(scope="home", title="On the first screen", bindings=HOME_KEYS, typing="all"),
    KeyList(
        scope="editor", title="While writing a deck", bindings=EDITOR_KEYS, beside=("cloze",), typing="all"
    ),
    KeyList(scope="cloze", title="While writing a text with holes", bindings=CLOZE_KEYS, typing="all"),
    KeyList(
        scope="browse",
        title="In the list of all cards",
        bindings=BROWSE_KEYS,
        beside=("table",),
        typing="all",
    ),
    KeyList(scope="table", title="On a row of all cards", bindings=TABLE_KEYS, fixed=SELECTING),
    KeyList(scope="exam", title="In a quiz or exam", bindings=EXAM_KEYS, typing="some", fixed=QUESTION),
    KeyList(scope="setup", title="Before an exam", bindings=SETUP_KEYS, typing="all"),
    KeyList(scope="history", title="Exams that were handed in", bindings=HISTORY_KEYS),
    KeyList(
        scope="round",
        title="In a quick round",
        bindings=ROUND_KEYS,
        beside=("rapid",),
        typing="some",
        fixed=QUESTION,
    ),
    KeyList(scope="rapid", title="In a rapid round", bindings=RAPID_KEYS),
    KeyList(scope="rename", title="Did you rename these?", bindings=RENAME_KEYS),
    KeyList(scope="missing", title="Missing cards", bindings=MISSING_KEYS, typing="all"),
    KeyList(
        scope="statistics", title="In the statistics", bindings=STATISTICS_KEYS, fixed=CHARTS, typing="all"
    ),
    KeyList(scope="preferences", title="In the settings", bindings=PREFERENCES_KEYS, typing="all"),
    KeyList(scope="card", title="In the history of a card", bindings=CARD_KEYS),
    KeyList(scope="import", title="While importing", bindings=IMPORT_KEYS, typing="all"),
    KeyList(scope="export", title="While exporting", bindings=EXPORT_KEYS, typing="all"),
    KeyList(scope="backups", title="In the list of backups", bindings=BACKUPS_KEYS),
    KeyList(scope="author", title="What answers say about a deck", bindings=AUTHOR_KEYS),
    KeyList(scope="back", title="On other screens", bindings=BACK_KEYS, typing="all"),
    KeyList(scope="window", title="Everywhere", bindings=WINDOW_KEYS, typing="all", everywhere=True),
    KeyList(scope="places", title="Everywhere: places", bindings=PLACE_KEYS, typing="all", everywhere=True),
    KeyList(
        scope="shelving", title="Everywhere: decks", bindings=SHELVING_KEYS, typing="all", everywhere=True
    ),
    KeyList(scope="looks", title="Everywhere: the look", bindings=LOOK_KEYS, typing="all", everywhere=True),
)
"""In the order of the list of all keys."""

BY_SCOPE: Final = {one.scope: one for one in LISTS}
