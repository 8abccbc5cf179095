"""How the answers are marked: one of three rules."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.marking import PROFILES
from quizapp.core.plan import Plan, ProfileName
from quizapp.ui.i18n import marked
from quizapp.ui.setup.questions import PADDING, RADIUS
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.radio_row import RadioRow


class MarkingPanel(Panel):
    """A row each, with its rule in one sentence."""

    changed = Signal(object)
    """The Plan as the user wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=RADIUS, padding=PADDING, parent=parent)
        self._plan = Plan()
        heading = label("heading", self.tr("Marking"))
        heading.setContentsMargins(MARGIN, 2, MARGIN, 4)
        self.content.addWidget(heading)
        group = QWidget()
        group.setAccessibleName(self.tr("Marking"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        group.setSizePolicy(policy)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows: dict[ProfileName, RadioRow] = {}
        for one in PROFILES:
            row = self.rows[one.name] = RadioRow(marked(one.label), marked(one.rule))
            row.toggled.connect(self._on_toggled)
            column.addWidget(row)
        self.content.addWidget(group)

    def show_plan(self, plan: Plan) -> None:
        """Show which one it is."""
        self._plan = plan
        row = self.rows[plan.marking]
        blocked = row.blockSignals(True)
        row.setChecked(True)
        row.blockSignals(blocked)

    def _on_toggled(self, chosen: bool) -> None:
        name = next((name for name, row in self.rows.items() if row.isChecked()), self._plan.marking)
        if chosen and name != self._plan.marking:
            self.changed.emit(replace(self._plan, marking=name))
