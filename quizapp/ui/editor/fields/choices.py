"""Fields whose value is one of a few words, or on and off."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.formats.card_form import FormField
from quizapp.formats.form_values import SwitchSort
from quizapp.ui.editor.fields.base import FieldEditor
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.segments import Segments
from quizapp.ui.widgets.switch import Switch


class SwitchEditor(FieldEditor):
    """On or off."""

    stacked = False

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self.switch = Switch(words.name)
        self.switch.clicked.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.switch)
        self.entrance = self.switch
        self.describe(self.switch)

    def _tell(self) -> None:
        self.edited.emit()

    def value(self) -> bool:
        return self.switch.isChecked()

    def show_value(self, shown: bool) -> None:
        self.switch.setChecked(shown)

    def show_problem(self, sentence: str) -> None:
        self.describe(self.switch, sentence)


class WordEditor(FieldEditor):
    """One of the words of the declaration, in a menu; nothing, where the key may be left out."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self._value = ""
        self.menu = DropDown(words.name)
        self.menu.chosen.connect(self._take)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.menu)
        self.entrance = self.menu
        self.describe(self.menu)
        self._offer()

    def _offer(self) -> None:
        """A word that is not known can be seen, and left."""
        known = dict(self.words.options)
        nothing = [] if self.field.required else [("", self.tr("not said"))]
        self._options = [*nothing, *self.words.options]
        if self._value not in dict(self._options):
            self._options.insert(0, (self._value, known.get(self._value, self._value)))
        at = [word for word, _ in self._options].index(self._value)
        self.menu.show_choices([Choice(name) for _, name in self._options], at)

    def _take(self, at: int) -> None:
        self._value = self._options[at][0]
        self._offer()
        self.edited.emit()

    def value(self) -> str:
        return self._value

    def show_value(self, shown: str) -> None:
        self._value = shown
        self._offer()

    def show_problem(self, sentence: str) -> None:
        self.menu.show_bad(bool(sentence))
        self.describe(self.menu, sentence)


class SegmentsEditor(FieldEditor):
    """A few short words side by side; the first one also stands for nothing."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        self._is_switch = isinstance(field.sort, SwitchSort)
        self._words: Sequence[str] = [word for word, _ in words.options]
        self.segments = Segments(words.name, [name for _, name in words.options])
        self.segments.chosen.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        self.describe(self.segments)

    def _tell(self, at: int) -> None:
        self.edited.emit()

    def value(self) -> bool | str:
        word = self._words[self.segments.at]
        return word == "true" if self._is_switch else word

    def show_value(self, shown: bool | str) -> None:
        word = ("true" if shown else "false") if self._is_switch else str(shown)
        self.segments.show_choice(self._words.index(word) if word in self._words else 0)

    def show_problem(self, sentence: str) -> None:
        self.describe(self.segments, sentence)

    def focus_field(self) -> None:
        self.segments.focus_choice()
