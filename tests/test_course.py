"""The included decks: sound, sourced, honest on fact and claim, and graded as they say."""

from collections import Counter
from pathlib import Path

import pytest

from quizapp.commands import check
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.kinds import KINDS, grade
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.spelling import judge
from tests.course import COURSE, EXAMPLES, KEYS, SLIPS, deck, load
from tests.coverage_page import BY_GUESS, PAGE, page, places

BY_PARTS = ("categorise", "match")
"""Kinds of which the slips tried here are right in part."""
ATTRIBUTED = ("claim", "forecast")
NOTES = [pytest.param(note, id=note.id or "no id") for path in COURSE for note in deck(path).notes]


def of_deck(paths: list[Path]) -> list[object]:
    return [pytest.param(path, id=path.stem) for path in paths]


@pytest.mark.parametrize("path", of_deck(COURSE + EXAMPLES))
def test_a_deck_has_no_problems(path: Path) -> None:
    assert [f"{p.where.line}: {p.code}: {p.message}" for p in load(path).problems] == []


@pytest.mark.parametrize("path", of_deck(COURSE))
def test_a_deck_says_what_it_is(path: Path) -> None:
    found = deck(path)
    assert found.title
    assert found.id
    assert found.description
    assert found.author
    assert found.license
    assert found.language.back == "en"
    assert found.sources["essay"].author
    assert found.sources["essay"].license


@pytest.mark.parametrize("note", NOTES)
def test_a_card_has_its_source_place_and_status(note: Note) -> None:
    assert note.id.startswith("cartels-")
    assert note.source
    for citation in note.source:
        assert citation.name == "essay"
        assert citation.at in places()
    assert note.status in ("fact", "background", *ATTRIBUTED)


@pytest.mark.parametrize("note", NOTES)
def test_a_claim_is_asked_as_the_claim_of_somebody(note: Note) -> None:
    assert bool(note.by) == (note.status in ATTRIBUTED)
    if note.kind.name != "verdict":  # asks whose it is, so it must not say
        assert all(note.by in note.front(part) for part in note.parts)


def test_every_paragraph_is_asked_and_not_by_true_or_false_alone() -> None:
    recalled = {
        citation.at
        for path in COURSE
        for note in deck(path).notes
        if note.kind.name not in BY_GUESS and note.status != "background"
        for citation in note.source
    }
    assert recalled == set(places())


def test_the_page_of_what_is_covered_is_current() -> None:
    assert PAGE.read_text("utf-8") == page(), "renew it: python -m tests.coverage_page"


def test_the_course_keeps_the_rules_of_courses() -> None:
    report = check.check(COURSE, strict=True)
    assert [(problem.where, problem.code, problem.args) for problem in report.problems] == []


def test_ids_are_unique_over_all_decks() -> None:
    notes = [note for path in COURSE + EXAMPLES for note in deck(path).notes]
    assert [text for text, count in Counter(note.id for note in notes).items() if text and count > 1] == []
    decks = [deck(path).id for path in COURSE]
    assert len(set(decks)) == len(decks)


def test_the_course_uses_every_kind() -> None:
    used = Counter(note.kind.name for path in COURSE for note in deck(path).notes)
    assert set(used) == {kind.name for kind in KINDS}
    assert used.total() >= 30


def scored(found: Deck) -> list[tuple[Note, str]]:
    """The cards that are graded; the others the learner rates alone."""
    return [(note, part) for _, note, part in found.cards() if note.kind.scored(note.question, part)]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("path", of_deck(COURSE + EXAMPLES))
def test_the_key_is_right_and_nothing_else(path: Path, seed: int) -> None:
    found = deck(path)
    contexts = Contexts(found)
    for note, part in scored(found):
        kind, question, context = note.kind, note.question, contexts.of(note, part)
        prompt = kind.ask(question, part, seed)
        right = grade(kind, question, prompt, KEYS[kind.name](question, part, context), context)
        assert (right.outcome, right.fraction) == ("correct", 1), note.front(part)
        for slip in SLIPS[kind.name](prompt, kind.answers(question, part), context):
            verdict = grade(kind, question, prompt, slip, context)
            in_part = path in EXAMPLES or kind.name in BY_PARTS
            allowed = ("wrong", "partial") if in_part else ("wrong",)
            assert verdict.outcome in allowed, (note.front(part), slip)


@pytest.mark.parametrize("note", [note for note in NOTES if isinstance(note.values[0].question, Choice)])
def test_no_distractor_is_right_when_it_is_typed(note: Note) -> None:
    question = note.question
    assert isinstance(question, Choice)
    (found,) = (deck(path) for path in COURSE if note in deck(path).notes)
    context = Contexts(found).of(note, "")
    for option in question.wrong:
        assert judge(question, question.a, question.accept, option.text, context).outcome == "wrong"
