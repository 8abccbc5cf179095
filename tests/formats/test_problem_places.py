"""Problems find the key that they stand at."""

import pytest

from quizapp.formats import yaml_deck, yaml_edit
from quizapp.formats.problem_places import key_of


@pytest.mark.parametrize(
    ("card", "key"),
    [
        ("- q: Why?\n  a:\n", "a"),
        ("- front: Why?\n  back:\n", "a"),
        ("- q: Why?\n", "a"),
        ("- q: Why?\n  a: x\n  wrong:\n  - y\n  - text: z\n    credit: much\n", "wrong"),
        ("- q: Why?\n  a: x\n  as_of: someday\n", "as_of"),
        ('- q: Why?\n  "tags": [{a: b}]\n  a: x\n', "tags"),
        ("- q: |\n    a: not a key\n  a: x\n  draw: many\n  wrong: [y]\n", "draw"),
        ("- q: Why?\n  anser: x\n", ""),
        ("- {q: Why?, a: ''}\n", ""),
    ],
)
@pytest.mark.parametrize("before", ["cards:\n", "title: x\n# words\ncards:\n- q: First?\n  a: x\n"])
def test_the_key_of_the_first_problem(before: str, card: str, key: str) -> None:
    text = before + card
    item = yaml_edit.items(text)[-1]
    found = yaml_deck.read(text.encode(), "x.yaml").problems
    lines = [problem for problem in found if problem.where.line >= item.line]
    start = text.rfind("\n", 0, item.start) + 1
    assert key in [key_of(problem, text[start : item.end], item.line) for problem in lines]
