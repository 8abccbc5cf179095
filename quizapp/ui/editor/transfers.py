"""Cards that go from one deck file to another: moved, split off, taken in; undone in all files at once."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quizapp.core.problems import QuizError
from quizapp.formats import deck_moves, yaml_edit
from quizapp.formats.deck_names import file_name
from quizapp.store.adopting import adopt
from quizapp.store.deck_edits import Opened
from quizapp.store.media import Carrier
from quizapp.ui.editor.desk import EditorDesk
from quizapp.ui.editor.joint_steps import JointSteps
from quizapp.ui.editor.notice import Choice
from quizapp.ui.editor.task import Task
from quizapp.ui.kit import Kit
from quizapp.ui.report import words_of


class Transfers(QObject):
    """Asks above the panes, naming every file that will be written."""

    deck_wanted = Signal(str)
    """Path of a deck that was made and is to be shown."""

    def __init__(self, kit: Kit, desk: EditorDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit, self._desk = kit, desk
        self._cards: tuple[int, ...] = ()
        self._joint = JointSteps(desk.keeper, kit.authoring, self)
        self._joint.refused.connect(self._refuse)

    def ask_move(self, cards: tuple[int, ...]) -> None:
        """To which deck?"""
        self._cards, decks = cards, self._other_decks()
        words = self.tr("Move %n cards to", "", len(cards))
        if decks:
            self._desk.ask(Task(words, self.tr("Move"), self._move, self._both_files, decks))
        else:
            self._desk.notice.show_notice("plain", self.tr("There is no other deck that can be written."))

    def ask_split(self, cards: tuple[int, ...]) -> None:
        """What is the new deck called?"""
        self._cards = cards
        words = self.tr("Title of the new deck for %n cards", "", len(cards))
        self._desk.ask(Task(words, self.tr("Split"), self._split, self._new_file))

    def ask_merge(self) -> None:
        """Which deck is to be taken in?"""
        if decks := self._other_decks():
            words = self.tr("Take in all cards of")
            self._desk.ask(Task(words, self.tr("Merge"), self._merge, self._merged_files, decks))

    def copy_deck(self) -> None:
        """Copy a deck that is for reading into the learner's folder, and open the copy."""
        here = self._desk.keeper.opened
        assert here is not None
        self._try(lambda: self.deck_wanted.emit(str(adopt(here.path, self._kit.decks))))

    # Doing it

    def _move(self, value: str) -> None:
        path = Path(value)
        words = self.tr("%n cards moved to {file}", "", len(self._cards)).format(file=path.name)
        self._make(lambda: self._send(path, words), words)

    def _send(self, path: Path, words: str) -> None:
        there = self._kit.authoring.open(path)
        last = len(yaml_edit.items(there.text))
        carrier = Carrier(self._desk.keeper.path.parent, path.parent)
        moved = deck_moves.move_items(self._text(), self._cards, there.text, last, paths=carrier.path)
        carrier.copy()
        self._joint.make((there, moved.brought.edited.text), moved.source.text, words)

    def _split(self, title: str) -> None:
        path = self._free(title)
        words = self.tr("%n cards moved to {file}", "", len(self._cards)).format(file=path.name)
        self._make(lambda: self._send_to_new(title, path, words), words)

    def _send_to_new(self, title: str, path: Path, words: str) -> None:
        parted = deck_moves.split(self._text(), self._cards, title)
        self._joint.make((self._created(path), parted.text), parted.rest.text, words)

    def _merge(self, value: str) -> None:
        path = Path(value)
        words = self.tr("All cards of {file} are in this deck now").format(file=path.name)
        self._make(lambda: self._take_in(path, words), words)

    def _take_in(self, path: Path, words: str) -> None:
        there = self._kit.authoring.open(path)
        carrier = Carrier(path.parent, self._desk.keeper.path.parent)
        merged = deck_moves.merge(self._text(), there.text, paths=carrier.path)
        carrier.copy()
        self._joint.make((there, None), merged.edited.text, words, gains=True)

    def _make(self, do: Callable[[], object], words: str) -> None:
        if self._try(do):
            self._desk.notice.show_notice("plain", words, Choice(self.tr("Undo"), self._undo))

    # What is written

    def _both_files(self, value: str) -> list[str]:
        here = self._desk.keeper.path
        return [self.tr("Writes {one} and {other}").format(one=Path(value).name, other=here.name)]

    def _new_file(self, title: str) -> list[str]:
        here, new = self._desk.keeper.path, self._free(title)
        words = self.tr("Makes {new} in {folder}, writes {here}")
        return [words.format(new=new.name, folder=new.parent, here=here.name)] if title else []

    def _merged_files(self, value: str) -> list[str]:
        words = self.tr("Writes {here}; {other} is taken away, a backup is kept")
        return [words.format(here=self._desk.keeper.path.name, other=Path(value).name)]

    def _other_decks(self) -> Sequence[tuple[str, str]]:
        """(path, title) of the decks that can be written, this one left out."""
        library, here = self._kit.services.library, self._desk.document.path
        included = [root.path for root in library.roots if root.included]
        return [
            (file.path, f"{file.title} – {Path(file.path).name}")
            for file in library.files
            if file.path != here and not any(Path(file.path).is_relative_to(root) for root in included)
        ]

    def _free(self, title: str) -> Path:
        """Where a new deck goes: beside this one, or into the learner's folder if this one is for reading."""
        folder = self._kit.decks if self._desk.document.read_only else self._desk.keeper.path.parent
        taken = [one.name for one in folder.iterdir()] if folder.is_dir() else []
        return folder / file_name(title, taken)

    def _created(self, path: Path) -> Opened:
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._kit.authoring.create(path)

    def _text(self) -> str:
        """This deck's text as its file says it; QuizError if that is not to be had."""
        keeper = self._desk.keeper
        if not keeper.save():
            raise QuizError("deck_changed_outside", file=str(keeper.path))
        return keeper.document.file.file_text

    def _undo(self) -> None:
        self._desk.undo()
        self._desk.notice.clear()

    def _refuse(self, words: str) -> None:
        self._desk.notice.show_notice("warn", words)

    def _try(self, do: Callable[[], object]) -> bool:
        """Do it, or say above the panes why it cannot be done."""
        try:
            do()
        except QuizError as error:
            self._refuse(words_of(error))
            return False
        return True
