"""The settings: each is one field here; screens, storage and defaults derive from it."""

from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from quizapp.core.plan import Plan

Scope = Literal["device", "all"]
"""Where a setting lives: `device` settings never travel to another machine."""
Theme = Literal["system", "light", "dark", "contrast"]
Motion = Literal["system", "full", "reduced"]
Way = Literal["written", "typed", "choice", "promote"]
"""How a card is asked: as its author wrote it, in writing, as a choice, or as a choice until it was passed
twice and then in writing."""


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


class CopyChoice(Struct, frozen=True):
    """What is to become of a deck whose cards another deck has too."""

    path: str
    choice: Literal["ignore", "prefer", "separate"]
    """Not studied and no longer told; studied in place of the other; studied beside it, as its own cards."""


_STUDY = {"group": "Study", "scope": "all"}
_BROWSE = {"group": "Browse", "scope": "all"}
_LOOK = {"group": "Look", "scope": "device"}
_BROWSE_HERE = {"group": "Browse", "scope": "device"}

_DECKS = {"group": "Decks", "scope": "device"}

_QUIZ, _QUIZ_HERE = {"group": "Quiz", "scope": "all"}, {"group": "Quiz", "scope": "device"}

_FOLDERS = "Beside “My decks”; single deck files count as well"
_RETENTION = "Share of cards you want to recall when they come back"
_TRIES = "Each further try comes with a hint; the first one counts"
_DAY_START = "Local hour; what you study after midnight still counts for the day before"
_ASK_AS = "As written, typed, as a choice, or as a choice at first and typed later"


class Settings(Struct, frozen=True, kw_only=True):
    """All settings with their present values. Titles and descriptions are marked for translation."""

    desired_retention: Annotated[
        float, Meta(title="Desired retention", description=_RETENTION, ge=0.7, le=0.97, extra=_STUDY)
    ] = 0.9
    new_per_day: Annotated[
        int, Meta(title="New cards a day", description="For all decks together", ge=0, le=9999, extra=_STUDY)
    ] = 20
    reviews_per_day: Annotated[
        int, Meta(title="Reviews a day", description="For all decks together", ge=0, le=9999, extra=_STUDY)
    ] = 200
    day_start_hour: Annotated[
        int, Meta(title="A new day starts at", description=_DAY_START, ge=0, le=23, extra=_STUDY)
    ] = 4
    learning_step_min: Annotated[
        int, Meta(title="A failed card comes back after", description="Minutes", ge=1, le=240, extra=_STUDY)
    ] = 10
    tries: Annotated[
        int, Meta(title="Tries before the answer is shown", description=_TRIES, ge=1, le=3, extra=_STUDY)
    ] = 1
    confidence: Annotated[
        bool,
        Meta(
            title="Ask how sure I am before each answer is checked",
            description="It shows how well you know what you know; marks stay the same",
            extra=_STUDY,
        ),
    ] = False
    retype: Annotated[
        bool,
        Meta(title="After a typo, type the answer once more", description="Escape skips it", extra=_STUDY),
    ] = False
    ask_as: Annotated[Way, Meta(title="Ask cards", description=_ASK_AS, extra=_STUDY)] = "written"
    theme: Annotated[Theme, Meta(title="Theme", description="Colours of the window", extra=_LOOK)] = "system"
    text_size: Annotated[int, Meta(title="Text size", description="Per cent", ge=80, le=250, extra=_LOOK)] = (
        100
    )
    motion: Annotated[Motion, Meta(title="Motion", description="Whether things may move", extra=_LOOK)] = (
        "system"
    )
    folders: Annotated[
        tuple[str, ...], Meta(title="Folders with decks", description=_FOLDERS, extra=_DECKS)
    ] = ()
    copies: Annotated[
        tuple[CopyChoice, ...],
        Meta(title="Decks that are there twice", description="What to do with a copy", extra=_DECKS),
    ] = ()
    saved_searches: Annotated[
        tuple[SavedSearch, ...],
        Meta(title="Saved searches", description="In Browse, in this order", extra=_BROWSE),
    ] = DEFAULT_SEARCHES
    browse: Annotated[
        BrowseView,
        Meta(title="Table of cards", description="Its columns, order and preview", extra=_BROWSE_HERE),
    ] = BrowseView()
    exam_plan: Annotated[
        Plan, Meta(title="Last quiz", description="What the next one begins with", extra=_QUIZ_HERE)
    ] = Plan()
    exam_presets: Annotated[
        tuple[Plan, ...],
        Meta(title="Presets of quizzes", description="Under their names, in this order", extra=_QUIZ),
    ] = ()


class Setting(Struct, frozen=True, kw_only=True):
    """The declaration of one setting, for screens and storage."""

    key: str
    type: Any
    """Of its values, with bounds, as msgspec understands it."""
    default: Any
    label: str
    description: str
    group: str
    scope: Scope
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    def check(self, value: Any) -> Any:
        """The value if it is one of this setting; ValueError if not."""
        return msgspec.convert(value, self.type)


def _declared(field: msgspec.structs.FieldInfo, annotation: Any) -> Setting:
    plain, meta = get_args(annotation)
    return Setting(
        key=field.name,
        type=annotation,
        default=field.default,
        label=meta.title,
        description=meta.description,
        group=meta.extra["group"],
        scope=meta.extra["scope"],
        low=meta.ge,
        high=meta.le,
        choices=get_args(plain) if get_origin(plain) is Literal else (),
    )


_HINTS = get_type_hints(Settings, include_extras=True)

SETTINGS: tuple[Setting, ...] = tuple(
    _declared(field, _HINTS[field.name]) for field in msgspec.structs.fields(Settings)
)
"""The one list of settings, in the order of the screen."""

BY_KEY = {setting.key: setting for setting in SETTINGS}
