"""What is done with chosen cards and with a deck as a whole: from menus, the list's keys and New."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from quizapp.core.problems import QuizError
from quizapp.formats import yaml_edit
from quizapp.ui.editor.card_edits import CardEdits
from quizapp.ui.editor.desk import EditorDesk
from quizapp.ui.editor.notice import Choice
from quizapp.ui.editor.pinning import Pinning
from quizapp.ui.editor.task import Task
from quizapp.ui.editor.transfers import Transfers
from quizapp.ui.kit import Kit
from quizapp.ui.navigation import AuthorView, Edit
from quizapp.ui.report import words_of


class DeckActions(QObject):
    """Belongs to one desk."""

    go = Signal(object)
    """A Route."""
    deck_wanted = Signal(str)
    """Path of a deck that was made."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.menu = QMenu()
        self.cards_menu = QMenu()
        self._moved: tuple[int, ...] = ()
        """Where the cards are that were moved last."""

    def take(self, desk: EditorDesk) -> None:
        """Serve a desk."""
        self._desk, self._edits = desk, CardEdits(desk.document)
        self._transfers = Transfers(self._kit, desk, self)
        self._transfers.deck_wanted.connect(self.deck_wanted)
        self._pinning = Pinning(self._kit.services, desk.keeper, self)
        self._pinning.ready.connect(self._pin_now)
        desk.delete_wanted.connect(self.delete)
        desk.move_wanted.connect(self._move_by)
        desk.drop_wanted.connect(self._drop)
        desk.cards_menu_wanted.connect(self._open_cards_menu)
        desk.copy_wanted.connect(self._transfers.copy_deck)
        desk.cards_menu = self.cards_menu
        self._fill_menus()

    def _fill_menus(self) -> None:
        for menu, entries in (
            (
                self.cards_menu,
                (
                    (self.tr("Duplicate"), self.duplicate),
                    (self.tr("Add tags …"), self.ask_tags),
                    (self.tr("Remove tags …"), self.ask_untag),
                    (self.tr("Move to another deck …"), self._ask_move),
                    (self.tr("Split into a new deck …"), self._ask_split),
                    (self.tr("Pin ids"), self.pin_chosen),
                    (self.tr("Delete"), self.delete),
                ),
            ),
            (
                self.menu,
                (
                    (self.tr("New deck …"), self._new_deck),
                    (self.tr("Merge another deck into this one …"), self._transfers.ask_merge),
                    (self.tr("Pin ids of all cards"), self.pin_all),
                    (self.tr("What answers say"), self._show_answers),
                ),
            ),
        ):
            for words, do in entries:
                menu.addAction(words).triggered.connect(do)

    # Chosen cards

    @property
    def _chosen(self) -> tuple[int, ...]:
        document = self._desk.document
        return self._desk.cards.chosen or ((document.card,) if document.card >= 0 else ())

    def delete(self) -> None:
        """Take the chosen cards out; the line above the panes brings them back."""
        cards = self._chosen
        if cards and self._try(lambda: self._edits.delete(cards)):
            words = self.tr("%n cards deleted", "", len(cards))
            self._desk.notice.show_notice("plain", words, Choice(self.tr("Undo"), self._undo))

    def duplicate(self) -> None:
        """Put the chosen cards once more behind the last of them, without their ids."""
        cards = self._chosen
        if not cards:
            return
        datas = [self._desk.document.data(card) for card in cards]
        items = [yaml_edit.emit_item({**data, "id": self._new_id()}) for data in datas if data is not None]
        if items:
            self._try(lambda: self._edits.insert(max(cards) + 1, items))

    def _move_by(self, by: int) -> None:
        self._reorder(lambda: self._edits.move(self._chosen, by))

    def _drop(self, before: int) -> None:
        self._reorder(lambda: self._edits.drop(self._chosen, before))

    def _reorder(self, move: Callable[[], tuple[int, ...]]) -> None:
        if self._chosen and self._try(lambda: self._remember(move())):
            self._desk.cards.choose(self._moved)

    def _remember(self, moved: tuple[int, ...]) -> None:
        self._moved = moved

    def ask_tags(self) -> None:
        """Tags for the chosen cards."""
        self._ask_tags(self.tr("Tags for %n cards", "", len(self._chosen)), self.tr("Add"), self._tag)

    def ask_untag(self) -> None:
        """Tags to take away from them."""
        self._ask_tags(self.tr("Tags off %n cards", "", len(self._chosen)), self.tr("Remove"), self._untag)

    def _ask_tags(self, words: str, verb: str, do: Callable[[str], None]) -> None:
        if self._chosen:
            self._desk.ask(Task(words, verb, do, self._this_file))

    def _tag(self, words: str) -> None:
        self._set_tags(_split(words), [])

    def _untag(self, words: str) -> None:
        self._set_tags([], _split(words))

    def _set_tags(self, add: list[str], remove: list[str]) -> None:
        cards = self._chosen
        self._try(lambda: self._tell_tagged(self._edits.set_tags(cards, add, remove)))

    def _tell_tagged(self, left_out: int) -> None:
        if left_out:
            self._desk.notice.show_notice("warn", self.tr("%n cards could not be changed", "", left_out))

    def pin_chosen(self) -> None:
        """Write ids into the chosen cards."""
        self._pin(self._chosen)

    def pin_all(self) -> None:
        """Write an id into each card that has none."""
        self._pin(tuple(range(len(self._desk.document.items))))

    def _pin(self, cards: tuple[int, ...]) -> None:
        if cards and not self._desk.document.read_only:
            self._pinning.ask(cards)

    def _pin_now(self, cards: tuple[int, ...]) -> None:
        if self._try(lambda: self._tell_pinned(self._edits.pin_ids(cards, self._ids()))):
            self._desk.keeper.save()  # before any other edit of them

    def _tell_pinned(self, count: int) -> None:
        words = self.tr("%n cards got an id", "", count) if count else self.tr("All of them have an id")
        self._desk.notice.show_notice("plain", words)

    def _ask_move(self) -> None:
        self._transfers.ask_move(self._chosen)

    def _ask_split(self) -> None:
        self._transfers.ask_split(self._chosen)

    # Within

    def _this_file(self, value: str) -> list[str]:
        path = self._desk.keeper.path
        return [self.tr("Writes {file}").format(file=path.name)] if value else []

    def _ids(self) -> set[str]:
        """Every id that there is, as far as is known."""
        datas = map(self._desk.document.note, range(len(self._desk.document.items)))
        return {note.id for note in datas if note is not None and note.id}

    def _new_id(self) -> str:
        return yaml_edit.new_id(self._ids())

    def _open_cards_menu(self, place: QPoint) -> None:
        if self._chosen and not self._desk.document.read_only:
            self.cards_menu.popup(place)

    def _new_deck(self) -> None:
        self.go.emit(Edit())

    def _show_answers(self) -> None:
        for file in self._kit.services.library.files:
            if file.path == self._desk.document.path:
                self.go.emit(AuthorView(deck_key=file.deck_key))

    def _undo(self) -> None:
        self._desk.undo()
        self._desk.notice.clear()

    def _try(self, do: Callable[[], object]) -> bool:
        """Do it, or say above the panes why it cannot be done."""
        if self._desk.document.read_only:
            return False
        try:
            do()
        except QuizError as error:
            self._desk.notice.show_notice("warn", words_of(error))
            return False
        return True


def _split(words: str) -> list[str]:
    return [tag for tag in map(str.strip, words.split(",")) if tag]
