"""How long a grade takes: of an ordinary answer to each kind of card, and of the hardest typed ones."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizapp.core.context import Contexts
from quizapp.core.kinds import grade as grade_answer
from quizapp.core.kinds import kind_of
from quizapp.core.kinds.base import Accept, Answer, Context, Question, Revealed, Typed
from quizapp.core.kinds.typed import TypedQuestion
from tests.course import EXAMPLES, KEYS, deck

LENGTH = 10_000
"""Characters of a long answer."""
OTHERS = 10_000
"""Answers of the deck's other cards."""
TIMES = 5
_WORDS = ("alpha", "terrorist", "cartel", "the", "of", "unconstitutional", "order", "Łódź", "naïve")


def grade(folder: Path) -> dict[str, Any]:
    """Milliseconds of each grade: the first is the one that a learner waits for."""
    found = {f"{name}_ms": _times(*case) for name, case in _ordinary()}
    return found | {f"{name}_ms": _times(*case) for name, case in _hard()}


def _times(question: Question, answer: Answer, context: Context, part: str = "") -> list[float]:
    kind = kind_of(question)
    prompt = kind.ask(question, part, 1)
    samples = []
    for _ in range(TIMES):
        started = time.perf_counter()
        grade_answer(kind, question, prompt, answer, context)
        samples.append((time.perf_counter() - started) * 1000)
    return samples


Case = tuple[Question, Answer, Context, str]


def _ordinary() -> Iterator[tuple[str, Case]]:
    """The right answer to the first card of each kind's example."""
    for path in EXAMPLES:
        found = deck(path)
        note = next(note for note in found.notes if note.kind.name == path.stem)
        part = note.parts[0]
        context = Contexts(found).of(note, part)
        is_scored = note.kind.scored(note.question, part) and path.stem in KEYS
        answer = KEYS[path.stem](note.question, part, context) if is_scored else Revealed()
        yield path.stem, (note.question, answer, context, part)


def _typed(
    key: str, typed: str, language: str = "en", others: tuple[str, ...] = (), **more: Any
) -> tuple[Question, Answer, Context, str]:
    return TypedQuestion(q="?", a=key, **more), Typed(typed), Context(language=language, others=others), ""


def _text(chance: random.Random, length: int) -> str:
    words = (chance.choice(_WORDS) for _ in range(length))
    return " ".join(words)[:length]


def _hard() -> Iterator[tuple[str, Case]]:
    chance = random.Random(1)
    key, other = _text(chance, LENGTH), _text(chance, LENGTH)
    slip = key[: LENGTH // 2] + "x" + key[LENGTH // 2 + 1 :]
    yield "long_for_short", _typed("Sinaloa Cartel", key)
    yield "short_for_long", _typed(key, "Sinaloa Cartel")
    yield "long_slip", _typed(key, slip)
    yield "long_other", _typed(key, other)
    yield "one_letter_words", _typed(" ".join("a" * (LENGTH // 2)), " ".join("b" * (LENGTH // 2)))
    yield "hyphens", _typed("a-b", "a-" * (LENGTH // 2))
    yield "marks", _typed("e" + "\u0301" * LENGTH, "e" + "\u0301" * (LENGTH - 1))
    yield "families", _typed("👨‍👩‍👧" * (LENGTH // 8), "👨‍👩‍👦" * (LENGTH // 8))
    yield "flags", _typed("🇫🇷" * (LENGTH // 4), "🇩🇪" * (LENGTH // 4))
    yield "hebrew", _typed("שָׁלוֹם " * (LENGTH // 8), "שלום " * (LENGTH // 5), "he")
    yield "arabic", _typed("كِتَاب " * (LENGTH // 8), "كتاب " * (LENGTH // 5), "ar")
    yield "chinese", _typed("日本語" * (LENGTH // 3), "日本誤" * (LENGTH // 3), "ja")
    yield "korean", _typed("한국어" * (LENGTH // 3), "한국아" * (LENGTH // 3), "ko")
    yield "german", _typed("schön " * (LENGTH // 6), "schoen " * (LENGTH // 7), "de")
    yield "expanding", _typed("a", "\ufdfa" * LENGTH, "ar")
    forms = tuple(Accept(_text(chance, 30)) for _ in range(100))
    yield "many_forms", _typed("Guatemala", other, accept=forms)
    yield "wildcards", _typed("x", other, accept=(Accept(" * ".join(["alpha", "of", "the"] * 20)),))
    others = tuple(_text(chance, chance.randint(5, 60)) for _ in range(OTHERS))
    yield "many_cards", _typed("Guatemala", "Guatemla", others=others)
    yield "many_cards_long", _typed(key, slip, others=others)
