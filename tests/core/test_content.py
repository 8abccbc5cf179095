"""What a card says, as a hash: frozen, blind for case and spaces, sharp for everything else."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.content import content_hash, content_of
from quizapp.core.deck import Note
from quizapp.core.identity import normal
from quizapp.core.kinds.basic import Basic

texts = st.text(max_size=12)


@given(texts, texts)
def test_case_and_spaces_are_left_out(front: str, back: str) -> None:
    assert content_hash(f"  {front}\n ", back) == content_hash(front, f"\t{back}")
    assert content_hash("Straße X", "É") == content_hash("strasse  x", "E\u0301")


@given(st.tuples(texts, texts), st.tuples(texts, texts))
def test_other_words_are_another_hash(one: tuple[str, str], other: tuple[str, str]) -> None:
    same = [normal(text) for text in one] == [normal(text) for text in other]
    assert (content_hash(*one) == content_hash(*other)) is same


def test_the_rule_is_frozen() -> None:
    assert content_hash("What is the capital of Norway?", "Oslo") == "c4d70e7e2b38da28"


def test_each_card_of_a_note_has_its_own() -> None:
    note = Note(question=Basic(q="apple", a="manzana", reverse=True))
    forward, back = note.parts
    assert content_of(note, forward) == content_hash("apple", "manzana")
    assert content_of(note, back) == content_hash("manzana", "apple")
