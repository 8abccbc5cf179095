"""Many cards changed at one go, found texts replaced: nothing but what was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import deck_replace
from quizapp.formats.cures import put
from quizapp.formats.deck_bulk import set_many, tag
from quizapp.formats.deck_replace import TEXT_KEYS, Needle, find, replace
from quizapp.formats.yaml_edit import item_data
from tests.formats.splicing import WrittenDeck, decks

DECK = """\
cards:
- q: The Rhine  # c
  a: "Rhine"
  wrong:
  - Elbe: not the rhine  # why
  - Rhinestone
  tags: x, y
- q: it: is
- cloze: |
    The {{Rhine}} is.
  id: rhine
  tags: [x]
- q: &r Rhine
  a: *r
"""


def test_tags_are_added_and_removed_in_their_form() -> None:
    added = tag(DECK, range(4), add=["new", "x"])
    assert [item_data(added.edited.text, index).get("tags") for index in (0, 2, 3)] == [
        "x, y, new",
        ["x", "new"],
        ["new", "x"],
    ]
    assert added.skipped == (1,)
    removed = tag(DECK, range(4), remove=["x"])
    assert [item_data(removed.edited.text, index).get("tags") for index in (0, 2, 3)] == ["y", None, None]
    assert tag(DECK, [2], add=["x"]).edited.changes == ()


def test_several_keys_are_set_at_one_go() -> None:
    done = set_many(DECK, [0, 2], {"status": "claim", "by": "A. Writer", "tags": None})
    assert put(DECK, done.edited.changes) == done.edited.text
    assert done.edited.text == (
        "cards:\n"
        "- q: The Rhine  # c\n"
        '  a: "Rhine"\n'
        "  wrong:\n"
        "  - Elbe: not the rhine  # why\n"
        "  - Rhinestone\n"
        "  status: claim\n"
        "  by: A. Writer\n"
        "- q: it: is\n"
        "- cloze: |\n"
        "    The {{Rhine}} is.\n"
        "  id: rhine\n"
        "  status: claim\n"
        "  by: A. Writer\n" + DECK[DECK.index("- q: &r") :]
    )


def test_a_card_that_repeats_a_text_is_skipped() -> None:
    done = set_many(DECK, [2, 3], {"a": "Danube"})
    assert done.skipped == (3,)
    assert item_data(done.edited.text, 2)["a"] == "Danube"
    assert done.edited.text.endswith("- q: &r Rhine\n  a: *r\n")


def test_places_are_shown_before_they_are_replaced() -> None:
    hits = list(find(DECK, Needle("rhine", "Rhône", words=True)))
    assert [(hit.card, hit.line, hit.key, hit.before, hit.after) for hit in hits] == [
        (0, 2, "q", "The Rhine", "The Rhône"),
        (0, 3, "a", "Rhine", "Rhône"),
        (0, 5, "wrong", "not the rhine", "not the Rhône"),
        (2, 9, "cloze", "The {{Rhine}} is.", "The {{Rhône}} is."),
        (3, 13, "q", "Rhine", "Rhône"),
        (3, 13, "a", "Rhine", "Rhône"),
    ]
    done = replace(DECK, [hits[0], hits[2], hits[3]])
    assert done.skipped == ()
    assert done.edited.text == DECK.replace("The Rhine", "The Rhône").replace(
        "the rhine", "the Rhône"
    ).replace("{{Rhine}}", "{{Rhône}}")
    assert replace(DECK, hits).skipped == (3,)


@pytest.mark.parametrize(
    ("needle", "count"),
    [
        (Needle("rhine"), 7),
        (Needle("rhine", case=True), 1),
        (Needle("Rhine", "Rhine", case=True), 0),
        (Needle(""), 0),
        (Needle("e.s"), 0),
        (Needle(r"R(h)(\w+)", r"\2\1", regular=True), 7),
        (Needle(r"^The", "A", regular=True), 2),
        (Needle("STRASSE"), 0),
    ],
)
def test_needles_find_what_they_say(needle: Needle, count: int) -> None:
    assert len(list(find(DECK, needle))) == count


def test_keys_and_cards_may_be_chosen() -> None:
    assert [hit.key for hit in find(DECK, Needle("rhine"), {"id"})] == ["id"]
    assert {hit.card for hit in find(DECK, Needle("rhine"), indexes=[2, 3])} == {2, 3}
    assert {"q", "a", "wrong", "cloze", "tags", "explain"} <= TEXT_KEYS
    assert TEXT_KEYS.isdisjoint({"id", "image", "source", "status", "typed", "draw", "language", "kind"})


@pytest.mark.parametrize(
    ("find_", "replace_", "code"),
    [
        ("(a", "", "pattern_invalid"),
        ("(" * 3_000 + ")" * 3_000, "", "pattern_invalid"),
        ("a", r"\7", "pattern_invalid"),
        ("(a|a)*$", "b", "pattern_slow"),
    ],
)
def test_a_regular_expression_may_be_none(find_: str, replace_: str, code: str) -> None:
    deck = f"- q: {'a' * 40}!\n  a: x\n"
    with pytest.raises(QuizError) as caught:
        list(find(deck, Needle(find_, replace_, regular=True)))
    assert caught.value.code == code


def test_many_slow_texts_are_given_up_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deck_replace, "_SECONDS_IN_ALL", 0.0)
    deck = "".join(f"- q: {'a' * 12}{number}\n  a: x\n" for number in range(20))
    with pytest.raises(QuizError) as caught:
        list(find(deck, Needle(r"(a|a)*\d!", "b", regular=True)))
    assert caught.value.code == "pattern_slow"


def test_two_names_never_become_one() -> None:
    deck = "- q: x1\n  categories:\n    A1: [x, y]\n    A2: [z]\n- q: x1\n  a: y\n"
    hits = list(find(deck, Needle(r"\d", "", regular=True)))
    done = replace(deck, hits)
    assert done.skipped == (0,)
    assert done.edited.text == deck.replace("- q: x1\n  a", "- q: x\n  a")
    assert "B1: [x, y]" in replace(deck, find(deck, Needle("A1", "B1"))).edited.text


@given(decks(), st.sampled_from("aeiloO1:,"), st.sampled_from(("", "é", "x: y", "\n", "#")))
def test_replacing_all_leaves_nothing_to_find(deck: WrittenDeck, old: str, new: str) -> None:
    needle = Needle(old, new, case=True)
    hits = list(find(deck.text, needle))
    done = replace(deck.text, hits)
    assert done.edited.text == put(deck.text, done.edited.changes)
    if not deck.exotic:
        assert done.skipped == ()
    if old not in new:
        assert {hit.card for hit in find(done.edited.text, needle)} <= set(done.skipped)


@given(decks(), st.data())
def test_tags_of_any_cards_change(deck: WrittenDeck, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(deck.cards) - 1)))
    done = tag(deck.text, chosen, add=["one", "two: x"])
    assert done.edited.text == put(deck.text, done.edited.changes)
    assert done.skipped == () or deck.exotic
    for index in chosen - set(done.skipped):
        assert item_data(done.edited.text, index)["tags"][-2:] == ["one", "two: x"]
    back = tag(done.edited.text, chosen, remove=["one", "two: x"])
    for index in chosen - set(done.skipped):
        if deck.cards[index].data is not None:
            before = item_data(deck.text, index)
            if not before.get("tags"):
                before.pop("tags", None)  # an empty list goes with the last tag
            assert item_data(back.edited.text, index) == before
