"""The top of the set-up: its title, presets, earlier exams; what is unfinished; what was done last."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QDateTime, QLocale, QPoint, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from quizapp.core.plan import Plan
from quizapp.store.exams import Past
from quizapp.ui.bindings import keyed
from quizapp.ui.setup.presets import Presets
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce

_EARLIER = 12
"""Earlier exams in the menu."""


class SetupHead(QWidget):
    """Title and the two menus."""

    plan_chosen = Signal(object)
    """A Plan to go by from now on."""
    name_wanted = Signal(str)
    """A name is to be asked for: "save" or "rename"."""
    delete_wanted = Signal()
    store_wanted = Signal(str)
    """The path of the deck that is to have the preset."""
    history_wanted = Signal()

    def __init__(self, presets: Presets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets, self._plan = presets, Plan()
        self._past: Callable[[], Sequence[Past]] = tuple
        title = label("title", self.tr("New exam"))
        title.setContentsMargins(MARGIN, 0, 0, 0)
        self._about = label("small", token="mut", wrap=True)
        self._about.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.presets = Button("ghost", self.tr("Presets"), icon="chevron-down", icon_after=True, height=36)
        self.earlier = Button("ghost", self.tr("Start from an earlier one"), icon="undo", height=36)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(title)
        self._row.addWidget(self._about, 1)
        self._row.addWidget(Flow(self.presets, self.earlier))
        self.presets.clicked.connect(self.open_presets)
        self.earlier.clicked.connect(self.open_earlier)

    def fit(self, *, beside: bool) -> None:
        """All in one line, or below each other."""
        down = QBoxLayout.Direction.TopToBottom
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else down)

    def show_plan(self, plan: Plan) -> None:
        """The preset that it is, if it is one."""
        self._plan = plan
        words = self.tr("Everything has a sensible value. Press Enter to begin.")
        if plan.title:
            words = self.tr("Preset “{name}”").format(name=plan.title)
        self._about.setText(words)

    def show_past(self, past: Callable[[], Sequence[Past]]) -> None:
        """past: the earlier exams, asked for when the menu is opened."""
        self._past = past

    def open_presets(self) -> None:
        """The presets, and what can be done with the present plan."""
        menu = _menu(self.presets)
        for plan in self._presets.own:
            self._add_plan(menu, plan.title, plan)
        for shipped in self._presets.shipped():
            words = self.tr("{name} (from “{deck}”)").format(name=shipped.plan.title, deck=shipped.deck)
            self._add_plan(menu, words, shipped.plan)
        self._add_plan(menu, self.tr("As at first"), Plan())
        menu.addSeparator()
        _add(menu, self.tr("Save as a preset …"), partial(self.name_wanted.emit, "save"))
        if self._presets.named(self._plan.title):
            _add(menu, self.tr("Rename the preset …"), partial(self.name_wanted.emit, "rename"))
            _add(menu, self.tr("Delete the preset"), self.delete_wanted.emit)
        if self._plan.title:
            store = menu.addMenu(self.tr("Store the preset in a deck"))
            for title, path in self._presets.decks():
                _add(store, title, partial(self.store_wanted.emit, path))
        _open(menu, self.presets)

    def open_earlier(self) -> None:
        """The last exams: each with its own draw or another."""
        menu, locale = _menu(self.earlier), QLocale()
        for past in self._past()[:_EARLIER]:
            day = QDateTime.fromMSecsSinceEpoch(past.started_ms).date()
            words = f"{past.title}, {locale.toString(day, QLocale.FormatType.ShortFormat)}"
            one = menu.addMenu(words.replace("&", "&&"))
            same = self.tr("The same questions ({code})").format(code=past.code)
            self._add_plan(one, same, _with_code(past.plan, past.code))
            self._add_plan(one, self.tr("New questions"), _with_code(past.plan, ""))
        if menu.isEmpty():
            menu.addAction(self.tr("No exam was handed in yet")).setEnabled(False)
        menu.addSeparator()
        _add(menu, self.tr("All earlier exams"), self.history_wanted.emit)
        _open(menu, self.earlier)

    def _add_plan(self, menu: QMenu, words: str, plan: Plan) -> None:
        _add(menu, words, partial(self.plan_chosen.emit, plan))


def _with_code(plan: Plan, code: str) -> Plan:
    return replace(plan, code=code)


def _menu(button: Button) -> QMenu:
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> None:
    menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _=False: do())


def _open(menu: QMenu, button: Button) -> None:
    menu.popup(button.mapToGlobal(QPoint(MARGIN, button.height() - MARGIN)))


class NameBar(QWidget):
    """Asks for the name of a preset, in place. Hidden until it is wanted."""

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Name of the preset")
        self.field = TextField(name, role="row", height=36, placeholder=name)
        self.save = Button("ghost", self.tr("Save"), key=self.tr("Enter"), height=36)
        self.cancel = Button("quiet", self.tr("Cancel"), key=self.tr("Esc"), height=36)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        self.field.submitted.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.close_bar)
        self.hide()

    def ask(self, name: str) -> None:
        """Ask for a name; the one given is there to be changed."""
        self.field.setText(name)
        self.field.selectAll()
        self.show()
        self.field.setFocus()

    def close_bar(self) -> None:
        """Without a name."""
        self.hide()
        self.left.emit()

    def _on_save(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.hide()
            self.named.emit(name)


class ToldBar(QWidget):
    """What was done, or could not be; with Undo where it can be taken back. Hidden while there is nothing."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("small", token="mut", wrap=True)
        self._words.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.undo = keyed(Button("quiet", self.tr("Undo"), height=30), "setup", "undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)
        self.undo.clicked.connect(self.undo_wanted)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_words(self, words: str, *, undo: bool) -> None:
        """ "" hides it."""
        self._words.setText(words)
        self.undo.setVisible(undo)
        self.setVisible(bool(words))
        announce(self, words)
