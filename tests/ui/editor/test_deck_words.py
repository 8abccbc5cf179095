"""The form of a deck: each key of the format is in it, or known to be written elsewhere."""

from quizapp.formats.card_keys import DECK
from quizapp.formats.deck_form import ALWAYS, ELSEWHERE, deck_fields
from quizapp.ui.editor.words import words


def test_each_key_of_a_deck_has_a_field_with_a_name_or_its_place_elsewhere() -> None:
    keys = [field.key for field in deck_fields()]
    assert set(keys) | ELSEWHERE == set(DECK)
    assert not set(keys) & ELSEWHERE
    assert tuple(keys[: len(ALWAYS)]) == ALWAYS
    assert all(words.of(field, "").name for field in deck_fields())
