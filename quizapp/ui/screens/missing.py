"""Missing cards: with progress, but in no deck. They wait, become another card, or are forgotten."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.identity import uid_of
from quizapp.core.problems import QuizError
from quizapp.core.renames import Orphan
from quizapp.store.database import Database
from quizapp.ui.bindings import Bound, cap, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Renames, Route
from quizapp.ui.report import words_of
from quizapp.ui.screens.card_picker import Candidate
from quizapp.ui.screens.missing_parts import OrphanPanel, PurgeBar
from quizapp.ui.screens.place import Place
from quizapp.ui.screens.progress_words import StakeWords
from quizapp.ui.services import Changes
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.panel import Column, Panel

_WIDEST = 820
_SHOWN = 40
"""Cards on the page at first, and more with each press."""


def back_up(db: Database) -> Path:
    """For a worker: copy the progress file, on a connection of its own."""
    from quizapp.store import backups

    with db.twin() as twin:
        return backups.make(twin)


class MissingPlace(Styled, Place):
    """A panel a card, those that left last first. Up and Down walk them, Space chooses, Ctrl+Z unlinks."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._words = StakeWords(self)
        self._orphans: tuple[Orphan, ...] = ()
        self._shown = _SHOWN
        self._chosen: set[int] = set()
        self._linked: list[tuple[str, ...]] = []
        """Events of each link made here, in order."""
        self.panels: tuple[OrphanPanel, ...] = ()
        """The cards as they are shown."""
        self.bar = PurgeBar()
        self._title = label("title", self.tr("Missing cards"), wrap=True)
        self._count = label("small", token="mut")
        self._told = label("body", token="mut", wrap=True)
        self.more = Button("quiet", "", icon="chevron-down", height=36)
        self.renames = Button("quiet", self.tr("Did you rename these?"), icon="info", height=36)
        self._empty = _Empty()
        self._lay_out()
        self._connect()

    # What is shown

    def arrive(self, route: Route) -> None:
        self._page.follow(None)
        self._shown, self._chosen, self._linked = _SHOWN, set(), []
        self.bar.show_chosen(0, 0)
        self._refresh()
        self._focus_start()

    def take_changes(self, changes: Changes) -> None:
        if (changes.library or changes.progress) and changes.by is not self:
            self._refresh()

    def _refresh(self) -> None:
        """Ask for the cards anew; panels of those that are as before stay."""
        self._orphans = self.kit.services.identities.orphans()
        was = {panel.orphan: panel for panel in self.panels}
        self.panels = tuple(
            was.pop(orphan) if orphan in was else self._made(orphan)
            for orphan in self._orphans[: self._shown]
        )
        for place, panel in enumerate(self.panels):
            self._list.insertWidget(place, panel)
        for panel in was.values():
            panel.hide()
            panel.deleteLater()
        count = len(self._orphans)
        self._count.setText(self.tr("%n cards", "", count))
        self._count.setVisible(count > 0)
        self._told.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self.more.setVisible(count > len(self.panels))
        self.more.setText(self.tr("Show %n more", "", min(_SHOWN, count - len(self.panels))))
        self._chosen &= {orphan.card_key for orphan in self._orphans}
        self._fit(self._page.text_width)

    def _made(self, orphan: Orphan) -> OrphanPanel:
        panel = OrphanPanel(orphan, self._words, self.kit.services)
        panel.toggled.connect(self._on_toggled)
        panel.linked.connect(self._on_linked)
        panel.opened.connect(self._on_opened)
        return panel

    def _focus_start(self) -> None:
        (self.panels[0].check if self.panels else self._empty.button).setFocus()

    # What the learner does

    def _on_toggled(self, orphan: Orphan) -> None:
        self._chosen ^= {orphan.card_key}
        chosen = [one for one in self._orphans if one.card_key in self._chosen]
        self.bar.show_chosen(len(chosen), sum(one.stake.reviews for one in chosen))

    def _on_linked(self, orphan: Orphan, candidate: Candidate) -> None:
        """A note with all its cards, where that is what left; else the one card."""
        services, at = self.kit.services, self._at()
        if orphan.whole:
            new = uid_of(candidate.card_id)
            events = services.identities.link(orphan.wording.uid, new, self, candidate.alike)
        else:
            payload = {"to": candidate.card_id, "alike": candidate.alike}
            events = (services.mark("alias", orphan.card_id, self, payload),)
        if events:
            self._linked.append(events)
        self._refresh()
        told = self.tr("Linked with “{front}”. {key} takes it back.").format(
            front=candidate.front, key=cap("missing", "undo")
        )
        self.bar.show_message(told)
        self._focus_at(at)

    def _on_opened(self, panel: OrphanPanel) -> None:
        """Keep all of it in view while cards are found."""
        self._page.follow(panel)

    def undo(self) -> None:
        """Take the last link made here back."""
        if self._linked:
            self.kit.services.unmark(self._linked.pop(), self)
            self._refresh()
            self._focus_start()
            self.bar.show_message(self.tr("Taken back."))

    def _on_confirmed(self) -> None:
        self.bar.show_busy()
        self.kit.work.run(
            back_up, self.kit.services.db, on_done=self._on_backed_up, on_failed=self._on_failed
        )

    def _on_backed_up(self, backup: Path) -> None:
        keys = sorted(self._chosen)
        self.kit.services.identities.purge(keys, self)
        self._chosen = set()
        self._refresh()
        gone = self.tr("%n cards forgotten.", "", len(keys))
        kept = self.tr("The backup {file} still has them: restored, it brings them back.").format(
            file=backup.name
        )
        self.bar.show_message(f"{gone} {kept}")
        self._focus_start()

    def _on_failed(self, error: Exception) -> None:
        """Without a backup nothing is forgotten."""
        why = words_of(error) if isinstance(error, QuizError) else ""
        self.bar.show_message(" ".join((self.tr("No backup could be made, so nothing was forgotten."), why)))

    def _on_more(self) -> None:
        first = len(self.panels)
        self._shown += _SHOWN
        self._refresh()
        self._focus_at(first)

    def next(self) -> None:
        """Go to the next card."""
        self._step(1)

    def previous(self) -> None:
        """Go to the card before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.panels:
            self._focus_at(self._at() + by)

    def _at(self) -> int:
        """The panel that has the focus; the first if none has."""
        focus = self.focusWidget()
        inside = (place for place, panel in enumerate(self.panels) if focus and panel.isAncestorOf(focus))
        return next(inside, 0)

    def _focus_at(self, place: int) -> None:
        if not self.panels:
            self._focus_start()
            return
        panel = self.panels[min(max(place, 0), len(self.panels) - 1)]
        panel.check.setFocus()
        self._page.show_rect(QRect(panel.rect()), panel)
        announce(panel.check, panel.orphan.wording.front)

    def back(self) -> None:
        """Out of what is open, then back."""
        if self.bar.asking:
            self.bar.back()
            return
        for panel in self.panels:
            if panel.picker:
                panel.close_picker()
                return
        self._leave()

    def _leave(self) -> None:
        self.go.emit(Back())

    def _show_renames(self) -> None:
        self.go.emit(Renames())

    # Build

    def _lay_out(self) -> None:
        self._page = Page(_WIDEST, top=20, bottom=12)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._told.setText(
            self.tr(
                "Their text is in no deck any more. What you remember of them is kept, and they come back "
                "with it as soon as their text or id is in a deck again."
            )
        )
        self._told.setContentsMargins(MARGIN, 4, MARGIN, 4)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 4, MARGIN, 4)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        content = self._page.content
        content.addLayout(head)
        content.addWidget(self._told)
        content.addWidget(self._empty)
        content.addSpacing(4)
        content.addLayout(self._list)
        content.addSpacing(8)
        content.addWidget(Flow(self.more, self.renames, gap=12))
        content.addStretch(1)
        foot = Column(widest=_WIDEST)
        foot.content.addWidget(self.bar)
        foot.content.setContentsMargins(0, 0, 0, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(foot)

    def _connect(self) -> None:
        self._page.width_changed.connect(self._fit)
        self.more.clicked.connect(self._on_more)
        self.renames.clicked.connect(self._show_renames)
        self._empty.button.clicked.connect(self._leave)
        self.bar.confirmed.connect(self._on_confirmed)
        Bound(self, "missing")

    def restyle(self) -> None:
        self._fit(self._page.text_width)

    def _fit(self, width: int) -> None:
        self.bar.fit(width)
        for panel in self.panels:
            panel.fit(width)


class _Empty(Panel):
    """What stands here while no card is missing."""

    def __init__(self) -> None:
        super().__init__(padding=(24, 20, 24, 20))
        words = self.tr("Every card that you have studied is in one of your decks.")
        self.button = keyed(Button("primary", self.tr("Back"), height=36), "missing", "back")
        self.content.addWidget(label("heading", self.tr("No card is missing"), wrap=True))
        self.content.addSpacing(6)
        self.content.addWidget(label("body", words, "mut", wrap=True))
        self.content.addSpacing(14)
        self.content.addWidget(self.button)
