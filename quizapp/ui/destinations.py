"""Places of the app that have no room in the rail: each can have a key, and the palette leads there."""

from typing import Final

from quizapp.ui.navigation import (
    Analysis,
    Backups,
    CustomStudy,
    DueDays,
    Edit,
    ExamHistory,
    Export,
    Import,
    Missing,
    Renames,
    Round,
    Route,
)

DESTINATIONS: Final[dict[str, Route]] = {
    "go_new_deck": Edit(),
    "go_import": Import(),
    "go_export": Export(),
    "go_history": ExamHistory(),
    "go_analysis": Analysis(),
    "go_pairs": Round(kind="pairs"),
    "go_rapid": Round(kind="rapid"),
    "go_renames": Renames(),
    "go_missing": Missing(),
    "go_backups": Backups(),
    "go_due_days": DueDays(),
    "go_custom_study": CustomStudy(),
}
"""Action of PLACE_KEYS -> where it leads."""

DONE_THERE: Final[dict[str, tuple[Route, str, str]]] = {"back_up": (Backups(), "backups", "save")}
"""Other actions of PLACE_KEYS -> the screen that does it, and the scope and action of its own list."""
