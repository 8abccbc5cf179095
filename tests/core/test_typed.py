"""typed: every row of the design's table, each option, and properties on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Context, Typed
from quizapp.core.kinds.typed import TYPED, TypedQuestion
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import REASONS, sentence
from tests.core.typed_answers import forms, verdict
from tests.strategies import LANGUAGES, accepts, texts, typeds

contexts = st.builds(
    Context,
    language=st.sampled_from(LANGUAGES),
    others=st.lists(texts, max_size=4).map(tuple),
    marks_matter=st.booleans(),
    articles_matter=st.booleans(),
)


TABLE = [
    ("Stryker", "stryker ", "", "correct", "exact"),
    ("Sinaloa Cartel", "the sinaloa cartel.", "en", "correct", "exact"),
    ("U.S. Navy", "US navy", "en", "correct", "exact"),
    ("O’Brien", "O'Brien", "en", "correct", "exact"),
    ("１２", "12", "", "correct", "exact"),
    ("e-mail", "email", "en", "correct", "spacing"),
    ("ice cream", "icecream", "en", "correct", "spacing"),
    ("la manzana", "el manzana", "es", "wrong", "article"),
    ("Straße", "STRASSE", "de", "correct", "exact"),
    ("alemán", "ALEMAN", "es", "correct", "accent"),
    ("Łódź", "Lodz", "en", "correct", "accent"),
    ("שָׁלוֹם", "שלום", "he", "correct", "accent"),
    ("año", "ano", "es", "wrong", "letter"),
    ("schön", "schon", "de", "wrong", "letter"),
    ("schön", "schoen", "de", "correct", "accent"),
    ("й", "и", "ru", "wrong", "letter"),
    ("ガス", "カス", "ja", "wrong", "letter"),
    ("-5", "5", "", "wrong", "digit"),
    ("!=", "==", "", "wrong", "exact_compare"),
    ("x > 0", "x < 0", "", "wrong", "first_letter"),
    ("C#", "C", "", "wrong", "distance_0"),
    ("C", "C#", "", "wrong", "distance_0"),
    ("½", "12", "", "wrong", "digit"),
    ("2^3", "23", "", "wrong", "digit"),
    ("🇫🇷", "🇩🇪", "", "wrong", "exact_compare"),
    ("🇫🇷", "🇫🇷", "", "correct", "exact"),
    ("a[0]", "a(0)", "", "wrong", "digit"),
    ("Tren de Aragua", "Tren de Arauga", "en", "almost", "typo_swapped_1"),
    ("foreign terrorist organization", "foreign terorist organisation", "en", "almost", "typo_two"),
    ("El Chapo", "Chapo", "es", "correct", "exact"),
    ("El Chapo", "Chapo", "en", "wrong", "token_count"),
    ("Guatemala", "Guatemla", "es", "almost", "typo_missing_2"),
    ("ally", "aly", "en", "wrong", "distance_0"),
    ("Cali", "Bali", "en", "wrong", "first_letter"),
    ("2025", "2024", "en", "wrong", "digit"),
    ("Article 51", "Article 52", "en", "wrong", "digit"),
    ("Title 10", "Title 50", "en", "wrong", "digit"),
    ("unconstitutional", "constitutional", "en", "wrong", "affix"),
    ("authorized", "unauthorized", "en", "wrong", "affix"),
    ("hypertension", "hypotension", "en", "wrong", "affix"),
    ("state actor", "non-state actor", "en", "wrong", "token_count"),
    ("1:2", "12", "", "wrong", "digit_marks"),
    ("25,000", "25000", "en", "wrong", "digit_marks"),
    ("25,000 men", "25 000 men", "en", "wrong", "digit_marks"),
    ("25,000 men", "25,000 man", "en", "wrong", "distance_0"),
    ("25,000 men", "26000 men", "en", "wrong", "digit"),
    ("2.5", "25", "en", "wrong", "digit_marks"),
    ("Oslo", "", "", "wrong", "empty"),
    ("Oslo", "?!", "", "wrong", "empty"),
]


@pytest.mark.parametrize(("key", "typed", "language", "outcome", "because"), TABLE)
def test_the_table(key: str, typed: str, language: str, outcome: str, because: str) -> None:
    given = verdict(key, typed, language)
    assert (given.outcome, given.because) == (outcome, because)
    assert given.fraction == (0 if outcome == "wrong" else 1)
    assert given.expected == key
    assert given.given == typed.strip()
    assert sentence(REASONS, because, given.args) is not None


def test_another_cards_answer_is_wrong() -> None:
    given = verdict("Maduro", "Madero", "es", ("Maduro", "Madero"))
    assert (given.outcome, given.because, given.args) == ("wrong", "another_answer", {"other": "Madero"})
    assert verdict("Maduro", "Maduro", "es", ("Madero",)).outcome == "correct"


def test_el_chapo_may_be_accepted() -> None:
    assert verdict("El Chapo", "Chapo", "en", accept=forms("Chapo")).outcome == "correct"


def test_the_reversed_card_has_forms_and_language_of_its_own() -> None:
    question = TypedQuestion(
        q="apple",
        a="la manzana",
        accept=forms("pomo"),
        accept_back=forms("fruit", "a *") + forms("plant", credit="0.5"),
        reverse=True,
    )
    assert TYPED.parts(question) == ("forward", "back")
    assert (TYPED.side("forward"), TYPED.side("back"), TYPED.side("")) == ("back", "front", "back")
    back = TYPED.ask(question, "back", 0)
    assert (back.text, back.part) == ("la manzana", "back")
    for typed, outcome in {"apple": "correct", "fruit": "correct", "pomo": "wrong"}.items():
        assert grade(TYPED, question, back, Typed(typed), Context(language="en")).outcome == outcome
    assert TYPED.answers(question, "back") == ("apple", "fruit")
    assert TYPED.answers(question, "forward") == ("la manzana", "pomo")


def test_complaints() -> None:
    question = TypedQuestion(
        q="?",
        a="Oslo",
        accept=forms("x", credit="1.5"),
        accept_back=forms("y", credit="-1"),
        reject=("Oslo",),
    )
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in TYPED.complaints(question))
    assert [(code, key) for code, key, _ in TYPED.complaints(question)] == [
        ("credit_range", "accept"),
        ("reject_right", "reject"),
        ("credit_range", "accept_back"),
    ]
    assert not list(TYPED.complaints(TypedQuestion(q="?", a="Oslo", accept=forms("x", credit="0"))))


# Properties


@given(typeds, texts | st.text(), contexts, st.data())
def test_any_text_gets_a_verdict_with_words(
    question: TypedQuestion, typed: str, context: Context, data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(TYPED.parts(question)))
    given = grade(TYPED, question, TYPED.ask(question, part, 0), Typed(typed), context)
    assert given.fraction is not None
    assert 0 <= given.fraction <= 1
    assert REASONS[given.because].format_map(given.args) is not None
    assert (given.outcome in ("correct", "almost")) == (given.fraction == 1)
    assert (given.outcome == "wrong") == (given.fraction == 0)


@given(typeds, contexts)
def test_the_key_is_always_right(question: TypedQuestion, context: Context) -> None:
    prompt = TYPED.ask(question, TYPED.parts(question)[0], 0)
    if question.a.strip():
        given = grade(TYPED, question, prompt, Typed(question.a), context)
        assert (given.outcome, given.because) == ("correct", "exact")


@given(typeds, contexts, st.data())
def test_each_whole_accepted_form_is_right(
    question: TypedQuestion, context: Context, data: st.DataObject
) -> None:
    prompt = TYPED.ask(question, TYPED.parts(question)[0], 0)
    whole = [form.text for form in question.accept if form.credit == 1 and form.text.strip()]
    if whole:
        text = data.draw(st.sampled_from(whole))
        literal = "*" not in text.split()
        assert grade(TYPED, question, prompt, Typed(text), context).outcome == "correct" or not literal


@given(texts, texts, accepts, contexts)
def test_accepting_more_never_earns_less(
    key: str, typed: str, more: tuple[Accept, ...], context: Context
) -> None:
    fewer = TypedQuestion(q="?", a=key)
    wider = TypedQuestion(q="?", a=key, accept=more)
    prompt = TYPED.ask(fewer, "", 0)
    earned = [grade(TYPED, question, prompt, Typed(typed), context).fraction for question in (fewer, wider)]
    assert earned[1] >= earned[0] or any(form.credit < 1 for form in more)  # type: ignore[operator]


@given(texts, texts, contexts)
def test_strictness_never_earns_more(key: str, typed: str, context: Context) -> None:
    lenient = TypedQuestion(q="?", a=key)
    prompt = TYPED.ask(lenient, "", 0)
    most = grade(TYPED, lenient, prompt, Typed(typed), context).fraction
    for option in ("case", "accents", "articles", "compare"):
        strict = TypedQuestion(q="?", a=key, **{option: "exact"})  # type: ignore[arg-type]
        assert grade(TYPED, strict, prompt, Typed(typed), context).fraction <= most  # type: ignore[operator]
    strict = TypedQuestion(q="?", a=key, typos="off")
    assert grade(TYPED, strict, prompt, Typed(typed), context).fraction <= most  # type: ignore[operator]


@given(texts, texts, contexts)
def test_white_space_around_an_answer_never_matters(key: str, typed: str, context: Context) -> None:
    question = TypedQuestion(q="?", a=key)
    prompt = TYPED.ask(question, "", 0)
    assert grade(TYPED, question, prompt, Typed(typed), context) == grade(
        TYPED, question, prompt, Typed(f"  {typed}\n"), context
    )
