"""What is offered while a deck is written."""

import pytest

from quizapp.formats.deck_completion import suggest


def offered(before: str, *, in_card: bool = True, used: tuple[str, ...] = ()) -> tuple[int, list[str]]:
    found = suggest(before, in_card=in_card, used=used, sources=("un", "essay"))
    return found.typed, [one.text for one in found.found]


@pytest.mark.parametrize(
    ("before", "typed", "texts"),
    [
        ("  exp", 3, ["explain: "]),
        ("- clo", 3, ["cloze: "]),
        ("  status: ", 0, ["fact", "claim", "forecast", "background"]),
        ("  status: f", 1, ["fact", "forecast"]),
        ("  suspended: t", 1, ["true"]),
        ("  source: ", 0, ["un", "essay"]),
        ("  kind: ty", 2, ["typed"]),
        ("  q: What", 4, []),
        ("  q: What is", 0, []),
        ("  # exp", 0, []),
        ("  - ", 0, []),
    ],
)
def test_keys_and_words_fit_what_was_typed(before: str, typed: int, texts: list[str]) -> None:
    assert offered(before) == (typed, texts)


def test_a_key_that_is_there_is_not_offered_again() -> None:
    assert offered("  hi") == (2, ["hide: ", "hint: "])
    assert offered("  hi", used=("hint",)) == (2, ["hide: "])


def test_the_deck_has_keys_of_its_own() -> None:
    assert offered("desc", in_card=False) == (4, ["description: "])
    assert offered("ask: ", in_card=False)[1] == ["written", "typed", "choice", "promote"]


def test_each_key_says_what_it_is_for() -> None:
    assert all(one.about for one in suggest("e", in_card=True, used=(), sources=()).found)
