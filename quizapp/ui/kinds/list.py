"""list: several items to name in writing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.kinds.base import Filled, Mark, PartMark, Prompt, Verdict
from quizapp.core.kinds.list import ListQuestion
from quizapp.ui.kinds.base import AnswerWidget, Sign
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets.entry_list import EntryField, EntryList
from quizapp.ui.widgets.entry_row import EntryFate, EntryRow
from quizapp.ui.widgets.paint import announce

_COMMAS = ",;،、，；"
_MOST = 100
"""Entries; what is pasted beyond is left out."""


class ListWidget(AnswerWidget):
    """The entries so far and the field for the next one; after the check marks, and what was not named."""

    takes_text = True

    def __init__(
        self, question: ListQuestion, prompt: Prompt, *, viewers: Viewers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.action = self.tr("Check")
        self._needed, self._ordered = question.needed, question.ordered
        self._tried: tuple[str, ...] = ()
        self._between = _between(question.forms)
        self._slot: int | None = None
        """Where the entry belongs that was taken back; None: at the end."""
        self._list = EntryList(viewers, numbered=question.ordered)
        self._field = EntryField(
            self.tr("Next entry"), placeholder=self.tr("One after the other, Enter adds it")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._list, self._field):
            layout.addWidget(widget)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        self._list.in_use.connect(self.in_use)
        self._list.moved.connect(self._refresh)
        self._list.taken.connect(self._take_back)
        self._list.dropped.connect(self._remove)
        self._field.submitted.connect(self._enter)
        self._field.ended.connect(self.check)
        self._field.backed_out.connect(self._take_last_back)
        self._field.textChanged.connect(self._typed)

    def can_submit(self) -> bool:
        something = bool(self._list.texts() or self._field.text().strip())
        return something and not self.unchanged()

    def unchanged(self) -> bool:
        entered, typed = self._list.texts(), self._field.text().strip()
        return bool(entered) and not typed and entered == self._tried

    def submit(self) -> None:
        self._add(self._field.text())
        if self.can_submit():
            self.submitted.emit(Filled(self._list.texts()))

    def focus_answer(self) -> None:
        self._field.setFocus()

    def try_again(self, verdict: Verdict) -> bool:
        """The entries stay, to be mended."""
        self._tried = self._list.texts()
        self._field.setFocus()
        self._refresh()
        return True

    # Entries

    def _enter(self) -> None:
        """Add what is in the field; where it is empty, that was all."""
        if self._field.text().strip():
            self._add(self._field.text())
        else:
            self.check()

    def _typed(self, text: str) -> None:
        if len(text.splitlines()) > 1 or text.endswith("\n"):
            self._add(text)  # several lines were pasted
        self._refresh()

    def _add(self, text: str) -> None:
        entries = [entry.strip() for entry in self._between.split(text) if entry.strip()]
        entries = entries[: _MOST - len(self._list.rows)]
        if not entries and text.strip():
            return
        at = len(self._list.rows) if self._slot is None else self._slot
        if entries:
            self._slot = None
            self._list.insert(at, entries)
            self._set_tab_order()
            self._say(self.tr("{item} added, {count}"), ", ".join(entries))
        self._field.clear()
        self._refresh()
        self.in_use.emit(self._field)

    def _set_tab_order(self) -> None:
        """Rows come before the field, though they are made after it."""
        for before, after in pairwise([*self._list.rows, self._field]):
            QWidget.setTabOrder(before, after)

    def _take_last_back(self) -> None:
        if self._list.rows:
            self._take_back(self._list.rows[-1])

    def _take_back(self, row: EntryRow) -> None:
        """Put an entry into the field; what stands there is added first."""
        self._add(self._field.text())
        self._go_to_field()
        words, self._slot = row.words, self._list.rows.index(row)
        self._list.remove(row)
        self._field.setText(words)
        self._say(self.tr("{item} taken back"), words)

    def _remove(self, row: EntryRow) -> None:
        at = self._list.rows.index(row)
        if self._slot is not None and at < self._slot:
            self._slot -= 1
        words = row.words
        self._go_to_field()
        self._list.remove(row)
        self._refresh()
        self._say(self.tr("{item} removed, {count}"), words)

    def _go_to_field(self) -> None:
        """Before a row goes that may have the focus."""
        self._field.setFocus()
        self.in_use.emit(self._field)

    def _say(self, sentence: str, item: str) -> None:
        announce(self._field, sentence.format(item=item, count=self._count()))

    def _count(self) -> str:
        """How many there are, of how many; or beside how many, where they are more."""
        count = len(self._list.rows)
        words = self.tr("{count} of {needed}")
        if count > self._needed:
            words = self.tr("{count} entries, {needed} asked for")
        return words.format(count=count, needed=self._needed)

    def _refresh(self) -> None:
        """Say how many there are, and what Enter does now."""
        count = len(self._list.rows)
        progress = self._count()
        self.progress = self.tr("{count}, no more fit").format(count=progress) if count >= _MOST else progress
        self._field.setAccessibleDescription(self.progress)
        typing = bool(self._field.text().strip())
        self.action_key = self.tr("Ctrl Enter") if typing else ""
        hints = {
            (self.tr("Enter"), self.tr("add it")): typing,
            (self.tr("Backspace"), self.tr("take the last one back")): count and not typing,
            (self.tr("Alt ↑ ↓"), self.tr("move an entry")): count > 1 and self._ordered,
        }
        self.key_hints = tuple(hint for hint, helps in hints.items() if helps)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What field and rows do not take: the way between them, and letters, which are the field's."""
        text = event.text()
        if self._field.isHidden():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Up and self._field.hasFocus() and self._list.rows:
            self._list.rows[-1].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Down:
            self._field.setFocus(Qt.FocusReason.TabFocusReason)
        elif text.isprintable() and text.strip() and not event.modifiers() & _COMMANDS:
            self._field.setFocus()
            self._field.insert(text)
        else:
            super().keyPressEvent(event)

    # Marks

    def reveal(self, verdict: Verdict) -> None:
        self._field.hide()
        entries = [part for part in verdict.parts if part.given]
        rest = [part for part in verdict.parts if not part.given]
        missed = self.tr("missed") if entries else ""
        words: dict[Mark, EntryFate] = {
            "missed": EntryFate("missed", missed),
            "left_out": EntryFate("spare", self.tr("also right")),
        }
        self._list.reveal(
            [(part.given, self._fate(part)) for part in entries],
            [(part.key, words[part.mark]) for part in rest],
        )

    def reveal_again(self, verdict: Verdict) -> None:
        """A slip may be none by the learner's word."""
        self.reveal(verdict)

    def _fate(self, part: PartMark) -> EntryFate:
        fates: dict[Mark, EntryFate] = {
            "right": EntryFate("right"),
            "almost": EntryFate("almost", self.tr("almost: {item}").format(item=part.expected)),
            "wrong": EntryFate("misplaced", self.tr("belongs at place {place}").format(place=part.expected)),
            "twice": EntryFate("twice", self.tr("{item} twice").format(item=part.expected)),
            "extra": EntryFate("wrong", self.tr("not on the list")),
        }
        return fates[part.mark]


_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def _between(forms: Sequence[str]) -> re.Pattern[str]:
    """What parts entries: line ends, and each comma that no item has in it; never one between digits."""
    commas = "".join(comma for comma in _COMMAS if not any(comma in form for form in forms))
    lines = r"[\r\n\u2028\u2029]+"
    return re.compile(rf"{lines}|(?<!\d)[{commas}]|[{commas}](?!\d)" if commas else lines)


WIDGET = ListWidget
SIGN = Sign(
    "List",
    "M 3 5 L 5 5 M 8.5 5 L 17 5 M 3 10 L 5 10 M 8.5 10 L 17 10 M 3 15 L 5 15 M 8.5 15 L 17 15",
    "Several things to name",
)
