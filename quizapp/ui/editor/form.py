"""The form of one card: its kind, then its fields, all of them derived from the declarations."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.core.kinds import AnyKind
from quizapp.core.problems import QuizError
from quizapp.formats.card_form import Data, kind_of_data, likely_kind, recast
from quizapp.formats.form_values import Value
from quizapp.formats.problem_places import key_of
from quizapp.ui.bindings import show_key
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.fields.base import Setting
from quizapp.ui.editor.fields.many import FieldsEditor, chain
from quizapp.ui.editor.fields.more import AddButton
from quizapp.ui.editor.fields.raw import RawValue
from quizapp.ui.editor.fields.table import editor_of
from quizapp.ui.editor.form_plan import GROUPS, QUIET, behind_more, fields_of_form, kept, shown_always
from quizapp.ui.editor.kind_bar import KindBar
from quizapp.ui.editor.words import words
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import announce

_SIDE = 14


class FormPane(QWidget):
    """Edits the document's present card, one splice a change."""

    yaml_wanted = Signal()
    """The text is to be shown, where the card stands in it."""
    next_wanted = Signal()
    """Ctrl+Enter: this card is done, another one like it is to follow."""

    def __init__(self, document: DeckDocument, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._kit = document, kit
        self._index = -1
        self._data: Data | None = None
        self._kind: AnyKind | None = None
        self._settled: AnyKind | None = None
        """What the keys alone say of the kind."""
        self._wish: AnyKind | None = None
        self._fresh = -1
        self._late = False
        """The text is another than the form shows."""
        self.bar = KindBar()
        self.bar.chosen.connect(self._wish_for)
        self.bar.confirmed.connect(self._recast)
        self.fields = FieldsEditor(editor_of)
        self.fields.edited.connect(self._write)
        self.fields.yaml_wanted.connect(self.yaml_wanted)
        self.fields.offered_changed.connect(self._take_fields)
        self.bar.more.chosen.connect(self.fields.open_field)
        self._general = label("body", "", "bad", wrap=True)
        self._buttons = self._make_buttons()
        self._offers = Flow(*self._buttons.values(), gap=0)
        self._raw = RawValue()
        self._raw.yaml_wanted.connect(self.yaml_wanted)
        nothing = self.tr("There is no card here yet. {key} makes one.")
        self._nothing = none = label("body", token="mut", wrap=True)
        show_key(none, lambda key: none.setText(nothing.format(key=key)), "editor", "new_card")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page())
        document.card_changed.connect(self._take_card)
        document.changed.connect(self._take_text)
        document.read.connect(self._take_read)
        self._take_card()

    def _make_buttons(self) -> dict[str, AddButton]:
        named = {
            "hint": self.tr("Hint"),
            "media": self.tr("Picture or sound"),
            "dates": self.tr("Dates it is valid"),
        }
        buttons = {name: AddButton(named[name]) for name, _ in GROUPS}
        for name, keys in GROUPS:
            buttons[name].clicked.connect(partial(self._open_group, keys))
        return buttons

    def _page(self) -> QScrollArea:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(_SIDE, 10, _SIDE, 14)
        rows.setSpacing(0)
        for widget in (self._nothing, self._raw, self.bar, self._general, self.fields, self._offers):
            rows.addWidget(widget)
        rows.addStretch(1)
        self._scroll = page = QScrollArea()
        page.setWidget(inner)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        return page

    # What is shown

    @property
    def kind(self) -> AnyKind | None:
        """The kind of the card that is shown; None if none is."""
        return self._kind

    @property
    def data(self) -> Data | None:
        """The card that is shown, by key; None if it cannot be read."""
        return self._data

    def focus_first(self) -> None:
        """Write into the first field."""
        if self._raw.isHidden():
            self.fields.focus_first()
        else:
            self._raw.button.setFocus()

    def show_fresh(self, index: int) -> None:
        """A card has just been made: what is still empty in it is no mistake yet."""
        self._fresh = index
        self._take_read()

    def _take_card(self, index: int = -1) -> None:
        """Another card is the present one."""
        self._index = self._document.card
        self._fresh = self._fresh if self._fresh == self._index else -1
        self._kind = self._settled = self._wish = None
        self.fields.forget_wishes()
        self._show()
        self._show_problems()
        self._scroll.verticalScrollBar().setValue(0)

    def _take_text(self) -> None:
        """The text is another, by this form or by anybody."""
        self._late = not self.isVisible()  # nobody sees it: what is typed elsewhere shall not wait for it
        if self._document.card == self._index and not self._late:
            self._show()

    def _take_read(self) -> None:
        """The document was read anew."""
        note = self._document.note(self._index) if self._index >= 0 else None
        if note is not None and self._document.is_read and self._data is not None:
            self._kind = note.kind
        self._show()
        self._show_problems()

    def _show(self) -> None:
        document, index = self._document, self._index
        self._data = data = document.data(index) if 0 <= index < len(document.items) else None
        readable = data is not None
        self._nothing.setVisible(index < 0)
        self._raw.setVisible(index >= 0 and not readable)
        for widget in (self.bar, self.fields):
            widget.setVisible(readable)
        if data is None:
            self._general.hide()
            self._offers.hide()
            self._show_source()
            return
        settled = kind_of_data(data)
        if self._kind is None or settled is not self._settled:
            self._kind = likely_kind(data, self._kind)
        self._settled = settled
        self._show_fields(self._kind, data)

    def _show_fields(self, kind: AnyKind, data: Data) -> None:
        if not self.bar.asks:
            self.bar.show_kind(kind)
        deck = self._document.loaded.deck
        folder = str(Path(self._document.path).parent) if self._document.path else ""
        fields = fields_of_form(kind)
        self.fields.show_fields(kind.name, fields, always=shown_always(kind), kept=kept(kind), quiet=QUIET)
        note = self._document.note(self._index)
        image = str(getattr(note.question, "image", "") or note.image) if note else ""
        self.fields.show_data(data, Setting(deck, folder, data, image))
        self._offer()

    def _show_source(self) -> None:
        if 0 <= self._index < len(self._document.items):
            item = self._document.items[self._index]
            problems = self._document.problems_of(self._index)
            why = words_of(problems[0]) if problems else self.tr("This card cannot be shown in a form.")
            self._raw.show_text(self._document.text[item.start : item.end], why)

    def _take_fields(self) -> None:
        """A field has come or gone."""
        chain((self.bar, self.fields, self._offers))
        self._offer()

    def _offer(self) -> None:
        """The buttons of what is not shown yet."""
        offered = self.fields.offered
        keys = {field.key for field in offered}
        for name, group in GROUPS:
            self._buttons[name].setVisible(bool(keys.intersection(group)))
        self._offers.setVisible(any(keys.intersection(group) for _, group in GROUPS))
        self.bar.more.show_fields(behind_more(offered), self._kind.name if self._kind else "")

    def _open_group(self, keys: Sequence[str]) -> None:
        self.fields.open_fields(keys)

    def _show_problems(self) -> None:
        if self._data is None or self._index < 0:
            return
        item = self._document.items[self._index]
        start = self._document.text.rfind("\n", 0, item.start) + 1
        text = self._document.text[start : item.end]
        found: dict[str, tuple[str, bool]] = {}
        general = []
        for problem in self._document.problems_of(self._index):
            key = key_of(problem, text, item.line)
            if self._fresh == self._index and not self._data.get(key):
                continue
            warning = problem.severity == "warning"
            if key in self.fields.blocks:
                if key not in found or (found[key][1] and not warning):
                    found[key] = (words_of(problem), warning)
            else:
                general.append(words_of(problem))
        self.fields.show_problems(found)
        self._general.setText("\n".join(general))
        self._general.setVisible(bool(general))

    # What is changed

    def _write(self, key: str, value: Value | None) -> None:
        """One splice. Where it is refused, the field shows again what is written, and why."""
        try:
            self._document.set_keys(self._index, {key: value}, merge=f"{self._index} {key}")
        except QuizError as refused:
            self._refuse(key, refused)
            return
        data = self._document.data(self._index) or {}
        block = self.fields.blocks.get(key)
        if block is not None:
            block.took(data.get(key))

    def _refuse(self, key: str, refused: QuizError) -> None:
        announce(self, words_of(refused))
        block = self.fields.blocks.get(key)
        if block is None:  # the card cannot be read any more: its text says why
            return
        old = (self._data or {}).get(key)
        block.took(None)
        block.show_value(old)
        block.show_problem(words_of(refused))

    def _wish_for(self, kind: AnyKind) -> None:
        """Make the card one of another kind; if something would be lost, say so first."""
        if self._data is None or self._kind is None:
            return
        self._wish = kind
        lost = recast(self._data, self._kind, kind).lost
        if lost:
            fields = {field.key: field for field in fields_of_form(self._kind)}
            names = [words.of(fields[key], self._kind.name).name for key in lost]
            self.bar.ask(kind, ", ".join(names))
        else:
            self._recast()

    def _recast(self) -> None:
        if self._data is None or self._kind is None or self._wish is None:
            return
        made = recast(self._data, self._kind, self._wish).data
        gone: dict[str, Value | None] = {key: None for key in self._data if key not in made}
        changed = {key: value for key, value in made.items() if self._data.get(key) != value}
        old, self._kind = self._kind, self._wish
        try:
            self._document.set_keys(self._index, changed | gone)
        except QuizError as refused:
            self._kind = old
            self.bar.show_kind(old)
            self._general.setText(words_of(refused))
            self._general.show()
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._take_text()
            self._show_problems()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)
