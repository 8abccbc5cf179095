"""The keys that change how the window looks: text size and colours."""

from PySide6.QtCore import QObject

from quizapp.ui import theme
from quizapp.ui.services import Services


class Looks(QObject):
    """Each step is a setting that is changed at once."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services

    def larger_text(self) -> None:
        self._step_text(1)

    def smaller_text(self) -> None:
        self._step_text(-1)

    def normal_text(self) -> None:
        self._services.set("text_size", 100, self)

    def next_scheme(self) -> None:
        """Light, dark, contrast, light ..."""
        order = ("light", "dark", "contrast")
        now = theme.current().scheme
        self._services.set("theme", order[(order.index(now) + 1) % len(order)], self)

    def _step_text(self, step: int) -> None:
        sizes = theme.TEXT_STEPS
        now = self._services.settings.text_size
        nearest = min(range(len(sizes)), key=lambda index: abs(sizes[index] - now))
        self._services.set("text_size", sizes[max(0, min(nearest + step, len(sizes) - 1))], self)
