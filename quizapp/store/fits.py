"""Parameters of the schedule in force: what `fit` events say, folded in the order (time, id).

A fit that was voided, before or after it arrived, is as if it had never been; so is one that this program
cannot schedule by. When other parameters come into force the memory of all cards is to be folded anew
(store.memory); due days in the log stay.
"""

from typing import TYPE_CHECKING

import msgspec

from quizapp.core.fits import Fit, FitPayload
from quizapp.core.fsrs6 import STANDARD, Parameters, Weights, factor_of
from quizapp.core.reviews import Event
from quizapp.store import overrides

if TYPE_CHECKING:
    from quizapp.store.database import Database

_SAID = f"""
SELECT event_id, at_ms, payload FROM event WHERE type = 'fit' AND {overrides.STANDS} ORDER BY at_ms, event_id
"""
_PUT = f"INSERT INTO param_fit VALUES ({', '.join('?' * 12)})"
_IN_FORCE = """
SELECT fit_id, parameters FROM param_fit WHERE accepted ORDER BY at_ms DESC, fit_id DESC LIMIT 1
"""
_ALL = """
SELECT fit_id, at_ms, algorithm, parameters, scope, n, loss_before, loss_after, accepted, chosen
FROM param_fit ORDER BY at_ms, fit_id
"""
_payload = msgspec.json.Decoder(FitPayload).decode
_parameters = msgspec.json.Decoder(Parameters).decode


def in_force(db: "Database") -> Weights:
    """The parameters that the memory of all cards is reckoned by."""
    row = db.con.execute(_IN_FORCE).fetchone()
    return Weights(row[0], _parameters(row[1])) if row else STANDARD


def history(db: "Database") -> tuple[Fit, ...]:
    """All fits that count, accepted or not, oldest first."""
    return tuple(
        Fit(
            fit_id,
            at_ms,
            FitPayload(
                algorithm=algorithm,
                parameters=_parameters(parameters),
                scope=scope,
                n=n,
                loss_before=before,
                loss_after=after,
                accepted=bool(accepted),
                chosen=bool(chosen),
            ),
        )
        for fit_id, at_ms, algorithm, parameters, scope, n, before, after, accepted, chosen in db.con.execute(
            _ALL
        )
    )


def rebuild(db: "Database") -> None:
    """Fold what was said anew."""
    db.con.execute("DELETE FROM param_fit")
    for event_id, at_ms, packed in db.con.execute(_SAID).fetchall():
        try:
            fit = _payload(packed)
        except msgspec.ValidationError:
            continue
        if fit.usable:
            db.con.execute(_PUT, _row(event_id, at_ms, fit))


def take_back(db: "Database", event: Event) -> None:
    """Take in a void, already in the log; of something else than a fit it changes nothing here."""
    if db.con.execute("SELECT 1 FROM param_fit WHERE fit_id = ?", (event.target,)).fetchone():
        rebuild(db)


def _row(fit_id: str, at_ms: int, fit: FitPayload) -> tuple[object, ...]:
    decay = fit.parameters[20]
    packed = msgspec.json.encode(fit.parameters).decode()
    judged = (fit.n, fit.loss_before, fit.loss_after, fit.accepted, fit.chosen)
    return (fit_id, at_ms, fit.algorithm, packed, fit.scope, *judged, decay, factor_of(decay))
