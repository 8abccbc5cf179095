"""Uids, normal texts, and the sub-keys of a note's cards."""

import string

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.deck import Deck, Note
from quizapp.core.identity import (
    WHOLE,
    Part,
    Seen,
    adopt_parts,
    card_id,
    deck_name,
    link_parts,
    mint,
    normal,
    see,
    uid_of,
    uid_of_id,
)
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.cloze import Cloze

NAMES = st.lists(st.text("abc d", min_size=1, max_size=6), unique=True, max_size=5)


def note(q: str, a: str, **more: object) -> Note:
    reverse = bool(more.pop("reverse", False))
    return Note(question=Basic(q=q, a=a, reverse=reverse), **more)  # type: ignore[arg-type]


def seen(front: str, back: str = "b", deck: str = "d") -> Seen:
    return Seen("d.yaml", deck, 0, "", "basic", front, back)


def never(uid: str) -> bool:
    return False


@given(st.text(max_size=30))
def test_normal_texts_stay_as_they_are(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def test_a_text_is_the_same_however_it_is_spaced_cased_or_composed() -> None:
    assert normal("  Cafe\u0301\n au  lait ") == normal("CAFÉ au lait") == "café au lait"
    assert normal("x²") != normal("x2")


@given(st.lists(st.text("#%~a2357E", max_size=6), unique=True))
def test_explicit_ids_never_clash(ids: list[str]) -> None:
    uids = [uid_of_id(one) for one in ids]
    assert len(set(uids)) == len(ids)
    assert not any("#" in uid or uid.startswith("~") for uid in uids)


@given(st.text(max_size=5), st.text(max_size=5))
def test_a_card_tells_its_note(explicit: str, key: str) -> None:
    uid = uid_of_id(explicit)
    assert uid_of(card_id(uid, key)) == uid


def test_an_id_never_looks_like_a_uid_made_by_the_app() -> None:
    assert uid_of_id("~ab") == "%7Eab"
    assert uid_of_id("a~b#c%") == "a~b%23c%25"


def test_a_plain_id_is_the_uid() -> None:
    assert uid_of_id("wall-1989") == "wall-1989"
    assert card_id("wall-1989", "") == "wall-1989"
    assert card_id("wall-1989", "back") == "wall-1989#back"


def test_a_note_is_seen_by_its_first_card_and_its_picture() -> None:
    deck = Deck(
        path="/d/a.yaml",
        title="Europe",
        notes=(
            note("The Wall", "1989", reverse=True, id="w#1"),
            note("Which country?", "Norway", image="flags/no.svg"),
            note("**Bold**", "x", plain={"**Bold**": "Bold"}),
            note("![](a.svg)", "x", plain={"![](a.svg)": ""}),
        ),
    )
    first, picture, bold, only_picture = see(deck)
    assert (first.id, first.front, first.back, first.parts) == (
        "w%231",
        "the wall",
        "1989",
        ("forward", "back"),
    )
    assert (first.file, first.deck, first.place, first.kind) == ("/d/a.yaml", "Europe", 0, "basic")
    assert picture.front == "which country? flags/no.svg"
    assert bold.front == "bold"
    assert only_picture.front == "![](a.svg)"
    assert deck_name(Deck(path="", title="Europe", id="eu-1")) == "eu-1"


def test_a_cloze_is_seen_by_its_first_hole() -> None:
    cloze = Note(question=Cloze(cloze="The {{Danube}} flows into the {{Black Sea}}."))
    (only,) = see(Deck(path="", notes=(cloze,)))
    assert "black sea" in only.front
    assert "danube" not in only.front
    assert only.back == "danube"
    assert len(only.parts) == 2


def test_two_machines_give_the_same_uids() -> None:
    notes = [seen("one"), seen("two"), seen("one")]
    assert mint(notes, never) == mint(list(notes), never)


def test_uids_are_the_same_in_every_version() -> None:
    """Progress is kept under them: these must never change."""
    assert mint([seen("one"), seen("one"), seen("łódź", "×", deck="Europe")], never) == [
        "~bba1c97b20bffc9e9e819505",
        "~90e5d27ba012dcffc5b6066f",
        "~df92f1c492f08f524058166c",
    ]


def test_uids_differ_by_deck_text_and_ordinal() -> None:
    notes = [seen("one"), seen("one"), seen("one", "c"), seen("one", deck="e"), seen("two")]
    uids = mint(notes, never)
    assert len(set(uids)) == len(notes)
    assert mint([notes[0]], never) == uids[:1]
    assert all(uid.startswith("~") and "#" not in uid for uid in uids)


def test_a_uid_in_use_is_passed_over() -> None:
    first, second, third = mint([seen("one")] * 3, never)
    assert mint([seen("one")] * 2, {first}.__contains__) == [second, third]
    assert mint([seen("one")] * 2, {second}.__contains__) == [first, third]


def parts(*names: str) -> tuple[Part, ...]:
    return tuple(Part(name, name) for name in names)


@pytest.mark.parametrize(
    ("old", "names", "keys"),
    [
        (WHOLE, [""], [""]),
        (parts("a", "b"), ["b", "a"], ["b", "a"]),
        (WHOLE, ["forward", "back"], ["", "back"]),
        (parts("forward", "back"), [""], ["forward"]),
        (parts("danube", "black sea"), ["danube", "the black sea"], ["danube", "black sea"]),
        (parts("danube", "black sea"), ["the black sea", "danube"], ["black sea", "danube"]),
        (parts("danube", "1989", "x"), ["danube", "2001", "x"], ["danube", "1989", "x"]),
        (parts("danube", "1989", "x"), ["2001", "danube", "x"], ["2001", "danube", "x"]),
        (parts("danube", "1989"), ["c1", "c2"], ["danube", "1989"]),
        (parts("danube", "1989"), ["danube", "1989", "new"], ["danube", "1989", "new"]),
        (parts("danube", "1989"), ["danube"], ["danube"]),
        ((Part("old", "new"),), ["new", "old"], ["old", "old~2"]),
        ((), ["x"], ["x"]),
    ],
)
def test_a_part_keeps_its_key(old: tuple[Part, ...], names: list[str], keys: list[str]) -> None:
    linked = link_parts(old, names)
    assert [part.seen for part in linked[: len(names)]] == names
    assert [part.key for part in linked[: len(names)]] == keys


@pytest.mark.parametrize(
    ("old", "own", "pairs", "kept"),
    [
        (WHOLE, WHOLE, [("", "")], ()),
        (WHOLE, parts("forward", "back"), [("", "forward")], ()),
        (parts("oslo", "norway"), parts("oslo", "sweden"), [("oslo", "oslo"), ("norway", "sweden")], ()),
        (parts("a", "b", "c"), parts("b"), [("b", "b"), ("a", "a"), ("c", "c")], ("a", "c")),
        ((Part("x", "a"), Part("b", "b", False)), parts("a"), [("x", "a"), ("b", "b")], ("b",)),
        (parts("a", "b"), (Part("k", "a"), Part("b", "z", False)), [("a", "k"), ("b", "b~2")], ("b~2",)),
    ],
)
def test_the_cards_of_a_note_become_those_of_another(
    old: tuple[Part, ...], own: tuple[Part, ...], pairs: list[tuple[str, str]], kept: tuple[str, ...]
) -> None:
    adopted = adopt_parts(old, own)
    assert list(adopted.pairs) == pairs
    assert adopted.parts[: len(own)] == own
    rest = adopted.parts[len(own) :]
    assert tuple(part.key for part in rest) == kept
    assert not any(part.live for part in rest)
    assert len({part.key for part in adopted.parts}) == len(adopted.parts)


def test_a_part_that_went_returns_with_its_key() -> None:
    edited = link_parts(parts("danube", "1989"), ["the danube", "1989"])
    without = link_parts(edited, ["1989"])
    assert without == (Part("1989", "1989"), Part("danube", "the danube", False))
    assert link_parts(without, ["1989", "the danube"]) == (
        Part("1989", "1989"),
        Part("danube", "the danube"),
    )


def test_alike_parts_are_linked_once_each() -> None:
    linked = link_parts(parts("river one", "river two", "z"), ["rivers one", "rivers two", "z", "y"])
    assert [part.key for part in linked] == ["river one", "river two", "z", "y"]
    likest = link_parts(parts("the blue danube", "z"), ["a blue danube", "the blue danubes", "z"])
    assert [part.key for part in likest] == ["a blue danube", "the blue danube", "z"]


@given(st.lists(NAMES, min_size=1, max_size=5))
def test_keys_of_parts_are_unique_and_never_forgotten(history: list[list[str]]) -> None:
    now: tuple[Part, ...] = ()
    for names in history:
        before, now = now, link_parts(now, names)
        assert [part.seen for part in now if part.live] == names
        assert len({part.key for part in now}) == len(now)
        assert {part.key for part in before} <= {part.key for part in now}
        assert link_parts(now, names) == now


def test_letters_of_uids_are_plain() -> None:
    (uid,) = mint([seen("\ud800")], never)
    assert set(uid[1:]) <= set(string.hexdigits)


def test_parts_are_kept_as_they_always_were() -> None:
    """Progress files hold them."""
    parts = (Part("a", "b"), Part("c", "d", False))
    assert msgspec.json.encode(parts) == b'[["a","b",true],["c","d",false]]'
    assert msgspec.json.decode(b'[["a","b",true],["c","d",false]]', type=tuple[Part, ...]) == parts
