"""A card without its dash costs itself alone, and gets the dash in one click."""

import pytest

from quizapp.formats.cures import apply
from quizapp.formats.yaml_deck import read

ABOVE = "- q: Which river?\n  a: Danube\n\n"


def fronts(text: str) -> list[str]:
    deck = read(text.encode(), "deck.yaml").deck
    return [note.front(note.parts[0]) for note in deck.notes] if deck else []


@pytest.mark.parametrize(
    "card",
    [
        "q: Which sea?\n  a: Black Sea\n",
        "id: sea\n  kind: basic\n  q: Which sea?\n  a: Black Sea\n",
        "q: Which sea?\n  list: [Black, Red]\n  need: 1\n",
        "q: Which sea?\n  a: Black\n  wrong:\n  - Red\n  tags: [x]\n",
    ],
)
def test_the_card_above_is_studied_and_the_dash_put_in(card: str) -> None:
    text = f"{ABOVE}  {card}- q: Last\n  a: y\n"
    (problem,) = read(text.encode(), "deck.yaml").problems
    assert (problem.code, problem.where.line, problem.where.column) == ("no_dash", 4, 3)
    assert problem.card == "Which sea?"
    assert fronts(text) == ["Which river?", "Last"]
    assert apply(text, problem).text == f"{ABOVE}- {card}- q: Last\n  a: y\n"
    assert fronts(apply(text, problem).text) == ["Which river?", "Which sea?", "Last"]


def test_several_in_a_row_are_told_one_by_one() -> None:
    text = "cards:\n  - cloze: |\n      {{One}}\n    cloze: |\n      {{Two}}\n    statement: x\n    is: no\n"
    problems = read(text.encode(), "deck.yaml").problems
    assert [(problem.code, problem.where.line) for problem in problems] == [("no_dash", 4), ("no_dash", 6)]
    for problem in reversed(problems):
        text = apply(text, problem).text
    assert len(fronts(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "- q: x\n  a: y\n  q: z\n",
        "- q: x\n  q: z\n  a: y\n",
        "- {q: x, a: y, q: z, a: w}\n",
        "- q: x\n  a: y\n  a: z\n  q: x\n",
    ],
)
def test_a_key_twice_is_no_card_without_a_dash(text: str) -> None:
    assert {problem.code for problem in read(text.encode(), "deck.yaml").problems} == {"duplicate_key"}
