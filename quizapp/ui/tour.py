"""A player with a camera: studies the day's cards and pictures each screen once."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quizapp.core.desk import Asked
from quizapp.ui import theme
from quizapp.ui.maths import Maths
from quizapp.ui.player import Knowing, Player
from quizapp.ui.tokens import Scheme
from quizapp.ui.window import Window

_LARGER = Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Plus
_OTHER_COLOURS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.Key.Key_L
_SETTLE_MS = 30
"""For what is drawn a moment later, as a cursor is."""
_READ_MS = 600
_SEVERAL: tuple[Knowing, ...] = ("almost", "right", "wrong", "right")


class Tour:
    """Pictures go to `folder`, one for each of the schemes, named screen-scheme.png."""

    def __init__(
        self, window: Window, folder: Path, schemes: Sequence[str], *, each_card: bool = False
    ) -> None:
        """each_card: picture every card, numbered within its kind, and not just one of each kind."""
        self._window, self._folder, self._schemes, self._each_card = window, folder, schemes, each_card
        self.player = Player(window)
        self._knowing: defaultdict[str, Iterator[Knowing]] = defaultdict(lambda: cycle(_SEVERAL))
        """Of each kind: how its next card is answered."""
        self._cards: defaultdict[str, list[str]] = defaultdict(list)
        """Of each kind: the cards that were asked, in order."""
        self._taken: set[str] = set()

    @property
    def pictures(self) -> int:
        """How many were made."""
        return len(self._taken) * len(self._schemes)

    def enlarge(self, percent: int) -> None:
        """Press the keys for larger text until it is that large."""
        for _ in [size for size in theme.TEXT_STEPS if 100 < size <= percent]:
            self.player.press(_LARGER)

    def study(self) -> None:
        """From home through all that waits there, to the summary and back home."""
        player = self.player
        player.press(Qt.Key.Key_Return)
        player.wait_for(lambda: self._window.shown is not self._window.home)
        while (screen := player.study) is not None and screen.asked is not None:
            name = self._name(screen.asked)
            self.picture(name)
            player.answer(next(self._knowing[screen.asked.kind.name]))
            assert screen.judged is not None
            self.picture(f"{name}-{screen.judged.verdict.outcome}")
            player.rate()
        self.picture("summary")
        self._window.go_home()

    def _name(self, asked: Asked) -> str:
        kind, card = asked.kind.name, asked.item.card_id
        cards = self._cards[kind]
        if card not in cards:
            cards.append(card)
        return f"study-{kind}-{cards.index(card) + 1}" if self._each_card else f"study-{kind}"

    def settle(self) -> None:
        """Wait for what is read or reckoned in the background."""
        QTest.qWait(_READ_MS)
        self.player.wait_for(lambda: not self._window.kit.work.busy)
        QTest.qWait(_SETTLE_MS)

    def picture(self, name: str) -> None:
        """Picture what is shown, once for each name."""
        if name in self._taken:
            return
        self._taken.add(name)
        self.player.wait_for(lambda: not any(maths.busy for maths in self._window.findChildren(Maths)))
        for scheme in self._schemes:
            self._change_to(scheme)
            QTest.qWait(_SETTLE_MS)
            self._window.grab().save(str(self._folder / f"{name}-{scheme}.png"))

    def _change_to(self, scheme: str) -> None:
        """Press the key for the next colours until these have come."""
        for _ in get_args(Scheme):
            if theme.current().scheme != scheme:
                self.player.press(_OTHER_COLOURS)
