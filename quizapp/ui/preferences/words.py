"""How values of settings are put into words."""

from collections.abc import Callable
from typing import Any, Final, Literal, get_origin

from PySide6.QtCore import QLocale, QObject

from quizapp.core.setting_values import Folder, Hour, Tongue, Week
from quizapp.core.settings import Setting
from quizapp.ui.i18n import marked


class ValueWords(QObject):
    """Translated, as short as they stand in a sentence."""

    def of(self, setting: Setting, value: Any) -> str:
        """A value of a setting that has a row."""
        plain = Literal if get_origin(setting.plain) is Literal else setting.plain
        return self._ways().get(plain, self._other)(setting, value)

    def _ways(self) -> dict[Any, Callable[[Setting, Any], str]]:
        return {
            bool: self._switch,
            int: self._number,
            float: self._share,
            Folder: self._folder,
            Hour: self._hour,
            Literal: self._choice,
            Tongue: self._tongue,
            Week: self._week,
        }

    def _switch(self, setting: Setting, value: bool) -> str:
        return self.tr("on") if value else self.tr("off")

    def _number(self, setting: Setting, value: int) -> str:
        number = QLocale().toString(value)
        return f"{number}\u00a0{marked(setting.about.unit)}" if setting.about.unit else number

    def _share(self, setting: Setting, value: float) -> str:
        return self.tr("{share} %").format(share=QLocale().toString(round(100 * value)))

    def _hour(self, setting: Setting, value: int) -> str:
        return f"{value:02}:00"

    def _folder(self, setting: Setting, value: str) -> str:
        return value or self.tr("none")

    def _choice(self, setting: Setting, value: str) -> str:
        return marked(setting.about.names[setting.choices.index(value)])

    def _tongue(self, setting: Setting, value: str) -> str:
        return tongue(value) if value else self.tr("as the system")

    def _week(self, setting: Setting, value: Week) -> str:
        ease = {"less": self.tr("fewer"), "least": self.tr("hardly any")}
        locale = QLocale()
        days = (
            f"{locale.standaloneDayName(day)} {ease[one]}" for day, one in enumerate(value, 1) if one in ease
        )
        return ", ".join(days) or self.tr("all days alike")

    def _other(self, setting: Setting, value: Any) -> str:
        return str(value)


values: Final = ValueWords()


def tongue(code: str) -> str:
    """A language in its own words."""
    name = QLocale(code).nativeLanguageName() or code
    return name[:1].upper() + name[1:]
