"""The top of a form: the kind of the card, which can be changed, and what that would cost."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.ui.editor.fields.more import MoreButton
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import sign_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.dropdown import Choice, DropDown
from quizapp.ui.widgets.icon import Icon
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.panel import Panel


def choices() -> list[Choice]:
    """All kinds, with their icons."""
    return [Choice(marked(kind.label), sign_of(kind.name).outline) for kind in KINDS]


class KindBar(QWidget):
    """A drop-down of kinds and the menu of further fields."""

    chosen = Signal(object)
    """A Kind that the card is to be."""
    confirmed = Signal()
    """It is to be that, whatever is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: AnyKind = KINDS[-1]
        self.menu = DropDown(self.tr("Kind of card"), direct=False)
        self.menu.chosen.connect(self._take)
        self.more = MoreButton(self.tr("More"))
        row = QHBoxLayout()
        row.addWidget(self.menu, 1)
        row.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignVCenter)
        self._loss = Panel(radius=10, padding=(12, 8, 12, 8))
        self._loss.fill, self._loss.line = "warnsoft", "warnline"
        self._words = label("body", "", wrap=True)
        self.go = Button("ghost", self.tr("Change the kind"), height=30)
        self.stay = Button("quiet", self.tr("Keep it as it is"), height=30)
        self.go.clicked.connect(self._confirm)
        self.stay.clicked.connect(self.drop)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon("warning", token="warn"), alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.stay)
        buttons.addStretch(1)
        self._loss.content.addLayout(head)
        self._loss.content.addLayout(buttons)
        self._loss.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(2)
        rows.addLayout(row)
        rows.addWidget(self._loss)
        self.show_kind(self._kind)

    def show_kind(self, kind: AnyKind) -> None:
        """The kind of the card as it is written."""
        self._kind = kind
        self.menu.show_choices(choices(), KINDS.index(kind))
        self._loss.hide()

    def _take(self, at: int) -> None:
        self.chosen.emit(KINDS[at])

    def ask(self, kind: AnyKind, lost: str) -> None:
        """Say what another kind would cost before it does. lost: names of fields, translated."""
        self.menu.show_choices(choices(), KINDS.index(kind))
        text = self.tr("As “{kind}” this card has no place for: {lost}.")
        self._words.setText(text.format(kind=marked(kind.label), lost=lost))
        self._loss.show()
        self.go.setFocus()
        announce(self, self._words.text())

    def _confirm(self) -> None:
        self._loss.hide()
        self.menu.setFocus()
        self.confirmed.emit()

    def drop(self) -> None:
        """It stays what it is."""
        had = self.go.hasFocus() or self.stay.hasFocus()
        self.show_kind(self._kind)
        if had:
            self.menu.setFocus()

    @property
    def asks(self) -> bool:
        """True while it waits for a word on what would be lost."""
        return not self._loss.isHidden()
