"""What a learner is told about an answer, in full: a golden text to be read, not only compared.

The decks in tests/golden/answers hold the answers in the notes of their cards, one a line.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QLocale

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.kinds import KINDS, grade
from quizapp.core.kinds.base import (
    Answer,
    Blank,
    DontKnow,
    Filled,
    PartMark,
    Picked,
    Picks,
    Revealed,
    Typed,
    Verdict,
)
from quizapp.core.kinds.categorise import Sorted
from quizapp.core.kinds.image import Spot
from quizapp.core.kinds.match import Pairs
from quizapp.core.kinds.open import Written
from quizapp.core.kinds.order import Ordered
from quizapp.core.reasons import HEADINGS, REASONS, SCORES, heading, sentence
from quizapp.formats.yaml_deck import read
from quizapp.paths import AppPaths
from quizapp.ui import i18n
from quizapp.ui.widgets.diff import DiffView
from tests.conftest import GOLDEN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

DECKS = sorted((GOLDEN / "answers").glob("*.yaml"))


ELSEWHERE = {"revealed_first", "regraded", "regraded_option", "no_slip"}
"""Reasons that no grade gives: those of the study screen."""


def several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((left, right) for left, _, right in (each.partition(": ") for each in several(text)))


def spot(text: str) -> Spot:
    x, y = map(Decimal, text.split())
    return Spot(x, y)


ANSWERS: Mapping[str, Callable[[str], Answer]] = {
    "categorise": lambda text: Sorted(pairs(text)),
    "choice": Picked,
    "cloze": lambda text: Filled(several(text)),
    "date": Typed,
    "image": lambda text: spot(text) if text[0].isdigit() else Typed(text),
    "list": lambda text: Filled(several(text)),
    "match": lambda text: Pairs(pairs(text)),
    "multi": lambda text: Picks(several(text)),
    "numeric": Typed,
    "open": lambda text: Written("So it is.", several(text)),
    "order": lambda text: Ordered(several(text)),
    "true_false": Picked,
    "typed": Typed,
    "verdict": Picked,
}
"""Kind -> the answer that a line of a note stands for."""
COMMON: Mapping[str, Answer] = {
    "(I don't know)": DontKnow(),
    "(blank)": Blank(),
    "(revealed)": Revealed(),
}


def answer_of(kind: str, line: str) -> Answer:
    return COMMON.get(line) or ANSWERS[kind]("" if line == "(nothing)" else line)


def deck(path: Path) -> Deck:
    loaded = read(path.read_bytes(), str(path))
    assert loaded.deck is not None
    assert loaded.problems == ()
    return loaded.deck


def graded(decks: list[Deck]) -> Iterator[tuple[Note, str, Verdict]]:
    """(note, answer as it is written, verdict) of each line."""
    for each in decks:
        contexts = Contexts(each)
        for note in each.notes:
            for line in note.note.rstrip("\n").split("\n"):
                yield note, line, verdict_on(note, line, contexts)


def verdict_on(note: Note, line: str, contexts: Contexts) -> Verdict:
    part = note.parts[0]
    prompt = note.kind.ask(note.question, part, 1)
    answer = answer_of(note.kind.name, line)
    return grade(note.kind, note.question, prompt, answer, contexts.of(note, part))


def told(note: Note, line: str, verdict: Verdict) -> str:
    """All that is said about an answer."""
    heads = sentence(HEADINGS, *heading(verdict, note.status, note.by))
    rows = {
        "": heads,
        "Rule": sentence(REASONS, verdict.because, verdict.args),
        "Score": sentence(SCORES, verdict.score, verdict.args) if verdict.score else "",
        "Feedback": verdict.feedback,
        "Given": verdict.given,
        "Expected": verdict.expected,
        "Spoken": spoken(verdict),
        "Parts": "; ".join(
            " ".join(filter(None, (part.key, part.mark, part.given and f"“{part.given}”")))
            for part in verdict.parts
        ),
        **{f"Part {part.key}": said_of(part) for part in verdict.parts},
    }
    said = "".join(f"  {name + ': ' if name else ''}{text}\n" for name, text in rows.items() if text)
    earned = "" if verdict.fraction is None else f", {verdict.fraction}"
    return f"{note.front(note.parts[0])} – {line}\n  [{note.kind.name}: {verdict.outcome}{earned}]\n{said}"


def said_of(part: PartMark) -> str:
    """Why a part fared so, and what it earned."""
    why = sentence(REASONS, part.because, part.args) if part.because else ""
    earned = sentence(SCORES, part.score, part.args) if part.score else ""
    return " ".join(filter(None, (why, earned)))


def spoken(verdict: Verdict) -> str:
    """What a screen reader says of the texts one above the other."""
    if not verdict.diff:
        return ""
    return DiffView(verdict.given, verdict.expected, verdict.diff, verdict.outcome).accessibleName()


@pytest.fixture
def in_english(qapp: "QApplication", paths: AppPaths) -> Iterator[None]:
    translators = i18n.install(qapp, paths.bundled_assets / "translations", QLocale("en"))
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("in_english")
def test_what_is_said_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("verdicts.txt", "\n".join(told(*each) for each in graded([deck(path) for path in DECKS])))


def test_every_kind_has_its_say() -> None:
    decks = [deck(path) for path in DECKS]
    answered: dict[str, Any] = {note.kind.name: note for each in decks for note in each.notes if note.note}
    silent = {kind.name for kind in KINDS} - answered.keys()
    assert not silent, f"add cards of {silent} to tests/golden/answers, their answers to ANSWERS"


def test_all_common_reasons_are_read() -> None:
    own = {code for kind in KINDS for words in kind.words for code in words.reasons}
    met = {verdict.because for _, _, verdict in graded([deck(path) for path in DECKS])}
    assert REASONS.keys() - own - met == ELSEWHERE
