"""cloze: the holes of a text, what is asked of them, and what filling them earns."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Blank, Context, DontKnow, Filled, Revealed, Verdict
from quizapp.core.kinds.cloze import CLOZE, Cloze, Gap
from quizapp.core.kinds.holes import holes
from quizapp.core.reasons import SCORES, sentence
from tests.clozes import clozes
from tests.strategies import texts

RIVERS = "{{The Danube}} flows into the {{Black Sea :: which sea?}}."


# Asking


def test_one_card_a_hole() -> None:
    question = Cloze(cloze=RIVERS)
    assert CLOZE.parts(question) == ("the danube#1", "black sea#1")
    prompt = CLOZE.ask(question, "black sea#1", 0)
    assert prompt.text == r"The Danube flows into the \[which sea?\]."
    assert prompt.shows == "The Danube flows into the **Black Sea**."
    assert (prompt.gaps, prompt.answered, prompt.part) == ((Gap("which sea?"),), False, "black sea#1")
    assert CLOZE.front(question, "the danube#1") == r"\[…\] flows into the Black Sea."
    assert CLOZE.back(question, "the danube#1") == "The Danube"
    assert not CLOZE.scored(question, "the danube#1")


def test_one_card_a_number() -> None:
    question = Cloze(cloze="{{c1::a}} {{c2::b}} {{c1::c}}")
    assert CLOZE.parts(question) == ("c1", "c2")
    prompt = CLOZE.ask(question, "c1", 0)
    assert (prompt.text, prompt.shows) == (r"\[…\] b \[…\]", "**a** b **c**")
    assert len(prompt.gaps) == 2
    assert CLOZE.back(question, "c1") == "a, c"
    assert CLOZE.answers(question, "c1") == ("a", "c")


def test_code_and_maths_show_plain_blanks() -> None:
    question = Cloze(cloze="`ls {{c1::-l}}` and {{c1::*x*}} {{c1::two\nlines}}")
    prompt = CLOZE.ask(question, "c1", 0)
    assert prompt.text == "`ls […]` and \\[…\\] \\[…\\]"
    assert prompt.shows == "`ls -l` and *x* two\nlines"


def test_the_texts_are_what_is_shown() -> None:
    question = Cloze(cloze="{{c1::a :: h}} $x$ {{c2::b}}", accept=(Accept("z"),), reject=("r",))
    assert CLOZE.texts(question) == (
        r"\[h\] $x$ b", "a", "**a** $x$ b", r"a $x$ \[…\]", "b", "a $x$ **b**", "h", "z", "r"
    )  # fmt: skip


# Grading

ENGLISH = Context(language="en")


def filled(question: Cloze, *typed: str, part: str = "", context: Context = ENGLISH) -> Verdict:
    part = part or CLOZE.parts(question)[0]
    return grade(CLOZE, question, CLOZE.ask(question, part, 0), Filled(typed), context)


def test_a_revealed_gap_is_rated_alone() -> None:
    question = Cloze(cloze=RIVERS)
    prompt = CLOZE.ask(question, "black sea#1", 0)
    context = Context(plain={"Black Sea": "black sea"})
    verdict = grade(CLOZE, question, prompt, Revealed(), context)
    assert (verdict.outcome, verdict.fraction, verdict.expected) == ("unscored", None, "black sea")
    unknown = grade(CLOZE, question, prompt, DontKnow(), context)
    assert (unknown.outcome, unknown.fraction, unknown.parts) == ("unknown", None, ())


def test_one_typed_gap() -> None:
    question = Cloze(cloze=RIVERS, typed=True)
    verdict = filled(question, "danube")
    assert (verdict.outcome, verdict.because, verdict.expected) == ("correct", "exact", "The Danube")
    assert [(part.key, part.mark, part.given, part.expected) for part in verdict.parts] == [
        ("1", "right", "danube", "The Danube")
    ]
    slip = filled(question, "Danbue")
    assert (slip.outcome, slip.because, slip.parts[0].mark) == ("almost", "typo_swapped_1", "almost")
    assert slip.diff
    wrong = filled(question, "Rhine", context=Context(others=("Rhine",)))
    assert (wrong.outcome, wrong.because, wrong.parts[0].mark) == ("wrong", "token_count", "wrong")


def test_several_typed_gaps_earn_their_mean() -> None:
    question = Cloze(cloze="{{c1::Oslo}} {{c1::Bergen}} {{c1::Trondheim}}", typed=True)
    verdict = filled(question, "oslo", "Paris", "Trondhiem")
    assert (verdict.outcome, verdict.fraction, verdict.because) == ("partial", Fraction(2, 3), "gaps")
    assert [part.mark for part in verdict.parts] == ["right", "wrong", "almost"]
    assert (verdict.given, verdict.expected) == ("oslo, Paris, Trondhiem", "Oslo, Bergen, Trondheim")
    assert sentence(SCORES, verdict.score, verdict.args) == "2 of 3 gaps right: 2/3."
    assert filled(question, "Oslo", "Bergen", "Trondheim").outcome == "correct"
    assert filled(question, "Oslo", "Bergen", "Trondhiem").outcome == "almost"
    assert filled(question, "x", "y", "z").outcome == "wrong"
    assert filled(question, "Oslo").fraction == Fraction(1, 3)
    assert filled(question, "Oslo", "Bergen", "Trondheim", "more").fraction == 1


def test_all_or_nothing() -> None:
    question = Cloze(cloze="{{c1::Oslo}} {{c1::Bergen}}", typed=True, scoring="exact")
    verdict = filled(question, "Oslo", "Paris")
    assert (verdict.outcome, verdict.fraction, verdict.score) == ("wrong", 0, "score_gaps_exact")
    assert filled(question, "Oslo", "Bergen").fraction == 1


def test_accepted_forms_make_it_typed() -> None:
    question = Cloze(
        cloze="It flows into the {{Black Sea}}.",
        accept=(Accept("Euxine Sea"), Accept("Pontus", Decimal("0.5"))),
    )
    assert CLOZE.scored(question, "black sea#1")
    assert CLOZE.ask(question, "black sea#1", 0).answered
    assert filled(question, "euxine sea").outcome == "correct"
    half = filled(question, "pontus")
    assert (half.fraction, half.parts[0].mark) == (Fraction(1, 2), "almost")
    assert CLOZE.answers(question, "black sea#1") == ("Black Sea", "Euxine Sea")


def test_accepted_forms_serve_one_hole() -> None:
    two = Cloze(cloze=RIVERS, accept=(Accept("x", Decimal(2)),))
    assert [(code, key) for code, key, _ in CLOZE.complaints(two)] == [
        ("cloze_accept", "accept"),
        ("credit_range", "accept"),
    ]
    assert not list(CLOZE.complaints(Cloze(cloze="{{a}}", accept=(Accept("x"),))))


def test_what_is_not_answered_shows_the_gaps() -> None:
    question = Cloze(cloze="{{c1::Oslo}} {{c1::Bergen}}", typed=True)
    prompt = CLOZE.ask(question, "c1", 0)
    for answer, outcome, because in (
        (DontKnow(), "unknown", "unknown"),
        (Blank(), "blank", "blank"),
        (Revealed(), "unknown", "revealed_first"),
    ):
        verdict = grade(CLOZE, question, prompt, answer, Context())
        assert (verdict.outcome, verdict.because, verdict.fraction) == (outcome, because, 0)
        assert [(part.key, part.mark, part.expected) for part in verdict.parts] == [
            ("1", "missed", "Oslo"),
            ("2", "missed", "Bergen"),
        ]


@given(clozes(), st.data())
def test_gaps_and_holes_agree(question: Cloze, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(CLOZE.parts(question)))
    prompt = CLOZE.ask(question, part, 0)
    asked = [hole for hole in holes(question.cloze).holes if hole.part == part]
    assert len(prompt.gaps) == len(asked) > 0
    assert "{{" not in prompt.text + prompt.shows
    assert prompt.answered == question.typed


@given(clozes(), st.lists(texts, max_size=4), st.data())
def test_the_hidden_texts_are_always_right(question: Cloze, typed: list[str], data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(CLOZE.parts(question)))
    prompt = CLOZE.ask(question, part, 0)
    if not question.typed:
        return
    hidden = tuple(hole.hidden for hole in holes(question.cloze).holes if hole.part == part)
    verdict = grade(CLOZE, question, prompt, Filled(hidden), Context())
    assert (verdict.outcome, verdict.fraction) == ("correct", 1)
    other = grade(CLOZE, question, prompt, Filled(tuple(typed)), Context())
    assert other.fraction is not None
    assert 0 <= other.fraction <= 1
    assert len(other.parts) == len(hidden)
