"""Options from other cards: never a second right answer, whatever the deck."""

import csv
import os
import time
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.extents import extents, meet
from quizapp.core.kinds.base import Accept
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.spelling import judge
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.text import normalise
from tests.course import COURSE, EXAMPLES, deck
from tests.strategies import LANGUAGES, decks, fronts, texts


def basics(*questions: Basic) -> Deck:
    notes = tuple(Note(question=question) for question in questions)
    return Deck(path="d", notes=notes, language=Language("en", "en"))


def check(deck: Deck, cards_at_most: int = 40) -> int:
    """No option can be right, and no two the same; how many were drawn."""
    contexts = Contexts(deck)
    neighbours = Neighbours(deck, contexts)
    drawn = 0
    asked = [(note, part) for _, note, part in deck.cards()]
    cards = [note.kind.spelled(note.question, part) for note, part in asked]
    graders = {spelled.a: spelled for spelled in cards if spelled}
    for note, part in Random(1).sample(asked, min(len(asked), cards_at_most)):
        lent = neighbours.lent(note, part, seed=7)
        assert lent == neighbours.lent(note, part, seed=7)
        assert len(lent) <= 3
        spelled = note.kind.spelled(note.question, part)
        if spelled is None:
            assert lent == ()
            continue
        context = contexts.of(note, part)
        right = [note.plain_of(text) for text in note.kind.answers(note.question, part)]
        for option in lent:
            verdict = judge(spelled, spelled.a, spelled.accept, option.plain, context)
            assert verdict.fraction == 0, (right, option)
            assert not any(_alike(option.plain, text, context.language) for text in right), (right, option)
        for one, other in combinations(lent, 2):
            assert not _alike(one.plain, other.plain, context.language)
            assert judge(graders[one.text], one.plain, (), other.plain, context).fraction == 0
        drawn += len(lent)
    return drawn


def _alike(one: str, other: str, language: str) -> bool:
    words, others = set(normalise(one).split()), set(normalise(other).split())
    nested = bool(words and others) and (words <= others or others <= words)
    return nested or one.strip() == other.strip() or meet(extents(one), extents(other))


confusable = st.sampled_from(
    ("Zetas", "Los Zetas", "2025", "July 2025", "4 July 2025", "1,000", "1000", "1.000", "about 900", "five",
     "5", "colour", "color", "Colours", "ice cream", "icecream", "e-mail", "Iran", "Iraq", "The Hague",
     "Hague", "**Oslo**", "oslo", "Łódź", "Lodz", "US", "U.S.", "the U.S. Navy", "🇫🇷", "🇩🇪", "🙂", "`x`",
     "$x$", "Title 10", "Title 50", "", " ", "*", "Lima", "Quito", "Vienna", "Dublin", "over 1,000", "3 km",
     "5 km", "![p](p.png)")
)  # fmt: skip


@st.composite
def confusing(draw: st.DrawFn) -> Deck:
    """Decks whose answers are easily taken for each other."""
    notes = []
    for _ in range(draw(st.integers(0, 14))):
        q, a = draw(fronts), draw(confusable | texts)
        accept = draw(st.lists(st.builds(Accept, confusable), max_size=2).map(tuple))
        question = draw(st.sampled_from([Basic(q=q, a=a), TypedQuestion(q=q, a=a, accept=accept)]))
        notes.append(
            Note(
                question=question,
                status=draw(st.sampled_from(("", "fact", "claim"))),
                tags=draw(st.sampled_from(((), ("t",), ("u",)))),
                not_with=draw(st.lists(confusable, max_size=1).map(tuple)),
                plain={"**Oslo**": "Oslo", "`x`": "x", "$x$": "x", "![p](p.png)": "p"},
            )
        )
    language = draw(st.sampled_from(LANGUAGES))
    return Deck(path="d", language=Language(language, language), notes=tuple(notes))


def test_a_number_is_no_option_beside_itself_written_in_another_way() -> None:
    notes = [Note(question=TypedQuestion(q="a", a="2025", accept=(Accept("1,000"),)))]
    notes += [Note(question=Basic(q=f"q{text}", a=text)) for text in ("1000", "1990")]
    deck = Deck(path="d", language=Language("es", "es"), notes=tuple(notes))
    assert [lent.text for lent in Neighbours(deck, Contexts(deck)).lent(notes[0], "", seed=1)] == ["1990"]


@given(confusing())
def test_no_option_can_be_right_in_a_confusing_deck(deck: Deck) -> None:
    check(deck)


@given(decks)
def test_no_option_can_be_right_in_any_deck(deck: Deck) -> None:
    check(deck)


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in COURSE + EXAMPLES])
def test_no_option_can_be_right_in_the_included_decks(path: Path) -> None:
    check(deck(path))


def _rows(path: Path) -> list[list[str]]:
    text = path.read_text("utf-8")
    delimiter = max("\t;,", key=text.splitlines()[-1].count)
    return [row for row in csv.reader(text.splitlines(), delimiter=delimiter) if len(row) > 2]


@pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")
def test_no_option_can_be_right_in_real_tables() -> None:
    """Two columns of each real table as a deck of cards."""
    drawn = 0
    for path in sorted((Path(os.environ["QUIZAPP_REALDECKS"]) / "csv").iterdir()):
        rows = _rows(path)
        for q, a in ((0, 1), (0, 2), (2, 0)):
            drawn += check(basics(*(Basic(q=row[q] or "?", a=row[a] or "?") for row in rows)), 10)
    assert drawn > 100


HOSTILE = {
    "equal answers": lambda number: Basic(q=f"q{number}", a="same"),
    "equal questions": lambda number: Basic(q="Which?", a=f"answer{number}"),
    "nested": lambda number: Basic(q=f"q{number}", a=" ".join(f"w{n}" for n in range(number % 14))),
    "emoji": lambda number: Basic(q="🙂" * (number % 50), a=chr(0x1F600 + number % 80)),
    "huge": lambda number: Basic(q=f"q{number} " * 50, a=f"w{number} " * 100),
    "digits": lambda number: Basic(q=f"q{number}", a="9" * (number % 70)),
    "empty": lambda number: Basic(q="", a=""),
    "marks": lambda number: Basic(q=f"q{number}", a="e" + "\u0301" * (number % 90)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_deck_neither_breaks_nor_takes_forever(name: str) -> None:
    hostile = basics(*map(HOSTILE[name], range(10_000)))
    began = time.monotonic()
    check(hostile, 5)
    assert time.monotonic() - began < 60
