"""Results of exams for other programs: CSV with one row an answer, JSON, the analysis of questions as CSV.

CSV is UTF-8 with commas and CRLF (RFC 4180); a cell that a spreadsheet would take for a formula begins with
an apostrophe. Times are ISO 8601 with the offset of where the exam was taken.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from quizapp.core.analysis import Item
from quizapp.core.attempt import Attempt

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "session", "title", "code", "marking", "started", "number", "card", "deck", "topic", "kind", "question",
    "outcome", "share", "given", "expected", "why", "confidence", "options", "changed", "flagged", "seconds",
    "answered",
)  # fmt: skip
ITEM_COLUMNS = (
    "deck", "card", "kind", "question", "sittings", "facility", "item_rest", "blank", "unknown", "disputed",
    "options",
)  # fmt: skip


def rows(attempt: Attempt) -> list[dict[str, Any]]:
    """One for each question, in the order of the paper."""
    return [_row(attempt, at) for at in range(len(attempt.questions))]


def to_csv(attempts: Iterable[Attempt]) -> bytes:
    """One row an answer."""
    return _csv(COLUMNS, [row for attempt in attempts for row in rows(attempt)])


def to_json(attempts: Iterable[Attempt]) -> bytes:
    """A list of exams, each with its answers."""
    found = [
        {
            "session": attempt.session_id,
            "title": attempt.title,
            "code": attempt.code,
            "marking": attempt.plan.marking,
            "started": iso(attempt.started_ms, attempt.utc_offset_min),
            "earned": float(attempt.score().earned),
            "most": float(attempt.score().most),
            "answers": rows(attempt),
        }
        for attempt in attempts
    ]
    return json.dumps(found, ensure_ascii=False, indent=1).encode()


def items_csv(items: Sequence[Item]) -> bytes:
    """The analysis of questions."""
    return _csv(
        ITEM_COLUMNS,
        [
            {
                "deck": item.deck,
                "card": item.card_id,
                "kind": item.kind,
                "question": item.front,
                "sittings": item.count,
                "facility": f"{float(item.facility):.3f}",
                "item_rest": "" if item.correlation is None else f"{item.correlation:.3f}",
                "blank": item.blank,
                "unknown": item.unknown,
                "disputed": item.disputed,
                "options": "; ".join(f"{one.text}: {one.picked} of {one.shown}" for one in item.options),
            }
            for item in items
        ],
    )


def iso(at_ms: int, utc_offset_min: int) -> str:
    """A moment with its offset, to the second."""
    zone = timezone(timedelta(minutes=utc_offset_min)) if utc_offset_min else UTC
    return datetime.fromtimestamp(at_ms / 1000, zone).isoformat(timespec="seconds")


def _row(attempt: Attempt, at: int) -> dict[str, Any]:
    posed, last = attempt.questions[at], attempt.last(at)
    verdict = last.verdict if last else None
    return {
        "session": attempt.session_id,
        "title": attempt.title,
        "code": attempt.code,
        "marking": attempt.plan.marking,
        "started": iso(attempt.started_ms, attempt.utc_offset_min),
        "number": at + 1,
        "card": posed.card_id,
        "deck": posed.deck,
        "topic": posed.topic,
        "kind": posed.kind.name,
        "question": posed.note.front(posed.part),
        "outcome": verdict.outcome if verdict else "blank",
        "share": float((verdict.fraction if verdict else None) or 0),
        "given": verdict.given if verdict else "",
        "expected": verdict.expected if verdict else posed.note.back(posed.part),
        "why": verdict.because if verdict else "",
        "confidence": "" if last is None or last.confidence is None else round(last.confidence, 3),
        "options": verdict.options if verdict else 0,
        "changed": len(attempt.given.get(at, ())) > 1,
        "flagged": at in attempt.flagged,
        "seconds": round(last.visible_ms / 1000, 1) if last else 0,
        "answered": iso(last.at_ms, attempt.utc_offset_min) if last else "",
    }


def _csv(columns: Sequence[str], found: Iterable[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    for row in found:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    """Never a formula."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
