"""Whatever cards come, the deck made of them reads without an error, and each one that stays out is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import Where
from quizapp.formats.base import ImportedCard, ImportedDeck, Source
from quizapp.formats.composing import Composed, compose, id_of, key_of, key_of_id, told_apart, with_ids
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_emit import Value
from tests.formats.fuzzing import bounded, watched

TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["yes", "null", "1.0", "- a", "a: b", "{{x}}", "# a", "|", "'", '"', "[x]"]),
)
VALUES = st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.dictionaries(TEXTS, TEXTS, max_size=2))
KEYS = st.sampled_from(
    ["q", "a", "wrong", "cloze", "statement", "is", "number", "match", "order", "tags", "hint", "id", "x"]
)
CARDS = st.lists(st.dictionaries(KEYS, VALUES, max_size=5), max_size=5)


def card(line: int = 1, key: str = "", **data: Value) -> ImportedCard:
    return ImportedCard(data=data, where=Where("x.csv", line), key=key)


def composed(*cards: ImportedCard, taken: frozenset[str] = frozenset(), title: str = "Tides") -> Composed:
    return compose(ImportedDeck(title=title, cards=cards), taken)


def ids(made: Composed) -> list[str]:
    return [str(one.data["id"]) for one in made.cards]


@given(CARDS, TEXTS)
def test_any_cards_make_a_deck_without_errors_or_are_told(cards: list[dict[str, Value]], title: str) -> None:
    made = composed(*[card(number, **data) for number, data in enumerate(cards, 1)], title=title)
    errors = [one for one in made.problems if one.severity == "error"]
    assert len(made.cards) + len(errors) == len(cards)
    assert all(one.where.file == "x.csv" and 0 < one.where.line <= len(cards) for one in errors)
    loaded = read(made.text.encode(), "made.yaml")
    assert not [one for one in loaded.problems if one.severity == "error"]
    assert loaded.deck is not None
    assert [note.id for note in loaded.deck.notes] == ids(made)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8), st.frozensets(st.sampled_from(["a", "b", "a-2"])))
def test_no_id_is_there_twice_or_taken(pairs: list[tuple[str, str]], taken: frozenset[str]) -> None:
    cards = [card(q=front or "x", a="yes", key=key) for front, key in pairs]
    made = [str(one.data["id"]) for one in with_ids(cards, taken)]
    assert len({*made}) == len(made) == len(cards)
    assert not taken & {*made}


@given(st.text(alphabet="ab #%~-", max_size=8))
def test_an_id_gives_back_the_key_of_the_source(key: str) -> None:
    plain = " ".join(key.split()).lstrip("~")
    assert "#" not in id_of(key)
    assert key_of_id(id_of(key)) == plain.replace("%23", "#")


def test_what_the_loader_refuses_is_told_where_it_was() -> None:
    made = composed(card(3, q="Why?", a="x"), card(7, q="", a="y"), card(9, q="How?", a="z"))
    (problem,) = made.problems
    assert (problem.code, problem.where.line) == ("import_refused", 7)
    assert ids(made) == ["why", "how"]


def test_the_same_card_twice_is_told_once_and_a_key_of_its_own_tells_it_apart() -> None:
    made = composed(
        *[card(line, q="Why?", a="x", key=key) for line, key in ((1, ""), (2, ""), (3, "own-key"))]
    )
    (problem,) = made.problems
    assert (problem.code, problem.where.line, problem.args["other"]) == ("import_same", 2, "1")
    assert ids(made) == ["why", "own-key"]


@pytest.mark.parametrize(
    "text", ["x" * 100_001, "![a](" * 30_000, "[a](b) " * 1001, "[[" * 30_000, "{{a}} b " * 301]
)
def test_texts_that_no_person_reads_cost_their_card_alone(text: str) -> None:
    with bounded(), watched():
        made = composed(card(1, q="Why?", a="x"), card(2, q="How?", a=[{"y": text}]))
    assert [(one.code, one.where.line) for one in made.problems] == [("import_overgrown", 2)]
    assert ids(made) == ["why"]


def test_an_edit_of_spaces_and_case_is_the_same_card() -> None:
    assert key_of(card(q="Why  Ebb?", a="x")) == key_of(card(q="why ebb?", a="y"))
    assert key_of(card(q="Why?", key="k")) == "k"


def test_a_deck_of_nothing_is_a_deck() -> None:
    loaded = read(composed().text.encode(), "made.yaml")
    assert loaded.deck is not None
    assert loaded.deck.notes == ()


def test_an_id_is_made_of_words_and_not_of_pictures() -> None:
    made = composed(card(q="What is it? ![a cell](media/cell.png)", a="x"), card(q="![](media/b.png)", a="y"))
    assert ids(made)[0] == "what-is-it"
    assert "media" not in ids(made)[1]


@pytest.mark.parametrize(
    ("name", "title"), [("my_words-a1.csv", "my words-a1"), ("_x__y.txt", "x y"), ("_.csv", "_"), ("", "")]
)
def test_a_file_names_a_deck_in_words(name: str, title: str) -> None:
    assert Source(name, b"").title == title


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from("xy"), st.sampled_from(["", "k"]))))
def test_each_card_of_a_deck_has_a_name_of_its_own(sides: list[tuple[str, str, str]]) -> None:
    cards = [card(q=front, a=back, key=key) for front, back, key in sides]
    named = told_apart(cards)
    assert [one.data for one in named] == [one.data for one in cards]
    assert len({one.name for one in named}) == len(cards)
    if cards:
        assert named[0].name == key_of(cards[0])


def test_many_cards_of_one_question_take_no_longer_than_others() -> None:
    cards = [card(number, q="Why?", a=str(number)) for number in range(20_000)]
    assert ids(composed(*cards))[-1] == "why-20000"
