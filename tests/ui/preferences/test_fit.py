"""Fitting by keyboard: start, cancel, what is said, and the ways back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.evaluate import Score
from quizapp.core.fits import Fitted
from quizapp.core.fsrs6 import DEFAULT
from quizapp.core.problems import QuizError
from quizapp.store import fit, fits, log, memory
from quizapp.ui.preferences.fit import FitPanel
from tests.store.made import review
from tests.store.test_fits import OTHER, THIRD
from tests.ui.learning import School
from tests.ui.preferences.test_preferences import Guest

WAIT_MS = 60_000
BETTER = Fitted(
    end="better",
    predictions=480,
    parameters=OTHER,
    before=Score(96, 0.5, 0.1),
    after=Score(96, 0.4321, 0.1),
)


class Fitter(Guest):
    """Somebody at the panel."""

    def arrive(self, **route: object) -> None:
        super().arrive(group="Advanced", **route)

    @property
    def panel(self) -> FitPanel:
        (panel,) = self.place.shelf.extras
        assert isinstance(panel, FitPanel)
        return panel

    @property
    def buttons(self) -> list[str]:
        panel = self.panel
        all_ = (panel.start, panel.to_default, panel.to_last, panel.undo, panel.cancel)
        return [button.words for button in all_ if button.isVisible()]

    def push(self, words: str) -> None:
        """Go to a button by tab, as a learner must, and press it."""
        for _ in range(60):
            if self.focus.accessibleName() == words:
                break
            self.press(Qt.Key.Key_Tab)
        assert self.focus.accessibleName() == words
        self.press(Qt.Key.Key_Space)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.fitting.running, timeout=WAIT_MS)
        QApplication.processEvents()

    @property
    def parameters(self) -> tuple[float, ...]:
        return fits.in_force(self.school.db).parameters

    @property
    def past(self) -> list[str]:
        return [line.text().partition(": ")[2] for line in self.panel.past if line.isVisible()]


@pytest.fixture
def fitter(qtbot: QtBot, school: School, monkeypatch) -> Iterator[Fitter]:
    monkeypatch.setattr(fit, "is_available", lambda: True)
    fitter = Fitter(qtbot, school)
    yield fitter
    fitter.close()


def found(monkeypatch, fitted: Fitted) -> None:
    """Let the next fit come to this; what the child finds is a matter of tests/store/test_fit.py."""
    monkeypatch.setattr(fit, "fit", lambda db, progress: fitted)


def test_it_says_what_is_in_force_and_offers_a_fit_alone(fitter: Fitter) -> None:
    assert fitter.panel.force.text() == "In force: the default, which suits most learners."
    assert fitter.buttons == ["Fit to my answers"]
    assert fitter.past == []


def test_a_better_fit_comes_into_force_and_can_be_undone(fitter: Fitter, monkeypatch) -> None:
    found(monkeypatch, BETTER)
    fitter.push("Fit to my answers")
    fitter.wait()
    assert fitter.panel.told.text() == (
        "Fitted to you. The error of prediction is 0.4321 instead of 0.5000 over 96 reviews that the fit "
        "never saw. New intervals go by it from now on. No due day has moved: rescheduling is a step of its "
        "own."
    )
    assert fitter.parameters == OTHER
    assert memory.is_current(fitter.school.db)
    assert fitter.panel.force.text().startswith("In force: what was fitted to you, since ")
    assert fitter.past == ["taken, error 0.4321 instead of 0.5000 over 96 reviews"]
    assert fitter.buttons == ["Fit to my answers", "Go back to the default", "Undo"]
    assert fitter.focus is fitter.panel.start
    fitter.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    fitter.wait()
    assert fitter.parameters == DEFAULT
    assert fitter.past == []
    assert fitter.panel.told.text() == "Taken back."
    assert fitter.buttons == ["Fit to my answers"]


def test_a_worse_fit_is_told_and_changes_nothing(fitter: Fitter, monkeypatch) -> None:
    scores = {"before": Score(96, 0.4, 0), "after": Score(96, 0.5, 0)}
    worse = Fitted(end="not_better", predictions=480, parameters=OTHER, **scores)
    found(monkeypatch, worse)
    fitter.push("Fit to my answers")
    fitter.wait()
    told = fitter.panel.told.text()
    assert told.startswith("Not taken: the error of prediction would be 0.5000 against 0.4000 over 96")
    assert fitter.parameters == DEFAULT
    assert fitter.past == ["not taken, error 0.5000 against 0.4000 over 96 reviews"]
    assert fitter.buttons == ["Fit to my answers"]


def test_too_few_answers_are_counted(fitter: Fitter) -> None:
    fitter.push("Fit to my answers")
    fitter.wait()
    assert fitter.panel.told.text() == (
        "Not yet. A fit needs 400 reviews on a later day than the one before. So far there are 0."
    )
    assert fitter.past == []


def test_the_ways_back_are_undone_too(fitter: Fitter, monkeypatch) -> None:
    for parameters in (OTHER, THIRD):
        found(monkeypatch, Fitted(end="better", predictions=480, parameters=parameters))
        fitter.push("Fit to my answers")
        fitter.wait()
    assert fitter.parameters == THIRD
    fitter.push("Go back to the one before")
    fitter.wait()
    assert fitter.parameters == OTHER
    assert fitter.past[0] == "back to a fit"
    fitter.push("Undo")
    fitter.wait()
    assert fitter.parameters == THIRD
    fitter.push("Go back to the default")
    fitter.wait()
    assert fitter.parameters == DEFAULT
    assert fitter.past[0] == "back to the default"
    assert fitter.panel.force.text() == "In force: the default, which suits most learners."
    assert fitter.buttons == ["Fit to my answers", "Go back to the one before", "Undo"]
    fitter.push("Go back to the one before")
    fitter.wait()
    assert fitter.parameters == THIRD


def test_a_fit_can_be_cancelled(fitter: Fitter, monkeypatch) -> None:
    def endless(db, progress) -> None:
        while True:
            progress(2, 4)

    monkeypatch.setattr(fit, "fit", endless)
    fitter.push("Fit to my answers")
    fitter.qtbot.waitUntil(lambda: fitter.panel.step.text() == "Fitting…")
    assert fitter.buttons == ["Cancel"]
    assert fitter.focus is fitter.panel.cancel
    assert fitter.panel.bar.isVisible()
    fitter.press(Qt.Key.Key_Space)
    assert not fitter.panel.fitting.running
    assert fitter.panel.told.text() == "Cancelled. Nothing was changed."
    assert fitter.buttons == ["Fit to my answers"]
    assert fitter.focus is fitter.panel.start
    assert fitter.past == []


def test_without_the_library_it_says_how_to_get_it(fitter: Fitter, monkeypatch) -> None:
    monkeypatch.setattr(fit, "is_available", lambda: False)
    Guest.arrive(fitter, group="Study")
    fitter.arrive()
    assert fitter.panel.missing.isVisible()
    assert "pip install quizapp[fit]" in fitter.panel.missing.text()
    assert fitter.buttons == []


def test_without_the_library_the_ways_back_are_there(fitter: Fitter, monkeypatch) -> None:
    found(monkeypatch, BETTER)
    fitter.push("Fit to my answers")
    fitter.wait()
    monkeypatch.setattr(fit, "is_available", lambda: False)
    Guest.arrive(fitter, group="Study")
    fitter.arrive()
    fitter.push("Go back to the default")
    fitter.wait()
    assert fitter.parameters == DEFAULT
    assert fitter.buttons == ["Go back to the one before", "Undo"]
    assert fitter.focus is fitter.panel.undo


def test_a_failure_is_told_and_the_panel_goes_on(fitter: Fitter, monkeypatch) -> None:
    def failing(db, progress) -> Fitted:
        raise QuizError("fit_failed", reason="MemoryError")

    monkeypatch.setattr(fit, "fit", failing)
    fitter.push("Fit to my answers")
    fitter.wait()
    assert fitter.panel.told.text() == "The fit ended without a result: MemoryError. Nothing was changed."
    assert fitter.buttons == ["Fit to my answers"]


def test_a_search_finds_it(fitter: Fitter) -> None:
    for words in ("fsrs", "fit schedule"):
        Guest.arrive(fitter, search=words)
        assert fitter.panel.isVisible()
    Guest.arrive(fitter, search="nothing so called")
    assert fitter.place.shelf.extras == []


@pytest.mark.skipif(not fit.is_available(), reason="the extra `fit` is not installed")
def test_a_whole_fit(fitter: Fitter) -> None:
    school = fitter.school
    lines = []
    for day in range(9):
        for card in range(60):
            lines.append(review(school.db, f"c{card}#", 1 if (card + day) % 5 == 0 else 3))
        school.clock.next_day(1 + day)
    log.append_all(school.db, lines)
    fitter.push("Fit to my answers")
    fitter.wait()
    (one,) = fits.history(school.db)
    assert one.payload.n == 96
    assert one.payload.accepted == (one.payload.loss_after < one.payload.loss_before)
    assert fitter.panel.told.text().startswith("Fitted to you." if one.payload.accepted else "Not taken:")
