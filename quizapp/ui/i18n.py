"""Translation: the translators, the words that core marks, and two languages that exist only for tests.

Source texts are English. Even English needs a file, because the plural forms of `self.tr("%n cards", "", n)`
stand there; `python -m tests.translations` keeps it complete.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

CORE = "core"
"""Context of the words that core marks: labels, leads, REASONS and MESSAGES."""

_LANGUAGES = "quizapp_languages"
_FILE, _SPOKEN = "quizapp_", "quizapp_spoken"

_EPOCH = QDate(1970, 1, 1)


def marked(text: str, args: Mapping[str, str] | None = None) -> str:
    """A text that core marked for translation, with its {named} arguments filled in."""
    words = QCoreApplication.translate(CORE, text)
    return words.format_map(args) if args else words


def begun(words: str) -> str:
    """With a capital, as words that stand alone have it."""
    return words[:1].upper() + words[1:]


def install(app: QCoreApplication, folder: Path, locale: QLocale) -> tuple[QTranslator, ...]:
    """Load Qt's own words, English plurals, then the language of `locale`; the last one found wins.

    folder: where quizapp_*.qm lie. The caller keeps the result alive.
    """
    app.setProperty(_LANGUAGES, sorted(file.stem.removeprefix(_FILE) for file in folder.glob(f"{_FILE}*.qm")))
    wanted = (
        (locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (QLocale("en"), "quizapp", str(folder)),
        (locale, "quizapp", str(folder)),
    )
    found = []
    for language, name, where in wanted:
        translator = QTranslator()
        if translator.load(language, name, "_", where):
            app.installTranslator(translator)
            found.append(translator)
    return tuple(found)


def speak(app: QCoreApplication, folder: Path, code: str = "") -> None:
    """Speak a language from now on, in place of the one spoken before. code: of `languages`; "" means the
    system's. Widgets that are there keep their words."""
    for spoken in app.findChildren(QTranslator, _SPOKEN):
        app.removeTranslator(spoken)
        spoken.deleteLater()
    system, chosen = QLocale.system(), QLocale(code)
    # Dates and numbers are written as the system has it, wherever its language is the one that is spoken.
    locale = chosen if code and chosen.language() != system.language() else system
    QLocale.setDefault(locale)
    for translator in install(app, folder, locale):
        translator.setParent(app)
        translator.setObjectName(_SPOKEN)


def languages() -> tuple[str, ...]:
    """Codes of the languages that there is a translation into, as `install` found them."""
    app = QCoreApplication.instance()
    return tuple(app.property(_LANGUAGES) or ()) if app is not None else ()


def date_of(study_day: int) -> QDate:
    """The calendar date of a study day."""
    return _EPOCH.addDays(study_day)


class Pseudo(QTranslator):
    """A language made from the English words by `dress`; tests use it to find what a real one would break."""

    def __init__(self, english: QTranslator) -> None:
        """english: gives the plural forms."""
        super().__init__()
        self._english = english

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        if text == "QT_LAYOUT_DIRECTION":
            return self.direction
        words = self._english.translate(context, text, disambiguation, n) or text
        return self.dress(words)

    direction = "LTR"

    def dress(self, words: str) -> str:
        """The words as this language has them; placeholders stay as they are."""
        raise NotImplementedError


class Stretched(Pseudo):
    """Half as long again, six letters or more, between brackets: shows clipping and a missing `tr`."""

    def dress(self, words: str) -> str:
        return f"[{words}{' ~~~~~' * max(1, len(words) // 12)}]"


class Mirrored(Pseudo):
    """Written from right to left: shows what forgets to turn round."""

    direction = "RTL"

    def dress(self, words: str) -> str:
        return f"\u200f{words}\u200f"
