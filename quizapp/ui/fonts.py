"""The type scale: Inter for words, JetBrains Mono for file text, both shipped; never the host's default."""

from importlib.resources import files

from msgspec import Struct
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"
MONO = "JetBrains Mono"

_FILES = (
    ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    ("fontpkg_jetbrains_mono", "JetBrainsMono[wght].ttf"),
)

_WEIGHT = QFont.Tag("wght")
_OPTICAL_SIZE = QFont.Tag("opsz")
_TABULAR = QFont.Tag("tnum")
LIGATURES = QFont.Tag("calt")

_DISPLAY_PX = 22
"""From this size up the face is drawn in its Display cut."""
_DISPLAY_CUT = 32.0
_STRONGER = 200
"""Added to a weight where a text is strong."""


class Role(Struct, frozen=True):
    """A step of the type scale, at 100 % text size."""

    px: int
    weight: int
    spacing: float = 0.0
    """Added between letters, px."""
    family: str = FAMILY


ROLES: dict[str, Role] = {
    "score": Role(44, 600),
    "display": Role(30, 600, -0.3),
    "title": Role(22, 600),
    "typed": Role(22, 500),
    "answer": Role(17, 400),
    "heading": Role(17, 600),
    "body": Role(15, 400),
    "name": Role(15, 500),
    "strong": Role(15, 600),
    "row": Role(14, 400),
    "rail": Role(14, 500),
    "button": Role(14, 600),
    "small": Role(13, 400),
    "label": Role(13, 500),
    "cap": Role(13, 600),
    "mono": Role(13, 400, family=MONO),
    "mono-key": Role(13, 500, family=MONO),
}


def load() -> None:
    """Make the shipped faces known to Qt. Raises FileNotFoundError if one is missing."""
    for package, name in _FILES:
        path = files(package) / "files" / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(str(path))


def make(role: str, percent: int, *, tabular: bool = False) -> QFont:
    """The font of a role at a text size in per cent; `tabular`: figures of equal width, for columns."""
    step = ROLES[role]
    font = QFont(step.family)
    font.setPixelSize(max(1, round(step.px * percent / 100)))
    for tag, value in axes(role).items():
        font.setVariableAxis(tag, value)
    if step.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, step.spacing * percent / 100)
    if tabular:
        font.setFeature(_TABULAR, 1)
    if step.family == MONO:
        font.setFeature(LIGATURES, 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def axes(role: str, *, stronger: bool = False) -> dict[QFont.Tag, float]:
    """A role's place on the face's axes. Weights go only this way: Qt would smear the regular to a bold."""
    step = ROLES[role]
    places = {_WEIGHT: float(min(800, step.weight + _STRONGER) if stronger else step.weight)}
    if step.family == FAMILY and step.px >= _DISPLAY_PX:
        places[_OPTICAL_SIZE] = _DISPLAY_CUT
    return places
