"""Where one can be in the window: a Route says which screen to show, and with what."""

from msgspec import Struct

from quizapp.core.reviews import Mode


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


class Summary(Struct, frozen=True):
    """How a sitting went."""

    session_id: str


class Appearance(Struct, frozen=True):
    """Colours and text size, as a menu over whatever is shown."""


Route = Home | Study | Summary | Appearance
