"""Texts in several languages: one is read, whichever is wanted."""

import pytest

from quizapp.formats.multilang import languages, spoken
from tests.formats.moodle_made import XML, answer, question, quiz
from tests.formats.moodle_trips import read


def test_one_of_several_languages_is_read() -> None:
    spans = '<span lang="en" class="multilang">Hi</span> <span class="multilang" lang="fr">Salut</span>!'
    data = quiz(
        question("truefalse", spans, answer("100", "true")),
        question(
            "truefalse", "{mlang en}A{mlang}{mlang fr}B{mlang}", answer("0", "true") + answer("100", "false")
        ),
    )
    found = read(XML, data)
    (choice,) = found.choices
    assert (choice.value, [one.value for one in choice.options]) == ("en", ["en", "fr"])
    assert [each.data["statement"] for each in found.decks[0].cards] == ["Hi!", "A"]
    french = read(XML, data, language="fr").decks[0].cards
    assert [each.data["statement"] for each in french] == ["Salut!", "B"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("plain", "en", "plain"),
        ('<span lang="en">kept</span>', "fr", '<span lang="en">kept</span>'),
        ('<lang lang="en">a</lang><lang lang="fr">b</lang> c', "fr", "b c"),
        (
            '<span class="multilang" lang="en">a</span> x <span class="multilang" lang="fr">b</span>',
            "fr",
            "a x b",
        ),
        ("{mlang en,de}a{mlang}{mlang other}b{mlang}", "de", "a"),
        ("{mlang en}a{mlang}{mlang other}b{mlang}", "fr", "b"),
        ("{mlang en}a", "en", "{mlang en}a"),
    ],
)
def test_each_mark(text: str, language: str, expected: str) -> None:
    assert spoken(text, language) == expected


def test_languages_are_those_of_most_texts_first() -> None:
    assert languages(
        ["{mlang en}a{mlang}", "{mlang fr}b{mlang}{mlang other}c{mlang}", "{mlang fr}d{mlang}"]
    ) == (
        "fr",
        "en",
    )
