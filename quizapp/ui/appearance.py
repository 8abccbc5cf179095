"""The menu of colours and text size, until there is a screen for all settings."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.ui import theme
from quizapp.ui.services import Services


class AppearanceMenu(QMenu):
    """Every choice takes effect at once."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Appearance"), parent)
        self._services = services
        now = services.settings
        schemes = {
            "system": self.tr("Colours of the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        self._offer("theme", schemes, now.theme)
        self.addSeparator()
        sizes = {size: self.tr("Text at {size} %").format(size=size) for size in theme.TEXT_STEPS}
        self._offer("text_size", sizes, now.text_size)

    def _offer(self, key: str, choices: Mapping[Any, str], present: object) -> None:
        group = QActionGroup(self)
        for value, words in choices.items():
            action = QAction(words, self, checkable=True, checked=value == present)
            action.setData((key, value))
            action.triggered.connect(self._choose)
            group.addAction(action)
            self.addAction(action)

    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        key, value = action.data()
        self._services.set(key, value, self)
