"""What went wrong and where: values for the person who wrote the deck, and one exception for the rest.

A Problem is a code with arguments; its English words stand in MESSAGES and are translated only in the
window. Tests compare codes.
"""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Where(Struct, frozen=True, omit_defaults=True):
    """A place in a file; line and column count from 1, 0 means the whole file."""

    file: str = ""
    line: int = 0
    column: int = 0


class Fix(Struct, frozen=True, omit_defaults=True):
    """A one-click cure: replace text[start:end] by `text`.

    Offsets count characters of the decoded file without its byte order mark.
    """

    start: int
    end: int
    text: str


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to mend in a deck."""

    code: str
    where: Where = Where()
    args: dict[str, str] = {}
    card: str = ""
    """The front of the card it stands in, shortened; empty for the deck itself."""
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """`error` costs the card (or the deck); a `warning` costs nothing."""
        return MESSAGES[self.code][0]

    @property
    def message(self) -> str:
        """The English sentence: what happened and what to do."""
        return MESSAGES[self.code][1].format_map(self.args)


class QuizError(Exception):
    """A failure with a sentence for the user: a code of MESSAGES and its arguments."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(MESSAGES[code][1].format_map(args))
        self.code = code
        self.args_by_name = args


MESSAGES: dict[str, tuple[Severity, str]] = {
    # the learner's files: store/connection, progress_file, database, backups, settings
    "already_running": ("error", "quizapp is already running with the folder {folder}. Close it first."),
    "folder_unusable": ("error", "The folder {folder} cannot be used: {reason}."),
    "progress_newer": ("error", "{file} was made by a newer quizapp. Update quizapp; nothing was changed."),
    "progress_unreadable": ("error", "{file} cannot be read: {reason}. Nothing was changed."),
    "progress_unwritable": (
        "error",
        "Progress cannot be saved in {folder}: {reason}.",
    ),
    "progress_unsound": ("error", "The progress file is damaged. Restore a backup from {folder}."),
    "progress_damaged": (
        "error",
        "The progress file was damaged. It is kept as {file}; there is no backup.",
    ),
    "progress_damaged_backup": (
        "error",
        "The progress file was damaged. It is kept as {file}. The newest good backup is {backup}.",
    ),
    "progress_foreign": (
        "error",
        "The progress file was not one of quizapp. It is kept as {file}; there is no backup.",
    ),
    "progress_foreign_backup": (
        "error",
        "The progress file was not one of quizapp. It is kept as {file}. The newest good backup is {backup}.",
    ),
    "backup_unusable": ("error", "{file} is no backup that this quizapp can restore."),
    "setting_unknown": ("error", "There is no setting {key}."),
    "setting_invalid": ("error", "{value} does not suit the setting {key}: {reason}."),
}
"""code -> (severity, English template with {named} arguments). The one table of messages."""
