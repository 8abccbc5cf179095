"""Home's head: which course, and the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.bindings import keyed
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.picker import TitlePicker
from quizapp.ui.widgets.search import SearchField

ROOMY, _CRAMPED = 660, 480
"""Column widths at 100 % text size, px: below the first, home leaves out what it can; below the second,
the search stands under the course."""
_SEARCH_W, _SEARCH_W_NARROW = 272, 198


class Head(QWidget):
    """Course and search side by side."""

    course_picked = Signal(int)
    """Place among the choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = TitlePicker(self.tr("Course"))
        self.picker.picked.connect(self.course_picked)
        self.search = keyed(SearchField(self.tr("Search cards")), "home", "search")
        name = label("small", self.tr("Course"), "mut")
        name.setContentsMargins(MARGIN, 0, MARGIN, 0)
        course = QVBoxLayout()
        course.setSpacing(0)
        course.addWidget(name)
        course.addWidget(self.picker)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(12)
        self._both.addLayout(course, 1)
        self._both.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> list[str]:
        """What is searched for."""
        return self.search.text().split()

    def fit(self, width: int) -> None:
        """Arrange for a column of this width, px."""
        roomy, cramped = width >= theme.px(ROOMY), width < theme.px(_CRAMPED)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._both.setDirection(below if cramped else beside)
        self.search.set_hint(self.tr("Search") if not roomy and not cramped else self.tr("Search cards"))
        search_w = width if cramped else theme.px(_SEARCH_W if roomy else _SEARCH_W_NARROW)
        self.search.setFixedWidth(search_w + 2 * MARGIN)
