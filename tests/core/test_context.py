"""What grading knows of a deck."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds.base import Accept, Context, Option
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.typed import TypedQuestion
from tests.strategies import decks


def typed(*keys: str, **more: str) -> tuple[Note, ...]:
    return tuple(Note(question=TypedQuestion(q="?", a=key), plain=more) for key in keys)


def context(deck: Deck, index: int = 0, part: str = "") -> Context:
    return Contexts(deck).of(deck.notes[index], part)


def test_the_language_is_the_cards_or_the_decks() -> None:
    both = Language("en", "es")
    card = Basic(q="the apple", a="la manzana", reverse=True)
    deck = Deck(
        path="d",
        language=both,
        notes=(Note(question=card), Note(question=card, language=Language(back="ca"))),
    )
    assert context(deck, 0, "forward").language == "es"
    assert context(deck, 0, "back").language == "en"
    assert context(deck, 1, "forward").language == "ca"
    assert context(deck, 1, "back").language == "en"
    assert context(Deck(path="d", notes=typed("x"))).language == ""
    front = Note(question=card, language=Language(front="fr"))
    assert context(Deck(path="d", language=both, notes=(front,)), 0, "back").language == "fr"


def test_the_answers_of_all_cards_in_plain_words() -> None:
    deck = Deck(
        path="d",
        notes=(
            Note(question=Basic(q="apple", a="**manzana**", reverse=True), plain={"**manzana**": "manzana"}),
            Note(question=Choice(q="?", a="Danube", wrong=(Option("Rhine"),))),
            Note(question=Multi(q="?", a=("a", "b"), wrong=(Option("c"),))),
            Note(question=Cloze(cloze="{{c1::x}} {{c1::y}} {{z}}")),
            Note(question=TypedQuestion(q="?", a="USA", accept=(Accept("U.S."), Accept("US *")))),
            Note(question=TypedQuestion(q="?", a="USA")),
        ),
    )
    expected = ("manzana", "apple", "Danube", "a", "b", "x", "y", "z", "USA", "U.S.")
    assert context(deck, 0, "forward").others == expected


def test_one_tuple_serves_the_whole_deck() -> None:
    deck = Deck(path="d", notes=typed("x", "y"))
    contexts = Contexts(deck)
    assert contexts.of(deck.notes[0], "").others is contexts.of(deck.notes[1], "").others


def test_marks_matter_where_another_key_differs_only_by_them() -> None:
    deck = Deck(path="d", notes=typed("cote", "Côte", "COTE", "été", "e\u0301te\u0301", "ete x"))
    matters = [context(deck, index).marks_matter for index in range(6)]
    assert matters == [True, True, True, False, False, False]


def test_marks_are_looked_for_in_plain_words() -> None:
    deck = Deck(path="d", notes=(*typed("**ano**", **{"**ano**": "ano"}), *typed("año")))
    assert context(deck, 0).marks_matter
    assert context(deck, 1).marks_matter


def test_articles_matter_where_all_keys_begin_with_one() -> None:
    spanish = Language("en", "es")

    def matter(*keys: str, language: Language = spanish) -> bool:
        return context(Deck(path="d", language=language, notes=typed(*keys))).articles_matter

    assert matter("la manzana", "el perro")
    assert not matter("la manzana", "perro")
    assert not matter("la manzana")
    assert not matter("la manzana", "la")
    assert not matter("la manzana", "?!")
    assert not matter("la manzana", "el perro", language=Language())
    assert matter("l'eau", "le pain", language=Language("en", "fr"))


def test_each_side_has_articles_of_its_own() -> None:
    cards = [Basic(q="apple", a="la manzana", reverse=True), Basic(q="the dog", a="el perro", reverse=True)]
    deck = Deck(path="d", language=Language("en", "es"), notes=tuple(Note(question=card) for card in cards))
    assert context(deck, 0, "forward").articles_matter
    assert not context(deck, 0, "back").articles_matter


def test_the_plain_words_of_the_card_come_along() -> None:
    deck = Deck(path="d", notes=typed("**x**", **{"**x**": "x"}))
    assert context(deck).plain_of("**x**") == "x"
    assert context(deck).plain_of("y") == "y"


@given(decks, st.data())
def test_any_card_of_any_deck_has_a_context(deck: Deck, data: st.DataObject) -> None:
    contexts = Contexts(deck)
    for _, note, part in deck.cards():
        found = contexts.of(note, part)
        assert set(note.kind.answers(note.question, part)) <= set(found.others)
        assert found.language == deck.language.back
