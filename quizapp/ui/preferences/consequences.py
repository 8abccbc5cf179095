"""What a setting means for this learner, in one line with their own numbers, where there are any."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QLocale, QObject, Signal

from quizapp.core.settings import Setting
from quizapp.core.stats import Load
from quizapp.store import setting_facts, workload
from quizapp.store.setting_facts import SettingFacts
from quizapp.ui.preferences.book import State
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Work

_ENOUGH = 5
"""Reviews a day: with fewer cards, what a retention would cost is chance."""


class Consequences(QObject):
    """Gathers the numbers in the background; until then, and without any, a setting's own words stand."""

    told = Signal()
    """Other lines hold now."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._facts = SettingFacts()
        self._loads: Mapping[int, Load] = {}
        """Per cent of retention -> what it costs."""
        self._jobs: list[Job] = []
        self._lines: dict[str, Callable[[State, int], str]] = {
            "new_per_day": self._new,
            "reviews_per_day": self._reviews,
            "desired_retention": self._retention,
            "leech_lapses": self._leeches,
        }

    def gather(self) -> None:
        """Find out how things are now."""
        self.stop()
        db = self._services.db
        self._jobs = [
            self._work.run(setting_facts.gather, db, on_done=self._take_facts, on_failed=self._fail),
            self._work.run(
                workload.gather,
                db,
                on_done=self._take_loads,
                on_failed=self._fail,
                on_progress=self._go_on,
            ),
        ]

    def stop(self) -> None:
        """Nobody waits for it any more."""
        for job in self._jobs:
            job.cancel()
        self._jobs = []

    def line(self, setting: Setting, state: State, deck_key: int) -> str:
        """What follows from how a setting stands, for a deck or all (0); "" where nothing is known."""
        line = self._lines.get(setting.key)
        return line(state, deck_key) if line is not None else ""

    def _take_facts(self, facts: SettingFacts) -> None:
        if facts != self._facts:
            self._facts = facts
            self.told.emit()

    def _take_loads(self, loads: Sequence[Load]) -> None:
        before = self._loads
        self._loads = {round(100 * load.retention): load for load in loads}
        if self._loads != before:
            self.told.emit()

    def _go_on(self, done: int, total: int) -> None:
        """It may take as long as it takes."""

    def _fail(self, error: Exception) -> None:
        """It has been reported; the words of the declarations stay."""

    # Lines

    def _new(self, state: State, deck_key: int) -> str:
        new = self._facts.new
        left = new.get(deck_key, 0) if deck_key else sum(new.values())
        if not left:
            return ""
        said = self.tr("%n cards are new to you", "", left)
        if not state.value:
            return self.tr("{cards}; none of them comes.").format(cards=said)
        days = self.tr("%n days", "", -(-left // state.value))
        return self.tr("{cards}: enough for {days}.").format(cards=said, days=days)

    def _reviews(self, state: State, deck_key: int) -> str:
        pace = round(self._facts.pace)
        if not pace or deck_key:
            return ""
        return self.tr("Above this a backlog begins. Lately you answered about %n a day.", "", pace)

    def _retention(self, state: State, deck_key: int) -> str:
        here = self._loads.get(round(100 * state.value))
        if here is None or here.reviews < _ENOUGH:
            return ""
        if deck_key:
            return self._compared(here, state.general)
        said = self.tr("%n reviews a day", "", round(here.reviews))
        minutes = self.tr("%n minutes", "", max(1, round(here.minutes)))
        return self.tr("At {share} about {reviews} in the long run, {minutes}.").format(
            share=self._share(state.value), reviews=said, minutes=minutes
        )

    def _compared(self, here: Load, general: float) -> str:
        """Of one deck the cards are too few to tell; how much more or less it is can be told."""
        there = self._loads.get(round(100 * general))
        if there is None or here == there or there.reviews < _ENOUGH:
            return ""
        change = round(100 * (here.reviews / there.reviews - 1))
        words = self.tr("About {change} more reviews than at {general}.")
        if change < 0:
            words = self.tr("About {change} fewer reviews than at {general}.")
        return words.format(change=self._share(abs(change) / 100), general=self._share(general))

    def _share(self, value: float) -> str:
        return self.tr("{share} %").format(share=QLocale().toString(round(100 * value)))

    def _leeches(self, state: State, deck_key: int) -> str:
        found = self._facts.leeches
        count = found.get(deck_key, 0) if deck_key else sum(found.values())
        said = self.tr("And with an interval under 21 days. %n cards are leeches now.", "", count)
        return said if count else ""
