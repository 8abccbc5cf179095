"""The search: the field, its completions and mistakes; saved searches where the rail is narrow."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from quizapp.core.query import Query
from quizapp.core.query_nodes import MISTAKES, Mistake
from quizapp.ui import theme
from quizapp.ui.bindings import show_tip
from quizapp.ui.browse.completing import Completing
from quizapp.ui.browse.completion import Completion
from quizapp.ui.browse.queryfield import QueryField
from quizapp.ui.browse.saving import Saving
from quizapp.ui.i18n import marked
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.cell import lines_of
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce

_HERE = Qt.ShortcutContext.WidgetShortcut
_PICKER_W, _PICKER_NAME_W = 152, 96
"""The drop-down keeps its width, whatever is in it: the field must not move while one types."""
_TYPED_MS = 25
"""Letters typed within this time are one search."""


class SearchBar(QWidget):
    """Speaks by `searched`, a moment after each change of the text."""

    searched = Signal(str)
    left_down = Signal()
    """On to what was found."""
    study_wanted = Signal()
    """Study what is found."""

    def __init__(self, completion: Completion, saving: Saving, popup_in: QWidget) -> None:
        """popup_in: the widget over which the completions lie."""
        super().__init__()
        self._saving = saving
        self.field = QueryField()
        self._completing = Completing(self.field, completion, popup_in)
        self.popup = self._completing.popup
        self.picker = Button("ghost", "", icon="chevron-down", icon_after=True, height=36)
        self.picker.hide()
        self.save = Button("ghost", self.tr("Save search"), icon="star", height=36)
        self.study = Button("ghost", self.tr("Study"), icon="study", height=36)
        self.study.setAccessibleName(self.tr("Study what is found"))
        show_tip(self.study, self.tr("Study what is found"), "browse", "study_found")
        self.mistake = Button("link", "", height=24)
        self.mistake.hide()
        self._sentence = label("small", token="bad", wrap=True)
        self._sentence.hide()
        self._fix: Mistake | None = None
        self._wait = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._wait.timeout.connect(self.search_now)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for widget in (self.picker, self.field, self.save, self.study):
            line.addWidget(widget)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN + 14, 0, MARGIN, 0)
        below.setSpacing(8)
        below.addWidget(self._sentence, 1)
        below.addWidget(self.mistake)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addLayout(below)

    def _connect(self) -> None:
        field = self.field
        field.textChanged.connect(self._on_text)
        field.entered.connect(self._on_entered)
        field.escaped.connect(self._on_escaped)
        field.left_down.connect(self.left_down)
        QShortcut(QKeySequence.StandardKey.HelpContents, field, self.show_help).setContext(_HERE)
        self.save.clicked.connect(self._saving.save)
        self.study.clicked.connect(self.study_wanted)
        self.picker.clicked.connect(self._open_picker)
        self.mistake.clicked.connect(self._mend)
        self._saving.shown.connect(self._name_picker)

    @property
    def query(self) -> Query:
        return self.field.query

    def show_query(self, text: str) -> None:
        """Search for this."""
        self._completing.show_text(text)
        self.search_now()

    def search_now(self) -> None:
        """What was typed is searched for."""
        self._wait.stop()
        self._saving.show_present(self.field.text())
        self.searched.emit(self.field.text())

    def show_help(self) -> None:
        """All that can be written, in a sheet."""
        from quizapp.ui.browse.searchsheet import SearchSheet

        self._completing.close()
        SearchSheet(self.window()).open()

    def rest(self) -> None:
        """The screen is left: search no more."""
        self._wait.stop()
        self._completing.close()

    def fit(self, *, narrow: bool) -> None:
        """narrow: the rail has no room for the saved searches."""
        self.picker.setFixedWidth(theme.px(_PICKER_W) + 2 * MARGIN)
        self.picker.setVisible(narrow)
        for button in (self.save, self.study):
            button.setVisible(not narrow)

    def show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        """Say what of the query cannot be searched for; the rest was."""
        # While a value is still to be chosen from the list, its absence is no mistake yet.
        first = None if self.field.completing else next(iter(mistakes), None)
        changed = first != self._fix
        self._fix = first
        self._sentence.setVisible(first is not None)
        self.mistake.setVisible(first is not None and bool(first.fix))
        if first is None:
            return
        sentence = marked(MISTAKES[first.code], first.args)
        self._sentence.setText(sentence)
        self.mistake.setText(self.tr("Write {text}").format(text=first.fix))
        if changed and not self.popup.isVisible():
            announce(self, sentence)

    def _mend(self) -> None:
        if self._fix is not None:
            text = self.field.text()
            mended = text[: self._fix.start] + self._fix.fix + text[self._fix.end :]
            self.field.setFocus()
            self.show_query(mended)

    def _on_text(self) -> None:
        self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._completing.place()

    def _on_entered(self) -> None:
        self._completing.refuse()
        self.search_now()

    def _on_escaped(self) -> None:
        if self.field.completing:
            self._completing.refuse()
        else:
            self.field.clear()
            self.search_now()

    # Saved searches in a drop-down

    def _name_picker(self) -> None:
        at = self._saving.at
        name = self._saving.searches[at].name if at >= 0 else self.tr("Saved searches")
        self.picker.setText(lines_of(name, "button", theme.px(_PICKER_NAME_W), 1)[0])
        self.picker.setAccessibleName(self.tr("Saved searches: {name}").format(name=name))

    def _open_picker(self) -> None:
        menu = QMenu(self)
        for row in self._saving.panel.model.rows:
            action = menu.addAction(f"{row.search.name.replace('&', '&&')}\t{row.count}")
            action.setData(row.search.query)
            action.triggered.connect(self._on_picked)
        menu.addSeparator()
        menu.addAction(self.tr("Save this search")).triggered.connect(self._saving.save)
        menu.addAction(self.tr("Study what is found")).triggered.connect(self.study_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.picker.mapToGlobal(QPoint(0, self.picker.height())))

    def _on_picked(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.show_query(action.data())
