"""Only some notes of a deck go."""

from pathlib import Path

from quizapp.formats.yaml_deck import read
from quizapp.store.shipping import narrowed, ship

DECK = "title: Hills\n# mine\ncards:\n- q: a\n  a: b\n- q: c\n  a: d\n\n- q: e\n  a: f\n"


def test_only_the_notes_that_are_wanted_go_in_text_and_deck(tmp_path: Path) -> None:
    path = tmp_path / "hills.yaml"
    path.write_text(DECK, encoding="utf-8")
    whole = ship([path])
    (some,) = narrowed(whole, {str(path): frozenset({0, 2})})
    assert [note.front(note.parts[0]) for note in some.deck.notes] == ["a", "e"]
    again = read(some.text.encode(), str(path))
    assert again.problems == ()
    assert again.deck == some.deck
    assert "# mine" in some.text


def test_decks_that_are_not_named_and_whole_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "hills.yaml"
    path.write_text(DECK, encoding="utf-8")
    whole = ship([path])
    assert narrowed(whole, {}) == whole
    (same,) = narrowed(whole, {str(path): frozenset({0, 1, 2})})
    assert same.text == DECK
