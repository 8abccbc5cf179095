"""Home: what now, and every deck with its numbers; search over decks and cards."""

from itertools import pairwise

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.notices import Notice
from quizapp.core.overview import DeckRow, Found, Overview, courses, narrowed
from quizapp.ui.bindings import Bound, keyed
from quizapp.ui.models.decks import listed
from quizapp.ui.navigation import AuthorView, Edit, Export, Import, Route, Study
from quizapp.ui.screens.home_banners import Banners
from quizapp.ui.screens.home_card import EmptyPanel, NowCard
from quizapp.ui.screens.home_head import Head
from quizapp.ui.screens.home_lists import DeckList, FoundList
from quizapp.ui.screens.home_told import Told
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.page import Page
from quizapp.ui.widgets.paint import Styled, announce

_WIDEST = 864


class HomeScreen(Styled, QWidget):
    """Shows an Overview; speaks by its signals."""

    go = Signal(object)
    """A Route."""
    search_changed = Signal(str)
    """The words searched for; "" = the search is over. Answer with `show_found`."""
    open_folder = Signal()
    """The learner wants to see the folder of the decks."""
    open_deck = Signal()
    """The learner wants to open a deck from anywhere."""
    show_folders = Signal()
    """The learner wants to see which folders there are, to add or remove one."""
    notice_answered = Signal(object, str)
    """(Notice, name of the action that its banner offers)."""
    show_problems = Signal(int)
    """The deck_key whose problems the learner wants to read."""

    def __init__(
        self,
        *,
        quiz: Route | None = None,
        add_deck: Route | None = None,
        import_file: Route | None = None,
        custom_study: Route | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Each route that is given gets its button."""
        super().__init__(parent)
        self._overview: Overview | None = None
        self._course: str | None = None
        self._found: tuple[Found, ...] | None = None
        self._head = Head()
        self._card = NowCard(quiz)
        self._told = Told()
        self._decks, self._cards = DeckList(), FoundList()
        self._notice = label("body", token="mut", wrap=True)
        self._empty = EmptyPanel()
        self._banners = Banners()
        self._folder = Button("quiet", self.tr("Open the decks folder"), icon="file", height=36)
        self._open = keyed(
            Button("quiet", self.tr("Open a deck…"), icon="study", height=36), "shelving", "open_deck"
        )
        self._folders = Button("quiet", self.tr("Folders…"), icon="settings", height=36)
        self._links = [
            *self._route_buttons(add_deck, import_file, custom_study),
            self._open,
            self._folders,
            self._folder,
        ]
        self._lay_out()
        self._connect()
        self._order_focus()

    # What is shown

    def show_overview(self, overview: Overview) -> None:
        """Show these numbers; search, course and focus stay as they are."""
        first = self._overview is None or not self._overview.rows
        self._overview = overview
        names = courses(overview)
        if self._course not in names or len(names) == 1:
            self._course = None
        self._show_courses(names)
        self._refresh()
        if first and self.isVisible():
            self.focus_start()

    def show_notices(self, notices: tuple[Notice, ...]) -> None:
        """What is to be told of deck files and folders."""
        self._banners.show_notices(notices)

    def show_found(self, found: tuple[Found, ...]) -> None:
        """What the search found, for the words of the last `search_changed`."""
        self._found = found
        self._refresh()
        announce(self, self.tr("%n cards found", "", len(found)))

    def show_busy(self, done: int, total: int) -> None:
        """Until the first overview: so many decks have been read."""
        if self._overview is None:
            self._notice.setText(self.tr("Reading the decks: {done} of %n", "", total).format(done=done))
            self._notice.show()

    def focus_start(self) -> None:
        """Put the focus where the main job starts."""
        for widget in (self._card.primary, self._decks.table, self._empty.button):
            if widget.isVisibleTo(self):
                widget.setFocus()
                return

    def _show_courses(self, names: tuple[str, ...]) -> None:
        words = tuple(name or self.tr("Other decks") for name in names) or ("",)
        if len(names) > 1:
            words = (self.tr("All courses"), *words)
        self._head.picker.show_choices(words, 0 if self._course is None else names.index(self._course) + 1)

    def _refresh(self) -> None:
        if self._overview is None:
            return
        whole = self._course is None
        overview = self._overview if self._course is None else narrowed(self._overview, self._course)
        words = self._head.words
        rows = listed(overview.rows, words)
        keys = tuple(row.deck_key for row in overview.rows)
        found = tuple(card for card in self._found or () if card.deck_key in keys)
        self._decks.show_rows(rows, with_course=whole and len(courses(overview)) > 1)
        self._cards.show_found(found)
        self._card.show_overview(overview, () if whole else keys)
        self._card.setVisible(bool(keys) and not words)
        self._head.setVisible(bool(keys))
        self._folder.setVisible(bool(keys))
        self._open.show()
        self._folders.show()
        self._empty.setVisible(not keys)
        self._told.show_overview(overview)
        self._told.setVisible(not words and not self._told.isHidden())
        self._show_search(words)

    def _show_search(self, words: list[str]) -> None:
        """Lift the row that Enter takes, or say that there is none."""
        first = self._visible_list() if words else None
        for rows in (self._decks, self._cards):
            rows.table.mark(0 if rows is first else -1)
        self._notice.setVisible(bool(words and self._found is not None and first is None))
        self._notice.setText(self.tr("Nothing found for “{words}”.").format(words=" ".join(words)))

    # Build

    def _route_buttons(self, *routes: Route | None) -> list[Button]:
        words = (self.tr("Add a deck"), self.tr("Import a file"), self.tr("Custom study"))
        offers = zip(routes, words, ("plus", "file", "study"), strict=True)
        buttons = []
        for route, name, icon in offers:
            if route is not None:
                button = Button("quiet", name, icon=icon, height=36)
                button.clicked.connect(lambda _=False, route=route: self.go.emit(route))
                buttons.append(button)
        return buttons

    def _lay_out(self) -> None:
        self._page = Page(_WIDEST, top=22, bottom=8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        content = self._page.content
        content.setSpacing(10)
        content.addWidget(self._head)
        content.addSpacing(2)
        content.addWidget(self._banners)
        for widget in (self._card, self._told, self._notice, self._empty, self._decks, self._cards):
            content.addWidget(widget)
            widget.hide()
        content.addWidget(Flow(*self._links, gap=12))
        content.addStretch(1)
        for button in (self._open, self._folders, self._folder):
            button.hide()

    def _connect(self) -> None:
        self._card.go.connect(self.go)
        self._told.go.connect(self.go)
        self._empty.button.clicked.connect(self.open_folder)
        self._folder.clicked.connect(self.open_folder)
        self._open.clicked.connect(self.open_deck)
        self._folders.clicked.connect(self.show_folders)
        self._banners.answered.connect(self.notice_answered)
        self._head.course_picked.connect(self._on_course_picked)
        self._head.search.textChanged.connect(self._on_search)
        self._head.search.returnPressed.connect(self._on_search_entered)
        self._head.search.left_down.connect(self._on_search_left)
        self._decks.chosen.connect(self._on_deck_chosen)
        self._decks.problems_chosen.connect(self._on_problems_chosen)
        self._decks.edit_wanted.connect(self._edit_deck)
        self._decks.answers_wanted.connect(self._show_answers)
        self._decks.export_wanted.connect(self._export)
        self._cards.edit_wanted.connect(self._edit_card)
        self._decks.table.current_moved.connect(self._on_deck_moved)
        self._cards.chosen.connect(self._on_card_chosen)
        self._cards.table.current_moved.connect(self._on_card_moved)
        self._page.width_changed.connect(self._on_width_changed)
        Bound(self, "home", {"search": self._on_search_wanted, "paste": self._on_pasted})

    def _order_focus(self) -> None:
        card, head = self._card, self._head
        lists = (self._empty.button, self._decks.table, self._cards.table)
        chain = (
            card.primary,
            card.ghost,
            *self._told.buttons,
            *lists,
            *self._links,
            head.picker,
            head.search,
            card.map,
        )
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._banners.follow(card.ghost)

    def restyle(self) -> None:
        if self._page.text_width:
            self._on_width_changed(self._page.text_width)

    def _on_width_changed(self, width: int) -> None:
        self._head.fit(width)
        self._decks.fit(width)

    # What the learner does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._overview is not None:
            self.focus_start()

    def _on_course_picked(self, place: int) -> None:
        if self._overview is not None:
            self._course = courses(self._overview)[place - 1] if place else None
            self.show_overview(self._overview)

    def _on_search(self, text: str) -> None:
        self._found = None
        self._refresh()
        self.search_changed.emit(" ".join(text.split()))

    def _on_search_wanted(self) -> None:
        self._head.search.setFocus()
        self._head.search.selectAll()

    def _on_pasted(self) -> None:
        """What was copied may be cards: the import says what it makes of it."""
        self.go.emit(Import(pasted=True))

    def _on_search_entered(self) -> None:
        """Enter opens the first of what is listed."""
        listed_now = self._visible_list()
        if listed_now and self._head.words:
            listed_now.chosen.emit(listed_now.first)

    def _on_search_left(self) -> None:
        listed_now = self._visible_list()
        if listed_now:
            listed_now.focus_first()

    def _visible_list(self) -> DeckList | FoundList | None:
        return next((rows for rows in (self._decks, self._cards) if rows.isVisibleTo(self)), None)

    def _on_deck_chosen(self, row: DeckRow) -> None:
        self.go.emit(Study(deck_keys=(row.deck_key,)))

    def _edit_deck(self, row: DeckRow) -> None:
        self.go.emit(Edit(deck_key=row.deck_key))

    def _edit_card(self, found: Found) -> None:
        self.go.emit(Edit(card=found.card_key))

    def _show_answers(self, row: DeckRow) -> None:
        self.go.emit(AuthorView(deck_key=row.deck_key))

    def _export(self, row: DeckRow) -> None:
        self.go.emit(Export(deck_keys=(row.deck_key,)))

    def _on_problems_chosen(self, row: DeckRow) -> None:
        self.show_problems.emit(row.deck_key)

    def _on_card_chosen(self, card: Found) -> None:
        self.go.emit(Study(cards=(card.card_key,), mode="repeat"))

    def _on_deck_moved(self, rect: QRect) -> None:
        self._page.show_rect(rect, self._decks.table)

    def _on_card_moved(self, rect: QRect) -> None:
        self._page.show_rect(rect, self._cards.table)
