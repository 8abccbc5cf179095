"""Home's banners: what is to be told of deck files and folders, each with what can be done about it."""

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.core.notices import Notice, NoticeKind
from quizapp.ui import icons, theme
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.flow import Flow
from quizapp.ui.widgets.label import Label, label
from quizapp.ui.widgets.paint import MARGIN, Styled, announce
from quizapp.ui.widgets.panel import Panel

MOST = 3
"""Banners at once; the others follow when these are settled."""
_ICON = 20


class _Look(NamedTuple):
    icon: str
    ink: str
    fill: str
    line: str


_WARNING = _Look("warning", "warn", "warnsoft", "warnline")
_PLAIN = _Look("file", "mut", "card", "line")
_LOOKS: Mapping[NoticeKind, _Look] = {
    "broken": _WARNING,
    "copy": _WARNING,
    "folder": _WARNING,
    "offer": _PLAIN,
    "done": _Look("check", "good", "card", "line"),
    "arrived": _Look("check", "good", "card", "line"),
    "sync": _WARNING,
    "progress": _WARNING,
}


class Banner(Panel):
    """One notice: a sentence in bold, one that explains, and what can be done."""

    answered = Signal(str)
    """The name of an action."""

    def __init__(
        self,
        notice: Notice,
        words: tuple[str, str],
        actions: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """words: the two sentences; actions: name -> words of its button."""
        super().__init__(padding=(16, 12, 16, 10), parent=parent)
        look = _LOOKS[notice.kind]
        self.fill, self.line = look.fill, look.line
        self.notice, self.words = notice, words
        head, why = words
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(_line("strong", head, "text"))
        if why:
            texts.addWidget(_line("body", why, "mut"))
        self.buttons = [self._button(name, text, head) for name, text in actions.items()]
        if self.buttons:
            texts.addSpacing(4)
            texts.addWidget(Flow(*self.buttons, gap=4))
        row = QHBoxLayout()
        row.setSpacing(12 - MARGIN)
        row.addWidget(_Sign(look))
        row.addLayout(texts, 1)
        self.content.addLayout(row)
        self.setAccessibleName(head)

    def _button(self, name: str, text: str, head: str) -> Button:
        button = Button("ghost", text, height=36)
        button.setAccessibleDescription(head)  # for whoever comes to it by Tab
        button.clicked.connect(lambda _=False: self.answered.emit(name))
        return button


def _line(role: str, text: str, token: str) -> Label:
    """Words that stand flush with the buttons below them; a path may be broken at each folder."""
    line = label(role, text.replace(os.sep, os.sep + "\u200b"), token, wrap=True)
    line.setContentsMargins(MARGIN, 0, MARGIN, 0)
    return line


class _Sign(Styled, QWidget):
    """The icon of a banner, beside its first line."""

    def __init__(self, look: _Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_ICON), theme.px(_ICON) + 2 * MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = theme.px(_ICON)
        icons.paint(painter, self._look.icon, QRectF(0, 1, size, size), theme.color(self._look.ink))
        painter.end()


class Banners(QWidget):
    """Shows notices; speaks by `answered`."""

    answered = Signal(object, str)
    """(Notice, name of the action): open, import, ignore, prefer, separate, remove, add, copy, dismiss or
    undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: tuple[Notice, ...] = ()
        self.banners: list[Banner] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._before: QWidget | None = None
        self.hide()

    def follow(self, widget: QWidget) -> None:
        """Tab comes here from this widget."""
        self._before = widget

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these, the first of them; what is shown already stays, with the focus."""
        shown = tuple(notices[:MOST])
        if shown == self._notices:
            return
        before, self._notices = self._notices, shown
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        for banner in self.banners:
            if banner.notice not in shown:
                self._rows.removeWidget(banner)
                banner.hide()
                banner.deleteLater()
        there = [banner for banner in self.banners if banner.notice in shown]
        self.banners = [
            next((banner for banner in there if banner.notice == notice), None) or self._made(notice)
            for notice in shown
        ]
        for place, banner in enumerate(self.banners):
            self._rows.insertWidget(place, banner)
            banner.show()
        self.setVisible(bool(shown))
        self._order_focus()
        if had_focus:
            self._focus_first()
        for banner in self.banners:
            if banner.notice not in before:
                announce(self, " ".join(filter(None, banner.words)))

    def _focus_first(self) -> None:
        """What had the focus may have gone."""
        buttons = [button for banner in self.banners for button in banner.buttons]
        target = QApplication.focusWidget() if QApplication.focusWidget() in buttons else None
        target = target or next(iter(buttons), self._before)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_focus(self) -> None:
        if self._before is not None:
            chain = [self._before, *(button for banner in self.banners for button in banner.buttons)]
            for before, after in pairwise(chain):
                QWidget.setTabOrder(before, after)

    def _made(self, notice: Notice) -> Banner:
        banner = Banner(notice, self._words(notice), self._actions(notice))
        banner.answered.connect(lambda name: self.answered.emit(notice, name))
        return banner

    def _words(self, notice: Notice) -> tuple[str, str]:
        return {
            "broken": self._broken,
            "copy": self._copy,
            "folder": self._folder,
            "offer": self._offer,
            "done": self._done,
            "arrived": self._done,
            "sync": self._folder,
            "progress": self._folder,
        }[notice.kind](notice)

    def _actions(self, notice: Notice) -> dict[str, str]:
        return {
            "broken": self._mending(notice),
            "copy": {
                "ignore": self.tr("Ignore it"),
                "prefer": self.tr("Study it instead"),
                "separate": self.tr("Study both apart"),
            },
            "folder": {"remove": self.tr("Remove from the library")} if notice.removable else {},
            "offer": {
                "add": self.tr("Study it where it lies"),
                "copy": self.tr("Copy it into My decks"),
                "dismiss": self.tr("Not now"),
            },
            "done": {"undo": self.tr("Undo"), "dismiss": self.tr("Close")},
            "arrived": {"dismiss": self.tr("Close")},
            "sync": {"dismiss": self.tr("Close")},
            "progress": {"dismiss": self.tr("Close")},
        }[notice.kind]

    def _mending(self, notice: Notice) -> dict[str, str]:
        offered = {"open": self.tr("Open")}
        return {"import": self.tr("Import it"), **offered} if _is_foreign(notice) else offered

    def _broken(self, notice: Notice) -> tuple[str, str]:
        problem = notice.problem
        if _is_foreign(notice):
            head = self.tr("“{deck}” looks like another program’s file.").format(deck=notice.title)
            return head, self.tr("Import it, and its cards become a deck; the file stays as it is.")
        if problem is None:
            return self.tr("“{deck}” cannot be read.").format(deck=notice.title), self._as_before()
        if not problem.where.line:
            return self.tr("“{deck}” cannot be read.").format(deck=notice.title), words_of(problem)
        head = self.tr("“{deck}” has a mistake in line {line}.")
        why = [words_of(problem), self._as_before()]
        if notice.more:
            why.insert(1, self.tr("There are %n more.", "", notice.more))
        return head.format(deck=notice.title, line=problem.where.line), " ".join(why)

    def _as_before(self) -> str:
        return self.tr("Until it is mended, what cannot be read stays as it was.")

    def _copy(self, notice: Notice) -> tuple[str, str]:
        head = self.tr("“{deck}” is there twice.").format(deck=notice.title)
        why = self.tr("{file} has the same cards as {other} and is not studied.")
        return head, why.format(file=notice.path, other=notice.other)

    def _folder(self, notice: Notice) -> tuple[str, str]:
        return words_of(notice.problem) if notice.problem else "", ""

    def _offer(self, notice: Notice) -> tuple[str, str]:
        head = self.tr("Study “{name}” where it lies, or copy it into My decks?")
        return head.format(name=Path(notice.path).name), notice.path

    def _done(self, notice: Notice) -> tuple[str, str]:
        return notice.did, ""


def _is_foreign(notice: Notice) -> bool:
    return notice.problem is not None and notice.problem.code == "file_foreign"
