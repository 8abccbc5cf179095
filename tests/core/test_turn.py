"""A card's turn: tries, how sure one is, the learner's word, and what the log keeps of it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core import turn as turns
from quizapp.core.deck import AnyQuestion, Deck, Note
from quizapp.core.desk import Asked, Judged
from quizapp.core.kinds import kind_of
from quizapp.core.kinds.base import (
    Accept,
    Answer,
    Blank,
    Context,
    DontKnow,
    Filled,
    Option,
    Picked,
    Revealed,
    Typed,
    Verdict,
)
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.reasons import BETWEEN_TRIES, REASONS
from quizapp.core.reviews import Graded, Moment, Rating
from quizapp.core.session import Item
from quizapp.core.turn import Turn, confidence, try_score

GANG = TypedQuestion(q="Which gang?", a="Tren de Aragua", accept=(Accept("Tren", Decimal("0.5")),))
RIVER = Choice(q="Which river?", a="Danube", wrong=(Option("Rhine", "It is in Germany."), Option("Elbe")))
BASIC = Basic(q="Which river?", a="Danube")
NOW = Moment(1_763_990_000_000)
CONTEXT = Context(language="en")
RIGHT, SLIP, WRONG = Typed("Tren de Aragua"), Typed("Tren de Arauga"), Typed("Zetas")


def asked(question: AnyQuestion = GANG, **note: object) -> Asked:
    kind = kind_of(question)
    part = kind.parts(question)[0]
    return Asked(
        item=Item(1, "gangs/aragua#", 1, 0, part),
        note=Note(question=question, **note),  # type: ignore[arg-type]
        question=question,
        prompt=kind.ask(question, part, 7),
        deck=Deck(path="x.yaml"),
        memory=None,
        seed=7,
        position=1,
        total=1,
        seen=0,
    )


AUTO = replace(asked(BASIC), question=RIVER, prompt=kind_of(RIVER).ask(RIVER, "", 7))
"""A plain card, asked as a choice."""


def after(question: Asked, *answers: Answer, **more: object) -> Turn:
    turn = Turn(**more)  # type: ignore[arg-type]
    for answer in answers:
        turn = turns.tried(turn, question, answer, CONTEXT)
    return turn


def judge(question: Asked, turn: Turn) -> Judged:
    return turns.judge(turn, question, CONTEXT, NOW, {})


def log(question: Asked, turn: Turn) -> Graded:
    return turns.graded(turn, question, judge(question, turn))


# Tries


@pytest.mark.parametrize(
    ("answers", "tries", "again"),
    [
        ([WRONG], 3, True),
        ([WRONG, WRONG], 3, True),
        ([WRONG, WRONG, WRONG], 3, False),
        ([WRONG], 1, False),
        ([Typed("Tren")], 2, True),
        ([RIGHT], 3, False),
        ([SLIP], 3, False),
        ([DontKnow()], 3, False),
        ([Blank()], 3, False),
        ([Revealed()], 3, False),
    ],
)
def test_another_try_follows_a_wrong_one_while_any_is_left(answers: list[Answer], tries: int, again: bool):
    question = asked()
    assert turns.may_try_again(after(question, *answers), question, tries) is again


def test_what_passes_is_not_tried_again():
    question = asked(pass_=Decimal("0.5"))
    assert not turns.may_try_again(after(question, Typed("Tren")), question, 3)


def test_a_card_rated_alone_has_no_tries():
    question = asked(BASIC)
    assert not turns.may_try_again(after(question, Revealed()), question, 3)


def test_options_are_tried_while_more_than_one_is_left():
    question, statement = asked(RIVER), asked(TrueFalse(statement="The Rhine is long.", is_=True))
    assert turns.may_try_again(after(question, Picked("Rhine")), question, 3)
    assert not turns.may_try_again(after(question, Picked("Rhine"), Picked("Elbe")), question, 3)
    assert not turns.may_try_again(after(statement, Picked("false")), statement, 3)


def test_the_first_try_counts():
    question = asked()
    turn = after(question, Typed("Tren"), RIGHT, hints=1)
    judged = judge(question, turn)
    assert (judged.verdict.outcome, judged.tries) == ("correct", 2)
    assert (judged.suggestion.rating, judged.suggestion.because) == (Rating.AGAIN, "rate_later_try")
    assert judged.suggestion.lapse
    assert log(question, turn) == Graded(
        kind="typed",
        outcome="partial",
        fraction="1/2",
        because="accepted_part",
        answer={"type": "typed", "text": "Tren"},
        later=[{"type": "typed", "text": "Tren de Aragua"}],
        hints=1,
        tries=2,
        seed=7,
        suggested=1,
        front="Which gang?",
    )


def test_the_log_keeps_the_beginning_of_a_long_question():
    question = asked(replace(GANG, q="x" * 199 + "yz"))
    assert log(question, after(question, RIGHT)).front == "x" * 199 + "y"


def test_giving_up_after_a_try_says_so():
    question = asked()
    judged = judge(question, after(question, WRONG, DontKnow()))
    assert judged.suggestion.because == "rate_unknown"
    kept = log(question, after(question, WRONG, DontKnow()))
    assert (kept.outcome, kept.tries, kept.later) == ("wrong", 1, [{"type": "unknown"}])
    assert log(question, after(question, DontKnow())).tries == 1


@given(st.fractions(min_value=0, max_value=1), st.integers(1, 3))
def test_a_further_try_costs_a_third(fraction: Fraction, tries: int):
    score = try_score(Verdict(outcome="partial", fraction=fraction, because=""), tries)
    assert score == max(0, fraction - Fraction(tries - 1, 3))


def test_an_answer_can_be_amended():
    question = asked()
    turn = turns.amended(after(question, WRONG, guess=True), question, RIGHT, CONTEXT)
    assert [one.answer for one in turn.tries] == [RIGHT]
    assert judge(question, turn).verdict.outcome == "correct"


def test_between_tries_nothing_is_given_away():
    assert REASONS.keys() >= BETWEEN_TRIES
    # One counts words, one names the answer of another card, which is the one that was typed.
    for code in BETWEEN_TRIES - {"token_count", "another_answer"}:
        assert not any(name in REASONS[code] for name in ("{expected}", "{other}", "{form}"))


# How sure


@pytest.mark.parametrize(
    ("sure", "options", "expected"),
    [(0, 0, None), (0, 4, None), (1, 0, 0.25), (1, 2, 0.5), (1, 3, 1 / 3), (2, 4, 0.5), (5, 0, 0.97)],
)
def test_a_guess_among_options_is_as_good_as_chance(sure: int, options: int, expected: float | None):
    assert confidence(sure, Verdict(outcome="correct", because="", options=options)) == expected


def test_how_sure_one_is_changes_no_mark():
    question = asked()
    for answer in (RIGHT, SLIP, WRONG):
        plain = judge(question, after(question, answer))
        for sure in range(6):
            assert judge(question, after(question, answer, sure=sure)) == plain


@pytest.mark.parametrize(
    ("pick", "guess", "rating"), [("Danube", True, Rating.AGAIN), ("Elbe", False, Rating.AGAIN)]
)
def test_a_guess_said_before_the_check_is_one_said_after(pick: str, guess: bool, rating: Rating):
    question = asked(RIVER)
    turn = after(question, Picked(pick), sure=turns.GUESS)
    assert (judge(question, turn).guess, judge(question, turn).suggestion.rating) == (guess, rating)
    assert (log(question, turn).guess, log(question, turn).confidence) == (guess, 1 / 3)


# The learner's word


def test_my_answer_is_right():
    question = asked()
    turn = after(question, WRONG)
    assert judge(question, turn).words == {"right"}
    turn = turns.said(turn, "right")
    judged = judge(question, turn)
    assert (judged.verdict.outcome, judged.verdict.because) == ("correct", "regraded")
    assert (judged.verdict.given, judged.verdict.expected) == ("Zetas", "Tren de Aragua")
    assert judged.suggestion.rating is Rating.GOOD
    kept = log(question, turn)
    assert (kept.outcome, kept.fraction, kept.because) == ("correct", "1", "regraded")
    assert kept.answer == {"type": "typed", "text": "Zetas"}


def test_that_was_no_slip():
    question = asked()
    turn = after(question, SLIP)
    assert judge(question, turn).words == {"wrong"}
    judged = judge(question, turns.said(turn, "wrong"))
    assert (judged.verdict.outcome, judged.verdict.because, judged.word) == ("wrong", "no_slip", "wrong")
    assert judged.verdict.diff
    assert judged.suggestion.rating is Rating.AGAIN


def test_no_slip_in_one_gap_leaves_the_others_right():
    question = asked(Cloze(cloze="{{c1::The Danube}} flows into the {{c1::Black Sea}}.", typed=True))
    turn = after(question, Filled(("The Danbue", "Black Sea")))
    assert judge(question, turn).verdict.outcome == "almost"
    assert judge(question, turns.said(turn, "wrong")).verdict.fraction == Fraction(1, 2)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (asked(), RIGHT, set()),
        (asked(), DontKnow(), set()),
        (asked(), Typed("Tren"), {"right"}),
        (asked(replace(GANG, typos="off")), SLIP, {"right"}),
        (asked(RIVER), Picked("Rhine"), set()),
        (AUTO, Picked("Rhine"), {"right"}),
        (AUTO, Picked("Danube"), set()),
    ],
)
def test_what_the_learner_can_say(question: Asked, answer: Answer, words: set[str]):
    assert judge(question, after(question, answer)).words == words


@given(st.sampled_from([RIGHT, SLIP, WRONG, Typed("Tren")]), st.sampled_from(["right", "wrong"]))
def test_a_word_said_twice_is_taken_back(answer: Answer, word: turns.Word):
    question = asked()
    turn = after(question, answer)
    assert turns.said(turns.said(turn, word), word) == turn


def test_another_option_is_also_right():
    turn = turns.said(after(AUTO, Picked("Rhine")), "right")
    judged = judge(AUTO, turn)
    assert (judged.verdict.because, judged.verdict.options) == ("regraded_option", 3)
    marks = {part.key: part.mark for part in judged.verdict.parts}
    assert marks == {"Danube": "missed", "Rhine": "right", "Elbe": "left_out"}
    assert judged.suggestion.rating is Rating.GOOD
    assert log(AUTO, turn).kind == "choice"


def test_a_word_on_the_last_try_is_one_on_the_same_answer_before():
    question = asked()
    same = turns.said(after(question, WRONG, WRONG), "right")
    assert judge(question, same).suggestion.rating is Rating.GOOD
    assert log(question, same).outcome == "correct"
    other = turns.said(after(question, Typed("Maras"), WRONG), "right")
    assert judge(question, other).verdict.outcome == "correct"
    assert judge(question, other).suggestion.rating is Rating.AGAIN
    assert log(question, other).outcome == "wrong"


def test_another_answer_forgets_the_word():
    question = asked()
    turn = turns.said(after(question, WRONG), "right")
    assert turns.tried(turn, question, WRONG, CONTEXT).word == ""
