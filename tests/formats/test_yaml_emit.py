"""What is written for a card reads back as it was, without a word from the loader, and looks as by hand."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core.deck import Note, Span
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import Value, emit_item, item_data, items, replace_item, set_key
from quizapp.formats.yaml_emit import Style, entry, flow, item, scalar
from tests.formats.splicing import TEXTS, texts, values

ROOT = Path(__file__).parents[2]
DECKS = sorted((ROOT / "decks").rglob("*.yaml"))
REAL = Path(os.environ.get("QUIZAPP_REALDECKS", ""))


def bare(note: Note | None) -> Note | None:
    return note and replace(note, span=Span())


def assert_reads_back(path: Path) -> int:
    """Every card of a deck, written anew below the deck's own head, says what it said."""
    text = path.read_text("utf-8")
    before = read(text.encode(), path.name)
    assert before.deck is not None
    found = items(text)
    head = text[: text.rfind("\n", 0, found[0].start) + 1]
    written = "".join(emit_item(item_data(text, index)) for index in range(len(found)))
    after = read((head + written).encode(), path.name)
    assert after.deck is not None
    assert [problem.code for problem in after.problems] == [problem.code for problem in before.problems]
    assert list(map(bare, after.deck.notes)) == list(map(bare, before.deck.notes))
    return len(found)


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.name)
def test_every_card_of_our_decks_reads_back(path: Path) -> None:
    assert assert_reads_back(path) > 0


@pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")
def test_real_texts_read_back() -> None:
    """Whatever words people put on cards: each line of the real files of all formats makes a card."""
    for file in sorted(path for path in REAL.rglob("*") if path.suffix in (".csv", ".txt", ".md", ".yaml")):
        lines = file.read_text("utf-8", "replace").splitlines()[:3000]
        cards: list[dict[str, Value]] = [
            {"q": line, "a": [line[:30], line[30:]], "explain": f"{line}\n{line[::-1]}"}
            for line in lines
            if line.strip()
        ]
        text = "".join(map(emit_item, cards))
        assert [item_data(text, index) for index in range(len(cards))] == cards, file.name


@given(st.dictionaries(texts.filter(lambda text: "\n" not in text), values, min_size=1, max_size=4))
def test_any_card_reads_back(data: dict[str, Value]) -> None:
    (seen,) = yaml.load(emit_item(data), yaml.CBaseLoader)
    assert seen == data


@given(values, st.booleans())
def test_any_value_reads_back_in_each_form(value: Value, indented: bool) -> None:
    style = Style(indented=indented)
    assert yaml.load("\n".join(entry("k", value, style)), yaml.CBaseLoader) == {"k": value}
    assert yaml.load("\n".join(item(value, style)), yaml.CBaseLoader) == [value]
    for json in (False, True):
        assert yaml.load(f"[{flow(value, json=json)}]", yaml.CBaseLoader) == [value]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_costs_no_warning(text: str) -> None:
    """Save control characters, which no deck should hold."""
    loaded = read(emit_item({"q": "x", "a": text, "accept": [text, "y"]}).encode(), "deck.yaml")
    assert loaded.deck is not None
    codes = {problem.code for problem in loaded.problems}
    empty = {"value_missing", "item_empty"} if not text.strip() else set()
    assert codes <= {"control_character"} | empty
    if not codes:
        assert loaded.deck.notes[0].question.a == text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Oslo", "Oslo"),
        ("no", "no"),
        ("12:30", "12:30"),
        ("2025-07", "2025-07"),
        ("What is it: a cat?", '"What is it: a cat?"'),
        ("C #1", '"C #1"'),
        ('say "hi": x', "'say \"hi\": x'"),
        ("it's", "it's"),
        ("", '""'),
        ("a\tb", '"a\\tb"'),
        ("\u2028", '"\\u2028"'),
        ("\u00a0x", '"\u00a0x"'),
        ("\x07", '"\\u0007"'),
    ],
)
def test_texts_are_plain_where_that_is_safe(text: str, written: str) -> None:
    assert scalar(text, "value") == written


def test_a_card_looks_as_by_hand() -> None:
    data: dict[str, Value] = {
        "id": "wall-1989",
        "q": "In which year did the Berlin Wall fall?\n\nThink of *two* years.",
        "a": ["1989", "'89"],
        "wrong": ["Rhine, the", {"Latvia": "It has a Baltic coast."}, {"text": "x", "credit": "0.5"}],
        "cloze": "{{Oslo}} is",
        "language": {"front": "en", "back": "es"},
        "categories": {"Prime": ["2", "3"], "A longer name: with a colon": ["9"]},
        "order": ["A", ["B", "C"], "D"],
        "hint": [],
        "explain": "  indented\ncode",
        "check": ["A point that takes more room than brackets should ever hold", "two\nlines"],
        "gaps": {"1": {"wrong": ["Sun"]}},
    }
    assert emit_item(data) == (
        "- id: wall-1989\n"
        "  q: |-\n"
        "    In which year did the Berlin Wall fall?\n"
        "\n"
        "    Think of *two* years.\n"
        '  a: [1989, "\'89"]\n'
        "  wrong:\n"
        "  - Rhine, the\n"
        "  - Latvia: It has a Baltic coast.\n"
        "  - {text: x, credit: 0.5}\n"
        "  cloze: |-\n"
        "    {{Oslo}} is\n"
        "  language: {front: en, back: es}\n"
        "  categories:\n"
        "    Prime: [2, 3]\n"
        '    "A longer name: with a colon": [9]\n'
        "  order: [A, [B, C], D]\n"
        "  hint: []\n"
        "  explain: |2-\n"
        "      indented\n"
        "    code\n"
        "  check:\n"
        "  - A point that takes more room than brackets should ever hold\n"
        "  - |-\n"
        "    two\n"
        "    lines\n"
        "  gaps:\n"
        "    1:\n"
        "      wrong: [Sun]\n"
    )


@pytest.mark.parametrize(
    ("before", "key", "value", "after"),
    [
        ("- q: x  # why\n", "q", "a\nb", "- q: |-  # why\n    a\n    b\n"),
        ("- q: |  # why\n    a\n    b\n", "q", "c", "- q: |  # why\n    c\n"),
        ("- q: >-\n      a\n", "q", "c\nd", "- q: |-\n      c\n      d\n"),
        ("- q: 'x'\n", "q", "it's", "- q: 'it''s'\n"),
        ('- q: "x"\n', "q", "y", '- q: "y"\n'),
        ("- q:   x\n", "q", "y", "- q:   y\n"),
        ("- q:  # what?\n", "q", "y", "- q: y  # what?\n"),
        ("- q: x\n  hint:  # two\n  - a  # one\n  - b\n", "hint", "c", "- q: x\n  hint: c  # two\n"),
        ("- q: x\n  wrong:\n  - a  # one\n  - b\n", "wrong", ["a", "c", "d"],
         "- q: x\n  wrong:\n  - a  # one\n  - c\n  - d\n"),
        ("- q: x\n  wrong:\n  - a\n  - b  # two\n", "wrong", ["b"], "- q: x\n  wrong:\n  - b  # two\n"),
        ("- q: x\n  wrong: [ a,  'b' ]\n", "wrong", ["b"], "- q: x\n  wrong: [ 'b' ]\n"),
        ("- q: x\n  wrong: [a, b]\n", "wrong", ["z", "a", "b"], "- q: x\n  wrong: [z, a, b]\n"),
        ("- q: x\n  match:\n    a: b  # c\n    d: e\n", "match", {"a": "b", "f": "e", "g": "h"},
         "- q: x\n  match:\n    a: b  # c\n    f: e\n    g: h\n"),
        ("- q: x\n  a: y\n", "id", "i", "- id: i\n  q: x\n  a: y\n"),
        ("-   q: x\n    tags: [t]\n", "a", "y", "-   q: x\n    a: y\n    tags: [t]\n"),
        ("-\n  q: x\n", "id", "i", "-\n  id: i\n  q: x\n"),
        ("- {q: x, tags: t}\n", "a", ["y", "z: z"], '- {q: x, a: [y, "z: z"], tags: t}\n'),
        ('- {"q": "x"}\n', "a", "y", '- {"q": "x", "a": "y"}\n'),
        ("- front: x\n", "q", "y", "- front: y\n"),
        ("- q: x\n  wrong:\n    - a\n", "accept", ["A line that is too long for brackets, as it were."],
         "- q: x\n  accept:\n    - A line that is too long for brackets, as it were.\n  wrong:\n    - a\n"),
        ("- q: x\n  wrong:\n  - b\n", "wrong", ["a", "b"], "- q: x\n  wrong:\n  - a\n  - b\n"),
        ("- q: x\n  wrong:\n  - a\n  - b", "wrong", ["a"], "- q: x\n  wrong:\n  - a"),
        ("- q: x\n  wrong:\n  - a\n  - b", "wrong", [], "- q: x\n  wrong: []"),
        ("- q: x\n  wrong: []\n", "wrong", ["a"], "- q: x\n  wrong: [a]\n"),
        ("- q: x\n  wrong:\n  - a\n  -\n    b: c\n", "wrong", ["a"], "- q: x\n  wrong: [a]\n"),
        ("- q: x\n  wrong:\n  - a: b\n", "wrong", [{"a": "b", "c": "d"}],
         "- q: x\n  wrong:\n  - a: b\n    c: d\n"),
        ("- q: x\n  wrong:\n  - a: b\n    c: d\n", "wrong", [{"a": "b"}], "- q: x\n  wrong:\n  - a: b\n"),
        ("- q: x\n  wrong:\n  - a: b\n    c: d\n", "wrong", [{"c": "d"}], "- q: x\n  wrong:\n  - c: d\n"),
        ("- q: x\n  order:\n  - - a\n    - b\n", "order", [["z", "b"]],
         "- q: x\n  order:\n  - - z\n    - b\n"),
        ("- q: x\n  order:\n  - - a\n", "order", [["z", "a"]], "- q: x\n  order: [[z, a]]\n"),
        ("- q: x\n  wrong:\n  - &a a\n  - *a\n", "wrong", ["a", "b"], "- q: x\n  wrong: [a, b]\n"),
        ("- q: x\n  wrong: [&a a, b, *a]\n", "wrong", ["a", "b", "c"], "- q: x\n  wrong: [a, b, c]\n"),
        ("- q: &x Oslo\n", "q", "Rome", "- q: Rome\n"),
        ("- q: |2\n     a\n", "q", "b", "- q: b\n"),
        ("- q: |+\n    a\n\n  a: b\n", "q", "c\nd", "- q: |+\n    c\n    d\n\n  a: b\n"),
        ("- q: |\n    a\n", "q", " c", '- q: " c"\n'),
        ("- q: |\n    a\n", "q", "", '- q: ""\n'),
        ("- q: x\n  a:\n    y\n", "a", "z", "- q: x\n  a:\n    z\n"),
        ("- q: x\n  a: y\n", "a", {}, "- q: x\n  a: {}\n"),
        ("- q: x\n  categories:\n    A: [a]  # 1\n    B: [b]  # 2\n    C: [c]  # 3\n", "categories",
         {"A": ["a"], "C": ["c"]}, "- q: x\n  categories:\n    A: [a]  # 1\n    C: [c]  # 3\n"),
        ("- q: x\n  gaps: {1: [a], 2: [b]}\n", "gaps", {"2": ["b"]}, "- q: x\n  gaps: {2: [b]}\n"),
        ("- q: x\n  match: {a: b, c: d}\n", "match", {"c": "d", "a": "b"}, "- q: x\n  match: {c: d, a: b}\n"),
        ("- q: x\n  match: {a: b, c: d}\n", "match", {"c": "z"}, "- q: x\n  match: {c: z}\n"),
        ("- q: x\n  match: {}\n", "match", {}, "- q: x\n  match: {}\n"),
        ("- q: x\n  match: {}\n", "match", {"a": "b"}, "- q: x\n  match: {a: b}\n"),
        ("- q: x\n  wrong: [" + "word, " * 20 + "end]\n", "wrong", ["word"] * 20 + ["end", "z"],
         "- q: x\n  wrong:\n" + "  - word\n" * 20 + "  - end\n  - z\n"),
        ("- q: x\r\n  a: y\r\n", "a", "a\nb", "- q: x\r\n  a: |-\r\n    a\r\n    b\r\n"),
    ],
)  # fmt: skip
def test_a_value_keeps_its_dress(before: str, key: str, value: Value, after: str) -> None:
    edited = set_key(before, 0, key, value)
    assert edited.text == after
    assert item_data(after, 0)[key] == value


def test_a_replaced_card_stands_where_the_old_one_stood() -> None:
    deck = "cards:\n  # about x\n  - q: x # why\n    a: y\n\n  - q: z\n"
    card = emit_item({"q": "n", "explain": "a\nb"})
    after = "cards:\n  # about x\n  - q: n\n    explain: |-\n      a\n      b\n\n  - q: z\n"
    assert replace_item(deck, 0, card).text == after
    assert replace_item(deck, 0, "q: n\nexplain: |-\n  a\n  b\n").text == after
