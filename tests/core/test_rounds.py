"""Boards of pairs: whatever the deck, each question has one right answer on its board."""

from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.choices import Neighbours
from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds import kind_of
from quizapp.core.kinds.base import DontKnow, Option, Picked
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.spelling import judge
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.rounds import FEWEST, PAIRS, Board, Card, board, is_short, quick, shuffled
from quizapp.core.session import Item
from tests.core.test_choices_safe import confusing

TOWNS = ("Vienna", "Dublin", "Oslo", "Lima", "Quito", "Tokyo", "Cairo", "Nairobi", "Havana", "Accra")


def deck_of(*questions: object) -> Deck:
    notes = tuple(Note(question=question) for question in questions)  # type: ignore[arg-type]
    return Deck(path="d", notes=notes, language=Language("en", "en"))


def cards(deck: Deck, seed: int = 1, excluded: tuple[str, ...] = ()) -> list[Card]:
    found = [
        Card(Item(key, f"{index}#{part}", 1, index, part), note, excluded)
        for key, (index, note, part) in enumerate(deck.cards(), start=1)
    ]
    return [found[at] for at in shuffled(range(len(found)), seed)]


def drawn(deck: Deck, seed: int = 1, excluded: tuple[str, ...] = ()) -> Board | None:
    return board(cards(deck, seed, excluded), Neighbours(deck, Contexts(deck)), seed)


def capitals(*towns: str) -> Deck:
    return deck_of(*(Basic(q=f"Which capital is number {at}?", a=town) for at, town in enumerate(towns)))


@given(confusing(), st.integers(0, 20))
def test_no_answer_of_a_board_is_right_for_another_question(deck: Deck, seed: int):
    found = drawn(deck, seed)
    if found is None:
        return
    assert FEWEST <= len(found.pairs) <= PAIRS
    assert len(found.rights) == len(found.pairs) + 1 == len(set(found.rights))
    contexts = Contexts(deck)
    for pair, other in permutations(found.pairs, 2):
        note, part = pair.card.note, pair.card.item.part
        spelled = note.kind.spelled(note.question, part)
        assert spelled is not None
        said = other.card.note.plain_of(other.back)
        assert judge(spelled, spelled.a, spelled.accept, said, contexts.of(note, part)).fraction == 0
    (extra,) = set(found.rights) - {pair.back for pair in found.pairs}
    assert all(found.rights[found.right_of(at)] == pair.back for at, pair in enumerate(found.pairs))
    assert all(pair.back != extra for pair in found.pairs)


def test_six_pairs_and_an_answer_that_fits_nothing():
    found = drawn(capitals(*TOWNS))
    assert found is not None
    assert [len(found.pairs), len(found.rights)] == [6, 7]
    assert found == drawn(capitals(*TOWNS))
    assert found != drawn(capitals(*TOWNS), seed=2)


def test_three_pairs_at_least():
    found = drawn(capitals(*TOWNS[:4]))
    assert found is not None
    assert len(found.pairs) == 3
    assert drawn(capitals(*TOWNS[:3])) is None


def test_an_answer_that_the_learner_called_right_too_stays_off():
    deck = capitals(*TOWNS[:4])
    assert drawn(deck, excluded=("Lima",)) is None


def test_sides_are_not_mixed():
    towns = [Basic(q=f"country{at}", a=town, reverse=True) for at, town in enumerate(TOWNS[:7])]
    found = drawn(deck_of(*towns))
    assert found is not None
    assert len({pair.card.item.part for pair in found.pairs}) == 1


def test_short_cards_that_are_answered_by_one_text():
    fit = (
        Basic(q="q", a="a"),
        TypedQuestion(q="q", a="a"),
        Choice(q="q", a="a", wrong=(Option("b"),)),
    )
    unfit = (
        Basic(q="q" * 91, a="a"),
        Basic(q="q", a="a" * 49),
        Basic(q="![map](map.png)", a="a"),
        TrueFalse(statement="q", is_=True),
        Numeric(q="q", number="3"),
    )
    assert all(is_short(Note(question=question), kind_of(question).parts(question)[0]) for question in fit)
    assert not any(is_short(Note(question=one), kind_of(one).parts(one)[0]) for one in unfit)
    assert not is_short(Note(question=fit[0], image="map.png"), "")
    assert not is_short(Note(question=fit[0], media="sound.ogg"), "")


def test_a_pair_is_graded_as_a_choice_among_the_answers_that_are_left():
    found = drawn(capitals(*TOWNS))
    assert found is not None
    free = set(range(7)) - {found.right_of(1)}
    posed = found.posed(0, free)
    prompt = posed.ask(3)
    context = Contexts(capitals(*TOWNS)).of(found.pairs[0].card.note, "")
    verdicts = [posed.grade(prompt, Picked(found.rights[at]), context) for at in sorted(free)]
    assert [verdict.fraction == 1 for verdict in verdicts] == [at == found.right_of(0) for at in sorted(free)]
    assert {verdict.options for verdict in verdicts} == {6}
    assert posed.grade(prompt, DontKnow(), context).outcome == "unknown"


def test_what_one_key_answers():
    deck = deck_of(
        *(Basic(q=f"Which capital is number {at}?", a=town) for at, town in enumerate(TOWNS)),
        TrueFalse(statement="Rain is wet.", is_=True),
        Numeric(q="How many?", number="3"),
        Choice(q="Which river?", a="Danube", wrong=(Option("Rhine"),)),
    )
    near = Neighbours(deck, Contexts(deck))
    by_name = {card.note.kind.name: quick(card, lambda: near, Random(1).randrange(9)) for card in cards(deck)}
    assert {name: posed and posed.kind.name for name, posed in by_name.items()} == {
        "basic": "choice",
        "true_false": "true_false",
        "numeric": None,
        "choice": "choice",
    }
    assert all(posed is None or posed.scored for posed in by_name.values())
