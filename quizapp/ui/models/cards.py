"""Cards in a list: what a search found, and what was missed in a session."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, Qt

from quizapp.core.overview import Found, Missed, Seen
from quizapp.ui.models.decks import VALUE, Index

# Home lists what a search found: a start needs neither exams nor the log behind them.
if TYPE_CHECKING:
    from quizapp.core.analysis import Item
    from quizapp.core.facility import Findings
    from quizapp.store.exams import Past

ASIDE = VALUE + 1
"""Role of what stands at the row's end."""


class CardModel(QAbstractTableModel):
    """One column: the front, and aside, a word on it. Subclasses choose that word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Any, ...] = ()

    def show_values(self, values: tuple[Any, ...]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._values = values
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.front(value)
        if role == VALUE:
            return value
        if role == ASIDE:
            return self.aside(value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(value)
        return None

    def front(self, value: Any) -> str:
        """What the row is about."""
        return str(value.front)

    def aside(self, value: Any) -> str:
        """What stands at the row's end."""
        raise NotImplementedError

    def sentence(self, value: Any) -> str:
        """The whole row, for a screen reader."""
        raise NotImplementedError


class FoundModel(CardModel):
    """Cards that a search found, with their decks."""

    def aside(self, value: Found) -> str:
        return value.deck

    def sentence(self, value: Found) -> str:
        return f"{value.front}, {value.deck}"


class MissedModel(CardModel):
    """Missed cards, with the right answer, or with what a partly right answer earned."""

    def aside(self, value: Missed) -> str:
        return value.fraction if value.outcome == "partial" and value.fraction else value.back

    def sentence(self, value: Missed) -> str:
        words = {
            "partial": self.tr("partly right"),
            "wrong": self.tr("wrong"),
            "unknown": self.tr("not known"),
        }
        how = words.get(value.outcome, "")
        earned = f" {value.fraction}" if value.outcome == "partial" else ""
        right = self.tr("right answer: {answer}").format(answer=value.back)
        return ", ".join(part for part in (value.front, how + earned, right) if part)


class SeenModel(CardModel):
    """Questions of a quiz, with the answers given."""

    def aside(self, value: Seen) -> str:
        words = {"unknown": self.tr("I don’t know"), "blank": self.tr("left blank")}
        return words.get(value.outcome, value.given)

    def sentence(self, value: Seen) -> str:
        words = {
            "correct": self.tr("right"),
            "almost": self.tr("almost"),
            "partial": self.tr("partly right"),
            "wrong": self.tr("wrong"),
        }
        parts = (value.front, words.get(value.outcome, ""), self.aside(value))
        return f"{value.at + 1}: " + ", ".join(filter(None, parts))


class PastModel(CardModel):
    """Quizzes that were handed in."""

    def front(self, value: "Past") -> str:
        return value.title

    def aside(self, value: "Past") -> str:
        date = QDateTime.fromMSecsSinceEpoch(value.started_ms).date()
        share = QLocale().toString(round(100 * value.earned / value.most)) if value.most else "0"
        words = self.tr("{share} % of %n questions · {day}", "", value.count)
        return words.format(share=share, day=QLocale().toString(date, QLocale.FormatType.ShortFormat))

    def sentence(self, value: "Past") -> str:
        return f"{value.title}, {self.aside(value)}"


class ItemModel(CardModel):
    """Questions over all sittings."""

    def aside(self, value: "Item") -> str:
        locale = QLocale()
        share = locale.toString(round(100 * float(value.facility)))
        picked = (
            self.tr("{option}: {picked} of {shown}").format(
                option=one.text, picked=one.picked, shown=one.shown
            )
            for one in value.options
        )
        figure = "" if value.correlation is None else locale.toString(value.correlation, "f", 2)
        parts = (
            self.tr("{share} % in %n sittings", "", value.count).format(share=share),
            self.tr("item-rest {figure}").format(figure=figure) if figure else "",
            ", ".join(picked),
            self.tr("disputed %n times", "", value.disputed) if value.disputed else "",
        )
        return " · ".join(filter(None, parts))

    def sentence(self, value: "Item") -> str:
        return f"{value.front}, {value.deck}, {self.aside(value)}"


class FindingModel(CardModel):
    """Cards about which answers say something; `words` makes the word at the row's end."""

    def __init__(self, words: "Callable[[Findings], str]", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def aside(self, value: "Findings") -> str:
        return self._words(value)

    def sentence(self, value: "Findings") -> str:
        return ", ".join(filter(None, (value.front, self._words(value))))
