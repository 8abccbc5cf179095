"""A field of a form: its label, its editor, and what is to be mended in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.formats.form_values import Value
from quizapp.ui.editor.fields.base import FieldEditor, Setting
from quizapp.ui.editor.fields.raw import RawValue
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN

_GAP = 12


class Block(QWidget):
    """Shows what stands behind one key, and tells what it has become.

    keep: the key stays where nothing is left to say. What a form cannot show is read-only.
    """

    edited = Signal(object)
    """Itself."""
    yaml_wanted = Signal()

    def __init__(self, editor: FieldEditor, *, keep: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.field, self._keep = editor, editor.field, keep
        self._old: Value | None = None
        self._hindered = False
        self._raw: RawValue | None = None
        self._label = Label("label", editor.words.name, token="mut", wrap=True)
        self._label.setBuddy(editor)
        tip = self.tr("{about}\nKey in the file: {key}").format(about=editor.words.about, key=self.field.key)
        self._label.setToolTip(tip)
        editor.setToolTip(tip)
        editor.edited.connect(self._tell)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, _GAP - 2 * MARGIN)
        self._body.setSpacing(1)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        head.addWidget(self._label, 1)
        if editor.aside is not None:
            head.addWidget(editor.aside)
        if not editor.stacked:
            head.addWidget(editor)
        self._body.addLayout(head)
        if editor.stacked:
            self._body.addWidget(editor)
        self._problem = _ProblemLine()
        self._body.addWidget(self._problem)

    def _tell(self) -> None:
        hindrance = self.editor.hindrance()
        if hindrance or self._hindered:
            self.show_problem(hindrance)
        self._hindered = bool(hindrance)
        if not hindrance:
            self.edited.emit(self)

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def written(self) -> Value | None:
        """What is to stand behind the key now."""
        shown = self.editor.value()
        value = self.field.sort.write(shown, self._old)
        if value is None and self._keep:
            return self._nothing
        if self._old is None and isinstance(value, list) and len(value) == 1 and not self._keep:
            return value[0] if isinstance(value[0], str) else value
        return value

    @property
    def _nothing(self) -> Value:
        """An empty value of the same shape."""
        blank = self.field.sort.blank
        return blank if isinstance(blank, list | dict) else ""

    def show_value(self, value: Value | None) -> None:
        """What stands behind the key; None: nothing. Focus and caret stay where that is what is shown."""
        if value is not None and value == self._old:
            return
        shown = None if value is None else self.field.sort.read(value)
        self._old = value
        if value is not None and shown is None:
            self._show_raw(value)
            return
        self._hide_raw()
        self.editor.show_value(self.field.sort.nothing if value is None else shown)

    def took(self, value: Value | None) -> None:
        """What it says has been written."""
        self._old = value

    def _show_raw(self, value: Value) -> None:
        if self._raw is None:
            self._raw = RawValue()
            self._raw.yaml_wanted.connect(self.yaml_wanted)
            self._body.insertWidget(1, self._raw)
        self._raw.show_value(self.key, value, self.tr("This cannot be shown in a form as it is written."))
        self._raw.show()
        self.editor.hide()

    def _hide_raw(self) -> None:
        if self._raw is not None:
            self._raw.hide()
        self.editor.show()

    @property
    def is_raw(self) -> bool:
        """True while its value can only be read."""
        return self._raw is not None and not self._raw.isHidden()

    def show_problem(self, sentence: str, *, warning: bool = False) -> None:
        """What is to be mended; "": nothing."""
        self.editor.show_problem(sentence)
        self._problem.show_sentence(sentence, warning=warning)

    def show_setting(self, setting: Setting) -> None:
        """What is around the field."""
        self.editor.show_setting(setting)

    def focus_field(self) -> None:
        """Put the focus where writing begins."""
        if self.is_raw and self._raw is not None:
            self._raw.button.setFocus()
        else:
            self.editor.focus_field()


class _ProblemLine(QWidget):
    """An icon and a sentence below a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = {warning: Icon("warning", size=15, token=token) for warning, token in _TOKENS.items()}
        self._sentences = {
            warning: label("small", "", token, wrap=True) for warning, token in _TOKENS.items()
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 4)
        row.setSpacing(7)
        for warning in _TOKENS:
            row.addWidget(self._icons[warning], alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._sentences[warning], 1)
        self.hide()

    def show_sentence(self, sentence: str, *, warning: bool) -> None:
        for each in _TOKENS:
            self._icons[each].setVisible(each == warning)
            self._sentences[each].setVisible(each == warning)
            self._sentences[each].setText(sentence if each == warning else "")
        self.setVisible(bool(sentence))


_TOKENS = {False: "bad", True: "warn"}
