"""Whole files of other people: where questions stand, what they stand under, and what is no quiz at all."""

from pathlib import Path
from typing import Any

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats.base import Imported, Source
from quizapp.formats.foreign_yaml import FORMAT
from quizapp.formats.sources import open_source
from tests.formats.shipping import PNG


def read(text: str, name: str = "x.yaml", **choices: str) -> Imported:
    found = FORMAT.read(Source(name, text.encode()), choices)
    assert found.read == found.cards + len(found.skipped)
    return found


def cards(found: Imported) -> list[dict[str, Any]]:
    return [dict(card.data) for deck in found.decks for card in deck.cards]


def sides(found: Imported) -> list[tuple[Any, ...]]:
    return [(card.get("q"), card.get("a"), *card.get("tags", [])) for card in cards(found)]


SHAPES = {
    "list": ("x.json", '[{"question": "Q", "answer": "A"}]', [("Q", "A")]),
    "under a key": ("x.json", '{"questions": [{"question": "Q", "answer": "A"}]}', [("Q", "A")]),
    "by id": ("x.json", '{"questions": {"17": {"question": "Q", "answer": "A"}}}', [("Q", "A")]),
    "by number": (
        "x.yaml",
        "Q1:\n  text: Q\n  answer: A\nQ2:\n  text: R\n  answer: B\n",
        [("Q", "A"), ("R", "B")],
    ),
    "by topic": (
        "x.json",
        '{"history": {"easy": [{"q": "Q", "answer": "A"}], "hard": [{"q": "R", "answer": "B"}]}}',
        [("Q", "A", "history", "easy"), ("R", "B", "history", "hard")],
    ),
    "rounds": (
        "x.yaml",
        "title: T\nrounds:\n- title: One\n  questions:\n  - question: Q\n    answer: A\n",
        [("Q", "A", "One")],
    ),
    "categories": (
        "x.yaml",
        'categories:\n- name: "Two\\nlines"\n  questions:\n  - question: Q\n    answer: A\n',
        [("Q", "A", "Two lines")],
    ),
    "decks": (
        "x.json",
        '[{"id": 0, "title": "D", "cards": [{"id": 0, "front": "Q", "back": "A"}]}]',
        [("Q", "A", "D")],
    ),
    "documents": (
        "x.yaml",
        "title: T\n---\nquestion: Q\nanswer: A\n---\nquestion: R\nanswer: B\n",
        [("Q", "A"), ("R", "B")],
    ),
    "lines of JSON": (
        "x.jsonl",
        '{"question": "Q", "answer": "A"}\n\n{"question": "R", "answer": "B"}\n',
        [("Q", "A"), ("R", "B")],
    ),
    "question as key": (
        "x.json",
        '{"Who is it?": "A", "What is that?": "B"}',
        [("Who is it?", "A"), ("What is that?", "B")],
    ),
    "question as key, by topic": (
        "x.json",
        '{"All": {"Magic": {"Why are they here?": "A", "Who?": "B", "Is a:": "C"}}}',
        [
            ("Why are they here?", "A", "All", "Magic"),
            ("Who?", "B", "All", "Magic"),
            ("Is a:", "C", "All", "Magic"),
        ],
    ),
    "question as key in a list": (
        "x.yaml",
        "- Who is it?: A\n- What is that?: B\n",
        [("Who is it?", "A"), ("What is that?", "B")],
    ),
    "word as key": (
        "x.yaml",
        "words:\n  Hund:\n    answer: dog\n  Katze:\n    answer: cat\n",
        [("Hund", "dog"), ("Katze", "cat")],
    ),
    "words": ("x.yaml", "vocabulary:\n  Hund: dog\n  Katze: cat\n", [("Hund", "dog"), ("Katze", "cat")]),
    "words by the file's name": (
        "german-words.json",
        '{"Hund": "dog", "Katze": "cat"}',
        [("Hund", "dog"), ("Katze", "cat")],
    ),
    "languages": ("x.json", '[{"german": "Hund", "english": "dog"}]', [("Hund", "dog")]),
    "lists of two": ("x.yaml", "- [Q, A]\n-\n  - R\n  - B\n", [("Q", "A"), ("R", "B")]),
    "texts in two": ("x.json", '["Q;A", "R;B"]', [("Q", "A"), ("R", "B")]),
    "fields of notes": ("x.yaml", "notes:\n- guid: g\n  fields: [Q, A]\n", [("Q", "A")]),
    "Kahoot": (
        "x.json",
        '{"title": "K", "questions": [{"type": "quiz", "question": "Q", "time": 20000,'
        ' "choices": [{"answer": "A", "correct": true}, {"answer": "No", "correct": false}]}]}',
        [("Q", "A")],
    ),
    "SurveyJS": (
        "x.json",
        '{"pages": [{"name": "page1", "elements": [{"type": "radiogroup", "name": "q1", "title": "Q",'
        ' "choices": ["A", "B"], "correctAnswer": "A"}]}]}',
        [("Q", "A")],
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), SHAPES.values(), ids=SHAPES.keys())
def test_questions_are_found_wherever_they_stand(
    name: str, text: str, expected: list[tuple[str, ...]]
) -> None:
    assert sides(read(text, name)) == expected


def test_cards_have_the_line_and_the_id_of_the_source() -> None:
    found = read(
        "#\nquestions:\n- id: one\n  question: Q\n  answer: A\n\n- id: two\n  question: R\n  answer: B\n"
    )
    assert [(card.where.line, card.key) for card in found.decks[0].cards] == [(3, "one"), (7, "two")]
    assert (found.decks[0].title, read("title: T\nquestions:\n- q: Q\n  answer: A\n").decks[0].title) == (
        "x",
        "T",
    )


def test_a_header_is_kept() -> None:
    deck = read(
        "quiz_name: My quiz\nauthor: me\ndescription: about\nitems:\n- question: Q\n  answer: A\n"
    ).decks[0]
    assert (deck.title, deck.header) == ("My quiz", {"author": "me", "description": "about"})


def test_what_is_said_of_a_group_beside_its_title_is_told() -> None:
    text = "rounds:\n- title: R\n  description: Numbers.\n  items: [{question: Q, answer: 1}]\n"
    assert [(one.code, one.where.line, one.args) for one in read(text).problems] == [
        ("import_lost", 3, {"what": "description"})
    ]


H5P = """{"introPage": {"title": "T"}, "questions": [
{"library": "H5P.MultiChoice 1.16", "params": {"question": "<p>Q</p>", "answers": [
 {"text": "<div>A</div>", "correct": true, "tipsAndFeedback": {"chosenFeedback": "<p>Yes</p>"}},
 {"text": "<div>B</div>", "correct": false, "tipsAndFeedback": {"chosenFeedback": "No"}}]}},
{"library": "H5P.TrueFalse 1.8", "params": {"question": "So.", "correct": "false"}},
{"library": "H5P.Blanks 1.14", "params": {"questions": ["<p>Oslo is in *Norway/Norge:north*.</p>"]}},
{"library": "H5P.SingleChoiceSet 1.11", "params": {"choices": [
 {"question": "R", "answers": ["right", "wrong"]}]}},
{"library": "H5P.Dialogcards 1.9", "params": {"dialogs": [{"text": "front", "answer": "back"}]}}]}"""


def test_h5p_says_in_each_type_its_own_way_what_is_right() -> None:
    found = read(H5P, "content.json")
    assert cards(found) == [
        {"q": "Q", "a": "A", "wrong": [{"B": "No"}], "explain": "Yes"},
        {"statement": "So.", "is": "false"},
        {"cloze": "Oslo is in {{Norway :: north}}."},
        {"q": "R", "a": "right", "wrong": ["wrong"]},
        {"q": "front", "a": "back"},
    ]
    assert found.decks[0].title == "T"


OPENTDB = """{"response_code": 0, "results": [
{"type": "%s", "difficulty": "%s", "category": "%s", "question": "%s", "correct_answer": "%s",
 "incorrect_answers": [%s]}]}"""


@pytest.mark.parametrize(
    ("texts", "coding"),
    [
        (("multiple", "easy", "A &amp; B", "&quot;W&quot; it?", "M&uuml;ller", '"Ma&rsquo;s"'), ""),
        (("multiple", "easy", "A%20%26%20B", "%22W%22%20it%3F", "M%C3%BCller", '"Ma%E2%80%99s"'), "percent"),
        (("bXVsdGlwbGU=", "ZWFzeQ==", "QSAmIEI=", "IlciIGl0Pw==", "TcO8bGxlcg==", '"TWHigJlz"'), "base64"),
    ],
)  # fmt: skip
def test_open_trivia_in_all_its_encodings(texts: tuple[str, ...], coding: str) -> None:
    found = read(OPENTDB % texts, "x.json")
    assert cards(found) == [{"q": '"W" it?', "a": "Müller", "wrong": ["Ma’s"], "tags": ["A & B", "easy"]}]
    assert [one.code for one in found.problems] == (["import_coded"] if coding else [])
    assert [one.value for one in found.choices if one.key == "coding"] == ([coding] if coding else [])


def test_open_trivia_true_or_false_is_a_statement() -> None:
    found = read(OPENTDB % ("boolean", "easy", "Art", "It is so.", "False", '"True"'), "x.json")
    assert cards(found) == [{"statement": "It is so.", "is": "false", "tags": ["Art", "easy"]}]


@pytest.mark.parametrize(
    ("question", "answer", "markup"),
    [
        ("Which tag breaks a line?", "<br>", "plain"),
        ("<b>Who</b> is it?", "a &lt;b&gt;", "html"),
        ("What is `x`?", "a", "markdown"),
        ("2 * 3 * 4", "24", "plain"),
    ],
)
def test_how_texts_are_written_is_guessed_and_shown(question: str, answer: str, markup: str) -> None:
    found = read(f'[{{"question": "{question}", "answer": "{answer}"}}]', "x.json")
    assert next(one.value for one in found.choices if one.key == "text") == markup


def test_each_guess_is_a_drop_down_and_can_be_changed() -> None:
    text = "- question: Q\n  answer: A\n  translation: T\n"
    found = read(text)
    assert {one.key: one.value for one in found.choices if not one.key.startswith("enc")} == {
        "text": "plain", "question": "question", "answer": "answer", "options": "",
        "explain": "", "numbers": "1",
    }  # fmt: skip
    assert sides(read(text, answer="translation")) == [("Q", "T")]
    assert sides(read(text, question="answer", answer="question")) == [("A", "Q")]
    assert sides(read("- odd: Q\n  answer: A\n", question="odd")) == [("Q", "A")]


def test_pictures_beside_the_file_come_along(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "a.png").write_bytes(PNG)
    file = tmp_path / "quiz.json"
    file.write_text(
        '[{"question": "Q", "answer": "A", "image": "a.png"}, {"question": "R", "answer": "B", "image": "https://x.org/y.png"}]'
    )
    found = FORMAT.read(open_source(file), {})
    assert cards(found) == [{"q": "Q", "a": "A", "image": "media/a.png"}, {"q": "R", "a": "B"}]
    assert [one.read() for one in found.media] == [PNG]
    assert [(one.code, one.args["what"]) for one in found.problems] == [("import_lost", "image")]


OURS = """\
# mine
title: T
id: t
language: en
cards:
- id: x
  q: a *b*
  a: c
  typed: true   # why
- cloze: "{{c1::x}} y"
- q: nothing
"""


def test_a_deck_of_ours_is_taken_as_it_is_with_its_problems() -> None:
    found = read(OURS)
    assert (found.decks[0].title, found.decks[0].header) == ("T", {"id": "t", "language": "en"})
    assert cards(found) == [{"id": "x", "q": "a *b*", "a": "c", "typed": "true"}, {"cloze": "{{c1::x}} y"}]
    assert [(one.code, one.where.line) for one in found.skipped] == [("import_refused", 11)]


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: A\n    value: D\n",
        '{"name": "x", "version": "1.0.0", "scripts": {"build": "tsc"}, "dependencies": {"a": "^1"}}',
        '["a fact", "another one"]',
        '{"a": {"b": [1, 2, 3]}}',
        "[[1, 2], [3, 4]]",
        "just a text",
        "",
        "---\n---\n",
        "[]",
    ],
)
def test_what_holds_no_question_is_refused(text: str) -> None:
    with pytest.raises(QuizError, match="no cards"):
        read(text)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("x.yaml", "title: T\nquestions: none\n", "line 2: questions: needs a list"),
        ("x.yaml", "- question: Q\nanswer: A\n", "line 2"),
        ("x.json", '[{"question": "Q"\n "answer": "A"}]', "line 2: a comma or }"),
        ("x.json", '[{"question": "Q", ', "line 1: it ends"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_line(name: str, text: str, reason: str) -> None:
    with pytest.raises(QuizError, match=reason):
        read(text, name)


def test_what_stands_among_questions_and_is_none_is_told() -> None:
    found = read("- {question: Q, answer: A}\n- {prompt: R}\n- {question: S, answer: B}\n")
    assert sides(found) == [("Q", "A"), ("S", "B")]
    assert [(problem.where.line, problem.code) for problem in found.skipped] == [(2, "import_no_answer")]
