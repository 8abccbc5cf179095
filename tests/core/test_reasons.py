"""The words of verdicts."""

from string import Formatter

import pytest

from quizapp.core.kinds import KINDS, grade
from quizapp.core.kinds.base import Context, Filled, Option, Outcome, Picks, Verdict
from quizapp.core.kinds.cloze import CLOZE, Cloze
from quizapp.core.kinds.multi import MULTI, Multi
from quizapp.core.reasons import (
    HEADINGS,
    NUMBERS,
    RATING_REASONS,
    REASONS,
    SCORES,
    Status,
    heading,
    sentence,
)
from quizapp.core.typos import GUARDS


def words(verdict: Verdict, status: Status = "", by: str = "") -> str:
    return sentence(HEADINGS, *heading(verdict, status, by))


def plain(outcome: Outcome) -> Verdict:
    return Verdict(outcome=outcome, fraction=None, because="")


@pytest.mark.parametrize(
    ("outcome", "status", "by", "expected"),
    [
        ("correct", "", "", "Right"),
        ("correct", "fact", "Ann", "Right"),
        ("correct", "claim", "the author", "Right: that is what the author argues"),
        ("correct", "forecast", "Ann", "Right: that is what Ann expects"),
        ("correct", "claim", "", "Right"),
        ("almost", "claim", "Ann", "Almost: counted as right"),
        ("partial", "", "", "Partly right"),
        ("wrong", "claim", "Ann", "Not yet"),
        ("unknown", "", "", "Now you know"),
        ("blank", "", "", "Not answered"),
        ("unscored", "", "", "How well did you know it?"),
    ],
)
def test_headings(outcome: Outcome, status: Status, by: str, expected: str) -> None:
    assert words(plain(outcome), status, by) == expected


@pytest.mark.parametrize(
    ("right", "wrong", "picks", "scoring", "expected"),
    [
        ("abc", "xy", "ax", "", "Not yet: one of three found, one too many"),
        ("abc", "xy", "", "", "Not yet: none of three found"),
        ("abc", "xy", "ab", "", "Partly right: two of three found"),
        ("abc", "xyz", "abcxy", "", "Partly right: three of three found, two too many"),
        ("abc", "xy", "abc", "", "Right"),
        ("", "xy", "x", "", "Not yet: none of them applies"),
        ("", "xy", "x", "per_option", "Partly right: none of them applies"),
        ("abcdefghijklm", "xy", "abcdefghijkl", "", "Partly right: twelve of 13 found"),
    ],
)
def test_options_are_counted(right: str, wrong: str, picks: str, scoring: str, expected: str) -> None:
    options = tuple(map(Option, wrong))
    question = Multi(q="?", a=tuple(right), wrong=options, scoring=scoring)  # type: ignore[arg-type]
    verdict = grade(MULTI, question, MULTI.ask(question, "", 1), Picks(tuple(picks)), Context())
    assert words(verdict) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(("Oslo", "x"), "Partly right: one of two gaps"), (("x", "y"), "Not yet: none of two gaps")],
)
def test_gaps_are_counted(typed: tuple[str, ...], expected: str) -> None:
    question = Cloze(cloze="{{c1::Oslo}} {{c1::Bergen}}", typed=True)
    assert words(grade(CLOZE, question, CLOZE.ask(question, "c1", 0), Filled(typed), Context())) == expected


def test_every_guard_has_a_reason() -> None:
    assert {code for code, _ in GUARDS} <= REASONS.keys()
    assert {
        f"typo_{op}_{n}" for op in ("extra", "missing", "replaced", "swapped") for n in (1, 2)
    } <= REASONS.keys()


def test_sentences_end_like_sentences() -> None:
    for text in (*REASONS.values(), *SCORES.values()):
        assert not text or text.endswith(".")
    for text in (*HEADINGS.values(), *RATING_REASONS.values()):
        assert not text.endswith(".")


def test_templates_name_their_arguments() -> None:
    for table in (REASONS, SCORES, HEADINGS, RATING_REASONS):
        for text in table.values():
            assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))


def test_kinds_that_share_a_code_share_its_words() -> None:
    for table in ("reasons", "scores", "headings", "messages"):
        said = [pair for kind in KINDS for words in kind.words for pair in getattr(words, table).items()]
        assert len(dict(said)) == len(set(said))


def test_kinds_keep_the_common_words() -> None:
    own = {code for kind in KINDS for words in kind.words for code in words.reasons}
    assert {"unknown", "exact", "picked_wrong"}.isdisjoint(own)


def test_numbers_count() -> None:
    assert (NUMBERS[0], NUMBERS[3], NUMBERS[12], len(NUMBERS)) == ("none", "three", "twelve", 13)


def test_the_slip_of_the_design() -> None:
    args = {"letters": "6"}
    assert sentence(REASONS, "typo_swapped_1", args) == (
        "Two neighbouring letters are swapped: 1 edit in a word of 6 letters. One is allowed."
    )
