"""One mistake costs one card, and no bytes at all cost the loader its composure."""

import gc
import os
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.collection import no_collection
from quizapp.core.deck import Note
from quizapp.formats.yaml_deck import Loaded, read

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "decks").rglob("*.yaml"))
REAL = Path(os.environ.get("QUIZAPP_REALDECKS", "")) / "yaml" if "QUIZAPP_REALDECKS" in os.environ else None

CARDS = (
    "q: What is number {i}?\na: City {i}",
    "q: Which {i}?\na: Danube {i}\nwrong:\n- Rhine {i}\n- Elbe {i}: a note",
    "cloze: |\n  {{{{Oslo {i}}}}} is in {{{{Norway :: which}}}}.",
    "statement: The Rhine {i}\nis: false\nexplain: because {i}",
    "q: 'quoted {i}: x'\na: \"also {i}\"\ntags: [a, b]",
    "id: card-{i}\nq: Which {i}?\na: [Danube {i}, Elbe]\nwrong: [Rhine {i}, Po]",
    "q: |\n  Text {i}\n\n  more\na: x {i}\naccept: [y, z]",
    'q: {i} is\na: "{i}\n  lines"',
)
TOKENS = (
    *("\"'[]{}&*!|>@`%?,\t\x07\u2028\xa0 "),
    *(": ", "- ", "<<: ", "{{", "}}", "  ", " #", "&a ", "*a"),
)


@st.composite
def decks(draw: st.DrawFn) -> tuple[str, list[str], str]:
    """(top, cards, bottom) of a deck without an error."""
    indent = " " * draw(st.sampled_from((0, 0, 2, 4)))
    gaps = st.sampled_from(("\n", "\n\n", "\n# comment\n"))
    kinds = draw(st.lists(st.sampled_from(CARDS), min_size=2, max_size=6))
    cards = []
    for number, kind in enumerate(kinds):
        lines = kind.format(i=number).split("\n")
        cards.append(f"{indent}- " + f"\n{indent}  ".join(lines) + draw(gaps))
    top, bottom = draw(st.sampled_from((("title: t\ncards:\n", ""), ("cards:\n", "license: x\n"))))
    return ("", cards, "") if not indent and draw(st.booleans()) else (top, cards, bottom)


def load(*parts: str) -> Loaded:
    return read("".join(parts).encode(), "deck.yaml")


def contents(notes: Sequence[Note]) -> list[object]:
    return [(note.question, note.tags, note.explain, note.id) for note in notes]


def places(loaded: Loaded) -> list[tuple[int, int, str]]:
    return [(problem.where.line, problem.where.column, problem.code) for problem in loaded.problems]


def assert_sound(loaded: Loaded) -> None:
    """A deck or problems, each with a place and a sentence."""
    assert loaded.deck is not None or loaded.problems
    assert loaded.broken or loaded.deck is not None
    for problem in loaded.problems:
        assert problem.message
        assert problem.where.file
        assert problem.where.line >= 1
        assert problem.where.column >= 1
    for note in loaded.deck.notes if loaded.deck else ():
        assert note.parts
        assert note.span.start < note.span.end


@given(decks(), st.data())
def test_an_error_costs_its_card_alone(deck: tuple[str, list[str], str], data: st.DataObject) -> None:
    top, cards, bottom = deck
    whole = load(top, *cards, bottom)
    assert whole.deck is not None
    assert whole.problems == ()
    assert len(whole.deck.notes) == len(cards)
    victim = data.draw(st.integers(0, len(cards) - 1))
    card = cards[victim]
    dash = card.index("- ") + 2
    end = len(card.removesuffix("# comment\n").rstrip())
    at = data.draw(st.integers(dash, end - 1))
    token, length = data.draw(st.sampled_from(TOKENS)), data.draw(st.sampled_from((0, 0, 1)))
    damaged = card[:at] + token + card[at + length :]
    hurt = load(top, *cards[:victim], damaged, *cards[victim + 1 :], bottom)
    assert_sound(hurt)
    assert hurt.deck is not None
    others = contents(whole.deck.notes)
    del others[victim]
    found = contents(hurt.deck.notes)
    assert [note for note in found if note in others] == others
    assert len(found) == len(cards) or hurt.problems


@given(decks(), st.data())
def test_a_damaged_dash_costs_its_card_alone(deck: tuple[str, list[str], str], data: st.DataObject) -> None:
    top, cards, bottom = deck
    whole = load(top, *cards, bottom)
    assert whole.deck is not None
    victim = data.draw(st.integers(0, len(cards) - 1))
    old, new = data.draw(
        st.sampled_from((("- ", "-"), ("- ", " "), ("- ", "@- "), ("- ", "-- "), ("- ", "[- ")))
    )
    damaged = cards[victim].replace(old, new, 1)
    hurt = load(top, *cards[:victim], damaged, *cards[victim + 1 :], bottom)
    others = contents(whole.deck.notes)
    del others[victim]
    assert hurt.deck is not None
    assert [note for note in contents(hurt.deck.notes) if note in others] == others
    assert hurt.problems


@pytest.mark.parametrize(
    ("quote", "code"),
    [('"', "quote_broken"), ("'", "quote_broken"), ("[", "quote_needed"), ("{", "quote_needed")],
)
def test_what_is_never_closed_swallows_no_other_card(quote: str, code: str) -> None:
    loaded = load(f"- q: x\n  a: {quote}y\n- q: 'it''s'\n  a: \"z\"\n- q: u\n  a: [v]\n  wrong: [w]\n")
    assert loaded.deck is not None
    assert [note.span.line for note in loaded.deck.notes] == [3, 5]
    assert [found for _, _, found in places(loaded)] == [code]


def test_a_quoted_text_may_have_lines_that_look_like_items() -> None:
    first = 'q: x\n  a: "one\n- two\n- three"'
    loaded = load(f"- {first}\n- q: z\n  a: [b,\n- c]\n  wrong: d\n- q: y\n  a: w\n")
    assert loaded.deck is not None
    flat, last = loaded.deck.notes
    assert flat.back() == "one - two - three"
    assert (flat.span.start, flat.span.end) == (2, 2 + len(first))
    assert last.span.line == 9
    (only,) = load(f"- {first}").deck.notes  # type: ignore[union-attr]
    assert only.question == flat.question


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_pieces_read_as_the_whole(path: Path) -> None:
    data = path.read_bytes()
    whole = read(data, path.name, piece=10**9)
    assert whole.problems == ()
    assert whole.deck is not None
    assert whole.deck.notes
    for piece in (1, 300, 2000):
        assert read(data, path.name, piece=piece) == whole


def mutate(data: st.DataObject, text: str, most: int) -> str:
    for _ in range(data.draw(st.integers(1, most))):
        at, length = data.draw(st.integers(0, len(text))), data.draw(st.integers(0, 3))
        token = data.draw(st.sampled_from(("", "\n", "---\n", "cards:\n", "- q: x\n", "\r", "\x85", *TOKENS)))
        text = text[:at] + token + text[at + length :]
    return text


@given(st.sampled_from(SAMPLES), st.data())
def test_a_mutated_deck_gives_a_deck_or_problems(path: Path, data: st.DataObject) -> None:
    text = mutate(data, path.read_text("utf-8"), 5)
    whole = read(text.encode(), "deck.yaml", piece=10**9)
    assert_sound(whole)
    assert read(text.encode(), "deck.yaml", piece=400) == whole


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
@example(b"\xff\xfe- ")
@example(b"\xef\xbb\xbf")
@example(b"- q: \xe9\n  a: x\n")
@example(b"? - x\n: y")
@example(b"cards: &x\n- *x")
@example(b"cards:\n- \n  - ")
@example("- \ud800".encode("utf-8", "surrogatepass"))
def test_any_bytes_give_a_deck_or_problems(data: bytes) -> None:
    assert_sound(read(data, "deck.yaml"))


@given(
    st.lists(st.sampled_from(("- ", "q", "a", ":", " ", "\n", "  ", "x", "cards:\n", *TOKENS)), max_size=60)
)
def test_yaml_soup_gives_a_deck_or_problems(tokens: list[str]) -> None:
    assert_sound(load(*tokens))


@pytest.mark.skipif(REAL is None, reason="QUIZAPP_REALDECKS is not set")
def test_real_decks_of_other_programs() -> None:
    assert REAL is not None
    files = sorted(REAL.iterdir())
    assert files
    for file in files:
        loaded = read(file.read_bytes(), file.name)
        assert_sound(loaded)
        assert loaded.problems, file.name
        assert len(loaded.problems) < 60, file.name
        codes = {problem.code for problem in loaded.problems}
        assert codes & {"file_foreign", "unknown_key_often", "cards_no_list"}, file.name


def test_an_error_keeps_no_parser_in_memory() -> None:
    gc.collect()
    with no_collection():
        load("- 'a\n" * 100, "- q: x\n  a: y: z\n" * 100)
        assert not [found for found in gc.get_objects() if isinstance(found, yaml.CSafeLoader)]


@pytest.mark.slow
def test_a_file_of_nothing_but_errors_is_read_in_time() -> None:
    """A watchdog: each of these once took minutes."""
    for text in (
        "- 'a\n",
        "- [\n",
        "- q: a: b\n",
        "- q: x\n\ta: y\n",
        "\n",
        "- {" + "a: b, " * 20_000 + "}\n",
    ):
        began = time.monotonic()
        load(text * (400_000 // len(text) + 1))
        assert time.monotonic() - began < 60
