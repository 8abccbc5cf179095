"""Files of new decks are named after their titles."""

import pytest

from quizapp.formats.deck_names import file_name


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Europe, first steps", (), "europe-first-steps.yaml"),
        ("Élan vital?", ("elan-vital.yaml",), "elan-vital-2.yaml"),
        ("Europe", ("EUROPE.yaml", "europe-2.yaml"), "europe-3.yaml"),
        ("…", (), "deck.yaml"),
        ("Реки", (), "реки.yaml"),
        ("a/b\\c", (), "a-b-c.yaml"),
        ("x" * 100, (), "x" * 60 + ".yaml"),
    ],
)
def test_a_file_is_named_after_its_title(title: str, taken: tuple[str, ...], name: str) -> None:
    assert file_name(title, taken) == name
