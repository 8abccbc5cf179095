"""A deck file as a Deck: its keys, its cards, and where they stand."""

import subprocess
import sys
from decimal import Decimal

import pytest

from quizapp.core.deck import Citation, Deck, Language, Note, Source
from quizapp.core.kinds.base import Accept, Option
from quizapp.formats.yaml_deck import Loaded, read

FULL = """\
# A comment
title: Europe, first steps
id: europe-1
description: >-
  Rivers and
  capitals
author: Ada
license: CC-BY-4.0
version: 1.10
language: en
tags: geography, first steps
sources:
  un: UN Statistics Division, https://unstats.un.org
  atlas: {title: An Atlas, author: Bo, date: 2020}
sequence: blocked
exams:
- {title: Midterm, count: 20, skip: no}
defaults:
  reverse: yes
  hint: think
  status: fact
cards:
- q: What is the capital of Norway?
  a: Oslo # the only one

- id: wall-1989
  question: In which year did the Berlin Wall fall?
  answer: 1989
  typed: true
  accept:
  - nineteen *
  - {text: 89, credit: 0.5}
  reverse: No
  tags: [history, geography]
  hint:
  - one
  - two
  explain: |
    In *November*.

  source: un
  at: p. 5
  status: claim
  by: Somebody
  as_of: 1989-11
  valid_until: 2030
  image: media/wall.png
  alt: A wall
  media: media/wall.mp3
  not_with: '1990'
  group: g
  answer_type: date
  pass: 0.75
  note: for me
  suspended: true
  language: {back: de}
"""


def load(text: str, path: str = "decks/file name.yaml") -> Loaded:
    return read(text.encode(), path)


def deck(text: str) -> Deck:
    loaded = load(text)
    assert loaded.problems == ()
    assert not loaded.broken
    assert loaded.deck is not None
    return loaded.deck


def note(text: str) -> Note:
    (only,) = deck(text).notes
    return only


def codes(text: str) -> list[str]:
    return [problem.code for problem in load(text).problems]


def test_the_keys_of_a_deck() -> None:
    full = deck(FULL)
    assert (full.path, full.title, full.id) == ("decks/file name.yaml", "Europe, first steps", "europe-1")
    assert (full.description, full.author) == ("Rivers and capitals", "Ada")
    assert (full.license, full.version, full.sequence) == ("CC-BY-4.0", "1.10", "blocked")
    assert full.language == Language("en", "en")
    assert full.tags == ("geography", "first steps")
    assert full.sources == {
        "un": Source(title="UN Statistics Division, https://unstats.un.org"),
        "atlas": Source(title="An Atlas", author="Bo", date="2020"),
    }
    assert next(full.cards())[2] == "forward"


def test_what_the_deck_says_of_all_cards() -> None:
    first = deck(FULL).notes[0]
    assert first.question.q == "What is the capital of Norway?"  # type: ignore[attr-defined]
    assert first.question.reverse  # type: ignore[attr-defined]
    assert (first.hint, first.status, first.tags) == (("think",), "fact", ("geography", "first steps"))
    assert first.language == Language("en", "en")


def test_the_keys_of_a_card() -> None:
    last = deck(FULL).notes[1]
    assert last.kind.name == "typed"
    assert last.question.accept == (Accept("nineteen *"), Accept("89", Decimal("0.5")))  # type: ignore[attr-defined]
    assert not last.question.reverse  # type: ignore[attr-defined]
    assert (last.id, last.tags, last.hint) == (
        "wall-1989",
        ("geography", "first steps", "history"),
        ("one", "two"),
    )
    assert last.explain == "In *November*."
    assert last.source == (Citation("un", "p. 5"),)
    assert (last.status, last.by, last.as_of, last.valid_until) == ("claim", "Somebody", "1989-11", "2030")
    assert (last.image, last.alt, last.media) == ("media/wall.png", "A wall", "media/wall.mp3")
    assert (last.not_with, last.group, last.answer_type) == (("1990",), "g", "date")
    assert (last.pass_, last.note, last.suspended) == (Decimal("0.75"), "for me", True)
    assert last.language == Language("en", "de")
    assert last.plain == {"In *November*.": "In November."}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_spans_are_the_text_of_the_cards(newline: str, mark: str) -> None:
    text = FULL.replace("\n", newline)
    first, last = deck(mark + text).notes
    assert text[first.span.start : first.span.end].endswith("a: Oslo")
    assert (first.span.line, first.span.column) == (23, 3)
    assert text[last.span.start : last.span.end].startswith("id: wall-1989")
    assert text[last.span.start : last.span.end].endswith("language: {back: de}")
    assert last.span.line == 26


@pytest.mark.parametrize(
    ("item", "span"),
    [
        ("- q: x\n  a: y\n  # comment\n", "q: x\n  a: y"),
        ("-\n  q: x\n  a: y\n\n\n", "q: x\n  a: y"),
        ("- {q: x, a: y}  # comment\n", "{q: x, a: y}"),
        ("- q: x\n  a: |+\n    y\n\n\n", "q: x\n  a: |+\n    y"),
        ("- q: x\n  a: y\n  hint:\n  - u\n  - v  # w\n", "q: x\n  a: y\n  hint:\n  - u\n  - v"),
        ("- q: x\n  a: y\n  hint: [u,\n    v] # w\n", "q: x\n  a: y\n  hint: [u,\n    v]"),
    ],
)
def test_a_span_ends_with_the_last_leaf(item: str, span: str) -> None:
    for before, after in (
        ("", ""),
        ("title: t\ncards:\n", "license: x\n"),
        ("# c\n---\ntitle: t\n---\n", ""),
    ):
        text = before + item + after
        place = note(text).span
        assert text[place.start : place.end] == span
        assert place.line == text.count("\n", 0, place.start) + 1


def test_a_bare_list_has_the_title_of_its_file() -> None:
    assert deck("- q: x\n  a: y\n").title == "file name"
    assert deck("title: t\n---\n- q: x\n  a: y\n").title == "t"
    assert deck("deck: t\ncards:\n- q: x\n  a: y\n").title == "t"
    assert deck("cards: [{q: x, a: y}]\ntitle: t\n").title == "t"
    assert deck('{"title": "t", "cards": [\n{"q": "x", "a": "y"}\n]}\n').title == "t"
    assert deck("  title: t\n  cards:\n  - q: x\n    a: y\n").title == "t"
    assert deck("'title': t\n\"cards\" :  # all\n\n# of them\n- q: x\n  a: y\n").title == "t"


@pytest.mark.parametrize("keys", ["q a", "front back", "question answer", "term definition"])
def test_aliases(keys: str) -> None:
    front, back = keys.split()
    assert note(f"- {front}: x\n  {back}: y\n").question == note("- q: x\n  a: y\n").question
    assert codes(f"- {front}: x\n") == ["key_missing"]
    assert codes(f"- {front}: x\n  q: y\n  a: z\n")[0] == "duplicate_key"


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ("{q: x, a: y}", "basic"),
        ("{q: x, a: y, wrong: z}", "choice"),
        ("{q: x, a: [y], wrong: [z]}", "multi"),
        ("{q: x, a: [], wrong: [y, z]}", "multi"),
        ("{q: x, a: y, typed: On}", "typed"),
        ("{q: x, a: y, typed: no}", "basic"),
        ("{q: x, a: y, accept: z}", "typed"),
        ('{cloze: "{{x}}"}', "cloze"),
        ("{statement: x, is: FALSE}", "true_false"),
        ("{statement: x, is: Not stated}", "verdict"),
        ("{q: x, a: y, image: z.png}", "basic"),
        ("{kind: choice, q: x, a: y, wrong: [z]}", "choice"),
    ],
)
def test_the_keys_decide_the_kind(card: str, kind: str) -> None:
    loaded = load(f"- {card}\n")
    assert loaded.deck is not None
    assert [note.kind.name for note in loaded.deck.notes] == [kind]


def test_the_header_survives_an_error_in_it() -> None:
    loaded = load("title: t: u\nauthor: a\ncards:\n- q: x\n  a: y\nlicense: x: y\nversion: 3\n")
    assert loaded.deck is not None
    assert (loaded.deck.title, loaded.deck.author, loaded.deck.version) == ("file name", "a", "3")
    assert len(loaded.deck.notes) == 1
    assert loaded.broken


def test_a_default_is_read_once_and_told_once() -> None:
    text = "defaults: {reverse: maybe, hint: h, draw: 1}\ncards:\n"
    text += "- {q: x, a: y}\n- {q: x, a: y, hint: z}\n- {q: x, a: y, wrong: z}\n"
    loaded = load(text)
    assert [problem.code for problem in loaded.problems] == ["word_expected"]
    assert loaded.deck is not None
    assert [note.hint for note in loaded.deck.notes] == [("h",), ("z",), ("h",)]


def test_a_default_may_decide_the_kind() -> None:
    cards = deck("defaults: {typed: true}\ncards:\n- {q: x, a: y}\n- {statement: x, is: true}\n").notes
    assert [note.kind.name for note in cards] == ["typed", "true_false"]


def test_options_with_feedback() -> None:
    card = note("- q: x\n  a: y\n  wrong:\n  - b\n  - c: d\n  - {text: e, feedback: f, credit: 0.25}\n")
    options = (Option("b"), Option("c", "d"), Option("e", "f", Decimal("0.25")))
    assert card.question.wrong == options  # type: ignore[attr-defined]
    assert note("- {q: x, a: y, wrong: {b: c, d: e}}\n").question.wrong == (  # type: ignore[attr-defined]
        Option("b", "c"),
        Option("d", "e"),
    )


def test_sources() -> None:
    text = "sources: {un: The UN, who: The WHO}\ncards:\n- q: x\n  a: y\n  source: "
    assert note(text + "un").source == (Citation("un"),)
    assert note(text + "A book by me").source == (Citation("A book by me"),)
    assert note(text + "[un, {name: who, at: p. 3}, who: p. 4]").source == (
        Citation("un"),
        Citation("who", "p. 3"),
        Citation("who", "p. 4"),
    )
    (problem,) = load(text + "wha").problems
    assert problem.fix is not None
    assert problem.fix.text == "who"


def test_the_loader_loads_no_window_and_no_markdown() -> None:
    script = (
        "import sys; from quizapp.formats.yaml_deck import read; read(b'- q: x\\n  a: y\\n', 'd');"
        "print({'PySide6', 'sqlite3', 'markdown_it'} & sys.modules.keys() or 'none')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "none"
