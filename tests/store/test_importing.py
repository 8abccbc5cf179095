"""A second import merges: mine stays, theirs is taken where I did not touch, nothing comes twice."""

from pathlib import Path

import pytest

from quizapp.formats import FORMATS, load
from tests.formats.fuzzing import bounded, watched
from tests.formats.seeding import Seed, seeds
from tests.store.imports import PICTURE, card, cards_in, deck, imported, planned, rewrite, source, written

THREE = (card("Why ebb?", "moon"), card("Why flood?", "moon too"), card("Why neap?", "sun"))


def path(folder: Path, name: str = "tides") -> Path:
    return folder / "decks" / f"{name}.yaml"


def test_the_same_once_more_changes_nothing(tmp_path: Path) -> None:
    imported(source(deck(*THREE)), tmp_path)
    before = path(tmp_path).read_bytes()
    again = planned(source(deck(*THREE)), tmp_path)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    written(again, tmp_path)
    assert path(tmp_path).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "seed"), [(name, one) for name in FORMATS if load(name).reads for one in seeds(name)]
)
def test_every_format_once_more_changes_nothing(name: str, seed: Seed, tmp_path: Path) -> None:
    first = imported(load(name).read(seed.source(), {}), tmp_path)
    again = planned(load(name).read(seed.source(), {}), tmp_path)
    assert (again.added, again.updated, again.unchanged) == (0, 0, first.added)
    assert not again.media
    assert not [one for each in again.decks for one in each.conflicts]


def test_mine_stays_theirs_comes_and_a_clash_is_listed_once(tmp_path: Path) -> None:
    imported(source(deck(*THREE)), tmp_path)
    rewrite(path(tmp_path), "a: moon\n", "a: the moon\n")  # mine alone
    rewrite(path(tmp_path), "a: sun", "a: the sun")  # both
    newer = source(
        deck(THREE[0], card("Why flood?", "gravity", hint="heavy"), card("Why neap?", "sun and moon"))
    )
    made = planned(newer, tmp_path)
    assert (made.added, made.updated, made.unchanged) == (0, 1, 1)
    (conflict,) = made.decks[0].conflicts
    assert [(one.key, one.mine, one.theirs) for one in conflict.clashes] == [("a", "the sun", "sun and moon")]
    assert (
        path(tmp_path)
        .read_text("utf-8")
        .splitlines()[conflict.line - 1]
        .lstrip()
        .startswith("- id: why-neap")
    )
    written(made, tmp_path)
    found = {one["q"]: one for one in cards_in(path(tmp_path)).values()}
    assert [found[front]["a"] for front in ("Why ebb?", "Why flood?", "Why neap?")] == [
        "the moon", "gravity", "the sun"]  # fmt: skip
    assert found["Why flood?"]["hint"] == "heavy"
    again = planned(newer, tmp_path)
    assert not again.decks[0].conflicts
    assert (again.updated, again.unchanged) == (0, 3)


def test_what_i_took_out_stays_out_and_what_they_took_out_stays_in(tmp_path: Path) -> None:
    imported(source(deck(*THREE)), tmp_path)
    text = path(tmp_path).read_text("utf-8")
    start, end = text.index("- id: why-flood"), text.index("- id: why-neap")
    path(tmp_path).write_text(text[:start] + text[end:], "utf-8")
    made = planned(source(deck(*THREE[1:], card("New?"))), tmp_path)
    assert (made.added, made.decks[0].removed, made.decks[0].gone) == (1, 1, 1)
    written(made, tmp_path)
    assert {one["q"] for one in cards_in(path(tmp_path)).values()} == {"Why ebb?", "Why neap?", "New?"}
    again = planned(source(deck(*THREE[1:], card("New?"))), tmp_path)
    assert (again.added, again.updated) == (0, 0)


def test_without_the_record_nothing_of_mine_is_overwritten(tmp_path: Path) -> None:
    imported(source(deck(*THREE)), tmp_path)
    rewrite(path(tmp_path), "a: sun", "a: mine")
    for record in (tmp_path / "decks").glob(".*"):
        record.unlink()
    made = planned(source(deck(*THREE)), tmp_path, into=path(tmp_path))
    assert (made.added, made.updated, made.unchanged) == (0, 0, 2)
    assert [one.id for one in made.decks[0].conflicts] == ["why-neap"]


def test_cards_of_one_question_are_told_apart_in_all_decks_of_an_import(tmp_path: Path) -> None:
    imported(
        source(deck(card("Why?", "a"), title="A"), deck(card("Why?", "b"), card("Why?", "c"), title="B")),
        tmp_path,
    )
    ids = [*cards_in(path(tmp_path, "a")), *cards_in(path(tmp_path, "b"))]
    assert ids == ["why", "why-2", "why-3"]


def test_two_decks_of_one_title_are_two_files_and_each_knows_its_own(tmp_path: Path) -> None:
    both = source(deck(card("One?")), deck(card("Two?")))
    imported(both, tmp_path)
    assert len(cards_in(path(tmp_path))) == len(cards_in(path(tmp_path, "tides 2"))) == 1
    again = planned(both, tmp_path)
    assert (again.added, again.unchanged) == (0, 2)


def test_a_deck_of_mine_with_that_name_is_left_alone(tmp_path: Path) -> None:
    path(tmp_path).parent.mkdir()
    path(tmp_path).write_text("title: Tides\ncards: []\n", "utf-8")
    imported(source(deck(*THREE)), tmp_path)
    assert path(tmp_path).read_text("utf-8") == "title: Tides\ncards: []\n"
    assert len(cards_in(path(tmp_path, "tides 2"))) == 3


def test_pictures_of_one_name_and_other_content_lie_side_by_side(tmp_path: Path) -> None:
    front = "![](media/moon.png)"
    imported(source(deck(card(f"Old? {front}"), title="A"), media={"media/moon.png": PICTURE}), tmp_path)
    newer = {"media/moon.png": PICTURE + b"2"}
    imported(source(deck(card(f"New? {front}"), title="B"), media=newer), tmp_path, "b.csv")
    media = tmp_path / "decks" / "media"
    assert (media / "moon.png").read_bytes() == PICTURE
    assert (media / "moon-2.png").read_bytes() == PICTURE + b"2"
    assert [one["q"] for one in cards_in(path(tmp_path, "b")).values()] == ["New? ![](media/moon-2.png)"]


def test_media_that_are_something_else_stay_out_and_are_named(tmp_path: Path) -> None:
    files = {
        "media/a.png": (b"MZ\x90program", "import_media_refused"),
        "media/b.svg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "import_media_outward"),
        "media/c.svg": (b"<svg><script>x</script></svg>", "import_media_outward"),
        "media/d.png": (b"<html>", "import_media_refused"),
    }
    cards = [card(f"Q{at}? ![]({name})") for at, name in enumerate(files)]
    made = planned(source(deck(*cards), media={name: data for name, (data, _) in files.items()}), tmp_path)
    assert not made.media
    told = [one.code for one in made.warnings if one.code.startswith("import_media")]
    assert told == [code for _, code in files.values()]


@pytest.mark.slow
def test_thousands_of_cards_meet_thousands_in_a_while(tmp_path: Path) -> None:
    many = [card(f"What is number {number}?", str(number), str(number)) for number in range(4000)]
    with bounded(), watched():
        imported(source(deck(*many)), tmp_path)
        newer = [card(f"What is number {number}?", f"{number}!", str(number)) for number in range(4000)]
        made = planned(source(deck(*newer)), tmp_path)
    assert (made.added, made.updated) == (0, 4000)
