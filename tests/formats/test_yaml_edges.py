"""Splices at the edges: the first card, the last one, decks without any, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import Fix, QuizError
from quizapp.formats.cures import put
from quizapp.formats.deck_replace import Needle, find
from quizapp.formats.yaml_edit import (
    Edited,
    Value,
    delete_item,
    delete_items,
    header_data,
    insert_item,
    insert_items,
    item_data,
    item_source,
    items,
    move_item,
    new_id,
    pin_ids,
    replace_item,
    set_header,
    set_key,
    set_keys,
    whole_change,
)
from quizapp.formats.yaml_splice import then

CARD = "- q: x\n  a: y\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "cards:\n" + CARD),
        ("# mine\n\n", "# mine\n\ncards:\n" + CARD),
        ("title: t", "title: t\ncards:\n" + CARD),
        ("title: t\ncards:\n", "title: t\ncards:\n" + CARD),
        ("cards:  # none yet\nlicense: x\n", "cards: # none yet\n" + CARD + "license: x\n"),
        ("cards: []  # none\n", "cards: # none\n" + CARD),
        ('{"title": "t", "cards": []}\n', '{"title": "t", "cards": [{"q": "x", "a": "y"}]}\n'),
        ("{title: t, cards: []}\n", "{title: t, cards: [{q: x, a: y}]}\n"),
        ("- q: z", "- q: z\n- q: x\n  a: y"),
        ("- q: z\n\n- q: u\n# end\n", "- q: z\n\n- q: u\n\n" + CARD + "# end\n"),
        ("- q: |+\n    z\n\n# end\n", "- q: |+\n    z\n" + CARD + "\n# end\n"),
        ("cards:\r\n  - q: z\r\n", "cards:\r\n  - q: z\r\n  - q: x\r\n    a: y\r\n"),
        ("cards:\r  - q: z\r", "cards:\r  - q: z\r  - q: x\r    a: y\r"),
        ("title: t\n---\n- q: z\n", "title: t\n---\n- q: z\n" + CARD),
        ("[{q: z}]", "[{q: z}, {q: x, a: y}]"),
    ],
)
def test_a_card_is_appended(before: str, after: str) -> None:
    assert insert_item(before, len(items(before)), CARD).text == after
    back = delete_item(after, len(items(after)) - 1)
    assert len(items(back.text)) == len(items(before))


@pytest.mark.parametrize(
    ("before", "gone", "after"),
    [
        ("- q: a\n\n- q: b\n\n- q: c\n", [1], "- q: a\n\n- q: c\n"),
        ("- q: a\n\n- q: b\n\n- q: c\n", [2], "- q: a\n\n- q: b\n"),
        ("- q: a\n\n- q: b\n\n- q: c", [1, 2], "- q: a\n"),
        (
            "- q: a\n\n# about b\n- q: b # why\n  # more\n\n# alone\n\n- q: c\n",
            [1],
            "- q: a\n\n# alone\n\n- q: c\n",
        ),
        ("- q: a\n  b: |+\n    x\n\n- q: c\n", [1], "- q: a\n  b: |+\n    x\n\n"),
        ("title: t\ncards:\n- q: a\nlicense: x\n", [0], "title: t\ncards:\nlicense: x\n"),
        ("- q: a\n- q: it: is\n- q: c\n", [0, 1], "- q: c\n"),
        ("cards: [ {q: a}, {q: b}, ]\n", [1], "cards: [ {q: a}, ]\n"),
        ("cards: [ {q: a}, # one\n  {q: b}, # two\n]\n", [0], "cards: [  # one\n  {q: b}, # two\n]\n"),
        ("[{q: a}]\n", [0], "[]\n"),
    ],
)
def test_cards_go(before: str, gone: list[int], after: str) -> None:
    assert delete_items(before, gone).text == after


def test_a_card_moves_to_another_column() -> None:
    before = "cards:\n- q: a\n  x: |\n    b\n\n    c\n- q: d\n"
    other = "cards:\n  - q: z\n"
    moved = insert_item(other, 1, item_source(before, 0))
    assert moved.text == "cards:\n  - q: z\n  - q: a\n    x: |\n      b\n\n      c\n"
    assert move_item(before, 0, 0).changes == ()
    assert insert_items(before, 1, []).changes == ()


@pytest.mark.parametrize(
    ("before", "key", "value", "after"),
    [
        (CARD, "title", "t", "title: t\ncards:\n" + CARD),
        ("# mine\n\n# one\n" + CARD, "title", "t: u", '# mine\n\ntitle: "t: u"\ncards:\n# one\n' + CARD),
        ("", "title", "t", "title: t\n"),
        ("# mine", "title", "t", "# mine\ntitle: t\n"),
        ("cards:\n" + CARD, "title", "t", "title: t\ncards:\n" + CARD),
        ("cards:\n" + CARD + "license: x\n", "title", "t", "cards:\n" + CARD + "title: t\nlicense: x\n"),
        ("deck: t\nlanguage: en\ncards:\n", "title", "u", "deck: u\nlanguage: en\ncards:\n"),
        ("title: t\ncards:\n", "tags", ["a", "b"], "title: t\ntags: [a, b]\ncards:\n"),
        ("title: t\nid: i\ncards:\n", "id", None, "title: t\ncards:\n"),
        ('{"title": "t", "cards": []}', "id", "i", '{"title": "t", "id": "i", "cards": []}'),
        ("title: t\n---\n" + CARD, "id", "i", "title: t\nid: i\n---\n" + CARD),
        ("sources:\n  un: UN # u\ncards:\n" + CARD, "sources", {"un": "UN", "eu": "EU"},
         "sources:\n  un: UN # u\n  eu: EU\ncards:\n" + CARD),
    ],
)  # fmt: skip
def test_a_deck_gets_keys(before: str, key: str, value: Value | None, after: str) -> None:
    assert set_header(before, key, value).text == after
    assert header_data(after).get(key) == value


def refusals() -> list[tuple[str, object]]:
    twice, alias = "- q: x\n  q: y\n", "- q: &x Oslo\n  a: *x\n"
    return [
        ("there is no such card", lambda: set_key(CARD, 1, "q", "z")),
        ("there is no such card", lambda: delete_item(CARD, -1)),
        ("there is no such place", lambda: insert_item(CARD, 2, CARD)),
        ("cannot be read", lambda: set_key("- q: a: b\n", 0, "q", "z")),
        ("cannot be read", lambda: replace_item(CARD, 0, "- q: a: b\n")),
        ("not one card", lambda: replace_item(CARD, 0, "- q: a\n- q: b\n")),
        ("too much", lambda: insert_item(CARD, 0, "- q: " + "[" * 60 + "]" * 60)),
        ("no keys", lambda: set_key("- text\n", 0, "q", "z")),
        ("no text", lambda: set_key("- [a]: b\n", 0, "q", "z")),
        ("twice", lambda: set_key(twice, 0, "q", "z")),
        (r"refers to another text by \*", lambda: set_key(alias, 0, "a", "z")),
        ("would not|cannot|otherwise|cut", lambda: set_key(alias, 0, "q", "z")),
        ("nothing would be left", lambda: set_key("- q: x\n", 0, "q", None)),
        ("the card is empty", lambda: set_key("- {}\n", 0, "q", "z")),
        ("unusual", lambda: set_key("- ? q\n  : x\n", 0, "q", ["z"])),
        ("list of cards", lambda: insert_item("just words\n", 0, CARD)),
        ("something else than a list", lambda: insert_item("cards: text\n", 0, CARD)),
        ("list in brackets", lambda: set_header("[{q: x}]", "title", "t")),
    ]


@pytest.mark.parametrize(("reason", "change"), refusals())
def test_what_cannot_be_done_is_told(reason: str, change: object) -> None:
    with pytest.raises(QuizError, match=reason) as caught:
        change()  # type: ignore[operator]
    assert caught.value.code == "edit_refused"
    assert caught.value.args_by_name["reason"]


LAUGHS = "- q: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"  {key}: &{key} [{', '.join([f'*{below}'] * 10)}]\n"
    for below, key in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("text", [LAUGHS, "- q: &a [*a]\n", "- &a [*a]\n", "- q: &a {b: *a}\n"])
def test_a_card_that_repeats_without_end_is_refused(text: str) -> None:
    """And quickly: it is never written out."""
    deck = text + "- q: z\n  a: x\n"
    with pytest.raises(QuizError):
        item_data(deck, 0)
    with pytest.raises(QuizError):
        header_data("sources:\n  " + text[2:])
    assert [hit.card for hit in find(deck, Needle("x"))] == [1]
    assert delete_items(deck, [1]).text == text
    assert move_item(deck, 0, 1).text == "- q: z\n  a: x\n" + text
    assert set_key(deck, 1, "a", "u").text == text + "- q: z\n  a: u\n"


def test_ids_are_short_and_free() -> None:
    draws = iter([bytes(10), bytes(10), bytes(range(10))])
    assert new_id({"a000000000"}, lambda count: next(draws)[:count]) == "a123456789"
    many = {new_id(()) for _ in range(200)}
    assert len(many) == 200
    assert all(found[0].isalpha() and found.isalnum() and len(found) == 10 for found in many)


def test_ids_of_all_cards_are_pinned_at_one_go() -> None:
    text = "cards:\n- q: a\n- id: old\n  q: b\n-\n  q: c\n- {q: d}\n"
    pinned = pin_ids(text, {index: f"n{index}" for index in range(4)})
    assert (
        pinned.text == "cards:\n- id: n0\n  q: a\n- id: n1\n  q: b\n-\n  id: n2\n  q: c\n- {id: n3, q: d}\n"
    )
    assert len(pinned.changes) == 4


def test_several_keys_change_at_one_go() -> None:
    done = set_keys("- q: a\n- q: b\n", {0: {"status": "claim", "by": "x", "q": "z"}, 1: {"id": "i"}})
    assert done.text == "- q: z\n  status: claim\n  by: x\n- id: i\n  q: b\n"
    assert put("- q: a\n- q: b\n", done.changes) == done.text
    assert set_keys(CARD, {}).changes == ()
    assert set_key(CARD, 0, "note", None).changes == ()


def test_what_an_item_says_is_plain() -> None:
    text = '- front: "x"\n  a: [1, {b: c}]\n  match: {u: v}\n  hint: |\n    one\n    two\n  hint: twice\n'
    assert item_data(text, 0) == {"q": "x", "a": ["1", {"b": "c"}], "match": {"u": "v"}, "hint": "one\ntwo"}
    assert item_source("cards:\n    -  q: x\n       a: |\n         b\n", 0) == "-  q: x\n   a: |\n     b\n"
    assert item_source("[{q: x}]", 0) == "- {q: x}\n"


fixes = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("xyz", max_size=3)), max_size=3)


def random_edit(text: str, wanted: list[tuple[int, int, str]]) -> Edited:
    changes, done = [], -1
    for start, length, words in sorted(wanted):
        end = min(start + length, len(text))
        if done < start <= end:
            changes.append(Fix(start, end, words))
            done = end
    return Edited(put(text, changes), tuple(changes))


@given(st.text("ab\n", max_size=12), fixes, fixes)
def test_two_edits_make_one(
    text: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]
) -> None:
    one = random_edit(text, first)
    two = random_edit(one.text, second)
    both = then(one, two)
    assert both.text == two.text
    assert put(text, both.changes) == two.text
    ends = [place for fix in both.changes for place in (fix.start, fix.end)]
    assert ends == sorted(ends)
    assert put(text, whole_change(text, two.text).changes) == two.text
