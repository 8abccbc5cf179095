"""Typed text made comparable: each step of the normalisation, articles and folding."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.alphabets import ARTICLES, OWN_LETTERS, primary
from quizapp.core.text import (
    Form,
    Manner,
    bare,
    clusters,
    fold,
    form,
    has_content,
    has_symbols,
    normalise,
    same,
)
from tests.strategies import LANGUAGES, texts

manners = st.builds(Manner, st.sampled_from(LANGUAGES), st.booleans(), st.booleans(), st.booleans())


def level(typed: str, key: str, language: str = "", *, articles: bool = False) -> str:
    manner = Manner(language, articles=articles)
    symbols = has_symbols(key, manner)
    return same(form(typed, manner, symbols), form(key, manner, symbols), manner)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Quoted” ‘words’", "quoted words"),
        ("O’Brien′s", "o'brien's"),
        ("'tis the '90s'", "tis the 90s"),
        ("soft\u00adhyphen zero\u200bwidth \u202ebidi\u2069", "softhyphen zerowidth bidi"),
        ("wait… what—ever", "wait what ever"),
        ("½", "1/2"),
        ("2½ cups", "2 1/2 cups"),
        ("x½", "x1/2"),
        ("3⁄4 and 3∕4", "3/4 and 3/4"),
        ("10²", "10^2"),
        ("10⁻³", "10^-3"),
        ("x²³", "x^23"),
        ("H₂O", "h2o"),
        ("１２ ﬁsh", "12 fish"),
        ("Straße", "strasse"),
        ("U.S. Navy, U.S.A.", "us navy usa"),
        ("e.g. a.b", "eg ab"),
        ("J. R. R. Tolkien", "j r r tolkien"),
        ("a.bc", "a bc"),
        ("e-mail and/or AC/DC", "e mail and or ac dc"),
        ("9/11 and F-16", "9/11 and f 16"),
        ("mid.sentence,stop", "mid sentence stop"),
        ("1,234.5", "1,234.5"),
        ("v1.2.", "v1.2"),
        (".5 and -.5", ".5 and -.5"),
        ("...5", "5"),
        ("-5 (-5) 5-5 - 5", "-5 (-5) 5 5 5"),
        ("\u22125", "-5"),
        ("  a \t b\u00a0c\n", "a b c"),
        ("C# C++ F#!", "c# c++ f#"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_steps(text: str, words: str) -> None:
    assert normalise(text) == words


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("$5", "$5", "5"),
        ("(why)", "(why)", "why"),
        ("a[0]", "a[0]", "a[0"),
        ("#tag", "#tag", "tag"),
        ("x > 0", "x > 0", "x 0"),
        ("5+", "5+", "5"),
        ("(C#)", "(c#)", "c#"),
        ("A+)", "a+)", "a+"),
        ("é+", "é+", "é+"),
        ("a&b @home", "a&b @home", "a&b home"),
        ("50% §5", "50 5", "50 5"),
    ],
)
def test_symbols_stay_where_the_key_has_them(text: str, kept: str, dropped: str) -> None:
    assert normalise(text, symbols=True) == kept
    assert normalise(text, symbols=False) == dropped
    assert normalise(text) == (kept if has_symbols(text, Manner()) else dropped)


def test_what_cannot_be_seen_is_nothing() -> None:
    unseen = [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
    assert {normalise(f"a{chr(code)}b") for code in unseen} == {"ab"}


def test_symbols_are_asked_for_where_the_key_has_any() -> None:
    assert has_symbols("x > 0", Manner())
    assert has_symbols("a_b", Manner())
    assert not has_symbols("AC/DC", Manner())
    assert not has_symbols("it's -5, 1.5!", Manner())


def test_case_counts_on_demand() -> None:
    assert normalise("McDonald’s", Manner(case=True)) == "McDonald's"
    assert normalise("ＭcＤonald", Manner(case=True)) == "McDonald"


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [("İZMİR", "izmir", True), ("ISPARTA", "ısparta", True), ("ISPARTA", "isparta", False)],
)
def test_turkish_has_two_letters_i(a: str, b: str, equal: bool) -> None:
    manner = Manner("tr-TR")
    assert (normalise(a, manner) == normalise(b, manner)) is equal
    assert normalise("ISPARTA", Manner("en")) == "isparta"
    assert normalise("ISPARTA É", Manner("az")) == "ısparta é"
    assert normalise("ISPARTA", Manner("az")) == "ısparta"


@given(texts | st.text(), manners, st.booleans())
def test_normalising_twice_changes_nothing(text: str, manner: Manner, symbols: bool) -> None:
    once = normalise(text, manner, symbols)
    assert normalise(once, manner, symbols) == once


@given(st.text(), manners)
def test_what_is_normal_has_no_stray_white_space(text: str, manner: Manner) -> None:
    assert normalise(text, manner) == " ".join(normalise(text, manner).split())


# Articles


@pytest.mark.parametrize(
    ("typed", "key", "language", "expected"),
    [
        ("the sinaloa cartel", "Sinaloa Cartel", "en", "exact"),
        ("Sinaloa Cartel", "The Sinaloa Cartel", "en", "exact"),
        ("a cartel", "the cartel", "en", ""),
        ("manzana", "la manzana", "es", "exact"),
        ("el manzana", "la manzana", "es", ""),
        ("Bank of West", "Bank of the West", "en", "exact"),
        ("Bank of a West", "Bank of the West", "en", ""),
        ("the Bank of West", "Bank of the West", "en", "exact"),
        ("vitamin", "vitamin A", "en", ""),
        ("hepatitis virus", "hepatitis A virus", "en", ""),
        ("team", "A team", "en", "exact"),
        ("the", "the", "en", "exact"),
        ("eau", "l'eau", "fr", "exact"),
        ("la eau", "l’eau", "fr", ""),
        ("acqua", "l'acqua", "it", "exact"),
        ("L'EAU", "l'eau", "fr", "exact"),
        ("Chapo", "El Chapo", "en", ""),
        ("the cartel", "cartel", "", ""),
        ("hus", "ett hus", "sv", "exact"),
        ("hus", "et hus", "no", "exact"),
        ("Apfel", "der Apfel", "de-AT", "exact"),
        ("πόλης", "της πόλης", "el", "exact"),
    ],
)
def test_articles(typed: str, key: str, language: str, expected: str) -> None:
    assert level(typed, key, language) == expected


def test_articles_count_on_demand() -> None:
    assert level("la manzana", "la manzana", "es", articles=True) == "exact"
    assert level("manzana", "la manzana", "es", articles=True) == ""
    assert level("la manzana", "manzana", "es", articles=True) == ""
    assert level("la man zana", "manzana", "es", articles=True) == ""


def test_form_keeps_articles_apart() -> None:
    assert form("The Bank of the West", Manner("en")) == Form(
        ("bank", "of", "west"), (("the",), (), ("the",))
    )
    assert form("l'eau", Manner("fr")) == Form(("eau",), (("l'",),))
    assert form("The THE", Manner("en", case=True)) == Form(("THE",), (("the",),))


def test_articles_are_listed_as_they_are_looked_up() -> None:
    for language, words in ARTICLES.items():
        for word in words:
            assert normalise(word + "x", Manner(language)) == word + "x"


# Spaces


@pytest.mark.parametrize(
    ("typed", "key", "expected"),
    [
        ("email", "e-mail", "spacing"),
        ("icecream", "ice cream", "spacing"),
        ("ice-cream", "ice cream", "exact"),
        ("alot", "a lot", "spacing"),
        ("MS13", "MS-13", "spacing"),
        ("21", "2:1", ""),
        ("2 1", "2:1", "exact"),
        ("31", "3-1", ""),
        ("1 0", "10", ""),
        ("icecreams", "ice cream", ""),
    ],
)
def test_spaces(typed: str, key: str, expected: str) -> None:
    assert level(typed, key, "en") == expected


def test_spaces_never_excuse_another_article() -> None:
    assert level("el manza na", "la manzana", "es") == ""
    assert level("la manza na", "la manzana", "es") == "spacing"


# Folding


@pytest.mark.parametrize(
    ("text", "language", "folded"),
    [
        ("alemán", "es", "aleman"),
        ("año", "es", "año"),
        ("AÑO", "es", "AÑO"),
        ("año", "en", "ano"),
        ("łódź", "en", "lodz"),
        ("łódź", "pl", "łódź"),
        ("schön", "de", "schoen"),
        ("Äpfel", "de", "AEpfel"),
        ("schön", "en", "schon"),
        ("ångström", "sv", "ångström"),
        ("ångström", "en", "angstrom"),
        ("ä́", "sv", "ä"),
        ("smørrebrød", "da", "smørrebrød"),
        ("smørrebrød", "", "smorrebrod"),
        ("ǿ Ǿ", "en", "o O"),
        ("æble", "en", "aeble"),
        ("œuvre", "fr", "oeuvre"),
        ("Đorđe Ħal þing ð ı", "en", "Dorde Hal thing d i"),
        ("ça été", "fr", "ca ete"),
        ("kış", "tr", "kış"),
        ("việt", "vi", "việt"),
        ("viet\u0301", "vi-VN", "viet\u0301"),
        ("άλφα ϊ", "el", "αλφα ι"),
        ("ёлка за\u0301мок ѐ", "ru", "елка замок е"),
        ("й ї ў", "ru", "й ї ў"),
        ("שָׁלוֹם", "he", "שלום"),
        ("مُحَمَّـد", "ar", "محمد"),
        ("أحمد", "ar", "أحمد"),
        ("ガス", "ja", "ガス"),
        ("한국", "ko", "한국"),
        ("हिन्दी", "hi", "हिन्दी"),
        ("plain", "de", "plain"),
    ],
)
def test_folding(text: str, language: str, folded: str) -> None:
    assert fold(text, language) == folded


def test_folding_without_respelling_keeps_own_letters() -> None:
    assert fold("schön é", "de", respell=False) == "schön e"


@given(texts | st.text(), st.sampled_from(LANGUAGES))
def test_folding_twice_changes_nothing(text: str, language: str) -> None:
    assert fold(fold(text, language), language) == fold(text, language)


@given(st.text())
def test_folding_never_loses_a_letter(text: str) -> None:
    assert has_content(fold(text)) == has_content(text) or "\u0640" in text


@given(st.text(st.characters(codec="ascii")), st.sampled_from(LANGUAGES))
def test_ascii_is_never_folded(text: str, language: str) -> None:
    assert fold(text, language) == text == "".join(clusters(text))


def test_bare_drops_marks_of_all_scripts() -> None:
    assert bare("año Ł й ガ שָ") == "ano l и カ ש"
    assert bare("Plain") == "plain"


def test_clusters_are_letters_as_read() -> None:
    assert clusters("e\u0301🇫🇷a\r\nb") == ["e\u0301", "🇫🇷", "a", "\r\n", "b"]
    assert clusters("a\r\nb") == ["a", "\r\n", "b"]


def test_own_letters_are_single_composed_lower_case_letters() -> None:
    for letters in OWN_LETTERS.values():
        for letter in letters:
            assert len(letter) == 1
            assert letter == unicodedata.normalize("NFC", letter.lower())


@pytest.mark.parametrize(("tag", "expected"), [("pt-BR", "pt"), ("EN_us", "en"), ("no", "nb"), ("", "")])
def test_primary_subtag(tag: str, expected: str) -> None:
    assert primary(tag) == expected
