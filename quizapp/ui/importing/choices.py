"""What was guessed about a source, as drop-downs that can be changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.formats import readers
from quizapp.formats.base import Format
from quizapp.store.examining import Examined, Wanted
from quizapp.ui.i18n import marked
from quizapp.ui.importing.fields import Fields
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.pill import Pill

PANEL_PADDING = (18, 12, 18, 12)
_WEIGHTY = ("format", "into")


class FilePanel(Panel):
    """The format, where the cards go, and how the source is read."""

    chosen = Signal(str, str)
    """(Choice.key, value)"""
    format_chosen = Signal(str)
    target_chosen = Signal(object)
    """A path, or None for new decks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=PANEL_PADDING, parent=parent)
        self._known = Pill(self.tr("recognised"), "good", icon="check")
        self._heading = label("heading", self.tr("File"))
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._known)
        self._fields = Fields()
        self.content.setSpacing(8)
        self.content.addLayout(head)
        self.content.addWidget(self._fields)

    @property
    def drops(self) -> Fields:
        """The drop-downs by the keys of their choices; "format" and "into" before them."""
        return self._fields

    def show_examined(self, found: Examined, wanted: Wanted, decks: Sequence[tuple[str, Path]]) -> None:
        """decks: (title, file) of those that could get the cards."""
        self._heading.setText(self.tr("Text") if found.unnamed else self.tr("File"))
        self._known.setVisible(found.format in found.formats and found.imported.read > 0)
        shown = [choice for choice in found.imported.choices if not choice.column]
        names = {"format": self.tr("Format")}
        if not found.imported.reviews:
            names["into"] = self.tr("Into deck")
        self._fields.show_keys(
            names | {choice.key: marked(choice.label) for choice in shown}, indirect=_WEIGHTY
        )
        self._show_formats(found.formats, found.format)
        if "into" in names:
            self._show_targets(found, wanted, decks)
        for choice in shown:
            values = [option.value for option in choice.options]
            words = [marked(option.label) for option in choice.options]
            at = values.index(choice.value) if choice.value in values else -1
            write = partial(self.chosen.emit, choice.key) if choice.free else None
            take = partial(self._on, choice.key, values)
            self._fields.fields[choice.key].show_choices(words, at, take, write)

    def _show_formats(self, formats: tuple[Format, ...], present: Format) -> None:
        others = (one for one in readers() if one not in formats)
        listed = (*formats, *others)
        words = [marked(one.label) for one in listed]
        take = partial(self._on_format, listed)
        self._fields.fields["format"].show_choices(words, listed.index(present), take)

    def _show_targets(self, found: Examined, wanted: Wanted, decks: Sequence[tuple[str, Path]]) -> None:
        paths = [None, *(path for _, path in decks)]
        words = [self._fresh(found, wanted), *(title for title, _ in decks)]
        at = paths.index(wanted.into) if wanted.into in paths else 0
        self._fields.fields["into"].show_choices(words, at, partial(self._on_target, paths))

    def _fresh(self, found: Examined, wanted: Wanted) -> str:
        """Of the choice that puts the cards where they belong by themselves."""
        decks = found.plan.decks
        if wanted.into is not None or not decks:
            return self.tr("A deck of its own")
        if len(decks) > 1:
            return self.tr("%n decks of its own", "", len(decks))
        words = self.tr("New: {title}") if decks[0].is_new else self.tr("Update: {title}")
        return words.format(title=decks[0].title)

    def _on_format(self, formats: Sequence[Format], at: int) -> None:
        self.format_chosen.emit(formats[at].name)

    def _on_target(self, paths: Sequence[Path | None], at: int) -> None:
        self.target_chosen.emit(paths[at])

    def _on(self, key: str, values: Sequence[str], at: int) -> None:
        self.chosen.emit(key, values[at])
