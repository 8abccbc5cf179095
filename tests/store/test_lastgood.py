"""A save with mistakes updates what it can, keeps what it hides, and makes no card missing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.store.database import Database
from tests.formats.test_yaml_recovery import TOKENS
from tests.store.made import fresh
from tests.store.shelves import CAPITALS, COUNTRIES, World, capital, card

MISTAKES = (
    '- q: "What is the capital of Latvia?\n  a: Riga',
    "- q: What is the capital of Latvia?\n  a: [Riga",
    "- q: What is: the capital of Latvia?\n  a: Riga",
    "- q: What is the capital of Latvia?\n  a:",
    "- q: What is the capital of Latvia?\n\ta: Riga",
    "- q: What is the capital of Latvia?\n  q: Twice\n  a: Riga",
    "- q: What is the capital of Latvia?",
    "- What is the capital of Latvia?",
    "-",
)
"""What may become of one card while it is being edited."""
LATVIA = COUNTRIES.index("Latvia")


@pytest.fixture
def world(db: Database, tmp_path: Path) -> World:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", europe(), title="Europe")
    world.refresh()
    return world


def europe(countries: Sequence[str] = COUNTRIES, **others: str) -> list[str]:
    """Ten cards; others: what stands in the place of some of them."""
    return [others.get(country) or capital(country) for country in countries]


@pytest.mark.parametrize("mistake", MISTAKES[:-1])
def test_a_mistake_hides_its_card_alone(world: World, mistake: str) -> None:
    keys = world.keys()
    changed = card("What is the chief town of Norway?", "Oslo")
    world.write("a.yaml", europe(Latvia=mistake, Norway=changed), title="Europe")
    changes = world.refresh()
    assert (changes.new, changes.missing) == (0, 0)
    assert list(world.keys().values()) == list(keys.values())
    assert world.keys()["What is the chief town of Norway?"] == world.key("town of Norway")
    fronts = [note.front() for note in world.library.shelf.deck(world.deck_key("a.yaml")).notes]
    assert fronts[LATVIA] == "What is the capital of Latvia?"
    assert len(fronts) == 10
    world.write("a.yaml", europe(), title="Europe")
    assert not world.refresh().missing
    assert world.keys() == keys


def test_a_dash_alone_is_a_card_that_was_emptied(world: World) -> None:
    world.write("a.yaml", europe(Latvia="-"), title="Europe")
    assert world.refresh().missing == 1


def test_what_was_cut_elsewhere_is_cut(world: World) -> None:
    left = [country for country in COUNTRIES if country != "Norway"]
    world.write("a.yaml", europe(left, Latvia=MISTAKES[0]), title="Europe")
    assert world.refresh().missing == 1
    assert len(world.keys()) == 9


def test_what_is_added_beside_a_mistake_is_new(world: World) -> None:
    more = card("Who wrote Peer Gynt?", "Ibsen")
    world.write("a.yaml", [more, *europe(Latvia=MISTAKES[0]), more.replace("Peer Gynt", "Brand")])
    assert (world.refresh().new, len(world.keys())) == (2, 12)


def test_several_cards_behind_one_mistake(world: World) -> None:
    keys = world.keys()
    both = capital("Latvia").replace("- q", "- [q") + "\n" + capital("Lithuania").replace("- q", "- ]q")
    rest = [country for country in COUNTRIES if country not in ("Latvia", "Lithuania")]
    cards = europe(rest)
    world.write("a.yaml", [*cards[:LATVIA], both, *cards[LATVIA:]], title="Europe")
    assert world.refresh().missing == 0
    assert world.keys() == keys


def test_a_mistake_that_stays_for_many_saves(world: World) -> None:
    keys = world.keys()
    for number in range(4):
        changed = card("What is the capital of Norway?", f"Oslo ({number})")
        world.write("a.yaml", europe(Latvia=MISTAKES[number], Norway=changed), title="Europe")
        world.refresh()
        assert world.keys() == keys
        world.restart()
    backs = [note.back() for note in world.library.shelf.deck(world.deck_key("a.yaml")).notes]
    assert backs == ["Oslo (3)", *(town for _, town in CAPITALS[1:])]


@pytest.mark.parametrize(
    "text",
    ["title: [\ncards:\n{cards}", "cards: 5\n", "title: a\ncards:\n{cards}\n---\ncards:\n- q: x\n  a: y\n"],
)
def test_a_mistake_above_the_cards_keeps_all_as_it_was(world: World, text: str) -> None:
    deck = world.library.shelf.deck(world.deck_key("a.yaml"))
    world.save("a.yaml", text.format(cards="\n".join(europe(Norway=card("Another", "one")))))
    assert world.refresh().missing == 0
    assert world.library.shelf.deck(world.deck_key("a.yaml")) == deck
    assert world.library.files[0].broken


def test_an_id_holds_the_card_that_is_hidden(world: World) -> None:
    cards = [capital(country, id=country.lower()) for country in COUNTRIES]
    world.write("a.yaml", cards, title="Europe")
    world.refresh()
    keys = world.keys()
    cards[LATVIA] = "- id: latvia\n  q: What: is it?\n  a: Riga"
    cards[0] = card("Which town?", "Oslo", id="norway")
    world.write("a.yaml", cards, title="Europe")
    assert world.refresh().missing == 0
    assert set(world.keys().values()) == set(keys.values())
    assert world.keys()["Which town?"] == keys["What is the capital of Norway?"]


@given(st.integers(0, 500), st.sampled_from(TOKENS))
def test_one_keystroke_anywhere_hides_little_and_is_taken_back(
    tmp_path_factory: pytest.TempPathFactory, at: int, token: str
) -> None:
    with fresh() as db:
        world = World(db, tmp_path_factory.mktemp("decks"))
        text = world.write("a.yaml", europe(), title="Europe").read_text(encoding="utf-8")
        world.refresh()
        keys = world.keys()
        world.save("a.yaml", text[:at] + token + text[at:])
        assert world.refresh().missing <= 1
        world.save("a.yaml", text)
        world.refresh()
        assert world.keys() == keys
