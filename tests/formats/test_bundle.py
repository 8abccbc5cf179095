"""Decks in one file: there and back the same decks with their files; a hostile one costs a message."""

import json
import re
import zipfile
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats import recognised
from quizapp.formats.base import Imported, Shipped, Source
from quizapp.formats.bundle import FORMAT
from quizapp.formats.composing import compose
from quizapp.formats.limits import MB
from quizapp.formats.sources import Beside
from quizapp.formats.yaml_deck import read as read_deck
from quizapp.formats.yaml_edit import header_data, item_data, items
from quizapp.store import import_files
from quizapp.store.import_plan import Origin, Plan
from quizapp.store.importing import plan
from tests.formats.shipping import PNG, shipped

EXAMPLES = Path(__file__).parents[2] / "decks" / "examples"
OTHER = PNG[:-12] + b"\0\0\0\0tEXt" + PNG[-12:]
"""Another picture."""


def packed(*decks: Shipped) -> bytes:
    return next(iter(FORMAT.write(decks).files.values()))


def reread(data: bytes, name: str = "decks.quizdeck") -> Imported:
    return FORMAT.read(Source(name, data), {})


def zipped(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def deck_of(file: Path) -> Shipped:
    text = file.read_text("utf-8")
    deck = read_deck(text.encode(), str(file)).deck
    assert deck is not None
    return Shipped(deck, text, Beside(file.parent), folders=("examples",))


def test_the_examples_of_all_kinds_come_back_key_for_key_with_their_files() -> None:
    decks = [deck_of(file) for file in sorted(EXAMPLES.glob("*.yaml"))]
    found = reread(packed(*decks))
    assert found.read == found.cards == sum(len(one.deck.notes) for one in decks)
    assert not found.problems
    for one, deck in zip(decks, found.decks, strict=True):
        header = header_data(one.text)
        assert (deck.title, deck.header) == (header.pop("title"), header)
        assert [card.data for card in deck.cards] == [
            item_data(one.text, index) for index in range(len(items(one.text)))
        ]
        assert {media.name: media.read() for media in deck.media} == {
            name: one.folder(name) for name in (media.name for media in deck.media)
        }
    assert any(deck.media for deck in found.decks)


HEADER = """\
title: All that a deck says
id: all
description: of itself
author: me
license: CC0-1.0
version: 3
language: {front: en, back: es}
tags: [one, two]
sources:
  un: {title: Statistics, url: "https://un.org"}
defaults: {typed: true, typos: off}
sequence: blocked
"""
KEYS = """\
- id: x
  q: the apple
  a: la manzana
  reverse: true
  accept: [{text: manzana, credit: 0.5}]
  hint: [one, two]
  explain: |
    Several

    paragraphs.
  source: [{name: un, at: p. 3}]
  tags: [three]
  status: claim
  by: somebody
  as_of: 2024-02
  not_with: [pear]
  note: for me
"""


def test_a_second_bundle_of_what_came_is_the_same_deck() -> None:
    first = reread(packed(shipped(HEADER + "cards:\n" + KEYS)))
    assert not first.problems
    composed = compose(first.decks[0])
    assert composed.cards[0].data == item_data(HEADER + "cards:\n" + KEYS, 0)
    again = reread(packed(shipped(composed.text)))
    assert again.decks[0].header == first.decks[0].header
    assert [card.data for card in again.decks[0].cards] == [card.data for card in composed.cards]


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("ab c1'\"#:-{}[]&*!|>%@`,é日\\"), min_size=1, max_size=12).filter(
                str.strip
            ),
            st.text(st.sampled_from("xyz 0~?: no\n"), min_size=1, max_size=12).filter(str.strip),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_survives(texts: list[tuple[str, str]]) -> None:
    cards = "".join(f"- q: {json.dumps(q)}\n  a: {json.dumps(a)}\n" for q, a in texts)
    deck = read_deck(("cards:\n" + cards).encode(), "d.yaml").deck
    assert deck is not None
    found = reread(packed(Shipped(deck, "cards:\n" + cards, {}.get)))
    assert [(card.data["q"], card.data["a"]) for card in found.decks[0].cards] == [
        (note.question.q, note.question.a) for note in deck.notes
    ]


def test_the_same_decks_give_the_same_bytes_and_a_list_of_them() -> None:
    one, two = shipped("cards:\n- q: A\n  a: B\n"), shipped("cards:\n- q: C\n  a: D\n")
    data = packed(one, two)
    assert data == packed(one, two)
    archive = zipfile.ZipFile(BytesIO(data))
    assert json.loads(archive.read("bundle.json")) == {"quizapp": 1, "decks": ["deck.yaml", "deck-2.yaml"]}
    assert reread(data).cards == 2


# Pictures


def pictured(folder: str, data: bytes, name: str = "media/map.png") -> Shipped:
    text = f"title: {folder}\ncards:\n- q: Which?\n  a: see ![]({name})\n"
    return shipped(text, {name: data}, (folder,))


def imported(data: bytes, folder: Path, into: Path | None = None) -> Plan:
    found = reread(data)
    planned = plan(found, folder, Origin("bundle", "decks.zip", 1), into=into)
    import_id = f"import-{len(import_files.listing(folder.parent / 'data'))}"
    import_files.write(planned, folder.parent / "data", import_id, backups=folder.parent / "kept")
    return planned


def test_decks_may_name_different_pictures_alike(tmp_path: Path) -> None:
    data = packed(pictured("north", PNG), pictured("south", OTHER))
    imported(data, tmp_path / "decks")
    assert (tmp_path / "decks/north/media/map.png").read_bytes() == PNG
    assert (tmp_path / "decks/south/media/map.png").read_bytes() == OTHER


def test_alike_named_pictures_are_told_apart_in_one_deck(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    into = tmp_path / "decks" / "mine.yaml"
    into.write_text("title: Mine\ncards: []\n")
    imported(packed(pictured("north", PNG), pictured("south", OTHER)), tmp_path / "decks", into)
    names = re.findall(r"media/[\w.-]+", into.read_text())
    assert [(tmp_path / "decks" / name).read_bytes() for name in names] == [PNG, OTHER]


@pytest.mark.parametrize("name", ["pics/maps/a.png", "media/deep/er.png", "my map.png"])
def test_pictures_lie_where_the_deck_says(name: str, tmp_path: Path) -> None:
    text = f'title: T\ncards:\n- q: "![](<{name}>)"\n  a: B\n'
    imported(packed(shipped(text, {name: PNG})), tmp_path / "decks")
    assert (tmp_path / "decks" / name).read_bytes() == PNG


def test_a_picture_in_the_way_stays_and_the_new_one_gets_a_name(tmp_path: Path) -> None:
    kept = tmp_path / "decks/pics/a.png"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(OTHER)
    imported(
        packed(shipped("title: T\ncards:\n- q: see ![](pics/a.png)\n  a: B\n", {"pics/a.png": PNG})),
        tmp_path / "decks",
    )
    assert kept.read_bytes() == OTHER
    assert (tmp_path / "decks/pics/a-2.png").read_bytes() == PNG
    assert "![](pics/a-2.png)" in (tmp_path / "decks/t.yaml").read_text()


def test_what_is_missing_is_told_before_and_after() -> None:
    deck = shipped("cards:\n- q: see ![](media/gone.png)\n  a: B\n", {})
    assert [(one.code, one.where.line) for one in FORMAT.lost((deck,))] == [("export_media_missing", 2)]
    told = reread(packed(deck)).warnings
    assert [(one.code, one.args["name"]) for one in told] == [("import_media_missing", "media/gone.png")]


# Twice


def test_a_second_bundle_is_merged_three_way(tmp_path: Path) -> None:
    cards = (("a", "one"), ("b", "two"), ("c", "three"))
    first = "title: T\ncards:\n" + "".join(f"- id: {own}\n  q: {own}?\n  a: {a}\n" for own, a in cards)
    imported(packed(shipped(first)), tmp_path / "decks")
    file = tmp_path / "decks/t.yaml"
    mine = file.read_text().replace("a: one", "a: mine").replace("a: three", "a: mine too")
    file.write_text(mine)
    later = first.replace("a: two", "a: new").replace("a: three", "a: theirs")
    done = imported(packed(shipped(later + "- id: d\n  q: D\n  a: four\n")), tmp_path / "decks")
    assert (done.added, done.updated, len(done.decks[0].conflicts)) == (1, 1, 1)
    assert [line[5:] for line in file.read_text().splitlines() if line.startswith("  a: ")] == [
        "mine", "new", "mine too", "four",
    ]  # fmt: skip
    assert imported(packed(shipped(later)), tmp_path / "decks").added == 0


# Strangers


def test_what_cannot_be_taken_is_named() -> None:
    files = {
        "a.yaml": b"title: A\ncards:\n- q: x\n  a: y\n- q: bad\n",
        "sub/b.yml": b"key: value\n",
        "READ.txt": b"hello",
        "__MACOSX/._a.yaml": b"\0",
    }
    found = reread(zipped(files))
    assert (found.read, found.cards) == (3, 1)
    assert [(one.where.file, one.where.line) for one in found.skipped] == [("a.yaml", 5), ("sub/b.yml", 1)]
    assert [one.args["what"] for one in found.warnings] == ["READ.txt"]


@pytest.mark.parametrize(
    "name", ["../../up.png", "/etc/up.png", "C:/up.png", ".hidden/up.png", "deck.yaml", "media/../../up.png"]
)
def test_no_file_is_taken_from_or_put_outside(name: str, tmp_path: Path) -> None:
    deck = f"title: Deck\ncards:\n- q: x\n  a: '![](<{name}>)'\n".encode()
    data = zipped({"in/deck.yaml": deck, name: PNG, f"in/{name}": PNG})
    assert all(not one.media for one in reread(data).decks)
    planned = imported(data, tmp_path / "decks")
    assert not planned.media
    assert sorted(path.name for path in tmp_path.rglob("*.png")) == []


@pytest.mark.parametrize(
    "files",
    [
        {"a.txt": b"x"},
        {"a.yaml": bytes(11 * MB)},
        {"a.yaml": b"cards:\n- q: x\n  a: y\n", "bundle.json": b"[" * 100_000},
        {"a.yaml": b"cards:\n- q: x\n  a: y\n", "bundle.json": b'{"decks": [1, {"a": 2}]}'},
        {"a.yaml": b"cards:\n- q: x\n  a: y\n", "bundle.json": b'{"decks": ["../b.yaml"]}'},
    ],
)
def test_a_hostile_zip_costs_a_message(files: dict[str, bytes]) -> None:
    data = zipped(files)
    assert 0 <= FORMAT.sniff(Source("x.zip", data)) <= 100
    with pytest.raises(QuizError) if len(files) == 1 else nullcontext():
        assert reread(data).cards == 1


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_spoilt_bytes_cost_a_message(at: int, spoilt: bytes) -> None:
    data = bytearray(packed(pictured("north", PNG)))
    at %= len(data)
    data[at : at + len(spoilt)] = spoilt
    try:
        found = reread(bytes(data))
    except QuizError:
        return
    assert found.read == found.cards + len(found.skipped)


def test_it_is_known_by_what_it_holds() -> None:
    data = packed(pictured("north", PNG))
    assert recognised(Source("anything.bin", data))[0] is FORMAT
    assert FORMAT.sniff(Source("a.zip", b"PK")) == 20
    assert FORMAT.sniff(Source("a.zip", b"no")) == 0
