"""Decks for quick rounds in tests, and somebody who plays them at the keyboard."""

from PySide6.QtCore import Qt

from quizapp.ui.navigation import Round
from quizapp.ui.screens.round import RoundPlace
from quizapp.ui.widgets.match_board import MatchBoard
from tests.ui.reader import Reader

CAPITALS = {
    "Austria": "Vienna",
    "Ireland": "Dublin",
    "Norway": "Oslo",
    "Peru": "Lima",
    "Ecuador": "Quito",
    "Japan": "Tokyo",
    "Egypt": "Cairo",
    "Kenya": "Nairobi",
    "Cuba": "Havana",
    "Ghana": "Accra",
}


def deck_of(capitals: dict[str, str], title: str = "Capitals") -> str:
    cards = "".join(
        f"- id: {country.casefold()}\n  q: What is the capital of {country}?\n  a: {town}\n"
        for country, town in capitals.items()
    )
    return f"title: {title}\nlanguage: en\ncards:\n{cards}"


def played(reader: Reader, kind: str, query: str = "") -> RoundPlace:
    """Go to a round."""
    reader.window.go(Round(kind=kind, query=query))  # type: ignore[arg-type]
    place = reader.window.shown
    assert isinstance(place, RoundPlace)
    return place


def board_of(place: RoundPlace) -> MatchBoard:
    assert place.pairs.board is not None
    return place.pairs.board


def partner(place: RoundPlace, left: int) -> int:
    """Index of the town of a country on the board."""
    board = board_of(place)
    country = next(name for name in CAPITALS if name in board.lefts[left].plain)
    return next(at for at, row in enumerate(board.rights) if row.plain == CAPITALS[country])


def join(reader: Reader, place: RoundPlace, left: int, right: int) -> None:
    """By key: Home, down to the question, its answer."""
    board_of(place).lefts[left].setFocus(Qt.FocusReason.TabFocusReason)
    reader.press(str(left + 1))
    reader.press(str(right + 1))
