"""What a deck file is told: the code, the place, and the card's name."""

import re

import pytest

from quizapp.formats.yaml_deck import Loaded, read


def load(text: str) -> Loaded:
    return read(text.encode(), "decks/file name.yaml")


@pytest.mark.parametrize(
    ("card", "code", "column"),
    [
        ("{q: x, a: [y]}", "list_without_wrong", 11),
        ("{statement: x, cloze: y}", "kinds_two", 23),
        ("{kind: riddle, q: x, a: y}", "kind_unknown", 8),
        ("{statement: x, is: maybe}", "word_expected", 20),
        ("{q: x, a: y, wrong: [y]}", "option_twice", 22),
        ("{q: x, a: y, is: true}", "key_idle", 14),
        ("{q: x, a: y, draw: many, wrong: z}", "whole_number_expected", 20),
        ("{q: x, a: y, pass: nan}", "number_expected", 20),
        ("{q: x, a: y, pass: 1e99999999}", "number_expected", 20),
        ("{q: x, a: y, pass: 2}", "share_expected", 20),
        ("{q: x, a: y, reverse: maybe}", "word_expected", 23),
        ("{q: x, a: y, id: 'a#b'}", "id_character", 18),
        ("{q: x, a: y, source: wiki}", "source_unknown", 22),
        ("{q: x, a: y, at: p}", "at_alone", 14),
        ("{q: x, a: y, source: [a b, c d], at: p}", "at_alone", 34),
        ("{q: x, a: y, status: claim}", "claim_without_by", 22),
        ("{q: x, a: y, as_of: 2024-02-30}", "date_unclear", 21),
        ("{q: x, a: y, valid_until: soon}", "date_unclear", 27),
        ("{q: x, a: y, language: English}", "language_unknown", 24),
        ("{q: x, a: y, language: {front: en, side: b}}", "unknown_key", 36),
        ("{q: x, a: y, hint: }", "option_empty", 14),
        ("{q: x, a: y, hint: [u, '']}", "item_empty", 24),
        ("{q: x, a: y, source: {at: p}}", "key_missing", 22),
        ('{q: x, a: "b\\x07"}', "control_character", 11),
        ("[q, a]", "card_expected", 1),
    ],
)
def test_problems_of_cards(card: str, code: str, column: int) -> None:
    (problem,) = load(f"- {card}\n").problems
    assert (problem.code, problem.where.line, problem.where.column) == (code, 1, column + 2)
    assert problem.message


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "file_empty", 1),
        (" \n\n", "file_empty", 1),
        ("# nothing\n", "cards_missing", 1),
        ("hello\n", "deck_expected", 1),
        ("title: t\n", "cards_missing", 1),
        ("title: t\ncards:\n", "cards_empty", 2),
        ("title: t\ncards: none\n", "cards_no_list", 2),
        ("title: t\ncards:\n  q: x\n", "cards_no_list", 3),
        ("titel: t\ncards:\n- {q: x, a: y}\n", "unknown_key_like", 1),
        ("colour: t\ncards:\n- {q: x, a: y}\n", "unknown_key", 1),
        ("hint: t\ncards:\n- {q: x, a: y}\n", "key_of_cards", 1),
        ("title: [t]\ncards:\n- {q: x, a: y}\n", "text_expected", 1),
        ("language: Klingon\ncards:\n- {q: x, a: y}\n", "language_unknown", 1),
        ("defaults: x\ncards:\n- {q: x, a: y}\n", "map_expected", 1),
        ("defaults: {id: z}\ncards:\n- {q: x, a: y}\n", "unknown_key", 1),
        ("sources: x\ncards:\n- {q: x, a: y}\n", "map_expected", 1),
        ("title: &t u\nauthor: *t\ncards:\n- {q: x, a: y}\n", "quote_needed", 2),
        ("title: 'u\ncards:\n- {q: x, a: y}\n", "quote_broken", 1),
        ("cards:\n  - {q: x, a: y}\n- {q: x, a: y, id: z}\n", "dash_column", 3),
        ("cards:\n- {q: x, a: y}\nversion: 1\n- {q: x, a: y, id: z}\n", "cards_go_on", 4),
        ("title: t\ncards:\n- {q: x, a: y}\ntitle: u\n", "duplicate_key", 4),
        ("cards: [&c {q: x, a: y}, *c]\n", "alias_card", 1),
        ("cards: [{q: &t x, a: y}, {q: *t, a: z}]\n", "alias_outside", 1),
        ("cards:\n- {q: &t x, a: y}\n- {q: *t, a: z}\n", "alias_outside", 3),
        ("questions:\n- {question: x, answer: y}\n", "file_foreign", 1),
        ("- guid: x\n  fields: [a, b]\n", "file_foreign", 1),
    ],
)
def test_problems_of_decks(text: str, code: str, line: int) -> None:
    found = [(problem.code, problem.where.line) for problem in load(text).problems]
    assert (code, line) in found
    assert len(found) == 1 + ("&" in text)


def test_the_same_id_twice() -> None:
    loaded = load("- {q: x, a: y, id: b}\n- {q: z, a: y, id: c}\n- {q: w, a: y, id: b}\n")
    assert loaded.deck is not None
    assert [note.id for note in loaded.deck.notes] == ["b", "c", "b"]
    (problem,) = loaded.problems
    assert (problem.code, problem.where.line, problem.args["first"], problem.card) == (
        "duplicate_id",
        3,
        "1",
        "w",
    )


def test_a_key_of_another_program_is_told_once() -> None:
    cards = "".join(f"- {{type: basic, id: c{i}, front: x{i}, back: y}}\n" for i in range(12))
    loaded = load("title: t\ncards:\n" + cards)
    assert loaded.deck is not None
    assert len(loaded.deck.notes) == 12
    (problem,) = loaded.problems
    assert (problem.code, problem.where.line, problem.args["count"]) == ("unknown_key_often", 3, "12")


def test_a_problem_names_its_card() -> None:
    long = "word " * 30
    (first, second) = load(f"- id: b\n  q: {long}\n  tags: t\n- statement: st\n  is: perhaps\n").problems
    assert first.card.startswith("word word")
    assert first.card.endswith("…")
    assert len(first.card) == 60
    assert second.card == "st"
    (broken,) = load("- q: a: b\n  a: c\n").problems
    assert broken.card == "a: b"


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("{q: x, order: [A, '**A**', C]}", "The item “A” is there twice. Each item has one place."),
        (
            "{q: x, list: [A, [B, '*A*']]}",
            "“A” stands for two items of the list. A form belongs to one item.",
        ),
        ("{q: x, list: [A, B], reject: ['*B*']}", "“B”"),
        ("{q: x, match: {A: 1, '**A**': 2}}", "“A”"),
        ("{q: x, match: {A: 1, B: 2}, extra: ['**2**']}", "“2”"),
        ("{q: x, categories: {g: [A, '*A*'], h: [B]}}", "“A”"),
    ],
)
def test_texts_that_read_the_same_are_reported_as_the_same(card: str, said: str) -> None:
    [problem] = load(f"cards: [{card}]").problems
    assert said in problem.message
    assert problem.where.line == 1
    other = re.sub(r"(?<=\*)\w", "Z", card)
    assert load(f"cards: [{other}]").problems == ()


def test_pictures_may_share_their_words() -> None:
    left = "{q: x, match: {'![a cat](one.png)': Tom, '![a cat](two.png)': Tim}}"
    assert load(f"cards: [{left}]").problems == ()


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("{q: x, number: [1, 2]}", "number: needs one value in place of [1, 2]."),
        (
            "{q: x, number: 5, tolerance: {2%: 0.5}}",
            "tolerance: {2%: 0.5} has none of the keys within:, credit:.",
        ),
    ],
)
def test_numbers_are_not_told_to_be_put_in_quotes(card: str, said: str) -> None:
    [problem] = load(f"cards: [{card}]").problems
    assert (problem.message, problem.fix) == (said, None)
