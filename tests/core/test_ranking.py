"""Finding one of many short texts by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.ranking import Entry, rank

TEXTS = (
    "Home",
    "All cards",
    "Quiz or exam",
    "Larger text",
    "Setting: Text size",
    "Study Groups on the list",
    "Edit Groups on the list",
    "Back up now",
    "Quit",
)
ENTRIES = tuple(Entry(text.casefold(), text) for text in TEXTS)
WORDS = st.text("abcdefgot ", min_size=0, max_size=12)


def first(typed: str, *recent: str) -> list[str]:
    return [TEXTS[at] for at in rank(ENTRIES, typed, recent)]


@given(st.lists(WORDS, max_size=8), WORDS, st.lists(st.integers(0, 9).map(str), max_size=4))
def test_each_is_listed_at_most_once_and_without_letters_all(texts: list[str], typed: str, recent: list[str]):
    entries = [Entry(str(at), text) for at, text in enumerate(texts)]
    found = rank(entries, typed, recent)
    assert len(set(found)) == len(found)
    if not typed.strip():
        assert set(found) == set(range(len(texts)))


@given(st.lists(WORDS, min_size=1, max_size=8), st.data())
def test_a_text_is_found_by_the_beginnings_of_its_words_in_any_order(texts: list[str], data: st.DataObject):
    at = data.draw(st.integers(0, len(texts) - 1))
    words = texts[at].split()
    typed = " ".join(
        word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words))
    )
    assert at in rank([Entry(str(n), text) for n, text in enumerate(texts)], typed)


@given(st.lists(st.integers(0, len(TEXTS) - 1), unique=True))
def test_lately_used_come_first_in_their_order(used: list[int]):
    found = rank(ENTRIES, "", [ENTRIES[at].name for at in used])
    assert found[: len(used)] == tuple(used)
    assert list(found[len(used) :]) == [at for at in range(len(TEXTS)) if at not in used]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("text size", "Setting: Text size"),
        ("size text", "Setting: Text size"),
        ("grps", ""),
        ("goups", "Study Groups on the list"),
        ("edit gr", "Edit Groups on the list"),
        ("QUIT", "Quit"),
        ("bakc up", "Back up now"),
        ("xyz", ""),
    ],
)
def test_what_is_meant(typed: str, wanted: str):
    assert next(iter(first(typed)), "") == wanted


def test_a_use_decides_between_equals_and_never_over_a_better_one():
    assert first("groups", "edit groups on the list")[0] == "Edit Groups on the list"
    assert first("quit", "quiz or exam")[0] == "Quit"


def test_words_beside_the_text_find_it_too_but_later():
    entries = (Entry("theme", "Theme", "dark light"), Entry("dark", "Dark decks"))
    assert rank(entries, "dark") == (1, 0)


def test_accents_may_be_left_out():
    assert rank((Entry("a", "Géométrie"),), "geom") == (0,)
