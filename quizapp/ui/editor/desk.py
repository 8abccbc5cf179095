"""One deck on the editor's desk: its text, its file, and all panes that show it."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from quizapp.core.problems import Problem, QuizError
from quizapp.store.deck_edits import Opened
from quizapp.ui.bindings import Bound
from quizapp.ui.editor.arrangement import FORM, PREVIEW, YAML, Arrangement
from quizapp.ui.editor.card_list import CardList
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.editor.file_notices import FileNotices
from quizapp.ui.editor.form_slot import FormSlot
from quizapp.ui.editor.keeper import Keeper
from quizapp.ui.editor.kind_picker import KindPicker
from quizapp.ui.editor.new_cards import NewCards
from quizapp.ui.editor.notice import Notice
from quizapp.ui.editor.preview import PreviewPane
from quizapp.ui.editor.problem_list import ProblemList
from quizapp.ui.editor.stakes import Stakes
from quizapp.ui.editor.task import Task, TaskPanel
from quizapp.ui.editor.title_row import TitleRow
from quizapp.ui.editor.yaml_pane import YamlPane
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panes import PaneWalk

_SIDE, _TOP, _BOTTOM = 20, 16, 20
_WRITES = ("new_card", "cure_first", "undo", "redo", "save")


class EditorDesk(QWidget):
    """The panes of one deck; it stays as long as the run, and with it caret and history."""

    back_wanted = Signal()
    study_wanted = Signal()
    cards_menu_wanted = Signal(QPoint)
    delete_wanted = Signal()
    move_wanted = Signal(int)
    drop_wanted = Signal(int)
    copy_wanted = Signal()
    """The deck is for reading: a copy is to be made that can be written."""
    mode_changed = Signal(int)

    def __init__(self, kit: Kit, menu: QMenu, parent: QWidget | None = None) -> None:
        """menu: what can be done with a deck as a whole."""
        super().__init__(parent)
        self.document = DeckDocument(kit.work)
        self.keeper = Keeper(self.document, kit.authoring, self)
        self.title = TitleRow(menu)
        self.notice = Notice()
        self.task = TaskPanel()
        self.kinds = KindPicker()
        self.new = NewCards(self.document, self.kinds, self)
        self.cards = CardList(self.document)
        self.form = FormSlot(self.document, kit)
        self.yaml = YamlPane(self.document)
        self.preview = PreviewPane(self.document, kit)
        self.arrangement = Arrangement(self.cards, self.form, self.yaml, self.preview)
        self.problems = ProblemList(self.document)
        self.cards_menu = QMenu()
        """What can be done with the chosen cards."""
        self.stakes = Stakes(kit.services, self.document, self)
        self.notices = FileNotices(self.keeper, self.notice, self)
        self._walk = PaneWalk(self._panes, self)
        self.document.setParent(self)  # now: what shows it goes before it does
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_SIDE - MARGIN, _TOP - MARGIN, _SIDE - MARGIN, _BOTTOM - MARGIN)
        rows.setSpacing(4)
        for widget in (self.title, self.notice, self.task, self.kinds):
            rows.addWidget(widget)
        rows.addWidget(self.arrangement, 1)
        rows.addWidget(self.problems)
        self._connect()
        Bound(self, "editor", can=self._can, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _connect(self) -> None:
        title, cards = self.title, self.cards
        title.back_wanted.connect(self.back)
        title.study_wanted.connect(self.study)
        title.status_pressed.connect(self._show_first_problem)
        title.mode_chosen.connect(self._choose_mode)
        cards.new_wanted.connect(self.new_card)
        self.new.added.connect(self._fill_in)
        self.new.refused.connect(self._tell_refused)
        self.new.left.connect(self._go_on)
        self.form.card.next_wanted.connect(self.new.add_another)
        cards.opened.connect(self._enter_card)
        cards.delete_wanted.connect(self.delete_wanted)
        cards.move_wanted.connect(self.move_wanted)
        cards.drop_wanted.connect(self.drop_wanted)
        cards.menu_wanted.connect(self.cards_menu_wanted)
        self.form.yaml_wanted.connect(self._show_yaml)
        self.problems.place_wanted.connect(self.show_place)
        self.keeper.changed.connect(self._tell_status)
        self.document.read.connect(self._tell_status)
        self.document.card_changed.connect(self._tell_card)
        self.stakes.changed.connect(self.problems.show_stake)
        self.notices.copy_wanted.connect(self.copy_wanted)
        self.arrangement.room_changed.connect(self._take_room)

    def open(self, opened: Opened, *, line: int = 0, read_only: bool = False) -> None:
        """Begin with a file."""
        self.keeper.open(opened, line=line, read_only=read_only)
        for pane in (self.cards, self.form, self.yaml, self.problems):
            pane.show_read_only(read_only)
        self.notices.refresh()
        self._tell_status()

    def focus_start(self) -> None:
        """Where writing goes on."""
        self._show_panes()
        if self.arrangement.mode == YAML:
            self.yaml.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.document.read_only:
            self.arrangement.focus_cards()
        else:
            self.form.focus_first()

    def show_mode(self, mode: int) -> None:
        """Form or YAML."""
        self.arrangement.show_mode(mode)
        self._take_room()

    def ask(self, task: Task) -> None:
        """Ask for what something to be done needs, above the panes."""
        self.task.ask(task)

    # Keys; each is an action of EDITOR_KEYS

    def _can(self, action: str) -> bool:
        return action not in _WRITES or not self.document.read_only

    def new_card(self) -> None:
        if not self.document.read_only:
            self.arrangement.hide()
            self.new.ask()

    def switch_mode(self) -> None:
        """To the next view, with card, caret and history as they are."""
        self._choose_mode((self.arrangement.mode + 1) % self.arrangement.modes)
        self.focus_start() if self.arrangement.mode != PREVIEW else self.title.modes.setFocus()

    def cure_first(self) -> None:
        self.problems.cure_first()

    def next_problem(self) -> None:
        self.problems.walk(1)

    def last_problem(self) -> None:
        self.problems.walk(-1)

    def find_card(self) -> None:
        self._show_panes()
        self.arrangement.open_list()
        self.cards.focus_find()

    def next_pane(self) -> None:
        self._show_panes()
        self._walk.forth()

    def last_pane(self) -> None:
        self._show_panes()
        self._walk.back()

    def undo(self) -> None:
        if not self.document.read_only:
            self.document.undo()

    def redo(self) -> None:
        if not self.document.read_only:
            self.document.redo()

    def save(self) -> None:
        self.keeper.save()

    def study(self) -> None:
        self.study_wanted.emit()

    def back(self) -> None:
        self.back_wanted.emit()

    # What others say

    def show_place(self, problem: Problem) -> None:
        """Put the caret where a problem is."""
        block = self.document.file.findBlockByNumber(max(0, problem.where.line - 1))
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(max(0, problem.where.column - 1), block.length() - 1))
        self.document.go_to(self.document.file.offset(cursor.position()))
        self.arrangement.close_list()
        if self.document.note(self.document.card) is None and self.arrangement.mode == FORM:
            self._choose_mode(YAML)
        self.focus_start()

    def _show_first_problem(self) -> None:
        if self.keeper.state == "failed":
            self.notices.refresh()
        elif self.problems.problems:
            self.show_place(self.problems.problems[0])

    def _choose_mode(self, mode: int) -> None:
        self.arrangement.show_mode(mode)
        self.title.modes.show_choice(self.arrangement.mode)
        self.mode_changed.emit(self.arrangement.mode)

    def _take_room(self) -> None:
        words = (self.tr("Form"), self.tr("YAML"), self.tr("Preview"))[: self.arrangement.modes]
        self.title.show_modes(words, self.arrangement.mode)
        self.title.show_room(roomy=self.arrangement.roomy)

    def _fill_in(self, card: int) -> None:
        """A card has just been made: its form, with the caret in the first field."""
        self.arrangement.show()
        self.arrangement.close_list()
        self._choose_mode(FORM)
        self.form.card.show_fresh(card)
        self.form.card.focus_first()

    def _go_on(self) -> None:
        """No kind was chosen: on with what was there."""
        self.focus_start()

    def _show_panes(self) -> None:
        """Instead of the kinds, if one was to be chosen: a key led elsewhere."""
        self.kinds.hide()
        self.arrangement.show()

    def _tell_refused(self, error: QuizError) -> None:
        self.notice.show_notice("bad", words_of(error))
        self.focus_start()

    def _show_yaml(self) -> None:
        """The form cannot show something: the text of the card can."""
        self._choose_mode(YAML)
        self.focus_start()

    def _enter_card(self) -> None:
        self.arrangement.close_list()
        self.focus_start()

    def _panes(self) -> list[QWidget]:
        return [self.cards.view, self.form, self.yaml, self.preview, self.problems]

    def _tell_card(self, card: int) -> None:
        row = self.cards.model.row(card)
        number = self.tr("About this deck") if card == NO_CARD else f"{card + 1}  {row.words}"
        self.arrangement.show_card(number)

    def _tell_status(self) -> None:
        problems = self.document.loaded.problems
        cards = {card for card in range(NO_CARD, len(self.document.items)) if self.document.problems_of(card)}
        card = next(iter(cards)) + 1 if len(cards) == 1 else 0
        self.title.show_status(self.keeper.state, problems, card)
        deck = self.document.loaded.deck
        name = Path(self.document.path).name
        self.title.show_deck(deck.title if deck else Path(name).stem, name)
