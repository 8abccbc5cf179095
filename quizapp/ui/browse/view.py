"""How the screen was left: columns, widths, order, preview and the height of the table; kept in a setting."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from quizapp.core.setting_values import BrowseView
from quizapp.ui import theme
from quizapp.ui.browse.cells import ROW_H
from quizapp.ui.browse.lower import Lower
from quizapp.ui.browse.table import CardTable
from quizapp.ui.services import Services
from quizapp.ui.widgets.panes import Panes

_HEAD_H, _ROWS = 39, 8
_LOW = 640
"""Height of the window at 100 % text size, px, below which the preview is closed until it is asked for."""
_LEAST_LOWER = 200
_ROWS_WHEN_LOW = 2


class ViewKeeper(QObject):
    """Takes the setting into the widgets, and their state into the setting."""

    def __init__(
        self, services: Services, table: CardTable, lower: Lower, panes: Panes, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._table, self._lower, self._panes = services, table, lower, panes
        self._place = parent
        self._moved = 0
        """Height that the learner gave the table, px at 100 %; 0: none."""
        self._wanted = True
        """The learner wants a preview where there is room."""
        self._called = False
        """The preview was asked for although the window is low."""
        self._restored = False
        self._keep_soon = QTimer(self, singleShot=True, interval=500)
        self._keep_soon.timeout.connect(self.keep)
        panes.splitterMoved.connect(self._take_height)
        panes.reset.connect(self._forget_height)
        table.widths_changed.connect(self._keep_soon.start)

    def restore(self) -> None:
        """As it was left; once."""
        if self._restored:
            return
        self._restored = True
        kept = self._services.settings.browse
        self._table.show_columns(kept.columns, dict(kept.widths))
        self._table.cards.show_sort(kept.sort, descending=kept.descending)
        self._moved, self._wanted = kept.table_height, kept.preview
        self.fit()

    def keep(self) -> None:
        """Into the setting, if it is another."""
        self._keep_soon.stop()
        model = self._table.cards
        now = BrowseView(
            columns=self._table.chosen,
            widths=tuple(sorted(self._table.widths.items())),
            sort=model.sorted_by,
            descending=model.descending,
            preview=self._wanted,
            table_height=self._moved,
        )
        if self._restored and now != self._services.settings.browse:
            self._services.set("browse", now, self)

    def choose_columns(self, keys: Sequence[str]) -> None:
        """The learner chose other columns."""
        self._table.show_columns(keys, self._table.widths)
        self._keep_soon.start()

    def forget_widths(self) -> None:
        """The widths of the columns as they were at first."""
        self._table.show_columns(self._table.chosen, {})
        self._keep_soon.start()

    @property
    def _low(self) -> bool:
        return self._place.window().height() < theme.px(_LOW)

    def toggle_preview(self) -> None:
        """Space: show the preview, or close it."""
        if self._low:
            self._called = not self._called
        else:
            self._wanted = not self._wanted
            self._keep_soon.start()
        self.fit()

    def _take_height(self, position: int, index: int) -> None:
        self._moved = round(position * 100 / theme.current().text_percent)
        self._keep_soon.start()

    def _make_room(self, whole: int) -> None:
        """A task that has no room below the table takes its place until it is done."""
        least = theme.px(_HEAD_H + 2 * ROW_H) + self._panes.handleWidth()
        bar = self._lower.bar.sizeHint().height()
        crowded = whole - self._lower.height_wanted() - bar < least and self._lower.task is not None
        if (above := self._panes.widget(0)) is not None:
            above.setHidden(crowded)
        self._lower.set_crowded(crowded)

    def _forget_height(self) -> None:
        self._moved = 0
        self._keep_soon.start()
        self.fit()

    def fit(self) -> None:
        """Share the height between table and preview."""
        low = self._low
        previewing = self._called if low else self._wanted
        if previewing != self._lower.previewing:
            self._lower.set_previewing(previewing)
            row = self._table.currentIndex().row()
            if previewing and not self._table.several:
                self._lower.show_one(self._table.cards.row(row) if row >= 0 else None)
        whole = self._panes.height()
        self._make_room(whole)
        if self._lower.isHidden():
            return
        bar = 0 if self._lower.bar.isHidden() else self._lower.bar.sizeHint().height() + 4
        if not previewing and self._lower.task is None:
            self._panes.setSizes([whole - bar, bar])
            return
        rows = _ROWS_WHEN_LOW if low else _ROWS
        wanted = theme.px(self._moved if self._moved and not low else _HEAD_H + rows * ROW_H + 10)
        least = max(min(theme.px(_LEAST_LOWER), 320), self._lower.height_wanted())
        table = max(min(wanted, whole - least - bar), theme.px(_HEAD_H + 2 * ROW_H))
        self._panes.setSizes([table, max(whole - table, 0)])
