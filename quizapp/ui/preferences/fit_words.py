"""What came of fits, in plain words."""

from PySide6.QtCore import QDateTime, QLocale, QObject

from quizapp.core.evaluate import LEAST
from quizapp.core.fits import Fit, FitPayload, Fitted
from quizapp.core.fsrs6 import DEFAULT

_DIGITS = 4


class FitWords(QObject):
    """Errors are log losses of what was predicted of reviews that the fit never saw."""

    def of_fitted(self, fitted: Fitted) -> str:
        """What came of a fit just made, why, and what changes."""
        n, losses = fitted.before.n, self._losses(fitted.payload)
        if fitted.end == "too_few":
            had = self.tr("So far there are %n.", "", fitted.predictions)
            return " ".join(
                (self.tr("Not yet. A fit needs {least} reviews on a later day than the one before."), had)
            ).format(least=self._number(LEAST))
        over = self.tr("over %n reviews that the fit never saw", "", n)
        if fitted.end == "better":
            head = self.tr("Fitted to you. The error of prediction is {after} instead of {before} {over}.")
            tail = self.tr(
                "New intervals go by it from now on. No due day has moved: rescheduling is a step of its own."
            )
        else:
            head = self.tr("Not taken: the error of prediction would be {after} against {before} {over}.")
            tail = self.tr("All is as it was.")
        return f"{head} {tail}".format(over=over, **losses)

    def of_force(self, standing: Fit | None) -> str:
        """Which parameters are in force."""
        if standing is None or standing.payload.parameters == DEFAULT:
            return self.tr("In force: the default, which suits most learners.")
        return self.tr("In force: what was fitted to you, since {day}.").format(day=self._day(standing))

    def of_past(self, fit: Fit) -> str:
        """A line of the history."""
        payload = fit.payload
        if payload.chosen:
            default = payload.parameters == DEFAULT
            words = self.tr("{day}: back to the default") if default else self.tr("{day}: back to a fit")
            return words.format(day=self._day(fit))
        over = self.tr("over %n reviews", "", payload.n)
        words = (
            self.tr("{day}: taken, error {after} instead of {before} {over}")
            if payload.accepted
            else self.tr("{day}: not taken, error {after} against {before} {over}")
        )
        return words.format(day=self._day(fit), over=over, **self._losses(payload))

    def step(self, done: int, *, fitting: bool) -> str:
        """What runs now. fitting: the fit, by its steps; else all cards are worked out anew."""
        if not fitting:
            return self.tr("Working out all cards anew…")
        steps = (
            self.tr("Reading the log…"),
            self.tr("Measuring the parameters in force…"),
            self.tr("Fitting…"),
            self.tr("Measuring the new parameters…"),
        )
        return steps[min(done, len(steps) - 1)]

    def _losses(self, payload: FitPayload) -> dict[str, str]:
        locale = QLocale()
        return {
            "before": locale.toString(payload.loss_before, "f", _DIGITS),
            "after": locale.toString(payload.loss_after, "f", _DIGITS),
        }

    def _number(self, number: int) -> str:
        return QLocale().toString(number)

    def _day(self, fit: Fit) -> str:
        moment = QDateTime.fromMSecsSinceEpoch(fit.at_ms)
        return QLocale().toString(moment.date(), "d MMMM yyyy")
