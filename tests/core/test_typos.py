"""The guards of the typo rule: what is a slip of the fingers, and the first reason why not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from quizapp.core.slips import as_written, comparable, distance
from quizapp.core.text import Manner, form
from quizapp.core.typos import GUARDS, Finding, judge_slip
from tests.strategies import LANGUAGES


def judged(
    typed: str, key: str, language: str = "en", others: tuple[str, ...] = (), **manner: bool
) -> Finding:
    how = Manner(language, **manner)
    expected = form(key, how)
    return judge_slip(form(typed, how), expected, how, others, frozenset({comparable(expected, how)}))


EXCUSED = [
    ("Tren de Arauga", "Tren de Aragua", "typo_swapped_1"),
    ("Guatemla", "Guatemala", "typo_missing_2"),
    ("Madrod", "Madrid", "typo_replaced_1"),
    ("Madriid", "Madrid", "typo_extra_1"),
    ("Madrd", "Madrid", "typo_missing_1"),
    ("organisation", "organization", "typo_replaced_2"),
    ("organiaztion", "organization", "typo_swapped_2"),
    ("organizzation", "organization", "typo_extra_2"),
    ("foreign terorist organisation", "foreign terrorist organization", "typo_two"),
    ("orgnizatoin", "organization", "typo_two"),
    ("Londan", "London", "typo_replaced_1"),
    ("Londox", "London", "typo_replaced_1"),
    ("pitched", "patched", "typo_replaced_1"),
    ("amricans", "americans", "typo_missing_2"),
]


@pytest.mark.parametrize(("typed", "key", "code"), EXCUSED)
def test_a_slip_is_excused(typed: str, key: str, code: str) -> None:
    finding = judged(typed, key)
    assert finding.excused
    assert finding.code == code


@pytest.mark.parametrize(
    ("typed", "key", "language", "code"),
    [
        ("el manzena", "la manzana", "es", "article"),
        ("el man zana", "la manzana", "es", "token_count"),
        ("non state actor", "state actor", "en", "token_count"),
        ("Sinaloa", "Sinaloa Cartel", "en", "token_count"),
        ("Sinaloa Cartel 2026", "Sinaloa Cartel 2025", "en", "digit"),
        ("area5", "areas", "en", "digit"),
        ("areas", "area5", "en", "digit"),
        ("Article VIII Ⅻ", "Article VIII x", "en", "distance_0"),
        ("constitutional", "unconstitutional", "en", "affix"),
        ("unauthorized", "authorized", "en", "affix"),
        ("Bali", "Cali", "en", "first_letter"),
        ("adrid", "Madrid", "en", "first_letter"),
        ("aMdrid", "Madrid", "en", "first_letter"),
        ("perra grande", "perro grande", "es", "last_letter"),
        ("hermana", "hermano", "es", "last_letter"),
        ("hermana", "hermano", "", "last_letter"),
        ("aly", "ally", "en", "distance_0"),
        ("Mdird", "Madrid", "en", "distance_1"),
        ("Copenhaqen Danmerq", "Copenhagen Denmark", "en", "distance_1"),
        ("Copnhagnenn", "Copenhagen", "en", "distance_2"),
        ("stalactite", "stalagmite", "en", "replaced_twice"),
        ("terrrists organizatoinn", "terrorists organization", "en", "distance_total"),
        ("quikc borwn foxxes", "quick brown foxes", "en", "distance_total"),
        ("mexika", "méxico", "es", "last_letter"),
    ],
)
def test_the_first_reason_against_a_slip(typed: str, key: str, language: str, code: str) -> None:
    finding = judged(typed, key, language)
    assert not finding.excused
    assert finding.code == code


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("hypotension", "hypertension"), ("hypoglycemia", "hyperglycemia"), ("intrastate", "interstate"),
        ("afferent", "efferent"), ("abduction", "adduction"), ("microscopic", "macroscopic"),
        ("endothermic", "exothermic"), ("emigrant", "immigrant"), ("alkene", "alkane"), ("alkyne", "alkane"),
        ("nitrite", "nitrate"), ("chloride", "chlorite"), ("care", "careless"), ("careless", "care"),
        ("asymmetric", "symmetric"), ("anaerobic", "aerobic"), ("illegal", "legal"), ("irregular", "regular"),
        ("imbalance", "balance"), ("disable", "able"), ("misread", "read"), ("prowar", "antiwar"),
        ("undervalued", "overvalued"), ("prewar", "postwar"), ("subnormal", "supernormal"),
        ("refine", "define"), ("nonviolent", "violent"), ("counterclaim", "claim"), ("extralegal", "legal"),
    ],
)  # fmt: skip
def test_two_members_of_a_group_make_another_word(typed: str, key: str) -> None:
    assert judged(typed, key).code == "affix"
    assert judged(key, typed).code == "affix"


@pytest.mark.parametrize(("typed", "key"), [("an", "a"), ("un", "in"), ("less", "x")])
def test_an_affix_needs_a_rest(typed: str, key: str) -> None:
    assert judged(typed, key).code != "affix"


def test_a_group_is_never_mixed_with_another() -> None:
    assert judged("hypersonic", "intersonic").code == "first_letter"


def test_the_answer_of_another_card_is_no_slip() -> None:
    assert judged("Madero", "Maduro", others=("Maduro", "Madero")).code == "another_answer"
    assert judged("Madero", "Maduro", others=("Maduro",)).excused
    assert judged("MADERÓ", "Maduro", "es", others=("Madero",)) == Finding(
        False, "another_answer", {"other": "Madero"}
    )


def test_nor_a_text_at_least_as_near_to_one() -> None:
    near = judged("Madaro", "Maduro", others=("Maduro", "Madero", "Oslo"))
    assert (near.code, near.args) == ("other_card", {"other": "Madero"})
    assert judged("Maduroo", "Maduro", others=("Maduro", "Madero")).excused
    assert judged("abcdefghxy", "abcdefghij", others=("abcdefghxyz",)).code == "other_card"
    assert judged("abcdefgwxy", "abcdefghij", others=("abcdefgwxyz",)).code == "distance_2"
    assert judged("Rhone", "Danube", others=("Rhine",)).code == "first_letter"
    assert judged("Rhine", "Danube", others=("The Rhine",)).code == "another_answer"


def test_rivals_are_compared_as_strictly_as_the_key() -> None:
    assert comparable(form("Été", Manner("fr", marks=True)), Manner("fr", marks=True)) == "été"
    assert comparable(form("Été", Manner("fr")), Manner("fr")) == "ete"
    assert judged("Modera", "Madera", "en", others=("Modéra",)).code == "another_answer"
    assert judged("Modera", "Madera", "en", others=("Módéra",), marks=True).excused


def test_short_answers_are_no_rivals_of_each_other() -> None:
    assert judged("cx", "co", others=("cy",)).code == "distance_0"
    assert judged("cxw", "cow", others=("cxz",)).code == "other_card"
    assert judged("cxyz", "cowz", others=("cxzy",)).code == "distance_0"


def test_what_equals_an_accepted_form_is_no_rival() -> None:
    assert judged("Guatemla", "Guatemala", others=("Guatemala", "the guatemala!", "Guatémala")).excused


@pytest.mark.parametrize(
    ("typed", "key", "language", "manner"),
    [
        ("manana verde", "mañana verda", "es", {}),
        ("maiskii", "майский", "ru", {}),
        ("маиский день", "майский денъ", "ru", {}),
        ("guatamala verde", "guatámala verdes", "es", {"marks": True}),
        ("McDonalds farn", "Mcdonalds farm", "en", {"case": True}),
    ],
)
def test_a_mark_or_capital_that_counts_is_never_part_of_a_slip(
    typed: str, key: str, language: str, manner: dict[str, bool]
) -> None:
    assert judged(typed, key, language, **manner).code in ("marks", "first_letter")
    assert not judged(typed, key, language, **manner).excused


def test_marks_are_refused_before_the_first_letter() -> None:
    assert judged("guatemla", "Guatemala", case=True).code == "marks"
    assert judged("Guatemla", "Guatemala", case=True).excused


@pytest.mark.parametrize(
    ("typed", "key", "excused"),
    [
        ("Mueler", "Müller", True),
        ("Aepfl", "Äpfel", True),
        ("Müler", "Mueller", True),
        ("Muller", "Müller", False),
        ("Steur", "Steuer", True),
        ("schoene Haeusre", "schöne Häuser", True),
        ("schone Häuser", "schöne Häuser", False),
    ],
)
def test_german_letters_may_be_respelled_in_a_slip(typed: str, key: str, excused: bool) -> None:
    assert judged(typed, key, "de").excused is excused


def test_respelling_stops_where_accents_count() -> None:
    assert judged("Muellers Haus", "Müllers Haus", "de", marks=True).excused is False


def test_an_article_counts_on_demand() -> None:
    missing = judged("manzanaa", "la manzana", "es", articles=True)
    assert (missing.code, missing.args) == ("article_missing", {"typed": "", "expected": "la"})
    assert judged("manzanaa", "la manzana", "es").excused
    added = judged("la manzanaa", "manzana", "es", articles=True)
    assert (added.code, added.args) == ("article_extra", {"typed": "la", "expected": ""})


def test_a_word_without_end_is_never_aligned() -> None:
    word = "abcdefghij" * 11
    assert judged(word[:-1], word) == Finding(False, "too_long", {"most": "100"})
    assert judged(word[:98], word[:99]).excused


def test_reasons_tell_the_words_and_the_limits() -> None:
    assert judged("aly cat", "ally cat").args == {"typed": "aly", "expected": "ally", "letters": "4"}
    assert judged("x y", "x y z").args == {"typed": "2", "expected": "3"}
    assert judged("Tren de Arauga", "Tren de Aragua").args == {
        "typed": "arauga", "expected": "aragua", "letters": "6"
    }  # fmt: skip
    assert judged("Tren de Argua Madird", "Tren de Aragua Madrid").args["typed"] == "argua"
    assert judged("terrrists organizatoinn", "terrorists organization").args == {
        "edits": "3", "allowed": "2"
    }  # fmt: skip
    assert judged("quikc borwn foxxes jmup", "quick brown foxes jump").args["edits"] == "4"


@pytest.mark.parametrize(("letters", "edits"), [(4, 0), (5, 1), (8, 1), (9, 2)])
def test_longer_words_allow_more(letters: int, edits: int) -> None:
    key = "abcdefghi"[:letters]
    once, twice = key[:2] + key[3:], key[0] + key[3:]
    assert judged(once, key).excused is (edits >= 1)
    assert judged(twice, key).excused is (edits >= 2)


words = st.text("abcde", min_size=1, max_size=10)


@given(words, words, st.sampled_from(LANGUAGES))
def test_an_excused_slip_passed_every_guard(typed: str, key: str, language: str) -> None:
    assume(typed != key)
    if judged(typed, key, language).excused:
        assert typed[0] == key[0]
        limit = 0 if len(key) <= 4 else 1 if len(key) <= 8 else 2
        assert OSA.distance(typed, key) <= limit
        if language != "en":
            assert typed[-1] == key[-1] or len(typed) != len(key) or OSA.distance(typed, key) == 2


@given(st.text("abcde ", min_size=1).filter(str.strip), st.text("abcde ", min_size=1).filter(str.strip))
def test_an_excuse_is_never_longer_than_two_edits(typed: str, key: str) -> None:
    how = Manner("en")
    a, b = form(typed, how), form(key, how)
    assume(comparable(a, how) != comparable(b, how))
    finding = judged(typed, key)
    assert finding.code in dict(GUARDS) or finding.excused
    if finding.excused:
        assert distance(a, b, how) <= 2


@given(words, words, st.lists(words, max_size=5).map(tuple))
def test_another_cards_answer_is_never_excused(typed: str, key: str, others: tuple[str, ...]) -> None:
    assume(typed != key)
    if judged(typed, key, others=(*others, typed)).code not in ("affix", "token_count"):
        assert judged(typed, key, others=(*others, typed)).code == "another_answer"


@given(words, words, st.lists(words, max_size=5).map(tuple))
def test_more_cards_never_excuse_more(typed: str, key: str, others: tuple[str, ...]) -> None:
    assume(typed != key)
    assert judged(typed, key).excused or not judged(typed, key, others=others).excused


@pytest.mark.parametrize(
    ("word", "text", "written"),
    [
        ("madero", "MADERÓ the great", "MADERÓ"),
        ("great", "MADERÓ the Great", "Great"),
        ("usa", "the U.S.A.", "USA"),
        ("usa", "Oslo", "usa"),
        ("ss", "a.ß", "ss"),
        ("x" * 41, "X" * 41, "X" * 40 + "…"),
        ("x" * 40, "X" * 40, "X" * 40),
    ],
)
def test_words_are_named_as_they_were_written(word: str, text: str, written: str) -> None:
    """Where capitals make more or fewer words of a text (a.ß, A SS), the words stay as compared."""
    args = {"typed": word, "expected": word, "letters": "4"}
    named = {"typed": written, "expected": written, "letters": "4"}
    assert as_written(args, text, text, Manner("es")) == named
