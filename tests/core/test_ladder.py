"""The ladder on single cases; `test_ladder_histories` has long ones."""

import random
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from quizapp.core.identity import Print, Seen
from quizapp.core.ladder import Links, Twice, link

Text = tuple[str, str]


def seen(
    front: str, back: str = "", *, id: str = "", file: str = "a", place: int = 0, deck: str = ""
) -> Seen:
    return Seen(file, deck or file, place, id, "basic", front, back)


def was(note: Seen, uid: str, gone: bool = False) -> Print:
    file = "" if gone else note.file
    return Print(uid, file, note.deck, note.place, note.kind, note.front, note.back, gone=gone)


def deck(*texts: Text, file: str = "a") -> list[Seen]:
    return [seen(*text, file=file, place=place) for place, text in enumerate(texts)]


def prints(notes: Sequence[Seen]) -> list[Print]:
    return [was(note, note.front) for note in notes]


def uids(
    now: Sequence[Seen], old: Sequence[Print], aliases: dict[str, str] | None = None
) -> list[str | None]:
    return list(link(now, old, aliases or {}).uids)


EUROPE = [
    ("what is the capital of norway?", "oslo"),
    ("what is the capital of sweden?", "stockholm"),
    ("what is the capital of denmark?", "copenhagen"),
    ("what is the capital of finland?", "helsinki"),
    ("what is the capital of iceland?", "reykjavik"),
    ("which river runs through vienna and budapest?", "the danube"),
]


# --- ids


def test_an_id_is_kept_whatever_the_text() -> None:
    assert uids([seen("other", "text", id="x", file="b")], [was(seen("one", "two"), "x")]) == ["x"]


def test_a_new_id_is_the_uid() -> None:
    assert uids([seen("one", id="x")], []) == ["x"]


def test_of_two_notes_with_one_id_the_nearest_keeps_it() -> None:
    old = [was(seen("the danube", "a river"), "x")]
    now = [seen("a mountain", "the alps", id="x"), seen("the danube", "river", id="x", place=1)]
    links = link(now, old, {})
    assert links.uids == (None, "x")
    assert links.twice == (Twice(loser=0, winner=1),)


def test_of_two_equal_notes_with_one_id_the_one_in_the_old_deck_and_place_keeps_it() -> None:
    old = [was(seen("q", "a", file="b", place=1), "x")]
    now = [
        seen("q", "a", id="x"),
        seen("q", "a", id="x", file="b"),
        seen("q", "a", id="x", file="b", place=1),
    ]
    assert uids(now, old) == [None, None, "x"]
    assert uids(now, []) == ["x", None, None]


def test_a_note_that_lost_its_id_takes_another_identity_by_its_text() -> None:
    old = [was(seen("q", "a"), "x"), was(seen("r", "b", place=1), "~1")]
    assert uids([seen("q", "a", id="x"), seen("r", "b", id="x", place=1)], old) == ["x", "~1"]


def test_an_id_that_was_renamed_is_still_known() -> None:
    old = [was(seen("q", "a"), "new")]
    assert uids([seen("q", "changed", id="old")], old, {"old": "new"}) == ["new"]
    both = [seen("q", "a", id="old"), seen("z", "y", id="new")]
    assert uids(both, old, {"old": "new"}) == [None, "new"]


@pytest.mark.parametrize("text", [("q", "a"), ("q", "changed")])
def test_an_id_added_keeps_the_progress(text: Text) -> None:
    links = link([seen(*text, id="x")], [was(seen("q", "a"), "~1")], {})
    assert links.uids == ("x",)
    assert links.renamed == (("~1", "x"),)


def test_an_id_added_to_another_text_is_another_card() -> None:
    now = [seen("what is the capital of norway??", "oslo!", id="x")]
    links = link(now, prints(deck(*EUROPE)), {})
    assert links.uids == ("x",)
    assert links.renamed == ()
    assert links.guesses == ()


def test_an_id_removed_keeps_the_progress() -> None:
    assert uids([seen("q", "a")], [was(seen("q", "a"), "x")]) == ["x"]


# --- equal text


def test_order_files_and_decks_do_not_matter() -> None:
    old = prints(deck(*EUROPE))
    now = [replace(note, file="b", deck="c", place=9 - note.place) for note in deck(*EUROPE)]
    random.Random(1).shuffle(now)
    assert uids(now, old) == [note.front for note in now]


def test_identical_notes_are_paired_in_the_order_of_their_file() -> None:
    old = [was(seen("q", "a", place=place), f"~{place}") for place in range(3)]
    assert uids([seen("q", "a", place=place) for place in range(3)], old) == ["~0", "~1", "~2"]
    assert uids([seen("q", "a", place=place) for place in range(4)], old) == ["~0", "~1", "~2", None]
    assert uids([seen("q", "a", place=place) for place in range(1)], old) == ["~0"]


def test_identical_notes_stay_in_their_files() -> None:
    old = [
        was(seen("q", "a", file="a", place=5, deck="x"), "~a"),
        was(seen("q", "a", file="b", deck="x"), "~b"),
    ]
    now = [seen("q", "a", file="a", place=5, deck="x"), seen("q", "a", file="b", deck="x")]
    assert uids(now, old) == ["~a", "~b"]
    assert uids(now[1:], old) == ["~b"]


def test_a_note_at_hand_goes_before_one_long_gone() -> None:
    old = [was(seen("q", "a"), "~gone", gone=True), was(seen("q", "a", place=5), "~here")]
    assert uids([seen("q", "a")], old) == ["~here"]
    assert uids([seen("q", "a")], old[:1]) == ["~gone"]


def test_of_those_long_gone_the_last_to_go_returns() -> None:
    """They are given in that order, wherever they stood."""
    old = [was(seen("q", "a", place=place), f"~{place}", gone=True) for place in (5, 1, 9)]
    assert uids([seen("q", "a", place=1)], old) == ["~5"]
    assert uids([seen("q", "a"), seen("q", "a", place=1)], old) == ["~5", "~1"]


# --- edits


@pytest.mark.parametrize(
    "text",
    [
        ("what is the capital of norway?", "it is oslo, formerly christiania"),
        ("which city is the capital of norway today?", "oslo"),
        ("what is the capitol of norway?", "olso"),
        ("waht si teh captial fo nroway", "osol"),
        ("what is the capital of norway, a kingdom?", "oslo (since 1814)"),
    ],
    ids=["back", "front", "typos", "many typos", "both"],
)
def test_an_edited_note_is_found(text: Text) -> None:
    assert uids(deck(text, *EUROPE[1:]), prints(deck(*EUROPE)))[0] == EUROPE[0][0]


@pytest.mark.parametrize("file", ["a", "b"])
def test_edited_and_moved_in_one_pass(file: str) -> None:
    moved = seen("what is the capitol of norway?", "oslo.", file=file, place=40)
    assert uids([*deck(*EUROPE[1:]), moved], prints(deck(*EUROPE)))[-1] == EUROPE[0][0]


def test_a_front_that_many_notes_have_says_nothing() -> None:
    old = prints(deck(*(("which country?", back) for back in ("norway", "sweden", "peru"))))
    now = deck(*(("which country?", back) for back in ("norway", "sweden", "kazakhstan")))
    assert uids(now, [replace(print_, uid=print_.back) for print_ in old]) == ["norway", "sweden", None]


def test_a_back_that_many_notes_have_says_nothing() -> None:
    old = deck(("the rhine rises in germany", "false"), ("cats bark", "false"), ("water is wet", "true"))
    now = deck(("jupiter is a star", "false"), ("cats bark", "false"), ("water is wet", "true"))
    assert uids(now, prints(old)) == [None, "cats bark", "water is wet"]


def test_an_equal_back_needs_some_of_the_front() -> None:
    old = prints(deck(("where is the nobel peace prize given?", "oslo")))
    assert uids(deck(("xyz", "oslo")), old) == [None]


def test_another_card_of_the_same_mould_is_new() -> None:
    now = deck(("what is the capital of estonia?", "tallinn"), *EUROPE[1:])
    links = link(now, prints(deck(*EUROPE)), {})
    assert links.uids[0] is None
    assert [(guess.seen, guess.uid) for guess in links.guesses] == [(0, EUROPE[0][0])]


def test_two_that_are_equally_alike_are_unsure() -> None:
    old = prints(deck(("the red river in the north", "one"), ("the red river in the south", "two")))
    links = link(deck(("the red river in the east", "three")), old, {})
    assert links.uids == (None,)
    assert {guess.uid for guess in links.guesses} == {print_.uid for print_ in old}


def test_another_number_is_another_card() -> None:
    old = prints(deck(("17 × 23 = ?", "391"), ("2 + 2 = ?", "4")))
    assert uids(deck(("19 × 29 = ?", "551"), ("2 + 2 = ?", "4")), old) == [None, "2 + 2 = ?"]


def test_one_long_gone_must_be_more_alike() -> None:
    note = seen("why did the long war between both crowns end so suddenly?", "the plague came")
    now = seen("why did the war of the crowns end suddenly?", "because plague came")
    assert uids([now], [was(note, "~1")]) == ["~1"]
    assert uids([now], [was(note, "~1", gone=True)]) == [None]
    nearly = replace(note, front=note.front.replace("suddenly", "sudenly"), back="the plague came.")
    assert uids([nearly], [was(note, "~1", gone=True)]) == ["~1"]


ARCHES = [
    ("how many arches has the canal near seville?", "734"),
    ("how many arches has the bridge near basel?", "12"),
    ("how many arches has the aqueduct near turin?", "1,000"),
    ("who restored the cathedral of riga?", "marta"),
    ("who restored the harbour of lagos?", "jonas"),
]


@pytest.mark.parametrize(
    ("now", "same"),
    [
        (("how many arches has the fortress near seville?", "729"), False),
        (("how many arches has the canal near tampere?", "31"), False),
        (("how many arches has the canal near sevilla?", "31"), True),
        (("how many arches has the old canal near seville?", "31"), True),
        (("how many arches has the fortress near seville?", "734, they say"), True),
        (("how many arches has the fortress near seville?", "734"), True),
    ],
)
def test_another_thing_asked_for_with_another_answer_is_another_card(now: Text, same: bool) -> None:
    links = link(deck(now, *ARCHES[1:]), prints(deck(*ARCHES)), {})
    assert links.uids[0] == (ARCHES[0][0] if same else None)
    assert [guess.uid for guess in links.guesses][:1] == ([] if same else [ARCHES[0][0]])


def test_a_text_that_a_note_had_before_it_was_linked_is_that_note() -> None:
    now, before, other = EUROPE[0], EUROPE[1], EUROPE[2]
    old = [was(seen(*now), "~new"), was(seen(*other), "~other")]
    former = [was(seen(*before), "~new", gone=True)]
    assert link(deck(before, other), old, {}, former).uids == ("~new", "~other")
    assert link(deck(now, before, other), old, {}, former).uids == ("~new", None, "~other")
    assert link(deck(before, other), old, {}).uids[0] is None


def test_nothing_seen_or_nothing_known() -> None:
    assert link([], prints(deck(*EUROPE)), {}) == Links(())
    assert link(deck(*EUROPE), [], {}).uids == (None,) * len(EUROPE)
