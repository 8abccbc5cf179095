"""Every way we have seen people write a question: what card it becomes, and where a guess would be wrong."""

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.base import Imported, Source
from quizapp.formats.foreign_yaml import FORMAT

A_OF_AB = {"q": "Q?", "a": "one", "wrong": ["two"]}


def read(data: Any, **choices: str) -> Imported:
    text = data if isinstance(data, str) else json.dumps(data)
    name = "x.yaml" if isinstance(data, str) else "x.json"
    found = FORMAT.read(Source(name, text.encode()), choices)
    assert found.read == found.cards + len(found.skipped)
    return found


def only(data: Any, **choices: str) -> dict[str, Any]:
    found = read(data if isinstance(data, str) else [data], **choices)
    assert found.cards == 1, found.problems
    return dict(found.decks[0].cards[0].data)


def codes(found: Imported) -> list[str]:
    return [problem.code for problem in found.problems]


SAME = r"""
{"question": "Q?", "options": ["one", "two"], "answer": "one"}
{"question": "Q?", "options": ["one", "two"], "answer": "A"}
{"question": "Q?", "options": ["one", "two"], "answer": ["a"]}
{"question": "Q?", "options": ["A. one", "B. two"], "answer": "A"}
{"question": "Q?", "options": ["A) one", "B) two"], "answer": "A) one"}
{"question": "Q?", "options": ["A.one", "B.two"], "answer": "one"}
{"question": "Q?", "options": ["one", "two"], "answer": "A. one"}
{"question": "Q?", "options": ["one", "two"], "answerIndex": 0}
{"question": "Q?", "options": ["one", "two"], "correct_idx": 0}
{"question": "Q?", "options": {"A": "one", "B": "two"}, "answer": "A"}
{"question": "Q?", "options": {"a": "one", "b": "two"}, "answer": ["one"]}
{"question": "Q?", "options": {"1": "one", "2": "two"}, "answer": 1}
{"question": "Q?", "options": {"one": true, "two": false}}
{"question": "Q?", "options": [{"one": true}, {"two": false}]}
{"question": "Q?", "options": [{"A": "one"}, {"B": "two"}], "answer": "A"}
{"question": "Q?", "options": [{"key": "A", "text": "one"}, {"key": "B", "text": "two"}], "answer": "A"}
{"question": "Q?", "options": [{"label": "A", "value": "one"}, {"label": "B", "value": "two"}], "answer":
 "a"}
{"question": "Q?", "options": [{"option": "A", "text": "one"}, {"option": "B", "text": "two"}], "answer":
 "A"}
{"question": "Q?", "options": [{"value": 7, "text": "one"}, {"value": 8, "text": "two"}], "answer": 7}
{"question": "Q?", "options": ["[x] one", "[ ] two"]}
{"question": "Q?", "answers": [{"text": "one", "correct": true}, {"text": "two"}]}
{"question": "Q?", "answers": [{"answer": "one", "is_correct": 1}, {"answer": "two", "is_correct": 0}]}
{"question": "Q?", "answers": ["one", "two"], "correct": [true, false]}
{"question": "Q?", "answers": ["one", "two"], "correct": "one", "correct_answer": "one"}
{"question": "Q?", "answer": ["one", "two"], "correct_answer": "one"}
{"question": "Q?", "correct_answer": "one", "incorrect_answers": ["two"]}
{"question": "Q?", "answer": "one", "wrong1": "two"}
{"question": "Q?", "option_a": "one", "option_b": "two", "correct_option": "A"}
{"question": "Q?", "optionA": "one", "optionB": "two", "answer": "optionA"}
{"question": "Q?", "A": "one", "B": "two", "answer": "A"}
{"question": "Q?", "option1": "one", "option2": "two", "answer": 1}
{"question": "Q?", "answers": {"answer_a": "one", "answer_b": "two", "answer_c": null}, "correct_answers":
 {"answer_a_correct": "true", "answer_b_correct": "false"}, "correct_answer": null}
{"QuestionText": "Q?", "Answers": ["one", "two"], "RightAnswer": "one"}
{"_question": "Q?", "choices": ["one", "two"], "correct-choice": "one"}
{"text": "Q?", "options": ["one", "two"], "answer": "one"}
{"name": "q1", "title": "Q?", "choices": ["one", "two"], "correctAnswer": "one", "type": "radiogroup"}
{"fråga": "Q?", "alternativ": ["one", "two"], "rätt_svar": "one"}
{"Pregunta": "Q?", "opciones": ["one", "two"], "respuesta correcta": "one"}
{"вопрос": "Q?", "варианты": ["one", "two"], "правильный_ответ": "one"}
{"题目": "Q?", "选项": ["A、one", "B、two"], "答案": "A"}
{"question": ["Q?"], "choices": ["one", "two"], "answer": "one"}
{"question": {"en": "Q?", "de": "F?"}, "choices": ["one", "two"], "answer": "one"}
"""


@pytest.mark.parametrize("text", re.split(r"\n(?=\{)", SAME.strip()))
def test_one_question_written_in_many_ways(text: str) -> None:
    assert only(json.loads(text)) == A_OF_AB


BECOMES = r"""
{"front": "Q?", "back": "one"}
=> {"q": "Q?", "a": "one"}
{"term": "T", "definition": "one"}
=> {"q": "T", "a": "one"}
{"word": "W", "meaning": "one", "example": "E."}
=> {"q": "W", "a": "one", "explain": "E."}
{"german": "Hund", "english": "dog"}
=> {"q": "Hund", "a": "dog"}
{"question": "Q?", "answer": "one", "accepted": ["eins"]}
=> {"q": "Q?", "a": "one", "accept": ["eins"], "typed": "true"}
{"question": "So.", "answer": true}
=> {"statement": "So.", "is": "true"}
{"question": "So.", "answer": "T", "type": "true/false"}
=> {"statement": "So.", "is": "true"}
{"question": "So.", "options": ["True", "False"], "answer": "False"}
=> {"statement": "So.", "is": "false"}
{"question": "So?", "options": ["True", "False"], "answer": "False"}
=> {"q": "So?", "a": "False", "wrong": ["True"]}
{"question": "Which position?", "answer": "off"}
=> {"q": "Which position?", "a": "off"}
{"question": "The ___ is ___.", "answers": ["sky", "blue"]}
=> {"cloze": "The {{sky}} is {{blue}}."}
{"question": "Sort", "type": "ordering", "items": ["c", "a"], "answer": ["a", "c"]}
=> {"q": "Sort", "order": ["a", "c"]}
{"question": "Match", "pairs": {"a": "1", "b": "2"}}
=> {"q": "Match", "match": [{"a": "1"}, {"b": "2"}]}
{"question": "Match", "pairs": [["a", "1"], ["b", "2"]]}
=> {"q": "Match", "match": [{"a": "1"}, {"b": "2"}]}
{"question": "Pi?", "type": "numeric", "answer": 3.14, "tolerance": 0.01}
=> {"q": "Pi?", "number": "3.14", "tolerance": "0.01"}
{"question": "All?", "options": ["one", "two", "three"], "answer": ["A", "C"]}
=> {"q": "All?", "a": ["one", "three"], "wrong": ["two"]}
{"question": "All?", "options": ["one", "two", "three"], "answer": "A, C"}
=> {"q": "All?", "a": ["one", "three"], "wrong": ["two"]}
{"question": "What is it?", "code": "x = 1", "answer": "one"}
=> {"q": "What is it?\n\n```\nx = 1\n```", "a": "one"}
{"passage": "Long ago.", "question": "When?", "answer": "one"}
=> {"q": "Long ago.\n\nWhen?", "a": "one"}
{"question": "Q?", "options": ["one", "two"], "answer": "A", "choice_explanations": {"A": "Yes.", "B":
 "No."}}
=> {"q": "Q?", "a": "one", "wrong": [{"two": "No."}], "explain": "Yes."}
{"question": "Q?", "answer": "one", "hint": "H", "explanation": "E", "source": "S", "category": "x, y",
 "difficulty": "hard"}
=> {"q": "Q?", "a": "one", "explain": "E", "hint": "H", "source": "S", "tags": ["x", "y", "hard"]}
"""


@pytest.mark.parametrize("text", re.split(r"\n(?=\{)", BECOMES.strip()))
def test_what_a_question_becomes(text: str) -> None:
    item, card = map(json.loads, text.split("\n=> "))
    assert only(item) == card


# Numbers and letters: whether they count choices, and from where, only the whole file tells


@pytest.mark.parametrize(
    ("answers", "rights", "warned"),
    [
        ((0, 2), "ac", False),
        ((1, 3), "ac", False),
        ((1, 2), "ab", True),
        (("0", "1"), "ab", False),
        (("3", "1"), "ca", False),
    ],
)
def test_the_file_tells_from_what_it_counts(answers: tuple[Any, ...], rights: str, warned: bool) -> None:
    items = [{"question": "Q", "options": ["a", "b", "c"], "answer": answer} for answer in answers]
    found = read(items)
    assert "".join(str(card.data["a"]) for card in found.decks[0].cards) == rights
    assert ("import_counting" in codes(found)) == warned


@given(st.integers(0, 1), st.lists(st.integers(0, 4), min_size=1, max_size=6))
def test_whoever_says_where_counting_begins_gets_that(first: int, places: list[int]) -> None:
    options = ["p", "q", "r", "s", "t"]
    items = [{"question": "Q", "options": options, "answer": place + first} for place in places]
    found = read(items, numbers=str(first))
    assert [card.data["a"] for card in found.decks[0].cards] == [options[place] for place in places]
    assert not found.problems


def test_a_choice_that_is_a_number_is_meant_as_such_unless_others_count() -> None:
    years = {"question": "When?", "choices": [1907, 2002], "answer": 1907}
    assert only(years)["a"] == "1907"
    small = {"question": "How many?", "choices": [4, 2, 3], "answer": 3}
    assert only(small)["a"] == "3"
    counted = {"question": "Who?", "choices": ["a", "b", "c"], "answer": 1}
    assert [card.data["a"] for card in read([small, counted], numbers="1").decks[0].cards] == ["3", "a"]
    assert only({"question": "How many?", "options": ["1", "2", "3"], "answerIndex": 0})["a"] == "1"


def test_a_choice_that_is_a_letter_is_meant_as_such_unless_others_count() -> None:
    vitamin = {"question": "Which vitamin?", "options": ["C", "A", "D"], "answer": "A"}
    assert only(vitamin)["a"] == "A"
    lettered = {"question": "Who?", "options": ["x", "y"], "answer": "B"}
    assert [card.data["a"] for card in read([vitamin, lettered]).decks[0].cards] == ["C", "y"]


@pytest.mark.parametrize("answer", [5, "E", "three", ["A", "E"], "-1", {"x": "nothing"}])
def test_an_answer_that_is_no_choice_is_an_error(answer: Any) -> None:
    items = [{"question": "Q", "options": ["one", "two"], "answer": answer}]
    found = read([*items, {"question": "R", "options": ["one", "two"], "answer": "A"}])
    assert (found.cards, [one.code for one in found.skipped]) == (1, ["import_no_choice"])


def test_two_keys_that_disagree_are_told() -> None:
    found = read([{"question": "Q", "options": ["a1", "b1", "c1"], "answer": "c1", "correct_option": 2}])
    assert found.decks[0].cards[0].data["a"] == "c1"
    assert "import_disagree" in codes(found)
    agreed = {"question": "Q", "options": ["a1", "b1"], "correctChoice": "B", "correctText": "b1"}
    assert codes(read([agreed])) == []


def test_choices_with_nothing_right_are_an_error_and_not_a_list() -> None:
    for item in (
        {"question": "Q", "options": ["a", "b"]},
        {"question": "Q", "choices": ["a", "b"], "answer": ""},
    ):
        assert [one.code for one in read([item]).skipped] == ["import_no_answer"]


def test_several_answers_without_choices_are_told_and_can_be_read_otherwise() -> None:
    item = {"question": "Name them", "answers": ["a", "b"]}
    found = read([item])
    assert found.decks[0].cards[0].data == {"q": "Name them", "list": ["a", "b"]}
    assert codes(found) == ["import_several"]
    assert only(item, several="any") == {"q": "Name them", "a": "a", "accept": ["b"], "typed": "true"}
    assert not read([item], several="all").problems


def test_as_many_answers_everywhere_are_choices_of_which_none_is_right() -> None:
    items = [{"question": f"Q{n}", "answers": ["a", "b", "c"]} for n in range(3)]
    found = read(items)
    assert [one.code for one in found.skipped] == ["import_no_answer"] * 3
    assert [one.value for one in found.choices if one.key == "several"] == ["choices"]
    assert read(items, several="all").cards == 3


def test_a_picture_may_ask_by_itself() -> None:
    asked = only({"question": "", "image": "a.png", "answer": "A"})
    assert asked == {"q": "What do you see?", "a": "A", "image": "media/a.png"}


def test_what_has_no_place_is_told_once() -> None:
    items = [{"question": f"Q{n}", "answer": "a", "odd": "x", "points": 3} for n in range(5)]
    told = read(items).problems
    assert [(one.code, one.args) for one in told] == [("import_lost_often", {"what": "odd", "count": "5"})]


KEYS = [
    "question",
    "answer",
    "options",
    "answers",
    "correct",
    "text",
    "id",
    "tags",
    "explanation",
    "type",
    "pairs",
    "a",
    "b",
    "image",
    "wrong",
    "en",
]
LEAVES = st.none() | st.booleans() | st.integers(-2, 9) | st.sampled_from(["", "A", "one", "Q?", "{{c1::x}}"])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=14,
)


@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5), TREES)
def test_whatever_stands_there_is_a_card_or_an_error(item: dict[str, Any], other: Any) -> None:
    with suppress(QuizError):
        read({"questions": [{"question": "Q?", **item}, other]})
