"""The window's keys: which are in force, what they do everywhere, the list of them and the palette."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.ui import bindings
from quizapp.ui.bindings import Bound, methods
from quizapp.ui.destinations import DESTINATIONS, DONE_THERE
from quizapp.ui.navigation import Route
from quizapp.ui.offers import Offers
from quizapp.ui.services import Changes, Services


class Keyboard(QObject):
    """Made by the window before its screens: they show the keys in force from the start."""

    def __init__(self, window: QWidget, services: Services, go: Callable[[Route], object]) -> None:
        super().__init__(window)
        self._window, self._services, self._go = window, services, go
        self._offers = Offers(window, services, go)
        services.changed.connect(self._take_changes)
        bindings.current().take(services.settings.keys)

    def bind(self, owners: Mapping[str, object]) -> None:
        """owners: scope of a list that holds everywhere -> whose methods its actions are."""
        for scope, owner in owners.items():
            Bound(self._window, scope, methods(owner, scope))
        places = {name: partial(self._go, to) for name, to in DESTINATIONS.items()}
        Bound(self._window, "places", places | {name: partial(self._do_there, name) for name in DONE_THERE})

    def _do_there(self, name: str) -> None:
        """Go to the screen that does it, and have it done."""
        route, scope, action = DONE_THERE[name]
        self._go(route)
        for bound in self._window.findChildren(Bound):
            if bound.scope == scope and bound.owner.isVisible():
                bound.do(action)

    def _take_changes(self, changes: Changes) -> None:
        if changes.settings:
            bindings.current().take(self._services.settings.keys)

    def show_palette(self) -> None:
        """Find what can be done, and do it."""
        from quizapp.ui.palette import Palette

        palette = Palette(self._offers.now(), self._services.settings.recent_actions, self._window)
        palette.ran.connect(self._offers.remember)
        palette.open()

    def show_keys(self) -> None:
        """Every key there is."""
        from quizapp.ui.keysheet import KeySheet

        KeySheet(self._window).open()
