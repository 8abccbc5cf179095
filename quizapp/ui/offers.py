"""What the palette offers: the actions of the keys that are bound now, decks, searches and settings."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.core.settings import SETTINGS
from quizapp.ui.bindings import Bound, cap_of
from quizapp.ui.i18n import begun, marked
from quizapp.ui.key_lists import BY_SCOPE
from quizapp.ui.navigation import Browse, Edit, Preferences, Route, Study
from quizapp.ui.services import Services

NOT_OFFERED = ("show_palette",)
_KEPT = 20
"""Offers that are remembered as lately used."""


class Offer(Struct, frozen=True):
    """One line of the palette."""

    name: str
    """By which its use is remembered."""
    words: str
    place: str
    """Where it belongs, in a word or two. Translated, as `words` and `key`."""
    key: str
    do: Callable[[], object]
    aside: str = ""
    """Other words that find it."""


class Offers(QObject):
    """Gathers them anew whenever the palette opens."""

    def __init__(self, window: QWidget, services: Services, go: Callable[[Route], object]) -> None:
        super().__init__(window)
        self._window, self._services, self._go = window, services, go

    def now(self) -> tuple[Offer, ...]:
        """All that makes sense on the screen that is shown; its own actions first."""
        bound = [one for one in self._window.findChildren(Bound) if one.owner.isVisible()]
        bound.sort(key=lambda one: BY_SCOPE[one.scope].everywhere)
        actions = (offer for one in bound for offer in self._actions(one))
        return (*actions, *self._decks(), *self._searches(), *self._settings())

    def remember(self, name: str) -> None:
        """An offer was chosen."""
        others = (one for one in self._services.settings.recent_actions if one != name)
        self._services.set("recent_actions", (name, *others)[:_KEPT], self)

    def _actions(self, bound: Bound) -> Iterator[Offer]:
        title = marked(BY_SCOPE[bound.scope].title)
        for one in bound.offered:
            if one.action not in NOT_OFFERED:
                yield Offer(
                    name=f"{bound.scope}.{one.action}",
                    words=begun(marked(one.label)),
                    place=title,
                    key=cap_of(one.key or one.also or one.in_text),
                    do=partial(bound.do, one.action),
                )

    def _decks(self) -> Iterator[Offer]:
        """Study, list and edit each deck."""
        for file in self._services.library.files:
            if file.studied:
                ways: tuple[tuple[str, str, Route], ...] = (
                    ("study", self.tr("Study {deck}"), Study(deck_keys=(file.deck_key,))),
                    ("browse", self.tr("Cards of {deck}"), Browse(query=f'deck:"{file.title}"')),
                    ("edit", self.tr("Edit {deck}"), Edit(deck_key=file.deck_key)),
                )
                for way, words, route in ways:
                    name, title = f"{way}:{file.path}", words.format(deck=file.title)
                    yield self._place(name, title, file.course or self.tr("Deck"), route)

    def _searches(self) -> Iterator[Offer]:
        for saved in self._services.settings.saved_searches:
            words = self.tr("Cards: {search}").format(search=marked(saved.name))
            route = Browse(query=saved.query)
            yield self._place(f"search:{saved.name}", words, self.tr("Saved search"), route)

    def _settings(self) -> Iterator[Offer]:
        for one in SETTINGS:
            if one.about.section:
                label, group = marked(one.label), marked(one.about.group)
                words = self.tr("Setting: {name}").format(name=label)
                other = one.about.synonyms and marked(one.about.synonyms)
                route = Preferences(group=one.about.group, search=label)
                aside = f"{marked(one.about.section)} {other}"
                yield self._place(f"setting:{one.key}", words, group, route, aside)

    def _place(self, name: str, words: str, place: str, route: Route, aside: str = "") -> Offer:
        return Offer(name, words, place, "", partial(self._go, route), aside)
