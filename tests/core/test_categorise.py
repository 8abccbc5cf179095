"""categorise: items are sorted into groups."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Verdict
from quizapp.core.kinds.categorise import CATEGORISE, Categorise, Sorted
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import HEADINGS, SCORES, heading, sentence
from tests.strategies import answers, categorises

ANIMALS = Categorise(q="?", categories={"Mammals": ("bat", "whale"), "Birds": ("emu",), "Fish": ()})
NUMBERS = Categorise(q="?", categories={"**Prime**": ("2", "3"), "Even": ("2", "4"), "Neither": ("9",)})


def placed(question: Categorise, **groups: str) -> Verdict:
    prompt = CATEGORISE.ask(question, "", 1)
    return grade(CATEGORISE, question, prompt, Sorted(tuple(groups.items())), Context())


def strict(question: Categorise) -> Categorise:
    return Categorise(q=question.q, categories=question.categories, scoring="exact")


@pytest.mark.parametrize(
    ("groups", "right", "words"),
    [
        ({"bat": "Mammals", "whale": "Mammals", "emu": "Birds"}, 3, "Right"),
        ({"bat": "Birds", "whale": "Mammals", "emu": "Birds"}, 2, "two of three in the right group"),
        ({"bat": "Birds", "whale": "Fish", "emu": "Birds"}, 1, "one of three in the right group"),
        ({"whale": "Mammals"}, 1, "one of three in the right group"),
        ({}, 0, "Not yet: none of three in the right group"),
    ],
)
def test_the_share_of_items(groups: dict[str, str], right: int, words: str) -> None:
    verdict = placed(ANIMALS, **groups)
    share = Fraction(right, 3)
    assert verdict.fraction == share
    assert verdict.outcome == {3: "correct", 0: "wrong"}.get(right, "partial")
    code, args = heading(verdict)
    assert sentence(HEADINGS, code, args).endswith(words)
    assert sentence(SCORES, verdict.score, verdict.args) == f"{right} of 3 in the right group: {share}."
    exact = placed(strict(ANIMALS), **groups)
    assert exact.fraction == (right == 3)
    assert sentence(SCORES, exact.score, exact.args).endswith(f"All or nothing: {exact.fraction}.")


def test_marks_and_words() -> None:
    verdict = placed(ANIMALS, bat="Birds", whale="Mammals")
    assert [(part.key, part.mark, part.given, part.expected) for part in verdict.parts] == [
        ("bat", "wrong", "Birds", "Mammals"),
        ("whale", "right", "Mammals", "Mammals"),
        ("emu", "missed", "", "Birds"),
    ]
    assert verdict.given == "bat: Birds; whale: Mammals"
    assert verdict.expected == CATEGORISE.back(ANIMALS, "") == "Mammals: bat, whale; Birds: emu"
    assert verdict.options == 27
    assert CATEGORISE.answers(ANIMALS, "") == ("Mammals", "Birds")


@pytest.mark.parametrize(("group", "mark"), [("Even", "right"), ("**Prime**", "right"), ("Neither", "wrong")])
def test_an_item_of_two_groups_is_right_in_either(group: str, mark: str) -> None:
    prompt = CATEGORISE.ask(NUMBERS, "", 1)
    assert sorted(prompt.items) == ["2", "3", "4", "9"]
    context = Context(plain={"**Prime**": "Prime"})
    two = grade(CATEGORISE, NUMBERS, prompt, Sorted((("2", group),)), context).parts[0]
    assert (two.key, two.mark, two.expected) == ("2", mark, "Prime / Even")
    shown = grade(CATEGORISE, NUMBERS, prompt, DontKnow(), context)
    assert shown.expected == "Prime: 2, 3; Even: 2, 4; Neither: 9"
    assert {part.mark for part in shown.parts} == {"missed"}


@given(categorises(), st.integers(), st.data())
def test_the_key_is_right(question: Categorise, seed: int, data: st.DataObject) -> None:
    """Whichever of its groups each item is put into."""
    prompt = CATEGORISE.ask(question, "", seed)
    pairs = [
        (item, data.draw(st.sampled_from([g for g, items in question.categories.items() if item in items])))
        for item in prompt.items
    ]
    verdict = grade(CATEGORISE, question, prompt, Sorted(tuple(pairs)), Context())
    assert (verdict.fraction, verdict.outcome) == (1, "correct")


@given(categorises(), st.integers(), st.data())
def test_each_item_counts_its_share(question: Categorise, seed: int, data: st.DataObject) -> None:
    answer = data.draw(answers(question))
    prompt = CATEGORISE.ask(question, "", seed)
    verdict = grade(CATEGORISE, question, prompt, answer, Context())
    pairs = getattr(answer, "pairs", ())
    share = Fraction(sum(item in question.categories[group] for item, group in pairs), len(prompt.items))
    assert verdict.fraction == (Fraction(share == 1) if question.scoring else share)
    assert len(verdict.parts) == len(prompt.items)


@given(categorises(), st.integers(), st.integers(), st.data())
def test_the_order_shown_changes_nothing(
    question: Categorise, seed: int, other: int, data: st.DataObject
) -> None:
    answer = data.draw(answers(question))
    mixed = Sorted(tuple(data.draw(st.permutations(answer.pairs)))) if isinstance(answer, Sorted) else answer
    one = grade(CATEGORISE, question, CATEGORISE.ask(question, "", seed), answer, Context())
    assert one == grade(CATEGORISE, question, CATEGORISE.ask(question, "", other), mixed, Context())


@given(categorises(), st.integers())
def test_what_is_shown(question: Categorise, seed: int) -> None:
    prompt = CATEGORISE.ask(question, "", seed)
    assert prompt.groups == tuple(question.categories)
    assert sorted(prompt.items) == sorted({item for items in question.categories.values() for item in items})


@pytest.mark.parametrize(
    ("categories", "found"),
    [
        ({"A": ("x",), "B": ("y",)}, []),
        ({"A": ("x", "y"), "B": ()}, []),
        ({"A": ("x", "y")}, ["groups_too_few"]),
        ({" ": ("x", "y"), "B": ("z",)}, ["item_empty"]),
        ({"A": ("x",), "B": ()}, ["items_too_few"]),
        ({}, ["groups_too_few", "items_too_few"]),
        ({"A": ("x", "x"), "B": ("y",)}, ["item_twice"]),
        ({"A": ("x",), "B": ("x", "y")}, ["item_everywhere"]),
        ({"A": ("x",), "B": ("x", "y"), "C": ()}, []),
    ],
)
def test_complaints(categories: dict[str, tuple[str, ...]], found: list[str]) -> None:
    complaints = list(CATEGORISE.complaints(Categorise(q="?", categories=categories)))
    assert [code for code, _, _ in complaints] == found
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in complaints)
