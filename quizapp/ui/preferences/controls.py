"""What a setting is changed with: a control for each type of value, and the one table of them."""

from importlib import import_module
from typing import Any, ClassVar, Final, Literal, get_origin

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.setting_values import Folder, Hour, Tongue, Week
from quizapp.core.settings import Setting
from quizapp.ui import i18n
from quizapp.ui.i18n import begun, marked
from quizapp.ui.preferences.words import values
from quizapp.ui.services import Services
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.numberbox import NumberBox
from quizapp.ui.widgets.slider import Slider
from quizapp.ui.widgets.switch import Switch

_HOURS = 23


class Control(QWidget):
    """Base of the controls: shows a value of one setting and says what the user makes of it."""

    changed = Signal(object)
    """The user's value."""
    continuous: ClassVar[bool] = False
    """A value is reached through others, by typing or stepping: they are undone as one."""
    wide: ClassVar[bool] = False
    """It stands below the words, at every width."""

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting, self.services = setting, services
        self.name = marked(setting.label)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def place(self, *widgets: QWidget) -> None:
        """Put what it consists of side by side."""
        for widget in widgets:
            self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _tell(self, value: Any) -> None:
        """The user chose it."""
        self.changed.emit(value)

    def show_value(self, value: Any, general: Any = None) -> None:
        """This holds now, not by the user. general: what holds without a value of one's own, in a deck's
        scope; None: there is no other."""
        raise NotImplementedError


class SwitchControl(Control):
    """On or off."""

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self.switch = Switch(self.name)
        self.place(self.switch)
        self.switch.clicked.connect(self._tell)
        self.setFocusProxy(self.switch)

    def show_value(self, value: Any, general: Any = None) -> None:
        self.switch.setChecked(value)


class NumberControl(Control):
    """A whole number; a limit of a deck goes no higher than the general one."""

    continuous = True

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self._high = int(setting.high or 0)
        self.number = self._make()
        self.number.setSingleStep(setting.about.step)
        self.place(self.number)
        self.number.chosen.connect(self._tell)
        self.setFocusProxy(self.number)

    def _make(self) -> NumberBox:
        about = self.setting.about
        unit = marked(about.unit) if about.unit else ""
        return NumberBox(self.name, int(self.setting.low or 0), self._high, unit=unit)

    def show_value(self, value: Any, general: Any = None) -> None:
        capped = self.setting.about.caps and general is not None
        self.number.show_number(value, max(value, general) if capped else self._high)


class _HourBox(NumberBox):
    """An hour as on a clock."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 0, _HOURS)
        self.setWrapping(True)
        self.setSuffix(":00")

    def textFromValue(self, value: int) -> str:
        return f"{value:02}"


class HourControl(NumberControl):
    """A full hour of the day."""

    def _make(self) -> NumberBox:
        return _HourBox(self.name)


class ShareControl(Control):
    """A share, in per cent: a slider and the number beside it."""

    continuous = True

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        low, high = round(100 * (setting.low or 0)), round(100 * (setting.high or 1))
        self.slider = Slider(self.name, low, high)
        self.number = NumberBox(self.name, low, high, unit="%")
        self.place(self.slider, self.number)
        self.slider.valueChanged.connect(self._on_chosen)
        self.number.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.slider)

    def show_value(self, value: Any, general: Any = None) -> None:
        percent = round(100 * value)
        self.slider.show_number(percent, None if general is None else round(100 * general))
        self.number.show_number(percent)

    def _on_chosen(self, percent: int) -> None:
        self.changed.emit(percent / 100)


class ChoiceControl(Control):
    """One of a few."""

    def __init__(self, setting: Setting, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(setting, services, parent)
        self.choice = DropDown(self.name)
        self._values = self.choices()
        self.place(self.choice)
        self.choice.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.choice)

    def choices(self) -> tuple[Any, ...]:
        """The values in the order in which they are offered."""
        return self.setting.choices

    def show_value(self, value: Any, general: Any = None) -> None:
        offered = [Choice(begun(values.of(self.setting, one))) for one in self._values]
        at = self._values.index(value) if value in self._values else -1
        self.choice.show_choices(offered, at)

    def _on_chosen(self, at: int) -> None:
        self.changed.emit(self._values[at])


class TongueControl(ChoiceControl):
    """The languages that there is a translation into."""

    def choices(self) -> tuple[Any, ...]:
        return ("", *i18n.languages())


CONTROLS: Final[dict[Any, tuple[str, str]]] = {
    bool: (__name__, "SwitchControl"),
    int: (__name__, "NumberControl"),
    float: (__name__, "ShareControl"),
    Hour: (__name__, "HourControl"),
    Literal: (__name__, "ChoiceControl"),
    Tongue: (__name__, "TongueControl"),
    Week: ("quizapp.ui.preferences.week", "WeekControl"),
    Folder: ("quizapp.ui.preferences.folders", "FolderControl"),
    tuple[Folder, ...]: ("quizapp.ui.preferences.folders", "FoldersControl"),
}
"""Type of a setting's values -> (module, class) of its control, loaded when first wanted. A setting without
one has no row."""


def type_of(setting: Setting) -> Any:
    """A setting's key in CONTROLS."""
    return Literal if get_origin(setting.plain) is Literal else setting.plain


def control_for(setting: Setting, services: Services) -> Control:
    """A new control."""
    module, name = CONTROLS[type_of(setting)]
    made: Control = getattr(import_module(module), name)(setting, services)
    return made
