"""The texts below a question."""

from hypothesis import given

from quizapp.core.kinds.base import Question
from quizapp.core.kinds.texts import strings, with_texts
from tests.strategies import questions


@given(questions)
def test_a_question_whose_texts_stay_is_the_same(question: Question) -> None:
    assert with_texts(question, lambda text: text) == question


@given(questions)
def test_each_text_is_changed_at_its_place(question: Question) -> None:
    changed = with_texts(question, lambda text: f"{text}!" if text else "")
    assert strings(changed) == [f"{text}!" for text in strings(question)]
