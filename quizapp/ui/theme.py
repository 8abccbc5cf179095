"""How the app looks: a Theme value, and what style sheet, palette and painted widgets read from it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.core.collection import no_collection
from quizapp.ui import fonts
from quizapp.ui.tokens import COLORS, Scheme

SchemeSetting = Literal["system", "light", "dark", "contrast"]

TEXT_STEPS = (80, 90, 100, 110, 125, 150, 175, 200, 225, 250)
"""Text sizes in per cent that Ctrl + and - step through."""


class Theme(Struct, frozen=True, kw_only=True):
    """Everything that decides how a widget looks."""

    scheme: Scheme = "light"
    text_percent: int = 100
    """From 80 to 250."""
    motion: bool = True
    printing: bool = False
    """No letter or figure changes its shape: a PDF would not know what it is."""


_FLASH, _MOVING = "quizapp_flash", "quizapp_moving"
"""Properties of the application: how long a caret blinks on this system, ms; the effects that it has."""
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_FadeTooltip,
)

_current = Theme()
_changes = 0


def current() -> Theme:
    """The theme that was installed last."""
    return _current


def changes() -> int:
    """How often a theme was installed."""
    return _changes


def resolve(setting: SchemeSetting) -> Scheme:
    """What "system" means on this machine right now; an unknown system is light."""
    if setting != "system":
        return setting
    hints = QGuiApplication.styleHints()
    # Qt knows the system's wish for high contrast from 6.10.
    accessibility: Callable[[], object] | None = getattr(hints, "accessibility", None)
    if accessibility is not None:
        wish = accessibility().contrastPreference()  # type: ignore[attr-defined]
        if wish == Qt.ContrastPreference.HighContrast:
            return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def install(app: QApplication, theme: Theme) -> None:
    """Dress the application; called again, it re-styles every widget that is already there."""
    global _current, _changes
    _current = theme
    _changes += 1
    if not app.property("quizapp_fonts"):
        fonts.load()
        app.setStyle("Fusion")
        app.setProperty("quizapp_fonts", True)
    # Qt walks through a list of all widgets here: none of them may be collected by Python under way.
    with no_collection():
        app.setPalette(_palette())
        app.setFont(font("body"))
        app.setStyleSheet(_sheet())
    _set_motion(app, theme.motion)


def _set_motion(app: QApplication, motion: bool) -> None:
    """Let carets blink and menus unfold as the system has it, or let nothing move by itself."""
    if app.property(_FLASH) is None:
        app.setProperty(_FLASH, app.cursorFlashTime())
        app.setProperty(_MOVING, [effect for effect in _EFFECTS if app.isEffectEnabled(effect)])
    app.setCursorFlashTime(app.property(_FLASH) if motion else 0)
    for effect in app.property(_MOVING):
        app.setEffectEnabled(effect, motion)


@contextmanager
def printing(text_percent: int) -> Iterator[None]:
    """For what is laid out and painted meanwhile: light, at a text size of its own. Widgets hear nothing.

    Nothing within may let events come: a widget painted then would look so too.
    """
    global _current
    kept, _current = _current, Theme(scheme="light", text_percent=text_percent, motion=False, printing=True)
    try:
        yield
    finally:
        _current = kept


def color(token: str) -> QColor:
    """The present scheme's colour of a token."""
    return QColor(COLORS[_current.scheme][token])


@lru_cache(maxsize=256)
def _font(role: str, percent: int, tabular: bool) -> QFont:
    return fonts.make(role, percent, tabular=tabular)


def font(role: str, *, tabular: bool = False) -> QFont:
    """The font of a role of the type scale at the present text size."""
    made = QFont(_font(role, _current.text_percent, tabular and not _current.printing))
    if _current.printing:
        made.setFeature(fonts.LIGATURES, 0)
    return made


def px(size: float) -> int:
    """A length that grows with the text (heights, icons, columns of words). Gaps and margins do not."""
    return round(size * _current.text_percent / 100)


def roomy() -> bool:
    """True while the text is small enough for things to stand side by side (below 150 %)."""
    return _current.text_percent < 150


_Group = QPalette.ColorGroup
_Role = QPalette.ColorRole
_PALETTE = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "card",
    _Role.AlternateBase: "hover",
    _Role.Text: "text",
    _Role.Button: "card",
    _Role.ButtonText: "text",
    _Role.BrightText: "acctext",
    _Role.PlaceholderText: "mut",
    _Role.Highlight: "acc",
    _Role.HighlightedText: "acctext",
    _Role.ToolTipBase: "card",
    _Role.ToolTipText: "text",
    _Role.Link: "accink",
    _Role.LinkVisited: "accink",
    _Role.Accent: "acc",
    _Role.Light: "card",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "edge",
    _Role.Shadow: "edge",
}


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, color(token))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_Group.Disabled, role, color("mut"))
    return palette


_SHEET = """
QToolTip {{ background: {card}; color: {text}; border: 1px solid {edge}; padding: 4px 8px; }}
QAbstractScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ width: 12px; margin: 2px; background: transparent; border: 0; }}
QScrollBar:horizontal {{ height: 12px; margin: 2px; background: transparent; border: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {mut}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit[frame="false"] {{ background: transparent; border: 0; padding: 0; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {edge}; padding: 6px; }}
QMenu::item {{ padding: 8px 16px; border-radius: 8px; background: transparent; }}
QMenu::item:selected {{ background: {accsoft}; }}
QMenu::item:disabled {{ color: {mut}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
"""


def _sheet() -> str:
    return _SHEET.format(**COLORS[_current.scheme])
