"""What all sittings together say about each question: for its author."""

from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.analysis import SITTINGS, Item, items
from quizapp.core.session import Item as Card
from quizapp.formats.exam_out import items_csv
from quizapp.store import exams
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.kit import Kit
from quizapp.ui.models.cards import ItemModel
from quizapp.ui.navigation import Analysis, Back, Edit, Route
from quizapp.ui.saving import save_as
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.screens.place import Place
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rows import RowTable
from quizapp.ui.work import Job

_WIDEST = 864


def gather(db: Database, deck_key: int) -> tuple[Item, ...]:
    """For a worker: on a connection of its own. deck_key: 0 for the questions of all decks."""
    with db.twin() as twin:
        found = items(exams.all_attempts(twin), exams.disputed(twin))
        shelf = Shelf(twin)
        places = {item.card_id: shelf.item_of(item.card_id) for item in found} if deck_key else {}
    return tuple(item for item in found if not deck_key or _is_in(places[item.card_id], deck_key))


def _is_in(place: Card | None, deck_key: int) -> bool:
    return place is not None and place.deck_key == deck_key


class AnalysisPlace(Place):
    """Hardest first within each deck; Enter opens a card in the editor."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._job: Job | None = None
        self.items: tuple[Item, ...] = ()
        self._model = ItemModel(self)
        self.table = RowTable(CardDelegate())
        self.table.setAccessibleName(self.tr("Questions"))
        self.table.setModel(self._model)
        self.save = Button("ghost", self.tr("Save as CSV …"))
        self.back = keyed(Button("ghost", self.tr("Back")), "back", "back")
        self._told = label("small", token="mut", wrap=True)
        self._lay_out()
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self._go_back)
        self.table.chosen.connect(self._on_chosen)
        self.table.current_moved.connect(partial(self._follow, self.table))
        Bound(self, "back", {"back": self._go_back})

    def _lay_out(self) -> None:
        self._page = page = Page(_WIDEST, top=20 - MARGIN, bottom=20)
        page.content.setSpacing(4)
        about = self.tr(
            "Of all quizzes and exams that were handed in: the share earned, how well a question goes with "
            "the rest of its paper (item-rest, from {least} sittings), how often wrong options were picked."
        ).format(least=SITTINGS)
        for words in (
            label("title", self.tr("Question analysis"), wrap=True),
            label("small", about, "mut", wrap=True),
        ):
            words.setContentsMargins(MARGIN, 0, MARGIN, 4)
            page.content.addWidget(words)
        page.content.addWidget(Flow(self.save, self.back))
        self._told.setContentsMargins(MARGIN, 0, MARGIN, 0)
        page.content.addWidget(self._told)
        self._list = Panel(padding=(0, 8, 0, 8))
        self._list.content.addWidget(self.table)
        page.content.addWidget(self._list)
        page.content.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Analysis)
        self._show(())
        self._say(self.tr("Reading the sittings …"))
        db = self.kit.services.db
        self._job = self.kit.work.run(
            gather, db, route.deck_key, on_done=self._on_gathered, on_failed=self._on_failed
        )
        self.back.setFocus()

    def leave(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_gathered(self, found: tuple[Item, ...]) -> None:
        self._job = None
        self._show(found)
        self._say("" if found else self.tr("None of these questions was in a quiz that was handed in."))
        if found:
            self.table.setCurrentIndex(self._model.index(0, 0))
            self.table.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._say(str(error))

    def _show(self, found: tuple[Item, ...]) -> None:
        self.items = found
        self._model.show_values(found)
        self._list.setVisible(bool(found))
        self.save.setVisible(bool(found))

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        announce(self, words)

    def _follow(self, table: RowTable, rect: QRect) -> None:
        self._page.show_rect(rect, table)

    def _on_chosen(self, item: Item) -> None:
        found = self.kit.services.library.shelf.item_of(item.card_id)
        if found is None:
            self._say(self.tr("This card is no longer in a deck."))
        else:
            self.go.emit(Edit(card=found.card_key))

    def _on_save(self) -> None:
        words = save_as(self, self.tr("questions"), {".csv": lambda: items_csv(self.items)})
        if words:
            self._say(words)

    def _go_back(self) -> None:
        self.go.emit(Back())
