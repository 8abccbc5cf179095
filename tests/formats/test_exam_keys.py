"""`exams:` of a deck: read strictly, every mistake with its place; written so that it reads back the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import KINDS
from quizapp.core.plan import Plan
from quizapp.formats.exam_write import with_exam
from quizapp.formats.yaml_deck import read

CARDS = "cards:\n- q: x\n  a: y\n"

_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
PLANS = st.builds(
    Plan,
    title=_NAMES,
    count=st.integers(1, 500),
    query=st.sampled_from(["", "tag:history", "rated:30:1 -is:new", '"a # b": c']),
    topics=st.sampled_from(["deck", "tag"]),
    shares=st.dictionaries(_NAMES, st.integers(0, 500), max_size=3),
    kinds=st.lists(st.sampled_from([kind.name for kind in KINDS]), unique=True, max_size=3).map(tuple),
    ask=st.sampled_from(["written", "typed", "choice"]),
    feedback=st.sampled_from(["end", "each"]),
    tries=st.integers(1, 3),
    marking=st.sampled_from(["plain", "formula", "certainty"]),
    minutes=st.integers(0, 600),
    shuffle=st.booleans(),
    skip=st.booleans(),
    met_only=st.booleans(),
    confidence=st.booleans(),
    pass_percent=st.integers(0, 100),
    code=st.sampled_from(["", "kite-8402"]),
)


def loaded(text: str) -> tuple[tuple[Plan, ...], list[tuple[str, int, int]]]:
    """The presets of a deck, and its problems with line and column."""
    found = read(text.encode(), "x.yaml")
    problems = [(one.code, one.where.line, one.where.column) for one in found.problems]
    return found.deck.exams, problems


@given(PLANS, PLANS)
def test_what_is_written_reads_back_the_same(first: Plan, second: Plan):
    text = with_exam(CARDS, first).text
    assert loaded(text) == ((first,), [])
    both = with_exam(text, second).text
    wanted = (second,) if first.title == second.title else (first, second)
    assert loaded(both) == (wanted, [])
    assert both.endswith(CARDS)


@given(PLANS)
def test_a_preset_of_the_same_title_takes_its_place(plan: Plan):
    text = f"exams:\n- {{title: A, count: 5}} # mine\n- B\n{CARDS}"
    exams, problems = loaded(with_exam(with_exam(text, plan).text, Plan(title="B", count=7)).text)
    assert problems == []
    assert [one for one in exams if one.title == "B"] == [Plan(title="B", count=7)]
    assert {one.title for one in exams} == {"A", "B", plan.title}


def test_a_preset_may_be_a_name_alone_and_words_are_those_of_a_deck():
    text = (
        "exams:\n- Midterm\n- title: Final\n  count: 40\n  skip: no\n  kinds: typed\n  marking: Certainty\n"
        "  shares: {History: 30, Law: 10}\n"
    )
    final = Plan(
        title="Final",
        count=40,
        skip=False,
        kinds=("typed",),
        marking="certainty",
        shares={"History": 30, "Law": 10},
    )
    assert loaded(text + CARDS) == ((Plan(title="Midterm"), final), [])


@pytest.mark.parametrize(
    ("exams", "problems"),
    [
        ("- {title: x, cout: 4}", [("unknown_key_like", 2, 14)]),
        ("- {title: x, count: 0}", [("number_range", 2, 21)]),
        ("- {title: x, count: 501}", [("number_range", 2, 21)]),
        ("- {title: x, count: many}", [("whole_number_expected", 2, 21)]),
        ("- {title: x, minutes: 601}", [("number_range", 2, 23)]),
        ("- {title: x, marking: fair}", [("word_expected", 2, 23)]),
        ("- {title: x, skip: perhaps}", [("word_expected", 2, 20)]),
        ("- {title: x, kinds: [typed, essay]}", [("word_expected", 2, 29)]),
        ("- {title: x, query: 'colour:red'}", [("exam_query", 2, 21)]),
        ("- {title: x, shares: {y: -1}}", [("number_range", 2, 22)]),
        ("- {title: x, shares: 5}", [("map_expected", 2, 22)]),
        ("- {count: 4}", [("exam_untitled", 2, 3)]),
        ("- x\n- y\n- {title: x}", [("exam_same_title", 4, 11)]),
    ],
)
def test_every_mistake_is_told_where_it_stands(exams: str, problems: list[tuple[str, int, int]]):
    assert loaded(f"exams:\n{exams}\n{CARDS}")[1] == problems


def test_a_mistake_costs_its_preset_and_no_card():
    text = "exams:\n- {title: x, query: 'colour:red'}\n- {title: y}\n"
    deck = read((text + CARDS).encode(), "x.yaml").deck
    assert deck.exams == (Plan(title="y"),)
    assert len(deck.notes) == 1
