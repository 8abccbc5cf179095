"""Aiken, read and written."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import load, recognised
from quizapp.formats.base import Source
from tests.formats.leaving_decks import shipped
from tests.formats.moodle_trips import cards, codes, read

AIKEN = load("aiken")
ONE = "Which river?\nA. Danube\nB. Rhine\nC. Elbe\nANSWER: B\n"
RIVER = {"q": "Which river?", "a": "Rhine", "wrong": ["Danube", "Elbe"]}


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        ONE.rstrip(),
        ONE.replace(". ", ") "),
        ONE.replace(". ", ")"),
        ONE.replace("\n", "\r\n"),
        "\ufeff" + ONE,
        ONE.replace("A.", "a.").replace("B.", "b.").replace("C.", "c.").replace("ANSWER: B", "answer : b"),
        ONE.replace("\n", "\n\n"),
        ONE.replace("ANSWER: B", "ANSWER: B."),
        ONE.replace("ANSWER: B", "ANSWER: B) Rhine"),
        ONE.replace("ANSWER: B", "ANSWER: Rhine"),
        ONE.replace("Which river", "Which\nriver"),
    ],
)
def test_each_way_to_write_it(text: str) -> None:
    assert cards(AIKEN, text) == [RIVER]
    assert recognised(Source("x.txt", text.encode()))[0] is AIKEN


@pytest.mark.parametrize("letters", ["A, C", "A,C", "AC", "A C", "A and C", "A; C", "(A) (C)", "A & C"])
def test_several_right_answers(letters: str) -> None:
    (card,) = cards(AIKEN, ONE.replace("ANSWER: B", f"ANSWER: {letters}"))
    assert (card["a"], card["wrong"]) == (["Danube", "Elbe"], ["Rhine"])


def test_a_question_without_its_answer_costs_itself_alone() -> None:
    found = read(AIKEN, "One\nA. a\nB. b\n\n" + ONE + "\nTwo\nA. a\nB. b\nANSWER: D\n\nwords alone\n")
    assert codes(found) == [(1, "import_no_answer"), (11, "import_no_answer"), (16, "import_no_answer")]
    assert [card.where.line for card in found.decks[0].cards] == [5]


def test_letters_come_in_their_order() -> None:
    text = "E. coli and U.S. law:\nI. one\nWhich?\nA. U.S. law\n  goes on\nB. x) y\nANSWER: A\n"
    assert cards(AIKEN, text) == [
        {"q": "E. coli and U.S. law: I. one Which?", "a": "U.S. law goes on", "wrong": ["x) y"]}
    ]


def test_an_option_that_is_there_twice_costs_nothing() -> None:
    found = read(AIKEN, ONE.replace("Elbe", "Danube"))
    assert codes(found) == [(1, "import_twice")]
    assert found.cards == 1


def test_other_encodings() -> None:
    (card,) = cards(AIKEN, ONE.replace("Elbe", "Düna").encode("cp1252"))
    assert card["wrong"] == ["Danube", "Düna"]


def test_choices_go_out_and_come_back() -> None:
    text = (
        "title: D\ncards:\n"
        "- {q: 'Which *river*?', a: Rhine, wrong: [Danube, Elbe]}\n"
        "- {q: Which?, a: [b, c], wrong: [a]}\n"
        "- {statement: It flows., is: true}\n"
        "- {q: Name it., a: Rhine}\n"
        "- {q: Which?, a: x, wrong: [y: why], explain: E}\n"
    )
    deck = shipped(text)
    told = [(one.where.line, one.severity, one.args.get("what", "")) for one in AIKEN.lost((deck,))]
    assert told == [
        (6, "error", ""),
        (7, "warning", "explain"),
        (7, "warning", "feedback and credit of options"),
    ]
    written = AIKEN.write((deck,))
    assert written.cards == 4
    assert (
        written.files["questions.txt"]
        .decode()
        .startswith("Which river?\nA. Danube\nB. Elbe\nC. Rhine\nANSWER: C\n\n")
    )
    first, second, third, _ = cards(AIKEN, written.files["questions.txt"])
    assert (first["a"], second["a"], third) == ("Rhine", ["b", "c"], {"statement": "It flows.", "is": "true"})


LINES = ["A. x", "B) y", "c. z", "ANSWER: A", "ANSWER:", "", "words", "D.", "answer: zz"]


@given(st.lists(st.sampled_from(LINES)))
def test_any_lines_are_cards_or_named(lines: list[str]) -> None:
    with suppress(QuizError):
        read(AIKEN, "\n".join(lines))
