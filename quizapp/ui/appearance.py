"""The menu of colours, text size and how cards are studied, until there is a screen for all settings."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.core.settings import BY_KEY, Settings
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.services import Services


class AppearanceMenu(QMenu):
    """Every choice takes effect at once."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Appearance"), parent)
        self.setAccessibleName(self.title())
        self._services = services
        now = services.settings
        schemes = {
            "system": self.tr("Colours of the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        self._offer(self, "theme", schemes, now.theme)
        self.addSeparator()
        sizes = {size: self.tr("Text at {size} %").format(size=size) for size in theme.TEXT_STEPS}
        self._offer(self, "text_size", sizes, now.text_size)
        self.addSeparator()
        self.study = self.addMenu(self.tr("Study"))
        self._add_study(now)

    def _add_study(self, now: Settings) -> None:
        ways = {
            "written": self.tr("Ask cards as they are written"),
            "typed": self.tr("Ask cards in writing"),
            "choice": self.tr("Ask cards as a choice"),
            "promote": self.tr("Ask cards as a choice, then in writing"),
        }
        self._offer(self.study, "ask_as", ways, now.ask_as)
        self.study.addSeparator()
        tries = {
            1: self.tr("One try before the answer is shown"),
            2: self.tr("Two tries, with a hint"),
            3: self.tr("Three tries, with hints"),
        }
        self._offer(self.study, "tries", tries, now.tries)
        self.study.addSeparator()
        self._add_switch("confidence", now.confidence)
        self._add_switch("retype", now.retype)

    def _offer(self, menu: QMenu, key: str, choices: Mapping[Any, str], present: object) -> None:
        """One of several."""
        group = QActionGroup(self)
        for value, words in choices.items():
            action = QAction(words, self, checkable=True, checked=value == present)
            action.setData((key, value))
            action.triggered.connect(self._choose)
            group.addAction(action)
            menu.addAction(action)

    def _add_switch(self, key: str, present: bool) -> None:
        """On or off, in the words of the setting."""
        action = QAction(marked(BY_KEY[key].label), self, checkable=True, checked=present)
        action.setData(key)
        action.toggled.connect(self._switch)
        self.study.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        key, value = action.data()
        self._services.set(key, value, self)

    def _switch(self, on: bool) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._services.set(action.data(), on, self)
