"""Attempts at quizzes and exams in the log: begun, each step durable, handed in as reviews, or deleted whole.

Three types of event carry an attempt, with its session_id as target: `exam` (plan, code, title), `paper` (the
questions) and `step`. They travel with every merge. The time that was used lies in a setting of this machine.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from quizapp.core.attempt import Attempt, Posed, Step, questions_of, step_of, to_builtins
from quizapp.core.kinds.base import Verdict
from quizapp.core.marking import Answered, profile
from quizapp.core.plan import Plan
from quizapp.core.reviews import Event, EventType, Graded, Mode, Review
from quizapp.store import log
from quizapp.store.counting import Counting
from quizapp.store.rows import graded_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_USED = "exam_used:"
"""Key of meta, with the session_id: milliseconds that were used."""
_LIVE = (
    "NOT EXISTS (SELECT 1 FROM event AS gone WHERE gone.target = event.target AND gone.type = 'tombstone')"
)
_HANDED_IN = (
    "EXISTS (SELECT 1 FROM event AS step WHERE step.target = event.target AND step.type = 'step' "
    "AND json_extract(step.payload, '$.handed_in'))"
)
_EXAMS = f"""
SELECT target, at_ms, utc_offset_min, json_extract(payload, '$.title'), json_extract(payload, '$.code'),
    json_extract(payload, '$.plan'), json_extract(payload, '$.count')
FROM event WHERE type = 'exam' AND {_LIVE}
"""


class Past(Struct, frozen=True, kw_only=True):
    """An attempt in the list of all."""

    session_id: str
    title: str
    code: str
    plan: Plan
    started_ms: int
    count: int
    """Questions."""
    earned: float = 0.0
    most: float = 0.0
    right: int = 0
    """Questions that earned all."""
    seconds: int = 0


def start(db: "Database", plan: Plan, code: str, title: str, questions: Iterable[Posed]) -> Attempt:
    """Begin an attempt; durable on return."""
    questions = tuple(questions)
    session_id = db.new_id()
    head = {"title": title, "code": code, "plan": to_builtins(plan), "count": len(questions)}
    paper = {"questions": [to_builtins(question) for question in questions]}
    first = _event(db, "exam", session_id, head)
    log.append_events(db, (first, _event(db, "paper", session_id, paper)))
    return Attempt(
        session_id=session_id,
        title=title,
        plan=plan,
        code=code,
        questions=questions,
        started_ms=first.moment.at_ms,
        utc_offset_min=first.moment.utc_offset_min,
    )


def take(db: "Database", attempt: Attempt, step: Step) -> Attempt:
    """Log a step; durable on return. Handing in also logs a review of each question, all at once."""
    after = attempt.after(step)
    if attempt.handed_in:
        return attempt
    with db.transaction():
        log.append_event(db, _event(db, "step", attempt.session_id, to_builtins(step)))
        if step.handed_in:
            counting = Counting(db)
            for review, verdict, passing in _reviews(db, after):
                counting.log(review, verdict, passing)
    return after


def load(db: "Database", session_id: str) -> Attempt | None:
    """An attempt with all its steps.

    None if there is none, it was deleted, or only a newer quizapp reads it.
    """
    head = db.con.execute(f"{_EXAMS} AND target = ?", (session_id,)).fetchone()
    paper = _payloads(db, "paper", session_id)
    if head is None or not paper:
        return None
    try:
        return _attempt(head, paper[0], _payloads(db, "step", session_id))
    except msgspec.ValidationError:
        return None


def _attempt(head: "_Head", paper: dict[str, Any], steps: Iterable[dict[str, Any]]) -> Attempt:
    session_id, started_ms, offset, title, code, plan, _ = head
    attempt = Attempt(
        session_id=session_id,
        title=title,
        plan=msgspec.json.decode(plan, type=Plan),
        code=code,
        questions=questions_of(paper.get("questions")),
        started_ms=started_ms,
        utc_offset_min=offset,
    )
    for payload in steps:
        attempt = attempt.after(step_of(payload))
    return attempt


def unfinished(db: "Database") -> tuple[str, ...]:
    """Attempts of this machine that were not handed in, the last one first."""
    rows = db.con.execute(
        f"{_EXAMS} AND device_id = ? AND NOT {_HANDED_IN} ORDER BY at_ms DESC, event_id DESC", (db.device_id,)
    )
    return tuple(row[0] for row in rows)


def use(db: "Database", session_id: str, used_ms: int) -> None:
    """Keep how much time was used: written now and then, so that a crash gives none and takes none."""
    with db.transaction():
        db.set_meta(_USED + session_id, str(used_ms))


def used_ms(db: "Database", session_id: str) -> int:
    """The time that was used when it was last kept, milliseconds."""
    return int(db.meta(_USED + session_id) or 0)


def delete(db: "Database", session_id: str) -> None:
    """Take an attempt out of all lists and numbers for good: a tombstone."""
    log.append_event(db, _event(db, "tombstone", session_id, {}))


def history(db: "Database") -> tuple[Past, ...]:
    """All that were handed in, the last one first, each with its score by its own profile.

    One that came by a merge and only a newer quizapp reads is left out.
    """
    answers: dict[str, list[tuple[Answered, int]]] = {}
    rows = db.con.execute(
        "SELECT session_id, outcome, visible_ms FROM standing WHERE mode IN ('exam', 'quiz') ORDER BY seq"
    )
    for session_id, outcome, visible_ms in rows:
        answers.setdefault(session_id, []).append((answered_of(graded_of(outcome)), visible_ms))
    found = db.con.execute(f"{_EXAMS} AND {_HANDED_IN} ORDER BY at_ms DESC, event_id DESC").fetchall()
    return tuple(past for row in found if (past := _past(row, answers.get(row[0], []))) is not None)


def all_attempts(db: "Database") -> tuple[Attempt, ...]:
    """Every one that was handed in, the first one first."""
    loaded = (load(db, past.session_id) for past in reversed(history(db)))
    return tuple(attempt for attempt in loaded if attempt is not None)


def disputed(db: "Database") -> tuple[str, ...]:
    """The card, once for each time that its key was called incomplete: "another option is also right"."""
    rows = db.con.execute(
        "SELECT target FROM event AS said WHERE type = 'exclude' "
        "AND NOT EXISTS (SELECT 1 FROM event WHERE target = said.event_id AND type = 'void')"
    )
    return tuple(target for (target,) in rows)


def answered_of(graded: Graded) -> Answered:
    """A logged answer as marking looks at it."""
    earned = graded.earned
    return Answered(
        fraction=earned if earned is not None else Answered().fraction,
        tried=graded.outcome not in ("unknown", "blank"),
        options=graded.options,
        confidence=graded.confidence,
    )


_Head = tuple[str, int, int, str, str, str, int]
"""A row of _EXAMS."""


def _past(row: _Head, answers: list[tuple[Answered, int]]) -> Past | None:
    session_id, started_ms, _, title, code, plan_json, count = row
    try:
        plan = msgspec.json.decode(plan_json, type=Plan)
    except msgspec.ValidationError:
        return None
    score = profile(plan.marking).total([answered for answered, _ in answers])
    return Past(
        session_id=session_id,
        title=title,
        code=code,
        plan=plan,
        started_ms=started_ms,
        count=count,
        earned=float(score.earned),
        most=float(score.most),
        right=sum(answered.fraction == 1 for answered, _ in answers),
        seconds=round(sum(ms for _, ms in answers) / 1000),
    )


def _reviews(db: "Database", attempt: Attempt) -> Iterable[tuple[Review, Verdict | None, Decimal | None]]:
    """One for each question, as it stands when it is handed in, with its verdict and the card's `pass`.

    What was left blank counts as that.
    """
    mode: Mode = attempt.plan.mode
    moment = db.now()
    for at, posed in enumerate(attempt.questions):
        given = attempt.given.get(at, ())
        last = given[-1] if given else None
        verdict = last.verdict if last else None
        graded = Graded(
            kind=posed.kind.name,
            outcome=verdict.outcome if verdict else "blank",
            fraction=str((verdict.fraction if verdict else None) or 0),
            because=verdict.because if verdict else "blank",
            answer=last.answer if last else None,
            before=given[0].answer if len(given) > 1 else None,
            confidence=last.confidence if last else None,
            options=verdict.options if verdict else 0,
            seed=posed.seed,
            suggested=3 if verdict and verdict.fraction == 1 else 1,
            front=posed.note.front(posed.part)[:_FRONT_KEPT],
        )
        review = Review(
            review_id=db.new_id(),
            card_id=posed.card_id,
            session_id=attempt.session_id,
            device_id=db.device_id,
            moment=moment,
            study_day=moment.study_day,
            mode=mode,
            graded=graded,
            rating=graded.suggested,
            visible_ms=last.visible_ms if last else 0,
        )
        yield review, verdict, posed.note.pass_


_FRONT_KEPT = 200
"""Letters of a question that the log keeps, as in study."""


def _payloads(db: "Database", type_: EventType, session_id: str) -> list[dict[str, Any]]:
    rows = db.con.execute(
        "SELECT payload FROM event WHERE type = ? AND target = ? ORDER BY at_ms, event_id",
        (type_, session_id),
    )
    return [msgspec.json.decode(payload) for (payload,) in rows]


def _event(db: "Database", type_: EventType, session_id: str, payload: dict[str, Any]) -> Event:
    return Event(
        event_id=db.new_id(),
        type=type_,
        target=session_id,
        moment=db.now(),
        device_id=db.device_id,
        payload=payload,
    )
