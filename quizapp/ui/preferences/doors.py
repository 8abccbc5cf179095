"""What the settings screen offers beside settings: a button that leads somewhere, or a panel of its own.

Whoever has an action that belongs to a group adds it here.
"""

from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from quizapp.ui.navigation import Backups, DueDays, Export, Import, Route


class Door(Struct, frozen=True, kw_only=True):
    """A row with a button. Words are translated."""

    group: str
    """As in core.settings.GROUPS."""
    section: str
    """Heading of its panel, as marked by core: a setting's section puts it below those settings."""
    name: str
    about: str
    button: str
    route: Route
    """Where the button leads."""
    synonyms: str = ""


def doors(owner: QWidget) -> tuple[Door, ...]:
    """All of them, in order. owner: whoever shows them; the words are translated for it."""
    tr = QCoreApplication.translate
    return (
        Door(
            group="Study",
            section="Memory",
            name=tr("Doors", "Due days"),
            about=tr("Doors", "Move all cards to the day that these settings give, or spread a backlog."),
            button=tr("Doors", "Look"),
            route=DueDays(),
            synonyms="reschedule postpone holiday backlog move later",
        ),
        Door(
            group="Decks and files",
            section="Other programs",
            name=tr("Doors", "Import"),
            about=tr("Doors", "Cards of other programs, tables and text; the last imports can be undone."),
            button=tr("Doors", "Import"),
            route=Import(),
            synonyms="anki quizlet csv moodle apkg bring",
        ),
        Door(
            group="Decks and files",
            section="Other programs",
            name=tr("Doors", "Export"),
            about=tr("Doors", "Take decks along, in the format of another program or as one file."),
            button=tr("Doors", "Export"),
            route=Export(),
            synonyms="anki csv moodle apkg share save",
        ),
        Door(
            group="Backups",
            section="Copies",
            name=tr("Doors", "All copies"),
            about=tr("Doors", "What is in each, one more now, and one restored in two clicks."),
            button=tr("Doors", "Open"),
            route=Backups(),
            synonyms="backup restore damaged check repair integrity",
        ),
    )


PANELS: Final[dict[str, tuple[str, ...]]] = {
    "Keyboard": ("quizapp.ui.preferences.key_list:KeyListPanel",),
    "Advanced": ("quizapp.ui.preferences.fit:FitPanel",),
}
"""Group -> panels that stand below its settings while all decks are shown, each as "module:class" of an
ExtraPanel; loaded when the group is first shown, or something is searched for."""
