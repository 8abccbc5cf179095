"""What was taken out of a text and what was put in, word by word."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.diff import Run
from quizapp.core.wording import reworded

sentences = st.lists(st.sampled_from(["a", "the", "Is", "is", "1,000", "Łódź", "，", "中", "don’t"])).map(
    " ".join
)


def marked(was: str, now: str, **more: bool) -> str:
    """-taken out- and +put in+, as a person would write it down."""
    signs = {"equal": "{0.typed}", "replaced": "-{0.typed}- +{0.expected}+", "extra": "-{0.typed}-"}
    return "".join(signs.get(run.op, "+{0.expected}+").format(run) for run in reworded(was, now, **more))


@pytest.mark.parametrize(
    ("was", "now", "seen"),
    [
        ("What does taking out a leader do?", "What often follows when a leader do?",
         "What -does taking out- +often follows when+ a leader do?"),
        ("In which month were two groups listed?", "In which year and month were two groups listed?",
         "In which +year and +month were two groups listed?"),
        ("May", "2025-05", "-May- +2025-05+"),
        ("same", "same", "same"),
        ("", "new", "+new+"),
        ("old", "", "-old-"),
        ("", "", ""),
        ("It is Oslo.", "It is Oslo!", "It is Oslo-.- +!+"),
        ("首都是奥斯陆", "首都是北京", "首都是-奥斯陆- +北京+"),
        ("a b", "a  b", "a b"),
        ("Oslo", "oslo", "-Oslo- +oslo+"),
    ],
)  # fmt: skip
def test_as_one_would_mark_it(was: str, now: str, seen: str) -> None:
    assert marked(was, now) == seen


def test_a_text_kept_without_capitals() -> None:
    assert marked("which drug came to oslo?", "Which opioid came to Oslo?", case=False) == (
        "which -drug- +opioid+ came to oslo?"
    )


@given(sentences, sentences)
def test_both_texts_are_given_back(was: str, now: str) -> None:
    runs = reworded(was, now)
    assert "".join(run.typed for run in runs) == was
    assert "".join(run.expected for run in runs) == now


@given(sentences, sentences)
def test_runs_alternate_and_none_is_empty(was: str, now: str) -> None:
    runs = reworded(was, now)
    assert all(run.typed or run.expected for run in runs)
    changed = [run.op != "equal" for run in runs]
    assert all(one != other for one, other in pairwise(changed))


@given(sentences)
def test_an_equal_text_has_nothing_marked(text: str) -> None:
    assert reworded(text, text) == ((Run("equal", text, text),) if text else ())
