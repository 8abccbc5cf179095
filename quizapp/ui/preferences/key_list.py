"""Every key of the app, list by list: each can be set by pressing it; what clashes is told beside both."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.ui.bindings import binding, cap_of
from quizapp.ui.i18n import begun, marked
from quizapp.ui.key_choices import Choices, Slot, key_of, slots, with_key
from quizapp.ui.key_clashes import Clash, Place, clashes
from quizapp.ui.key_lists import LISTS
from quizapp.ui.kit import Kit
from quizapp.ui.preferences.extra import ExtraPanel
from quizapp.ui.preferences.key_row import KeyRow
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.roving import Roving
from quizapp.ui.widgets.search import SearchField

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class KeyListPanel(ExtraPanel):
    """A search, the lists, and the way back. One tab stop a list; the arrows go through all of them."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._before: list[Choices] = []
        """What undo brings back, the last one first to go."""
        self.search = SearchField(self.tr("Search keys and actions"))
        self.undo = Button("quiet", self.tr("Undo"), icon="undo", height=36)
        self.reset = Button("ghost", self.tr("Reset all"), height=36)
        self.clashing = Button("link", "", icon="warning", height=22)
        self._told = label("small", token="mut", wrap=True)
        self._nothing = label("row", self.tr("No action and no key is called so."), "mut", wrap=True)
        self.rows = tuple(KeyRow(slot) for slot in slots())
        self._by_place: dict[Place, list[KeyRow]] = {}
        self._heads: dict[str, Label] = {}
        self._only_clashing = False
        self._rovings: list[Roving] = []
        self._lay_out()
        self.search.textChanged.connect(self._find)
        self.search.left_down.connect(self._to_rows)
        self.undo.clicked.connect(self.take_back)
        self.reset.clicked.connect(self._on_reset)
        self.clashing.clicked.connect(self._on_clashing)
        self._show()

    def _lay_out(self) -> None:
        how = self.tr(
            "Press an action, then its new key. Escape leaves it as it is, Delete takes the key away. "
            "A key may mean two things: that is told beside both, and what a screen does itself comes first."
        )
        content = self.content
        for words in (label("heading", self.tr("Keys"), wrap=True), label("small", how, "mut", wrap=True)):
            words.setContentsMargins(MARGIN, 0, MARGIN, 0)
            content.addWidget(words)
        content.addSpacing(8)
        content.addWidget(Flow(self.search, self.undo, self.reset))
        for widget in (self._told, self.clashing, self._nothing):
            widget.setContentsMargins(MARGIN, 4, MARGIN, 4)
            content.addWidget(widget)
        for one in LISTS:
            rows = [row for row in self.rows if row.slot.scope == one.scope]
            head = self._heads[one.scope] = label("cap", marked(one.title), "mut", wrap=True)
            head.setContentsMargins(MARGIN, 14, MARGIN, 2)
            content.addWidget(head)
            column = QVBoxLayout()
            column.setSpacing(0)
            for row in rows:
                column.addWidget(row)
                row.chosen.connect(self._on_chosen)
                row.jump_wanted.connect(self._jump)
                self._by_place.setdefault(Place(row.slot.scope, row.slot.action), []).append(row)
            content.addLayout(column)
            self._rovings.append(Roving([row.button for row in rows], self))

    # The contract of a panel

    def arrive(self) -> None:
        self.search.clear()
        self._only_clashing = False
        self._show()

    def take_changes(self, changes: Changes) -> None:
        if changes.settings:
            self._show()

    def texts(self) -> tuple[str, ...]:
        return (self.tr("Keys"), *(row.texts() for row in self.rows))

    # What is shown

    @property
    def choices(self) -> Choices:
        return self.kit.services.settings.keys

    def _show(self) -> None:
        found: dict[Place, list[Clash]] = {}
        all_clashes = clashes(self.choices)
        for clash in all_clashes:
            for place in (clash.one, clash.other):
                if isinstance(place, Place):
                    found.setdefault(place, []).append(clash)
        for row in self.rows:
            key = key_of(row.slot, self.choices)
            place = Place(row.slot.scope, row.slot.action)
            row.show_key(key, [clash for clash in found.get(place, ()) if clash.key == key])
        self.undo.setEnabled(bool(self._before))
        self.reset.setEnabled(bool(self.choices))
        self.clashing.setVisible(bool(all_clashes))
        self.clashing.setText(
            self.tr("Show all keys")
            if self._only_clashing
            else self.tr("%n keys mean two things: show them", "", len(all_clashes))
        )
        self._told.setVisible(bool(self._told.text()))
        self._find()

    def _find(self) -> None:
        words = self.search.text().casefold().split()
        shown = set()
        for row in self.rows:
            fits = all(word in row.texts() for word in words)
            row.setVisible(fits and (not self._only_clashing or bool(row.clashes)))
            shown |= {row.slot.scope} if not row.isHidden() else set()
        for scope, head in self._heads.items():
            head.setVisible(scope in shown)
        self._nothing.setVisible(not shown)
        self._set_stops()

    def _set_stops(self) -> None:
        """The tab key stops at the first row of each list that is shown."""
        for roving, one in zip(self._rovings, LISTS, strict=True):
            rows = [row for row in self.rows if row.slot.scope == one.scope]
            at = next((at for at, row in enumerate(rows) if not row.isHidden()), 0)
            roving.stop_at(at)

    # What the learner does

    def _on_chosen(self, slot: Slot, key: str) -> None:
        words = begun(marked(binding(slot.scope, slot.action).label))
        said = self.tr("{action}: {key}") if key else self.tr("{action} has no key now")
        self._set(with_key(self.choices, slot, key), said.format(action=words, key=cap_of(key)))

    def _on_reset(self) -> None:
        self._set((), self.tr("All keys are as at first."))

    def take_back(self) -> None:
        """Undo the last change made here."""
        if self._before:
            self._put(self._before.pop(), self.tr("Taken back."))

    def revert(self) -> bool:
        """The same by the screen's key."""
        done = bool(self._before)
        self.take_back()
        return done

    def _set(self, choices: Choices, said: str) -> None:
        if choices != self.choices:
            self._before.append(self.choices)
            self._put(choices, said)

    def _put(self, choices: Choices, said: str) -> None:
        self.kit.services.set("keys", choices, self)
        self._told.setText(said)
        self._show()
        focus = self.focusWidget()
        row = next((row for row in self.rows if focus is not None and row.isAncestorOf(focus)), None)
        clashing = self.tr("It means something else too.") if row and row.clashes else ""
        announce(self, " ".join(filter(None, (said, clashing))))

    def _on_clashing(self) -> None:
        self._only_clashing = not self._only_clashing
        self._show()
        self._to_rows()

    def _jump(self, place: Place) -> None:
        rows = self._by_place[place]
        self.search.clear()
        rows[0].button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_rows(self) -> None:
        self._focus(row for row in self.rows if not row.isHidden())

    def _focus(self, rows: Iterable[KeyRow]) -> None:
        row = next(iter(rows), None)
        if row is not None:
            row.button.setFocus(Qt.FocusReason.TabFocusReason)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Undo is this panel's while something in it has the focus and there is something to take back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            mine = bool(self._before) and event.matches(QKeySequence.StandardKey.Undo)
            event.setAccepted(mine)
            return mine
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        shown = [row for row in self.rows if not row.isHidden()]
        at = next((at for at, row in enumerate(shown) if row.button.hasFocus()), None)
        if event.matches(QKeySequence.StandardKey.Undo) and self._before:
            self.take_back()
        elif step is not None and at is not None:
            self._focus(shown[max(0, at + step) :])
        else:
            super().keyPressEvent(event)
