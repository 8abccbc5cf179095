"""The options of typed answers: strictness, code, accepted forms, patterns, rejections."""

from decimal import Decimal
from fractions import Fraction

import pytest

from quizapp.core.kinds.base import Accept
from quizapp.core.kinds.spelling import LEVELS
from tests.core.typed_answers import forms, verdict


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
        assert (given.outcome, given.because) == ("wrong", "article_missing")
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
    assert verdict("!=", "not even", accept=forms("not equal")).because == "distance_1"
    assert verdict("!=", "==", accept=forms("not equal")).because == "exact_compare"


def test_a_key_without_anything_to_compare_is_compared_exactly() -> None:
    assert verdict("!=", "ne").because == "exact_compare"
    assert verdict("ʹ", "ʹʹ").because == "exact_compare"
    assert verdict("ʹ", "ʹ").outcome == "correct"
    assert verdict("!=", "??", accept=forms("ne")).because == "exact_compare"
    assert verdict("ne", "??", accept=forms("!=")).because == "empty"


def test_accepted_forms() -> None:
    accept = forms("Mexico City", "CDMX")
    assert verdict("Ciudad de México", "cdmx", "es", accept=accept).because == "accepted_form"
    given = verdict("Ciudad de México", "Mexico Ctiy", "en", accept=accept)
    assert (given.outcome, given.because) == ("wrong", "distance_0")
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
