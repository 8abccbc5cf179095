"""The settings: each is one field here; screens, storage, documentation and defaults derive from it."""

from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from quizapp.core.custom_study import CustomStudy
from quizapp.core.plan import Plan
from quizapp.core.setting_values import (
    DEFAULT_SEARCHES,
    HERE,
    OWN,
    About,
    BrowseView,
    CopyChoice,
    ExamsCount,
    Folder,
    KeyChoice,
    Motion,
    SavedSearch,
    Scope,
    StatisticsView,
    Theme,
    Tongue,
    Way,
    about,
)
from quizapp.core.settings_study import StudySettings

GROUPS = (
    "Study",
    "Answers",
    "Appearance",
    "Keyboard",
    "Sound and speech",
    "Exams",
    "Decks and files",
    "Backups",
    "Advanced",
)
"""Of the settings screen, in its order; marked for translation."""


class Settings(StudySettings, frozen=True, kw_only=True):
    """All settings with their present values. Titles, descriptions and names are marked for translation."""

    ask_as: Annotated[
        Way,
        about(
            "Ask cards",
            "A card that was passed twice as a choice can be asked in writing.",
            "Answers",
            "Asking",
            names=("as written", "typed", "as a choice", "as a choice at first, typed later"),
            **OWN,
        ),
    ] = "written"
    tries: Annotated[
        int,
        about(
            "Tries before the answer is shown",
            "Each further try comes with a hint; the first one counts.",
            "Answers",
            "Asking",
            ge=1,
            le=3,
            **OWN,
        ),
    ] = 1
    confidence: Annotated[
        bool,
        about(
            "Ask how sure I am before each answer is checked",
            "It shows how well you know what you know; marks stay the same.",
            "Answers",
            "Checking",
            synonyms="certainty calibration",
        ),
    ] = False
    retype: Annotated[
        bool,
        about("After a typo, type the answer once more", "Escape skips it.", "Answers", "Checking"),
    ] = False
    theme: Annotated[
        Theme,
        about(
            "Theme",
            "Colours of the window.",
            "Appearance",
            "Look",
            names=("as the system", "light", "dark", "high contrast"),
            synonyms="dark light mode colours colors contrast night",
            **HERE,
        ),
    ] = "system"
    text_size: Annotated[
        int,
        about(
            "Text size",
            "Of all words in the window.",
            "Appearance",
            "Look",
            ge=80,
            le=250,
            unit="%",
            step=10,
            synonyms="font zoom large small scale",
            **HERE,
        ),
    ] = 100
    motion: Annotated[
        Motion,
        about(
            "Motion",
            "Reduced: no caret blinks, no menu slides.",
            "Appearance",
            "Look",
            names=("as the system", "full", "reduced"),
            synonyms="animation",
            **HERE,
        ),
    ] = "system"
    language: Annotated[
        Tongue,
        about(
            "Language",
            "Of the app’s own words; decks stay as they are. From the next start.",
            "Appearance",
            "Language",
            synonyms="translation english",
            **HERE,
        ),
    ] = Tongue("")
    keys: Annotated[
        tuple[KeyChoice, ...],
        about("Keys", "Your own keys for what the app can do.", "Keyboard", "Keys", synonyms="shortcuts"),
    ] = ()
    play_sound: Annotated[
        bool,
        about(
            "Play a card’s sound when it is shown",
            "Else with its key.",
            "Sound and speech",
            "Sound",
            synonyms="audio autoplay",
            **HERE,
        ),
    ] = False
    exams_count: Annotated[
        ExamsCount,
        about(
            "Quizzes and exams move the schedule",
            "They are always kept in a card’s history.",
            "Exams",
            "Schedule",
            names=("never", "a wrong answer counts as forgotten", "every answer counts"),
        ),
    ] = "never"
    folders: Annotated[
        tuple[Folder, ...],
        about(
            "Folders with decks",
            "Beside “My decks”; single deck files count as well.",
            "Decks and files",
            "Folders",
            synonyms="library path directory",
            **HERE,
        ),
    ] = ()
    backup_folder: Annotated[
        Folder,
        about(
            "Folder for backups",
            "Another disk is best. Without one they lie beside your progress.",
            "Backups",
            "Copies",
            **HERE,
        ),
    ] = Folder("")
    backups_daily: Annotated[
        int, about("Daily copies kept", "Beside all of the last two days.", "Backups", "Copies", ge=1, le=99)
    ] = 12
    backups_weekly: Annotated[
        int, about("Weekly copies kept", "The newest of each week.", "Backups", "Copies", ge=0, le=99)
    ] = 10
    backups_monthly: Annotated[
        int, about("Monthly copies kept", "The newest of each month.", "Backups", "Copies", ge=0, le=99)
    ] = 9
    sync_folder: Annotated[
        Folder,
        about(
            "Folder shared with your other machines",
            "Each machine writes its own answers there and reads the others’. No server is asked.",
            "Backups",
            "Several machines",
            synonyms="sync synchronise cloud merge",
            **HERE,
        ),
    ] = Folder("")
    copies: Annotated[
        tuple[CopyChoice, ...],
        about("Decks that are there twice", "What to do with a copy.", "Decks and files", **HERE),
    ] = ()
    saved_searches: Annotated[
        tuple[SavedSearch, ...], about("Saved searches", "In Browse, in this order.", "Advanced")
    ] = DEFAULT_SEARCHES
    browse: Annotated[
        BrowseView, about("Table of cards", "Its columns, order and preview.", "Advanced", **HERE)
    ] = BrowseView()
    statistics: Annotated[
        StatisticsView, about("Statistics", "Period, and charts shown as tables.", "Advanced", **HERE)
    ] = StatisticsView()
    recent_actions: Annotated[
        tuple[str, ...], about("Last used", "In the list of what the app can do.", "Advanced", **HERE)
    ] = ()
    custom_study: Annotated[
        CustomStudy, about("Last custom study", "What the next one begins with.", "Advanced", **HERE)
    ] = CustomStudy()
    exam_plan: Annotated[Plan, about("Last quiz", "What the next one begins with.", "Exams", **HERE)] = Plan()
    exam_presets: Annotated[
        tuple[Plan, ...], about("Presets of quizzes", "Under their names, in this order.", "Exams")
    ] = ()


class Setting(Struct, frozen=True, kw_only=True):
    """The declaration of one setting, for screens and storage."""

    key: str
    type: Any
    """Of its values, with bounds, as msgspec understands it."""
    default: Any
    label: str
    description: str
    about: About
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    @property
    def scope(self) -> Scope:
        return self.about.scope

    @property
    def plain(self) -> Any:
        """The type of its values without their bounds."""
        return get_args(self.type)[0]

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
        about=meta.extra["about"],
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
