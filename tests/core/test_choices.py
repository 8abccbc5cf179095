"""Options from other cards: what is drawn, and what is refused."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from quizapp.core.answers import LONGEST, answer_type
from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.extents import extents
from quizapp.core.kinds.base import Accept, Option, Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion

PLACES = ("Oslo", "Lima", "Quito", "Dublin", "Vienna")


def made(*questions: Question, **more: object) -> Deck:
    notes = tuple(
        question if isinstance(question, Note) else Note(question=question) for question in questions
    )
    return Deck(path="d", notes=notes, language=Language("en", "en"), **more)


def cards(*answers: str) -> list[Basic]:
    """Cards with prompts that have nothing in common."""
    words = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet")
    return [Basic(q=f"{word} {word}s", a=answer) for word, answer in zip(words, answers, strict=False)]


def offered(deck: Deck, index: int = 0, part: str = "", seed: int = 1, **more: object) -> set[str]:
    neighbours = Neighbours(deck, Contexts(deck))
    return {option.text for option in neighbours.distractors(deck.notes[index], part, seed=seed, **more)}


# What is drawn


def test_three_answers_of_other_cards() -> None:
    found = offered(made(*cards(*PLACES)))
    assert len(found) == 3
    assert found < set(PLACES[1:])


def test_other_seeds_draw_others() -> None:
    many = made(*cards(*PLACES))
    assert set().union(*(offered(many, seed=seed) for seed in range(30))) == set(PLACES[1:])


def test_fewer_candidates_are_fewer_options() -> None:
    for number in range(1, 5):
        assert len(offered(made(*cards(*PLACES[:number])))) == number - 1
    assert offered(made(*cards(*PLACES)), count=2) < set(PLACES)
    assert len(offered(made(*cards(*PLACES)), count=2)) == 2


def test_answers_of_one_text_are_lent_by_any_kind() -> None:
    lenders = made(
        *cards("Oslo"),
        Choice(q="bravo", a="Lima", wrong=(Option("Ghent"),)),
        TypedQuestion(q="charlie", a="Quito", accept=(Accept("Quitoo town"),)),
        Cloze(cloze="delta {{Vienna}} echo"),
        Cloze(cloze="two {{c1::holes}} in {{c1::one}}"),
        Multi(q="foxtrot", a=("Rome", "Paris"), wrong=(Option("Bonn"),)),
        TrueFalse(statement="golf", is_=True),
    )
    assert offered(lenders, count=9) == {"Lima", "Quito", "Vienna"}


def test_each_side_borrows_from_its_own() -> None:
    pairs = [("apple", "manzana"), ("house", "casa"), ("dog", "perro"), ("book", "libro")]
    both = made(*(Basic(q=front, a=back, reverse=True) for front, back in pairs))
    assert offered(both, part="forward") == {"casa", "perro", "libro"}
    assert offered(both, part="back") == {"house", "dog", "book"}


def test_a_language_borrows_from_its_own() -> None:
    spanish = [Note(question=card, language=Language(back="es")) for card in cards("uno", "dos")]
    english = [Basic(q="yankee", a="Oslo"), Basic(q="zulu", a="Lima")]
    assert offered(made(*spanish, *english)) == {"dos"}


def test_types_are_inferred_or_given() -> None:
    types = {"2025": "date", "4 July 1776": "date", "twelve": "number", "5 km": "number", "MS-13": "text"}
    assert {text: answer_type(extents(text)) for text in types} == types
    mixed = made(*cards("1776", "Oslo", "1814", "twelve", "1789"))
    assert offered(mixed) == {"1814", "1789"}
    people = [
        Note(question=card, answer_type="person")
        for card in cards("Ada Lovelace", "Alan Turing", "Grace Hopper")
    ]
    assert offered(made(*people, Basic(q="zulu", a="Oslo"))) == {"Alan Turing", "Grace Hopper"}


def test_cards_with_a_common_tag_come_first() -> None:
    tagged = [Note(question=card, tags=("all", "river")) for card in cards("Rhine", "Elbe", "Oder", "Tisza")]
    others = [Note(question=Basic(q=f"q{n}", a=f"word{n}"), tags=("all",)) for n in range(40)]
    for seed in range(10):
        found = offered(made(*tagged, *others, tags=("all",)), seed=seed)
        assert found == {"Elbe", "Oder", "Tisza"}


def test_what_gives_itself_away_comes_last() -> None:
    long = "a very long answer in a great many words"
    odd = made(
        Basic(q="alpha: Quito or what?", a="Oslo"), *cards("x", long, "Quito", *PLACES[3:], "Lima")[1:]
    )
    for seed in range(10):
        assert offered(odd, seed=seed) == {"Dublin", "Vienna", "Lima"}
    days = made(*cards("4 July 1776", "1814", "14 July 1789", "June 1815", "5 May 1821", "9 May 1950"))
    assert offered(days) == {"14 July 1789", "5 May 1821", "9 May 1950"}
    lengths = made(*cards("5 km", "4 kg", "3 days", "20 ships", "2 miles", "8 metres", "1 hour"))
    assert {"2 miles", "8 metres"} < offered(lengths)


# What is refused


REFUSED = [
    ("Los Zetas", "Zetas"),
    ("Zetas", "the  zetas!"),
    ("July 2025", "2025"),
    ("2025", "July 2025"),
    ("1,000", "1000"),
    ("five", "5"),
    ("about 70,000", "69,973"),
    ("ice cream", "icecream"),
    ("foreign terrorist organization", "foreign terrorist organisation"),
    ("colour", "color"),
    ("東京", "東京都"),
    ("Łódź", "Lodz"),
    ("the U.S. Navy", "US navy"),
    ("USA", "United States of America"),
    ("U.S.A.", "the United States"),
    ("Prime Minister", "PM"),
    ("FARC", "Fuerzas Armadas Revolucionarias de Colombia"),
    ("US Navy", "United States Navy"),
    ("Oslo", "x" * (LONGEST + 1)),
    ("Oslo", "![Oslo](map.png)"),
    ("Oslo", "`ls -l`"),
    ("Oslo", "$x^2$"),
    ("Oslo", " "),
]  # fmt: skip


@pytest.mark.parametrize(("key", "other"), REFUSED)
def test_these_never_stand_together(key: str, other: str) -> None:
    assert offered(made(*cards(key, other))) == set()
    assert offered(made(*cards(key, other)), 1) == set()


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("Title 10", "Title 50"),
        ("UN", "US"),
        ("US Navy", "United States Army"),
        ("afferent", "efferent"),
        ("constitutional", "unconstitutional"),
        ("C#", "C++"),
        ("🇫🇷", "🇩🇪"),
        ("?", "!"),
        ("2024", "2025"),
        ("Iran", "Iraq"),
    ],
)
def test_these_are_good_distractors(key: str, other: str) -> None:
    assert offered(made(*cards(key, other))) == {other}


def test_what_either_card_accepts_is_refused() -> None:
    usa = TypedQuestion(
        q="alpha", a="USA", accept=(Accept("United States"), Accept("Uncle *", Decimal("0.5")))
    )
    for other in ("United States", "The United States of America", "Uncle Sam"):
        assert offered(made(usa, *cards("x", other)[1:])) == set()
        assert offered(made(usa, *cards("x", other)[1:]), 1) == set()


def test_two_cards_that_accept_the_same_are_one_answer() -> None:
    one = TypedQuestion(q="alpha", a="acetaminophen", accept=(Accept("paracetamol"),))
    other = TypedQuestion(q="bravo", a="APAP", accept=(Accept("paracetamol"),))
    assert offered(made(one, other)) == set()


def test_an_answer_to_the_same_question_is_refused_wherever_it_stands() -> None:
    rivers = made(
        Basic(q="Name a big river in Germany", a="Rhine"),
        Basic(q="Name a big river in Germany!", a="Elbe"),
        Basic(q="Which one runs through Dresden?", a="the Elbe"),
        Multi(q="Name a big river in Germany?", a=("Oder", "Main")),
        Basic(q="alpha", a="Oder"),
        Basic(q="bravo", a="Tisza"),
    )
    assert offered(rivers) == {"Tisza"}


@pytest.mark.parametrize(
    ("more", "fewer", "same"),
    [
        ("alpha bravo charlie delta echo", "alpha bravo charlie delta", True),
        ("alpha bravo charlie delta echo foxtrot", "alpha bravo charlie delta", False),
        ("alpha bravo charlie delta echo", "alpha bravo charlie golf", False),
        ("alpha bravo charlie delta", "alpha bravo charlie", False),
        (" ".join(f"w{n}" for n in range(15)), " ".join(f"w{n}" for n in range(12)), True),
    ],
)
def test_four_words_in_five_make_the_same_question(more: str, fewer: str, same: bool) -> None:
    asked = made(Basic(q=more, a="Oslo"), Basic(q=fewer, a="Lima"), Basic(q="golf", a="lima"))
    assert offered(asked, 0) == (set() if same else {"Lima"})
    turned = made(Basic(q=fewer, a="Oslo"), Basic(q=more, a="Lima"), Basic(q="golf", a="lima"))
    assert offered(turned, 0) == (set() if same else {"Lima"})


def test_a_question_asked_a_hundred_times_has_a_hundred_answers() -> None:
    same = made(*(Basic(q="Name a number", a=f"n{number}") for number in range(100)), *cards("Oslo"))
    assert offered(same, count=9) == {"Oslo"}
    assert offered(same, 99, count=9) == {"Oslo"}


def test_no_two_options_are_the_same() -> None:
    for one, other in (("colour", "color"), ("ice cream", "icecream"), ("Zetas", "Los Zetas"), ("5", "five")):
        drawn = offered(made(*cards("Oslo" if one != "5" else "7", one, other)), count=9)
        assert len(drawn) == 1
        assert drawn < {one, other}


def test_a_question_with_no_right_answer_is_no_hindrance() -> None:
    none = Multi(q="alpha alphas", a=(), wrong=(Option("x"), Option("y")))
    assert offered(made(*cards("Oslo", "Lima"), none)) == {"Lima"}


def test_the_learner_and_the_authors_exclude() -> None:
    four = cards("Oslo", "**Lima**", "Quito", "Vienna")
    plain = {"**Lima**": "Lima"}
    notes = [Note(question=card, plain=plain) for card in four]
    assert offered(made(*notes), excluded={"Quito"}) == {"**Lima**", "Vienna"}
    for text in ("**Lima**", "lima", "The Lima"):
        assert offered(made(*notes), excluded={text}) == {"Quito", "Vienna"}
    notes[0] = replace(notes[0], not_with=("Vienna",))
    assert offered(made(*notes)) == {"**Lima**", "Quito"}
    notes[2] = replace(notes[2], not_with=("oslo",))
    assert offered(made(*notes)) == {"**Lima**"}


@pytest.mark.parametrize("first", ["fact", "", "background", "claim", "forecast"])
@pytest.mark.parametrize("second", ["fact", "claim"])
def test_facts_and_claims_of_one_subject_do_not_mix(first: str, second: str) -> None:
    mixed = (first in ("claim", "forecast")) != (second == "claim")
    asks = Note(question=Basic(q="How many boats were struck?", a="Oslo"), status=first, tags=("x", "boats"))
    near = Note(question=Basic(q="To the ministry, the boats struck were", a="Lima"), status=second)
    tagged = Note(question=Basic(q="alpha", a="Quito"), status=second, tags=("boats",))
    far = Note(question=Basic(q="bravo", a="Vienna"), status=second, tags=("x",))
    expected = {"Vienna"} if mixed else {"Lima", "Quito", "Vienna"}
    assert offered(made(asks, near, tagged, far, tags=("x",))) == expected


def test_a_word_and_its_meaning_are_no_alternatives() -> None:
    gangs = made(
        Basic(q="MS-13", a="a Salvadoran gang"),
        Basic(q="Which groups were listed?", a="MS-13 and Tren de Aragua"),
        Basic(q="alpha", a="Sinaloa Cartel"),
    )
    assert offered(gangs, 0) == offered(gangs, 1) == {"Sinaloa Cartel"}
    assert offered(gangs, 2) == {"a Salvadoran gang", "MS-13 and Tren de Aragua"}
    named = made(Basic(q="MS-13", a="a Salvadoran gang"), *cards("MS-13", "Sinaloa Cartel"))
    assert offered(named, 0) == offered(named, 1) == {"Sinaloa Cartel"}


def test_the_other_gaps_of_a_note_are_no_options() -> None:
    note = Cloze(cloze="{{Oslo}} lies north of {{Vienna}}")
    assert offered(made(note, *cards("Lima")), part="oslo#1") == {"Lima"}
    assert offered(made(note, *cards("Lima")), part="none") == set()


@pytest.mark.parametrize(
    "question",
    [Basic(q="?", a="`ls`"), Basic(q="?", a="![x](y.png)"), Basic(q="?", a=" "), Basic(q="?", a="x" * 121)],
)
def test_some_answers_are_none_to_pick(question: Basic) -> None:
    assert offered(made(question, *cards(*PLACES))) == set()
