"""typed: every row of the design's table, each option, and properties on any text."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Context, Typed, Verdict
from quizapp.core.kinds.spelling import LEVELS
from quizapp.core.kinds.typed import TYPED, TypedQuestion
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import REASONS, sentence
from tests.strategies import LANGUAGES, accepts, texts, typeds

contexts = st.builds(
    Context,
    language=st.sampled_from(LANGUAGES),
    others=st.lists(texts, max_size=4).map(tuple),
    marks_matter=st.booleans(),
    articles_matter=st.booleans(),
)


def verdict(
    key: str,
    typed: str,
    language: str = "",
    others: tuple[str, ...] = (),
    *,
    plain: dict[str, str] | None = None,
    marks_matter: bool = False,
    articles_matter: bool = False,
    **options: object,
) -> Verdict:
    context = Context(
        language=language,
        others=others,
        plain=plain or {},
        marks_matter=marks_matter,
        articles_matter=articles_matter,
    )
    question = TypedQuestion(q="?", a=key, **options)  # type: ignore[arg-type]
    return grade(TYPED, question, TYPED.ask(question, "", 0), Typed(typed), context)


def forms(*texts: str, credit: str = "1") -> tuple[Accept, ...]:
    return tuple(Accept(text, Decimal(credit)) for text in texts)


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
    ("C#", "C", "", "wrong", "distance"),
    ("C", "C#", "", "wrong", "distance"),
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
    ("ally", "aly", "en", "wrong", "distance"),
    ("Cali", "Bali", "en", "wrong", "first_letter"),
    ("2025", "2024", "en", "wrong", "digit"),
    ("Article 51", "Article 52", "en", "wrong", "digit"),
    ("Title 10", "Title 50", "en", "wrong", "digit"),
    ("unconstitutional", "constitutional", "en", "wrong", "affix"),
    ("authorized", "unauthorized", "en", "wrong", "affix"),
    ("hypertension", "hypotension", "en", "wrong", "affix"),
    ("state actor", "non-state actor", "en", "wrong", "token_count"),
    ("1:2", "12", "", "wrong", "token_count"),
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
    assert (given.outcome, given.because, given.args) == ("wrong", "other_card", {"other": "Madero"})
    assert verdict("Maduro", "Maduro", "es", ("Madero",)).outcome == "correct"


def test_el_chapo_may_be_accepted() -> None:
    assert verdict("El Chapo", "Chapo", "en", accept=forms("Chapo")).outcome == "correct"


# Options


def test_case_counts_on_demand() -> None:
    given = verdict("McDonald", "Mcdonald", "en", case="exact")
    assert (given.outcome, given.because) == ("wrong", "case")
    assert [run.op for run in given.diff] == ["equal", "replaced", "equal"]
    assert verdict("McDonald", "McDonald!", "en", case="exact").because == "exact"
    assert verdict("Éva McDonald", "eva mcdonald", "en", case="exact").because == "case"
    assert verdict("McDonald", "Burger", "en", case="exact").because == "first_letter"
    assert verdict("Éva", "eva", "en", case="exact", accents="exact").because == "accents"
    assert verdict("Año", "ano", "es", case="exact").because == "letter"
    assert verdict("Éva McDonald", "Eva McDonald", "en", case="exact").because == "accent"


def test_accents_count_on_demand() -> None:
    given = verdict("café", "cafe", "fr", accents="exact")
    assert (given.outcome, given.because, given.fraction) == ("wrong", "accents", 0)
    assert verdict("café", "cafe", "fr").because == "accent"
    assert verdict("café", "CAFÉ", "fr", accents="exact").because == "exact"


def test_twins_of_a_deck_are_told_apart_by_their_marks() -> None:
    given = verdict("cote", "côte", "fr", ("cote", "côte"), marks_matter=True)
    assert (given.outcome, given.because) == ("wrong", "twin")
    assert verdict("cote", "COTE", "fr", ("cote", "côte"), marks_matter=True).because == "exact"


def test_articles_count_on_demand() -> None:
    for options in ({"articles": "exact"}, {"articles_matter": True}):
        given = verdict("la manzana", "manzana", "es", **options)  # type: ignore[arg-type]
        assert (given.outcome, given.because) == ("wrong", "article")
        assert verdict("la manzana", "La manzana", "es", **options).outcome == "correct"  # type: ignore[arg-type]


def test_typos_may_be_off() -> None:
    given = verdict("Guatemala", "Guatemla", "es", typos="off")
    assert (given.outcome, given.because) == ("wrong", "typos_off")
    assert verdict("Guatemala", "Honduras", "es", typos="off").because == "first_letter"
    assert verdict("Guatemala", "guatemala", "es", typos="off").outcome == "correct"


def test_compare_exact() -> None:
    assert verdict("Oslo", "oslo", compare="exact").because == "exact_compare"
    assert verdict("e\u0301", " é ", compare="exact").outcome == "correct"
    assert verdict("Oslo", "Bergen *", compare="exact", accept=forms("Bergen *")).outcome == "correct"
    assert verdict("Oslo", "Bergen x", compare="exact", accept=forms("Bergen *")).outcome == "wrong"


@pytest.mark.parametrize(
    ("key", "plain", "typed", "outcome"),
    [
        ("`ls -l`", "ls -l", "ls -l", "correct"),
        ("`ls -l`", "ls -l", "LS -l", "wrong"),
        ("``a`b``", "a`b", "a`B", "wrong"),
        ("$x^2$", "x^2", "x^2", "correct"),
        ("$x^2$", "x^2", "X^2", "wrong"),
        ("$$x^2$$", "x^2", "X^2", "wrong"),
        ("use `ls`", "use ls", "USE ls", "correct"),
        ("$5 and $6", "$5 and $6", "$5 AND $6", "correct"),
        ("**Oslo**", "Oslo", "oslo", "correct"),
    ],
)
def test_code_and_maths_are_compared_exactly(key: str, plain: str, typed: str, outcome: str) -> None:
    given = verdict(key, typed, plain={key: plain})
    assert given.outcome == outcome
    assert given.expected == plain


def test_one_accepted_form_may_be_code() -> None:
    options = {"plain": {"`Ls`": "Ls"}, "accept": forms("`Ls`")}
    assert verdict("list", "LIST", **options).because == "exact"  # type: ignore[arg-type]
    assert verdict("list", "ls", **options).outcome == "wrong"  # type: ignore[arg-type]
    assert verdict("list", "Ls", **options).outcome == "correct"  # type: ignore[arg-type]


def test_a_slip_of_an_accepted_form_beside_a_key_of_signs() -> None:
    assert verdict("!=", "not equl", accept=forms("not equal")).outcome == "almost"
    assert verdict("!=", "not even", accept=forms("not equal")).because == "distance"
    assert verdict("!=", "==", accept=forms("not equal")).because == "exact_compare"


def test_accepted_forms() -> None:
    accept = forms("Mexico City", "CDMX")
    assert verdict("Ciudad de México", "cdmx", "es", accept=accept).because == "exact"
    given = verdict("Ciudad de México", "Mexico Ctiy", "en", accept=accept)
    assert (given.outcome, given.because) == ("wrong", "distance")
    assert given.expected == "Ciudad de México"
    assert "".join(run.expected for run in given.diff) == "Mexico City"
    assert verdict("Ciudad de México", "Mexcio City", "en", accept=accept).outcome == "almost"


def test_an_accepted_form_may_earn_a_part() -> None:
    accept = (Accept("Holland", Decimal("0.5")),)
    given = verdict("Netherlands", "holland", "en", accept=accept)
    assert (given.outcome, given.fraction, given.because) == ("partial", Fraction(1, 2), "accepted_part")
    assert given.args == {"form": "Holland", "credit": "1/2"}
    slip = verdict("Netherlands", "Hollnad", "en", accept=accept)
    assert (slip.outcome, slip.fraction) == ("partial", Fraction(1, 2))
    nothing = verdict("Netherlands", "holland", "en", accept=forms("Holland", credit="0"))
    assert (nothing.outcome, nothing.fraction) == ("wrong", 0)


def test_the_best_fit_wins() -> None:
    accept = (Accept("the Oslo", Decimal("0.5")), Accept("Osló"))
    assert verdict("Bergen", "the oslo", "en", accept=accept).fraction == 1
    assert verdict("Oslo", "oslo", "en", accept=(Accept("OSLO", Decimal("0.5")),)).fraction == 1
    assert LEVELS.index("exact") < LEVELS.index("spacing") < LEVELS.index("accent") < LEVELS.index("typo")


@pytest.mark.parametrize(
    ("form", "typed", "fits"),
    [
        ("Los *", "Los Zetas", True),
        ("Los *", "los lobos negros", True),
        ("Los *", "Los", False),
        ("Los *", "Las Zetas", False),
        ("* Cartel", "the Sinaloa Cartel", True),
        ("* Cartel", "Cartel", False),
        ("* Cartel", "Sinaloa Cartels", False),
        ("a * b * c", "a x b y c", True),
        ("a * b * c", "a x y b z b c", True),
        ("a * b * c", "a x b b c", True),
        ("a * b * c", "a b x c", False),
        ("a * b * c", "a x b c", False),
        ("a * b", "a b", False),
        ("a * b", "a b b", True),
        ("x * * y", "x 1 y", False),
        ("x * * y", "x 1 2 y", True),
        ("Café *", "cafe central", True),
        ("Zetas *", "The Zetas group", True),
        ("f(x) * #1", "f(x) = #1", True),
        ("f(x) * #1", "fx = 1", False),
    ],
)
def test_a_star_stands_for_one_or_more_words(form: str, typed: str, fits: bool) -> None:
    given = verdict("Quetzalcoatl", typed, "en", accept=forms(form))
    assert (given.outcome == "correct") is fits
    if fits:
        assert (given.because, given.args, given.diff) == ("wildcard", {"form": form}, ())


def test_a_star_knows_accents_and_no_typos() -> None:
    assert verdict("x", "café x", "fr", accept=forms("Cafe *"), accents="exact").outcome == "wrong"
    assert verdict("Quetzal", "Losx Zetas", "en", accept=forms("Los *")).outcome == "wrong"
    assert (
        verdict("Quetzal", "Guatemla City Center", "en", accept=forms("Guatemala * Center")).outcome
        == "wrong"
    )


def test_a_slip_of_the_key_is_worth_more_than_a_star() -> None:
    half = forms("Los *", credit="0.5")
    assert verdict("Los Zetas", "Los Zetsa", "en", accept=half).outcome == "almost"
    assert verdict("Los Zetas", "Los Lobos", "en", accept=half).fraction == Fraction(1, 2)
    assert verdict("Los Zetas", "Los Zetsa", "en", accept=forms("Los *")).outcome == "correct"


def test_what_the_author_rejects_is_no_slip() -> None:
    assert verdict("Venezuela", "Venezula", "es").outcome == "almost"
    given = verdict("Venezuela", "venezula", "es", reject=("Venezula",))
    assert (given.outcome, given.because, given.args) == ("wrong", "reject", {})
    assert verdict("Los Zetas", "Los Lobos", accept=forms("Los *"), reject=("los lobos",)).because == "reject"
    assert verdict("Los Zetas", "Los Zetsa", reject=("* Zetsa",)).because == "reject"


def test_the_better_fit_beats_a_rejection() -> None:
    assert verdict("ano", "ano", reject=("año",)).outcome == "correct"
    assert verdict("año", "ano", reject=("ano",)).because == "reject"
    assert verdict("Oslo", "Oslo", reject=("Oslo",)).outcome == "correct"
    assert verdict("x y", "x y", reject=("x *",)).outcome == "correct"


def test_a_difference_is_shown_letter_by_letter() -> None:
    assert verdict("Oslo", "oslo.").diff == ()
    assert [run.op for run in verdict("alemán", "aleman", "es").diff] == ["equal", "replaced", "equal"]
    assert [run.op for run in verdict("e-mail", "email").diff] == ["equal", "missing", "equal"]


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
