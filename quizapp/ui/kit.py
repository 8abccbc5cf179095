"""What every screen may need, built once by the window."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from quizapp.ui.authoring import Authoring
from quizapp.ui.maths import Maths
from quizapp.ui.services import Services
from quizapp.ui.work import Work


class Kit(NamedTuple):
    """Handed to each screen by its constructor."""

    services: Services
    work: Work
    maths: Maths
    decks: Path
    """The learner's own deck folder."""
    data: Path
    """Where progress and backups lie."""
    authoring: Authoring
    """The door to deck files."""


def made(services: Services, decks: Path, data: Path, owner: QObject) -> Kit:
    """The kit of a window; owner: it, which lives as long."""
    authoring = Authoring(data / "deck-backups", owner, kept=services.library.included)
    return Kit(services, Work(owner), Maths(owner), decks, data, authoring)
